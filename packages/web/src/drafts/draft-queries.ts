import type { AnswerOf } from '@docket/sdk';
import { queryOptions } from '@tanstack/react-query';
import { docket } from '../docket';
import { orderKey } from '../order/order-queries';

/** A draft with what confirming it would do now. */
export type Found = AnswerOf<'getDraft'>;

/** Drafts of an order, the newest first. */
export const draftsQuery = (orderId: string) =>
  queryOptions({
    queryKey: [...orderKey(orderId), 'drafts'],
    queryFn: ({ signal }) => docket.call('listDraftsOfOrder', { path: { orderId }, query: { limit: 50 } }, { signal }),
  });

/** A draft with what confirming it would do now; it is asked again, because others work on the order too. */
export const draftQuery = (orderId: string, draftId: string) =>
  queryOptions({
    queryKey: [...orderKey(orderId), 'drafts', draftId],
    queryFn: ({ signal }) => docket.call('getDraft', { path: { draftId } }, { signal }),
    refetchInterval: 20_000,
  });

/** What may be edited now, kind by kind. */
export const editableQuery = (orderId: string) =>
  queryOptions({
    queryKey: [...orderKey(orderId), 'editable'],
    queryFn: ({ signal }) => docket.call('getEditable', { path: { orderId } }, { signal }),
  });
