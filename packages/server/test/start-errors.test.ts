import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './setup/database.js';
import { docket } from './setup/docket-process.js';

let database: TestDatabase;
let external: { DATABASE_URL: string; DOCKET_SECRET: string };
beforeAll(async () => {
  database = await createTestDatabase();
  external = { DATABASE_URL: database.url, DOCKET_SECRET: 'a secret of some length' };
});
afterAll(() => database.drop());

/** One line on stderr, exit code 1, no stack trace, no ready line. */
async function refusal(settings: Record<string, string>, word = 'serve'): Promise<string> {
  const { code, stdout, stderr } = await docket([word], settings).ended;
  expect({ code, stdout, lines: stderr.split('\n').length }, stderr).toEqual({ code: 1, stdout: '', lines: 2 });
  expect(stderr).toMatch(/^docket: /);
  return stderr;
}

describe('a start that cannot succeed says why in one line', () => {
  it('a wrong setting', async () => {
    expect(await refusal({ PORT: 'http' })).toContain('PORT');
  });

  it('a database of one’s own without a secret', async () => {
    expect(await refusal({ DATABASE_URL: database.url })).toContain('DOCKET_SECRET');
  });

  it('another secret than the one of the first start', async () => {
    const first = await docket(['verify'], external).ended;
    expect(first.code, first.stderr).toBe(0);
    const other = { ...external, DOCKET_SECRET: 'another secret of that length' };
    expect(await refusal({ ...other, PORT: '0' })).toContain('DOCKET_SECRET is another one');
  });

  it('an account that is not there', async () => {
    const { code, stderr } = await docket(['verify', '--account', 'nope'], external).ended;
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'docket: there is no account nope\n' });
  });

  it('a taken port', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    expect(await refusal({ ...external, PORT: String(port) })).toContain(`PORT ${port} on 127.0.0.1 is taken`);
    other.close();
  });

  it('an address that is not of this machine', async () => {
    expect(await refusal({ ...external, HOST: '203.0.113.7', PORT: '0' })).toContain('HOST 203.0.113.7');
  });

  it.each([
    ['nobody listens', 'postgres://shop:hunter2@127.0.0.1:1/docket', 'ECONNREFUSED'],
    ['no such host', 'postgres://shop:hunter2@nowhere.invalid/docket', 'nowhere.invalid'],
    ['no such socket', 'postgres://shop@/docket?host=/nowhere', 'ENOENT'],
  ])('an unreachable database: %s', async (_, DATABASE_URL, reason) => {
    const line = await refusal({ ...external, DATABASE_URL });
    expect(line).toContain('DATABASE_URL: cannot connect to PostgreSQL');
    expect(line).toContain(reason);
    expect(line).not.toContain('hunter2');
  });

  it('a database that does not exist', async () => {
    const DATABASE_URL = database.url.replace(/docket_test_\w+/, 'docket_missing');
    expect(await refusal({ ...external, DATABASE_URL })).toContain('database "docket_missing" does not exist');
  });

  it('a server older than 15', async () => {
    const old = await createTestDatabase({ empty: true });
    // The server itself says so: a function that hides the built-in one answers with an old version.
    await old.owner.query(
      "create function public.current_setting(name text) returns text language sql as $$ select case name when 'server_version_num' then '140013' else '14.13' end $$",
    );
    const options = encodeURIComponent('-c search_path=public,pg_catalog');
    const DATABASE_URL = `${old.url}${old.url.includes('?') ? '&' : '?'}options=${options}`;
    expect(await refusal({ ...external, DATABASE_URL })).toContain(
      'PostgreSQL 15 or newer is needed, this server is 14.13',
    );
    await old.drop();
  });

  it('a database newer than the code', async () => {
    const newer = await createTestDatabase();
    await newer.owner.query("insert into schema_migrations values (999, '999_from_the_future', 'x')");
    const line = await refusal({ ...external, DATABASE_URL: newer.url }, 'migrate');
    expect(line).toContain('the database is newer than this Docket: it has migration 999_from_the_future');
    await newer.drop();
  });

  it('a data directory that cannot be made', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'docket-start-'));
    writeFileSync(join(directory, 'file'), '');
    expect(await refusal({ DOCKET_DATA: join(directory, 'file/data') })).toContain('DOCKET_DATA');
    rmSync(directory, { recursive: true });
  });
});
