import { isAmount, type Amount, type UnitPrice } from '../money/amount.js';
import type { CashRounding } from '../money/cash-rounding.js';
import { isCurrency, type Currency } from '../money/currency.js';
import type { Rounding } from '../money/rounding.js';
import type { PlacedDelivery, PlacedLine } from '../order/placing-commands.js';
import type { Facts, ProductFacts } from '../order/decision.js';
import type { Instant } from '../order/order.js';
import { refuse, type Refusal } from '../order/refusals.js';
import { cashRoundingFor, inCash } from '../order/rounded-totals.js';
import {
  type Adjustment,
  type LineMoney,
  type OrderDiscount,
  type Totals,
  totalsOf,
  type TotalsInput,
} from '../order/totals.js';
import type { LineTax } from '../tax/line-tax.js';
import { evaluate, type Evaluation, type Offers } from './evaluate.js';
import { pickPrice, type PriceAnswer, type PriceList, type PriceListEntry } from './price-list.js';
import type { Basket, BasketCustomer, BasketLine } from './promotion.js';

/** What somebody would buy, and who they are. */
export interface QuoteRequest {
  readonly currency: Currency;
  readonly rounding: Rounding;
  readonly store: string;
  readonly channel: string;
  readonly customer: BasketCustomer;
  /** Of every payment that the buyer makes; empty: not known yet. */
  readonly paymentMethods: readonly string[];
  readonly lines: readonly QuoteLine[];
  readonly deliveries: readonly QuoteDelivery[];
  readonly at: Instant;
}

/** `priceMicros` takes the place of what the price lists say. */
export type QuoteLine = Pick<PlacedLine, 'id' | 'sku' | 'quantity' | 'unitMultiplier' | 'priceMicros' | 'deliveryId'>;
export type QuoteDelivery = Pick<PlacedDelivery, 'id' | 'method' | 'price'>;

export interface QuoteFacts extends Pick<Facts, 'products' | 'shippingMethods'> {
  readonly lists: readonly PriceList[];
  /** By SKU, of those asked for and of gifts. */
  readonly entries: ReadonlyMap<string, readonly PriceListEntry[]>;
  readonly offers: Offers;
}

/** A basket as an order would be placed: its lines, discounts and deliveries come to `totals.total`. */
export interface Quote extends Pick<Evaluation, 'applied' | 'notApplied' | 'coupons'> {
  readonly currency: Currency;
  readonly rounding: Rounding;
  readonly lines: readonly QuotedLine[];
  readonly discounts: readonly OrderDiscount[];
  readonly deliveries: readonly QuotedDelivery[];
  /** What rounds it to coins, where that is the rule; none else. */
  readonly adjustments: readonly Adjustment[];
  readonly totals: Totals;
}

export interface QuotedLine extends LinePrice {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly unitMultiplier: number;
  readonly deliveryId: string | null;
  readonly discountMicros: UnitPrice;
  readonly money: LineMoney;
  /** How a provider counted its tax; absent: nobody was asked. */
  readonly taxed?: LineTax;
  /** The promotion that gives it for nothing; null: it was asked for. */
  readonly gift: string | null;
}

/** A unit price, and where it is from. */
export interface LinePrice {
  readonly priceMicros: UnitPrice;
  readonly listPriceMicros: UnitPrice | null;
  readonly priceFrom: 'request' | 'price_list' | 'catalogue';
  readonly priceList: string | null;
  /** Of the tier that won; 1 where no list has tiers for it. */
  readonly minQuantity: number;
  /** Lists that gave no price, or not this one. */
  readonly notTaken: PriceAnswer['notTaken'];
}

/** `price` is what promotions left of it. */
export interface QuotedDelivery {
  readonly id: string;
  readonly method: string | null;
  readonly price: Amount;
  readonly discount: Amount;
}

/**
 * What a basket costs this buyer at this moment: unit prices from price lists and catalogue (`pickPrice`), by the pieces of
 * a SKU in all lines together; promotions (`evaluate`); gifts as lines that cost nothing; totals as an order counts them.
 * Placed as it is, an order is not refused for its money.
 * Refusals: currency_unknown, duplicate_id, shipping_method_unknown, amount_invalid, reference_unknown, product_incomplete,
 * amount_too_large.
 */
