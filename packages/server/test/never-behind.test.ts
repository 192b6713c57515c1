import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { foldRollups } from '../src/read-models/rollups.js';
import { createTestDatabase, type TestDatabase } from './setup/database.js';
import { serve } from './setup/docket-process.js';

/**
 * No list lags behind a write. Two servers on one database: whatever one has acknowledged, the first read of the other
 * shows, in list, search, filter, count and sum, while orders are placed on both and the rollups are folded.
 */

const headers = {
  'x-vtex-api-appkey': 'loader',
  'x-vtex-api-apptoken': 'loader-token-0123456789',
  'content-type': 'application/json',
};
/** Of one caller. */
const ORDERS = 10;
const CENTS = 1_250;
const CALLERS = ['alfa', 'bravo', 'carla', 'delta'];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

interface Listed {
  readonly orders: readonly { readonly orderId: string; readonly status: string }[];
  readonly count: { readonly orders: number; readonly exact: boolean };
  readonly sum: { readonly currencies: readonly { readonly orders: number; readonly total: number }[] };
}

async function ask<Answer>(url: string, path: string, body?: object, method = 'POST'): Promise<Answer> {
  const sent = body === undefined ? {} : { method, body: JSON.stringify(body) };
  const response = await fetch(`${url}/api/v1/admin${path}`, { headers, ...sent });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer as Answer;
}

const order = (caller: string, n: number): object => ({
  channel: caller,
  workflow: 'complete',
  currency: 'EUR',
  buyer: { email: `${caller}-${n}@example.test`, firstName: 'Load', lastName: `unique${caller}x${n}` },
  lines: [{ sku: `SKU-${caller}-${n}`, name: 'Thing', quantity: 1, priceMicros: CENTS * 10_000 }],
  payments: [{ method: 'card', amount: CENTS }],
  total: CENTS,
  cancellationWindow: 0,
  tags: [caller],
});

/** Places on one server and reads each order at once on the other. */
async function placeAndRead(caller: string, writer: string, reader: string): Promise<void> {
  for (let n = 1; n <= ORDERS; n += 1) {
    const { orderId } = await ask<{ orderId: string }>(writer, '/orders', order(caller, n));
    const all = { orders: n, exact: true };
    const [page, words, filtered, single] = await Promise.all([
      ask<Listed>(reader, `/orders?channel=${caller}&count=true&sum=true`),
      ask<Listed>(reader, `/orders?q=unique${caller}x${n}&count=true`),
      ask<Listed>(reader, `/orders?sku=SKU-${caller}-${n}&tag=${caller}&paymentState=pending&sort=updated`),
      ask<{ orderId: string }>(reader, `/orders/${orderId}`),
    ]);
    expect(page.orders[0]?.orderId).toBe(orderId);
    // By the rollups, which are folded meanwhile.
    expect(page.count).toEqual(all);
    expect(page.sum.currencies).toEqual([{ currency: 'EUR', orders: n, total: n * CENTS }]);
    expect(words).toMatchObject({ orders: [{ orderId }], count: { orders: 1, exact: true } });
    expect(filtered.orders.map((row) => row.orderId)).toEqual([orderId]);
    expect(single.orderId).toBe(orderId);

    await ask(writer, `/orders/${orderId}/payments/1/approve`, {});
    const [approved, waiting, tagged] = await Promise.all([
      ask<Listed>(reader, `/orders?email=${caller}-${n}@example.test&paymentState=authorised`),
      ask<Listed>(reader, `/orders?channel=${caller}&status=payment-pending&count=true`),
      ask<Listed>(reader, `/orders?tag=${caller}&count=true`),
    ]);
    expect(approved.orders.map((row) => row.orderId)).toEqual([orderId]);
    expect(waiting).toMatchObject({ orders: [], count: { orders: 0, exact: true } });
    expect(tagged.count).toEqual(all);
  }
}

async function foldUntil(stopped: AbortSignal): Promise<number> {
  let folded = 0;
  while (!stopped.aborted) {
    folded += await foldRollups(database.owner, 7);
    await sleep(10);
  }
  return folded;
}

it('what one server acknowledged, the first read of another shows', { timeout: 120_000 }, async () => {
  const settings = {
    DATABASE_URL: database.url,
    DOCKET_SECRET: 'a secret of the tests',
    DOCKET_APP_KEY: 'loader',
    DOCKET_APP_TOKEN: 'loader-token-0123456789',
  };
  const one = await serve(settings);
  const other = await serve(settings);
  for (const caller of CALLERS) {
    await ask(one.url, `/channels/${caller}`, { name: caller, kind: 'shop' }, 'PUT');
  }
  const stop = new AbortController();
  const folded = foldUntil(stop.signal);
  try {
    await Promise.all(
      CALLERS.map((caller, n) =>
        n % 2 === 0 ? placeAndRead(caller, one.url, other.url) : placeAndRead(caller, other.url, one.url),
      ),
    );
  } finally {
    stop.abort();
  }
  expect(await folded).toBeGreaterThan(0);
  const { count } = await ask<Listed>(one.url, '/orders?count=true&limit=1');
  expect(count).toEqual({ orders: CALLERS.length * ORDERS, exact: true });
});
