// (e) What holds the words of an order list: nothing, a tsvector, an array, a table of postings. Each is written in batches
// as a commit writes it, then read as the serving role, under the policies, in every way that it has.
import { createPool, withAccounts } from '../packages/server/dist/database/pool.js';
import { migrate } from '../packages/server/dist/database/migrate.js';
import { accountPrefix } from '../packages/server/dist/read-models/order-list-tokens.js';
import { openCluster, temporaryDirectory } from './cluster.mjs';
import { percentiles } from './filled.mjs';
import { fillOrderList } from './order-list.mjs';

const account = 'default';
const prefix = accountPrefix(account);
/** Orders of a page, and one to know whether another follows. */
const page = 51;
/** So many matches of the token index are fetched at most, and so many orders walked, as the server does it. */
const mostMatches = 8_000;
const walked = 512;

const newest = `order by created_at desc, order_id desc`;
const literal = (text) => `'${text.replaceAll("'", "''")}'`;
const quoted = (word) => literal(prefix + word);
const arrayOf = (words) => `array[${words.map(quoted).join(', ')}]`;

/**
 * What holds the words: its columns beside the key, how a batch of `bench_row` is written, and its ways to read, as the
 * statement for some words, or for the beginning of one; null where there is none.
 */
const stores = {
  none: { columns: '', written: '' },
  tsvector: {
    columns: ', tokens',
    written: ', tokens',
    index: 'gin (tokens) with (gin_pending_list_limit = 1024)',
    condition(words, beginning) {
      const lexemes = words.map((word) => `${quoted(word)}${beginning ? ':*' : ''}`);
      return `tokens @@ ${literal(lexemes.join(' & '))}::tsquery`;
    },
  },
  'text[]': {
    columns: ', tsvector_to_array(tokens) as tokens',
    written: ', tsvector_to_array(tokens)',
    index: 'gin (tokens) with (gin_pending_list_limit = 1024)',
    condition: (words, beginning) => (beginning ? null : `tokens @> ${arrayOf(words)}`),
  },
  posting: { posting: true },
};

/** The ways of a store that keeps the words in the row of the order. */
const waysOf = (table, condition) => ({
  'plain, under the policy': `select order_id from ${table} where account = '${account}' and ${condition} ${newest} limit ${page}`,
  'by a function that runs as the owner': `select * from ${table}_found(${literal(condition)})`,
  [`walking the newest ${walked}`]: `select order_id from (select * from ${table} where account = '${account}' ${newest} limit ${walked}) l where ${condition} limit ${page}`,
});

/** Of postings the plain way is the only one: equality reaches its index under the policy. */
function postingWays(table, words, beginning) {
  const one = (word) =>
    beginning
      ? `select distinct created_at, order_id from ${table} where account = '${account}' and token >= ${quoted(word)} and token < ${quoted(`${word}~`)}`
      : `select created_at, order_id from ${table} where account = '${account}' and token = ${quoted(word)}`;
  const [first, ...others] = words.map(one);
  const joined = others.map((other, n) => ` join (${other}) o${n} using (created_at, order_id)`).join('');
  return { 'plain, under the policy': `select order_id from (${first}) f${joined} ${newest} limit ${page}` };
}

const questions = {
  'common (1 of 3)': [['always'], false],
  '1 of 100': [['seldom'], false],
  'rare (40 in all)': [['once'], false],
  'no match': [['nowhere'], false],
  'two words (1 of 300)': [['seldom', 'always'], false],
  'beginning of a rare word': [['onc'], true],
};

/** @param {import('./main.mjs').Options} options @returns {Promise<import('./report.mjs').Part>} */
export async function run({ quick, progress, undo }) {
  const cluster = await openCluster(temporaryDirectory());
  undo(() => cluster.close());
  const pool = await cluster.createDatabase('bench_tokens');
  const owner = await pool.connect();
  undo(() => owner.release());
  const { roles } = await migrate(owner);
  const login = { ...cluster.connection, database: 'bench_tokens' };
  const serving = createPool({ login, role: roles.serving, max: 1, applicationName: 'bench' });
  undo(() => serving.end());
  const base = quick ? 5_000 : 100_000;
  const written = base / 5;
  progress(`filling ${base} orders`);
  await fillOrderList(owner, { account, prefix, orders: base });
  await owner.query('create table bench_row as select account, created_at, order_id, tokens from order_list limit 0');
  const batches = await batchesOf(owner, written);

  const costs = {};
  const reads = [];
  for (const [name, store] of Object.entries(stores)) {
    progress(name);
    const table = `bench_${Object.keys(costs).length}`;
    await createStore(owner, table, store, base);
    costs[name] = await writeBatches(owner, table, store, batches);
    costs[name].bytes /= base + written;
    if (name !== 'none') reads.push(...(await readStore(serving, name, table, store, quick ? 10 : 50)));
    await owner.query(`drop table ${table} cascade`);
  }
  return {
    title: '(e) What holds the words of the order list',
    tables: [writingTable(costs), readingTable(reads)],
    notes: [
      `${written} orders in batches of 20, written into a table of ${base} that is then read.`,
      `Reading finds the ids of the newest ${page} orders. Under a policy the operators of tsvector and array reach no index; = does. A function of the owner fetches at most ${mostMatches} matches and sorts them.`,
    ],
    data: { costs, reads },
  };
}

