/* eslint-disable @typescript-eslint/no-unsafe-assignment -- expect.any() and its like are any */
import { OUTSIDE_COMMANDS } from '@docket/core/order/allowed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { compose } from '../src/compose.js';
import { ADMIN, createTestApi, ORDER, TEST_SECRET, type TestApi } from './setup/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  await makeKey('clerk', ['orders.view', 'orders.edit']);
  await makeKey('refunder', ['orders.view', 'orders.refund', 'orders.edit', 'prices.view', 'personal.view']);
});
afterAll(() => api.end());

const orders = `${ADMIN}/orders`;
const makeKey = (key: string, permissions: string[]) =>
  ensureAppKey(api.database.serving, 'default', { key, token: `${key}-token`, permissions });
const as = (key: string) => ({ 'x-vtex-api-appkey': key, 'x-vtex-api-apptoken': `${key}-token` });

async function place(change: object = {}): Promise<string> {
  const placed = await api.ask('POST', orders, { body: { ...ORDER, ...change } });
  expect(placed.status, placed.text).toBe(201);
  return placed.body.orderId;
}

interface PreviewBody {
  readonly token: string;
  readonly order: object;
  readonly effects: Record<string, { readonly events: readonly object[] }>;
  readonly warnings: readonly object[];
}

async function preview(path: string, body: object = {}, headers: Record<string, string> = {}): Promise<PreviewBody> {
  const answer = await api.ask('POST', path, { body, headers: { prefer: 'preview', ...headers } });
  expect(answer.status, answer.text).toBe(200);
  return answer.body as unknown as PreviewBody;
}
const commit = (token: string, headers: Record<string, string> = {}) =>
  api.ask('POST', `${ADMIN}/previews/${token}/commit`, { headers });

