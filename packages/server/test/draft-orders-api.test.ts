import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { ADMIN, createTestApi, type TestApi } from './setup/api.js';

/** Draft orders as staff and buyers meet them over the API. */

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  await send('POST', '/products', {
    items: [
      { sku: 'MUG', name: 'Mug', priceMicros: 40_000_000, currency: 'EUR' },
      { sku: 'PEN', name: 'Pen', priceMicros: 2_000_000, currency: 'EUR' },
    ],
  });
  await send('POST', '/stock', { items: [{ sku: 'MUG', onHand: 50 }, { sku: 'PEN', onHand: 50 }] }); // prettier-ignore
  await send('PUT', '/shipping-methods/post', { name: 'Post', price: 500, currency: 'EUR' });
  await send('POST', '/customers', { items: [{ customerId: 'rita', email: 'rita@example.com', groups: ['trade'] }] });
  await send('PUT', '/price-lists/trade', { name: 'Trade', currency: 'EUR', groups: ['trade'] });
  await send('POST', '/price-lists/trade/entries', { items: [{ sku: 'MUG', tiers: [{ minQuantity: 1, priceMicros: 30_000_000 }] }] }); // prettier-ignore
  await send('PUT', '/promotions/ten', {
    name: 'Ten off',
    currency: 'EUR',
    reward: { kind: 'amount', target: 'order', amount: 1000 },
    needsCoupon: true,
  });
  await send('PUT', '/coupons/TEN', { promotion: 'ten' });
  await send('PUT', '/stores/north', { name: 'North' });
});
afterAll(() => api.end());

const DRAFT = {
  currency: 'EUR',
  buyer: { email: 'rita@example.com', firstName: 'Rita', lastName: 'Reis', locale: 'pt' },
  lines: [{ sku: 'MUG', quantity: 2 }],
  deliveries: [{ type: 'delivery', method: 'post', address: { country: 'PT', city: 'Faro' } }],
  stockPolicy: 'none',
};

interface Shown {
  readonly draftOrderId: string;
  readonly version: number;
  readonly revision: number;
  readonly total: number | null;
  readonly orderId: string | null;
  readonly link: { readonly token: string; readonly mailId: string | null };
  readonly draftOrder: Shown;
  readonly forecast: { readonly totals: { readonly total: number } | null; readonly warnings: readonly object[] };
}
type Method = 'GET' | 'POST' | 'PUT';

const ask = (method: Method, path: string, body?: object, headers = {}) =>
  api.ask(method, `${ADMIN}${path}`, { ...(body === undefined ? {} : { body }), headers });
async function send(method: Method, path: string, body: object, headers = {}): Promise<Shown> {
  const answer = await ask(method, path, body, headers);
  expect([200, 201], answer.text).toContain(answer.status);
  return answer.body as unknown as Shown;
}
const add = (changes: object = {}) => send('POST', '/draft-orders', { ...DRAFT, ...changes });
async function keyOf(key: string, permissions: readonly string[]): Promise<Record<string, string>> {
  await ensureAppKey(api.database.serving, 'default', { key, token: 'token', permissions: [...permissions] });
  return { 'x-vtex-api-appkey': key, 'x-vtex-api-apptoken': 'token' };
}
const buyer = (method: 'GET' | 'POST', path: string, body?: object) =>
  api.ask(method, `/api/v1/account${path}`, { keyless: true, ...(body === undefined ? {} : { body }) });

