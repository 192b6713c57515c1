import { expect, it } from 'vitest';
import { exponentOf, isCurrency } from '../../../core/src/money/currency.js';
import { currencyDigits } from './currency-digits.js';

it('counts in the minor units that the server counts in, for every currency', () => {
  const letters = Array.from({ length: 26 }, (_, n) => String.fromCharCode(65 + n));
  const codes = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c))).filter(isCurrency);
  expect(codes.length).toBeGreaterThan(150);
  expect(codes.filter((code) => currencyDigits(code) !== exponentOf(code))).toEqual([]);
});
