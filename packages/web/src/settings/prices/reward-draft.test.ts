import { expect, it } from 'vitest';
import { emptyReward, filledReward, type Reward, REWARDS } from './reward-draft.js';

const KINDS = (Object.keys(REWARDS) as Reward['target'][]).flatMap((target) =>
  REWARDS[target].map((kind) => [target, kind] as const),
);

it.each(KINDS)('a new reward off the %s, %s, has no figure of 0', (target, kind) => {
  expect(Object.values(emptyReward(target, kind))).not.toContain(0);
});

it.each([
  ['line', 'amount', 'amount'],
  ['line', 'amount_each', 'amountMicros'],
  ['line', 'fixed_price', 'priceMicros'],
  ['shipping', 'flat_rate', 'amount'],
] as const)('a reward off the %s, %s, is not sent before its %s is typed', (target, kind, figure) => {
  const draft = emptyReward(target, kind);
  expect(filledReward(draft)).toBeNull();
  const free = { ...draft, [figure]: 0 };
  expect(filledReward(free)).toEqual(free);
});
