// (e) What holds the words of an order list: nothing, a tsvector, an array, a table of postings.
import { openCluster, temporaryDirectory } from './cluster.mjs';
import { benchTokenStores, fillOrderList } from './order-list.mjs';
import { migrate } from '../packages/server/dist/database/migrate.js';
import { accountPrefix } from '../packages/server/dist/read-models/order-list-tokens.js';

const account = 'default';

/** @param {import('./main.mjs').Options} options @returns {Promise<import('./report.mjs').Part>} */
export async function run({ quick, progress, undo }) {
  const cluster = await openCluster(temporaryDirectory());
  undo(() => cluster.close());
  const pool = await cluster.createDatabase('bench_tokens');
  const owner = await pool.connect();
  undo(() => owner.release());
  await migrate(owner);
  const base = quick ? 5_000 : 100_000;
  const written = base / 5;
  progress(`filling ${base} orders`);
  await fillOrderList(owner, { account, prefix: accountPrefix(account), orders: base });
  const results = await benchTokenStores({ owner, base, written, print: progress });
  const rows = Object.entries(results).map(([name, { micros, wal, bytes }]) => [
    name,
    micros,
    micros / results.tsvector.micros,
    wal,
    wal / results.tsvector.wal,
    bytes,
  ]);
  return {
    title: '(e) What holds the words of the order list',
    tables: [
      {
        caption: 'Writing an order; the shipped choice is the tsvector.',
        columns: ['', 'µs', '÷ tsvector', 'WAL bytes', '÷ tsvector', 'bytes on disk'],
        rows,
      },
    ],
    notes: [`${written} orders in batches of 20, into a table of ${base}.`],
    data: results,
  };
}
