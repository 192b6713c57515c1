import type { AddressInfo } from 'node:net';
import { createDocket, type Docket, DocketProblem } from '@docket/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, ORDER, type TestApi } from './setup/api.js';

/** The client against a real server over a real socket. */

let api: TestApi;
let url: string;
let docket: Docket;
const key = { key: 'docket-demo', token: 'docket-demo-token' };

beforeAll(async () => {
  api = await createTestApi();
  await api.api.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(api.api.server.address() as AddressInfo).port}`;
  docket = createDocket({ url, ...key });
});

afterAll(() => api.end());

/** A network that loses the first `lost` answers after the server gave them. */
function losing(lost: number): { fetch: typeof fetch; sent: () => number } {
  let sent = 0;
  return {
    sent: () => sent,
    fetch: async (...words) => {
      sent += 1;
      const response = await fetch(...words);
      if (sent > lost) return response;
      await response.arrayBuffer();
      throw new TypeError('the connection was lost');
    },
  };
}

const problemOf = async (work: Promise<unknown>): Promise<DocketProblem> => {
  const error: unknown = await work.then(
    () => new Error('it was accepted'),
    (caught: unknown) => caught,
  );
  if (!(error instanceof DocketProblem)) throw error;
  return error;
};

describe('the client', () => {
  it('takes an order from placement to delivery', async () => {
    const placed = await docket.orders.place(ORDER);
    const { orderId } = placed;
    await docket.orders.command(orderId, 'approve_payment', { paymentId: '1' });
    await docket.orders.command(orderId, 'start_handling', {});
    const invoiced = await docket.orders.command(orderId, 'issue_invoice', {
      number: 'A-1',
      value: placed.totals?.total ?? 0,
      package: { trackingNumber: 'RR1' },
    });
    expect(invoiced.status).toBe('invoiced');
    const delivered = await docket.orders.command(orderId, 'track_package', { packageId: '1', delivered: true });
    expect(delivered.deliveredAt).not.toBeNull();
    expect(await docket.orders.get(orderId)).toEqual(delivered);
  });

  it('walks lists page by page, as far as the reader goes', async () => {
    const ids = new Set<string>();
    for (let n = 0; n < 5; n += 1) ids.add((await docket.orders.place({ ...ORDER, tags: ['walked'] })).orderId);
    const seen: string[] = [];
    for await (const row of docket.orders.list({ tag: ['walked'], limit: 2 })) seen.push(row.orderId);
    expect(new Set(seen)).toEqual(ids);
    expect(seen).toHaveLength(5);
    for await (const row of docket.orders.list({ limit: 1 })) {
      expect(row.orderId).toBe(seen[0]);
      break;
    }
  });

  it('walks settings by the key, and histories by the version, that the next page begins after', async () => {
    const { orderId } = await docket.orders.place(ORDER);
    for (const n of [1, 2, 3, 4, 5]) {
      await docket.call('putProduct', { path: { sku: `WALK-${n}` }, body: { name: `Walk ${n}` } });
      await docket.orders.command(orderId, 'add_note', { text: `note ${n}` });
    }
    const skus: string[] = [];
    for await (const { sku } of docket.all('listProduct', { query: { limit: 2 } })) skus.push(sku);
    expect(skus).toEqual(['WALK-1', 'WALK-2', 'WALK-3', 'WALK-4', 'WALK-5']);

    const changed: (string | null)[] = [];
    const since = { kind: 'product' as const, from: '2020-01-01T00:00:00.000Z', limit: 2 };
    for await (const { key: sku } of docket.all('listSettingsChanges', { query: since })) changed.push(sku);
    expect(changed.sort()).toEqual(skus);

    const versions: number[] = [];
    for await (const { version } of docket.all('listOrderEvents', { path: { orderId }, query: { limit: 2 } })) {
      versions.push(version);
    }
    expect(versions).toEqual([1, 2, 3, 4, 5, 6]);
    const entered: number[] = [];
    await docket.orders.command(orderId, 'approve_payment', { paymentId: '1' });
    for await (const { version } of docket.all('getOrderLedger', { path: { orderId }, query: { limit: 1 } })) {
      entered.push(version);
    }
    expect(entered).toEqual([1, 7]);
    const back: number[] = [];
    const query = { limit: 2, order: 'desc' as const, from: 5 };
    for await (const { version } of docket.all('listOrderEvents', { path: { orderId }, query })) back.push(version);
    expect(back).toEqual([5, 4, 3, 2, 1]);
  });

  it('throws what the server says, with code, field and status', async () => {
    const problem = await problemOf(docket.orders.place({ ...ORDER, total: 1 }));
    expect(problem).toMatchObject({ code: 'totals_mismatch', status: 422, problem: { pointer: '/total' } });
    expect((await problemOf(docket.orders.get('nowhere'))).code).toBe('order_not_found');
  });

  it('places one order when the answers are lost on the way, however often', async () => {
    const network = losing(2);
    const client = createDocket({ url, ...key, fetch: network.fetch, sleep: () => Promise.resolve() });
    const order = await client.orders.place({ ...ORDER, tags: ['lost'] });
    expect(network.sent()).toBe(3);
    const found: string[] = [];
    for await (const { orderId } of client.orders.list({ tag: ['lost'] })) found.push(orderId);
    expect(found).toEqual([order.orderId]);
  });

  it('sends once what the server would do twice, and leaves it to the caller when the answer is lost', async () => {
    const network = losing(1);
    const client = createDocket({ url, ...key, fetch: network.fetch, sleep: () => Promise.resolve() });
    const made = client.call('createRole', { body: { role: 'lost', name: 'Lost', permissions: [] } });
    await expect(made).rejects.toThrow('the connection was lost');
    expect(network.sent()).toBe(1);
    expect(await client.call('getRole', { path: { role: 'lost' } })).toMatchObject({ name: 'Lost' });
  });

  it('makes one key when the answer is lost, and hears its token all the same', async () => {
    const network = losing(1);
    const client = createDocket({ url, ...key, fetch: network.fetch, sleep: () => Promise.resolve() });
    const made = await client.call('createKey', { body: { label: 'lost' } });
    expect(network.sent()).toBe(2);
    expect(made.secret).toMatch(/^dkt_/);
    const labels: string[] = [];
    for await (const { label } of client.all('listKeys', { query: { limit: 1 } })) labels.push(label);
    expect(labels.filter((label) => label === 'lost')).toHaveLength(1);
  });

  it('sends reads, PUT and DELETE again without a key: twice is as good as once', async () => {
    const network = losing(2);
    const client = createDocket({ url, ...key, fetch: network.fetch, sleep: () => Promise.resolve() });
    await client.call('putStore', { path: { store: 'lost' }, body: { name: 'Lost' } });
    expect(network.sent()).toBe(3);
  });

  it('gives up after its tries, with the error of the last', async () => {
    const network = losing(100);
    const client = createDocket({ url, ...key, fetch: network.fetch, sleep: () => Promise.resolve() });
    await expect(client.orders.get('x')).rejects.toThrow('the connection was lost');
    expect(network.sent()).toBe(4);
  });

  it('waits with patience until the order comes to a state in which the command passes', async () => {
    const { orderId } = await docket.orders.place(ORDER);
    const patient = createDocket({ url, ...key, retrying: { patience: 20_000 } });
    const handled = patient.orders.command(orderId, 'start_handling', {});
    await docket.orders.command(orderId, 'approve_payment', { paymentId: '1' });
    expect((await handled).status).toBe('handling');
  });

  it('refuses to overwrite what somebody else changed since', async () => {
    const { orderId, version } = await docket.orders.place(ORDER);
    await docket.orders.command(orderId, 'add_note', { text: 'first' }, { version });
    const late = await problemOf(docket.orders.command(orderId, 'add_note', { text: 'second' }, { version }));
    expect(late.code).toBe('version_mismatch');
  });

  it('shows what a command would do, and does it at the commit, once', async () => {
    const { orderId, version } = await docket.orders.place(ORDER);
    const preview = await docket.orders.preview(orderId, 'approve_payment', { paymentId: '1' });
    expect(preview.order.version).toBeGreaterThan(version);
    expect(Object.keys(preview.effects)).toEqual([orderId]);
    expect((await docket.orders.get(orderId)).version).toBe(version);

    const network = losing(1);
    const client = createDocket({ url, ...key, fetch: network.fetch, sleep: () => Promise.resolve() });
    const done = await client.orders.commit(preview.token);
    expect(network.sent()).toBe(2);
    expect(done).toMatchObject({ orderId, version: preview.order.version, status: preview.order.status });
  });

  it('places the order that it showed', async () => {
    const { order, token } = await docket.orders.previewPlace(ORDER);
    expect((await problemOf(docket.orders.get(order.orderId))).code).toBe('order_not_found');
    expect((await docket.orders.commit(token)).orderId).toBe(order.orderId);
  });

  it('throws what became different since the preview', async () => {
    const { orderId } = await docket.orders.place({ ...ORDER, workflow: 'free' });
    await docket.orders.command(orderId, 'approve_payment', { paymentId: '1' });
    const { token } = await docket.orders.preview(orderId, 'refund', {});
    await docket.orders.command(orderId, 'refund', { amount: 500 });
    const { code, problem } = await problemOf(docket.orders.commit(token));
    expect(code).toBe('preview_outdated');
    const pointer = `/${orderId}/events/0/data/refunds/0/amount`;
    expect(problem.difference).toContainEqual({ pointer, before: 2780, after: 2280 });
  });

  it('puts whatever an id holds into the address and nowhere else', async () => {
    const problem = await problemOf(docket.orders.get('a/../b?c=d#e'));
    expect(problem.status).toBeLessThan(500);
    await expect(docket.orders.get('')).rejects.toThrow(TypeError);
  });
});
