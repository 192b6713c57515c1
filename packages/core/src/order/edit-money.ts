import { allocate, allocateWithin } from '../money/allocate.js';
import { type Amount, sum } from '../money/amount.js';
import { inRatio, roundedLine } from '../money/rounding.js';
import type { LineTax } from '../tax/line-tax.js';
import { settledPieces, type WorkedLine } from './edit-working.js';
import type { Line, Order } from './order.js';
import {
  type LineMoney,
  type OrderMoney,
  type PricedLine,
  totalsOf,
  type TotalsInput,
  type TotalsProblem,
} from './totals.js';

/** More was taken off or sent for the settled pieces than the edit leaves; `least` in minor units. */
export interface BelowPapers {
  readonly below: 'discounts' | 'deliveries';
  readonly least: Amount;
}

/**
 * The money of the order as it is edited, counted as a placement is. Where pieces of lines are settled (invoiced, sent or
 * given up), those keep the shares of discounts and shipping that they had, to the minor unit, and the rest is shared
 * out over what is open: no return or refund can come to more than what was charged for a piece.
 */
export function countedAgain(order: Order, input: TotalsInput): OrderMoney | TotalsProblem | BelowPapers {
  const counted = totalsOf(input);
  if ('problem' in counted) return counted;
  const before = new Map(order.lines.map((line) => [line.id, line]));
  const settled = input.lines.map(({ id }) => settledMoney(before.get(id)));
  if (settled.every((money) => money === NOTHING)) return counted;
  const open = counted.lines.map(({ net }, index) => Math.max(0, net - (settled[index]?.net ?? 0)));
  const isSame = sameGoods(order, input, counted);
  const discounts = discountShares(order, input, settled, open, isSame);
  if ('below' in discounts || 'problem' in discounts) return discounts;
  const shipping = shippingShares(order, input, settled, open, isSame);
  if ('below' in shipping) return shipping;
  const lines = counted.lines.map((money, index): LineMoney => {
    const share = { discount: discounts[index] ?? 0, shipping: shipping[index] ?? 0, tax: money.share.tax };
    return { ...money, share, payable: money.net - share.discount + share.shipping + share.tax };
  });
  return lines.some(({ net, share }) => share.discount > net)
    ? { below: 'discounts', least: sum(settled.map(({ discount }) => discount)) }
    : { ...counted, lines };
}

interface SettledMoney {
  readonly net: Amount;
  readonly discount: Amount;
  readonly shipping: Amount;
}

const NOTHING: SettledMoney = { net: 0, discount: 0, shipping: 0 };

/** What of a line's money its settled pieces are. */
function settledMoney(line: Line | undefined): SettledMoney {
  const pieces = line === undefined ? 0 : settledPieces(line);
  if (line === undefined || pieces === 0) return NOTHING;
  const part = (amount: Amount): Amount => allocate(amount, [pieces, line.quantity - pieces])[0] ?? 0;
  return {
    net: part(line.money.net),
    discount: part(line.money.share.discount),
    shipping: part(line.money.share.shipping),
  };
}

/** Whether the lines, what they cost and how they are sent are those of before. */
const sameGoods = (order: Order, { lines }: TotalsInput, counted: OrderMoney): boolean =>
  lines.length === order.lines.length &&
  order.lines.every(({ id, deliveryId, money }, index) => {
    const line = lines[index];
    return line?.id === id && line.deliveryId === deliveryId && counted.lines[index]?.net === money.net;
  });

function discountShares(
  order: Order,
  input: TotalsInput,
  settled: readonly SettledMoney[],
  open: readonly Amount[],
  isSame: boolean,
): readonly Amount[] | BelowPapers | TotalsProblem {
  const total = sum(input.discounts.map(({ amount }) => amount));
  if (isSame && total === sum(order.head.discounts.map(({ amount }) => amount)))
    return order.lines.map(({ money }) => money.share.discount);
  const least = sum(settled.map(({ discount }) => discount));
  if (total < least) return { below: 'discounts', least };
  if (total - least > sum(open)) return { problem: 'discount_exceeds_value', pointer: '/discounts' };
  const parts = allocateWithin(total - least, open);
  return settled.map(({ discount }, index) => discount + (parts[index] ?? 0));
}

