/* eslint-disable @typescript-eslint/no-unsafe-assignment -- expect.any() and its like are any */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.end());

const orders = `${ADMIN}/orders`;

async function place(change: object = {}): Promise<string> {
  const placed = await api.ask('POST', orders, { body: { ...ORDER, ...change } });
  expect(placed.status, placed.text).toBe(201);
  return placed.body.orderId;
}

describe('placing', () => {
  it('answers 201 with the order, where it is, and its version', async () => {
    const placed = await api.ask('POST', orders, { body: ORDER });
    expect(placed.status, placed.text).toBe(201);
    expect(placed.headers['location']).toBe(`${orders}/${placed.body.orderId}`);
    expect(placed.headers['etag']).toBe('"1"');
    expect(placed.body).toMatchObject({
      orderId: expect.stringMatching(/^\d{13}-01$/),
      store: 'default',
      channel: 'default',
      workflow: 'complete',
      totals: { items: 2290, shipping: 490, total: 2780 },
      amountDue: 2780,
      payments: [{ id: expect.any(String), status: 'pending', amount: 2780 }],
      buyer: { email: 'ana@example.com' },
    });
    const read = await api.ask('GET', placed.headers['location'] as string);
    expect(read.body).toEqual(placed.body);
  });

  it('answers with a receipt where the sender prefers it', async () => {
    const placed = await api.ask('POST', orders, { body: ORDER, headers: { prefer: 'return=minimal' } });
    expect(placed.body).toEqual({
      orderId: expect.any(String),
      number: null,
      version: 1,
      status: expect.any(String),
      total: 2780,
      currency: 'EUR',
      amountDue: 2780,
    });
    expect(placed.headers['preference-applied']).toBe('return=minimal');
  });

  it('refuses totals that do not add up, and names them', async () => {
    const before = await api.countEvents();
    const refused = await api.ask('POST', orders, { body: { ...ORDER, total: 2781 } });
    expect(refused).toMatchObject({ status: 422, body: { code: 'totals_mismatch', pointer: expect.any(String) } });
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(await api.countEvents()).toBe(before);
  });

  it('refuses a currency that is none, and an unknown workflow', async () => {
    expect(await api.ask('POST', orders, { body: { ...ORDER, currency: 'XYZ' } })).toMatchObject({
      status: 422,
      body: { code: 'currency_unknown' },
    });
    expect(await api.ask('POST', orders, { body: { ...ORDER, workflow: 'nope' } })).toMatchObject({
      status: 422,
      body: { code: 'workflow_unknown' },
    });
  });

  it('takes an order of 5,000 lines', async () => {
    const lines = Array.from({ length: 5000 }, (_, n) => ({
      sku: `S-${n}`,
      name: 'Bolt',
      quantity: 1,
      priceMicros: 10_000,
    }));
    const body = { currency: 'EUR', lines, payments: [{ method: 'card', amount: 5000 }], total: 5000 };
    const placed = await api.ask('POST', orders, { body, headers: { prefer: 'return=minimal' } });
    expect(placed.status, placed.text).toBe(201);
  });
});

describe('a request with an idempotency key', () => {
  it('is carried out once, and answered the same again', async () => {
    const headers = { 'idempotency-key': 'order-77' };
    const first = await api.ask('POST', orders, { body: ORDER, headers });
    const before = await api.countEvents();
    const second = await api.ask('POST', orders, { body: ORDER, headers });
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(await api.countEvents()).toBe(before);
  });

  it('answers as it did then, whatever happened to the order since', async () => {
    const headers = { 'idempotency-key': 'order-78' };
    const first = await api.ask('POST', orders, { body: ORDER, headers });
    await api.ask('POST', `${orders}/${first.body.orderId}/notes`, { body: { text: 'call me' } });
    const again = await api.ask('POST', orders, { body: ORDER, headers });
    expect(again.body.notes).toEqual([]);
  });

  it('is refused with another body', async () => {
    const headers = { 'idempotency-key': 'order-79' };
    await api.ask('POST', orders, { body: ORDER, headers });
    const other = await api.ask('POST', orders, { body: { ...ORDER, tags: ['x'] }, headers });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  });

  it.each(['', ' ', 'ä', 'x'.repeat(256), 'with space'])('is refused where the key is "%s"', async (key) => {
    const refused = await api.ask('POST', orders, { body: ORDER, headers: { 'idempotency-key': key } });
    expect(refused).toMatchObject({ status: 400, body: { code: 'header_invalid', pointer: '/idempotency-key' } });
  });
});

