// `node bench/erp-loop.mjs [--orders 2000] [--crashes 10] [--rate 40] [--roles all,all] [--seed N] [--database URL] [--hurry]`:
// places orders over VTEX calls while two connectors (examples/erp-connector.mjs) work them off, and the servers, one for each
// role, are killed with SIGKILL in turns, `--crashes` times in all, and the connectors three times as often. Answers on stdout,
// as JSON, what became of the orders; exit code 1 where one was lost, or invoiced more than once. Without `--database` it
// brings its own, which outlives the servers. Needs a build, as `npm run bench -- --only i` makes one.
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openEmbedded } from '../packages/server/dist/database/embedded.js';
import { createRandom } from '../packages/server/dist/demo/random.js';

const pg = createRequire(import.meta.url)('pg');
const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '2000' },
    crashes: { type: 'string', default: '10' },
    rate: { type: 'string', default: '40' },
    roles: { type: 'string', default: 'all,all' },
    // When each is killed follows from it, counted in orders and milliseconds.
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    // Seconds for what is left when all orders are placed.
    patience: { type: 'string', default: '300' },
    database: { type: 'string' },
    // A killed server holds its timers for two minutes; with this they are free at once.
    hurry: { type: 'boolean', default: false },
  },
});
const [orders, crashes, rate, seed, patience] = [
  values.orders, values.crashes, values.rate, values.seed, values.patience,
].map(Number); // prettier-ignore

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const program = path('../packages/server/bin/docket.mjs');
const connector = path('../examples/erp-connector.mjs');
/** For each of a server. */
const CONNECTOR_CRASHES = 3;
const KEY = { DOCKET_APP_KEY: 'erp', DOCKET_APP_TOKEN: 'erp-token-0123456789' };
const headers = {
  'x-vtex-api-appkey': KEY.DOCKET_APP_KEY,
  'x-vtex-api-apptoken': KEY.DOCKET_APP_TOKEN,
  'content-type': 'application/json',
};
const directory = mkdtempSync(join(tmpdir(), 'docket-erp-'));
const children = new Set();
/** What ended without being killed. */
const fallen = [];
const tell = (text) => void process.stderr.write(`erp-loop: ${text}\n`);

function run(args, env) {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 2],
  });
  children.add(child);
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(children.delete(child) ? code : null)));
  return { child, ended };
}

/** A server that can be killed and comes back at the same address. */
async function startServer(role, settings) {
  const server = { role, port: '0', url: '', process: null };
  const start = async () => {
    server.process = run([program, 'serve'], { ...settings, DOCKET_ROLE: role, PORT: server.port });
    server.url = await new Promise((resolve, reject) => {
      let said = '';
      server.process.child.stdout.on('data', (chunk) => {
        said += chunk;
        const ready = /^docket ready (http:\S+)/m.exec(said)?.[1];
        if (ready !== undefined) resolve(ready);
      });
      void server.process.ended.then(() => reject(new Error('a server did not start')));
    });
    server.port = new URL(server.url).port;
  };
  await start();
  return { server, async crash() {
    server.process.child.kill('SIGKILL');
    await server.process.ended;
    await start();
  } }; // prettier-ignore
}

/** A connector that can be killed in the middle of its work: within a tenth of a second after it kept an order. */
function startConnector(name, addresses) {
  const own = join(directory, name);
  let running;
  const start = () => {
    running = run([connector, own], { ...KEY, DOCKET_URL: addresses.join(',') });
    running.ended.then((code) => code !== null && fallen.push(`${name} ended with ${code}`));
  };
  start();
  return { async crash(delay, isOver) {
    while (!isOver() && !isAtWork(own)) await pause(5);
    await pause(delay);
    running.child.kill('SIGKILL');
    await running.ended;
    start();
  } }; // prettier-ignore
}

const isAtWork = (own) => existsSync(join(own, 'open')) && readdirSync(join(own, 'open')).length > 0;

