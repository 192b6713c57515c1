import { allocate, allocateWithin } from '../money/allocate.js';
import { type Amount, MAX_AMOUNT, sum, type UnitPrice } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import { type Rounding, roundedLine } from '../money/rounding.js';

/** A line as it is sold. `unitMultiplier` in thousandths (1000 = 1), `tax` in minor units for the whole line, ≥ 0. */
export interface PricedLine {
  id: string;
  quantity: number;
  unitMultiplier: number;
  price: UnitPrice;
  unitDiscount: UnitPrice;
  tax: Amount;
  deliveryId: string | null;
}

/** A discount on the order as a whole: ≥ 0, it lowers the order. */
export interface OrderDiscount {
  id: string;
  name: string;
  amount: Amount;
}

/** What a delivery costs the buyer, ≥ 0. */
export interface DeliveryPrice {
  id: string;
  price: Amount;
}

/** Money of the order that belongs to no line: a fee, a rounding, the sum of a record without items. Signed. */
export interface Adjustment {
  id: string;
  kind: string;
  name: string;
  amount: Amount;
}

/**
 * The money of one line, all parts ≥ 0. `gross` is the line at list price, `discount` its unit discounts,
 * `net` = gross − discount; `share` its part of the order's discounts, shipping and tax;
 * `payable` = net − share.discount + share.shipping + share.tax is what a full refund of the line gives back.
 */
export interface LineMoney {
  gross: Amount;
  discount: Amount;
  net: Amount;
  share: { discount: Amount; shipping: Amount; tax: Amount };
  payable: Amount;
}

/** total = items + discounts + shipping + tax + adjustments. `items` is gross; `discounts` ≤ 0 holds unit and order ones. */
export interface Totals {
  items: Amount;
  discounts: Amount;
  shipping: Amount;
  tax: Amount;
  adjustments: Amount;
  total: Amount;
}

export interface OrderMoney {
  totals: Totals;
  lines: LineMoney[];
  unallocated: { shipping: Amount; discount: Amount };
}

/** `pointer` is a JSON pointer into the input that names the field which makes the order impossible. */
export interface TotalsProblem {
  problem: 'amount_too_large' | 'discount_exceeds_value' | 'negative_total';
  pointer: string;
}

export interface TotalsInput {
  currency: Currency;
  rounding: Rounding;
  lines: readonly PricedLine[];
  discounts: readonly OrderDiscount[];
  deliveries: readonly DeliveryPrice[];
  adjustments: readonly Adjustment[];
}

/**
 * Computes every amount of a placed order, or says which field makes it impossible. Always, to the minor unit:
 * Σ payable + adjustments + unallocated.shipping − unallocated.discount = total, so refunding everything returns to 0.
 *
 * - Each line is rounded once at list price and once at selling price; the difference is its discount.
 * - Order discounts are spread over the lines by net and never take a line below 0. Above the net of all lines:
 *   `discount_exceeds_value`, as is a unit discount above its price.
 * - A delivery's price is spread over its lines by net (evenly where all are 0), over all lines where it has none of
 *   its own. An order without lines keeps shipping and discounts unallocated.
 * - What is added and what is taken off each stay within MAX_AMOUNT: `amount_too_large`.
 * - The total is at least 0: `negative_total`.
 *
 * Of several guilty fields, the first whose running sum breaks the rule is named. Throws RangeError on input whose
 * shape the caller should have refused: negative or fractional money, quantities or multipliers.
 */
export function totalsOf(input: TotalsInput): OrderMoney | TotalsProblem {
  const priced = priceLines(input);
  if ('problem' in priced) return priced;
  const problem = sizeProblem(input, priced) ?? discountProblem(input, priced) ?? signProblem(input, priced);
  if (problem) return problem;

  const nets = priced.map((line) => line.net);
  const orderDiscount = sum(input.discounts.map((discount) => discount.amount));
  const hasLines = priced.length > 0;
  const discountShares = hasLines ? allocateWithin(orderDiscount, nets) : [];
  const shippingShares = hasLines ? spreadOverLines(input, nets) : [];

  const lines = input.lines.map((line, index): LineMoney => {
    const { gross, net } = at(priced, index);
    const share = { discount: at(discountShares, index), shipping: at(shippingShares, index), tax: line.tax };
    return { gross, discount: gross - net, net, share, payable: net - share.discount + share.shipping + share.tax };
  });
  const shipping = sum(input.deliveries.map((delivery) => delivery.price));
  return {
    totals: totalsFrom(input, lines, orderDiscount, shipping),
    lines,
    unallocated: hasLines ? { shipping: 0, discount: 0 } : { shipping, discount: orderDiscount },
  };
}

function totalsFrom(input: TotalsInput, lines: LineMoney[], orderDiscount: Amount, shipping: Amount): Totals {
  const items = sum(lines.map((line) => line.gross));
  const discounts = 0 - sum(lines.map((line) => line.discount)) - orderDiscount;
  const tax = sum(lines.map((line) => line.share.tax));
  const adjustments = sum(input.adjustments.map((adjustment) => adjustment.amount));
  return { items, discounts, shipping, tax, adjustments, total: items + discounts + shipping + tax + adjustments };
}

interface LinePrice {
  gross: Amount;
  net: Amount;
}

