import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { createPool } from '../../src/database/pool.js';
import { ensureRoles, type Roles } from '../../src/database/roles.js';
import { databaseUrl } from './database-url.js';

/** A database of one test file. */
export interface TestDatabase {
  /** For a spawned `docket`, or a pool of its own. */
  readonly url: string;
  readonly login: pg.PoolConfig;
  readonly roles: Roles;
  readonly owner: pg.Pool;
  /** As the server uses it: dropped to the serving role, no account until `withAccounts`. */
  readonly serving: pg.Pool;
  readonly drop: () => Promise<void>;
}

/**
 * Clones the migrated template (about 30 ms).
 *
 * @param options `{ empty: true }` for a database without any migration
 */
export async function createTestDatabase(options: { readonly empty?: boolean } = {}): Promise<TestDatabase> {
  const serverUrl = inject('serverUrl');
  const template = options.empty === true ? 'template0' : inject('templateDatabase');
  const name = `docket_test_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `create database ${name} template ${template} encoding 'UTF8'`);
  const url = databaseUrl(serverUrl, name);
  const login = { connectionString: url };
  const owner = createPool({ login, role: undefined, max: 2, applicationName: 'test owner' });
  const client = await owner.connect();
  const roles = await ensureRoles(client);
  client.release();
  const serving = createPool({ login, role: roles.serving, max: 8, applicationName: 'test serving' });
  return {
    url,
    login,
    roles,
    owner,
    serving,
    drop: async () => {
      await serving.end();
      await owner.end();
      await onServer(serverUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

async function onServer(serverUrl: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
