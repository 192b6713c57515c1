import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, createTestApi, type TestApi } from './setup/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  const products = [
    { sku: 'MUG', name: 'Mug', priceMicros: 40_000_000, currency: 'EUR', counted: false, category: 'home/kitchen' },
    { sku: 'PEN', name: 'Pen', priceMicros: 2_000_000, currency: 'EUR', counted: false },
  ];
  await send('POST', 'products', { items: products });
  await send('PUT', 'shipping-methods/post', { name: 'Post', price: 500, currency: 'EUR' });
  const customers = [{ customerId: 'ana', groups: ['gold'], organisation: 'acme' }, { customerId: 'rui' }];
  await send('POST', 'customers', { items: customers });
});
afterAll(() => api.end());

async function send(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object, status = [200, 201]) {
  const answer = await api.ask(method, `${ADMIN}/${path}`, body === undefined ? {} : { body });
  expect(status, answer.text).toContain(answer.status);
  return answer.body as unknown as Record<string, unknown>;
}
const get = async (path: string) => (await api.ask('GET', `${ADMIN}/${path}`)).body;

interface Quoted {
  readonly lines: readonly Record<string, unknown>[];
  readonly discounts: readonly object[];
  readonly deliveries: readonly { readonly id: string; readonly price: number }[];
  readonly totals: { readonly total: number };
  readonly applied: readonly object[];
  readonly notApplied: readonly { readonly promotion: string; readonly reasons: readonly object[] }[];
  readonly coupons: readonly object[];
}

const BASKET = { currency: 'EUR', lines: [{ sku: 'MUG', quantity: 2 }], deliveries: [{ method: 'post' }] };
const quote = async (changes: object = {}): Promise<Quoted> =>
  (await send('POST', 'prices/quote', { ...BASKET, ...changes })) as unknown as Quoted;

const tiers = (...of: readonly [number, number][]) =>
  of.map(([minQuantity, euros]) => ({ minQuantity, priceMicros: euros * 1_000_000 }));

describe('a price list', () => {
  it('takes prices by SKU, in the place of those it had, and reads them page by page', async () => {
    await send('PUT', 'price-lists/gold', { name: 'Gold', currency: 'EUR', groups: ['gold'] });
    const items = [
      { sku: 'MUG', tiers: tiers([10, 30], [1, 36]) },
      { sku: 'MUG/2', tiers: tiers([1, 9]) },
      { sku: 'PEN', tiers: tiers([1, 1]) },
    ];
    expect(await send('POST', 'price-lists/gold/entries', { items })).toEqual({ loaded: 3 });
    const first = await get('price-lists/gold/entries?limit=1');
    expect(first.items).toEqual([
      {
        priceList: 'gold',
        sku: 'MUG',
        tiers: [
          { minQuantity: 1, priceMicros: 36_000_000, listPriceMicros: null },
          { minQuantity: 10, priceMicros: 30_000_000, listPriceMicros: null },
        ],
      },
    ]);
    const rest = await get(`price-lists/gold/entries?after=${String(first.next)}`);
    expect(rest.items).toMatchObject([{ sku: 'MUG/2' }, { sku: 'PEN' }]);
    expect((await get('price-lists/gold/entries?sku=MUG')).items).toHaveLength(2);
    await send('DELETE', `price-lists/gold/entries/${encodeURIComponent('MUG/2')}`);
    expect((await get('price-lists/gold/entries')).items).toHaveLength(2);
    const { items: changes } = await get('settings-changes?kind=price');
    expect(changes).toMatchObject([
      { key: 'gold/MUG/2', action: 'removed' },
      { key: 'gold/PEN' },
      { key: 'gold/MUG/2' },
      { key: 'gold/MUG', action: 'created' },
    ]);
  });

  it.each([
    ['nowhere', [{ sku: 'A', tiers: tiers([1, 1]) }], 404, 'setting_not_found', undefined],
    ['gold', [{ sku: 'A', tiers: tiers([1, 1], [1, 2]) }], 422, 'duplicate_id', '/items/0/tiers/1/minQuantity'],
    [
      'gold',
      [
        { sku: 'A', tiers: tiers([1, 1]) },
        { sku: 'A', tiers: tiers([1, 1]) },
      ],
      422,
      'duplicate_id',
      '/items/1',
    ],
    ['gold', [{ sku: 'A', tiers: [] }], 400, 'field_invalid', '/items/0/tiers'],
  ])('refuses prices that cannot be right: %s %j', async (list, items, status, code, pointer) => {
    const answer = await api.ask('POST', `${ADMIN}/price-lists/${list}/entries`, { body: { items } });
    expect(answer).toMatchObject({ status, body: { code, ...(pointer === undefined ? {} : { pointer }) } });
  });

  it('gives its prices to whom it is for, and says to others why not', async () => {
    const prices = (of: Quoted) => of.lines.map(({ priceMicros, priceFrom }) => [priceMicros, priceFrom]);
    expect(prices(await quote({ customerId: 'ana' }))).toEqual([[36_000_000, 'price_list']]);
    expect(prices(await quote({ groups: ['gold'] }))).toEqual([[36_000_000, 'price_list']]);
    const other = await quote({ customerId: 'rui' });
    expect(other.lines).toMatchObject([
      { priceMicros: 40_000_000, priceFrom: 'catalogue', notTaken: [{ list: 'gold', why: 'other_group' }] },
    ]);
    const many = await quote({ customerId: 'ana', lines: [{ sku: 'MUG', quantity: 12 }] });
    expect(many.lines).toMatchObject([{ priceMicros: 30_000_000, minQuantity: 10, priceList: 'gold' }]);
  });

  it('holds from and until', async () => {
    const [validFrom, validUntil] = ['2030-01-01T00:00:00.000Z', '2030-02-01T00:00:00.000Z'];
    await send('PUT', 'price-lists/later', { name: 'Later', currency: 'EUR', validFrom, validUntil });
    await send('POST', 'price-lists/later/entries', { items: [{ sku: 'PEN', tiers: tiers([1, 1]) }] });
    const at = async (instant: string) => (await quote({ at: instant, lines: [{ sku: 'PEN', quantity: 1 }] })).lines;
    expect(await at(validFrom)).toMatchObject([{ priceList: 'later' }]);
    expect(await at(validUntil)).toMatchObject([
      { priceList: null, notTaken: [{}, { why: 'ended', until: validUntil }] },
    ]);
    const backwards = { name: 'Later', currency: 'EUR', validFrom: validUntil, validUntil: validFrom };
    expect(await api.ask('PUT', `${ADMIN}/price-lists/later`, { body: backwards })).toMatchObject({
      status: 400,
      body: { code: 'field_invalid', pointer: '/validUntil' },
    });
  });
});

