import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';

/** Shipments as people and systems meet them over the API. */

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.end());

type Answer = Awaited<ReturnType<TestApi['ask']>>;
type Headers = Record<string, string>;

interface Shown {
  readonly status: string;
  readonly shippingState: string;
  readonly version: number;
  readonly totals: object;
  readonly lines: readonly { readonly id: string; readonly quantity: number; readonly shipped: number }[];
  readonly shipments: readonly {
    readonly id: string;
    readonly number: string;
    readonly status: string;
    readonly address: object | null;
    readonly items: readonly { readonly lineId: string; readonly quantity: number; readonly sent: number }[];
  }[];
  readonly packages: readonly { readonly status: string; readonly collectedBy?: string | null }[];
  readonly deliveries: readonly { readonly address: object | null }[];
}

const send = (method: 'POST' | 'PATCH' | 'PUT', path: string, body: object, headers: Headers = {}): Promise<Answer> =>
  api.ask(method, `${ADMIN}${path}`, { body, headers });
const post = (path: string, body: object = {}, headers: Headers = {}): Promise<Answer> =>
  send('POST', path, body, headers);
const get = async (path: string, headers: Headers = {}): Promise<Answer['body'] & Shown> =>
  (await api.ask('GET', `${ADMIN}${path}`, { headers })).body as Answer['body'] & Shown;

async function done(answer: Promise<Answer>): Promise<Answer['body'] & Shown> {
  const { status, text, body } = await answer;
  expect(status, text).toBeLessThan(300);
  return body as Answer['body'] & Shown;
}

/** Two of line 1 and one of line 2, paid and being handled. */
async function handled(changes: object = {}): Promise<string> {
  const placed = await post('/orders', { ...ORDER, workflow: 'simple', ...changes });
  expect(placed.status, placed.text).toBe(201);
  const order = `/orders/${placed.body.orderId}`;
  await done(post(`${order}/payments/1/approve`));
  await done(post(`${order}/start-handling`));
  return order;
}

async function keyWith(...permissions: string[]): Promise<Headers> {
  const { body } = await post('/keys', { label: 'test', permissions, roles: [] });
  const { key, secret } = body as unknown as { key: string; secret: string };
  return { 'x-vtex-api-appkey': key, 'x-vtex-api-apptoken': secret };
}

const two = { items: [{ lineId: '1', quantity: 2 }] };
const one = { items: [{ lineId: '1', quantity: 1 }] };

