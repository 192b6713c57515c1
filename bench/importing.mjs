// (f) Importing orders: `docket import orders` of made-up files, against COPY of the rows that it wrote.
import { randomBytes } from 'node:crypto';
import { createWriteStream, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ensureFirstKeys } from '../packages/server/dist/access/first-keys.js';
import { composeWritePath } from '../packages/server/dist/compose-write-path.js';
import { migrate } from '../packages/server/dist/database/migrate.js';
import { createPool } from '../packages/server/dist/database/pool.js';
import { findImport, insertImport } from '../packages/server/dist/import/import-rows.js';
import { runImport } from '../packages/server/dist/import/run-import.js';
import { checkoutDirectory } from '../packages/server/dist/settings.js';
import { openCluster, temporaryDirectory } from './cluster.mjs';
import { childrenCpuMicros, cpuMicros } from './processes.mjs';

const pg = createRequire(import.meta.url)('pg');
const { from: copyFrom, to: copyTo } = createRequire(import.meta.url)('pg-copy-streams');
const goal = 2_000;
/** What an import writes of an order. */
const TABLES = ['orders', 'events', 'order_list', 'order_external_ids', 'subject_keys'];
const MAPPING = join(checkoutDirectory, 'examples/olist.mapping.jsonata');

/** @param {import('./main.mjs').Options} options @returns {Promise<import('./report.mjs').Part>} */
export async function run({ quick, rounds, progress, undo }) {
  const orders = quick ? 2_000 : 50_000;
  const cluster = await openCluster(temporaryDirectory());
  undo(() => cluster.close());
  const directory = temporaryDirectory();
  const files = await writeFiles(directory, orders);
  const found = [];
  for (let round = 0; round < rounds; round += 1) {
    await cluster.createDatabase(`import_${round}`);
    const login = { ...cluster.connection, database: `import_${round}` };
    const owner = new pg.Client(login);
    await owner.connect();
    const { roles } = await migrate(owner);
    await owner.end();
    const serving = createPool({ login, role: roles.serving, max: 4, applicationName: 'bench' });
    await ensureFirstKeys(serving, { demo: false });
    await cluster.checkpoint();
    const seconds = await imported(cluster, { login, roles, serving }, files);
    await serving.end();
    const copied = await copySeconds(login, directory);
    const cpu = Object.fromEntries(
      Object.entries(seconds.cpu).map(([name, micros]) => [name, micros / 1e6 / (orders / 1000)]),
    );
    found.push({ rate: orders / seconds.writing, all: orders / seconds.all, copy: orders / copied, cpu });
    progress(
      `round ${round + 1}: ${Math.round(orders / seconds.writing)} orders a second, CPU ms an order ${JSON.stringify(cpu)}`,
    );
  }
  const best = found.toSorted((a, b) => b.rate - a.rate)[0];
  return {
    title: '(f) Importing orders',
    tables: [
      {
        caption: `${orders.toLocaleString('en')} made-up orders in the form of Olist (examples/olist.mapping.jsonata), the best of ${rounds}.`,
        columns: ['', 'orders a second', '÷ COPY'],
        rows: [
          ['writing (after the files are sorted)', best.rate, best.rate / best.copy],
          ['all of it', best.all, best.all / best.copy],
          ['COPY of the same rows into the same tables', best.copy, 1],
        ],
      },
    ],
    notes: [
      `CPU of an order in ms: ${Object.entries(best.cpu)
        .map(([name, millis]) => `${name} ${millis.toFixed(2)}`)
        .join(', ')}.`,
      `Goal: ${goal.toLocaleString('en')} orders a second. ${best.rate >= goal ? 'Reached.' : 'Missed.'}`,
      `COPY writes the rows of ${TABLES.join(', ')} as they lie there: nothing is read, mapped, checked, encrypted or chained.`,
    ],
    data: found,
  };
}

