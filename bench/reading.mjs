// (c) Reading the order list at several sizes, through the functions that the API calls, as the serving role.
import { openCluster, temporaryDirectory } from './cluster.mjs';
import { benchOrderListReads } from './order-list.mjs';

/** The promise: 95 of 100 reads are faster than this, and than twice the figure of the smallest list. */
const goalMillis = 50;
const goalRatio = 2;

/** @param {import('./main.mjs').Options} options @returns {Promise<import('./report.mjs').Part>} */
export async function run({ rows: sizes, quick, progress, undo }) {
  const cluster = await openCluster(temporaryDirectory());
  undo(() => cluster.close());
  const runs = quick ? 20 : 100;
  const results = await benchOrderListReads({ login: cluster.connection, sizes, runs, print: progress });

  const smallest = Math.min(...sizes);
  const rows = Object.keys(results[smallest]).map((name) => [
    name,
    ...sizes.flatMap((size) => {
      const { p50, p95 } = results[size][name];
      return [p50, p95, ...(size === smallest ? [] : [p95 / results[smallest][name].p95])];
    }),
  ]);
  const columns = sizes.flatMap((size) => [
    `${size.toLocaleString('en')}: p50`,
    'p95',
    ...(size === smallest ? [] : ['p95 ÷ smallest']),
  ]);
  const missed = Object.keys(results[smallest]).flatMap((name) =>
    sizes
      .filter((size) => {
        const { p95 } = results[size][name];
        return p95 >= goalMillis || (size !== smallest && p95 >= goalRatio * results[smallest][name].p95);
      })
      .map((size) => `${name} at ${size.toLocaleString('en')}`),
  );
  return {
    title: '(c) Reading the order list',
    tables: [
      { caption: `Milliseconds a read, one after the other, ${runs} of each.`, columns: ['', ...columns], rows },
    ],
    notes: [
      `Goal: p95 below ${goalMillis} ms and below ${goalRatio} times that of the smallest list. ${missed.length === 0 ? 'All reach it.' : `Missed by: ${missed.join(', ')}.`}`,
      'The list alone was filled, by SQL: half a million orders a month and words by Zipf’s law.',
    ],
    data: results,
  };
}
