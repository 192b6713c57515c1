import { expect, it } from 'vitest';
import { pastedPrices } from './pasted-prices.js';

const tier = (minQuantity: number, priceMicros: number, listPriceMicros: number | null = null) => ({
  minQuantity,
  priceMicros,
  listPriceMicros,
});

it('reads prices of one SKU from several lines, with a heading, empty lines and a list price', () => {
  const text = 'SKU\tQuantity\tPrice\tList\nMUG\t1\t12.50\t15\nMUG\t10\t11\n\nCUP 2\t1\t0.004\n';
  expect(pastedPrices(text)).toEqual({
    entries: [
      { sku: 'MUG', tiers: [tier(1, 12_500_000, 15_000_000), tier(10, 11_000_000)] },
      { sku: 'CUP 2', tiers: [tier(1, 4_000)] },
    ],
    wrong: [],
  });
});

it.each([
  ['A;12,50', 12_500_000],
  ['A;1.234,50', 1_234_500_000],
  ['A;1,234.50', 1_234_500_000],
  ['A;1.234.567', 1_234_567_000_000],
  ['A;1,234,567.5', 1_234_567_500_000],
  ['A;1.234,567', 1_234_567_000],
  ['A;1\u202f234,50 €', 1_234_500_000],
  ["A;CHF 1'234.50", 1_234_500_000],
  ['A;€ 7', 7_000_000],
  ['A;R$ 7,5', 7_500_000],
  ['A;7 EUR', 7_000_000],
  ['A;1234', 1_234_000_000],
  ['A;1.2340', 1_234_000],
  ['A;0,004', 4_000],
  ['A;0,000001', 1],
])('reads %s', (line, priceMicros) => {
  expect(pastedPrices(line)).toEqual({ entries: [{ sku: 'A', tiers: [tier(1, priceMicros)] }], wrong: [] });
});

it.each([
  ['no price', 'A;1;'],
  ['no SKU', ';1;5'],
  ['half a piece', 'A;0.5;5'],
  ['a negative price', 'A;1;-5'],
  ['finer than a millionth', 'A;1;0,0000001'],
  ['a list price that is none', 'A;1;5;dear'],
  ['a point that may be that of thousands', 'A;1.234'],
  ['a comma that may be that of thousands', 'A;1,234'],
  ['such a mark beside a currency', 'A;12,500 €'],
  ['such a mark in the list price', 'A;1;5;1.234'],
  ['two numbers', 'A;7 (was 9)'],
  ['a price for a measure', 'A;12,50 € / 100 g'],
  ['a word that is no currency', 'A;7 pieces'],
  ['two currencies', 'A;EUR 7 CHF'],
  ['thousands that are not', 'A;1.23.456'],
  ['three marks of two kinds', 'A;1.234,567,890'],
])('names the line that has %s', (_case, line) => {
  expect(pastedPrices(`B;1;5\n${line}`).wrong).toEqual([2]);
});

it('names the second of two prices for one quantity', () => {
  expect(pastedPrices('A;1;5\nA;1;6')).toEqual({ entries: [{ sku: 'A', tiers: [tier(1, 5_000_000)] }], wrong: [2] });
});
