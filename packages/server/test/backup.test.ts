import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { backupToFile } from '../src/backup/backup-to-file.js';
import { restoreFromFile } from '../src/backup/restore-from-file.js';
import { finishRestore } from '../src/backup/unfinished-restore.js';
import { composeWritePath } from '../src/compose-write-path.js';
import { saveCustomers } from '../src/customers/customers.js';
import { saveProducts } from '../src/catalogue/products.js';
import { createFollowerPool } from '../src/database/follower.js';
import { type ForgettingDependencies, forgetSubject } from '../src/forgetting/forget-subject.js';
import { createPersonalKeys } from '../src/personal-data/keys.js';
import { openSecret } from '../src/secret.js';
import { StartError } from '../src/start-error.js';
import { setStock } from '../src/stock/stock.js';
import { verifyAll } from '../src/verify/verify-all.js';
import { createTestDatabase, type TestDatabase } from './setup/database.js';
import { docket } from './setup/docket-process.js';
import { acceptedOrder, asked, openWritePath, placement, type WritePath } from './write-path.js';

// A restore makes every table anew: a second, and more where other tests run beside it.
vi.setConfig({ testTimeout: 120_000 });

const secret = 'a secret of sufficient length';
let path: WritePath;
let directory: string;
let whole: string;
const targets: TestDatabase[] = [];
/** An order of somebody who is forgotten after the backup. */
let orderId: string;

/** The command itself: slow, so only where its words are the matter. */
const command = (database: TestDatabase, ...words: string[]) =>
  docket(words, { DATABASE_URL: database.url, DOCKET_SECRET: secret }).ended;

const at = '2026-03-02T12:00:00.000Z';

async function withLogin<T>({ owner }: TestDatabase, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await owner.connect();
  try {
    return await work(client);
  } finally {
    client.release(true);
  }
}

const backup = (database: TestDatabase, file: string) =>
  withLogin(database, (client) =>
    backupToFile({ client, followerRole: database.roles.follower, secret, version: '0.0.0', at }, file),
  );

/** As `docket restore` does it; answers how many people were forgotten again. */
async function restore(
  database: TestDatabase,
  file: string,
  options: { replace?: string; forgottenFile?: string; secret?: string } = {},
): Promise<number | null> {
  await withLogin(database, (client) => restoreFromFile({ client, secret, file, ...options }));
  return withForgetting(database, (forgetting) => finishRestore(database.owner, forgetting, at));
}

async function withForgetting<T>(
  database: TestDatabase,
  work: (forgetting: ForgettingDependencies) => Promise<T>,
): Promise<T> {
  const { log, execute, committer } = composeWritePath({ database, secret, clock: () => at });
  try {
    return await work({ log, execute });
  } finally {
    await committer.close();
  }
}

const forget = (database: TestDatabase) =>
  withForgetting(database, (forgetting) =>
    forgetSubject(forgetting, {
      account: 'acme',
      subject: 'customer:c7',
      at,
      actor: { kind: 'staff', id: 'staff:dpo' },
      reason: 'request 7',
    }),
  );

async function findings(database: TestDatabase) {
  const follower = createFollowerPool(database, { max: 1, applicationName: 'test verify' });
  try {
    const deps = { serving: database.serving, follower, keys: createPersonalKeys(secret) };
    return (await verifyAll(deps, { most: 10 })).flatMap((report) => report.findings);
  } finally {
    await follower.end();
  }
}

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase({ empty: true });
  targets.push(database);
  return database;
}

const nameOf = ({ url }: TestDatabase): string => new URL(url).pathname.slice(1);

/** Last event of each account, and how many rows each table of orders has. */
async function figures({ owner }: TestDatabase) {
  const { rows } = await owner.query<Record<string, unknown>>(
    `select h.account, h.seq, encode(e.hash, 'hex') as hash,
            (select count(*)::int from events x where x.account = h.account) as events,
            (select count(*)::int from order_list x where x.account = h.account) as listed,
            (select count(*)::int from stock_movements x where x.account = h.account) as movements
       from account_heads h left join events e on e.account = h.account and e.seq = h.seq order by h.account`,
  );
  return rows;
}