describe('an order that goes in several shipments', () => {
  it('is planned, split, moved, sent and delivered, each with a number that finds the order', async () => {
    const order = await handled();
    const planned = await done(post(`${order}/shipments`, { ...two, carrier: 'Post', price: 300 }));
    expect(planned.shipments).toMatchObject([
      { id: '1', status: 'planned', items: [{ lineId: '1', quantity: 2, sent: 0 }] },
    ]);
    await done(post(`${order}/shipments/1/split`, one));
    const rest = await done(post(`${order}/shipments`));
    expect(rest.shipments.map(({ items }) => items.map(({ lineId, quantity }) => [lineId, quantity]))).toEqual([
      [['1', 1]],
      [['1', 1]],
      [['2', 1]],
    ]);
    await done(post(`${order}/shipments/move-items`, { from: '3', to: '2', items: [{ lineId: '2', quantity: 1 }] }));
    await done(post(`${order}/shipments/3/cancel`, { reason: 'empty' }));
    expect(await post(`${order}/shipments`, one)).toMatchObject({
      status: 422,
      body: { code: 'quantity_exceeds_unplanned', pointer: '/items/0/quantity' },
    });
    const sent = await done(post(`${order}/packages`, { shipmentId: '2', weight: 750, barcode: 'B-1' }));
    expect(sent).toMatchObject({ status: 'partially_shipped', shippingState: 'partly_shipped' });
    expect(sent.shipments.map(({ status }) => status)).toEqual(['planned', 'sent', 'cancelled']);
    expect(sent.packages).toMatchObject([{ shipmentId: '2', weight: 750, barcode: 'B-1' }]);
    const [number] = sent.shipments.map((shipment) => shipment.number);
    const found = (await api.ask('GET', `${ADMIN}/orders?q=${number}`)).body as unknown as {
      orders: { orderId: string }[];
    };
    expect(found.orders.map(({ orderId }) => `/orders/${orderId}`)).toEqual([order]);
    const listed = (await api.ask('GET', `${ADMIN}/documents?kind=shipment&status=planned`)).body as unknown as {
      items: { number: string }[];
    };
    expect(listed.items.map((row) => row.number)).toContain(number);
  });

  it('T22: what becomes of a shipment shows in the history, the order, its list and the index at once', async () => {
    const order = await handled();
    const before = await done(post(`${order}/shipments`));
    const after = await done(post(`${order}/packages`, { shipmentId: '1', trackingNumber: 'T22-A' }));
    expect(after.version).toBe(before.version + 1);
    expect(after.totals).toEqual(before.totals);
    expect(after.status).toBe('shipped');
    const events = (await get(`${order}/events`)) as unknown as {
      events: { type: string; summary: { text: string }; changes: { field: string; after: unknown }[] }[];
    };
    const last = events.events.at(-1);
    expect(last).toMatchObject({ type: 'package_sent', summary: { text: 'Package 1 sent: 3 pieces' } });
    expect(last?.changes).toContainEqual(expect.objectContaining({ field: 'shipments.status', after: 'sent' }));
    const list = (await api.ask('GET', `${ADMIN}/orders?q=T22-A`)).body as unknown as {
      orders: { shippingState: string }[];
    };
    expect(list.orders).toMatchObject([{ shippingState: 'shipped' }]);
    const documents = (await api.ask('GET', `${ADMIN}/documents?kind=shipment&q=${before.shipments[0]?.number}`))
      .body as unknown as { items: { status: string }[] };
    expect(documents.items).toMatchObject([{ status: 'sent' }]);
  });

  it('takes null for a value away, and keeps the address for who may read about people', async () => {
    const order = await handled();
    await done(post(`${order}/shipments`, { deliverOn: '2026-03-09T00:00:00Z' }));
    const address = { receiver: 'Rui Melo', city: 'Faro', country: 'PT' };
    const changed = await done(send('PATCH', `${order}/shipments/1`, { address, deliverOn: null }));
    expect(changed.shipments).toMatchObject([{ address, deliverOn: null }]);
    const clerk = await keyWith('orders.view', 'orders.ship');
    const seen = await get(order, clerk);
    expect(seen.shipments).toMatchObject([{ address: null }]);
    expect(JSON.stringify(seen)).not.toContain('Melo');
    expect(await send('PATCH', `${order}/shipments/1`, {})).toMatchObject({ status: 400 });
  });

  it('is prepared by who may ship, and by nobody else', async () => {
    const order = await handled();
    const viewer = await keyWith('orders.view');
    expect((await post(`${order}/shipments`, {}, viewer)).status).toBe(403);
    const packer = await keyWith('orders.view', 'orders.ship');
    await done(post(`${order}/shipments`, {}, packer));
  });

  it('shows a preview without doing anything', async () => {
    const order = await handled();
    const preview = await post(`${order}/shipments`, two, { prefer: 'preview' });
    expect(preview.status, preview.text).toBe(200);
    expect((await get(order)).shipments).toEqual([]);
  });
});