describe('a preview', () => {
  it('of a placement is what the placement then is', async () => {
    const shown = await preview(orders, ORDER);
    const before = await api.countEvents();
    const placed = await commit(shown.token);
    expect(placed.status, placed.text).toBe(201);
    expect(placed.headers['location']).toBe(`${orders}/${placed.body.orderId}`);
    expect(withoutTimes(placed.body)).toEqual(withoutTimes(shown.order));
    expect(await api.countEvents()).toBe(before + 1);
    const again = await commit(shown.token);
    expect(again).toMatchObject({ status: 201, headers: { 'idempotency-replayed': 'true', etag: '"1"' } });
    expect(again.body).toEqual(placed.body);
  });

  it('tells effects, and what would be allowed then', async () => {
    const id = await place({ workflow: 'free' });
    const shown = await preview(`${orders}/${id}/invoices`, { number: 'A-1', value: 2780 });
    expect(shown).toMatchObject({
      command: 'issue_invoice',
      baseVersions: { [id]: 1 },
      effects: {
        [id]: {
          events: [{ type: 'invoice_issued', text: 'Invoice A-1 issued: 27.80 EUR' }],
          papers: [{ kind: 'invoice', number: 'A-1', value: 2780 }],
        },
      },
      order: {
        version: 2,
        allowed: expect.arrayContaining([
          expect.objectContaining({ command: 'request_cancellation', allowed: false, code: 'order_invoiced' }),
        ]),
      },
      warnings: [],
    });
    const read = await api.ask('GET', `${ADMIN}/previews/${shown.token}`);
    expect(read.body).toEqual(shown);
  });

  it('of what changes nothing says so', async () => {
    const id = await place({ tags: ['gift'] });
    const shown = await preview(`${orders}/${id}/tags`, { add: ['gift'] });
    expect(shown).toMatchObject({ effects: {}, warnings: [{ code: 'without_effect' }] });
    expect(await commit(shown.token)).toMatchObject({ status: 200, headers: { etag: '"1"' } });
  });

  it('is refused as the command is, and checks If-Match', async () => {
    const id = await place();
    const asked = { body: { number: '1', value: 1 } };
    const direct = await api.ask('POST', `${orders}/${id}/invoices`, asked);
    const shown = await api.ask('POST', `${orders}/${id}/invoices`, { ...asked, headers: { prefer: 'preview' } });
    expect({ ...shown.body, requestId: '' }).toEqual({ ...direct.body, requestId: '' });
    const mismatch = await api.ask('POST', `${orders}/${id}/notes`, {
      body: { text: 'x' },
      headers: { prefer: 'preview', 'if-match': '"9"' },
    });
    expect(mismatch).toMatchObject({ status: 412, headers: { etag: '"1"' }, body: { code: 'version_mismatch' } });
  });

  it('does not take the idempotency key', async () => {
    const id = await place();
    const headers = { 'idempotency-key': 'previewed-1' };
    await preview(`${orders}/${id}/notes`, { text: 'a' }, headers);
    const noted = await api.ask('POST', `${orders}/${id}/notes`, { body: { text: 'b' }, headers });
    expect(noted.headers['idempotency-replayed']).toBeUndefined();
    expect(noted.status).toBe(200);
  });

  it('that is outdated is refused with the difference', async () => {
    const id = await place({ workflow: 'free' });
    await api.ask('POST', `${orders}/${id}/payments/1/approve`);
    const shown = await preview(`${orders}/${id}/refund`);
    await api.ask('POST', `${orders}/${id}/refund`, { body: { amount: 1000 } });
    const refused = await commit(shown.token);
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'preview_outdated',
        retry: false,
        difference: expect.arrayContaining([
          { pointer: `/${id}/events/0/data/refunds/0/amount`, before: 2780, after: 1780 },
        ]),
      },
    });
  });

  it('is committed by its own credential alone, while that still holds the permission', async () => {
    const id = await place({ workflow: 'free' });
    await api.ask('POST', `${orders}/${id}/payments/1/approve`);
    const { token } = await preview(`${orders}/${id}/refund`, { amount: 1 }, as('refunder'));
    expect(await commit(token)).toMatchObject({ status: 404, body: { code: 'preview_not_found' } });
    expect(await api.ask('GET', `${ADMIN}/previews/${token}`)).toMatchObject({ status: 404 });
    await makeKey('refunder', ['orders.view']);
    // Another process: this one knows the key for some seconds after it was changed.
    const appKey = { key: 'docket-demo', token: 'docket-demo-token' };
    const settings = { demo: false, appKey, role: 'api' } as const;
    const other = await compose({ settings, database: api.database, secret: TEST_SECRET, logLevel: 'silent' });
    const url = `${ADMIN}/previews/${token}/commit`;
    const refused = await other.api.inject({ method: 'POST', url, headers: as('refunder') });
    await other.close();
    expect(refused.statusCode).toBe(403);
    expect(refused.json()).toMatchObject({ code: 'permission_missing', details: { permission: 'orders.refund' } });
  });

  it.each(['x', 'A'.repeat(42), `${'A'.repeat(42)}%00`, '../../x'])('of the token %s is none', async (token) => {
    const answer = await commit(encodeURIComponent(token));
    expect([400, 404]).toContain(answer.status);
  });
});

const withoutTimes = (order: unknown): unknown =>
  JSON.parse(JSON.stringify(order).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'a time')) as unknown;

describe('a reason', () => {
  const reasonOf = async (id: string) =>
    (await api.ask('GET', `${orders}/${id}/events`)).body.events.map((event) => (event as { reason?: string }).reason);

  it('stands beside the events', async () => {
    const placed = await api.ask('POST', orders, { body: ORDER, headers: { 'docket-reason': 'ticket 17' } });
    const id = placed.body.orderId;
    const headers = { 'docket-reason': encodeURIComponent('Grünes Licht: 100 % ✓') };
    await api.ask('POST', `${orders}/${id}/notes`, { body: { text: 'x' }, headers });
    await api.ask('POST', `${orders}/${id}/notes`, { body: { text: 'y' } });
    expect(await reasonOf(id)).toEqual(['ticket 17', 'Grünes Licht: 100 % ✓', 'asked over the API']);
  });

  it('of a preview is the reason of its commit', async () => {
    const id = await place();
    const { token } = await preview(`${orders}/${id}/notes`, { text: 'x' }, { 'docket-reason': 'rule 4' });
    await commit(token, { 'docket-reason': 'another' });
    expect(await reasonOf(id)).toEqual(['asked over the API', 'rule 4']);
  });

  it.each(['', ' ', '%', '%FF', '%00', 'a%0Ab', 'ä', 'x'.repeat(201), '%ED%A0%80'])(
    'is refused as "%s"',
    async (reason) => {
      const id = await place();
      const headers = { 'docket-reason': reason };
      const refused = await api.ask('POST', `${orders}/${id}/notes`, { body: { text: 'x' }, headers });
      expect(refused).toMatchObject({ status: 400, body: { code: 'header_invalid', pointer: '/docket-reason' } });
    },
  );
});

