// (j) An edit of a long order over HTTP, as a preview: quantities, a price, a new line, one that falls away.
import { performance } from 'node:perf_hooks';
import { openCluster, temporaryDirectory } from './cluster.mjs';
import { startDocket } from './docket.mjs';
import { openAsker, placedOrder } from './one-connection.mjs';
import { spread } from './statistics.mjs';

/** The promise is for the first; the other has to work. */
const sizes = [500, 5_000];
const goalMillis = 50;
const baseline = 'reading the order';

/** @param {import('./main.mjs').Options} options @returns {Promise<import('./report.mjs').Part>} */
export async function run({ quick, rounds, progress, undo }) {
  const directory = temporaryDirectory();
  const cluster = await openCluster(directory);
  undo(() => cluster.close());
  const docket = await startDocket(directory);
  undo(() => docket.stop());
  const ask = openAsker(docket, undo);
  const rows = [];
  const data = {};
  for (const lines of sizes) {
    const path = `/api/v1/admin/orders/${await placedOrder(ask, lines)}`;
    const asked = {
      [baseline]: () => ask('GET', path),
      'preview of an edit': (n) => ask('POST', `${path}/edits`, editOf(lines, n), { prefer: 'preview' }),
      'preview, minimal': (n) => ask('POST', `${path}/edits`, editOf(lines, n), { prefer: 'preview, return=minimal' }),
    };
    const each = quick ? 3 : lines > 1_000 ? 10 : 40;
    const measured = Object.fromEntries(Object.keys(asked).map((name) => [name, { millis: [], micros: 0, bytes: 0 }]));
    progress(`${(quick ? 1 : rounds) * each} of each with ${lines} lines`);
    // In turns, after a round that nobody counts.
    for (let round = -1; round < (quick ? 1 : rounds); round += 1) {
      for (const [name, send] of Object.entries(asked)) {
        const figures = measured[name];
        const before = docket.micros();
        for (let n = 0; n < each; n += 1) {
          const began = performance.now();
          figures.bytes = Buffer.byteLength(await send(n));
          if (round >= 0) figures.millis.push(performance.now() - began);
        }
        if (round >= 0) figures.micros += docket.micros() - before;
      }
    }
    const ground = spread(Float64Array.from(measured[baseline].millis));
    for (const [name, { millis, micros, bytes }] of Object.entries(measured)) {
      const { p50, p95 } = spread(Float64Array.from(millis));
      rows.push([lines, name, bytes, p50, p95, p50 / ground.p50, p95 / ground.p95, micros / millis.length]);
      data[`${lines} ${name}`] = { bytes, p50, p95, cpuMicros: micros / millis.length };
    }
  }
  const { p50, p95 } = data[`${sizes[0]} preview of an edit`];
  return {
    title: '(j) Previewing an edit',
    tables: [
      {
        caption: 'Milliseconds from request to the end of the answer on one connection, and CPU of the server in µs.',
        columns: ['lines', '', 'bytes', 'p50', 'p95', `p50 ÷ ${baseline}`, 'p95 ÷', 'CPU Node'],
        rows,
      },
    ],
    notes: [
      `Goal: below ${goalMillis} ms with ${sizes[0]} lines. ${p95 < goalMillis ? 'Reached' : p50 < goalMillis ? 'Reached by the median, missed by p95' : 'Missed'}.`,
      'The whole answer is the order as it would be, with everything that the edit does; the minimal one a receipt of it.',
    ],
    data,
  };
}

/** Another one each time, so that nothing can be remembered. */
const editOf = (lines, n) => ({
  changes: [
    { change: 'set_quantity', lineId: '3', quantity: 5 + (n % 7) },
    { change: 'set_quantity', lineId: String(lines >> 1), quantity: 4 },
    { change: 'set_price', lineId: '7', priceMicros: 9_990_000 + n * 10_000 },
    { change: 'add_line', sku: 'NEW', name: 'A new one', quantity: 2, priceMicros: 1_000_000 },
    { change: 'remove_line', lineId: String(lines - 1) },
  ],
});
