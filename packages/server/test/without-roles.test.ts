import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { compose, type Composition } from '../src/compose.js';
import { type Database, openDatabase } from '../src/database/connect.js';
import { withAccounts } from '../src/database/pool.js';
import { databaseUrl } from './setup/database-url.js';

/** A hosted PostgreSQL whose one login owns its database and may make no roles: everything works, bound by policies. */

const name = `docket_hosted_${randomBytes(6).toString('hex')}`;
const server = inject('serverUrl');
let database: Database;
let running: Composition;

async function asSuperuser(...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

beforeAll(async () => {
  await asSuperuser(
    `create role ${name} login password 'hosted' nosuperuser nocreaterole nobypassrls`,
    `create database ${name} owner ${name} template template0 encoding 'UTF8'`,
  );
  const url = new URL(databaseUrl(server, name));
  url.username = name;
  url.password = 'hosted';
  database = await openDatabase({ databaseUrl: url.href, dataDirectory: '/nowhere' });
  running = await compose({
    settings: { demo: true, appKey: undefined, role: 'all' },
    database,
    secret: 'a secret of the tests',
    logLevel: 'silent',
  });
});

afterAll(async () => {
  await running.close();
  await database.close();
  await asSuperuser(`drop database ${name} with (force)`, `drop role ${name}`);
});

it('works as the login itself', () => {
  expect(database.roles).toEqual({ serving: undefined, follower: undefined });
});

it('lets timers fire: the cancellation window ends by itself', { timeout: 20_000 }, async () => {
  const placed = await running.execute({
    account: 'default',
    command: {
      type: 'place',
      store: 'default',
      channel: 'default',
      workflow: 'complete',
      currency: 'EUR',
      lines: [{ sku: 'ANY', name: 'Any', priceMicros: 1_000_000, quantity: 1 }],
      total: 100,
      cancellationWindow: 1,
    },
    actor: { kind: 'staff', id: 'test' },
    reason: 'test',
  });
  if (!placed.accepted) throw new Error(JSON.stringify(placed.refusal));
  const status = async (): Promise<string | undefined> =>
    withAccounts(database.serving, ['default'], async (client) => {
      const { rows } = await client.query<{ status: string }>(
        'select status from order_list where account = $1 and order_id = $2',
        ['default', placed.order.head.orderId],
      );
      return rows[0]?.status;
    });
  expect(await status()).toBe('window-to-cancel');
  await expect.poll(status, { timeout: 15_000, interval: 200 }).toBe('ready-for-handling');
});

it('shows an account nothing of another one, in any table', async () => {
  const { rows: tables } = await database.owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'account'
      where c.relkind in ('r', 'p') and n.nspname = current_schema and c.relname <> 'accounts'`,
  );
  expect(tables.length).toBeGreaterThan(10);
  for (const { name: table } of tables) {
    const seen = await withAccounts(database.serving, ['rival'], (client) =>
      client.query(`select 1 from ${table} limit 1`),
    );
    expect(seen.rows, table).toEqual([]);
  }
});
