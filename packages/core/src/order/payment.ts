import { allocateWithin } from '../money/allocate.js';
import { type Amount, sum } from '../money/amount.js';
import { type DocumentKind, withDocument } from './document-kind.js';
import { countedNumber } from './document-number.js';
import type { EventOf, MoneyMove, OrderEventOf } from './events.js';
import { type MoneyKind, withMoves } from './money-document.js';
import type { Documents, Instant, Order, OrderHead } from './order.js';
import {
  NO_DETAILS,
  type PaymentDetails,
  type PaymentDetailsById,
  type PlacedPaymentRecord,
} from './payment-details.js';
import type { PlacedPayment } from './placing-commands.js';
import { withConfirmedStock } from './stock-claim.js';

// Events

export type PaymentEvent =
  | EventOf<'payment_approved', PaymentApproved>
  | EventOf<'payment_denied', { readonly paymentId: string }, { readonly message: string | null }>;

export interface PaymentApproved {
  readonly paymentId: string;
  readonly authorised: Amount;
  readonly captured: Amount;
  /** True when this approval confirmed the claimed stock of the order. */
  readonly confirmsStock: boolean;
}

// State

/**
 * One means of payment of the order. What was asked of a provider counts at once: always captured + voided + capturing +
 * voiding ≤ authorised ≤ amount, and refunded + refunding ≤ captured.
 */
export interface Payment extends PaymentDetails {
  readonly id: string;
  readonly number: string;
  readonly createdAt: Instant;
  /** It came after the order was placed: it may be answered in any step. */
  readonly added: boolean;
  /** Who moves its money; null: a person or another system does, and tells of it. */
  readonly provider: string | null;
  /** `credit_card`, `bank_transfer`, `voucher`, … as the shop names it. */
  readonly method: string;
  readonly amount: Amount;
  readonly installments: number;
  /** `by_hand`: only when somebody asks for it, as for cash on delivery. */
  readonly capture: 'on_approval' | 'on_invoice' | 'by_hand';
  readonly brand: string | null;
  readonly lastDigits: string | null;
  /** `MM/YYYY`. */
  readonly expiry: string | null;
  readonly transactionId: string | null;
  readonly dueAt: Instant | null;
  readonly answer: 'pending' | 'approved' | 'denied';
  readonly answeredAt: Instant | null;
  readonly authorised: Amount;
  readonly captured: Amount;
  readonly voided: Amount;
  readonly refunded: Amount;
  /** Asked of the provider and not answered: parts of `captured`, `voided` and `refunded` to be. */
  readonly capturing: Amount;
  readonly voiding: Amount;
  readonly refunding: Amount;
  /** Nobody waits for it any more. */
  readonly cancelledAt: Instant | null;
  /** What its provider does wholly or not at all, as it said when it began. Absent: everything in parts. */
  readonly whole?: readonly MoneyKind[];
}

export type PaymentStatus =
  'pending' | 'authorised' | 'captured' | 'partly_refunded' | 'refunded' | 'voided' | 'denied' | 'cancelled';

/** Status is read off the amounts: nothing is stored that they tell. */
export function paymentStatus(payment: Payment): PaymentStatus {
  // what came in all the same is told by its amounts
  if (payment.cancelledAt !== null && payment.answer !== 'approved') return 'cancelled';
  if (payment.answer === 'pending') return payment.voided > 0 ? 'voided' : 'pending';
  if (payment.answer === 'denied') return 'denied';
  if (payment.refunded > 0) return payment.refunded === payment.captured ? 'refunded' : 'partly_refunded';
  if (payment.captured > 0 || payment.amount === 0) return 'captured';
  return payment.voided > 0 ? 'voided' : 'authorised';
}

