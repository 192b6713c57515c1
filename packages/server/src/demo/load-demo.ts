import type pg from 'pg';
import type { Feeds } from '../feed/feeds.js';
import { headOf } from '../followers/order-changes.js';
import type { EventLog } from '../event-log/read-events.js';
import { bakery } from './bakery.js';
import { bakeryOrders } from './bakery-orders.js';
import { DAY, DAYS } from './busy-hours.js';
import { employ } from './employ.js';
import { instant } from './life.js';
import { marketplace } from './marketplace.js';
import { marketplaceOrders } from './marketplace-orders.js';
import { addFeeds, addViews, openBusiness } from './open-business.js';
import { paperOrders } from './paper-orders.js';
import { paperShop } from './paper-shop.js';
import { type ExecuteAt, playLives } from './play-lives.js';
import { createRandom } from './random.js';
import { shelves } from './shelves.js';

export interface DemoDependencies {
  readonly pool: pg.Pool;
  readonly log: EventLog;
  readonly feeds: Feeds;
  readonly executeAt: ExecuteAt;
}

/** The shops of the demo are the same ones every time. */
const SEED = 20_260_101;
/** Events that feeds have not decided yet when the server starts. */
const EVENTS_WAITING = 150;

/**
 * Fills a new installation with three businesses and ninety days of their orders, the last of them a minute ago. The same
 * `now` gives the same orders. Called once, when the first account is made.
 */
export async function loadDemo({ pool, log, feeds, executeAt }: DemoDependencies, now: number): Promise<void> {
  const random = createRandom(SEED);
  const paper = paperShop(random);
  const market = marketplace(random);
  const bread = bakery(random);
  const lives = [
    ...paperOrders(random, paper, now),
    ...marketplaceOrders(random, market, paper, now),
    ...bakeryOrders(random, bread, now),
  ];
  const opened = instant(now - (DAYS + 1) * DAY);
  const businesses = [paper, market, bread];
  const stock = businesses.map((business) => shelves(random, business, lives, now));
  await Promise.all(
    businesses.map(async (business, index) => {
      await openBusiness(pool, business, stock[index] ?? [], opened);
      await employ(pool, business, opened);
    }),
  );
  await playLives(executeAt, lives, now);
  await Promise.all(
    businesses.map(async (business) => {
      await addViews({ pool, keys: log.keys }, business, opened);
      await addFeeds(feeds, business, Math.max(0, (await headOf(log, business.account)) - EVENTS_WAITING));
    }),
  );
}
