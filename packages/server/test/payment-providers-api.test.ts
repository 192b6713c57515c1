import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signEvent } from '../src/sandbox-gateway/event-signature.js';
import { type SandboxGateway, startSandboxGateway } from '../src/sandbox-gateway/sandbox-gateway.js';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';

/** Payment providers, their log and their events, as people and systems meet them over the API. */

const KEY = 'a-key-of-the-sandbox';

let api: TestApi;
let gateway: SandboxGateway;
beforeAll(async () => {
  gateway = await startSandboxGateway({ port: 0, file: null });
  api = await createTestApi({ privateCalls: true, publicUrl: 'https://shop.example' });
  await put('/payment-providers/play', { name: 'Play money', adapter: 'sandbox', url: gateway.url });
  await patch('/payment-providers/play/secrets', { apiKey: KEY });
});
afterAll(async () => {
  await api.end();
  await gateway.close();
});

type Answer = Awaited<ReturnType<TestApi['ask']>>;
const put = (path: string, body: object): Promise<Answer> => api.ask('PUT', `${ADMIN}${path}`, { body });
const patch = (path: string, body: object): Promise<Answer> => api.ask('PATCH', `${ADMIN}${path}`, { body });
const post = (path: string, body: object = {}): Promise<Answer> => api.ask('POST', `${ADMIN}${path}`, { body });
const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  api.ask('GET', `${ADMIN}${path}`, { headers });

async function keyWith(permissions: string[], own = false): Promise<Record<string, string>> {
  const made = await post('/keys', { label: 'test', permissions, scope: { own } });
  expect(made.status, made.text).toBe(201);
  const { key, secret } = made.body as unknown as { key: string; secret: string };
  return { 'x-vtex-api-appkey': key, 'x-vtex-api-apptoken': secret };
}

interface Sent {
  readonly event?: object;
  readonly at?: number;
  readonly key?: string;
  readonly path?: string;
}
let events = 0;
function send({ event, at = Math.floor(Date.now() / 1_000), key = KEY, path = 'default/play' }: Sent = {}) {
  events += 1;
  const payload = JSON.stringify(event ?? { type: 'payment.approved', payment: 'sbx_1', orderId: '9', paymentId: '1' });
  const id = `evt_${events}`;
  const signature = signEvent(key, id, at, Buffer.from(payload));
  const headers = { 'webhook-id': id, 'webhook-timestamp': String(at), 'webhook-signature': signature };
  const deliver = (more: Record<string, string> = {}, body = payload) =>
    api.ask('POST', `/api/payments/${path}/events`, { payload: body, headers: { ...headers, ...more }, keyless: true });
  return { id, deliver };
}