async function imported(cluster, database, files) {
  const now = () => new Date().toISOString();
  const importId = '00000000-0000-7000-8000-000000000001';
  const mapping = readFileSync(MAPPING, 'utf8');
  const row = { account: 'default', importId, state: 'waiting', origin: 'command', createdBy: 'bench', mapping };
  await insertImport(database.serving, {
    ...row,
    files: files.map(({ name, path }) => ({ name, bytes: statSync(path).size })),
    fingerprint: null,
    at: now(),
  });
  const { writing: path, committer } = composeWritePath({ database, secret: 'a secret of the benchmark', clock: now });
  const began = performance.now();
  let writing;
  // the children are the reader, which is gone when the import has ended, and the postmaster, which does next to nothing itself
  const counted = async () => ({
    writer: cpuMicros(process.pid),
    reader: childrenCpuMicros(process.pid),
    postgres: (await cluster.counters()).micros,
  });
  const before = await counted();
  let reader = 0;
  const end = await runImport(path, {
    account: 'default',
    import: await findImport(database.serving, 'default', importId),
    files,
    actor: { kind: 'staff', id: 'bench' },
    progress: ({ phase }) => {
      if (phase === 'writing') writing ??= performance.now();
      reader = childrenCpuMicros(process.pid);
    },
  });
  const ended = performance.now();
  const after = { ...(await counted()), reader };
  await committer.close();
  if (end !== 'done') throw new Error(`the import ended as ${end}`);
  const cpu = Object.fromEntries(Object.entries(after).map(([name, micros]) => [name, micros - before[name]]));
  return { writing: (ended - (writing ?? began)) / 1000, all: (ended - began) / 1000, cpu };
}

/** Seconds of COPY out of and into copies of the tables with their indexes, those out not counted. */
async function copySeconds(login, directory) {
  const client = new pg.Client(login);
  await client.connect();
  let seconds = 0;
  for (const table of TABLES) {
    const path = join(directory, `${table}.copy`);
    await pipeline(client.query(copyTo(`copy (select * from ${table}) to stdout`)), createWriteStream(path));
    await client.query(`truncate ${table}`);
    const began = performance.now();
    await pipeline(
      Readable.from(readFileSync(path), { objectMode: false }),
      client.query(copyFrom(`copy ${table} from stdin`)),
    );
    seconds += (performance.now() - began) / 1000;
  }
  await client.end();
  return seconds;
}

/** Files as Olist has them: 1.14 pieces an order, one payment, one customer. */
async function writeFiles(directory, orders) {
  const id = () => randomBytes(16).toString('hex');
  const made = Array.from({ length: orders }, () => ({ order: id(), customer: id() }));
  const at = (index, hour) => `2018-0${1 + (index % 8)}-1${index % 10} ${String(hour).padStart(2, '0')}:00:00`;
  const texts = {
    orders_dataset: [
      'order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date',
      ...made.map(({ order, customer }, index) =>
        [order, customer, 'delivered', at(index, 10), at(index, 11), at(index, 12), at(index, 20), at(index, 0)].join(
          ',',
        ),
      ),
    ],
    order_items_dataset: [
      'order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value',
      ...made.flatMap(({ order }, index) =>
        Array.from({ length: index % 7 === 0 ? 2 : 1 }, (_, nth) =>
          [order, nth + 1, `product-${index % 3_000}`, `seller-${index % 300}`, at(index, 23), '85.00', '12.90'].join(
            ',',
          ),
        ),
      ),
    ],
    order_payments_dataset: [
      'order_id,payment_sequential,payment_type,payment_installments,payment_value',
      ...made.map(({ order }, index) => [order, 1, 'credit_card', 1, index % 7 === 0 ? '195.80' : '97.90'].join(',')),
    ],
    customers_dataset: [
      'customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state',
      ...made.map(({ customer }, index) => [customer, `person-${index}`, '01000', 'são paulo', 'SP'].join(',')),
    ],
  };
  const files = [];
  for (const [name, lines] of Object.entries(texts)) {
    const path = join(directory, `${name}.csv`);
    await pipeline(Readable.from(lines.map((line) => `${line}\n`)), createWriteStream(path));
    files.push({ name: `${name}.csv`, path });
  }
  return files;
}
