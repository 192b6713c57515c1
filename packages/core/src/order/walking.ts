import type { AdvanceOptions } from '../workflow/advance.js';
import type { Order } from './order.js';

/** What a walk through the tables has to know about the order that it moves. */
export const walking = ({ head, published }: Pick<Order, 'head' | 'published'>): AdvanceOptions => ({
  windowSeconds: head.windowSeconds,
  published,
});
