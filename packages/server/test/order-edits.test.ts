import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, createTestApi, type TestApi } from './setup/api.js';

/** Edits of placed orders as people and systems meet them over the API. */

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  await send('POST', '/products', {
    items: [
      { sku: 'MUG', name: 'Mug', priceMicros: 40_000_000, currency: 'EUR' },
      { sku: 'PEN', name: 'Pen', priceMicros: 2_000_000, currency: 'EUR' },
    ],
  });
  await send('POST', '/stock', {
    items: [
      { sku: 'MUG', onHand: 1000 },
      { sku: 'PEN', onHand: 20 },
    ],
  });
  await send('PUT', '/shipping-methods/post', { name: 'Post', price: 500, currency: 'EUR' });
  await send('PUT', '/promotions/ten', { name: 'Ten off', currency: 'EUR', reward: TEN, needsCoupon: true });
  await send('PUT', '/coupons/TENNER', { promotion: 'ten', maxUses: 1 });
});
afterAll(() => api.end());

const TEN = { kind: 'amount', target: 'order', amount: 1000 };
const ORDER = {
  workflow: 'simple',
  currency: 'EUR',
  lines: [{ sku: 'MUG', quantity: 2 }],
  deliveries: [{ type: 'delivery', method: 'post', address: { country: 'PT', city: 'Porto' } }],
  payments: [],
  total: 8500,
};

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
type Headers = Record<string, string>;
type Answer = Awaited<ReturnType<TestApi['ask']>>;

const ask = (method: Method, path: string, body?: object, headers: Headers = {}): Promise<Answer> =>
  api.ask(method, `${ADMIN}${path}`, { ...(body === undefined ? {} : { body }), headers });
async function send(method: Method, path: string, body: object): Promise<Answer['body']> {
  const answer = await ask(method, path, body);
  expect([200, 201], answer.text).toContain(answer.status);
  return answer.body;
}
const place = async (changes: object = {}): Promise<string> =>
  `/orders/${(await send('POST', '/orders', { ...ORDER, ...changes })).orderId}`;
const edit = (order: string, changes: readonly object[], more: object = {}, headers: Headers = {}): Promise<Answer> =>
  ask('POST', `${order}/edits`, { changes, ...more }, headers);
const held = async (sku: string): Promise<number> => {
  const { rows } = await api.database.owner.query<{ held: string }>(
    `select claimed + confirmed as held
       from (select set_config('docket.accounts', 'default', false)) s, stock where sku = $1`,
    [sku],
  );
  return Number(rows[0]?.held ?? 0);
};
async function keyWith(permissions: string[]): Promise<Headers> {
  const made = await ask('POST', '/keys', { label: 'test', permissions, roles: [] });
  const { key, secret } = made.body as unknown as { key: string; secret: string };
  return { 'x-vtex-api-appkey': key, 'x-vtex-api-apptoken': secret };
}

