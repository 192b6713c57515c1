import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImports } from '../src/import/imports.js';
import { createUploads } from '../src/import/uploads.js';
import { ADMIN, createTestApi, type TestApi, TEST_SECRET } from './setup/api.js';

const MAPPING = `{ "source": "shop", "files": { "orders": { "key": "id" } }, "order": function($r) {(
  $o := $r.orders[0];
  { "order": { "createdAt": "2020-01-01T00:00:00Z", "status": $o.status, "workflow": "simple", "currency": "EUR",
    "lines": [{ "sku": $o.sku, "name": $o.sku, "quantity": 1, "priceMicros": $micros($o.price) }],
    "total": $amount($o.price) } }
)} }`;
const FILE = 'id,status,sku,price\n1,pending,TEA,5.90\n2,pending,POT,11.10\n3,flying,CUP,1.00\n';
const IMPORTS = `${ADMIN}/imports`;

interface Shown {
  readonly importId: string;
  readonly state: string;
  readonly failure: string | null;
  readonly files: readonly object[];
  readonly progress: Readonly<Record<string, number>>;
  readonly sums: readonly object[];
}

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ role: 'all', importMegabytes: 1 });
});
afterAll(() => api.end());

const shown = (answer: { readonly body: unknown }): Shown => answer.body as Shown;
const upload = (importId: string, name: string, payload: string | Buffer) =>
  api.ask('PUT', `${IMPORTS}/${importId}/files/${name}`, {
    payload,
    headers: { 'content-type': 'application/octet-stream' },
  });

async function created(mapping = MAPPING): Promise<string> {
  const answer = await api.ask('POST', IMPORTS, { body: { mapping } });
  expect(answer.status).toBe(201);
  return shown(answer).importId;
}

async function ended(importId: string): Promise<Shown> {
  for (let tries = 0; tries < 100; tries += 1) {
    const one = shown(await api.ask('GET', `${IMPORTS}/${importId}`));
    if (['done', 'failed', 'cancelled'].includes(one.state)) return one;
    await pause(200);
  }
  return expect.fail('the import does not end');
}

