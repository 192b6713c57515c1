import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { withAccounts } from '../src/database/pool.js';
import { REDACTIONS } from '../src/forgetting/redactions.js';
import { createPersonalKeys } from '../src/personal-data/keys.js';
import { ADMIN, createTestApi, ORDER, TEST_SECRET, type TestApi } from './setup/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  const key = (key: string, permissions: readonly string[], account = 'default'): Promise<void> =>
    ensureAppKey(api.database.serving, account, { key, token: key, permissions });
  await key('bo', ['orders.view']);
  await key('cy', ['orders.view', 'settings.edit']);
  await key('nobody', ['catalogue.view']);
  const client = await api.database.owner.connect();
  await client.query("select set_config('docket.accounts', 'other', false), ensure_account('other', 'Other')");
  client.release(true);
  await key('stranger', ['*'], 'other');
  for (const [tag, email] of [
    ['red', 'ana@example.com'],
    ['blue', 'bo@example.com'],
    ['red', 'bo@example.com'],
  ] as const) {
    await api.ask('POST', `${ADMIN}/orders`, { body: { ...ORDER, tags: [tag], buyer: { email } } });
  }
});
afterAll(() => api.end());

const views = `${ADMIN}/views`;
const as = (key: string): { headers: Record<string, string> } => ({
  headers: { 'x-vtex-api-appkey': key, 'x-vtex-api-apptoken': key },
});

interface View {
  readonly viewId: string;
  readonly updatedAt: string;
}

async function saved(body: object, caller: object = {}): Promise<string> {
  const answer = await api.ask('POST', views, { body: { name: 'A view', query: {}, ...body }, ...caller });
  expect(answer.status, answer.text).toBe(201);
  return (answer.body as unknown as View).viewId;
}

const named = async (path: string, caller: object = {}): Promise<string[]> =>
  (await api.ask('GET', path, caller)).body.items.map((view) => (view as { name: string }).name);

describe('a saved view', () => {
  it('comes back as it was saved', async () => {
    const query = { tag: ['red'], sort: 'total', order: 'asc', createdFrom: '2026-01-01T00:00:00+02:00' };
    const body = { name: 'Red ones', shared: true, query, columns: ['orderId', 'total'], position: 3 };
    const added = await api.ask('POST', views, { body });
    expect(added.status, added.text).toBe(201);
    expect(added.body).toMatchObject({
      ...body,
      query: { ...query, createdFrom: '2025-12-31T22:00:00.000Z' },
      owner: 'key:docket-demo',
      mine: true,
      invalid: null,
    });
    const { body: read } = await api.ask('GET', String(added.headers['location']));
    expect(read).toEqual(added.body);
    const changed = { name: 'Blue ones', query: { tag: ['blue'] } };
    const { body: anew } = await api.ask('PUT', String(added.headers['location']), { body: changed });
    expect(anew).toMatchObject({ ...changed, shared: false, columns: [], position: 0 });
    expect((await api.ask('DELETE', String(added.headers['location']))).status).toBe(200);
    expect(await api.ask('GET', String(added.headers['location']))).toMatchObject({
      status: 404,
      body: { code: 'view_not_found' },
    });
  });

  it('filters the list, and what the request says itself wins', async () => {
    const viewId = await saved({ query: { tag: ['red'], sort: 'total', limit: undefined } });
    const listed = async (more: string): Promise<number> => {
      const answer = await api.ask('GET', `${ADMIN}/orders?view=${viewId}${more}`);
      expect(answer.status, answer.text).toBe(200);
      return answer.body.orders.length;
    };
    expect(await listed('')).toBe(2);
    expect(await listed('&email=bo@example.com')).toBe(1);
    expect(await listed('&tag=blue')).toBe(1);
    const counted = await api.ask('GET', `${ADMIN}/orders?view=${viewId}&count=true&sum=true&limit=1`);
    expect(counted.body).toMatchObject({
      count: { orders: 2, exact: true },
      sum: { currencies: [{ currency: 'EUR', orders: 2, total: 5560 }], exact: true },
    });
    const next = String(/<([^>]*)>; rel="next"/.exec(String(counted.headers['link']))?.[1]);
    expect(next).toContain(`view=${viewId}`);
    expect((await api.ask('GET', next)).body).toMatchObject({ next: null, orders: [{}] });
    await api.ask('PUT', `${views}/${viewId}`, { body: { name: 'x', query: { tag: ['blue'] } } });
    expect((await api.ask('GET', next)).body).toMatchObject({ code: 'cursor_invalid' });
  });

  it('is made once for one idempotency key', async () => {
    const once = (name: string) =>
      api.ask('POST', views, { body: { name, query: {} }, headers: { 'idempotency-key': 'v-1' } });
    const first = await once('Once');
    expect((await once('Once')).body).toEqual(first.body);
    expect(await once('Twice')).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  });
});

