import type { AnswerOf } from '@docket/sdk';

export type Statistics = AnswerOf<'getOrderStatistics'>;

/** What the bars measure: how many orders, or their money in one currency. */
export type Measure = { readonly of: 'orders' } | { readonly of: 'money'; readonly currency: string };

export interface Figure {
  readonly name: string;
  readonly orders: number;
  /** Minor units of the currency that is measured; 0 where orders are. */
  readonly money: number;
}

interface Share {
  readonly currency: string;
  readonly orders: number;
  readonly total: number | null;
}

const DAY = 86_400_000;

/** The currencies of the orders, that of most orders first. */
export function currenciesOf({ days }: Statistics): string[] {
  const orders = new Map<string, number>();
  for (const share of days) orders.set(share.currency, (orders.get(share.currency) ?? 0) + share.orders);
  return [...orders].sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1)).map(([currency]) => currency);
}

/** Each name once, with the orders of all currencies or the orders and money of one; the highest first. */
export function figuresOf<Row extends Share>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  measure: Measure,
): Figure[] {
  const figures = new Map<string, Figure>();
  for (const row of rows) {
    if (measure.of === 'money' && row.currency !== measure.currency) continue;
    const name = nameOf(row);
    const before = figures.get(name) ?? { name, orders: 0, money: 0 };
    const money = measure.of === 'money' ? before.money + (row.total ?? 0) : 0;
    figures.set(name, { name, orders: before.orders + row.orders, money });
  }
  return [...figures.values()].sort(
    (a, b) => heightOf(b, measure) - heightOf(a, measure) || (a.name < b.name ? -1 : 1),
  );
}

export const heightOf = (figure: Figure, measure: Measure): number =>
  measure.of === 'orders' ? figure.orders : figure.money;

/** Every day from the first to the last, also those without orders. */
export function daysOf({ from, to, days }: Statistics, measure: Measure): Figure[] {
  const known = new Map(figuresOf(days, ({ day }) => day, measure).map((figure) => [figure.name, figure]));
  const all: Figure[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY) {
    const name = new Date(at).toISOString().slice(0, 10);
    all.push(known.get(name) ?? { name, orders: 0, money: 0 });
  }
  return all;
}

export const sumOf = (figures: readonly Figure[]): Pick<Figure, 'orders' | 'money'> =>
  figures.reduce((sum, { orders, money }) => ({ orders: sum.orders + orders, money: sum.money + money }), {
    orders: 0,
    money: 0,
  });
