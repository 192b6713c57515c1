// (c) Reading orders at several sizes of the list, through the functions that the API calls, as the serving role.
import { openFilled } from './filled.mjs';
import { benchOneOrder } from './one-order.mjs';
import { benchOrderListReads } from './order-list.mjs';

/** The promise: 95 of 100 reads are faster than this, and than twice the figure of the smallest list. */
const goalMillis = 50;
const goalRatio = 2;

/** @param {import('./main.mjs').Options} options @returns {Promise<import('./report.mjs').Part>} */
export async function run({ rows: sizes, keep, quick, progress, undo }) {
  const runs = quick ? 20 : 100;
  const databases = await openFilled({ keep, progress, undo });
  const results = {};
  for (const size of sizes) {
    progress(`reading at ${size}`);
    const oneOrder = await benchOneOrder(databases, { size, runs, progress });
    results[size] = { 'get one order': oneOrder, ...(await benchOrderListReads(databases, { size, runs, progress })) };
  }

  const smallest = Math.min(...sizes);
  const ratio = (name, size) => results[size][name].p95 / results[smallest][name].p95;
  const rows = Object.keys(results[smallest]).map((name) => [
    name,
    ...sizes.flatMap((size) => {
      const { p50, p95, rows: found } = results[size][name];
      return [found, p50, p95, ...(size === smallest ? [] : [ratio(name, size)])];
    }),
  ]);
  const columns = sizes.flatMap((size) => [
    `${size.toLocaleString('en')}: rows`,
    'p50',
    'p95',
    ...(size === smallest ? [] : ['p95 ÷ smallest']),
  ]);
  const missed = Object.keys(results[smallest]).flatMap((name) =>
    sizes
      .filter((size) => results[size][name].p95 >= goalMillis || (size !== smallest && ratio(name, size) >= goalRatio))
      .map((size) => `${name} at ${size.toLocaleString('en')}`),
  );
  return {
    title: '(c) Reading orders',
    tables: [
      {
        caption: `Milliseconds a read, one after the other, ${runs} of each, and rows of the answer.`,
        columns: ['', ...columns],
        rows,
      },
    ],
    notes: [
      `Goal: p95 below ${goalMillis} ms and below ${goalRatio} times that of the smallest list. ${missed.length === 0 ? 'All reach it.' : `Missed by: ${missed.join(', ')}.`}`,
      'The list alone was filled, by SQL: half a million orders a month and words by Zipf’s law. One order is got from clones of one that was placed, a million at most.',
    ],
    data: results,
  };
}
