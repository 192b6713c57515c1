import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withAccounts } from '../src/database/pool.js';
import { rebuildConsignments } from '../src/read-models/rebuild-consignments.js';
import { createPersonalKeys } from '../src/personal-data/keys.js';
import { verifyAccount } from '../src/verify/verify-account.js';
import { ADMIN, createTestApi, ORDER, TEST_SECRET, type TestApi } from './setup/api.js';

/** Several orders in one shipment, as people and systems meet it over the API and the real database. */

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.end());

type Answer = Awaited<ReturnType<TestApi['ask']>>;
type Headers = Record<string, string>;

interface Shown {
  readonly consignmentId: string;
  readonly number: string;
  readonly status: string;
  readonly cost: number | null;
  readonly address: object | null;
  readonly trackingUrl: string | null;
  readonly allowed: readonly string[];
  readonly tracking: readonly { readonly description: string | null }[];
  readonly members: readonly {
    readonly orderId: string;
    readonly buyerName: string | null;
    readonly shipmentId: string;
    readonly cost: number | null;
    readonly pieces: number;
  }[];
}

interface ShownOrder {
  readonly status: string;
  readonly shippingState: string;
  readonly totals: { readonly total: number };
  readonly amountDue: number;
  readonly shipments: readonly {
    readonly id: string;
    readonly status: string;
    readonly consignment?: { readonly consignmentId: string; readonly cost?: number };
  }[];
  readonly packages: readonly {
    readonly consignmentId?: string;
    readonly carrier: string | null;
    readonly trackingNumber: string | null;
    readonly tracking: readonly { readonly description: string | null }[];
  }[];
}

const send = (
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body: object = {},
  headers: Headers = {},
): Promise<Answer> => api.ask(method, `${ADMIN}${path}`, { body, headers });
const post = (path: string, body: object = {}, headers: Headers = {}): Promise<Answer> =>
  send('POST', path, body, headers);
const get = async <Body>(path: string, headers: Headers = {}): Promise<Body> =>
  (await api.ask('GET', `${ADMIN}${path}`, { headers })).body as Body;

async function done<Body = Shown>(answer: Promise<Answer>): Promise<Body> {
  const { status, text, body } = await answer;
  expect(status, text).toBeLessThan(300);
  return body as Body;
}

/** An order of Ana, paid and being handled. */
async function handled(changes: object = {}): Promise<string> {
  const placed = await post('/orders', { ...ORDER, workflow: 'simple', ...changes });
  expect(placed.status, placed.text).toBe(201);
  const { orderId } = placed.body;
  await done(post(`/orders/${orderId}/payments/1/approve`));
  await done(post(`/orders/${orderId}/start-handling`));
  return orderId;
}

const two = async (): Promise<readonly [string, string]> => [await handled(), await handled()];
const create = (orderIds: readonly string[], more: object = {}, headers: Headers = {}): Promise<Answer> =>
  post('/consignments', { members: orderIds.map((orderId) => ({ orderId })), ...more }, headers);
const order = (orderId: string, headers: Headers = {}): Promise<ShownOrder> => get(`/orders/${orderId}`, headers);
const verify = async () => {
  const keys = createPersonalKeys(TEST_SECRET);
  return withAccounts(api.database.serving, ['default'], (client) => verifyAccount(client, keys, 'default', 10));
};

async function keyWith(scope: object, ...permissions: string[]): Promise<Headers> {
  const { body } = await post('/keys', { label: 'test', permissions, roles: [], ...scope });
  const { key, secret } = body as unknown as { key: string; secret: string };
  return { 'x-vtex-api-appkey': key, 'x-vtex-api-apptoken': secret };
}

