// `npm run schema`: writes packages/server/schema.sql, the dumped result of all migrations, so that a migration shows in
// review. `--check` writes nothing and fails when it is out of date. Uses a throw-away embedded database, or a new
// database on the server of DOCKET_TEST_DATABASE_URL.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { prepare, root } from './prepare.mjs';

prepare();
const dist = (path) => import(pathToFileURL(join(root, 'packages/server/dist', path)).href);
const { dumpFreshSchema } = await dist('database/schema-dump.js');

const directory = mkdtempSync(join(tmpdir(), 'docket-schema-'));
let text;
try {
  text = await dumpFreshSchema(directory, process.env.DOCKET_TEST_DATABASE_URL);
} finally {
  rmSync(directory, { recursive: true, force: true });
}

const file = 'packages/server/schema.sql';
const path = join(root, file);
if (!process.argv.includes('--check')) {
  writeFileSync(path, text);
} else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
  process.stderr.write(`${file} is not what the migrations make: run npm run schema\n`);
  process.exitCode = 1;
}
