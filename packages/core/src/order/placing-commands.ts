import type { Amount, UnitPrice } from '../money/amount.js';
import type { Rounding } from '../money/rounding.js';
import type { UsedPromotion } from '../pricing/promotion.js';
import type { LineTax } from '../tax/line-tax.js';
import type { SendPackage, TrackPackage } from './commands.js';
import type { NumberedInvoice, NumberedReturnInvoice } from './paper-number.js';
import type { Address, Buyer, Cancellation, ExchangeOf, Instant, OrderLink } from './order.js';
import type { Adjustment, OrderDiscount } from './totals.js';

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
  /** True: a provider counts the tax (`Facts.taxed`). False: the sender did. Absent: what the store says where no line names one. */
  readonly taxed?: boolean;
  /** As the buyer typed them; only with `priced`. */
  readonly coupons?: readonly string[];
  /** Filled in from the quote: what is counted as used. */
  readonly promotions?: readonly UsedPromotion[];
}

/** What an order that is placed says of others. */
export interface PlacedFor {
  readonly links?: readonly OrderLink[];
  /** Of an order that replaces goods which came back. */
  readonly exchangeOf?: ExchangeOf;
  /** Its payments, from what it comes to, where its sender has not added it up. */
  readonly paymentsFor?: (total: Amount) => readonly PlacedPayment[];
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
  /** Filled in from the answer of a provider. */
  readonly taxed?: LineTax;
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
  /** What the sender of a placement that Docket prices said that it costs. Nobody from outside says it. */
  readonly givenPrice?: Amount;
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
  readonly capture?: 'on_approval' | 'on_invoice' | 'by_hand';
  /** Who moves its money; absent: a person or another system does. */
  readonly provider?: string;
  readonly brand?: string;
  readonly lastDigits?: string;
  /** `MM/YYYY`. */
  readonly expiry?: string;
  readonly holder?: string;
  readonly phone?: string;
  /** What the provider knows the means of payment by. */
  readonly token?: string;
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
  | 'taxed'
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

export interface ImportedInvoice extends Omit<NumberedInvoice, 'type' | 'package'> {
  readonly issuedAt: Instant;
}

export interface ImportedPackage extends Omit<SendPackage, 'type' | 'force'>, Pick<TrackPackage, 'events'> {
  readonly deliveredAt?: Instant;
}

export interface ImportedReturnInvoice extends Omit<NumberedReturnInvoice, 'type' | 'restock'> {
  readonly issuedAt: Instant;
}
