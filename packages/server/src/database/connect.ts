import type pg from 'pg';
import type { Settings } from '../settings.js';
import { StartError } from '../start-error.js';
import { openEmbedded } from './embedded.js';
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

/** The database as it stands, neither migrated nor checked. */
export interface Server {
  readonly login: pg.PoolConfig;
  /** The login itself. */
  readonly owner: pg.Pool;
  /** Of the embedded database; `undefined` with DATABASE_URL. */
  readonly dataDirectory: string | undefined;
  readonly close: () => Promise<void>;
}

/**
 * Attaches to or starts the embedded PostgreSQL, or connects to DATABASE_URL, and leaves what is there as it is: for
 * backups, which must not change what they copy, and for restores.
 *
 * @throws StartError for a server that is not reachable or too old.
 */
export async function openServer(settings: DatabaseSettings): Promise<Server> {
  const { databaseUrl } = settings;
  const announce = (line: string): void => {
    process.stderr.write(`docket: ${line}\n`);
  };
  const embedded =
    databaseUrl === undefined ? await openEmbedded({ dataDirectory: settings.dataDirectory, announce }) : undefined;
  const login: pg.PoolConfig = embedded?.connection ?? { connectionString: databaseUrl };
  const owner = createPool({ login, role: undefined, max: 2, applicationName: 'docket owner' });
  const close = async (): Promise<void> => {
    await owner.end();
    await embedded?.close();
  };
  try {
    await assertRecent(owner);
  } catch (error) {
    await close();
    throw error;
  }
  return { login, owner, dataDirectory: embedded?.directory, close };
}

type DatabaseSettings = Pick<Settings, 'databaseUrl' | 'dataDirectory'>;

/** `openServer` for one command. */
export async function withServer<T>(settings: DatabaseSettings, work: (server: Server) => Promise<T>): Promise<T> {
  const server = await openServer(settings);
  try {
    return await work(server);
  } finally {
    await server.close();
  }
}

/**
 * Opens the database of the settings, migrates it, and makes sure that the serving pool is bound by row-level policies.
 *
 * @throws StartError for everything a person can mend: not reachable, too old, newer than this code, not bound.
 */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const server = await openServer(settings);
  const { login, owner, dataDirectory } = server;
  let serving: pg.Pool | undefined;
  try {
    const { applied, roles } = await prepare(owner);
    serving = createPool({ login, role: roles.serving, max: 8, applicationName: 'docket serving' });
    await assertBound(serving);
    const pool = serving;
    return {
      login,
      roles,
      serving,
      owner,
      applied,
      dataDirectory,
      close: async () => {
        await pool.end();
        await server.close();
      },
    };
  } catch (error) {
    await serving?.end();
    await server.close();
    throw error;
  }
}

/** Opens the database for one command and leaves it afterwards, whatever happens. */
export async function withDatabase<T>(
  settings: DatabaseSettings,
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
  const client = await owner.connect();
  try {
    return await migrate(client);
  } finally {
    client.release(true);
  }
}

async function assertRecent(owner: pg.Pool): Promise<void> {
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