describe('versions', () => {
  it('answer 304 to whoever has the order already', async () => {
    const id = await place();
    const known = await api.ask('GET', `${orders}/${id}`, { headers: { 'if-none-match': '"1"' } });
    expect(known).toMatchObject({ status: 304, text: '' });
    const old = await api.ask('GET', `${orders}/${id}`, { headers: { 'if-none-match': '"7"' } });
    expect(old.status).toBe(200);
    expect((await api.ask('HEAD', `${orders}/${id}`)).status).toBe(200);
  });

  it('refuse a command that was decided on an older one', async () => {
    const id = await place();
    const first = await api.ask('POST', `${orders}/${id}/notes`, {
      body: { text: 'a' },
      headers: { 'if-match': '"1"' },
    });
    expect(first).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    const second = await api.ask('POST', `${orders}/${id}/notes`, {
      body: { text: 'b' },
      headers: { 'if-match': '"1"' },
    });
    expect(second).toMatchObject({ status: 412, body: { code: 'version_mismatch' } });
    const wrong = await api.ask('POST', `${orders}/${id}/notes`, {
      body: { text: 'b' },
      headers: { 'if-match': '2' },
    });
    expect(wrong).toMatchObject({ status: 400, body: { code: 'header_invalid' } });
  });
});

describe('the life of an order', () => {
  it('runs by commands from payment to delivery and return', async () => {
    const id = await place();
    const at = `${orders}/${id}`;
    const paymentId = (await api.ask('GET', at)).body.payments[0]?.id ?? '';
    const step = async (
      method: 'POST' | 'PUT' | 'PATCH',
      path: string,
      body: object = {},
    ): Promise<Record<string, unknown>> => {
      const answer = await api.ask(method, `${at}${path}`, { body });
      expect(answer.status, `${path}: ${answer.text}`).toBe(200);
      return { ...answer.body };
    };
    await step('POST', `/payments/${paymentId}/approve`);
    await api.execute({
      account: 'default',
      orderId: id,
      command: { type: 'end_cancellation_window' },
      actor: { kind: 'system', id: 'timer' },
      reason: 'test',
    });
    await step('POST', '/start-handling');
    await step('POST', '/invoices', { number: 'A-1', value: 2780 });
    const sent = await step('POST', '/packages', { packageId: 'box-1', carrier: 'Post' });
    expect(sent).toMatchObject({ packages: [{ id: 'box-1', status: 'sent' }], statuses: { orion: 'shipped' } });
    await step('PATCH', '/packages/box-1', { trackingNumber: 'RR1' });
    await step('POST', '/packages/box-1/tracking', {
      events: [{ at: '2026-03-02T10:00:00Z', description: 'on its way' }],
      delivered: true,
    });
    const returned = await step('POST', '/return-invoices', { number: 'R-1', value: 2780 });
    expect(returned).toMatchObject({ amountDue: 0, payments: [{ status: 'refunded' }] });
    await step('PUT', '/assignee', { assignee: 'ana' });
    await step('POST', '/tags', { add: ['gift'] });
    const noted = await step('POST', '/log', { source: 'erp', message: 'exported' });
    expect(noted).toMatchObject({ assignee: 'ana', tags: ['gift'], log: [{ source: 'erp', message: 'exported' }] });

    const { body: ledger } = await api.ask('GET', `${at}/ledger`);
    expect(ledger.balances).toEqual(noted['ledger']);
    expect(Object.values(ledger.balances).reduce((a, b) => a + b, 0)).toBe(0);
    const pages: object[] = [];
    for (let next: string | number | null = 1; next !== null;) {
      const { body } = await api.ask('GET', `${at}/ledger?limit=1&from=${next}`);
      expect(body).toMatchObject({ entries: { length: 1 }, balances: ledger.balances });
      pages.push(...body.entries);
      next = body.next;
    }
    expect(pages).toEqual(ledger.entries);
    expect(pages).toHaveLength(4);
    const { body: history } = await api.ask('GET', `${at}/events?limit=2`);
    expect(history).toMatchObject({ events: [{ version: 1, type: 'order_placed' }, { version: 2 }], next: 3 });
    const { body: rest } = await api.ask('GET', `${at}/events?from=3`);
    expect(rest.next).toBeNull();
    expect(rest.events[0]?.version).toBe(3);
    const { body: timeline } = await api.ask('GET', `${at}/timeline`);
    expect(timeline.timelines[0]?.stages.map(({ state }) => state)).toEqual(Array(5).fill('done'));
    const { body: allowed } = await api.ask('GET', `${at}/allowed`);
    expect(allowed.commands.find(({ command }) => command === 'add_note')).toMatchObject({
      allowed: true,
    });
  });

  it('tells why a command is refused', async () => {
    const id = await place();
    const refused = await api.ask('POST', `${orders}/${id}/invoices`, { body: { number: '1', value: 1 } });
    expect(refused).toMatchObject({ status: 409, body: { code: 'not_in_this_step', retry: true } });
    const unknown = await api.ask('POST', `${orders}/${id}/payments/zz/approve`);
    expect(unknown).toMatchObject({ status: 404, body: { code: 'payment_not_found' } });
  });

  it('ends in the bin and comes back from it', async () => {
    const id = await place();
    const at = `${orders}/${id}`;
    expect((await api.ask('DELETE', at)).body.deletedAt).not.toBeNull();
    expect(await api.ask('POST', `${at}/notes`, { body: { text: 'x' } })).toMatchObject({
      status: 409,
      body: { code: 'order_deleted' },
    });
    expect((await api.ask('POST', `${at}/restore`)).body.deletedAt).toBeNull();
  });

  it('is unknown outside its account and where it never was', async () => {
    for (const path of ['', '/events', '/ledger', '/timeline', '/allowed']) {
      const answer = await api.ask('GET', `${orders}/1999999999999-01${path}`);
      expect(answer, path).toMatchObject({ status: 404, body: { code: 'order_not_found' } });
    }
    expect(await api.ask('POST', `${orders}/1999999999999-01/start-handling`)).toMatchObject({ status: 404 });
  });
});

