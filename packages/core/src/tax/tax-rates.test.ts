import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum } from '../money/amount.js';
import { percentage } from '../money/rounding.js';
import { AT, basket, item, place, rate } from './given.test-support.js';
import { isTaxFailure, type TaxBasket, type TaxQuote } from './tax-provider.js';
import { rateAt, taxByRates, type TaxRate } from './tax-rates.js';

function quoted(of: TaxBasket, rates: readonly TaxRate[], rounding: 'line' | 'rate' = 'line'): TaxQuote {
  const answer = taxByRates(of, rates, rounding);
  if (isTaxFailure(answer)) throw new Error(`${answer.reason}: ${String(answer.detail)}`);
  return answer;
}
const taxes = (answer: TaxQuote) => answer.items.map(({ tax }) => tax);

describe('the rate of a place', () => {
  const rates = [
    rate('world', { rateMillionths: 0 }),
    rate('de', { country: 'DE' }),
    rate('de-old', { country: 'DE', validUntil: '2021-01-01T00:00:00.000Z', rateMillionths: 160_000 }),
    rate('de-later', { country: 'DE', validFrom: '2030-01-01T00:00:00.000Z', rateMillionths: 200_000 }),
    rate('de-books', { country: 'DE', category: 'books', rateMillionths: 70_000 }),
    rate('ca', { country: 'CA', rateMillionths: 50_000 }),
    rate('ca-on', { country: 'CA', region: 'ON', rateMillionths: 130_000 }),
    rate('ca-on-2', { country: 'CA', region: 'ON', rateMillionths: 140_000, validFrom: '2025-01-01T00:00:00.000Z' }),
  ];
  it.each([
    ['is that of its country', 'DE', null, 'standard', AT, 'de'],
    ['is another one for other goods', 'DE', null, 'books', AT, 'de-books'],
    ['is that of its region before that of its country', 'CA', 'on ', 'standard', '2024-05-01T00:00:00.000Z', 'ca-on'],
    ['is the one that began last', 'CA', 'ON', 'standard', AT, 'ca-on-2'],
    ['is that of its country where its region has none', 'CA', 'AB', 'standard', AT, 'ca'],
    ['is the one for everywhere where nobody names its country', 'JP', null, 'standard', AT, 'world'],
    ['is that of the moment: before', 'DE', null, 'standard', '2020-12-31T23:59:59.999Z', 'de'],
    ['is that of the moment: from then on', 'DE', null, 'standard', '2030-01-01T00:00:00.000Z', 'de-later'],
    ['is none where nobody keeps one', 'DE', null, 'wine', AT, null],
  ])('%s', (_case, country, region, category, at, expected) => {
    expect(rateAt(rates, place(country, region), category, at)?.taxRate ?? null).toBe(expected);
  });
});

describe('the tax of a basket by own rates', () => {
  const rates = [
    rate('de', { country: 'DE' }),
    rate('de-food', { country: 'DE', category: 'food', rateMillionths: 70_000 }),
  ];

  it('is rounded by line, or once for all of one rate and shared out by largest remainder', () => {
    // 19 % of 0.17 is 3.23 cents: four lines by themselves give 12, together 12.92 → 13.
    const four = basket(['a', 'b', 'c', 'd'].map((id) => item(id, 17)));
    expect(taxes(quoted(four, rates, 'line'))).toEqual([3, 3, 3, 3]);
    expect(taxes(quoted(four, rates, 'rate'))).toEqual([4, 3, 3, 3]);
  });

  it('asks each category its own rate, and nothing of what has none', () => {
    const mixed = basket([
      item('tea', 1000, { category: 'food' }),
      item('pot', 1000),
      item('post', 500, { kind: 'shipping' }),
      item('wrap', -50, { kind: 'adjustment', category: null }),
    ]);
    expect(quoted(mixed, rates).items).toEqual([
      { kind: 'line', id: 'tea', rateMillionths: 70_000, tax: 70 },
      { kind: 'line', id: 'pot', rateMillionths: 190_000, tax: 190 },
      { kind: 'shipping', id: 'post', rateMillionths: 190_000, tax: 95 },
      { kind: 'adjustment', id: 'wrap', rateMillionths: 0, tax: 0 },
    ]);
  });

  it('is nothing for a buyer who pays none', () => {
    expect(taxes(quoted(basket([item('a', 1000)], { exemption: 'A' }), rates))).toEqual([0]);
  });

  it('is not guessed: without an address, or a rate, it says what is missing', () => {
    expect(taxByRates(basket([item('a', 1000, { to: null })]), rates, 'line')).toEqual({
      failed: 'refused',
      reason: 'address_missing',
      detail: 'line a',
    });
    expect(taxByRates(basket([item('a', 1000, { to: place('FR', 'Réunion') })]), rates, 'line')).toEqual({
      failed: 'refused',
      reason: 'no_rate',
      detail: 'standard in FR, Réunion',
    });
  });

  it('of goods that nobody takes anywhere is that of the place they leave from', () => {
    expect(taxes(quoted(basket([item('a', 1000, { to: null })], { from: place('DE') }), rates))).toEqual([190]);
  });

  const baskets = fc
    .array(
      fc.record({
        amount: fc.nat(10_000_000),
        category: fc.constantFrom('standard', 'food', null),
        kind: fc.constantFrom('line' as const, 'shipping' as const),
      }),
      { minLength: 1, maxLength: 30 },
    )
    .map((items) => basket(items.map((given, index) => item(String(index), given.amount, given))));
  const roundings = fc.constantFrom('line' as const, 'rate' as const);

  it('is never negative, the same twice, and by rate what the rate gives on the whole', () => {
    fc.assert(
      fc.property(
        baskets,
        roundings,
        fc.constantFrom('half_up' as const, 'half_even' as const, 'down' as const),
        (of, by, rounding) => {
          const asked = { ...of, rounding };
          const answer = quoted(asked, rates, by);
          expect(answer).toEqual(quoted(asked, rates, by));
          expect(taxes(answer).every((tax) => Number.isSafeInteger(tax) && tax >= 0)).toBe(true);
          if (by === 'line') return;
          for (const [category, millionths] of [
            ['standard', 190_000],
            ['food', 70_000],
          ] as const) {
            const members = of.items.flatMap((one, index) => (one.category === category ? [index] : []));
            const whole = percentage(sum(members.map((index) => of.items[index]?.amount ?? 0)), millionths, rounding);
            expect(sum(members.map((index) => taxes(answer)[index] ?? 0))).toBe(whole);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
