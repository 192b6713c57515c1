// The benchmark: `npm run bench -- [--only a,b] [--quick] [--seconds N] [--rounds N] [--clients 1,8,32]
// [--rows 1000,1000000,10000000] [--keep DIR] [--no-pgbench]`. Everything it needs it starts by itself, in temporary
// directories; results stay in bench/results. Filling the order list takes 4 minutes and 1.9 GB of disk a million rows, so
// `--keep` keeps what part (c) filled in a directory, and the next run with it only reads.
import os from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { measurable } from './processes.mjs';
import { publish } from './report.mjs';

/**
 * @typedef {object} Options
 * @property {number} seconds of each measured round
 * @property {number} warmSeconds before it
 * @property {number} rounds
 * @property {number[]} clients how many at once
 * @property {number[]} rows sizes of the order list
 * @property {string | null} keep the directory of databases that part (c) fills once
 * @property {boolean} quick whether everything works, in seconds; the figures say nothing
 * @property {boolean} pgbench false: the driver, as where pgbench is not installed
 * @property {(text: string) => void} progress
 * @property {(step: () => unknown) => void} undo what remains to be stopped, last first, whatever happens
 */

/** Parts in the order of a run. A module has `run(options)` and answers what `publish` prints. */
const parts = [
  { name: 'a', file: 'placing', module: './placing.mjs' },
  { name: 'b', file: 'hot-product', module: './hot-product.mjs' },
  { name: 'c', file: 'reading', module: './reading.mjs' },
  { name: 'd', file: 'starting', module: './starting.mjs' },
  { name: 'e', file: 'commit-choices', module: './commit-choices.mjs' },
  { name: 'e', file: 'token-stores', module: './token-stores.mjs' },
  { name: 'f', file: 'importing', module: './importing.mjs' },
  { name: 'g', file: 'document', module: './document.mjs' },
  { name: 'h', file: 'feeds', module: './feeds.mjs' },
  { name: 'i', file: 'connector-crashes', module: './connector-crashes.mjs' },
  { name: 'j', file: 'editing', module: './editing.mjs' },
];

const numbers = (text) => text.split(',').map(Number);

function readOptions() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      seconds: { type: 'string' },
      rounds: { type: 'string' },
      clients: { type: 'string', default: '1,8,32' },
      rows: { type: 'string' },
      keep: { type: 'string' },
      'no-pgbench': { type: 'boolean', default: false },
    },
  });
  const { quick } = values;
  const known = [...new Set(parts.map(({ name }) => name))];
  const only = values.only?.split(',') ?? known;
  const options = {
    seconds: Number(values.seconds ?? (quick ? 1 : 10)),
    warmSeconds: quick ? 0.5 : 1.5,
    rounds: Number(values.rounds ?? (quick ? 1 : 3)),
    clients: numbers(values.clients),
    rows: numbers(values.rows ?? (quick ? '1000,20000' : '1000,1000000')),
    keep: values.keep ?? null,
    quick,
    pgbench: !values['no-pgbench'],
  };
  const wrong =
    only.find((name) => !known.includes(name)) ??
    [options.seconds, options.rounds, ...options.clients, ...options.rows].find((value) => !(value > 0));
  if (wrong !== undefined) throw new Error(`${wrong} is none of ${known.join(', ')}, or no number above 0`);
  return { only, options };
}

const steps = [];

async function undoAll() {
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    try {
      await step();
    } catch (error) {
      process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
}

async function main() {
  const { only, options } = readOptions();
  process.stdout.write(
    `${os.cpus().length} × ${os.cpus()[0].model.trim()}, Node ${process.versions.node}, ${process.platform}, ${new Date().toISOString()}\n`,
  );
  if (!measurable) process.stdout.write('CPU time and memory of processes are read on Linux only.\n');
  for (const { name, file, module } of parts) {
    if (!only.includes(name)) continue;
    const { run } = await import(module);
    const progress = (text) => void process.stderr.write(`bench (${name}): ${text}\n`);
    try {
      publish(file, await run({ ...options, progress, undo: (step) => void steps.push(step) }));
    } finally {
      await undoAll();
    }
  }
}

let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (interrupted) process.exit(130);
    interrupted = true;
    void undoAll().then(() => process.exit(130));
  });
}

await main();
