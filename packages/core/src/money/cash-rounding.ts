import type { Amount } from './amount.js';
import type { Currency } from './currency.js';

export const CASH_DIRECTIONS = ['nearest', 'up', 'down'] as const;

/** Coins that a currency has: what orders in it come to. A Swiss franc has steps of 5, a Swedish krona of 100. */
export interface CashRounding {
  readonly currency: Currency;
  /** In minor units, at least 2. */
  readonly step: Amount;
  /** nearest: a half step goes up. */
  readonly direction: (typeof CASH_DIRECTIONS)[number];
  /** Only where every payment of the order is made by one of these methods; empty: always. */
  readonly paymentMethods: readonly string[];
}

/** What a total, ≥ 0, comes to in coins. Source of the steps: virto-orders §1.16, which rounds every amount; here the total alone. */
export function inCoins(total: Amount, { step, direction }: Pick<CashRounding, 'step' | 'direction'>): Amount {
  const over = total % step;
  const down = total - over;
  switch (direction) {
    case 'nearest':
      return over * 2 >= step ? down + step : down;
    case 'up':
      return over === 0 ? down : down + step;
    case 'down':
      return down;
    default: {
      const never: never = direction;
      throw new RangeError(`not a direction: ${String(never)}`);
    }
  }
}
