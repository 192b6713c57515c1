import type { LinePieces } from '@docket/core/order/items';
import type { Line, Order } from '@docket/core/order/order';
import { uniqueIdOf } from './order-items.js';
import { linePrices } from './order-money.js';
import { type Fields, storedInteger, storedText } from './reading.js';

/**
 * Which lines of its SKU an item of an invoice means before the others: the line that it names by its unique id, then
 * those at its unit price (vtex-oms §8.3).
 */
export function preferredLines(order: Order, item: Fields): readonly string[] {
  const sku = storedText(item, 'id');
  const lines = order.lines.filter((line) => line.sku === sku);
  if (lines.length < 2) return [];
  const alike = [isNamed, isAtPrice].flatMap((isMeant) => lines.filter((line) => isMeant(order, line, item)));
  return [...new Set(alike.map(({ id }) => id))];
}

const isNamed = (order: Order, line: Line, item: Fields): boolean =>
  storedText(item, 'uniqueId') === uniqueIdOf(order, line);

const isAtPrice = (order: Order, line: Line, item: Fields): boolean =>
  storedInteger(item, 'price') === linePrices(order, line).sellingPrice;

/**
 * The item that was sent for each of the lines of a paper: by unique id, then by price, then the first of the SKU that is
 * nobody else's. One item that is spread over several lines is that of each of them.
 */
export function saidOfLines(
  order: Order,
  pieces: readonly LinePieces[],
  sent: readonly Fields[],
): ReadonlyMap<string, Fields> {
  const bySku = new Map<string | null, Fields[]>();
  for (const item of sent) {
    const sku = storedText(item, 'id');
    const same = bySku.get(sku);
    if (same === undefined) bySku.set(sku, [item]);
    else same.push(item);
  }
  const named = new Set(pieces.map(({ lineId }) => lineId));
  const said = new Map<string, Fields>();
  const claimed = new Set<Fields>();
  const anyFree = (): boolean => true;
  for (const isMeant of [isNamed, isAtPrice, anyFree]) {
    for (const line of order.lines) {
      if (!named.has(line.id) || said.has(line.id)) continue;
      const item = bySku.get(line.sku)?.find((each) => !claimed.has(each) && isMeant(order, line, each));
      if (item === undefined) continue;
      said.set(line.id, item);
      claimed.add(item);
    }
  }
  for (const line of order.lines) {
    const last = bySku.get(line.sku)?.at(-1);
    if (named.has(line.id) && !said.has(line.id) && last !== undefined) said.set(line.id, last);
  }
  return said;
}
