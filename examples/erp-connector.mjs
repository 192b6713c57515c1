// A connector of an ERP, as it would be written for VTEX: `node erp-connector.mjs DIRECTORY`. It takes orders that are ready
// for handling out of the feed of its key, invoices each once, reports it as sent and as delivered. It may be killed at any
// moment and started again with the same directory, and any number of them may work on one feed, each with its own.
//
// DOCKET_URL: one address, or several with commas between them. DOCKET_APP_KEY, DOCKET_APP_TOKEN: its key.
import {
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
  closeSync,
  fsyncSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

const addresses = (process.env.DOCKET_URL ?? 'http://127.0.0.1:4000').split(',');
const headers = {
  'x-vtex-api-appkey': process.env.DOCKET_APP_KEY ?? '',
  'x-vtex-api-apptoken': process.env.DOCKET_APP_TOKEN ?? '',
  'content-type': 'application/json',
};
const directory = process.argv[2] ?? 'erp-connector';

/** An answer was lost, or the server is starting: nobody knows what became of the call, so it is sent again. */
async function call(method, path, body) {
  for (let tries = 0; ; tries += 1) {
    const address = addresses[tries % addresses.length];
    try {
      const answer = await fetch(address + path, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(10_000),
      });
      const text = await answer.text();
      if (answer.status !== 429 && answer.status < 500) return { status: answer.status, text };
    } catch {
      // No answer.
    }
    await pause(Math.min(50 * 2 ** tries, 2_000));
  }
}

/** A call whose only other answer is one that says that it was done before. */
async function done(method, path, body, before = []) {
  const { status, text } = await call(method, path, body);
  if (status < 300 || before.includes(status)) return text;
  throw new Error(`${method} ${path} answered ${status}: ${text}`);
}

const fileOf = (orderId, state) => join(directory, state, `${orderId}.json`);

/** The ERP has the order once this returns, whatever happens to it next. */
function keep(order) {
  const file = fileOf(order.orderId, 'open');
  writeFileSync(`${file}.new`, JSON.stringify(order));
  const handle = openSync(`${file}.new`, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(`${file}.new`, file);
}

/**
 * Every step may be repeated: handling that has begun answers 409, and an invoice is known by its number, which follows from
 * the order and not from the try.
 */
async function handle({ orderId, value, items }) {
  const order = `/api/oms/pvt/orders/${orderId}`;
  const invoice = `${order}/invoice/NF-${orderId}`;
  await done('POST', `${order}/start-handling`, {}, [409]);
  await done('POST', `${order}/invoice`, {
    type: 'Output',
    invoiceNumber: `NF-${orderId}`,
    invoiceValue: value,
    issuanceDate: new Date().toISOString(),
    items: items.map(({ id, sellingPrice, quantity }) => ({ id, price: sellingPrice, quantity })),
  });
  await done('PATCH', invoice, { courier: 'Post', trackingNumber: `RR-${orderId}`, trackingUrl: null });
  const deliveredDate = new Date().toISOString();
  const events = [{ city: 'Rio', state: 'RJ', description: 'delivered', date: deliveredDate }];
  await done('PUT', `${invoice}/tracking`, { isDelivered: true, deliveredDate, events });
  renameSync(fileOf(orderId, 'open'), fileOf(orderId, 'done'));
}

for (const state of ['open', 'done']) mkdirSync(join(directory, state), { recursive: true });

// What an earlier run had kept and not finished.
const left = readdirSync(join(directory, 'open')).filter((name) => name.endsWith('.json'));
for (const name of left) await handle(JSON.parse(readFileSync(join(directory, 'open', name), 'utf8')));

for (;;) {
  const items = JSON.parse(await done('GET', '/api/orders/feed?maxlot=10'));
  // Kept first and committed then: killed in between, the items come again. The other way round they would be lost.
  const orders = await Promise.all(
    items.map(async ({ orderId }) => JSON.parse(await done('GET', `/api/oms/pvt/orders/${orderId}`))),
  );
  for (const order of orders) keep(order);
  if (items.length > 0) await done('POST', '/api/orders/feed', { handles: items.map(({ handle }) => handle) });
  await Promise.all(orders.map(handle));
  if (items.length === 0) await pause(200);
}