describe('a draft order over the API', () => {
  it('costs what an order of this buyer costs, and is placed at that', async () => {
    const draft = await add({
      customerId: 'rita',
      coupons: ['ten'],
      lines: [
        { sku: 'MUG', quantity: 2 },
        { sku: 'PEN', quantity: 1, priceMicros: 1_500_000, priceReason: 'a scratch' },
      ],
      discounts: [{ id: 'd', name: 'for the delay', amount: 150 }],
    });
    // 2 × 30.00 of the trade list + 1.50 by hand − 10.00 of the coupon − 1.50 by hand + 5.00 of the post.
    expect(draft).toMatchObject({
      state: 'open',
      total: 5500,
      forecast: {
        totals: { total: 5500 },
        problem: null,
        warnings: [],
        lines: [
          { sku: 'MUG', priceMicros: 30_000_000, priceFrom: 'price_list', priceList: 'trade' },
          { sku: 'PEN', priceMicros: 1_500_000, priceFrom: 'request' },
        ],
      },
    });
    const placed = await send('POST', `/draft-orders/${draft.draftOrderId}/place`, { total: 5500 });
    const order = await ask('GET', `/orders/${String(placed.orderId)}`);
    expect(order.body).toMatchObject({
      totals: { total: 5500 },
      customerId: 'rita',
      externalIds: { draft_order: draft.draftOrderId },
      promotions: [{ promotion: 'ten', coupon: 'TEN' }],
      payments: [],
    });
    const again = await send('POST', `/draft-orders/${draft.draftOrderId}/place`, {});
    expect(again).toEqual({ draftOrderId: draft.draftOrderId, orderId: placed.orderId, again: true });
  });

  it('takes a price of its own with a reason alone, and says where something is wrong with it', async () => {
    const answer = await ask('POST', '/draft-orders', { ...DRAFT, lines: [{ sku: 'MUG', quantity: 1, priceMicros: 1 }] }); // prettier-ignore
    expect(answer.status, answer.text).toBe(400);
    const soft = await ask('POST', '/draft-orders', { ...DRAFT, stockPolicy: 'soft' });
    expect(soft.body).toMatchObject({ code: 'field_missing', pointer: '/reservedUntil' });
    const odd = await add({ lines: [{ sku: 'NOBODY', quantity: 1 }] });
    expect(odd).toMatchObject({
      total: null,
      forecast: { totals: null, problem: { code: 'product_incomplete', pointer: '/lines/0/priceMicros' } },
    });
    expect((await ask('POST', `/draft-orders/${odd.draftOrderId}/send`, {})).body).toMatchObject({
      code: 'product_incomplete',
    });
  });

  it('is sent, accepted by its buyer for what they saw, and the same link opens the order', async () => {
    const { draftOrderId: id } = await add({
      stockPolicy: 'firm',
      deliveries: [{ type: 'delivery', method: 'post' }],
      payment: { method: 'bank_transfer', instructions: 'To DE00 0000' },
      message: 'As we said.',
      note: 'for the house',
    });
    const { link, draftOrder } = await send('POST', `/draft-orders/${id}/send`, { mail: true });
    expect(draftOrder).toMatchObject({ state: 'sent' });
    const mail = await ask('GET', `/mails/${String(link.mailId)}`);
    expect(mail.body).toMatchObject({ kind: 'draft_order', language: 'pt', secret: true });
    expect(mail.text).toContain(`/draft-order#${link.token}`);

    const path = `/draft-order/${link.token}`;
    const seen = await buyer('GET', path);
    expect(seen.body, seen.text).toMatchObject({
      state: 'sent',
      revision: 1,
      message: 'As we said.',
      totals: { total: 8500 },
      missing: ['address'],
      payment: { method: 'bank_transfer', page: false, instructions: 'To DE00 0000' },
    });
    expect(seen.text).not.toContain('for the house');
    const address = { country: 'PT', city: 'Faro', street: 'Rua 1' };
    const agreed = { revision: 1, total: 8500 };
    expect((await buyer('POST', `${path}/acceptance`, agreed)).body).toMatchObject({
      code: 'draft_order_incomplete',
      details: { missing: ['address'] },
    });
    await send('PUT', '/shipping-methods/post', { name: 'Post', price: 600, currency: 'EUR' });
    expect((await buyer('POST', `${path}/acceptance`, { ...agreed, address })).body).toMatchObject({
      code: 'draft_order_outdated',
      details: { revision: 1, parts: [], total: 8600 },
    });
    await send('PUT', '/shipping-methods/post', { name: 'Post', price: 500, currency: 'EUR' });
    const accepted = await buyer('POST', `${path}/acceptance`, { ...agreed, address });
    expect(accepted.body, accepted.text).toMatchObject({ draftOrderId: id, again: false });
    const order = await buyer('GET', `/guest/${link.token}`);
    expect(order.body, order.text).toMatchObject({ orderId: accepted.body.orderId, total: 8500, amountDue: 8500 });
    expect((await buyer('GET', path)).body).toMatchObject({ state: 'placed', orderId: accepted.body.orderId });
    const changes = await ask('GET', `/draft-orders/${id}/changes`);
    expect(changes.body.items).toMatchObject([{ kind: 'placed', total: 8500 }, { kind: 'sent' }, { kind: 'created' }]);
  });

  it('sends a link once for its key, and a cancelled one opens nothing to accept', async () => {
    const { draftOrderId: id } = await add();
    const key = { 'idempotency-key': 'send-1' };
    const first = await send('POST', `/draft-orders/${id}/send`, {}, key);
    const again = await send('POST', `/draft-orders/${id}/send`, {}, key);
    expect(again.link).toEqual(first.link);
    expect((await ask('GET', `/draft-orders/${id}/changes`)).body.items).toHaveLength(2);
    await send('POST', `/draft-orders/${id}/cancel`, {});
    const refused = await buyer('POST', `/draft-order/${first.link.token}/acceptance`, { revision: 1, total: 8500 });
    expect(refused.body).toMatchObject({ code: 'draft_order_closed', details: { state: 'cancelled' } });
    expect(await send('POST', `/draft-orders/${id}/reopen`, {})).toMatchObject({ state: 'open' });
    const copy = await send('POST', `/draft-orders/${id}/duplicate`, {});
    expect(copy).toMatchObject({ state: 'open', stockPolicy: 'none', total: 8500 });
    expect(copy.draftOrderId).not.toBe(id);
    expect((await buyer('GET', '/draft-order/default.x')).status).toBe(404);
  });

  it('is listed by what is asked for, page by page, and its stock is shown with who holds it', async () => {
    const firm = await add({ stockPolicy: 'firm', store: 'north', lines: [{ sku: 'PEN', quantity: 7 }] });
    const rows = await ask('GET', '/draft-orders?store=north');
    expect(rows.body.items).toMatchObject([{ draftOrderId: firm.draftOrderId, pieces: 7, stockPolicy: 'firm' }]);
    const first = await ask('GET', '/draft-orders?state=open&limit=1');
    expect(first.body.items).toHaveLength(1);
    const second = await ask('GET', `/draft-orders?state=open&limit=1&after=${String(first.body.next)}`);
    expect(second.body.items).not.toEqual(first.body.items);
    expect((await ask('GET', '/draft-orders?email=RITA@example.com')).body.items.length).toBeGreaterThan(0);
    expect((await ask('GET', '/draft-orders?email=nobody@example.com')).body.items).toEqual([]);
    const held = await ask('GET', '/stock/reservations?sku=PEN');
    expect(held.body.items).toMatchObject([
      { sku: 'PEN', place: 'main', quantity: 7, draftOrderId: firm.draftOrderId },
    ]);
    const moved = await ask('GET', '/stock/movements?sku=PEN&limit=1');
    expect(moved.body.items).toMatchObject([
      { kind: 'reserve', quantity: 7, orderId: null, draftOrderId: firm.draftOrderId },
    ]);
  });

  it('is written on the version that somebody read, and shows no more than they may see', async () => {
    const draft = await add();
    const path = `/draft-orders/${draft.draftOrderId}`;
    const stale = await ask('PUT', path, DRAFT, { 'if-match': '"9"' });
    expect(stale.body).toMatchObject({ code: 'version_mismatch' });
    expect(await send('PUT', path, { ...DRAFT, tags: ['x'] }, { 'if-match': '"1"' })).toMatchObject({
      version: 2,
      revision: 1,
    });
    const clerk = await keyOf('clerk', ['draft_orders.view', 'draft_orders.edit']);
    // What is written back as a whole must be seen as a whole.
    const blind = await ask('PUT', path, DRAFT, clerk);
    expect(blind.body, blind.text).toMatchObject({ status: 403, code: 'permission_missing' });
    const seen = await ask('GET', path, undefined, clerk);
    expect(seen.text).not.toContain('Rita');
    expect(seen.body, seen.text).toMatchObject({
      buyer: null,
      total: null,
      forecast: { totals: null },
      moves: ['place', 'expire', 'cancel'],
    });
    expect((await ask('POST', `${path}/place`, {}, clerk)).status).toBe(403);
    expect((await ask('POST', `${path}/send`, {}, clerk)).status).toBe(403);
    expect((await ask('GET', '/draft-orders?email=rita@example.com', undefined, clerk)).status).toBe(403);
  });

  it('tells its link to who may share orders; who may not has it mailed', async () => {
    const { draftOrderId: id } = await add();
    const seller = await keyOf('seller', ['draft_orders.view', 'draft_orders.edit', 'prices.view', 'personal.view']);
    const path = `/draft-orders/${id}`;
    const refused = await ask('POST', `${path}/send`, { mail: false }, seller);
    expect(refused.body).toMatchObject({ code: 'permission_missing', details: { permission: 'orders.share' } });
    const mailed = await ask('POST', `${path}/send`, { mail: true, days: 3 }, seller);
    expect(mailed.status, mailed.text).toBe(201);
    expect(mailed.body).toMatchObject({ link: { token: null, url: null, mailId: expect.any(String) as string } });
    expect(mailed.text).not.toContain('/draft-order#');
    expect((await ask('GET', `${path}/links`, undefined, seller)).status).toBe(403);

    const { link } = await send('POST', `${path}/send`, {});
    const { links } = (await ask('GET', `${path}/links`)).body as unknown as { links: readonly { linkId: string }[] };
    expect(links).toHaveLength(2);
    expect((await buyer('GET', `/draft-order/${link.token}`)).status).toBe(200);
    const revoked = await api.ask('DELETE', `${ADMIN}${path}/links/${String(links[0]?.linkId)}`);
    expect(revoked.status, revoked.text).toBe(204);
    expect((await buyer('GET', `/draft-order/${link.token}`)).body).toMatchObject({ code: 'guest_link_invalid' });
  });

  it('tells its buyer what cannot be had, and not how many pieces are on which shelf', async () => {
    await send('POST', '/stock', { items: [{ sku: 'RARE', onHand: 1 }] });
    await send('POST', '/products', {
      items: [{ sku: 'RARE', name: 'Rare', priceMicros: 1_000_000, currency: 'EUR' }],
    });
    const draft = await add({ lines: [{ sku: 'RARE', quantity: 2 }] });
    expect(draft.forecast.warnings).toMatchObject([{ code: 'insufficient_stock', available: 1 }]);
    const { link } = await send('POST', `/draft-orders/${draft.draftOrderId}/send`, {});
    const seen = await buyer('GET', `/draft-order/${link.token}`);
    expect(seen.body).toMatchObject({ problems: [{ code: 'insufficient_stock', sku: 'RARE' }] });
    const body = { revision: 1, total: draft.forecast.totals?.total ?? 0 };
    const refused = await buyer('POST', `/draft-order/${link.token}/acceptance`, body);
    expect(refused.body, refused.text).toMatchObject({ code: 'insufficient_stock', details: { sku: 'RARE' } });
    for (const { text } of [seen, refused]) expect(text).not.toMatch(/available|"place"/);
  });
});