describe('a promotion', () => {
  const TEN = { name: 'Ten off', currency: 'EUR', reward: { kind: 'amount', target: 'order', amount: 1000 } };

  it('is taken off, and says why where it is not', async () => {
    await send('PUT', 'promotions/ten', { ...TEN, conditions: { minSubtotal: 8000 } });
    await send('PUT', 'promotions/kitchen', {
      name: 'Kitchen week',
      reward: { kind: 'percentage', target: 'line', rate: 250_000 },
      conditions: { items: { categories: ['home'] }, channels: ['fair'] },
    });
    const two = await quote();
    expect(two.discounts).toEqual([{ id: 'ten', name: 'Ten off', amount: 1000 }]);
    expect(two.totals.total).toBe(7500);
    expect(two.notApplied).toEqual([{ promotion: 'kitchen', reasons: [{ why: 'other_channel' }] }]);
    const one = await quote({ lines: [{ sku: 'MUG', quantity: 1 }] });
    expect(one.notApplied[1]).toEqual({
      promotion: 'ten',
      reasons: [{ why: 'subtotal_too_small', bound: 8000, counted: 4000 }],
    });
    await send('PUT', 'channels/fair', { name: 'Fair', kind: 'point_of_sale' });
    expect((await quote({ channel: 'fair' })).lines).toMatchObject([{ discountMicros: 10_000_000, discount: 2000 }]);
  });

  it('is given by its coupon, typed in whatever letters', async () => {
    await send('PATCH', 'promotions/ten', { needsCoupon: true });
    await send('POST', 'coupons', {
      items: [
        { coupon: 'SPRING', promotion: 'ten' },
        { coupon: 'OLD', promotion: 'ten', active: false },
      ],
    });
    const given = await quote({ coupons: [' spring ', 'old', 'none'] });
    expect(given.applied).toMatchObject([{ promotion: 'ten', coupon: 'SPRING', saved: 1000 }]);
    expect(given.coupons).toEqual([
      { code: 'NONE', reasons: [{ why: 'coupon_unknown' }] },
      { code: 'OLD', reasons: [{ why: 'inactive' }] },
      { code: 'SPRING', reasons: [] },
    ]);
    expect((await get('coupons?promotion=ten')).items).toMatchObject([{ coupon: 'OLD' }, { coupon: 'SPRING' }]);
    expect((await get('coupons?promotion=kitchen')).items).toEqual([]);
  });

  it('stays while a coupon gives it', async () => {
    expect(await api.ask('DELETE', `${ADMIN}/promotions/ten`)).toMatchObject({
      status: 409,
      body: { code: 'setting_in_use', details: { by: 'a coupon' } },
    });
    expect(await api.ask('PUT', `${ADMIN}/coupons/X`, { body: { promotion: 'nothing' } })).toMatchObject({
      status: 422,
      body: { code: 'reference_unknown', pointer: '/promotion' },
    });
  });

  it.each([
    [{ ...TEN, currency: null }, 422, 'currency_unknown', '/currency'],
    [{ ...TEN, currency: 'XYZ' }, 422, 'currency_unknown', '/currency'],
    [{ ...TEN, conditions: { minQuantity: 3, maxQuantity: 2 } }, 400, 'field_invalid', '/conditions/maxQuantity'],
    [{ name: 'A', reward: { kind: 'magic' } }, 400, 'field_invalid', '/reward'],
    [
      { name: 'A', reward: { kind: 'percentage', target: 'line', rate: 2_000_000 } },
      400,
      'field_invalid',
      '/reward/rate',
    ],
    [{ name: 'A', reward: { kind: 'buy_get', target: 'line', buy: 2, rate: 1 } }, 400, 'field_missing', '/reward/get'],
    [
      { name: 'A', reward: { kind: 'gift', target: 'line', sku: 'PEN', quantity: 1 } },
      400,
      'field_invalid',
      '/reward/target',
    ],
  ])('that cannot be right is refused: %j', async (body, status, code, pointer) => {
    expect(await api.ask('PUT', `${ADMIN}/promotions/wrong`, { body })).toMatchObject({
      status,
      body: { code, pointer },
    });
  });

  it('for first orders sees whether the customer ordered before', async () => {
    const reward = { kind: 'percentage', target: 'line', rate: 100_000 };
    await send('PUT', 'promotions/welcome', { name: 'Welcome', reward, conditions: { firstOrder: true } });
    const welcome = async (customerId?: string) => {
      const { applied, notApplied } = await quote(customerId === undefined ? {} : { customerId });
      return applied.length > 0 ? 'applied' : notApplied.find(({ promotion }) => promotion === 'welcome')?.reasons;
    };
    expect(await welcome('rui')).toBe('applied');
    expect(await welcome()).toEqual([{ why: 'customer_unknown' }]);
    const order = { currency: 'EUR', customerId: 'rui', lines: [{ sku: 'PEN', quantity: 1 }], total: 200 };
    await send('POST', 'orders', order);
    expect(await welcome('rui')).toEqual([{ why: 'not_first_order' }]);
    await send('DELETE', 'promotions/welcome');
  });
});

