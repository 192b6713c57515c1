#!/usr/bin/env -S node --max-semi-space-size=64
// PLACEHOLDER
import { existsSync } from 'node:fs';
import process from 'node:process';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(main)) {
  const cli = await import(main.href);
  await cli.main(process.argv.slice(2));
} else {
  process.stderr.write('docket: not built yet: run npm start or npm run build first\n');
  process.exitCode = 1;
}