describe('the list', () => {
  it('shows a placed order at once, finds it by word and filter, and pages', async () => {
    const ids = [];
    for (const tag of ['one', 'two', 'three']) {
      ids.push(await place({ tags: [tag, 'paged'], buyer: { email: 'li@example.com', firstName: 'Listine' } }));
    }
    const found = await api.ask('GET', `${orders}?q=listine&limit=2&count=true`);
    expect(found.status, found.text).toBe(200);
    expect(found.body).toMatchObject({
      orders: [{ orderId: ids[2], total: 2780 }, { orderId: ids[1] }],
      count: { orders: 3, exact: true },
    });
    const next = String(/<([^>]*)>; rel="next"/.exec(String(found.headers['link']))?.[1]);
    const second = await api.ask('GET', next);
    expect(second.body).toMatchObject({ orders: [{ orderId: ids[0] }], next: null });
    expect((await api.ask('GET', `${orders}?tag=two`)).body.orders).toHaveLength(1);
    expect((await api.ask('GET', `${orders}?q=listine&sort=total&order=asc`)).body.orders).toHaveLength(3);
  });

  it.each([
    ['?unknown=1', 'field_unknown', '/unknown'],
    ['?limit=0', 'field_invalid', '/limit'],
    ['?limit=x', 'field_invalid', '/limit'],
    ['?cursor=abc', 'cursor_invalid', '/cursor'],
    ['?offset=9999&limit=100', 'page_too_deep', '/offset'],
    ['?q=%00', 'text_invalid', '/q'],
    [`?cursor=${'x'.repeat(501)}`, 'field_invalid', '/cursor'],
    ['?externalSource=a&externalSource=b', 'field_invalid', '/externalSource'],
    ['?paymentState=payed', 'field_invalid', '/paymentState/0'],
    ['?customerId=%20', 'field_invalid', '/customerId/0'],
    ['?createdFrom=yesterday', 'date_out_of_range', '/createdFrom'],
  ])('refuses %s', async (query, code, pointer) => {
    const refused = await api.ask('GET', `${orders}${query}`);
    expect(refused.body).toMatchObject({ code, pointer, in: 'query' });
    expect(refused.status).toBe(code === 'date_out_of_range' ? 422 : 400);
  });
});
