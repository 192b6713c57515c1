import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CASH_DIRECTIONS, type CashRounding, inCoins } from './cash-rounding.js';

type Coins = Pick<CashRounding, 'step' | 'direction'>;
const coins = (step: number, direction: CashRounding['direction']): Coins => ({ step, direction });

/** The rounding types of virto-orders §1.16, in hundredths. */
describe('a total in coins', () => {
  it.each<[string, Coins, [exact: number, rounded: number][]]>([
    ['Rounding005', coins(5, 'nearest'), [[1002, 1000], [1003, 1005], [1005, 1005], [1007, 1005], [1008, 1010]]], // prettier-ignore
    [
      'Rounding005Up',
      coins(5, 'up'),
      [
        [1000, 1000],
        [1001, 1005],
        [1005, 1005],
        [1006, 1010],
      ],
    ],
    [
      'Rounding005Down',
      coins(5, 'down'),
      [
        [1004, 1000],
        [1005, 1005],
        [1009, 1005],
      ],
    ],
    [
      'Rounding01',
      coins(10, 'nearest'),
      [
        [1004, 1000],
        [1005, 1010],
        [1014, 1010],
        [1015, 1020],
      ],
    ],
    [
      'Rounding01Up',
      coins(10, 'up'),
      [
        [1000, 1000],
        [1001, 1010],
      ],
    ],
    [
      'Rounding01Down',
      coins(10, 'down'),
      [
        [1009, 1000],
        [1010, 1010],
      ],
    ],
    [
      'Rounding05',
      coins(50, 'nearest'),
      [
        [1024, 1000],
        [1025, 1050],
        [1074, 1050],
        [1075, 1100],
      ],
    ],
    [
      'Rounding1',
      coins(100, 'nearest'),
      [
        [1049, 1000],
        [1050, 1100],
      ],
    ],
    [
      'Rounding1Up',
      coins(100, 'up'),
      [
        [1000, 1000],
        [1001, 1100],
      ],
    ],
  ])('of %s, %j', (_name, rule, totals) => {
    expect(totals.map(([exact]) => inCoins(exact, rule))).toEqual(totals.map(([, rounded]) => rounded));
  });

  it('is a whole number of steps, less than one step away, and stays when it is rounded again', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000_000_000),
        fc.integer({ min: 1, max: 10_000 }),
        fc.constantFrom(...CASH_DIRECTIONS),
        (exact, step, direction) => {
          const rounded = inCoins(exact, { step, direction });
          expect(rounded % step).toBe(0);
          expect(Math.abs(rounded - exact)).toBeLessThan(step);
          if (direction === 'nearest') expect(Math.abs(rounded - exact) * 2).toBeLessThanOrEqual(step);
          if (direction !== 'nearest') expect(Math.sign(rounded - exact)).not.toBe(direction === 'up' ? -1 : 1);
          expect(inCoins(rounded, { step, direction })).toBe(rounded);
        },
      ),
    );
  });
});