export const PAYMENT_KIND: DocumentKind<Payment> = {
  kind: 'payment',
  title: 'payment',
  list: 'payments',
  permissions: { view: 'orders.view', edit: 'orders.edit' },
  parents: [],
  states: {
    pending: ['authorised', 'captured', 'denied', 'voided', 'cancelled'],
    authorised: ['captured', 'voided'],
    captured: ['partly_refunded', 'refunded'],
    partly_refunded: ['refunded'],
    refunded: [],
    voided: [],
    // a provider that says yes after all: it is given up or goes back
    denied: ['authorised', 'captured'],
    cancelled: ['authorised', 'captured'],
  },
  stateOf: paymentStatus,
  numberOf: ({ number }) => number,
  amountOf: ({ amount }) => amount,
  outerIdOf: ({ transactionId }) => transactionId,
  createdAt: ({ createdAt }) => createdAt,
  parentOf: () => null,
  searchTerms: (payment) => (payment.transactionId === null ? [] : [payment.transactionId]),
  redact: (payment) => ({ ...payment, ...NO_DETAILS }),
};

/** A payment as it stands before anyone answered for it. What only the order can say is filled in by `heldPayments`. */
export function newPayment(placed: PlacedPayment, id: string, capture: 'on_approval' | 'on_invoice'): Payment {
  return {
    id,
    number: '',
    createdAt: '',
    added: false,
    provider: placed.provider ?? null,
    method: placed.method,
    amount: placed.amount,
    installments: placed.installments ?? 1,
    capture: placed.capture ?? (placed.method === CASH_ON_DELIVERY ? 'by_hand' : capture),
    brand: placed.brand ?? null,
    lastDigits: placed.lastDigits ?? null,
    expiry: placed.expiry ?? null,
    transactionId: placed.transactionId ?? null,
    dueAt: placed.dueAt ?? null,
    answer: 'pending',
    answeredAt: null,
    authorised: 0,
    captured: 0,
    voided: 0,
    refunded: 0,
    capturing: 0,
    voiding: 0,
    refunding: 0,
    cancelledAt: null,
    holder: placed.holder ?? null,
    phone: placed.phone ?? null,
    token: placed.token ?? null,
    link: null,
  };
}

/** Its money changes hands at the door, so no approval and no invoice takes it. */
const CASH_ON_DELIVERY = 'cash_on_delivery';

/** The payments of an event as the order holds them. */
export function heldPayments(
  head: Pick<OrderHead, 'number' | 'orderId'>,
  records: readonly PlacedPaymentRecord[],
  createdAt: Instant,
  details: PaymentDetailsById | undefined,
): Documents['payment'] {
  return Object.fromEntries(
    records.map((record, index) => [
      record.id,
      heldPayment(head, record, index + 1, { createdAt, added: false, details: details?.[record.id] }),
    ]),
  );
}

export function heldPayment(
  head: Pick<OrderHead, 'number' | 'orderId'>,
  record: PlacedPaymentRecord,
  ordinal: number,
  how: { readonly createdAt: Instant; readonly added: boolean; readonly details: PaymentDetails | undefined },
): Payment {
  const { holder, phone, token, link } = how.details ?? NO_DETAILS;
  return {
    id: record.id,
    number: countedNumber(head, `P${ordinal}`),
    createdAt: how.createdAt,
    added: how.added,
    provider: record.provider ?? null,
    method: record.method,
    amount: record.amount,
    installments: record.installments,
    capture: record.capture,
    brand: record.brand,
    lastDigits: record.lastDigits,
    expiry: record.expiry ?? null,
    transactionId: record.transactionId,
    dueAt: record.dueAt,
    answer: record.answer,
    answeredAt: record.answeredAt,
    authorised: record.authorised,
    captured: record.captured,
    voided: record.voided,
    refunded: record.refunded,
    capturing: 0,
    voiding: 0,
    refunding: 0,
    cancelledAt: null,
    holder,
    phone,
    token,
    link,
  };
}

/** Whether somebody has yet to say if it is good. */
export const waits = ({ answer, voided, cancelledAt }: Payment): boolean =>
  answer === 'pending' && voided === 0 && cancelledAt === null;

/**
 * Ended here before its provider said yes, by whoever: what is paid for it all the same is given up or goes back. Nobody
 * but its provider says so.
 */
