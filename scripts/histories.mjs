// `npm run histories -- --count 1000000 --seed 1`: so many random histories of an order, checked at every version, in
// parts of 10,000 on as many processes as `--jobs` says. Part n has the seed `seed + n`; a part that fails names it.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { prepare, root } from './prepare.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
  },
});
const [count, seed, jobs] = [values.count, values.seed, values.jobs].map(Number);
if (![count, seed, jobs].every((number) => Number.isSafeInteger(number) && number > 0)) {
  process.stderr.write('docket: --count, --seed and --jobs are whole numbers above 0\n');
  process.exit(1);
}

prepare({ needed: 'vitest' });

const PART = 10_000;
const parts = Array.from({ length: Math.ceil(count / PART) }, (_, index) => ({
  seed: seed + index,
  count: Math.min(PART, count - index * PART),
}));
const begun = Date.now();
let checked = 0;
let failed = 0;

function run(part) {
  const child = spawn(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--project=pure',
      '--reporter=dot',
      '--testTimeout=3600000',
      'packages/core/src/order/ledger-histories.test.ts',
    ],
    {
      cwd: root,
      env: { ...process.env, DOCKET_HISTORIES: String(part.count), DOCKET_HISTORIES_SEED: String(part.seed) },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece) => (said = (said + piece).slice(-20_000)));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      checked += part.count;
      if (code !== 0) {
        failed += 1;
        process.stdout.write(`seed ${part.seed} failed\n${said}\n`);
      }
      const seconds = Math.round((Date.now() - begun) / 1000);
      process.stdout.write(`${checked} of ${count} histories, last seed ${part.seed}, ${seconds} s\n`);
      resolve();
    });
  });
}

async function work() {
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) await run(part);
}

await Promise.all(Array.from({ length: jobs }, work));
process.stdout.write(`${count} histories from seed ${seed}: ${failed === 0 ? 'all hold' : `${failed} parts failed`}\n`);
process.exitCode = failed === 0 ? 0 : 1;
