import type { ItemQuantity } from './commands.js';
import type { Line, Order } from './order.js';
import { refuse, type Refusal, type RefusalCode } from './refusals.js';

/** Pieces of one line, as a document names them. */
export interface LinePieces {
  readonly lineId: string;
  readonly quantity: number;
}

/**
 * Turns the items of a command into pieces of lines. An item that names a SKU takes pieces from the lines of that SKU
 * which have any left, in their order (two lines of one SKU: vtex-oms §8.3); before that every item takes from the lines
 * that it prefers. `left` says how many a line may give.
 * Refusals: reference_unknown, and `exceeds` with the number that is left.
 */
export function resolveItems(
  order: Pick<Order, 'lines'>,
  items: readonly ItemQuantity[],
  left: (line: Line) => number,
  exceeds: RefusalCode,
): readonly LinePieces[] | Refusal {
  const taken = new Map<string, number>();
  const leftOf = (line: Line): number => left(line) - (taken.get(line.id) ?? 0);
  const byId = new Map(order.lines.map((line) => [line.id, [line]]));
  const bySku = linesBySku(order.lines);
  const take = (lines: readonly Line[], wanted: number): number => {
    let missing = wanted;
    for (const line of lines) {
      const quantity = Math.min(missing, leftOf(line));
      if (quantity <= 0) continue;
      taken.set(line.id, (taken.get(line.id) ?? 0) + quantity);
      missing -= quantity;
    }
    return missing;
  };
  const missing = items.map(({ sku, preferred = [], quantity }) =>
    take(
      preferred.flatMap((id) => byId.get(id) ?? []).filter((line) => line.sku === sku),
      quantity,
    ),
  );
  for (const [index, item] of items.entries()) {
    const lines = (item.lineId === undefined ? bySku.get(item.sku ?? '') : byId.get(item.lineId)) ?? [];
    if (lines.length === 0)
      return refuse('reference_unknown', `/items/${index}/${item.lineId === undefined ? 'sku' : 'lineId'}`);
    const short = take(lines, missing[index] ?? 0);
    if (short > 0) {
      return refuse(exceeds, `/items/${index}/quantity`, { left: item.quantity - short, asked: item.quantity });
    }
  }
  return order.lines.flatMap((line) => {
    const quantity = taken.get(line.id) ?? 0;
    return quantity === 0 ? [] : [{ lineId: line.id, quantity }];
  });
}

/** Lines by SKU, each list in the order of the lines: 5,000 items of 5,000 lines are looked up, not searched. */
function linesBySku(lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  const bySku = new Map<string, Line[]>();
  for (const line of lines) {
    const same = bySku.get(line.sku);
    if (same === undefined) bySku.set(line.sku, [line]);
    else same.push(line);
  }
  return bySku;
}

/** Everything that `left` still gives. */
export const allItems = (order: Pick<Order, 'lines'>, left: (line: Line) => number): readonly LinePieces[] =>
  order.lines.flatMap((line) => (left(line) > 0 ? [{ lineId: line.id, quantity: left(line) }] : []));

export const quantities = (items: readonly LinePieces[]): ReadonlyMap<string, number> =>
  new Map(items.map(({ lineId, quantity }) => [lineId, quantity]));

/** The lines with a counter raised by the pieces named; lines that are not named keep their identity. */
export function withCounted(
  lines: readonly Line[],
  items: readonly LinePieces[],
  count: (line: Line, quantity: number) => Line,
): readonly Line[] {
  const pieces = quantities(items);
  return lines.map((line) => {
    const quantity = pieces.get(line.id);
    return quantity === undefined ? line : count(line, quantity);
  });
}
