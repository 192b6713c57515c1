import { describe, expect, it } from 'vitest';
import { type Amount, sum } from '../money/amount.js';
import { percentage, type Rounding } from '../money/rounding.js';
import { type OrderMoney, type PricedLine, totalsOf, type TotalsInput } from './totals.js';

/**
 * The vectors of virto-orders §1.15 in the modes of §1.16: away from zero is `half_up`, to even `half_even`, to zero `down`. Of
 * .NET's other two, towards minus infinity is `down` for every amount that an order has, and towards plus infinity is not offered. The
 * rounding types of §1.16 are in `money/cash-rounding.test.ts`.
 * Where ours differ by a cent, the row says so: Virto rounds the discount of a line and subtracts it; Docket rounds what
 * the line sells for, which is what the buyer pays and what the price tag says, and the discount is the difference.
 */

const RATE = 120_000;
const cents = (major: number): Amount => Math.round(major * 100);
const micros = (major: number): number => Math.round(major * 1_000_000);

function moneyOf(given: Partial<TotalsInput>): OrderMoney {
  const money = totalsOf({
    currency: 'USD',
    rounding: 'half_up',
    lines: [],
    discounts: [],
    deliveries: [],
    adjustments: [],
    ...given,
  });
  if ('problem' in money) throw new Error(money.problem);
  return money;
}

const line = ([price, discount, quantity]: readonly [number, number, number], tax = 0): PricedLine => ({
  id: 'l',
  quantity,
  unitMultiplier: 1000,
  price: micros(price),
  unitDiscount: micros(discount),
  tax,
  deliveryId: null,
});

type Mode = readonly [Rounding, string];
const AWAY: Mode = ['half_up', 'AwayFromZero'];
const EVEN: Mode = ['half_even', 'ToEven'];
const ZERO: Mode = ['down', 'ToZero'];

describe('a line (T1)', () => {
  it.each<[readonly [number, number, number], Mode, theirs: [number, number], ours: [number, number]]>([
    // 44.955 is what a piece sells for: rounded up it is 44.96, and Virto's 4.995 rounded up is 5.00.
    [[49.95, 4.995, 1], AWAY, [5.0, 44.95], [4.99, 44.96]],
    [[49.95, 4.995, 1], EVEN, [5.0, 44.95], [4.99, 44.96]],
    // The same the other way round: cut off, 44.955 is 44.95.
    [[49.95, 4.995, 1], ZERO, [4.99, 44.96], [5.0, 44.95]],
    [[26.25, 1.3125, 3], AWAY, [3.94, 74.81], [3.94, 74.81]],
    [[26.25, 1.3125, 3], EVEN, [3.94, 74.81], [3.94, 74.81]],
    // 3 × 24.9375 = 74.8125 is cut to 74.81; Virto cuts 3.9375 to 3.93.
    [[26.25, 1.3125, 3], ZERO, [3.93, 74.82], [3.94, 74.81]],
    [[422.5, 190.125, 10], AWAY, [1901.25, 2323.75], [1901.25, 2323.75]],
    [[422.5, 190.125, 10], EVEN, [1901.25, 2323.75], [1901.25, 2323.75]],
    [[422.5, 190.125, 10], ZERO, [1901.25, 2323.75], [1901.25, 2323.75]],
  ])('of %j in mode %j: Virto has %j, Docket %j', (given, [rounding], theirs, ours) => {
    const [{ discount, net } = { discount: 0, net: 0 }] = moneyOf({ rounding, lines: [line(given)] }).lines;
    expect([discount, net]).toEqual(ours.map(cents));
    expect(Math.abs(net - cents(theirs[1]))).toBeLessThanOrEqual(1);
    expect(discount + net).toBe(cents(theirs[0]) + cents(theirs[1]));
  });
});

