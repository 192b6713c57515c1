import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';
import type { Missing } from '../settings-history/setting-store.js';
import { missingPlace } from './places.js';
import type { StockLevel } from './stock.js';

/** So many pieces more, or fewer, than whatever lies there. */
export interface StockAdjustment {
  readonly sku: string;
  readonly place: string;
  /** Not 0. */
  readonly delta: number;
  /** Stands in the ledger: "broken", "found behind the shelf". */
  readonly reason: string;
}

export interface Adjusting {
  readonly account: string;
  readonly at: string;
  readonly actor: string;
  /** What a repeated request is known by, and the hash of what it asked. */
  readonly request?: { readonly name: string; readonly content: string };
}

/** Nothing was written: fewer pieces would lie there than orders hold, or than none. */
interface BelowHeld {
  readonly problem: 'below_held';
  readonly index: number;
  readonly onHand: number;
  readonly held: number;
}

export type Adjusted = readonly StockLevel[] | Missing | BelowHeld | { readonly problem: 'request_reused' };

/**
 * Adds to stock or takes from it, all or none, and writes a movement for each. Places that are new begin with nothing. A
 * request that was carried out before changes nothing. Answers the levels of what was named, as they are afterwards.
 */
export async function adjustStock(
  pool: pg.Pool,
  { account, at, actor, request }: Adjusting,
  adjustments: readonly StockAdjustment[],
): Promise<Adjusted> {
  const problem = await withAccounts(pool, [account], (client) =>
    inTransaction(client, async () => {
      if (request !== undefined) {
        const earlier = await earlierContent(client, account, request.name);
        if (earlier !== null) return earlier === request.content ? null : ({ problem: 'request_reused' } as const);
      }
      const missing = await missingPlace(client, account, adjustments);
      if (missing !== null) return missing;
      const below = await lockAndCheck(client, account, adjustments);
      if (below !== null) throw new NotAdjusted(below);
      await write(client, { account, at, actor, ...(request === undefined ? {} : { request }) }, adjustments);
      return null;
    }),
  ).catch((error: unknown) => {
    if (error instanceof NotAdjusted) return error.below;
    throw error;
  });
  return problem ?? (await levelsOf(pool, account, adjustments));
}

/** Takes back the places that were added before the problem was seen. */
class NotAdjusted extends Error {
  readonly below: BelowHeld;

  constructor(below: BelowHeld) {
    super(below.problem);
    this.below = below;
  }
}

/** What was asked under this name before; the same request sent twice at once waits here for the first. */
async function earlierContent(client: pg.ClientBase, account: string, name: string): Promise<string | null> {
  await query(client, { name: 'lock_stock_request', text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))' }, [
    `stock\n${account}\n${name}`,
  ]);
  const { rows } = await query<{ content: string }>(
    client,
    {
      name: 'earlier_stock_request',
      text: 'select content from stock_movements where account = $1 and request = $2 limit 1',
    },
    [account, name],
  );
  return rows[0]?.content ?? null;
}

const columnsOf = (account: string, rows: readonly StockAdjustment[]): readonly unknown[] => [
  account,
  rows.map(({ sku }) => sku),
  rows.map(({ place }) => place),
  rows.map(({ delta }) => delta),
];

/** Locks in the order in which commits lock. */
async function lockAndCheck(
  client: pg.ClientBase,
  account: string,
  adjustments: readonly StockAdjustment[],
): Promise<BelowHeld | null> {
  const values = columnsOf(account, adjustments);
  await query(
    client,
    {
      name: 'lock_adjusted_stock',
      text: `with added as (
               insert into stock (account, sku, place, on_hand)
               select $1, sku, place, 0 from unnest($2::text[], $3::text[], $4::bigint[]) as a (sku, place, delta)
                order by sku collate "C", place collate "C"
               on conflict (account, sku, place) do nothing
             )
             select from stock s join unnest($2::text[], $3::text[]) as a (sku, place) using (sku, place)
              where s.account = $1 order by s.sku collate "C", s.place collate "C" for update of s`,
    },
    values,
  );
  const { rows } = await query<{ index: number; onHand: number; held: number }>(
    client,
    {
      name: 'find_stock_adjusted_below',
      text: `select (a.position - 1)::int as index, s.on_hand as "onHand", s.claimed + s.confirmed as held
               from unnest($2::text[], $3::text[], $4::bigint[]) with ordinality as a (sku, place, delta, position)
               join stock s on s.account = $1 and s.sku = a.sku and s.place = a.place
              where s.on_hand + a.delta < s.claimed + s.confirmed
              order by a.position limit 1`,
    },
    values,
  );
  return rows[0] === undefined ? null : { problem: 'below_held', ...rows[0] };
}

async function write(
  client: pg.ClientBase,
  { account, at, actor, request }: Adjusting,
  adjustments: readonly StockAdjustment[],
): Promise<void> {
  await query(
    client,
    {
      name: 'write_stock_adjustments',
      text: `with changed as (
               select s.account, s.sku, s.place, s.on_hand, s.claimed, s.confirmed, a.delta, a.reason
                 from stock s
                 join unnest($2::text[], $3::text[], $4::bigint[], $5::text[]) as a (sku, place, delta, reason)
                using (sku, place)
                where s.account = $1
             ), written as (
               update stock s set on_hand = s.on_hand + c.delta from changed c
                where s.account = c.account and s.sku = c.sku and s.place = c.place
             )
             insert into stock_movements (at, quantity, on_hand_before, claimed_before, confirmed_before,
                                          on_hand_after, claimed_after, confirmed_after, account, sku, place, kind,
                                          reason, actor, request, content)
             select $6::timestamptz, delta, on_hand, claimed, confirmed, on_hand + delta, claimed, confirmed,
                    account, sku, place, 'adjust', reason, $7, $8, $9
               from changed`,
    },
    [
      ...columnsOf(account, adjustments),
      adjustments.map(({ reason }) => reason),
      at,
      actor,
      request?.name ?? null,
      request?.content ?? null,
    ],
  );
}

async function levelsOf(
  pool: pg.Pool,
  account: string,
  named: readonly StockAdjustment[],
): Promise<readonly StockLevel[]> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<StockLevel>(
      client,
      {
        name: 'levels_of_stock',
        text: `select s.sku, s.place, s.on_hand as "onHand", s.claimed, s.confirmed
                 from unnest($2::text[], $3::text[]) with ordinality as n (sku, place, position)
                 join stock s on s.account = $1 and s.sku = n.sku and s.place = n.place
                order by n.position`,
      },
      columnsOf(account, named).slice(0, 3),
    ),
  );
  return rows;
}
