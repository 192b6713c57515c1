import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';
import type { Missing } from '../settings-history/setting-store.js';
import { missingPlace } from './places.js';

/** Pieces of a product at a place. available = onHand − claimed − confirmed. */
export interface StockLevel {
  readonly sku: string;
  readonly place: string;
  readonly onHand: number;
  readonly claimed: number;
  readonly confirmed: number;
}

/** What was counted on the shelf. */
export interface StockCount {
  readonly sku: string;
  readonly place: string;
  readonly onHand: number;
}

/** Orders hold more pieces than were counted: nothing of the load was written. */
export interface StockBelowHeld {
  readonly problem: 'below_held';
  readonly sku: string;
  readonly place: string;
  readonly counted: number;
  readonly held: number;
}

/**
 * Sets how many pieces lie at places, all or none, and writes a movement for each that changed. Of a place given twice
 * the last count stays. `reason` and `actor` stand in the ledger.
 */
export async function setStock(
  pool: pg.Pool,
  account: string,
  counts: readonly StockCount[],
  reason: string,
  at: string,
  actor = 'system',
): Promise<'ok' | StockBelowHeld | Missing> {
  const rows = [...new Map(counts.map((count) => [`${count.place}\n${count.sku}`, count])).values()];
  const values = [
    account,
    rows.map(({ sku }) => sku),
    rows.map(({ place }) => place),
    rows.map(({ onHand }) => onHand),
  ];
  try {
    await withAccounts(pool, [account], (client) =>
      inTransaction(client, async () => {
        const missing = await missingPlace(client, account, rows);
        if (missing !== null) throw new NotWritten(missing);
        await query(client, lockStock, values);
        const { rows: below } = await query<Omit<StockBelowHeld, 'problem'>>(client, findBelow, values);
        if (below[0] !== undefined) throw new NotWritten({ problem: 'below_held', ...below[0] });
        await query(client, writeCounts, [...values, reason, at, actor]);
      }),
    );
    return 'ok';
  } catch (error) {
    if (error instanceof NotWritten) return error.problem;
    throw error;
  }
}

/** Takes back the places that were added before the problem was seen. */
class NotWritten extends Error {
  readonly problem: StockBelowHeld | Missing;

  constructor(problem: StockBelowHeld | Missing) {
    super(problem.problem);
    this.problem = problem;
  }
}

/** Locks in the order in which commits lock; places that are new come into being with nothing on them. */
const lockStock = {
  name: 'lock_stock',
  text: `with added as (
           insert into stock (account, sku, place, on_hand)
           select $1, sku, place, 0 from unnest($2::text[], $3::text[], $4::bigint[]) as c (sku, place, counted)
            order by sku collate "C", place collate "C"
           on conflict (account, sku, place) do nothing
         )
         select from stock s join unnest($2::text[], $3::text[]) as c (sku, place) using (sku, place)
          where s.account = $1 order by s.sku collate "C", s.place collate "C" for update of s`,
};

const findBelow = {
  name: 'find_stock_below_held',
  text: `select s.sku, s.place, c.counted, s.claimed + s.confirmed as held
           from stock s join unnest($2::text[], $3::text[], $4::bigint[]) as c (sku, place, counted) using (sku, place)
          where s.account = $1 and c.counted < s.claimed + s.confirmed
          order by s.sku, s.place limit 1`,
};

const writeCounts = {
  name: 'write_stock_counts',
  text: `with changed as (
           select s.account, s.sku, s.place, s.on_hand, s.claimed, s.confirmed, c.counted
             from stock s join unnest($2::text[], $3::text[], $4::bigint[]) as c (sku, place, counted) using (sku, place)
            where s.account = $1 and s.on_hand <> c.counted
         ), written as (
           update stock s set on_hand = c.counted from changed c
            where s.account = c.account and s.sku = c.sku and s.place = c.place
         )
         insert into stock_movements (at, quantity, on_hand_before, claimed_before, confirmed_before,
                                      on_hand_after, claimed_after, confirmed_after, account, sku, place, kind, reason, actor)
         select $6::timestamptz, counted - on_hand, on_hand, claimed, confirmed, counted, claimed, confirmed,
                account, sku, place, 'set', $5, $7
           from changed`,
};

/** Stock after this SKU and place, in their order; of these SKUs where some are named. */
export async function listStock(
  pool: pg.Pool,
  account: string,
  after: { readonly sku: string; readonly place: string },
  limit: number,
  skus: readonly string[] | null = null,
): Promise<StockLevel[]> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<StockLevel>(
      client,
      {
        // without a name it is planned for the filter that is there
        text: `select sku, place, on_hand as "onHand", claimed, confirmed
                 from stock where account = $1 and (sku, place) > ($2, $3) and ($5::text[] is null or sku = any ($5))
                order by sku, place limit $4`,
      },
      [account, after.sku, after.place, limit, skus],
    ),
  );
  return rows;
}
