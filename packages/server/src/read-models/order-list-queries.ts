import type { Pool, PoolClient } from 'pg';
import { query as send, withAccounts } from '../database/pool.js';
import type { ListRow } from './order-list.js';
import { decodeCursor, encodeCursor, type Position } from './order-list-cursor.js';
import { compileFilters, type CompiledFilters } from './order-list-filters.js';
import { isListProblem, type ListProblem, type OrderListQuery } from './order-list-query.js';
import { type FoundRow, searchRows } from './order-list-search.js';
import { COLUMNS, ledPageStatement, pageStatement } from './order-list-statements.js';

/** Dates of papers are asked for and not shown: whoever shows them reads the order. */
export type ListedOrder = Omit<ListRow, 'tokens' | 'authorised_at' | 'invoiced_at' | 'has_return_invoice'>;

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
