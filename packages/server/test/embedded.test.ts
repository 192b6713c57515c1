import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { docket, postmaster, serve } from './setup/docket-process.js';

const fresh = (): string => mkdtempSync(join(tmpdir(), 'docket-embedded-'));

/** Made by the first test; every test leaves it without a server. */
const dataDirectory = fresh();
const settings = { DOCKET_DATA: dataDirectory };

afterEach(() => stopServer(dataDirectory));
afterAll(() => {
  rmSync(dataDirectory, { recursive: true });
});

/** What a failed test left running. */
async function stopServer(directory: string): Promise<void> {
  for (let left = postmaster(directory); left !== undefined; left = postmaster(directory)) {
    try {
      process.kill(left.pid, 'SIGINT');
    } catch {
      return;
    }
    await sleep(100);
  }
}

async function ask<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
  const host = postmaster(dataDirectory)?.host ?? 'no server';
  const client = new pg.Client({ host, user: 'docket', database: 'docket' });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const healthy = async (url: string): Promise<boolean> => (await fetch(`${url}/healthz`)).ok;

describe('the embedded database', () => {
  it('is made at the first start, kept at the second, and stopped with the server', async () => {
    const first = await serve(settings);
    expect(await healthy(first.url)).toBe(true);
    await ask('create table kept as select 42 as answer');
    first.child.kill('SIGTERM');
    expect(await first.ended).toMatchObject({ code: 0, stderr: '' });
    expect(postmaster(dataDirectory)).toBeUndefined();

    const second = await serve(settings);
    expect(await ask('select answer from kept')).toEqual([{ answer: 42 }]);
    second.child.kill('SIGINT');
    expect((await second.ended).code).toBe(0);
    expect(postmaster(dataDirectory)).toBeUndefined();
  });

  it('is UTF-8 with checksums and listens on a socket alone, whatever the locale of the user', async () => {
    const server = await serve({ ...settings, LC_ALL: 'C', PGPORT: '1', PGHOST: 'elsewhere' });
    expect(
      await ask(`select current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums,
                        current_setting('listen_addresses') as addresses, lower('ÄÖ') as lower,
                        current_setting('fsync') || current_setting('synchronous_commit') as durable`),
    ).toEqual([{ encoding: 'UTF8', checksums: 'on', addresses: '', lower: 'äö', durable: 'onon' }]);
    expect(statSync(join(dataDirectory, 'postgres')).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDirectory, 'secret')).mode & 0o777).toBe(0o600);
    server.child.kill('SIGTERM');
    await server.ended;
  });

  it('is one database when three processes start at once on an empty directory', async () => {
    const directory = fresh();
    const started = ['a', 'b', 'c'].map(() => docket(['migrate'], { DOCKET_DATA: directory }));
    for (const { ended } of started) expect(await ended).toMatchObject({ code: 0, stderr: '' });
    expect(postmaster(directory)).toBeUndefined();
    rmSync(directory, { recursive: true });
  });

  it('stays while another process uses it, and goes with the last', async () => {
    const starter = await serve(settings);
    const other = await serve(settings);
    const pid = postmaster(dataDirectory)?.pid;
    starter.child.kill('SIGTERM');
    await starter.ended;
    expect(postmaster(dataDirectory)?.pid).toBe(pid);
    expect(await docket(['migrate'], settings).ended).toMatchObject({ code: 0 });
    expect(postmaster(dataDirectory)?.pid).toBe(pid);
    other.child.kill('SIGTERM');
    await other.ended;
    expect(postmaster(dataDirectory)).toBeUndefined();
  });

  it('lives on when its starter is killed, and the next start attaches to it', async () => {
    const starter = await serve(settings);
    const pid = postmaster(dataDirectory)?.pid;
    starter.child.kill('SIGKILL');
    await starter.ended;
    const next = await serve(settings);
    expect(postmaster(dataDirectory)?.pid).toBe(pid);
    next.child.kill('SIGTERM');
    await next.ended;
    expect(postmaster(dataDirectory)).toBeUndefined();
  });

  it('starts again after server and database were killed together, with every committed row', async () => {
    const server = await serve(settings);
    await ask('create table survived as select 42 as answer');
    process.kill(postmaster(dataDirectory)?.pid ?? 0, 'SIGKILL');
    server.child.kill('SIGKILL');
    const next = await serve(settings);
    expect(await ask('select answer from survived')).toEqual([{ answer: 42 }]);
    next.child.kill('SIGTERM');
    await next.ended;
  });

  it('is started again by the server that uses it when it alone is killed', async () => {
    const server = await serve(settings);
    const killed = postmaster(dataDirectory)?.pid ?? 0;
    process.kill(killed, 'SIGKILL');
    await server.said(/starting it again/);
    await expect.poll(() => ask('select 1 as up').catch(() => undefined), { timeout: 20_000 }).toEqual([{ up: 1 }]);
    expect(postmaster(dataDirectory)?.pid).not.toBe(killed);
    server.child.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    expect(postmaster(dataDirectory)).toBeUndefined();
  });

  it('takes over the lock of a start that was killed', async () => {
    writeFileSync(join(dataDirectory, 'launch.lock'), '999999 1');
    expect(await docket(['migrate'], settings).ended).toMatchObject({ code: 0, stderr: '' });
  });

  it('works in a directory whose path is too long for a socket, and needs quoting', async () => {
    const directory = fresh();
    chmodSync(directory, 0o755);
    const deep = join(directory, 'a'.repeat(60), 'b'.repeat(60), "with space and 'quote");
    const server = await serve({ DOCKET_DATA: deep });
    expect(await healthy(server.url)).toBe(true);
    const socketDirectory = postmaster(deep)?.host ?? '';
    expect(socketDirectory.length).toBeLessThan(80);
    expect(statSync(socketDirectory).mode & 0o777).toBe(0o700);
    server.child.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0, stderr: '' });
    rmSync(directory, { recursive: true });
    rmSync(socketDirectory, { recursive: true });
  });

  it('refuses data of another major version in one line', async () => {
    const directory = fresh();
    mkdirSync(join(directory, 'postgres'));
    writeFileSync(join(directory, 'postgres/PG_VERSION'), '14\n');
    const { code, stderr } = await docket(['migrate'], { DOCKET_DATA: directory }).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^docket: the data in .* was made by PostgreSQL 14, this Docket brings 18.*\n$/);
    rmSync(directory, { recursive: true });
  });
});
