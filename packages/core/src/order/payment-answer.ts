import { isAmount } from '../money/amount.js';
import { advance } from '../workflow/advance.js';
import { tableOf } from '../workflow/built-in.js';
import { USUAL_ACTORS } from '../workflow/roles.js';
import type { Actor } from '../workflow/table.js';
import { cancelling, endsCancelled } from './cancellation.js';
import type { Command, CommandName, CommandOf } from './commands.js';
import { accepted, type Accepted, type Context, raised } from './decision.js';
import type { OrderEvent } from './events.js';
import type { Order } from './order.js';
import { allApproved, hasEnded, isPaidInVain, moveOf, type Payment, paymentStatus, waits } from './payment.js';
import { refuse, type Refusal } from './refusals.js';
import { confirming } from './stock-claim.js';
import { givenBack } from './taken-in-vain.js';
import { walking } from './walking.js';

/**
 * A provider or a person says that a payment is good. When none is left waiting, the workflow moves on and the claimed
 * stock is confirmed. `notify_payment`: the money is in the till already, so it counts as captured. Of a provider's payment
 * that is captured on approval, the capture is asked for. Of a payment that has ended, with its order or before it, what was
 * authorised is given up at once, and what was taken goes back.
 * Refusals: payment_not_found, payment_not_pending, amount_invalid, amount_exceeds_payment.
 */
export function decideApproval(
  order: Order,
  command: CommandOf<'approve_payment'> | CommandOf<'notify_payment'>,
  context: Context,
): Accepted | Refusal {
  const payment = answerablePayment(order, command.paymentId, context.actor.kind);
  if ('refused' in payment) return payment;
  const authorised = command.type === 'approve_payment' ? (command.amount ?? payment.amount) : payment.amount;
  if (!isAmount(authorised) || (authorised <= 0 && payment.amount > 0)) return refuse('amount_invalid', '/amount');
  if (authorised > payment.amount) return refuse('amount_exceeds_payment', '/amount', { amount: payment.amount });
  const asks = command.type === 'approve_payment' && payment.provider !== null;
  const settled = command.type === 'notify_payment' || (payment.capture === 'on_approval' && !asks);
  const others = Object.values(order.documents.payment).filter(({ id }) => id !== payment.id);
  const ended = hasEnded(order, payment);
  const last = allApproved(others) && !ended;
  const { moves, signals } = last
    ? advance(order.head.instances, 'payments_approved', context.at, walking(order))
    : NOTHING_MOVES;
  const confirmsStock = last && confirmsAt(order, 'payments_approved');
  const captured = settled ? authorised : 0;
  const approved: OrderEvent = {
    type: 'payment_approved',
    data: { paymentId: payment.id, authorised, captured, confirmsStock, moves },
    personal: null,
  };
  return accepted(
    [approved, ...askedNext(payment, authorised - captured, ended), ...givenBack(payment, ended ? captured : 0)],
    confirmsStock ? confirming(order.lines) : [],
    raised(signals),
  );
}

/** What an approval asks of the provider by the way. */
function askedNext(payment: Payment, open: number, ended: boolean): OrderEvent[] {
  if (open === 0 || payment.provider === null) return [];
  const move = moveOf(payment, open);
  if (ended) return [{ type: 'void_requested', data: { voids: [move] }, personal: null }];
  return payment.capture === 'on_approval'
    ? [{ type: 'capture_requested', data: { captures: [move], voids: [] }, personal: null }]
    : [];
}

/** A provider or a person says no. In the marketplace flow that ends the order (vtex-oms §3.3). */
export function decideDenial(order: Order, command: CommandOf<'deny_payment'>, context: Context): Accepted | Refusal {
  const payment = pendingPayment(order, command.paymentId);
  if ('refused' in payment) return payment;
  const ended = order.head.cancellation !== null;
  const step = ended
    ? { ...NOTHING_MOVES, instances: order.head.instances }
    : advance(order.head.instances, 'payment_denied', context.at, walking(order));
  const denied = {
    type: 'payment_denied',
    data: { paymentId: payment.id, moves: step.moves },
    personal: { message: command.message ?? null },
  } as const;
  const signals = raised(step.signals);
  if (ended || !endsCancelled(step.instances, order.published)) return accepted([denied], [], signals);
  const end = cancelling(order, { by: 'payment', requestId: null, reason: null, moves: [] });
  return accepted([denied, end.event], end.claims, signals);
}

/** A payment that somebody may answer for. Refusals: payment_not_found, payment_not_pending. */
export function pendingPayment(order: Order, paymentId: string): Payment | Refusal {
  const payment = knownPayment(order, paymentId);
  if ('refused' in payment) return payment;
  return waits(payment) ? payment : refuse('payment_not_pending', '/paymentId', { status: paymentStatus(payment) });
}

/** As above, and one that has ended, where it is its provider who speaks. */
function answerablePayment(order: Order, paymentId: string, actor: Actor): Payment | Refusal {
  const payment = knownPayment(order, paymentId);
  const isLate = !('refused' in payment) && hearsLate(payment, actor);
  return isLate ? payment : pendingPayment(order, paymentId);
}

/** Money that came in stands in the book, whatever became of the payment meanwhile. People have no such news. */
const hearsLate = (payment: Payment, actor: Actor): boolean =>
  (actor === 'payment_provider' || actor === 'system') && isPaidInVain(payment);

/** Refusal: payment_not_found. */
export function knownPayment({ documents }: Pick<Order, 'documents'>, paymentId: string): Payment | Refusal {
  const payment = Object.hasOwn(documents.payment, paymentId) ? documents.payment[paymentId] : undefined;
  return payment ?? refuse('payment_not_found', '/paymentId', { payments: Object.keys(documents.payment) });
}

const NOTHING_MOVES = { moves: [], signals: [] } as const;

/** Whether the workflow confirms claimed stock at this moment. The fulfilling side's table decides. */
export function confirmsAt(
  order: Pick<Order, 'head' | 'published'>,
  moment: 'payments_approved' | 'handling_started',
): boolean {
  return order.head.instances.some((instance) => tableOf(instance, order.published).stock.confirmAt === moment);
}

/** What is said of a payment. */
const ANSWERS: ReadonlySet<CommandName> = new Set(['approve_payment', 'deny_payment', 'notify_payment']);

/**
 * A provider answers when it can, and a payment that was added is answered when it is: the step of the order does not
 * matter then. Not even its end does: money that was moved all the same must stand in the book.
 */
export function isAnswerAtAnyTime(order: Order, command: CommandName, actor: Actor, asked?: Command): boolean {
  if (!ANSWERS.has(command) || !USUAL_ACTORS[command].includes(actor)) return false;
  const { complete, cancellation } = order.head;
  const named = asked !== undefined && 'paymentId' in asked ? asked.paymentId : undefined;
  return Object.values(order.documents.payment).some(
    (payment) =>
      (named === undefined || payment.id === named) &&
      ((complete && waits(payment) && (payment.provider !== null || (payment.added && cancellation === null))) ||
        (command !== 'deny_payment' && hearsLate(payment, actor))),
  );
}
