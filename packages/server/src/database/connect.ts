import type pg from 'pg';
import type { Settings } from '../settings.js';
import { StartError } from '../start-error.js';
import { type Embedded, openEmbedded } from './embedded.js';
import { migrate } from './migrate.js';
import { createPool } from './pool.js';
import { assertBound, type Roles } from './roles.js';

/** The database, migrated and checked, with the pools every process needs. */
export interface Database {
  /** What `createPool` needs to make a further pool, e.g. the committer's. */
  readonly login: pg.PoolConfig;
  readonly roles: Roles;
  /** Bound by row-level policies; take connections by `withAccounts`. */
  readonly serving: pg.Pool;
  /** The login itself: migrations, partitions, maintenance. */
  readonly owner: pg.Pool;
  /** Migrations that this start applied. */
  readonly applied: readonly string[];
  /** Of the embedded database; `undefined` with DATABASE_URL. */
  readonly dataDirectory: string | undefined;
  /** Ends the two pools (end further ones before) and leaves the embedded server. */
  readonly close: () => Promise<void>;
}

const oldestServer = 150_000;

/**
 * Opens the database of the settings: attaches to or starts the embedded one, or connects to DATABASE_URL; migrates;
 * makes sure that the serving pool is bound by row-level policies.
 *
 * @throws StartError for everything a person can mend: not reachable, too old, newer than this code, not bound.
 */
export async function openDatabase(settings: Pick<Settings, 'databaseUrl' | 'dataDirectory'>): Promise<Database> {
  const { databaseUrl } = settings;
  const announce = (line: string): void => {
    process.stderr.write(`docket: ${line}\n`);
  };
  const embedded =
    databaseUrl === undefined ? await openEmbedded({ dataDirectory: settings.dataDirectory, announce }) : undefined;
  const login: pg.PoolConfig = embedded?.connection ?? { connectionString: databaseUrl };
  const owner = createPool({ login, role: undefined, max: 2, applicationName: 'docket owner' });
  let serving: pg.Pool | undefined;
  try {
    const { applied, roles } = await prepare(owner);
    serving = createPool({ login, role: roles.serving, max: 8, applicationName: 'docket serving' });
    await assertBound(serving);
    return {
      login,
      roles,
      serving,
      owner,
      applied,
      dataDirectory: embedded?.directory,
      close: () => closeAll([serving, owner], embedded),
    };
  } catch (error) {
    await closeAll([serving, owner], embedded);
    throw error;
  }
}

/** Opens the database for one command and leaves it afterwards, whatever happens. */
export async function withDatabase<T>(
  settings: Pick<Settings, 'databaseUrl' | 'dataDirectory'>,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(settings);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function prepare(owner: pg.Pool): Promise<{ applied: readonly string[]; roles: Roles }> {
  let client: pg.PoolClient;
  try {
    client = await owner.connect();
  } catch (error) {
    throw new StartError(`DATABASE_URL: cannot connect to PostgreSQL (${reasonOf(error)})`);
  }
  try {
    const { rows } = await client.query<{ number: number; text: string }>(
      "select current_setting('server_version_num')::int as number, current_setting('server_version') as text",
    );
    const [version] = rows;
    if (version === undefined || version.number < oldestServer) {
      throw new StartError(
        `DATABASE_URL: PostgreSQL 15 or newer is needed, this server is ${version?.text ?? 'unknown'}`,
      );
    }
    return await migrate(client);
  } finally {
    client.release(true);
  }
}

function reasonOf(error: unknown): string {
  // localhost has two addresses, and Node packs one failure each into an error without a message.
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  const reason = error instanceof Error ? error.message : String(error);
  return reason.replaceAll(/\s+/g, ' ');
}

async function closeAll(pools: readonly (pg.Pool | undefined)[], embedded: Embedded | undefined): Promise<void> {
  for (const pool of pools) await pool?.end();
  await embedded?.close();
}
