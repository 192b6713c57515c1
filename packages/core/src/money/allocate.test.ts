import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, allocateWithin } from './allocate.js';
import { MAX_AMOUNT, sum } from './amount.js';

const totals = fc.oneof(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -MAX_AMOUNT, max: MAX_AMOUNT }));
const weightLists = fc.array(
  fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5000 }), fc.maxSafeNat()),
  { minLength: 1, maxLength: 30 },
);

describe('an allocation', () => {
  it.each([
    ['three cents over four items of 17', 3, [17, 17, 17, 17], [1, 1, 1, 0]],
    ['10.00 over three', 1000, [1, 1, 1], [334, 333, 333]],
    ['one cent over three', 1, [1, 1, 1], [1, 0, 0]],
    ['the larger remainder first', 100, [1, 2, 3], [17, 33, 50]], // 16.67, 33.33, 50
    ['by weight', 1000, [1700, 300], [850, 150]],
    ['nothing to a free line', 7, [0, 3, 0, 4], [0, 3, 0, 4]],
    ['not a cent to a free line even when some are left over', 2, [0, 1, 1, 1], [0, 1, 1, 0]],
    ['evenly where all weights are 0', 5, [0, 0, 0], [2, 2, 1]],
    ['a refund as it was charged', -1000, [1, 1, 1], [-334, -333, -333]],
    ['nothing', 0, [3, 0, 5], [0, 0, 0]],
    ['nothing over nothing', 0, [], []],
    ['everything to the only one', -7, [0], [-7]],
  ])('%s', (_case, total, weights, parts) => {
    expect(allocate(total, weights)).toEqual(parts);
  });

  it('of something over nothing is a bug', () => {
    expect(() => allocate(1, [])).toThrow(RangeError);
  });

  it('refuses negative and fractional weights and totals as bugs', () => {
    expect(() => allocate(10, [1, -1])).toThrow(RangeError);
    expect(() => allocate(10, [0.5])).toThrow(RangeError);
    expect(() => allocate(0, [NaN])).toThrow(RangeError);
    expect(() => allocate(0.5, [1])).toThrow(RangeError);
  });

  it('conserves the total and keeps its sign', () => {
    fc.assert(
      fc.property(totals, weightLists, (total, weights) => {
        const parts = allocate(total, weights);
        expect(parts).toHaveLength(weights.length);
        expect(sum(parts)).toBe(total);
        expect(parts.every((part) => (total < 0 ? part <= 0 : part >= 0))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives each less than one unit away from its exact share, and nothing to weight 0', () => {
    fc.assert(
      fc.property(totals, weightLists, (total, weights) => {
        const even = weights.every((weight) => weight === 0);
        const exact = weights.map((weight) => BigInt(even ? 1 : weight));
        const whole = exact.reduce((a, b) => a + b, 0n);
        for (const [index, part] of allocate(total, weights).entries()) {
          const weight = exact[index] ?? 0n;
          const off = BigInt(part) * whole - BigInt(total) * weight;
          expect(off < whole && -off < whole).toBe(true);
          if (weight === 0n) expect(part).toBe(0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('never gives the smaller part to the greater weight', () => {
    fc.assert(
      fc.property(fc.nat(MAX_AMOUNT), weightLists, (total, weights) => {
        const byWeight = allocate(total, weights)
          .map((part, index) => ({ part, weight: weights[index] ?? 0 }))
          .sort((a, b) => a.weight - b.weight || a.part - b.part);
        for (const [index, { part }] of byWeight.entries()) {
          expect(part).toBeGreaterThanOrEqual(byWeight[index - 1]?.part ?? 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of the lines, but for equal ones', () => {
    const shuffled = weightLists.chain((weights) =>
      fc.tuple(fc.constant(weights), fc.shuffledSubarray([...weights.keys()], { minLength: weights.length })),
    );
    const pairs = (weights: number[], parts: number[]) =>
      weights.map((weight, index) => [weight, parts[index] ?? 0] as const).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    fc.assert(
      fc.property(totals, shuffled, (total, [weights, order]) => {
        // Different weights can have equal remainders: compared where no remainder ties, which is nearly always.
        const whole = weights.reduce((a, b) => a + BigInt(b), 0n);
        fc.pre(whole > 0n);
        const remainders = new Map(weights.map((w) => [w, (BigInt(Math.abs(total)) * BigInt(w)) % whole]));
        fc.pre(new Set(remainders.values()).size === remainders.size);
        const permuted = order.map((index) => weights[index] ?? 0);
        expect(pairs(permuted, allocate(total, permuted))).toEqual(pairs(weights, allocate(total, weights)));
      }),
      { numRuns: 500 },
    );
  });

  it('refunds a line of several pieces one by one to exactly what was charged', () => {
    fc.assert(
      fc.property(fc.nat(MAX_AMOUNT), fc.integer({ min: 1, max: 50 }), (payable, quantity) => {
        let refunded = 0;
        for (let returned = 1; returned <= quantity; returned++) {
          const due = allocate(payable, [returned, quantity - returned])[0] ?? 0;
          expect(due).toBeGreaterThanOrEqual(refunded);
          refunded = due;
        }
        expect(refunded).toBe(payable);
      }),
      { numRuns: 300 },
    );
  });
});

describe('an allocation within ceilings', () => {
  it.each([
    ['proportional', 30, [100, 200], [10, 20]],
    ['all of it', 300, [100, 200], [100, 200]],
    ['all but a cent', 299, [100, 200], [100, 199]], // 99.67, 199.33
    ['a ceiling of 0 gets nothing', 5, [0, 5], [0, 5]],
    ['nothing within nothing', 0, [0, 0], [0, 0]],
    ['nothing over nothing', 0, [], []],
  ])('%s', (_case, total, ceilings, parts) => {
    expect(allocateWithin(total, ceilings)).toEqual(parts);
  });

  it('above the ceilings, below 0, or with a negative ceiling is a bug', () => {
    expect(() => allocateWithin(301, [100, 200])).toThrow(RangeError);
    expect(() => allocateWithin(1, [0, 0])).toThrow(RangeError);
    expect(() => allocateWithin(1, [])).toThrow(RangeError);
    expect(() => allocateWithin(-1, [100])).toThrow(RangeError);
    expect(() => allocateWithin(5, [10, -1])).toThrow(RangeError);
  });

  it('conserves the total and passes no ceiling', () => {
    const cases = fc
      .array(fc.oneof(fc.nat(3), fc.nat(100_000)), { minLength: 1, maxLength: 30 })
      .chain((ceilings) => fc.tuple(fc.nat(sum(ceilings)), fc.constant(ceilings)));
    fc.assert(
      fc.property(cases, ([total, ceilings]) => {
        const parts = allocateWithin(total, ceilings);
        expect(sum(parts)).toBe(total);
        expect(parts.every((part, index) => part >= 0 && part <= (ceilings[index] ?? 0))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
