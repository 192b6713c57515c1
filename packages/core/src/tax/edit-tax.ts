import type { Command } from '../order/commands.js';
import type { Facts } from '../order/decision.js';
import type { EditChange } from '../order/edit-commands.js';
import { asksTax, isProviderTaxed } from '../order/edit-money.js';
import { priced } from '../order/edit-pricing.js';
import { worked, type WorkedLine } from '../order/edit-working.js';
import { edited, type EditedOrder } from '../order/edited-order.js';
import type { Delivery, Instant, Order } from '../order/order.js';
import { isRefusal, refuse, type Refusal } from '../order/refusals.js';
import { same } from '../order/same-line.js';
import { tablesFor } from '../workflow/built-in.js';
import { destination, taxBasket } from './basket.js';
import { lineTaxes } from './line-tax.js';
import type { AskedTax } from './placement-tax.js';
import type { StoreTax } from './store-tax.js';

/** An edit that a provider has to be asked about. */
export interface TaxableEdit {
  readonly order: Order;
  /** The order as the edit leaves it, with the taxes of before. */
  readonly after: EditedOrder;
  /** The change that a provider is asked because of, in the terms of the edit. */
  readonly pointer: string;
}

/**
 * Null where no provider counted the tax of the order, nothing that bears tax becomes another one, or the edit will be refused
 * anyway. A line whose tax somebody set by hand asks nobody: so an edit is made while no provider answers. Wants `Facts.quote`
 * where the edit does.
 */
export function taxableEdit(order: Order, command: Command, facts: Facts): TaxableEdit | null {
  if (!('changes' in command) || !isProviderTaxed(order)) return null;
  const work = worked(order, command);
  const tables = tablesFor(order.head.workflow, order.published);
  if (isRefusal(work) || tables === undefined) return null;
  const now = priced(order, command, work, facts);
  const after = isRefusal(now) ? now : edited(order, now, facts, tables, command.recorded);
  if (isRefusal(now) || isRefusal(after)) return null;
  const asking = [...now.work.lines.values()].filter(asksTax);
  if (asking.length === 0) return null;
  const differing = firstDiffering(order, after, asking);
  if (differing === undefined && sameTransport(order, after, now.work.lines)) return null;
  const change = differing?.change ?? command.changes.findIndex(movesGoods);
  return { order, after, pointer: change < 0 ? '/changes' : `/changes/${change}` };
}

/** A change of a delivery, or of what it carries. */
const movesGoods = (change: EditChange): boolean => change.change === 'remove_line' || 'deliveryId' in change;

/** A line whose tax is counted on something else than before. */
function firstDiffering(order: Order, after: EditedOrder, asking: readonly WorkedLine[]): WorkedLine | undefined {
  const before = new Map(order.lines.map((line) => [line.id, line]));
  const now = new Map(after.lines.map((line) => [line.id, line]));
  return asking.find(({ id }) => {
    const [was, is] = [before.get(id), now.get(id)];
    return (
      was === undefined ||
      was.quantity !== is?.quantity ||
      was.money.net !== is.money.net ||
      was.money.share.discount !== is.money.share.discount
    );
  });
}

/**
 * Whether what deliveries cost, where they go, and which of the lines that ask for a tax they carry is as before. A line that was taken
 * away leaves its share of the tax on its delivery to the others.
 */
function sameTransport(order: Order, after: EditedOrder, work: ReadonlyMap<string, WorkedLine>): boolean {
  const asks = (id: string): boolean => {
    const line = work.get(id);
    return line === undefined ? true : asksTax(line);
  };
  const set = new Set(order.lines.flatMap(({ id, byHand }) => (byHand?.includes('tax') === true ? [id] : [])));
  const carried = (deliveries: readonly Delivery[], lines: readonly Carried[]): readonly object[] =>
    deliveries.flatMap((delivery) => {
      const all = lines.filter(({ deliveryId }) => deliveryId === delivery.id);
      const asking = all.filter(({ id }) => asks(id) && !set.has(id)).map(({ id }) => id);
      // One that carries nothing is borne by all lines.
      const concerns = asking.length > 0 || (all.length === 0 && delivery.price > 0);
      return concerns ? [{ id: delivery.id, price: delivery.price, to: destination(delivery), asking }] : [];
    });
  return same(carried(order.head.deliveries, order.lines), carried(after.deliveries, after.lines));
}

interface Carried {
  readonly id: string;
  readonly deliveryId: string | null;
}

/**
 * How the store of an order charges tax, whatever became of the store or the channel since. Refusal: tax_refused, where it has no
 * provider any more.
 */
export function taxOfEdit({ order, pointer }: TaxableEdit, { stores }: Pick<Facts, 'stores'>): StoreTax | Refusal {
  const { store } = order.head;
  const tax = stores.find((candidate) => candidate.store === store)?.tax ?? null;
  return tax ?? refuse('tax_refused', pointer, { reason: 'no_provider', store });
}

/** What a provider is asked about an edit: the whole order as it will be. */
export function editBasket(
  { order, after }: TaxableEdit,
  tax: StoreTax,
  { products }: Pick<Facts, 'products'>,
  { at, exemption }: { readonly at: Instant; readonly exemption: string | null },
): AskedTax {
  const { account, store, currency, rounding, customerId } = order.head;
  const { deliveries, adjustments } = after;
  const lines = after.lines.map((line) => ({ ...line, category: products.get(line.sku)?.taxCategory ?? null }));
  const basket = taxBasket(
    { account, store, currency, rounding, at, customerId, exemption, lines, deliveries, adjustments },
    tax,
  );
  const nets = after.lines.map(({ money }) => money.net);
  return { basket, taxes: (answer) => lineTaxes(basket, answer, after.lines, nets) };
}
