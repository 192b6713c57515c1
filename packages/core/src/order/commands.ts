import type { Amount, UnitPrice } from '../money/amount.js';
import type { Rounding } from '../money/rounding.js';
import type { UsedPromotion } from '../pricing/promotion.js';
import type { Adjustment, OrderDiscount } from './totals.js';
import type { FieldPatch } from '../custom-fields/field-values.js';
import type { Signal } from '../workflow/table.js';
import type { DocumentRef } from './document-kind.js';
import type { FieldTarget } from './document-type.js';
import type { Blocked } from './held-commands.js';
import type { HoldTarget } from './hold.js';
import type { Address, Buyer, Cancellation, Instant, OrderLink } from './order.js';
import type { SignalPayload } from './linked.js';

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
  | IssueReturnInvoice
  | TrackReturn
  | { readonly type: 'refund'; readonly amount?: Amount; readonly reason?: string }
  | { readonly type: 'close_short'; readonly reason?: string }
  | { readonly type: 'mark_delivered'; readonly deliveredAt?: Instant }
  | { readonly type: 'set_status'; readonly status: string }
  | AddDocument
  | ChangeDocument
  | { readonly type: 'cancel_document'; readonly documentId: string; readonly reason?: string }
  | SetCustomFields
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

export interface PlaceOrder {
  readonly type: 'place';
  /** That of the channel, else the account's default, where absent. */
  readonly store?: string;
  /** The account's default where absent. */
  readonly channel?: string;
  /** A built-in workflow, or one that the account published; its default where absent. */
  readonly workflow?: string;
  readonly currency: string;
  readonly rounding?: Rounding;
  readonly externalIds?: Readonly<Record<string, string>>;
  readonly customerId?: string;
  readonly buyer?: Partial<Buyer>;
  readonly billingAddress?: Address;
  readonly lines: readonly PlacedLine[];
  readonly deliveries?: readonly PlacedDelivery[];
  readonly discounts?: readonly OrderDiscount[];
  readonly adjustments?: readonly Adjustment[];
  readonly payments?: readonly PlacedPayment[];
  /** What the sender thinks the order comes to, in minor units; refused where Docket counts otherwise. */
  readonly total: Amount;
  readonly totals?: {
    readonly items?: Amount;
    readonly discounts?: Amount;
    readonly shipping?: Amount;
    readonly tax?: Amount;
    readonly adjustments?: Amount;
  };
  /** True: payment has not begun. The order waits outside its workflow until `complete_placement` or its deadline. */
  readonly incomplete?: boolean;
  /** Seconds of the cancellation window; the account's setting where absent. */
  readonly cancellationWindow?: number;
  readonly custom?: Readonly<Record<string, unknown>>;
  readonly attachments?: Readonly<Record<string, unknown>>;
  readonly tags?: readonly string[];
  readonly note?: string;
  /** Places the order into the group of an earlier order of the same checkout. */
  readonly group?: { readonly id: string; readonly position: number };
  /** The marketplace order that this one fulfils, in the same account. */
  readonly fulfils?: string;
  /** True: unit prices, discounts and gifts are those of a quote (`Facts.quote`), not the sender's. */
  readonly priced?: boolean;
  /** As the buyer typed them; only with `priced`. */
  readonly coupons?: readonly string[];
  /** Filled in from the quote: what is counted as used. */
  readonly promotions?: readonly UsedPromotion[];
}

export interface PlacedLine {
  /** Counted from 1 where absent. */
  readonly id?: string;
  readonly sku: string;
  readonly gtin?: string;
  /** Taken from the catalogue where absent; refused where neither knows it. */
  readonly name?: string;
  readonly seller?: string;
  readonly quantity: number;
  readonly unitMultiplier?: number;
  readonly measurementUnit?: string;
  readonly listPriceMicros?: UnitPrice;
  /** Taken from the catalogue where absent. */
  readonly priceMicros?: UnitPrice;
  readonly discountMicros?: UnitPrice;
  /** Tax of the whole line in minor units, on top of the price. */
  readonly tax?: Amount;
  /** The first delivery where absent. */
  readonly deliveryId?: string;
  /** Stock place; the product's own where absent. */
  readonly place?: string;
  readonly attachments?: unknown;
}

