import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { query as send, type Queryable } from '../database/pool.js';
import type { OrderFilters } from './order-list-query.js';
import { BROKEN_DOWN, BY_EACH } from './order-list-statements.js';

/**
 * One bounded step of folding what changed into the rollups; answers how many deltas it took, so the caller goes on while
 * that equals `most`. Several workers may fold at once. The connection must see the accounts whose deltas it shall fold:
 * a follower's sees all.
 */
export async function foldRollups(target: Queryable, most = 5_000): Promise<number> {
  const { rows } = await send<{ folded: number }>(
    target,
    { name: 'fold_rollups', text: 'select fold_rollups($1) as folded' },
    [most],
  );
  return rows[0]?.folded ?? 0;
}

/** Folds until nothing is left. */
export async function foldAllRollups(pool: Pool, most = 5_000): Promise<number> {
  let folded = 0;
  for (let taken = most; taken === most; folded += taken) taken = await foldRollups(pool, most);
  return folded;
}

const DIMENSIONS = ['status', 'store', 'channel', 'origin', 'currency'] as const;
const ROLLED_UP = new Set<string>([
  ...DIMENSIONS,
  'createdFrom',
  'createdTo',
  'sort',
  'descending',
  'limit',
  'cursor',
  'offset',
]);

/** Whether the rollups can count a query: they know complete orders that are not deleted, by whole days. */
export function isRollupQuery(query: OrderFilters): boolean {
  const asked = Object.entries(query).filter(([, value]) => value !== undefined);
  return asked.every(([field, value]) => {
    if (field === 'complete') return value === true;
    if (field === 'deleted') return value === false;
    if (field === 'createdFrom' || field === 'createdTo') return isMidnight(String(value));
    return ROLLED_UP.has(field);
  });
}

const isMidnight = (instant: string): boolean => Date.parse(instant) % 86_400_000 === 0;

export interface RolledUp {
  readonly currency: string;
  readonly orders: number;
  /** Minor units, as text: a sum may be beyond what a number holds exactly. */
  readonly total: string;
}

/** What a rollup query has in each currency: whole months, the days around them, and what is not folded yet. */
export async function rollupTally(client: PoolClient, account: string, query: OrderFilters): Promise<RolledUp[]> {
  const values: unknown[] = [account];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const dimensions = dimensionsOf(query, parameter);
  const { from, firstMonth, lastMonth, to } = monthsBetween(query.createdFrom, query.createdTo);
  const [fromDay, toDay] = [`${parameter(from)}::date`, `${parameter(to)}::date`];
  const [fromMonth, toMonth] = [`${parameter(firstMonth)}::date`, `${parameter(lastMonth)}::date`];
  const parts = [
    { table: 'order_rollup_months', range: [`month >= ${fromMonth}`, `month < ${toMonth}`] },
    { table: 'order_rollups', range: [`day >= ${fromDay}`, `day < ${fromMonth}`] },
    { table: 'order_rollups', range: [`day >= ${toMonth}`, `day < ${toDay}`] },
    { table: 'order_rollup_deltas', range: [`day >= ${fromDay}`, `day < ${toDay}`] },
  ].map(
    ({ table, range }) =>
      `select currency, orders, amount from ${table} where ${['account = $1', ...dimensions, ...range].join(' and ')}`,
  );
  const text = `select currency, sum(orders)::bigint as orders, sum(amount)::text as total
                  from (${parts.join(' union all ')}) parts group by currency order by currency`;
  const { rows } = await send<RolledUp & QueryResultRow>(client, { text }, values);
  return rows.filter(({ orders }) => orders !== 0);
}

export interface RolledUpStatistics extends RolledUp {
  readonly origin: string;
  /** Sum of the squares of the totals, as text. */
  readonly squares: string;
}

/** The same by origin too, with squares, which months do not keep: from whole days and what is not folded yet. */
export async function rollupStatistics(
  client: PoolClient,
  account: string,
  query: OrderFilters,
): Promise<RolledUpStatistics[]> {
  const { values, where } = daysOf(account, query);
  const parts = ['order_rollups', 'order_rollup_deltas'].map(
    (table) => `select origin, currency, orders, amount, amount_sq from ${table} where ${where}`,
  );
  const text = `select origin, currency, sum(orders)::bigint as orders, sum(amount)::text as total, sum(amount_sq)::text as squares
                  from (${parts.join(' union all ')}) parts group by origin, currency order by origin, currency`;
  const { rows } = await send<RolledUpStatistics & QueryResultRow>(client, { text }, values);
  return rows.filter(({ orders }) => orders !== 0);
}

/** The same by day, status and channel: from whole days and what is not folded yet. */
export async function rollupBreakdown(
  client: PoolClient,
  account: string,
  query: OrderFilters,
): Promise<readonly BrokenDown[]> {
  const { values, where } = daysOf(account, query);
  const parts = ['order_rollups', 'order_rollup_deltas'].map(
    (table) => `select day, status, channel, currency, orders, amount from ${table} where ${where}`,
  );
  const text = `select ${BROKEN_DOWN} from (${parts.join(' union all ')}) parts ${BY_EACH}`;
  const { rows } = await send<BrokenDown & QueryResultRow>(client, { text }, values);
  return rows.filter(({ orders }) => orders !== 0);
}

/** One sum of a breakdown. */
export interface BrokenDown extends RolledUp {
  readonly kind: 'day' | 'status' | 'channel';
  /** The day as `2026-01-31`, the status or the channel. */
  readonly name: string;
}

function daysOf(account: string, query: OrderFilters): { values: readonly unknown[]; where: string } {
  const values: unknown[] = [account];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const conditions = ['account = $1', ...dimensionsOf(query, parameter)];
  if (query.createdFrom !== undefined) conditions.push(`day >= ${parameter(dayOf(new Date(query.createdFrom)))}::date`);
  if (query.createdTo !== undefined) conditions.push(`day < ${parameter(dayOf(new Date(query.createdTo)))}::date`);
  return { values, where: conditions.join(' and ') };
}

const dimensionsOf = (query: OrderFilters, parameter: (value: unknown) => string): string[] =>
  DIMENSIONS.flatMap((dimension) =>
    query[dimension] === undefined ? [] : [`${dimension} = any (${parameter(query[dimension])}::text[])`],
  );

/**
 * Splits a range of whole days: days from `from` before `firstMonth`, whole months before `lastMonth`, days from there
 * before `to`. Where it holds no whole month, both months are `to`.
 */
function monthsBetween(
  createdFrom: string | undefined,
  createdTo: string | undefined,
): { from: string; firstMonth: string; lastMonth: string; to: string } {
  const from = createdFrom === undefined ? '-infinity' : dayOf(new Date(createdFrom));
  const to = createdTo === undefined ? 'infinity' : dayOf(new Date(createdTo));
  const firstMonth = createdFrom === undefined ? '-infinity' : monthFrom(new Date(createdFrom));
  const lastMonth = createdTo === undefined ? 'infinity' : `${to.slice(0, 7)}-01`;
  // No month begins and ends in the range: all of it is days before "the first month".
  if (isDay(firstMonth) && isDay(lastMonth) && firstMonth >= lastMonth)
    return { from, firstMonth: to, lastMonth: to, to };
  return { from, firstMonth, lastMonth, to };
}

const isDay = (text: string): boolean => /^\d/.test(text);
const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

/** First day of the first month that begins at the instant or later. */
function monthFrom(instant: Date): string {
  const begins = instant.getUTCDate() === 1 ? 0 : 1;
  return dayOf(new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth() + begins, 1)));
}