/** Sent to one server after the other until one answers; null where the answer was lost and `once` is set. */
async function call(urls, method, path, body, once = false) {
  const until = performance.now() + 120_000;
  for (let tries = 0; performance.now() < until; tries += 1) {
    try {
      const answer = await fetch(urls[tries % urls.length] + path, { method, headers, body: JSON.stringify(body) });
      const text = await answer.text();
      if (answer.ok) return text === '' ? {} : JSON.parse(text);
      if (answer.status < 500) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      if (once) return null;
    }
    await pause(50);
  }
  throw new Error(`nobody answered ${method} ${path}`);
}

const basket = (n) => ({
  items: [{ id: String(300 + (n % 50)), quantity: 1 + (n % 3), seller: '1', price: 4000, name: 'Mug' }],
  clientProfileData: { email: `buyer${n % 100}@example.test`, firstName: 'Ana', lastName: 'Reis' },
  shippingData: {
    address: { addressType: 'residential', receiverName: 'Ana Reis', street: 'Rua A', city: 'Rio', country: 'BRA' },
    logisticsInfo: [{ itemIndex: 0, selectedSla: 'Express', selectedDeliveryChannel: 'delivery', price: 940 }],
  },
  paymentData: { payments: [{ paymentSystem: '2', paymentSystemName: 'Visa', value: 4000 * (1 + (n % 3)) + 940 }] },
});

/** Places, pays, calls back, notifies. A placement whose answer was lost is made again, as a shop does it. */
async function sell(urls, n) {
  const body = basket(n);
  let placed = null;
  while (placed === null) placed = await call(urls, 'PUT', '/api/checkout/pub/orders?sc=1', body, true);
  const { transactionData, orders: sold } = placed;
  const { pathname, search } = new URL(transactionData.receiverUri);
  const [{ value }] = body.paymentData.payments;
  await call(urls, 'POST', pathname + search, [{ value, fields: { cardNumber: '4111' } }]);
  await call(urls, 'POST', transactionData.gatewayCallbackTemplatePath);
  const [{ orderId }] = sold;
  for (const { id } of transactionData.merchantTransactions[0].payments) {
    await call(urls, 'POST', `/api/oms/pvt/orders/${orderId}/payments/${id}/payment-notification`);
  }
  return orderId;
}

/** All orders, at `rate` a second as far as the servers keep up. */
async function sellAll(urls, onSold) {
  const sold = [];
  const began = performance.now();
  let next = 0;
  const shop = async (nth) => {
    while (next < orders) {
      const n = next++;
      await pause(Math.max(0, began + (n / rate) * 1000 - performance.now()));
      sold.push(await sell(nth % 2 === 0 ? urls : urls.toReversed(), n));
      onSold(sold.length);
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, nth) => shop(nth)));
  return sold;
}

/** What a shop sees of an order that went all the way, and no other. */
function faultOf({ orderId, status, packageAttachment: { packages } }) {
  if (status !== 'invoiced') return `${orderId} is ${status}`;
  if (packages.length !== 1) return `${orderId} has ${packages.length} invoices`;
  const [{ invoiceNumber, courierStatus }] = packages;
  return invoiceNumber === `NF-${orderId}` && courierStatus?.finished === true ? null : `${orderId} was not delivered`;
}

/** Each falls into its own part of the selling, at a moment of chance within it. */
const moments = (random, times) =>
  Array.from({ length: times }, (_, nth) => ({
    at: ((nth + random.next()) * orders) / times,
    delay: random.whole(0, 100),
  }));

