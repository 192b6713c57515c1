import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { Order } from '@docket/core/order/order';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { findAppKey, recordUse } from './access/app-key-rows.js';
import { createAppKeys } from './access/app-keys.js';
import { ensureFirstKeys } from './access/first-keys.js';
import { createOpenIdConnect } from './adapters/identity/openid-connect.js';
import { createKeyUse } from './access/key-use.js';
import { createKeys } from './access/keys.js';
import { createRoles } from './access/roles.js';
import { EVERYTHING } from './access/sight.js';
import { createGuardedPoster } from './adapters/http/guarded-post.js';
import { createGuardedCaller } from './adapters/http/guarded-call.js';
import { createPaymentAdapters } from './adapters/payment/adapters.js';
import { createSmtpMailer } from './adapters/mail/smtp.js';
import { createAvatax } from './adapters/tax/avatax.js';
import { createOwnRates } from './adapters/tax/own-rates.js';
import { closeApi } from './api/closing.js';
import { bareError } from './bare-error.js';
import { createPayments } from './payments/payments.js';
import { createSettingServices } from './api/native/setting-services.js';
import { OIDC_MINUTES } from './api/native/oidc-path.js';
import { orderView } from './api/native/order-view.js';
import { feedDocument } from './api/vtex/feed-document.js';
import { hookNotification } from './api/vtex/hook-notification.js';
import { buildApi } from './api/server.js';
import { composePeople, composeShoppers, composeStaff } from './compose-people.js';
import { composeWritePath } from './compose-write-path.js';
import type { Database } from './database/connect.js';
import { createFollowerPool } from './database/follower.js';
import { createPool } from './database/pool.js';
import { loadDemo } from './demo/load-demo.js';
import { loadOrder, loadOrdersOf } from './event-log/load-order.js';
import { createFoldedStates } from './event-log/folded-states.js';
import { createOrderHistory } from './event-log/order-history.js';
import type { Execute } from './execute.js';
import { createFeedServices } from './feed/feed-services.js';
import { type FeedWork, startFeedWork } from './feed/work-feeds.js';
import { createCommitSignal } from './followers/commit-signal.js';
import { createOrderChanges, headOf } from './followers/order-changes.js';
import { countLag } from './followers/count-lag.js';
import { countTasks } from './followers/count-tasks.js';
import { createTaskDrain, orderTimerHandler, type TaskHandler } from './followers/drain-tasks.js';
import { startHousekeeping } from './followers/housekeeping.js';
import { domainOf } from './mail/address.js';
import { timeOrderedId } from './time-ordered-id.js';
import { createForgettings } from './forgetting/forgettings.js';
import { createKeptAnswers } from './kept-answers.js';
import { createAccountTasks } from './followers/account-tasks.js';
import { createMails } from './mail/mails.js';
import { createQueueMail, type QueueMail, SEND_MAIL } from './mail/queue-mail.js';
import { createContentSeal } from './mail/sealed-content.js';
import { countedExecute } from './metrics/counted-execute.js';
import { createMetrics, type Metrics, type TaskOutcome } from './metrics/metrics.js';
import { type SendMailDependencies, sendMailHandler } from './mail/send-mail.js';
import { createImports } from './import/imports.js';
import { startImports } from './import/run-waiting.js';
import { createUploads, type Uploads } from './import/uploads.js';
import type { WriteOrdersDependencies } from './import/write-orders.js';
import { packageVersion } from './package-version.js';
import { listOrders } from './read-models/order-list-queries.js';
import { breakDownOrders } from './read-models/order-breakdown.js';
import { orderStatistics } from './read-models/order-list-statistics.js';
import { findDocuments } from './read-models/document-list-query.js';
import { listDocumentsHandler } from './read-models/list-documents.js';
import { LIST_DOCUMENTS } from './read-models/mend-documents.js';
import { tallyOrders } from './read-models/order-list-tally.js';
import type { Settings } from './settings.js';
import { isKnownAddress } from './shoppers/known-address.js';
import { createOrderViews } from './views/order-views.js';
import { createTaxDocuments } from './tax/tax-documents.js';
import { startTaxWork, TAX_TASKS, type TaxWork } from './tax/work-taxes.js';
import { createLicenceKeys } from './tax/licence-keys.js';
import { checkTaxProvider, createTaxProviders } from './tax/tax-providers.js';
import { createTaxSeal } from './tax/tax-seal.js';
import { createTextSeal } from './users/sealed-text.js';
import type { Tracing } from './tracing/tracing.js';

