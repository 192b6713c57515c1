import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetSubject } from '../src/forgetting/forget-subject.js';
import { createPersonalKeys, normalisedAddress } from '../src/personal-data/keys.js';
import { isOwnOrder } from '../src/shoppers/visitor.js';
import { loadOrder } from '../src/event-log/load-order.js';
import { openEventLog } from '../src/event-log/read-events.js';
import { ADMIN, createTestApi, TEST_SECRET, type TestApi } from './setup/api.js';
import { askOutside, bearer, forgetTries, place, rows, signIn } from './shoppers.js';

let api: TestApi;
let token: string;
const ANA = 'ana@example.com';
const orders: Record<string, string> = {};

const mine = async (cursor?: string, limit = 50) => {
  const path = `orders?limit=${limit}${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
  const { body, status } = await askOutside(api, 'GET', path, bearer(token));
  return {
    status,
    ids: (body?.['orders'] as { orderId: string }[]).map(({ orderId }) => orderId),
    next: body?.['next'],
  };
};
const one = (orderId: string, more = '') => askOutside(api, 'GET', `orders/${orderId}${more}`, bearer(token));
const cancel = (orderId: string, body: object = {}, headers: Record<string, string> = {}) =>
  askOutside(api, 'POST', `orders/${orderId}/cancellation`, {
    body,
    headers: { ...bearer(token).headers, ...headers },
  });

/** The same purchase, as an order of each kind that a shopper must not see, and of those that are theirs. */
beforeAll(async () => {
  api = await createTestApi();
  await api.ask('POST', `${ADMIN}/customers`, {
    body: {
      items: [
        { customerId: 'c1', email: ' Ana@Example.com' },
        { customerId: 'c2', email: 'bo@example.com' },
      ],
    },
  });
  const add = async (name: string, changes: object) => {
    orders[name] = await place(api, changes);
  };
  await add('guest', {});
  await add('otherSpelling', { buyer: { email: ' ANA@Example.COM ', firstName: 'Ana' } });
  await add('customer', { customerId: 'c1', buyer: { email: 'work@example.com', firstName: 'Ana' } });
  await add('customerWithoutMail', { customerId: 'c1', buyer: { firstName: 'Ana' } });
  await add('customerWithoutAnything', { customerId: 'c1', buyer: {} });
  await add('simple', { workflow: 'simple' });
  await add('ofOtherCustomer', { customerId: 'c2', buyer: { email: 'bo@example.com' } });
  await add('ofSimilarAddress', { buyer: { email: 'aná@example.com' } });
  await add('ofLongerAddress', { buyer: { email: 'ana@example.com.au' } });
  await add('nobody', { buyer: {} });
  await add('incomplete', { incomplete: true, payments: [] });
  await add('deleted', {});
  await api.ask('DELETE', `${ADMIN}/orders/${orders['deleted']}`);
  await add('fulfilment', { workflow: 'fulfillment' });
  token = await signIn(api, ANA);
});
afterAll(() => api.end());

const OWN = ['guest', 'otherSpelling', 'customer', 'customerWithoutMail', 'simple'];

describe('my orders', () => {
  it('are those that I bought by this address or as this customer, newest first', async () => {
    const { ids } = await mine();
    expect(ids).toEqual(OWN.map((name) => orders[name]).reverse());
  });

  it('can each be read, and no other exists for me: list and order draw the same line', async () => {
    const log = openEventLog(api.database.serving, createPersonalKeys(TEST_SECRET));
    for (const [name, orderId] of Object.entries(orders)) {
      const own = OWN.includes(name);
      const { status, body } = await one(orderId);
      expect(status, name).toBe(own ? 200 : 404);
      if (!own) expect(body, name).toMatchObject({ code: 'order_not_found' });
      expect((await one(orderId, '/timeline')).status, name).toBe(own ? 200 : 404);
      const stored = await loadOrder(log, 'default', orderId);
      const identity = { address: normalisedAddress(ANA), customerIds: ['c1'] };
      expect(stored !== null && isOwnOrder(identity, stored.order), name).toBe(own);
    }
    expect((await one('1480000999999-01')).status).toBe(404);
  });

  it('come page by page, each once; a cursor of another shopper is of no use', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let pages = 0; pages < 10; pages += 1) {
      const { ids, next } = await mine(cursor, 2);
      seen.push(...ids);
      if (typeof next !== 'string') break;
      cursor = next;
    }
    expect(seen).toEqual((await mine()).ids);
    const bo = await signIn(api, 'bo@example.com');
    const { next } = await mine(undefined, 2);
    const stolen = await askOutside(api, 'GET', `orders?cursor=${String(next)}`, bearer(bo));
    expect(stolen).toMatchObject({ status: 400, body: { code: 'cursor_invalid' } });
    expect(await askOutside(api, 'GET', 'orders?limit=51', bearer(token))).toMatchObject({ status: 400 });
    expect(await askOutside(api, 'GET', 'orders?cursor=x', bearer(token))).toMatchObject({ status: 400 });
  });

  it('stay in the account', async () => {
    const client = await api.database.owner.connect();
    await client.query("select set_config('docket.accounts', 'other', false), ensure_account('other', 'Other')");
    client.release(true);
    await forgetTries(api);
    await askOutside(api, 'POST', 'sign-in', { body: { email: ANA, account: 'other' } });
    const { rows: kept } = await api.database.owner.query("select 1 from shopper_codes where account = 'other'");
    expect(kept).toHaveLength(1);
  });
});

describe('one order', () => {
  it('shows what the buyer gave and got, and nothing that the house wrote for itself', async () => {
    const orderId = await place(api, {
      note: 'rude on the telephone',
      tags: ['suspicious'],
      custom: { margin: 'forty percent' },
      attachments: { vtex: { score: 'fraud-score' } },
      externalIds: { erp: 'ERP-77' },
    });
    const at = `${ADMIN}/orders/${orderId}`;
    await api.ask('POST', `${at}/log`, { body: { source: 'erp', message: 'credit check failed' } });
    await api.ask('PUT', `${at}/assignee`, { body: { assignee: 'desk-4' } });
    await api.ask('POST', `${at}/payments/1/approve`, { body: {} });
    await api.ask('POST', `${at}/start-handling`, { body: {} });
    const invoice = { number: 'A-1', value: 2780, package: { carrier: 'Post', trackingNumber: 'RR1' } };
    expect((await api.ask('POST', `${at}/invoices`, { body: invoice })).status).toBe(200);
    const { body, text, headers } = await one(orderId);
    expect(text).not.toMatch(/rude|suspicious|forty|fraud|ERP-77|credit check|desk-4|ledger|key:|version|account"/);
    expect(body).toMatchObject({
      orderId,
      stage: 'handing_over',
      total: 2780,
      amountDue: 0,
      buyer: { email: ANA, firstName: 'Ana' },
      deliveries: [{ address: { city: 'Graz' } }],
      lines: [{ sku: 'TEA-100', quantity: 2 }, {}],
      payments: [{ method: 'card', status: 'captured' }],
      invoices: [{ number: 'A-1', value: 2780 }],
      packages: [{ carrier: 'Post', trackingNumber: 'RR1' }],
      mayCancel: { possible: false, refused: 'order_invoiced' },
    });
    expect(headers['etag']).toMatch(/^"\d+"$/);
    const known = await askOutside(api, 'GET', `orders/${orderId}`, {
      headers: { ...bearer(token).headers, 'if-none-match': String(headers['etag']) },
    });
    expect(known.status).toBe(304);
    expect((await one(orderId, '/timeline')).body).toMatchObject({
      timelines: [{ stages: [{ state: 'done' }, {}, {}, {}, {}] }],
    });
  });

  it('is cancelled at once before handling, in the name of the buyer', async () => {
    const orderId = await place(api);
    expect((await one(orderId)).body).toMatchObject({ mayCancel: { possible: true, refused: null } });
    const done = await cancel(orderId, { reason: 'ordered twice' });
    expect(done).toMatchObject({
      status: 200,
      body: {
        stage: 'ended',
        cancellationRequests: [{ outcome: 'confirmed', reason: 'ordered twice' }],
        mayCancel: { possible: false, refused: 'order_cancelled' },
      },
    });
    const log = await api.ask('GET', `${ADMIN}/orders/${orderId}/events`);
    const last = (log.body.events as unknown as { actor: string; data: { by: string } }[]).at(-1);
    expect(last?.data.by).toBe('buyer');
    // the log is for ever: it names the session and never the person
    expect(last?.actor).toMatch(/^shopper:[0-9a-f-]{36}$/);
    expect((await cancel(orderId)).body).toMatchObject({ status: 409, code: 'order_cancelled' });
  });

  it('waits for the house once it is handled; a no shows without its reason, which is the house’s own', async () => {
    const orderId = await place(api);
    const at = `${ADMIN}/orders/${orderId}`;
    await api.ask('POST', `${at}/payments/1/approve`, { body: {} });
    await api.ask('POST', `${at}/start-handling`, { body: {} });
    expect((await cancel(orderId)).body).toMatchObject({ cancellationRequests: [{ outcome: 'open' }] });
    expect((await cancel(orderId)).body).toMatchObject({ status: 409, code: 'cancellation_pending' });
    await api.ask('POST', `${at}/cancellation/deny`, { body: { reason: 'we need the turnover' } });
    const { body, text } = await one(orderId);
    expect(body).toMatchObject({ cancellationRequests: [{ outcome: 'denied' }], mayCancel: { possible: true } });
    expect(text).not.toContain('turnover');
  });

  it('is cancelled once by a request that is sent twice, and not where it has changed since', async () => {
    const orderId = await place(api);
    expect((await cancel(orderId, {}, { 'if-match': '"9"' })).body).toMatchObject({ code: 'version_mismatch' });
    const key = { 'idempotency-key': 'k1' };
    expect((await cancel(orderId, {}, key)).status).toBe(200);
    const again = await cancel(orderId, {}, key);
    expect(again).toMatchObject({ status: 200, headers: { 'idempotency-replayed': 'true' } });
  });

  it('of somebody else is not cancelled: it does not exist', async () => {
    for (const name of ['ofOtherCustomer', 'ofSimilarAddress', 'deleted', 'incomplete', 'fulfilment']) {
      const before = await api.countEvents();
      expect((await cancel(orders[name] ?? '')).body, name).toMatchObject({ status: 404, code: 'order_not_found' });
      expect(await api.countEvents(), name).toBe(before);
    }
  });

  it.each([
    ['a field too many', { reason: 'x', refund: 1 }],
    ['an empty reason', { reason: '' }],
    ['a novel', { reason: 'x'.repeat(2001) }],
    ['NUL', { reason: 'a\0b' }],
    ['a number', { reason: 7 }],
  ])('is not cancelled with %s', async (_name, body) => {
    expect((await cancel(orders['guest'] ?? '', body)).status).toBe(400);
  });
});

describe('a link to one order', () => {
  const make = (orderId: string, body: object = {}) =>
    api.ask('POST', `${ADMIN}/orders/${orderId}/guest-links`, { body });
  interface Link {
    readonly linkId: string;
    readonly token: string;
    readonly url: string;
    readonly mailId: string | null;
    readonly expiresAt: string;
  }
  const link = async (orderId: string, body: object = {}) => (await make(orderId, body)).body as unknown as Link;

  it('opens exactly that order, for thirty days, and lets its holder ask to cancel', async () => {
    const orderId = await place(api);
    const made = await make(orderId);
    expect(made.status).toBe(201);
    const { token: secret, url, expiresAt } = made.body as unknown as Link;
    expect(url).toBe(`http://127.0.0.1:4000/order#${secret}`);
    expect((Date.parse(expiresAt) - Date.now()) / 86_400_000).toBeCloseTo(30, 2);
    const open = await askOutside(api, 'GET', `guest/${secret}`);
    expect(open).toMatchObject({
      status: 200,
      body: { orderId },
      headers: { 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' },
    });
    expect((await askOutside(api, 'GET', `guest/${secret}/timeline`)).status).toBe(200);
    const done = await askOutside(api, 'POST', `guest/${secret}/cancellation`, { body: { reason: 'too late' } });
    expect(done).toMatchObject({ status: 200, body: { stage: 'ended' } });
    const log = await api.ask('GET', `${ADMIN}/orders/${orderId}/events`);
    expect(log.body.events.at(-1)).toMatchObject({ actor: expect.stringMatching(/^guest:[0-9a-f-]{36}$/) as string });
    // it is no session
    expect((await askOutside(api, 'GET', 'orders', bearer(secret))).status).toBe(401);
    expect((await askOutside(api, 'GET', `guest/${token}`)).status).toBe(404);
  });

  it('is stored as a hash, and shown once', async () => {
    const orderId = await place(api);
    const { token: secret } = await link(orderId);
    const [row] = await rows<{ text: string }>(api, "select string_agg(g::text, ' ') as text from guest_links g");
    expect(row?.text).not.toContain(secret.split('.')[1]);
    const list = await api.ask('GET', `${ADMIN}/orders/${orderId}/guest-links`);
    expect(list.body).toMatchObject({ links: [{ orderId, createdBy: 'key:docket-demo' }] });
    expect(list.text).not.toContain(secret);
  });

  it('opens nothing once it was revoked, has expired, or its order was deleted', async () => {
    const orderId = await place(api);
    const [revoked, expired, deleted] = [await link(orderId), await link(orderId), await link(orderId)];
    const open = async ({ token: secret }: Link) => (await askOutside(api, 'GET', `guest/${secret}`)).status;
    expect((await api.ask('DELETE', `${ADMIN}/orders/${orderId}/guest-links/${revoked.linkId}`)).status).toBe(204);
    expect((await api.ask('DELETE', `${ADMIN}/orders/${orderId}/guest-links/${revoked.linkId}`)).status).toBe(404);
    expect(await open(revoked)).toBe(404);
    await api.database.owner.query(
      `update guest_links set expires_at = now() - interval '1 second' where link_id = $1`,
      [expired.linkId],
    );
    expect(await open(expired)).toBe(404);
    expect(await open(deleted)).toBe(200);
    await api.ask('DELETE', `${ADMIN}/orders/${orderId}`);
    expect(await open(deleted)).toBe(404);
    expect((await make(orderId)).status).toBe(404);
  });

  it('is mailed to the buyer on request, in their language', async () => {
    const orderId = await place(api, { buyer: { email: 'rui@example.com', locale: 'pt-BR', firstName: '<b>Rui</b>' } });
    const { mailId, url } = await link(orderId, { mail: true, days: 7 });
    const mail = await api.ask('GET', `${ADMIN}/mails/${mailId}`);
    expect(mail.body).toMatchObject({ kind: 'guest_link', language: 'pt', to: 'rui@example.com', orderId });
    expect(mail.text).toContain(url);
    const unreachable = await place(api, { buyer: { email: 'a@example.com\r\nBcc: b@example.com' } });
    expect(await make(unreachable, { mail: true })).toMatchObject({ status: 422, body: { code: 'buyer_unreachable' } });
    expect((await make(unreachable)).status).toBe(201);
  });

  it('is one of fifty at most, and asks for the permission to make it', async () => {
    const orderId = await place(api);
    for (let made = 0; made < 50; made += 1) expect((await make(orderId)).status).toBe(201);
    expect(await make(orderId)).toMatchObject({ status: 422, body: { code: 'too_many' } });
    expect((await make('1480000999999-01')).status).toBe(404);
    expect((await make(orderId, { days: 366 })).status).toBe(400);
    const operation = api.api.swagger().paths?.[`${ADMIN}/orders/{orderId}/guest-links`]?.['post'];
    expect(operation).toMatchObject({ 'x-permission': 'orders.share' });
  });

  it.each(['x', 'default.x', `default.${'a'.repeat(43)}`, `other.${'a'.repeat(43)}`, '%00', "';drop table orders"])(
    'that never was one opens nothing: %s',
    async (secret) => {
      const { status, body } = await askOutside(
        api,
        'GET',
        `guest/${secret.includes('%') ? secret : encodeURIComponent(secret)}`,
      );
      expect([400, 404]).toContain(status);
      expect(body).toMatchObject({ code: expect.stringMatching(/guest_link_invalid|text_invalid/) as string });
    },
  );
});

