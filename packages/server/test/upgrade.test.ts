import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { from as copyFrom } from 'pg-copy-streams';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BUILT_IN_ROLES } from '../src/access/built-in-roles.js';
import { backupToFile } from '../src/backup/backup-to-file.js';
import { restoreFromFile } from '../src/backup/restore-from-file.js';
import { compose, type Composition } from '../src/compose.js';
import { type Database, openDatabase } from '../src/database/connect.js';
import { createFollowerPool } from '../src/database/follower.js';
import { createPersonalKeys } from '../src/personal-data/keys.js';
import { createTaskDrain } from '../src/followers/drain-tasks.js';
import { openEventLog } from '../src/event-log/read-events.js';
import { listDocumentsHandler } from '../src/read-models/list-documents.js';
import { LIST_DOCUMENTS } from '../src/read-models/mend-documents.js';
import { openSecret } from '../src/secret.js';
import { verifyAll } from '../src/verify/verify-all.js';
import { createTestDatabase, type TestDatabase } from './setup/database.js';

vi.setConfig({ testTimeout: 120_000 });

/** One directory for each version that was released: `npm run upgrade-dump` adds the next. */
const kept = fileURLToPath(new URL('upgrade', import.meta.url));
const migrations = readdirSync(fileURLToPath(new URL('../migrations', import.meta.url)));

interface KeptOrder {
  readonly orderId: string;
  readonly version: number;
  readonly hash: string;
  readonly status: string;
  readonly deletedAt: string | null;
  readonly forgotten: boolean;
}

const basic = `Basic ${Buffer.from('kept-dump:kept-dump-token').toString('base64')}`;

