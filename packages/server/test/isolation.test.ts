import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asked, openWritePath, placement, rowsOf, type WritePath } from './write-path.js';

/** Tables that belong to no account. */
const GLOBAL = ['schema_migrations', 'installation'];
/** Tables of people, who may work for several accounts: the session names the person, or what somebody presents. */
const OF_PEOPLE = ['users', 'user_sessions', 'password_resets', 'login_attempts'];

let path: WritePath;

beforeAll(async () => {
  path = await openWritePath(['acme', 'globex']);
  for (const account of ['acme', 'globex']) {
    await path.execute(asked(placement(), { account, idempotency: { credential: 'c', key: 'k', content: 'aa' } }));
  }
});
afterAll(() => path.close());

const tables = async () => {
  const { rows } = await path.database.owner.query<{
    name: string;
    forced: boolean;
    key: string[] | null;
    partition: boolean;
  }>(
    `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced, c.relispartition as partition,
            (select array_agg(a.attname::text order by k.position)
               from pg_index i cross join unnest(i.indkey) with ordinality as k (attribute, position)
               join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attribute
              where i.indrelid = c.oid and i.indisprimary) as key
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  return rows.filter(({ name }) => !GLOBAL.includes(name) && !OF_PEOPLE.includes(name));
};

describe('every table', () => {
  it('has the account first in its primary key, and forced row-level security', async () => {
    const found = await tables();
    expect(found.length).toBeGreaterThan(15);
    expect(found.filter(({ key }) => key?.[0] !== 'account').map(({ name }) => name)).toEqual([]);
    expect(found.filter(({ forced }) => !forced).map(({ name }) => name)).toEqual([]);
  });

  it('keeps no figure in a float: list and order cannot disagree by a fraction (pain 2.35)', async () => {
    const { rows } = await path.database.owner.query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns
        where table_schema = 'public' and data_type in ('real', 'double precision', 'money')`,
    );
    expect(rows).toEqual([]);
  });

  it('shows the serving role nothing of other accounts, whatever the query forgets', async () => {
    for (const { name, partition } of await tables()) {
      if (partition) continue;
      const seen = await rowsOf<{ account: string }>(path, `select distinct account from ${name}`, [], ['acme']);
      expect(
        seen.filter(({ account }) => account !== 'acme'),
        name,
      ).toEqual([]);
      expect(await rowsOf(path, `select account from ${name} limit 1`, [], []), name).toEqual([]);
    }
    expect(await rowsOf(path, 'select distinct account from events', [], ['globex'])).toEqual([{ account: 'globex' }]);
  });

  it('takes no row of another account from the serving role', async () => {
    const insert = "insert into tasks (account, kind, key, due, payload) values ('globex', 'k', 'k', now(), '{}')";
    await expect(rowsOf(path, insert, [], ['acme'])).rejects.toThrow('row-level security');
  });
});

describe('tables of people', () => {
  const seenBy = async (settings: Readonly<Record<string, string>>): Promise<Record<string, unknown[]>> => {
    const client = await path.database.serving.connect();
    try {
      await client.query("begin; select set_config('docket.accounts', '', true)");
      for (const [name, value] of Object.entries(settings)) {
        await client.query('select set_config($1, $2, true)', [name, value]);
      }
      const seen: Record<string, unknown[]> = {};
      for (const table of [...OF_PEOPLE, 'memberships', 'user_invitations']) {
        const { rows } = await client.query<{ row: unknown }>(`select to_jsonb(t) as row from ${table} t`);
        if (rows.length > 0) seen[table] = rows.map(({ row }) => row);
      }
      return seen;
    } finally {
      await client.query('rollback');
      client.release();
    }
  };

  beforeAll(async () => {
    const hash = (text: string): string => `sha256('${text}')`;
    await path.database.owner.query(`
      insert into users (user_id, email, created_at) values ('ana', 'ana@x.test', now()), ('bo', 'bo@x.test', now());
      insert into memberships (account, user_id, roles, invited_by, created_at)
        values ('acme', 'ana', '{}', 'cli', now()), ('globex', 'ana', '{}', 'cli', now()), ('globex', 'bo', '{}', 'cli', now());
      insert into user_invitations values ('globex', 'bo', ${hash('invited')}, now(), now());
      insert into user_sessions (session_id, token_sha256, user_id, created_at, seen_at, expires_at)
        values ('s1', ${hash('token')}, 'ana', now(), now(), now()), ('s2', ${hash('other')}, 'bo', now(), now(), now());
      insert into password_resets values (${hash('code')}, 'bo', now(), now());
      insert into login_attempts values (${hash('bo')}, 1, now())`);
  });

  it('have forced row-level security, and show nothing where nothing is presented', async () => {
    const { rows } = await path.database.owner.query<{ name: string }>(
      `select relname as name from pg_class where relname = any ($1) and relrowsecurity and relforcerowsecurity`,
      [OF_PEOPLE],
    );
    expect(rows).toHaveLength(OF_PEOPLE.length);
    expect(await seenBy({})).toEqual({});
    expect(await seenBy({ 'docket.user': '', 'docket.user_email': '', 'docket.presented': '' })).toEqual({});
  });

  it.each([
    ['a person', { 'docket.user': 'ana' }, { users: 1, user_sessions: 1, memberships: 2 }],
    ['a mail address', { 'docket.user_email': 'bo@x.test' }, { users: 1 }],
    ['a token', { 'docket.presented': 'token' }, { user_sessions: 1 }],
    ['a code of an invitation', { 'docket.presented': 'invited' }, { user_invitations: 1 }],
    ['a code to set a password', { 'docket.presented': 'code' }, { password_resets: 1 }],
    ['an account', { 'docket.accounts': 'acme' }, { users: 1, memberships: 1 }],
  ])('show what belongs to %s, and no more', async (_who, settings, counts) => {
    const { 'docket.presented': presented, ...rest } = settings as Record<string, string>;
    const hashed =
      presented === undefined ? {} : { 'docket.presented': createHash('sha256').update(presented).digest('hex') };
    const seen = await seenBy({ ...rest, ...hashed });
    expect(Object.fromEntries(Object.entries(seen).map(([table, rows]) => [table, rows.length]))).toEqual(counts);
  });

  it('let nobody change a person whom the session does not name', async () => {
    const update = "update users set password_hash = 'x'";
    const client = await path.database.serving.connect();
    await client.query("begin; select set_config('docket.accounts', 'globex', true)");
    expect((await client.query(update)).rowCount).toBe(0);
    await client.query("select set_config('docket.user', 'bo', true)");
    expect((await client.query(update)).rowCount).toBe(1);
    await client.query('rollback');
    client.release();
  });
});

describe('the log', () => {
  it('cannot be rewritten by the serving role', async () => {
    await expect(rowsOf(path, "update events set data = '{}'")).rejects.toThrow('permission denied');
    await expect(rowsOf(path, 'delete from events')).rejects.toThrow('permission denied');
  });
});
