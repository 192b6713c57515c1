import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withAccounts } from '../src/database/pool.js';
import { findImport, type Import, insertImport, listRejections } from '../src/import/import-rows.js';
import { createImports } from '../src/import/imports.js';
import { type ImportEnd, runImport } from '../src/import/run-import.js';
import { createUploads } from '../src/import/uploads.js';
import { timeOrderedId } from '../src/time-ordered-id.js';
import { listOrders } from '../src/read-models/order-list-queries.js';
import { verifyAccount } from '../src/verify/verify-account.js';
import { writeOlist } from './made-up-olist.js';
import { asked, openWritePath, rowsOf, type WritePath } from './write-path.js';

const EXAMPLES = new URL('../../../examples/', import.meta.url);
const OLIST = readFileSync(new URL('olist.mapping.jsonata', EXAMPLES), 'utf8');
const RETAIL = readFileSync(new URL('online-retail.mapping.jsonata', EXAMPLES), 'utf8');
const OLIST_FILES = ['orders', 'order_items', 'order_payments', 'customers'].map((name) => `olist_${name}_dataset.csv`);

let path: WritePath;
let directory: string;
let remove: () => void;

beforeEach(async () => {
  path = await openWritePath();
  ({ directory, remove } = writeOlist());
});
afterEach(async () => {
  remove();
  await path.close();
});

async function begun(mapping: string, files: readonly string[]): Promise<Import> {
  const importId = timeOrderedId(new Date().toISOString());
  await insertImport(path.database.serving, {
    account: 'acme',
    importId,
    state: 'waiting',
    origin: 'command',
    createdBy: 'test',
    mapping,
    files: files.map((name) => ({ name, bytes: 1 })),
    fingerprint: null,
    at: path.clock.now,
  });
  return await stateOf(importId);
}

const stateOf = async (importId: string): Promise<Import> =>
  (await findImport(path.database.serving, 'acme', importId)) ?? expect.fail('the import is gone');

const run = (one: Import, files: readonly string[], more: object = {}): Promise<ImportEnd> =>
  runImport(
    { ...path, clock: () => path.clock.now },
    {
      account: 'acme',
      import: one,
      files: files.map((name) => ({ name, path: join(directory, name) })),
      actor: { kind: 'staff', id: 'test' },
      ...more,
    },
  );

async function imported(mapping: string, files: readonly string[]): Promise<Import> {
  const one = await begun(mapping, files);
  expect(await run(one, files)).toBe('done');
  return await stateOf(one.import_id);
}

const rejected = (one: Import) => listRejections(path.database.serving, 'acme', one.import_id, 0, 1000);
const write = (name: string, content: string | Buffer): string => {
  writeFileSync(join(directory, name), content);
  return name;
};
const findings = async () =>
  (await withAccounts(path.database.serving, ['acme'], (client) => verifyAccount(client, path.log.keys, 'acme', 10)))
    .findings;

