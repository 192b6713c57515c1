import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import {
  excludingMigrations,
  makeHistory,
  type Migration,
  migrationsAround,
  runMigration,
} from '../database/migrate.js';
import { query } from '../database/pool.js';
import { ensureRoles } from '../database/roles.js';
import { inTransaction } from '../database/transaction.js';
import { StartError } from '../start-error.js';
import type { BackupPart, BackupReader, Manifest } from './backup-file.js';
import { type Forgotten, forgottenHere, forgottenSince, keepForgotten } from './forgotten-list.js';
import { dropEverything } from './drop-everything.js';
import { storedTables } from './stored-tables.js';
import { beginFinishing } from './unfinished-restore.js';

export interface RestoreRequest {
  /** Of the login itself, no transaction open. */
  readonly client: pg.ClientBase;
  readonly backup: BackupReader;
  /** The name of the database, which says that what is in it may go; undefined: it must be empty. */
  readonly replace: string | undefined;
  /** People forgotten after the backup was made, known from elsewhere. */
  readonly forgotten: readonly Forgotten[];
  readonly progress?: (table: string, rows: number) => void;
}

export interface Restored {
  readonly rows: number;
  /** Migrations that the backup did not have yet. */
  readonly applied: readonly string[];
  /** Whose keys were destroyed again; their orders are still to be redacted (`finishRestore`). */
  readonly toForget: number;
}

/**
 * Makes the database what the backup says, in one transaction: all of it or nothing. People forgotten since the backup,
 * by the list of the database that it replaces or by one from elsewhere, have no keys when the transaction ends.
 *
 * @throws StartError when the database is in use or not empty, or the backup is newer than this code.
 */
export async function restoreBackup(request: RestoreRequest): Promise<Restored> {
  const { client, backup } = request;
  const { manifest } = backup;
  const { before, after } = migrationsAround(manifest.migrations);
  return excludingMigrations(client, async () => {
    await assertUnused(client);
    const roles = await ensureRoles(client);
    const run = async (migrations: readonly Migration[]): Promise<void> => {
      for (const migration of migrations) await runMigration(client, migration, roles);
    };
    return inTransaction(client, async () => {
      const here = await clear(request);
      await makeHistory(client);
      await run(before);
      const rows = await loadAll(request);
      const toForget = forgottenSince(await forgottenHere(client), [...here, ...request.forgotten]);
      await keepForgotten(client, toForget);
      await beginFinishing(client, toForget);
      await forceRowSecurity(client, true);
      await run(after);
      return { rows, applied: after.map(({ name }) => name), toForget: toForget.length };
    });
  });
}

/** A server keeps numbers and caches in memory that would no longer fit what it then finds. */
async function assertUnused(client: pg.ClientBase): Promise<void> {
  const { rows } = await query<{ name: string }>(client, {
    text: `select application_name as name from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and application_name like 'docket %' limit 1`,
  });
  if (rows[0] !== undefined) {
    throw new StartError(`the database is in use (${rows[0].name}): stop every server and worker first`);
  }
}

/** Empties the database where that was confirmed; answers who was forgotten in it. */
async function clear({ client, backup, replace }: RestoreRequest): Promise<readonly Forgotten[]> {
  const { rows } = await query<{ database: string }>(client, { text: 'select current_database() as database' });
  const database = rows[0]?.database ?? '';
  if (replace !== undefined && replace !== database) {
    throw new StartError(`--replace names ${replace}, but the database is called ${database}: nothing was changed`);
  }
  const tables = await storedTables(client);
  if (tables.length === 0) return [];
  if (replace === undefined) {
    throw new StartError(`the database ${database} is not empty: --replace ${database} deletes what is in it first`);
  }
  await client.query("set local lock_timeout = '10s'");
  const here = (await isSameInstallation(
    client,
    tables.map(({ name }) => name),
    backup.manifest,
  ))
    ? await (async () => {
        await client.query('alter table forgotten_subjects no force row level security');
        return forgottenHere(client);
      })()
    : [];
  await dropEverything(client);
  return here;
}

/** Order ids and hashed addresses of another installation would name other people here. */
async function isSameInstallation(
  client: pg.ClientBase,
  tables: readonly string[],
  { secretMark }: Manifest,
): Promise<boolean> {
  if (!tables.includes('installation') || !tables.includes('forgotten_subjects')) return false;
  const { rows } = await query<{ value: string }>(client, {
    text: "select value from installation where name = 'secret'",
  });
  return rows[0]?.value === secretMark;
}

async function loadAll({ client, backup, progress }: RestoreRequest): Promise<number> {
  const { parts, sequences, orderListUntil } = backup.manifest;
  // `COPY` into a table whose policies bind the login is refused, so they do not bind it until the rows are in.
  await forceRowSecurity(client, false);
  const tables = await storedTables(client);
  await client.query(`truncate ${tables.map(({ name }) => pg.escapeIdentifier(name)).join(', ')}`);
  // Made now, months need not be moved out of the open end later, under a lock on the whole list.
  await query(client, { text: 'select ensure_order_list_partitions(($1::date - 1))' }, [orderListUntil]);
  let rows = 0;
  for (const part of parts) {
    rows += await load(client, backup, part);
    progress?.(part.table, part.rows);
  }
  for (const { name, last } of sequences) {
    if (last !== null)
      await query(client, { text: 'select setval($1::regclass, $2)' }, [pg.escapeIdentifier(name), last]);
  }
  return rows;
}

async function load(client: pg.ClientBase, backup: BackupReader, part: BackupPart): Promise<number> {
  const columns = part.columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  const target = client.query(copyFrom(`copy ${pg.escapeIdentifier(part.table)} (${columns}) from stdin`));
  await pipeline(backup.rowsOf(part), target);
  if (target.rowCount !== part.rows) {
    throw new StartError(`of ${part.rows} rows of ${part.table} only ${target.rowCount} came: nothing was restored`);
  }
  return target.rowCount;
}

async function forceRowSecurity(client: pg.ClientBase, forced: boolean): Promise<void> {
  const { rows } = await query<{ name: string }>(client, {
    text: `select relname as name from pg_class
            where relnamespace = current_schema::regnamespace and relkind in ('r', 'p') and relrowsecurity`,
  });
  for (const { name } of rows) {
    await client.query(`alter table ${pg.escapeIdentifier(name)} ${forced ? '' : 'no '}force row level security`);
  }
}
