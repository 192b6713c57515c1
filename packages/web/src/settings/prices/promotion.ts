import type { AnswerOf } from '@docket/sdk';
import { currencyDigits } from '../../format/currency-digits';
import { money } from '../../format/money';
import { unitPrice } from '../../format/unit-price';
import { PERCENT, type Reward } from './reward-draft';

export type Promotion = AnswerOf<'getPromotion'>;
export type ItemMatch = NonNullable<Promotion['conditions']['items']>;

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
