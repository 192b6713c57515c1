import { nextMoment } from '@docket/core/draft-order/draft-order';
import { DRAFT_ORDER_STATES, isLive } from '@docket/core/draft-order/draft-order-states';
import type pg from 'pg';
import { query } from '../database/pool.js';
import { DRAFT_ORDER_MOMENT, type DraftOrderRow } from '../draft-orders/draft-order-rows.js';
import type { Finding } from './finding.js';

/** Draft orders looked at in one go. */
const BATCH = 500;

type Live = Pick<DraftOrderRow, 'draftOrderId' | 'state' | 'stockPolicy'> & {
  readonly reservedUntil: Date | null;
  readonly expiresAt: Date | null;
  readonly holds: boolean;
  readonly due: Date | null;
  readonly attempts: number | null;
};

/**
 * What draft orders do by themselves: each that expires, or holds stock until a date, has the task that does it; what has
 * ended holds nothing and has none. A task that was tried is due later than its moment, and that is as it should be.
 */
export async function verifyDraftOrders(client: pg.ClientBase, account: string): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (let after = ''; ;) {
    const rows = await liveAfter(client, account, after);
    for (const { draftOrderId, reservedUntil, expiresAt, due, attempts, ...row } of rows) {
      const moment = nextMoment({ ...row, reservedUntil: iso(reservedUntil), expiresAt: iso(expiresAt) });
      const found = iso(due);
      const isTried = found !== null && moment !== null && (attempts ?? 0) > 0;
      if (found !== moment && !isTried) findings.push(wrong(account, draftOrderId, moment ?? 'none', found ?? 'none'));
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) break;
    after = last.draftOrderId;
  }
  return [...findings, ...(await leftBehind(client, account))];
}

const LIVE = DRAFT_ORDER_STATES.filter(isLive);

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

const wrong = (account: string, draftOrderId: string, expected: string, found: string): Finding => ({
  account,
  where: `draft order ${draftOrderId}`,
  check: 'tasks of draft orders',
  expected,
  found,
});

async function liveAfter(client: pg.ClientBase, account: string, after: string): Promise<readonly Live[]> {
  const { rows } = await query<Live>(
    client,
    {
      name: 'verify_draft_orders',
      text: `select d.draft_order_id as "draftOrderId", d.state, d.stock_policy as "stockPolicy",
                    d.reserved_until as "reservedUntil", d.expires_at as "expiresAt", t.due, t.attempts,
                    exists (select from stock_reservations r
                             where r.account = d.account and r.draft_order_id = d.draft_order_id) as holds
               from draft_orders d
               left join tasks t on t.account = d.account and t.kind = $4 and t.key = d.draft_order_id
              where d.account = $1 and d.state = any ($5) and d.draft_order_id > $2
              order by d.draft_order_id limit $3`,
    },
    [account, after, BATCH, DRAFT_ORDER_MOMENT, LIVE],
  );
  return rows;
}

/** Tasks and reservations of what has ended. */
async function leftBehind(client: pg.ClientBase, account: string): Promise<readonly Finding[]> {
  const { rows } = await query<{ draftOrderId: string; found: string }>(
    client,
    {
      name: 'verify_ended_draft_orders',
      text: `select key as "draftOrderId", 'a task' as found from tasks t
              where account = $1 and kind = $2
                and not exists (select from draft_orders d
                                 where d.account = t.account and d.draft_order_id = t.key and d.state = any ($3))
             union
             select draft_order_id, 'reserved stock' from stock_reservations r
              where account = $1
                and not exists (select from draft_orders d
                                 where d.account = r.account and d.draft_order_id = r.draft_order_id and d.state = any ($3))
              limit 20`,
    },
    [account, DRAFT_ORDER_MOMENT, LIVE],
  );
  return rows.map(({ draftOrderId, found }) => wrong(account, draftOrderId, 'none', found));
}
