/* eslint-disable @typescript-eslint/no-unsafe-assignment -- expect.any() and its like are any */
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { requirePermissions } from '../src/api/auth.js';
import { NO_LIMITS } from '../src/api/rate-limits.js';
import type { Staff } from '../src/users/staff.js';
import { requireVisitors } from '../src/api/shopper-auth.js';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  await ensureAppKey(api.database.serving, 'default', {
    key: 'reader',
    token: 'r',
    permissions: ['orders.view'],
  });
  const client = await api.database.owner.connect();
  await client.query("select set_config('docket.accounts', 'other', false), ensure_account('other', 'Other')");
  client.release(true);
  await ensureAppKey(api.database.serving, 'other', { key: 'stranger', token: 's', permissions: ['*'] });
});
afterAll(() => api.end());

const as = (key: string, token: string): Record<string, string> => ({
  'x-vtex-api-appkey': key,
  'x-vtex-api-apptoken': token,
});
const orders = `${ADMIN}/orders`;

describe('what is answered to a caller', () => {
  it('is kept by no cache, a problem and a dialect neither; what is for everybody may be', async () => {
    for (const path of [orders, `${orders}/none`, `${ADMIN}/me`, '/api/oms/pvt/orders', `${ADMIN}/orders/x y`]) {
      expect((await api.ask('GET', path)).headers['cache-control'], path).toBe('private, no-store');
    }
    expect((await api.ask('GET', '/docs/openapi.json', { keyless: true })).headers['cache-control']).toBeUndefined();
  });
});

describe('a request', () => {
  it('without credentials is asked for them', async () => {
    const answer = await api.api.inject({ method: 'GET', url: orders });
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toContain('Basic');
    expect(answer.json()).toMatchObject({ code: 'credentials_missing', type: '/docs/refusals/credentials_missing' });
  });

  it.each([
    ['another token', as('docket-demo', 'wrong')],
    ['an unknown key', as('nobody', 'x')],
    ['a key of another spelling', as('Docket-Demo', 'docket-demo-token')],
    ['SQL in the key', as("'or'1'='1", 'x')],
    ['NUL in Basic', { authorization: `Basic ${Buffer.from('a\0b:c').toString('base64')}` }],
  ])('with %s is refused', async (_name, headers) => {
    const answer = await api.api.inject({ method: 'GET', url: orders, headers });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ code: 'credentials_invalid' });
  });

  it('may carry key and token in HTTP Basic', async () => {
    const authorization = `Basic ${Buffer.from('docket-demo:docket-demo-token').toString('base64')}`;
    expect((await api.api.inject({ method: 'GET', url: orders, headers: { authorization } })).statusCode).toBe(200);
  });

  it('does only what its key permits', async () => {
    expect((await api.ask('GET', orders, { headers: as('reader', 'r') })).status).toBe(200);
    const refused = await api.ask('POST', orders, { body: ORDER, headers: as('reader', 'r') });
    expect(refused).toMatchObject({
      status: 403,
      body: { code: 'permission_missing', details: { permission: 'orders.place' } },
    });
  });

  it('stays in the account of its key', async () => {
    const placed = await api.ask('POST', orders, { body: ORDER });
    const id = placed.body.orderId;
    const stranger = as('stranger', 's');
    expect((await api.ask('GET', `${orders}/${id}`, { headers: stranger })).status).toBe(404);
    expect((await api.ask('POST', `${orders}/${id}/notes`, { body: { text: 'x' }, headers: stranger })).status).toBe(
      404,
    );
    expect((await api.ask('GET', orders, { headers: stranger })).body.orders).toEqual([]);
    const asked = await api.ask('GET', orders, { headers: { ...stranger, 'docket-account': 'default' } });
    expect(asked).toMatchObject({ status: 403, body: { code: 'account_not_permitted' } });
  });

  it('speaks for somebody else only with the permission for it', async () => {
    const placed = await api.ask('POST', orders, { body: ORDER });
    const at = `${orders}/${placed.body.orderId}`;
    const carrier = { 'docket-acting-as': 'carrier' };
    const log = { body: { source: 'post', message: 'picked up' } };
    expect((await api.ask('POST', `${at}/log`, { ...log, headers: carrier })).status).toBe(200);
    const refused = await api.ask('POST', `${at}/tags`, { body: { add: ['x'] }, headers: carrier });
    expect(refused).toMatchObject({ status: 403, body: { code: 'not_this_actor' } });
    expect(await api.ask('POST', `${at}/log`, { ...log, headers: { 'docket-acting-as': 'system' } })).toMatchObject({
      status: 400,
      body: { code: 'header_invalid' },
    });
    expect(await api.ask('GET', at, { headers: { ...as('reader', 'r'), ...carrier } })).toMatchObject({
      status: 403,
      body: { details: { permission: 'orders.represent' } },
    });
  });
});

