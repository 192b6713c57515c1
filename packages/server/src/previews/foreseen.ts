import type { Command } from '@docket/core/order/commands';
import type { Order } from '@docket/core/order/order';
import { refuse, type Refusal } from '@docket/core/order/refusals';
import type { StockClaim } from '@docket/core/order/stock-claim';
import type pg from 'pg';
import { type Demand, sumDemand } from '../claims/stock-demand.js';
import { query, withAccounts } from '../database/pool.js';
import { claimant, claimRefusal, type DecidedUnit } from '../decide-unit.js';

/**
 * What a commit would be refused for if nothing changed until then: claims are tried at the commit alone, so a preview
 * can only warn. `handedOver`: what the commit gives back besides. Refusals: insufficient_stock, stock_not_counted,
 * order_exists, external_id_taken.
 */
export async function foreseenRefusals(
  pool: pg.Pool,
  account: string,
  unit: DecidedUnit,
  command: Command,
  handedOver: readonly StockClaim[] = [],
): Promise<readonly Refusal[]> {
  const { order, written } = unit;
  const orders = [...written.values()].map(({ order: { head }, claims }) => ({
    unit: 0,
    account,
    orderId: head.orderId,
    at: '',
    claims: [...handedOver, ...claims],
  }));
  const { demands } = sumDemand(orders);
  const warnings: Refusal[] = [];
  if (demands.length > 0) warnings.push(...(await shortages(pool, account, unit, command, demands)));
  const isNew = written.get(order.head.orderId)?.events[0]?.version === 1;
  if (isNew) warnings.push(...(await takenIds(pool, account, order)));
  return warnings;
}

async function shortages(
  pool: pg.Pool,
  account: string,
  unit: DecidedUnit,
  command: Command | undefined,
  demands: readonly Demand[],
): Promise<readonly Refusal[]> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<{ sku: string; place: string; available: number | null }>(
      client,
      {
        name: 'foresee_stock',
        text: `select d.sku, d.place, s.on_hand - s.claimed - s.confirmed as available
                 from unnest($2::text[], $3::text[]) as d (sku, place)
                 left join stock s on s.account = $1 and s.sku = d.sku and s.place = d.place`,
      },
      [account, demands.map(({ sku }) => sku), demands.map(({ place }) => place)],
    ),
  );
  const available = new Map(rows.map((row) => [`${row.sku}\n${row.place}`, row.available]));
  return demands.flatMap(({ sku, place, onHand, claimed, confirmed }) => {
    const requested = claimed + confirmed - onHand;
    const there = available.get(`${sku}\n${place}`) ?? null;
    if (there !== null && there >= requested) return [];
    const reason = there === null ? 'stock_not_counted' : 'insufficient_stock';
    const failed = { kind: 'claim_failed', reason, sku, place, requested, available: there } as const;
    return [claimRefusal(claimant(unit, failed), failed, command)];
  });
}

async function takenIds(pool: pg.Pool, account: string, { head }: Order): Promise<readonly Refusal[]> {
  const ids = Object.entries(head.externalIds);
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<{ placed: boolean; taken: boolean }>(
      client,
      {
        name: 'foresee_ids',
        text: `select exists (select from orders where account = $1 and order_id = $2) as placed,
                      exists (select from unnest($3::text[], $4::text[]) as w (source, id)
                                join order_external_ids x
                                  on x.account = $1 and x.source = w.source and x.external_id = w.id) as taken`,
      },
      [account, head.orderId, ids.map(([source]) => source), ids.map(([, id]) => id)],
    ),
  );
  const [found] = rows;
  return [
    ...(found?.placed ? [refuse('order_exists', '/group')] : []),
    ...(found?.taken ? [refuse('external_id_taken', '/externalIds')] : []),
  ];
}
