import type { AnswerOf } from '@docket/sdk';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { docket } from '../docket';

export type HoldType = AnswerOf<'getHoldType'>;
export type Blocked = HoldType['blocks'][number];

/** What a hold can block, in the order in which an order is worked on. */
export const BLOCKED: readonly Blocked[] = [
  'payment', 'capture', 'handling', 'invoicing', 'shipping', 'refund', 'cancellation', 'status', 'editing', 'all',
]; // prettier-ignore

/** Under `['settings']` lies all that a change of a setting makes stale. */
export const everyHoldType = queryOptions({
  queryKey: ['settings', 'hold-types', 'choices'],
  queryFn: () => docket.call('listHoldType', { query: { limit: 1_000 } }),
});

/** What the account calls a type; one that was taken away is called by its id. */
export function useHoldTypeName(): (holdType: string) => string {
  const types = useQuery(everyHoldType);
  const names = new Map((types.data?.items ?? []).map(({ holdType, name }) => [holdType, name]));
  return (holdType) => names.get(holdType) ?? holdType;
}