describe('a draft order whose price depends on how it is paid', () => {
  it('comes to what its placement comes to: promotions and coins go by its payment', async () => {
    await send('PUT', '/promotions/transfer', {
      name: 'Three off for a transfer',
      currency: 'EUR',
      reward: { kind: 'amount', target: 'order', amount: 303 },
      conditions: { paymentMethods: ['bank_transfer'] },
    });
    await send('PUT', '/cash-roundings/EUR', { step: 5, paymentMethods: ['bank_transfer'] });
    const by = async (method: string) => {
      const draft = await add({ payment: { method } });
      const shown = await send('POST', `/draft-orders/${draft.draftOrderId}/place`, {});
      return [draft.total ?? draft.forecast.totals?.total, shown.orderId !== null] as const;
    };
    // two mugs at 40.00 and 5.00 of shipping are 85.00; less 3.03 they are 81.97, in coins 81.95
    expect(await by('bank_transfer')).toEqual([8195, true]);
    expect(await by('card')).toEqual([8500, true]);
    await ask('PUT', '/promotions/transfer', { name: 'Over', active: false, currency: 'EUR', reward: { kind: 'amount', target: 'order', amount: 303 } }); // prettier-ignore
    expect((await api.ask('DELETE', `${ADMIN}/cash-roundings/EUR`)).status).toBe(200);
  });
});
