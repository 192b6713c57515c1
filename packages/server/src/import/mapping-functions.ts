import { exponentOf, isCurrency } from '@docket/core/money/currency';
import { roundedLine } from '@docket/core/money/rounding';
import { zonedInstant } from './zoned-time.js';

/** Why a function of ours failed, told without the value. */
export class MappingFault extends Error {}

/** What a mapping may call beside JSONata's own functions. A text that is no such thing fails the record. */
export const MAPPING_FUNCTIONS = {
  /** Decimal text → minor units, rounded half up where it has more decimals: `$amount('12.5')` is 1250. */
  amount: (text: unknown, currency: unknown = 'EUR'): number | undefined =>
    empty(text) ? undefined : decimal(text, isCurrency(String(currency)) ? exponentOf(String(currency)) : 2),
  /** Decimal text → millionths of the major unit: `$micros('2.55')` is 2550000. */
  micros: (text: unknown): number | undefined => (empty(text) ? undefined : decimal(text, 6)),
  /** What so many pieces at a unit price come to, each line rounded half up as in an order. */
  value: (priceMicros: unknown, quantity: unknown, currency: unknown = 'EUR'): number => {
    const value = roundedLine({
      unitPrice: Number(priceMicros),
      quantity: Number(quantity),
      unitMultiplier: 1000,
      currency: String(currency),
      rounding: 'half_up',
    });
    if (value === 'too_large') throw new MappingFault('$value: so many pieces at this price are too much');
    return value;
  },
  /** A wall clock without a zone → the instant that it was there: `$instant('2017-05-04 10:00:00', 'Europe/Lisbon')`. */
  instant: (text: unknown, zone: unknown = 'UTC'): string | undefined => {
    if (empty(text)) return undefined;
    const at = zonedInstant(String(text), String(zone));
    if (at === null) throw new MappingFault('$instant: this is no time such as 2017-05-04 10:00:00');
    return at;
  },
} as const;

const empty = (text: unknown): boolean => text === undefined || text === null || text === '';

const DECIMAL = /^([+-]?)(\d{1,12})(?:\.(\d{1,12}))?$/;

/** By digits, not by floats: 1.005 with two decimals is 101. */
function decimal(text: unknown, digits: number): number {
  const [, sign, whole = '', fraction = ''] = DECIMAL.exec(String(text).trim()) ?? [];
  if (whole === '') throw new MappingFault('this is no decimal number such as 12.50');
  const kept = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  const value = Number(fraction.charAt(digits)) >= 5 ? kept + 1 : kept;
  return sign === '-' ? -value : value;
}
