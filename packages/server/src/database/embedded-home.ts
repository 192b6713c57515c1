import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { StartError } from '../start-error.js';

/** The system user that runs the database when Docket itself runs as root. PostgreSQL refuses to run as root. */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Where the embedded database lives and who runs it. */
export interface EmbeddedHome {
  /** Holds the cluster in `postgres/`, the lock and the secret. Owned by whoever starts Docket. */
  readonly directory: string;
  readonly cluster: string;
  /** `undefined`: the database runs as the user that starts Docket. */
  readonly runAs: SystemUser | undefined;
}

/** Where root keeps what the database's user must reach when the checkout lies below a private directory. */
export const systemDirectory = '/var/lib/docket';

/**
 * Chooses the user for the database of a process started by root: the owner of the cluster that exists, else `postgres`,
 * else `nobody`. The host is not changed: no user is made.
 *
 * @param passwd the text of /etc/passwd
 */
export function chooseSystemUser(passwd: string, clusterOwner: number | undefined): SystemUser {
  const users = passwd.split('\n').flatMap((line): SystemUser[] => {
    const [name, , uid, gid] = line.split(':');
    if (name === undefined || name === '' || uid === undefined || gid === undefined || line.startsWith('#')) return [];
    // macOS writes nobody as -2; the system call wants it unsigned.
    return [{ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }];
  });
  if (clusterOwner !== undefined && clusterOwner !== 0) {
    const owner = users.find((user) => user.uid === clusterOwner);
    if (owner !== undefined) return owner;
    throw new StartError(`the embedded database belongs to user ${clusterOwner}, who does not exist on this machine`);
  }
  const found = ['postgres', 'nobody'].map((name) => users.find((user) => user.name === name && user.uid !== 0));
  const user = found.find((candidate) => candidate !== undefined);
  if (user !== undefined) return user;
  throw new StartError(
    'started as root, and neither a user postgres nor a user nobody exists to run the embedded PostgreSQL: start as an ordinary user or set DATABASE_URL',
  );
}

/**
 * Finds or makes the data directory.
 *
 * Started by root, the database's user must be able to walk to it. Where it cannot (a checkout below a 0700 home), a
 * directory under /var/lib/docket named by a hash of the wanted path is taken. A cluster that exists wins over both
 * rules, so a second start never begins with an empty one.
 */
export function openHome(wanted: string, announce: (line: string) => void): EmbeddedHome {
  if (process.getuid?.() !== 0) {
    makeDirectory(wanted);
    return { directory: wanted, cluster: join(wanted, 'postgres'), runAs: undefined };
  }
  const passwd = readFileSync('/etc/passwd', 'utf8');
  const substitute = join(systemDirectory, shortHash(wanted));
  for (const directory of [wanted, substitute]) {
    const owner = clusterOwner(directory);
    if (owner !== undefined) return usable(directory, chooseSystemUser(passwd, owner));
  }
  const runAs = chooseSystemUser(passwd, undefined);
  if (canWalkTo(dirname(wanted), runAs)) return usable(wanted, runAs);
  announce(`the user ${runAs.name}, who runs the database, cannot reach ${wanted}: data is kept in ${substitute}`);
  return usable(substitute, runAs);
}

/** Where there is a cluster already, by the rules of `openHome`; undefined: nowhere yet. */
export function existingHome(wanted: string): string | undefined {
  const candidates = process.getuid?.() === 0 ? [wanted, join(systemDirectory, shortHash(wanted))] : [wanted];
  return candidates.find((directory) => clusterOwner(directory) !== undefined);
}

/**
 * The directory of the Unix socket: the cluster's own, unless the path would be longer than the system allows (107
 * bytes on Linux, 103 on macOS), then a private one under the system's temporary directory.
 */
export function socketDirectory(home: EmbeddedHome): string {
  const fits = (directory: string): boolean => Buffer.byteLength(join(directory, '.s.PGSQL.5432')) <= 103;
  if (fits(home.cluster)) return home.cluster;
  const name = `docket-${shortHash(home.cluster)}`;
  const short = [resolve(tmpdir()), '/tmp']
    .filter((parent) => home.runAs === undefined || canWalkTo(parent, home.runAs))
    .map((parent) => join(parent, name))
    .find(fits);
  if (short === undefined) throw new StartError(`DOCKET_DATA: the path ${home.directory} is too long for a socket`);
  mkdirSync(short, { recursive: true, mode: 0o700 });
  const found = lstatSync(short);
  const mine = process.getuid?.() ?? found.uid;
  const owner = home.runAs?.uid ?? mine;
  // Anybody may make names under /tmp: a directory of another user could hand us a server of theirs.
  if (!found.isDirectory() || (found.uid !== owner && found.uid !== mine)) {
    throw new StartError(`${short} belongs to another user: remove it, or set DOCKET_DATA to a shorter path`);
  }
  if (home.runAs !== undefined) chownSync(short, home.runAs.uid, home.runAs.gid);
  chmodSync(short, 0o700);
  return short;
}

function clusterOwner(directory: string): number | undefined {
  try {
    return statSync(join(directory, 'postgres', 'PG_VERSION')).uid;
  } catch {
    return undefined;
  }
}

function usable(directory: string, runAs: SystemUser): EmbeddedHome {
  makeDirectory(directory);
  // A directory of mktemp is 0700: let the database's user walk through, not look around.
  if (!canWalkTo(directory, runAs)) chmodSync(directory, (statSync(directory).mode & 0o777) | 0o011);
  if (!canWalkTo(directory, runAs)) {
    throw new StartError(`DOCKET_DATA: the user ${runAs.name}, who owns the database, cannot reach ${directory}`);
  }
  return { directory, cluster: join(directory, 'postgres'), runAs };
}

function makeDirectory(directory: string): void {
  try {
    const first = mkdirSync(directory, { recursive: true });
    // The umask may be 077; what was made here must stay walkable.
    for (let made = directory; first !== undefined && made.length >= first.length; made = dirname(made)) {
      chmodSync(made, 0o755);
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new StartError(`DOCKET_DATA: the directory ${directory} cannot be made (${code})`);
  }
}

/** Whether `user` may walk through every existing directory of the path. */
function canWalkTo(directory: string, user: SystemUser): boolean {
  for (let at = resolve(directory); ; at = dirname(at)) {
    let found: ReturnType<typeof statSync>;
    try {
      found = statSync(at);
    } catch {
      continue; // not made yet: it will be made walkable
    }
    if (!found.isDirectory()) return true; // making a directory below it fails with the right message
    const bit = found.uid === user.uid ? 0o100 : found.gid === user.gid ? 0o010 : 0o001;
    if ((found.mode & bit) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
