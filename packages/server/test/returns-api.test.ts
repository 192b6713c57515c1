import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { ADMIN, createTestApi, type TestApi } from './setup/api.js';
import { askOutside, bearer, place, rows, signIn } from './shoppers.js';

let api: TestApi;
let token: string;
const ANA = 'ana@example.com';
beforeAll(async () => {
  api = await createTestApi();
  await api.ask('PUT', `${ADMIN}/products/TEA`, {
    body: { name: 'Tea', counted: true, priceMicros: 10_000_000, currency: 'EUR' },
  });
  token = await signIn(api, ANA);
});
afterAll(() => api.end());

const send = async (orderId: string, path: string, body: object = {}) => {
  const answer = await api.ask('POST', `${ADMIN}/orders/${orderId}${path}`, { body });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`);
  return answer.body as unknown as Record<string, never>;
};

/** Three teas at 10.00 and 4.00 shipping, paid and handed over. */
async function arrived(changes: object = {}): Promise<string> {
  await api.ask('POST', `${ADMIN}/stock`, { body: { items: [{ sku: 'TEA', place: 'main', onHand: 100 }] } });
  const orderId = await place(api, {
    workflow: 'simple',
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
  return orderId;
}

const mine = (method: 'GET' | 'POST', orderId: string, path: string, body?: object) =>
  askOutside(api, method, `orders/${orderId}${path}`, { ...bearer(token), ...(body === undefined ? {} : { body }) });
const item = (quantity: number, changes: object = {}) => ({
  lineId: '1',
  quantity,
  reason: 'no_longer_needed',
  ...changes,
});
const stockOf = async () =>
  (await rows<{ on_hand: number }>(api, "select on_hand from stock where account = 'default' and sku = 'TEA'"))[0]
    ?.on_hand;

describe('a return over the API', () => {
  it('goes from the wish of the buyer to the refund: each step is a fact of its own', async () => {
    const orderId = await arrived();
    const before = await stockOf();
    const offered = await mine('GET', orderId, '/returnable');
    expect(offered.body).toMatchObject({
      enabled: true,
      windowDays: 30,
      lines: [{ lineId: '1', sku: 'TEA', delivered: 3, available: 3, refused: null }],
    });
    const reasons = (offered.body as unknown as { reasons: { reason: string; use: string }[] }).reasons;
    expect(reasons.map(({ reason }) => reason)).toContain('faulty');
    expect(reasons.every(({ use }) => use === 'request')).toBe(true);

    const asked = await mine('POST', orderId, '/returns', { items: [item(2)] });
    expect(asked, asked.text).toMatchObject({
      status: 200,
      body: { id: '1', number: `${orderId}-RT1`, status: 'requested', mayWithdraw: true },
    });
    expect(await stockOf()).toBe(before);

    await send(orderId, '/returns/1/authorise', { instructions: 'To our shop in Graz.' });
    expect((await mine('GET', orderId, '/returns/1')).body).toMatchObject({
      status: 'authorised',
      instructions: 'To our shop in Graz.',
    });
    await send(orderId, '/returns/1/receipts', { carrier: 'Post', trackingNumber: 'RR1AT' });
    await send(orderId, '/returns/1/inspections', {
      items: [{ lineId: '1', accepted: 1, rejected: 1, reason: 'worn', restock: true }],
    });
    expect(await stockOf()).toBe((before ?? 0) + 1);

    const order = await send(orderId, '/returns/1/settle', { resolution: 'refund', includeShipping: true });
    expect(await stockOf()).toBe((before ?? 0) + 1);
    expect(order).toMatchObject({
      amountDue: 0,
      payments: [{ refunded: 1_133 }],
      returnInvoices: [{ number: `${orderId}-RI1`, value: 1_133, returnId: '1', restocked: false }],
      returns: [
        {
          status: 'settled',
          lines: [{ requested: 2, authorised: 2, received: 2, accepted: 1, rejected: 1, settled: 1 }],
          settlements: [{ resolution: 'refund', value: 1_133, restockingFee: 0, refunded: 1_133 }],
        },
      ],
    });
    const listed = await api.ask('GET', `${ADMIN}/documents?kind=return&status=settled&orderId=${orderId}`);
    expect(listed.body).toMatchObject({
      items: [{ kind: 'return', number: `${orderId}-RT1`, status: 'settled', amount: 1_133 }],
    });
    const found = await api.ask('GET', `${ADMIN}/orders?q=RR1AT`);
    expect(JSON.stringify(found.body)).toContain(orderId);
  });

  it('is judged by the policy of the store: staff may go past the window with a reason, and a buyer may not', async () => {
    const orderId = await arrived();
    expect((await api.ask('PUT', `${ADMIN}/return-policies/store:default`, { body: { enabled: false } })).status).toBe(
      201,
    );
    expect((await mine('GET', orderId, '/returnable')).body).toMatchObject({
      enabled: false,
      lines: [{ refused: 'returns_disabled' }],
    });
    expect(await mine('POST', orderId, '/returns', { items: [item(1)] })).toMatchObject({
      status: 409,
      body: { code: 'returns_disabled' },
    });
    expect((await mine('POST', orderId, '/returns', { items: [item(1)], exception: 'please' })).status).toBe(400);
    await api.ask('PUT', `${ADMIN}/return-policies/account`, { body: { windowDays: 14, statuses: ['shipped'] } });
    await api.ask('DELETE', `${ADMIN}/return-policies/store:default`);
    expect((await mine('POST', orderId, '/returns', { items: [item(1)] })).body).toMatchObject({
      code: 'order_status_not_allowed',
    });
    const order = await send(orderId, '/returns', { items: [item(1)], exception: 'A good customer.' });
    expect(order).toMatchObject({
      returns: [{ exception: true, exceptionReason: 'A good customer.', requestedBy: 'staff' }],
    });
    const beyond = await api.ask('POST', `${ADMIN}/orders/${orderId}/returns`, {
      body: { items: [item(3)], exception: 'A good customer.' },
    });
    expect(beyond.body).toMatchObject({ code: 'return_quantity_unavailable', details: { available: 2 } });
    await api.ask('DELETE', `${ADMIN}/return-policies/account`);
    const unknown = await api.ask('PUT', `${ADMIN}/return-policies/store:nowhere`, { body: {} });
    expect(unknown.status).toBe(422);
  });

  it('is nobody else’s: a foreign order and a foreign return read as not found', async () => {
    const other = await arrived({ buyer: { email: 'bo@example.com', firstName: 'Bo' } });
    await send(other, '/returns', { items: [item(1)] });
    for (const [method, path, body] of [
      ['GET', '/returnable'],
      ['GET', '/returns'],
      ['GET', '/returns/1'],
      ['POST', '/returns', { items: [item(1)] }],
      ['POST', '/returns/1/withdraw', {}],
    ] as const) {
      expect(await mine(method, other, path, body), path).toMatchObject({
        status: 404,
        body: { code: 'order_not_found' },
      });
    }
    const own = await arrived();
    expect(await mine('GET', own, '/returns/1')).toMatchObject({ status: 404, body: { code: 'return_not_found' } });
    expect(await mine('POST', own, '/returns/1/withdraw', {})).toMatchObject({
      status: 404,
      body: { code: 'return_not_found' },
    });
  });

  it('is withdrawn by its buyer as long as nothing came, and asked for once however often the answer is lost', async () => {
    const orderId = await arrived();
    const ask = () =>
      askOutside(api, 'POST', `orders/${orderId}/returns`, {
        body: { items: [item(1)] },
        headers: { ...bearer(token).headers, 'idempotency-key': `lost-${orderId}` },
      });
    const [first, again] = [await ask(), await ask()];
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.body).toEqual(first.body);
    expect((await mine('GET', orderId, '/returns')).body).toMatchObject({ returns: [{ id: '1' }] });
    expect((await mine('POST', orderId, '/returns/1/withdraw', {})).body).toMatchObject({
      status: 'withdrawn',
      mayWithdraw: false,
    });
    expect((await mine('GET', orderId, '/returnable')).body).toMatchObject({ lines: [{ available: 3 }] });
    await mine('POST', orderId, '/returns', { items: [item(1)] });
    await send(orderId, '/returns/2/authorise');
    await send(orderId, '/returns/2/receipts');
    expect((await mine('POST', orderId, '/returns/2/withdraw', {})).body).toMatchObject({
      code: 'return_in_other_state',
    });
  });

  it('shows its money to nobody who may not see prices, and its pieces to everybody', async () => {
    const orderId = await arrived();
    await send(orderId, '/returns', { items: [item(2)] });
    await send(orderId, '/returns/1/authorise');
    await send(orderId, '/returns/1/receipts');
    await send(orderId, '/returns/1/inspections', { items: [{ lineId: '1', accepted: 2, rejected: 0 }] });
    await ensureAppKey(api.database.serving, 'default', {
      key: 'picker',
      token: 'picker',
      permissions: ['orders.view'],
    });
    const seen = await api.ask('GET', `${ADMIN}/orders/${orderId}`, {
      headers: { 'x-vtex-api-appkey': 'picker', 'x-vtex-api-apptoken': 'picker' },
    });
    expect(seen.body).toMatchObject({
      returns: [{ worth: null, worthWithShipping: null, lines: [{ authorised: 2, received: 2, accepted: 2 }] }],
    });
    expect((await api.ask('GET', `${ADMIN}/orders/${orderId}`)).body).toMatchObject({
      returns: [{ worth: 2_000, worthWithShipping: 2_267 }],
    });
  });

  it('has reasons from the start, which the account may change', async () => {
    const list = await api.ask('GET', `${ADMIN}/return-reasons`);
    const { items } = list.body as unknown as { items: { reason: string; use: string; labels: object }[] };
    expect(items).toHaveLength(10);
    expect(items.every(({ labels }) => Object.keys(labels).length === 4)).toBe(true);
    await api.ask('POST', `${ADMIN}/accounts`, { body: { account: 'second', name: 'Second' } });
    expect(await rows(api, "select 1 from return_reasons where account = 'default'")).toHaveLength(10);
    const put = await api.ask('PUT', `${ADMIN}/return-reasons/too_strong`, { body: { labels: { en: 'Too strong' } } });
    expect(put.body).toMatchObject({ use: 'request', commentNeeded: false, active: true });
  });
});
