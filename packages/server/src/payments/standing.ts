import type { Order } from '@docket/core/order/order';
import { beginKey } from '@docket/core/order/provider-work';
import { refuse, type Refusal } from '@docket/core/order/refusals';
import type { ProviderStanding } from '@docket/core/payment-provider';
import type { OpenProvider } from './open-provider.js';

/** What the provider of a payment says of it; undefined: nobody who is called knows of it. */
export type AskStanding = (
  account: string,
  order: Order,
  paymentId: string,
) => Promise<ProviderStanding | Refusal | undefined>;

/** Asks what stands, and moves nothing. Refusal: provider_unreachable. */
export function createAskStanding(open: OpenProvider): AskStanding {
  return async (account, order, paymentId) => {
    const payment = order.documents.payment[paymentId];
    if (payment?.provider == null) return undefined;
    const { provider, transactionId: outerId } = payment;
    const { orderId } = order.head;
    const opening = await open({ account, provider, operation: 'lookup', orderId, paymentId });
    if (opening.state !== 'open') return refuse('provider_unreachable', undefined, { provider });
    if (!opening.provider.capabilities.calls) return undefined;
    const found = await opening.provider.lookup({ outerId, key: beginKey(order, paymentId) });
    if (found.state === 'unknown') return refuse('provider_unreachable', undefined, { provider, said: found.message });
    return found.state === 'found' ? found.standing : undefined;
  };
}
