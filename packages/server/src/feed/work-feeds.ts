import type { Database } from '../database/connect.js';
import { createFollowerPool } from '../database/follower.js';
import type { EventLog } from '../event-log/read-events.js';
import type { CommitSignal } from '../followers/commit-signal.js';
import type { Metrics } from '../metrics/metrics.js';
import type { PageDecider } from './decide-page.js';
import { createHookDeliverer, type Notification, startDelivering } from './deliver-hooks.js';
import type { FeedServices } from './feed-services.js';
import { createFeedFollower, startFollowingFeeds } from './follow-feeds.js';
import { createOrderStates } from './order-states.js';

export interface FeedWork {
  readonly services: FeedServices;
  readonly log: EventLog;
  readonly database: Pick<Database, 'login' | 'roles'>;
  readonly metrics: Pick<Metrics, 'watchPool'>;
  readonly beyond: CommitSignal['beyond'];
  readonly documents: PageDecider['documents'];
  readonly notification: Notification;
  readonly clock: () => string;
  /** A clock in milliseconds that never goes back. */
  readonly stopwatch: () => number;
  readonly random: () => number;
  readonly onError: (error: unknown) => void;
}

/** Fills the feeds of all accounts and delivers to their hooks, until told to stop. Looks every `everyMillis`. */
export function startFeedWork(work: FeedWork, everyMillis: number): { stop(): Promise<void> } {
  const { services, log, database, metrics, beyond, documents, notification, clock, stopwatch, random, onError } = work;
  // Who decides holds a connection meanwhile, and must not keep timers from theirs.
  const pool = createFollowerPool(database, { max: 4, applicationName: 'docket feeds' });
  metrics.watchPool('feeds', pool);
  const { seal, poster, expressions } = services;
  const delivering = startDelivering(
    createHookDeliverer({ pool, poster, seal, notification, clock, stopwatch, random }),
    everyMillis,
    onError,
  );
  const follower = createFeedFollower({
    pool,
    log,
    states: createOrderStates(log, stopwatch),
    documents,
    evaluate: expressions.evaluate,
    // The order is the next one after the position of the feeds that it holds up.
    unwritable: (_orderId, error) => onError(error),
    beyond,
    clock,
    stored: () => delivering.wake(),
  });
  const following = startFollowingFeeds(follower, everyMillis, onError);
  return {
    async stop() {
      await following.stop();
      await delivering.stop();
      await pool.end();
    },
  };
}
