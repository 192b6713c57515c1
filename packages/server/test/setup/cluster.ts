import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '../../src/database/embedded.js';
import { migrate } from '../../src/database/migrate.js';
import { databaseUrl } from './database-url.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this run, its database `postgres`. */
    serverUrl: string;
    /** A migrated database without sessions, to clone. */
    templateDatabase: string;
  }
}

const prefix = 'docket-test-';

/**
 * One server a run: DOCKET_TEST_DATABASE_URL, or an embedded PostgreSQL in a temporary directory without fsync. It is
 * migrated once; each test file clones the result.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DOCKET_TEST_DATABASE_URL'];
  const own = given === undefined || given === '' ? await ownServer() : undefined;
  const serverUrl = databaseUrl(own?.url ?? given ?? '', 'postgres');
  const template = `docket_template_${process.pid}`;

  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  await server.query(`create database ${template} template template0 encoding 'UTF8'`);
  const client = new pg.Client({ connectionString: databaseUrl(serverUrl, template) });
  await client.connect();
  await migrate(client);
  await client.end();

  project.provide('serverUrl', serverUrl);
  project.provide('templateDatabase', template);
  return async () => {
    await server.query(`drop database if exists ${template} with (force)`);
    await server.end();
    await own?.stop();
  };
}

async function ownServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  removeLeftOvers();
  const directory = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  const embedded = await openEmbedded({
    dataDirectory: directory,
    serverSettings: { fsync: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  const { host, user } = embedded.connection;
  return {
    url: `postgres://${user}@localhost/postgres?host=${encodeURIComponent(host)}`,
    stop: async () => {
      await embedded.close();
      rmSync(directory, { recursive: true, force: true });
      rmSync(embedded.directory, { recursive: true, force: true });
    },
  };
}

/** A run that was killed leaves its directory; without it, its server ends by itself within a minute. */
function removeLeftOvers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined) continue;
    try {
      process.kill(Number(pid), 0);
    } catch {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
  }
}
