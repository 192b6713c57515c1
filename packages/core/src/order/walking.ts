import type { AdvanceOptions } from '../workflow/advance.js';
import { isTimerHeld } from './held-commands.js';
import type { Order } from './order.js';

/** What a walk through the tables has to know about the order that it moves. */
export const walking = ({ head, published }: Pick<Order, 'head' | 'published'>): AdvanceOptions => ({
  windowSeconds: head.windowSeconds,
  windowHeld: isTimerHeld(head, 'end_cancellation_window'),
  published,
});
