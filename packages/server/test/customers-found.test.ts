import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { findCustomers, type CustomerSearch } from '../src/customers/find-customers.js';
import { forgetSubject } from '../src/forgetting/forget-subject.js';
import { withAccounts } from '../src/database/pool.js';
import { openEventLog } from '../src/event-log/read-events.js';
import { createPersonalKeys } from '../src/personal-data/keys.js';
import { ADMIN, createTestApi, TEST_SECRET, type TestApi } from './setup/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  const items = [
    { customerId: 'C-1', email: 'Ana.Gruber@Example.com', firstName: 'Ana', lastName: 'Gruber' },
    { customerId: 'C-2', email: 'ana@tee.example', firstName: 'Anna', lastName: 'Annabel Müller' },
    { customerId: 'C-3', firstName: 'José', lastName: 'Peña', company: 'Bücher & Söhne GmbH' },
    { customerId: 'C-4', firstName: 'Łukasz', lastName: 'O’Brien-Weiß' },
    { customerId: 'C-5', firstName: 'Анна', lastName: 'Щукина' },
    { customerId: 'C-6', email: 'ana@tee.example', company: 'Tee & Co' },
  ];
  expect((await api.ask('POST', `${ADMIN}/customers`, { body: { items } })).status).toBe(200);
  const client = await api.database.owner.connect();
  await client.query("select set_config('docket.accounts', 'other', false), ensure_account('other', 'Other')");
  client.release(true);
  for (const [key, account, permissions] of [
    ['other', 'other', ['*']],
    ['blind', 'default', ['customers.view', 'customers.edit']],
  ] as const) {
    await ensureAppKey(api.database.serving, account, { key, token: 't', permissions });
  }
});
afterAll(() => api.end());

const as = (key: string): Record<string, string> => ({ 'x-vtex-api-appkey': key, 'x-vtex-api-apptoken': 't' });
const ask = (query: Record<string, string>, headers: Record<string, string> = {}) =>
  api.ask('GET', `${ADMIN}/customers?${new URLSearchParams(query).toString()}`, { headers });
const found = async (query: Record<string, string>): Promise<readonly string[]> => {
  const { status, body } = await ask(query);
  expect(status).toBe(200);
  return idsOf(body.items);
};
const idsOf = (items: readonly object[]): string[] => items.map((item) => (item as { customerId: string }).customerId);

