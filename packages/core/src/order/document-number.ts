import type { OrderHead } from './order.js';

/**
 * What a document is called where its kind has no template of its own: the order's number and a mark that counts inside
 * the order, such as `2026-000123-R2` for the second return. `mark` is at most 8 characters.
 */
export const countedNumber = ({ number, orderId }: Pick<OrderHead, 'number' | 'orderId'>, mark: string): string =>
  `${number ?? orderId}-${mark}`;
