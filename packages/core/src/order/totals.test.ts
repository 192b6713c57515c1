import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '../money/allocate.js';
import { MAX_AMOUNT, sum } from '../money/amount.js';
import { type OrderMoney, type PricedLine, totalsOf, type TotalsInput } from './totals.js';

const MILLION = 1_000_000;

/** A line of one piece without discount, tax or delivery, unless told otherwise. Prices in whole major units × 10^6. */
function line(given: Partial<PricedLine> & { price: number }): PricedLine {
  return { id: 'l', quantity: 1, unitMultiplier: 1000, unitDiscount: 0, tax: 0, deliveryId: null, ...given };
}

function order(given: Partial<TotalsInput>): TotalsInput {
  return { currency: 'EUR', rounding: 'half_up', lines: [], discounts: [], deliveries: [], adjustments: [], ...given };
}

const discount = (amount: number) => ({ id: 'd', name: 'Spring', amount });
const delivery = (price: number, id = 'home') => ({ id, price });
const adjustment = (amount: number) => ({ id: 'a', kind: 'fee', name: 'Gift wrap', amount });

function moneyOf(input: TotalsInput): OrderMoney {
  const money = totalsOf(input);
  if ('problem' in money) throw new Error(`${money.problem} at ${money.pointer}`);
  return money;
}

describe('the money of an order', () => {
  it('adds lines, unit and order discounts, shipping, tax and adjustments', () => {
    const money = moneyOf(
      order({
        lines: [
          line({ price: 19_990_000, quantity: 3, unitDiscount: 2 * MILLION, tax: 1025, deliveryId: 'home' }),
          line({ price: 10 * MILLION, tax: 190, deliveryId: 'home' }),
        ],
        discounts: [discount(500)],
        deliveries: [delivery(799)],
        adjustments: [adjustment(250), adjustment(-100)],
      }),
    );
    // Nets 5397 and 1000 of 6397: 500 splits 421.84 + 78.16, 799 splits 674.10 + 124.90.
    expect(money.lines).toEqual([
      { gross: 5997, discount: 600, net: 5397, share: { discount: 422, shipping: 674, tax: 1025 }, payable: 6674 },
      { gross: 1000, discount: 0, net: 1000, share: { discount: 78, shipping: 125, tax: 190 }, payable: 1237 },
    ]);
    expect(money.totals).toEqual({
      items: 6997,
      discounts: -1100,
      shipping: 799,
      tax: 1215,
      adjustments: 150,
      total: 8061,
    });
    expect(money.unallocated).toEqual({ shipping: 0, discount: 0 });
  });

  it('takes three cents off four items of 17 cents as 65, not 64', () => {
    const four = Array.from({ length: 4 }, () => line({ price: 170_000 }));
    const money = moneyOf(order({ lines: four, discounts: [discount(3)] }));
    expect(money.lines.map(({ payable }) => payable)).toEqual([16, 16, 16, 17]);
    expect(money.totals).toMatchObject({ items: 68, discounts: -3, total: 65 });
  });

  it('spreads 10.00 of shipping over three equal lines without losing a cent', () => {
    const three = Array.from({ length: 3 }, () => line({ price: 5 * MILLION, deliveryId: 'home' }));
    const money = moneyOf(order({ lines: three, deliveries: [delivery(1000)] }));
    expect(money.lines.map(({ share }) => share.shipping)).toEqual([334, 333, 333]);
  });

  it.each([
    ['JPY', 1500 * MILLION, 2, 1000, 3000],
    ['KWD', 1_234_500, 1, 1000, 1235],
    ['EUR', 9_990_000, 1, 500, 500],
    ['EUR', 9_990_000, 3, 333, 998],
  ])('rounds a line of %s once: %d × %d × %d thousandths is %d', (currency, price, quantity, unitMultiplier, items) => {
    expect(moneyOf(order({ currency, lines: [line({ price, quantity, unitMultiplier })] })).totals.items).toBe(items);
  });

  it('rounds gross and net, and calls the difference the discount', () => {
    // 3 × 0.335 = 1.005 → 1.01; 3 × 0.332 = 0.996 → 1.00
    const money = moneyOf(order({ lines: [line({ price: 335_000, unitDiscount: 3_000, quantity: 3 })] }));
    expect(money.lines[0]).toMatchObject({ gross: 101, discount: 1, net: 100, payable: 100 });
  });

  it('rounds by the rule that the order names', () => {
    const half = [line({ price: 5_000 })];
    expect(moneyOf(order({ lines: half, rounding: 'half_up' })).totals.items).toBe(1);
    expect(moneyOf(order({ lines: half, rounding: 'half_even' })).totals.items).toBe(0);
  });

  it('gives the shipping of each delivery to its own lines', () => {
    const money = moneyOf(
      order({
        lines: [
          line({ price: 10 * MILLION, deliveryId: 'home' }),
          line({ price: 30 * MILLION, deliveryId: 'home' }),
          line({ price: 99 * MILLION, deliveryId: 'shop' }),
          line({ price: 99 * MILLION }),
        ],
        deliveries: [delivery(400), delivery(50, 'shop')],
      }),
    );
    expect(money.lines.map(({ share }) => share.shipping)).toEqual([100, 300, 50, 0]);
  });

  it('spreads shipping evenly over lines that cost nothing', () => {
    const gifts = [line({ price: 0, deliveryId: 'home' }), line({ price: 0, deliveryId: 'home' })];
    const money = moneyOf(order({ lines: gifts, deliveries: [delivery(501)] }));
    expect(money.lines.map(({ payable }) => payable)).toEqual([251, 250]);
  });

  it('spreads the shipping of a delivery without lines over all lines', () => {
    const lines = [line({ price: 10 * MILLION, deliveryId: 'home' }), line({ price: 30 * MILLION })];
    const money = moneyOf(order({ lines, deliveries: [delivery(400, 'lost'), delivery(10)] }));
    expect(money.lines.map(({ share }) => share.shipping)).toEqual([110, 300]);
  });

  it('of an order without items is its adjustment', () => {
    const money = moneyOf(order({ adjustments: [adjustment(12_345)] }));
    expect(money).toEqual({
      totals: { items: 0, discounts: 0, shipping: 0, tax: 0, adjustments: 12_345, total: 12_345 },
      lines: [],
      unallocated: { shipping: 0, discount: 0 },
    });
  });

  it('keeps shipping and discount unallocated when there are no items', () => {
    const money = moneyOf(order({ deliveries: [delivery(500)], discounts: [discount(200)] }));
    expect(money.unallocated).toEqual({ shipping: 500, discount: 200 });
    expect(money.totals).toMatchObject({ shipping: 500, discounts: -200, total: 300 });
  });

  it('may be all discount, so that the order is free', () => {
    const money = moneyOf(order({ lines: [line({ price: MILLION }), line({ price: 0 })], discounts: [discount(100)] }));
    expect(money.lines.map(({ payable }) => payable)).toEqual([0, 0]);
    expect(money.totals.total).toBe(0);
  });
});

