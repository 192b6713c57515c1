import type { OutgoingCaller } from '@docket/core/ports';
import type { Adapters } from '../../payments/open-provider.js';
import type { CreditHolds } from '../../store-credit/holds.js';
import { createManualProvider } from './manual.js';
import { createSandboxProvider } from './sandbox.js';
import { createStoreCreditProvider } from './store-credit.js';

interface StoreCreditBooks {
  readonly holds: CreditHolds;
  /** Codes of gift cards are known by their hashes alone. */
  readonly hashOf: (account: string, code: string) => Buffer;
}

/** Every kind of payment provider that there is. The library of Stripe is loaded where an account pays with Stripe. */
export const createPaymentAdapters =
  (caller: OutgoingCaller, stopwatch: () => number) =>
  ({ holds, hashOf }: StoreCreditBooks): Adapters =>
  async ({ adapter, url, behaviours, secrets }, { account, keep }) => {
    const client = { caller, keep, stopwatch };
    switch (adapter) {
      case 'manual':
        return createManualProvider();
      case 'store_credit':
        return createStoreCreditProvider({ account, holds, hashOf });
      case 'sandbox':
        return createSandboxProvider({ url: url ?? '', apiKey: secrets['apiKey'] ?? '', behaviours }, client);
      case 'stripe': {
        const { createStripeProvider } = await import('./stripe.js');
        const { secretKey = '', eventSecret = '' } = secrets;
        return createStripeProvider({ secretKey, eventSecret }, client);
      }
      default: {
        const never: never = adapter;
        throw new Error(`unknown adapter ${String(never)}`);
      }
    }
  };
