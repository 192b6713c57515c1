import type { AnswerOf } from '@docket/sdk';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { docket } from '../docket';
import { queries } from '../queries';

export type Consignment = AnswerOf<'getConsignment'>;
export type ConsignmentStatus = Consignment['status'];

export const STATUSES = [
  'open',
  'sent',
  'in_transit',
  'delivered',
  'returned_to_sender',
  'cancelled',
] as const satisfies readonly ConsignmentStatus[];

export const STATUS_COLOURS: Readonly<Record<ConsignmentStatus, string>> = {
  open: 'yellow',
  sent: 'blue',
  in_transit: 'blue',
  delivered: 'green',
  returned_to_sender: 'orange',
  cancelled: 'gray',
};

/** The consignment as it is; others work on it too. */
export const consignmentQuery = (consignmentId: string) =>
  queryOptions({
    queryKey: ['consignments', consignmentId],
    queryFn: ({ signal }) => docket.call('getConsignment', { path: { consignmentId } }, { signal }),
    refetchInterval: 20_000,
  });

/** Its history, the oldest first. A new version asks again. */
export const consignmentEventsQuery = (consignmentId: string, version: number) =>
  infiniteQueryOptions({
    queryKey: ['consignments', consignmentId, 'events', version],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      docket.call(
        'listConsignmentEvents',
        { path: { consignmentId }, query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) } },
        { signal },
      ),
    getNextPageParam: ({ next }) => next,
  });

/** Orders change with their consignments: after a command all of both is asked again. */
export const askAgain = async (): Promise<void> => {
  await queries.invalidateQueries({ queryKey: ['consignments'] });
  await queries.invalidateQueries({ queryKey: ['order'] });
};

const PAPERS = '/api/v1/admin/consignments';

/** Papers are drawn by the server when they are asked for. */
export const paperAddress = (consignmentId: string, paper: 'pick-list' | 'packing-slip' | 'label'): string =>
  `${PAPERS}/${encodeURIComponent(consignmentId)}/${paper}.pdf`;

export const consignmentAddress = (consignmentId: string): string =>
  `/consignments/${encodeURIComponent(consignmentId)}`;