function writingTable(costs) {
  const rows = Object.entries(costs).map(([name, { micros, wal, bytes }]) => [
    name,
    micros,
    micros / costs.tsvector.micros,
    wal,
    wal / costs.tsvector.wal,
    bytes,
  ]);
  return {
    caption: 'Writing an order; the shipped choice is the tsvector.',
    columns: ['', 'µs', '÷ tsvector', 'WAL bytes', '÷ tsvector', 'bytes on disk'],
    rows,
  };
}

function readingTable(reads) {
  return {
    caption: 'Reading a page as the serving role: milliseconds at the 95th percentile; "-" is not possible.',
    columns: ['', ...Object.keys(questions)],
    rows: reads.map(({ store, way, figures }) => [`${store}, ${way}`, ...figures.map((figure) => figure?.p95 ?? '-')]),
  };
}

async function batchesOf(owner, written) {
  const { rows } = await owner.query(
    `select account, (created_at + interval '60 days')::text as created_at, order_id || 'n' as order_id, tokens::text as tokens
       from order_list order by created_at desc limit $1`,
    [written],
  );
  return Array.from({ length: Math.ceil(rows.length / 20) }, (_, n) => rows.slice(n * 20, n * 20 + 20));
}

async function createStore(owner, table, { posting, columns, index }, base) {
  const orders = `(select account, created_at, order_id, tokens from order_list order by created_at desc limit ${base}) l`;
  await owner.query(
    posting
      ? `create table ${table} as select account, token, created_at, order_id from ${orders}, unnest(tsvector_to_array(tokens)) token`
      : `create table ${table} as select account, created_at, order_id${columns} from ${orders}`,
  );
  await owner.query(`alter table ${table} add primary key (account, ${posting ? 'token, ' : ''}created_at, order_id)`);
  if (index !== undefined) await owner.query(`create index on ${table} using ${index}`);
  await owner.query(`select protect('${table}', 'select')`);
  // As order_list_matches: the index, whatever the planner thinks of it.
  await owner.query(`create function ${table}_found(p_condition text) returns setof text language plpgsql stable
    security definer set enable_seqscan = off set enable_indexscan = off as $f$ begin
      return query execute format('select order_id from (select created_at, order_id from ${table}
        where account || '''' = %L and %s limit ${mostMatches}) l ${newest} limit ${page}', '${account}', p_condition);
    end $f$`);
  await owner.query(`grant execute on function ${table}_found(text) to docket_serving`);
  await owner.query(`vacuum (analyze) ${table}`);
}

async function writeBatches(owner, table, { posting, written }, batches) {
  const text = posting
    ? `insert into ${table} select account, token, created_at, order_id from json_populate_recordset(null::bench_row, $1) r, unnest(tsvector_to_array(r.tokens)) token`
    : `insert into ${table} select account, created_at, order_id${written} from json_populate_recordset(null::bench_row, $1)`;
  const wal = async () => Number((await owner.query("select pg_current_wal_insert_lsn() - '0/0' as at")).rows[0].at);
  await owner.query('checkpoint');
  const before = await wal();
  const started = performance.now();
  for (const batch of batches) await owner.query({ name: table, text, values: [JSON.stringify(batch)] });
  const orders = batches.flat().length;
  const micros = ((performance.now() - started) * 1000) / orders;
  const { rows } = await owner.query(`select pg_total_relation_size('${table}') as size`);
  return { micros, wal: ((await wal()) - before) / orders, bytes: Number(rows[0].size) };
}

/** One line for each way of the store, with a figure for each question; undefined where it has no such way. */
async function readStore(serving, name, table, { posting, condition }, runs) {
  const statements = Object.values(questions).map(([words, beginning]) => {
    if (posting) return postingWays(table, words, beginning);
    const tested = condition(words, beginning);
    return tested === null ? {} : waysOf(table, tested);
  });
  const lines = [];
  for (const way of Object.keys(statements[0])) {
    const figures = [];
    for (const of of statements) {
      const text = of[way];
      const read = () => withAccounts(serving, [account], (client) => client.query(text));
      figures.push(text === undefined ? undefined : await percentiles(read, runs));
    }
    lines.push({ store: name, way, figures });
  }
  return lines;
}