function shippingShares(
  order: Order,
  { lines, deliveries }: TotalsInput,
  settled: readonly SettledMoney[],
  open: readonly Amount[],
  isSame: boolean,
): readonly Amount[] | BelowPapers {
  const prices = new Map(order.head.deliveries.map(({ id, price }) => [id, price]));
  const samePrices = deliveries.length === prices.size && deliveries.every(({ id, price }) => prices.get(id) === price);
  if (isSame && samePrices) return order.lines.map(({ money }) => money.share.shipping);
  const shares = settled.map(({ shipping }) => shipping);
  const spread = (amount: Amount, over: readonly number[]): void => {
    const parts = allocate(
      amount,
      over.map((index) => open[index] ?? 0),
    );
    for (const [n, index] of over.entries()) shares[index] = (shares[index] ?? 0) + (parts[n] ?? 0);
  };
  const groups = new Map<string | null, number[]>(deliveries.map(({ id }) => [id, []]));
  for (const [index, { deliveryId }] of lines.entries()) {
    const group = groups.get(deliveryId);
    if (group === undefined) groups.set(deliveryId, [index]);
    else group.push(index);
  }
  const left = deliveries.map(({ id, price }) => ({
    over: groups.get(id) ?? [],
    amount: price - sum((groups.get(id) ?? []).map((index) => settled[index]?.shipping ?? 0)),
  }));
  const ofNone = sum((groups.get(null) ?? []).map((index) => settled[index]?.shipping ?? 0));
  // Each delivery bears its own where it can; else what is left of all of them is shared out together.
  if (ofNone === 0 && left.every(({ over, amount }) => amount >= 0 && (over.length > 0 || amount === 0))) {
    for (const { over, amount } of left) if (amount > 0) spread(amount, over);
    return shares;
  }
  const least = sum(shares);
  const total = sum(deliveries.map(({ price }) => price));
  if (total < least) return { below: 'deliveries', least };
  spread(total - least, [...lines.keys()]);
  return shares;
}

/** A line with papers whose pieces are those of before: its tax stands on them. */
const keepsTax = ({ before, quantity }: WorkedLine): boolean =>
  before !== null && settledPieces(before) > 0 && before.quantity === quantity;

/** Whether a provider counted the tax of the order, and is asked again for what changes of it. */
export const isProviderTaxed = ({ head, lines }: Pick<Order, 'head' | 'lines'>): boolean =>
  head.providerTaxed === true || lines.some(({ taxed }) => taxed !== undefined);

/** Whether a provider that counts the tax of the order says that of this line: nobody set it by hand, and no paper stands on it. */
export const asksTax = (line: WorkedLine): boolean =>
  line.tax === null && !line.byHand.includes('tax') && !keepsTax(line);

/**
 * The tax of a line as it shall be, in minor units: as somebody or a tax service (`said`) says; of a line whose goods are the same
 * to the cent what it was; of another one in proportion to what it costs, so that its rate stays.
 */
export function taxOf(
  { head }: Pick<Order, 'head'>,
  line: WorkedLine,
  terms: Omit<PricedLine, 'tax'>,
  said: LineTax | undefined,
): Amount {
  if (line.tax !== null) return line.tax;
  if (said !== undefined) return said.goods + said.shipping;
  if (line.before === null) return 0;
  const { money } = line.before;
  const net = roundedLine({
    unitPrice: terms.price - terms.unitDiscount,
    quantity: terms.quantity,
    unitMultiplier: terms.unitMultiplier,
    currency: head.currency,
    rounding: head.rounding,
  });
  if (net === 'too_large' || net === money.net) return money.share.tax;
  return money.net === 0
    ? money.share.tax
    : Math.max(0, inRatio(money.share.tax, Math.max(0, net), money.net, head.rounding));
}
