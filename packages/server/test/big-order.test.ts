import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Committer, createCommitter, createCommitterPool } from '../src/committer/committer.js';
import { loadOrder } from '../src/event-log/load-order.js';
import { foldEvents, readEvents } from '../src/event-log/read-events.js';
import { createExecute, type Execute } from '../src/execute.js';
import { acceptedOrder, asked, openWritePath, placement, type WritePath } from './write-path.js';

let path: WritePath;
let committer: Committer;
let execute: Execute;
/** WAL of the last commit, as PostgreSQL counts it for its own connection: other tests write to the same server. */
let walBytes = 0;

beforeAll(async () => {
  path = await openWritePath();
  const pool = createCommitterPool(path.database.login, path.database.roles.serving);
  pool.on('connect', countWal);
  committer = createCommitter({ pool });
  execute = createExecute({ ...path, committer, clock: () => path.clock.now });
});
afterAll(async () => {
  await committer.close();
  await path.close();
});

interface Explained {
  readonly 'QUERY PLAN': readonly { readonly Plan: { readonly 'WAL Bytes': number } }[];
}

function countWal(client: pg.PoolClient): void {
  const send = client.query.bind(client) as (query: pg.QueryConfig) => Promise<pg.QueryResult<Explained>>;
  const counting = async (query: pg.QueryConfig): Promise<object> => {
    if (query.name !== 'commit_batch') return send(query);
    const { values } = query;
    const text = `explain (analyze, wal, format json) ${query.text}`;
    const { rows } = await send({ text, ...(values === undefined ? {} : { values }) });
    walBytes = rows[0]?.['QUERY PLAN'][0]?.Plan['WAL Bytes'] ?? Number.NaN;
    return { rows: [] };
  };
  Object.assign(client, { query: counting });
}

const lines = Array.from({ length: 5000 }, (_, n) => ({
  sku: `sku-${n}`,
  name: `Product number ${n}`,
  quantity: 1 + (n % 7),
  priceMicros: 1_000_000,
}));
const total = lines.reduce((sum, { quantity }) => sum + quantity * 100, 0);

it('a tracking event on an order of 5,000 lines writes less than 100 KB of WAL', async () => {
  const payments = [{ id: 'p1', method: 'bank_transfer', amount: total }];
  const run = async (command: Parameters<typeof asked>[0], orderId?: string) =>
    acceptedOrder(await execute(asked(command, orderId === undefined ? {} : { orderId })));
  const { orderId } = (await run(placement({ lines, total, payments }))).head;
  expect(walBytes).toBeGreaterThan(100_000);
  await run({ type: 'approve_payment', paymentId: 'p1' }, orderId);
  await run({ type: 'start_handling' }, orderId);
  await run({ type: 'issue_invoice', number: 'A-1', value: total }, orderId);
  const box = { packageId: 'box', trackingNumber: 'T-1', invoiceNumber: 'A-1' };
  const packageId = Object.keys((await run({ type: 'send_package', ...box }, orderId)).documents.package)[0] ?? '';

  const seen = { at: path.clock.now, city: 'Porto', description: 'collected' };
  await run({ type: 'track_package', packageId, events: [seen] }, orderId);
  // Pages touched first after a checkpoint are written whole; the second event finds them touched.
  await run({ type: 'track_package', packageId, events: [{ ...seen, description: 'in transit' }] }, orderId);
  expect(walBytes).toBeGreaterThan(1_000);
  expect(walBytes).toBeLessThan(100_000);
  const events = await readEvents(path.log, 'acme', orderId);
  expect(await foldEvents(path.log, events)).toEqual((await loadOrder(path.log, 'acme', orderId))?.order);
});

it('an edit of an order of 5,000 lines records what it changed, and no line that it left', async () => {
  const placed = acceptedOrder(await execute(asked(placement({ lines, total, payments: [] }))));
  const { orderId } = placed.head;
  const changes = [
    { change: 'set_quantity', lineId: '4321', quantity: 10 },
    { change: 'set_price', lineId: '17', priceMicros: 2_000_000 },
    { change: 'remove_line', lineId: '2500' },
  ] as const;
  const order = acceptedOrder(await execute(asked({ type: 'edit_order', changes }, { orderId })));
  const [taken, priced] = [1 + (2499 % 7), 1 + (16 % 7)];
  const bought = 1 + (4320 % 7);
  expect(order.lines).toHaveLength(4999);
  expect(order.head.totals.total).toBe(total - taken * 100 + priced * 100 + (10 - bought) * 100);
  // those that stay are the ones that were there
  expect(order.lines.slice(0, 16)).toEqual(placed.lines.slice(0, 16));
  const events = await readEvents(path.log, 'acme', orderId);
  expect(JSON.stringify(events.at(-1)).length).toBeLessThan(5_000);
  expect(await foldEvents(path.log, events)).toEqual((await loadOrder(path.log, 'acme', orderId))?.order);
});
