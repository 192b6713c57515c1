import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { BUILT_IN_ROLES } from '../src/access/built-in-roles.js';
import { PERMISSIONS } from '../src/access/permissions.js';
import { rowsOf } from './write-path.js';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';

const DEMO = { key: 'docket-demo', token: 'docket-demo-token', permissions: ['*'] };
const keys = `${ADMIN}/keys`;
const roles = `${ADMIN}/roles`;

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  for (const store of ['a', 'b']) await api.ask('PUT', `${ADMIN}/stores/${store}`, { body: { name: store } });
});
afterAll(() => api.end());

interface MadeKey {
  readonly key: string;
  readonly secret: string;
  readonly tokens: readonly { readonly token: number; readonly lastUsedAt: string | null }[];
}

/** Makes a key as an administrator and answers how to send it. */
async function made(settings: object): Promise<MadeKey & { readonly headers: Record<string, string> }> {
  const answer = await api.ask('POST', keys, { body: { label: 'test', ...settings } });
  expect(answer, answer.text).toMatchObject({ status: 201 });
  const key = answer.body as unknown as MadeKey;
  return { ...key, headers: as(key.key, key.secret) };
}

const as = (key: string, token: string): Record<string, string> => ({
  'x-vtex-api-appkey': key,
  'x-vtex-api-apptoken': token,
});

const changesOf = async (path: string) => (await api.ask('GET', `${ADMIN}${path}/changes`)).body.items;

