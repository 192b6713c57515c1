import { isAmount, sum } from '../money/amount.js';
import { advance } from '../workflow/advance.js';
import { tableOf } from '../workflow/built-in.js';
import type { CommandOf } from './commands.js';
import { accepted, type Accepted, type Context, type Facts, raised } from './decision.js';
import { withDocument } from './document-kind.js';
import type { EventOf, OrderEventOf } from './events.js';
import { inRange } from './instant.js';
import { amountDue } from './ledger.js';
import type { MoneyKind } from './money-document.js';
import type { Instant, Order } from './order.js';
import {
  allApproved,
  capturable,
  heldPayment,
  newPayment,
  type Payment,
  paymentOf,
  refundsUnderWay,
  waits,
  withAuthorisedAt,
} from './payment.js';
import { confirmsAt, pendingPayment } from './payment-answer.js';
import {
  cardNumberProblem,
  detailsOf,
  NO_DETAILS,
  type PaymentDetails,
  type PlacedPaymentRecord,
  providerProblem,
  recordOf,
} from './payment-details.js';
import { LIMITS } from './placing.js';
import { refuse, type Refusal } from './refusals.js';
import { confirming, withConfirmedStock } from './stock-claim.js';
import { walking } from './walking.js';

// Events

export type LaterPaymentEvent =
  | EventOf<
      'payment_begun',
      {
        readonly paymentId: string;
        readonly outerId: string | null;
        /** What the provider does wholly or not at all; absent: it did not say. */
        readonly whole?: readonly MoneyKind[];
      },
      { readonly link: string | null; readonly token: string | null }
    >
  | EventOf<'payment_added', { readonly payment: PlacedPaymentRecord }, PaymentDetails>
  | EventOf<
      'payment_cancelled',
      {
        readonly paymentId: string;
        /** True when the payments that are left confirmed the claimed stock of the order. */
        readonly confirmsStock: boolean;
      }
    >;

// Folding

export function foldPaymentBegun(order: Order, event: OrderEventOf<'payment_begun'>): Partial<Order> {
  const payment = paymentOf(order, event.data.paymentId);
  return {
    documents: withDocument(order.documents, 'payment', payment.id, {
      ...payment,
      transactionId: event.data.outerId ?? payment.transactionId,
      ...(event.data.whole === undefined ? {} : { whole: event.data.whole }),
      link: event.personal === null ? null : (event.personal.link ?? payment.link),
      token: event.personal === null ? null : (event.personal.token ?? payment.token),
    }),
  };
}

export function foldPaymentAdded(order: Order, event: OrderEventOf<'payment_added'>, at: Instant): Partial<Order> {
  const { payment } = event.data;
  const ordinal = Object.keys(order.documents.payment).length + 1;
  const how = { createdAt: at, added: true, details: event.personal ?? NO_DETAILS };
  const added = heldPayment(order.head, payment, ordinal, how);
  return { documents: withDocument(order.documents, 'payment', payment.id, added) };
}

export function foldPaymentCancelled(
  order: Order,
  event: OrderEventOf<'payment_cancelled'>,
  at: Instant,
): Partial<Order> {
  const { paymentId, confirmsStock } = event.data;
  const payment = paymentOf(order, paymentId);
  const documents = withDocument(order.documents, 'payment', paymentId, { ...payment, cancelledAt: at, link: null });
  return {
    documents,
    lines: confirmsStock ? order.lines.map(withConfirmedStock) : order.lines,
    head: covers(order, Object.values(documents.payment)) ? withAuthorisedAt(order.head, at) : order.head,
  };
}

// Deciding

/**
 * The provider has opened its session: the page on which the buyer pays, what it knows the means of payment by, and its id.
 * A session may be opened again; told what is known already, nothing happens. A forgotten order keeps neither page nor means.
 * Refusals: payment_not_found, payment_not_pending, card_number_refused.
 */
