import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';
import { type HookReceiver, startHookReceiver } from './setup/hook-receiver.js';
import { BASKET } from './vtex/baskets.js';
import { until } from './setup/until.js';

let api: TestApi;
let receiver: HookReceiver;

beforeAll(async () => {
  api = await createTestApi({ role: 'all', privateCalls: true });
  receiver = await startHookReceiver();
  for (const [key, permissions] of Object.entries({ reader: ['feeds.take'], other: ['feeds.edit', 'feeds.take'] })) {
    await ensureAppKey(api.database.serving, 'default', { key, token: key, permissions });
  }
});
afterAll(async () => {
  await receiver.close();
  await api.end();
});

const as = (key: string) => ({ headers: { 'x-vtex-api-appkey': key, 'x-vtex-api-apptoken': key } });
const CONFIG = '/api/orders/feed/config';
const FEED = '/api/orders/feed';
const HOOK = '/api/orders/hook/config';
const TEST = '/api/orders/expressions/jsonata';

interface Item {
  readonly eventId: string;
  readonly handle: string;
  readonly orderId: string;
}

const paid = async (): Promise<string> => {
  const { body } = await api.ask('POST', `${ADMIN}/orders`, { body: { ...ORDER, workflow: 'complete' } });
  const approved = await api.ask('POST', `${ADMIN}/orders/${body.orderId}/payments/${body.payments[0]?.id}/approve`, {
    body: {},
  });
  expect(approved.status).toBe(200);
  return body.orderId;
};
const read = async (query = ''): Promise<readonly Item[]> =>
  (await api.ask('GET', `${FEED}${query}`)).body as unknown as readonly Item[];

describe('feed v3', () => {
  it('is not there before it was set up, nor after it was removed', async () => {
    expect(await api.ask('GET', CONFIG)).toMatchObject({ status: 404, body: { error: { code: 'feed_not_found' } } });
    expect((await api.ask('GET', FEED)).status).toBe(404);
    const set = { filter: { type: 'FromWorkflow', status: ['invoiced'] }, queue: { visibilityTimeoutInSeconds: 60 } };
    expect((await api.ask('POST', CONFIG, { body: set })).status).toBe(200);
    expect((await api.ask('GET', FEED)).body).toEqual([]);
    expect((await api.ask('DELETE', CONFIG)).status).toBe(200);
    expect((await api.ask('GET', CONFIG)).status).toBe(404);
  });

  it('answers its configuration with what waits in it', async () => {
    const body = {
      filter: { type: 'FromWorkflow', status: ['ready-for-handling', 'canceled'] },
      queue: { visibilityTimeoutInSeconds: '240', MessageRetentionPeriodInSeconds: 345_600 },
    };
    await api.ask('POST', CONFIG, { body });
    expect((await api.ask('GET', CONFIG)).body).toEqual({
      filter: body.filter,
      queue: { visibilityTimeoutInSeconds: 240, messageRetentionPeriodInSeconds: 345_600 },
      quantity: 0,
      approximateAgeOfOldestMessageInSeconds: 0,
    });
  });

  it('gives items, takes them back when they are committed, and forgets nothing else', async () => {
    const orderIds = [await paid(), await paid()];
    const items = await until(
      () => read('?maxLot=99'),
      (found) => found.length > 0,
    );
    expect(orderIds).toContain(items[0]?.orderId);
    expect(items[0]).toMatchObject({ domain: 'Fulfillment', state: 'ready-for-handling' });
    expect(items[0]?.eventId).toMatch(/^[0-9A-F]{32}$/);
    expect((items[0] as unknown as Record<string, unknown>)['currentChange']).toMatch(
      /^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{7}Z$/,
    );
    const handles = [items[0]?.handle, 'nonsense'];
    const headers = { 'content-type': 'text/plain' };
    expect((await api.ask('POST', FEED, { payload: JSON.stringify({ handles }), headers })).status).toBe(200);
    // The other order may be on its way into the feed yet.
    const left = await until(
      async () => (await api.ask('GET', CONFIG)).body as unknown as { quantity: number },
      ({ quantity }) => quantity > 0,
    );
    expect(left).toMatchObject({ quantity: 1 });
  });

  it('is of the account that the request names, or of none', async () => {
    expect((await api.ask('GET', `${FEED}/?MAXLOT=1&an=default`)).status).toBe(200);
    expect(await api.ask('GET', `${FEED}?an=somebody`)).toMatchObject({
      status: 404,
      body: { error: { code: 'OMS007' } },
    });
  });

  it('belongs to its key: another one has its own, or none', async () => {
    expect((await api.ask('GET', FEED, as('other'))).status).toBe(404);
    expect((await api.ask('POST', CONFIG, { ...as('reader'), body: {} })).status).toBe(403);
    expect((await api.ask('POST', CONFIG, { ...as('other'), body: {} })).status).toBe(200);
    expect((await api.ask('GET', FEED, as('other'))).body).toEqual([]);
    await api.ask('DELETE', CONFIG, as('other'));
    expect((await api.ask('GET', CONFIG)).status).toBe(200);
  });

  it.each([
    [{ filter: { type: 'FromWorkflow', expression: 'true' } }, 409],
    [{ filter: { type: 'FromOrders', expression: 'true', status: ['invoiced'] } }, 409],
    [{ filter: { type: 'FromOrders' } }, 400],
    [{ filter: { type: 'FromOrders', expression: 'status = ' } }, 400],
    [{ filter: { type: 'Elsewhere' } }, 400],
    [{ filter: { type: 'FromWorkflow', status: 'invoiced' } }, 400],
    [{ queue: { visibilityTimeoutInSeconds: 43_201 } }, 400],
    [{ queue: { messageRetentionPeriodInSeconds: 345_599 } }, 400],
    [{ queue: { messageRetentionPeriodInSeconds: 'four days' } }, 400],
  ])('refuses the configuration %j with %d, and stays as it was', async (body, status) => {
    const before = (await api.ask('GET', CONFIG)).text;
    const refused = await api.ask('POST', CONFIG, { body });
    expect(refused.status).toBe(status);
    expect(refused.body).toMatchObject({ error: { code: expect.any(String) as string, exception: null } });
    expect((await api.ask('GET', CONFIG)).body).toMatchObject({
      filter: (JSON.parse(before) as { filter: object }).filter,
    });
  });

  it.each([
    ['{"handles":"x"}', 400],
    ['{"handles":[1]}', 400],
    ['{', 400],
    ['[]', 400],
    ['', 400],
    ['{"handles":["\\u0000"]}', 400],
    ['{"HANDLES":[]}', 200],
  ])('answers a commit of %s with %d', async (payload, status) => {
    expect((await api.ask('POST', FEED, { payload })).status).toBe(status);
  });
});

