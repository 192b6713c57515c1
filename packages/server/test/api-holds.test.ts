import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';

/** Holds as people and systems meet them over the API. */

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.end());

type Answer = Awaited<ReturnType<TestApi['ask']>>;
type Headers = Record<string, string>;

const post = (path: string, body: object = {}, headers: Headers = {}): Promise<Answer> =>
  api.ask('POST', `${ADMIN}${path}`, { body, headers });
const get = async (path: string, headers: Headers = {}): Promise<Answer['body'] & Held> =>
  (await api.ask('GET', `${ADMIN}${path}`, { headers })).body as Answer['body'] & Held;

interface Held {
  readonly holds: readonly { readonly id: string; readonly mayRelease: boolean; readonly reason: string | null }[];
  readonly heldTimers: readonly { readonly name: string }[];
  readonly allowed: readonly { readonly command: string; readonly allowed: boolean; readonly code?: string }[];
}

/** Paid, being handled, in the workflow that ships. */
async function handled(): Promise<string> {
  const placed = await post('/orders', { ...ORDER, workflow: 'simple' });
  expect(placed.status, placed.text).toBe(201);
  const order = `/orders/${placed.body.orderId}`;
  expect((await post(`${order}/payments/1/approve`)).status).toBe(200);
  expect((await post(`${order}/start-handling`)).status).toBe(200);
  return order;
}

interface Key {
  readonly key: string;
  readonly headers: Headers;
}

async function keyWith(permissions: string[], roles: string[] = []): Promise<Key> {
  const made = await post('/keys', { label: 'test', permissions, roles });
  const { key, secret } = made.body as unknown as { key: string; secret: string };
  return { key, headers: { 'x-vtex-api-appkey': key, 'x-vtex-api-apptoken': secret } };
}

const CLERK = ['orders.view', 'orders.edit', 'orders.ship', 'prices.view'];

describe('an order on hold', () => {
  it('refuses what the hold blocks, says by which, and goes on when it is released', async () => {
    const order = await handled();
    const placed = await post(`${order}/holds`, { holdType: 'address_check', reason: 'no house number' });
    expect(placed, placed.text).toMatchObject({
      status: 200,
      body: { holds: [{ id: '1', on: null, blocks: ['shipping'], reason: 'no house number', mayRelease: true }] },
    });
    expect(await post(`${order}/packages`, { packageId: 'box' })).toMatchObject({
      status: 409,
      body: {
        code: 'on_hold',
        retry: true,
        details: { holds: ['1'], types: ['address_check'], on: ['order'], until: null },
      },
    });
    const { allowed } = await get(order);
    expect(allowed.find(({ command }) => command === 'send_package')).toMatchObject({
      allowed: false,
      code: 'on_hold',
    });
    expect(allowed.find(({ command }) => command === 'issue_invoice')).toMatchObject({ allowed: true });
    expect((await post(`${order}/holds/1/release`, { reason: 'it is 14' })).body).toMatchObject({
      holds: [{ released: { how: 'by_hand', by: 'key:docket-demo', reason: 'it is 14' }, mayRelease: false }],
    });
    expect((await post(`${order}/packages`, { packageId: 'box' })).status).toBe(200);
    expect(await post(`${order}/holds/1/release`)).toMatchObject({ status: 404, body: { code: 'hold_not_found' } });
  });

  it('is refused in a preview as it is when asked, and a line alone leaves the others free', async () => {
    const order = await handled();
    await post(`${order}/holds`, { holdType: 'address_check', on: { kind: 'line', id: '2' } });
    const preview = { prefer: 'preview' };
    const refused = { status: 409, body: { code: 'on_hold', details: { on: ['line 2'] } } };
    expect(await post(`${order}/packages`, {}, preview)).toMatchObject(refused);
    expect(await post(`${order}/packages`, {})).toMatchObject(refused);
    const items = [{ lineId: '1', quantity: 2 }];
    expect((await post(`${order}/packages`, { items }, preview)).status).toBe(200);
    expect((await post(`${order}/packages`, { items })).status).toBe(200);
    expect(await post(`${order}/holds`, { holdType: 'address_check', on: { kind: 'line', id: '9' } })).toMatchObject({
      status: 422,
      body: { code: 'reference_unknown', pointer: '/on/id' },
    });
  });

  it('is told in the history, without its words to who may not read about people', async () => {
    const order = await handled();
    await post(`${order}/holds`, { holdType: 'fraud_review', reason: 'Ana has three cards' });
    const clerk = await keyWith(CLERK);
    expect((await get(order, clerk.headers)).holds).toMatchObject([{ reason: null }]);
    const { events } = await get(`${order}/events`);
    expect(events.at(-1)).toMatchObject({
      type: 'hold_placed',
      summary: { text: 'Put on hold: fraud_review', code: 'hold_placed' },
      changes: [{ field: 'holds', label: 'Hold 1' }],
    });
  });

  it('is found by the list, and told by its rows', async () => {
    const order = await handled();
    const other = await handled();
    await post(`${order}/holds`, { holdType: 'customer_request' });
    const ids = async (onHold: boolean): Promise<unknown[]> =>
      ((await get(`/orders?onHold=${onHold}&limit=100`)).orders as { orderId: string; onHold: boolean }[]).map(
        (row) => {
          expect(row.onHold).toBe(onHold);
          return `/orders/${row.orderId}`;
        },
      );
    expect(await ids(true)).toContain(order);
    expect(await ids(true)).not.toContain(other);
    await post(`${order}/holds/1/release`);
    expect(await ids(true)).not.toContain(order);
    expect(await ids(false)).toContain(order);
  });
});

