import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { ADMIN, createTestApi, type TestApi } from './setup/api.js';
import { askOutside, bearer, place, rows, signIn } from './shoppers.js';

/** What comes of goods that came back beside money: an order in exchange, and what the API tells of it. */

let api: TestApi;
const ANA = 'ana@example.com';
beforeAll(async () => {
  api = await createTestApi();
  const product = { counted: true, priceMicros: 10_000_000, currency: 'EUR' };
  await api.ask('PUT', `${ADMIN}/products/TEA`, { body: { name: 'Tea', ...product } });
  await api.ask('PUT', `${ADMIN}/products/CAN`, { body: { name: 'Can', ...product, priceMicros: 25_000_000 } });
  await api.ask('POST', `${ADMIN}/stock`, {
    body: {
      items: [
        { sku: 'TEA', place: 'main', onHand: 1_000 },
        { sku: 'CAN', place: 'main', onHand: 5 },
      ],
    },
  });
});
afterAll(() => api.end());

const send = async (orderId: string, path: string, body: object = {}) => {
  const answer = await api.ask('POST', `${ADMIN}/orders/${orderId}${path}`, { body });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`);
};

/** Three teas at 10.00, paid and handed over; two of them came back and are good. */
async function inspected(changes: object = {}): Promise<string> {
  const orderId = await place(api, {
    workflow: 'simple',
    customerId: 'ana',
    lines: [{ sku: 'TEA', quantity: 3 }],
    deliveries: [{ type: 'delivery', price: 400, address: { country: 'AT', city: 'Graz' } }],
    payments: [{ method: 'card', amount: 3_400 }],
    buyer: { email: ANA, firstName: 'Ana' },
    total: 3_400,
    ...changes,
  });
  await send(orderId, '/payments/1/approve');
  await send(orderId, '/start-handling');
  await send(orderId, '/packages');
  await send(orderId, '/delivered');
  await send(orderId, '/returns', { items: [{ lineId: '1', quantity: 2, reason: 'no_longer_needed' }] });
  await send(orderId, '/returns/1/authorise');
  await send(orderId, '/returns/1/receipts');
  await send(orderId, '/returns/1/inspections', { items: [{ lineId: '1', accepted: 2, rejected: 0 }] });
  return orderId;
}

const settle = (orderId: string, exchange: object, headers: Record<string, string> = {}) =>
  api.ask('POST', `${ADMIN}/orders/${orderId}/returns/1/settle`, {
    body: { resolution: 'exchange', exchange },
    headers,
  });
const read = async (orderId: string) => (await api.ask('GET', `${ADMIN}/orders/${orderId}`)).body as unknown as Read;
interface Read {
  readonly links: readonly { readonly role: string; readonly orderId: string }[];
  readonly returns: readonly object[];
}
const replacementOf = async (orderId: string): Promise<string> => {
  const found = (await read(orderId)).links.find(({ role }) => role === 'exchange');
  if (found === undefined) throw new Error('there is no replacement');
  return found.orderId;
};
const stockOf = async (sku: string) =>
  (
    await rows<{ on_hand: number; claimed: number }>(
      api,
      'select on_hand, claimed from stock where account = $1 and sku = $2',
      ['default', sku],
    )
  )[0];
const count = async () => (await rows<{ n: number }>(api, 'select count(*)::int as n from orders'))[0]?.n;

describe('an exchange over the API', () => {
  it('places the new order in one unit with the settlement, and both name each other', async () => {
    const orderId = await inspected();
    const before = await stockOf('CAN');
    const { status, text } = await settle(orderId, {
      lines: [{ sku: 'CAN', quantity: 1 }],
      payment: { method: 'card' },
    });
    expect(status, text).toBe(200);
    const newId = await replacementOf(orderId);
    expect(await read(orderId)).toMatchObject({
      amountDue: 0,
      returns: [
        {
          status: 'settled',
          settlements: [{ resolution: 'exchange', refunded: 2_000, exchange: { orderId: newId, amount: 2_000 } }],
        },
      ],
      refunds: [{ amount: 2_000, state: 'settled', to: 'exchange', may: [] }],
    });
    expect(await read(newId)).toMatchObject({
      links: [{ role: 'exchanged', account: 'default', orderId }],
      customerId: 'ana',
      buyer: { email: ANA },
      totals: { total: 2_500 },
      payments: [
        { method: 'exchange', amount: 2_000, captured: 2_000 },
        { method: 'card', amount: 500, captured: 0, status: 'pending' },
      ],
    });
    expect(await stockOf('CAN')).toEqual({ ...before, claimed: Number(before?.claimed) + 1 });
    const texts = async (id: string) =>
      (await api.ask('GET', `${ADMIN}/orders/${id}/events`)).body.events.map(({ summary }) => summary.text).join('\n');
    expect(await texts(orderId)).toContain(`exchanged for order ${newId}`);
    expect(await texts(newId)).toContain(`Placed in exchange for goods of order ${orderId}`);
  });

  it('changes nothing at all where the replacement is not there', async () => {
    const orderId = await inspected();
    const [orders, stock, version] = [await count(), await stockOf('CAN'), (await read(orderId)) as object];
    const refused = await settle(orderId, {
      lines: [
        { sku: 'TEA', quantity: 1 },
        { sku: 'CAN', quantity: 500 },
      ],
      onAccount: true,
    });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'insufficient_stock', pointer: '/exchange/lines/1/quantity' },
    });
    expect([await count(), await stockOf('CAN'), await read(orderId)]).toEqual([orders, stock, version]);
    for (const [exchange, code] of [
      [{ lines: [{ sku: 'NONE', quantity: 1 }] }, 'product_incomplete'],
      [{ lines: [{ sku: 'CAN', quantity: 1 }] }, 'exchange_exceeds_worth'],
      [{ lines: [{ sku: 'CAN', quantity: 1 }], payment: { method: 'card', provider: 'none' } }, 'reference_unknown'],
    ] as const)
      expect((await settle(orderId, exchange)).body).toMatchObject({ code });
    expect(await count()).toBe(orders);
  });

  it('is shown by a preview, with the new order, and committed under the very ids', async () => {
    const orderId = await inspected();
    const lines = [{ sku: 'TEA', quantity: 1, priceMicros: 12_000_000 }];
    const shown = await settle(orderId, { lines, leftOver: 'store_credit' }, { prefer: 'preview' });
    expect(shown.status, shown.text).toBe(200);
    const { token, effects } = shown.body as unknown as {
      token: string;
      effects: Record<string, { events: { type: string }[] }>;
    };
    const [newId = ''] = Object.keys(effects).filter((id) => id !== orderId);
    expect(effects[newId]?.events.map(({ type }) => type)).toEqual(['order_placed', 'payment_approved']);
    expect((await read(orderId)).links).toEqual([]);
    const committed = await api.ask('POST', `${ADMIN}/previews/${token}/commit`);
    expect(committed.status, committed.text).toBe(200);
    expect(await replacementOf(orderId)).toBe(newId);
    expect((await api.ask('POST', `${ADMIN}/previews/${token}/commit`)).status).toBe(200);
    expect(await read(orderId)).toMatchObject({
      refunds: [
        { amount: 1_200, to: 'exchange' },
        { amount: 800, to: 'store_credit', state: 'requested' },
      ],
    });
  });

  it('is repeated under its key without a second order', async () => {
    const orderId = await inspected();
    const headers = { 'idempotency-key': 'exchange-1' };
    const exchange = { lines: [{ sku: 'TEA', quantity: 1 }] };
    const first = await settle(orderId, exchange, headers);
    const orders = await count();
    const again = await settle(orderId, exchange, headers);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(await count()).toBe(orders);
    expect((await settle(orderId, exchange)).body).toMatchObject({ code: 'return_in_other_state' });
  });

  it('is for who may give money back and place orders', async () => {
    const orderId = await inspected();
    const permissions = ['orders.view', 'orders.refund', 'prices.view'];
    await ensureAppKey(api.database.serving, 'default', { key: 'giver', token: 'g', permissions });
    const giver = { 'x-vtex-api-appkey': 'giver', 'x-vtex-api-apptoken': 'g' };
    const exchange = { lines: [{ sku: 'TEA', quantity: 1 }] };
    expect(await settle(orderId, exchange, giver)).toMatchObject({
      status: 403,
      body: { code: 'exchange_not_permitted' },
    });
    expect((await settle(orderId, exchange, { ...giver, prefer: 'preview' })).status).toBe(403);
    await ensureAppKey(api.database.serving, 'default', {
      key: 'placer',
      token: 'p',
      permissions: [...permissions, 'orders.place'],
    });
    const placer = { 'x-vtex-api-appkey': 'placer', 'x-vtex-api-apptoken': 'p' };
    expect((await settle(orderId, exchange, placer)).status).toBe(200);
  });

  it('of two at once is carried out once', async () => {
    const orderId = await inspected();
    const orders = Number(await count());
    const exchange = { lines: [{ sku: 'TEA', quantity: 1 }] };
    const answers = await Promise.all([
      settle(orderId, exchange),
      settle(orderId, exchange),
      settle(orderId, exchange),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await count()).toBe(orders + 1);
  });

  it('is told to its buyer: the return names the new order, and that one names the old', async () => {
    const orderId = await inspected({ customerId: undefined });
    await settle(orderId, { lines: [{ sku: 'TEA', quantity: 1 }] });
    const newId = await replacementOf(orderId);
    const token = await signIn(api, ANA);
    const mine = async (id: string) => (await askOutside(api, 'GET', `orders/${id}`, bearer(token))).body;
    expect(await mine(orderId)).toMatchObject({
      exchangedOrderId: null,
      returns: [{ settlements: [{ refunded: 2_000, exchange: { orderId: newId, amount: 1_000 } }] }],
    });
    expect(await mine(newId)).toMatchObject({ exchangedOrderId: orderId, payments: [{ method: 'exchange' }] });
  });
});
