import { allocate } from '../money/allocate.js';
import { type Amount, sum } from '../money/amount.js';
import { percentage } from '../money/rounding.js';
import type { Instant } from '../order/order.js';
import type { ItemTax, TaxAddress, TaxBasket, TaxFailure, TaxItem, TaxQuote } from './tax-provider.js';

/** A rate that an account keeps. `rateMillionths`: 19 % is 190_000. */
export interface TaxRate {
  readonly taxRate: string;
  readonly name: string;
  /** ISO 3166 alpha-2; null: wherever no rate names the country. */
  readonly country: string | null;
  /** A state or province as addresses write it; null: the whole country. */
  readonly region: string | null;
  readonly category: string;
  readonly rateMillionths: number;
  /** Null: always. */
  readonly validFrom: Instant | null;
  /** Before this instant; null: for good. */
  readonly validUntil: Instant | null;
}

/**
 * `line`: each item is rounded by itself. `rate`: what one rate is asked on is rounded together and shared out over its items by
 * largest remainder, so that the sum is what the rate gives on the whole.
 */
export const TAX_ROUNDINGS = ['line', 'rate'] as const;
export type TaxRounding = (typeof TAX_ROUNDINGS)[number];

const samePlace = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/**
 * The rate of a category at a place: one for its region before one for its country before one for everywhere; of equals the one
 * that began last, then the first by its id. Null: the account keeps none.
 */
export function rateAt(rates: readonly TaxRate[], to: TaxAddress, category: string, at: Instant): TaxRate | null {
  const near = (rate: TaxRate): number => {
    if (rate.country === null) return 1;
    if (!samePlace(rate.country, to.country)) return 0;
    if (rate.region === null) return 2;
    return to.region !== null && samePlace(rate.region, to.region) ? 3 : 0;
  };
  let best: TaxRate | null = null;
  for (const rate of rates) {
    if (rate.category !== category || near(rate) === 0) continue;
    if ((rate.validFrom ?? at) > at || (rate.validUntil !== null && rate.validUntil <= at)) continue;
    if (best === null || isCloser(rate, best, near)) best = rate;
  }
  return best;
}

function isCloser(rate: TaxRate, best: TaxRate, near: (rate: TaxRate) => number): boolean {
  if (near(rate) !== near(best)) return near(rate) > near(best);
  const [since, bestSince] = [rate.validFrom ?? '', best.validFrom ?? ''];
  return since === bestSince ? rate.taxRate < best.taxRate : since > bestSince;
}

/**
 * The tax of a basket by the account's own rates, on top of its amounts. What has no category, and everything of a buyer who pays
 * no tax, bears none. Failures: address_missing, no_rate: a rate of 0 is one, the lack of a rate is not.
 */
export function taxByRates(basket: TaxBasket, rates: readonly TaxRate[], rounding: TaxRounding): TaxQuote | TaxFailure {
  const asked: { readonly item: TaxItem; readonly rateMillionths: number }[] = [];
  for (const item of basket.items) {
    if (item.category === null || basket.exemption !== null) {
      asked.push({ item, rateMillionths: 0 });
      continue;
    }
    const to = item.to ?? basket.from;
    if (to === null) return { failed: 'refused', reason: 'address_missing', detail: `${item.kind} ${item.id}` };
    const rate = rateAt(rates, to, item.category, basket.at);
    if (rate === null) {
      const place = to.region === null ? to.country : `${to.country}, ${to.region}`;
      return { failed: 'refused', reason: 'no_rate', detail: `${item.category} in ${place}` };
    }
    asked.push({ item, rateMillionths: rate.rateMillionths });
  }
  const taxes = rounding === 'line' ? byLine(asked, basket) : byRate(asked, basket);
  return {
    provider: 'rates',
    items: asked.map(({ item: { kind, id }, rateMillionths }, index): ItemTax => {
      return { kind, id, rateMillionths, tax: taxes[index] ?? 0 };
    }),
  };
}

type Asked = readonly { readonly item: TaxItem; readonly rateMillionths: number }[];

const byLine = (asked: Asked, { rounding }: TaxBasket): readonly Amount[] =>
  asked.map(({ item, rateMillionths }) => percentage(item.amount, rateMillionths, rounding));

function byRate(asked: Asked, { rounding }: TaxBasket): readonly Amount[] {
  const taxes = asked.map(() => 0);
  for (const rate of new Set(asked.map(({ rateMillionths }) => rateMillionths))) {
    // A rate of 0 asks nothing, and what is below 0 is an adjustment, which bears none.
    if (rate === 0) continue;
    const members = [...asked.keys()].filter((index) => asked[index]?.rateMillionths === rate);
    const amounts = members.map((index) => asked[index]?.item.amount ?? 0);
    const parts = allocate(percentage(sum(amounts), rate, rounding), amounts);
    for (const [n, index] of members.entries()) taxes[index] = parts[n] ?? 0;
  }
  return taxes;
}