describe('views of several callers', () => {
  let own: string;
  let shared: string;
  beforeAll(async () => {
    own = await saved({ name: 'own of bo', position: 8000 }, as('bo'));
    shared = await saved({ name: 'shared of bo', shared: true, position: 8000 }, as('bo'));
  });

  it('are seen by their owner, and by all of the account where they are shared', async () => {
    expect((await named(views, as('bo'))).filter((name) => name.endsWith('of bo')).sort()).toEqual([
      'own of bo',
      'shared of bo',
    ]);
    expect((await named(views)).filter((name) => name.endsWith('of bo'))).toEqual(['shared of bo']);
    expect(await named(views, as('stranger'))).toEqual([]);
    expect(await api.ask('GET', `${views}/${shared}`)).toMatchObject({ status: 200, body: { mine: false } });
    for (const [path, caller] of [
      [`${views}/${own}`, as('cy')],
      [`${views}/${shared}`, as('stranger')],
      [`${ADMIN}/orders?view=${own}`, as('cy')],
      [`${ADMIN}/orders?view=${shared}`, as('stranger')],
      [`${ADMIN}/orders?view=none`, {}],
    ] as const) {
      expect(await api.ask('GET', path, caller), path).toMatchObject({ status: 404, body: { code: 'view_not_found' } });
    }
    expect((await api.ask('GET', views, as('nobody'))).status).toBe(403);
  });

  it('are changed by their owner; a shared one of another needs settings.edit', async () => {
    const body = { name: 'shared of bo', query: {}, shared: true };
    await saved({ name: 'another', shared: true });
    const theirs = await saved({ name: 'shared of demo', shared: true });
    for (const method of ['PUT', 'DELETE'] as const) {
      const asked = method === 'PUT' ? { body } : {};
      expect(await api.ask(method, `${views}/${theirs}`, { ...asked, ...as('bo') })).toMatchObject({
        status: 403,
        body: { code: 'permission_missing', details: { permission: 'settings.edit' } },
      });
      expect(await api.ask(method, `${views}/${own}`, { ...asked, ...as('cy') })).toMatchObject({ status: 404 });
    }
    expect((await api.ask('PUT', `${views}/${shared}`, { body, ...as('cy') })).body).toMatchObject({ owner: 'key:bo' });
    expect((await api.ask('DELETE', `${views}/${theirs}`, as('cy'))).status).toBe(200);
  });

  it('come by position, in pages', async () => {
    for (const position of [9003, 9001, 9002, 9002]) await saved({ name: `at ${position}`, position }, as('cy'));
    const all: string[] = [];
    for (let path: string | null = `${views}?limit=2`; path !== null;) {
      const { body } = await api.ask('GET', path, as('cy'));
      all.push(...body.items.map((view) => (view as { name: string }).name));
      path = body.next === null ? null : `${views}?limit=2&after=${String(body.next)}`;
    }
    expect(all.filter((name) => name.startsWith('at'))).toEqual(['at 9001', 'at 9002', 'at 9002', 'at 9003']);
  });

  it('are 200 for one caller at most', async () => {
    await saved({}, as('bo'));
    await api.database.owner.query(
      `insert into order_views
       select now(), now(), 9999, false, account, 'x' || n, owner, 'x', '{}', '{}', '{}'
         from order_views, generate_series(1, 200) n where owner = 'key:bo' limit 200`,
    );
    const refused = await api.ask('POST', views, { body: { name: 'one more', query: {} }, ...as('bo') });
    expect(refused).toMatchObject({ status: 409, body: { code: 'views_too_many' } });
  });
});

describe('a query that cannot be asked', () => {
  it.each([
    [{ unknown: 1 }, 'field_unknown', '/query/unknown'],
    [{ tag: 'red' }, 'field_invalid', '/query/tag'],
    [{ tag: [] }, 'field_invalid', '/query/tag'],
    [{ tag: ['a\0'] }, 'text_invalid', '/query/tag/0'],
    [{ paymentState: ['payed'] }, 'field_invalid', '/query/paymentState/0'],
    [{ createdFrom: 'yesterday' }, 'date_out_of_range', '/query/createdFrom'],
    [{ q: 'si*' }, 'field_invalid', '/query/q'],
    [{ cursor: 'x' }, 'field_unknown', '/query/cursor'],
    [{ limit: 5 }, 'field_unknown', '/query/limit'],
    [{ view: 'x' }, 'field_unknown', '/query/view'],
  ])('%j is not saved', async (query, code, pointer) => {
    const refused = await api.ask('POST', views, { body: { name: 'x', query } });
    expect(refused.body).toMatchObject({ code, pointer, in: 'body' });
  });

  it('is shown as invalid when an older version took it, and refused by the list', async () => {
    const viewId = await saved({ name: 'Old', shared: true, query: { tag: ['red'] } });
    await api.database.owner.query(`update order_views set query = '{"mood": ["good"]}' where view_id = $1`, [viewId]);
    const { body } = await api.ask('GET', `${views}/${viewId}`);
    expect(body).toMatchObject({ query: { mood: ['good'] }, invalid: { code: 'field_unknown', pointer: '/mood' } });
    expect((await api.ask('GET', `${views}?limit=1000`)).status).toBe(200);
    expect(await api.ask('GET', `${ADMIN}/orders?view=${viewId}`)).toMatchObject({
      status: 409,
      body: { code: 'view_invalid', pointer: '/view', details: { code: 'field_unknown', pointer: '/mood' } },
    });
  });
});

it('a view that filters by a person goes with the person', async () => {
  const about = await saved({ name: 'about Ana', query: { email: [' Ana@Example.com'] } });
  const other = await saved({ name: 'about Bo', query: { email: ['bo@example.com'] } });
  const keys = createPersonalKeys(TEST_SECRET);
  const subject = keys.subjectOf('default', '', null, 'ana@example.com');
  const forgotten = { account: 'default', subject, addresses: [subject], at: '2026-03-02T12:00:00.000Z' };
  const redaction = REDACTIONS.find(({ table }) => table === 'order_views');
  const removed = await withAccounts(api.database.serving, ['default'], (client) =>
    Promise.resolve(redaction?.redactSubject?.(client, forgotten)),
  );
  expect(removed).toBe(1);
  expect((await api.ask('GET', `${views}/${about}`)).status).toBe(404);
  expect((await api.ask('GET', `${views}/${other}`)).status).toBe(200);
});