export const isPaidInVain = ({ provider, answer, voided, cancelledAt }: Payment): boolean =>
  provider !== null && voided === 0 && answer !== 'approved' && (cancelledAt !== null || answer === 'denied');

/** Whether it pays for the order: of one that ended, what came in all the same goes back. */
export const stands = ({ cancelledAt }: Pick<Payment, 'cancelledAt'>): boolean => cancelledAt === null;

/** Whether nothing is to be sold for its money any more. */
export const hasEnded = ({ head }: Pick<Order, 'head'>, payment: Payment): boolean =>
  head.cancellation !== null || payment.cancelledAt !== null || payment.answer === 'denied';

/** Whether a provider moves its money, and has some of it to tell of. */
export const isWithProvider = ({ provider, answer }: Payment): boolean => provider !== null && answer === 'approved';

/** Payments of an order that ends: nobody waits any more for those that nobody has answered (virto-orders §7.3 T5). */
export function withoutWaiting(payments: Documents['payment'], at: Instant): Documents['payment'] {
  if (!Object.values(payments).some(waits)) return payments;
  return Object.fromEntries(
    Object.entries(payments).map(([id, payment]) => [
      id,
      waits(payment) ? { ...payment, cancelledAt: at, link: null } : payment,
    ]),
  );
}

/** Every payment approved, and none denied. True too of an order that names no payment: it is sold on account. */
export const allApproved = (payments: readonly Pick<Payment, 'answer' | 'cancelledAt'>[]): boolean =>
  payments.every(({ answer, cancelledAt }) => answer === 'approved' || cancelledAt !== null);

// Folding

export function foldPaymentApproved(
  order: Order,
  event: OrderEventOf<'payment_approved'>,
  at: Instant,
): Partial<Order> {
  const { paymentId, authorised, captured, confirmsStock } = event.data;
  const payment = paymentOf(order, paymentId);
  const ended = hasEnded(order, payment);
  const documents = withDocument(order.documents, 'payment', paymentId, {
    ...payment,
    answer: 'approved',
    answeredAt: at,
    cancelledAt: ended ? (payment.cancelledAt ?? at) : null,
    authorised,
    // it was for this
    link: null,
  });
  const taken = captured === 0 ? [] : [{ paymentId, amount: captured }];
  return {
    documents: withMoves({ head: order.head, documents }, 'capture', taken, at, () => ({ invoice: null })),
    lines: confirmsStock ? order.lines.map(withConfirmedStock) : order.lines,
    head: !ended && allApproved(Object.values(documents.payment)) ? withAuthorisedAt(order.head, at) : order.head,
  };
}

export function foldPaymentDenied(order: Order, event: OrderEventOf<'payment_denied'>, at: Instant): Partial<Order> {
  const payment = paymentOf(order, event.data.paymentId);
  return {
    documents: withDocument(order.documents, 'payment', payment.id, {
      ...payment,
      answer: 'denied',
      answeredAt: at,
      link: null,
    }),
  };
}

/** Written once: a partial invoice that comes back to `payment-approved` does not move it (vtex-oms §10.3). */
export const withAuthorisedAt = (head: OrderHead, at: Instant): OrderHead =>
  head.authorisedAt === null ? { ...head, authorisedAt: at } : head;

export const paymentOf = (order: Pick<Order, 'documents'>, id: string): Payment => {
  const payment = order.documents.payment[id];
  if (payment === undefined) throw new Error(`the order has no payment ${id}`);
  return payment;
};

// Money

/** What is authorised and neither taken nor given up, nor asked to be. */
export const openAuthorisation = ({ authorised, captured, voided, capturing, voiding }: Payment): Amount =>
  authorised - captured - voided - capturing - voiding;

/** What of that may still be taken: of a payment that has ended nothing. */
export const capturable = (payment: Payment): Amount => (payment.cancelledAt === null ? openAuthorisation(payment) : 0);

/** What was taken and not given back, nor asked to be. */
export const refundable = ({ captured, refunded, refunding }: Payment): Amount => captured - refunded - refunding;

