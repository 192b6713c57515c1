import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, ORDER, type TestApi } from './setup/api.js';
import { docket } from './setup/docket-process.js';

/** `docket orders` as a person types it, against a server that runs. */

let api: TestApi;
let url: string;
const directory = mkdtempSync(join(tmpdir(), 'docket-orders-'));

beforeAll(async () => {
  api = await createTestApi();
  await api.api.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(api.api.server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  rmSync(directory, { recursive: true });
  await api.end();
});

const orders = async (words: readonly string[], settings: Record<string, string> = {}) =>
  await docket(['orders', ...words], { DOCKET_URL: url, ...settings }).ended;

describe('docket orders', () => {
  it('places, changes, shows, lists and exports an order', { timeout: 120_000 }, async () => {
    const file = join(directory, 'order.json');
    writeFileSync(file, JSON.stringify(ORDER));
    const placed = await orders(['place', file, '--idempotency-key', 'cli-1', '--json']);
    expect(placed).toMatchObject({ code: 0, stderr: '' });
    const { orderId } = JSON.parse(placed.stdout) as { orderId: string };
    const again = await orders(['place', file, '--idempotency-key', 'cli-1', '--json']);
    expect((JSON.parse(again.stdout) as { orderId: string }).orderId).toBe(orderId);

    const approved = await orders([
      'do',
      orderId,
      'approve_payment',
      '{"paymentId":"1"}',
      '--reason',
      'seen in the till',
    ]);
    expect(approved.stdout).toContain('ready-for-handling');
    expect((await orders(['show', orderId])).stdout).toContain('27.80 EUR');
    expect((await orders(['list', '--status', 'ready-for-handling'])).stdout).toContain(orderId);
    expect((await orders(['history', orderId])).stdout).toContain('seen in the till');
    expect((await orders(['log', orderId])).stdout).toContain('prev');
  });

  it('says in one line what was wrong, and ends with 1', { timeout: 120_000 }, async () => {
    const refused = await orders(['show', 'nowhere']);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^docket: order_not_found: .*\n$/);
    expect((await orders(['do', 'x', 'start_handling', '{'])).stderr).toBe('docket: this is not one JSON object\n');
    expect((await orders(['do', 'x', 'no_such_command'])).stderr).toMatch(
      /^docket: there is no command no_such_command/,
    );
    expect((await orders(['list'], { DOCKET_URL: 'http://127.0.0.1:1' })).stderr).toMatch(/^docket: no server answers/);
    expect((await orders(['list'], { DOCKET_APP_KEY: 'x', DOCKET_APP_TOKEN: 'y' })).stderr).toMatch(
      /^docket: credentials_invalid/,
    );
  });
});