describe('a key', () => {
  it('is made with a token that is shown once, begins with dkt_ and is stored as a hash', async () => {
    const answer = await api.ask('POST', keys, { body: { label: 'ERP', permissions: ['orders.view'] } });
    expect(answer.headers['cache-control']).toBe('no-store');
    const { key, secret } = answer.body as unknown as MadeKey;
    expect(secret).toMatch(/^dkt_[\w-]{43}$/);
    expect(key).toMatch(/^default-[0-9a-f]{16}$/);
    const read = await api.ask('GET', `${keys}/${key}`);
    expect(read.text).not.toContain(secret);
    expect(read.body).toMatchObject({
      label: 'ERP',
      createdBy: 'key:docket-demo',
      expiresAt: null,
      lastUsedAt: null,
      tokens: [{ token: 1, ending: secret.slice(-4) }],
    });
    const { rows } = await api.database.owner.query("select encode(token_sha256, 'hex') from app_key_tokens");
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(await changesOf(`/keys/${key}`))).not.toContain(secret);
  });

  it('may do what its permissions and its roles say together, and nothing else', async () => {
    const { headers } = await made({ permissions: ['stock.view'], roles: ['warehouse', 'viewer'] });
    expect((await api.ask('GET', `${ADMIN}/stock`, { headers })).status).toBe(200);
    expect((await api.ask('GET', `${ADMIN}/orders`, { headers })).status).toBe(200);
    expect((await api.ask('GET', `${ADMIN}/customers`, { headers })).status).toBe(403);
    const me = (await api.ask('GET', `${ADMIN}/me`, { headers })).body;
    expect(me).toMatchObject({ kind: 'key', account: 'default', scope: { stores: null, seller: null, own: false } });
    expect(me).toHaveProperty('permissions', expect.arrayContaining(['orders.ship', 'stock.view']));
  });

  it('opens nothing from its expiry on', async () => {
    const { key, headers } = await made({ permissions: ['stock.view'], expiresAt: '2100-01-01T00:00:00Z' });
    expect((await api.ask('GET', `${ADMIN}/stock`, { headers })).status).toBe(200);
    await api.ask('PATCH', `${keys}/${key}`, { body: { expiresAt: '2020-01-01T00:00:00Z' } });
    expect((await api.ask('GET', `${ADMIN}/stock`, { headers })).status).toBe(401);
    await api.ask('PATCH', `${keys}/${key}`, { body: { expiresAt: null } });
    expect((await api.ask('GET', `${ADMIN}/stock`, { headers })).status).toBe(200);
  });

  it('changes at once, and keeps what is not named', async () => {
    const { key, headers } = await made({ permissions: ['stock.view'], roles: ['viewer'], scope: { stores: ['a'] } });
    const changed = await api.ask('PATCH', `${keys}/${key}`, { body: { label: 'new', roles: [] } });
    expect(changed.body).toMatchObject({
      label: 'new',
      permissions: ['stock.view'],
      roles: [],
      scope: { stores: ['a'] },
    });
    expect((await api.ask('GET', `${ADMIN}/orders`, { headers })).status).toBe(403);
    expect((await api.ask('GET', `${ADMIN}/stock`, { headers })).status).toBe(200);
  });

  it('has two tokens while one takes the place of the other, and never three', async () => {
    const { key, secret } = await made({ permissions: ['stock.view'] });
    const rotated = (await api.ask('POST', `${keys}/${key}/tokens`, { body: {} })).body as unknown as MadeKey;
    expect(rotated.tokens.map(({ token }) => token)).toEqual([1, 2]);
    const opens = async (token: string) => (await api.ask('GET', `${ADMIN}/stock`, { headers: as(key, token) })).status;
    expect([await opens(secret), await opens(rotated.secret)]).toEqual([200, 200]);
    const full = { status: 409, body: { code: 'key_tokens_full' } };
    expect(await api.ask('POST', `${keys}/${key}/tokens`, { body: {} })).toMatchObject(full);
    expect((await api.ask('DELETE', `${keys}/${key}/tokens/1`)).status).toBe(200);
    expect([await opens(secret), await opens(rotated.secret)]).toEqual([401, 200]);
    expect(await api.ask('DELETE', `${keys}/${key}/tokens/1`)).toMatchObject({
      status: 404,
      body: { code: 'key_token_not_found' },
    });
    const third = (await api.ask('POST', `${keys}/${key}/tokens`, { body: {} })).body as unknown as MadeKey;
    expect(third.tokens.map(({ token }) => token)).toEqual([2, 3]);
  });

  it('is gone when it was removed', async () => {
    const { key, headers } = await made({ permissions: ['stock.view'] });
    expect((await api.ask('GET', `${ADMIN}/stock`, { headers })).status).toBe(200);
    expect((await api.ask('DELETE', `${keys}/${key}`)).status).toBe(200);
    expect((await api.ask('GET', `${ADMIN}/stock`, { headers })).status).toBe(401);
    for (const method of ['GET', 'DELETE'] as const) {
      expect(await api.ask(method, `${keys}/${key}`)).toMatchObject({ status: 404, body: { code: 'key_not_found' } });
    }
  });

  it('leaves its feed paused when it was removed, and the reason says so', async () => {
    const { key, headers } = await made({ permissions: ['feeds.edit', 'feeds.view', 'feeds.take', 'orders.view'] });
    const body = { filter: { type: 'FromWorkflow', status: ['invoiced'] }, queue: { visibilityTimeoutInSeconds: 240 } };
    const set = await api.ask('POST', '/api/orders/feed/config', { headers, body });
    expect(set, set.text).toMatchObject({ status: 200 });
    expect((await api.ask('GET', '/api/orders/feed', { headers })).status).toBe(200);
    await api.ask('DELETE', `${keys}/${key}`);
    expect(
      await rowsOf(api, 'select paused_at is not null as paused, pause_reason from feeds', [], ['default']),
    ).toEqual([{ paused: true, pause_reason: `the key ${key}, to which it belongs, was removed` }]);
  });

  it('tells when each of its tokens was used last, written once a minute', async () => {
    const { key, headers } = await made({ permissions: ['stock.view'] });
    const before = new Date().toISOString();
    for (let n = 0; n < 5; n += 1) await api.ask('GET', `${ADMIN}/stock`, { headers });
    await expect
      .poll(async () => (await api.ask('GET', `${keys}/${key}`)).body)
      .toHaveProperty('tokens[0].lastUsedAt', expect.any(String));
    const read = (await api.ask('GET', `${keys}/${key}`)).body as unknown as MadeKey & { lastUsedAt: string };
    expect(read.lastUsedAt >= before).toBe(true);
    expect(read.tokens[0]?.lastUsedAt).toBe(read.lastUsedAt);
    await api.ask('GET', `${ADMIN}/stock`, { headers });
    expect((await api.ask('GET', `${keys}/${key}`)).body).toHaveProperty('lastUsedAt', read.lastUsedAt);
  });

  it('is listed page by page', async () => {
    await made({});
    await made({});
    const all: object[] = [];
    for (let pages = 0, after = ''; pages < 50; pages += 1) {
      const page = (await api.ask('GET', `${keys}?limit=1${after}`)).body;
      all.push(...page.items);
      if (page.next === null) break;
      after = `&after=${String(page.next)}`;
    }
    expect(all).toEqual((await api.ask('GET', keys)).body.items);
    expect(all.length).toBeGreaterThan(2);
  });

  it('stands in the history of settings with all but its secrets', async () => {
    const { key } = await made({ permissions: ['stock.view'] });
    const path = `${keys}/${key}`;
    await api.ask('PATCH', path, { body: { permissions: ['stock.edit'] } });
    await api.ask('POST', `${path}/tokens`, { body: {} });
    await api.ask('DELETE', path);
    expect(await changesOf(`/keys/${key}`)).toMatchObject([
      { action: 'removed', actor: 'key:docket-demo' },
      { fields: ['tokens'], before: { tokens: [1] }, after: { tokens: [1, 2] } },
      { before: { permissions: ['stock.view'] }, after: { permissions: ['stock.edit'] } },
      { action: 'created', before: null },
    ]);
  });
});