describe('a consignment', () => {
  it('T26: consolidated over two orders gets tracking, and both orders show it; its cost shares come to the whole', async () => {
    const ids = await two();
    const created = await done(create(ids, { carrier: 'Post', cost: 1_001, allocation: 'equal' }));
    expect(created).toMatchObject({ status: 'open', number: created.consignmentId });
    expect(created.members.map(({ pieces, cost }) => [pieces, cost])).toEqual([
      [3, 501],
      [3, 500],
    ]);
    const path = `/consignments/${created.consignmentId}`;
    await done(post(`${path}/hand-over`, { trackingNumber: 'RR1', trackingUrl: 'https://post.example/RR1' }));
    const tracked = await done(
      post(`${path}/tracking`, { events: [{ at: '2026-03-03T08:00:00Z', city: 'Graz', description: 'In the depot' }] }),
    );
    expect(tracked).toMatchObject({ status: 'in_transit', tracking: [{ city: 'Graz', description: 'In the depot' }] });
    const shares: number[] = [];
    for (const id of ids) {
      const shown = await order(id);
      expect(shown.packages).toMatchObject([
        {
          consignmentId: created.consignmentId,
          carrier: 'Post',
          trackingNumber: 'RR1',
          trackingUrl: 'https://post.example/RR1',
          tracking: [{ description: 'In the depot' }],
        },
      ]);
      shares.push(shown.shipments[0]?.consignment?.cost ?? NaN);
      // nobody charges the buyer for it
      expect([shown.totals.total, shown.amountDue]).toEqual([2_780, 0]);
    }
    expect(shares).toEqual([501, 500]);
    const delivered = await done(post(`${path}/delivered`));
    expect(delivered).toMatchObject({ status: 'delivered', allowed: ['change_consignment'] });
    for (const id of ids) expect((await order(id)).status).toBe('delivered');
    await done(send('PATCH', path, { cost: 300 }));
    expect((await order(ids[1])).shipments[0]?.consignment?.cost).toBe(150);
    expect((await verify()).findings).toEqual([]);
  });

  it('stands in the list by status, order, number and tracking number, page by page', async () => {
    const ids = await two();
    const { consignmentId: first } = await done(create(ids, { trackingNumber: 'FIND-ME' }));
    const { consignmentId: second } = await done(create([await handled()]));
    const found = async (query: string): Promise<readonly string[]> => {
      const { items } = await get<{ items: readonly Shown[] }>(`/consignments?${query}`);
      return items.map(({ consignmentId }) => consignmentId);
    };
    expect((await found('status=open')).slice(0, 2)).toEqual([second, first]);
    expect(await found('q=FIND-ME')).toEqual([first]);
    expect(await found(`q=${second}`)).toEqual([second]);
    expect(await found(`orderId=${ids[1]}`)).toEqual([first]);
    expect(await found('orderId=1480000999999-01')).toEqual([]);
    const page = await get<{ items: readonly Shown[]; next: string }>('/consignments?limit=1');
    expect(page.items[0]?.consignmentId).toBe(second);
    expect((await found(`limit=1&after=${page.next}`))[0]).toBe(first);
    expect((await api.ask('GET', `${ADMIN}/consignments?after=x`)).body).toMatchObject({ code: 'cursor_invalid' });
  });

  it('says which other orders of the buyer could go along, and why one could not', async () => {
    const buyer = { ...ORDER.buyer, email: 'candida@example.com' };
    const [one, other, elsewhere, sent] = [
      await handled({ buyer }),
      await handled({ buyer }),
      await handled({ buyer, deliveries: [{ ...ORDER.deliveries[0], address: { city: 'Linz', country: 'AT' } }] }),
      await handled({ buyer }),
    ];
    await done(post(`/orders/${sent}/packages`));
    type Candidates = { consignmentId: string | null; items: readonly { orderId: string }[] };
    const before = await get<Candidates>(`/orders/${one}/consignment-candidates`);
    expect(before.consignmentId).toBeNull();
    expect(before.items).toMatchObject([
      { orderId: elsewhere, fits: false, refused: 'consignment_differs', differs: ['address'], pieces: 3 },
      { orderId: other, fits: true, refused: null },
    ]);
    const { consignmentId } = await done(create([one]));
    expect(await get<Candidates>(`/orders/${one}/consignment-candidates`)).toMatchObject({
      consignmentId,
      items: [{ fits: false }, { orderId: other, fits: true }],
    });
    const extended = await done(
      post(`/consignments/${consignmentId}/members`, { members: [{ orderId: other, weight: 500 }] }),
    );
    expect(extended.members).toHaveLength(2);
    await done(send('DELETE', `/consignments/${consignmentId}/members/${one}/1`));
    expect((await order(one)).shipments).toMatchObject([{ status: 'planned' }]);
    expect((await order(one)).shipments[0]?.consignment).toBeUndefined();
  });

  it('finds what a busy buyer has open behind whatever they ordered and gave up since', async () => {
    const buyer = { ...ORDER.buyer, email: 'busy@example.com' };
    const open = await handled({ buyer });
    const givenUp = Array.from({ length: 52 }, async () => {
      const { orderId } = (await post('/orders', { ...ORDER, workflow: 'simple', buyer })).body;
      await done(post(`/orders/${orderId}/cancellation/request`, { reason: 'changed her mind' }));
    });
    await Promise.all(givenUp);
    const one = await handled({ buyer });
    expect(await get<object>(`/orders/${one}/consignment-candidates`)).toMatchObject({
      items: [{ orderId: open, fits: true }],
      more: false,
    });
  });

  it('is told as it happened, by its own history and by those of its orders', async () => {
    const [a, b] = await two();
    const { consignmentId } = await done(create([a, b], { cost: 500 }));
    await done(post(`/orders/${a}/cancellation/request`, { reason: 'changed her mind' }));
    const left = await get<Shown>(`/consignments/${consignmentId}`);
    expect(left.members.map(({ orderId }) => orderId)).toEqual([b]);
    await done(post(`/consignments/${consignmentId}/hand-over`));
    const events = await get<{ items: readonly { summary: { text: string }; commandId: string }[] }>(
      `/consignments/${consignmentId}/events`,
    );
    expect(events.items.map(({ summary }) => summary.text)).toEqual([
      'Put together with 2 shipments',
      `Shipment 1 of order ${a} left it: order_cancelled`,
      'Handed over with 1 packages',
    ]);
    const history = await get<{ events: readonly { type: string; commandId: string; changes: readonly object[] }[] }>(
      `/orders/${b}/events?limit=100`,
    );
    const own = history.events.filter(({ type }) => type === 'package_sent' || type === 'shipment_cost_shared');
    expect(own.map(({ commandId }) => commandId)).toEqual([events.items[2]?.commandId, events.items[2]?.commandId]);
    expect(own[1]?.changes).toMatchObject([{ field: 'shipments.consignment.cost', after: 500 }]);
    const second = await get<{ items: readonly unknown[]; next: string | null }>(
      `/consignments/${consignmentId}/events?limit=2`,
    );
    expect([second.items.length, second.next === null]).toEqual([2, false]);
  });

  it('is numbered by the template of the account', async () => {
    const number = (template: string): Promise<Answer> =>
      send('PATCH', '/account', { documentNumbers: { consignment: template } });
    expect((await number('{order}-{count}')).body).toMatchObject({ code: 'number_template_invalid' });
    expect((await number('{year}')).body).toMatchObject({ code: 'number_template_invalid' });
    await done(number('CO-{year}-{yearly:4}'));
    const { number: given } = await done(create(await two()));
    expect(given).toMatch(/^CO-20\d\d-0001$/);
    await done(send('PATCH', '/account', { documentNumbers: {} }));
  });
});