describe('an idempotency key', () => {
  it('knows the request again, however its JSON is written', async () => {
    const id = await place();
    const send = (payload: string) =>
      api.ask('POST', `${orders}/${id}/log`, { payload, headers: { 'idempotency-key': 'json-1' } });
    await send('{"source":"erp","message":"m"}');
    const again = await send('{ "message" : "m",\n"source":"\\u0065rp" }');
    expect(again).toMatchObject({ status: 200, headers: { 'idempotency-replayed': 'true' } });
    expect(await send('{"source":"erp","message":"n"}')).toMatchObject({ status: 422 });
  });

  it('is kept for what had no effect too', async () => {
    const id = await place({ tags: ['gift'] });
    const headers = { 'idempotency-key': 'nothing-1' };
    const tag = (add: string) => api.ask('POST', `${orders}/${id}/tags`, { body: { add: [add] }, headers });
    expect(await tag('gift')).toMatchObject({ status: 200, headers: { etag: '"1"' } });
    expect(await tag('gift')).toMatchObject({ status: 200, headers: { 'idempotency-replayed': 'true' } });
    expect(await tag('other')).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  });

  it('belongs to the credential', async () => {
    const id = await place();
    const note = (text: string, key: object = {}) =>
      api.ask('POST', `${orders}/${id}/notes`, { body: { text }, headers: { 'idempotency-key': 'mine', ...key } });
    expect((await note('a')).status).toBe(200);
    expect((await note('b', as('clerk'))).status).toBe(200);
  });
});

describe('If-Match', () => {
  it.each([
    ['"1"', 200],
    ['*', 200],
    ['"7", "1"', 200],
    ['"7","8"', 412],
    ['W/"1"', 412],
    ['W/"1", "1"', 200],
    ['"abc"', 412],
    ['1', 400],
    ['"1', 400],
    ['', 400],
  ])('of %s answers %i', async (header, status) => {
    const id = await place();
    const headers = { 'if-match': header };
    const answer = await api.ask('POST', `${orders}/${id}/notes`, { body: { text: 'x' }, headers });
    expect(answer.status, answer.text).toBe(status);
    if (status === 412) {
      expect(answer.headers['etag']).toBe('"1"');
      expect(answer.body).toMatchObject({ code: 'version_mismatch', details: { version: 1 } });
    }
  });
});

describe('what is allowed', () => {
  it('stands on every order, with the reason why not', async () => {
    const id = await place();
    const { body } = await api.ask('GET', `${orders}/${id}`, { headers: as('clerk') });
    const allowed = new Map(
      (body as unknown as { allowed: { command: string }[] }).allowed.map((each) => [each.command, each]),
    );
    expect(allowed.size).toBe(OUTSIDE_COMMANDS.length);
    expect(allowed.get('add_note')).toEqual({ command: 'add_note', allowed: true });
    expect(allowed.get('accept_order')).toMatchObject({
      allowed: false,
      code: 'not_in_this_step',
      title: expect.any(String),
    });
    expect(allowed.get('refund')).toMatchObject({ allowed: false, code: 'permission_missing' });
    const alone = await api.ask('GET', `${orders}/${id}/allowed`, { headers: as('clerk') });
    expect(alone.body.commands).toEqual([...allowed.values()]);
  });
});

