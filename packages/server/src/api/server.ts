import { randomBytes } from 'node:crypto';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { AppKeys } from '../access/app-keys.js';
import type { OrderHistory } from '../event-log/order-history.js';
import type { Keys } from '../access/keys.js';
import type { Roles } from '../access/roles.js';
import type { Execute } from '../execute.js';
import type { Imports } from '../import/imports.js';
import type { PlaceGroup } from '../place-group.js';
import type { Metrics } from '../metrics/metrics.js';
import type { AccountTasks } from '../followers/account-tasks.js';
import type { Mails } from '../mail/mails.js';
import type { OrderChanges } from '../followers/order-changes.js';
import { requirePermissions } from './auth.js';
import { refusePreviewsElsewhere } from './preconditions.js';
import { stateBodyLimits } from './body-limits.js';
import { answerBrokenConnections } from './broken-connections.js';
import { answerFailures } from './errors.js';
import { createOpenStreams } from './event-stream.js';
import { serveHealth } from './health.js';
import { acceptJsonOnly } from './json-body.js';
import { jsonOf } from './json-text.js';
import { serveLogVerifier } from './log-verifier.js';
import { logRequests } from './logging.js';
import { sendLongAnswersAsBytes } from './long-answers.js';
import type { KeptAnswers } from '../kept-answers.js';
import { serveMetrics } from './metrics.js';
import { createOnceOf } from './once.js';
import type { Previews } from '../previews/previews.js';
import { addBulkRoute } from './native/bulk-route.js';
import { addAccountRoutes, type ShopperServices } from './native/account/account-routes.js';
import { addFeedRoutes } from './native/feed-routes.js';
import { addGuestLinkRoutes } from './native/guest-link-routes.js';
import { addChangeLogRoute } from './native/change-log-route.js';
import { addHistoryRoutes } from './native/history-routes.js';
import { addPaperRoutes } from './native/paper-routes.js';
import { addDocumentRoutes } from './native/document-routes.js';
import { addOrderDocumentsRoute } from './native/order-documents-route.js';
import type { ConsignmentReads } from '../consignments/consignments.js';
import type { ExecuteConsignment } from '../consignments/execute-consignment.js';
import { createConsignmentAccess } from './consignment-access.js';
import { addConsignmentPaperRoutes } from './native/consignment-paper-routes.js';
import { addConsignmentRoutes } from './native/consignment-routes.js';
import { addDraftConfirmRoutes } from './native/draft-confirm-routes.js';
import { addDraftConsentRoutes } from './native/draft-consent-routes.js';
import { addDraftRoutes } from './native/draft-routes.js';
import { addDraftOrderLinkRoutes } from './native/draft-order-link-routes.js';
import { addDraftOrderRoutes, type DraftOrderServices } from './native/draft-order-routes.js';
import { addEditRoutes, addEditRuleDefaultRoutes } from './native/edit-routes.js';
import { addListRoute } from './native/list-route.js';
import { addReturnRoutes } from './native/return-routes.js';
import { addStatisticsRoute } from './native/statistics-route.js';
import { addExportRoute } from './native/export-route.js';
import { addImportRoutes } from './native/import-routes.js';
import { addMailRoutes } from './native/mail-routes.js';
import type { OrderReads } from './native/order-reads.js';
import { addOrderRoutes } from './native/order-routes.js';
import { addPreviewRoutes } from './native/preview-routes.js';
import { addCreditRoutes, type CreditServices } from './native/credit-routes.js';
import { addPaymentProviderRoutes, type ProviderServices } from './native/payment-provider-routes.js';
import { addKeyRoutes } from './native/key-routes.js';
import { addMeRoute } from './native/me-route.js';
import { addForgettingRoutes } from './native/forgetting-routes.js';
import { addPermissionRoutes } from './native/permission-routes.js';
import { addRoleRoutes } from './native/role-routes.js';
import type { SettingServices } from './native/setting-services.js';
import { addSettingsRoutes } from './native/settings-routes.js';
import { addStreamRoute } from './native/stream-route.js';
import { addTaskRoutes } from './native/task-routes.js';
import { addTaxDocumentRoutes, type TaxDocuments } from './native/tax-document-routes.js';
import { REQUEST_SCHEMAS, SHARED_SCHEMAS } from './native/schemas/components.js';
import { describeApi } from './openapi.js';
import { addOidcRoutes, type OidcServices } from './native/oidc-routes.js';
import { addSessionRoutes, type SessionServices } from './native/session-routes.js';
import { addUserRoutes } from './native/user-routes.js';
import { createMailAccess } from './mail-access.js';
import { createOrderAccess } from './order-access.js';
import { sendProblem } from './problem.js';
import { rememberRoutes } from './routes.js';
import { createRateLimits, type RateLimits } from './rate-limits.js';
import { serveRefusalsPage } from './refusals-page.js';
import { serveScreens } from './screens.js';
import { acceptCookies } from './session-cookie.js';
import { createErrorFinder, createValidatorCompiler } from './validation.js';
import { addProviderEventsRoute } from './provider-events.js';
import { createShopperAccess } from './shopper-access.js';
import { addOwnEditRoutes } from './native/account/own-edit-routes.js';
import { createShopperConsents } from './shopper-consents.js';
import { VTEX_PREFIXES, vtexRoutes } from './vtex/vtex-routes.js';
import { addRoutes, speakVtex } from './vtex/dialect.js';
import { sendError } from './vtex/errors.js';
import { createSavedQueries } from './native/saved-queries.js';
import { addViewRoutes } from './native/view-routes.js';
import type { PageDecider } from '../feed/decide-page.js';
import type { FeedServices } from '../feed/feed-services.js';
import type { Forgettings } from '../forgetting/forgettings.js';
import type { DraftConsents } from '../edits/draft-consents.js';
import type { OrderDrafts } from '../edits/order-drafts.js';
import type { OrderViews } from '../views/order-views.js';