export function decidePaymentBeginning(order: Order, command: CommandOf<'begin_payment'>): Accepted | Refusal {
  const payment = pendingPayment(order, command.paymentId);
  if ('refused' in payment) return payment;
  const problem = cardNumberProblem(command);
  if (problem !== null) return problem;
  const { link = null, token = null, outerId = null, whole } = command;
  const news = order.head.forgotten
    ? [[outerId, payment.transactionId]]
    : [
        [outerId, payment.transactionId],
        [link, payment.link],
        [token, payment.token],
      ];
  const isSameWhole = whole === undefined || whole.join() === (payment.whole ?? []).join();
  if (isSameWhole && news.every(([told, known]) => told === null || told === known)) return accepted([]);
  const data = { paymentId: payment.id, outerId, ...(isSameWhole ? {} : { whole }) };
  return accepted([{ type: 'payment_begun', data, personal: { link, token } }]);
}

/**
 * Another payment of an order that still owes: at most what is due and not promised by others.
 * Refusals: too_many, amount_invalid, date_out_of_range, card_number_refused, reference_unknown, nothing_due, amount_exceeds_due.
 */
export function decidePaymentAddition(
  order: Order,
  command: CommandOf<'add_payment'>,
  facts: Facts,
): Accepted | Refusal {
  const payments = Object.values(order.documents.payment);
  if (payments.length >= LIMITS.payments) return refuse('too_many', '/payments', { limit: LIMITS.payments });
  const { type: _, ...placed } = command;
  if (!isAmount(placed.amount) || placed.amount <= 0) return refuse('amount_invalid', '/amount');
  if (placed.dueAt !== undefined && !inRange(placed.dueAt)) return refuse('date_out_of_range', '/dueAt');
  const problem = cardNumberProblem(placed);
  if (problem !== null) return problem;
  const unknown = providerProblem(placed.provider ?? null, facts);
  if (unknown !== null) return unknown;
  const left = notPromised(order);
  if (left <= 0) return refuse('nothing_due');
  if (placed.amount > left) return refuse('amount_exceeds_due', '/amount', { left });
  const atInvoice = order.head.instances.some((instance) => tableOf(instance, order.published).captureAt === 'invoice');
  const payment = newPayment(placed, newId(order), atInvoice ? 'on_invoice' : 'on_approval');
  const personal = detailsOf([payment])?.[payment.id] ?? null;
  return accepted([{ type: 'payment_added', data: { payment: recordOf(payment) }, personal }]);
}

/** What is due and no payment stands for yet. Minor units; not above zero: nothing. */
export const notPromised = (order: Order): number =>
  amountDue(order.head.ledger) +
  refundsUnderWay(order) -
  sum(
    Object.values(order.documents.payment).map((payment) =>
      waits(payment) ? payment.amount : capturable(payment) + payment.capturing,
    ),
  );

/** The next free number. */
function newId({ documents }: Order): string {
  let id = Object.keys(documents.payment).length + 1;
  while (Object.hasOwn(documents.payment, String(id))) id += 1;
  return String(id);
}

/**
 * Nobody waits for this payment any more. Where those that are left are approved and cover the order, it moves on.
 * Refusals: payment_not_found, payment_not_pending.
 */
export function decidePaymentCancellation(
  order: Order,
  command: CommandOf<'cancel_payment'>,
  context: Context,
): Accepted | Refusal {
  const payment = pendingPayment(order, command.paymentId);
  if ('refused' in payment) return payment;
  const others = Object.values(order.documents.payment).filter(({ id }) => id !== payment.id);
  const goesOn = order.head.complete && covers(order, others);
  const step = goesOn
    ? advance(order.head.instances, 'payments_approved', context.at, walking(order))
    : { moves: [], signals: [] };
  const confirmsStock = goesOn && confirmsAt(order, 'payments_approved');
  return accepted(
    [{ type: 'payment_cancelled', data: { paymentId: payment.id, confirmsStock, moves: step.moves }, personal: null }],
    confirmsStock ? confirming(order.lines) : [],
    raised(step.signals),
  );
}

/** Whether the payments that stand are all approved, and for as much as the order is. */
function covers(order: Order, payments: readonly Payment[]): boolean {
  const standing = payments.filter(({ cancelledAt }) => cancelledAt === null);
  return (
    standing.length > 0 &&
    allApproved(standing) &&
    sum(standing.map(({ authorised, voided, voiding }) => authorised - voided - voiding)) >= order.head.totals.total
  );
}
