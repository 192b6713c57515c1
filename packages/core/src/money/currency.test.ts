import { describe, expect, it } from 'vitest';
import { exponentOf, isCurrency } from './currency.js';

describe('currencies', () => {
  it.each([
    ['JPY', 0],
    ['ISK', 0],
    ['EUR', 2],
    ['BRL', 2],
    ['HUF', 2],
    ['MGA', 2],
    ['XCG', 2],
    ['KWD', 3],
    ['TND', 3],
    ['CLF', 4],
    ['UYW', 4],
    ['BGN', 2],
  ])('%s has %i digits after the point', (code, exponent) => {
    expect(isCurrency(code)).toBe(true);
    expect(exponentOf(code)).toBe(exponent);
  });

  it.each(['', 'eur', 'EURO', 'XXX', 'XTS', 'XAU', 'ABC', ' EUR', '__proto__', 'constructor'])(
    '"%s" is not a currency to place an order in',
    (code) => {
      expect(isCurrency(code)).toBe(false);
      expect(() => exponentOf(code)).toThrow(RangeError);
    },
  );
});