export interface ApiDependencies {
  readonly version: string;
  /** `health`: nothing but /healthz, /readyz and /metrics, for a process that only works behind the log. */
  readonly routes: 'all' | 'health';
  /** Of one credential, or of one address of strangers; 0: as many as they like. */
  readonly requestsPerMinute: number;
  /** Watches every request; absent: there are no traces. */
  readonly trace?: (app: FastifyInstance) => void;
  /** Addresses and networks whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  readonly logger: FastifyBaseLogger;
  readonly appKeys: AppKeys;
  readonly keys: Keys;
  readonly roles: Roles;
  readonly execute: Execute;
  readonly placeGroup: PlaceGroup;
  readonly previews: Previews;
  readonly orders: OrderReads;
  readonly history: OrderHistory;
  readonly changes: OrderChanges;
  readonly settings: SettingServices;
  readonly mails: Mails;
  readonly keptAnswers: KeptAnswers;
  readonly tasks: AccountTasks;
  readonly taxDocuments: TaxDocuments;
  readonly imports: Imports;
  readonly views: OrderViews;
  readonly forgettings: Forgettings;
  readonly newViewId: () => string;
  readonly drafts: OrderDrafts;
  readonly consignments: ConsignmentReads;
  readonly executeConsignment: ExecuteConsignment;
  readonly consents: DraftConsents;
  readonly draftOrders: DraftOrderServices;
  /** 32 lower hex, different each time. */
  readonly newReceipt: () => string;
  readonly people: SessionServices;
  /** Null: nobody logs in elsewhere. */
  readonly oidc: OidcServices | null;
  readonly shoppers: ShopperServices;
  readonly feeds: FeedServices;
  readonly providers: ProviderServices;
  readonly credits: CreditServices;
  /** Orders as the expressions of feeds read them. */
  readonly documents: PageDecider['documents'];
  readonly metrics: Metrics;
  /** The present instant, ISO 8601 in UTC. */
  readonly now: () => string;
  /** Rejects while the database cannot be used. */
  readonly probe: () => Promise<void>;
}

const BODY_BYTES = 1024 * 1024;

/** A stream at rest costs a look each second for its account, and 64 KB at most while its reader is slow. */
const STREAM_LIMITS = { caller: 10, process: 200, heartbeat: 20_000, patience: 30_000, lifetime: 900_000 };