describe('the test of an expression', () => {
  it.each([
    ['status = "canceled"', '{"status":"canceled"}', 200, 'true'],
    ['status = "canceled"', { status: 'invoiced' }, 200, 'false'],
    ['$count(items[quantity > 1]) > 0', '{"items":[{"quantity":2}]}', 200, 'true'],
    ['status = ', '{}', 400, null],
    ['status', '{', 400, null],
    ['status', '[', 400, null],
    ['$sum([1..9999999])', '{}', 400, null],
    ['($f := function($n){ $f($n + 1) }; $f(1))', '{}', 400, null],
    ['$match("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", /^(a+)+$/)', '{}', 400, null],
  ])('%s on %j answers %d %s', async (Expression, Document, status, text) => {
    const answer = await api.ask('POST', TEST, { body: { Expression, Document } });
    expect(answer.status).toBe(status);
    if (text !== null) expect(answer.text).toBe(text);
  });
});

describe('hook v3', () => {
  it('is set up when its address answers the ping, and told of what happens', async () => {
    const hook = { url: receiver.url, headers: { 'x-erp-key': 's3cret' } };
    const filter = { type: 'FromWorkflow', status: ['ready-for-handling'] };
    expect((await api.ask('POST', HOOK, { body: { filter, hook } })).status).toBe(200);
    expect(receiver.got[0]).toMatchObject({ body: '{"hookConfig":"ping"}', headers: { 'x-erp-key': 's3cret' } });
    expect((await api.ask('GET', HOOK)).body).toEqual({ filter, hook });
    const orderId = await paid();
    const delivered = await until(
      () => Promise.resolve(receiver.got.slice(1)),
      (got) => got.length > 0,
    );
    expect(JSON.parse(delivered[0]?.body ?? '')).toMatchObject({
      Domain: 'Fulfillment',
      OrderId: orderId,
      State: 'ready-for-handling',
      Origin: { Account: 'default', Key: 'docket-demo' },
    });
    expect((await api.ask('DELETE', HOOK)).status).toBe(200);
    expect((await api.ask('GET', HOOK)).status).toBe(404);
  });

  it.each([
    ['an address that answers 500', () => ({ url: `${receiver.url}/500` })],
    ['an address that sends elsewhere', () => ({ url: `${receiver.url}/redirect` })],
    ['nobody', () => ({ url: 'http://127.0.0.1:9/' })],
    ['no address', () => ({ url: 'erp' })],
    ['another protocol', () => ({ url: 'ftp://example.com/' })],
    ['a header that cuts the request', () => ({ url: receiver.url, headers: { a: 'b\r\nc: d' } })],
    ['a header of the protocol', () => ({ url: receiver.url, headers: { Host: 'internal' } })],
  ])('is refused for %s, and nothing is kept', async (_what, hook) => {
    expect((await api.ask('POST', HOOK, { body: { hook: hook() } })).status).toBe(400);
    expect((await api.ask('GET', HOOK)).status).toBe(404);
  });
});

describe('in feed and hook, an order that a marketplace pushed', () => {
  it('is called what its document calls it', async () => {
    const every = { filter: { type: 'FromOrders', expression: 'affiliateId = "SLR"' } };
    const hook = { url: receiver.url };
    await api.ask('DELETE', CONFIG);
    await api.ask('POST', CONFIG, { body: every });
    expect((await api.ask('POST', HOOK, { body: { ...every, hook } })).status).toBe(200);
    const before = receiver.got.length;
    const body = { ...BASKET, marketplaceOrderId: 'M1', marketplacePaymentValue: 8140 };
    const pushed = await api.ask('POST', '/api/fulfillment/pvt/orders?affiliateId=SLR', { body });
    expect(pushed.status, pushed.text).toBe(200);
    const isThere = (items: readonly unknown[]): boolean => items.length > 0;
    const [item] = await until(() => read(), isThere);
    expect(item).toMatchObject({ orderId: 'SLR-M1' });
    const [told] = await until(() => Promise.resolve(receiver.got.slice(before)), isThere);
    expect(JSON.parse((told as { body: string }).body)).toMatchObject({ OrderId: 'SLR-M1' });
  });
});