export interface PlacedDelivery {
  readonly id?: string;
  readonly type: 'delivery' | 'pickup';
  readonly method?: string;
  /** Taken from the shipping method where absent. */
  readonly price?: Amount;
  readonly pickupPoint?: string;
  readonly promisedAt?: Instant;
  readonly shipBy?: Instant;
  readonly address?: Address;
}

export interface PlacedPayment {
  readonly id?: string;
  readonly method: string;
  readonly amount: Amount;
  readonly installments?: number;
  /** When the money is taken; the workflow's rule where absent. */
  readonly capture?: 'on_approval' | 'on_invoice';
  readonly brand?: string;
  readonly lastDigits?: string;
  readonly transactionId?: string;
  readonly dueAt?: Instant;
}

/**
 * An order as another system kept it, with its papers, dates and money. Taken once, as it was: it claims nothing and tells
 * nobody, and from then on it is worked on like any other.
 */
export interface ImportOrder extends Omit<
  PlaceOrder,
  | 'type'
  | 'payments'
  | 'total'
  | 'totals'
  | 'incomplete'
  | 'cancellationWindow'
  | 'group'
  | 'fulfils'
  | 'priced'
  | 'coupons'
  | 'promotions'
> {
  readonly type: 'import_order';
  /** What people called it; its id where absent. */
  readonly number?: string;
  readonly createdAt: Instant;
  /** A status of its workflow in which orders may rest. */
  readonly status: string;
  readonly payments?: readonly ImportedPayment[];
  readonly invoices?: readonly ImportedInvoice[];
  readonly packages?: readonly ImportedPackage[];
  readonly returnInvoices?: readonly ImportedReturnInvoice[];
  /** When all of it had arrived; where absent, when the last package had, if everything is in packages. */
  readonly deliveredAt?: Instant;
  /** Of an order whose status means cancelled; where absent there, cancelled by `system` when it was placed. */
  readonly cancellation?: {
    readonly at?: Instant;
    readonly by?: Cancellation['by'];
    readonly reason?: string;
  };
  /** What it came to in the source; the difference to what Docket counts is booked as such. */
  readonly total?: Amount;
  /** What the buyer still owed in the source (below zero: was owed); the difference is booked as such. */
  readonly due?: Amount;
}

export interface ImportedPayment extends PlacedPayment {
  /** `pending` where absent. */
  readonly answer?: 'pending' | 'approved' | 'denied';
  /** That of the order where absent. */
  readonly answeredAt?: Instant;
  /** Of an approved one its amount where absent. */
  readonly authorised?: Amount;
  readonly captured?: Amount;
  readonly voided?: Amount;
  /** Beside what return invoices refund. */
  readonly refunded?: Amount;
}

export interface ImportedInvoice extends Omit<IssueInvoice, 'type' | 'package'> {
  readonly issuedAt: Instant;
}

export interface ImportedPackage extends Omit<SendPackage, 'type' | 'force'>, Pick<TrackPackage, 'events'> {
  readonly deliveredAt?: Instant;
}

export interface ImportedReturnInvoice extends Omit<IssueReturnInvoice, 'type' | 'restock'> {
  readonly issuedAt: Instant;
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
  readonly number: string;
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

export interface SendPackage extends PackageDetails {
  readonly type: 'send_package';
  readonly packageId?: string;
  /** Absent: everything not yet sent. */
  readonly items?: readonly ItemQuantity[];
  readonly invoiceNumber?: string;
  /** Over the counter: hands out an order that nobody has begun to handle. */
  readonly force?: boolean;
}

export interface UpdatePackage extends PackageDetails {
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

export interface IssueReturnInvoice {
  readonly type: 'issue_return_invoice';
  readonly number: string;
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
