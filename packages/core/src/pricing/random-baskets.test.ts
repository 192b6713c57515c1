import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum } from '../money/amount.js';
import { roundedLine } from '../money/rounding.js';
import { totalsOf } from '../order/totals.js';
import { basket, evaluated, line, off, only, percent, promotion } from './basket.test-support.js';
import type { Evaluation } from './evaluate.js';
import type { Basket, Promotion, Reward } from './promotion.js';

/** What must hold of any basket with any promotions. */

const RUNS = { numRuns: 200 };
const SKUS = ['A', 'B', 'C', 'D'] as const;

const baskets: fc.Arbitrary<Basket> = fc
  .record({
    currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
    rounding: fc.constantFrom('half_up', 'half_even', 'down'),
    lines: fc.uniqueArray(
      fc.record({
        sku: fc.constantFrom(...SKUS),
        quantity: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 100_000 })),
        unitMultiplier: fc.constantFrom(1000, 1000, 333),
        price: fc.oneof(
          fc.nat(100).map((euros) => euros * 1_000_000),
          fc.nat(100_000_000),
        ),
      }),
      { minLength: 1, selector: ({ sku }) => sku },
    ),
    shipping: fc.array(fc.nat(900), { maxLength: 2 }),
  })
  .map(({ lines, shipping, ...rest }) =>
    basket({
      ...rest,
      lines: lines.map((drawn) => ({ ...line(drawn.sku, 1, 1), ...drawn, id: drawn.sku })),
      deliveries: shipping.map((price, index) => ({ id: `d${index}`, price })),
    }),
  );

const rewards: fc.Arbitrary<Reward> = fc.oneof(
  fc
    .tuple(fc.constantFrom('line', 'order', 'shipping'), fc.integer({ min: 1, max: 100 }))
    .map(([target, rate]) => percent(rate, target)),
  fc
    .tuple(fc.constantFrom('line', 'order', 'shipping'), fc.integer({ min: 1, max: 20_000 }))
    .map(([target, amount]) => off(amount, target)),
  fc.nat(50_000_000).map((amountMicros): Reward => ({ target: 'line', kind: 'amount_each', amountMicros })),
  fc.nat(90_000_000).map((priceMicros): Reward => ({ target: 'line', kind: 'fixed_price', priceMicros })),
  fc.record({
    target: fc.constant('line'),
    kind: fc.constant('buy_get'),
    buy: fc.integer({ min: 1, max: 3 }),
    get: fc.integer({ min: 1, max: 2 }),
    rate: fc.constantFrom(500_000, 1_000_000),
    atMostTimes: fc.constantFrom(1, 1000),
  }),
  fc.constant<Reward>({ target: 'order', kind: 'gift', sku: 'PEN', quantity: 1 }),
);

const promotions: fc.Arbitrary<readonly Promotion[]> = fc
  .array(
    fc.record({
      reward: rewards,
      items: fc.subarray([...SKUS], { minLength: 1 }),
      rewarded: fc.option(fc.subarray([...SKUS], { minLength: 1 })),
      minQuantity: fc.constantFrom(1, 1, 3),
      priority: fc.nat(2),
      combination: fc.constantFrom<Promotion['combination'][]>(
        { kind: 'stackable' },
        { kind: 'stackable' },
        { kind: 'group', group: 'g' },
        { kind: 'exclusive' },
      ),
    }),
    { maxLength: 6 },
  )
  .map((drafts) =>
    drafts.map(({ reward, items, rewarded, minQuantity, ...rest }, index) =>
      promotion(`p${index}`, reward, {
        ...rest,
        currency: null,
        conditions: { items: only(...items), minQuantity },
        rewarded: rewarded === null ? null : only(...rewarded),
      }),
    ),
  );

const worth = (of: Basket): number => sum(of.lines.map((one) => netOf(of, one, one.price)));

function netOf(
  { currency, rounding }: Basket,
  { quantity, unitMultiplier }: Basket['lines'][number],
  unitPrice: number,
): number {
  const net = roundedLine({ unitPrice, quantity, unitMultiplier, currency, rounding });
  if (net === 'too_large') throw new Error('too large');
  return net;
}

/** What the buyer pays after promotions, as an order counts it. */
function payable(of: Basket, { lines, discounts, deliveries }: Evaluation): number {
  const counted = totalsOf({
    currency: of.currency,
    rounding: of.rounding,
    lines: of.lines.map((one, index) => ({
      ...one,
      unitDiscount: lines[index]!.discountMicros,
      tax: 0,
      deliveryId: null,
    })),
    discounts,
    deliveries,
    adjustments: [],
  });
  if ('problem' in counted) throw new Error(JSON.stringify(counted));
  return counted.totals.total;
}

