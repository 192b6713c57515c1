import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.end());

const put = (path: string, body: object, headers = {}): ReturnType<TestApi['ask']> =>
  api.ask('PUT', `${ADMIN}/${path}`, { body, headers });
const get = (path: string, headers = {}): ReturnType<TestApi['ask']> => api.ask('GET', `${ADMIN}/${path}`, { headers });

const LATER = '2030-01-01T00:00:00.000Z';
const REWARD = { kind: 'percentage', target: 'line', rate: 100_000 };

/** One valid setting of each kind, and a field of it that may be changed. */
const KINDS = [
  ['stores', 'graz', { name: 'Graz', currency: 'EUR', languages: ['de'], timeZone: 'Europe/Vienna' }, 'name', 'Linz'],
  ['channels', 'fair', { name: 'Fair', kind: 'point_of_sale', store: 'default' }, 'active', false],
  ['stock-places', 'attic', { name: 'Attic', address: { city: 'Graz', country: 'AT' } }, 'name', 'Loft'],
  ['products', 'CUP/1', { name: 'Cup', priceMicros: 4_000_000, currency: 'EUR' }, 'priceMicros', 5_000_000],
  ['shipping-methods', 'post', { name: 'Post', price: 490, currency: 'EUR' }, 'price', 520],
  ['hold-types', 'licence', { name: 'Licence', blocks: ['shipping'], releaseBy: 'role:manager' }, 'blocks', ['all']],
  ['customers', 'c-7', { email: 'ana@example.com', groups: ['gold'], organisation: 'acme' }, 'locale', 'de-AT'],
  ['price-lists', 'gold', { name: 'Gold', currency: 'EUR', groups: ['gold'], priority: 3 }, 'validFrom', LATER],
  ['promotions', 'week', { name: 'Week', reward: REWARD, conditions: { minQuantity: 2 } }, 'validUntil', LATER],
] as const;

describe.each(KINDS)('a setting of %s', (collection, key, body, field, value) => {
  const path = `${collection}/${encodeURIComponent(key)}`;

  it('is added once, however often it is put, and read as it was put', async () => {
    expect(await put(path, body)).toMatchObject({ status: 201, body });
    const again = await put(path, body);
    expect(again).toMatchObject({ status: 200, body });
    const read = await get(path);
    expect(read).toMatchObject({ status: 200, body });
    expect(read.headers['etag']).toBe(again.headers['etag']);
    expect((await get(path, { 'if-none-match': String(read.headers['etag']) })).status).toBe(304);
    const { body: list } = await get(`${collection}?limit=1000`);
    expect(list.items).toEqual(expect.arrayContaining([read.body]));
    expect((await get(`${path}/changes`)).body.items).toMatchObject([
      { action: 'created', key, actor: 'key:docket-demo' },
    ]);
  });

  it('is changed in part by whoever read it last, and its history says how', async () => {
    const etag = String((await get(path)).headers['etag']);
    const changed = await api.ask('PATCH', `${ADMIN}/${path}`, {
      body: { [field]: value },
      headers: { 'if-match': etag },
    });
    expect(changed).toMatchObject({ status: 200, body: { ...body, [field]: value } });
    const late = await put(path, body, { 'if-match': etag });
    expect(late).toMatchObject({ status: 412, body: { code: 'version_mismatch' } });
    expect(await put(path, body, { 'if-none-match': '*' })).toMatchObject({ status: 412 });
    expect((await get(path)).body).toMatchObject({ [field]: value });
    expect((await get(`${path}/changes`)).body.items[0]).toMatchObject({ action: 'changed', fields: [field] });
  });

  it('refuses what it does not know, and what is not there', async () => {
    expect(await put(path, { ...body, colour: 'red' })).toMatchObject({
      status: 400,
      body: { code: 'field_unknown', pointer: '/colour' },
    });
    expect(await api.ask('PATCH', `${ADMIN}/${path}`, { body: {} })).toMatchObject({ status: 400 });
    expect(await api.ask('PATCH', `${ADMIN}/${collection}/none`, { body: { [field]: value } })).toMatchObject({
      status: 404,
      body: { code: 'setting_not_found' },
    });
    expect(await get(`${collection}/none`)).toMatchObject({ status: 404, body: { code: 'setting_not_found' } });
    expect((await get(`${collection}/none/changes`)).body.items).toEqual([]);
    expect(await put(path, body, { 'if-match': 'seven' })).toMatchObject({
      status: 400,
      body: { code: 'header_invalid', pointer: '/if-match' },
    });
  });

  it('is taken away where nothing needs it', async () => {
    const removed = await api.ask('DELETE', `${ADMIN}/${path}`);
    if (collection === 'customers') {
      expect(removed).toMatchObject({ status: 409, body: { code: 'customer_kept' } });
      return;
    }
    expect(removed).toMatchObject({ status: 200, body: { name: expect.any(String) as unknown } });
    expect((await get(path)).status).toBe(404);
    expect(await api.ask('DELETE', `${ADMIN}/${path}`)).toMatchObject({ status: 404 });
    expect((await get(`${path}/changes`)).body.items[0]).toMatchObject({ action: 'removed', after: null });
  });
});

