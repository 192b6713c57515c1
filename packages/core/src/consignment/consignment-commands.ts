import type { Amount } from '../money/amount.js';
import type { TrackPackage } from '../order/commands.js';
import type { Instant } from '../order/order.js';
import type { AllocationRule, MemberRef } from './consignment.js';
import type { NewMember } from './consignment-events.js';

/** Everything that can be asked of a consignment. `decideConsignment` answers each with events or a refusal. */
export type ConsignmentCommand =
  | CreateConsignment
  | { readonly type: 'extend_consignment'; readonly members: readonly AskedMember[] }
  | ({ readonly type: 'take_out_of_consignment' } & MemberRef)
  | ChangeConsignment
  | HandOverConsignment
  | TrackConsignment
  | { readonly type: 'deliver_consignment'; readonly deliveredAt?: Instant }
  | ReturnConsignment
  | CancelConsignment;

export type ConsignmentCommandName = ConsignmentCommand['type'];

export interface AskedMember {
  readonly orderId: string;
  /** Absent: what of the order is neither sent nor planned becomes a shipment; where all is planned, its first open one. */
  readonly shipmentId?: string;
  /** Grams. */
  readonly weight?: number;
}

/** Null takes it away. */
export interface ConsignmentDetails {
  readonly carrier?: string | null;
  readonly trackingNumber?: string | null;
  readonly trackingUrl?: string | null;
  /** What it costs the merchant, in minor units of the currency of its orders. */
  readonly cost?: Amount | null;
  readonly allocation?: AllocationRule;
}

export interface CreateConsignment extends ConsignmentDetails {
  readonly type: 'create_consignment';
  readonly members: readonly AskedMember[];
}

export interface ChangeConsignment extends ConsignmentDetails {
  readonly type: 'change_consignment';
  readonly weights?: readonly NewMember[];
}

/** All of it leaves the house at once. */
export interface HandOverConsignment extends Pick<ConsignmentDetails, 'carrier' | 'trackingNumber' | 'trackingUrl'> {
  readonly type: 'hand_over_consignment';
  readonly dispatchedAt?: Instant;
}

export interface TrackConsignment {
  readonly type: 'track_consignment';
  readonly events: NonNullable<TrackPackage['events']>;
}

export interface CancelConsignment {
  readonly type: 'cancel_consignment';
  /** Kept in its own history, which is nobody's: it names no person. */
  readonly reason?: string;
}

export interface ReturnConsignment {
  readonly type: 'return_consignment';
  /** Kept with the packages of its orders. */
  readonly reason?: string;
  readonly at?: Instant;
  readonly restock?: boolean;
}
