import type { Amount } from '../money/amount.js';
import type { BuiltInKind } from './document-marks.js';
import type { FieldPatch } from '../custom-fields/field-values.js';
import type { Signal } from '../workflow/table.js';
import type { DocumentRef } from './document-kind.js';
import type { FieldTarget } from './document-type.js';
import type { EditOrder } from './edit-commands.js';
import type { Blocked } from './held-commands.js';
import type { HoldTarget } from './hold.js';
import type { Instant, OrderLink } from './order.js';
import type { PaymentCommand } from './payment-commands.js';
import type { ReturnCommand } from './return-commands.js';
import type { ImportOrder, PlacedPayment, PlaceOrder } from './placing-commands.js';
import type { SignalPayload } from './linked.js';
import type { ParcelMeasures, ShipmentCommand } from './shipment-commands.js';

/** Everything that can be asked of an order. `decide` answers each with events or a refusal. */
export type Command =
  | PlaceOrder
  | ImportOrder
  | { readonly type: 'complete_placement'; readonly payments?: readonly PlacedPayment[] }
  | { readonly type: 'expire_placement' }
  | { readonly type: 'approve_payment'; readonly paymentId: string; readonly amount?: Amount }
  | { readonly type: 'deny_payment'; readonly paymentId: string; readonly message?: string }
  | { readonly type: 'notify_payment'; readonly paymentId: string }
  | { readonly type: 'request_cancellation'; readonly reason?: string; readonly byBuyer?: boolean }
  | { readonly type: 'confirm_cancellation'; readonly reason?: string }
  | { readonly type: 'deny_cancellation'; readonly requestId?: string; readonly reason?: string }
  | { readonly type: 'end_cancellation_window' }
  | { readonly type: 'end_deadline' }
  | { readonly type: 'accept_order' }
  | { readonly type: 'authorise_fulfilment' }
  | { readonly type: 'start_handling' }
  | IssueInvoice
  | SendPackage
  | UpdatePackage
  | TrackPackage
  | ShipmentCommand
  | IssueReturnInvoice
  | TrackReturn
  | ReturnCommand
  | PaymentCommand
  | { readonly type: 'close_short'; readonly reason?: string }
  | { readonly type: 'mark_delivered'; readonly deliveredAt?: Instant }
  | { readonly type: 'set_status'; readonly status: string }
  | AddDocument
  | ChangeDocument
  | { readonly type: 'cancel_document'; readonly documentId: string; readonly reason?: string }
  | SetCustomFields
  | MarkDocument
  | EditOrder
  | { readonly type: 'add_note'; readonly text: string }
  | { readonly type: 'add_log_entry'; readonly source: string; readonly message: string }
  | { readonly type: 'change_tags'; readonly add?: readonly string[]; readonly remove?: readonly string[] }
  | { readonly type: 'assign'; readonly assignee: string | null }
  | PlaceHold
  | { readonly type: 'release_hold'; readonly holdId: string; readonly reason?: string }
  | { readonly type: 'end_holds' }
  | { readonly type: 'delete_order' }
  | { readonly type: 'restore_order' }
  /** The key of the person is destroyed already; what lies in plain is taken out. */
  | { readonly type: 'forget_person' }
  | {
      readonly type: 'receive_signal';
      readonly signal: Signal;
      readonly from: OrderLink;
      readonly payload: SignalPayload;
    };

export type CommandName = Command['type'];
export type CommandOf<Name extends CommandName> = Extract<Command, { type: Name }>;

export interface PlaceHold {
  readonly type: 'place_hold';
  /** One of the account's list. */
  readonly holdType: string;
  /** The whole order where absent. */
  readonly on?: HoldTarget;
  /** What its type says where absent. */
  readonly blocks?: readonly Blocked[];
  /** What its type says where absent. */
  readonly releaseBy?: string;
  readonly reason?: string;
  readonly releaseAt?: Instant;
}

export interface ItemQuantity {
  readonly lineId?: string;
  /** Instead of `lineId`: pieces are taken from the lines of this SKU that have any left, in their order. */
  readonly sku?: string;
  /** Lines of that SKU from which pieces are taken first, in this order. */
  readonly preferred?: readonly string[];
  readonly quantity: number;
}

