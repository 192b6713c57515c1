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
 * one, between tabs or semicolons. A line of SKU and price alone is for one piece. Prices have a point or a comma, and
 * a currency or none; a first line without a number is a heading.
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

/** Signs of currencies, with letters before them (`R$`), and what people write for one. */
const SIGN = /^(?:[A-Z]{0,2}\p{Sc}|Fr\.|kr|Kč|zł|Ft)$/u;
const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

const PLAIN = /^(?<whole>\d+)(?:[.,](?<fraction>\d{1,6}))?$/;
const GROUPED =
  /^(?<whole>[1-9]\d{0,2}(?<mark>[.,'’\s])\d{3}(?:\k<mark>\d{3})*)(?:(?!\k<mark>)[.,](?<fraction>\d{1,6}))?$/u;

/** One number, with a currency at one side of it or none; null for anything else. */
function micros(text: string): number | null {
  const [, before = '', figure = '', after = ''] = /^(\D*?)\s*(\d(?:.*\d)?)\s*(\D*)$/u.exec(text) ?? [];
  const currency = before === '' ? after : before;
  if (before !== '' && after !== '') return null;
  if (currency !== '' && !SIGN.test(currency) && !CODES.has(currency)) return null;
  return microsOf(figure);
}

/**
 * A mark that occurs twice is that of thousands, and of two marks the last is that of the fraction. A lone mark with three
 * digits behind it may be either (`1.234`), so it is none: a guess would be wrong by a factor of 1,000. Nobody writes
 * thousands of nothing, so `0.004` is a fraction.
 */
function microsOf(figure: string): number | null {
  if (/^[1-9]\d*[.,]\d{3}$/.test(figure)) return null;
  const { whole, fraction = '' } = (PLAIN.exec(figure) ?? GROUPED.exec(figure))?.groups ?? {};
  const digits = whole?.replaceAll(/\D/g, '') ?? '';
  if (!/^\d{1,10}$/.test(digits)) return null;
  return Number(digits) * 1_000_000 + Number(fraction.padEnd(6, '0'));
}