/** The HTTP server with all its routes, not yet listening. Closing it drains what runs. */
export async function buildApi(dependencies: ApiDependencies): Promise<FastifyInstance> {
  const { version, logger, metrics } = dependencies;
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIds(),
    bodyLimit: BODY_BYTES,
    trustProxy: dependencies.trustedProxies.length > 0 && [...dependencies.trustedProxies],
    // A sender that trickles its request in must not hold a socket for ever.
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_error, _request, reply) => void sendProblem(reply, 'url_invalid'),
    clientErrorHandler: answerBrokenConnections,
  });
  rememberRoutes(app);
  stateBodyLimits(app, BODY_BYTES);
  dependencies.trace?.(app);
  // Here and not where callers are found: public routes have the property too, and it is null.
  app.decorateRequest('caller', null);
  app.decorateRequest('session', null);
  app.decorateRequest('visitor', null);
  app.setValidatorCompiler(createValidatorCompiler(REQUEST_SCHEMAS));
  // A compiled serialiser saves 3 of some 110 microseconds a placement, costs its compilation at each start, and drops
  // in silence what its schema forgot. Tests compare every answer with its schema instead.
  app.setSerializerCompiler(() => jsonOf);
  for (const schema of SHARED_SCHEMAS) app.addSchema(schema);
  answerFailures(app, createErrorFinder(REQUEST_SCHEMAS));
  acceptJsonOnly(app);
  sendLongAnswersAsBytes(app);
  await acceptCookies(app);
  logRequests(app);
  serveHealth(app, dependencies);
  serveMetrics(app, metrics);
  if (dependencies.routes === 'health') return app;
  await describeApi(app, version);
  serveRefusalsPage(app);
  serveLogVerifier(app);
  const limits = await createRateLimits(app, dependencies.requestsPerMinute);
  await app.register(sessions(dependencies, limits), { prefix: '/api/v1' });
  await app.register(native(dependencies, limits), { prefix: '/api/v1/admin' });
  await app.register(account(dependencies, limits), { prefix: '/api/v1/account' });
  await app.register(providerEvents(dependencies, limits), { prefix: '/api/payments' });
  for (const prefix of VTEX_PREFIXES) await app.register(vtex(dependencies, limits, prefix), { prefix });
  await serveScreens(app, (path, reply) => {
    const vtexAddress = VTEX_PREFIXES.some((prefix) => path.startsWith(prefix));
    if (vtexAddress) sendError(reply, 'route_not_found');
    return vtexAddress;
  });
  return app;
}

const native =
  (dependencies: ApiDependencies, limits: RateLimits) =>
  (scope: FastifyInstance, _options: object, done: () => void): void => {
    const { appKeys, people, history, now, metrics } = dependencies;
    requirePermissions(scope, { appKeys, ...people }, limits);
    refusePreviewsElsewhere(scope);
    takeNoBodyAsEmpty(scope);
    const onceOf = createOnceOf(dependencies.keptAnswers);
    const orders = createOrderAccess(
      dependencies.orders,
      dependencies.changes,
      dependencies.execute,
      dependencies.previews,
      dependencies.placeGroup,
    );
    const streams = createOpenStreams(STREAM_LIMITS);
    // Before the server waits for its requests: these would never end by themselves.
    scope.addHook('preClose', (closed) => {
      streams.endAll();
      closed();
    });
    addOrderRoutes(scope, { orders, history, metrics });
    addPreviewRoutes(scope, orders);
    addBulkRoute(scope, orders, metrics);
    const saved = createSavedQueries(scope, dependencies.views, now);
    addListRoute(scope, { orders, saved, now });
    addDocumentRoutes(scope, orders);
    addOrderDocumentsRoute(scope, { orders, history });
    addReturnRoutes(scope, { orders, returns: dependencies.settings.returns, now });
    addEditRuleDefaultRoutes(scope);
    addEditRoutes(scope, { orders, editRules: dependencies.settings.editRules });
    const drafting = { orders, history, drafts: dependencies.drafts, now, onceOf };
    addDraftRoutes(scope, drafting);
    addDraftConfirmRoutes(scope, drafting);
    addDraftConsentRoutes(scope, { ...drafting, consents: dependencies.consents });
    addDraftOrderRoutes(scope, dependencies.draftOrders, onceOf);
    addDraftOrderLinkRoutes(scope, dependencies.draftOrders.draftOrders, onceOf);
    addStatisticsRoute(scope, { orders, now });
    addExportRoute(scope, { orders, saved, now });
    addViewRoutes(scope, { views: dependencies.views, saved, newViewId: dependencies.newViewId });
    addHistoryRoutes(scope, { orders, history, now });
    addChangeLogRoute(scope, { orders, history });
    const consignments = createConsignmentAccess(orders, dependencies.consignments, dependencies.executeConsignment);
    addPaperRoutes(scope, { orders, now });
    addConsignmentRoutes(scope, { consignments, orders, now });
    addConsignmentPaperRoutes(scope, { consignments, now });
    addStreamRoute(scope, orders, streams);
    addSettingsRoutes(scope, dependencies.settings, now, onceOf);
    addPaymentProviderRoutes(scope, dependencies.providers, orders, now);
    addCreditRoutes(scope, dependencies.credits, dependencies.settings.changes, now);
    addMeRoute(scope);
    addKeyRoutes(scope, dependencies.keys, dependencies.settings.changes, onceOf);
    addPermissionRoutes(scope);
    addRoleRoutes(scope, dependencies.roles, dependencies.settings.changes);
    addImportRoutes(scope, dependencies.imports);
    addMailRoutes(scope, createMailAccess(dependencies.mails, orders), dependencies.now, onceOf);
    addTaskRoutes(scope, dependencies.tasks);
    addTaxDocumentRoutes(scope, orders, dependencies.taxDocuments);
    addUserRoutes(scope, people, dependencies.settings.changes);
    addFeedRoutes(scope, { ...dependencies.feeds, now: dependencies.now }, orders, dependencies.documents);
    addForgettingRoutes(scope, dependencies.forgettings);
    addGuestLinkRoutes(scope, orders, dependencies.shoppers.guestLinks, onceOf);
    done();
  };