const always = (rule: (of: Basket, on: readonly Promotion[], answer: Evaluation) => void): void =>
  fc.assert(
    fc.property(baskets, promotions, (of, on) => rule(of, on, evaluated(of, on))),
    RUNS,
  );

describe('whatever is bought and whatever is on offer', () => {
  it('an order takes it: the parts add up to what it counts, and the total is not below 0', () => {
    always((of, _on, answer) => {
      const full = worth(of) + sum(of.deliveries.map(({ price }) => price));
      const saved = sum(answer.applied.map((one) => one.saved));
      expect(payable(of, answer)).toBe(full - saved);
      expect(full - saved).toBeGreaterThanOrEqual(0);
    });
  });

  it('the parts of each promotion add up to its own, line by line and delivery by delivery', () => {
    always((_of, _on, { lines, deliveries, discounts, applied }) => {
      for (const { id, discount } of lines) {
        const parts = applied.flatMap((one) => one.lines.filter((part) => part.id === id).map(({ amount }) => amount));
        expect(sum(parts)).toBe(discount);
      }
      for (const { id, discount } of deliveries) {
        const parts = applied.flatMap((one) =>
          one.deliveries.filter((part) => part.id === id).map(({ amount }) => amount),
        );
        expect(sum(parts)).toBe(discount);
      }
      expect(sum(applied.map(({ order }) => order))).toBe(sum(discounts.map(({ amount }) => amount)));
    });
  });

  it('a line says in minor units what its unit discount comes to', () => {
    always((of, _on, { lines }) => {
      for (const [index, one] of of.lines.entries()) {
        const { discount, discountMicros } = lines[index]!;
        expect(discountMicros >= 0 && discountMicros <= one.price).toBe(true);
        expect(netOf(of, one, one.price) - netOf(of, one, one.price - discountMicros)).toBe(discount);
      }
    });
  });

  it('every promotion either applied or says why not', () => {
    always((_of, on, { applied, notApplied }) => {
      const named = [...applied, ...notApplied].map((one) => one.promotion).sort();
      expect(named).toEqual(on.map(({ id }) => id));
      expect(notApplied.every(({ reasons }) => reasons.length > 0)).toBe(true);
    });
  });

  it('the order in which promotions are listed makes no difference, and asking twice gives the same', () => {
    always((of, on, answer) => {
      expect(evaluated(of, on)).toEqual(answer);
      expect(evaluated(of, [...on].reverse())).toEqual(answer);
    });
  });

  it('a condition less never makes a promotion lose what it gave alone', () => {
    always((of, on) => {
      for (const one of on) {
        const before = evaluated(of, [one]).applied.length;
        const freed = { ...one, conditions: { ...one.conditions, minQuantity: 1 } };
        expect(evaluated(of, [freed]).applied.length).toBeGreaterThanOrEqual(before);
      }
    });
  });

  it('what did not apply may be taken away: nothing changes', () => {
    always((of, on, answer) => {
      const applied = new Set(answer.applied.map((one) => one.promotion));
      const fewer = evaluated(
        of,
        on.filter(({ id }) => applied.has(id)),
      );
      expect(fewer).toEqual({ ...answer, notApplied: [] });
    });
  });

  it('one more percentage off everything never makes it dearer', () => {
    const everything = fc.tuple(fc.constantFrom('line', 'order', 'shipping'), fc.integer({ min: 1, max: 100 }));
    fc.assert(
      fc.property(baskets, fc.array(everything, { maxLength: 4 }), everything, (of, drawn, [target, rate]) => {
        const some = drawn.map(([on, part], index) => promotion(`p${index}`, percent(part, on), { currency: null }));
        const more = [...some, promotion('more', percent(rate, target), { currency: null, priority: 1 })];
        expect(payable(of, evaluated(of, more))).toBeLessThanOrEqual(payable(of, evaluated(of, some)));
      }),
      RUNS,
    );
  });

  it('the exclusive way is never taken where the others save more at the same priority', () => {
    always((of, on) => {
      const level = on.map((one) => ({ ...one, priority: 0 }));
      const saved = ({ applied }: Evaluation): number => sum(applied.map((one) => one.saved));
      const all = saved(evaluated(of, level));
      const together = level.filter(({ combination }) => combination.kind !== 'exclusive');
      expect(all).toBeGreaterThanOrEqual(saved(evaluated(of, together)));
      for (const one of level)
        if (one.combination.kind === 'exclusive') expect(all).toBeGreaterThanOrEqual(saved(evaluated(of, [one])));
    });
  });
});
