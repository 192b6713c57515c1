import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../setup/database.js';

const program = fileURLToPath(new URL('../../../../bench/erp-loop.mjs', import.meta.url));

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it(
  'two connectors invoice every order once and leave the feed empty, whoever is killed over it',
  { timeout: 300_000 },
  async () => {
    const args = [
      '--orders',
      '60',
      '--crashes',
      '2',
      '--rate',
      '15',
      '--servers',
      '1',
      '--hurry',
      '--database',
      database.url,
    ];
    const { stdout } = await promisify(execFile)(process.execPath, [program, ...args]);
    expect(JSON.parse(stdout)).toMatchObject({
      orders: 60,
      invoicedOnce: 60,
      faults: [],
      entered: 60,
      open: 0,
      kills: { servers: 2, connectors: 6 },
    });
    const { rows } = await database.owner.query<{ invoices: number; orders: number }>(
      `select count(*)::int as invoices, count(distinct stream_id)::int as orders from events where type = 'invoice_issued'`,
    );
    expect(rows).toEqual([{ invoices: 60, orders: 60 }]);
  },
);
