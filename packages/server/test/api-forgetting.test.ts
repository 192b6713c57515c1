import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createForgettings } from '../src/forgetting/forgettings.js';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';
import { acceptedOrder, asked, openWritePath, placement } from './write-path.js';

const forgettings = `${ADMIN}/forgettings`;

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.end());

const place = async (more: object): Promise<string> => {
  const placed = await api.ask('POST', `${ADMIN}/orders`, { body: { ...ORDER, ...more } });
  expect(placed.status, placed.text).toBe(201);
  return placed.body.orderId;
};

describe('a person', () => {
  it('is looked at without any effect, then forgotten with a reason, and once only', async () => {
    const orderId = await place({ buyer: { email: 'zoe@example.com', firstName: 'Zoe' }, note: 'Zoe called' });
    const person = { email: ' ZOE@example.com' };
    const before = await api.countEvents();
    const preview = await api.ask('POST', `${forgettings}/preview`, { body: person });
    expect(preview, preview.text).toMatchObject({
      status: 200,
      body: { orders: 1, forgottenAt: null, customers: 0, customerIds: [] },
    });
    expect(await api.countEvents()).toBe(before);
    expect((await api.ask('GET', `${ADMIN}/orders/${orderId}`)).body).toMatchObject({ buyer: { firstName: 'Zoe' } });

    const body = { ...person, reason: 'request 2026-118' };
    const forgotten = await api.ask('POST', forgettings, { body });
    expect(forgotten, forgotten.text).toMatchObject({
      status: 200,
      body: { keys: 1, ordersLeft: 0, orders: [{ orderId }] },
    });
    expect((await api.ask('GET', `${ADMIN}/orders/${orderId}`)).body).toMatchObject({ buyer: null, forgotten: true });
    const { events } = (await api.ask('GET', `${ADMIN}/orders/${orderId}/events?order=desc&limit=1`)).body;
    expect(events).toMatchObject([{ type: 'person_forgotten', reason: 'request 2026-118', by: { id: 'docket-demo' } }]);

    const after = await api.countEvents();
    const again = await api.ask('POST', forgettings, { body });
    expect(again).toMatchObject({ status: 200, body: { keys: 1, orders: [], ordersLeft: 0 } });
    expect(again.body).toMatchObject({
      forgottenAt: (forgotten.body as unknown as { forgottenAt: string }).forgottenAt,
    });
    expect(await api.countEvents()).toBe(after);
    const { items } = (await api.ask('GET', `${ADMIN}/settings-changes?kind=forgetting`)).body;
    expect(items).toMatchObject([
      { action: 'created', actor: 'key:docket-demo', after: { keys: 1, orders: 1, reason: 'request 2026-118' } },
    ]);
    expect(JSON.stringify(items)).not.toContain('zoe');
    expect((await api.ask('POST', `${forgettings}/preview`, { body: person })).body).toMatchObject({
      orders: 0,
      forgottenAt: expect.any(String) as string,
    });
  });

  it('who is a customer too is said to keep that data', async () => {
    await api.ask('POST', `${ADMIN}/customers`, {
      body: { items: [{ customerId: 'C-7', email: 'ida@example.com', firstName: 'Ida' }] },
    });
    await place({ buyer: { email: 'ida@example.com', firstName: 'Ida' } });
    const preview = await api.ask('POST', `${forgettings}/preview`, { body: { email: 'ida@example.com' } });
    expect(preview.body).toMatchObject({ orders: 1, customers: 1, customerIds: ['C-7'] });
    expect((await api.ask('POST', `${forgettings}/preview`, { body: { customerId: 'C-7' } })).body).toMatchObject({
      orders: 0,
      rows: { customers: 1 },
    });
    const forgotten = await api.ask('POST', forgettings, { body: { customerId: 'C-7', reason: 'request 119' } });
    expect(forgotten.body).toMatchObject({ rows: { customers: 1 }, orders: [] });
    expect((await api.ask('GET', `${ADMIN}/customers/C-7`)).body).toMatchObject({ firstName: null });
  });

  it.each([
    ['nobody of the name', { email: 'nobody@example.com', reason: 'x' }, 404, 'person_not_found'],
    ['no reason', { email: 'ida@example.com' }, 400, null],
    ['two names', { email: 'ida@example.com', customerId: 'C-7', reason: 'x' }, 400, null],
    ['no name', { reason: 'x' }, 400, null],
  ])('is not forgotten with %s', async (_what, body, status, code) => {
    const before = await api.countEvents();
    const answer = await api.ask('POST', forgettings, { body });
    expect(answer.status, answer.text).toBe(status);
    if (code !== null) expect(answer.body).toMatchObject({ code });
    expect(await api.countEvents()).toBe(before);
  });

  it('is forgotten only by who sees the whole account and may', async () => {
    for (const [given, code] of [
      [{ permissions: ['personal.forget'], scope: { own: true } }, 'outside_scope'],
      [{ permissions: ['personal.view', 'orders.edit', 'customers.edit'] }, 'permission_missing'],
    ] as const) {
      const made = await api.ask('POST', `${ADMIN}/keys`, { body: { label: 'x', ...given } });
      const { key, secret } = made.body as unknown as { key: string; secret: string };
      const headers = { 'x-vtex-api-appkey': key, 'x-vtex-api-apptoken': secret };
      for (const [path, body] of [
        [`${forgettings}/preview`, { email: 'ida@example.com' }],
        [forgettings, { email: 'ida@example.com', reason: 'x' }],
      ] as const) {
        expect((await api.ask('POST', path, { body, headers })).body).toMatchObject({ code });
      }
    }
  });
});

it('many orders are told in parts, and the last one completes the certificate', async () => {
  const path = await openWritePath();
  try {
    for (let count = 0; count < 5; count += 1) {
      acceptedOrder(await path.execute(asked(placement({ customerId: 'big', buyer: { email: 'big@example.test' } }))));
    }
    const inTwos = createForgettings({ ...path, now: () => path.clock.now, most: 2 });
    const by = { actor: { kind: 'staff', id: 'staff:dpo' }, reason: 'request 7' } as const;
    const parts = [];
    for (let part = 0; part < 4; part += 1) parts.push(await inTwos.forget('acme', { customerId: 'big' }, by));
    expect(parts.map((part) => [part?.orders.length, part?.ordersLeft])).toEqual([
      [2, 3],
      [2, 1],
      [1, 0],
      [0, 0],
    ]);
    expect(parts.map((part) => part?.keys)).toEqual([5, 5, 5, 5]);
    expect(new Set(parts.flatMap((part) => part?.orders ?? []).map(({ orderId }) => orderId)).size).toBe(5);
    const { rows } = await path.database.owner.query<{ orders: number }>(
      `select jsonb_array_length(certificate::jsonb -> 'orders') as orders from forgotten_subjects`,
    );
    expect(rows).toEqual([{ orders: 5 }]);
  } finally {
    await path.close();
  }
});
