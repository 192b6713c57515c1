// The baseline's side of part (a): pgbench where it is installed, else a process with the driver's named statements. Both
// run the same two scripts of this directory.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { startWorker } from '../load.mjs';
import { baselineDocument, skuCount, skuOf } from '../order-body.mjs';
import { cpuMicros, measurable } from '../processes.mjs';
import { spread } from '../statistics.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const database = 'bench_baseline';

/** @typedef {'begin-commit' | 'one-statement'} Script */

/**
 * Makes the tables in a database of their own on the same server, with as many products as Docket has.
 * @param {Awaited<ReturnType<import('../cluster.mjs').openCluster>>} cluster
 * @param {string} directory for pgbench's logs
 */
export async function openBaseline(cluster, directory, { pgbench: wanted }) {
  const pgbench = wanted ? findPgbench() : undefined;
  const pool = await cluster.createDatabase(database);
  await pool.query(readFileSync(here('schema.sql'), 'utf8'));
  const skus = Array.from({ length: skuCount }, (_, index) => skuOf(index + 1));
  await pool.query('insert into stock select sku, 1000000000 from unnest($1::text[]) sku', [skus]);
  const document = baselineDocument();
  const worker = pgbench === undefined ? startWorker('./driver-client.mjs') : undefined;
  return {
    pool,
    driver: pgbench === undefined ? 'the named statements of the driver (no pgbench)' : versionOf(pgbench),
    documentBytes: Buffer.byteLength(document),
    /**
     * @param {{ script: Script, clients: number, seconds: number }} round
     * @returns {Promise<import('../load.mjs').LoadResult>}
     */
    run: ({ script, clients, seconds }) => {
      const login = { ...cluster.connection, database };
      return pgbench !== undefined
        ? runPgbench(pgbench, { login, script, clients, seconds, document, logs: join(directory, 'pgbench') })
        : worker.ask({ login, script: here(`${script}.sql`), clients, seconds, document });
    },
    stop: () => worker?.stop(),
  };
}

/** On the path, or in one of Debian's version directories, newest first. */
function findPgbench() {
  const onPath = (process.env.PATH ?? '').split(':').map((directory) => join(directory, 'pgbench'));
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const candidates = [...versions.map((version) => join(debian, version, 'bin/pgbench')), ...onPath];
  return candidates.find((path) => spawnSync(path, ['--version']).status === 0);
}

const versionOf = (pgbench) => spawnSync(pgbench, ['--version'], { encoding: 'utf8' }).stdout.trim();

async function runPgbench(pgbench, { login, script, clients, seconds, document, logs }) {
  mkdirSync(logs, { recursive: true });
  const words = ['-n', '-M', 'prepared', '-f', here(`${script}.sql`), '-D', `document=${document}`];
  words.push('-c', String(clients), '-j', String(Math.min(2, clients)), '-T', String(Math.max(1, Math.round(seconds))));
  words.push('-l', `--log-prefix=${join(logs, 'log')}`, '-h', login.host, '-p', String(login.port), '-U', login.user);
  const cpuBefore = reapedMicros();
  const child = spawn(pgbench, [...words, login.database], {
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const orders = Number(/transactions actually processed: (\d+)/.exec(said)?.[1]);
  const perSecond = Number(/tps = ([\d.]+)/.exec(said)?.[1]);
  const failed = Number(/failed transactions: (\d+)/.exec(said)?.[1] ?? 0);
  if (code !== 0 || failed > 0 || !(orders > 0)) throw new Error(`pgbench ended with ${code}: ${said}`);
  const millis = readdirSync(logs).flatMap((name) =>
    readFileSync(join(logs, name), 'latin1')
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [Number(line.split(' ', 3)[2]) / 1000])),
  );
  rmSync(logs, { recursive: true });
  return {
    seconds: orders / perSecond,
    orders,
    outcomes: { ok: orders },
    latency: spread(Float64Array.from(millis)),
    clientMicros: reapedMicros() - cpuBefore,
  };
}

/** CPU time of this process's children that have ended: pgbench is the only one that ends during its round. */
const reapedMicros = () =>
  measurable ? cpuMicros(process.pid, { reaped: true }) - cpuMicros(process.pid) : Number.NaN;