describe('a quote', () => {
  it('is placed as it is, with its gift', async () => {
    await send('PUT', 'promotions/pen', {
      name: 'A pen with every mug',
      reward: { kind: 'gift', target: 'order', sku: 'PEN', quantity: 1 },
      conditions: { items: { skus: ['MUG'] } },
    });
    const { lines, discounts, deliveries, totals } = await quote({
      customerId: 'ana',
      coupons: ['SPRING'],
      groups: [],
    });
    expect(lines).toMatchObject([{ sku: 'MUG' }, { id: 'gift:1', sku: 'PEN', gift: 'pen', net: 0 }]);
    const placed = await send('POST', 'orders', {
      currency: 'EUR',
      customerId: 'ana',
      lines: lines.map(({ id, sku, quantity, priceMicros, discountMicros }) => ({
        id,
        sku,
        quantity,
        priceMicros,
        discountMicros,
      })),
      discounts,
      deliveries: deliveries.map(({ id, price }) => ({ id, type: 'delivery', price })),
      total: totals.total,
    });
    expect(placed).toMatchObject({ totals });
    await send('DELETE', 'promotions/pen');
  });

  it.each([
    [{ currency: 'XYZ' }, 422, 'currency_unknown', '/currency'],
    [{ channel: 'nowhere' }, 422, 'channel_unknown', '/channel'],
    [{ lines: [{ sku: 'NEW', quantity: 1 }] }, 422, 'product_incomplete', '/lines/0/priceMicros'],
    [{ deliveries: [{ method: 'rocket' }] }, 422, 'shipping_method_unknown', '/deliveries/0/method'],
    [{ lines: [] }, 400, 'field_invalid', '/lines'],
  ])('of %j is refused', async (changes, status, code, pointer) => {
    const answer = await api.ask('POST', `${ADMIN}/prices/quote`, { body: { ...BASKET, ...changes } });
    expect(answer).toMatchObject({ status, body: { code, pointer } });
  });

  it('for a customer is for those who may read customers', async () => {
    const key = (await send('POST', 'keys', { label: 'shop', permissions: ['pricing.view'] })) as {
      key: string;
      secret: string;
    };
    const headers = { 'x-vtex-api-appkey': key.key, 'x-vtex-api-apptoken': key.secret };
    const ask = (changes: object) =>
      api.ask('POST', `${ADMIN}/prices/quote`, { body: { ...BASKET, ...changes }, headers, keyless: true });
    expect((await ask({})).status).toBe(200);
    expect(await ask({ customerId: 'ana' })).toMatchObject({ status: 403, body: { code: 'permission_missing' } });
  });
});

describe('an account', () => {
  it('has so many price lists and no more, and changes those that it has', async () => {
    await api.database.owner.query(
      `set docket.accounts = 'default';
       insert into price_lists select null, null, 0, true, 'default', 'z-' || n, 'Z', 'EUR', '{}', '{}', '{}', '{}'
         from generate_series(1, 500 - (select count(*)::int from price_lists)) n`,
    );
    const body = { name: 'Z', currency: 'EUR' };
    expect(await api.ask('PUT', `${ADMIN}/price-lists/one-more`, { body })).toMatchObject({
      status: 409,
      body: { code: 'settings_too_many', details: { limit: 500 } },
    });
    await send('PUT', 'price-lists/z-1', body);
  });
});
