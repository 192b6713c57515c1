import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { OMS } from '@vtex/clients/build/clients/oms.js';
import Template from 'template-vtex';
import Commons from 'vtex-commons';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestApi, type TestApi } from '../setup/api.js';
import { until } from '../setup/until.js';
import { orderIn } from './orders-in-every-state.js';

// Three packages that others published for connectors, as they are in the registry: only the host they reach is changed.
// What each of them can do, and why it takes three, is in decision 0120.

const KEY = 'docket-demo';
const TOKEN = 'docket-demo-token';
/** The host that two of them have built in. */
const HOST = 'default.vtexcommercestable.com.br';

let api: TestApi;
let url: string;

beforeAll(async () => {
  api = await createTestApi({ role: 'all' });
  await api.api.listen({ port: 0, host: '127.0.0.1' });
  const { port } = api.api.server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}`;
  vi.stubEnv('no_proxy', '*');
  vi.stubEnv('APP_KEY', KEY);
  vi.stubEnv('APP_TOKEN', TOKEN);
  vi.spyOn(https, 'request').mockImplementation(((
    options: https.RequestOptions,
    answered: (response: http.IncomingMessage) => void,
  ) => {
    const host = options.hostname ?? options.host;
    if (host !== HOST) throw new Error(`a client calls ${String(host)}`);
    return http.request(
      { method: options.method, path: options.path, headers: options.headers, host: '127.0.0.1', port, agent: false },
      answered,
    );
  }) as typeof https.request);
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await api.end();
});

const commons = () => new Commons({ store: 'default', appKey: 'APP_KEY', appToken: 'APP_TOKEN' }).OMS();
const template = () => new Template('default', KEY, TOKEN).Order;
const official = () =>
  new OMS({}, { baseURL: url, headers: { 'X-VTEX-API-AppKey': KEY, 'X-VTEX-API-AppToken': TOKEN } });

describe('published clients of VTEX, their calls pointed at Docket', () => {
  it('get an order: all three the same document', async () => {
    const orderId = await orderIn(api, 'ready-for-handling');
    const read = await official().order(orderId);
    expect(read).toMatchObject({ orderId, status: 'ready-for-handling', value: 8140 });
    expect(await commons().LoadOrder({ orderId })).toEqual(read);
    expect((await template().getById(orderId)).data).toEqual(read);
  });

  it('list orders, with the filters of the query', async () => {
    const orderId = await orderIn(api, 'payment-pending');
    const { list, paging } = await commons().ListOrders({ filter: 'f_status=payment-pending&per_page=5' });
    expect(list.map((order) => order['orderId'])).toContain(orderId);
    expect(paging.total).toBe(list.length);
    expect(new Set(list.map((order) => order['status']))).toEqual(new Set(['payment-pending']));
    const listed = await template().lists({
      f_creationDate: 'creationDate:[2016-01-01T02:00:00.000Z TO 2100-01-01T01:59:59.999Z]',
      f_status: 'payment-pending',
    });
    expect(listed.data.list).toEqual(list);
    expect((await official().listOrders()).list.map((order) => order['orderId'])).toContain(orderId);
  });

  it('take what a feed has', async () => {
    const body = {
      filter: { type: 'FromWorkflow', status: ['ready-for-handling'] },
      queue: { visibilityTimeoutInSeconds: 60, messageRetentionPeriodInSeconds: 345_600 },
    };
    expect((await api.ask('POST', '/api/orders/feed/config', { body })).status).toBe(200);
    const { Feed } = template();
    expect((await Feed.getConfig()).data).toMatchObject(body);
    const orderId = await orderIn(api, 'ready-for-handling');
    const items = await until(
      async () => (await Feed.get(10)).data,
      (found) => found.length > 0,
    );
    expect(items).toMatchObject([{ orderId, state: 'ready-for-handling', handle: expect.any(String) as string }]);
  });

  it('invoice an order', async () => {
    const orderId = await orderIn(api, 'handling');
    const invoiced = await official().orderNotification(orderId, {
      type: 'Output',
      invoiceNumber: 'NF-1',
      invoiceValue: 8140,
      issuanceDate: '2026-03-03T18:25:43',
      items: [{ id: '310', price: 3600, quantity: 2 }],
    });
    expect(invoiced).toMatchObject({ orderId, receipt: expect.any(String) as string });
    expect(await official().order(orderId)).toMatchObject({ status: 'invoiced' });
  });

  it('cancel an order', async () => {
    const [one, other] = [await orderIn(api, 'payment-pending'), await orderIn(api, 'payment-pending')];
    await commons().CancelOrder({ orderId: one });
    // This one sends the settings of its request where its body should be: what Docket does not know does no harm.
    await official().cancelOrder(other);
    for (const orderId of [one, other])
      expect(await commons().LoadOrder({ orderId })).toMatchObject({ status: 'canceled' });
  });

  it('are told what went wrong in the words they look for', async () => {
    await expect(commons().LoadOrder({ orderId: 'no-such-order' })).rejects.toThrow(/OMS \(LOAD ORDER\): .+ - .*\w/);
    await expect(new Template('default', KEY, 'wrong').Order.getById('1')).rejects.toMatchObject({
      response: { status: 401 },
    });
    await expect(official().orderNotification('no-such-order', {})).rejects.toMatchObject({ status: 404 });
  });
});
