import { queryOptions } from '@tanstack/react-query';
import { docket } from '../docket';

/** Everything that a field may name is offered at once: an account has few of these. */
const query = { limit: 1_000 } as const;

export const storeChoices = queryOptions({
  queryKey: ['settings', 'stores', 'choices'],
  queryFn: () => docket.call('listStore', { query }),
});

export const channelChoices = queryOptions({
  queryKey: ['settings', 'channels', 'choices'],
  queryFn: () => docket.call('listChannel', { query }),
});

export const shippingMethodChoices = queryOptions({
  queryKey: ['settings', 'shipping-methods', 'choices'],
  queryFn: () => docket.call('listShippingMethod', { query }),
});

export const placeChoices = queryOptions({
  queryKey: ['settings', 'places', 'choices'],
  queryFn: () => docket.call('listStockPlace', { query }),
});

export const carrierChoices = queryOptions({
  queryKey: ['settings', 'carriers', 'choices'],
  queryFn: () => docket.call('listCarrier', { query }),
});

export const pickupPointChoices = queryOptions({
  queryKey: ['settings', 'pickup-points', 'choices'],
  queryFn: () => docket.call('listPickupPoint', { query }),
});

export const providerChoices = queryOptions({
  queryKey: ['settings', 'payment-providers', 'choices'],
  queryFn: () => docket.call('listPaymentProvider', { query }),
});

export const workflowChoices = queryOptions({
  queryKey: ['settings', 'workflows', 'choices'],
  queryFn: () => docket.call('listWorkflows', { query }),
});

/** Choices with the present value among them, so that a field never looks empty that is not. */
export function withPresent(
  choices: readonly { readonly value: string; readonly label: string }[],
  present: string | null,
): { value: string; label: string }[] {
  const has = present === null || choices.some(({ value }) => value === present);
  return [...(has ? [] : [{ value: present, label: present }]), ...choices];
}
