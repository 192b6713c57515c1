import { allocateWithin } from '../money/allocate.js';
import { type Amount, isAmount, sum } from '../money/amount.js';
import { advance } from '../workflow/advance.js';
import { tableOf } from '../workflow/built-in.js';
import { cancelling, endsCancelled } from './cancellation.js';
import type { CommandOf } from './commands.js';
import type { PlacedPayment } from './placing-commands.js';
import { accepted, type Accepted, type Context, raised } from './decision.js';
import { type DocumentKind, withDocument } from './document-kind.js';
import type { EventOf, MoneyMove, OrderEventOf } from './events.js';
import type { Documents, Instant, Order, OrderHead } from './order.js';
import { refuse, type Refusal } from './refusals.js';
import { confirming, withConfirmedStock } from './stock-claim.js';
import { walking } from './walking.js';

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

/** One means of payment of the order. Always refunded ≤ captured ≤ authorised ≤ amount, and captured + voided ≤ authorised. */
export interface Payment {
  readonly id: string;
  /** `credit_card`, `bank_transfer`, `voucher`, … as the shop names it. */
  readonly method: string;
  readonly amount: Amount;
  readonly installments: number;
  readonly capture: 'on_approval' | 'on_invoice';
  readonly brand: string | null;
  readonly lastDigits: string | null;
  readonly transactionId: string | null;
  readonly dueAt: Instant | null;
  readonly answer: 'pending' | 'approved' | 'denied';
  readonly answeredAt: Instant | null;
  readonly authorised: Amount;
  readonly captured: Amount;
  readonly voided: Amount;
  readonly refunded: Amount;
}

export type PaymentStatus =
  'pending' | 'authorised' | 'captured' | 'partly_refunded' | 'refunded' | 'voided' | 'denied';

/** Status is read off the amounts: nothing is stored that they tell. */
export function paymentStatus(payment: Payment): PaymentStatus {
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
    pending: ['authorised', 'captured', 'denied', 'voided'],
    authorised: ['captured', 'voided'],
    captured: ['partly_refunded', 'refunded'],
    partly_refunded: ['refunded'],
    refunded: [],
    voided: [],
    denied: [],
  },
  stateOf: paymentStatus,
  numberOf: () => null,
  amountOf: ({ amount }) => amount,
  outerIdOf: ({ transactionId }) => transactionId,
  createdAt: (_payment, { head }) => head.createdAt,
  parentOf: () => null,
  searchTerms: (payment) => (payment.transactionId === null ? [] : [payment.transactionId]),
  redact: (payment) => payment,
};

/** A payment as it stands before anyone answered for it. */
export function newPayment(placed: PlacedPayment, id: string, capture: Payment['capture']): Payment {
  return {
    id,
    method: placed.method,
    amount: placed.amount,
    installments: placed.installments ?? 1,
    capture: placed.capture ?? capture,
    brand: placed.brand ?? null,
    lastDigits: placed.lastDigits ?? null,
    transactionId: placed.transactionId ?? null,
    dueAt: placed.dueAt ?? null,
    answer: 'pending',
    answeredAt: null,
    authorised: 0,
    captured: 0,
    voided: 0,
    refunded: 0,
  };
}

/** Every payment approved, and none denied. True too of an order that names no payment: it is sold on account. */
export const allApproved = (payments: readonly Payment[]): boolean =>
  payments.every(({ answer }) => answer === 'approved');

// Folding

export function foldPaymentApproved(
  order: Order,
  event: OrderEventOf<'payment_approved'>,
  at: Instant,
): Partial<Order> {
  const { paymentId, authorised, captured, confirmsStock } = event.data;
  const payment = paymentOf(order, paymentId);
  const documents = withDocument(order.documents, 'payment', paymentId, {
    ...payment,
    answer: 'approved',
    answeredAt: at,
    authorised,
    captured,
  });
  return {
    documents,
    lines: confirmsStock ? order.lines.map(withConfirmedStock) : order.lines,
    head: allApproved(Object.values(documents.payment)) ? withAuthorisedAt(order.head, at) : order.head,
  };
}

export function foldPaymentDenied(order: Order, event: OrderEventOf<'payment_denied'>, at: Instant): Partial<Order> {
  const payment = paymentOf(order, event.data.paymentId);
  return {
    documents: withDocument(order.documents, 'payment', payment.id, { ...payment, answer: 'denied', answeredAt: at }),
  };
}

/** Written once: a partial invoice that comes back to `payment-approved` does not move it (vtex-oms §10.3). */
export const withAuthorisedAt = (head: OrderHead, at: Instant): OrderHead =>
  head.authorisedAt === null ? { ...head, authorisedAt: at } : head;

/** Payments after money was captured, voided or refunded. */
export function withMoney(
  documents: Documents,
  moves: readonly MoneyMove[],
  field: 'captured' | 'voided' | 'refunded',
): Documents {
  return moves.reduce((next, { paymentId, amount }) => {
    const payment = next.payment[paymentId];
    if (payment === undefined) throw new Error(`money moves on payment ${paymentId}, which the order does not have`);
    return withDocument(next, 'payment', paymentId, { ...payment, [field]: payment[field] + amount });
  }, documents);
}

const paymentOf = (order: Order, id: string): Payment => {
  const payment = order.documents.payment[id];
  if (payment === undefined) throw new Error(`the order has no payment ${id}`);
  return payment;
};

// Deciding

