import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asked, openWritePath, placement, rowsOf, type WritePath } from './write-path.js';

/** Tables that belong to no account. */
const GLOBAL = ['schema_migrations', 'installation'];

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
  return rows.filter(({ name }) => !GLOBAL.includes(name));
};

describe('every table', () => {
  it('has the account first in its primary key, and forced row-level security', async () => {
    const found = await tables();
    expect(found.length).toBeGreaterThan(15);
    expect(found.filter(({ key }) => key?.[0] !== 'account').map(({ name }) => name)).toEqual([]);
    expect(found.filter(({ forced }) => !forced).map(({ name }) => name)).toEqual([]);
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

describe('the log', () => {
  it('cannot be rewritten by the serving role', async () => {
    await expect(rowsOf(path, "update events set data = '{}'")).rejects.toThrow('permission denied');
    await expect(rowsOf(path, 'delete from events')).rejects.toThrow('permission denied');
  });
});
