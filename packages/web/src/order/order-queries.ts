import type { components, Order } from '@docket/sdk';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { docket } from '../docket';

export type { Order } from '@docket/sdk';
export type OrderEvent = components['schemas']['RecordedEvent'];
export type Change = components['schemas']['Change'];

/** Everything shown of one order begins with this key: after a command all of it is asked again. */
export const orderKey = (orderId: string) => ['order', orderId] as const;

/** The order as it is; it is looked at again every 20 seconds, because others work on it too. */
export const presentQuery = (orderId: string) =>
  queryOptions({
    queryKey: [...orderKey(orderId), 'present'],
    queryFn: ({ signal }): Promise<Order> => docket.orders.get(orderId, { signal }),
    refetchInterval: 20_000,
  });

/** The order as it was at a version, which never changes. Until it comes the one before stays in sight. */
export const versionQuery = (orderId: string, version: number | null) =>
  queryOptions({
    queryKey: [...orderKey(orderId), 'version', version],
    queryFn: ({ signal }): Promise<Order> =>
      docket.call('getOrder', { path: { orderId }, query: { version: version ?? 1 } }, { signal }),
    enabled: version !== null,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });

export const timelineQuery = (orderId: string, version: number) =>
  queryOptions({
    queryKey: [...orderKey(orderId), 'timeline', version],
    queryFn: ({ signal }) => docket.call('getOrderTimeline', { path: { orderId }, query: { version } }, { signal }),
    placeholderData: keepPreviousData,
  });

export const ledgerQuery = (orderId: string, version: number) =>
  queryOptions({
    queryKey: [...orderKey(orderId), 'ledger', version],
    queryFn: ({ signal }) => docket.call('getOrderLedger', { path: { orderId } }, { signal }),
  });

/** A page of the server; an order with more history says so and shows the newest. */
const EVENTS_SHOWN = 200;

/** The newest first. `version` is that of the present order: a new one asks again. */
export const eventsQuery = (orderId: string, version: number) =>
  queryOptions({
    queryKey: [...orderKey(orderId), 'events', version],
    queryFn: ({ signal }) =>
      docket.call('listOrderEvents', { path: { orderId }, query: { order: 'desc', limit: EVENTS_SHOWN } }, { signal }),
    placeholderData: keepPreviousData,
  });

/** The same page by page, the latest first. */
export const eventPagesQuery = (orderId: string, version: number) =>
  infiniteQueryOptions({
    queryKey: [...orderKey(orderId), 'event-pages', version],
    initialPageParam: version,
    queryFn: ({ pageParam, signal }) =>
      docket.call(
        'listOrderEvents',
        { path: { orderId }, query: { order: 'desc', limit: EVENTS_SHOWN, from: pageParam } },
        { signal },
      ),
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

export const differenceQuery = (orderId: string, from: number, to: number) =>
  queryOptions({
    queryKey: [...orderKey(orderId), 'difference', from, to],
    queryFn: ({ signal }) =>
      docket.call('compareOrderVersions', { path: { orderId }, query: { from, to } }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });

/** The table that an order is pinned to. Those that come with Docket are known by their name, others by their version. */
export const workflowQuery = (workflow: string, version: number) =>
  queryOptions({
    queryKey: ['workflow-version', workflow, version],
    queryFn: async ({ signal }): Promise<Readonly<Record<string, unknown>>> => {
      const { tables, builtIn } = await docket.call('getWorkflow', { path: { workflow } }, { signal });
      const present = tables.find((table) => table['version'] === version && table['name'] === workflow);
      if (builtIn && present !== undefined) return present;
      return (await docket.call('getWorkflowVersion', { path: { workflow, version } }, { signal })).table;
    },
    staleTime: Infinity,
  });

/** The latest orders of the same buyer: by customer, else by e-mail. */
export const ordersOfBuyerQuery = (buyer: { readonly customerId: string[] } | { readonly email: string[] } | null) =>
  queryOptions({
    queryKey: ['orders', 'of-buyer', buyer],
    queryFn: ({ signal }) =>
      docket.call(
        'listOrders',
        { query: { ...buyer, sort: 'created', order: 'desc', limit: 6, count: true } },
        { signal },
      ),
    enabled: buyer !== null,
  });