/** Tables of the database, to see that nothing is there. */
async function tablesOf({ owner }: TestDatabase): Promise<number> {
  const { rows } = await owner.query<{ tables: number }>(
    "select count(*)::int as tables from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')",
  );
  return rows[0]?.tables ?? -1;
}

/** The address of Zoe anywhere in what is stored in plain text. */
async function traces({ owner }: TestDatabase): Promise<number> {
  const { rows } = await owner.query<{ found: number }>(
    `select (select count(*) from orders where head ilike '%zoe%')::int
          + (select count(*) from order_list where tokens::text ilike '%zoe%' or buyer_email ilike '%zoe%')::int
          + (select count(*) from customers where email ilike '%zoe%')::int as found`,
  );
  return rows[0]?.found ?? -1;
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'docket-backup-'));
  whole = join(directory, 'whole.backup');
  path = await openWritePath(['acme', 'globex']);
  const { serving } = path.database;
  await saveProducts(serving, 'acme', [
    { sku: 'mug', gtin: null, name: 'Mug', priceMicros: 10_000_000, currency: 'EUR', counted: true, place: 'main' },
  ]);
  await setStock(serving, 'acme', [{ sku: 'mug', place: 'main', onHand: 100_000 }], 'counted', path.clock.now);
  const rest = { lastName: 'Quill', phone: null, document: null, company: null, locale: null };
  await saveCustomers(serving, 'acme', [{ ...rest, customerId: 'c7', email: 'zoe@example.test', firstName: 'Zoe' }]);
  const buyer = { email: 'zoe@example.test', firstName: 'Zoe', lastName: 'Quill' };
  orderId = acceptedOrder(await path.execute(asked(placement({ customerId: 'c7', buyer })))).head.orderId;
  acceptedOrder(await path.execute(asked({ type: 'approve_payment', paymentId: 'p1' }, { orderId })));
  acceptedOrder(await path.execute(asked(placement(), { account: 'globex' })));
  // Sets the mark of the secret, as the first start does.
  await openSecret(secret, { owner: path.database.owner, dataDirectory: undefined });
  await backup(path.database, whole);
});
afterAll(async () => {
  await path.close();
  for (const target of targets) await target.drop();
  rmSync(directory, { recursive: true });
}, 180_000);

describe('a backup', () => {
  it('is restored by the command: the same last hashes, the same rows, and verify finds nothing', async () => {
    const file = join(directory, 'command.backup');
    const written = await command(path.database, 'backup', file);
    expect(written.code, written.stderr).toBe(0);
    expect(written.stderr).toMatch(/^docket: \d+ rows in .* MB, .* s. DOCKET_SECRET is not in it/);
    const target = await emptyDatabase();
    const { code, stdout, stderr } = await command(target, 'restore', file, '--verify');
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(
      /^\d+ rows of \S+, written by Docket \S+\n0 people were forgotten again\nacme: 1 orders, \d+ events, clean\nglobex: 1 orders, \d+ events, clean\n$/,
    );
    expect(await figures(target)).toEqual(await figures(path.database));
  });

  it('made while orders come in is one moment, from which the restored database goes on', async () => {
    const file = join(directory, 'under-load.backup');
    let open = true;
    let placed = 0;
    const load = Promise.all(
      Array.from({ length: 4 }, async () => {
        while (open) {
          acceptedOrder(await path.execute(asked(placement())));
          placed += 1;
        }
      }),
    );
    await backup(path.database, file);
    expect(placed).toBeGreaterThan(0);
    open = false;
    await load;
    const target = await emptyDatabase();
    await restore(target, file);
    expect(await findings(target)).toEqual([]);
    const { rows } = await target.owner.query<{ behind: boolean }>(
      "select nextval('stock_movements_id_seq') <= (select max(id) from stock_movements) as behind",
    );
    expect(rows).toEqual([{ behind: false }]);
    await withForgetting(target, async ({ execute }) => acceptedOrder(await execute(asked(placement()))));
    expect(await findings(target)).toEqual([]);
  });

  it('goes to stdout, for a pipe that encrypts it', async () => {
    const { code, stdout, stderr } = await command(path.database, 'backup', '-');
    expect({ code, begin: stdout.slice(0, 16) }, stderr).toEqual({ code: 0, begin: 'docket backup 1\n' });
  });

  it('never writes over a file', async () => {
    await expect(backup(path.database, whole)).rejects.toThrow(`${whole} is there already: name another file`);
  });

  it('holds no secret', () => {
    expect(readFileSync(whole).includes(secret)).toBe(false);
  });
});

