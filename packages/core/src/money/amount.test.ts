import { describe, expect, it } from 'vitest';
import { formatAmount, isAmount, MAX_AMOUNT, sum } from './amount.js';

describe('an amount', () => {
  it.each([0, 1, -1, 1234, MAX_AMOUNT, -MAX_AMOUNT])('%d is one', (x) => {
    expect(isAmount(x)).toBe(true);
  });

  it.each([0.5, NaN, Infinity, MAX_AMOUNT + 1, -MAX_AMOUNT - 1, 2 ** 53, '12', 12n, null, undefined, {}])(
    '%s is none',
    (x) => {
      expect(isAmount(x)).toBe(false);
    },
  );
});

describe('a sum of amounts', () => {
  it('is 0 of nothing', () => {
    expect(sum([])).toBe(0);
  });

  it('adds debits and credits', () => {
    expect(sum([1999, -500, 1])).toBe(1500);
  });

  it('of 5,000 lines at the largest amount is exact', () => {
    expect(sum(Array<number>(5000).fill(MAX_AMOUNT))).toBe(5_000_000_000_000_000);
  });

  it('throws instead of losing a cent beyond the safe integers', () => {
    expect(() => sum([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
    expect(() => sum([Number.MAX_SAFE_INTEGER, 1, -2])).toThrow(RangeError);
    expect(() => sum([-1, 2 ** 53])).toThrow(RangeError);
  });

  it('throws on a fraction, even when fractions add up to a whole', () => {
    expect(() => sum([0.5, 0.5])).toThrow(RangeError);
    expect(() => sum([NaN])).toThrow(RangeError);
  });
});

describe('a written amount', () => {
  it.each([
    [1234, 'EUR', '12.34'],
    [5, 'EUR', '0.05'],
    [-5, 'EUR', '-0.05'],
    [-123456789, 'EUR', '-1234567.89'],
    [0, 'EUR', '0.00'],
    [-0, 'EUR', '0.00'],
    [1234, 'JPY', '1234'],
    [0, 'JPY', '0'],
    [1234, 'KWD', '1.234'],
    [7, 'KWD', '0.007'],
    [123, 'CLF', '0.0123'],
  ])('%d minor units of %s reads %s', (amount, currency, text) => {
    expect(formatAmount(amount, currency)).toBe(text);
  });

  it('is refused for a fraction of a minor unit', () => {
    expect(() => formatAmount(0.5, 'EUR')).toThrow(RangeError);
  });
});
