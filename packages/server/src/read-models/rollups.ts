import type { Pool, PoolClient } from 'pg';
import { query as send, type Queryable } from '../database/pool.js';
import type { OrderFilters } from './order-list-query.js';

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

/** Orders that a rollup query has, folded and not yet folded together. */
export async function rollupCount(client: PoolClient, account: string, query: OrderFilters): Promise<number> {
  const values: unknown[] = [account];
  const conditions = ['account = $1'];
  for (const dimension of DIMENSIONS) {
    if (query[dimension] === undefined) continue;
    values.push(query[dimension]);
    conditions.push(`${dimension} = any ($${values.length}::text[])`);
  }
  for (const [field, operator] of [
    ['createdFrom', '>='],
    ['createdTo', '<'],
  ] as const) {
    if (query[field] === undefined) continue;
    values.push(new Date(query[field]).toISOString().slice(0, 10));
    conditions.push(`day ${operator} $${values.length}::date`);
  }
  const where = conditions.join(' and ');
  const { rows } = await send<{ orders: number }>(
    client,
    {
      text: `select coalesce(sum(orders), 0)::bigint as orders from (
               select orders from order_rollups where ${where}
               union all
               select orders from order_rollup_deltas where ${where}) parts`,
    },
    values,
  );
  return rows[0]?.orders ?? 0;
}
