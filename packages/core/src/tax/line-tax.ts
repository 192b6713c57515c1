import type { Amount } from '../money/amount.js';
import { isAmount } from '../money/amount.js';
import { type LineMoney, type PricedLine, spreadOverLines } from '../order/totals.js';
import type { ItemTax, TaxBasket, TaxFailure, TaxItem, TaxProviderName, TaxQuote } from './tax-provider.js';

/**
 * How the tax of a line came about: `goods` on the line itself, `shipping` its share of the tax on the delivery that it is part of.
 * Both together are the line's tax, in minor units.
 */
export interface LineTax {
  readonly provider: TaxProviderName;
  readonly category: string;
  /** On the goods, in millionths. */
  readonly rateMillionths: number;
  readonly goods: Amount;
  readonly shipping: Amount;
}

/** The tax of every line of an order. */
export interface LineTaxes {
  /** By line id. */
  readonly lines: Readonly<Record<string, LineTax>>;
}

/** What a store lets an order discount do: lower what tax is counted on, or be taken off after it (virto-orders §1.15). */
export const DISCOUNT_TAXES = ['distribute', 'after'] as const;
export type DiscountTax = (typeof DISCOUNT_TAXES)[number];

/** What the tax of a line is counted on. */
export const taxedAmount = (
  { net, share }: Pick<LineMoney, 'net'> & { readonly share: Pick<LineMoney['share'], 'discount'> },
  discounts: DiscountTax,
): Amount => (discounts === 'distribute' ? net - share.discount : net);

/**
 * The answer of a provider as taxes of lines. Shipping bears tax and is no line: its tax is spread over the lines of the delivery
 * as its price is, so that what a line gives back of the price it gives back of the tax. Failure: answer_unusable, for an answer
 * that leaves an item out, or asks less than nothing.
 */
export function lineTaxes(
  basket: Pick<TaxBasket, 'items'>,
  answer: TaxQuote,
  lines: readonly Pick<PricedLine, 'id' | 'deliveryId'>[],
  nets: readonly Amount[],
): LineTaxes | TaxFailure {
  const unusable = (detail: string): TaxFailure => ({ failed: 'refused', reason: 'answer_unusable', detail });
  const found = new Map(answer.items.map((item) => [keyOf(item), item]));
  const deliveries: { id: string; price: Amount }[] = [];
  for (const item of basket.items) {
    const told = found.get(keyOf(item));
    if (told === undefined) return unusable(`nothing was said of ${item.kind} ${item.id}`);
    if (!isAmount(told.tax) || told.tax < 0) return unusable(`${told.tax} is no tax of ${item.kind} ${item.id}`);
    if (item.kind === 'shipping') deliveries.push({ id: item.id, price: told.tax });
  }
  const shipping = lines.length === 0 ? [] : spreadOverLines({ lines, deliveries }, nets);
  const categories = new Map(basket.items.map((item) => [keyOf(item), item.category ?? UNTAXED]));
  const byLine = Object.fromEntries(
    lines.map(({ id }, index): [string, LineTax] => {
      const told = found.get(keyOf({ kind: 'line', id }));
      return [
        id,
        {
          provider: answer.provider,
          category: categories.get(keyOf({ kind: 'line', id })) ?? UNTAXED,
          rateMillionths: told?.rateMillionths ?? 0,
          goods: told?.tax ?? 0,
          shipping: shipping[index] ?? 0,
        },
      ];
    }),
  );
  return { lines: byLine };
}

/** The category of what says none. */
export const STANDARD = 'standard';
const UNTAXED = 'none';

const keyOf = ({ kind, id }: Pick<ItemTax | TaxItem, 'kind' | 'id'>): string => `${kind}\n${id}`;
