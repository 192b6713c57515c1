import type { DocumentMarks } from './document-marks.js';
import type { Adjustment, LineMoney, OrderDiscount, Totals } from './totals.js';
import type { Amount, UnitPrice } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import type { Rounding } from '../money/rounding.js';
import type { UsedPromotion } from '../pricing/promotion.js';
import type { LineTax } from '../tax/line-tax.js';
import type { Instance } from '../workflow/instance.js';
import type { Domain, WorkflowTable } from '../workflow/table.js';
import type { CancellationRequest } from './cancellation.js';
import type { Hold } from './hold.js';
import type { LedgerBalances } from './ledger.js';
import type { FieldValues } from '../custom-fields/field-values.js';
import type { CustomDocument } from './custom-document.js';
import type { HandSet } from './edit-working.js';
import type { Invoice } from './invoice.js';
import type { Package } from './package.js';
import type { Capture, VoidedAuthorisation } from './money-document.js';
import type { Payment } from './payment.js';
import type { Refund } from './refund-document.js';
import type { Return } from './return.js';
import type { ReturnInvoice } from './return-invoice.js';
import type { Shipment } from './shipment.js';

/** An instant in UTC, ISO 8601 with milliseconds: `2026-03-02T10:29:11.100Z`. Sorts as text. */
export type Instant = string;

/**
 * An order as its log folds it. The four parts are the four columns it is stored in; `evolve` keeps the identity of a
 * part that an event does not touch, and the store writes only the parts whose identity changed.
 */
export interface Order {
  readonly head: OrderHead;
  readonly lines: readonly Line[];
  readonly documents: Documents;
  readonly carried: Carried;
  /**
   * Tables of the account's own workflows that the instances are pinned to. Never stored with the order: published tables
   * do not change, so whoever reads an order adds them.
   */
  readonly published: readonly WorkflowTable[];
}

/** The shape number of the stored parts. Raised when they change; a row with an older one is folded anew when read. */
export const STATE_SCHEMA = 8;

export interface OrderHead {
  readonly account: string;
  readonly orderId: string;
  /** One checkout that became several orders shares a group; `position` counts from 1 in it. */
  readonly group: string;
  readonly position: number;
  /** Ascending number in the account, with gaps. */
  readonly sequence: number;
  /** What people call the order, by the template of its account or store; null: its id. */
  readonly number: string | null;
  /** Events folded so far. */
  readonly version: number;
  /** Ids that other systems gave this order, by source; unique in the account. */
  readonly externalIds: Readonly<Record<string, string>>;
  readonly store: string;
  readonly channel: string;
  readonly origin: Domain;
  readonly currency: Currency;
  readonly rounding: Rounding;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly placedBy: string;
  /** False while payment has not begun: no workflow runs, and the placement ends by itself at its deadline. */
  readonly complete: boolean;
  readonly placementDeadline: Instant | null;
  /** What the placement chose: a built-in workflow, or one that the account published. */
  readonly workflow: string;
  readonly windowSeconds: number;
  readonly instances: readonly Instance[];
  readonly links: readonly OrderLink[];
  /** Personal: null when the person was forgotten, or where nobody was named. */
  readonly buyer: Buyer | null;
  readonly billingAddress: Address | null;
  /** The person's customer id; a number of this account, kept for the books. */
  readonly customerId: string | null;
  readonly forgotten: boolean;
  readonly deliveries: readonly Delivery[];
  readonly discounts: readonly OrderDiscount[];
  /** Promotions that it was priced with; absent: none, or its sender priced it. */
  readonly promotions?: readonly UsedPromotion[];
  readonly adjustments: readonly Adjustment[];
  readonly totals: Totals;
  readonly ledger: LedgerBalances;
  readonly cancellationRequests: readonly CancellationRequest[];
  readonly cancellation: Cancellation | null;
  /** Those that stand and the last that were released, in the order in which they were placed. */
  readonly holds: readonly Hold[];
  readonly tags: readonly string[];
  readonly assignee: string | null;
  readonly authorisedAt: Instant | null;
  readonly invoicedAt: Instant | null;
  readonly deliveredAt: Instant | null;
  readonly deletedAt: Instant | null;
  /** The highest number that a line was ever counted with, once the order was edited: no line gets that of a removed one. */
  readonly lastLine?: number;
  /** True: a provider counted its tax, and somebody set that of every line by hand since. */
  readonly providerTaxed?: true;
  /** The return whose goods this order replaces; absent: none. */
  readonly exchangeOf?: ExchangeOf;
}

export interface Buyer {
  readonly email: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly phone: string | null;
  readonly documentType: string | null;
  readonly document: string | null;
  readonly company: string | null;
  readonly locale: string | null;
}

export interface Address {
  readonly receiver?: string;
  readonly street?: string;
  readonly number?: string;
  readonly complement?: string;
  readonly neighbourhood?: string;
  readonly city?: string;
  readonly state?: string;
  readonly postalCode?: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  readonly phone?: string;
  readonly reference?: string;
}

