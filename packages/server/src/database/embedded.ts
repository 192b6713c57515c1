import { spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartError } from '../start-error.js';
import { asUser, type EmbeddedBinaries, locateBinaries } from './embedded-binaries.js';
import { type EmbeddedHome, openHome, socketDirectory } from './embedded-home.js';
import { withLaunchLock } from './launch-lock.js';

export interface EmbeddedOptions {
  /** The wanted data directory; `Embedded.directory` is the one that was taken. */
  readonly dataDirectory: string;
  /** Server settings beside the launcher's own, e.g. `{ fsync: 'off' }` for tests. */
  readonly serverSettings?: Readonly<Record<string, string>>;
  /** Told in one line what a person should know (data kept elsewhere, server started again). */
  readonly announce?: (line: string) => void;
}

/** A running embedded PostgreSQL that this process uses. */
export interface Embedded {
  readonly connection: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly database: string;
  };
  readonly directory: string;
  /**
   * Leaves the server; the last process that leaves stops it. End every pool before, since an open connection counts as
   * another user of the server.
   */
  readonly close: () => Promise<void>;
}

const superuser = 'docket';
const database = 'docket';
const port = 5432; // names the socket file only: nothing listens on TCP
const startForMs = 30_000;

interface Launcher {
  readonly home: EmbeddedHome;
  readonly binaries: EmbeddedBinaries;
  readonly options: EmbeddedOptions;
  readonly lock: string;
}

/**
 * Attaches to the embedded PostgreSQL of a data directory, or makes and starts it. Listens on a Unix socket in a 0700
 * directory only: no port, no password.
 *
 * The order and the traps behind it are those of the decision record on the embedded database; "running" is believed
 * only after a connection, since `pg_ctl status` also counts a killed server that nobody has reaped.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const announce = options.announce ?? (() => undefined);
  const home = openHome(options.dataDirectory, announce);
  const launcher = { home, binaries: locateBinaries(home), options, lock: join(home.directory, 'launch.lock') };

  let closing = false;
  let presence = await withLaunchLock(launcher.lock, () => attachOrStart(launcher));
  watch(presence);

  /** The server was killed under us: start it again, as whoever owns a server would. */
  function watch(client: pg.Client): void {
    client.on('error', () => undefined);
    client.once('end', () => {
      if (!closing) void startAgain();
    });
  }
  async function startAgain(): Promise<void> {
    announce('the embedded PostgreSQL went away, starting it again');
    while (!closing) {
      try {
        presence = await withLaunchLock(launcher.lock, async () => attachOrStart(launcher));
        watch(presence);
        return;
      } catch (error) {
        announce(error instanceof Error ? error.message : String(error));
        await sleep(1_000, undefined, { ref: false });
      }
    }
  }

  return {
    connection: { host: presence.host, port, user: superuser, database },
    directory: home.directory,
    close: async () => {
      if (closing) return;
      closing = true;
      await withLaunchLock(launcher.lock, () => leave(launcher, presence));
    },
  };
}

/** @returns a connection that marks this process as a user of the server for as long as it lives. */
async function attachOrStart(launcher: Launcher): Promise<pg.Client> {
  const { home, binaries } = launcher;
  const versionFile = join(home.cluster, 'PG_VERSION');
  if (!existsSync(versionFile)) await makeCluster(launcher);
  const found = readOwned(versionFile).trim();
  if (found !== binaries.major) {
    throw new StartError(
      `the data in ${home.cluster} was made by PostgreSQL ${found}, this Docket brings ${binaries.major}: use the Docket that made it, or another DOCKET_DATA`,
    );
  }
  const client = (await attach(home)) ?? (await start(launcher));
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  if (rowCount === 0) await client.query(`create database ${database}`);
  return client;
}

/** initdb into a draft that gets its name when it is whole: a start killed in the middle leaves nothing half made. */
async function makeCluster({ home, binaries, options }: Launcher): Promise<void> {
  for (const name of readdirSync(home.directory)) {
    if (name.startsWith('postgres.draft')) rmSync(join(home.directory, name), { recursive: true, force: true });
  }
  const draft = join(home.directory, `postgres.draft-${process.pid}`);
  mkdirSync(draft, { mode: 0o700 });
  if (home.runAs !== undefined) chownSync(draft, home.runAs.uid, home.runAs.gid);
  const locale = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const hasty = options.serverSettings?.['fsync'] === 'off' ? ['--no-sync'] : [];
  const made = await run(
    binaries.initdb,
    ['-D', draft, '-U', superuser, '-A', 'trust', ...locale, ...hasty, '--no-instructions'],
    home,
  );
  if (made.code !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new StartError(`the embedded PostgreSQL cannot be made in ${home.directory}: ${firstError(made.output)}`);
  }
  renameSync(draft, home.cluster);
}