export function quote(request: QuoteRequest, facts: QuoteFacts): Quote | Refusal {
  const { currency, rounding, at } = request;
  if (!isCurrency(currency)) return refuse('currency_unknown', '/currency', { currency });
  const deliveries = deliveriesOf(request, facts);
  if ('refused' in deliveries) return deliveries;
  const asked = askedLines(request, deliveries, facts);
  if ('refused' in asked) return asked;
  const plain = totalsOf(inTotalsTerms(request, asked, [], deliveries));
  if ('problem' in plain) return refuse(plain.problem, inQuoteTerms(plain.pointer));

  const evaluated = evaluate(basketOf(request, asked, deliveries), facts.offers, at);
  const sold = [
    ...asked.map((line, index) => ({ ...line, discountMicros: evaluated.lines[index]?.discountMicros ?? 0 })),
    ...evaluated.gifts.map((gift, index) => giftLine(gift, giftId(index, asked), request, deliveries, facts)),
  ];
  const left = deliveries.map((delivery, index) => ({ ...delivery, ...evaluated.deliveries[index] }));
  const counted = totalsOf(inTotalsTerms(request, sold, evaluated.discounts, left));
  if ('problem' in counted) return refuse(counted.problem, inQuoteTerms(counted.pointer));
  return {
    currency,
    rounding,
    lines: sold.map(({ category: _category, ...line }, index) => {
      const money = counted.lines[index];
      if (money === undefined) throw new Error('a line was not counted');
      return { ...line, money };
    }),
    discounts: evaluated.discounts,
    deliveries: left,
    adjustments: [],
    totals: counted.totals,
    applied: evaluated.applied,
    notApplied: evaluated.notApplied,
    coupons: evaluated.coupons,
  };
}

/** A quote as coins can pay it, after its taxes: the total that a placement comes to. */
export function quoteInCash(quoted: Quote, paymentMethods: readonly string[], rules: readonly CashRounding[]): Quote {
  const rule = cashRoundingFor(rules, quoted.currency, paymentMethods);
  const { counted, adjustments } = inCash(quoted, quoted.adjustments, rule);
  return { ...counted, adjustments };
}

/** The lines of a quote in the words of a placement. */
export const placedLines = ({ lines }: Pick<Quote, 'lines'>): readonly PlacedLine[] =>
  lines.map(({ listPriceMicros, deliveryId, ...line }) => ({
    id: line.id,
    sku: line.sku,
    name: line.name,
    quantity: line.quantity,
    unitMultiplier: line.unitMultiplier,
    priceMicros: line.priceMicros,
    discountMicros: line.discountMicros,
    ...(listPriceMicros === null ? {} : { listPriceMicros }),
    ...(deliveryId === null ? {} : { deliveryId }),
  }));

/** A line before its money is counted. */
type LineDraft = Omit<QuotedLine, 'money'> & Pick<BasketLine, 'category'>;

function deliveriesOf(
  { deliveries, currency }: QuoteRequest,
  { shippingMethods }: QuoteFacts,
): readonly QuotedDelivery[] | Refusal {
  const resolved: QuotedDelivery[] = [];
  for (const [index, { id = String(index + 1), method, price }] of deliveries.entries()) {
    if (resolved.some((other) => other.id === id)) return refuse('duplicate_id', `/deliveries/${index}/id`, { id });
    const known = method === undefined ? undefined : shippingMethods.get(method);
    const cost = price ?? (known?.currency === currency ? known.price : undefined);
    if (cost === undefined && method !== undefined)
      return refuse('shipping_method_unknown', `/deliveries/${index}/method`, { method });
    if (!isAmount(cost ?? 0) || (cost ?? 0) < 0) return refuse('amount_invalid', `/deliveries/${index}/price`);
    resolved.push({ id, method: method ?? null, price: cost ?? 0, discount: 0 });
  }
  return resolved;
}

