import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { ADMIN, createTestApi, type TestApi } from './setup/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  const products = [
    { sku: 'MUG', name: 'Mug', priceMicros: 40_000_000, currency: 'EUR', counted: false },
    { sku: 'TEA', name: 'Tea', priceMicros: 4_990_000, currency: 'EUR', counted: false, taxCategory: 'food' },
  ];
  await send('POST', 'products', { items: products });
  await send('PUT', 'shipping-methods/post', { name: 'Post', price: 490, currency: 'EUR' });
  await send('POST', 'tax-rates', {
    items: [
      { taxRate: 'de', name: 'VAT 19 %', country: 'DE', rateMillionths: 190_000 },
      { taxRate: 'de-food', name: 'VAT 7 %', country: 'DE', category: 'food', rateMillionths: 70_000 },
      { taxRate: 'at', name: 'VAT 20 %', country: 'AT', rateMillionths: 200_000 },
      { taxRate: 'at-food', name: 'VAT 10 %', country: 'AT', category: 'food', rateMillionths: 100_000 },
    ],
  });
  await send('PUT', 'tax-settings/default', { provider: 'rates', shipFrom: { country: 'DE', postalCode: '10115' } });
  await send('POST', 'customers', { items: [{ customerId: 'embassy', taxExemption: 'A' }, { customerId: 'ana' }] });
});
afterAll(() => api.end());

const ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object) =>
  api.ask(method, `${ADMIN}/${path}`, body === undefined ? {} : { body });
async function send(method: 'POST' | 'PUT' | 'PATCH', path: string, body: object) {
  const answer = await ask(method, path, body);
  expect([200, 201, 204], answer.text).toContain(answer.status);
  return answer.body as unknown as Record<string, unknown>;
}

const GRAZ = { country: 'AT', city: 'Graz', postalCode: '8010', street: 'Hauptplatz 1' };
const BASKET = {
  currency: 'EUR',
  lines: [
    { sku: 'MUG', quantity: 1 },
    { sku: 'TEA', quantity: 3 },
  ],
  deliveries: [{ type: 'delivery', method: 'post', address: GRAZ }],
};
/** 40.00 at 20 %, 14.97 at 10 %, 4.90 of shipping at 20 %: 8.00 + 1.50 + 0.98 on 59.87. */
const TOTAL = 5987 + 1048;
const ORDER = { ...BASKET, taxed: true, cancellationWindow: 0, total: TOTAL };

describe('a quote with tax', () => {
  it('says the tax of each line, and comes to the total that the order is placed with', async () => {
    const quote = await send('POST', 'prices/quote', { ...BASKET, taxed: true });
    expect(quote).toMatchObject({
      totals: { items: 5497, shipping: 490, tax: 1048, total: TOTAL },
      lines: [
        { tax: 871, taxed: { category: 'standard', rateMillionths: 200_000, goods: 800, shipping: 71 }, payable: 5228 },
        { tax: 177, taxed: { category: 'food', rateMillionths: 100_000, goods: 150, shipping: 27 }, payable: 1807 },
      ],
    });
    expect(await send('POST', 'prices/quote', { ...BASKET, taxed: true })).toEqual(quote);
    const { status, body } = await ask('POST', 'orders', ORDER);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      totals: { tax: 1048, total: TOTAL },
      lines: [
        { money: { share: { tax: 871 } }, taxed: { provider: 'rates', goods: 800, shipping: 71 } },
        { money: { share: { tax: 177 } } },
      ],
    });
    const priced = await ask('POST', 'orders', { ...ORDER, priced: true });
    expect(priced).toMatchObject({ status: 201, body: { totals: { total: TOTAL } } });
  });

  it('has none where nobody asks for it', async () => {
    expect(await send('POST', 'prices/quote', BASKET)).toMatchObject({
      totals: { tax: 0, total: 5987 },
      lines: [{ tax: 0, taxed: null }, {}],
    });
  });

  it.each([
    ['goes where no rate is known', { deliveries: [{ address: { country: 'FR' } }] }, 'no_rate', 'standard in FR'],
    ['is of a store that has no provider', { store: 'other' }, 'no_provider', undefined],
  ])('is refused for a basket that %s', async (_case, changes, reason, detail) => {
    await send('PUT', 'stores/other', { name: 'Other' });
    const answer = await ask('POST', 'prices/quote', { ...BASKET, taxed: true, ...changes });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'tax_refused', details: { reason, ...(detail === undefined ? {} : { detail }) } },
    });
  });
});