describe('an impossible order names the field', () => {
  const huge = (MAX_AMOUNT - 1) * 1000;
  it.each<[string, Partial<TotalsInput>, string, string]>([
    [
      'a line product beyond the largest amount',
      { lines: [1, 1, 1, MAX_AMOUNT].map((quantity) => line({ price: MILLION, quantity })) },
      'amount_too_large',
      '/lines/3/price',
    ],
    [
      'lines that are too large together',
      { lines: [line({ price: huge, quantity: 6 }), line({ price: huge, quantity: 6 })] },
      'amount_too_large',
      '/lines/1/price',
    ],
    ['a huge tax', { lines: [line({ price: 0, tax: MAX_AMOUNT + 1 })] }, 'amount_too_large', '/lines/0/tax'],
    ['huge shipping', { deliveries: [delivery(1), delivery(MAX_AMOUNT)] }, 'amount_too_large', '/deliveries/1/price'],
    ['a huge discount', { discounts: [discount(MAX_AMOUNT + 1)] }, 'amount_too_large', '/discounts/0/amount'],
    [
      'a huge adjustment',
      { adjustments: [adjustment(1), adjustment(Number.MIN_SAFE_INTEGER)] },
      'amount_too_large',
      '/adjustments/1/amount',
    ],
    [
      'adjustments that take off too much together',
      { adjustments: [adjustment(-MAX_AMOUNT), adjustment(-1)] },
      'amount_too_large',
      '/adjustments/1/amount',
    ],
    [
      'a line that is too large before its discount',
      { lines: [line({ price: huge, unitDiscount: huge - 1, quantity: 1000 })] },
      'amount_too_large',
      '/lines/0/price',
    ],
    [
      'parts that are too large together',
      { deliveries: [delivery(MAX_AMOUNT)], adjustments: [adjustment(-5), adjustment(1)] },
      'amount_too_large',
      '/adjustments/1/amount',
    ],
    [
      'a discount above the goods value, whatever the shipping',
      { lines: [line({ price: MILLION })], deliveries: [delivery(900)], discounts: [discount(101)] },
      'discount_exceeds_value',
      '/discounts/0/amount',
    ],
    [
      'the discount that passes the goods value with those before it',
      { lines: [line({ price: MILLION })], discounts: [discount(60), discount(40), discount(1)] },
      'discount_exceeds_value',
      '/discounts/2/amount',
    ],
    [
      'a unit discount above its price',
      { lines: [line({ price: MILLION }), line({ price: 5, unitDiscount: 6 })] },
      'discount_exceeds_value',
      '/lines/1/unitDiscount',
    ],
    [
      'an adjustment that takes off more than there is',
      { lines: [line({ price: MILLION, tax: 19 })], adjustments: [adjustment(-120), adjustment(-5), adjustment(5)] },
      'negative_total',
      '/adjustments/1/amount',
    ],
    [
      'a discount on an order without items that takes off more than there is',
      { deliveries: [delivery(5)], discounts: [discount(6)] },
      'negative_total',
      '/discounts/0/amount',
    ],
  ])('%s', (_case, given, problem, pointer) => {
    expect(totalsOf(order(given))).toEqual({ problem, pointer });
  });

  it('takes the largest amount itself', () => {
    expect(moneyOf(order({ adjustments: [adjustment(MAX_AMOUNT)] })).totals.total).toBe(MAX_AMOUNT);
  });

  it.each<[string, Partial<TotalsInput>]>([
    ['a negative price', { lines: [line({ price: -1 })] }],
    ['a negative unit discount', { lines: [line({ price: 1, unitDiscount: -1 })] }],
    ['a negative quantity', { lines: [line({ price: 1, quantity: -1 })] }],
    ['a negative tax', { lines: [line({ price: 1, tax: -1 })] }],
    ['a fraction of a cent', { deliveries: [delivery(0.5)] }],
    ['a negative discount', { discounts: [discount(-1)] }],
    ['a fractional adjustment', { adjustments: [adjustment(0.1)] }],
  ])('but %s is a bug of the caller, who checks shapes', (_case, given) => {
    expect(() => totalsOf(order(given))).toThrow(RangeError);
  });
});

