import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { cpuMicros, residentBytes } from './processes.mjs';
import { centsOf, skuCount, skuOf } from './order-body.mjs';

const program = fileURLToPath(new URL('../packages/server/bin/docket.mjs', import.meta.url));
const logFile = fileURLToPath(new URL('results/docket.log', import.meta.url));
const appKey = 'bench';
const appToken = 'bench-token-0123456789';

/**
 * `docket serve` as it is shipped, in a process of its own, without demo data; its log goes to `bench/results`.
 * @param {string} dataDirectory
 * @param {Record<string, string>} [settings] others than those of every part
 */
export async function startDocket(dataDirectory, settings = {}) {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'w');
  const began = performance.now();
  // With the flag of the program's first line, which a start by `process.execPath` passes over.
  const child = spawn(process.execPath, ['--max-semi-space-size=32', program, 'serve'], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      DOCKET_DATA: dataDirectory,
      DOCKET_DEMO: '0',
      // All load comes with one key.
      DOCKET_RATE_LIMIT: '0',
      DOCKET_APP_KEY: appKey,
      DOCKET_APP_TOKEN: appToken,
      ...settings,
    },
    stdio: ['ignore', 'pipe', log],
  });
  closeSync(log);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let said = '';
  const url = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const ready = /^docket ready (http:\S+)/m.exec(said)?.[1];
      if (ready !== undefined) resolve(new URL(ready));
    });
    void ended.then((code) => reject(new Error(`docket ended with ${code}: see ${logFile}`)));
  });
  const startMillis = performance.now() - began;
  return {
    startMillis,
    /** What a load client needs to reach it. */
    target: {
      host: url.hostname,
      port: Number(url.port),
      headers: { 'x-vtex-api-appkey': appKey, 'x-vtex-api-apptoken': appToken },
    },
    micros: () => cpuMicros(child.pid),
    bytes: () => residentBytes(child.pid),
    async stop() {
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), 20_000);
      await ended;
      clearTimeout(patience);
    },
  };
}

/** The account that the key of `startDocket` opens. */
export async function benchAccount(pool) {
  const { rows } = await pool.query('select account from app_keys where key = $1', [appKey]);
  return rows[0].account;
}

const plenty = 1_000_000_000;

/** Puts the products of `order-body.mjs` on the shelf, or others of the given stock. */
export async function fillShelf(pool, account, products = allProducts()) {
  const skus = products.map(({ sku }) => sku);
  const values = [account, skus, products.map(({ cents }) => cents), products.map(({ onHand }) => onHand)];
  await pool.query(
    `insert into products (account, sku, name, price_micros, currency)
     select $1, sku, 'Product ' || sku, cents::bigint * 10000, 'EUR'
       from unnest($2::text[], $3::int[], $4::int[]) as p (sku, cents, on_hand)`,
    values,
  );
  await pool.query(
    `with shelf as (
       insert into stock (account, sku, place, on_hand)
       select $1, sku, 'main', on_hand from unnest($2::text[], $3::int[], $4::int[]) as p (sku, cents, on_hand)
       returning *
     )
     insert into stock_movements (at, quantity, on_hand_before, claimed_before, confirmed_before,
                                  on_hand_after, claimed_after, confirmed_after, account, sku, place, kind)
     select now(), on_hand, 0, 0, 0, on_hand, 0, 0, account, sku, place, 'set' from shelf`,
    values,
  );
  await pool.query('update account_heads set catalogue_version = catalogue_version + 1 where account = $1', [account]);
}

const allProducts = () =>
  Array.from({ length: skuCount }, (_, index) => ({
    sku: skuOf(index + 1),
    cents: centsOf(index + 1),
    onHand: plenty,
  }));
