import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, createTestApi, type TestApi } from './setup/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  const products = [
    { sku: 'MUG', name: 'Mug', priceMicros: 40_000_000, currency: 'EUR' },
    { sku: 'PEN', name: 'Pen', priceMicros: 2_000_000, currency: 'EUR' },
  ];
  await send('POST', 'products', { items: products });
  await send('POST', 'stock', {
    items: [
      { sku: 'MUG', onHand: 1000 },
      { sku: 'PEN', onHand: 20 },
    ],
  });
  await send('PUT', 'shipping-methods/post', { name: 'Post', price: 500, currency: 'EUR' });
  await send('PUT', 'promotions/ten', { name: 'Ten off', currency: 'EUR', reward: TEN, needsCoupon: true });
});
afterAll(() => api.end());

const TEN = { kind: 'amount', target: 'order', amount: 1000 };
const ORDER = {
  currency: 'EUR',
  priced: true,
  customerId: 'ana',
  lines: [{ sku: 'MUG', quantity: 2 }],
  deliveries: [{ type: 'delivery', method: 'post' }],
  cancellationWindow: 0,
  total: 8500,
};

const ask = (method: 'POST' | 'PUT', path: string, body: object, headers = {}) =>
  api.ask(method, `${ADMIN}/${path}`, { body, headers });
async function send(method: 'POST' | 'PUT', path: string, body: object) {
  const answer = await ask(method, path, body);
  expect([200, 201], answer.text).toContain(answer.status);
  return answer.body;
}
const place = (changes: object = {}, headers = {}) => ask('POST', 'orders', { ...ORDER, ...changes }, headers);
async function cancel(orderId: string): Promise<void> {
  await send('POST', `orders/${orderId}/cancellation/request`, {});
  await send('POST', `orders/${orderId}/cancellation/confirm`, {});
}

/** Counted uses of a promotion or coupon, of all customers and of single ones. */
async function uses(id: string): Promise<Readonly<Record<string, number>>> {
  const { rows } = await api.database.owner.query<{ customer: string; uses: string }>(
    `select customer, uses from (select set_config('docket.accounts', 'default', false)) s, use_counters where id = $1`,
    [id],
  );
  return Object.fromEntries(rows.map((row) => [row.customer, Number(row.uses)]));
}

describe('an order that Docket prices', () => {
  it('has the prices, discounts and gifts of the quote, and claims the gift too', async () => {
    await send('PUT', 'promotions/pen', {
      name: 'A pen with mugs',
      reward: { kind: 'gift', target: 'order', sku: 'PEN', quantity: 1 },
      conditions: { items: { skus: ['MUG'] } },
    });
    const { status, body } = await place({ coupons: ['spring'], total: 8500 });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      lines: [
        { sku: 'MUG', priceMicros: 40_000_000, money: { payable: 8500 } },
        { id: 'gift:1', sku: 'PEN', name: 'Pen', quantity: 1, money: { gross: 200, payable: 0 }, stock: { held: 1 } },
      ],
      discounts: [],
      promotions: [{ promotion: 'pen', coupon: null }],
      totals: { total: 8500 },
    });
    await api.ask('DELETE', `${ADMIN}/promotions/pen`);
  });

  it('is refused where the sender counts otherwise, and says what it comes to', async () => {
    await send('PUT', 'coupons/SPRING', { promotion: 'ten' });
    expect(await place({ coupons: ['spring'] })).toMatchObject({
      status: 422,
      body: { code: 'totals_mismatch', pointer: '/total', details: { sent: 8500, counted: 7500 } },
    });
  });

  it('keeps discounts on the order that the sender gives, and refuses those on lines', async () => {
    const discounts = [{ id: 'phone', name: 'For the delay', amount: 100 }];
    expect((await place({ discounts, total: 8400 })).body).toMatchObject({ discounts, totals: { total: 8400 } });
    expect(await place({ lines: [{ sku: 'MUG', quantity: 2, discountMicros: 1 }] })).toMatchObject({
      status: 422,
      body: { code: 'amount_invalid', pointer: '/lines/0/discountMicros' },
    });
    expect(await place({ lines: [{ sku: 'NEW', quantity: 1 }] })).toMatchObject({
      status: 422,
      body: { code: 'product_incomplete', pointer: '/lines/0/priceMicros' },
    });
  });
});

