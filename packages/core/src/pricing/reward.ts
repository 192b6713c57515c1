import { allocate, allocateWithin } from '../money/allocate.js';
import { type Amount, sum, type UnitPrice } from '../money/amount.js';
import { percentage, roundedLine, timesIn, unitPriceOf } from '../money/rounding.js';
import { piecesOf } from './eligibility.js';
import {
  type Basket,
  type BasketLine,
  type LineReward,
  matches,
  type OrderReward,
  type Promotion,
  type ShippingReward,
} from './promotion.js';

/** What a basket comes to while rewards are taken off it, one after the other. */
export interface Remaining {
  /** `price` is the unit price at which the line comes to `net`. */
  readonly lines: readonly { readonly line: BasketLine; readonly price: UnitPrice; readonly net: Amount }[];
  /** Net of the lines less the order discounts so far. */
  readonly order: Amount;
  readonly deliveries: readonly { readonly id: string; readonly price: Amount }[];
}

/** What one reward takes off; only what is not 0. */
export interface Effect {
  readonly lines: readonly { readonly id: string; readonly amount: Amount }[];
  readonly order: Amount;
  readonly deliveries: readonly { readonly id: string; readonly amount: Amount }[];
  readonly gift: { readonly sku: string; readonly quantity: number } | null;
}

const NO_EFFECT: Effect = { lines: [], order: 0, deliveries: [], gift: null };

export const savedBy = ({ lines, order, deliveries }: Effect): Amount =>
  sum(lines.map(({ amount }) => amount)) + order + sum(deliveries.map(({ amount }) => amount));

/** Whether a reward did anything: a gift saves nothing and is something. */
export const didSomething = (effect: Effect): boolean => effect.gift !== null || savedBy(effect) > 0;

/** The basket at its picked prices. Throws RangeError where a line is above MAX_AMOUNT: the caller refuses that. */
export function untouched(basket: Basket): Remaining {
  const lines = basket.lines.map((line) => ({ line, price: line.price, net: worthAt(line, line.price, basket) }));
  return { lines, order: sum(lines.map(({ net }) => net)), deliveries: basket.deliveries };
}

/**
 * Takes a promotion's reward off what remains. Nothing falls below 0, so the effect is what was really taken, and it adds
 * up: what remained before is what remains now and the effect. Amounts are shared out in proportion to what is left of
 * each line or delivery, by the one allocator.
 */
export function takeReward(
  promotion: Promotion,
  remaining: Remaining,
  basket: Basket,
): { readonly effect: Effect; readonly remaining: Remaining } {
  const { reward } = promotion;
  switch (reward.target) {
    case 'line':
      return offLines(wantedOffLines(promotion, reward, remaining, basket), remaining, basket);
    case 'order':
      return offOrder(reward, remaining, basket);
    case 'shipping':
      return offShipping(reward, remaining, basket);
    default: {
      const never: never = reward;
      throw new RangeError(`not a reward: ${JSON.stringify(never)}`);
    }
  }
}

/** What the reward would take off each line, by its position; never more than its net. */
function wantedOffLines(
  { rewarded, conditions }: Promotion,
  reward: LineReward,
  { lines }: Remaining,
  basket: Basket,
): readonly Amount[] {
  const match = rewarded ?? conditions.items;
  const nets = lines.map(({ line, net }) => (matches(match, line) ? net : 0));
  switch (reward.kind) {
    case 'percentage':
      return atMost(
        reward.atMost,
        nets.map((net) => percentage(net, reward.rate, basket.rounding)),
      );
    case 'amount':
      return allocateWithin(Math.min(reward.amount, sum(nets)), nets);
    case 'amount_each':
      return lines.map(({ line }, index) =>
        Math.min(nets[index] ?? 0, worthAt(line, Math.min(reward.amountMicros, line.price), basket)),
      );
    case 'fixed_price':
      return lines.map(({ line }, index) =>
        Math.max(0, (nets[index] ?? 0) - worthAt(line, Math.min(reward.priceMicros, line.price), basket)),
      );
    case 'buy_get': {
      const bought = lines.map(({ line }) => line).filter((line) => matches(conditions.items, line));
      const given = lines.map(({ line }) => line).filter((line) => matches(match, line));
      const pieces = rewarded === null ? given : bought.filter((line) => !matches(match, line));
      const times = timesIn(piecesOf(pieces), rewarded === null ? reward.buy + reward.get : reward.buy);
      const free = cheapest(given, Math.min(times, reward.atMostTimes ?? times) * reward.get);
      return lines.map(({ line }, index) => {
        const taken = free.get(line.id) ?? 0;
        const [worth = 0] = allocate(nets[index] ?? 0, [taken, line.quantity - taken]);
        return taken === 0 ? 0 : percentage(worth, reward.rate, basket.rounding);
      });
    }
    default: {
      const never: never = reward;
      throw new RangeError(`not a reward on lines: ${JSON.stringify(never)}`);
    }
  }
}

