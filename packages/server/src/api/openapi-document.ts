import { pino } from 'pino';
import { createMetrics } from '../metrics/metrics.js';
import type { Announcements } from '../users/announcements.js';
import type { Staff } from '../users/staff.js';
import { buildApi } from './server.js';

/**
 * The OpenAPI document without a database: the same routes as a server has, none of which is ever asked. For
 * `docs/reference/openapi.json`.
 */
export async function renderOpenApi(version: string): Promise<string> {
  const unused = (): never => {
    throw new Error('a server that only describes itself was asked');
  };
  const rows = { get: unused, page: unused, load: unused, change: unused, remove: unused };
  const app = await buildApi({
    routes: 'all',
    requestsPerMinute: 0,
    trustedProxies: [],
    version,
    logger: pino({ level: 'silent' }),
    metrics: createMetrics(version),
    appKeys: { cached: unused, authenticate: unused, drop: unused },
    keys: {
      page: unused,
      find: unused,
      create: unused,
      change: unused,
      rotate: unused,
      revoke: unused,
      remove: unused,
    },
    roles: { page: unused, find: unused, permissionsOf: unused, create: unused, change: unused, remove: unused },
    execute: unused,
    placeGroup: unused,
    previews: { foresee: unused, make: unused, find: unused, commit: unused },
    orders: {
      load: unused,
      loadMany: unused,
      list: unused,
      statistics: unused,
      breakDown: unused,
      tally: unused,
      documents: unused,
    },
    history: { asOf: unused, versionAt: unused, page: unused, events: unused, exported: unused },
    changes: { head: unused, follow: unused },
    settings: {
      documentTypes: rows,
      targetFields: rows,
      stores: rows,
      channels: rows,
      stockPlaces: rows,
      products: rows,
      shippingMethods: rows,
      carriers: rows,
      pickupPoints: rows,
      holdTypes: rows,
      returnPolicies: rows,
      returnReasons: rows,
      returns: { of: unused },
      editRules: rows,
      customers: rows,
      priceLists: rows,
      promotions: rows,
      coupons: rows,
      paymentProviders: rows,
      taxRates: rows,
      taxSettings: rows,
      taxes: { licenceKeys: { set: unused }, check: unused },
      couponsOfPromotion: unused,
      pricing: { entries: rows, pageOfEntries: unused, quote: unused },
      findCustomers: unused,
      findProducts: unused,
      account: { settings: rows, create: unused, installation: 'default' },
      workflows: { rows, count: unused, version: unused },
      stock: { set: unused, adjust: unused, page: unused, reservations: unused, movements: unused },
      changes: { list: unused },
    },
    mails: { list: unused, find: unused, resend: unused },
    keptAnswers: { once: unused },
    tasks: { page: unused, restart: unused },
    taxDocuments: {
      ofOrder: unused,
      exchanges: unused,
      list: unused,
      sendAgain: unused,
      startRun: unused,
      runs: unused,
    },
    imports: {
      create: unused,
      addFile: unused,
      start: unused,
      cancel: unused,
      find: unused,
      list: unused,
      rejections: unused,
    },
    views: { page: unused, read: unused, add: unused, change: unused, remove: unused },
    forgettings: { preview: unused, forget: unused },
    newViewId: unused,
    drafts: { add: unused, find: unused, page: unused, change: unused },
    consignments: { load: unused, list: unused, events: unused, couldJoin: unused },
    executeConsignment: unused,
    consents: { ask: unused, withdraw: unused, ofOrder: unused, answer: unused },
    draftOrders: {
      draftOrders: {
        add: unused,
        find: unused,
        page: unused,
        changes: unused,
        foresee: unused,
        change: unused,
        send: unused,
        cancel: unused,
        reopen: unused,
        duplicate: unused,
        links: unused,
        revokeLink: unused,
      },
      placing: { place: unused, accept: unused },
    },
    newReceipt: unused,
    feeds: {
      feeds: {
        page: unused,
        find: unused,
        exists: unused,
        add: unused,
        change: unused,
        remove: unused,
        pause: unused,
        resume: unused,
      },
      items: { take: unused, commit: unused, page: unused, replay: unused },
      deliveries: { page: unused },
      expressions: { check: unused, test: unused, evaluate: unused, close: unused },
      poster: { post: unused, refuses: unused },
      seal: { seal: unused, open: unused, sealAnswer: unused, openAnswer: unused },
    },
    providers: {
      secrets: { names: unused, change: unused },
      open: unused,
      log: { keep: unused, page: unused },
      inbox: { receive: unused, page: unused, retry: unused, ignore: unused },
      eventsUrl: unused,
    },
    credits: {
      credits: {
        page: unused,
        find: unused,
        findByCode: unused,
        put: unused,
        setCode: unused,
        adjust: unused,
        movements: unused,
      },
      hashOf: unused,
    },
    documents: { docket: unused, vtex: unused },
    people: {
      staff: {} as Staff,
      announcements: {} as Announcements,
      publicUrl: new URL('http://127.0.0.1'),
      demo: null,
    },
    oidc: null,
    shoppers: {
      signIn: { ask: unused, confirm: unused },
      sessions: { start: unused, find: unused, end: unused, endAll: unused },
      guestLinks: { make: unused, issue: unused, revokeIn: unused, list: unused, revoke: unused, open: unused },
      draftOrderVisits: { open: unused, look: unused, accept: unused },
      publicUrl: new URL('http://127.0.0.1'),
      defaultAccount: 'default',
    },
    now: unused,
    probe: unused,
  });
  await app.ready();
  const document = `${JSON.stringify(app.swagger(), null, 2)}\n`;
  await app.close();
  return document;
}
