import type { AnswerOf, OrderRow } from '@docket/sdk';
import { infiniteQueryOptions, type InfiniteData, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { docket } from '../docket';
import type { OrderQuery } from './order-search';

type OrderPage = AnswerOf<'listOrders'>;
export type OrderPages = InfiniteData<OrderPage>;

/** All lists that are kept, whatever their filters. */
export const LISTS = ['orders', 'list'] as const;
/** All counts and sums. */
export const TALLIES = ['orders', 'tally'] as const;

/**
 * The rows of a query, a hundred at a time. Nothing of it goes stale by time: the stream of changes keeps it, and asking all
 * pages of a long list again would take a request for each.
 */
export const orderPages = (query: OrderQuery) =>
  infiniteQueryOptions({
    queryKey: [...LISTS, query],
    queryFn: ({ pageParam, signal }) =>
      docket.call(
        'listOrders',
        { query: { ...query, limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** How many orders a query finds and, with `sum`, what they come to. */
export const orderTally = (query: OrderQuery, sum: boolean) =>
  queryOptions({
    queryKey: [...TALLIES, sum, query],
    queryFn: ({ signal }) =>
      docket.call(
        'listOrders',
        { query: { ...query, limit: 1, count: true, ...(sum ? { sum: true } : {}) } },
        { signal },
      ),
    refetchInterval: 30_000,
  });

export const rowsOf = (pages: OrderPages | undefined): OrderRow[] => pages?.pages.flatMap(({ orders }) => orders) ?? [];

/** The same pages with the newer of each row; rows that did not change stay the same objects. */
export function withRows(pages: OrderPages, fresh: ReadonlyMap<string, OrderRow>): OrderPages {
  const isTouched = ({ orders }: OrderPage): boolean => orders.some(({ orderId }) => fresh.has(orderId));
  if (!pages.pages.some(isTouched)) return pages;
  const rows = (page: OrderPage): OrderRow[] => page.orders.map((row) => newer(row, fresh.get(row.orderId)));
  return { ...pages, pages: pages.pages.map((page) => (isTouched(page) ? { ...page, orders: rows(page) } : page)) };
}

const newer = (row: OrderRow, other: OrderRow | undefined): OrderRow =>
  other === undefined || other.version < row.version ? row : other;