describe('a shopper who was forgotten', () => {
  it('is signed out everywhere, and sees nothing when they sign in again', async () => {
    const email = 'zoe@example.com';
    await api.ask('POST', `${ADMIN}/customers`, { body: { items: [{ customerId: 'c9', email }] } });
    const bought = await place(api, { customerId: 'c9', buyer: { email, firstName: 'Zoe' } });
    const before = await signIn(api, email);
    const { body } = await api.ask('POST', `${ADMIN}/orders/${bought}/guest-links`, { body: {} });
    const secret = (body as unknown as { token: string }).token;
    expect((await askOutside(api, 'GET', `orders/${bought}`, bearer(before))).status).toBe(200);
    const log = openEventLog(api.database.serving, createPersonalKeys(TEST_SECRET));
    const certificate = await forgetSubject(
      { log, execute: api.execute },
      {
        account: 'default',
        subject: 'customer:c9',
        at: new Date().toISOString(),
        actor: { kind: 'staff', id: 'staff:dpo' },
        reason: 'request 7',
      },
    );
    expect(certificate?.rows).toMatchObject({ customers: 1, shopper_sessions: 1, guest_links: 1 });
    expect((await askOutside(api, 'GET', 'session', bearer(before))).status).toBe(401);
    expect((await askOutside(api, 'GET', `guest/${secret}`)).status).toBe(404);
    // they come back under the same number and address
    await api.ask('POST', `${ADMIN}/customers`, { body: { items: [{ customerId: 'c9', email }] } });
    const after = await signIn(api, email);
    expect((await askOutside(api, 'GET', 'orders', bearer(after))).body).toEqual({ orders: [], next: null });
    expect((await askOutside(api, 'GET', `orders/${bought}`, bearer(after))).status).toBe(404);
  });
});
