/** Prices of a SKU as the API loads them. */
interface PastedEntry {
  readonly sku: string;
  readonly tiers: { minQuantity: number; priceMicros: number; listPriceMicros: number | null }[];
}

interface Pasted {
  readonly entries: readonly PastedEntry[];
  /** Numbers of lines that cannot be read, from 1 on. */
  readonly wrong: readonly number[];
}

/**
 * Reads what was copied out of a table: a line for each price, with SKU, quantity and price, and a list price where there is
 * one, between tabs or semicolons. A line of SKU and price alone is for one piece. Prices have a point or a comma; a first
 * line without a number is a heading.
 */
export function pastedPrices(text: string): Pasted {
  const bySku = new Map<string, PastedEntry>();
  const wrong: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const cells = line.split(/[\t;]/).map((cell) => cell.trim());
    const read = priceOf(cells);
    if (read === null) {
      if (index > 0 || cells.slice(1).some((cell) => /\d/.test(cell))) wrong.push(index + 1);
      continue;
    }
    const { sku, ...tier } = read;
    const entry = bySku.get(sku) ?? { sku, tiers: [] };
    bySku.set(sku, entry);
    if (entry.tiers.some(({ minQuantity }) => minQuantity === tier.minQuantity)) wrong.push(index + 1);
    else entry.tiers.push(tier);
  }
  return { entries: [...bySku.values()], wrong };
}

function priceOf(cells: readonly string[]): ({ readonly sku: string } & PastedEntry['tiers'][number]) | null {
  const [sku = '', ...rest] = cells;
  const [quantity = '', price = '', list = ''] = rest.length === 1 ? ['1', ...rest] : rest;
  const minQuantity = /^[1-9]\d{0,6}$/.test(quantity) ? Number(quantity) : null;
  const priceMicros = micros(price);
  const listPriceMicros = list === '' ? null : micros(list);
  if (sku === '' || minQuantity === null || priceMicros === null) return null;
  if (list !== '' && listPriceMicros === null) return null;
  return { sku, minQuantity, priceMicros, listPriceMicros };
}

/** `1.234,50` and `1,234.50` alike: the last of the two marks is that of the fraction. */
function micros(text: string): number | null {
  const plain = text.replaceAll(/[^\d.,-]/g, '');
  const mark = Math.max(plain.lastIndexOf(','), plain.lastIndexOf('.'));
  const whole = (mark < 0 ? plain : plain.slice(0, mark)).replaceAll(/[.,]/g, '');
  const fraction = mark < 0 ? '' : plain.slice(mark + 1);
  if (!/^\d{1,10}$/.test(whole) || !/^\d{0,6}$/.test(fraction)) return null;
  return Number(whole) * 1_000_000 + Number(fraction.padEnd(6, '0'));
}