describe('a route', () => {
  it('of shoppers says that it is theirs, and none of the desk can be', () => {
    const desk = fastify();
    const appKeys = { cached: () => null, authenticate: () => Promise.resolve(null), drop: () => undefined };
    requirePermissions(desk, { appKeys, staff: {} as Staff, publicUrl: new URL('http://127.0.0.1') }, NO_LIMITS);
    expect(() => desk.get('/x', { config: { permission: 'shopper' } }, () => 'x')).toThrow('states no permission');
    const account = fastify();
    const unused = () => Promise.resolve(null);
    const sessions = { start: () => Promise.reject(new Error()), find: unused, end: () => Promise.resolve(), endAll: () => Promise.resolve() }; // prettier-ignore
    const guestLinks = { make: () => Promise.reject(new Error()), issue: () => Promise.reject(new Error()), revokeIn: () => Promise.resolve(false), list: () => Promise.resolve([]), revoke: () => Promise.resolve(false), open: unused }; // prettier-ignore
    const draftOrderVisits = { open: unused, look: unused, accept: unused } as unknown as Parameters<typeof requireVisitors>[1]['draftOrderVisits']; // prettier-ignore
    requireVisitors(
      account,
      { sessions, guestLinks, draftOrderVisits, publicUrl: new URL('http://127.0.0.1') },
      NO_LIMITS,
    );
    expect(() => account.get('/x', () => 'x')).toThrow('does not say to whom it is open');
    expect(() => account.get('/y', { config: { permission: 'orders.view' } }, () => 'x')).toThrow('to whom it is open');
  });

  it('does not come into being in the admin scope without one', () => {
    const app = fastify();
    const none = { cached: () => null, authenticate: () => Promise.resolve(null), drop: () => undefined };
    const staff = {} as Staff;
    requirePermissions(app, { appKeys: none, staff, publicUrl: new URL('http://127.0.0.1') }, NO_LIMITS);
    expect(() => app.get('/x', () => 'x')).toThrow('states no permission');
    expect(() => app.get('/y', { config: { permission: 'orders.view' } }, () => 'x')).not.toThrow();
  });
});

describe('public pages', () => {
  it('tell that the process lives and can work', async () => {
    expect((await api.api.inject('/healthz')).json()).toMatchObject({ status: 'ok', version: expect.any(String) });
    expect((await api.api.inject('/readyz')).json()).toEqual({ status: 'ready' });
  });

  it('count requests by route and refusals by code, and name no order', async () => {
    await api.ask('GET', `${orders}/1480000999999-01`);
    const { body } = await api.api.inject('/metrics');
    expect(body).toMatch(
      /docket_http_request_seconds_count\{method="GET",route="\/api\/v1\/admin\/orders\/:orderId",status="404"\} \d+/,
    );
    expect(body).toMatch(/docket_refusals_total\{code="order_not_found"\} \d+/);
    expect(body).toMatch(/docket_placement_seconds_count [1-9]/);
    expect(body).toMatch(/docket_commit_batch_units_count [1-9]/);
    expect(body).toContain('docket_pool_connections{pool="committer",state="total"}');
    expect(body).not.toContain('1480000999999');
  });

  it('describe the API without an asset from elsewhere', async () => {
    const page = await api.api.inject('/docs/');
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/(src|href)="https?:/);
    const document = (await api.api.inject('/docs/json')).json<{
      openapi: string;
      paths: Record<string, Record<string, { operationId?: string; responses: object }>>;
      components: { schemas: object };
    }>();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.components.schemas)).toContain('PlaceOrder');
    expect(Object.keys(document.components.schemas).filter((name) => name.startsWith('def-'))).toEqual([]);
    const ids = Object.values(document.paths).flatMap((operations) =>
      Object.values(operations).map(({ operationId }) => operationId),
    );
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(ids.length);
    // The events of payment providers have an address of their own: it stands in their settings for years.
    expect(Object.keys(document.paths).filter((path) => !/^\/api\/(v1|payments)\//.test(path))).toEqual([]);
    const refusals = await api.api.inject('/docs/refusals');
    expect(refusals.body).toContain('id="insufficient_stock"');
  });
});

describe('an address', () => {
  it('that does not exist is 404, one with other methods 405', async () => {
    expect(await api.ask('GET', '/nothing')).toMatchObject({ status: 404, body: { code: 'route_not_found' } });
    expect(await api.ask('GET', `${ADMIN}/nothing`)).toMatchObject({ status: 404, body: { code: 'route_not_found' } });
    const answer = await api.ask('PUT', `${orders}/x/notes`, { body: {} });
    expect(answer).toMatchObject({ status: 405, body: { code: 'method_not_allowed' }, headers: { allow: 'POST' } });
  });

  it('with broken percent-encoding is 400', async () => {
    expect(await api.ask('GET', `${orders}/%zz`)).toMatchObject({ status: 400, body: { code: 'url_invalid' } });
  });
});
