import type { ActorRef } from '@docket/core/order/decision';
import type { Order } from '@docket/core/order/order';
import { normalisedAddress } from '../personal-data/keys.js';

/** Somebody from outside the house who may see orders: a shopper who signed in, or the holder of a link to one order. */
export interface Visitor {
  readonly account: string;
  /** Stands in the log for ever, so it names the session or the link and never the person. */
  readonly actor: ActorRef;
  /** Through which link they came; null: they signed in. */
  readonly linkId: string | null;
  readonly sees: (order: Order) => boolean;
}

/** What a shopper who signed in is known by. */
export interface Identity {
  /** Normalised. */
  readonly address: string;
  /** Customers of the account with this address. */
  readonly customerIds: readonly string[];
}

/**
 * Whether the order is the shopper's: they bought it, by this address or as this customer. The half of a sale that only
 * handles it for a marketplace is not, nor is what was deleted, whose payment has not begun, or whose buyer was forgotten.
 * The filter `buyer` of the list says the same; a test compares the two.
 */
export function isOwnOrder({ address, customerIds }: Identity, order: Order): boolean {
  const { buyer, customerId } = order.head;
  if (!isShown(order) || order.head.origin !== 'Marketplace' || buyer === null) return false;
  if (buyer.email !== null && normalisedAddress(buyer.email) === address) return true;
  const isNamed = [buyer.email, buyer.firstName, buyer.lastName, buyer.company].some((part) => part !== null);
  return isNamed && customerId !== null && customerIds.includes(customerId);
}

/** What nobody from outside sees, whatever link they hold. */
export const isShown = ({ head }: Order): boolean => head.complete && head.deletedAt === null && !head.forgotten;
