import type { Pool } from 'pg';
import { query as send, withAccounts } from '../database/pool.js';
import { compileFilters } from './order-list-filters.js';
import { isListProblem, type ListProblem, type OrderFilters } from './order-list-query.js';
import { statisticsStatement } from './order-list-statements.js';
import { isRollupQuery, rollupStatistics } from './rollups.js';

/** Of amounts in minor units, or of pieces. */
export interface Figures {
  readonly sum: number;
  readonly squares: number;
  /** 0 where it is not known: rollups keep neither the most nor the least. */
  readonly most: number;
  readonly least: number;
}

/** What the orders of a query come to, by origin and currency. */
export interface OrderStatistics {
  readonly orders: number;
  readonly groups: readonly {
    readonly origin: string;
    readonly currency: string;
    readonly orders: number;
    readonly total: Figures;
    readonly pieces: Figures;
  }[];
  /** False: there are more orders than were looked at, and `groups` are of those alone. */
  readonly exact: boolean;
}

/** Looked at one by one this far. */
const MOST_COUNTED = 10_000;

interface Row {
  readonly origin: string;
  readonly currency: string;
  readonly orders: number;
  /** Sums as text: they may be beyond what a bigint holds. */
  readonly total: string;
  readonly total_squares: string;
  readonly total_most: number;
  readonly total_least: number;
  readonly pieces: string;
  readonly pieces_squares: string;
  readonly pieces_most: number;
  readonly pieces_least: number;
}

/**
 * Exact to 10,000 orders; above that from the rollups where they know the filters, without pieces, most and least; else
 * 10,000 and not exact. Problems: as of `listOrders`, as far as they concern filters.
 */
export async function orderStatistics(
  pool: Pool,
  account: string,
  query: OrderFilters,
): Promise<OrderStatistics | ListProblem> {
  const filters = compileFilters(account, query);
  if (isListProblem(filters)) return filters;
  return withAccounts(pool, [account], async (client) => {
    const { statement, values } = statisticsStatement(filters, MOST_COUNTED + 1);
    const { rows } = await send<Row & Record<string, unknown>>(client, statement, values);
    const orders = rows.reduce((all, row) => all + row.orders, 0);
    if (orders <= MOST_COUNTED) return { orders, groups: rows.map(groupOf), exact: true };
    if (!isRollupQuery(query)) return { orders: MOST_COUNTED, groups: [], exact: false };
    const groups = (await rollupStatistics(client, account, query)).map((row) => ({
      origin: row.origin,
      currency: row.currency,
      orders: row.orders,
      total: { sum: Number(row.total), squares: Number(row.squares), most: 0, least: 0 },
      pieces: { sum: 0, squares: 0, most: 0, least: 0 },
    }));
    return { orders: groups.reduce((all, group) => all + group.orders, 0), groups, exact: true };
  });
}

const groupOf = (row: Row): OrderStatistics['groups'][number] => ({
  origin: row.origin,
  currency: row.currency,
  orders: row.orders,
  total: { sum: Number(row.total), squares: Number(row.total_squares), most: row.total_most, least: row.total_least },
  pieces: {
    sum: Number(row.pieces),
    squares: Number(row.pieces_squares),
    most: row.pieces_most,
    least: row.pieces_least,
  },
});
