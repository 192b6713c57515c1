/* eslint-disable @typescript-eslint/no-unsafe-assignment -- expect.any() and its like are any */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.end());

const load = (table: string, ...items: object[]): ReturnType<TestApi['ask']> =>
  api.ask('POST', `${ADMIN}/${table}`, { body: { items } });

describe('products', () => {
  it('are loaded by the thousand, replaced by a second load, and read page by page', async () => {
    const rows = Array.from({ length: 1000 }, (_, n) => ({
      sku: `P-${String(n).padStart(4, '0')}`,
      name: `Part ${n}`,
    }));
    expect(await load('products', ...rows)).toMatchObject({ status: 200, body: { loaded: 1000 } });
    await load('products', { sku: 'P-0001', name: 'Better part', priceMicros: 2_500_000, currency: 'EUR' });
    const seen: { sku: string; name: string }[] = [];
    for (let after = ''; ;) {
      const { body } = await api.ask('GET', `${ADMIN}/products?limit=300${after}`);
      seen.push(...(body.items as typeof seen));
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    expect(seen).toHaveLength(1000);
    expect(new Set(seen.map(({ sku }) => sku)).size).toBe(1000);
    expect(seen[1]).toMatchObject({
      sku: 'P-0001',
      name: 'Better part',
      priceMicros: 2_500_000,
      counted: true,
      place: 'main',
    });
  });

  it('give a line its name and price', async () => {
    await load('products', { sku: 'CUP', name: 'Cup', priceMicros: 4_000_000, currency: 'EUR', counted: false });
    const placed = await api.ask('POST', `${ADMIN}/orders`, {
      body: { currency: 'EUR', lines: [{ sku: 'CUP', quantity: 2 }], total: 800 },
    });
    expect(placed.body).toMatchObject({
      lines: [{ name: 'Cup', priceMicros: 4_000_000, stock: null }],
      totals: { total: 800 },
    });
  });

  it('give a line the picture that they have at placement, here and in the documents of VTEX', async () => {
    const cup = { sku: 'CUP-2', name: 'Cup', priceMicros: 4_000_000, currency: 'EUR', counted: false };
    const imageUrl = 'https://pictures.example/cup.png?size=2';
    await load('products', { ...cup, imageUrl });
    const lines = [
      { sku: 'CUP-2', quantity: 1 },
      { sku: 'ELSE', name: 'Else', priceMicros: 0, quantity: 1 },
    ];
    const body = { workflow: 'complete', currency: 'EUR', lines, total: 400 };
    const { orderId } = (await api.ask('POST', `${ADMIN}/orders`, { body })).body;
    await load('products', { ...cup, imageUrl: '/pictures/other.svg' });
    const native = await api.ask('GET', `${ADMIN}/orders/${orderId}`);
    const [first, second] = (native.body as unknown as { lines: object[] }).lines;
    expect(first).toMatchObject({ imageUrl });
    expect(second).not.toHaveProperty('imageUrl');
    expect((await api.ask('GET', `/api/oms/pvt/orders/${orderId}`)).body).toMatchObject({
      items: [{ imageUrl }, { imageUrl: '' }],
      itemMetadata: { Items: [{ ImageUrl: imageUrl }, { ImageUrl: '' }] },
    });
    expect((await api.ask('GET', `${ADMIN}/products/CUP-2`)).body).toMatchObject({ imageUrl: '/pictures/other.svg' });
  });

  it.each([
    'javascript:alert(1)',
    'http://pictures.example/a.png',
    '//pictures.example/a.png',
    '/\\pictures.example/a.png',
    'data:image/svg+xml,x',
    '/a b.png',
    'a.png',
    '',
  ])('have no picture at %o', async (imageUrl) => {
    expect(await load('products', { sku: 'BAD', name: 'bad', imageUrl })).toMatchObject({
      status: 400,
      body: { code: 'field_invalid', pointer: '/items/0/imageUrl' },
    });
  });

  it.each([
    [
      'a second row under the same SKU',
      [
        { sku: 'A', name: 'a' },
        { sku: 'A', name: 'b' },
      ],
      422,
      'duplicate_id',
      '/items/2',
    ],
    [
      'a GTIN with a wrong check digit',
      [{ sku: 'A', name: 'a', gtin: '4006381333932' }],
      422,
      'gtin_invalid',
      '/items/1/gtin',
    ],
    [
      'a currency that is none',
      [{ sku: 'A', name: 'a', priceMicros: 1, currency: 'eur' }],
      422,
      'currency_unknown',
      '/items/1/currency',
    ],
    ['a price in no currency', [{ sku: 'A', name: 'a', priceMicros: 1 }], 422, 'currency_unknown', '/items/1/currency'],
    ['an unknown field', [{ sku: 'A', name: 'a', price: 1 }], 400, 'field_unknown', '/items/1/price'],
    [
      '1,001 rows',
      Array.from({ length: 1001 }, (_, n) => ({ sku: `X${n}`, name: 'x' })),
      400,
      'field_invalid',
      '/items',
    ],
  ])('are refused with %s, whole', async (_name, items, status, code, pointer) => {
    const count = async (): Promise<unknown> =>
      (await api.database.owner.query('select count(*)::int as n from products')).rows[0];
    const before = await count();
    expect(await load('products', { sku: 'FINE', name: 'fine' }, ...items)).toMatchObject({
      status,
      body: { code, pointer },
    });
    expect(await count()).toEqual(before);
  });
});

describe('stock', () => {
  it('is set, claimed by orders, and cannot be counted below what they hold', async () => {
    await load('products', { sku: 'RARE', name: 'Rare', priceMicros: 1_000_000, currency: 'EUR' });
    await load('stock', { sku: 'RARE', onHand: 2 });
    const body = {
      ...ORDER,
      lines: [{ sku: 'RARE', quantity: 2 }],
      deliveries: [],
      payments: [{ method: 'card', amount: 200 }],
      total: 200,
    };
    const placed = await api.ask('POST', `${ADMIN}/orders`, { body });
    expect(placed.status, placed.text).toBe(201);
    const { body: page } = await api.ask('GET', `${ADMIN}/stock`);
    expect(page.items).toEqual([{ sku: 'RARE', place: 'main', onHand: 2, claimed: 2, confirmed: 0, available: 0 }]);
    const second = await api.ask('POST', `${ADMIN}/orders`, { body });
    expect(second).toMatchObject({
      status: 409,
      body: { code: 'insufficient_stock', pointer: '/lines/0/quantity', retry: true },
    });
    const below = await load('stock', { sku: 'RARE', onHand: 1 });
    expect(below).toMatchObject({
      status: 409,
      body: { code: 'stock_below_held', pointer: '/items/0/onHand', details: { held: 2 } },
    });
  });
});

describe('customers and shipping methods', () => {
  it('are loaded and read', async () => {
    await load('customers', { customerId: 'c-1', email: 'ana@example.com' }, { customerId: 'c-2', lastName: 'Berg' });
    expect((await api.ask('GET', `${ADMIN}/customers?limit=1`)).body).toMatchObject({
      items: [{ customerId: 'c-1', lastName: null }],
      next: expect.any(String),
    });
    await load(
      'shipping-methods',
      { code: 'post', name: 'Post', price: 490, currency: 'EUR' },
      { code: 'bike', name: 'Bike', price: 0, currency: 'EUR' },
    );
    expect((await api.ask('GET', `${ADMIN}/shipping-methods`)).body).toMatchObject({
      items: [{ code: 'bike' }, { code: 'post', price: 490 }],
      next: null,
    });
    const body = { ...ORDER, deliveries: [{ type: 'delivery', method: 'post' }] };
    expect((await api.ask('POST', `${ADMIN}/orders`, { body })).body).toMatchObject({ totals: { shipping: 490 } });
  });
});
