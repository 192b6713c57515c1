// Parts (c) and (e) of the benchmark that concern the order list: reading it at several sizes, and what holds its tokens.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const pg = createRequire(import.meta.url)('pg');
const server = (file) => import(new URL(`../packages/server/dist/${file}`, import.meta.url).href);
const FILL = readFileSync(new URL('order-list-fill.sql', import.meta.url), 'utf8');
const ACCOUNT = 'default';

/**
 * Reads the list at each size: `{ size: { case: { p50, p95 } } }` in milliseconds, as the serving role, through the very
 * functions that the API calls. Each size has a database of its own, which is dropped afterwards.
 *
 * `login` must be allowed to create databases. Filling takes about 4 minutes and 1.9 GB a million on two cores.
 */
export async function benchOrderListReads({ login, sizes = [1_000, 1_000_000], runs = 60, print = () => {} }) {
  const results = {};
  for (const size of sizes) {
    results[size] = await withFilledList(login, size, print, (pool, size) => readCases(pool, size, runs));
  }
  for (const name of Object.keys(results[sizes[0]])) {
    const cells = sizes.map((size) => {
      const { p50, p95 } = results[size][name];
      return `${size}: ${p50.toFixed(1)} / ${p95.toFixed(1)} (×${(p95 / results[sizes[0]][name].p95).toFixed(2)})`;
    });
    print(`${name.padEnd(28)} p50 / p95 ms  ${cells.join('   ')}`);
  }
  return results;
}

async function withFilledList(login, size, print, work) {
  const [{ createPool }, { migrate }, { accountPrefix }] = await Promise.all([
    server('database/pool.js'),
    server('database/migrate.js'),
    server('read-models/order-list-tokens.js'),
  ]);
  const name = `docket_bench_list_${size}_${randomBytes(3).toString('hex')}`;
  const admin = new pg.Client({ ...login, database: 'postgres' });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const owner = new pg.Client({ ...login, database: name });
  await owner.connect();
  try {
    const { roles } = await migrate(owner);
    await owner.query("select set_config('docket.accounts', $1, false)", [ACCOUNT]);
    const started = performance.now();
    await fillOrderList(owner, { account: ACCOUNT, prefix: accountPrefix(ACCOUNT), orders: size });
    print(`${size} orders filled in ${((performance.now() - started) / 1000).toFixed(0)} s`);
    const pool = createPool({
      login: { ...login, database: name },
      role: roles.serving,
      max: 1,
      applicationName: 'bench',
    });
    try {
      return await work(pool, size);
    } finally {
      await pool.end();
    }
  } finally {
    await owner.end();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  }
}

/** Fills list and rollups alone; the token index is made afterwards, in one go. */
export async function fillOrderList(owner, { account, prefix, orders }) {
  const [{ def } = {}] = (await owner.query("select pg_get_indexdef('order_list_tokens'::regclass) as def")).rows;
  await owner.query("set synchronous_commit = off; set maintenance_work_mem = '512MB'; drop index order_list_tokens");
  await owner.query(FILL);
  for (let first = 1; first <= orders; first += 50_000) {
    await owner.query('call pg_temp.fill($1, $2, $3, $4, $5)', [
      account,
      prefix,
      first,
      Math.min(first + 49_999, orders),
      orders,
    ]);
  }
  await owner.query(def.replace('ON ONLY ', 'ON '));
  await owner.query(`insert into order_rollups
    select account, (created_at at time zone 'UTC')::date, status, origin, channel, store, currency,
           count(*), sum(total), sum(total::numeric * total)
      from order_list where complete and not deleted group by 1, 2, 3, 4, 5, 6, 7`);
  await owner.query('vacuum (analyze) order_list');
  await owner.query('vacuum (analyze) order_rollups');
}

async function readCases(pool, size, runs) {
  const { listOrders, countOrders } = await server('read-models/order-list-queries.js');
  const list = (query) => () => listOrders(pool, ACCOUNT, query);
  const middle = await listOrders(pool, ACCOUNT, { createdTo: '2025-12-01T00:00:00.000Z' });
  const customer = middle.orders[0].customer_id;
  const number = middle.orders[7].order_id;
  const cases = {
    'first page': list({}),
    'page in the middle': list({ createdTo: '2025-12-01T00:00:00.000Z', cursor: middle.next }),
    'status, common': list({ status: ['invoiced'] }),
    'status, two open ones': list({ status: ['handling', 'payment-pending'] }),
    store: list({ store: ['outlet'] }),
    customer: list({ customerId: customer }),
    'total range': list({ totalFrom: 40_000, totalTo: 45_000 }),
    'updated last days': list({ updatedFrom: '2026-10-28T00:00:00.000Z' }),
    'sort by total': list({ sort: 'total' }),
    'sort by update': list({ sort: 'updated' }),
    late: list({ lateAt: '2026-10-30T00:00:00.000Z', sort: 'due' }),
    'search common (1 of 3)': list({ text: 'always' }),
    'search 1 of 100': list({ text: 'seldom' }),
    'search rare (40 in all)': list({ text: 'once' }),
    'search old only': list({ text: 'former' }),
    'search nothing': list({ text: 'nowhere' }),
    'search prefix': list({ text: 'onc*' }),
    'search order number': list({ text: number }),
    'search two words': list({ text: 'seldom always', channel: ['market-one'] }),
    'search 1 of 100 by total': list({ text: 'seldom', sort: 'total' }),
    'search old only by total': list({ text: 'former', sort: 'total' }),
    'count all': () => countOrders(pool, ACCOUNT, {}),
    'count search common': () => countOrders(pool, ACCOUNT, { text: 'always' }),
    'count search rare': () => countOrders(pool, ACCOUNT, { text: 'once' }),
  };
  const results = {};
  for (const [name, run] of Object.entries(cases)) {
    const answer = await run();
    if ('problem' in answer) throw new Error(`${name}: ${JSON.stringify(answer)}`);
    // Six more, so that the plan of a prepared statement is settled.
    for (let n = 0; n < 6; n += 1) await run();
    results[name] = await percentiles(run, runs);
  }
  return results;
}