describe('nobody gives what they do not hold', () => {
  const helper = { permissions: ['access.view', 'access.edit', 'orders.view'] };

  it.each<[string, object, string, string]>([
    ['a permission', { permissions: ['orders.view', 'orders.refund'] }, 'permission_exceeded', '/permissions'],
    ['every permission', { permissions: ['*'] }, 'permission_exceeded', '/permissions'],
    ['a permission by a role', { roles: ['finance'] }, 'permission_exceeded', '/roles'],
    ['everything by a role', { roles: ['administrator'] }, 'permission_exceeded', '/roles'],
    ['a role that is none', { roles: ['nobody'] }, 'role_unknown', '/roles/0'],
  ])('%s', async (_what, given, code, pointer) => {
    const { headers, key } = await made(helper);
    const answer = await api.ask('POST', keys, { body: { label: 'x', ...given }, headers });
    expect(answer.body, answer.text).toMatchObject({ code, pointer });
    const own = await api.ask('PATCH', `${keys}/${key}`, { body: given, headers });
    expect(own.body, own.text).toMatchObject({ code, pointer });
  });

  it('for stores that there are; a store that was taken away since stands in the way of no other change', async () => {
    const give = (stores: readonly string[]) => api.ask('POST', keys, { body: { label: 'x', scope: { stores } } });
    expect(await give(['a', 'nowhere'])).toMatchObject({
      status: 422,
      body: { code: 'store_unknown', pointer: '/scope/stores/1', details: { store: 'nowhere' } },
    });
    await api.ask('PUT', `${ADMIN}/stores/fair`, { body: { name: 'Fair' } });
    const { key } = (await give(['fair'])).body as unknown as MadeKey;
    await api.ask('DELETE', `${ADMIN}/stores/fair`);
    expect((await api.ask('PATCH', `${keys}/${key}`, { body: { label: 'y' } })).status).toBe(200);
    const more = await api.ask('PATCH', `${keys}/${key}`, { body: { scope: { stores: ['fair', 'moon'] } } });
    expect(more).toMatchObject({ status: 422, body: { code: 'store_unknown', pointer: '/scope/stores/1' } });
    // No table of sellers exists: who sells is a name on the lines of orders.
    expect((await api.ask('PATCH', `${keys}/${key}`, { body: { scope: { seller: 'anybody' } } })).status).toBe(200);
  });

  it('within a scope no wider than their own', async () => {
    const { headers, key } = await made({ ...helper, scope: { stores: ['a', 'b'], seller: 'clay' } });
    const give = (scope?: object) =>
      api.ask('POST', keys, { body: { label: 'x', ...(scope === undefined ? {} : { scope }) }, headers });
    expect((await give({ stores: ['a'], seller: 'clay' })).status).toBe(201);
    expect((await give({ stores: ['a'], seller: 'clay', own: true })).status).toBe(201);
    for (const scope of [undefined, {}, { stores: ['a'] }, { seller: 'clay' }, { stores: ['c'], seller: 'clay' }]) {
      expect(await give(scope)).toMatchObject({ status: 403, body: { code: 'scope_exceeded', pointer: '/scope' } });
    }
    const own = await api.ask('PATCH', `${keys}/${key}`, { body: { scope: {} }, headers });
    expect(own.body).toMatchObject({ code: 'scope_exceeded' });
  });

  it('nor takes over a key that may do more: rotating, revoking, removing or changing it', async () => {
    const { headers } = await made(helper);
    const strong = await made({ permissions: ['orders.refund'] });
    const at = `${keys}/${strong.key}`;
    const answers = [
      await api.ask('POST', `${at}/tokens`, { body: {}, headers }),
      await api.ask('DELETE', `${at}/tokens/1`, { headers }),
      await api.ask('DELETE', at, { headers }),
      await api.ask('PATCH', at, { body: { label: 'mine' }, headers }),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ status: 403, body: { code: 'permission_exceeded' } });
    expect((await api.ask('GET', `${ADMIN}/me`, { headers: strong.headers })).status).toBe(200);
  });

  it('nor changes roles that hold more, or gives a role more than they hold', async () => {
    const { headers } = await made(helper);
    const body = { role: 'sneaky', name: 'Sneaky', permissions: ['orders.refund'] };
    expect((await api.ask('POST', roles, { body, headers })).body).toMatchObject({ code: 'permission_exceeded' });
    expect((await api.ask('PATCH', `${roles}/finance`, { body: { permissions: [] }, headers })).body).toMatchObject({
      code: 'permission_exceeded',
    });
    await api.ask('POST', roles, { body: { role: 'reader', name: 'Reader', permissions: ['orders.view'] } });
    const wider = await api.ask('PATCH', `${roles}/reader`, { body: { permissions: ['orders.refund'] }, headers });
    expect(wider.body).toMatchObject({ code: 'permission_exceeded' });
    const scoped = await made({ ...helper, scope: { stores: ['a'] } });
    const narrow = await api.ask('PATCH', `${roles}/reader`, { body: { permissions: [] }, headers: scoped.headers });
    expect(narrow).toMatchObject({ status: 403, body: { code: 'scope_exceeded' } });
  });
});

