import { changesPromotions, type EditChange, type EditOrder } from './edit-commands.js';
import type { RuledEdit } from './edit-rules.js';
import type { Line, Order } from './order.js';
import { refuse, type Refusal } from './refusals.js';

/** What of a sale both records hold alike: how many pieces of which line. Prices, deliveries and payments are each record's own. */
const OF_BOTH: ReadonlySet<RuledEdit> = new Set(['set_quantity', 'remove_line']);

/** Who pays how is between the marketplace and the buyer. */
const OF_THE_MARKETPLACE: ReadonlySet<RuledEdit> = new Set(['set_payment']);

/**
 * What stands against editing one of several linked orders: of a pair the marketplace's is edited, and only in what both hold
 * alike or what is the marketplace's own. `kind` null: against any edit of it.
 * Refusal: edit_linked, with the order to edit, or with the kinds that may be edited.
 */
export function againstLinkedEdit({ head }: Pick<Order, 'head'>, kind: RuledEdit | null): Refusal | null {
  const marketplace = head.links.find(({ role }) => role === 'marketplace');
  if (marketplace !== undefined) return refuse('edit_linked', undefined, { edit: marketplace.orderId });
  if (kind === null || head.links.length === 0 || OF_BOTH.has(kind) || OF_THE_MARKETPLACE.has(kind)) return null;
  return refuse('edit_linked', undefined, { kinds: [...OF_BOTH, ...OF_THE_MARKETPLACE] });
}

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
  const elsewhere = againstLinkedEdit(target, null);
  if (elsewhere !== null) return elsewhere;
  if (changesPromotions(command)) {
    const against = againstLinkedEdit(target, 'promotions');
    if (against !== null) return { ...against, pointer: '/promotions' };
  }
  for (const [index, { change }] of command.changes.entries()) {
    const against = againstLinkedEdit(target, change);
    if (against !== null) return { ...against, pointer: `/changes/${index}` };
  }
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

/**
 * Whether all records of a sale agree after an edit of them: where it left one with nothing to invoice, none of the others may have.
 * Refusal: edit_linked, with those that are invoiced and those that are not.
 */
export function againstUnevenInvoices(orders: ReadonlyMap<string, Order>, target: string): Refusal | null {
  const records = new Map<string, Order>();
  const reach = (orderId: string): void => {
    const order = orders.get(orderId);
    if (order === undefined || records.has(orderId)) return;
    records.set(orderId, order);
    for (const link of order.head.links) reach(link.orderId);
  };
  reach(target);
  const ids = (isInvoiced: boolean): readonly string[] =>
    [...records].flatMap(([id, { head }]) => ((head.invoicedAt !== null) === isInvoiced ? [id] : []));
  const [invoiced, open] = [ids(true), ids(false)];
  return invoiced.length > 0 && open.length > 0 ? refuse('edit_linked', undefined, { invoiced, open }) : null;
}

const withSku = ({ lines }: Order, { sku }: Pick<Line, 'sku'>): readonly Line[] =>
  lines.filter((line) => line.sku === sku);
