// `npm run upgrade-dump -- 0.2`: a small installation of this version, kept for ever as plain SQL in
// packages/server/test/upgrade/, so that every later version is tested to upgrade from it. Starts a server on an empty
// embedded database, leads made-up orders into many states over HTTP, and writes down what the API says about them.
// `--from DIR` takes the server of another checkout, for a version that was released without its dump.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createRequire } from 'node:module';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { prepare, root } from './prepare.mjs';
import { driveOrders } from './upgrade-orders.mjs';

// The server's own, as the benchmarks take them.
const [pg, copy] = ['pg', 'pg-copy-streams'].map(
  createRequire(new URL('../packages/server/package.json', import.meta.url)),
);

const [version, option, other] = process.argv.slice(2);
if (!/^\d+\.\d+$/.test(version ?? '') || (option !== undefined && option !== '--from')) {
  process.stderr.write('usage: npm run upgrade-dump -- VERSION [--from CHECKOUT], such as 0.2\n');
  process.exit(2);
}
prepare();
const { storedSequences, storedTables } = await import(
  pathToFileURL(join(root, 'packages/server/dist/backup/stored-tables.js')).href
);

const checkout = resolve(other ?? root);
const program = join(checkout, 'packages/server/bin/docket.mjs');
const directory = mkdtempSync(join(tmpdir(), 'docket-upgrade-dump-'));
const settings = {
  PATH: process.env.PATH,
  PORT: '0',
  DOCKET_DATA: directory,
  DOCKET_DEMO: '0',
  DOCKET_SECRET: 'the secret of kept dumps',
  DOCKET_APP_KEY: 'kept-dump',
  DOCKET_APP_TOKEN: 'kept-dump-token',
};

const server = spawn(process.execPath, [program, 'serve'], { env: settings, stdio: ['ignore', 'pipe', 'inherit'] });
try {
  const url = await ready(server);
  const orders = await driveOrders(`${url}/api/v1/admin`, Buffer.from('kept-dump:kept-dump-token').toString('base64'));
  docket('forget', '--customer', 'C-GONE', '--reason', 'request 1');
  docket('verify');
  const told = await Promise.all(orders.map((id) => orders.told(id)));
  const sql = await dump();
  const target = join(root, 'packages/server/test/upgrade', version);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'installation.sql'), sql);
  writeFileSync(join(target, 'orders.json'), `${JSON.stringify(told, null, 2)}\n`);
  process.stdout.write(`${target}: ${told.length} orders, ${Math.round(sql.length / 1024)} KB\n`);
} finally {
  server.kill('SIGTERM');
  await new Promise((ended) => server.once('close', ended));
  rmSync(directory, { recursive: true, force: true });
}

function ready(child) {
  return new Promise((found, failed) => {
    child.stdout.on('data', (line) => {
      const [, url] = /docket ready (http:\S+)/.exec(line.toString()) ?? [];
      if (url !== undefined) found(url);
    });
    child.once('close', () => failed(new Error('the server did not start')));
  });
}

function docket(...words) {
  const { status } = spawnSync(process.execPath, [program, ...words], {
    env: settings,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`docket ${words.join(' ')} failed`);
}

/** The migrations as they ran, then the rows: what `psql -f` would take, without needing pg_dump. */
async function dump() {
  const home = readFileSync(join(directory, 'postgres/postmaster.pid'), 'utf8').split('\n');
  const client = new pg.Client({ host: home[4], port: Number(home[3]), user: 'docket', database: 'docket' });
  await client.connect();
  await client.query('begin isolation level repeatable read read only');
  const parts = [
    `-- A small installation as Docket ${version} left it. Made by npm run upgrade-dump; never edited.\n`,
    `-- secret: ${settings.DOCKET_SECRET}\n`,
    '\ncreate table schema_migrations (\n  number int primary key, name text not null, sha256 text not null, at timestamptz not null default now());\n',
  ];
  const { rows } = await client.query('select name from schema_migrations order by number');
  for (const { name } of rows) {
    const migration = readFileSync(join(checkout, 'packages/server/migrations', `${name}.sql`), 'utf8');
    parts.push(`\n-- migration ${name}\n${migration}`);
  }
  for (const { name, columns } of await storedTables(client)) {
    const named = columns.join(', ');
    const data = await text(client.query(copy.to(`copy (select ${named} from ${name}) to stdout`)));
    if (data !== '') parts.push(`\ncopy ${name} (${named}) from stdin;\n${data}\\.\n`);
  }
  parts.push('\n');
  for (const { name, last } of await storedSequences(client)) {
    if (last !== null) parts.push(`select setval('${name}', ${last});\n`);
  }
  await client.end();
  return parts.join('');
}
