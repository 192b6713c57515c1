import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { connect as connectPlain, type Socket } from 'node:net';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import type { Settings, SmtpServer } from '../settings.js';
import { fail, ok, skip, type Verdict, warn } from './verdict.js';

/** As `engines` in package.json says. */
const OLDEST_NODE = [20, 19] as const;

/** @param version without the `v` */
export function nodeVersion(version: string): Verdict {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldest, least] = OLDEST_NODE;
  if (major > oldest || (major === oldest && minor >= least)) return ok('node', version);
  return fail('node', `${version} is too old`, `Install Node ${oldest}.${least} or newer.`);
}

/** The key of the demo is known to everybody. */
export function demoKey({ demo, host }: Pick<Settings, 'demo' | 'host'>): Verdict {
  if (!demo) return ok('demo', 'off');
  if (['127.0.0.1', '::1', 'localhost'].includes(host)) return ok('demo', 'on, for this machine alone');
  return warn(
    'demo',
    `on, and HOST ${host} lets others in with the key docket-demo`,
    'Set DOCKET_DEMO=0, and revoke the key docket-demo.',
  );
}

export function linksInMails({ mail, publicUrl }: Pick<Settings, 'mail' | 'publicUrl'>): Verdict {
  if (mail === undefined) return skip('links', 'no mail server is set');
  const { hostname } = new URL(publicUrl);
  if (!['127.0.0.1', '[::1]', 'localhost'].includes(hostname)) return ok('links', publicUrl);
  return warn('links', `links in mails lead to ${publicUrl}, which nobody else can open`, 'Set DOCKET_PUBLIC_URL.');
}

const GIB = 1024 ** 3;
const FULL = GIB / 4;
const NEARLY_FULL = 2 * GIB;

/** The directory of the embedded database: rights, and room. */
export async function dataDirectory(directory: string): Promise<readonly Verdict[]> {
  const rights = await rightsOf(directory);
  const { bavail, bsize } = await statfs(directory);
  const free = bavail * bsize;
  const found = `${(free / GIB).toFixed(1)} GiB free in ${directory}`;
  const next = 'Make room: PostgreSQL stops when the disk is full.';
  if (free < FULL) return [rights, fail('disk', found, next)];
  return [rights, free < NEARLY_FULL ? warn('disk', found, next) : ok('disk', found)];
}

async function rightsOf(directory: string): Promise<Verdict> {
  try {
    await access(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return fail('data', `${directory} may not be written to by this user`, 'Run docket as the owner of the directory.');
  }
  const secret = join(directory, 'secret');
  const mode = await stat(secret).then(
    (found) => found.mode,
    () => 0,
  );
  if ((mode & 0o077) === 0) return ok('data', directory);
  return warn('data', `${secret} may be read by other users of this machine`, `Run chmod 600 ${secret}.`);
}

const ANSWERS_WITHIN = 5_000;

/** Whether a mail server greets there. Nothing is sent and nobody logs in. */
export async function mailServer(mail: Settings['mail']): Promise<Verdict> {
  if (mail === undefined) return skip('smtp', 'no mail server is set: mails are kept', 'docs/how-to/send-mail.md');
  const { host, port } = mail.server;
  const problem = await greetingProblem(mail.server);
  if (problem === null) return ok('smtp', `${host}:${port} answers`);
  return fail('smtp', `${host}:${port}: ${problem}`, 'Check DOCKET_SMTP_URL, and whether a firewall stands between.');
}

function greetingProblem({ host, port, tls }: SmtpServer): Promise<string | null> {
  return new Promise((resolve) => {
    const socket: Socket =
      tls === 'implicit' ? connectTls({ host, port, servername: host }) : connectPlain({ host, port });
    const end = (problem: string | null): void => {
      socket.destroy();
      resolve(problem);
    };
    socket.setTimeout(ANSWERS_WITHIN, () => {
      end('no answer within 5 seconds');
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      end(error.code ?? error.message);
    });
    socket.once('data', (greeting: Buffer) => {
      end(greeting.toString('latin1').startsWith('220') ? null : 'no mail server answers there');
    });
    socket.once('close', () => {
      resolve('the connection was closed');
    });
  });
}