describe('an edit of a placed order', () => {
  it('adds a product at the price of the shop, and its stock with it', async () => {
    const order = await place();
    const before = await held('PEN');
    const answer = await edit(order, [{ change: 'add_line', sku: 'PEN', quantity: 3 }]);
    expect(answer, answer.text).toMatchObject({
      status: 200,
      body: { totals: { total: 9100 }, lines: [{ id: '1' }, { id: '2', name: 'Pen', priceMicros: 2_000_000 }] },
    });
    expect(await held('PEN')).toBe(before + 3);
  });

  it('is refused whole where stock does not suffice, and names what is missing', async () => {
    const order = await place();
    const answer = await edit(order, [
      { change: 'set_quantity', lineId: '1', quantity: 3 },
      { change: 'add_line', sku: 'PEN', quantity: 500 },
    ]);
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'insufficient_stock', pointer: '/changes/1', details: { sku: 'PEN', requested: 500 } },
    });
    expect((await ask('GET', order)).body).toMatchObject({ version: 1, totals: { total: 8500 } });
  });

  it('shows in a preview what it would do to lines, stock and books, and does nothing', async () => {
    const order = await place();
    const preview = await edit(
      order,
      [{ change: 'set_quantity', lineId: '1', quantity: 3 }],
      {},
      { prefer: 'preview' },
    );
    expect(preview, preview.text).toMatchObject({
      status: 200,
      body: {
        order: { totals: { total: 12_500 } },
        effects: {
          [order.slice('/orders/'.length)]: {
            changes: { total: { before: 8500, after: 12_500 } },
            stock: [{ kind: 'claim', sku: 'MUG', quantity: 1 }],
            money: [{ debit: 'receivable', credit: 'sold', amount: 4000 }],
          },
        },
      },
    });
    expect((await ask('GET', order)).body).toMatchObject({ version: 1 });
  });

  it('of two saves on the same version the second is refused, and nothing is changed (T4)', async () => {
    const order = await place();
    const { headers } = await api.ask('GET', `${ADMIN}${order}`, {});
    const etag = String(headers['etag']);
    const one = await edit(order, [{ change: 'set_quantity', lineId: '1', quantity: 3 }], {}, { 'if-match': etag });
    expect(one.status, one.text).toBe(200);
    const two = await edit(order, [{ change: 'set_quantity', lineId: '1', quantity: 9 }], {}, { 'if-match': etag });
    expect(two).toMatchObject({ status: 412 });
    expect((await ask('GET', order)).body).toMatchObject({ version: 2, lines: [{ quantity: 3 }] });
  });

  it('takes a coupon, counts its use, and gives it back with it', async () => {
    const order = await place();
    const taken = await edit(order, [{ change: 'apply_coupon', coupon: 'tenner' }]);
    expect(taken, taken.text).toMatchObject({
      status: 200,
      body: { totals: { total: 7500 }, promotions: [{ promotion: 'ten', coupon: 'TENNER' }] },
    });
    const other = await place();
    expect(await edit(other, [{ change: 'apply_coupon', coupon: 'TENNER' }])).toMatchObject({
      status: 409,
      body: { code: 'coupon_not_applied', details: { reasons: ['used_up'] } },
    });
    // its own use does not stand against the order that holds it
    const again = await edit(order, [{ change: 'set_quantity', lineId: '1', quantity: 3 }], { promotions: 'rerun' });
    expect(again, again.text).toMatchObject({ status: 200, body: { totals: { total: 11_500 } } });
    expect((await edit(order, [{ change: 'remove_coupon', coupon: 'TENNER' }])).status).toBe(200);
    expect(await edit(other, [{ change: 'apply_coupon', coupon: 'TENNER' }])).toMatchObject({ status: 200 });
  });

  it('tells in the history which line came for which (T11)', async () => {
    const order = await place();
    await edit(order, [{ change: 'replace_line', lineId: '1', sku: 'PEN' }], { reason: 'Mugs broke' });
    const { events } = (await ask('GET', `${order}/events`)).body as unknown as {
      events: readonly {
        type: string;
        data: object;
        personal: object;
        changes: readonly { field: string; id: string }[];
      }[];
    };
    const told = events.find(({ type }) => type === 'order_edited');
    expect(told).toMatchObject({
      data: { removed: ['1'], replaced: [{ lineId: '1', by: '2' }] },
      personal: { reason: 'Mugs broke' },
    });
    expect(told?.changes.filter(({ field }) => field === 'lines').map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('changes prices only for who may', async () => {
    const order = await place();
    const clerk = await keyWith(['orders.view', 'orders.edit']);
    expect((await edit(order, [{ change: 'set_quantity', lineId: '1', quantity: 1 }], {}, clerk)).status).toBe(200);
    expect(await edit(order, [{ change: 'set_price', lineId: '1', priceMicros: 1 }], {}, clerk)).toMatchObject({
      status: 403,
      body: { code: 'edit_not_permitted', details: { permission: 'orders.reprice' } },
    });
  });

  it('previews and edits 5,000 lines in one go', async () => {
    const lines = Array.from({ length: 5000 }, (_, n) => ({
      sku: `S${n}`,
      name: `S ${n}`,
      quantity: 1,
      priceMicros: 1_000_000,
    }));
    const order = await place({ lines, total: 500_500 });
    const changes = lines.map((_, n) => ({ change: 'set_quantity', lineId: String(n + 1), quantity: 2 }));
    const preview = await edit(order, changes, {}, { prefer: 'preview' });
    expect(preview.status, preview.text.slice(0, 500)).toBe(200);
    expect(preview.body).toMatchObject({ order: { version: 2, totals: { total: 1_000_500 } } });
    const answer = await edit(order, changes, {}, { prefer: 'return=minimal' });
    expect(answer, answer.text).toMatchObject({ status: 200, body: { total: 1_000_500 } });
  });
});

describe('the rules of edits', () => {
  it('say what may be edited when, and the account changes them', async () => {
    const order = await place();
    const editable = async () =>
      (await ask('GET', `${order}/editable`)).body as unknown as {
        stages: string[];
        changes: readonly { change: string; allowed: boolean; code?: string; stage?: string }[];
      };
    const of = async (change: string) => (await editable()).changes.find((each) => each.change === change);
    expect((await editable()).stages).toEqual(['open']);
    expect(await of('set_quantity')).toEqual({ change: 'set_quantity', allowed: true });

    await send('PUT', '/edit-rules/set_quantity', { stages: ['handling'] });
    expect(await of('set_quantity')).toMatchObject({ allowed: false, code: 'edit_not_allowed', stage: 'open' });
    expect(await edit(order, [{ change: 'set_quantity', lineId: '1', quantity: 1 }])).toMatchObject({
      status: 409,
      body: { code: 'edit_not_allowed', pointer: '/changes/0' },
    });
    expect((await ask('DELETE', '/edit-rules/set_quantity')).status).toBe(200);
    expect((await edit(order, [{ change: 'set_quantity', lineId: '1', quantity: 1 }])).status).toBe(200);
    expect((await ask('PUT', '/edit-rules/set_quantity', { stages: ['someday'] })).status).toBe(400);
  });

  it('say of a linked order what its edits accept, and are the default where the account has none', async () => {
    const { items } = (await ask('GET', '/edit-rule-defaults')).body as unknown as { items: { change: string }[] };
    const common = { lines: ORDER.lines, currency: 'EUR', total: 8000 };
    const payments = [{ method: 'card', amount: 8000 }];
    const sold = (await send('POST', '/orders', { ...common, workflow: 'marketplace', payments })).orderId;
    const fulfilled = (await send('POST', '/orders', { ...common, workflow: 'fulfillment', fulfils: sold })).orderId;
    const told = async (orderId: string) => {
      const { body } = await ask('GET', `/orders/${orderId}/editable`);
      return (body as unknown as { changes: { change: string; allowed: boolean; code?: string }[] }).changes;
    };
    const changes = await told(sold);
    expect(changes.map(({ change }) => change)).toEqual(items.map(({ change }) => change));
    const allowed = changes.filter((each) => each.allowed).map(({ change }) => change);
    expect(allowed).toEqual(['set_quantity', 'remove_line', 'set_payment']);
    expect(new Set((await told(fulfilled)).map(({ code }) => code))).toEqual(new Set(['edit_linked']));
    const quantity = { change: 'set_quantity', lineId: '1', quantity: 3 };
    const price = { change: 'set_price', lineId: '1', priceMicros: 1 };
    expect(await edit(`/orders/${sold}`, [price])).toMatchObject({ body: { code: 'edit_linked' } });
    expect((await edit(`/orders/${sold}`, [quantity])).status).toBe(200);
    expect((await ask('GET', `/orders/${fulfilled}`)).body).toMatchObject({ lines: [{ quantity: 3 }] });
  });

  it('allow nothing on a cancelled order, whatever they say', async () => {
    const order = await place();
    await send('POST', `${order}/cancellation/request`, {});
    const { changes } = (await ask('GET', `${order}/editable`)).body as unknown as { changes: { code: string }[] };
    expect(new Set(changes.map(({ code }) => code))).toEqual(new Set(['order_cancelled']));
  });
});
