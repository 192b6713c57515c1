import type { StockCount } from '../stock/stock.js';
import type { Business } from './business.js';
import type { Life } from './life.js';
import type { Random } from './random.js';

/**
 * What must have lain on the shelves of an account ninety days ago, so that its orders could be sent and some is left today:
 * of most products plenty, of a few hardly any.
 */
export function shelves(random: Random, business: Business, lives: readonly Life[], now: number): StockCount[] {
  const { account, products } = business;
  const places = new Map(products.map(({ sku, place }) => [sku, place]));
  const taken = new Map<string, number>();
  for (const step of lives.flat()) {
    if (step.account !== account || step.at > now || step.command.type !== 'place') continue;
    for (const { sku, quantity, place = places.get(sku) ?? '' } of step.command.lines) {
      const shelf = `${sku}\n${place}`;
      taken.set(shelf, (taken.get(shelf) ?? 0) + quantity);
    }
  }
  const counted = new Set(products.filter((product) => product.counted).map(({ sku }) => sku));
  return [...taken].flatMap(([shelf, quantity]): StockCount[] => {
    const [sku = '', place = ''] = shelf.split('\n');
    if (!counted.has(sku)) return [];
    const left = random.chance(0.15) ? random.whole(2, 6) : random.whole(40, 120);
    return [{ sku, place, onHand: quantity + left }];
  });
}
