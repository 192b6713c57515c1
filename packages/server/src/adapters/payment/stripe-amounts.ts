import type { Currency } from '@docket/core/money/currency';

/** Currencies that Stripe counts with two digits although ISO 4217 has none for them (docs.stripe.com/currencies). */
const TWO_DIGITS: ReadonlySet<Currency> = new Set(['ISK', 'UGX']);
/** And one the other way round. */
const NO_DIGITS: ReadonlySet<Currency> = new Set(['MGA']);

/** Our minor units in those of Stripe; null: it has none for this amount. */
export function toStripe(amount: number, currency: Currency): number | null {
  if (TWO_DIGITS.has(currency)) return amount * 100;
  if (!NO_DIGITS.has(currency)) return amount;
  return amount % 100 === 0 ? amount / 100 : null;
}

export function fromStripe(amount: number, currency: Currency): number {
  if (TWO_DIGITS.has(currency)) return Math.trunc(amount / 100);
  return NO_DIGITS.has(currency) ? amount * 100 : amount;
}
