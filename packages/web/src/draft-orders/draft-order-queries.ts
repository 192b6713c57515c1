import type { AnswerOf } from '@docket/sdk';
import { queryOptions } from '@tanstack/react-query';
import { docket } from '../docket';

export type DraftOrder = AnswerOf<'getDraftOrder'>;
export type DraftOrderRow = AnswerOf<'listDraftOrders'>['items'][number];
export type DraftOrderState = DraftOrder['state'];

export const STATES = ['open', 'sent', 'placed', 'expired', 'cancelled'] as const;
export const STATE_COLOURS: Readonly<Record<DraftOrderState, string>> = {
  open: 'blue',
  sent: 'yellow',
  placed: 'green',
  expired: 'gray',
  cancelled: 'gray',
};

export const draftOrderAddress = (id: string): string => `/draft-orders/${encodeURIComponent(id)}`;

export const draftOrderKey = (id: string): readonly string[] => ['draft-orders', id];

export const draftOrderQuery = (draftOrderId: string) =>
  queryOptions({
    queryKey: [...draftOrderKey(draftOrderId), 'shown'],
    queryFn: () => docket.call('getDraftOrder', { path: { draftOrderId } }),
  });

type Buyer = { readonly firstName: string | null; readonly lastName: string | null; readonly company: string | null; readonly email: string | null }; // prettier-ignore

/** What people call a buyer; empty where nobody knows. */
export function buyerName(buyer: unknown): string {
  if (buyer === null || buyer === undefined) return '';
  const { firstName, lastName, company, email } = buyer as Buyer;
  const name = [firstName, lastName].filter((part) => (part ?? '') !== '').join(' ');
  return [name, company, email].find((part) => (part ?? '') !== '') ?? '';
}
