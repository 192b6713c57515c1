import { afterAll, beforeAll, expect, it } from 'vitest';
import { foldEvents, readEvents } from '../src/event-log/read-events.js';
import { loadOrder } from '../src/event-log/load-order.js';
import { acceptedOrder, asked, openWritePath, placement, type WritePath } from './write-path.js';

let path: WritePath;

beforeAll(async () => {
  path = await openWritePath();
});
afterAll(() => path.close());

const written = async (): Promise<number> => {
  const { rows } = await path.database.owner.query<{ bytes: string }>(
    "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as bytes",
  );
  return Number(rows[0]?.bytes);
};

it('a tracking event on an order of 5,000 lines writes less than 100 KB of WAL', async () => {
  const lines = Array.from({ length: 5000 }, (_, n) => ({
    sku: `sku-${n}`,
    name: `Product number ${n}`,
    quantity: 1 + (n % 7),
    priceMicros: 1_000_000,
  }));
  const total = lines.reduce((sum, { quantity }) => sum + quantity * 100, 0);
  const payments = [{ id: 'p1', method: 'bank_transfer', amount: total }];
  const run = async (command: Parameters<typeof asked>[0], orderId?: string) =>
    acceptedOrder(await path.execute(asked(command, orderId === undefined ? {} : { orderId })));
  const { orderId } = (await run(placement({ lines, total, payments }))).head;
  await run({ type: 'approve_payment', paymentId: 'p1' }, orderId);
  await run({ type: 'start_handling' }, orderId);
  await run({ type: 'issue_invoice', number: 'A-1', value: total }, orderId);
  const sent = await run(
    { type: 'send_package', packageId: 'box', trackingNumber: 'T-1', invoiceNumber: 'A-1' },
    orderId,
  );
  const packageId = Object.keys(sent.documents.package)[0] ?? '';

  // Pages touched first after a checkpoint are written whole; the test is about what the event itself writes.
  await path.database.owner.query('checkpoint');
  const track = (description: string) =>
    run({ type: 'track_package', packageId, events: [{ at: path.clock.now, city: 'Porto', description }] }, orderId);
  await track('collected');
  const before = await written();
  await track('in transit');
  const bytes = (await written()) - before;
  expect(bytes).toBeLessThan(100_000);
  expect(foldEvents(await readEvents(path.log, 'acme', orderId))).toEqual(
    (await loadOrder(path.log, 'acme', orderId))?.order,
  );
});