describe('history in the form of Olist', () => {
  it('becomes orders with their own dates, numbers and sums, and verify finds nothing wrong', async () => {
    const one = await imported(OLIST, OLIST_FILES);
    expect(await rejected(one)).toEqual([]);
    expect(one).toMatchObject({ state: 'done', orders: 19, present: 0, documents: 1, rejected: 0, position: null });
    const page = await listOrders(path.database.serving, 'acme', { limit: 100 });
    if ('problem' in page) return expect.fail(page.problem);
    const order = (number: string) => page.orders.find((row) => row.number === number);
    expect(order('delivered')).toMatchObject({
      created_at: '2018-06-10T13:00:00.000Z',
      external_ids: ['olist:delivered'],
      total: 29642,
      due_amount: 0,
      status: 'invoiced',
      orion_status: 'delivered',
      stage: 'received',
      customer_id: 'person-0',
    });
    expect(order('created')).toMatchObject({ status: 'payment-pending', total: 13762, due_amount: 13762 });
    expect(order('processing')).toMatchObject({ status: 'handling', payment_state: 'authorised' });
    expect(order('canceled-returned')).toMatchObject({ status: 'canceled', payment_state: 'refunded', due_amount: 0 });
    expect(one.sums.reduce((sum, { total }) => sum + total, 0)).toBe(
      page.orders.reduce((sum, { total }) => sum + total, 0),
    );
    expect(await findings()).toEqual([]);
    // no task, no stock, one event each
    expect(await rowsOf(path, 'select type, count(*)::int from events group by 1')).toEqual([
      { type: 'order_imported', count: 19 },
    ]);
  });

  it('can be worked on afterwards', async () => {
    await imported(OLIST, OLIST_FILES);
    const [row] = await rowsOf<{ order_id: string }>(
      path,
      "select order_id from order_external_ids where source = 'olist' and external_id = 'processing'",
    );
    const outcome = await path.execute(
      asked({ type: 'issue_invoice', number: 'N-1', value: 8500 }, { orderId: row?.order_id ?? '' }),
    );
    expect(outcome.accepted).toBe(true);
    expect(await findings()).toEqual([]);
  });

  it('is imported once, however often it is run', async () => {
    await imported(OLIST, OLIST_FILES);
    expect(await imported(OLIST, OLIST_FILES)).toMatchObject({ orders: 0, present: 19, rejected: 0 });
  });

  it('goes on where it was broken off, also when the last batch was written and not noted', async () => {
    const one = await begun(OLIST, OLIST_FILES);
    const broken = new AbortController();
    const batches: number[] = [];
    const stop = { signal: broken.signal, progress: () => undefined };
    expect(await run(one, OLIST_FILES, { ...stop, records: 4, progress: ({ orders }: { orders: number }) => {
      batches.push(orders);
      if (orders >= 8) broken.abort();
    } })).toBe('stopped'); // prettier-ignore
    const half = await stateOf(one.import_id);
    expect(half.orders).toBeLessThan(19);
    expect(half.position).not.toBeNull();
    // as if the process had been killed between the two writes
    await path.database.owner.query(
      'update imports set position = null, orders = 0, documents = 0, done_rows = 0, sums = $1',
      ['[]'],
    );
    expect(await run(await stateOf(one.import_id), OLIST_FILES)).toBe('done');
    const [count] = await rowsOf<{ count: number }>(path, 'select count(*)::int from orders');
    expect(count?.count).toBe(19);
    const all = await stateOf(one.import_id);
    expect(all).toMatchObject({ present: 0, orders: 19, documents: 1 });
    expect(all.sums.reduce((sum, { orders }) => sum + orders, 0)).toBe(19);
  });

  it('is taken plain or gzip', async () => {
    for (const name of OLIST_FILES) {
      write(`${name}.gz`, gzipSync(readFileSync(join(directory, name))));
    }
    expect(
      await imported(
        OLIST,
        OLIST_FILES.map((name) => `${name}.gz`),
      ),
    ).toMatchObject({ orders: 19, rejected: 0 });
  });

  it('is not begun by a worker that found it before it was cancelled', async () => {
    const found = await begun(OLIST, OLIST_FILES);
    const pool = path.database.serving;
    const now = (): string => path.clock.now;
    const imports = createImports({ pool, uploads: createUploads(pool, 'x'), now, newId: timeOrderedId, mostBytes: 1 });
    expect(await imports.cancel('acme', found.import_id)).toMatchObject({ state: 'cancelled' });
    expect(await run(found, OLIST_FILES)).toBe('run elsewhere');
    expect(await stateOf(found.import_id)).toMatchObject({ state: 'cancelled', orders: 0 });
    // the same command again means it
    expect(await run(await stateOf(found.import_id), OLIST_FILES)).toBe('done');
  });

  it('is run by one process at a time', async () => {
    const one = await begun(OLIST, OLIST_FILES);
    const ends = await Promise.all([run(one, OLIST_FILES), run(one, OLIST_FILES)]);
    expect(ends.toSorted()).toEqual(['done', 'run elsewhere']);
  });
});