describe('an order that is taxed', () => {
  it('is refused for the total of a sender who counts otherwise', async () => {
    expect(await ask('POST', 'orders', { ...ORDER, total: 5987 })).toMatchObject({
      status: 422,
      body: { code: 'totals_mismatch', details: { counted: TOTAL } },
    });
  });

  it('of a customer who pays no tax has none', async () => {
    const { body } = await ask('POST', 'orders', { ...ORDER, customerId: 'embassy', total: 5987 });
    expect(body).toMatchObject({ totals: { tax: 0 }, lines: [{ taxed: { rateMillionths: 0 } }, {}] });
  });

  it('is previewed with its tax, and committed with that, whatever the rate is by then', async () => {
    const preview = await api.ask('POST', `${ADMIN}/orders`, { body: ORDER, headers: { prefer: 'preview' } });
    expect(preview.status, preview.text).toBe(200);
    const { token } = preview.body as unknown as { token: string };
    await send('PATCH', 'tax-rates/at', { rateMillionths: 210_000 });
    const committed = await ask('POST', `previews/${token}/commit`);
    expect(committed, committed.text).toMatchObject({ body: { totals: { tax: 1048 } } });
    await send('PATCH', 'tax-rates/at', { rateMillionths: 200_000 });
  });

  it('is taxed by itself where its store says so, but not where its sender names the tax', async () => {
    await send('PATCH', 'tax-settings/default', { taxesOrders: true });
    const { taxed: _taxed, ...silent } = ORDER;
    expect(await ask('POST', 'orders', silent)).toMatchObject({ status: 201, body: { totals: { tax: 1048 } } });
    const named = silent.lines.map((line) => ({ ...line, tax: 5 }));
    const answer = await ask('POST', 'orders', { ...silent, lines: named, total: 5997 });
    expect(answer).toMatchObject({ status: 201, body: { totals: { tax: 10 } } });
    expect(answer.body).not.toHaveProperty('lines.0.taxed');
    expect(await send('POST', 'prices/quote', BASKET)).toMatchObject({ totals: { tax: 1048 } });
    await send('PATCH', 'tax-settings/default', { taxesOrders: false });
  });

  it('hides its tax with its prices from who may not see them', async () => {
    const { body } = await ask('POST', 'orders', ORDER);
    const packer = { key: 'packer', token: 'packer', permissions: ['orders.view'] };
    await ensureAppKey(api.database.serving, 'default', packer);
    const headers = { 'x-vtex-api-appkey': 'packer', 'x-vtex-api-apptoken': 'packer' };
    const seen = await api.ask('GET', `${ADMIN}/orders/${body.orderId}`, { headers });
    expect(seen.body).toMatchObject({ lines: [{ money: null, taxed: null }, {}] });
  });
});

describe('the settings of taxes', () => {
  it('answer never with the key, keep it while its account stays, and tell of it by name alone', async () => {
    const CONNECTED = {
      provider: 'avatax',
      serviceUrl: 'https://rest.avatax.com',
      serviceAccount: '2000000000',
      companyCode: 'DEFAULT',
      taxCodes: { standard: 'P0000000' },
    };
    await send('PUT', 'stores/us', { name: 'US' });
    expect(await send('PUT', 'tax-settings/us', CONNECTED)).toMatchObject({ hasLicenceKey: false });
    expect(await send('POST', 'tax-settings/us/check', {})).toMatchObject({ answers: false, reason: 'not_connected' });
    await send('PUT', 'tax-settings/us/licence-key', { licenceKey: 'secret-1' });
    const { body, text } = await ask('GET', 'tax-settings/us');
    expect(body).toMatchObject({ hasLicenceKey: true });
    expect(text).not.toContain('secret-1');
    expect(await send('PATCH', 'tax-settings/us', { companyCode: 'US' })).toMatchObject({ hasLicenceKey: true });
    const { text: changes } = await ask('GET', 'settings-changes?kind=tax_settings');
    expect(changes).toContain('licenceKey');
    expect(changes).not.toContain('secret-1');
    const { rows } = await api.database.owner.query<{ raw: string }>(
      `select encode(licence_key, 'escape') as raw
         from (select set_config('docket.accounts', 'default', false)) s, tax_settings where store = 'us'`,
    );
    expect(rows[0]?.raw).not.toContain('secret-1');
    await send('PATCH', 'tax-settings/us', { serviceAccount: '2000000001' });
    expect((await ask('GET', 'tax-settings/us')).body).toMatchObject({ hasLicenceKey: false });
    expect(await ask('PUT', 'tax-settings/nowhere/licence-key', { licenceKey: 'x' })).toMatchObject({ status: 404 });
  });

  it('are of a store that is there, and rates of a region in a country', async () => {
    expect(await ask('PUT', 'tax-settings/nowhere', { provider: 'rates' })).toMatchObject({
      status: 422,
      body: { code: 'store_unknown' },
    });
    expect(await ask('PUT', 'tax-rates/on', { name: 'ON', region: 'ON', rateMillionths: 1 })).toMatchObject({
      status: 400,
      body: { code: 'field_invalid', pointer: '/region' },
    });
    expect(await send('POST', 'tax-settings/default/check', {})).toEqual({ answers: true, reason: null, detail: null });
  });
});
