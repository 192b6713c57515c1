// `npm test`: installs and builds what is missing, runs the tests, ends with `N passed, N failed` on a line of its own.
// Further words go to vitest: `npm test -- packages/core`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { prepare, root } from './prepare.mjs';

prepare({ needed: 'vitest', screens: true });

const directory = mkdtempSync(join(tmpdir(), 'docket-summary-'));
const summaryFile = join(directory, 'summary.json');
const run = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    `--reporter=${join(root, 'scripts/summary-reporter.mjs')}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, DOCKET_TEST_SUMMARY: summaryFile } },
);

let summary = { passed: 0, failed: 0, skipped: [] };
try {
  summary = JSON.parse(readFileSync(summaryFile, 'utf8'));
} catch {
  // vitest ended before it could tell
}
rmSync(directory, { recursive: true, force: true });

const failed = run.status !== 0 && summary.failed === 0 ? 1 : summary.failed;
for (const name of summary.skipped) process.stdout.write(`skipped: ${name}\n`);
const skipped = summary.skipped.length > 0 ? `, ${summary.skipped.length} skipped` : '';
process.stdout.write(`${summary.passed} passed, ${failed} failed${skipped}\n`);
process.exitCode = failed > 0 ? 1 : 0;
