import { type Amount, isAmount } from '../money/amount.js';
import { advance, takes } from '../workflow/advance.js';
import { type CancellationEnded, ending, withEndedMoney } from './cancellation.js';
import type { CommandOf } from './commands.js';
import { accepted, type Accepted, type Context, raised } from './decision.js';
import type { EventOf, MoneyMove, OrderEventOf } from './events.js';
import { amountDue } from './ledger.js';
import type { Instant, Order } from './order.js';
import { refundableOf, refunding, withMoney } from './payment.js';
import { refuse, type Refusal } from './refusals.js';
import { releasing, withLessHeld } from './stock-claim.js';

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
  const full = amount === ceiling && takes(order.head.instances, 'refunded_fully');
  const step = full
    ? advance(order.head.instances, 'refunded_fully', context.at, order.head)
    : { instances: [], moves: [], signals: [] };
  const unsent = order.lines.every(({ shipped, invoiced }) => shipped === 0 && invoiced === 0);
  const ends = full && unsent && order.head.cancellation === null && step.moves.some(({ to }) => to === 'cancelled');
  const end = ends ? ending(order) : null;
  const overpaid = Math.max(0, -amountDue(order.head.ledger));
  return accepted(
    [
      {
        type: 'order_refunded',
        data: {
          refunds: refunding(order, amount),
          credited: end === null ? Math.max(0, amount - overpaid) : 0,
          cancelled: end === null ? null : { value: end.value, voids: end.voids },
          moves: step.moves,
        },
        personal: { reason: command.reason ?? null },
      },
    ],
    end === null ? [] : releasing(order.lines),
    raised(step.signals),
  );
}