/** How a part of the order reaches the buyer. Lines name it. */
export interface Delivery {
  readonly id: string;
  readonly type: 'delivery' | 'pickup';
  readonly method: string | null;
  readonly price: Amount;
  /** What somebody said that it costs, before promotions lower it; absent where that is the price of its method. */
  readonly givenPrice?: Amount;
  readonly pickupPoint: string | null;
  readonly promisedAt: Instant | null;
  readonly shipBy: Instant | null;
  /** Personal. */
  readonly address: Address | null;
}

export interface Line {
  readonly id: string;
  readonly sku: string;
  readonly gtin: string | null;
  readonly name: string;
  /** The product's picture as it was at placement; absent where it had none. */
  readonly imageUrl?: string;
  readonly seller: string | null;
  readonly quantity: number;
  /** Thousandths: 1000 is one sold unit of the measure, 500 half of it. */
  readonly unitMultiplier: number;
  readonly measurementUnit: string;
  /** Millionths of the major unit, before any discount; null where unknown. */
  readonly listPriceMicros: UnitPrice | null;
  readonly priceMicros: UnitPrice;
  readonly discountMicros: UnitPrice;
  readonly deliveryId: string | null;
  readonly money: LineMoney;
  /** What of it an edit set, in the place of what the order was placed or priced with; absent: nothing. */
  readonly byHand?: readonly HandSet[];
  /** How a provider counted its tax; absent: whoever placed the order did. */
  readonly taxed?: LineTax;
  readonly stock: LineStock | null;
  readonly invoiced: number;
  readonly shipped: number;
  /** Pieces that reached the buyer in no parcel: the order was said to have arrived; absent: none. */
  readonly handedOver?: number;
  readonly returned: number;
  /** Pieces that will not be sent: the order was closed short or cancelled. */
  readonly cancelled: number;
  /** What was given back by name for cancelled pieces, before they were; absent: nothing. Minor units. */
  readonly refundedOfCancelled?: Amount;
}

/** Pieces of a line that stock still holds for it. Null on the line: the product is not counted. */
export interface LineStock {
  readonly place: string;
  readonly state: 'claimed' | 'confirmed';
  readonly held: number;
}

/** Documents by kind and id, in the order in which they came. */
export interface Documents {
  readonly payment: Readonly<Record<string, Payment>>;
  readonly invoice: Readonly<Record<string, Invoice>>;
  readonly shipment: Readonly<Record<string, Shipment>>;
  readonly package: Readonly<Record<string, Package>>;
  readonly return_invoice: Readonly<Record<string, ReturnInvoice>>;
  readonly return: Readonly<Record<string, Return>>;
  readonly capture: Readonly<Record<string, Capture>>;
  readonly void: Readonly<Record<string, VoidedAuthorisation>>;
  readonly refund: Readonly<Record<string, Refund>>;
  readonly custom: Readonly<Record<string, CustomDocument>>;
}

export type DocumentKindName = keyof Documents;

/** What travels with an order and decides nothing. All of it personal but the plain part of fields. */
export interface Carried {
  readonly custom: Readonly<Record<string, unknown>>;
  /** Fields that the account defined, by `order`, `line:<id>`, `payment:<id>` and so on. */
  readonly fields: Readonly<Record<string, FieldValues>>;
  /** What people say of built-in documents, by `payment:1` and so on; absent: nothing. */
  readonly marks?: Readonly<Record<string, DocumentMarks>>;
  /** Fields of an API dialect that the core does not know, returned as they came, by dialect. */
  readonly attachments: Readonly<Record<string, unknown>>;
  /** Customisations of a line, by line id. */
  readonly lineAttachments: Readonly<Record<string, unknown>>;
  /** Fields of an API dialect on an invoice of either direction, by its number. */
  readonly invoiceAttachments: Readonly<Record<string, unknown>>;
  readonly notes: readonly Note[];
  readonly log: readonly LogEntry[];
}

export interface Note {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  readonly text: string | null;
}

export interface LogEntry {
  readonly id: string;
  readonly at: Instant;
  readonly source: string;
  readonly message: string | null;
}

export interface OrderLink {
  /** What the other order is to this one. */
  readonly role: 'marketplace' | 'seller';
  readonly account: string;
  readonly orderId: string;
}

/** Where the money of an order came from that was placed in exchange. */
export interface ExchangeOf {
  readonly orderId: string;
  readonly returnId: string;
}

export interface Cancellation {
  readonly at: Instant;
  readonly by: 'buyer' | 'staff' | 'seller' | 'marketplace' | 'payment' | 'system';
  readonly requestId: string | null;
  /** Personal: free text. */
  readonly reason: string | null;
}

/** Pieces of a line that are neither sent on nor given up: what may still be invoiced or shipped of it. */
export const openToInvoice = (line: Line): number => line.quantity - line.cancelled - line.invoiced;
export const openToShip = (line: Line): number => line.quantity - line.cancelled - departed(line);

/** Pieces that left the house, in parcels or without. */
export const departed = ({ shipped, handedOver = 0 }: Pick<Line, 'shipped' | 'handedOver'>): number =>
  shipped + handedOver;

/** All pieces are in parcels, or the order is wholly invoiced: then what has no parcel was handed over otherwise. */
export const nothingLeftToSend = (order: {
  readonly head: Pick<OrderHead, 'invoicedAt'>;
  readonly lines: readonly Line[];
}): boolean => order.head.invoicedAt !== null || order.lines.every((line) => openToShip(line) === 0);
