import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { createTestDatabase, type TestDatabase } from './setup/database.js';

/**
 * The loop of an ERP (vtex-oms §5.7): two connectors of its own kind on one feed, an `api` and a `worker` behind them, each
 * of the four killed again and again at moments that follow from the seed. The program is that of `npm run bench -- --only i`,
 * which does the same with 2,000 orders.
 */

const ORDERS = 60;
/** Of a server; the connectors are killed three times as often. */
const CRASHES = 2;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function loop(seed: number): Promise<{ code: number | null; said: string; told: string }> {
  const program = fileURLToPath(new URL('../../../bench/erp-loop.mjs', import.meta.url));
  const options = {
    database: database.url, roles: 'api,worker', orders: ORDERS, crashes: CRASHES, seed, rate: 20, patience: 60,
  }; // prettier-ignore
  const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(process.execPath, [program, ...words, '--hurry'], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill());
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const [said, told, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, said, told };
}

it('every order is invoiced once and the feed is empty, whoever is killed meanwhile', async () => {
  const seed = randomInt(2 ** 31);
  const { code, said, told } = await loop(seed);
  const failed = `--seed ${seed} --roles api,worker: ${said}${told}`;
  expect(code, failed).toBe(0);
  expect(JSON.parse(said), failed).toMatchObject({
    orders: ORDERS,
    invoicedOnce: ORDERS,
    faults: [],
    entered: ORDERS,
    open: 0,
    kills: { servers: CRASHES, connectors: CRASHES * 3 },
  });
  const { rows } = await database.owner.query<{ orders: number; most: number }>(
    `select count(*)::int as orders, max(invoices)::int as most
       from (select stream_id, count(*) as invoices from events where type = 'invoice_issued' group by stream_id) as i`,
  );
  expect(rows, failed).toEqual([{ orders: ORDERS, most: 1 }]);
});
