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

  it('puts whatever an id holds into the address and nowhere else', async () => {
    const problem = await problemOf(docket.orders.get('a/../b?c=d#e'));
    expect(problem.status).toBeLessThan(500);
    await expect(docket.orders.get('')).rejects.toThrow(TypeError);
  });
});
