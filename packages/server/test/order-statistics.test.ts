import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { breakDownOrders } from '../src/read-models/order-breakdown.js';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  await ensureAppKey(api.database.serving, 'default', { key: 'bo', token: 'bo', permissions: ['orders.view'] });
  for (const changes of [{}, { tags: ['red'] }, { incomplete: true, payments: [] }]) {
    const placed = await api.ask('POST', `${ADMIN}/orders`, { body: { ...ORDER, ...changes } });
    expect(placed.status, placed.text).toBe(201);
  }
});
afterAll(() => api.end());

const statistics = (query = '', more: object = {}) => api.ask('GET', `${ADMIN}/orders/statistics${query}`, more);
const today = new Date().toISOString().slice(0, 10);

describe('the figures of the home page', () => {
  it('are orders and money by day, status and channel, of placements that are complete', async () => {
    const two = { currency: 'EUR', orders: 2, total: 5560 };
    const { body } = await statistics();
    expect(body).toMatchObject({ to: today, exact: true, days: [{ day: today, ...two }], channels: [{ ...two }] });
    const { statuses } = body as unknown as { statuses: { orders: number }[] };
    expect(statuses.reduce((sum, { orders }) => sum + orders, 0)).toBe(2);
  });

  it('show no money to who may not see prices', async () => {
    const key = { headers: { 'x-vtex-api-appkey': 'bo', 'x-vtex-api-apptoken': 'bo' } };
    expect((await statistics('', key)).body).toMatchObject({ days: [{ orders: 2, total: null }] });
  });

  it('are of the orders that somebody may see, where that is less than a store', async () => {
    const seen = (seller: string) =>
      breakDownOrders(api.database.serving, 'default', { within: { seller, assignee: null } });
    expect(await seen('clay')).toMatchObject({ days: [{ name: today, orders: 2, total: 5560 }], exact: true });
    expect(await seen('somebody else')).toMatchObject({ days: [], exact: true });
  });

  it('are of the days that were asked for, a year at most', async () => {
    expect((await statistics('?to=2020-01-31')).body).toMatchObject({ from: '2020-01-02', days: [], statuses: [] });
    expect(await statistics('?from=2020-01-01&to=2022-01-01')).toMatchObject({ status: 400 });
    expect(await statistics('?from=2020-01-02&to=2020-01-01')).toMatchObject({ status: 400 });
  });
});