const atMost = (most: Amount | undefined, parts: readonly Amount[]): readonly Amount[] =>
  most === undefined || sum(parts) <= most ? parts : allocateWithin(most, parts);

/** So many pieces by line, the cheapest first; of equal ones the earliest line. By the unit prices before promotions. */
function cheapest(lines: readonly BasketLine[], wanted: number): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  let left = wanted;
  for (const { id, quantity } of [...lines].sort((a, b) => a.price - b.price)) {
    const pieces = Math.min(left, quantity);
    if (pieces > 0) taken.set(id, pieces);
    left -= pieces;
  }
  return taken;
}

/**
 * Lines are priced anew, by a unit price at which they come to what is wanted: so an order takes them as they are. Where
 * no unit price does (`unitPriceOf`), a little more is taken, and the effect says so.
 */
function offLines(
  wanted: readonly Amount[],
  remaining: Remaining,
  basket: Basket,
): { readonly effect: Effect; readonly remaining: Remaining } {
  const taken: { id: string; amount: Amount }[] = [];
  const lines = remaining.lines.map((left, index) => {
    const off = wanted[index] ?? 0;
    if (off === 0) return left;
    const { quantity, unitMultiplier } = left.line;
    const { currency, rounding } = basket;
    const price = unitPriceOf({ amount: left.net - off, quantity, unitMultiplier, currency, rounding });
    const net = worthAt(left.line, price, basket);
    taken.push({ id: left.line.id, amount: left.net - net });
    return { line: left.line, price, net };
  });
  const effect = { ...NO_EFFECT, lines: taken };
  return { effect, remaining: { ...remaining, lines, order: remaining.order - savedBy(effect) } };
}

function offOrder(
  reward: OrderReward,
  remaining: Remaining,
  { rounding }: Basket,
): { readonly effect: Effect; readonly remaining: Remaining } {
  if (reward.kind === 'gift') {
    const { sku, quantity } = reward;
    return { effect: { ...NO_EFFECT, gift: { sku, quantity } }, remaining };
  }
  const [order = 0] =
    reward.kind === 'amount'
      ? [Math.min(reward.amount, remaining.order)]
      : atMost(reward.atMost, [percentage(remaining.order, reward.rate, rounding)]);
  return { effect: { ...NO_EFFECT, order }, remaining: { ...remaining, order: remaining.order - order } };
}

function offShipping(
  reward: ShippingReward,
  remaining: Remaining,
  { rounding }: Basket,
): { readonly effect: Effect; readonly remaining: Remaining } {
  const prices = remaining.deliveries.map(({ price }) => price);
  const wanted = wantedOffShipping(reward, prices, rounding);
  const deliveries = remaining.deliveries.map(({ id, price }, index) => ({ id, price: price - (wanted[index] ?? 0) }));
  const taken = remaining.deliveries.map(({ id }, index) => ({ id, amount: wanted[index] ?? 0 }));
  return {
    effect: { ...NO_EFFECT, deliveries: taken.filter(({ amount }) => amount > 0) },
    remaining: { ...remaining, deliveries },
  };
}

function wantedOffShipping(
  reward: ShippingReward,
  prices: readonly Amount[],
  rounding: Basket['rounding'],
): readonly Amount[] {
  switch (reward.kind) {
    case 'percentage':
      return atMost(
        reward.atMost,
        prices.map((price) => percentage(price, reward.rate, rounding)),
      );
    case 'amount':
      return allocateWithin(Math.min(reward.amount, sum(prices)), prices);
    case 'flat_rate':
      return prices.map((price) => Math.max(0, price - reward.amount));
    default: {
      const never: never = reward;
      throw new RangeError(`not a reward on shipping: ${JSON.stringify(never)}`);
    }
  }
}

function worthAt(line: BasketLine, unitPrice: UnitPrice, { currency, rounding }: Basket): Amount {
  const { quantity, unitMultiplier } = line;
  const worth = roundedLine({ unitPrice, quantity, unitMultiplier, currency, rounding });
  if (worth === 'too_large') throw new RangeError(`line ${line.id} is above the largest amount`);
  return worth;
}
