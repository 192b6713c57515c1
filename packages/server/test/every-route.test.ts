import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { isPermission, type Permission, PERMISSIONS } from '../src/access/permissions.js';
import { type Route, routesOf } from '../src/api/routes.js';
import { homeOf, type Home, MARK, openOther, type Other } from './home-and-other.js';
import { type ApiDocument, type Operation, valueOf } from './requests-by-schema.js';
import { createTestApi, type TestApi } from './setup/api.js';
import { bearer, place, rows, signIn } from './shoppers.js';

/**
 * Every route of the server, found in the server itself: who may not call it gets nothing from it and changes nothing by
 * it. A new route is covered without a change here; one that anybody may call has to be added to `OPEN`.
 */

/** Pages about the server, behind which nothing of an account lies. */
const PAGES = [
  '/',
  '/healthz',
  '/readyz',
  '/metrics',
  '/docs',
  '/docs/',
  '/docs/json',
  '/docs/yaml',
  '/docs/static/*',
  '/docs/static/index.html',
  '/docs/static/swagger-initializer.js',
  '/docs/refusals',
  '/docs/refusals/:code',
  '/docs/verify-order-log.mjs',
];
/** What a stranger calls to become somebody. */
const OPEN = [
  'GET /*',
  'GET /api/v1/login-methods',
  'GET /api/v1/session/oidc',
  'GET /api/v1/session/oidc/callback',
  'POST /api/payments/:account/:provider/events',
  'POST /api/v1/account/sign-in',
  'POST /api/v1/account/sign-in/confirm',
  'POST /api/v1/invitations/accept',
  'POST /api/v1/password-reset',
  'POST /api/v1/password-reset/confirm',
  'POST /api/v1/session',
];

const GIVEN_IDS = /:(orderId|viewId|mailId|userId|sessionId|linkId|key)\b/;

type Headers = Readonly<Record<string, string>>;

const oidc = {
  issuer: new URL('http://127.0.0.1:1'),
  clientId: 'docket',
  clientSecret: 'secret',
  name: 'Example',
  defaultRole: undefined,
};

let api: TestApi;
let document: ApiDocument;
let home: Home;
let other: Other;
let closed: readonly Route[];

beforeAll(async () => {
  api = await createTestApi({ oidc });
  document = api.api.swagger() as unknown as ApiDocument;
  home = await homeOf(api);
  other = await openOther(api);
  closed = routesOf(api.api).filter(({ permission }) => permission !== undefined && permission !== 'public');
  for (const name of Object.keys(PERMISSIONS)) {
    const without = Object.keys(PERMISSIONS).filter((each) => each !== name);
    await makeKey(`without:${name}`, without);
    await makeKey(`only:${name}`, [name]);
  }
}, 60_000);
afterAll(() => api.end());

const makeKey = (key: string, permissions: readonly string[]) =>
  ensureAppKey(api.database.serving, 'default', { key, token: 'token', permissions });

const asKey = (key: string, token = 'token'): Headers => ({
  'x-vtex-api-appkey': key,
  'x-vtex-api-apptoken': token,
});

const operationOf = ({ method, url }: Route): Operation | undefined =>
  document.paths[url.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];

const nameOf = ({ method, url }: Route): string => `${method} ${url}`;

/** Routes whose token stands in their path, and is all that anybody shows. */
const OPENED_BY_TOKEN: ReadonlySet<string> = new Set(['guest', 'draft_guest']);

/** Its address with ids of the account at home, and what it must have in its query. */
function addressOf(route: Route, token: string): string {
  const path = route.url.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(
      name === 'token' && OPENED_BY_TOKEN.has(route.permission ?? '') ? token : home.idOf(name, route.url),
    ),
  );
  const query = new URLSearchParams();
  for (const { name, in: part, required, schema } of operationOf(route)?.parameters ?? []) {
    if (part === 'query' && required === true) query.set(name, String(sampleOf(schema)));
  }
  const address = query.size === 0 ? path : `${path}?${query.toString()}`;
  // A live stream from a position that is not there yet is refused; any other would not end.
  return streams(route) ? `${path}?from=999999999` : address;
}

