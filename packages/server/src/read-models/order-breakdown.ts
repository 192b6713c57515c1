import type { Pool } from 'pg';
import { query as send, withAccounts } from '../database/pool.js';
import { compileFilters } from './order-list-filters.js';
import { isListProblem, type ListProblem, type OrderFilters } from './order-list-query.js';
import { breakdownStatement } from './order-list-statements.js';
import { type BrokenDown, isRollupQuery, rollupBreakdown } from './rollups.js';

/** Orders and money by day (of UTC), by status and by channel: three ways to take the same orders together. */
export interface OrderBreakdown {
  readonly days: readonly Share[];
  readonly statuses: readonly Share[];
  readonly channels: readonly Share[];
  /** False: there are more orders than were looked at. */
  readonly exact: boolean;
}

interface Share {
  /** The day as `2026-01-31`, the status or the channel. */
  readonly name: string;
  readonly currency: string;
  readonly orders: number;
  /** Minor units; null where the sum is beyond what a number holds exactly (9 · 10^15). */
  readonly total: number | null;
}

/** Looked at one by one this far, where the rollups cannot tell. */
const MOST_COUNTED = 10_000;

/**
 * Exact where the rollups know the filters (status, store, channel, origin, currency, whole days of creation), else to
 * 10,000 orders. Problems: as of `listOrders`, as far as they concern filters.
 */
export async function breakDownOrders(
  pool: Pool,
  account: string,
  query: OrderFilters,
): Promise<OrderBreakdown | ListProblem> {
  const filters = compileFilters(account, query);
  if (isListProblem(filters)) return filters;
  return withAccounts(pool, [account], async (client) => {
    if (isRollupQuery(query)) return breakdownOf(await rollupBreakdown(client, account, query), true);
    const { statement, values } = breakdownStatement(filters, MOST_COUNTED);
    const { rows } = await send<BrokenDown & Record<string, unknown>>(client, statement, values);
    const seen = rows.filter(({ kind }) => kind === 'day').reduce((all, { orders }) => all + orders, 0);
    return breakdownOf(rows, seen < MOST_COUNTED);
  });
}

function breakdownOf(rows: readonly BrokenDown[], exact: boolean): OrderBreakdown {
  const sharesBy = (wanted: BrokenDown['kind']): Share[] =>
    rows
      .filter(({ kind }) => kind === wanted)
      .map(({ name, currency, orders, total }) => ({ name, currency, orders, total: exactly(total) }))
      .sort((a, b) => (a.name + a.currency < b.name + b.currency ? -1 : 1));
  return { days: sharesBy('day'), statuses: sharesBy('status'), channels: sharesBy('channel'), exact };
}

function exactly(total: string): number | null {
  const sum = Number(total);
  return Number.isSafeInteger(sum) ? sum : null;
}
