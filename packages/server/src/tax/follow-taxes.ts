import { setTimeout as pause } from 'node:timers/promises';
import type { OrderEventType } from '@docket/core/order/events';
import { TAX_EVENTS } from '@docket/core/tax/tax-documents';
import type pg from 'pg';
import { query } from '../database/pool.js';
import { onConnection } from '../database/transaction.js';
import { FILE_TAXES } from './file-documents.js';

export interface TaxFollower {
  /**
   * Looks at what the logs of all accounts with a provider hold beyond where they were left, and sets a task for every order whose
   * papers changed. Answers how many events were looked at. Any number of processes may do so at once.
   */
  follow(): Promise<number>;
}

/** Events that are looked at under one lock: their types alone are read. */
const PAGE = 1_000;

export const createTaxFollower = ({
  pool,
  clock,
}: {
  /** Connections that see every account. */
  readonly pool: pg.Pool;
  readonly clock: () => string;
}): TaxFollower => ({
  async follow() {
    let looked = 0;
    for (const account of await accountsBehind(pool)) {
      for (let page = PAGE; page === PAGE; looked += page)
        page = await onConnection(pool, (client) => deal(client, account, clock()));
    }
    return looked;
  },
});

/** One page, position and tasks in one transaction: no event is passed over, and twice is no harm. */
async function deal(client: pg.ClientBase, account: string, now: string): Promise<number> {
  const { rows: positions } = await query<{ position: number }>(
    client,
    {
      name: 'lock_tax_position',
      text: 'select position from tax_positions where account = $1 for update skip locked',
    },
    [account],
  );
  const [standing] = positions;
  // Another worker is at it.
  if (standing === undefined) return 0;
  const { rows } = await query<{ seq: number; type: OrderEventType; orderId: string; kind: string }>(
    client,
    {
      name: 'read_event_types',
      text: `select seq, type, stream_id as "orderId", stream_kind as kind from events
              where account = $1 and seq > $2 order by seq limit $3`,
    },
    [account, standing.position, PAGE],
  );
  const last = rows.at(-1);
  if (last === undefined) return 0;
  const orders = rows.flatMap(({ type, orderId, kind }) => (kind === 'order' && TAX_EVENTS.has(type) ? [orderId] : []));
  await setTaxTasks(client, account, [...new Set(orders)], now);
  await query(
    client,
    { name: 'move_tax_position', text: 'update tax_positions set position = $2 where account = $1' },
    [account, last.seq],
  );
  return rows.length;
}

/** A task under way when another paper comes loses its lease: it is run again, on what the order is then. */
export async function setTaxTasks(
  client: pg.ClientBase,
  account: string,
  orderIds: readonly string[],
  now: string,
  byHand = false,
): Promise<void> {
  if (orderIds.length === 0) return;
  await query(
    client,
    {
      name: 'set_tax_tasks',
      text: `insert into tasks (account, kind, key, due, payload)
             select $1, $2, id, $4, $5 from unnest($3::text[]) as id order by id
             on conflict (account, kind, key) do update
                set due = excluded.due, payload = excluded.payload, attempts = 0, failed_at = null, last_error = null, leased_by = null,
                    lease_until = null`,
    },
    [account, FILE_TAXES, orderIds, now, JSON.stringify(byHand ? { byHand } : {})],
  );
}

/** Accounts whose log is longer than what was looked at. */
async function accountsBehind(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await query<{ account: string }>(pool, {
    name: 'accounts_behind_in_taxes',
    text: `select p.account from tax_positions p join account_heads h using (account)
            where h.seq > p.position order by p.account`,
  });
  return rows.map(({ account }) => account);
}

/** Follows until told to stop, looking again every `everyMillis`. */
export function startFollowingTaxes(
  follower: TaxFollower,
  everyMillis: number,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const ended = (async () => {
    while (!signal.aborted) {
      await follower.follow().catch(onError);
      await pause(everyMillis, null, { signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}