function priceLines(input: TotalsInput): LinePrice[] | TotalsProblem {
  const priced: LinePrice[] = [];
  for (const [index, line] of input.lines.entries()) {
    const pointer = `/lines/${index}`;
    mustNotBeNegative(line.price, `${pointer}/price`);
    mustNotBeNegative(line.unitDiscount, `${pointer}/unitDiscount`);
    mustNotBeNegative(line.quantity, `${pointer}/quantity`);
    mustNotBeNegative(line.unitMultiplier, `${pointer}/unitMultiplier`);
    if (line.unitDiscount > line.price)
      return { problem: 'discount_exceeds_value', pointer: `${pointer}/unitDiscount` };
    const { quantity, unitMultiplier } = line;
    const { currency, rounding } = input;
    const gross = roundedLine({ unitPrice: line.price, quantity, unitMultiplier, currency, rounding });
    const unitPrice = line.price - line.unitDiscount;
    // The same price rounds to the same amount: a line without a discount, the common case, is rounded once.
    const net =
      line.unitDiscount === 0 ? gross : roundedLine({ unitPrice, quantity, unitMultiplier, currency, rounding });
    if (gross === 'too_large' || net === 'too_large')
      return { problem: 'amount_too_large', pointer: `${pointer}/price` };
    priced.push({ gross, net });
  }
  return priced;
}

/** Every total lies between −(all that is taken off) and all that is added, so these two sums bound them all. */
function sizeProblem(input: TotalsInput, priced: readonly LinePrice[]): TotalsProblem | null {
  let added = 0;
  let takenOff = 0;
  const tooLarge = (pointer: string): TotalsProblem => ({ problem: 'amount_too_large', pointer });

  for (const [index, line] of input.lines.entries()) {
    mustNotBeNegative(line.tax, `/lines/${index}/tax`);
    added += at(priced, index).gross;
    if (added > MAX_AMOUNT) return tooLarge(`/lines/${index}/price`);
    added += line.tax;
    if (added > MAX_AMOUNT) return tooLarge(`/lines/${index}/tax`);
  }
  for (const [index, delivery] of input.deliveries.entries()) {
    mustNotBeNegative(delivery.price, `/deliveries/${index}/price`);
    added += delivery.price;
    if (added > MAX_AMOUNT) return tooLarge(`/deliveries/${index}/price`);
  }
  for (const [index, discount] of input.discounts.entries()) {
    mustNotBeNegative(discount.amount, `/discounts/${index}/amount`);
    takenOff += discount.amount;
    if (takenOff > MAX_AMOUNT) return tooLarge(`/discounts/${index}/amount`);
  }
  for (const [index, { amount }] of input.adjustments.entries()) {
    const pointer = `/adjustments/${index}/amount`;
    mustBeInteger(amount, pointer);
    if (amount > 0) added += amount;
    else takenOff -= amount;
    if (added > MAX_AMOUNT || takenOff > MAX_AMOUNT) return tooLarge(pointer);
  }
  return null;
}

function discountProblem(input: TotalsInput, priced: readonly LinePrice[]): TotalsProblem | null {
  // Without lines there is no goods value to compare with; the total that may not be negative is the bound.
  if (priced.length === 0) return null;
  let left = sum(priced.map((line) => line.net));
  for (const [index, discount] of input.discounts.entries()) {
    left -= discount.amount;
    if (left < 0) return { problem: 'discount_exceeds_value', pointer: `/discounts/${index}/amount` };
  }
  return null;
}

function signProblem(input: TotalsInput, priced: readonly LinePrice[]): TotalsProblem | null {
  let left =
    sum(priced.map((line) => line.net)) +
    sum(input.lines.map((line) => line.tax)) +
    sum(input.deliveries.map((delivery) => delivery.price)) +
    sum(input.adjustments.map(({ amount }) => (amount > 0 ? amount : 0)));
  for (const [index, discount] of input.discounts.entries()) {
    left -= discount.amount;
    if (left < 0) return { problem: 'negative_total', pointer: `/discounts/${index}/amount` };
  }
  for (const [index, { amount }] of input.adjustments.entries()) {
    if (amount < 0) left += amount;
    if (left < 0) return { problem: 'negative_total', pointer: `/adjustments/${index}/amount` };
  }
  return null;
}

/**
 * What belongs to deliveries, as shares of their lines by net: evenly where all are 0, over all lines for a delivery without its own.
 * Prices of deliveries, and the tax on them.
 */
export function spreadOverLines(
  input: Pick<TotalsInput, 'deliveries'> & { readonly lines: readonly Pick<PricedLine, 'deliveryId'>[] },
  nets: readonly Amount[],
): Amount[] {
  const linesOf = new Map<string, number[]>();
  for (const [index, { deliveryId }] of input.lines.entries()) {
    if (deliveryId === null) continue;
    const own = linesOf.get(deliveryId);
    if (own) own.push(index);
    else linesOf.set(deliveryId, [index]);
  }
  // Prices of deliveries without lines are added up first and spread once: 5,000 of them over 5,000 lines would
  // otherwise be 25 million divisions.
  let overAllLines = 0;
  const shares = nets.map(() => 0);
  const spread = (price: Amount, carried: readonly number[]) => {
    const weights = carried.map((index) => at(nets, index));
    for (const [n, part] of allocate(price, weights).entries()) {
      const index = at(carried, n);
      shares[index] = at(shares, index) + part;
    }
  };
  for (const { id, price } of input.deliveries) {
    const own = linesOf.get(id);
    if (own) spread(price, own);
    else overAllLines += price;
  }
  spread(overAllLines, [...nets.keys()]);
  return shares;
}

function mustBeInteger(x: number, pointer: string): void {
  if (!Number.isSafeInteger(x)) throw new RangeError(`${pointer} is not a safe integer: ${x}`);
}

function mustNotBeNegative(x: number, pointer: string): void {
  mustBeInteger(x, pointer);
  if (x < 0) throw new RangeError(`${pointer} is negative: ${x}`);
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`no element ${index}`);
  return item;
}
