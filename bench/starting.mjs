// (d) How long a start takes, and what it holds in memory.
import { setTimeout as sleep } from 'node:timers/promises';
import { openCluster, temporaryDirectory } from './cluster.mjs';
import { benchAccount, fillShelf, startDocket } from './docket.mjs';
import { startWorker } from './load.mjs';
import { median } from './statistics.mjs';

const mebibyte = 1024 * 1024;

/** @param {import('./main.mjs').Options} options @returns {Promise<import('./report.mjs').Part>} */
export async function run({ seconds, rounds, clients, progress, undo }) {
  const client = startWorker('./load-client.mjs');
  undo(() => client.stop());
  const starts = [];
  for (let round = 0; round < rounds; round += 1) {
    progress(`start ${round + 1} of ${rounds}`);
    const directory = temporaryDirectory();
    const first = await startDocket(directory);
    undo(() => first.stop());
    await first.stop();
    const second = await startDocket(directory);
    undo(() => second.stop());
    // Attached, so that the server outlives Docket and its memory can be read.
    const cluster = await openCluster(directory);
    undo(() => cluster.close());
    await sleep(1_000);
    const idle = { node: second.bytes(), postgres: cluster.bytes() };
    const last = round === rounds - 1;
    const loaded = last
      ? await memoryAfterLoad({ cluster, docket: second, client, clients, seconds, progress })
      : undefined;
    starts.push({ first: first.startMillis, second: second.startMillis, idle, loaded });
    await second.stop();
    await cluster.close();
  }
  const { loaded } = starts.at(-1);
  const middle = (read) => median(starts.map(read));
  return {
    title: '(d) Start and memory',
    tables: [
      {
        caption: `\`docket serve\` from a build, until the ready line; median of ${rounds}.`,
        columns: ['', 'ms'],
        rows: [
          ['first start: initdb, migrations', middle(({ first }) => first)],
          ['second start: data is there', middle(({ second }) => second)],
        ],
      },
      {
        caption: 'Memory in MiB. PostgreSQL: proportional set size of all its processes, shared memory counted once.',
        columns: ['', 'Node', 'PostgreSQL'],
        rows: [
          ['idle', middle(({ idle }) => idle.node) / mebibyte, middle(({ idle }) => idle.postgres) / mebibyte],
          [`after ${loaded.orders} orders`, loaded.node / mebibyte, loaded.postgres / mebibyte],
        ],
      },
    ],
    notes: [],
    data: starts,
  };
}

async function memoryAfterLoad({ cluster, docket, client, clients, seconds, progress }) {
  progress('load, then memory');
  const pool = cluster.pool();
  await fillShelf(pool, await benchAccount(pool));
  const { orders } = await client.ask({ ...docket.target, clients: Math.max(...clients), seconds: seconds * 2 });
  await sleep(2_000);
  return { orders, node: docket.bytes(), postgres: cluster.bytes() };
}