describe('of any order', () => {
  const lines = fc.array(
    fc
      .record({
        quantity: fc.integer({ min: 1, max: 40 }),
        unitMultiplier: fc.constantFrom(1000, 1000, 500, 333, 1),
        price: fc.oneof(fc.constant(0), fc.nat(200_000), fc.nat(500 * MILLION)),
        discountShare: fc.nat(10),
        tax: fc.nat(5000),
        deliveryId: fc.constantFrom(null, 'home', 'shop'),
      })
      .map(({ discountShare, ...rest }) =>
        line({ ...rest, unitDiscount: allocate(rest.price, [discountShare, 10 - discountShare])[0] ?? 0 }),
      ),
    { maxLength: 12 },
  );
  const orders = fc.record({
    currency: fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF'),
    rounding: fc.constantFrom('half_up', 'half_even', 'down'),
    lines,
    discounts: fc.array(fc.oneof(fc.nat(20), fc.nat(50_000)).map(discount), { maxLength: 3 }),
    deliveries: fc.array(fc.tuple(fc.nat(3000), fc.constantFrom('home', 'shop', 'lost')), { maxLength: 3 }),
    adjustments: fc.array(fc.integer({ min: -2000, max: 4000 }).map(adjustment), { maxLength: 3 }),
  });
  const inputs = orders.map((given) =>
    order({ ...given, deliveries: given.deliveries.map(([price, id]) => delivery(price, id)) }),
  );

  it('the parts add up to the total, no part is negative, no line is discounted below 0', () => {
    let possible = 0;
    fc.assert(
      fc.property(inputs, (input) => {
        const money = totalsOf(input);
        if ('problem' in money) return;
        possible++;
        const { totals, unallocated } = money;
        const payables = sum(money.lines.map(({ payable }) => payable));
        expect(payables + totals.adjustments + unallocated.shipping - unallocated.discount).toBe(totals.total);
        expect(totals.total).toBe(totals.items + totals.discounts + totals.shipping + totals.tax + totals.adjustments);
        expect(totals.total).toBeGreaterThanOrEqual(0);
        expect(totals.discounts).toBe(
          0 - sum(money.lines.map((one) => one.discount)) - sum(input.discounts.map(({ amount }) => amount)),
        );
        expect(sum(money.lines.map(({ share }) => share.shipping)) + unallocated.shipping).toBe(totals.shipping);
        for (const { gross, discount: unit, net, share, payable } of money.lines) {
          expect(net + unit).toBe(gross);
          const least = Math.min(gross, unit, net, share.discount, share.shipping, share.tax, payable);
          expect(least).toBeGreaterThanOrEqual(0);
          expect(share.discount).toBeLessThanOrEqual(net);
        }
      }),
      { numRuns: 1000 },
    );
    expect(possible).toBeGreaterThan(300);
  });

  it('refunding every piece of every line, and what belongs to no line, returns to zero', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const money = totalsOf(input);
        if ('problem' in money) return;
        let left = money.totals.total - money.totals.adjustments;
        left -= money.unallocated.shipping - money.unallocated.discount;
        for (const [index, { payable }] of money.lines.entries()) {
          const pieces = Array.from({ length: input.lines[index]?.quantity ?? 0 }, () => 1);
          for (const refund of allocate(payable, pieces)) {
            expect(refund).toBeGreaterThanOrEqual(0);
            left -= refund;
          }
        }
        expect(left).toBe(0);
      }),
      { numRuns: 500 },
    );
  });
});
