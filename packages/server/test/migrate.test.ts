import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../src/database/migrate.js';
import { createTestDatabase, type TestDatabase } from './setup/database.js';

let database: TestDatabase;
let directory: string;
beforeEach(async () => {
  database = await createTestDatabase({ empty: true });
  directory = mkdtempSync(join(tmpdir(), 'docket-migrations-'));
});
afterEach(async () => {
  await database.drop();
  rmSync(directory, { recursive: true });
});

function write(name: string, text: string): void {
  writeFileSync(join(directory, name), text);
}

async function run(): Promise<readonly string[]> {
  const client = await database.owner.connect();
  try {
    return (await migrate(client, directory)).applied;
  } finally {
    client.release();
  }
}

async function rows(text: string): Promise<pg.QueryResultRow[]> {
  return (await database.owner.query<pg.QueryResultRow>(text)).rows;
}

describe('migrations', () => {
  it('run once, in the order of their numbers', async () => {
    write('002_second.sql', 'insert into steps values (2)');
    write('001_first.sql', 'create table steps (n int); insert into steps values (1)');
    expect(await run()).toEqual(['001_first', '002_second']);
    expect(await run()).toEqual([]);
    write('010_tenth.sql', 'insert into steps values (10)');
    expect(await run()).toEqual(['010_tenth']);
    expect(await rows('select n from steps')).toEqual([{ n: 1 }, { n: 2 }, { n: 10 }]);
    expect(await rows('select number, name from schema_migrations order by number')).toEqual([
      { number: 1, name: '001_first' },
      { number: 2, name: '002_second' },
      { number: 10, name: '010_tenth' },
    ]);
  });

  it('run once when two processes start together', async () => {
    write('001_first.sql', 'create table steps (n int); select pg_sleep(0.2)');
    write('002_second.sql', 'insert into steps values (2)');
    const clients = await Promise.all([database.owner.connect(), database.owner.connect()]);
    const results = await Promise.all(
      clients.map(async (client) => {
        const { applied } = await migrate(client, directory);
        client.release();
        return applied.length;
      }),
    );
    expect(results.sort()).toEqual([0, 2]);
    expect(await rows('select n from steps')).toEqual([{ n: 2 }]);
  });

  it('leave nothing of a file that fails, and name its line', async () => {
    write(
      '001_first.sql',
      'create table steps (n int);\ninsert into steps values (1);\ninsert into missing values (1)',
    );
    await expect(run()).rejects.toThrow('migration 001_first failed: relation "missing" does not exist, line 3');
    expect(await rows("select to_regclass('steps') as steps")).toEqual([{ steps: null }]);
    expect(await rows('select * from schema_migrations')).toEqual([]);
  });

  it('refuse a file that was changed after it ran', async () => {
    write('001_first.sql', 'create table steps (n int)');
    await run();
    write('001_first.sql', 'create table steps (n bigint)');
    await expect(run()).rejects.toThrow('migration 001_first was changed after it ran on this database');
  });

  it('take a file with other line ends as the same', async () => {
    write('001_first.sql', 'create table steps (\n n int)');
    await run();
    write('001_first.sql', 'create table steps (\r\n n int)');
    expect(await run()).toEqual([]);
  });

  it('refuse a database that is newer than the files, and do nothing to it', async () => {
    write('001_first.sql', 'create table steps (n int)');
    write('002_second.sql', 'insert into steps values (2)');
    await run();
    rmSync(join(directory, '002_second.sql'));
    write('001_first.sql', 'drop table steps');
    await expect(run()).rejects.toThrow('the database is newer than this Docket: it has migration 002_second');
  });

  it.each(['1_first.sql', '001-first.sql', '001_First.sql'])('refuse the file name %s', async (name) => {
    write(name, 'select 1');
    await expect(run()).rejects.toThrow('is not named NNN_name.sql');
  });

  it('refuse a number used twice', async () => {
    write('001_first.sql', 'select 1');
    write('001_other.sql', 'select 1');
    await expect(run()).rejects.toThrow('two migrations have the number 1');
  });
});
