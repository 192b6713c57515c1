import type { components } from '@docket/sdk';
import { queryOptions } from '@tanstack/react-query';
import { docket } from '../../docket';

export type PaymentProvider = components['schemas']['PaymentProvider'];

export const ADAPTERS = ['stripe', 'store_credit', 'manual', 'sandbox'] as const;

export const providerQuery = (provider: string) =>
  queryOptions({
    queryKey: ['settings', 'payment-providers', 'one', provider],
    queryFn: () => docket.call('getPaymentProvider', { path: { provider } }),
  });

/** Which secrets are set and which it takes, and where the provider sends its events. */
export const secretsQuery = (provider: string) =>
  queryOptions({
    queryKey: ['settings', 'payment-providers', 'secrets', provider],
    queryFn: () => docket.call('getProviderSecrets', { path: { provider } }),
  });