describe('a role', () => {
  it('is there from the first moment of an account, and names permissions that exist', async () => {
    const items = (await api.ask('GET', roles)).body.items as readonly { role: string; permissions: string[] }[];
    // Other tests add to them.
    const begun = items.filter(({ role }) => Object.hasOwn(BUILT_IN_ROLES, role));
    const held = begun.map(({ role, permissions }) => [role, [...permissions].sort()]);
    const told = Object.entries(BUILT_IN_ROLES).map(([role, permissions]) => [role, [...permissions].sort()]);
    expect(Object.fromEntries(held)).toEqual(Object.fromEntries(told));
    for (const { role, permissions } of items) {
      const unknown = permissions.filter((name) => name !== '*' && !Object.hasOwn(PERMISSIONS, name));
      expect(unknown, role).toEqual([]);
    }
  });

  it('leaves to administrators alone what lets somebody into more', async () => {
    const manager = (await api.ask('GET', `${roles}/manager`)).body as unknown as { permissions: string[] };
    const missing = Object.keys(PERMISSIONS).filter((name) => !manager.permissions.includes(name));
    // So is moving orders and files in and out, until they give it to somebody.
    const movesData = /^(imports|feeds|tasks)\.|^orders\.export$/;
    expect(missing.filter((name) => !movesData.test(name))).toEqual([
      'orders.overrule',
      'orders.share',
      'personal.forget',
      'orders.represent',
      'access.edit',
      'settings.edit',
      'accounts.edit',
      'users.edit',
      'mails.secrets',
    ]);
  });

  it('changes at once for every key that holds it', async () => {
    await api.ask('POST', roles, { body: { role: 'counter', name: 'Counter', permissions: ['stock.view'] } });
    const { headers } = await made({ roles: ['counter'] });
    expect((await api.ask('GET', `${ADMIN}/stock`, { headers })).status).toBe(200);
    await api.ask('PATCH', `${roles}/counter`, { body: { permissions: ['customers.view'] } });
    expect((await api.ask('GET', `${ADMIN}/stock`, { headers })).status).toBe(403);
    expect((await api.ask('GET', `${ADMIN}/customers`, { headers })).status).toBe(200);
  });

  it('is removed only when nobody holds it', async () => {
    await api.ask('POST', roles, { body: { role: 'brief', name: 'Brief', permissions: [] } });
    const { key } = await made({ roles: ['brief'] });
    expect(await api.ask('DELETE', `${roles}/brief`)).toMatchObject({
      status: 409,
      body: { code: 'role_in_use', details: { holder: `key:${key}` } },
    });
    await api.ask('DELETE', `${keys}/${key}`);
    expect((await api.ask('DELETE', `${roles}/brief`)).status).toBe(200);
    expect(await api.ask('GET', `${roles}/brief`)).toMatchObject({ status: 404, body: { code: 'role_not_found' } });
    expect(await changesOf('/roles/brief')).toMatchObject([{ action: 'removed' }, { action: 'created' }]);
  });

  it('has a name of its own in the account', async () => {
    expect(await api.ask('POST', roles, { body: { role: 'viewer', name: 'Again', permissions: [] } })).toMatchObject({
      status: 409,
      body: { code: 'role_exists', pointer: '/role' },
    });
  });

  it('administrator stays as it is', async () => {
    for (const [method, body] of [
      ['PATCH', { permissions: [] }],
      ['DELETE', undefined],
    ] as const) {
      expect(await api.ask(method, `${roles}/administrator`, { body })).toMatchObject({
        status: 409,
        body: { code: 'role_fixed' },
      });
    }
  });
});

