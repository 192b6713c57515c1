import type { Amount } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import type { Rounding } from '../money/rounding.js';
import type { UsedPromotion } from '../pricing/promotion.js';
import type { StepMove } from '../workflow/instance.js';
import type { Domain } from '../workflow/table.js';
import type { CancellationEnded, CancellationEvent } from './cancellation.js';
import type { ChangeEvent } from './changes.js';
import type { ConsignedEvent } from './consigned.js';
import type { CustomDocumentEvent } from './custom-document.js';
import type { CustomFieldsEvent } from './custom-field-changes.js';
import type { DocumentMarkedEvent } from './document-marks.js';
import type { GivenNumbers } from './document-number.js';
import type { EditEvent } from './edit.js';
import type { HoldEvent } from './hold.js';
import type { ImportEvent } from './importing.js';
import type { InvoiceEvent } from './invoice.js';
import type { Address, Buyer, Carried, Delivery, ExchangeOf, Instant, Line, OrderLink } from './order.js';
import type { PackageEvent } from './package.js';
import type { HandoverEvent } from './package-handover.js';
import type { PaymentEvent } from './payment.js';
import type { PaymentBookingEvent } from './booked-moves.js';
import type { PaymentDetailsById, PlacedPaymentRecord } from './payment-details.js';
import type { RefundEvent } from './refund.js';
import type { CaptureEvent } from './capture.js';
import type { LaterPaymentEvent } from './later-payment.js';
import type { ReturnEvent } from './return.js';
import type { ReturnInvoiceEvent } from './return-invoice.js';
import type { HandlingEvent } from './handling.js';
import type { PackingEvent } from './packing.js';
import type { ShipmentEvent } from './shipment.js';
import type { SettlementEvent } from './settlement.js';
import type { Adjustment, OrderDiscount, Totals } from './totals.js';

/**
 * One fact. `data` is hashed and kept for ever; `personal` is encrypted under the key of the data subject and reads as
 * null once that person was forgotten. `moves` are the steps that the workflow took, recorded and never recomputed;
 * `numbers` those that documents got by templates of the account.
 */
export interface EventOf<Type extends string, Data, Personal = null> {
  readonly type: Type;
  readonly data: Data & { readonly moves?: readonly StepMove[]; readonly numbers?: GivenNumbers };
  readonly personal: Personal | null;
}

/** One event type for each name, with the same content. */
export type EventsOf<Type extends string, Data, Personal = null> = Type extends string
  ? EventOf<Type, Data, Personal>
  : never;

export type OrderEvent =
  | EventOf<'order_placed', OrderPlaced, OrderPlacedPersonal>
  | ImportEvent
  | EventOf<
      'placement_completed',
      { readonly payments: readonly PlacedPaymentRecord[]; readonly confirmsStock: boolean },
      { readonly paymentDetails: PaymentDetailsById }
    >
  | EventOf<'placement_expired', CancellationEnded>
  | PaymentEvent
  | CancellationEvent
  | HandlingEvent
  | InvoiceEvent
  | PackageEvent
  | ReturnInvoiceEvent
  | HandoverEvent
  | ShipmentEvent
  | PackingEvent
  | ConsignedEvent
  | ReturnEvent
  | RefundEvent
  | CaptureEvent
  | SettlementEvent
  | LaterPaymentEvent
  | PaymentBookingEvent
  | CustomDocumentEvent
  | CustomFieldsEvent
  | DocumentMarkedEvent
  | HoldEvent
  | EditEvent
  | ChangeEvent;

export type OrderEventType = OrderEvent['type'];
export type OrderEventOf<Type extends OrderEventType> = Extract<OrderEvent, { type: Type }>;

export interface OrderPlaced {
  readonly account: string;
  readonly orderId: string;
  readonly group: string;
  readonly position: number;
  readonly sequence: number;
  readonly number: string | null;
  readonly externalIds: Readonly<Record<string, string>>;
  readonly store: string;
  readonly channel: string;
  readonly origin: Domain;
  readonly currency: Currency;
  readonly rounding: Rounding;
  readonly workflow: string;
  readonly windowSeconds: number;
  readonly placementDeadline: Instant | null;
  readonly links: readonly OrderLink[];
  readonly customerId: string | null;
  readonly lines: readonly Line[];
  readonly deliveries: readonly Omit<Delivery, 'address'>[];
  readonly discounts: readonly OrderDiscount[];
  readonly promotions?: readonly UsedPromotion[];
  readonly adjustments: readonly Adjustment[];
  readonly totals: Totals;
  readonly payments: readonly PlacedPaymentRecord[];
  readonly tags: readonly string[];
  /** Whether a note came with it; its text is personal. */
  readonly hasNote: boolean;
  /** The return whose goods it replaces; absent: none. */
  readonly exchangeOf?: ExchangeOf;
}

export interface OrderPlacedPersonal {
  readonly buyer: Buyer | null;
  readonly billingAddress: Address | null;
  /** Delivery addresses by delivery id. */
  readonly addresses: Readonly<Record<string, Address>>;
  readonly custom: Carried['custom'];
  readonly attachments: Carried['attachments'];
  readonly lineAttachments: Carried['lineAttachments'];
  readonly note: string | null;
  /** Absent where no payment came with any. */
  readonly paymentDetails?: PaymentDetailsById;
}

/** Who did it and why, beside every event of one decision. */
export interface Recorded {
  readonly version: number;
  readonly at: Instant;
  /** `staff:ana`, `key:erp`, `timer`, … */
  readonly actor: string;
  /** The rule, policy, person or partner behind it. */
  readonly reason: string;
}

export type RecordedEvent = OrderEvent & Recorded;

export interface MoneyMove {
  readonly paymentId: string;
  readonly amount: Amount;
  /** A provider still has to move it: nothing is booked before it has settled. Absent: it moved with the event. */
  readonly pending?: true;
  /** Of money that goes back: where it goes instead of back to its payment. Absent: back to it. */
  readonly to?: RefundWay;
  /** It was made at the provider itself, under this id of its. Absent: it was asked for here. */
  readonly elsewhere?: { readonly outerId: string | null };
}

/**
 * `store_credit`: our own books put it on the buyer's credit. `exchange`: it pays the order that was placed in exchange, in
 * the same unit.
 */
export type RefundWay = 'store_credit' | 'exchange';