async function loop(settings, endLeases) {
  const servers = [];
  // One after the other: the first one migrates.
  for (const role of values.roles.split(',')) servers.push(await startServer(role, settings));
  const urls = servers.filter(({ server }) => server.role !== 'worker').map(({ server }) => server.url);
  const ask = (method, path, body) => call(urls, method, path, body);
  await ask('PATCH', '/api/v1/admin/account', { cancellationWindow: 1 });
  const feed = '/api/orders/feed/config';
  await ask('POST', feed, {
    filter: { type: 'FromWorkflow', status: ['ready-for-handling'] },
    queue: { visibilityTimeoutInSeconds: values.hurry ? 2 : 10 },
  });
  const connectors = ['erp-1', 'erp-2'].map((name) => startConnector(name, urls));

  const began = performance.now();
  const kills = { servers: 0, connectors: 0 };
  let count = 0;
  const selling = sellAll(urls, (sold) => {
    count = sold;
    if (sold % 200 === 0) tell(`${sold} orders placed`);
  });
  const isOver = () => count >= orders;
  const random = createRandom(seed);
  const crashing = async (planned, crash) => {
    for (const [nth, { at, delay }] of planned.entries()) {
      while (count < at) await pause(20);
      await crash(nth, delay);
    }
  };
  const crashed = Promise.all([
    crashing(moments(random, crashes), async (nth) => {
      await servers[nth % servers.length].crash();
      kills.servers += 1;
      await endLeases();
    }),
    crashing(moments(random, crashes * CONNECTOR_CRASHES), async (nth, delay) => {
      await connectors[nth % 2].crash(delay, isOver);
      kills.connectors += 1;
    }),
  ]);
  const [sold] = await Promise.all([selling, crashed]);
  const placedSeconds = (performance.now() - began) / 1000;
  tell(`all ${sold.length} placed, ${kills.servers} servers and ${kills.connectors} connectors killed`);

  const waiting = new Set(sold);
  let queue;
  const until = performance.now() + patience * 1000;
  do {
    queue = await ask('GET', feed);
    for (const orderId of [...waiting]) {
      if (faultOf(await ask('GET', `/api/oms/pvt/orders/${orderId}`)) === null) waiting.delete(orderId);
      else break;
    }
    if (waiting.size === 0 && queue.quantity === 0) break;
    await endLeases();
    await pause(200);
  } while (performance.now() < until && fallen.length === 0);
  const seconds = (performance.now() - began) / 1000;
  // Once more, all of them: nobody may have written a second invoice meanwhile.
  const faults = [];
  for (const orderId of sold) {
    const fault = faultOf(await ask('GET', `/api/oms/pvt/orders/${orderId}`));
    if (fault !== null) faults.push(fault);
  }
  const { items: feeds } = await ask('GET', '/api/v1/admin/feeds');
  const takes = await takesOf(ask, feeds[0].feed);
  return {
    seed,
    orders: new Set(sold).size,
    invoicedOnce: sold.length - faults.length,
    faults: [...fallen, ...faults].slice(0, 10),
    open: queue.quantity,
    entered: feeds[0].state.lastSequence,
    takenAgain: takes.filter((count) => count > 1).length,
    kills,
    seconds: Number(seconds.toFixed(1)),
    placedSeconds: Number(placedSeconds.toFixed(1)),
  };
}

async function takesOf(ask, feed) {
  const found = [];
  for (let after = ''; after !== null;) {
    const page = await ask(
      'GET',
      `/api/v1/admin/feeds/${feed}/items?limit=100${after === '' ? '' : `&after=${after}`}`,
    );
    found.push(...page.items.map(({ takes }) => takes));
    after = page.next;
  }
  return found;
}

async function main() {
  const embedded =
    values.database === undefined ? await openEmbedded({ dataDirectory: join(directory, 'data') }) : null;
  const client = new pg.Client(embedded?.connection ?? { connectionString: values.database });
  await client.connect();
  const settings = {
    ...KEY,
    DOCKET_DEMO: '0',
    DOCKET_RATE_LIMIT: '0',
    DOCKET_LOG_LEVEL: 'error',
    ...(embedded === null
      ? { DATABASE_URL: values.database, DOCKET_SECRET: 'a secret of the loop' }
      : { DOCKET_DATA: join(directory, 'data') }),
  };
  const endLeases = () =>
    values.hurry ? client.query('update tasks set lease_until = now() where leased_by is not null') : undefined;
  try {
    return await loop(settings, endLeases);
  } finally {
    killAll();
    await client.end();
    await embedded?.close();
    rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

function killAll() {
  for (const child of children) {
    children.delete(child);
    child.kill('SIGKILL');
  }
}

process.once('SIGTERM', () => {
  killAll();
  process.exit(1);
});
const report = await main();
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exitCode = report.orders === orders && report.invoicedOnce === orders && report.open === 0 ? 0 : 1;