describe('a setting that cannot be right', () => {
  it.each([
    ['stores/x', { name: 'X', currency: 'EURO' }, 422, 'currency_unknown', '/currency'],
    ['stores/x', { name: 'X', timeZone: 'Mars/Base' }, 422, 'reference_unknown', '/timeZone'],
    ['channels/x', { name: 'X', store: 'nowhere' }, 422, 'store_unknown', '/store'],
    ['products/x', { name: 'X', gtin: '4006381333932' }, 422, 'gtin_invalid', '/gtin'],
    ['products/x', { name: 'X', priceMicros: 1 }, 422, 'currency_unknown', '/currency'],
    ['products/x', { name: 'X', place: 'moon' }, 422, 'stock_place_unknown', '/place'],
    ['products/x', { name: 'X\0' }, 400, 'text_invalid', '/name'],
    ['shipping-methods/x', { name: 'X', price: 1, currency: 'XYZ' }, 422, 'currency_unknown', '/currency'],
    ['stock-places/__proto__', { name: 'X' }, 400, 'field_invalid', '/place'],
    ['stores/x%00', { name: 'X' }, 400, 'field_invalid', '/store'],
  ])('is refused: %s %j', async (path, body, status, code, pointer) => {
    expect(await put(path, body)).toMatchObject({ status, body: { code, pointer } });
  });
});

describe('a placement', () => {
  const place = (changes: object): ReturnType<TestApi['ask']> =>
    api.ask('POST', `${ADMIN}/orders`, { body: { ...ORDER, ...changes } });

  it('goes to a store and channel that take orders, from the moment they do', async () => {
    expect(await place({ channel: 'market' })).toMatchObject({
      status: 422,
      body: { code: 'channel_unknown', pointer: '/channel', details: { channel: 'market' } },
    });
    await put('stores/outlet', { name: 'Outlet' });
    await put('channels/market', { name: 'Market', kind: 'marketplace', store: 'outlet' });
    expect(await place({ channel: 'market' })).toMatchObject({
      status: 201,
      body: { store: 'outlet', channel: 'market' },
    });
    await api.ask('PATCH', `${ADMIN}/channels/market`, { body: { active: false } });
    expect(await place({ channel: 'market' })).toMatchObject({
      status: 422,
      body: { code: 'channel_unknown', details: { inactive: true } },
    });
    expect(await place({ store: 'nowhere' })).toMatchObject({
      status: 422,
      body: { code: 'store_unknown', pointer: '/store' },
    });
  });

  it('keeps what it names from being taken away', async () => {
    expect(await api.ask('DELETE', `${ADMIN}/channels/market`)).toMatchObject({
      status: 409,
      body: { code: 'setting_in_use', details: { by: 'an order' } },
    });
    expect(await api.ask('DELETE', `${ADMIN}/stores/default`)).toMatchObject({
      status: 409,
      body: { code: 'setting_in_use', details: { by: 'the account' } },
    });
  });

  it('claims nothing at a place that is closed', async () => {
    await put('stock-places/shed', { name: 'Shed' });
    await put('products/SHED', { name: 'Shed', priceMicros: 1_000_000, currency: 'EUR', place: 'shed' });
    await api.ask('POST', `${ADMIN}/stock`, { body: { items: [{ sku: 'SHED', place: 'shed', onHand: 5 }] } });
    const body = { ...ORDER, lines: [{ sku: 'SHED', quantity: 1 }], deliveries: [], payments: [], total: 100 };
    expect((await place(body)).status).toBe(201);
    await api.ask('PATCH', `${ADMIN}/stock-places/shed`, { body: { active: false } });
    expect(await place(body)).toMatchObject({
      status: 422,
      body: { code: 'stock_place_unknown', pointer: '/lines/0/sku' },
    });
    expect(await api.ask('DELETE', `${ADMIN}/stock-places/shed`)).toMatchObject({
      status: 409,
      body: { code: 'setting_in_use', details: { by: 'stock' } },
    });
    expect(await api.ask('DELETE', `${ADMIN}/products/SHED`)).toMatchObject({
      status: 409,
      body: { code: 'setting_in_use', details: { by: 'stock' } },
    });
  });
});

