import { type Amount, isAmount, sum } from '../money/amount.js';
import { advance } from '../workflow/advance.js';
import { tableOf } from '../workflow/built-in.js';
import type { StepMove } from '../workflow/instance.js';
import { rowOf } from '../workflow/table.js';
import { type CancellationEnded, ending, withEndedMoney, withEndedPayments } from './cancellation.js';
import { partsProblem } from './capture.js';
import type { CommandOf } from './commands.js';
import { accepted, type Accepted, type Context, raised } from './decision.js';
import type { EventOf, MoneyMove, OrderEventOf } from './events.js';
import { resolveItems } from './items.js';
import { amountDue, standingSale } from './ledger.js';
import { withMoves } from './money-document.js';
import { departed, type Instant, openToShip, type Order } from './order.js';
import { moveOf, paymentOf, refundable, refundableOf, refunding, refundsUnderWay } from './payment.js';
import { knownPayment } from './payment-answer.js';
import { refundablePieces, refundableShipping, refundedSoFar, shareOf } from './refund-ceilings.js';
import {
  firstParts,
  partsOfEach,
  type RefundAbout,
  type RefundedItem,
  refundFor,
  type RefundParts,
  sumOfItems,
} from './refund-document.js';
import { refuse, type Refusal } from './refusals.js';
import { releasing, withLessHeld } from './stock-claim.js';
import { walking } from './walking.js';

// Events

export type RefundEvent = EventOf<'order_refunded', OrderRefunded, { readonly reason: string | null }>;

export interface OrderRefunded {
  readonly refunds: readonly MoneyMove[];
  /** What the buyer is let off beside money paid too much. Minor units. */
  readonly credited: Amount;
  /** Set when the refund also ended an order that had not been sent. */
  readonly cancelled: Omit<CancellationEnded, 'refunds'> | null;
  /** Pieces that it names, with what of their price goes back; absent: none. */
  readonly items?: readonly RefundedItem[];
  /** What of it is for shipping; absent: nothing. */
  readonly shipping?: Amount;
  readonly reasonCode?: string;
}

// Folding

export function foldOrderRefunded(order: Order, event: OrderEventOf<'order_refunded'>, at: Instant): Partial<Order> {
  const { refunds, cancelled } = event.data;
  const reason = event.personal?.reason ?? null;
  if (cancelled === null) {
    const parts = partsOfEach(refunds, partsOf(event.data));
    const about = (position: number): RefundAbout => ({
      ...refundFor('refund'),
      ...parts[position],
      reasonCode: event.data.reasonCode ?? null,
      reason,
    });
    return { documents: withMoves(order, 'refund', refunds, at, about) };
  }
  const about = { ...refundFor('cancellation'), reasonCode: event.data.reasonCode ?? null, reason };
  return {
    documents: withEndedPayments(withEndedMoney(order, { ...cancelled, refunds }, at, about), at),
    head: { ...order.head, cancellation: { at, by: 'staff', requestId: null, reason } },
    lines: order.lines.map((line) => ({
      ...withLessHeld(line, line.stock?.held ?? 0),
      cancelled: line.cancelled + openToShip(line),
    })),
  };
}

/** What of a refund names nothing is goodwill as far as the buyer was let off for it, else money paid too much. */
function partsOf({ refunds, credited, items = [], shipping = 0 }: OrderRefunded): RefundParts & { credited: Amount } {
  const named = sumOfItems(items) + shipping;
  const unnamed = sum(refunds.map(({ amount }) => amount)) - named;
  const goodwill = Math.min(unnamed, Math.max(0, credited - named));
  return { items, shipping, goodwill, overpaid: unnamed - goodwill, credited };
}

// Deciding

/**
 * Gives money back without goods: for pieces of lines and for shipping that it names, and beyond them money paid too much
 * first; the rest is credited as goodwill. Without an amount it is for what it names, or for all that can go back. A full
 * refund of an order that was paid and not sent ends it where its workflow says so (orion §2.2).
 * Refusals: nothing_to_refund, payment_not_found, amount_invalid, reference_unknown, refund_exceeds_sold,
 * refund_exceeds_captured, not_in_parts.
 */