describe('the last who may do everything', () => {
  it('is not taken away, whatever the way', async () => {
    const own = `${keys}/docket-demo`;
    const tries = [
      await api.ask('DELETE', own),
      await api.ask('DELETE', `${own}/tokens/1`),
      await api.ask('PATCH', own, { body: { permissions: ['access.edit'] } }),
      await api.ask('PATCH', own, { body: { scope: { stores: ['a'] } } }),
      await api.ask('PATCH', own, { body: { expiresAt: '2020-01-01T00:00:00Z' } }),
    ];
    for (const answer of tries) expect(answer).toMatchObject({ status: 409, body: { code: 'last_administrator' } });
    expect((await api.ask('GET', `${ADMIN}/me`)).status).toBe(200);
    const { key, headers } = await made({ roles: ['administrator'] });
    expect((await api.ask('PATCH', own, { body: { expiresAt: '2020-01-01T00:00:00Z' } })).status).toBe(200);
    expect((await api.ask('DELETE', `${keys}/${key}`, { headers })).body).toMatchObject({ code: 'last_administrator' });
    await api.ask('PATCH', own, { body: { expiresAt: null }, headers });
    expect((await api.ask('DELETE', `${keys}/${key}`)).status).toBe(200);
  });

  it('is not taken away by two who remove each other at the same moment', async () => {
    const first = await made({ permissions: ['*'] });
    const second = await made({ permissions: ['*'] });
    await api.ask('DELETE', `${keys}/docket-demo`, { headers: first.headers });
    // Both are known, so that both reach the database.
    for (const { headers } of [first, second]) await api.ask('GET', `${ADMIN}/me`, { headers });
    const remove = (of: string, { headers }: typeof first) => api.ask('DELETE', `${keys}/${of}`, { headers });
    const removed = await Promise.all([remove(second.key, first), remove(first.key, second)]);
    expect(removed.map(({ status }) => status).sort()).toEqual([200, 409]);
    await ensureAppKey(api.database.serving, 'default', DEMO);
  });
});