export interface ComposeDependencies {
  readonly settings: Pick<Settings, 'demo' | 'appKey' | 'role'> &
    Partial<
      Pick<
        Settings,
        'importMegabytes' | 'mail' | 'publicUrl' | 'oidc' | 'privateCalls' | 'rateLimit' | 'traces' | 'trustedProxies'
      >
    >;
  readonly database: Pick<Database, 'login' | 'roles' | 'serving'>;
  readonly secret: string;
  /** `info` where absent. */
  readonly logLevel?: pino.LevelWithSilent;
  /** Where the lines go; stderr where absent. */
  readonly logTo?: pino.DestinationStream;
}

/** A process put together, not yet listening. */
export interface Composition {
  readonly api: FastifyInstance;
  readonly execute: Execute;
  readonly queueMail: QueueMail;
  /** Lets what runs finish: requests first, then the committer. The database is closed by whoever opened it. */
  readonly close: () => Promise<void>;
}

/** Wires the parts of a process. The only file that knows all of them. */
export async function compose({
  settings,
  database,
  secret,
  logLevel = 'info',
  logTo = pino.destination(2),
}: ComposeDependencies): Promise<Composition> {
  const { serving: pool } = database;
  const now = (): string => new Date().toISOString();
  const logger = pino({ level: logLevel, serializers: BARE }, logTo);
  const metrics = createMetrics(packageVersion());

  const tracing = await composeTracing(settings.traces, logger);

  const isNew = await ensureFirstKeys(pool, settings);
  const guard = { privateToo: settings.privateCalls === true };
  const caller = createGuardedCaller(guard);
  const taxSeal = createTaxSeal(secret);
  const taxProviders = createTaxProviders({
    pool,
    seal: taxSeal,
    ownRates: createOwnRates,
    avatax: createAvatax({ caller, version: packageVersion() }),
  });
  const writePath = composeWritePath({ database, secret, clock: now, tracing, taxProviders });
  const { log, committer, committerPool, previews } = writePath;
  const execute = countedExecute(writePath.execute, metrics);
  metrics.watchPool('serving', pool);
  metrics.watchPool('committer', committerPool);
  metrics.watchCommitter(() => committer.waitingUnits());
  committer.onCommitted((_account: string, _seq: number, units: number) => metrics.committed(units));
  const { login, roles } = database;
  const signals = createCommitSignal({
    pool: createPool({ login, role: roles.serving, max: 1, applicationName: 'docket signals' }),
    headOf: (account) => headOf(log, account),
    looksEvery: LOOKS_EVERY,
    now: performance.now.bind(performance),
    onError: (error) => logger.warn({ error: bareError(error) }, 'commits of other processes are seen a second late'),
  });
  committer.onCommitted((account, seq) => signals.committed(account, seq));

  const contents = createContentSeal(secret);
  const uploads = createUploads(pool, secret);
  const queueMail = createQueueMail({ keys: log.keys, contents, clock: now, sends: settings.mail !== undefined });
  const publicUrl = new URL(settings.publicUrl ?? 'http://127.0.0.1:4000');
  const keyUse = createKeyUse({
    write: (account, key, token, at) => recordUse(pool, account, key, token, at),
    now: Date.now,
    onError: (error) => logger.warn({ error: messageOf(error) }, 'the last use of a key was not written'),
  });
  const appKeys = createAppKeys({
    find: (key) => findAppKey(pool, key),
    now: Date.now,
    used: (account, key, token) => keyUse.used(account, key, token),
  });
  const feeds = createFeedServices({ pool, secret, poster: createGuardedPoster(guard), now });
  if (isNew && settings.demo) {
    await loadDemo({ pool, feeds: feeds.feeds, writing: writePath.writing }, Date.now());
  }
  const payments = createPayments({
    pool,
    secret,
    publicUrl,
    now,
    adapters: ({ holds, hashOf }) =>
      createPaymentAdapters({
        caller,
        holds,
        hashOf,
        stopwatch: performance.now.bind(performance),
      }),
  });
  const staff = await composeStaff({ settings, pool, secret, now });
  const documents = { docket: (order: Order) => orderView(order, null, EVERYTHING), vtex: feedDocument };
  const loadOne = async (account: string, orderId: string): Promise<Order | null> =>
    (await loadOrder(log, account, orderId))?.order ?? null;
  const changing = { pool, now, changed: (account: string) => appKeys.drop(account) };
  const api = await buildApi({
    version: packageVersion(),
    routes: settings.role === 'worker' ? 'health' : 'all',
    ...(tracing === null ? {} : { trace: tracing.requests }),
    requestsPerMinute: settings.rateLimit ?? 0,
    trustedProxies: settings.trustedProxies ?? [],
    logger,
    metrics,
    execute,
    placeGroup: writePath.placeGroup,
    previews,
    now,
    appKeys,
    keys: createKeys(changing),
    roles: createRoles(changing),
    orders: {
      load: loadOne,
      loadMany: (account, orderIds) => loadOrdersOf(log, account, orderIds),
      list: (account, query) => listOrders(pool, account, query),
      statistics: (account, query) => orderStatistics(pool, account, query),
      breakDown: (account, query) => breakDownOrders(pool, account, query),
      documents: (account, scope, asked) => findDocuments(pool, account, scope, asked),
      tally: (account, query) => tallyOrders(pool, account, query),
    },
    history: createOrderHistory(log, createFoldedStates(performance.now.bind(performance))),
    changes: createOrderChanges({ log, signals }),
    settings: createSettingServices(pool, writePath.quoteBasket, {
      licenceKeys: createLicenceKeys(pool, taxSeal),
      check: (account, store) => checkTaxProvider(taxProviders, account, store),
    }),
    tasks: createAccountTasks({ pool, now }),
    taxDocuments: createTaxDocuments({ pool, seal: taxSeal, now, newId: timeOrderedId }),
    mails: createMails(pool, { keys: log.keys, contents }),
    keptAnswers: createKeptAnswers(secret, now),
    imports: createImports({
      pool,
      uploads,
      now,
      newId: timeOrderedId,
      mostBytes: (settings.importMegabytes ?? DEFAULT_IMPORT_MEGABYTES) * 1024 * 1024,
    }),
    views: createOrderViews({ pool, keys: log.keys, now }),
    forgettings: createForgettings({ log, execute, now }),
    newViewId: () => randomUUID(),
    drafts: writePath.drafts,
    newReceipt: () => randomUUID().replaceAll('-', ''),
    people: composePeople({ settings, staff, queueMail, publicUrl }),
    oidc:
      settings.oidc === undefined
        ? null
        : {
            provider: createOpenIdConnect(settings.oidc),
            login: staff.identityLogin,
            sessions: staff.sessions,
            seal: createTextSeal(secret, 'oidc', OIDC_MINUTES * 60_000, now),
            publicUrl,
          },
    shoppers: composeShoppers({ pool, keys: log.keys, secret, queueMail, publicUrl, clock: now }),
    feeds,
    providers: payments.providers,
    credits: payments.credits,
    documents,
    probe: async () => {
      await pool.query('select 1');
    },
  });
  const isKnown: SendMailDependencies['isKnown'] = (account, address) => isKnownAddress(pool, account, address);
  const worker =
    settings.role === 'api'
      ? null
      : startWorker({
          database,
          execute,
          importing: { writing: writePath.writing, uploads },
          mail: { settings: settings.mail, contents, isKnown },
          taxes: { serving: pool, load: loadOne, providers: taxProviders, seal: taxSeal },
          feeds: {
            services: feeds,
            log,
            documents,
            beyond: (account, seq, signal) => signals.beyond(account, seq, signal),
          },
          clock: now,
          logger,
          metrics,
          tracing,
        });
  return {
    api,
    execute,
    queueMail,
    close: async () => {
      await closeApi(api);
      await keyUse.settled();
      await worker?.stop();
      feeds.expressions.close();
      await committer.close();
      await signals.close();
      await tracing?.close();
    },
  };
}