export function decideRefund(order: Order, command: CommandOf<'refund'>, context: Context): Accepted | Refusal {
  const payment = command.paymentId === undefined ? null : knownPayment(order, command.paymentId);
  if (payment !== null && 'refused' in payment) return payment;
  const whole = refundableOf(order);
  const ceiling = payment === null ? whole : refundable(payment);
  if (ceiling <= 0) return refuse('nothing_to_refund');
  const named = namedParts(order, command);
  if ('refused' in named) return named;
  const sumNamed = sumOfItems(named.items) + named.shipping;
  const amount = command.amount ?? (sumNamed > 0 || namesAnything(command) ? sumNamed : ceiling);
  if (!isAmount(amount) || amount <= 0) return refuse('amount_invalid', '/amount');
  if (amount > ceiling) return refuse('refund_exceeds_captured', '/amount', { left: ceiling });
  const { items, shipping } = firstParts({ ...named, goodwill: 0, overpaid: 0 }, amount);
  const forNamed = sumOfItems(items) + shipping;
  // what is on its way back is owed no more
  const due = amountDue(order.head.ledger) + refundsUnderWay(order);
  const overpaid = Math.max(0, -due);
  const credited = Math.max(Math.max(0, amount - overpaid), Math.min(forNamed, Math.max(0, standingSale(order.head))));
  const settled = amount === whole && due + amount - credited <= 0;
  const step = settled ? advance(order.head.instances, 'refunded_fully', context.at, walking(order)) : NOTHING_MOVES;
  const ends = order.head.cancellation === null && passesCancelled(step.moves, order);
  const refunds = payment === null ? refunding(order, amount) : [moveOf(payment, amount)];
  for (const move of refunds) {
    const from = paymentOf(order, move.paymentId);
    const inParts = partsProblem(from, 'refund', { amount: move.amount, of: refundable(from), sent: command.amount });
    if (inParts !== null) return inParts;
  }
  const asked = {
    ...(items.length === 0 ? {} : { items }),
    ...(shipping === 0 ? {} : { shipping }),
    ...(command.reasonCode === undefined ? {} : { reasonCode: command.reasonCode }),
  };
  const personal = { reason: command.reason ?? null };
  // a paper or a parcel stands: the money goes back, the order goes on
  const gone = order.lines.some((line) => departed(line) > 0) || Object.keys(order.documents.invoice).length > 0;
  if (ends && !gone) {
    const { value, voids } = ending(order);
    const { reasonCode } = command;
    const data = { refunds, credited: 0, cancelled: { value, voids }, moves: step.moves };
    return accepted(
      [{ type: 'order_refunded', data: reasonCode === undefined ? data : { ...data, reasonCode }, personal }],
      releasing(order.lines),
      raised(step.signals),
    );
  }
  const data = { refunds, credited, cancelled: null, ...asked, moves: ends ? [] : step.moves };
  return accepted([{ type: 'order_refunded', data, personal }], [], ends ? [] : raised(step.signals));
}

const namesAnything = ({ items = [], shipping }: CommandOf<'refund'>): boolean =>
  items.length > 0 || shipping !== undefined;

/** Refusals: reference_unknown, amount_invalid, refund_exceeds_sold. */
function namedParts(
  order: Order,
  { items = [], shipping = 0 }: CommandOf<'refund'>,
): Pick<RefundParts, 'items' | 'shipping'> | Refusal {
  if (items.length === 0 && shipping === 0) return { items: [], shipping: 0 };
  const before = refundedSoFar(order);
  const pieces = resolveItems(order, items, refundablePieces(before), 'refund_exceeds_sold');
  if ('refused' in pieces) return pieces;
  if (!isAmount(shipping) || shipping < 0) return refuse('amount_invalid', '/shipping');
  const left = refundableShipping(order, before);
  if (shipping > left) return refuse('refund_exceeds_sold', '/shipping', { left });
  const byId = new Map(order.lines.map((line) => [line.id, line]));
  return {
    items: pieces.flatMap(({ lineId, quantity }) => {
      const line = byId.get(lineId);
      return line === undefined ? [] : [{ lineId, quantity, amount: shareOf(line, quantity, before) }];
    }),
    shipping,
  };
}

const NOTHING_MOVES = { moves: [], signals: [] } as const;

/** Whether the way to "refunded" leads through a step that means cancelled: then nothing will be sold. */
const passesCancelled = (moves: readonly StepMove[], order: Order): boolean =>
  moves.some(({ instance, to }) => {
    const standing = order.head.instances.find(({ domain }) => domain === instance);
    return standing !== undefined && rowOf(tableOf(standing, order.published), to).flags?.cancelled === true;
  });