describe('customers', () => {
  it.each([
    ['ANA.GRUBER@example.COM', ['C-1']],
    [' ana@tee.example', ['C-2', 'C-6']],
    ['ana@tee', []],
  ])('of the mail address %j', async (email, ids) => {
    expect(await found({ email })).toEqual(ids);
  });

  it.each([
    ['gru', ['C-1']],
    ['GRUBER ana', ['C-1']],
    ['an', ['C-1', 'C-2', 'C-6']],
    ['mull', ['C-2']],
    ['Müll', ['C-2']],
    ['jose pena', ['C-3']],
    ['bucher & SÖHNE', ['C-3']],
    ['lukasz weiss', ['C-4']],
    ["o'brien", ['C-4']],
    ['щук анн', ['C-5']],
    ['ana.gruber@ex', ['C-1']],
    ['tee', ['C-6']],
    ['ana g', ['C-1']],
    ['ana pena', []],
    ['uber', []],
    ['& -', []],
    ['%', []],
  ])('whose words begin with %j', async (q, ids) => {
    expect([...(await found({ q }))].sort()).toEqual(ids);
  });

  it('are found by both at once', async () => {
    expect(await found({ email: 'ana@tee.example', q: 'mu' })).toEqual(['C-2']);
  });

  it('come in pages, each of them once', async () => {
    const seen: string[] = [];
    let after: string | null | undefined;
    for (let pages = 0; after !== null && pages < 5; pages += 1) {
      const { body } = await ask({ q: 'an', limit: '1', ...(after === undefined ? {} : { after }) });
      seen.push(...idsOf(body.items));
      after = body.next as string | null;
    }
    expect(seen).toEqual(['C-1', 'C-2', 'C-6']);
    const { body } = await ask({ q: 'an', limit: '1' });
    const wrong = await ask({ after: String(body.next) });
    expect(wrong).toMatchObject({ status: 400, body: { code: 'cursor_invalid' } });
  });

  it('of another account are not found', async () => {
    expect((await ask({ q: 'ana' }, as('other'))).body.items).toEqual([]);
    expect((await ask({ email: 'ana@tee.example' }, as('other'))).body.items).toEqual([]);
  });

  it('are not found under a name that they no longer have', async () => {
    await api.ask('PUT', `${ADMIN}/customers/M-1`, { body: { firstName: 'Maria', lastName: 'Braun' } });
    await api.ask('PATCH', `${ADMIN}/customers/M-1`, { body: { lastName: 'Schwarz', email: 'maria@x.example' } });
    expect(await found({ q: 'braun' })).toEqual([]);
    expect(await found({ q: 'schwarz maria maria@x' })).toEqual(['M-1']);
  });

  it('who were forgotten are not found, and nothing by which they were is kept', async () => {
    await api.ask('PUT', `${ADMIN}/customers/F-1`, { body: { firstName: 'Frida', email: 'frida@x.example' } });
    expect(await found({ q: 'frida' })).toEqual(['F-1']);
    const log = openEventLog(api.database.serving, createPersonalKeys(TEST_SECRET));
    const at = new Date().toISOString();
    const actor = { kind: 'staff', id: 'user:dpo' } as const;
    const asked = { account: 'default', subject: 'customer:F-1', at, actor, reason: 'request 7' };
    await forgetSubject({ log, execute: api.execute }, asked);
    expect(await found({ q: 'frida' })).toEqual([]);
    expect(await found({ email: 'frida@x.example' })).toEqual([]);
    const { rows } = await api.database.owner.query("select from customer_words where customer_id = 'F-1'");
    expect(rows).toEqual([]);
  });

  it('are not looked for by who may not see people, and are ids to them', async () => {
    for (const query of [{ q: 'ana' }, { email: 'ana@tee.example' }] as Record<string, string>[]) {
      const { status, body } = await ask(query, as('blind'));
      expect({ status, body }).toMatchObject({ status: 403, body: { details: { permission: 'personal.view' } } });
    }
    const one = await api.ask('GET', `${ADMIN}/customers/C-1`, { headers: as('blind') });
    expect(one.body).toMatchObject({ customerId: 'C-1', email: null, firstName: null, forgotten: false });
    const page = await ask({}, as('blind'));
    expect(page.text).not.toContain('Gruber');
    const tag = String(one.headers['etag']);
    const changed = await api.ask('PATCH', `${ADMIN}/customers/C-1`, {
      headers: { ...as('blind'), 'if-match': tag },
      body: { phone: '123' },
    });
    expect(changed).toMatchObject({ status: 200, body: { phone: null, lastName: null } });
    expect((await api.ask('GET', `${ADMIN}/customers/C-1`)).body).toMatchObject({ lastName: 'Gruber', phone: '123' });
  });
});

describe('among 10,000 customers', () => {
  const FIRST = ['Maria', 'Ana', 'João', 'Pedro', 'Lúcia', 'Marta', 'Otto', 'Ida', 'Anton', 'Rosa'];
  beforeAll(async () => {
    const people = Array.from({ length: 10_000 }, (_, n) => ({
      customerId: `P-${n}`,
      email: `p${n}@x.example`,
      firstName: FIRST[n % FIRST.length],
      lastName: `Family${n % 997}`,
    }));
    for (let from = 0; from < people.length; from += 1_000) {
      const items = people.slice(from, from + 1_000);
      expect((await api.ask('POST', `${ADMIN}/customers`, { body: { items } })).status).toBe(200);
    }
    await api.database.owner.query('analyze customers, customer_words');
  });

  it.each([
    ['an address', 10, { email: 'p9999@x.example' }],
    ['a word that many have', 900, { text: 'maria' }],
    ['a letter', 900, { text: 'r' }],
    ['two words', 5_000, { text: 'ana family12' }],
    ['a later page', 900, { text: 'maria', after: ['maria', 'P-5'] }],
  ] satisfies [string, number, Omit<CustomerSearch, 'limit'>][])(
    '%s is found within %i blocks of the indexes',
    async (_name, most, search) => {
      const asked = vi.spyOn(pg.Client.prototype, 'query');
      await findCustomers(api.database.serving, 'default', { ...search, limit: 101 });
      const statement = asked.mock.calls.map(([call]) => call as unknown as pg.QueryConfig).at(-1);
      asked.mockRestore();
      const { rows } = await withAccounts(api.database.serving, ['default'], (client) =>
        client.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${statement?.text}`, statement?.values),
      );
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).not.toContain('Seq Scan');
      expect(Number(/shared hit=(\d+)/.exec(plan)?.[1])).toBeLessThanOrEqual(most);
    },
  );
});
