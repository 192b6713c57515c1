import { tableOf } from '../workflow/built-in.js';
import type { Order } from './order.js';

/** Whether goods leave the shelf with the invoice or with the parcel: the workflow says it, once for the whole order. */
export const goodsLeaveBy = (
  { head, published }: Pick<Order, 'head' | 'published'>,
  what: 'invoice' | 'package',
): boolean => head.instances.some((instance) => tableOf(instance, published).stock.consumeAt === what);