describe('history in the form of Online Retail', () => {
  const LINES = `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
100,CUP,Cup,10,2011-03-28 09:00:00,2.55,17850.0,United Kingdom
100,PAD,"Pad, small",3,2011-03-28 09:00:00,0.001,17850.0,United Kingdom
100,POST,POSTAGE,1,2011-03-28 09:00:00,18.0,17850.0,United Kingdom
101,CUP,Cup,2,2011-04-01 09:00:00,2.55,17850.0,United Kingdom
C102,CUP,Cup,-5,2011-04-02 09:00:00,2.55,17850.0,United Kingdom
C102,POST,POSTAGE,-1,2011-04-02 09:00:00,18.0,17850.0,United Kingdom
C103,POT,Pot,-1,2011-04-03 09:00:00,9.95,17850.0,United Kingdom
C104,CUP,Cup,-9,2011-04-04 09:00:00,2.55,17850.0,United Kingdom
105,CUP,Cup,1,2011-04-04 09:00:00,2.55,,France
106,CUP,damages,-20,2011-04-05 09:00:00,0.0,,United Kingdom
A107,B,Adjust bad debt,1,2011-04-06 09:00:00,-11.06,,United Kingdom
`;
  const signed = 2550 + 0 + 1800 + 510 - 1275 - 1800 - 995 - 2295 + 255 + 0 - 1106;

  it('ends as order, document or rejected row, and the three sums are that of the file', async () => {
    const one = await imported(RETAIL, [write('online-retail.csv', LINES)]);
    const rows = await rejected(one);
    expect(rows.map(({ line, reason, value }) => [line, reason, value])).toEqual([
      [11, 'no line has a price: a correction of stock', null],
      [7, 'not goods: POST', -1800],
      [8, 'no earlier order sold this at this price to whom returns it', -995],
      [9, 'earlier orders sold 2 pieces less than came back', -510],
      [12, 'accounting entry, no order', -1106],
    ]);
    expect(one).toMatchObject({ orders: 3, documents: 3 });
    const orders = one.sums.reduce((sum, { total }) => sum + total, 0);
    const [returned] = await rowsOf<{ value: number }>(
      path,
      `select sum((r.value ->> 'value')::bigint)::bigint as value
         from orders, jsonb_each(documents::jsonb -> 'return_invoice') r`,
    );
    expect(orders - (returned?.value ?? 0) + rows.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(signed);
    expect(await findings()).toEqual([]);
  });

  it('takes the latest order that can have sold what came back, and splits a line over several', async () => {
    await imported(RETAIL, [write('online-retail.csv', LINES)]);
    const documents = await rowsOf(
      path,
      `select x.external_id as order, r.key as number, (r.value ->> 'value')::int as value
         from orders o
         join order_external_ids x on x.order_id = o.order_id and x.source = 'online-retail',
              jsonb_each(o.documents::jsonb -> 'return_invoice') r order by 2, 1`,
    );
    expect(documents).toEqual([
      { order: '100', number: 'C102', value: 765 },
      { order: '101', number: 'C102', value: 510 },
      { order: '100', number: 'C104', value: 1785 },
    ]);
  });
});

describe('what is wrong is told', () => {
  const JSONL = `{ "source": "shop", "files": { "orders": { "key": "id" } }, "order": function($r) {
    $r.orders[0].bad ? $error("cannot be") : { "order": $r.orders[0].order } } }`;
  const good = (id: string, more: object = {}) => ({
    id,
    order: { createdAt: '2020-01-01T00:00:00Z', status: 'pending', workflow: 'simple', currency: 'EUR',
             lines: { sku: 'A', name: 'A', quantity: 1, priceMicros: 1_000_000 }, ...more },
  }); // prettier-ignore

  it('row by row, with file, line and reason', async () => {
    const rows = [
      JSON.stringify(good('1')),
      '{ "id": ',
      JSON.stringify({ order: {} }),
      JSON.stringify(good('2', { colour: 'red' })),
      JSON.stringify(good('3', { status: 'flying' })),
      JSON.stringify({ ...good('4'), bad: true }),
      JSON.stringify(good('5', { number: 'same' })),
      JSON.stringify(good('6', { number: 'same' })),
    ];
    const one = await imported(JSONL, [write('orders.jsonl', `${rows.join('\n')}\n`)]);
    const told = (await rejected(one)).map(({ file, line, record, reason }) => [file, line, record, reason]);
    expect(told.map(([file, line, record]) => [file, line, record])).toEqual([
      ['orders.jsonl', 2, ''],
      ['orders.jsonl', 3, ''],
      ['orders.jsonl', 4, '2'],
      ['orders.jsonl', 6, '4'],
      ['orders.jsonl', 5, '3'],
      ['orders.jsonl', 8, '6'],
    ]);
    expect(told.map(([, , , reason]) => String(reason).split(':')[0])).toEqual([
      'it is no JSON object',
      'it has no id',
      'field_unknown at /colour',
      'the mapping failed',
      'status_unknown at /status',
      'order_number_taken',
    ]);
    expect(one).toMatchObject({ orders: 2, rejected: 6 });
  });

  it('tells where a mapping failed and never the value that it failed with', async () => {
    const asks = (call: string): string => JSONL.replace('$r.orders[0]', call);
    const file = write('orders.jsonl', `${JSON.stringify({ ...good('1'), note: 'ana.reis@example.test' })}\n`);
    for (const [call, told] of [
      ['$number($r.orders[0].note)', /JSONata says D3030 in number at character \d+$/],
      ['$amount($r.orders[0].note)', /this is no decimal number/],
      ['$instant($r.orders[0].note)', /this is no time such as/],
      ['$error($r.orders[0].note)', /JSONata says D3137/],
    ] as const) {
      const [row] = await rejected(await imported(asks(call), [file]));
      expect(row?.reason).toMatch(told);
      expect(row?.reason).not.toContain('ana.reis');
    }
  });

  it('is the same for a JSON array, whose members may span lines', async () => {
    const text = JSON.stringify([good('1'), good('2', { note: 'a "]," in a text' })], null, 2);
    expect(await imported(JSONL, [write('orders.json', text)])).toMatchObject({ orders: 2, rejected: 0 });
  });

  it.each([
    ['no JSONata', 'function(', 'the mapping cannot be read'],
    ['no source', '{ "files": { "a": { "key": "k" } }, "order": function($r) { 1 } }', 'source must be'],
    ['a file that is not there', JSONL.replace('"orders": {', '"lines": { "name": "x*", "key": "id" }, "orders": {'), 'the mapping also wants lines'],
  ])('a mapping with %s ends the import', async (_, mapping, message) => {
    const file = write('orders.jsonl', `${JSON.stringify(good('1'))}\n`);
    const one = await begun(mapping, [file]);
    expect(await run(one, [file])).toBe('failed');
    expect((await stateOf(one.import_id)).failure).toContain(message);
  }); // prettier-ignore

  it('a mapping that never ends is ended, and nothing else with it', async () => {
    const endless = JSONL.replace('$error("cannot be")', '($f := function($n) { $f($n + 1) }; $f(0))');
    const file = write('orders.jsonl', `${JSON.stringify({ ...good('1'), bad: true })}\n`);
    const one = await begun(endless, [file]);
    expect(await run(one, [file], { patience: 1500 })).toBe('failed');
    expect((await stateOf(one.import_id)).failure).toContain('was ended');
  });
});
