import { type Amount, isAmount } from '../money/amount.js';
import type { CommandOf } from './commands.js';
import { accepted, type Accepted } from './decision.js';
import type { EventOf, MoneyMove, OrderEventOf } from './events.js';
import { type MoneyKind, withMoves } from './money-document.js';
import type { Instant, Order } from './order.js';
import { capturable, moveOf, openAuthorisation, type Payment } from './payment.js';
import { knownPayment } from './payment-answer.js';
import { refuse, type Refusal } from './refusals.js';

// Events

/** Without a provider the money moves with the event. */
export type CaptureEvent =
  | EventOf<'capture_requested', { readonly captures: readonly MoneyMove[]; readonly voids: readonly MoneyMove[] }>
  | EventOf<'void_requested', { readonly voids: readonly MoneyMove[] }>;

// Folding

export function foldCaptureRequested(
  order: Order,
  event: OrderEventOf<'capture_requested'>,
  at: Instant,
): Partial<Order> {
  const { captures, voids } = event.data;
  const documents = withMoves(order, 'capture', captures, at, () => ({ invoice: null }));
  return { documents: withMoves({ head: order.head, documents }, 'void', voids, at, NOTHING_MORE) };
}

export const foldVoidRequested = (
  order: Order,
  event: OrderEventOf<'void_requested'>,
  at: Instant,
): Partial<Order> => ({
  documents: withMoves(order, 'void', event.data.voids, at, NOTHING_MORE),
});

export const NOTHING_MORE = (): object => ({});

// Deciding

/**
 * Takes what is authorised, all of it or a part; `final`: what then is left of the authorisation is given up. Where the
 * provider takes no parts, a part is always the last.
 * Refusals: payment_not_found, nothing_to_capture, amount_invalid, capture_exceeds_authorised, not_in_parts.
 */
export function decideCapture(order: Order, command: CommandOf<'capture_payment'>): Accepted | Refusal {
  const payment = knownPayment(order, command.paymentId);
  if ('refused' in payment) return payment;
  const open = capturable(payment);
  if (open <= 0) return refuse('nothing_to_capture', '/paymentId');
  const amount = command.amount ?? open;
  const against = amountProblem(amount, open);
  if (against !== null) return against;
  const inParts =
    command.final === true ? null : partsProblem(payment, 'capture', { amount, of: open, sent: command.amount });
  if (inParts !== null) return inParts;
  const rest = command.final === true ? open - amount : 0;
  return accepted([
    {
      type: 'capture_requested',
      data: { captures: [moveOf(payment, amount)], voids: rest === 0 ? [] : [moveOf(payment, rest)] },
      personal: null,
    },
  ]);
}

/**
 * Gives up what is authorised, all of it or a part.
 * Refusals: payment_not_found, nothing_to_void, amount_invalid, capture_exceeds_authorised, not_in_parts.
 */
export function decideVoid(order: Order, command: CommandOf<'void_payment'>): Accepted | Refusal {
  const payment = knownPayment(order, command.paymentId);
  if ('refused' in payment) return payment;
  const open = openAuthorisation(payment);
  if (open <= 0) return refuse('nothing_to_void', '/paymentId');
  const amount = command.amount ?? open;
  const against = amountProblem(amount, open);
  if (against !== null) return against;
  const inParts = partsProblem(payment, 'void', { amount, of: open, sent: command.amount });
  if (inParts !== null) return inParts;
  return accepted([{ type: 'void_requested', data: { voids: [moveOf(payment, amount)] }, personal: null }]);
}

/**
 * A provider that does it wholly or not at all is not asked for a part. The pointer leads to the amount where one was sent.
 * Refusal: not_in_parts.
 */
export const partsProblem = (
  { id: paymentId, whole = [] }: Payment,
  kind: MoneyKind,
  asked: { readonly amount: Amount; readonly of: Amount; readonly sent: Amount | undefined },
): Refusal | null =>
  asked.amount < asked.of && whole.includes(kind)
    ? refuse('not_in_parts', asked.sent === undefined ? undefined : '/amount', { paymentId, whole: asked.of })
    : null;

function amountProblem(amount: Amount, open: Amount): Refusal | null {
  if (!isAmount(amount) || amount <= 0) return refuse('amount_invalid', '/amount');
  return amount > open ? refuse('capture_exceeds_authorised', '/amount', { left: open }) : null;
}
