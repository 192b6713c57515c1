import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';
import { startHookReceiver } from './setup/hook-receiver.js';
import { until } from './setup/until.js';

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi({ role: 'all' });
  await ensureAppKey(api.database.serving, 'default', { key: 'viewer', token: 'viewer', permissions: ['feeds.view'] });
});
afterAll(() => api.end());

const FEED = `${ADMIN}/feeds/erp`;
const paid = { name: 'ERP', filter: { type: 'order', expression: 'paymentState = "paid"' } };

describe('a feed over the native API', () => {
  it('is made, filled, taken from, committed, replayed and removed', async () => {
    expect((await api.ask('GET', FEED)).status).toBe(404);
    expect((await api.ask('PUT', FEED, { body: { ...paid, filter: { type: 'status' } } })).status).toBe(200);
    const { orderId } = (await api.ask('POST', `${ADMIN}/orders`, { body: ORDER })).body;
    const take = async () => (await api.ask('POST', `${FEED}/take`)).body.items as readonly { handle: string }[];
    const [item] = await until(take, (items) => items.length > 0);
    expect(item).toMatchObject({ sequence: 1, orderId, lastState: '', takes: 1 });
    const committed = await api.ask('POST', `${FEED}/commit`, { body: { handles: [item?.handle] } });
    expect(committed.body).toEqual({ committed: 1 });
    expect((await api.ask('POST', `${FEED}/replay`, { body: { from: 1 } })).body).toEqual({ replayed: 1 });
    expect((await api.ask('GET', `${FEED}/items?limit=1`)).body.items).toMatchObject([{ sequence: 1, doneAt: null }]);
    expect((await api.ask('GET', `${FEED}/deliveries`)).body.items).toEqual([]);
    const paused = await api.ask('POST', `${FEED}/pause`, { body: { reason: 'stock-taking' } });
    expect(paused.body).toMatchObject({ state: { reason: 'stock-taking' } });
    expect(await take()).toEqual([]);
    expect((await api.ask('POST', `${FEED}/resume`)).body).toMatchObject({ state: { pausedAt: null } });
    expect((await api.ask('GET', `${ADMIN}/feeds`)).body.items).toMatchObject([{ feed: 'erp', hook: null }]);
    expect((await api.ask('DELETE', FEED)).status).toBe(200);
    expect((await api.ask('DELETE', FEED)).status).toBe(404);
  });

  it('tests an expression on an order as it stands', async () => {
    const { orderId } = (await api.ask('POST', `${ADMIN}/orders`, { body: ORDER })).body;
    const test = (expression: string) => api.ask('POST', `${ADMIN}/feed-tests`, { body: { expression, orderId } });
    expect((await test(`orderId = "${orderId}"`)).body).toEqual({ matches: true, error: null });
    expect((await test('$foo()')).body).toMatchObject({ matches: null });
  });

  it.each([
    [{ ...paid, filter: { type: 'order' } }, '/filter/expression'],
    [{ ...paid, filter: { type: 'order', expression: 'a = ' } }, '/filter/expression'],
    [{ ...paid, filter: { type: 'status', expression: 'a' } }, '/filter'],
    [{ ...paid, hook: { url: 'https://127.0.0.1/' } }, '/hook/url'],
    [{ ...paid, hook: { url: 'http://example.com/' } }, '/hook/url'],
    [{ ...paid, hook: { url: 'https://example.com/', headers: { Host: 'x' } } }, '/hook/headers'],
  ])('refuses %j at %s, and keeps nothing', async (body, pointer) => {
    const refused = await api.ask('PUT', FEED, { body });
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.body).toMatchObject({ pointer });
    expect((await api.ask('GET', FEED)).status).toBe(404);
  });

  it('is changed by nobody who may only look', async () => {
    const headers = { 'x-vtex-api-appkey': 'viewer', 'x-vtex-api-apptoken': 'viewer' };
    expect((await api.ask('GET', `${ADMIN}/feeds`, { headers })).status).toBe(200);
    expect((await api.ask('PUT', FEED, { headers, body: paid })).status).toBe(403);
    expect((await api.ask('POST', `${FEED}/take`, { headers })).status).toBe(403);
  });
});

describe('the ping of a hook', () => {
  let open: TestApi;
  beforeAll(async () => {
    open = await createTestApi({ privateCalls: true });
    const viewer = { key: 'viewer', token: 'viewer', permissions: ['feeds.view'] };
    await ensureAppKey(open.database.serving, 'default', viewer);
  });
  afterAll(() => open.end());

  const PING = `${ADMIN}/feeds/told/ping`;
  const set = (hook?: object) =>
    open.ask('PUT', `${ADMIN}/feeds/told`, {
      body: { name: 'Told', filter: { type: 'status' }, ...(hook && { hook }) },
    });

  it('reaches the receiver with headers and signature, and is no delivery', async () => {
    const receiver = await startHookReceiver();
    const secret = Buffer.alloc(24, 7).toString('base64');
    await set({ url: receiver.url, headers: { 'x-erp-key': 's3cret' }, secret });
    const { status, body } = await open.ask('POST', PING);
    expect([status, body]).toEqual([200, { status: 200, error: null, answer: 'ok' }]);
    expect(receiver.got).toMatchObject([
      {
        body: '{"hookConfig":"ping"}',
        headers: { 'x-erp-key': 's3cret', 'webhook-signature': expect.stringMatching(/^v1,/) as string },
      },
    ]);
    expect((await open.ask('GET', `${ADMIN}/feeds/told/deliveries`)).body.items).toEqual([]);
    await set({ url: `${receiver.url}/500` });
    expect((await open.ask('POST', PING)).body).toEqual({ status: 500, error: 'status', answer: 'not today' });
    await receiver.close();
    expect((await open.ask('POST', PING)).body).toEqual({ status: null, error: 'connection_failed', answer: null });
  });

  it('is refused to a feed that nobody is told of, and to a caller who may only look', async () => {
    const headers = { 'x-vtex-api-appkey': 'viewer', 'x-vtex-api-apptoken': 'viewer' };
    expect((await open.ask('POST', PING, { headers })).status).toBe(403);
    await open.ask('DELETE', `${ADMIN}/feeds/told`);
    expect((await open.ask('POST', PING)).status).toBe(404);
    await set();
    expect(await open.ask('POST', PING)).toMatchObject({ status: 409, body: { code: 'feed_not_a_hook' } });
  });
});
