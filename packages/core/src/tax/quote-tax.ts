import type { Address, Instant } from '../order/order.js';
import { type TotalsInput, totalsOf } from '../order/totals.js';
import { refuse, type Refusal } from '../order/refusals.js';
import type { Quote } from '../pricing/quote.js';
import { taxBasket } from './basket.js';
import { type LineTaxes, lineTaxes } from './line-tax.js';
import type { AskedTax } from './placement-tax.js';
import type { StoreTax } from './store-tax.js';

/** What a quote says beside its prices of who buys, when, and where to. */
export interface QuotedSale {
  readonly account: string;
  readonly store: string;
  readonly at: Instant;
  readonly customerId: string | null;
  readonly exemption: string | null;
  /** By delivery id. */
  readonly addresses: ReadonlyMap<string, Address>;
  readonly pickups: ReadonlySet<string>;
  /** By SKU, of products that have one. */
  readonly categories: ReadonlyMap<string, string>;
}

/** What a provider is asked about a priced basket: the same as about its placement. */
export function quoteBasketTax(quote: Quote, sale: QuotedSale, tax: StoreTax): AskedTax {
  const { account, store, at, customerId, exemption, addresses, pickups, categories } = sale;
  const basket = taxBasket(
    {
      account,
      store,
      currency: quote.currency,
      rounding: quote.rounding,
      at,
      customerId,
      exemption,
      lines: quote.lines.map((line) => ({ ...line, category: categories.get(line.sku) ?? null })),
      deliveries: quote.deliveries.map(({ id, method, price }) => ({
        id,
        method,
        price,
        type: pickups.has(id) ? 'pickup' : 'delivery',
        address: addresses.get(id) ?? null,
      })),
      adjustments: [],
    },
    tax,
  );
  const { lines } = inTotalsTerms(quote, null);
  const nets = quote.lines.map(({ money }) => money.net);
  return { basket, taxes: (answer) => lineTaxes(basket, answer, lines, nets) };
}

/** The quote with the taxes of its lines in its totals. Refusal: amount_too_large. */
export function taxedQuote(quote: Quote, taxes: LineTaxes): Quote | Refusal {
  const counted = totalsOf(inTotalsTerms(quote, taxes));
  if ('problem' in counted) return refuse(counted.problem, counted.pointer);
  return {
    ...quote,
    totals: counted.totals,
    lines: quote.lines.map((line, index) => {
      const [money, taxed] = [counted.lines[index], taxes.lines[line.id]];
      if (money === undefined || taxed === undefined) throw new Error('the taxes are of another basket');
      return { ...line, money, taxed };
    }),
  };
}

const inTotalsTerms = (quote: Quote, taxes: LineTaxes | null): TotalsInput => ({
  currency: quote.currency,
  rounding: quote.rounding,
  lines: quote.lines.map(({ id, quantity, unitMultiplier, priceMicros, discountMicros, deliveryId }) => {
    const { goods = 0, shipping = 0 } = taxes?.lines[id] ?? {};
    return {
      id,
      quantity,
      unitMultiplier,
      price: priceMicros,
      unitDiscount: discountMicros,
      tax: goods + shipping,
      deliveryId,
    };
  }),
  discounts: quote.discounts,
  deliveries: quote.deliveries,
  adjustments: [],
});
