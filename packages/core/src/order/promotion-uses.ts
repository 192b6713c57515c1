import type { UsedPromotion } from '../pricing/promotion.js';
import type { Order } from './order.js';

/** The uses of promotions that an order holds: those that it was placed with, until it is cancelled. */
export const heldUses = ({ head }: Pick<Order, 'head'>): readonly UsedPromotion[] =>
  head.cancellation === null ? (head.promotions ?? []) : [];