describe('the delivery of an order that Docket prices', () => {
  it('costs what its sender said, however often its promotions run again', async () => {
    const placed = await place({ deliveries: [{ type: 'delivery', method: 'post', price: 300 }], total: 8300 });
    expect(placed.status, placed.text).toBe(201);
    const edit = (changes: object) => send('POST', `orders/${placed.body.orderId}/edits`, { changes: [], ...changes });
    const rerun = { promotions: 'rerun', changes: [{ change: 'set_quantity', lineId: '1', quantity: 3 }] };
    expect(await edit(rerun)).toMatchObject({ deliveries: [{ price: 300, givenPrice: 300 }] });
  });
});

describe('a use of a promotion', () => {
  const priced = { coupons: ['spring'], total: 7500 };

  it('is counted when the order is placed, and given back when it is cancelled', async () => {
    const { orderId } = (await place(priced)).body;
    expect(await uses('ten')).toEqual({ '': 1, ana: 1 });
    expect(await uses('SPRING')).toEqual({ '': 1, ana: 1 });
    await cancel(orderId);
    expect(await uses('ten')).toEqual({ '': 0, ana: 0 });
    expect(await uses('SPRING')).toEqual({ '': 0, ana: 0 });
  });

  it('is counted once for a request that is sent twice, also when the last use is gone by then', async () => {
    await send('PUT', 'coupons/ONCE', { promotion: 'ten', maxUses: 1 });
    const once = { coupons: ['once'], total: 7500 };
    const first = await place(once, { 'idempotency-key': 'k-1' });
    const again = await place(once, { 'idempotency-key': 'k-1' });
    expect([first.status, again.status, again.body.orderId]).toEqual([201, 201, first.body.orderId]);
    expect(await uses('ONCE')).toEqual({ '': 1, ana: 1 });
    expect(await place(once)).toMatchObject({ status: 422, body: { code: 'totals_mismatch' } });
  });

  it('never passes its limits, however many ask at once', async () => {
    await send('PUT', 'coupons/FIVE', { promotion: 'ten', maxUses: 5 });
    const answers = await Promise.all(
      Array.from({ length: 25 }, (_, n) => place({ customerId: `c-${n}`, coupons: ['five'], total: 7500 })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
    expect(await uses('FIVE')).toMatchObject({ '': 5 });
    const refused = answers.filter(({ status }) => status !== 201).map(({ body }) => (body as { code?: string }).code);
    expect(refused).toContain('coupon_used_up');
    expect(new Set([...refused, 'totals_mismatch'])).toEqual(new Set(['coupon_used_up', 'totals_mismatch']));
  });

  it('of a customer is theirs alone', async () => {
    await send('PUT', 'coupons/EACH', { promotion: 'ten', maxUsesPerCustomer: 1 });
    const by = (customerId: string) => place({ customerId, coupons: ['each'], total: 7500 });
    expect([(await by('ida')).status, (await by('rui')).status]).toEqual([201, 201]);
    expect(await by('ida')).toMatchObject({ status: 422, body: { code: 'totals_mismatch' } });
  });

  it('that was previewed is refused at the commit when others took it meanwhile', async () => {
    await send('PUT', 'promotions/last', { name: 'Last', currency: 'EUR', reward: TEN, maxUses: 1 });
    const preview = (await place({ total: 7500 }, { prefer: 'preview' })).body as unknown as { token: string };
    expect((await place({ customerId: 'rui', total: 7500 })).status).toBe(201);
    expect(await ask('POST', `previews/${preview.token}/commit`, {})).toMatchObject({
      status: 409,
      body: { code: 'promotion_used_up', details: { id: 'last', limit: 1, ofCustomer: false } },
    });
  });
});

describe('an order in a currency without the smallest coins', () => {
  const francs = (changes: object = {}) =>
    place({ currency: 'CHF', lines: [{ sku: 'CHOCOLATE', quantity: 1 }], deliveries: [], total: 1000, ...changes });
  const quoted = async (changes: object = {}) => {
    const basket = { currency: 'CHF', lines: [{ sku: 'CHOCOLATE', quantity: 1 }], ...changes };
    const { totals } = (await send('POST', 'prices/quote', basket)) as unknown as { totals: object };
    return totals;
  };

  beforeAll(async () => {
    const chocolate = { sku: 'CHOCOLATE', name: 'Chocolate', priceMicros: 10_020_000, currency: 'CHF', counted: false };
    await send('POST', 'products', { items: [chocolate] });
    await send('PUT', 'cash-roundings/CHF', { step: 5 });
  });

  it('comes to what coins can pay, in the quote and in the order', async () => {
    expect(await quoted()).toMatchObject({ adjustments: -2, total: 1000 });
    expect((await francs()).body).toMatchObject({
      adjustments: [{ id: 'cash-rounding', kind: 'rounding', amount: -2 }],
      totals: { items: 1002, adjustments: -2, total: 1000 },
    });
    expect(await francs({ total: 1002 })).toMatchObject({
      status: 422,
      body: { code: 'totals_mismatch', details: { counted: 1000 } },
    });
  });

  it('is rounded again by an edit, which shows it before', async () => {
    const { orderId } = (await francs({ workflow: 'simple' })).body;
    const edit = { changes: [{ change: 'set_quantity', lineId: '1', quantity: 2 }] };
    const after = { totals: { items: 2004, adjustments: 1, total: 2005 } };
    const preview = await ask('POST', `orders/${orderId}/edits`, edit, { prefer: 'preview' });
    expect(preview.body, preview.text).toMatchObject({ order: after });
    expect(await send('POST', `orders/${orderId}/edits`, edit)).toMatchObject(after);
  });

  it('is rounded for cash alone where the rule says so, and exact once the rule is gone', async () => {
    await send('PUT', 'cash-roundings/CHF', { step: 10, direction: 'up', paymentMethods: ['cash'] });
    expect(await quoted()).toMatchObject({ total: 1002 });
    expect(await quoted({ paymentMethods: ['cash'] })).toMatchObject({ total: 1010 });
    expect((await francs({ total: 1010, payments: [{ method: 'cash', amount: 1010 }] })).status).toBe(201);
    expect((await francs({ total: 1002, payments: [{ method: 'card', amount: 1002 }] })).status).toBe(201);
    expect((await api.ask('DELETE', `${ADMIN}/cash-roundings/CHF`)).status).toBe(200);
    expect((await francs({ total: 1002, payments: [{ method: 'cash', amount: 1002 }] })).status).toBe(201);
  });

  it('has no rule for what is no currency, nor steps that are none', async () => {
    expect(await ask('PUT', 'cash-roundings/XXQ', { step: 5 })).toMatchObject({
      status: 422,
      body: { code: 'currency_unknown', pointer: '/currency' },
    });
    for (const step of [0, 1, -5, 2.5]) expect((await ask('PUT', 'cash-roundings/CHF', { step })).status).toBe(400);
    expect((await ask('PUT', 'cash-roundings/CHF', { step: 5, direction: 'sideways' })).status).toBe(400);
  });
});

describe('a promotion for a way of paying', () => {
  it('is for orders of which every payment is made by it', async () => {
    await send('PUT', 'promotions/transfer', {
      name: 'Two off for a transfer',
      currency: 'EUR',
      reward: { kind: 'amount', target: 'order', amount: 200 },
      conditions: { paymentMethods: ['bank_transfer'] },
    });
    const paid = (...payments: readonly (readonly [string, number])[]) =>
      place({
        total: payments.reduce((total, [, amount]) => total + amount, 0),
        payments: payments.map(([method, amount]) => ({ method, amount })),
      });
    expect((await paid(['bank_transfer', 8300])).body).toMatchObject({ discounts: [{ id: 'transfer', amount: 200 }] });
    expect((await paid(['card', 8500])).body).toMatchObject({ discounts: [] });
    expect((await paid(['bank_transfer', 8000], ['card', 500])).body).toMatchObject({ discounts: [] });
    const basket = {
      currency: 'EUR',
      lines: [{ sku: 'MUG', quantity: 2 }],
    };
    const { notApplied } = (await send('POST', 'prices/quote', basket)) as unknown as {
      readonly notApplied: readonly object[];
    };
    expect(notApplied).toContainEqual({ promotion: 'transfer', reasons: [{ why: 'other_payment_method' }] });
    await api.ask('DELETE', `${ADMIN}/promotions/transfer`);
  });
});