describe('a parcel', () => {
  it('is followed at the address of its carrier’s template', async () => {
    const carrier = { name: 'Fast', trackingUrl: 'https://fast.example/t/{trackingNumber}' };
    await done(send('PUT', '/carriers/fast', carrier));
    for (const wrong of [
      'http://fast.example/{trackingNumber}',
      'https://fast.example/t',
      'https://{trackingNumber}/',
    ]) {
      expect((await send('PUT', '/carriers/wrong', { ...carrier, trackingUrl: wrong })).status).toBe(400);
    }
    const order = await handled();
    const sent = await done(post(`${order}/packages`, { carrier: 'fast', trackingNumber: 'A/1' }));
    expect(sent.packages).toMatchObject([{ trackingUrl: 'https://fast.example/t/A%2F1' }]);
  });

  it('goes to a pick-up point, whose address stands in the order, and is collected by somebody', async () => {
    const point = {
      name: 'Station shop',
      address: { street: 'Platz 1', city: 'Graz', country: 'AT' },
      openingHours: '9–18',
    };
    await done(send('PUT', '/pickup-points/station', point));
    const order = await handled({ deliveries: [{ type: 'pickup', pickupPoint: 'station', price: 490 }] });
    expect((await get(order)).deliveries).toMatchObject([{ address: { city: 'Graz', reference: 'Station shop' } }]);
    await done(post(`${order}/packages`, { packageId: 'box' }));
    const collected = await done(post(`${order}/packages/box/collected`, { collectedBy: 'Ana Gruber' }));
    expect(collected).toMatchObject({
      status: 'delivered',
      packages: [{ status: 'delivered', collectedBy: 'Ana Gruber' }],
    });
    const clerk = await keyWith('orders.view');
    expect((await get(order, clerk)).packages).toMatchObject([{ collectedBy: null }]);
    const events = (await api.ask('GET', `${ADMIN}${order}/events`, { headers: clerk })).text;
    expect(events).not.toContain('Gruber');
  });

  it('comes back, goes to the shelf and is sent again: stock and shelf agree all along', async () => {
    const sku = 'BACK-1';
    await done(post('/products', { items: [{ sku, name: 'Lamp', priceMicros: 10_000_000, currency: 'EUR' }] }));
    await done(post('/stock', { items: [{ sku, place: 'main', onHand: 5 }] }));
    const order = await handled({
      lines: [{ sku, quantity: 2 }],
      deliveries: [],
      payments: [{ method: 'card', amount: 2_000 }],
      total: 2_000,
    });
    const stock = async () => {
      const { items } = (await api.ask('GET', `${ADMIN}/stock?sku=${sku}`)).body as unknown as {
        items: { onHand: number; claimed: number; confirmed: number }[];
      };
      return items[0];
    };
    await done(post(`${order}/packages`, { packageId: 'box' }));
    expect(await stock()).toMatchObject({ onHand: 3, confirmed: 0 });
    const back = await done(post(`${order}/packages/box/returned-to-sender`, { restock: true, reason: 'Not in' }));
    expect(back).toMatchObject({ status: 'processing', packages: [{ status: 'returned_to_sender' }] });
    expect(await stock()).toMatchObject({ onHand: 5, confirmed: 2 });
    const again = await done(post(`${order}/packages`));
    expect(again.status).toBe('shipped');
    expect(await stock()).toMatchObject({ onHand: 3, confirmed: 0 });
  });
});

describe('papers', () => {
  const paper = (path: string, headers: Headers = {}): Promise<Answer> =>
    api.ask('GET', `${ADMIN}${path}`, { headers });

  it('are PDF files for who may ship; a label is for who may see people', async () => {
    const order = await handled();
    await done(post(`${order}/packages`, { packageId: 'box', ...one, trackingNumber: 'T-9' }));
    const id = order.slice('/orders/'.length);
    const packer = await keyWith('orders.view', 'orders.ship');
    for (const path of [
      `${order}/packing-slip.pdf?packageId=box&language=de`,
      `${order}/packing-slip.pdf`,
      `/pick-list.pdf?orderId=${id}&orderId=none`,
    ]) {
      const answer = await paper(path, packer);
      expect(answer.status, answer.text).toBe(200);
      expect(answer.headers['content-type']).toBe('application/pdf');
      expect(answer.text.startsWith('%PDF-1.7')).toBe(true);
    }
    expect((await paper(`${order}/label.pdf?packageId=box`, packer)).status).toBe(403);
    expect((await paper(`${order}/label.pdf?packageId=box`)).status).toBe(200);
    expect((await paper(`${order}/label.pdf`, await keyWith('orders.view', 'personal.view'))).status).toBe(403);
  });

  it('are of nothing that is not there', async () => {
    const order = await handled();
    expect(await paper(`${order}/label.pdf?packageId=none`)).toMatchObject({
      status: 404,
      body: { code: 'package_not_found' },
    });
    expect(await paper(`${order}/packing-slip.pdf?shipmentId=9`)).toMatchObject({
      status: 404,
      body: { code: 'shipment_not_found' },
    });
    expect(await paper('/pick-list.pdf?orderId=none')).toMatchObject({
      status: 404,
      body: { code: 'order_not_found' },
    });
    expect((await paper('/pick-list.pdf')).status).toBe(400);
  });
});

