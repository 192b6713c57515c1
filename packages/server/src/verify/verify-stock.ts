import type { Order } from '@docket/core/order/order';
import type pg from 'pg';
import { query } from '../database/pool.js';
import type { Finding } from './finding.js';

/** Pieces that orders hold, by `sku` and `place`: bounded by the number of products, not of orders. */
export type Held = Map<string, { claimed: number; confirmed: number }>;

const shelfOf = (sku: string, place: string): string => JSON.stringify([sku, place]);

/** Adds what the lines of an order hold. */
export function heldBy(order: Order, held: Held): void {
  for (const { sku, stock } of order.lines) {
    if (stock === null || stock.held === 0) continue;
    const shelf = shelfOf(sku, stock.place);
    const sums = held.get(shelf) ?? { claimed: 0, confirmed: 0 };
    sums[stock.state] += stock.held;
    held.set(shelf, sums);
  }
}

/** Adds what is reserved for draft orders. */
async function reserved(client: pg.ClientBase, account: string, held: Held): Promise<void> {
  const { rows } = await query<{ sku: string; place: string; quantity: number }>(
    client,
    {
      name: 'verify_reservations',
      text: `select sku, place, sum(quantity)::bigint as quantity from stock_reservations where account = $1
              group by sku, place`,
    },
    [account],
  );
  for (const { sku, place, quantity } of rows) {
    const shelf = shelfOf(sku, place);
    const sums = held.get(shelf) ?? { claimed: 0, confirmed: 0 };
    sums.claimed += quantity;
    held.set(shelf, sums);
  }
}

interface Counters {
  readonly sku: string;
  readonly place: string;
  readonly on_hand: number;
  readonly claimed: number;
  readonly confirmed: number;
}

/** Counters against the movements that made them, against each other, and against what orders and draft orders hold. */
export async function verifyStock(client: pg.ClientBase, account: string, held: Held): Promise<Finding[]> {
  const findings: Finding[] = [];
  await reserved(client, account, held);
  const { rows: broken } = await query<{ sku: string; place: string; id: number }>(
    client,
    {
      name: 'verify_movements',
      text: `select sku, place, id from (
               select sku, place, id, (on_hand_before, claimed_before, confirmed_before) as before,
                      lag((on_hand_after, claimed_after, confirmed_after)) over (partition by sku, place order by id) as earlier
                 from stock_movements where account = $1) m
              where before is distinct from coalesce(earlier, (0::bigint, 0::bigint, 0::bigint))
              limit 20`,
    },
    [account],
  );
  for (const { sku, place, id } of broken) {
    findings.push({
      account,
      where: `stock ${sku} at ${place}, movement ${id}`,
      check: 'stock movements',
      expected: 'to begin where the one before ended',
      found: 'a gap',
    });
  }
  const { rows: shelves } = await query<
    Counters & { moved_on_hand: number; moved_claimed: number; moved_confirmed: number }
  >(
    client,
    {
      name: 'verify_stock',
      text: `select sku, place, coalesce(s.on_hand, 0) as on_hand, coalesce(s.claimed, 0) as claimed,
                    coalesce(s.confirmed, 0) as confirmed, coalesce(m.on_hand, 0) as moved_on_hand,
                    coalesce(m.claimed, 0) as moved_claimed, coalesce(m.confirmed, 0) as moved_confirmed
               from (select * from stock where account = $1) s
               full join (select sku, place, sum(on_hand_after - on_hand_before)::bigint as on_hand,
                                 sum(claimed_after - claimed_before)::bigint as claimed,
                                 sum(confirmed_after - confirmed_before)::bigint as confirmed
                            from stock_movements where account = $1 group by sku, place) m using (sku, place)
              order by sku, place`,
    },
    [account],
  );
  for (const shelf of shelves) {
    const where = `stock ${shelf.sku} at ${shelf.place}`;
    const sums = held.get(shelfOf(shelf.sku, shelf.place)) ?? { claimed: 0, confirmed: 0 };
    held.delete(shelfOf(shelf.sku, shelf.place));
    const wrong = (check: string, expected: string, found: string): void => {
      if (expected !== found) findings.push({ account, where, check, expected, found });
    };
    wrong(
      'stock movements',
      counters(shelf.moved_on_hand, shelf.moved_claimed, shelf.moved_confirmed),
      counters(shelf.on_hand, shelf.claimed, shelf.confirmed),
    );
    wrong(
      'stock held by orders',
      counters(shelf.on_hand, sums.claimed, sums.confirmed),
      counters(shelf.on_hand, shelf.claimed, shelf.confirmed),
    );
  }
  for (const [shelf, sums] of held) {
    findings.push({
      account,
      where: `stock ${shelf}`,
      check: 'stock held by orders',
      expected: counters(0, sums.claimed, sums.confirmed),
      found: 'no stock row',
    });
  }
  return findings;
}

const counters = (onHand: number, claimed: number, confirmed: number): string =>
  `${onHand} on hand, ${claimed} claimed, ${confirmed} confirmed`;
