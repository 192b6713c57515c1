import type { Amount } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import type { Instant } from '../order/order.js';
import type { Recorded } from '../order/events.js';
import type { AllocationRule, MemberBasis, MemberRef } from './consignment.js';

/** One fact of a consignment's history. Nothing in it is personal: the orders hold what is. */
export type ConsignmentEvent =
  | Fact<'consignment_created', ConsignmentCreated>
  | Fact<'consignment_extended', { readonly members: readonly NewMember[] }>
  | Fact<'consignment_member_left', MemberRef & { readonly why: WhyLeft }>
  | Fact<'consignment_changed', ConsignmentChanges>
  | Fact<'consignment_sent', { readonly members: readonly SentMember[]; readonly dispatchedAt: Instant | null }>
  /** When each thing happened. */
  | Fact<'consignment_tracked', { readonly times: readonly Instant[] }>
  | Fact<'consignment_arrived', { readonly members: readonly MemberRef[]; readonly at: Instant }>
  | Fact<'consignment_returned', { readonly members: readonly MemberRef[]; readonly at: Instant }>
  /** `empty`: the last shipment left it. The reason is of who asked, where they gave one. */
  | Fact<'consignment_cancelled', { readonly why: 'asked' | 'empty'; readonly reason?: string }>;

interface Fact<Type extends string, Data> {
  readonly type: Type;
  readonly data: Data;
  readonly personal: null;
}

export type ConsignmentEventType = ConsignmentEvent['type'];
export type RecordedConsignmentEvent = ConsignmentEvent & Recorded;

export interface NewMember extends MemberRef {
  readonly weight: number | null;
}

export interface SentMember extends MemberRef {
  readonly packageId: string;
  readonly basis: MemberBasis;
}

/** Why a shipment travels in it no more: somebody took it out, or what became of its order. */
export type WhyLeft = 'removed' | 'order_cancelled' | 'order_deleted' | 'shipment_cancelled' | 'nothing_left';

export interface ConsignmentCreated {
  readonly consignmentId: string;
  readonly number: string;
  readonly store: string;
  readonly currency: Currency;
  readonly method: string | null;
  readonly members: readonly NewMember[];
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly trackingUrl: string | null;
  readonly cost: Amount | null;
  readonly allocation: AllocationRule;
}

/** What is absent stays as it is. */
export interface ConsignmentChanges {
  readonly carrier?: string | null;
  readonly trackingNumber?: string | null;
  readonly trackingUrl?: string | null;
  readonly cost?: Amount | null;
  readonly allocation?: AllocationRule;
  /** Of these members alone. */
  readonly weights?: readonly NewMember[];
}

/** The shape number that each type of event is written with today. Raised together with a step in `upcastConsignment`. */
export const CONSIGNMENT_EVENT_SCHEMA: Readonly<Record<ConsignmentEventType, number>> = {
  consignment_created: 1,
  consignment_extended: 1,
  consignment_member_left: 1,
  consignment_changed: 1,
  consignment_sent: 1,
  consignment_tracked: 1,
  consignment_arrived: 1,
  consignment_returned: 1,
  consignment_cancelled: 1,
};

const isKnown = (type: string): type is ConsignmentEventType => Object.hasOwn(CONSIGNMENT_EVENT_SCHEMA, type);

/** Brings what was read from the log to today's shape, as `upcast` does for orders. */
export function upcastConsignment(type: string, schema: number, data: unknown): ConsignmentEvent {
  if (!isKnown(type)) throw new Error(`the log holds an event "${type}", which this version does not know`);
  if (schema > CONSIGNMENT_EVENT_SCHEMA[type])
    throw new Error(`the log holds ${type} of shape ${schema}, newer than this version`);
  return { type, data, personal: null } as ConsignmentEvent;
}
