import { type Amount, MAX_AMOUNT, type UnitPrice } from './amount.js';
import { type Currency, exponentOf } from './currency.js';

/**
 * How a fraction of a minor unit ends. All three work on the magnitude and put the sign back, so what was charged
 * and what is refunded round alike: round(−x) = −round(x).
 * - `half_up`: a half goes away from zero (0.5 → 1, −0.5 → −1)
 * - `half_even`: a half goes to the even neighbour (0.5 → 0, 1.5 → 2, −2.5 → −2)
 * - `down`: every fraction goes towards zero (0.9 → 0, −0.9 → 0)
 */
export type Rounding = 'half_up' | 'half_even' | 'down';

// Millionths of the major unit times thousandths of a unit are 10^9 to the major unit; the exponent takes its digits
// back. By exponent, 0 to 4.
const LINE_DIVISORS: readonly bigint[] = [1_000_000_000n, 100_000_000n, 10_000_000n, 1_000_000n, 100_000n];

/**
 * The money of a line: unit price × quantity × unit multiplier, rounded once, here and nowhere else.
 *
 * `unitPrice` is in millionths of the major unit, `quantity` counts pieces, `unitMultiplier` is the measure of one
 * piece in thousandths (1000 = 1, 500 = half a kilogram). Answers minor units, or `too_large` beyond ±MAX_AMOUNT.
 */
export function roundedLine(line: {
  unitPrice: UnitPrice;
  quantity: number;
  unitMultiplier: number;
  currency: Currency;
  rounding: Rounding;
}): Amount | 'too_large' {
  const divisor = LINE_DIVISORS[exponentOf(line.currency)];
  if (divisor === undefined) throw new RangeError(`no line divisor for ${line.currency}`);
  const product = exact(line.unitPrice) * exact(line.quantity) * exact(line.unitMultiplier);
  const rounded = divide(product, divisor, line.rounding);
  return rounded > MAX_AMOUNT || rounded < -MAX_AMOUNT ? 'too_large' : Number(rounded);
}

/**
 * The unit price at which a line comes to `amount`, in millionths: the nearest one for the rounding. A line of so many
 * pieces that a millionth more or less jumps over minor units (above 10,000 of a currency with cents) comes to less where
 * it cannot come to `amount`, never to more: what was promised to the buyer holds. Never negative.
 */
export function unitPriceOf(line: {
  amount: Amount;
  quantity: number;
  unitMultiplier: number;
  currency: Currency;
  rounding: Rounding;
}): UnitPrice {
  const { amount, quantity, unitMultiplier, currency, rounding } = line;
  const divisor = LINE_DIVISORS[exponentOf(currency)];
  if (divisor === undefined) throw new RangeError(`no line divisor for ${currency}`);
  const measure = exact(quantity) * exact(unitMultiplier);
  const worth = exact(amount) * divisor;
  if (measure <= 0n || worth < 0n) throw new RangeError(`no unit price for ${amount} of ${quantity} pieces`);
  // Rounded down, a line must not lose the fraction that its unit price leaves out.
  const near = rounding === 'down' ? (worth + measure - 1n) / measure : divide(worth, measure, 'half_up');
  const reached = divide(near * measure, divisor, rounding);
  return Number(reached > exact(amount) ? worth / measure : near);
}

/** How often a part fits into a whole, both in pieces: 2 into 7 is 3. `part` is positive, `whole` is not negative. */
export const timesIn = (whole: number, part: number): number => Number(exact(whole) / exact(part));

/** `rateMillionths` of an amount: 19 % is 190_000. Throws RangeError when the answer is not a safe integer. */
export function percentage(amount: Amount, rateMillionths: number, rounding: Rounding): Amount {
  const part = Number(divide(exact(amount) * exact(rateMillionths), 1_000_000n, rounding));
  if (!Number.isSafeInteger(part)) throw new RangeError(`${rateMillionths} millionths of ${amount} is not an amount`);
  return part;
}

/** An amount that keeps its ratio to another: `amount` × `part` ÷ `whole`, with `whole` > 0. */
export const inRatio = (amount: Amount, part: Amount, whole: Amount, rounding: Rounding): Amount =>
  Number(divide(exact(amount) * exact(part), exact(whole), rounding));

/**
 * The whole minor units in total × weight ÷ weightSum and what is left of the division, for the allocator.
 * `total` and `weight` are not negative, `weightSum` is positive.
 */
export function wholeShare(total: Amount, weight: number, weightSum: bigint): { whole: Amount; remainder: bigint } {
  const product = exact(total) * exact(weight);
  return { whole: Number(product / weightSum), remainder: product % weightSum };
}

function divide(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const negative = numerator < 0n;
  const magnitude = negative ? -numerator : numerator;
  const whole = magnitude / denominator;
  const doubled = (magnitude % denominator) * 2n;
  const rounded = roundsAway(whole, doubled, denominator, rounding) ? whole + 1n : whole;
  return negative ? -rounded : rounded;
}

function roundsAway(whole: bigint, doubledRemainder: bigint, denominator: bigint, rounding: Rounding): boolean {
  switch (rounding) {
    case 'half_up':
      return doubledRemainder >= denominator;
    case 'half_even':
      return doubledRemainder > denominator || (doubledRemainder === denominator && whole % 2n === 1n);
    case 'down':
      return false;
    default: {
      const never: never = rounding;
      throw new RangeError(`not a rounding: ${String(never)}`);
    }
  }
}

function exact(x: number): bigint {
  if (!Number.isSafeInteger(x)) throw new RangeError(`not a safe integer: ${x}`);
  return BigInt(x);
}
