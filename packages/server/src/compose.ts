import { randomUUID } from 'node:crypto';
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
import { buildApi } from './api/server.js';
import { composePeople, composeShoppers, composeStaff } from './compose-people.js';
import { composeDraftOrders } from './compose-draft-orders.js';
import { composeWritePath } from './compose-write-path.js';
import type { Database } from './database/connect.js';
import { createPool } from './database/pool.js';
import { loadDemo } from './demo/load-demo.js';
import { connectDemoGateway, placeUnpaidOrder } from './demo/pay-link.js';
import { loadCarried, loadOrder, loadOrdersOf } from './event-log/load-order.js';
import { createFoldedStates } from './event-log/folded-states.js';
import { createDraftConsents } from './edits/draft-consents.js';
import { createOrderHistory } from './event-log/order-history.js';
import type { Execute } from './execute.js';
import { createFeedServices } from './feed/feed-services.js';
import { createCommitSignal } from './followers/commit-signal.js';
import { createOrderChanges, headOf } from './followers/order-changes.js';
import { timeOrderedId } from './time-ordered-id.js';
import { createForgettings } from './forgetting/forgettings.js';
import { createKeptAnswers } from './kept-answers.js';
import { createAccountTasks } from './followers/account-tasks.js';
import { createMails } from './mail/mails.js';
import { createQueueMail, type QueueMail } from './mail/queue-mail.js';
import { createContentSeal } from './mail/sealed-content.js';
import { countedExecute } from './metrics/counted-execute.js';
import { createMetrics } from './metrics/metrics.js';
import { type SendMailDependencies } from './mail/send-mail.js';
import { createImports } from './import/imports.js';
import { createCreditGiver } from './store-credit/give.js';
import { createUploads } from './import/uploads.js';
import { packageVersion } from './package-version.js';
import { listOrders } from './read-models/order-list-queries.js';
import { breakDownOrders } from './read-models/order-breakdown.js';
import { orderStatistics } from './read-models/order-list-statistics.js';
import { findDocuments } from './read-models/document-list-query.js';
import { tallyOrders } from './read-models/order-list-tally.js';
import { PAYMENT_LOG_DAYS, type Settings } from './settings.js';
import { isKnownAddress } from './shoppers/known-address.js';
import { createOrderViews } from './views/order-views.js';
import { createTaxDocuments } from './tax/tax-documents.js';
import { createLicenceKeys } from './tax/licence-keys.js';
import { checkTaxProvider, createTaxProviders } from './tax/tax-providers.js';
import { createTaxSeal } from './tax/tax-seal.js';
import { createTextSeal } from './users/sealed-text.js';
import { composeTracing } from './tracing/compose-tracing.js';
import { LOOKS_EVERY, startWorker } from './compose-worker.js';

export interface ComposeDependencies {
  readonly settings: Pick<Settings, 'demo' | 'appKey' | 'role'> &
    Partial<
      Pick<
        Settings,
        | 'importMegabytes'
        | 'mail'
        | 'oidc'
        | 'paymentLogDays'
        | 'privateCalls'
        | 'publicUrl'
        | 'rateLimit'
        | 'traces'
        | 'trustedProxies'
      >
    >;
  readonly database: Pick<Database, 'login' | 'roles' | 'serving'>;
  readonly secret: string;
  /** Where the gateway of the demo listens; absent: there is none. */
  readonly sandbox?: string;
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
  sandbox,
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
  const caller = createGuardedCaller({ ...guard, ours: sandbox ?? null });
  const taxSeal = createTaxSeal(secret);
  const taxProviders = createTaxProviders({
    pool,
    seal: taxSeal,
    ownRates: createOwnRates,
    avatax: createAvatax({ caller, version: packageVersion() }),
  });
  const standing: typeof payments.providers.standing = (...asked) => payments.providers.standing(...asked);
  const writePath = composeWritePath({ database, secret, clock: now, tracing, taxProviders, standing });
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
    adapters: createPaymentAdapters(caller, performance.now.bind(performance)),
  });
  if (sandbox !== undefined) {
    await connectDemoGateway({ pool, secrets: payments.providers.secrets }, sandbox, now());
    if (isNew) await placeUnpaidOrder(execute);
  }
  const draftOrders = composeDraftOrders({ ...writePath.sources, execute, queueMail, publicUrl, clock: now });
  const shoppers = composeShoppers({
    pool,
    keys: log.keys,
    secret,
    queueMail,
    publicUrl,
    draftOrderVisits: draftOrders.visits,
    clock: now,
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
      carried: (account, orderIds) => loadCarried(log, account, orderIds),
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
    consignments: writePath.consignments,
    executeConsignment: writePath.executeConsignment,
    consents: createDraftConsents({ pool, seals: writePath.draftSeal, links: shoppers.guestLinks, queueMail }),
    draftOrders,
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
    shoppers,
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
          mail: {
            server: settings.mail === undefined ? null : createSmtpMailer(settings.mail),
            from: settings.mail?.from,
            contents,
            isKnown,
          },
          taxes: { serving: pool, load: loadOne, providers: taxProviders, seal: taxSeal },
          feeds: {
            services: feeds,
            log,
            documents,
            beyond: (account, seq, signal) => signals.beyond(account, seq, signal),
          },
          payments: {
            payments,
            load: async (account, orderId) => (await loadOrder(log, account, orderId))?.order ?? null,
            loadMany: (account, orderIds) => loadOrdersOf(log, account, orderIds),
          },
          paymentLogDays: settings.paymentLogDays ?? PAYMENT_LOG_DAYS,
          giveCredit: createCreditGiver({ pool, load: loadOne, now }),
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

/** What the server writes by itself about requests and errors (a broken connection) must hold nothing personal either. */
const BARE: NonNullable<pino.LoggerOptions['serializers']> = {
  req: ({ method }: { method?: string }) => ({ method }),
  err: bareError,
};

const DEFAULT_IMPORT_MEGABYTES = 1_024;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