describe.each(readdirSync(kept))('an installation of version %s', (version) => {
  const sql = readFileSync(join(kept, version, 'installation.sql'), 'utf8');
  const told = JSON.parse(readFileSync(join(kept, version, 'orders.json'), 'utf8')) as readonly KeptOrder[];
  const secret = /^-- secret: (.*)$/m.exec(sql)?.[1] ?? '';
  let place: TestDatabase;
  let database: Database;
  let running: Composition;

  beforeAll(async () => {
    place = await createTestDatabase({ empty: true });
    await load(place, sql);
    database = await openDatabase({ databaseUrl: place.url, dataDirectory: '' });
    const settings = { demo: false, appKey: undefined, role: 'api' } as const;
    running = await compose({ settings, database, secret: await openSecret(secret, database), logLevel: 'silent' });
    await running.api.ready();
  });
  afterAll(async () => {
    await running.close();
    await database.close();
    await place.drop();
  });

  const ask = async <Answer = Record<string, unknown>>(method: 'GET' | 'POST', path: string, body?: object) => {
    const response = await running.api.inject({
      method,
      url: `/api/v1/admin${path}`,
      headers: { authorization: basic },
      ...(body === undefined ? {} : { payload: body }),
    });
    expect(response.statusCode, `${method} ${path}: ${response.body}`).toBeLessThan(300);
    return response.json<Answer>();
  };

  async function findings() {
    const { serving } = database;
    const follower = createFollowerPool(database, { max: 1, applicationName: 'test verify' });
    try {
      const reports = await verifyAll({ serving, follower, keys: createPersonalKeys(secret) }, { most: 20 });
      expect(reports.length).toBeGreaterThan(0);
      return reports.flatMap((report) => report.findings);
    } finally {
      await follower.end();
    }
  }

  it('is brought to the present schema, and is clean', async () => {
    const { rows } = await place.owner.query<{ kept: number }>('select count(*)::int as kept from schema_migrations');
    expect(rows[0]?.kept).toBe(migrations.length);
    expect(await findings()).toEqual([]);
  });

  it('gives roles that are still as they began what the present version begins with', async () => {
    const { items } = await ask<{ items: { role: string; permissions: string[] }[] }>('GET', '/roles');
    for (const [role, permissions] of Object.entries(BUILT_IN_ROLES)) {
      const held = items.find((one) => one.role === role)?.permissions ?? [];
      expect([...held].sort(), role).toEqual([...permissions].sort());
    }
  });

  it.each(told)('says of order $orderId ($status) what it said then', async ({ hash, ...order }) => {
    expect(await ask('GET', `/orders/${order.orderId}`)).toMatchObject(order);
    const { events } = await ask<{ events: { hash: string }[] }>('GET', `/orders/${order.orderId}/events?limit=100`);
    expect(events.at(-1)?.hash).toBe(hash);
  });

  it('lists the documents of its orders, which is a task of the worker', async () => {
    const log = openEventLog(database.serving, createPersonalKeys(secret));
    const now = '2026-03-02T12:00:00.000Z';
    const drain = createTaskDrain({
      pool: createFollowerPool(database, { max: 1, applicationName: 'test tasks' }),
      handlers: { [LIST_DOCUMENTS]: listDocumentsHandler(log, () => now) },
      kinds: { only: [LIST_DOCUMENTS] },
      clock: () => '2199-01-01T00:00:00.000Z',
      worker: 'test',
      onError: (error) => {
        throw error;
      },
    });
    expect(await drain.drain(10)).toBeGreaterThan(0);
    const { items } = await ask<{ items: { orderId: string }[] }>('GET', '/documents?kind=payment&limit=200');
    expect(items.length).toBeGreaterThan(0);
    // Now that no list is on its way, each of them is compared with its order.
    expect(await findings()).toEqual([]);
  });

  it('lists them all', async () => {
    const { orders } = await ask<{ orders: { orderId: string }[] }>('GET', '/orders?limit=100');
    const shown = told.filter(({ deletedAt, status }) => deletedAt === null && status !== 'incomplete');
    expect(orders.map(({ orderId }) => orderId)).toEqual(expect.arrayContaining(shown.map(({ orderId }) => orderId)));
  });

  it('has a backup, made before anything was migrated, that is restored as the present version', async () => {
    const [old, target] = [await createTestDatabase({ empty: true }), await createTestDatabase({ empty: true })];
    const file = join(mkdtempSync(join(tmpdir(), 'docket-upgrade-')), 'backup');
    try {
      await load(old, sql);
      const at = '2026-03-02T12:00:00.000Z';
      const [from, to] = [await old.owner.connect(), await target.owner.connect()];
      await backupToFile({ client: from, followerRole: old.roles.follower, secret, version, at }, file);
      const { applied } = await restoreFromFile({ client: to, secret, file });
      from.release(true);
      to.release(true);
      expect(applied.length).toBe(migrations.length - (sql.match(/^-- migration /gm)?.length ?? 0));
      const { rows } = await target.owner.query<{ same: boolean }>(
        'select (select count(*) from orders)::int = $1 as same',
        [told.length],
      );
      expect(rows).toEqual([{ same: true }]);
    } finally {
      rmSync(dirname(file), { recursive: true });
      await old.drop();
      await target.drop();
    }
  });

  it('goes on: each order takes a command, one in handling its invoice, and a new one is placed', async () => {
    const live = told.filter(({ deletedAt, forgotten }) => deletedAt === null && !forgotten);
    for (const { orderId } of live) await ask('POST', `/orders/${orderId}/tags`, { add: ['upgraded'] });
    const handled = live.find(({ status }) => status === 'handling');
    await ask('POST', `/orders/${handled?.orderId ?? ''}/invoices`, { number: 'U-1', value: 100, items: [] });
    await ask('POST', '/orders', {
      currency: 'EUR',
      lines: [{ sku: 'TEA-100', quantity: 1 }],
      deliveries: [{ type: 'delivery', method: 'standard' }],
      payments: [{ method: 'card', amount: 1080 }],
      total: 1080,
    });
    expect(await findings()).toEqual([]);
  });
});

/** Runs the dump as psql would: statements, and between them the rows of each `copy … from stdin`. */
async function load({ owner }: TestDatabase, sql: string): Promise<void> {
  const client = await owner.connect();
  try {
    for (const [, statements = '', copy, rows = ''] of sql.matchAll(
      /([^]*?)(?:^(copy [^\n]* from stdin);\n([^]*?)^\\\.$|$(?![^]))/gm,
    )) {
      if (statements.trim() !== '') await client.query(statements);
      if (copy !== undefined) await pipeline(Readable.from([rows]), client.query(copyFrom(copy)));
    }
  } finally {
    client.release(true);
  }
}
