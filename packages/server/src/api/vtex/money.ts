import { exponentOf } from '@docket/core/money/currency';
import { roundedLine } from '@docket/core/money/rounding';
import type { Line, Order } from '@docket/core/order/order';

/** Cents of the order's currency and minor units are the same number (vtex-oms §0.2). */
export type Cents = number;

/** Millionths of the major unit in one minor unit. */
const microsIn = (currency: string): number => 10 ** (6 - exponentOf(currency));

/**
 * The unit price of one piece of a whole measure, in millionths of the major unit, whose pieces of `multiplier` thousandths
 * cost `cents` each. A third of a cent is cut at the millionth, so lines of fewer than 10,000 pieces come to the very
 * cents that were sent.
 */
export const unitMicros = (cents: number, multiplier: number, currency: string): number =>
  Math.round((cents * microsIn(currency) * 1000) / multiplier);

/** What one piece costs, in cents, unit multiplier included (vtex-oms §2.3). */
export function pieceCents(order: Order, { unitMultiplier }: Line, micros: number): Cents {
  const { currency, rounding } = order.head;
  const cents = roundedLine({ unitPrice: micros, quantity: 1, unitMultiplier, currency, rounding });
  if (cents === 'too_large') throw new Error('a piece costs more than its order');
  return cents;
}

/** The decimal reading that price tags carry beside their cents (vtex-oms §2.4). */
export const rawValue = (cents: Cents, currency: string): number => cents / 10 ** exponentOf(currency);

/**
 * A sum over pieces as prices with their numbers: one entry where it divides evenly, else two (10.00 over 3 pieces is two
 * at 3.33 and one at 3.34; vtex-oms §2.3).
 */
export function sellingPrices(total: Cents, quantity: number): { value: Cents; quantity: number }[] {
  if (quantity === 0) return [];
  const low = Math.floor(total / quantity);
  const dearer = total - low * quantity;
  const entries = [
    { value: low, quantity: quantity - dearer },
    { value: low + 1, quantity: dearer },
  ];
  return entries.filter((entry) => entry.quantity > 0);
}
