import type { Order } from '@docket/core/order/order';
import type { Database } from '../database/connect.js';
import { createFollowerPool } from '../database/follower.js';
import type { EventLog } from '../event-log/read-events.js';
import type { Execute } from '../execute.js';
import { startFollowingFeeds } from '../feed/follow-feeds.js';
import type { CommitSignal } from '../followers/commit-signal.js';
import { createTaskDrain, type TaskDrainDependencies, type TaskHandler } from '../followers/drain-tasks.js';
import type { Metrics } from '../metrics/metrics.js';
import { createEventApplier, startApplying } from './apply-events.js';
import { createPaymentFollower } from './follow-payments.js';
import { countAlarms } from './inbox.js';
import { PAYMENT_WORK, paymentWorkHandler } from './payment-work.js';
import type { Payments } from './payments.js';
import { setWork } from './positions.js';

export interface PaymentWork {
  readonly payments: Payments;
  readonly log: Pick<EventLog, 'pool'>;
  readonly load: (account: string, orderId: string) => Promise<Order | null>;
  readonly loadMany: (account: string, orderIds: readonly string[]) => Promise<readonly Order[]>;
  readonly execute: Execute;
  readonly database: Pick<Database, 'login' | 'roles'>;
  readonly beyond: CommitSignal['beyond'];
  readonly metrics: Pick<Metrics, 'watchPool' | 'watchPaymentAlarms'>;
  readonly drain: Pick<TaskDrainDependencies, 'clock' | 'worker' | 'onError' | 'onSettled'>;
  readonly traced: (handler: TaskHandler) => TaskHandler;
}

/** Asks providers for what payments want of them, and applies what they tell, until told to stop. */
export function startPaymentWork(work: PaymentWork, everyMillis: number): { stop(): Promise<void> } {
  const { payments, log, load, loadMany, execute, database, beyond, metrics, drain, traced } = work;
  const { clock, onError } = drain;
  const { open, eventsUrl } = payments.providers;
  // A gateway that hangs must not hold up the timers of orders.
  const pool = createFollowerPool(database, { max: 4, applicationName: 'docket payments' });
  metrics.watchPool('payments', pool);
  metrics.watchPaymentAlarms(() => countAlarms(pool));
  const handler = paymentWorkHandler({
    load,
    execute,
    open,
    eventsUrl,
    returnUrl: payments.returnUrl,
    lookAgain: (account, payload, seconds) =>
      setWork(pool, account, [payload], new Date(Date.parse(clock()) + seconds * 1_000).toISOString()),
  });
  const tasks = createTaskDrain({
    ...drain,
    pool,
    kinds: { only: [PAYMENT_WORK] },
    atOnce: 8,
    handlers: { [PAYMENT_WORK]: traced(handler) },
  }).start(everyMillis);
  const follower = createPaymentFollower({ pool, log, loadMany, beyond, clock });
  const following = startFollowingFeeds(follower, everyMillis, onError);
  const applying = startApplying(createEventApplier({ pool, open, load, execute, clock }), everyMillis, onError);
  return {
    async stop() {
      await following.stop();
      await Promise.all([tasks.stop(), applying.stop()]);
      await pool.end();
    },
  };
}
