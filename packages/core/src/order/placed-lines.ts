import { gtinProblem } from '../gtin/gtin.js';
import { isAmount, type UnitPrice } from '../money/amount.js';
import type { LineTax } from '../tax/line-tax.js';
import type { WorkflowTable } from '../workflow/table.js';
import type { PlacedLine, PlaceOrder } from './placing-commands.js';
import type { Facts } from './decision.js';
import type { Delivery, Line, LineStock } from './order.js';
import { refuse, type Refusal } from './refusals.js';
import type { LineMoney, PricedLine } from './totals.js';

/** A line that is checked and not yet counted. */
export interface LineDraft extends PricedLine {
  readonly sku: string;
  readonly gtin: string | null;
  readonly name: string;
  readonly imageUrl: string | null;
  readonly seller: string | null;
  readonly measurementUnit: string;
  readonly listPriceMicros: UnitPrice | null;
  readonly stock: LineStock | null;
  readonly taxed: LineTax | null;
}

/**
 * The lines of a placement, completed from the catalogue. Refusals: product_incomplete, gtin_invalid, reference_unknown,
 * amount_invalid.
 */
export function linesOf(
  command: Pick<PlaceOrder, 'lines' | 'currency'>,
  deliveries: readonly Delivery[],
  facts: Facts,
  tables: readonly WorkflowTable[],
): readonly LineDraft[] | Refusal {
  const known = new Set(deliveries.map(({ id }) => id));
  const stocked = keepsStock(tables);
  const drafts: LineDraft[] = [];
  for (const [index, placed] of command.lines.entries()) {
    const product = facts.products.get(placed.sku);
    const catalogue = product?.currency === command.currency ? product.priceMicros : null;
    const name = placed.name ?? product?.name;
    const price = placed.priceMicros ?? catalogue;
    if (name === undefined) return refuse('product_incomplete', `/lines/${index}/name`, { sku: placed.sku });
    if (price === null) return refuse('product_incomplete', `/lines/${index}/priceMicros`, { sku: placed.sku });
    const gtin = placed.gtin ?? product?.gtin ?? null;
    if (placed.gtin !== undefined && gtinProblem(placed.gtin) !== null) {
      return refuse('gtin_invalid', `/lines/${index}/gtin`, { problem: gtinProblem(placed.gtin) });
    }
    const delivery = placed.deliveryId ?? deliveries[0]?.id ?? null;
    if (delivery !== null && !known.has(delivery)) return refuse('reference_unknown', `/lines/${index}/deliveryId`);
    const money = unitPriceProblem(placed, price);
    if (money !== null) return refuse('amount_invalid', `/lines/${index}/${money}`);
    const place = product?.counted === true && stocked ? (placed.place ?? product.place) : null;
    if (place !== null && !facts.places.includes(place)) {
      return refuse('stock_place_unknown', `/lines/${index}/${placed.place === undefined ? 'sku' : 'place'}`, {
        place,
      });
    }
    drafts.push({
      id: lineId(placed, index),
      sku: placed.sku,
      gtin,
      name,
      imageUrl: product?.imageUrl ?? null,
      seller: placed.seller ?? null,
      quantity: placed.quantity,
      unitMultiplier: placed.unitMultiplier ?? 1000,
      measurementUnit: placed.measurementUnit ?? 'un',
      listPriceMicros: placed.listPriceMicros ?? catalogue,
      price,
      unitDiscount: placed.discountMicros ?? 0,
      tax: placed.tax ?? 0,
      deliveryId: delivery,
      stock: place === null ? null : claimedStock(place, placed.quantity),
      taxed: placed.taxed ?? null,
    });
  }
  return drafts;
}

const claimedStock = (place: string, held: number): LineStock => ({ place, state: 'claimed', held });

/** A pure selling record has no shelf: its seller claims the pieces (vtex-oms §3.7). */
const keepsStock = (tables: readonly WorkflowTable[]): boolean =>
  tables.some(({ name }) => name !== 'marketplace' && name !== 'chain');

function unitPriceProblem(
  placed: PlacedLine,
  price: UnitPrice,
): 'priceMicros' | 'listPriceMicros' | 'discountMicros' | 'quantity' | 'unitMultiplier' | 'tax' | null {
  const whole = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
  if (!whole(price)) return 'priceMicros';
  if (!whole(placed.listPriceMicros ?? 0)) return 'listPriceMicros';
  if (!whole(placed.discountMicros ?? 0)) return 'discountMicros';
  if (!whole(placed.quantity) || placed.quantity === 0) return 'quantity';
  if (!whole(placed.unitMultiplier ?? 1000) || placed.unitMultiplier === 0) return 'unitMultiplier';
  return whole(placed.tax ?? 0) && isAmount(placed.tax ?? 0) ? null : 'tax';
}

/** The id that a line was sent with, else its number, counted from 1. */
export const lineId = (line: PlacedLine, index: number): string => line.id ?? String(index + 1);

/**
 * The line as it is sold, nothing sent yet. Its fields are named one by one: spreading such an object costs V8 several
 * microseconds, and a literal none to speak of. So do the other objects of a placement.
 */
export function lineOf(draft: LineDraft, money: LineMoney): Line {
  const line = plainLine(draft, money);
  const { imageUrl, taxed } = draft;
  if (imageUrl === null && taxed === null) return line;
  return { ...line, ...(imageUrl === null ? {} : { imageUrl }), ...(taxed === null ? {} : { taxed }) };
}

const plainLine = (draft: LineDraft, money: LineMoney): Line => ({
  id: draft.id,
  sku: draft.sku,
  gtin: draft.gtin,
  name: draft.name,
  seller: draft.seller,
  quantity: draft.quantity,
  unitMultiplier: draft.unitMultiplier,
  measurementUnit: draft.measurementUnit,
  listPriceMicros: draft.listPriceMicros,
  priceMicros: draft.price,
  discountMicros: draft.unitDiscount,
  deliveryId: draft.deliveryId,
  stock: draft.stock,
  invoiced: 0,
  shipped: 0,
  returned: 0,
  cancelled: 0,
  money,
});