describe('the payment providers of an account', () => {
  it('are settings like others, with a history', async () => {
    const cash = { name: 'Cash', adapter: 'manual' };
    expect(await put('/payment-providers/cash', cash)).toMatchObject({ status: 201, body: { active: true } });
    expect(await patch('/payment-providers/cash', { active: false })).toMatchObject({ status: 200 });
    expect((await get('/payment-providers/cash/changes')).body.items).toHaveLength(2);
    expect(await api.ask('DELETE', `${ADMIN}/payment-providers/cash`)).toMatchObject({ status: 200 });
  });

  it('are not removed while money is under way that only they can tell of', async () => {
    await put('/payment-providers/till', { name: 'Till', adapter: 'manual' });
    const paid = [{ method: 'card', amount: 2780, provider: 'till', capture: 'by_hand' }];
    const { orderId } = (await post('/orders', { ...ORDER, payments: paid })).body;
    await post(`/orders/${orderId}/payments/1/approve`);
    await post(`/orders/${orderId}/payments/1/capture`);
    const remove = () => api.ask('DELETE', `${ADMIN}/payment-providers/till`);
    expect(await remove()).toMatchObject({
      status: 409,
      body: { code: 'setting_in_use', details: { by: 'money under way' } },
    });
    expect((await post(`/orders/${orderId}/captures/1/settle`)).status).toBe(200);
    expect(await remove()).toMatchObject({ status: 200 });
  });

  it('are not removed while a buyer may still pay on a page of theirs', async () => {
    await put('/payment-providers/desk', { name: 'Desk', adapter: 'manual' });
    const paid = [{ method: 'card', amount: 2780, provider: 'desk' }];
    const { orderId } = (await post('/orders', { ...ORDER, payments: paid })).body;
    const remove = () => api.ask('DELETE', `${ADMIN}/payment-providers/desk`);
    await post(`/orders/${orderId}/payments/1/begin`, { outerId: 'session_1' });
    expect(await remove()).toMatchObject({
      status: 409,
      body: { code: 'setting_in_use', details: { by: 'payments that wait for their buyers' } },
    });
    expect((await post(`/orders/${orderId}/payments/1/approve`)).status).toBe(200);
    expect(await remove()).toMatchObject({ status: 200 });
  });

  it.each([
    ['the sandbox has no address', { adapter: 'sandbox' }, '/url'],
    ['the address is none', { adapter: 'sandbox', url: 'ftp://x' }, '/url'],
    ['another kind has one', { adapter: 'stripe', url: 'https://evil.example' }, '/url'],
    ['another kind is told to misbehave', { adapter: 'manual', behaviours: ['events_twice'] }, '/behaviours'],
  ])('are refused where %s', async (_what, body, pointer) => {
    expect(await put('/payment-providers/bad', { name: 'Bad', ...body })).toMatchObject({ body: { pointer } });
  });

  it('never show a secret again: not in answers, not in the history, not in the table', async () => {
    const names = {
      names: ['apiKey'],
      needed: ['apiKey'],
      eventsUrl: 'https://shop.example/api/payments/default/play/events',
    };
    expect((await get('/payment-providers/play/secrets')).body).toEqual(names);
    for (const path of ['', '/secrets', '/changes']) {
      expect((await get(`/payment-providers/play${path}`)).text).not.toContain(KEY);
    }
    const { rows } = await api.database.owner.query('select * from payment_providers');
    expect(JSON.stringify(rows)).not.toContain(KEY);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(KEY).toString('hex'));
    expect((await get('/payment-providers/play/changes')).text).toContain('secretsChanged');
  });

  it('lose their secrets where the address or the kind changes: keys of one are not sent to another', async () => {
    await put('/payment-providers/moved', { name: 'Moved', adapter: 'sandbox', url: gateway.url });
    await patch('/payment-providers/moved/secrets', { apiKey: KEY });
    await patch('/payment-providers/moved', { name: 'Renamed' });
    expect((await get('/payment-providers/moved/secrets')).body).toMatchObject({ names: ['apiKey'] });
    await patch('/payment-providers/moved', { url: 'http://127.0.0.1:1' });
    expect((await get('/payment-providers/moved/secrets')).body).toMatchObject({ names: [] });
  });

  it('can be tried without moving money', async () => {
    expect((await post('/payment-providers/play/test')).body).toEqual({ works: true, message: null });
    await put('/payment-providers/half', { name: 'Half', adapter: 'stripe' });
    await patch('/payment-providers/half/secrets', { secretKey: 'sk_test_x' });
    expect((await post('/payment-providers/half/test')).body).toEqual({
      works: false,
      message: 'not set: eventSecret',
    });
    expect(await post('/payment-providers/nobody/test')).toMatchObject({ status: 404 });
  });
});

describe('the log of what was said to providers', () => {
  it('keeps every request and its answer, sealed, without the key', async () => {
    await post('/payment-providers/play/test');
    const [entry] = (await get('/gateway-log?provider=play')).body.items;
    expect(entry).toMatchObject({
      operation: 'check',
      method: 'GET',
      status: 200,
      answer: '{"works":true}',
      error: null,
    });
    expect((await get('/gateway-log')).text).not.toContain(KEY);
    const { rows } = await api.database.owner.query('select sealed from gateway_log');
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('works').toString('hex'));
  });

  it('is read by who may, and its bodies by who may see people and prices', async () => {
    expect((await get('/gateway-log', await keyWith(['orders.view']))).status).toBe(403);
    const [bare] = (await get('/gateway-log', await keyWith(['payments.log', 'personal.view']))).body.items;
    expect(bare).toMatchObject({ request: null, answer: null });
    const scoped = await keyWith(['payments.log', 'orders.view'], true);
    expect(await get('/gateway-log', scoped)).toMatchObject({ status: 403, body: { code: 'outside_scope' } });
    expect(await get('/gateway-log?orderId=nobody', scoped)).toMatchObject({ status: 404 });
  });
});

