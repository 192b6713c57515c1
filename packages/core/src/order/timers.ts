import { timersOf as stepTimers } from '../workflow/timers.js';
import type { CommandName } from './commands.js';
import { isTimerHeld } from './held-commands.js';
import { nextRelease, openHolds } from './hold.js';
import type { Instant, Order, OrderHead } from './order.js';

/** A moment at which an order moves by itself unless something happened before. */
export interface OrderTimer {
  readonly name: string;
  readonly due: Instant;
  /** What is asked of the order then. */
  readonly command: Extract<
    CommandName,
    'expire_placement' | 'end_cancellation_window' | 'end_deadline' | 'end_holds' | 'settle_refund'
  >;
  /** Of `settle_refund`: what is put on the store credit of the buyer before it is asked. */
  readonly refundId?: string;
}

/**
 * Every open timer of an order, read off its state: no timer is set or cleared by hand. One whose command a hold blocks is
 * not open: it would be refused again and again. What ends the hold opens it anew, and where it was due meanwhile it runs
 * at once.
 */
export function timersOf(order: Pick<Order, 'head' | 'published' | 'documents'>): readonly OrderTimer[] {
  return [
    ...clocksOf(order).filter(({ command }) => !isTimerHeld(order.head, command)),
    ...releaseOf(order.head),
    ...creditsOf(order.documents),
  ];
}

/** Store credit that was promised is due at once, whatever becomes of the order. */
const creditsOf = ({ refund }: Order['documents']): readonly OrderTimer[] =>
  Object.values(refund).flatMap(({ id, to, state, createdAt }) =>
    to === 'store_credit' && state === 'requested'
      ? [{ name: `store_credit_${id}`, due: createdAt, command: 'settle_refund', refundId: id } as const]
      : [],
  );

/** Timers that wait for a hold, with the time at which they would run without it. */
export const heldTimers = (order: Pick<Order, 'head' | 'published'>): readonly OrderTimer[] =>
  openHolds(order.head).length === 0 ? [] : clocksOf(order).filter(({ command }) => isTimerHeld(order.head, command));

function releaseOf(head: OrderHead): readonly OrderTimer[] {
  const due = head.deletedAt === null ? nextRelease(head) : null;
  return due === null ? [] : [{ name: 'hold_release', due, command: 'end_holds' }];
}

function clocksOf(order: Pick<Order, 'head' | 'published'>): readonly OrderTimer[] {
  const { head } = order;
  if (head.cancellation !== null) return [];
  if (head.placementDeadline !== null && !head.complete) {
    return [{ name: 'placement', due: head.placementDeadline, command: 'expire_placement' }];
  }
  // a deleted order rests, but what it claimed while it was incomplete is given back all the same
  if (head.deletedAt !== null) return [];
  return stepTimers(head.instances, head.windowSeconds, order.published).flatMap(({ name, due }): OrderTimer[] => {
    switch (name) {
      case 'cancellation_window':
        return [{ name, due, command: 'end_cancellation_window' }];
      case 'fulfilment_deadline':
      case 'cancellation_deadline':
        return [{ name, due, command: 'end_deadline' }];
      case 'seller_change_window':
        return [];
      default: {
        const never: never = name;
        throw new Error(`unknown timer ${String(never)}`);
      }
    }
  });
}
