import type { Pool, PoolClient } from 'pg';
import { query as send, withAccounts } from '../database/pool.js';
import type { ListRow } from './order-list.js';
import { decodeCursor, encodeCursor, type Position } from './order-list-cursor.js';
import { compileFilters, type CompiledFilters } from './order-list-filters.js';
import { isListProblem, type ListProblem, type OrderFilters, type OrderListQuery } from './order-list-query.js';
import { type FoundRow, searchRows } from './order-list-search.js';
import {
  type Bound,
  countMatchesStatement,
  countStatement,
  countTokensStatement,
  COLUMNS,
  ledPageStatement,
  pageStatement,
} from './order-list-statements.js';
import { isRollupQuery, rollupCount } from './rollups.js';

export type ListedOrder = Omit<ListRow, 'tokens'>;

export interface OrderPage {
  readonly orders: readonly ListedOrder[];
  /** Cursor of the next page; null at the end. */
  readonly next: string | null;
}

/** How deep offset pages reach; beyond, the cursor goes on at no cost. */
const DEEPEST_OFFSET = 10_000;
const MOST_ROWS = 100;
const USUAL_ROWS = 50;

/**
 * One page of an account's orders. A cursor is stable under writes: an order that stays where it is comes exactly once.
 *
 * Problems: `limit_invalid`, `offset_too_deep`, `cursor_invalid`, `cursor_of_other_query`, `text_invalid`,
 * `text_too_long`, `prefix_too_short`.
 */
export async function listOrders(pool: Pool, account: string, query: OrderListQuery): Promise<OrderPage | ListProblem> {
  const limit = query.limit ?? USUAL_ROWS;
  const offset = query.offset ?? 0;
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ROWS) return { problem: 'limit_invalid', field: 'limit' };
  if (!Number.isInteger(offset) || offset < 0 || offset + limit > DEEPEST_OFFSET)
    return { problem: 'offset_too_deep', field: 'offset' };
  const filters = compileFilters(account, query);
  if (isListProblem(filters)) return filters;
  const position = decodeCursor(query);
  if (position !== null && isListProblem(position)) return position;

  const rows = await withAccounts(pool, [account], (client) =>
    read(client, filters, query, position, offset, limit + 1),
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    orders: page.map(listedOrder),
    next: more ? encodeCursor(query, { value: last.sort_value, orderId: last.order_id }) : null,
  };
}

type ReadRow = {
  readonly [Key in keyof ListedOrder]: Key extends 'created_at' | 'updated_at'
    ? Date
    : Key extends 'due_at'
      ? Date | null
      : ListedOrder[Key];
} & FoundRow;

async function read(
  client: PoolClient,
  filters: CompiledFilters,
  query: OrderListQuery,
  position: Position | null,
  offset: number,
  rows: number,
): Promise<readonly ReadRow[]> {
  if (filters.tokens !== null && filters.lead === null) {
    return (await searchRows<ReadRow>(client, filters, query, position, offset + rows)).slice(offset);
  }
  const page = { position, offset, rows };
  const { statement, values } =
    filters.lead !== null && (query.sort ?? 'created') === 'created'
      ? ledPageStatement(filters, filters.lead, query, page)
      : pageStatement(filters, query, page);
  return (await send<ReadRow & Record<string, unknown>>(client, statement, values)).rows.slice(0, rows);
}

/** Only what is listed: a search brings columns of its own along. */
function listedOrder(row: ReadRow): ListedOrder {
  const order = Object.fromEntries(COLUMNS.map((column) => [column, row[column]])) as unknown as ListedOrder;
  const { created_at, updated_at, due_at } = row;
  return {
    ...order,
    created_at: created_at.toISOString(),
    updated_at: updated_at.toISOString(),
    due_at: due_at?.toISOString() ?? null,
  };
}

/** `exact` false: there are at least so many. */
export interface OrderCount {
  readonly count: number;
  readonly exact: boolean;
}

/** Counted this far one by one. */
const MOST_COUNTED = 10_000;

/**
 * How many orders a query has. Exact to 10,000; above that exact where the rollups know it (filters among status, store,
 * channel, origin, currency and whole days of creation), else 10,000 and not exact.
 */
export async function countOrders(pool: Pool, account: string, query: OrderFilters): Promise<OrderCount | ListProblem> {
  const filters = compileFilters(account, query);
  if (isListProblem(filters)) return filters;
  return withAccounts(pool, [account], async (client) => {
    // As exact as counting, and cheaper from some hundred orders on.
    if (isRollupQuery(query)) return { count: await rollupCount(client, account, query), exact: true };
    return filters.tokens !== null && filters.lead === null
      ? countMatches(client, filters, query)
      : countRows(client, filters);
  });
}

async function countRows(client: PoolClient, filters: CompiledFilters): Promise<OrderCount> {
  return counted(client, countStatement(filters, MOST_COUNTED + 1));
}

async function counted(client: PoolClient, { statement, values }: Bound): Promise<OrderCount> {
  const { rows } = await send<{ counted: number }>(client, statement, values);
  const found = rows[0]?.counted ?? 0;
  return { count: Math.min(found, MOST_COUNTED), exact: found <= MOST_COUNTED };
}

/** Filters that the tokens answer wholly; of the others the columns are looked at as well. */
const IN_TOKENS = new Set([
  'text',
  'vtexStatus',
  'email',
  'sku',
  'gtin',
  'seller',
  'tag',
  'assignee',
  'complete',
  'deleted',
]);
const BESIDE_FILTERS = new Set(['sort', 'descending', 'limit', 'cursor', 'offset']);

async function countMatches(client: PoolClient, filters: CompiledFilters, query: OrderFilters): Promise<OrderCount> {
  const asked = Object.entries(query).filter(([field, value]) => value !== undefined && !BESIDE_FILTERS.has(field));
  if (asked.every(([field]) => IN_TOKENS.has(field)))
    return counted(client, countTokensStatement(filters, query, MOST_COUNTED + 1));
  // Twice as many as needed, because some of the matches may fail the other conditions.
  const most = MOST_COUNTED * 2;
  const { statement, values } = countMatchesStatement(filters, most);
  const { rows } = await send<{ seen: number; counted: number }>(client, statement, values);
  const { seen, counted: passed } = rows[0] ?? { seen: 0, counted: 0 };
  return { count: Math.min(passed, MOST_COUNTED), exact: seen < most && passed <= MOST_COUNTED };
}