describe('a list of what was said to providers', () => {
  const said = async (filter: string) =>
    ((await get(`/gateway-log?provider=lists${filter}`)).body.items as readonly { id: string; status: number }[]).map(
      ({ id }) => id,
    );
  const [CHECK, CAPTURE, REFUSED, SILENT] = ['1', '2', '3', '4'].map((last) => `01900000-0000-7000-8000-00000000000${last}`); // prettier-ignore

  beforeAll(async () => {
    const rows: readonly [string | undefined, string, string | null, number | null, string | null][] = [
      [CHECK, 'check', null, 200, null],
      [CAPTURE, 'capture', '1', 201, null],
      [REFUSED, 'capture', '1', 402, null],
      [SILENT, 'refund', '2', null, 'timeout'],
    ];
    for (const [id, operation, paymentId, status, error] of rows) {
      await api.database.owner.query(
        `insert into gateway_log (at, millis, status, account, id, provider, operation, order_id, payment_id, method, url, error)
         select now(), 1, $4, 'default', $1, 'lists', $2, case when $3::text is not null then 'o-1' end, $3, 'POST', 'https://g.example/', $5
           from (select set_config('docket.accounts', 'default', false)) s`,
        [id, operation, paymentId, status, error],
      );
    }
  });

  it.each([
    ['all of it, newest first', '', [SILENT, REFUSED, CAPTURE, CHECK]],
    ['one operation', '&operation=capture', [REFUSED, CAPTURE]],
    ['what failed: no answer, or one that refuses', '&failed=true', [SILENT, REFUSED]],
    ['what went well', '&failed=false', [CAPTURE, CHECK]],
    ['one payment of an order', '&orderId=o-1&paymentId=1', [REFUSED, CAPTURE]],
    ['one payment of an order, what failed of it', '&orderId=o-1&paymentId=2&failed=true', [SILENT]],
  ])('holds %s', async (_what, filter, expected) => {
    expect(await said(filter)).toEqual(expected);
  });

  it('goes on under its filters', async () => {
    const first = (await get('/gateway-log?provider=lists&failed=true&limit=1')).body;
    expect(first.items).toMatchObject([{ id: SILENT }]);
    const next = `/gateway-log?provider=lists&failed=true&limit=1&after=${String(first.next)}`;
    expect((await get(next)).body).toMatchObject({ items: [{ id: REFUSED }], next: null });
  });

  it('of a payment names its order', async () => {
    expect(await get('/gateway-log?paymentId=1')).toMatchObject({ status: 400, body: { pointer: '/paymentId' } });
  });
});

describe('the address for events of a provider', () => {
  it('keeps an event once, however often it comes (known pains 2.5)', async () => {
    const { id, deliver } = send();
    expect(await deliver()).toMatchObject({ status: 200, body: { received: 1 } });
    expect(await deliver()).toMatchObject({ status: 200, body: { received: 0 } });
    const items = (await get('/payment-events?orderId=9')).body.items;
    expect(items).toMatchObject([{ eventId: id, state: 'received', paid: true, orderId: '9', tries: 0 }]);
  });

  it.each([
    ['was signed with another key', () => send({ key: 'another-key-altogether' }).deliver()],
    ['was changed on its way', () => send().deliver({}, '{"type":"payment.approved","orderId":"8"}')],
    ['has no signature', () => send().deliver({ 'webhook-signature': '' })],
    ['was kept and sent much later', () => send({ at: 1_700_000_000 }).deliver()],
    ['is for a provider that is not there', () => send({ path: 'default/nobody' }).deliver()],
    ['is for an account that is not there', () => send({ path: 'nobody/play' }).deliver()],
  ])('takes nothing that %s, and does not say which', async (_what, deliver) => {
    const before = (await get('/payment-events')).body.items.length;
    expect(await deliver()).toMatchObject({ status: 401, body: { code: 'event_not_genuine' } });
    expect((await get('/payment-events')).body.items).toHaveLength(before);
  });

  it('takes bytes as they come, whatever they say they are, and no more than an event has', async () => {
    expect(await send().deliver({ 'content-type': 'text/plain' })).toMatchObject({ status: 200 });
    expect(await send({ event: { type: 'x', more: 'x'.repeat(300_000) } }).deliver()).toMatchObject({ status: 413 });
    expect(await send({ event: { hello: 'world' } }).deliver()).toMatchObject({ body: { received: 0 } });
  });

  it('restarts nothing that did not fail', async () => {
    const [entry] = (await get('/payment-events')).body.items as readonly { id: string }[];
    const retried = await post(`/payment-events/${entry?.id}/retry`);
    expect(retried).toMatchObject({ status: 404, body: { code: 'payment_event_not_found' } });
  });
});

