import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, it, onTestFinished } from 'vitest';
import { importDirectory, sweepImportDirectories } from './import-directory.js';

it('sweeps what killed processes left, and nothing of those that run', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'docket-sweep-'));
  onTestFinished(() => rmSync(parent, { recursive: true }));
  const other = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
  const left = (name: string): string => {
    const path = join(parent, name);
    mkdirSync(path);
    writeFileSync(join(path, '0'), 'plain rows');
    return path;
  };
  const own = await importDirectory(parent);
  const others = left(`docket-import-${hostname()}-${other.pid}-1-abc`);
  const elsewhere = left('docket-import-another-machine-1-1-abc');
  const before = left(`docket-import-${hostname()}-${process.pid}-1-abc`);
  expect(await sweepImportDirectories(parent)).toBe(1);
  expect([own, others, elsewhere, before].map((path) => existsSync(path))).toEqual([true, true, true, false]);
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect(await sweepImportDirectories(parent)).toBe(1);
  expect([own, others, elsewhere].map((path) => existsSync(path))).toEqual([true, false, true]);
});