describe('a whole order, every rate 12 % (T1)', () => {
  const LINES = [
    [10.99, 1.33, 2],
    [55.22, 5.89, 5],
    [88.45, 10.78, 12],
  ] as const;
  const tax = (amount: number): Amount => percentage(cents(amount), RATE, 'half_up');

  /** The shipping is for the price less its discount; fees and what a way to pay costs are adjustments, with their tax. */
  function order(shipmentFee: number, orderFee: number): OrderMoney {
    const nets = moneyOf({ lines: LINES.map((each) => line(each)) }).lines.map(({ net }) => net);
    const ofGoods = nets.map((net) => percentage(net, RATE, 'half_up'));
    const ofShipping = tax(22 + shipmentFee - 5);
    const fee = (name: string, amount: Amount) => ({ id: name, kind: 'fee', name, amount });
    return moneyOf({
      lines: LINES.map((each, at) => line(each, (ofGoods[at] ?? 0) + (at === 0 ? ofShipping : 0))),
      deliveries: [{ id: 'home', price: cents(22 - 5) }],
      adjustments: [
        fee('fees of lines', cents(0.33 + 0.12 + 0.08)),
        fee('fee of the shipment', cents(shipmentFee)),
        fee('fee of the order', cents(orderFee)),
        fee('way to pay', cents(44.52 - 10)),
        fee('tax of it', tax(44.52 - 10)),
      ],
    });
  }

  it('comes to the same total, to the cent: 1,435.51', () => {
    const { totals, lines } = order(20, 13.11);
    expect(totals.total).toBe(cents(1435.51));
    expect(totals.items).toBe(cents(1359.48));
    expect(sum(lines.map(({ discount }) => discount))).toBe(cents(161.47));
    // Theirs is 152.34, rounded once; ours is rounded for each line, and comes to the same.
    expect(totals.tax + tax(44.52 - 10)).toBe(cents(152.34));
  });

  const off = (minor: Amount): Amount => minor + percentage(minor, RATE, 'half_up');
  const { totals, lines, adjustments } = { ...order(20, 13.11), adjustments: [cents(0.53), cents(20), cents(13.11)] };
  const ofLines = sum(lines.map(({ discount }) => discount));
  const fees = sum(adjustments);
  const NETTED =
    'A discount on shipping or on the way to pay is taken off its price; Virto shows both beside each other.';

  it.each<[field: string, theirs: number, ours: Amount, why?: string]>([
    ['subTotal', 1359.48, totals.items],
    ['subTotalWithTax', 1522.62, off(totals.items)],
    ['subTotalDiscount', 161.47, ofLines],
    ['subTotalDiscountWithTax', 180.85, off(ofLines)],
    ['shippingSubTotal', 22, totals.shipping, NETTED],
    ['shippingSubTotalWithTax', 24.64, off(totals.shipping), NETTED],
    ['paymentSubTotal', 44.52, totals.adjustments - fees - tax(44.52 - 10), NETTED],
    ['paymentSubTotalWithTax', 49.86, totals.adjustments - fees, NETTED],
    ['discountTotal', 176.47, 0 - totals.discounts, NETTED],
    ['discountTotalWithTax', 197.65, off(0 - totals.discounts), NETTED],
    ['feeTotal', 33.64, fees],
    ['feeTotalWithTax', 37.68, off(fees)],
    ['feeWithTax', 14.68, off(cents(13.11))],
    ['taxTotal', 152.34, totals.tax + tax(44.52 - 10)],
    ['total', 1435.51, totals.total],
  ])('%s: Virto has %d, Docket %d minor units', (field, theirs, ours, why) => {
    if (why === undefined) expect(ours).toBe(cents(theirs));
    else {
      // nothing but the two discounts lies between them
      const apart: Readonly<Record<string, number>> = { shipping: 5, payment: 10, discount: 15 };
      const between = Object.entries(apart).find(([part]) => field.startsWith(part))?.[1] ?? 0;
      expect(ours + (field.endsWith('WithTax') ? off(cents(between)) : cents(between))).toBe(cents(theirs));
    }
  });

  it('without the fees of shipment and order comes to 1,400.00', () => {
    expect(order(0, 0).totals.total).toBe(cents(1400));
  });

  it('of nothing comes to nothing', () => {
    expect(moneyOf({}).totals).toEqual({ items: 0, discounts: 0, shipping: 0, tax: 0, adjustments: 0, total: 0 });
  });
});
