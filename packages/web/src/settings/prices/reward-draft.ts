import type { AnswerOf } from '@docket/sdk';

export type Reward = AnswerOf<'getPromotion'>['reward'];

type Figure = 'rate' | 'amount' | 'amountMicros' | 'priceMicros';
type Unfilled<One> = One extends Reward
  ? { [Field in keyof One]: Field extends Figure ? One[Field] | null : One[Field] }
  : never;

/** A reward while it is written: figures are null until somebody types them. */
export type RewardDraft = Unfilled<Reward>;

/** What can be taken off, by what it is taken off. */
export const REWARDS = {
  line: ['percentage', 'amount', 'amount_each', 'fixed_price', 'buy_get'],
  order: ['percentage', 'amount', 'gift'],
  shipping: ['percentage', 'amount', 'flat_rate'],
} as const satisfies Record<Reward['target'], readonly Reward['kind'][]>;

/** Millionths in a percent. */
export const PERCENT = 10_000;

/** A reward of a kind with nothing filled in: a price of 0 is typed, never met with. */
export function emptyReward(target: Reward['target'], kind: Reward['kind']): RewardDraft {
  switch (kind) {
    case 'percentage':
    case 'amount':
      return kind === 'percentage' ? { kind, target, rate: 10 * PERCENT } : { kind, target, amount: null };
    case 'amount_each':
      return { kind, target: 'line', amountMicros: null };
    case 'fixed_price':
      return { kind, target: 'line', priceMicros: null };
    case 'buy_get':
      return { kind, target: 'line', buy: 2, get: 1, rate: 100 * PERCENT };
    case 'flat_rate':
      return { kind, target: 'shipping', amount: null };
    case 'gift':
      return { kind, target: 'order', sku: '', quantity: 1 };
    default: {
      const never: never = kind;
      throw new Error(`no reward ${String(never)}`);
    }
  }
}

/** The reward as it is sent; null while a figure is missing. */
export function filledReward(draft: RewardDraft): Reward | null {
  return Object.values(draft).includes(null) ? null : (draft as Reward);
}
