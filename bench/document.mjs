// (g) Reading one order of a hundred lines over HTTP, as the native API and as the VTEX dialect show it.
import { performance } from 'node:perf_hooks';
import { openCluster, temporaryDirectory } from './cluster.mjs';
import { startDocket } from './docket.mjs';
import { openAsker, placedOrder } from './one-connection.mjs';

const lines = 100;
/** The promise: the answer takes less than this in the server. */
const goalMillis = 3;
const baseline = '/healthz';

/** @param {import('./main.mjs').Options} options @returns {Promise<import('./report.mjs').Part>} */
export async function run({ quick, progress, undo }) {
  const directory = temporaryDirectory();
  const cluster = await openCluster(directory);
  undo(() => cluster.close());
  const docket = await startDocket(directory);
  undo(() => docket.stop());
  const ask = openAsker(docket, undo);

  const orderId = await placedOrder(ask, lines);
  const reads = {
    [`${baseline} (baseline)`]: baseline,
    'native document': `/api/v1/admin/orders/${orderId}`,
    'VTEX document': `/api/oms/pvt/orders/${orderId}`,
  };
  const times = Object.fromEntries(Object.keys(reads).map((name) => [name, []]));
  const micros = Object.fromEntries(Object.keys(reads).map((name) => [name, 0]));
  const bytes = {};
  const [rounds, each] = quick ? [2, 20] : [10, 200];
  progress(`${rounds * each} reads of each`);
  // In turns, after a round that nobody counts.
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, path] of Object.entries(reads)) {
      const before = docket.micros();
      for (let n = 0; n < each; n += 1) {
        const began = performance.now();
        bytes[name] = (await ask('GET', path)).length;
        if (round >= 0) times[name].push(performance.now() - began);
      }
      if (round >= 0) micros[name] += docket.micros() - before;
    }
  }

  const figures = Object.fromEntries(
    Object.entries(times).map(([name, taken]) => {
      taken.sort((a, b) => a - b);
      const at = (share) => taken[Math.floor(taken.length * share)];
      return [name, { bytes: bytes[name], p50: at(0.5), p95: at(0.95), cpuMicros: micros[name] / taken.length }];
    }),
  );
  const [ground] = Object.values(figures);
  const missed = Object.entries(figures).filter(([, { p50, p95 }]) => Math.max(p50, p95) >= goalMillis);
  return {
    title: `(g) Reading an order of ${lines} lines`,
    tables: [
      {
        caption: 'Milliseconds from request to the end of the answer on one connection, and CPU of the server in µs.',
        columns: ['', 'bytes', 'p50', 'p95', 'p50 ÷ baseline', 'p50 − baseline', 'CPU Node'],
        rows: Object.entries(figures).map(([name, { bytes, p50, p95, cpuMicros }]) => [
          name, bytes, p50, p95, p50 / ground.p50, p50 - ground.p50, cpuMicros,
        ]), // prettier-ignore
      },
    ],
    notes: [
      `Goal: below ${goalMillis} ms. ${missed.length === 0 ? 'All reach it.' : `Missed by: ${missed.map(([name]) => name).join(', ')}.`}`,
      'The baseline answers without a database: what is above it is loading, opening and writing the order.',
    ],
    data: figures,
  };
}
