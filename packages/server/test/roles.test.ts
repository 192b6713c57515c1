import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../src/database/migrate.js';
import { createPool, query, withAccounts } from '../src/database/pool.js';
import { assertBound, type Roles } from '../src/database/roles.js';
import { createTestDatabase, type TestDatabase } from './setup/database.js';

const migration = `
  create table notes (account text, id int, body text, primary key (account, id));
  alter table notes enable row level security, force row level security;
  create policy own on notes to docket_serving
    using (account = any(string_to_array(current_setting('docket.accounts'), ',')));
  grant select, insert, update, delete on notes to docket_serving;
`;

let database: TestDatabase;
let directory: string;
beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  directory = mkdtempSync(join(tmpdir(), 'docket-roles-'));
  writeFileSync(join(directory, '001_notes.sql'), migration);
  const client = await database.owner.connect();
  await migrate(client, directory);
  client.release();
  for (const account of ['north', 'south']) {
    await withAccounts(database.serving, [account], (serving) =>
      query(serving, { text: "insert into notes values ($1, 1, 'hello')" }, [account]),
    );
  }
});
afterAll(async () => {
  await database.drop();
  rmSync(directory, { recursive: true });
});

const seen = async (accounts: readonly string[], pool = database.serving): Promise<string[]> =>
  withAccounts(pool, accounts, async (client) => {
    const { rows } = await query<{ account: string }>(client, {
      name: 'notes',
      text: 'select account from notes order by account',
    });
    return rows.map((row) => row.account);
  });

describe('a pooled connection', () => {
  it('sees the rows of its accounts and no others, in a query that names no account', async () => {
    expect(await seen(['north'])).toEqual(['north']);
    expect(await seen(['south'])).toEqual(['south']);
    expect(await seen(['south', 'north'])).toEqual(['north', 'south']);
    expect(await seen(['elsewhere'])).toEqual([]);
    expect(await seen([])).toEqual([]);
  });

  it('sees nothing before any account is named', async () => {
    const fresh = createPool({ login: database.login, role: database.roles.serving, max: 1, applicationName: 'test' });
    expect((await fresh.query('select * from notes')).rows).toEqual([]);
    await fresh.end();
  });

  it('cannot write a row of another account', async () => {
    const steal = withAccounts(database.serving, ['north'], (client) =>
      client.query("insert into notes values ('south', 2, 'stolen')"),
    );
    await expect(steal).rejects.toThrow('row-level security');
  });

  it('is neither superuser nor owner, whatever login the URL names', async () => {
    const { rows } = await database.serving.query<{ role: string; owns: boolean; free: boolean }>(
      `select current_user::text as role, rolsuper or rolbypassrls as free,
              exists (select from pg_tables where tableowner = current_user) as owns
         from pg_roles where rolname = current_user`,
    );
    expect(rows).toEqual([{ role: 'docket_serving', free: false, owns: false }]);
    await expect(database.serving.query('alter table notes disable row level security')).rejects.toThrow(
      'must be owner',
    );
    await expect(database.serving.query('create table mine (n int)')).rejects.toThrow('permission denied');
    await assertBound(database.serving);
  });

  it('sends the accounts only when they differ from the last ones of that connection', async () => {
    const pool = createPool({ login: database.login, role: database.roles.serving, max: 1, applicationName: 'test' });
    const client = await pool.connect();
    const sent: string[] = [];
    const send = client.query.bind(client) as (...words: unknown[]) => unknown;
    Object.assign(client, {
      query: (...words: unknown[]) => {
        sent.push((words[0] as { name?: string }).name ?? '');
        return send(...words);
      },
    });
    client.release();
    await seen(['north'], pool);
    await seen(['north'], pool);
    await seen(['south', 'north'], pool);
    await seen(['north', 'south'], pool);
    expect(sent).toEqual(['set_accounts', 'notes', 'notes', 'set_accounts', 'notes', 'notes']);
    await pool.end();
  });

  it('is not reused when work left a transaction open', async () => {
    const pool = createPool({ login: database.login, role: database.roles.serving, max: 1, applicationName: 'test' });
    await withAccounts(pool, ['north'], (client) => client.query('begin'));
    const status = await withAccounts(pool, ['north'], (client) => Promise.resolve(client.getTransactionStatus()));
    expect(status).toBe('I');
    await pool.end();
  });

  it('refuses an account whose name would be read as two', async () => {
    await expect(seen(['north,south'])).rejects.toThrow('not an account name');
  });

  it('reads bigint as a safe integer, and fails rather than round', async () => {
    const { rows } = await database.serving.query('select 9007199254740991::int8 as n, array[1, null]::int8[] as list');
    expect(rows).toEqual([{ n: 9007199254740991, list: [1, null] }]);
    await expect(database.serving.query('select 9007199254740992::int8')).rejects.toThrow('not a safe integer');
  });
});

describe('a login without the right to make roles', () => {
  const login = `docket_limited_${process.pid}`;
  let limited: TestDatabase;
  let roles: Roles;
  let config: pg.PoolConfig;
  beforeAll(async () => {
    limited = await createTestDatabase({ empty: true });
    const name = new URL(limited.url).pathname.slice(1);
    await limited.owner.query(`create role ${login} login password 'limited'`);
    await limited.owner.query(`alter database ${name} owner to ${login}`);
    const url = new URL(limited.url);
    url.username = login;
    url.password = 'limited';
    config = { connectionString: url.href };
    const client = new pg.Client(config);
    await client.connect();
    ({ roles } = await migrate(client, directory));
    await client.query("select set_config('docket.accounts', 'north', false)");
    await client.query("insert into notes values ('north', 1, 'hello')");
    await client.end();
  });
  afterAll(async () => {
    const { owner } = limited;
    await owner.query(`reassign owned by ${login} to current_user`);
    await owner.query(`drop owned by ${login}`);
    await limited.drop();
    await database.owner.query(`drop role ${login}`);
  });

  it('is used as it is, bound by the forced policies', async () => {
    expect(roles).toEqual({ serving: undefined, follower: undefined });
    const pool = createPool({ login: config, role: roles.serving, max: 2, applicationName: 'test' });
    await assertBound(pool);
    expect(await seen(['north'], pool)).toEqual(['north']);
    expect(await seen(['south'], pool)).toEqual([]);
    await pool.end();
  });

  it('is refused when it would bypass the policies', async () => {
    await database.owner.query(`alter role ${login} bypassrls`);
    const pool = createPool({ login: config, role: undefined, max: 1, applicationName: 'test' });
    await expect(assertBound(pool)).rejects.toThrow('not bound by row-level policies');
    await database.owner.query(`alter role ${login} nobypassrls`);
    await limited.owner.query('alter table notes no force row level security');
    await expect(assertBound(pool)).rejects.toThrow('not bound by the policies of table notes');
    await limited.owner.query('alter table notes force row level security');
    await pool.end();
  });
});
