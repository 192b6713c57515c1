import type { Amount } from '../money/amount.js';
import type { ItemQuantity } from './commands.js';
import type { Address, Instant } from './order.js';

/** Commands that plan what goes together, and those about parcels that are collected or come back. */
export type ShipmentCommand =
  | PlanShipment
  | SplitShipment
  | MoveItems
  | ChangeShipment
  | CancelShipment
  | PackPackage
  | MovePackedItems
  | UnpackPackage
  | CollectPackage
  | ReturnToSender;

/** What may be said of a shipment. Null takes it away. */
export interface ShipmentDetails {
  readonly deliveryId?: string | null;
  /** Another address than that of its delivery. Personal. */
  readonly address?: Address | null;
  readonly method?: string | null;
  readonly carrier?: string | null;
  /** The stock place that packs it. */
  readonly place?: string | null;
  readonly pickupPoint?: string | null;
  readonly shipBy?: Instant | null;
  readonly promisedAt?: Instant | null;
  /** The day on which the buyer wants it. */
  readonly deliverOn?: Instant | null;
  /** Its share of what delivery costs, in minor units; it stands in no ledger. */
  readonly price?: Amount | null;
}

export interface PlanShipment extends ShipmentDetails {
  readonly type: 'plan_shipment';
  /** Absent: everything that is neither sent nor planned; empty: a shipment to move pieces to. */
  readonly items?: readonly ItemQuantity[];
}

/** A new shipment with pieces of another one, and what is said of that one. */
export interface SplitShipment {
  readonly type: 'split_shipment';
  readonly shipmentId: string;
  readonly items: readonly ItemQuantity[];
}

/** Absent on one side: what is not planned. */
export interface MoveItems {
  readonly type: 'move_items';
  readonly from?: string;
  readonly to?: string;
  readonly items: readonly ItemQuantity[];
}

export interface ChangeShipment extends ShipmentDetails {
  readonly type: 'change_shipment';
  readonly shipmentId: string;
}

export interface CancelShipment {
  readonly type: 'cancel_shipment';
  readonly shipmentId: string;
  readonly reason?: string;
}

/** Says what lies in a package before it leaves. */
export interface PackPackage extends ParcelMeasures {
  readonly type: 'pack_package';
  readonly shipmentId: string;
  /** One that is packed, to change it; absent: a new one. */
  readonly packageId?: string;
  /** Its whole content; absent: of a new one all that is in none, of another one what it has. */
  readonly items?: readonly ItemQuantity[];
}

/** Absent on one side: what of the shipment is in no package. */
export interface MovePackedItems {
  readonly type: 'move_packed_items';
  readonly shipmentId: string;
  readonly from?: string;
  readonly to?: string;
  readonly items: readonly ItemQuantity[];
}

export interface UnpackPackage {
  readonly type: 'unpack_package';
  readonly shipmentId: string;
  readonly packageId: string;
}

export interface CollectPackage {
  readonly type: 'collect_package';
  readonly packageId: string;
  /** Who took it away. Personal. */
  readonly collectedBy: string;
  readonly at?: Instant;
}

export interface ReturnToSender {
  readonly type: 'return_to_sender';
  readonly packageId: string;
  readonly reason?: string;
  readonly at?: Instant;
  /** True: the pieces go back on the shelf, held for this order; else they lie aside for it. */
  readonly restock?: boolean;
}

/** What a parcel is like. */
export interface ParcelMeasures {
  /** Grams. */
  readonly weight?: number;
  readonly dimensions?: ParcelDimensions;
  /** What the label says where it is not the tracking number. */
  readonly barcode?: string;
}

/** Millimetres. */
export interface ParcelDimensions {
  readonly length: number;
  readonly width: number;
  readonly height: number;
}