/**
 * A provider or a person says that a payment is good. When none is left waiting, the workflow moves on and the claimed
 * stock is confirmed. `notify_payment`: the money is in the till already, so it counts as captured.
 * Refusals: payment_not_found, payment_not_pending, amount_invalid, amount_exceeds_payment.
 */
export function decideApproval(
  order: Order,
  command: CommandOf<'approve_payment'> | CommandOf<'notify_payment'>,
  context: Context,
): Accepted | Refusal {
  const payment = pendingPayment(order, command.paymentId);
  if ('refused' in payment) return payment;
  const authorised = command.type === 'approve_payment' ? (command.amount ?? payment.amount) : payment.amount;
  if (!isAmount(authorised) || (authorised <= 0 && payment.amount > 0)) return refuse('amount_invalid', '/amount');
  if (authorised > payment.amount) return refuse('amount_exceeds_payment', '/amount', { amount: payment.amount });
  const settled = command.type === 'notify_payment' || payment.capture === 'on_approval';
  const others = Object.values(order.documents.payment).filter(({ id }) => id !== payment.id);
  const last = allApproved(others);
  const { moves, signals } = last
    ? advance(order.head.instances, 'payments_approved', context.at, walking(order))
    : NOTHING_MOVES;
  const confirmsStock = last && confirmsAt(order, 'payments_approved');
  return accepted(
    [
      {
        type: 'payment_approved',
        data: { paymentId: payment.id, authorised, captured: settled ? authorised : 0, confirmsStock, moves },
        personal: null,
      },
    ],
    confirmsStock ? confirming(order.lines) : [],
    raised(signals),
  );
}

/** A provider or a person says no. In the marketplace flow that ends the order (vtex-oms §3.3). */
export function decideDenial(order: Order, command: CommandOf<'deny_payment'>, context: Context): Accepted | Refusal {
  const payment = pendingPayment(order, command.paymentId);
  if ('refused' in payment) return payment;
  const step = advance(order.head.instances, 'payment_denied', context.at, walking(order));
  const denied = {
    type: 'payment_denied',
    data: { paymentId: payment.id, moves: step.moves },
    personal: { message: command.message ?? null },
  } as const;
  const signals = raised(step.signals);
  if (!endsCancelled(step.instances, order.published)) return accepted([denied], [], signals);
  const end = cancelling(order, { by: 'payment', requestId: null, reason: null, moves: [] });
  return accepted([denied, end.event], end.claims, signals);
}

function pendingPayment(order: Order, paymentId: string): Payment | Refusal {
  const payment = order.documents.payment[paymentId];
  if (payment === undefined)
    return refuse('payment_not_found', '/paymentId', { payments: Object.keys(order.documents.payment) });
  if (payment.answer !== 'pending' || payment.voided > 0) {
    return refuse('payment_not_pending', '/paymentId', { status: paymentStatus(payment) });
  }
  return payment;
}

const NOTHING_MOVES = { moves: [], signals: [] } as const;

/** Whether the workflow confirms claimed stock at this moment. The fulfilling side's table decides. */
export function confirmsAt(
  order: Pick<Order, 'head' | 'published'>,
  moment: 'payments_approved' | 'handling_started',
): boolean {
  return order.head.instances.some((instance) => tableOf(instance, order.published).stock.confirmAt === moment);
}

/** What is authorised and neither taken nor given up. */
export const openAuthorisation = (payment: Payment): Amount => payment.authorised - payment.captured - payment.voided;

/** What was taken and not given back. */
export const refundable = (payment: Payment): Amount => payment.captured - payment.refunded;

/** Gives up every open authorisation. */
export const voidingAll = (order: Order): MoneyMove[] =>
  moneyMoves(order, (payments) => payments.map(openAuthorisation));

/**
 * Takes the money for invoices that come to `invoiced` in all, less what was taken before; the last invoice takes all
 * that is authorised, interest included (vtex-oms §10.3).
 */
export const capturing = (order: Order, invoiced: Amount, completes: boolean): MoneyMove[] =>
  moneyMoves(order, (payments) => {
    const open = payments.map((payment) => (payment.capture === 'on_invoice' ? openAuthorisation(payment) : 0));
    const wanted = Math.max(0, invoiced - sum(payments.map(({ captured }) => captured)));
    return completes ? open : allocateWithin(Math.min(wanted, sum(open)), open);
  });

/** Gives up what is authorised beyond the amount that is still due. */
export const voidingBeyond = (order: Order, due: Amount): MoneyMove[] =>
  moneyMoves(order, (payments) => {
    const open = payments.map(openAuthorisation);
    return allocateWithin(Math.max(0, sum(open) - Math.max(0, due)), open);
  });

/** Gives `amount` back over the payments in proportion to what each took; `refundableOf` is the ceiling. */
export const refunding = (order: Order, amount: Amount): MoneyMove[] =>
  moneyMoves(order, (payments) => allocateWithin(amount, payments.map(refundable)));

export const refundableOf = (order: Order): Amount => sum(Object.values(order.documents.payment).map(refundable));
export const capturedOf = (order: Order): Amount =>
  sum(Object.values(order.documents.payment).map(({ captured }) => captured));

function moneyMoves(order: Order, share: (payments: readonly Payment[]) => readonly Amount[]): MoneyMove[] {
  const payments = Object.values(order.documents.payment);
  return share(payments).flatMap((amount, index) => {
    const payment = payments[index];
    return amount === 0 || payment === undefined ? [] : [{ paymentId: payment.id, amount }];
  });
}