function askedLines(
  request: QuoteRequest,
  deliveries: readonly QuotedDelivery[],
  facts: QuoteFacts,
): readonly LineDraft[] | Refusal {
  const pieces = new Map<string, number>();
  for (const { sku, quantity } of request.lines) pieces.set(sku, (pieces.get(sku) ?? 0) + quantity);
  const ids = new Set<string>();
  const prices = new Map<string, LinePrice | null>();
  const drafts: LineDraft[] = [];
  for (const [index, line] of request.lines.entries()) {
    const { id = String(index + 1), sku, quantity, unitMultiplier = 1000, priceMicros } = line;
    if (ids.has(id)) return refuse('duplicate_id', `/lines/${index}/id`, { id });
    ids.add(id);
    const wrong = [quantity, unitMultiplier].some((value) => !Number.isSafeInteger(value) || value <= 0);
    if (wrong) return refuse('amount_invalid', `/lines/${index}/quantity`);
    const deliveryId = line.deliveryId ?? deliveries[0]?.id ?? null;
    if (line.deliveryId !== undefined && !deliveries.some((delivery) => delivery.id === line.deliveryId))
      return refuse('reference_unknown', `/lines/${index}/deliveryId`);
    if (!prices.has(sku)) prices.set(sku, priceOf(sku, pieces.get(sku) ?? quantity, request, facts));
    const product = facts.products.get(sku);
    const price = priceMicros === undefined ? prices.get(sku) : requested(priceMicros, request, product);
    if (price === undefined || price === null)
      return refuse('product_incomplete', `/lines/${index}/priceMicros`, { sku });
    drafts.push({
      id,
      sku,
      name: product?.name ?? sku,
      category: product?.category ?? null,
      quantity,
      unitMultiplier,
      deliveryId,
      discountMicros: 0,
      gift: null,
      ...price,
    });
  }
  return drafts;
}

const catalogueOf = (product: ProductFacts | undefined, currency: Currency): UnitPrice | null =>
  product?.currency === currency ? product.priceMicros : null;

const requested = (
  priceMicros: UnitPrice,
  { currency }: QuoteRequest,
  product: ProductFacts | undefined,
): LinePrice => ({
  priceMicros,
  listPriceMicros: catalogueOf(product, currency),
  priceFrom: 'request',
  priceList: null,
  minQuantity: 1,
  notTaken: [],
});

function priceOf(sku: string, quantity: number, request: QuoteRequest, facts: QuoteFacts): LinePrice | null {
  const { currency, store, channel, customer, at } = request;
  const { price, notTaken } = pickPrice(
    { quantity, currency, store, channel, groups: customer.groups, organisation: customer.organisation, at },
    facts.lists,
    facts.entries.get(sku) ?? [],
    catalogueOf(facts.products.get(sku), currency),
  );
  if (price === null) return null;
  const { list, ...found } = price;
  return { ...found, priceFrom: list === null ? 'catalogue' : 'price_list', priceList: list, notTaken };
}

/** No line that was asked for has it. */
const giftId = (index: number, asked: readonly LineDraft[]): string => {
  const taken = new Set(asked.map(({ id }) => id));
  let id = `gift:${index + 1}`;
  while (taken.has(id)) id = `${id}+`;
  return id;
};

/** A gift has the price that it would be sold at, and the same off it: the buyer sees what it is worth. */
function giftLine(
  { promotion, sku, quantity }: Evaluation['gifts'][number],
  id: string,
  request: QuoteRequest,
  deliveries: readonly QuotedDelivery[],
  facts: QuoteFacts,
): LineDraft {
  const worth = priceOf(sku, quantity, request, facts) ?? requested(0, request, facts.products.get(sku));
  const product = facts.products.get(sku);
  return {
    id,
    sku,
    name: product?.name ?? sku,
    category: product?.category ?? null,
    quantity,
    unitMultiplier: 1000,
    deliveryId: deliveries[0]?.id ?? null,
    gift: promotion,
    ...worth,
    discountMicros: worth.priceMicros,
  };
}

const basketOf = (request: QuoteRequest, lines: readonly LineDraft[], deliveries: Basket['deliveries']): Basket => ({
  currency: request.currency,
  rounding: request.rounding,
  store: request.store,
  channel: request.channel,
  customer: request.customer,
  paymentMethods: request.paymentMethods,
  lines: lines.map(({ id, sku, category, quantity, unitMultiplier, priceMicros }) => ({
    id,
    sku,
    category,
    quantity,
    unitMultiplier,
    price: priceMicros,
  })),
  deliveries,
});

const inTotalsTerms = (
  { currency, rounding }: QuoteRequest,
  lines: readonly LineDraft[],
  discounts: readonly OrderDiscount[],
  deliveries: TotalsInput['deliveries'],
): TotalsInput => ({
  currency,
  rounding,
  lines: lines.map(({ id, quantity, unitMultiplier, priceMicros, discountMicros, deliveryId }) => ({
    id,
    quantity,
    unitMultiplier,
    price: priceMicros,
    unitDiscount: discountMicros,
    tax: 0,
    deliveryId,
  })),
  discounts,
  deliveries,
  adjustments: [],
});

const inQuoteTerms = (pointer: string): string => pointer.replace(/^(\/lines\/\d+)\/price$/, '$1/priceMicros');
