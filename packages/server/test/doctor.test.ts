import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dataDirectory } from '../src/doctor/machine-checks.js';
import { examine } from '../src/doctor/examine.js';
import type { Verdict } from '../src/doctor/verdict.js';
import { openSecret } from '../src/secret.js';
import { createTestDatabase, type TestDatabase } from './setup/database.js';
import { docket } from './setup/docket-process.js';
import { startMailServer } from './setup/mail-server.js';

const SECRET = 'a secret of some length';
let database: TestDatabase;
let settings: Record<string, string>;
beforeAll(async () => {
  database = await createTestDatabase();
  settings = { DATABASE_URL: database.url, DOCKET_SECRET: SECRET };
  await openSecret(SECRET, { owner: database.owner, dataDirectory: undefined });
  await asOwner("select ensure_account('default', 'Default')");
});
afterAll(() => database.drop());
beforeEach(() => asOwner('delete from tasks'));

/** The test's login is a superuser: policies do not bind it. */
async function asOwner(statement: string): Promise<void> {
  const client = await database.owner.connect();
  await client.query(`set docket.accounts = 'default'; ${statement}`);
  client.release(true);
}

async function examined(
  environment: Record<string, string>,
  { nodeVersion = '22.1.0', now = Date.now } = {},
): Promise<Record<string, Verdict>> {
  const found: Record<string, Verdict> = {};
  for await (const verdict of examine({ environment, nodeVersion, now })) found[verdict.check] = verdict;
  return found;
}

const anHourAgo = "now() - interval '1 hour'";

describe('a healthy installation', () => {
  it('is told so, line by line, and ends with 0', async () => {
    const { code, stdout, stderr } = await docket(['doctor'], settings).ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const states = stdout.trim().split('\n').map((line) => /^(ok|skip) +(\w+) +\S/.exec(line)?.[2] ?? line); // prettier-ignore
    expect(states).toEqual([
      'node', 'settings', 'demo', 'links', 'smtp', 'database', 'clock', 'migrations', 'secret', 'restore', 'policies',
      'tasks', 'worker', 'counts', 'mails', 'backup',
    ]); // prettier-ignore
  });

  it('a mail server that greets is fine', async () => {
    const mail = await startMailServer();
    const { port } = mail.settings;
    const url = `smtp://127.0.0.1:${port}?tls=off`;
    const { smtp, links } = await examined({ ...settings, DOCKET_SMTP_URL: url, DOCKET_MAIL_FROM: 'shop@x.example' });
    expect(smtp?.state).toBe('ok');
    expect(links).toMatchObject({ state: 'warn', next: 'Set DOCKET_PUBLIC_URL.' });
    await mail.close();
  });

  it('is left as it was', async () => {
    const rows = async (): Promise<unknown> =>
      (await database.owner.query('select name, value from installation order by name')).rows;
    const before = await rows();
    await examined(settings);
    expect(await rows()).toEqual(before);
  });
});

describe('what fails', () => {
  it('ends the command with 1, and each verdict says what to do', async () => {
    await asOwner(`insert into tasks (account, kind, key, due, failed_at, payload)
                   values ('default', 'order_timer', 'a', ${anHourAgo}, ${anHourAgo}, '{}')`);
    const { code, stdout } = await docket(['doctor', '--json'], settings).ended;
    expect(code).toBe(1);
    const verdicts = JSON.parse(stdout) as Verdict[];
    expect(verdicts.find(({ check }) => check === 'tasks')).toMatchObject({ state: 'fail', found: '1 were given up' });
    for (const { state, next } of verdicts) if (state === 'fail' || state === 'warn') expect(next).toMatch(/\w/);
  });

  it.each([
    ['an old Node', 'node', settingsOf(), { nodeVersion: '20.18.1' }],
    ['a wrong setting', 'settings', settingsOf({ PORT: 'http' }), {}],
    ['a database that is away', 'database', settingsOf({ DATABASE_URL: 'postgres://x@127.0.0.1:1/x' }), {}],
    ['another secret', 'secret', settingsOf({ DOCKET_SECRET: 'another secret of that length' }), {}],
    ['clocks two minutes apart', 'clock', settingsOf(), { now: () => Date.now() + 120_000 }],
    [
      'a mail server that is away',
      'smtp',
      settingsOf({ DOCKET_SMTP_URL: 'smtp://127.0.0.1:1', DOCKET_MAIL_FROM: 'shop@x.example' }),
      {},
    ],
  ])('%s', async (_name, check, more, patient) => {
    const found = await examined(more(settings), patient);
    expect(Object.values(found).filter(({ state }) => state === 'fail')).toEqual([
      expect.objectContaining({ check, next: expect.stringMatching(/\w/) as string }),
    ]);
  });

  it('a database that was last used by a newer version', async () => {
    await asOwner("insert into schema_migrations (number, name, sha256) values (999, '999_later', '')");
    const { migrations, tasks } = await examined(settings);
    expect(migrations).toMatchObject({ state: 'fail', found: expect.stringContaining('999_later') as string });
    expect(tasks).toBeUndefined();
    await asOwner('delete from schema_migrations where number = 999');
  });

  it('a login that the policies do not bind', async () => {
    const name = `docket_free_${randomBytes(6).toString('hex')}`;
    await asOwner(`create role ${name} login password 'free' bypassrls; grant select on all tables in schema public to ${name}`); // prettier-ignore
    const url = new URL(database.url);
    url.username = name;
    url.password = 'free';
    const { policies } = await examined({ ...settings, DATABASE_URL: url.href });
    expect(policies).toMatchObject({ state: 'fail', found: expect.stringContaining(name) as string });
    await asOwner(`drop owned by ${name}; drop role ${name}`);
  });

  it('tasks that nobody has taken up for an hour', async () => {
    await asOwner(`insert into tasks (account, kind, key, due, payload)
                   values ('default', 'order_timer', 'a', ${anHourAgo}, '{}')`);
    expect((await examined(settings))['worker']).toMatchObject({ state: 'fail' });
  });
});

describe('what a person should look at', () => {
  it('a database that is not migrated yet', async () => {
    const empty = await createTestDatabase({ empty: true });
    const found = await examined({ ...settings, DATABASE_URL: empty.url });
    expect(found['migrations']).toMatchObject({
      state: 'warn',
      next: expect.stringContaining('docket migrate') as string,
    });
    await empty.drop();
  });

  it('the key of the demo, open to other machines', async () => {
    const { demo } = await examined({ ...settings, DOCKET_DEMO: '1', HOST: '0.0.0.0' });
    expect(demo?.state).toBe('warn');
  });

  it('mails that nobody took', async () => {
    await asOwner(`insert into mails (account, id, created_at, kind, language, recipient, state)
                   values ('default', gen_random_uuid(), ${anHourAgo}, 'invitation', 'en', 'email:x', 'failed')`);
    expect((await examined(settings))['mails']).toMatchObject({ state: 'warn' });
    await asOwner('delete from mails');
  });

  it('a secret that others on the machine can read', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'docket-doctor-'));
    writeFileSync(join(directory, 'secret'), 'x', { mode: 0o644 });
    chmodSync(join(directory, 'secret'), 0o644);
    expect((await dataDirectory(directory)).map(({ check, state }) => [check, state])[0]).toEqual(['data', 'warn']);
    rmSync(directory, { recursive: true });
  });
});

/** Settings are known when the tests run, and not when they are listed. */
function settingsOf(more: Record<string, string> = {}) {
  return (known: Record<string, string>): Record<string, string> => ({ ...known, ...more });
}