describe('an import through the API', () => {
  it('takes files, is run by a worker, and tells what became of each row', async () => {
    const importId = await created();
    const uploaded = shown(await upload(importId, 'orders.csv.gz', gzipSync(FILE)));
    expect(uploaded).toMatchObject({ state: 'uploading', files: [{ name: 'orders.csv.gz' }] });
    expect((await api.ask('POST', `${IMPORTS}/${importId}/start`)).status).toBe(202);
    expect(await ended(importId)).toMatchObject({
      state: 'done',
      failure: null,
      progress: { allRows: 3, rows: 3, orders: 2, present: 0, rejected: 1 },
      sums: [{ status: 'pending', month: '2020-01', currency: 'EUR', orders: 2, total: 1700 }],
    });
    const page = await api.ask('GET', `${IMPORTS}/${importId}/rejections`);
    expect(page.body).toMatchObject({
      rows: [{ file: 'orders.csv.gz', line: 4, record: '3', value: 100 }],
      next: null,
    });
    const file = await api.ask('GET', `${IMPORTS}/${importId}/rejections/file`);
    expect(JSON.parse(file.text)).toMatchObject({
      line: 4,
      reason: expect.stringContaining('status_unknown') as string,
    });
    const { rows } = await api.database.owner.query('select from import_chunks');
    expect(rows.length).toBe(0);
    const list = await api.ask('GET', `${IMPORTS}?limit=1`);
    expect(list.body).toMatchObject({ imports: [{ importId }] });
  });

  it('goes on where another worker died', async () => {
    const importId = await created();
    await upload(importId, 'orders.csv', FILE.replaceAll(/^(\d),/gm, '9$1,'));
    await api.database.owner.query("update imports set state = 'running' where import_id = $1", [importId]);
    expect(await ended(importId)).toMatchObject({ state: 'done', progress: { orders: 2 } });
  });

  it('keeps no plain byte of a file', async () => {
    const importId = await created();
    await upload(importId, 'orders.csv', FILE);
    const { rows } = await api.database.owner.query<{ bytes: Buffer }>('select bytes from import_chunks');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ bytes }) => bytes.includes('pending'))).toBe(false);
  });

  it('ends when it is cancelled, with what was uploaded for it', async () => {
    const importId = await created();
    await upload(importId, 'orders.csv', FILE);
    expect(shown(await api.ask('POST', `${IMPORTS}/${importId}/cancel`)).state).toBe('cancelled');
    expect((await api.ask('POST', `${IMPORTS}/${importId}/cancel`)).status).toBe(409);
    expect((await api.ask('POST', `${IMPORTS}/${importId}/start`)).status).toBe(409);
    const { rows } = await api.database.owner.query('select from import_chunks where import_id = $1', [importId]);
    expect(rows.length).toBe(0);
  });

  it('keeps a file where one of the same name is refused as too large', async () => {
    const importId = await created();
    await upload(importId, 'orders.csv', 'id,status,sku,price\n');
    await upload(importId, 'orders.csv', FILE.replaceAll(/^(\d),/gm, '8$1,'));
    expect((await upload(importId, 'orders.csv', Buffer.alloc(1_100_000, 'x'))).status).toBe(413);
    await api.ask('POST', `${IMPORTS}/${importId}/start`);
    expect(await ended(importId)).toMatchObject({ state: 'done', progress: { allRows: 3, orders: 2 } });
  });

  it('keeps every file of several that come at once', async () => {
    const importId = await created(MAPPING.replace('"orders": { "key"', '"orders": { "name": "*.csv", "key"'));
    const names = ['a.csv', 'b.csv', 'c.csv', 'd.csv'];
    const answers = await Promise.all(
      names.map((name, nth) => upload(importId, name, `id,status,sku,price\n70${nth},pending,TEA,5.90\n`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { files } = shown(await api.ask('GET', `${IMPORTS}/${importId}`));
    expect((files as { name: string }[]).map(({ name }) => name).sort()).toEqual(names);
    await api.ask('POST', `${IMPORTS}/${importId}/start`);
    expect(await ended(importId)).toMatchObject({ state: 'done', progress: { allRows: 4, orders: 4 } });
  });

  it('refuses a file that is still coming when the import starts: import_not_open', async () => {
    const importId = await created();
    await upload(importId, 'orders.csv', FILE.replaceAll(/^(\d),/gm, '6$1,'));
    const late = new PassThrough();
    late.write('id,status,sku,price\n');
    const under = createUploads(api.database.serving, TEST_SECRET);
    const imports = createImports({
      pool: api.database.serving,
      uploads: under,
      now: () => new Date().toISOString(),
      newId: () => importId,
      mostBytes: 1_000_000,
    });
    const answer = imports.addFile('default', importId, 'orders.csv', late);
    await pause(100);
    await api.ask('POST', `${IMPORTS}/${importId}/start`);
    late.end();
    expect(await answer).toBe('import_not_open');
    expect(await ended(importId)).toMatchObject({ state: 'done', progress: { allRows: 3, orders: 2 } });
  });

  it('fails with words where the mapping cannot be used', async () => {
    const importId = await created('function(');
    await upload(importId, 'orders.csv', FILE);
    await api.ask('POST', `${IMPORTS}/${importId}/start`);
    expect((await ended(importId)).failure).toContain('the mapping cannot be read');
  });

  it('refuses what it cannot take: import_without_files, import_not_open, import_not_found, import_too_large', async () => {
    const importId = await created();
    expect(await api.ask('POST', `${IMPORTS}/${importId}/start`)).toMatchObject({
      status: 409,
      body: { code: 'import_without_files' },
    });
    expect(await upload(importId, 'orders.csv', Buffer.alloc(1_100_000, 'x'))).toMatchObject({
      status: 413,
      body: { code: 'import_too_large' },
    });
    expect((await api.ask('PUT', `${IMPORTS}/${importId}/files/orders.csv`, { body: {} })).status).toBe(415);
    const nobody = '00000000-0000-7000-8000-000000000000';
    expect(await upload(nobody, 'orders.csv', FILE)).toMatchObject({ status: 404, body: { code: 'import_not_found' } });
    expect((await api.ask('GET', `${IMPORTS}/${nobody}/rejections`)).status).toBe(404);
  });
});