/** What is loaded only where a collector is named: the start of others stays as short, and their memory as small. */
async function composeTracing(settings: Settings['traces'], logger: pino.Logger): Promise<Tracing | null> {
  if (settings === undefined) return null;
  const { startTracing } = await import('./tracing/tracing.js');
  const onLost = (spans: number, reason: string): void => {
    logger.warn({ spans, reason }, 'parts of traces were lost');
  };
  return startTracing({ settings, version: packageVersion(), onLost });
}

/** What the server writes by itself about requests and errors (a broken connection) must hold nothing personal either. */
const BARE: NonNullable<pino.LoggerOptions['serializers']> = {
  req: ({ method }: { method?: string }) => ({ method }),
  err: bareError,
};

const DEFAULT_IMPORT_MEGABYTES = 1_024;

/** How often is looked for tasks that are due and for commits that nobody told of: they are this late at most. */
const LOOKS_EVERY = 1_000;
const KEEPS_HOUSE_EVERY = 60_000;

/** Timers, retries and housekeeping of all accounts; any number of processes may do this at once. */
function startWorker({
  database,
  execute,
  importing,
  mail,
  taxes,
  feeds,
  clock,
  logger,
  metrics,
  tracing,
}: {
  readonly database: Pick<Database, 'login' | 'roles'>;
  readonly execute: Execute;
  readonly importing: { readonly writing: WriteOrdersDependencies; readonly uploads: Uploads };
  readonly mail: Pick<SendMailDependencies, 'contents' | 'isKnown'> & { readonly settings: Settings['mail'] };
  readonly taxes: Omit<TaxWork, 'drain' | 'traced'>;
  readonly feeds: Pick<FeedWork, 'services' | 'log' | 'documents' | 'beyond'>;
  readonly clock: () => string;
  readonly logger: pino.Logger;
  readonly metrics: Metrics;
  readonly tracing: Tracing | null;
}): { stop(): Promise<void> } {
  const { login, roles } = database;
  const follower = createFollowerPool({ login, roles }, { max: 4, applicationName: 'docket worker' });
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
    kinds: { not: [SEND_MAIL, LIST_DOCUMENTS, ...TAX_TASKS] },
    handlers: { order_timer: traced(orderTimerHandler(execute)) },
  }).start(LOOKS_EVERY);
  const lists = createTaskDrain({
    ...drain,
    kinds: { only: [LIST_DOCUMENTS] },
    // Each holds a connection of the pool that serves requests, and waits for a second one.
    atOnce: 1,
    handlers: { [LIST_DOCUMENTS]: traced(listDocumentsHandler(feeds.log, clock)) },
  }).start(LOOKS_EVERY);
  // A mail server that hangs must not hold up the timers of orders.
  const server = mail.settings === undefined ? null : createSmtpMailer(mail.settings);
  const mailer = server === null ? null : (tracing?.mailer(server) ?? server);
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
          domain: domainOf(mail.settings?.from ?? '@docket.invalid'),
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
  const imports = startImports({ follower, ...importing, onError }, LOOKS_EVERY);
  const house = startHousekeeping({ follower, clock, onError }, KEEPS_HOUSE_EVERY);
  return {
    async stop() {
      await Promise.all([tasks.stop(), lists.stop(), mails.stop(), feedWork.stop(), imports.stop(), taxWork.stop()]);
      await mailer?.close();
      await house.stop();
      await follower.end();
    },
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