const account =
  (dependencies: ApiDependencies, limits: RateLimits) =>
  (scope: FastifyInstance, _options: object, done: () => void): void => {
    const { shoppers, orders, execute, settings, now } = dependencies;
    refusePreviewsElsewhere(scope);
    takeNoBodyAsEmpty(scope);
    addAccountRoutes(scope, shoppers, createShopperAccess(orders, execute), settings.returns, now, limits);
    addOwnEditRoutes(scope, createShopperConsents(dependencies));
    done();
  };

const providerEvents =
  ({ providers, now }: ApiDependencies, limits: RateLimits) =>
  (scope: FastifyInstance, _options: object, done: () => void): void => {
    addProviderEventsRoute(scope, providers, now, limits);
    done();
  };

/** The addresses of VTEX that begin with the prefix. */
const vtex =
  (dependencies: ApiDependencies, limits: RateLimits, prefix: string) =>
  (scope: FastifyInstance, _options: object, done: () => void): void => {
    const { appKeys, people, now } = dependencies;
    requirePermissions(scope, { appKeys, ...people }, limits);
    speakVtex(scope);
    const { orders, changes, execute, previews, placeGroup } = dependencies;
    const access = createOrderAccess(orders, changes, execute, previews, placeGroup);
    const own = { orders: access, now, newReceipt: dependencies.newReceipt };
    addRoutes(scope, prefix, vtexRoutes(own, { ...dependencies.feeds, now }));
    done();
  };

const sessions =
  ({ appKeys, people, oidc }: ApiDependencies, limits: RateLimits) =>
  (scope: FastifyInstance, _options: object, done: () => void): void => {
    requirePermissions(scope, { appKeys, ...people }, limits);
    takeNoBodyAsEmpty(scope);
    addSessionRoutes(scope, people, oidc?.provider.name ?? null);
    if (oidc !== null) addOidcRoutes(scope, oidc);
    done();
  };

/** A command without fields may be sent without a body. */
function takeNoBodyAsEmpty(scope: FastifyInstance): void {
  scope.addHook('preValidation', (request, _reply, next) => {
    if (request.body === undefined && request.method !== 'GET' && request.method !== 'HEAD') request.body = {};
    next();
  });
}

/** Unique over restarts and processes, cheap, and short enough to be read out on the telephone. */
function requestIds(): () => string {
  const process = randomBytes(4).toString('hex');
  let count = 0;
  return () => `${process}-${(count += 1).toString(36)}`;
}
