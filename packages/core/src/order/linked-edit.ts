import type { EditChange, EditKind, EditOrder } from './edit-commands.js';
import type { Line, Order } from './order.js';
import { refuse, type Refusal } from './refusals.js';

/** What of a sale both records hold alike: how many pieces of which line. Prices, deliveries and payments are each record's own. */
const OF_BOTH: ReadonlySet<EditKind> = new Set(['set_quantity', 'remove_line']);

/** Who pays how is between the marketplace and the buyer. */
const OF_THE_MARKETPLACE: ReadonlySet<EditKind> = new Set(['set_payment']);

/** An edit of one of several linked orders. */
export interface LinkedEdit {
  readonly orderId: string;
  readonly command: EditOrder;
}

/**
 * An edit of a marketplace's order with what it means for the orders that its sellers fulfil it by: all of them in one unit,
 * down the whole chain. Lines belong together by their SKU, and only where both records hold as many pieces of it.
 * Refusal: edit_linked, with the order to edit, or with what stands against editing this one.
 */
export function linkedEdit(
  orders: ReadonlyMap<string, Order>,
  target: Order,
  command: EditOrder,
): readonly LinkedEdit[] | Refusal {
  const { head } = target;
  const marketplace = head.links.find(({ role }) => role === 'marketplace');
  if (marketplace !== undefined) return refuse('edit_linked', undefined, { edit: marketplace.orderId });
  if ((command.promotions ?? 'keep') !== 'keep') return refuse('edit_linked', '/promotions', { kinds: [...OF_BOTH] });
  const foreign = command.changes.findIndex(({ change }) => !OF_BOTH.has(change) && !OF_THE_MARKETPLACE.has(change));
  if (foreign >= 0) return refuse('edit_linked', `/changes/${foreign}`, { kinds: [...OF_BOTH, ...OF_THE_MARKETPLACE] });
  const edits: LinkedEdit[] = [];
  const against = collect(orders, target, { ...command, paired: true }, edits);
  return against ?? edits;
}

function collect(
  orders: ReadonlyMap<string, Order>,
  order: Order,
  command: EditOrder,
  edits: LinkedEdit[],
): Refusal | null {
  const { orderId, links } = order.head;
  edits.push({ orderId, command });
  for (const link of links) {
    if (link.role !== 'seller') continue;
    const seller = orders.get(link.orderId);
    // Kept by somebody else: nobody could tell it in the same unit.
    if (seller === undefined) return refuse('edit_linked', undefined, { elsewhere: link.orderId });
    const changes: EditChange[] = [];
    for (const [index, change] of command.changes.entries()) {
      const theirs = changeFor(order, seller, change);
      if (theirs === 'differs') return refuse('edit_linked', `/changes/${index}`, { linked: link.orderId });
      if (theirs !== null) changes.push(theirs);
    }
    if (changes.length === 0) continue;
    const against = collect(orders, seller, { type: 'edit_order', changes, paired: true }, edits);
    if (against !== null) return against;
  }
  return null;
}

/** The same of the seller's record; null: it is not about a line of theirs. */
function changeFor(order: Order, seller: Order, change: EditChange): EditChange | 'differs' | null {
  if (change.change !== 'set_quantity' && change.change !== 'remove_line') return null;
  const line = order.lines.find(({ id }) => id === change.lineId);
  if (line === undefined) return null;
  const theirs = withSku(seller, line);
  if (theirs.length === 0) return null;
  const [own] = theirs;
  const isSame = theirs.length === 1 && withSku(order, line).length === 1 && own?.quantity === line.quantity;
  return isSame ? { ...change, lineId: own.id } : 'differs';
}

const withSku = ({ lines }: Order, { sku }: Pick<Line, 'sku'>): readonly Line[] =>
  lines.filter((line) => line.sku === sku);
