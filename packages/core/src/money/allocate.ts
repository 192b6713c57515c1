import { type Amount, sum } from './amount.js';
import { wholeShare } from './rounding.js';

/**
 * Splits a total over weights by largest remainder. The one allocator: discounts, shipping, refunds, everything that
 * is shared out goes through it, so parts always add up to the whole.
 *
 * Each part is its exact share rounded down or up; the units left over go to the largest remainders, of equal ones to
 * the earliest position. A greater weight never gets the smaller part, and a weight of 0 gets nothing. A negative total
 * gives the negated parts of the positive one. Weights that are all 0 split evenly.
 *
 * `total` is in minor units; weights are safe integers ≥ 0 of any one unit. Throws RangeError on other weights, and on
 * a total other than 0 with no weights.
 */
export function allocate(total: Amount, weights: readonly number[]): Amount[] {
  if (!Number.isSafeInteger(total)) throw new RangeError(`not an amount: ${total}`);
  if (weights.length === 0 && total !== 0) throw new RangeError(`nothing to allocate ${total} to`);
  for (const weight of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`not a weight: ${weight}`);
  }
  // Most orders have no order discount: their lines cost no bigint here.
  if (total === 0) return weights.map(() => 0);
  if (total < 0) return allocateMagnitude(-total, weights).map((part) => 0 - part);
  return allocateMagnitude(total, weights);
}

/**
 * Splits a total in proportion to ceilings so that 0 ≤ part ≤ ceiling for every part: an order discount over what the
 * lines cost, a refund over what was captured. Throws RangeError when the total is negative or above their sum.
 */
export function allocateWithin(total: Amount, ceilings: readonly Amount[]): Amount[] {
  if (total < 0) throw new RangeError(`a bounded allocation cannot be negative: ${total}`);
  if (total > sum(ceilings)) throw new RangeError(`${total} is more than the ceilings allow`);
  // No further check of each part is needed: as the total is at most the sum, an exact share is at most its ceiling,
  // and only a fraction, which lies below the ceiling, is rounded up.
  return allocate(total, ceilings);
}

function allocateMagnitude(total: Amount, weights: readonly number[]): Amount[] {
  let weightSum = 0n;
  for (const weight of weights) weightSum += BigInt(weight);
  if (weightSum === 0n)
    return allocateMagnitude(
      total,
      weights.map(() => 1),
    );

  const shares = weights.map((weight, position) => ({ position, ...wholeShare(total, weight, weightSum) }));
  const leftOver = total - sum(shares.map((share) => share.whole));
  const parts = shares.map((share) => share.whole);
  shares.sort((a, b) => (a.remainder === b.remainder ? a.position - b.position : a.remainder > b.remainder ? -1 : 1));
  for (const share of shares.slice(0, leftOver)) parts[share.position] = share.whole + 1;
  return parts;
}
