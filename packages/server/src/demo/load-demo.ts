import type pg from 'pg';
import type { Feeds } from '../feed/feeds.js';
import { headOf } from '../followers/order-changes.js';
import { bakery } from './bakery.js';
import { bakeryOrders } from './bakery-orders.js';
import { DAY, DAYS } from './busy-hours.js';
import { employ } from './employ.js';
import type { Business } from './business.js';
import { instant, type Life } from './life.js';
import { marketplace } from './marketplace.js';
import { marketplaceOrders } from './marketplace-orders.js';
import { addFeeds, addViews, openBusiness } from './open-business.js';
import { paperOrders } from './paper-orders.js';
import { paperShop } from './paper-shop.js';
import { type LifeSources, playLives } from './play-lives.js';
import { createRandom } from './random.js';
import { shelves } from './shelves.js';

export interface DemoDependencies {
  readonly pool: pg.Pool;
  readonly feeds: Feeds;
  readonly writing: LifeSources;
}

/** The shops of the demo are the same ones every time. */
const SEED = 20_260_101;
/** Events that feeds have not decided yet when the server starts. */
const EVENTS_WAITING = 150;

/** The businesses and all lives of their orders, some of which go on after `now`. The same `now` gives the same ones. */
export function demoOf(now: number): { readonly businesses: readonly Business[]; readonly lives: readonly Life[] } {
  const random = createRandom(SEED);
  const paper = paperShop(random);
  const market = marketplace(random);
  const bread = bakery(random);
  const lives = [
    ...paperOrders(random, paper, now),
    ...marketplaceOrders(random, market, paper, now),
    ...bakeryOrders(random, bread, now),
  ];
  return { businesses: [paper, market, bread], lives };
}

/**
 * Fills a new installation with three businesses and ninety days of their orders, the last of them a minute ago. Called
 * once, when the first account is made.
 */
export async function loadDemo({ pool, feeds, writing }: DemoDependencies, now: number): Promise<void> {
  const { businesses, lives } = demoOf(now);
  const opened = instant(now - (DAYS + 1) * DAY);
  const stock = businesses.map((business) => shelves(createRandom(SEED), business, lives, now));
  await Promise.all(
    businesses.map(async (business, index) => {
      await openBusiness(pool, business, stock[index] ?? [], opened);
      await employ(pool, business, opened);
    }),
  );
  await playLives(writing, lives, now);
  await Promise.all(
    businesses.map(async (business) => {
      await addViews({ pool, keys: writing.log.keys }, business, opened);
      await addFeeds(feeds, business, Math.max(0, (await headOf(writing.log, business.account)) - EVENTS_WAITING));
    }),
  );
}