describe('placing many orders', () => {
  const bulk = (items: readonly unknown[], headers: Record<string, string> = {}) =>
    api.ask('POST', `${orders}/bulk`, { body: { items }, headers });
  interface Answered {
    readonly placed: number;
    readonly refused: number;
    readonly items: readonly { status: number; replayed: boolean; order?: { orderId: string }; problem?: object }[];
  }
  const answered = (answer: Awaited<ReturnType<typeof bulk>>): Answered => {
    expect(answer.status, answer.text).toBe(200);
    return answer.body as unknown as Answered;
  };

  it('answers each as if it had come alone; a bad one harms no other', async () => {
    const bad = [
      { order: { ...ORDER, total: 1 } },
      { order: { ...ORDER, lines: 'none' } },
      { order: { ...ORDER, note: 'a\0b' } },
      { order: ORDER, extra: 1 },
      { order: { ...ORDER, currency: 'XYZ' } },
      null,
      { order: ORDER, idempotencyKey: 'with space' },
    ];
    const { placed, refused, items } = answered(await bulk([{ order: ORDER }, ...bad, { order: ORDER }]));
    expect([placed, refused]).toEqual([2, 7]);
    expect(items.map(({ status }) => status)).toEqual([201, 422, 400, 400, 400, 422, 400, 400, 201]);
    expect(items.map(({ problem }) => problem).filter(Boolean)).toMatchObject([
      { code: 'totals_mismatch', pointer: '/items/1/order/total' },
      { code: 'field_invalid', pointer: '/items/2/order/lines' },
      { code: 'text_invalid', pointer: '/items/3/order/note' },
      { code: 'field_unknown', pointer: '/items/4/extra' },
      { code: 'currency_unknown', pointer: '/items/5/order/currency' },
      { code: 'field_invalid', pointer: '/items/6' },
      { code: 'field_invalid', pointer: '/items/7/idempotencyKey' },
    ]);
  });

  it('takes a hundred, and no more', async () => {
    const hundred = Array.from({ length: 100 }, (_, n) => ({ order: { ...ORDER, tags: [`n${n}`] } }));
    const { placed, items } = answered(await bulk(hundred, { prefer: 'return=minimal' }));
    expect(placed).toBe(100);
    expect(new Set(items.map(({ order }) => order?.orderId)).size).toBe(100);
    expect(await bulk([...hundred, { order: ORDER }])).toMatchObject({ status: 400, body: { code: 'field_invalid' } });
    expect(await bulk([])).toMatchObject({ status: 400 });
  });

  it('takes a key an item: the same as that of a request of its own', async () => {
    const item = { order: ORDER, idempotencyKey: 'cart-1' };
    const first = answered(await bulk([item, item])).items;
    expect(first.map(({ order }) => order?.orderId)).toEqual(Array(2).fill(first[0]?.order?.orderId));
    expect(first.filter(({ replayed }) => replayed)).toHaveLength(1);
    const alone = await api.ask('POST', orders, { body: ORDER, headers: { 'idempotency-key': 'cart-1' } });
    expect(alone).toMatchObject({ status: 201, body: { orderId: first[0]?.order?.orderId } });
    const other = answered(await bulk([{ order: { ...ORDER, tags: ['x'] }, idempotencyKey: 'cart-1' }]));
    expect(other.items[0]).toMatchObject({ status: 422, problem: { code: 'idempotency_key_reused' } });
  });

  it('places nothing twice when the call is sent again under its key', async () => {
    const headers = { 'idempotency-key': 'call-1' };
    const first = answered(await bulk([{ order: ORDER }, { order: ORDER }], headers));
    const again = answered(await bulk([{ order: ORDER }, { order: ORDER }], headers));
    expect(again.items.map(({ order }) => order?.orderId)).toEqual(first.items.map(({ order }) => order?.orderId));
    expect(again.items.every(({ replayed }) => replayed)).toBe(true);
  });

  it('cannot be previewed, and places nothing then', async () => {
    const before = await api.countEvents();
    expect(await bulk([{ order: ORDER }], { prefer: 'preview' })).toMatchObject({
      status: 501,
      body: { code: 'preview_unavailable' },
    });
    expect(await api.countEvents()).toBe(before);
  });

  it('is no exception: nothing else that writes takes a preview for the real thing', async () => {
    const load = { items: [{ sku: 'S-1', name: 'S', counted: true }] };
    const url = `${ADMIN}/products`;
    const headers = { ...as('docket-demo'), 'x-vtex-api-apptoken': 'docket-demo-token', prefer: 'preview' };
    const answer = await api.api.inject({ method: 'POST', url, headers, payload: load });
    expect(answer.statusCode).toBe(501);
    expect((await api.ask('GET', url)).body.items).toEqual([]);
  });

  it('asks for the permission to place', async () => {
    expect(await bulk([{ order: ORDER }], as('clerk'))).toMatchObject({ status: 403 });
  });
});