describe('the papers of a consignment', () => {
  it('are one of each for all its orders, and the label is for who sees people', async () => {
    const ids = await two();
    const { consignmentId } = await done(create(ids, { trackingNumber: 'RR77' }));
    for (const paper of ['pick-list', 'packing-slip', 'label']) {
      const { status, text, headers } = await api.ask('GET', `${ADMIN}/consignments/${consignmentId}/${paper}.pdf`);
      expect([status, headers['content-type'], text.slice(0, 5)], paper).toEqual([200, 'application/pdf', '%PDF-']);
      const missing = await api.ask('GET', `${ADMIN}/consignments/none/${paper}.pdf`);
      expect(missing).toMatchObject({ status: 404, body: { code: 'consignment_not_found' } });
    }
    const packer = await keyWith({}, 'orders.view', 'orders.ship');
    const label = `${ADMIN}/consignments/${consignmentId}/label.pdf`;
    expect((await api.ask('GET', label, { headers: packer })).body).toMatchObject({ code: 'permission_missing' });
  });
});

describe('a command on a consignment', () => {
  it('names the order that stands against all of them, and changes nothing', async () => {
    const [a, b] = await two();
    const { consignmentId } = await done(create([a, b]));
    await send('POST', '/hold-types', {});
    await api.ask('PUT', `${ADMIN}/hold-types/address_check`, {
      body: { labels: { en: 'Address' }, blocks: ['shipping'] },
    });
    await done(post(`/orders/${b}/holds`, { holdType: 'address_check' }));
    const before = await api.countEvents();
    const refused = await post(`/consignments/${consignmentId}/hand-over`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'on_hold', details: { order: b } } });
    expect((await order(a)).packages).toEqual([]);
    expect(await api.countEvents()).toBe(before);
    const alone = await post(`/orders/${a}/packages`, { shipmentId: '1' });
    expect(alone).toMatchObject({
      status: 409,
      body: { code: 'shipment_in_consignment', details: { consignment: consignmentId } },
    });
  });

  it('is done once under one key, and only on the version that was seen', async () => {
    const ids = await two();
    const key = { 'idempotency-key': `create-${ids[0]}` };
    const first = await create(ids, {}, key);
    const again = await create(ids, {}, key);
    expect([first.status, again.status, again.headers['idempotency-replayed']]).toEqual([201, 201, 'true']);
    expect((again.body as unknown as Shown).consignmentId).toBe((first.body as unknown as Shown).consignmentId);
    expect((await create(ids, { cost: 1 }, key)).body).toMatchObject({ code: 'idempotency_key_reused' });
    const path = `/consignments/${(first.body as unknown as Shown).consignmentId}`;
    expect(first.headers['etag']).toBe('"1"');
    expect(await send('PATCH', path, { carrier: 'Post' }, { 'if-match': '"7"' })).toMatchObject({ status: 412 });
    const changed = await send('PATCH', path, { carrier: 'Post' }, { 'if-match': '"1"' });
    expect([changed.status, changed.headers['etag']]).toEqual([200, '"2"']);
    expect(await send('PATCH', path, { carrier: 'Post' })).toMatchObject({ status: 200, headers: { etag: '"2"' } });
  });

  it('shows who may not see amounts and people neither, and exists for nobody who does not see its orders', async () => {
    const [a, b] = await two();
    const { consignmentId } = await done(create([a, b], { cost: 900 }));
    const path = `/consignments/${consignmentId}`;
    const packer = await keyWith({}, 'orders.view', 'orders.ship');
    const shown = await get<Shown>(path, packer);
    expect(shown).toMatchObject({ cost: null, address: null });
    expect(shown.members).toMatchObject([
      { cost: null, buyerName: null },
      { cost: null, buyerName: null },
    ]);
    expect(JSON.stringify(await get(`${path}/events`, packer))).not.toContain('900');
    expect((await order(a, packer)).shipments[0]?.consignment).toEqual({ consignmentId, number: consignmentId });
    await done(api.ask('PUT', `${ADMIN}/stores/other`, { body: { name: 'Other' } }));
    for (const scope of [{ stores: ['other'] }, { seller: 'clay' }]) {
      const stranger = await keyWith({ scope }, 'orders.view', 'orders.ship');
      expect((await api.ask('GET', `${ADMIN}${path}`, { headers: stranger })).status).toBe(404);
      expect((await get<{ items: readonly object[] }>('/consignments', stranger)).items).toEqual([]);
      expect((await post(`${path}/cancel`, {}, stranger)).body).toMatchObject({ code: 'consignment_not_found' });
      expect((await create([a], {}, stranger)).status).toBeGreaterThanOrEqual(403);
    }
    expect((await post(`${path}/cancel`, {}, await keyWith({}, 'orders.ship'))).body).toMatchObject({
      code: 'permission_missing',
    });
  });
});