const streams = (route: Route): boolean =>
  operationOf(route)?.responses['200']?.content?.['text/event-stream'] !== undefined;

const sampleOf = (schema: Parameters<typeof valueOf>[1]): unknown =>
  fc.sample(valueOf(document, schema), { seed: 7, numRuns: 1 })[0];

async function call(route: Route, headers: Headers, token = 'default.x') {
  const schema = operationOf(route)?.requestBody?.content['application/json']?.schema;
  const { statusCode: status, body } = await api.api.inject({
    method: route.method as 'GET',
    url: addressOf(route, token),
    headers: schema === undefined ? { ...headers } : { ...headers, 'content-type': 'application/json' },
    ...(schema === undefined ? {} : { payload: JSON.stringify(sampleOf(schema)) }),
  });
  expect(status, `${nameOf(route)} ${body}`).toBeLessThan(500);
  return { status, text: body, problem: status < 400 || body === '' ? null : (JSON.parse(body) as Problem) };
}

interface Problem {
  /** Undefined where another dialect refuses in a shape of its own. */
  readonly code?: string;
  readonly details?: { readonly permission?: string };
}

/** What reads goes first, and what ends the caller's own session last. */
const inTurn = (routes: readonly Route[]): readonly Route[] => {
  const turn = ({ method, url }: Route): number =>
    method === 'GET' ? 0 : method === 'DELETE' ? 2 + 1 / url.length : 1;
  return routes.filter(({ method }) => method !== 'HEAD').toSorted((a, b) => turn(a) - turn(b));
};

describe('a route that anybody may call', () => {
  it('is one of the list', () => {
    const routes = routesOf(api.api).filter(({ method }) => method !== 'HEAD');
    const pages = routes.filter(({ permission }) => permission === undefined).map(({ url }) => url);
    const open = routes.filter(({ permission }) => permission === 'public').map(nameOf);
    expect(pages.filter((url) => !PAGES.includes(url))).toEqual([]);
    expect(open.sort()).toEqual(OPEN);
  });
});