describe('packing a shipment', () => {
  const packed = (order: Awaited<ReturnType<typeof get>>) =>
    (order.shipments[0] as unknown as { packing: readonly object[] }).packing;

  it('says what lies in which package, moves pieces between them, and sends each as it is', async () => {
    const order = await handled();
    await done(post(`${order}/shipments`));
    const packages = `${order}/shipments/1/packages`;
    await done(post(packages, { items: [{ lineId: '1', quantity: 2 }], weight: 900, barcode: 'B1' }));
    await done(post(packages));
    const moved = await done(
      post(`${packages}/move-items`, { from: '1', to: '2', items: [{ lineId: '1', quantity: 1 }] }),
    );
    expect(packed(moved)).toEqual([
      { packageId: '1', items: [{ lineId: '1', quantity: 1 }], weight: 900, barcode: 'B1' },
      { packageId: '2', items: [{ lineId: '2', quantity: 1 }, { lineId: '1', quantity: 1 }] }, // prettier-ignore
    ]);
    expect(moved).toMatchObject({ packages: [], lines: [{ shipped: 0 }, { shipped: 0 }] });
    const sent = await done(post(`${order}/packages`, { packageId: '2', trackingNumber: 'T2' }));
    expect(sent).toMatchObject({
      packages: [{ id: '2', shipmentId: '1', items: [{ quantity: 1 }, { quantity: 1 }] }],
      shipments: [{ status: 'partly_sent' }],
    });
    expect(packed(sent)).toHaveLength(1);
    const apart = await done(api.ask('DELETE', `${ADMIN}${packages}/1`));
    expect(packed(apart)).toEqual([]);
    const { text } = await api.ask('GET', `${ADMIN}${order}/changes`);
    expect(text).toContain('Package 1 of shipment 1 unpacked');
  });

  it('refuses more than there is, and what is packed nowhere, and prints slip and label before it leaves', async () => {
    const order = await handled();
    await done(post(`${order}/shipments`));
    const packages = `${order}/shipments/1/packages`;
    await done(post(packages, { items: [{ lineId: '1', quantity: 1 }] }));
    const refused = async (answer: Promise<Answer>) => (await answer).body;
    expect(await refused(post(packages, { items: [{ lineId: '1', quantity: 2 }] }))).toMatchObject({
      code: 'quantity_exceeds_unpacked',
      pointer: '/items/0/quantity',
      details: { left: 1 },
    });
    const move = { from: '1', items: [{ lineId: '1', quantity: 2 }] };
    expect(await refused(post(`${packages}/move-items`, move))).toMatchObject({ code: 'quantity_exceeds_package' });
    expect(await refused(api.ask('DELETE', `${ADMIN}${packages}/9`))).toMatchObject({ code: 'package_not_found' });
    const both = { packageId: '1', items: [{ lineId: '1', quantity: 1 }] };
    expect(await refused(post(`${order}/packages`, both))).toMatchObject({ code: 'package_packed', pointer: '/items' });
    for (const paper of ['packing-slip.pdf', 'label.pdf']) {
      const answer = await api.ask('GET', `${ADMIN}${order}/${paper}?packageId=1`);
      expect([answer.status, answer.text.slice(0, 5)]).toEqual([200, '%PDF-']);
    }
    expect((await api.ask('GET', `${ADMIN}${order}/label.pdf?packageId=7`)).status).toBe(404);
    const viewer = await keyWith('orders.view');
    expect((await post(packages, {}, viewer)).status).toBe(403);
  });
});
