// Compares what an import wrote with figures computed straight from the files:
//   node scripts/import-real-sets.mjs olist DIRECTORY | online-retail FILE   after `docket import orders …`
// The database is that of DATABASE_URL.
import { createReadStream, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';

const { parse } = createRequire(import.meta.url)('csv-parse');
const pg = createRequire(import.meta.url)('pg');

const [set, where] = process.argv.slice(2);
if (where === undefined || process.env.DATABASE_URL === undefined) {
  console.error('usage: DATABASE_URL=… node scripts/import-real-sets.mjs olist DIRECTORY | online-retail FILE');
  process.exit(1);
}

async function* rows(path) {
  const raw = createReadStream(path);
  yield* (path.endsWith('.gz') ? raw.pipe(createGunzip()) : raw).pipe(parse({ columns: true, bom: true }));
}
const cents = (text) => Math.round(Number(text) * 100);
/** Pence of pieces at a price of up to three decimals, a half away from zero. */
function pence(price, quantity) {
  const thousandths = BigInt(Math.round(Number(price) * 1000)) * BigInt(quantity);
  const size = thousandths < 0n ? -thousandths : thousandths;
  const rounded = (size + 5n) / 10n;
  return Number(thousandths < 0n ? -rounded : rounded);
}

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
await client.query("select set_config('docket.accounts', 'default', false)");
const ask = async (text) => (await client.query(text)).rows;

async function olist() {
  const file = (name) =>
    join(
      where,
      readdirSync(where).find((one) => one.includes(name)),
    );
  const orders = new Map();
  for await (const row of rows(file('orders_dataset'))) {
    orders.set(row.order_id, {
      status: row.order_status,
      month: row.order_purchase_timestamp.slice(0, 7),
      items: 0,
      freight: 0,
      paid: 0,
    });
  }
  for await (const row of rows(file('order_items'))) {
    const order = orders.get(row.order_id);
    order.items += cents(row.price);
    order.freight += cents(row.freight_value);
  }
  for await (const row of rows(file('order_payments'))) orders.get(row.order_id).paid += cents(row.payment_value);
  const expected = new Map();
  for (const { status, month, items, freight, paid } of orders.values())
    add(expected, `${month} ${status}`, [1, items, freight, paid]);
  const found = new Map();
  const written = await ask(`
    select carried::jsonb -> 'custom' ->> 'originalStatus' as status,
           to_char((head::jsonb ->> 'createdAt')::timestamptz at time zone 'America/Sao_Paulo', 'YYYY-MM') as month,
           count(*)::int as orders, sum((head::jsonb -> 'totals' ->> 'items')::bigint)::bigint as items,
           sum((head::jsonb -> 'totals' ->> 'shipping')::bigint)::bigint as freight,
           sum((select coalesce(sum((p.value ->> 'amount')::bigint), 0) from jsonb_each(documents::jsonb -> 'payment') p))::bigint as paid
      from orders where head::jsonb -> 'externalIds' ? 'olist' group by 1, 2`);
  for (const row of written)
    found.set(`${row.month} ${row.status}`, [row.orders, row.items, row.freight, row.paid].map(Number));
  return compare(expected, found, ['orders', 'items', 'freight', 'paid']);
}

async function onlineRetail() {
  let file = 0;
  for await (const row of rows(where)) file += pence(row.UnitPrice, row.Quantity);
  const [{ orders }] =
    await ask(`select coalesce(sum((head::jsonb -> 'totals' ->> 'total')::bigint), 0)::bigint as orders
    from orders where head::jsonb -> 'externalIds' ? 'online-retail'`);
  const [{ documents }] = await ask(`select coalesce(sum((r.value ->> 'value')::bigint), 0)::bigint as documents
    from orders, jsonb_each(documents::jsonb -> 'return_invoice') r where head::jsonb -> 'externalIds' ? 'online-retail'`);
  const [{ rejected }] = await ask(`select coalesce(sum(value), 0)::bigint as rejected from import_rejections
    where import_id = (select import_id from imports where source = 'online-retail' order by import_id desc limit 1)`);
  const sum = Number(orders) - Number(documents) + Number(rejected);
  console.log({ orders: Number(orders), returned: -Number(documents), rejected: Number(rejected), sum, file });
  return sum === file;
}

function add(sums, name, values) {
  const sum = sums.get(name) ?? values.map(() => 0);
  sums.set(
    name,
    sum.map((value, index) => value + values[index]),
  );
}

function compare(expected, found, names) {
  let wrong = 0;
  for (const name of new Set([...expected.keys(), ...found.keys()])) {
    const [wanted, got] = [expected.get(name), found.get(name)];
    if (JSON.stringify(wanted) === JSON.stringify(got)) continue;
    wrong += 1;
    console.log(`${name}: ${names.join(', ')}: files ${wanted}, database ${got}`);
  }
  const all = [...found.values()].reduce(
    (sum, values) => sum.map((value, index) => value + values[index]),
    names.map(() => 0),
  );
  console.log(
    `${expected.size} statuses and months, ${wrong} of them differ; in all ${names.map((name, index) => `${name} ${all[index]}`).join(', ')}`,
  );
  return wrong === 0;
}

const equal = set === 'olist' ? await olist() : await onlineRetail();
await client.end();
console.log(equal ? 'equal' : 'NOT equal');
process.exitCode = equal ? 0 : 1;