describe('every other route', () => {
  it('answers a stranger, and who has a wrong token, with nothing', async () => {
    expect(closed.length).toBeGreaterThan(100);
    const strangers: Headers[] = [
      {},
      asKey('docket-demo', 'wrong'),
      asKey('nobody'),
      { authorization: 'Bearer default.x' },
      { cookie: 'docket_session=x; docket_shopper=default.x', 'docket-csrf': 'x' },
    ];
    for (const route of closed) {
      for (const headers of strangers) {
        const { status } = await call(route, headers);
        // A link that opens nothing is no question of credentials.
        expect(status, nameOf(route)).toBe(OPENED_BY_TOKEN.has(route.permission ?? '') ? 404 : 401);
      }
    }
  });

  it('opens to a key only where staff work, and to a shopper only where shoppers do', async () => {
    for (const route of closed) {
      const ofStaff = route.permission === 'authenticated' || isPermission(route.permission ?? '');
      if (OPENED_BY_TOKEN.has(route.permission ?? '')) continue;
      if (!ofStaff) expect((await call(route, home.key)).status, nameOf(route)).toBe(401);
      if (route.permission === 'shopper') continue;
      const { status } = await call(route, { authorization: other.shopper['authorization'] ?? '' });
      expect(status, nameOf(route)).toBe(401);
    }
  });

  it('shows its owner what the others must not see', async () => {
    const told: string[] = [];
    for (const route of inTurn(closed)) {
      if (route.method !== 'GET' || !isPermission(route.permission ?? '')) continue;
      if ((await call(route, home.key)).text.includes(MARK)) told.push(nameOf(route));
    }
    expect(told.length).toBeGreaterThan(20);
  });

  it.each(['key', 'person', 'shopper'] as const)(
    'shows the %s of another account nothing, and takes no change from them',
    async (who) => {
      const before = await home.fingerprint();
      for (const route of inTurn(closed)) {
        const token = route.permission === 'draft_guest' ? other.draftToken : other.guestToken;
        const answer = await call(route, other[who], token);
        expect(answer.text, nameOf(route)).not.toContain(MARK);
        const sent = addressOf(route, token);
        for (const id of home.ids.filter((each) => !sent.includes(encodeURIComponent(each)))) {
          expect(answer.text, nameOf(route)).not.toContain(id);
        }
        // Ids that Docket gave name nothing there; the history of a name that never was is an empty page.
        if (!GIVEN_IDS.test(route.url) || route.url.endsWith('/changes')) continue;
        expect([400, 401, 403, 404, 422], `${nameOf(route)} ${answer.text}`).toContain(answer.status);
      }
      expect(await home.fingerprint()).toEqual(before);
    },
  );

  it('shows a shopper the orders of no other, and a link one order', async () => {
    const mine = await place(api, { buyer: { email: 'berta@shop.example' } });
    const others = () => rows(api, 'select stream_id, count(*) from events where stream_id <> $1 group by 1 order by 1', [mine]); // prettier-ignore
    const before = await others();
    const berta = bearer(await signIn(api, 'berta@shop.example')).headers;
    const link = await api.ask('POST', `/api/v1/admin/orders/${mine}/guest-links`, { body: {} });
    const { token } = link.body as unknown as { token: string };
    let seen = 0;
    for (const route of inTurn(closed)) {
      if (route.permission !== 'shopper' && route.permission !== 'guest') continue;
      if (route.method === 'DELETE') continue;
      const { status, text } = await call(route, berta, token);
      expect(text, nameOf(route)).not.toContain(MARK);
      // Nothing of her order has arrived, so none of it comes back; and she was asked about no change of it.
      const isOfReturn =
        /\/returns(\/|$)|\/edits\//.test(route.url) && nameOf(route) !== 'GET /api/v1/account/guest/:token/returns';
      if (route.permission === 'guest' && isOfReturn)
        expect([404, 409, 422], `${nameOf(route)} ${text}`).toContain(status);
      else if (route.permission === 'guest') expect(status, `${nameOf(route)} ${text}`).toBe(200);
      else if (route.url.includes(':orderId')) expect(status, nameOf(route)).toBe(404);
      if (text.includes(mine)) seen += 1;
    }
    expect(seen).toBeGreaterThan(2);
    // Her link cancelled her own order, and nothing happened to any other.
    expect(await others()).toEqual(before);
  });

  it('asks for its permission: all others together do not do', async () => {
    const wrong: string[] = [];
    for (const route of closed) {
      const permission = route.permission ?? '';
      if (!isPermission(permission) || route.method === 'HEAD') continue;
      const { status, problem } = await call(route, asKey(`without:${permission}`));
      // Another dialect refuses in a shape of its own, which does not name it.
      const named = problem?.code === undefined ? permission : problem.details?.permission;
      if (status !== 403 || named !== permission) wrong.push(`${nameOf(route)} ${status} ${String(named)}`);
    }
    expect(wrong).toEqual([]);
  });

  it('asks for no other permission than it says', async () => {
    const wrong: string[] = [];
    for (const route of inTurn(closed)) {
      const { permission = '', further } = route;
      const key = permission === 'authenticated' ? 'only:stock.view' : `only:${permission}`;
      if (!isPermission(permission) && permission !== 'authenticated') continue;
      const { status, problem } = await call(route, asKey(key));
      if (problem?.code === undefined ? status !== 403 : problem.code !== 'permission_missing') continue;
      const missing = problem?.details?.permission ?? further[0];
      if (!further.includes(missing as Permission)) wrong.push(`${nameOf(route)} ${String(missing)}`);
    }
    expect(wrong).toEqual([]);
  });
});
