import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { docket, postmaster, serve } from './setup/docket-process.js';

/**
 * The server and its database are killed in the middle of a load, without any warning. After the next start every order
 * that was acknowledged is there, every key answers with its own order, nothing is half there.
 */

const dataDirectory = mkdtempSync(join(tmpdir(), 'docket-crash-'));
const settings = {
  DOCKET_DATA: dataDirectory,
  DOCKET_APP_KEY: 'loader',
  DOCKET_APP_TOKEN: 'loader-token-0123456789',
};
const headers = {
  'x-vtex-api-appkey': 'loader',
  'x-vtex-api-apptoken': 'loader-token-0123456789',
  'content-type': 'application/json',
};

afterAll(() => {
  const left = postmaster(dataDirectory);
  if (left !== undefined) process.kill(left.pid, 'SIGKILL');
  rmSync(dataDirectory, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

const post = (url: string, path: string, body: unknown, key?: string): Promise<Response> =>
  fetch(`${url}/api/v1/admin${path}`, {
    method: 'POST',
    headers: { ...headers, ...(key === undefined ? {} : { 'idempotency-key': key }) },
    body: JSON.stringify(body),
  });

const order = (n: number): unknown => ({
  store: 'default',
  channel: 'default',
  workflow: 'complete',
  currency: 'EUR',
  buyer: { email: `buyer${n % 7}@example.test`, firstName: 'Load', lastName: `Number ${n}` },
  lines: [
    { sku: 'MUG', quantity: 1 },
    { sku: 'PEN', quantity: 2 },
  ],
  payments: [{ method: 'card', amount: 2000 }],
  total: 2000,
  cancellationWindow: 0,
});

interface Acknowledged {
  readonly key: string;
  readonly orderId: string;
  approved: boolean;
}

/** Places orders from 8 callers until the server is gone; whatever was answered with yes is written down. */
async function load(url: string, first: number, acknowledged: Acknowledged[], until: () => boolean): Promise<void> {
  let next = first;
  const caller = async (): Promise<void> => {
    while (!until()) {
      const n = (next += 1);
      try {
        const placed = await post(url, '/orders', order(n), `order-${n}`);
        if (placed.status !== 201) continue;
        const { orderId } = (await placed.json()) as { orderId: string };
        const entry: Acknowledged = { key: `order-${n}`, orderId, approved: false };
        acknowledged.push(entry);
        const approved = await post(url, `/orders/${orderId}/payments/1/approve`, {});
        entry.approved = approved.status === 200;
      } catch {
        // the connection broke: nobody knows what became of it
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, caller));
}

async function settled(pid: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await sleep(50);
  }
}

describe('after kill -9 in the middle of a load', () => {
  it(
    'every acknowledged order is there, nothing is half there, and verify is clean',
    { timeout: 120_000 },
    async () => {
      const acknowledged: Acknowledged[] = [];
      let running = await serve(settings);
      await post(running.url, '/products', {
        items: ['MUG', 'PEN'].map((sku) => ({
          sku,
          name: sku,
          priceMicros: sku === 'MUG' ? 10_000_000 : 5_000_000,
          currency: 'EUR',
          counted: true,
        })),
      }).then((answer) => {
        expect(answer.status).toBeLessThan(300);
      });
      const stocked = await post(running.url, '/stock', {
        items: ['MUG', 'PEN'].map((sku) => ({ sku, place: 'main', onHand: 1_000_000 })),
      });
      expect(stocked.status).toBeLessThan(300);

      // the server alone, the database alone, both at once
      const victims = ['server', 'database', 'both'] as const;
      for (const [round, victim] of victims.entries()) {
        let over = false;
        const before = acknowledged.length;
        const loading = load(running.url, round * 1_000_000, acknowledged, () => over);
        while (acknowledged.length < before + 60) await sleep(20);
        await sleep(Math.random() * 200);
        const database = postmaster(dataDirectory);
        if (victim !== 'database') running.child.kill('SIGKILL');
        if (victim !== 'server' && database !== undefined) process.kill(database.pid, 'SIGKILL');
        await sleep(100);
        over = true;
        await loading;
        if (victim === 'database') running.child.kill('SIGKILL');
        await running.ended;
        if (victim !== 'server' && database !== undefined) await settled(database.pid);
        running = await serve(settings);

        for (const { orderId, approved } of acknowledged.slice(before)) {
          const answer = await fetch(`${running.url}/api/v1/admin/orders/${orderId}`, { headers });
          expect(answer.status, orderId).toBe(200);
          const found = (await answer.json()) as { status: string; totals: { total: number } };
          expect(found.totals.total).toBe(2000);
          if (approved) expect(found.status).toBe('ready-for-handling');
        }
      }

      // a caller that lost its answer asks again with its key, and gets its own order
      for (const { key, orderId } of acknowledged.filter((_, index) => index % 10 === 0)) {
        const again = await post(running.url, '/orders', order(Number(key.slice(6))), key);
        expect(again.headers.get('idempotency-replayed')).toBe('true');
        expect(((await again.json()) as { orderId: string }).orderId).toBe(orderId);
      }

      const report = await docket(['verify'], { ...settings, DOCKET_DEMO: '0' }).ended;
      expect(report.stdout).toMatch(/default: \d+ orders, \d+ events, clean/);
      expect(report.code).toBe(0);
      running.child.kill('SIGTERM');
      expect((await running.ended).code).toBe(0);
    },
  );
});
