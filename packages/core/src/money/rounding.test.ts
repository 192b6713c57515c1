import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_AMOUNT } from './amount.js';
import { percentage, roundedLine, type Rounding, timesIn, unitPriceOf } from './rounding.js';

const ROUNDINGS: readonly Rounding[] = ['half_up', 'half_even', 'down'];

/** A line of one piece of measure 1, rounded half up in euros, unless told otherwise. */
function line(given: Partial<Parameters<typeof roundedLine>[0]> & { unitPrice: number }) {
  return roundedLine({ quantity: 1, unitMultiplier: 1000, currency: 'EUR', rounding: 'half_up', ...given });
}

describe('a line is rounded once', () => {
  it.each([
    // unit price in millionths, quantity, measure in thousandths, currency, minor units
    [17_000_000, 1, 1000, 'EUR', 1700],
    [19_990_000, 3, 1000, 'EUR', 5997],
    [333_333, 3, 1000, 'EUR', 100], // 0.999999, not 3 × 0.33
    [4_000, 100, 1000, 'EUR', 40], // a screw at 0.004 is not free by the hundred
    [4_000, 1, 1000, 'EUR', 0],
    [5_000, 1, 1000, 'EUR', 1],
    [9_990_000, 1, 500, 'EUR', 500], // half a kilogram at 9.99 is 4.995
    [9_990_000, 1, 333, 'EUR', 333], // 3.32667
    [9_990_000, 3, 333, 'EUR', 998], // 9.98001, not 3 × 3.33
    [10_000_000, 2, 1500, 'EUR', 3000],
    [1_005_000, 1, 1000, 'EUR', 101], // the sum that floats get wrong
    [1500_000_000, 2, 1000, 'JPY', 3000],
    [1_500_000, 1, 1000, 'JPY', 2], // half a yen
    [1_499_999, 1, 1000, 'JPY', 1],
    [999_000_000, 1, 500, 'JPY', 500], // 499.5
    [1_234_500, 1, 1000, 'KWD', 1235], // 1.2345
    [1_234_400, 3, 333, 'KWD', 1233], // 1.2331656
    [1_000_050, 1, 1000, 'CLF', 10001],
    [0, 7, 1000, 'EUR', 0],
    [9_990_000, 0, 1000, 'EUR', 0],
  ])('%d millionths × %d × %d thousandths of %s is %d', (unitPrice, quantity, unitMultiplier, currency, amount) => {
    expect(line({ unitPrice, quantity, unitMultiplier, currency })).toBe(amount);
  });

  it.each([
    // minor units × 10, half_up, half_even, down
    [4, 0, 0, 0],
    [5, 1, 0, 0],
    [6, 1, 1, 0],
    [15, 2, 2, 1],
    [25, 3, 2, 2],
    [26, 3, 3, 2],
    [-4, 0, 0, 0],
    [-5, -1, 0, 0],
    [-15, -2, -2, -1],
    [-25, -3, -2, -2],
    [-29, -3, -3, -2],
  ])('%d tenths of a cent end at %d half up, %d half even, %d down', (tenths, halfUp, halfEven, down) => {
    const unitPrice = tenths * 1000;
    expect(ROUNDINGS.map((rounding) => line({ unitPrice, rounding }))).toEqual([halfUp, halfEven, down]);
  });

  it('is too large beyond the largest amount, and exact up to it', () => {
    expect(line({ unitPrice: 1_000_000_000_000_000, quantity: 10 })).toBe(MAX_AMOUNT);
    expect(line({ unitPrice: 1_000_000_000_010_000, quantity: 10 })).toBe('too_large');
    expect(line({ unitPrice: -1_000_000_000_010_000, quantity: 10 })).toBe('too_large');
    const most = Number.MAX_SAFE_INTEGER;
    expect(line({ unitPrice: most, quantity: most, unitMultiplier: most })).toBe('too_large');
  });

  it('refuses fractions and unknown currencies as bugs', () => {
    expect(() => line({ unitPrice: 0.5 })).toThrow(RangeError);
    expect(() => line({ unitPrice: 1, quantity: 1.5 })).toThrow(RangeError);
    expect(() => line({ unitPrice: 1, quantity: 2 ** 53 })).toThrow(RangeError);
    expect(() => line({ unitPrice: 1, currency: 'XXX' })).toThrow(RangeError);
  });

  it('is never more than half a minor unit off, and a refund of it rounds alike', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000_000 }),
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 1, max: 5000 }),
        fc.constantFrom('JPY', 'EUR', 'KWD', 'CLF'),
        fc.constantFrom(...ROUNDINGS),
        (unitPrice, quantity, unitMultiplier, currency, rounding) => {
          const amount = line({ unitPrice, quantity, unitMultiplier, currency, rounding });
          if (amount === 'too_large') return;
          const perMinor = { JPY: 10n ** 9n, EUR: 10n ** 7n, KWD: 10n ** 6n, CLF: 10n ** 5n }[currency];
          const off = BigInt(unitPrice) * BigInt(quantity) * BigInt(unitMultiplier) - BigInt(amount) * perMinor;
          if (rounding === 'down') expect(off >= 0n && off < perMinor).toBe(true);
          else expect(off * 2n <= perMinor && off * -2n <= perMinor).toBe(true);
          const refund = line({ unitPrice: 0 - unitPrice, quantity, unitMultiplier, currency, rounding });
          expect(refund).toBe(0 - amount);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('a percentage', () => {
  it.each([
    [10_000, 190_000, 'half_up', 1900], // 19 %
    [1999, 190_000, 'half_up', 380], // 3.7981
    [50, 190_000, 'half_up', 10], // 9.5 cents
    [50, 190_000, 'half_even', 10],
    [50, 210_000, 'half_even', 10], // 10.5 cents
    [50, 210_000, 'half_up', 11],
    [50, 210_000, 'down', 10],
    [-50, 210_000, 'half_up', -11],
    [12_345, 0, 'half_up', 0],
    [333, 1_000_000, 'half_up', 333],
    [MAX_AMOUNT, 255_000, 'half_up', 255_000_000_000],
  ] as const)('of %d at %d millionths, %s, is %d', (amount, rate, rounding, part) => {
    expect(percentage(amount, rate, rounding)).toBe(part);
  });

  it('that cannot be held exactly is a bug', () => {
    expect(() => percentage(Number.MAX_SAFE_INTEGER, 2_000_000, 'half_up')).toThrow(RangeError);
    expect(() => percentage(100, 0.19, 'half_up')).toThrow(RangeError);
  });
});

describe('the unit price of a line', () => {
  const priced = (given: { amount: number; quantity: number; unitMultiplier?: number; rounding?: Rounding }) =>
    unitPriceOf({ unitMultiplier: 1000, currency: 'EUR', rounding: 'half_up', ...given });

  it.each([
    // minor units, pieces, measure in thousandths, rounding, millionths
    [4495, 1, 1000, 'half_up', 44_950_000],
    [7481, 3, 1000, 'half_up', 24_936_667],
    [100, 3, 1000, 'half_up', 333_333],
    [100, 3, 1000, 'down', 333_334], // 3 × 0.333333 would be 0.99
    [500, 1, 500, 'half_up', 10_000_000],
    [0, 7, 1000, 'half_up', 0],
  ] as const)(
    'that comes to %d for %d pieces of %d thousandths, %s, is %d',
    (amount, quantity, unitMultiplier, rounding, micros) => {
      expect(priced({ amount, quantity, unitMultiplier, rounding })).toBe(micros);
    },
  );

  it('comes to the amount up to 10,000 pieces of a currency with cents, and to no more above', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000_000),
        fc.oneof(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 10_000_000 })),
        fc.constantFrom(...ROUNDINGS),
        (amount, quantity, rounding) => {
          const reached = line({ unitPrice: priced({ amount, quantity, rounding }), quantity, rounding });
          if (quantity <= 10_000) expect(reached).toBe(amount);
          else expect(reached).toBeLessThanOrEqual(amount);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('of nothing bought is a bug', () => {
    expect(() => priced({ amount: 1, quantity: 0 })).toThrow(RangeError);
    expect(() => priced({ amount: -1, quantity: 1 })).toThrow(RangeError);
  });
});

describe('a part', () => {
  it.each([
    [7, 2, 3],
    [6, 2, 3],
    [1, 2, 0],
    [0, 5, 0],
  ])('fits into %d by %d, %d times', (whole, part, times) => {
    expect(timesIn(whole, part)).toBe(times);
  });
});