describe('two edits of one new setting at once', () => {
  it('create it once: the second one finds the first', async () => {
    const answers = await Promise.all(
      ['One', 'Two', 'Three', 'Four'].map((name) => put('stores/raced', { name }, { 'if-none-match': '*' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412, 412, 412]);
    expect((await get('stores/raced/changes')).body.items).toHaveLength(1);
  });
});

describe('stock by difference', () => {
  const adjust = (items: object[], headers = {}): ReturnType<TestApi['ask']> =>
    api.ask('POST', `${ADMIN}/stock/adjustments`, { body: { items }, headers });

  it('adds to what lies there, and the ledger says who and why', async () => {
    await put('products/NAIL', { name: 'Nail' });
    const items = [{ sku: 'NAIL', delta: 10, reason: 'found behind the shelf' }];
    expect(await adjust(items)).toMatchObject({
      status: 200,
      body: { items: [{ sku: 'NAIL', place: 'main', onHand: 10, available: 10 }] },
    });
    await adjust([{ sku: 'NAIL', delta: -3, reason: 'rusty' }]);
    expect((await get('stock/movements?sku=NAIL')).body.items).toMatchObject([
      {
        kind: 'adjust',
        quantity: -3,
        reason: 'rusty',
        actor: 'key:docket-demo',
        before: { onHand: 10 },
        after: { onHand: 7 },
      },
      { kind: 'adjust', quantity: 10, before: { onHand: 0 }, after: { onHand: 10 } },
    ]);
    expect((await get('stock?sku=NAIL')).body.items).toHaveLength(1);
  });

  it('is done once under one key, however often it is sent', async () => {
    const headers = { 'idempotency-key': 'delivery-77' };
    const items = [{ sku: 'NAIL', delta: 100, reason: 'delivery' }];
    const answers = await Promise.all([1, 2, 3].map(() => adjust(items, headers)));
    for (const answer of answers) expect(answer).toMatchObject({ status: 200, body: { items: [{ onHand: 107 }] } });
    const other = await adjust([{ sku: 'NAIL', delta: 101, reason: 'delivery' }], headers);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  });

  it('takes no more than is there, and none of the others then', async () => {
    const items = [
      { sku: 'NAIL', delta: 1, reason: 'more' },
      { sku: 'HOOK', delta: -1, reason: 'fewer' },
    ];
    expect(await adjust(items)).toMatchObject({
      status: 409,
      body: { code: 'stock_below_held', pointer: '/items/1/delta' },
    });
    expect((await get('stock?sku=HOOK')).body.items).toEqual([]);
    expect(await adjust([{ sku: 'NAIL', place: 'moon', delta: 1, reason: 'x' }])).toMatchObject({
      status: 422,
      body: { code: 'stock_place_unknown', pointer: '/items/0/place' },
    });
    expect(await adjust([{ sku: 'NAIL', delta: 0, reason: 'x' }])).toMatchObject({ status: 400 });
  });
});
