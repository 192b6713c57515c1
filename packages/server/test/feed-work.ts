import type { Order } from '@docket/core/order/order';
import type { Poster } from '@docket/core/ports';
import { EVERYTHING } from '../src/access/sight.js';
import { orderView } from '../src/api/native/order-view.js';
import { feedDocument } from '../src/api/vtex/feed-document.js';
import { hookNotification } from '../src/api/vtex/hook-notification.js';
import { createFollowerPool } from '../src/database/follower.js';
import { createHookDeliverer } from '../src/feed/deliver-hooks.js';
import type { FeedFilter } from '../src/feed/feed.js';
import { createFeedServices, type FeedServices } from '../src/feed/feed-services.js';
import type { FeedConfig } from '../src/feed/feeds.js';
import { createFeedFollower } from '../src/feed/follow-feeds.js';
import { createOrderStates } from '../src/feed/order-states.js';
import type { WritePath } from './write-path.js';

/** What a worker does about feeds, done when a test says so. */
export interface FeedWork extends FeedServices {
  /** Ids of orders whose document could not be written. */
  readonly unwritten: readonly string[];
  /** Decides everything that the log holds, as one worker; several may at once. */
  follow(account?: string): Promise<void>;
  catchUp(account?: string): Promise<void>;
  deliver(): Promise<number>;
  /** Sets up a feed, or a hook where it has an address. */
  add(feed: string, filter: FeedFilter, more?: Partial<FeedConfig> & { readonly from?: number }): Promise<void>;
  end(): Promise<void>;
}

export function openFeedWork(
  path: WritePath,
  poster: Poster = NOBODY,
  vtex: (order: Order) => object = feedDocument,
): FeedWork {
  const { database, log, clock } = path;
  const now = (): string => clock.now;
  const services = createFeedServices({ pool: database.serving, secret: 'a secret of the tests', poster, now });
  const pool = createFollowerPool(database, { max: 4, applicationName: 'test feeds' });
  const unwritten: string[] = [];
  let millis = 0;
  const stopwatch = (): number => (millis += 1);
  const follower = (end: AbortController) =>
    createFeedFollower({
      pool,
      log,
      states: createOrderStates(log, stopwatch),
      documents: { docket: (order) => orderView(order, null, EVERYTHING), vtex },
      evaluate: services.expressions.evaluate,
      unwritable: (orderId) => unwritten.push(orderId),
      // Nothing more in the log: the test goes on.
      beyond: () => {
        end.abort();
        return Promise.resolve();
      },
      clock: now,
      stored: () => undefined,
    });
  return {
    ...services,
    unwritten,
    async follow(account = 'acme') {
      const end = new AbortController();
      await follower(end).follow(account, end.signal);
    },
    async catchUp(account = 'acme') {
      const end = new AbortController();
      await follower(end).catchUp(account, end.signal);
    },
    deliver: () =>
      createHookDeliverer({
        pool,
        poster,
        seal: services.seal,
        notification: hookNotification,
        clock: now,
        stopwatch,
        random: () => 0.5,
      }).deliver(),
    async add(feed, filter, { from = null, ...more } = {}) {
      const config = { name: feed, hiddenSeconds: 30, retentionSeconds: 345_600, hook: null, ...more };
      const added = await services.feeds.add('acme', { feed, owner: '', from }, { ...config, filter });
      if (typeof added === 'string') throw new Error(added);
    },
    async end() {
      services.expressions.close();
      await pool.end();
    },
  };
}

const NOBODY: Poster = {
  post: () => Promise.resolve({ answered: false, reason: 'connection_failed' }),
  refuses: () => null,
};
