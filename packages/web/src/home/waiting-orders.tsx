import type { QueryOf } from '@docket/sdk';
import { useQuery } from '@tanstack/react-query';
import { docket } from '../docket';
import { WaitingTile } from './waiting-tile';

type Filters = QueryOf<'listOrders'>;

const WEEK = 7 * 86_400_000;

export type WaitingKind = 'late' | 'hold' | 'cancellation' | 'ready' | 'payment' | 'stuck';

/** What orders wait for, each as the list finds them. */
export const WAITING: Readonly<Record<WaitingKind, () => Filters>> = {
  late: () => ({ late: true }),
  hold: () => ({ onHold: true }),
  cancellation: () => ({ status: ['request-cancel', 'waiting-for-seller-decision', 'cancellation-requested'] }),
  ready: () => ({ status: ['ready-for-handling'] }),
  payment: () => ({ stage: ['paying'] }),
  stuck: () => ({
    stage: ['placing', 'paying', 'handling', 'handing_over'],
    // To the hour, so that the same question is asked again and not a new one each time.
    updatedTo: new Date(Math.floor((Date.now() - WEEK) / 3_600_000) * 3_600_000).toISOString(),
  }),
};

/** How many orders wait for one thing, and the way to them. */
export function WaitingOrders({ name }: { readonly name: WaitingKind }) {
  const filters = WAITING[name]();
  const found = useQuery({
    queryKey: ['orders', 'waiting', name, filters],
    queryFn: () => docket.call('listOrders', { query: { ...filters, limit: 1, count: true } }),
    refetchInterval: 60_000,
  });
  const count = found.data?.count;
  return (
    <WaitingTile
      name={name}
      asked={found}
      count={count?.orders ?? 0}
      exact={count?.exact ?? true}
      to="/orders"
      search={filters}
    />
  );
}
