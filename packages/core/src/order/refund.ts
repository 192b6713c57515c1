import { type Amount, isAmount } from '../money/amount.js';
import { advance } from '../workflow/advance.js';
import { tableOf } from '../workflow/built-in.js';
import type { StepMove } from '../workflow/instance.js';
import { rowOf } from '../workflow/table.js';
import { type CancellationEnded, ending, withEndedMoney } from './cancellation.js';
import type { CommandOf } from './commands.js';
import { accepted, type Accepted, type Context, raised } from './decision.js';
import type { EventOf, MoneyMove, OrderEventOf } from './events.js';
import { amountDue } from './ledger.js';
import type { Instant, Order } from './order.js';
import { refundableOf, refunding, withMoney } from './payment.js';
import { refuse, type Refusal } from './refusals.js';
import { releasing, withLessHeld } from './stock-claim.js';
import { walking } from './walking.js';

// Events

export type RefundEvent = EventOf<'order_refunded', OrderRefunded, { readonly reason: string | null }>;

export interface OrderRefunded {
  readonly refunds: readonly MoneyMove[];
  /** What the buyer is let off beside money paid too much: goodwill. Minor units. */
  readonly credited: Amount;
  /** Set when the refund also ended an order that had not been sent. */
  readonly cancelled: Omit<CancellationEnded, 'refunds'> | null;
}

// Folding

export function foldOrderRefunded(order: Order, event: OrderEventOf<'order_refunded'>, at: Instant): Partial<Order> {
  const { refunds, cancelled } = event.data;
  if (cancelled === null) return { documents: withMoney(order.documents, refunds, 'refunded') };
  return {
    documents: withEndedMoney(order.documents, { ...cancelled, refunds }),
    head: { ...order.head, cancellation: { at, by: 'staff', requestId: null, reason: event.personal?.reason ?? null } },
    lines: order.lines.map((line) => ({
      ...withLessHeld(line, line.stock?.held ?? 0),
      cancelled: line.quantity - line.shipped,
    })),
  };
}

// Deciding

/**
 * Gives money back without goods. Money paid too much goes first; the rest is credited as goodwill. A full refund of an
 * order that was paid and not sent ends it where its workflow says so (orion §2.2).
 * Refusals: nothing_to_refund, amount_invalid, refund_exceeds_captured.
 */
export function decideRefund(order: Order, command: CommandOf<'refund'>, context: Context): Accepted | Refusal {
  const ceiling = refundableOf(order);
  if (ceiling === 0) return refuse('nothing_to_refund');
  const amount = command.amount ?? ceiling;
  if (!isAmount(amount) || amount <= 0) return refuse('amount_invalid', '/amount');
  if (amount > ceiling) return refuse('refund_exceeds_captured', '/amount', { left: ceiling });
  const overpaid = Math.max(0, -amountDue(order.head.ledger));
  const credited = Math.max(0, amount - overpaid);
  const settled = amount === ceiling && amountDue(order.head.ledger) + amount - credited <= 0;
  const step = settled ? advance(order.head.instances, 'refunded_fully', context.at, walking(order)) : NOTHING_MOVES;
  const ends = order.head.cancellation === null && passesCancelled(step.moves, order);
  // a paper or a parcel stands: the money goes back, the order goes on
  const gone = order.lines.some(({ shipped }) => shipped > 0) || Object.keys(order.documents.invoice).length > 0;
  if (ends && gone) return accepted([refunded(order, command, { amount, credited, cancelled: null, moves: [] })]);
  const end = ends ? ending(order) : null;
  return accepted(
    [
      refunded(order, command, {
        amount,
        credited: end === null ? credited : 0,
        cancelled: end === null ? null : { value: end.value, voids: end.voids },
        moves: step.moves,
      }),
    ],
    end === null ? [] : releasing(order.lines),
    raised(step.signals),
  );
}

const NOTHING_MOVES = { moves: [], signals: [] } as const;

/** Whether the way to "refunded" leads through a step that means cancelled: then nothing will be sold. */
const passesCancelled = (moves: readonly StepMove[], order: Order): boolean =>
  moves.some(({ instance, to }) => {
    const standing = order.head.instances.find(({ domain }) => domain === instance);
    return standing !== undefined && rowOf(tableOf(standing, order.published), to).flags?.cancelled === true;
  });

function refunded(
  order: Order,
  command: CommandOf<'refund'>,
  what: Pick<OrderRefunded, 'credited' | 'cancelled'> & {
    readonly amount: Amount;
    readonly moves: readonly StepMove[];
  },
): OrderEventOf<'order_refunded'> {
  const { amount, ...data } = what;
  return {
    type: 'order_refunded',
    data: { refunds: refunding(order, amount), ...data },
    personal: { reason: command.reason ?? null },
  };
}