describe('a key in another account', () => {
  it('is not seen, changed or rotated', async () => {
    await api.database.owner.query(
      "select set_config('docket.accounts', 'other', true), ensure_account('other', 'Other')",
    );
    await ensureAppKey(api.database.serving, 'other', { key: 'foreign', token: 'f', permissions: ['*'] });
    const headers = as('foreign', 'f');
    const { key } = await made({});
    expect((await api.ask('GET', keys, { headers })).body.items).toMatchObject([{ key: 'foreign' }]);
    for (const [method, path, body] of [
      ['GET', `${keys}/${key}`, undefined],
      ['PATCH', `${keys}/${key}`, { label: 'mine' }],
      ['POST', `${keys}/${key}/tokens`, {}],
      ['DELETE', `${keys}/${key}/tokens/1`, undefined],
      ['DELETE', `${keys}/${key}`, undefined],
    ] as const) {
      expect((await api.ask(method, path, { headers, body })).body, path).toMatchObject({ code: 'key_not_found' });
    }
    expect(await rowsOf(api, 'select account from app_key_tokens', [], ['other'])).toEqual([{ account: 'other' }]);
    expect((await api.ask('GET', roles, { headers })).body.items).toHaveLength(6);
  });
});

describe('a scope', () => {
  it('holds on every way to an order', async () => {
    await api.ask('PUT', `${ADMIN}/stores/outlet`, { body: { name: 'Outlet' } });
    const placed = async (more: object) =>
      (await api.ask('POST', `${ADMIN}/orders`, { body: { ...ORDER, ...more } })).body;
    const [{ orderId: inside }, { orderId: outside }] = [await placed({ store: 'outlet' }), await placed({})];
    const { headers } = await made({ permissions: ['*'], scope: { stores: ['outlet'] } });
    const at = (id: string) => `${ADMIN}/orders/${id}`;
    for (const path of ['', '/events', '/ledger', '/timeline', '/allowed']) {
      expect((await api.ask('GET', at(inside) + path, { headers })).status, path).toBe(200);
      expect((await api.ask('GET', at(outside) + path, { headers })).status, path).toBe(404);
    }
    const note = (id: string) => api.ask('POST', `${at(id)}/notes`, { body: { text: 'hello' }, headers });
    expect([(await note(inside)).status, (await note(outside)).status]).toEqual([200, 404]);
    const list = await api.ask('GET', `${ADMIN}/orders?count=true`, { headers });
    expect(list.body).toMatchObject({ orders: [{ orderId: inside }], count: { orders: 1 } });
    const elsewhere = await api.ask('POST', `${ADMIN}/orders`, { body: { ...ORDER, store: 'default' }, headers });
    expect(elsewhere).toMatchObject({ status: 403, body: { code: 'outside_scope', pointer: '/store' } });
  });
});
