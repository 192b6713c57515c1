import { allocate } from '../money/allocate.js';
import { type Amount, sum } from '../money/amount.js';
import { billableSale, standingSale } from './ledger.js';
import type { Line, Order } from './order.js';
import { refundedSoFar } from './refund-ceilings.js';
import { returnedValue } from './return-invoice.js';

/**
 * What of the sale the pieces are that are sold no more, in minor units. What was given back for some of them by name is
 * theirs, and what return invoices gave back is of the pieces that went; adjustments and goodwill are shared by value.
 */
export function valueOfOpen(order: Order, left: (line: Line) => number): Amount {
  const { head, lines, documents } = order;
  const parts = lines.map((line) => {
    const open = left(line);
    return allocate(line.money.payable, [line.cancelled, line.quantity - line.cancelled - open, open]);
  });
  const [kept, open] = [1, 2].map((part) => sum(parts.map((shares) => shares[part] ?? 0))) as [Amount, Amount];
  if (open === 0) return 0;
  const named = sum([...refundedSoFar(order).lines.values()].map(({ amount }) => amount));
  const { credited = 0 } = head.ledger;
  const goodwill = Math.max(0, credited - named - returnedValue(documents));
  const share = allocate(billableSale(head) - goodwill, [kept, open])[1] ?? 0;
  return Math.max(0, Math.min(share - namedOfOpen(order, left), standingSale(head)));
}

/** What was given back by name for pieces that are still open: pieces that nobody has are the first that it was for. */
export const namedOfOpen = (order: Order, left: (line: Line) => number): Amount =>
  sum(order.lines.map(namedOfPieces(order, left)));

/** The same of one line. */
export function namedOfPieces(order: Pick<Order, 'documents'>, given: (line: Line) => number): (line: Line) => Amount {
  const named = refundedSoFar(order).lines;
  return (line) => {
    const { quantity = 0, amount = 0 } = named.get(line.id) ?? {};
    const open = Math.min(given(line), quantity);
    return open === 0 ? 0 : (allocate(amount, [quantity - open, open])[1] ?? 0);
  };
}
