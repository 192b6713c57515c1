import { describe, expect, it } from 'vitest';
import type { Rounding } from '../money/rounding.js';
import { totalsOf, type TotalsInput } from '../order/totals.js';
import { basket, item, rate } from './given.test-support.js';
import { lineTaxes } from './line-tax.js';
import { isTaxFailure } from './tax-provider.js';
import { taxByRates } from './tax-rates.js';

/**
 * The verified vectors of virto-orders §1.15 with the modes of §1.16, beside what Docket counts. Where they differ the row says so:
 * Virto rounds the discount of a line and takes it off, Docket rounds what the buyer pays and calls the rest the discount. What a
 * line costs is the figure that a buyer can check with the unit price in hand.
 */
describe('a line as Virto counts it and as Docket does', () => {
  it.each<
    [price: number, off: number, quantity: number, rounding: Rounding, virto: [number, number], ours: [number, number]]
  >([
    [49_950_000, 4_995_000, 1, 'half_up', [500, 4495], [499, 4496]], // 44.955 → 44.96; Virto: 4.995 → 5.00 off
    [49_950_000, 4_995_000, 1, 'down', [499, 4496], [500, 4495]], // 44.955 → 44.95; Virto: 4.995 → 4.99 off
    [26_250_000, 1_312_500, 3, 'half_up', [394, 7481], [394, 7481]],
    [26_250_000, 1_312_500, 3, 'down', [393, 7482], [394, 7481]], // 74.8125 → 74.81; Virto: 3.9375 → 3.93 off
    [422_500_000, 190_125_000, 10, 'half_up', [190_125, 232_375], [190_125, 232_375]],
    [422_500_000, 190_125_000, 10, 'down', [190_125, 232_375], [190_125, 232_375]],
  ])(
    '%d − %d × %d, %s: Virto %j, Docket %j of discount and price',
    (price, unitDiscount, quantity, rounding, virto, ours) => {
      const lines = [{ id: '1', quantity, unitMultiplier: 1000, price, unitDiscount, tax: 0, deliveryId: null }];
      const counted = totalsOf({ currency: 'EUR', rounding, lines, discounts: [], deliveries: [], adjustments: [] });
      if ('problem' in counted) throw new Error(counted.problem);
      expect(counted.lines.map(({ discount, net }) => [discount, net])).toEqual([ours]);
      expect(virto[0] + virto[1]).toBe(ours[0] + ours[1]);
      expect(Math.abs(virto[0] - ours[0])).toBeLessThanOrEqual(1);
    },
  );
});

/**
 * The full order: three lines, shipping, what the payment method costs (a line of its own here), fees; every rate 12 %. Fees of the
 * order and its lines bear no tax in either; that of the shipment does, and belongs to the price of the delivery here.
 */
function order(shipping: number, fees: number): TotalsInput {
  const line = (id: string, price: number, unitDiscount: number, quantity: number, deliveryId: string | null) =>
    ({ id, quantity, unitMultiplier: 1000, price, unitDiscount, tax: 0, deliveryId }); // prettier-ignore
  return {
    currency: 'EUR',
    rounding: 'half_up',
    lines: [
      line('1', 10_990_000, 1_330_000, 2, 'home'),
      line('2', 55_220_000, 5_890_000, 5, 'home'),
      line('3', 88_450_000, 10_780_000, 12, 'home'),
      line('payment', 44_520_000, 10_000_000, 1, null),
    ],
    discounts: [],
    deliveries: [{ id: 'home', price: shipping }],
    adjustments: [{ id: 'fees', kind: 'fee', name: 'Fees', amount: fees }],
  };
}

describe.each(['line', 'rate'] as const)('an order of Virto, taxed by %s', (rounding) => {
  it.each([
    ['with all fees', 2200 + 2000 - 500, 1311 + 33 + 12 + 8, 15_234, 143_551],
    ['without the fees of shipment and order', 2200 - 500, 33 + 12 + 8, 14_994, 140_000],
  ])('%s comes to the same cent', (_case, shipping, fees, tax, total) => {
    const input = order(shipping, fees);
    const untaxed = totalsOf(input);
    if ('problem' in untaxed) throw new Error(untaxed.problem);
    const nets = untaxed.lines.map(({ net }) => net);
    const asked = basket([
      ...input.lines.map(({ id }, index) => item(id, nets[index] ?? 0)),
      item('home', shipping, { kind: 'shipping' }),
      item('fees', fees, { kind: 'adjustment', category: null }),
    ]);
    const answer = taxByRates(asked, [rate('12', { rateMillionths: 120_000 })], rounding);
    if (isTaxFailure(answer)) throw new Error(answer.reason);
    const taxes = lineTaxes(asked, answer, input.lines, nets);
    if (isTaxFailure(taxes)) throw new Error(taxes.reason);
    const lines = input.lines.map((line) => {
      const { goods = 0, shipping: carried = 0 } = taxes.lines[line.id] ?? {};
      return { ...line, tax: goods + carried };
    });
    expect(totalsOf({ ...input, lines })).toMatchObject({
      totals: { items: 135_948 + 4452, discounts: -(16_147 + 1000), shipping, tax, total },
    });
  });
});
