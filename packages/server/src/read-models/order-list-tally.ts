import type { Pool, PoolClient } from 'pg';
import { query as send, withAccounts } from '../database/pool.js';
import { compileFilters, type CompiledFilters } from './order-list-filters.js';
import { isListProblem, type ListProblem, type OrderFilters } from './order-list-query.js';
import { instantOf, partitionBounds, rangesFrom } from './order-list-partitions.js';
import {
  type Bound,
  tallyMatchesStatement,
  tallyNewestStatement,
  tallySampleStatement,
  tallyRowsStatement,
  tallyTokensStatement,
} from './order-list-statements.js';
import { isRollupQuery, type RolledUp, rollupTally } from './rollups.js';

/** How many orders a query has and what they come to. */
export interface OrderTally {
  readonly orders: number;
  /** In the order of their codes. */
  readonly currencies: readonly CurrencyTally[];
  /** False: only so many were looked at, and there are more. */
  readonly exact: boolean;
}

interface CurrencyTally {
  readonly currency: string;
  readonly orders: number;
  /** Minor units; null where the sum is beyond what a number holds exactly (9 · 10^15). */
  readonly total: number | null;
}

/** Looked at one by one this far. */
const MOST_COUNTED = 10_000;

/**
 * Counts and sums the orders of a query. Exact to 10,000 orders; above that exact where the rollups know it (filters among
 * status, store, channel, origin, currency and whole days of creation), else 10,000 of them and not exact.
 *
 * Problems: as of `listOrders`, as far as they concern filters.
 */
export async function tallyOrders(pool: Pool, account: string, query: OrderFilters): Promise<OrderTally | ListProblem> {
  const filters = compileFilters(account, query);
  if (isListProblem(filters)) return filters;
  return withAccounts(pool, [account], async (client) => {
    // As exact as counting, and cheaper from some hundred orders on.
    if (isRollupQuery(query)) return tallyOf(await rollupTally(client, account, query), true);
    if (filters.tokens === null || filters.lead !== null) {
      const rows = await sums(client, tallyRowsStatement(filters, MOST_COUNTED + 1));
      return upTo(MOST_COUNTED, rows);
    }
    return tallySearch(client, filters, query);
  });
}

/**
 * Filters that the token index answers wholly, or whose columns its function compares. Of the others the rows themselves
 * have to be fetched.
 */
const SAID_BY_TOKENS = new Set([
  'text', 'vtexStatus', 'email', 'sku', 'gtin', 'seller', 'tag',
  'assignee', 'sequence', 'facets', 'status', 'store', 'channel', 'origin', 'currency', 'createdFrom', 'createdTo', 'complete', 'deleted',
]); // prettier-ignore
const NO_FILTERS = new Set(['sort', 'descending', 'limit', 'cursor', 'offset']);

function saidByTokens(query: OrderFilters): boolean {
  return Object.entries(query).every(
    ([field, value]) =>
      value === undefined ||
      SAID_BY_TOKENS.has(field) ||
      NO_FILTERS.has(field) ||
      ((field === 'hasNote' || field === 'onHold') && value === true),
  );
}

/** So many of the newest orders are looked at before the token index is asked. */
const SAMPLE = 1_024;
/** At 1 match in 6 orders, walking to 10,000 costs as much as the token index of a month of half a million orders. */
const COMMON = 6;
const LONGEST_WALK = 65_536;

/** A common word is counted by walking the newest orders, a rare one by the token index. */
async function tallySearch(client: PoolClient, filters: CompiledFilters, query: OrderFilters): Promise<OrderTally> {
  const sample = await run<Sampled>(client, tallySampleStatement(filters, query, SAMPLE));
  const seen = seenIn(sample);
  if (seen < SAMPLE) return upTo(MOST_COUNTED, sample);
  const matched = ordersOf(sample);
  if (matched * COMMON >= seen) {
    const walked = await sums(client, tallyNewestStatement(filters, query, LONGEST_WALK, MOST_COUNTED + 1));
    // Fewer: the word is common in new orders alone.
    if (ordersOf(walked) > MOST_COUNTED) return upTo(MOST_COUNTED, walked);
  }
  if (!saidByTokens(query)) return tallyMatches(client, filters);
  const newest = sample.map((row) => row.newest).reduce(later);
  return upTo(MOST_COUNTED, await tallyTokens(client, filters, query, newest));
}

interface Sampled extends RolledUp {
  readonly seen: number;
  readonly newest: string;
}

const seenIn = (rows: readonly { readonly seen: number }[]): number => rows.reduce((seen, row) => seen + row.seen, 0);

/**
 * Partitions in ever larger groups from that of the newest order on, until enough are counted: the token index answers all
 * matches of a partition or none.
 */
async function tallyTokens(
  client: PoolClient,
  filters: CompiledFilters,
  query: OrderFilters,
  newest: string,
): Promise<RolledUp[]> {
  const from = query.createdFrom ?? '-infinity';
  const to = query.createdTo ?? 'infinity';
  const ranges = rangesFrom(await partitionBounds(client), earlier(to, newest), true);
  const found: RolledUp[] = [];
  for (let next = 0, count = 1; next < ranges.length; count *= 8) {
    const left = MOST_COUNTED + 1 - ordersOf(found);
    if (left <= 0) break;
    const group = ranges.slice(next, next + count);
    if (instantOf(group[0]?.to ?? to) <= instantOf(from)) break;
    const range = { from: later(from, group.at(-1)?.from ?? from), to: earlier(to, group[0]?.to ?? to) };
    found.push(...(await sums(client, tallyTokensStatement(filters, query, { ...range, most: left }))));
    next += group.length;
  }
  return found;
}

const later = (one: string, other: string): string => (instantOf(one) > instantOf(other) ? one : other);
const earlier = (one: string, other: string): string => (instantOf(one) < instantOf(other) ? one : other);

async function tallyMatches(client: PoolClient, filters: CompiledFilters): Promise<OrderTally> {
  // Twice as many as needed, because some of the matches may fail the other conditions.
  const most = MOST_COUNTED * 2;
  const rows = await run<RolledUp & { seen: number }>(client, tallyMatchesStatement(filters, most));
  const tally = upTo(MOST_COUNTED, rows);
  return { ...tally, exact: tally.exact && seenIn(rows) < most };
}

const ordersOf = (rows: readonly RolledUp[]): number => rows.reduce((orders, row) => orders + row.orders, 0);

/** One order more than was asked for only says that there are more. */
function upTo(most: number, rows: readonly RolledUp[]): OrderTally {
  const tally = tallyOf(rows, ordersOf(rows) <= most);
  return { ...tally, orders: Math.min(tally.orders, most) };
}

function tallyOf(rows: readonly RolledUp[], exact: boolean): OrderTally {
  const byCurrency = new Map<string, { orders: number; total: bigint }>();
  for (const { currency, orders, total } of rows) {
    if (orders === 0) continue;
    const sum = byCurrency.get(currency) ?? { orders: 0, total: 0n };
    byCurrency.set(currency, { orders: sum.orders + orders, total: sum.total + BigInt(total) });
  }
  const currencies = [...byCurrency]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, { orders, total }]) => {
      const sum = Number(total);
      return { currency, orders, total: Number.isSafeInteger(sum) ? sum : null };
    });
  return { orders: ordersOf(rows), currencies, exact };
}

const sums = (client: PoolClient, bound: Bound): Promise<RolledUp[]> => run<RolledUp>(client, bound);

async function run<Row extends object>(client: PoolClient, { statement, values }: Bound): Promise<Row[]> {
  return (await send<Row & Record<string, unknown>>(client, statement, values)).rows;
}
