import { hostname } from 'node:os';
import { performance } from 'node:perf_hooks';
import type pino from 'pino';
import type { Mailer } from '@docket/core/ports';
import { bareError } from './bare-error.js';
import { PAYMENT_WORK } from './payments/payment-work.js';
import { startPaymentWork, type PaymentWork } from './payments/work-payments.js';
import { hookNotification } from './api/vtex/hook-notification.js';
import type { Database } from './database/connect.js';
import { DRAFT_ORDER_MOMENT } from './draft-orders/draft-order-rows.js';
import { draftOrderMomentHandler } from './draft-orders/draft-order-moments.js';
import { createFollowerPool } from './database/follower.js';
import type { Execute } from './execute.js';
import { type FeedWork, startFeedWork } from './feed/work-feeds.js';
import { countLag } from './followers/count-lag.js';
import { countTasks } from './followers/count-tasks.js';
import { createTaskDrain, type GiveCredit, orderTimerHandler, type TaskHandler } from './followers/drain-tasks.js';
import { startHousekeeping } from './followers/housekeeping.js';
import { domainOf } from './mail/address.js';
import { SEND_MAIL } from './mail/queue-mail.js';
import { type Metrics, type TaskOutcome } from './metrics/metrics.js';
import { type SendMailDependencies, sendMailHandler } from './mail/send-mail.js';
import { startImports } from './import/run-waiting.js';
import { type Uploads } from './import/uploads.js';
import type { WriteOrdersDependencies } from './import/write-orders.js';
import { listDocumentsHandler } from './read-models/list-documents.js';
import { LIST_DOCUMENTS } from './read-models/mend-documents.js';
import { startTaxWork, TAX_TASKS, type TaxWork } from './tax/work-taxes.js';
import type { Tracing } from './tracing/tracing.js';

/** How often is looked for tasks that are due and for commits that nobody told of: they are this late at most. */
export const LOOKS_EVERY = 1_000;
const KEEPS_HOUSE_EVERY = 60_000;

/** Timers, retries and housekeeping of all accounts; any number of processes may do this at once. */
export function startWorker({
  database,
  execute,
  importing,
  mail,
  taxes,
  feeds,
  payments,
  paymentLogDays,
  giveCredit,
  clock,
  logger,
  metrics,
  tracing,
}: {
  readonly database: Pick<Database, 'login' | 'roles'>;
  readonly execute: Execute;
  readonly importing: { readonly writing: WriteOrdersDependencies; readonly uploads: Uploads };
  /** `server` null: mails wait. */
  readonly mail: Pick<SendMailDependencies, 'contents' | 'isKnown'> & {
    readonly server: Mailer | null;
    readonly from: string | undefined;
  };
  readonly taxes: Omit<TaxWork, 'drain' | 'traced'>;
  readonly feeds: Pick<FeedWork, 'services' | 'log' | 'documents' | 'beyond'>;
  readonly payments: Pick<PaymentWork, 'payments' | 'load' | 'loadMany'>;
  readonly paymentLogDays: number;
  readonly giveCredit: GiveCredit;
  readonly clock: () => string;
  readonly logger: pino.Logger;
  readonly metrics: Metrics;
  readonly tracing: Tracing | null;
}): { stop(): Promise<void> } {
  const { login, roles } = database;
  const follower = createFollowerPool({ login, roles }, { max: 8, applicationName: 'docket worker' });
  const onError = (error: unknown): void => {
    logger.error({ error: bareError(error) }, 'the worker failed and will try again');
  };
  metrics.watchPool('worker', follower);
  metrics.watchTasks(() => countTasks(follower, clock()));
  metrics.watchLag(() => countLag(follower));
  const traced = (handler: TaskHandler): TaskHandler => tracing?.task(handler) ?? handler;
  const worker = `${hostname()}:${process.pid}`;
  const drain = {
    pool: follower,
    clock,
    worker,
    onError,
    onSettled: (kind: string, outcome: TaskOutcome) => metrics.task(kind, outcome),
  };
  const tasks = createTaskDrain({
    ...drain,
    kinds: { not: [SEND_MAIL, LIST_DOCUMENTS, PAYMENT_WORK, ...TAX_TASKS] },
    handlers: {
      order_timer: traced(orderTimerHandler(execute, giveCredit)),
      [DRAFT_ORDER_MOMENT]: traced(draftOrderMomentHandler({ follower, clock })),
    },
  }).start(LOOKS_EVERY);
  const lists = createTaskDrain({
    ...drain,
    kinds: { only: [LIST_DOCUMENTS] },
    // Each holds a connection of the pool that serves requests, and waits for a second one.
    atOnce: 1,
    handlers: { [LIST_DOCUMENTS]: traced(listDocumentsHandler(feeds.log, clock)) },
  }).start(LOOKS_EVERY);
  // A mail server that hangs must not hold up the timers of orders.
  const mailer = mail.server === null ? null : (tracing?.mailer(mail.server) ?? mail.server);
  const mails = createTaskDrain({
    ...drain,
    kinds: { only: [SEND_MAIL] },
    handlers: {
      [SEND_MAIL]: traced(
        sendMailHandler({
          pool: follower,
          mailer,
          contents: mail.contents,
          isKnown: mail.isKnown,
          domain: domainOf(mail.from ?? '@docket.invalid'),
          clock,
        }),
      ),
    },
  }).start(LOOKS_EVERY);
  const taxWork = startTaxWork({ ...taxes, drain, traced }, LOOKS_EVERY);
  const stopwatch = performance.now.bind(performance);
  const feedWork = startFeedWork(
    { ...feeds, database, metrics, notification: hookNotification, clock, stopwatch, random: Math.random, onError },
    LOOKS_EVERY,
  ); // prettier-ignore
  const { log, beyond } = feeds;
  const paymentWork = startPaymentWork(
    { ...payments, log, beyond, execute, database, metrics, drain, traced },
    LOOKS_EVERY,
  );
  const imports = startImports({ follower, ...importing, onError }, LOOKS_EVERY);
  const house = startHousekeeping({ follower, paymentLogDays, clock, onError }, KEEPS_HOUSE_EVERY);
  return {
    async stop() {
      await Promise.all([
        tasks.stop(),
        lists.stop(),
        mails.stop(),
        feedWork.stop(),
        imports.stop(),
        paymentWork.stop(),
        taxWork.stop(),
      ]);
      await mailer?.close();
      await house.stop();
      await follower.end();
    },
  };
}