export interface PackageDetails {
  readonly carrier?: string;
  readonly trackingNumber?: string;
  readonly trackingUrl?: string;
  readonly dispatchedAt?: Instant;
}

export interface IssueInvoice {
  readonly type: 'issue_invoice';
  /** Docket’s own where absent (`withPaperNumber`). */
  readonly number?: string;
  readonly value: Amount;
  /** Absent or empty: the items are inferred when the value completes the order. */
  readonly items?: readonly ItemQuantity[];
  readonly issuedAt?: Instant;
  readonly key?: string;
  readonly url?: string;
  /** The parcel that this invoice travels with; counted where it has no id. */
  readonly package?: PackageDetails & { readonly packageId?: string };
  /** What an API dialect knows of the paper and the core does not, by dialect; given back as it came. */
  readonly attachments?: Readonly<Record<string, unknown>>;
}

export interface SendPackage extends PackageDetails, ParcelMeasures {
  readonly type: 'send_package';
  readonly packageId?: string;
  /** The shipment that it is of: it then holds what that has left. */
  readonly shipmentId?: string;
  /** Said by the consignment alone that hands it over. */
  readonly consignmentId?: string;
  /** Absent: everything not yet sent. */
  readonly items?: readonly ItemQuantity[];
  readonly invoiceNumber?: string;
  /** Over the counter: hands out an order that nobody has begun to handle. */
  readonly force?: boolean;
}

export interface UpdatePackage extends PackageDetails, ParcelMeasures {
  readonly type: 'update_package';
  readonly packageId: string;
}

export interface TrackPackage {
  readonly type: 'track_package';
  readonly packageId: string;
  readonly events?: readonly {
    readonly at: Instant;
    readonly city?: string;
    readonly state?: string;
    readonly description: string;
  }[];
  readonly delivered?: boolean;
  readonly deliveredAt?: Instant;
}

/** What may be said of such a document. */
interface DocumentContent {
  /** Of a new one the first of its type where absent. */
  readonly status?: string;
  readonly approved?: boolean;
  readonly amount?: Amount | null;
  readonly outerId?: string | null;
  readonly comment?: string | null;
  readonly custom?: FieldPatch;
}

/** A document of a type that the account made. */
export interface AddDocument extends DocumentContent {
  readonly type: 'add_document';
  readonly documentType: string;
  /** What it hangs under; the order itself where absent. */
  readonly parent?: DocumentRef;
  /** The next one of the series of its type where absent. */
  readonly number?: string;
}

/** What is absent stays; null takes it away. */
export interface ChangeDocument extends DocumentContent {
  readonly type: 'change_document';
  readonly documentId: string;
}

export interface SetCustomFields {
  readonly type: 'set_custom_fields';
  readonly target: FieldTarget;
  /** Of a line or a document; none of the order. */
  readonly id?: string;
  readonly custom: FieldPatch;
}

/** What is absent stays; null takes it away. */
export interface MarkDocument {
  readonly type: 'mark_document';
  readonly kind: BuiltInKind;
  readonly id: string;
  readonly approved?: boolean;
  readonly outerId?: string | null;
  readonly comment?: string | null;
}

export interface IssueReturnInvoice {
  readonly type: 'issue_return_invoice';
  /** As of an invoice. */
  readonly number?: string;
  readonly value: Amount;
  readonly items?: readonly ItemQuantity[];
  readonly issuedAt?: Instant;
  readonly key?: string;
  readonly url?: string;
  /** Money given back, in minor units; where absent as much of the value as was captured and not yet refunded. */
  readonly refund?: Amount;
  /** True: the returned pieces go back on the shelf they came from. */
  readonly restock?: boolean;
  /** As of an invoice. */
  readonly attachments?: Readonly<Record<string, unknown>>;
}

/** What is known of the parcel that brings goods back. */
export interface TrackReturn extends PackageDetails, Omit<TrackPackage, 'type' | 'packageId'> {
  readonly type: 'track_return';
  /** Of its return invoice. */
  readonly number: string;
}
