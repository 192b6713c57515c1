import { type Currency, exponentOf } from './currency.js';

/** Money: a safe integer of minor units (cents, yen, fils) of the order's one currency. Signed. */
export type Amount = number;

/** The price of one unit, or the discount on it: a safe integer of millionths of the *major* unit (1.50 = 1_500_000). */
export type UnitPrice = number;

/**
 * The largest amount that Docket takes, either sign: 10 thousand million euros, or a million million yen.
 * 2^53 − 1 is about 9.007e15, so 9,007 amounts of this size add up exactly; an order has at most 5,000 lines.
 */
export const MAX_AMOUNT: Amount = 1_000_000_000_000;

/** Whether a value from outside is an amount: an integer within ±MAX_AMOUNT. */
export function isAmount(x: unknown): x is Amount {
  return Number.isSafeInteger(x) && Math.abs(x as number) <= MAX_AMOUNT;
}

/** Adds amounts. Throws RangeError, which is a bug of the caller, when a part or the sum is not a safe integer. */
export function sum(amounts: Iterable<Amount>): Amount {
  let total = 0;
  for (const amount of amounts) {
    total += amount;
    if (!Number.isSafeInteger(amount) || !Number.isSafeInteger(total)) {
      throw new RangeError(`amounts do not add up to a safe integer (at ${amount})`);
    }
  }
  return total;
}

/** "12.34", "-0.05", "12" for yen: a point, no grouping, no locale. For logs and exports, not for screens. */
export function formatAmount(amount: Amount, currency: Currency): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not an amount: ${amount}`);
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0');
  const sign = amount < 0 ? '-' : '';
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