describe('who may release a hold', () => {
  it('is who may edit orders, and has the role or permission that the hold names', async () => {
    await post('/roles', { role: 'fraud-team', name: 'Fraud team', permissions: ['orders.edit'] });
    const order = await handled();
    await post(`${order}/holds`, { holdType: 'fraud_review', releaseBy: 'role:fraud-team' });
    await post(`${order}/holds`, { holdType: 'payment_review', releaseBy: 'orders.refund' });
    const [clerk, team, refunder, shipper] = [
      await keyWith(CLERK),
      await keyWith(CLERK, ['fraud-team']),
      await keyWith([...CLERK, 'orders.refund']),
      await keyWith(['orders.view', 'orders.ship']),
    ];
    const seenBy = async ({ headers }: Key): Promise<boolean[]> =>
      (await get(order, headers)).holds.map(({ mayRelease }) => mayRelease);
    expect(await seenBy(clerk)).toEqual([false, false]);
    expect(await seenBy(team)).toEqual([true, false]);
    expect(await seenBy(refunder)).toEqual([false, true]);
    expect(await seenBy(shipper)).toEqual([false, false]);

    const release = (id: number, { headers }: Key): Promise<Answer> =>
      post(`${order}/holds/${id}/release`, {}, headers);
    expect(await release(1, clerk)).toMatchObject({
      status: 403,
      body: { code: 'release_not_permitted', details: { releaseBy: 'role:fraud-team' } },
    });
    expect(await release(1, shipper)).toMatchObject({ status: 403, body: { code: 'permission_missing' } });
    expect((await release(1, team)).status).toBe(200);
    expect((await release(2, refunder)).status).toBe(200);
  });

  it('is asked again when a preview is carried out', async () => {
    await post('/roles', { role: 'night-team', name: 'Night team', permissions: ['orders.edit'] });
    const order = await handled();
    await post(`${order}/holds`, { holdType: 'fraud_review', releaseBy: 'role:night-team' });
    const { key, headers: night } = await keyWith(CLERK, ['night-team']);
    const shown = await post(`${order}/holds/1/release`, {}, { ...night, prefer: 'preview' });
    expect(shown.status, shown.text).toBe(200);
    await api.ask('PATCH', `${ADMIN}/keys/${key}`, { body: { roles: [] } });
    const commit = `/previews/${(shown.body as unknown as { token: string }).token}/commit`;
    expect(await post(commit, {}, night)).toMatchObject({ status: 403, body: { code: 'release_not_permitted' } });
    await api.ask('PATCH', `${ADMIN}/keys/${key}`, { body: { roles: ['night-team'] } });
    expect((await post(commit, {}, night)).status).toBe(200);
  });
});

describe('types of holds', () => {
  it('are there from the start, and are settings that a hold takes at once', async () => {
    expect((await get('/hold-types')).items).toMatchObject([
      { holdType: 'address_check', blocks: ['shipping'], releaseBy: null, active: true },
      { holdType: 'customer_request' },
      { holdType: 'fraud_review', blocks: ['all'] },
      { holdType: 'payment_review' },
    ]);
    const order = await handled();
    const path = `${ADMIN}/hold-types/export_licence`;
    const hold = { holdType: 'export_licence' };
    const unknown = { status: 422, body: { code: 'hold_type_unknown', pointer: '/holdType' } };
    expect(await post(`${order}/holds`, hold)).toMatchObject(unknown);
    const body = { name: 'Export licence', blocks: ['shipping', 'invoicing'], releaseBy: 'role:manager' };
    expect(await api.ask('PUT', path, { body })).toMatchObject({ status: 201 });
    expect((await post(`${order}/holds`, hold)).body).toMatchObject({
      holds: [{ blocks: ['shipping', 'invoicing'], releaseBy: 'role:manager' }],
    });
    const preview = { prefer: 'preview' };
    const use = (active: boolean): Promise<Answer> => api.ask('PATCH', path, { body: { active } });
    await use(false);
    expect(await post(`${order}/holds`, hold)).toMatchObject(unknown);
    await use(true);
    expect((await post(`${order}/holds`, hold, preview)).status).toBe(200);
    await use(false);
    expect(await post(`${order}/holds`, hold, preview)).toMatchObject(unknown);
  });

  it('name roles and permissions that there are', async () => {
    const put = (releaseBy: string): Promise<Answer> =>
      api.ask('PUT', `${ADMIN}/hold-types/x`, { body: { name: 'X', blocks: ['all'], releaseBy } });
    expect(await put('role:nobody')).toMatchObject({
      status: 422,
      body: { code: 'reference_unknown', pointer: '/releaseBy', details: { releaseBy: 'role:nobody' } },
    });
    expect((await put('orders.edti')).status).toBe(400);
    expect((await put('orders.refund')).status).toBe(201);
  });
});