describe('a restore refuses, and leaves the database empty:', () => {
  let target: TestDatabase;
  beforeAll(async () => {
    target = await emptyDatabase();
  });
  const damaged = (change: (bytes: Buffer) => Buffer): string => {
    const file = join(directory, `damaged-${Math.random()}.backup`);
    writeFileSync(file, change(Buffer.from(readFileSync(whole))));
    return file;
  };
  const flipped = (where: (length: number) => number) => (bytes: Buffer) => {
    const at = where(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes;
  };

  it.each<[string, (bytes: Buffer) => Buffer, RegExp]>([
    ['one bit of its rows flipped', flipped(() => 40), /is damaged: the rows of \w+ are not those that were written/],
    ['one bit in the middle', flipped((length) => length >> 1), /is damaged/],
    ['one bit of its manifest', flipped((length) => length - 300), /is damaged: its manifest/],
    ['one bit of its seal', flipped((length) => length - 3), /changed after it was written|cut off/],
    ['its end', (bytes) => bytes.subarray(0, -20), /is cut off/],
    ['its second half', (bytes) => bytes.subarray(0, bytes.length >> 1), /is cut off/],
    ['all but its first line', (bytes) => bytes.subarray(0, 16), /is cut off/],
    ['everything', () => Buffer.alloc(0), /is not a backup of Docket/],
    [
      'its kind: a dump of another program',
      () => Buffer.from('-- PostgreSQL database dump\n'.repeat(50)),
      /is not a backup/,
    ],
    [
      'its format: that of a later version',
      (bytes) => Buffer.concat([Buffer.from('docket backup 9\n'), bytes]),
      /is a backup in format 9/,
    ],
  ])('a file that lost %s', async (_, change, said) => {
    const attempt = restore(target, damaged(change));
    await expect(attempt).rejects.toThrow(said);
    await expect(attempt).rejects.toBeInstanceOf(StartError);
    expect(await tablesOf(target)).toBe(0);
  });

  it('another secret', async () => {
    await expect(restore(target, whole, { secret: 'another secret of some length' })).rejects.toThrow(
      'was made under another DOCKET_SECRET: set DOCKET_SECRET to that of the installation it was made of',
    );
    expect(await tablesOf(target)).toBe(0);
  });

  it('a database that is not empty, or is not the one that --replace names', async () => {
    const full = await createTestDatabase();
    targets.push(full);
    const before = await tablesOf(full);
    await expect(restore(full, whole)).rejects.toThrow(/is not empty: --replace docket_test_\w+ deletes/);
    await expect(restore(full, whole, { replace: 'docket' })).rejects.toThrow('--replace names docket, but');
    expect(await tablesOf(full)).toBe(before);
  });

  it('a database that a server works on', async () => {
    await expect(restore(path.database, whole, { replace: nameOf(path.database) })).rejects.toThrow(
      'the database is in use (docket committer): stop every server and worker first',
    );
  });

  it('a backup that is newer than this Docket', async () => {
    const newer = await createTestDatabase();
    targets.push(newer);
    await openSecret(secret, { owner: newer.owner, dataDirectory: undefined });
    await newer.owner.query("insert into schema_migrations values (999, '999_from_the_future', 'x')");
    const file = join(directory, 'newer.backup');
    await backup(newer, file);
    await expect(restore(target, file)).rejects.toThrow(
      'the backup is newer than this Docket: it has migration 999_from_the_future',
    );
    expect(await tablesOf(target)).toBe(0);
  });

  it('rows that the database does not take, with everything that was written before them', async () => {
    const odd = await createTestDatabase();
    targets.push(odd);
    await openSecret(secret, { owner: odd.owner, dataDirectory: undefined });
    await odd.owner.query('alter table tasks add column odd int');
    const file = join(directory, 'odd.backup');
    await backup(odd, file);
    await expect(restore(target, file)).rejects.toThrow('column "odd" of relation "tasks" does not exist');
    expect(await tablesOf(target)).toBe(0);
  });

  it.each([
    ['of another program', '{"a":1}\n', /is not a list made by docket forgotten/],
    [
      'of another installation',
      '{"docket":"forgotten subjects","secretMark":"x"}\n',
      /is the list of another installation/,
    ],
    ['that is empty', '', /is empty/],
    ['that is no JSON', 'zoe\n', /line 1 cannot be read/],
  ])('a list %s is refused before anything is written', async (_, text, said) => {
    const list = join(directory, 'bad-list');
    writeFileSync(list, text);
    await expect(restore(target, whole, { forgottenFile: list })).rejects.toThrow(said);
    expect(await tablesOf(target)).toBe(0);
  });
});

describe('who was forgotten after the backup stays forgotten', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await emptyDatabase();
    await restore(database, whole);
    expect(await traces(database)).toBeGreaterThan(0);
    await forget(database);
  }, 120_000);

  it('when the database that is replaced says so', async () => {
    expect(await restore(database, whole, { replace: nameOf(database) })).toBe(1);
    expect(await traces(database)).toBe(0);
    const { rows } = await database.owner.query(
      "select wrapped_key from subject_keys where account = 'acme' and stream_id = $1",
      [orderId],
    );
    expect(rows).toEqual([{ wrapped_key: null }]);
    expect(await findings(database)).toEqual([]);
  });

  it('when a list from elsewhere says so', async () => {
    const list = join(directory, 'forgotten');
    writeFileSync(list, (await command(database, 'forgotten')).stdout);
    const target = await emptyDatabase();
    expect(await restore(target, whole, { forgottenFile: list })).toBe(1);
    expect(await traces(target)).toBe(0);
    expect(await findings(target)).toEqual([]);
  });

  it('when the restore is cut off after its rows are in: no server starts before it was finished', async () => {
    const cut = { secret, file: whole, replace: nameOf(database) };
    await withLogin(database, (client) => restoreFromFile({ client, ...cut }));
    const start = await command(database, 'serve');
    expect(start).toMatchObject({ code: 1, stdout: '' });
    expect(start.stderr).toContain('run docket restore --finish');
    const { rows } = await database.owner.query(
      "select wrapped_key from subject_keys where account = 'acme' and stream_id = $1",
      [orderId],
    );
    expect(rows).toEqual([{ wrapped_key: null }]);
    expect((await command(database, 'restore', '--finish')).stdout).toBe('one person was forgotten again\n');
    expect(await traces(database)).toBe(0);
    expect((await command(database, 'restore', '--finish')).stderr).toBe(
      'docket: no restore is open: there is nothing to finish\n',
    );
  });

  it('but who was forgotten before it, came back and ordered, keeps that order', async () => {
    await withForgetting(database, async ({ execute }) =>
      acceptedOrder(await execute(asked(placement({ customerId: 'c7', buyer: { firstName: 'Zoe' } })))),
    );
    const file = join(directory, 'came-back.backup');
    await backup(database, file);
    expect(await restore(database, file, { replace: nameOf(database) })).toBe(0);
    expect(await traces(database)).toBeGreaterThan(0);
  });
});