describe('what is stored of consignments', () => {
  it('holds nothing of a person, and stays whole when its buyer is forgotten', async () => {
    const buyer = { ...ORDER.buyer, email: 'gone@example.com', firstName: 'Vanessa' };
    const address = { receiver: 'Vanessa Gruber', street: 'Hidden Lane', city: 'Graz', country: 'AT' };
    const deliveries = [{ type: 'delivery' as const, price: 490, address }];
    const ids = [await handled({ buyer, deliveries }), await handled({ buyer, deliveries })];
    const { consignmentId } = await done(create(ids));
    const path = `/consignments/${consignmentId}`;
    await done(post(`${path}/hand-over`, { trackingNumber: 'GONE-1' }));
    await done(post(`${path}/tracking`, { events: [{ at: '2026-03-03T08:00:00Z', description: 'with Vanessa' }] }));
    const { owner } = api.database;
    const stored = await owner.query<{ text: string }>(
      `select (select string_agg(data, '') from events where stream_kind = 'consignment' and stream_id = $1)
              || (select state from consignments where consignment_id = $1)
              || (select l::text from consignment_list l where consignment_id = $1) as text`,
      [consignmentId],
    );
    expect(stored.rows[0]?.text).toContain('GONE-1');
    expect(stored.rows[0]?.text).not.toMatch(/vanessa|hidden|graz/i);
    await done(post('/forgettings', { email: 'gone@example.com', reason: 'asked to be forgotten' }));
    const after = await get<Shown>(path);
    expect(after).toMatchObject({ status: 'in_transit', address: null, tracking: [{ description: null }] });
    expect(await done(post(`${path}/delivered`))).toMatchObject({ status: 'delivered' });
    expect((await verify()).findings).toEqual([]);
  });

  it('is found wrong where it was damaged, and its list is made anew from the states', async () => {
    const ids = await two();
    const { consignmentId } = await done(create(ids));
    const { owner } = api.database;
    const damage = async (statement: string, undo: string) => {
      await owner.query(statement, [consignmentId]);
      const finding = (await verify()).findings[0];
      await owner.query(undo, [consignmentId]);
      return finding;
    };
    const where = `consignment ${consignmentId}`;
    const at = `where consignment_id = $1`;
    expect(
      await damage(
        `update consignments set state = replace(state, '"allocation":"value"', '"allocation":"equal"') ${at}`,
        `update consignments set state = replace(state, '"allocation":"equal"', '"allocation":"value"') ${at}`,
      ),
    ).toMatchObject({ where, check: 'state' });
    const log = `where stream_kind = 'consignment' and stream_id = $1`;
    expect(
      await damage(
        `update events set data = replace(data, '"value"', '"equal"') ${log}`,
        `update events set data = replace(data, '"equal"', '"value"') ${log}`,
      ),
    ).toMatchObject({ where, check: 'hash chain' });
    await owner.query(`update consignment_list set status = 'sent' ${at}`, [consignmentId]);
    expect((await verify()).findings[0]).toMatchObject({ where, check: 'list of consignments' });
    await owner.query(`delete from consignment_list`);
    expect(await rebuildConsignments({ pool: api.database.serving }, 'default')).toBeGreaterThan(1);
    expect(await rebuildConsignments({ pool: api.database.serving }, 'default')).toBe(0);
    expect((await verify()).findings).toEqual([]);
    expect(
      await damage(
        `update orders set documents = replace(documents, $1, 'C9') where documents like '%' || $1 || '%'`,
        `update orders set documents = replace(documents, 'C9', $1) where documents like '%"C9"%'`,
      ),
    ).toMatchObject({ check: 'state' });
  });
});
