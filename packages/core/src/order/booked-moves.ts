import { type Amount, sum } from '../money/amount.js';
import { NOTHING_MORE } from './capture.js';
import type { EventOf, MoneyMove, OrderEventOf } from './events.js';
import { withMoves } from './money-document.js';
import type { Instant, Order } from './order.js';
import { NO_PARTS, partsOfEach, refundFor } from './refund-document.js';

// Events

/** What moved at the provider without anybody here having asked for it, such as in its own screens. */
export type PaymentBookingEvent = EventOf<'moves_booked', MovesBooked>;

interface MovesBooked {
  readonly paymentId: string;
  readonly captures: readonly MoneyMove[];
  readonly voids: readonly MoneyMove[];
  readonly refunds: readonly MoneyMove[];
  /** What the buyer is let off with the refunds, beside money paid too much. Minor units. */
  readonly credited: Amount;
}

// Folding

export function foldMovesBooked(order: Order, event: OrderEventOf<'moves_booked'>, at: Instant): Partial<Order> {
  const { captures, voids, refunds, credited } = event.data;
  const { head } = order;
  const taken = withMoves(order, 'capture', captures, at, () => ({ invoice: null }));
  const givenUp = withMoves({ head, documents: taken }, 'void', voids, at, NOTHING_MORE);
  const parts = partsOfEach(refunds, {
    ...{ ...NO_PARTS, goodwill: credited },
    ...{ overpaid: totalOf(refunds) - credited, credited },
  });
  const about = (position: number) => ({ ...refundFor('refund'), ...parts[position] });
  return { documents: withMoves({ head, documents: givenUp }, 'refund', refunds, at, about) };
}

export const totalOf = (moves: readonly { readonly amount: Amount }[]): Amount =>
  sum(moves.map(({ amount }) => amount));
