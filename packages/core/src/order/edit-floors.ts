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
  if (after.totals.shipping < Math.min(refunded.shipping, order.head.totals.shipping))
    return refuse('edit_below_papers', '/changes', { of: 'deliveries', least: refunded.shipping });
  const counters = new Map(order.lines.map((line) => [line.id, line]));
  const now = new Map(after.lines.map((line) => [line.id, line]));
  for (const [id, { quantity, amount }] of refunded.lines) {
    const line = now.get(id);
    const had = counters.get(id);
    // what came back or was given up since it was paid for is below its floor already: it only may not go lower
    const least = {
      sold: Math.min(amount, had === undefined ? 0 : soldAt(had)),
      pieces: Math.min(quantity, left(had)),
    };
    const pieces = line === undefined ? 0 : line.quantity - gone(had);
    if ((line === undefined ? 0 : soldAt(line)) < least.sold || pieces < least.pieces)
      return refuse('edit_below_papers', '/changes', { line: id, least: quantity + gone(counters.get(id)) });
  }
  return null;
}

const left = (line: Line | undefined): number => (line === undefined ? 0 : Math.max(0, line.quantity - gone(line)));
const soldAt = ({ money }: Pick<Line, 'money'>): number => money.payable - money.share.shipping;
const gone = (line: Line | undefined): number => (line === undefined ? 0 : line.cancelled + line.returned);
