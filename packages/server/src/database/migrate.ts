import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { StartError } from '../start-error.js';
import { ensureRoles, type Roles } from './roles.js';
import { inTransaction } from './transaction.js';

/** `packages/server/migrations`; the same seen from `src` and from `dist`. */
const migrationsDirectory = resolve(dirname(fileURLToPath(import.meta.url)), '../../migrations');

/** Any constant will do, as long as nothing else in the database takes the same: "dock" in ASCII. */
const advisoryLock = 0x646f636b;

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
  readonly text: string;
}

export interface Migrated {
  /** File names without `.sql`, in order. */
  readonly applied: readonly string[];
  readonly roles: Roles;
}

/**
 * Brings the database to the state of the numbered files, forward only, each file in its own transaction. Several
 * processes may call it at once: one works, the others wait and find nothing to do.
 *
 * @throws StartError when the database is newer than the files, or a file was changed after it ran.
 */
export async function migrate(owner: pg.ClientBase, directory = migrationsDirectory): Promise<Migrated> {
  const migrations = readMigrations(directory);
  return excludingMigrations(owner, async () => {
    refuseNewer(migrations, (await appliedMigrations(owner)).values(), 'database');
    const roles = await ensureRoles(owner);
    await makeHistory(owner);
    const done = await appliedMigrations(owner);
    const applied: string[] = [];
    for (const migration of migrations) {
      const before = done.get(migration.number);
      if (before === undefined) {
        await inTransaction(owner, () => runMigration(owner, migration, roles));
        applied.push(migration.name);
      } else if (before.sha256 !== migration.sha256) {
        throw new StartError(
          `migration ${migration.name} was changed after it ran on this database: restore the file, a change is a new migration`,
        );
      }
    }
    return { applied, roles };
  });
}

/**
 * The files that the database has not seen yet, and how many there are.
 *
 * @throws StartError when the database is newer than the files.
 */
export async function migrationsLeft(
  owner: pg.Pool,
  directory = migrationsDirectory,
): Promise<{ readonly left: readonly string[]; readonly all: number }> {
  const migrations = readMigrations(directory);
  const done = await appliedMigrations(owner);
  refuseNewer(migrations, done.values(), 'database');
  const left = migrations.filter(({ number }) => !done.has(number)).map(({ name }) => name);
  return { left, all: migrations.length };
}

/**
 * The files that a backup's database had seen, and those that came later: a restore runs the first, loads, and runs the
 * others.
 *
 * @throws StartError when the backup is newer than the files, or a file was changed since.
 */
export function migrationsAround(
  seen: readonly Applied[],
  directory = migrationsDirectory,
): { readonly before: readonly Migration[]; readonly after: readonly Migration[] } {
  const migrations = readMigrations(directory);
  refuseNewer(migrations, seen, 'backup');
  const sums = new Map(seen.map(({ number, sha256 }) => [number, sha256]));
  const changed = migrations.find(({ number, sha256 }) => (sums.get(number) ?? sha256) !== sha256);
  if (changed !== undefined) {
    throw new StartError(`the backup was made with another migration ${changed.name} than the one here`);
  }
  return {
    before: migrations.filter(({ number }) => sums.has(number)),
    after: migrations.filter(({ number }) => !sums.has(number)),
  };
}

/** Runs work while nobody migrates this database, and nobody else does such work. */
export async function excludingMigrations<T>(owner: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await owner.query('select pg_advisory_lock($1)', [advisoryLock]);
  try {
    return await work();
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [advisoryLock]).catch(() => undefined);
  }
}

/** Runs work while nobody migrates this database; others may do the same at once. */
export async function sharingMigrations<T>(owner: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await owner.query('select pg_advisory_lock_shared($1)', [advisoryLock]);
  try {
    return await work();
  } finally {
    await owner.query('select pg_advisory_unlock_shared($1)', [advisoryLock]).catch(() => undefined);
  }
}

/** The table that says which migrations ran. */
export async function makeHistory(owner: pg.ClientBase): Promise<void> {
  await owner.query(
    `create table if not exists schema_migrations (
       number int primary key, name text not null, sha256 text not null, at timestamptz not null default now())`,
  );
}

function readMigrations(directory: string): readonly Migration[] {
  const migrations = readdirSync(directory)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file): Migration => {
      const name = file.slice(0, -'.sql'.length);
      const number = /^(\d{3})_[a-z0-9_]+$/.exec(name)?.[1];
      if (number === undefined) throw new Error(`${file} is not named NNN_name.sql`);
      // A checkout on Windows may have turned the line ends.
      const text = readFileSync(join(directory, file), 'utf8').replaceAll('\r\n', '\n');
      return { number: Number(number), name, sha256: createHash('sha256').update(text).digest('hex'), text };
    });
  const twice = migrations.find((migration, index) => migrations[index - 1]?.number === migration.number);
  if (twice !== undefined) throw new Error(`two migrations have the number ${twice.number}`);
  return migrations;
}

function refuseNewer(migrations: readonly Migration[], seen: Iterable<Applied>, what: 'database' | 'backup'): void {
  const known = new Set(migrations.map((migration) => migration.number));
  const unknown = [...seen].find(({ number }) => !known.has(number));
  if (unknown !== undefined) {
    throw new StartError(
      `the ${what} is newer than this Docket: it has migration ${unknown.name}, which this version does not know`,
    );
  }
}

type Applied = Omit<Migration, 'text'>;

async function appliedMigrations(owner: pg.ClientBase | pg.Pool): Promise<ReadonlyMap<number, Applied>> {
  const exists = await owner.query<{ found: boolean }>("select to_regclass('schema_migrations') is not null as found");
  if (exists.rows[0]?.found !== true) return new Map();
  const { rows } = await owner.query<Applied>('select number, name, sha256 from schema_migrations order by number');
  return new Map(rows.map((row) => [row.number, row]));
}

/** Runs one file in the transaction of the caller. @throws StartError naming file and line. */
export async function runMigration(owner: pg.ClientBase, migration: Migration, roles: Roles): Promise<void> {
  try {
    await owner.query(nameRoles(migration.text, roles));
  } catch (error) {
    const { message, position } = error as pg.DatabaseError;
    const line = position === undefined ? '' : `, line ${migration.text.slice(0, Number(position)).split('\n').length}`;
    throw new StartError(`migration ${migration.name} failed: ${message}${line}`);
  }
  await owner.query('insert into schema_migrations (number, name, sha256) values ($1, $2, $3)', [
    migration.number,
    migration.name,
    migration.sha256,
  ]);
}

/**
 * Where the login may not make roles, it owns and serves at once: `grant … to docket_serving` and
 * `create policy … to docket_serving` then name the login itself. Names inside quotes are left alone.
 */
function nameRoles(text: string, roles: Roles): string {
  let named = text;
  if (roles.serving === undefined) named = named.replaceAll(/(?<!['"\w])docket_serving(?!['"\w])/g, 'current_user');
  if (roles.follower === undefined) named = named.replaceAll(/(?<!['"\w])docket_follower(?!['"\w])/g, 'current_user');
  return named;
}