describe('an event that failed', () => {
  it('is put aside by who judged that there is nothing to do, and is no alarm any more', async () => {
    const { id: eventId, deliver } = send();
    await deliver();
    const ofIt = async (filter = '') =>
      (
        (await get(`/payment-events?provider=play${filter}`)).body.items as readonly { id: string; eventId: string }[]
      ).find((one) => one.eventId === eventId);
    const id = (await ofIt())?.id ?? '';
    expect(await post(`/payment-events/${id}/ignore`)).toMatchObject({ status: 404 });
    await api.database.owner.query(
      `update payment_events set state = 'failed', problem = 'no_order', message = 'nobody has it', next_at = null
         from (select set_config('docket.accounts', 'default', false)) s where event_id = $1`,
      [eventId],
    );
    expect(await ofIt('&alarms=true')).toMatchObject({ alarm: true, settledBy: null });
    expect((await api.ask('POST', `${ADMIN}/payment-events/${id}/ignore`, { body: {}, headers: await keyWith(['payments.log']) })).status).toBe(403); // prettier-ignore
    expect(await post(`/payment-events/${id}/ignore`)).toMatchObject({ status: 200, body: { id } });
    expect(await ofIt('&alarms=true')).toBeUndefined();
    expect(await ofIt('&state=ignored')).toMatchObject({
      alarm: false,
      problem: 'no_order',
      settledBy: 'key:docket-demo',
      settledAt: expect.any(String) as unknown,
    });
    expect(await post(`/payment-events/${id}/retry`)).toMatchObject({ status: 404 });
  });
});

describe('gift cards over the API', () => {
  it('are issued, given a code, loaded, found and followed', async () => {
    expect(await put('/credits/gc-1', { kind: 'gift_card', currency: 'EUR' })).toMatchObject({
      body: { available: 0 },
    });
    expect(await put('/credits/gc-1/code', { code: 'ABCD-EFGH-1234' })).toMatchObject({ body: { hasCode: true } });
    const load = { key: 'sold', amount: 5_000, reason: 'sold at the till' };
    await post('/credits/gc-1/adjustments', load);
    expect(await post('/credits/gc-1/adjustments', load)).toMatchObject({ body: { balance: 5_000, available: 5_000 } });
    expect(await post('/credits/find', { code: 'abcd efgh 1234' })).toMatchObject({ body: { credit: 'gc-1' } });
    expect((await get('/credits/gc-1/movements')).body.items).toMatchObject([{ kind: 'adjusted', amount: 5_000 }]);
    expect((await get('/credits')).body.items).toMatchObject([{ credit: 'gc-1' }]);
    expect((await get('/credits/gc-1/changes')).text).not.toContain('1234');
  });

  it('stay as they are for who meant to make a new one, or had seen another', async () => {
    const saved = await put('/credits/gc-3', { kind: 'store_credit', currency: 'EUR', customerId: 'ana' });
    const over = (header: Record<string, string>) =>
      api.ask('PUT', `${ADMIN}/credits/gc-3`, {
        body: { kind: 'store_credit', currency: 'EUR', customerId: 'ben' },
        headers: header,
      });
    expect(await over({ 'if-none-match': '*' })).toMatchObject({ status: 412, body: { code: 'version_mismatch' } });
    expect(await over({ 'if-match': '"of-another"' })).toMatchObject({ status: 412 });
    expect((await get('/credits/gc-3')).body).toMatchObject({ customerId: 'ana' });
    expect(await over({ 'if-match': String(saved.headers['etag']) })).toMatchObject({ body: { customerId: 'ben' } });
  });

  it.each([
    ['a code that another card has', () => put('/credits/gc-2/code', { code: 'ABCDEFGH1234' }), 'credit_code_taken'],
    ['another currency', () => put('/credits/gc-2', { kind: 'gift_card', currency: 'USD' }), 'field_invalid'],
    [
      'less than nothing',
      () => post('/credits/gc-2/adjustments', { key: 'a', amount: -1, reason: 'x' }),
      'credit_below_zero',
    ],
    ['a code that nobody has', () => post('/credits/find', { code: 'nobodyhasthis' }), 'credit_not_found'],
    ['one that is not there', () => get('/credits/nobody'), 'credit_not_found'],
  ])('refuse %s', async (_what, ask, code) => {
    await put('/credits/gc-2', { kind: 'gift_card', currency: 'EUR' });
    expect((await ask()).body).toMatchObject({ code });
  });
});