/** Connects to the server that `postmaster.pid` tells of; `undefined` when there is none that answers. */
async function attach(home: EmbeddedHome): Promise<pg.Client | undefined> {
  const pidFile = readPidFile(home);
  if (pidFile === undefined) return undefined;
  for (;;) {
    const client = new pg.Client({
      host: pidFile.socketDirectory,
      port,
      user: superuser,
      database: 'postgres',
      application_name: 'docket launcher',
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (code === '28000') throw new StartError(`the cluster in ${home.cluster} was not made by Docket`);
      // 57P03: it is starting, recovering or stopping; each ends by itself.
      if (code !== '57P03') return undefined;
      await sleep(25);
    }
  }
}

async function start(launcher: Launcher): Promise<pg.Client> {
  const { home } = launcher;
  const until = Date.now() + startForMs;
  for (;;) {
    removeForeignPidFile(home);
    const failure = await startOnce(launcher);
    const client = await attach(home);
    if (client !== undefined) return client;
    // What passes by itself: the killed server is not reaped yet, or its children still hold the shared memory.
    const passing = failure === '' || /lock file|shared memory|in use|shutting down/.test(failure);
    if (!passing || Date.now() > until) {
      throw new StartError(
        `the embedded PostgreSQL does not start: ${failure || 'no answer'} (log: ${join(home.cluster, 'server.log')})`,
      );
    }
    await sleep(200);
  }
}

/** Starts the server in its own session and waits until it answers or ends. @returns why it ended, or ''. */
async function startOnce({ home, binaries, options }: Launcher): Promise<string> {
  const directory = socketDirectory(home);
  const settings = {
    listen_addresses: '',
    unix_socket_directories: `"${directory.replaceAll('"', '""')}"`,
    port: String(port),
    timezone: 'UTC',
    log_checkpoints: 'off',
    ...options.serverSettings,
  };
  const log = openLog(home);
  const from = statSync(log.path).size;
  const server = spawn(
    binaries.postgres,
    ['-D', home.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // Detached: Ctrl-C in the terminal reaches Docket, which then stops the database in the right order.
    { ...asUser(home), cwd: '/', env: serverEnvironment(), detached: true, stdio: ['ignore', log.file, log.file] },
  );
  closeSync(log.file);
  server.unref();
  server.once('error', () => undefined); // it has no pid then
  const ended = (): boolean => server.pid === undefined || server.exitCode !== null || server.signalCode !== null;
  const until = Date.now() + startForMs;
  while (!ended() && Date.now() < until) {
    await sleep(15);
    if (readPidFile(home)?.pid === server.pid) {
      const client = await attach(home);
      if (client !== undefined) {
        await client.end();
        return '';
      }
    }
  }
  return ended() ? firstError(readFileSync(log.path, 'utf8').slice(from)) : '';
}

/** Leaves the server, and stops it when no other connection is left. */
async function leave({ home, binaries }: Launcher, presence: pg.Client): Promise<void> {
  const others = async (): Promise<number> => {
    const { rows } = await presence.query<{ others: string }>(
      "select count(*)::text as others from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    );
    return Number(rows[0]?.others);
  };
  try {
    // The backends of our own ended pools take some milliseconds to go.
    for (let tries = 0; tries < 20 && (await others()) > 0; tries += 1) await sleep(25);
    const alone = (await others()) === 0;
    await presence.end();
    if (alone) await run(binaries.pgCtl, ['-D', home.cluster, '-m', 'fast', '-w', '-t', '60', 'stop'], home);
  } catch {
    // the server is gone already: nothing to leave
  }
}

function readPidFile(home: EmbeddedHome): { readonly pid: number; readonly socketDirectory: string } | undefined {
  const path = join(home.cluster, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const [pid, , , , directory] = readOwned(path).split('\n');
  return pid === undefined || directory === undefined || directory === ''
    ? undefined
    : { pid: Number(pid), socketDirectory: directory };
}

/**
 * After a restart of a container, the pid in a left-over `postmaster.pid` is often another program, and PostgreSQL then
 * refuses to start for ever. The file goes only when that program is no PostgreSQL and no process at all works in the
 * data directory (an orphaned backend would).
 */
function removeForeignPidFile(home: EmbeddedHome): void {
  const pid = readPidFile(home)?.pid;
  if (pid === undefined || process.platform !== 'linux') return;
  try {
    const program = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
    if (program === 'postgres') return;
  } catch {
    return; // no such process: PostgreSQL sees that itself
  }
  const inUse = readdirSync('/proc').some((name) => {
    try {
      return /^\d+$/.test(name) && readlinkSync(`/proc/${name}/cwd`) === home.cluster;
    } catch {
      return false;
    }
  });
  if (!inUse) rmSync(join(home.cluster, 'postmaster.pid'), { force: true });
}

function readOwned(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT') return '';
    throw new StartError(`${path} cannot be read (${code}): start Docket as the user who made it`);
  }
}

function openLog(home: EmbeddedHome): { readonly path: string; readonly file: number } {
  const path = join(home.cluster, 'server.log');
  if (existsSync(path) && statSync(path).size > 10_000_000) renameSync(path, `${path}.1`);
  const file = openSync(path, 'a', 0o600);
  if (home.runAs !== undefined) chownSync(path, home.runAs.uid, home.runAs.gid);
  return { path, file };
}

/** Messages in English whatever the user's locale; none of the user's PG… variables. */
function serverEnvironment(): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

async function run(
  program: string,
  parameters: readonly string[],
  home: EmbeddedHome,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn(program, parameters, {
    ...asUser(home),
    cwd: '/',
    env: serverEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, output });
    });
  });
}

function firstError(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return (lines.find((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? '').replace(
    /^.*?(FATAL|PANIC): */,
    '',
  );
}
