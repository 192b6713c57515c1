import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findProducts } from '../src/catalogue/find-products.js';
import { withAccounts } from '../src/database/pool.js';
import { ADMIN, createTestApi, type TestApi } from './setup/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  const items = [
    { sku: 'TEA-100', name: 'Assam, 100 g', gtin: '4006381333931' },
    { sku: 'TEA-250', name: 'Assam Dikom, 250 g' },
    { sku: 'CUP/1', name: 'Cup “Größe M”' },
    { sku: 'чай', name: 'Чай' },
  ];
  expect((await api.ask('POST', `${ADMIN}/products`, { body: { items } })).status).toBe(200);
});
afterAll(() => api.end());

const page = async (query: Record<string, string>) => {
  const { status, body, text } = await api.ask('GET', `${ADMIN}/products?${new URLSearchParams(query).toString()}`);
  expect(status, text).toBe(200);
  return body as { items: readonly { sku: string }[]; next: string | null };
};
const found = async (q: string): Promise<string[]> => (await page({ q })).items.map(({ sku }) => sku).sort();

describe('products', () => {
  it.each([
    ['tea', ['TEA-100', 'TEA-250']],
    ['TEA-1', ['TEA-100']],
    ['tea-100', ['TEA-100']],
    ['4006381', ['TEA-100']],
    ['assam dik', ['TEA-250']],
    ['ASSAM', ['TEA-100', 'TEA-250']],
    ['cup/1', ['CUP/1']],
    ['grosse', ['CUP/1']],
    ['ЧА', ['чай']],
    ['ssam', []],
    ['assam cup', []],
    ['%', []],
  ])('whose words begin with %j', async (q, skus) => {
    expect(await found(q)).toEqual(skus);
  });

  it('are found by what they are called now, and by nothing once they are gone', async () => {
    const path = `${ADMIN}/products/MOVED`;
    await api.ask('PUT', path, { body: { name: 'Kettle' } });
    expect(await found('kettle')).toEqual(['MOVED']);
    await api.ask('PATCH', path, { body: { name: 'Pot' } });
    expect([await found('kettle'), await found('pot')]).toEqual([[], ['MOVED']]);
    await api.ask('DELETE', path);
    expect(await found('pot')).toEqual([]);
    const { rows } = await api.database.owner.query("select from product_words where sku = 'MOVED'");
    expect(rows).toEqual([]);
  });

  it('come in pages, each of them once', async () => {
    const items = Array.from({ length: 25 }, (_, n) => ({ sku: `PAGE-${n}`, name: `Paged pagination ${n}` }));
    await api.ask('POST', `${ADMIN}/products`, { body: { items } });
    const seen: string[] = [];
    for (let after: Record<string, string> = {}; ;) {
      const { items: some, next } = await page({ q: 'pag', limit: '10', ...after });
      seen.push(...some.map(({ sku }) => sku));
      if (next === null) break;
      after = { after: next };
    }
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
    const wrong = await api.ask('GET', `${ADMIN}/products?q=pag&after=nonsense`);
    expect(wrong).toMatchObject({ status: 400, body: { code: 'cursor_invalid' } });
  });

  it('are found without reading the catalogue', async () => {
    for (let from = 0; from < 5_000; from += 1_000) {
      const items = Array.from({ length: 1_000 }, (_, n) => ({ sku: `MANY-${from + n}`, name: `Thing ${from + n}` }));
      await api.ask('POST', `${ADMIN}/products`, { body: { items } });
    }
    await api.database.owner.query('analyze products, product_words');
    const asked = vi.spyOn(pg.Client.prototype, 'query');
    expect(await findProducts(api.database.serving, 'default', { text: 'thing 49', limit: 11 })).toHaveLength(11);
    const statement = asked.mock.calls.map(([call]) => call as unknown as pg.QueryConfig).at(-1);
    asked.mockRestore();
    const { rows } = await withAccounts(api.database.serving, ['default'], (client) =>
      client.query<{ 'QUERY PLAN': string }>(`explain ${statement?.text}`, statement?.values),
    );
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).not.toContain('Seq Scan');
  });
});

describe('stock', () => {
  it('is read of several products at once', async () => {
    const counts = ['TEA-100', 'TEA-250', 'CUP/1'].map((sku, n) => ({ sku, onHand: n + 1 }));
    await api.ask('POST', `${ADMIN}/stock`, { body: { items: counts } });
    const { body } = await api.ask('GET', `${ADMIN}/stock?sku=TEA-250&sku=CUP%2F1&sku=none`);
    expect(body.items).toMatchObject([
      { sku: 'CUP/1', onHand: 3 },
      { sku: 'TEA-250', onHand: 2 },
    ]);
    expect((await api.ask('GET', `${ADMIN}/stock?sku=TEA-100`)).body.items).toMatchObject([{ sku: 'TEA-100' }]);
  });
});