/** Gives up every open authorisation. */
export const voidingAll = (order: Order): MoneyMove[] =>
  moneyMoves(order, (payments) => payments.map(openAuthorisation));

/**
 * Takes the money for invoices that come to `invoiced` in all, less what was taken before or asked for; what was paid in
 * vain pays no invoice. The last invoice takes all that is authorised, interest included (vtex-oms §10.3), but for what
 * `voidingBeyond` had to leave.
 */
export const capturing = (order: Order, invoiced: Amount, completes: boolean): MoneyMove[] =>
  moneyMoves(order, (payments) => {
    const open = payments.map((payment) => (payment.capture === 'on_invoice' ? capturable(payment) : 0));
    const taken = sum(payments.filter(stands).map((payment) => payment.captured + payment.capturing));
    const wanted = Math.max(0, invoiced - taken);
    if (!completes) return allocateWithin(Math.min(wanted, sum(open)), open);
    const most = payments.map((payment, index) =>
      isSmallerThanPlaced(order) && isVoidedWhole(payment) ? (open[index] ?? 0) : 0,
    );
    const others = sum(open) - sum(most);
    const shares = allocateWithin(Math.min(Math.max(0, wanted - others), sum(most)), most);
    return open.map((amount, index) => (most[index] === 0 ? amount : (shares[index] ?? 0)));
  });

/**
 * Gives up what is authorised beyond the amount that is still due, and all that is held in vain. Of a payment whose provider
 * gives up all or nothing, less than all is left: it goes with the last capture, as the provider does by itself.
 */
export const voidingBeyond = (order: Order, due: Amount): MoneyMove[] =>
  moneyMoves(order, (payments) => {
    const open = payments.map(capturable);
    const beyond = Math.max(0, sum(open) - Math.max(0, due));
    const inParts = payments.map((payment) => (isVoidedWhole(payment) ? 0 : capturable(payment)));
    const parts = allocateWithin(Math.min(beyond, sum(inParts)), inParts);
    let rest = beyond - sum(parts);
    return payments.map((payment, index) => {
      const held = open[index] ?? 0;
      const inVain = openAuthorisation(payment) - held;
      if (!isVoidedWhole(payment)) return inVain + (parts[index] ?? 0);
      if (held > rest) return inVain;
      rest -= held;
      return inVain + held;
    });
  });

const isVoidedWhole = ({ whole = [] }: Payment): boolean => whole.includes('void');

/** Something of it was cancelled, or it was edited. */
const isSmallerThanPlaced = ({ head }: Order): boolean =>
  (head.ledger.cancelled ?? 0) > 0 || head.lastLine !== undefined;

/** Gives `amount` back over the payments in proportion to what each took; `refundableOf` is the ceiling. */
export const refunding = (order: Order, amount: Amount): MoneyMove[] =>
  moneyMoves(order, (payments) => allocateWithin(amount, payments.map(refundable)));

export const refundableOf = (order: Order): Amount => sum(Object.values(order.documents.payment).map(refundable));
export const capturedOf = (order: Order): Amount =>
  sum(Object.values(order.documents.payment).map(({ captured }) => captured));

/** What providers were asked to give back and have not yet: the buyer is not owed it twice. */
export const refundsUnderWay = (order: Order): Amount =>
  sum(Object.values(order.documents.payment).map((payment) => payment.refunding));

/** The same of what they were asked to take. */
export const capturesUnderWay = (order: Order): Amount =>
  sum(Object.values(order.documents.payment).map((payment) => payment.capturing));

/** Money of a payment with a provider moves when that has settled it. */
export const moveOf = ({ id: paymentId, provider }: Payment, amount: Amount): MoneyMove =>
  provider === null ? { paymentId, amount } : { paymentId, amount, pending: true };

function moneyMoves(order: Order, share: (payments: readonly Payment[]) => readonly Amount[]): MoneyMove[] {
  const payments = Object.values(order.documents.payment);
  return share(payments).flatMap((amount, index) => {
    const payment = payments[index];
    return amount === 0 || payment === undefined ? [] : [moveOf(payment, amount)];
  });
}
