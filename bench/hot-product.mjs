// (b) A thousand buyers in one moment for ten pieces.
import { one, openCluster, temporaryDirectory } from './cluster.mjs';
import { benchAccount, fillShelf, startDocket } from './docket.mjs';
import { startWorker } from './load.mjs';

const buyers = 1_000;
const pieces = 10;
const connectionCounts = [32, 100, 200];

/** @param {import('./main.mjs').Options} options @returns {Promise<import('./report.mjs').Part>} */
export async function run({ quick, rounds, progress, undo }) {
  const directory = temporaryDirectory();
  const cluster = await openCluster(directory);
  undo(() => cluster.close());
  const docket = await startDocket(directory);
  undo(() => docket.stop());
  const client = startWorker('./load-client.mjs');
  undo(() => client.stop());
  const pool = cluster.pool();
  const account = await benchAccount(pool);

  const runs = connectionCounts.flatMap((clients) =>
    Array.from({ length: rounds }, (_, round) => ({ clients, sku: `HOT-${clients}-${round + 1}` })),
  );
  await fillShelf(pool, account);
  await fillShelf(
    pool,
    account,
    runs.map(({ sku }) => ({ sku, cents: 9_900, onHand: pieces })),
  );
  progress('warming up');
  await client.ask({ ...docket.target, clients: 32, count: quick ? 500 : 15_000 });

  const results = [];
  for (const { clients, sku } of runs) {
    progress(`${buyers} buyers of ${sku}`);
    await cluster.checkpoint();
    const { seconds, outcomes, latency, orders } = await client.ask({ ...docket.target, sku, clients, count: buyers });
    const shelf = await one(
      pool,
      `select (on_hand - claimed - confirmed)::int as available, (claimed + confirmed)::int as taken,
              (select count(distinct order_id)::int from stock_movements m
                where m.account = s.account and m.sku = s.sku and m.order_id is not null) as orders
         from stock s where account = $1 and sku = $2`,
      [account, sku],
    );
    const refused = outcomes['409 insufficient_stock'] ?? 0;
    const right =
      orders === pieces &&
      refused === buyers - pieces &&
      shelf.available === 0 &&
      shelf.taken === pieces &&
      shelf.orders === pieces;
    if (!right) throw new Error(`${sku}: ${JSON.stringify({ outcomes, shelf })}`);
    results.push({ clients, sku, seconds, latency, outcomes, shelf });
  }
  return {
    title: `(b) ${buyers} buyers for ${pieces} pieces`,
    tables: [
      {
        caption: `Each row is one run: exactly ${pieces} orders, ${buyers - pieces} times insufficient_stock, nothing left on the shelf.`,
        columns: ['product', 'connections', 'seconds', 'p50 ms', 'p99 ms', 'slowest ms'],
        rows: results.map(({ clients, sku, seconds, latency }) => [
          sku,
          clients,
          seconds,
          latency.p50,
          latency.p99,
          latency.max,
        ]),
      },
    ],
    notes: ['A connection sends its next buyer as soon as the last one has an answer.'],
    data: results,
  };
}
