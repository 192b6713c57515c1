import type { EditedOrder } from './edited-order.js';
import { invoicedValue } from './invoice.js';
import type { Line, Order } from './order.js';
import { refundedSoFar } from './refund-ceilings.js';
import { refuse, type Refusal } from './refusals.js';

/**
 * Whether the order would come to less than was invoiced, cancelled, credited or given back by name. Refusal:
 * edit_below_papers, with how much has to stay, in minor units.
 */
export function belowPapers(order: Order, after: Pick<EditedOrder, 'lines' | 'totals'>): Refusal | null {
  const { cancelled = 0, credited = 0 } = order.head.ledger;
  const least = cancelled + Math.max(credited, invoicedValue(order.documents));
  if (after.totals.total < least) return refuse('edit_below_papers', '/changes', { least });
  const refunded = refundedSoFar(order);
  if (after.totals.shipping < refunded.shipping)
    return refuse('edit_below_papers', '/changes', { of: 'deliveries', least: refunded.shipping });
  const counters = new Map(order.lines.map((line) => [line.id, line]));
  const now = new Map(after.lines.map((line) => [line.id, line]));
  for (const [id, { quantity, amount }] of refunded.lines) {
    const line = now.get(id);
    const sold = line === undefined ? 0 : line.money.payable - line.money.share.shipping;
    const pieces = line === undefined ? 0 : line.quantity - gone(counters.get(id));
    if (sold < amount || pieces < quantity)
      return refuse('edit_below_papers', '/changes', { line: id, least: quantity + gone(counters.get(id)) });
  }
  return null;
}

const gone = (line: Line | undefined): number => (line === undefined ? 0 : line.cancelled + line.returned);