async function percentiles(run, runs) {
  const times = [];
  for (let n = 0; n < runs; n += 1) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return { p50: times[Math.floor(runs / 2)], p95: times[Math.floor(runs * 0.95)] };
}

/**
 * What holds the tokens: none, a tsvector and a text[] with a GIN index, a posting table. Writes batches of 20 new orders
 * into a table of `base` orders and prints µs (wall clock) and WAL bytes an order, then reads as the serving role would
 * have to. `owner` is connected to a filled list (`fillOrderList`); the tables are temporary in name only and dropped.
 */
export async function benchTokenStores({ owner, base = 50_000, written = 10_000, print = () => {} }) {
  const stores = {
    none: {
      columns: '',
      index: null,
      insert: (t) =>
        `insert into ${t} select account, created_at, order_id from json_populate_recordset(null::bench_row, $1)`,
    },
    tsvector: {
      columns: ', tokens',
      index: 'gin (tokens) with (gin_pending_list_limit = 1024)',
      insert: (t) => `insert into ${t} select * from json_populate_recordset(null::bench_row, $1)`,
    },
    'text[]': {
      columns: ', tsvector_to_array(tokens) as tokens',
      index: 'gin (tokens) with (gin_pending_list_limit = 1024)',
      insert: (t) =>
        `insert into ${t} select account, created_at, order_id, tsvector_to_array(tokens) from json_populate_recordset(null::bench_row, $1)`,
    },
    posting: {
      posting: true,
      insert: (t) =>
        `insert into ${t} select account, token, created_at, order_id from json_populate_recordset(null::bench_row, $1) r, unnest(tsvector_to_array(r.tokens)) token`,
    },
  };
  await owner.query('create table bench_row as select account, created_at, order_id, tokens from order_list limit 0');
  const { rows } = await owner.query(
    `select account, (created_at + interval '60 days')::text as created_at, order_id || 'n' as order_id, tokens::text as tokens
       from order_list order by created_at desc limit $1`,
    [written],
  );
  const results = {};
  for (const [name, store] of Object.entries(stores)) {
    const table = `bench_${Object.keys(results).length}`;
    const newest = `(select account, created_at, order_id, tokens from order_list order by created_at desc limit ${base}) l`;
    await owner.query(
      store.posting
        ? `create table ${table} as select account, token, created_at, order_id from ${newest}, unnest(tsvector_to_array(tokens)) token`
        : `create table ${table} as select account, created_at, order_id${store.columns} from ${newest}`,
    );
    await owner.query(
      `alter table ${table} add primary key (account, ${store.posting ? 'token, ' : ''}created_at, order_id)`,
    );
    if (store.index) await owner.query(`create index on ${table} using ${store.index}`);
    await owner.query(`vacuum analyze ${table}`);
    await owner.query('checkpoint').catch(() => {});
    const wal = async () => Number((await owner.query("select pg_current_wal_insert_lsn() - '0/0' as at")).rows[0].at);
    const before = await wal();
    const started = performance.now();
    for (let n = 0; n < rows.length; n += 20) {
      await owner.query({ name: table, text: store.insert(table), values: [JSON.stringify(rows.slice(n, n + 20))] });
    }
    const micros = ((performance.now() - started) * 1000) / rows.length;
    const size = Number((await owner.query(`select pg_total_relation_size('${table}') as size`)).rows[0].size);
    results[name] = { micros, wal: ((await wal()) - before) / rows.length, bytes: size / (base + rows.length) };
    const { wal: bytes, bytes: disk } = results[name];
    print(
      `${name.padEnd(9)} ${micros.toFixed(0)} µs  ${bytes.toFixed(0)} B WAL  ${disk.toFixed(0)} B on disk, an order`,
    );
    await owner.query(`drop table ${table}`);
  }
  await owner.query('drop table bench_row');
  return results;
}
