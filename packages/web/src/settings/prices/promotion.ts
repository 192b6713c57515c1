import type { AnswerOf } from '@docket/sdk';
import { currencyDigits } from '../../format/currency-digits';
import { money } from '../../format/money';
import { unitPrice } from '../../format/unit-price';

export type Promotion = AnswerOf<'getPromotion'>;
export type Reward = Promotion['reward'];
export type ItemMatch = NonNullable<Promotion['conditions']['items']>;

/** What can be taken off, by what it is taken off. */
export const REWARDS = {
  line: ['percentage', 'amount', 'amount_each', 'fixed_price', 'buy_get'],
  order: ['percentage', 'amount', 'gift'],
  shipping: ['percentage', 'amount', 'flat_rate'],
} as const satisfies Record<Reward['target'], readonly Reward['kind'][]>;

/** Millionths in a percent. */
const PERCENT = 10_000;

/** A reward of a kind with nothing filled in. */
export function emptyReward(target: Reward['target'], kind: Reward['kind']): Reward {
  switch (kind) {
    case 'percentage':
    case 'amount':
      return kind === 'percentage' ? { kind, target, rate: 10 * PERCENT } : { kind, target, amount: 0 };
    case 'amount_each':
      return { kind, target: 'line', amountMicros: 0 };
    case 'fixed_price':
      return { kind, target: 'line', priceMicros: 0 };
    case 'buy_get':
      return { kind, target: 'line', buy: 2, get: 1, rate: 100 * PERCENT };
    case 'flat_rate':
      return { kind, target: 'shipping', amount: 0 };
    case 'gift':
      return { kind, target: 'order', sku: '', quantity: 1 };
    default: {
      const never: never = kind;
      throw new Error(`no reward ${String(never)}`);
    }
  }
}

export const digitsOf = (currency: string | null): number => (currency === null ? 2 : currencyDigits(currency));

/** The figures of a reward for the texts that say it in one line. */
export function rewardFigures(reward: Reward, currency: string | null, language: string): Record<string, string> {
  const percent = (rate: number): string =>
    (rate / PERCENT / 100).toLocaleString(language, { style: 'percent', maximumFractionDigits: 4 });
  const amount = (minor: number): string => (currency === null ? '' : money(minor, currency, language));
  const price = (micros: number): string => (currency === null ? '' : unitPrice(micros, currency, language));
  const count = (pieces: number): string => pieces.toLocaleString(language);
  switch (reward.kind) {
    case 'percentage':
      return { rate: percent(reward.rate) };
    case 'amount':
    case 'flat_rate':
      return { amount: amount(reward.amount) };
    case 'amount_each':
      return { amount: price(reward.amountMicros) };
    case 'fixed_price':
      return { amount: price(reward.priceMicros) };
    case 'buy_get':
      return { buy: count(reward.buy), get: count(reward.get), rate: percent(reward.rate) };
    case 'gift':
      return { sku: reward.sku, quantity: count(reward.quantity) };
    default: {
      const never: never = reward;
      throw new Error(`no reward ${JSON.stringify(never)}`);
    }
  }
}
