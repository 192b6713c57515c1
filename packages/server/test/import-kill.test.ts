import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createImports } from '../src/import/imports.js';
import { createUploads } from '../src/import/uploads.js';
import { timeOrderedId } from '../src/time-ordered-id.js';
import { createTestDatabase, type TestDatabase } from './setup/database.js';
import { docket, type DocketProcess } from './setup/docket-process.js';

/** Processes that import are killed without warning, with batches written and not noted, written by half and only mapped. */

const SECRET = 'a secret of the killed imports';
const MAPPING = `{ "source": "shop", "files": { "orders": { "key": "id" } }, "order": function($r) {
  { "order": { "createdAt": "2020-01-01T00:00:00Z", "status": "pending", "workflow": "simple", "currency": "EUR",
    "number": $r.id, "lines": [{ "sku": "TEA", "name": "Tea", "quantity": 1, "priceMicros": 5000000 }] } } } }`;
const ORDERS = 1_500;
const rowsFrom = (first: number): string =>
  `id\n${Array.from({ length: ORDERS }, (_, nth) => String(first + nth)).join('\n')}\n`;

let database: TestDatabase;
let directory: string;
beforeAll(async () => {
  database = await createTestDatabase();
  directory = mkdtempSync(join(tmpdir(), 'docket-kill-'));
  const client = await database.owner.connect();
  await client.query("select set_config('docket.accounts', 'default', false), ensure_account('default', 'Default')");
  client.release(true);
});
afterAll(async () => {
  rmSync(directory, { recursive: true, force: true });
  await database.drop();
});

const settings = (): Record<string, string> => ({
  DATABASE_URL: database.url,
  DOCKET_SECRET: SECRET,
  DOCKET_DEMO: '0',
  PORT: '0',
});

async function count(): Promise<{ orders: number; ids: number; noted: number }> {
  const { rows } = await database.owner.query<{ orders: number; ids: number; noted: number }>(
    `select (select count(*)::int from orders) as orders,
            (select count(distinct external_id)::int from order_external_ids where source = 'shop') as ids,
            (select coalesce(sum(orders), 0)::int from imports) as noted`,
  );
  return rows[0] ?? expect.fail('no row');
}

async function killedBehind(orders: number, running: DocketProcess): Promise<void> {
  let over: { readonly stderr: string } | undefined;
  void running.ended.then((end) => (over = end));
  while ((await count()).orders < orders) {
    if (over !== undefined) expect.fail(over.stderr);
    await pause(5);
  }
  running.child.kill('SIGKILL');
  await running.ended;
}

it('an import whose command is killed is gone on with: every order once, and verify is clean', async () => {
  const mapping = join(directory, 'mapping.jsonata');
  const file = join(directory, 'orders.csv');
  writeFileSync(mapping, MAPPING);
  writeFileSync(file, rowsFrom(1));
  const words = ['import', 'orders', file, '--mapping', mapping, '--rejected', join(directory, 'rejected.jsonl')];
  await killedBehind(200, docket(words, settings()));
  const first = await count();
  expect(first.orders).toBeLessThan(ORDERS);
  const last = await docket(words, settings()).ended;
  // The same import: it says so where it got as far as to note a position.
  expect((await database.owner.query('select from imports')).rowCount).toBe(1);
  expect(last.stdout).toMatch(/ 0 rows rejected/);
  expect(await count()).toEqual({ orders: ORDERS, ids: ORDERS, noted: ORDERS });
  expect((await docket(['verify'], settings()).ended).stdout).toMatch(/1500 orders, 1500 events, clean/);
}, 120_000);

it('an import whose worker is killed is gone on with by the next one: every order once', async () => {
  const now = (): string => new Date().toISOString();
  const uploads = createUploads(database.serving, SECRET);
  const imports = createImports({ pool: database.serving, uploads, now, newId: timeOrderedId, mostBytes: 1_000_000 });
  const { import_id: importId } = await imports.create('default', { mapping: MAPPING, by: 'test' });
  await imports.addFile('default', importId, 'orders.csv', Readable.from([Buffer.from(rowsFrom(100_000))]));
  await imports.start('default', importId);
  await killedBehind(ORDERS + 200, docket(['serve'], { ...settings(), DOCKET_ROLE: 'worker' }));
  expect((await imports.find('default', importId))?.state).toBe('running');
  const next = docket(['serve'], { ...settings(), DOCKET_ROLE: 'worker' });
  while ((await imports.find('default', importId))?.state === 'running') await pause(50);
  next.child.kill('SIGTERM');
  await next.ended;
  expect((await imports.find('default', importId))?.state).toBe('done');
  expect(await count()).toEqual({ orders: 2 * ORDERS, ids: 2 * ORDERS, noted: 2 * ORDERS });
}, 120_000);
