import type { Amount } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import type { Instant } from '../order/order.js';

/** How the cost of a consignment is shared over its members: by what their pieces sold for, weigh, count, or by heads. */
export const ALLOCATION_RULES = ['value', 'weight', 'pieces', 'equal'] as const;
export type AllocationRule = (typeof ALLOCATION_RULES)[number];

/** A shipment of an order. */
export interface MemberRef {
  readonly orderId: string;
  readonly shipmentId: string;
}

/** A shipment that travels in a consignment. Where it goes and for whom stays with its order. */
export interface Member extends MemberRef {
  /** Grams; null: nobody said. */
  readonly weight: number | null;
  /** The package of the order that left with it; null before the hand-over. */
  readonly packageId: string | null;
  /** What the cost was shared by, as it left; null before. */
  readonly basis: MemberBasis | null;
  readonly arrivedAt: Instant | null;
  /** When it was in the house again, because nobody took it. */
  readonly returnedAt: Instant | null;
}

export interface MemberBasis {
  /** What its pieces were sold for, in minor units. */
  readonly value: Amount;
  readonly pieces: number;
}

/** One shipment to one address, by one method, of several orders of one store. Holds nothing about a person. */
export interface Consignment {
  readonly consignmentId: string;
  readonly number: string;
  /** Events folded so far. */
  readonly version: number;
  readonly store: string;
  readonly currency: Currency;
  readonly method: string | null;
  readonly members: readonly Member[];
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly trackingUrl: string | null;
  /** What it costs the merchant, in minor units; null: not known. */
  readonly cost: Amount | null;
  readonly allocation: AllocationRule;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly sentAt: Instant | null;
  readonly dispatchedAt: Instant | null;
  /** When each thing happened that its carrier reported, oldest first; what and where, the packages of its orders know. */
  readonly tracking: readonly Instant[];
  readonly cancelledAt: Instant | null;
  /** Why, of who gave it up; absent: nobody said. */
  readonly cancelReason?: string;
}

/** The shape number of the stored state. Raised when it changes; a row with an older one is folded anew when read. */
export const CONSIGNMENT_STATE_SCHEMA = 1;

/** Orders change together with their consignment, in one transaction: more would hold up too many others. */
export const MOST_MEMBERS = 50;

export const CONSIGNMENT_STATUSES = [
  'open',
  'sent',
  'in_transit',
  'delivered',
  'returned_to_sender',
  'cancelled',
] as const;
export type ConsignmentStatus = (typeof CONSIGNMENT_STATUSES)[number];

export function consignmentStatus({ members, tracking, sentAt, cancelledAt }: Consignment): ConsignmentStatus {
  if (cancelledAt !== null) return 'cancelled';
  if (sentAt === null) return 'open';
  if (members.every(hasEnded)) return members.some(hasArrived) ? 'delivered' : 'returned_to_sender';
  return tracking.length > 0 || members.some(hasEnded) ? 'in_transit' : 'sent';
}

const hasArrived = ({ arrivedAt }: Member): boolean => arrivedAt !== null;

/** It arrived or came back. */
export const hasEnded = ({ arrivedAt, returnedAt }: Member): boolean => arrivedAt !== null || returnedAt !== null;

export const isSame = (one: MemberRef, other: MemberRef): boolean =>
  one.orderId === other.orderId && one.shipmentId === other.shipmentId;

/** The orders of a consignment, each once. */
export const ordersOf = ({ members }: { readonly members: readonly MemberRef[] }): readonly string[] => [
  ...new Set(members.map(({ orderId }) => orderId)),
];
