import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMailAddress } from './mail/address.js';
import { StartError } from './start-error.js';

type ProcessRole = 'all' | 'api' | 'worker';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

/** What the environment says, checked. Absent values are `undefined`; paths are absolute. */
export interface Settings {
  /** TCP port; 0 takes any free one. */
  readonly port: number;
  readonly host: string;
  /** Absent: the embedded PostgreSQL is used. */
  readonly databaseUrl: string | undefined;
  /** Where the embedded database and the secret live, unless the database's user cannot reach it. */
  readonly dataDirectory: string;
  readonly demo: boolean;
  readonly secret: string | undefined;
  /** A key with all permissions for the default account, made at start. */
  readonly appKey: { readonly key: string; readonly token: string } | undefined;
  readonly role: ProcessRole;
  readonly logLevel: LogLevel;
  /** Requests a minute of one credential, in this process; 0: no limit. */
  readonly rateLimit: number;
  /** Where people reach the screens, without a slash at the end: links in mails begin with it. */
  readonly publicUrl: string;
  /** Absent: mails are kept in their table, to be read over the API. */
  readonly mail: { readonly server: SmtpServer; readonly from: string } | undefined;
  /** Calls to addresses that accounts name may go into private networks, and without TLS. */
  readonly privateCalls: boolean;
  /** Where people may log in instead; absent: with a password alone. */
  readonly oidc: OidcSettings | undefined;
}

/** An OpenID Connect provider. */
interface OidcSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What stands on the button. */
  readonly name: string;
  /** What somebody gets who was not invited; absent: they stay out. */
  readonly defaultRole: string | undefined;
}

/** A mail server. TLS `implicit` from the first byte, `required` by STARTTLS before anything else is said, or `off`. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  readonly tls: 'implicit' | 'required' | 'off';
  readonly login: { readonly user: string; readonly password: string } | undefined;
}

/** The directory that holds `packages/`; the same seen from `src` and from `dist`. */
export const checkoutDirectory = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** A checked value, or in words what is wrong with the text. */
type Checked<T> = { readonly value: T } | { readonly wrong: string };

interface Setting<T> {
  /** The default as the documentation prints it. */
  readonly fallback: string;
  readonly meaning: string;
  readonly accepts: string;
  readonly check: (text: string) => Checked<T>;
}

function setting<T>(
  fallback: string,
  accepts: string,
  meaning: string,
  check: (text: string) => Checked<T>,
): Setting<T> {
  return { fallback, accepts, meaning, check };
}

function anyText(text: string): Checked<string> {
  return text.includes('\0') ? { wrong: 'must not contain a NUL character' } : { value: text };
}

/** Goes into a header, where nothing else can stand. */
function visibleText(text: string): Checked<string> {
  return /^[\x21-\x7e]{1,200}$/.test(text)
    ? { value: text }
    : { wrong: 'must be 1 to 200 visible ASCII characters without blanks' };
}

function portNumber(text: string): Checked<number> {
  const wrong = { wrong: 'must be a whole number from 0 to 65535' };
  if (!/^\d{1,5}$/.test(text)) return wrong;
  const value = Number(text);
  return value <= 65_535 ? { value } : wrong;
}

function requestsPerMinute(text: string): Checked<number> {
  return /^\d{1,9}$/.test(text) ? { value: Number(text) } : { wrong: 'must be a whole number, 0 for no limit' };
}

function hostName(text: string): Checked<string> {
  if (/[\s/]/.test(text) || text.includes('://')) return { wrong: 'must be a host name or an address, without scheme' };
  return { value: text };
}

function postgresUrl(text: string): Checked<string> {
  const wrong = { wrong: 'must be a URL that begins with postgres:// or postgresql://' };
  if (!/^postgres(ql)?:\/\//.test(text)) return wrong;
  // `postgres://user@/name?host=/socket/directory` is usual and has no host, which URL refuses.
  return URL.canParse(text.replace('@/', '@localhost/')) ? { value: text } : wrong;
}

function yesOrNo(text: string): Checked<boolean> {
  if (text === '1' || text === 'true') return { value: true };
  if (text === '0' || text === 'false') return { value: false };
  return { wrong: 'must be 1 or 0' };
}

function secretText(text: string): Checked<string> {
  // 16 characters is the floor below which a guess is cheap; the generated one has 43.
  return text.length >= 16 ? { value: text } : { wrong: 'must have at least 16 characters' };
}

function webUrl(text: string): Checked<string> {
  const wrong = { wrong: 'must be a URL such as https://orders.example.com, without query' };
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return wrong;
  const { origin, pathname, search, hash, username } = new URL(text);
  return search !== '' || hash !== '' || username !== '' ? wrong : { value: (origin + pathname).replace(/\/+$/, '') };
}

/** Port 587 is where mail is handed in by STARTTLS (RFC 6409), 465 where TLS begins at once (RFC 8314). */
function smtpUrl(text: string): Checked<SmtpServer> {
  const wrong = { wrong: 'must be a URL such as smtp://user:password@mail.example.com:587 or smtps://…' };
  if (!/^smtps?:\/\/[^/]/.test(text) || !URL.canParse(text)) return wrong;
  const { protocol, hostname, port, username, password, pathname, searchParams, hash } = new URL(text);
  const tls = searchParams.get('tls') ?? 'required';
  const others = [...searchParams.keys()].filter((name) => name !== 'tls');
  if (hostname === '' || hash !== '' || !/^\/?$/.test(pathname) || others.length > 0) return wrong;
  if (tls !== 'required' && tls !== 'off') return { wrong: 'takes tls=required or tls=off' };
  if (protocol === 'smtps:' && tls === 'off') return { wrong: 'cannot be smtps:// and tls=off' };
  if (/%(?![0-9a-f]{2})/i.test(username + password)) return wrong;
  return {
    value: {
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port: port === '' ? (protocol === 'smtps:' ? 465 : 587) : Number(port),
      tls: protocol === 'smtps:' ? 'implicit' : tls,
      login:
        username === '' ? undefined : { user: decodeURIComponent(username), password: decodeURIComponent(password) },
    },
  };
}

/** Codes and secrets go there: without TLS only to this very machine. */
function issuerUrl(text: string): Checked<URL> {
  const wrong = { wrong: 'must be a URL such as https://login.example.com; http:// for this machine alone' };
  if (!URL.canParse(text)) return wrong;
  const url = new URL(text);
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  const fine = url.protocol === 'https:' || (url.protocol === 'http:' && loopback);
  return fine && url.search === '' && url.hash === '' && url.username === '' ? { value: url } : wrong;
}

function shortText(text: string): Checked<string> {
  return /^[^\p{Cc}]{1,60}$/u.test(text) ? { value: text } : { wrong: 'must be 1 to 60 characters on one line' };
}

function roleName(text: string): Checked<string> {
  return /^[a-z0-9][a-z0-9_-]{0,62}$/.test(text) ? { value: text } : { wrong: 'must be the name of a role' };
}

function senderAddress(text: string): Checked<string> {
  const bare = /^[^<>"\p{Cc}]{0,100}<([^<>]+)>$/u.exec(text)?.[1] ?? text;
  return isMailAddress(bare)
    ? { value: text }
    : { wrong: 'must be an address such as orders@example.com, or a name with it: Shop <orders@example.com>' };
}

function processRole(text: string): Checked<ProcessRole> {
  if (text === 'all' || text === 'api' || text === 'worker') return { value: text };
  return { wrong: 'must be all, api or worker' };
}

function logLevel(text: string): Checked<LogLevel> {
  const value = LOG_LEVELS.find((level) => level === text);
  return value === undefined ? { wrong: `must be one of ${LOG_LEVELS.join(', ')}` } : { value };
}

/**
 * Every setting, in the order of the documentation. `docs/reference/settings.md` is made from this table, so a setting
 * that is not here does not exist.
 */
const settingsTable = {
  PORT: setting('4000', '0 to 65535', 'TCP port of API and screens; `0` takes any free port.', portNumber),
  HOST: setting(
    '127.0.0.1',
    'host name or address',
    'Address to listen on; `0.0.0.0` accepts requests from other machines.',
    hostName,
  ),
  DATABASE_URL: setting(
    'the embedded PostgreSQL',
    'postgres:// URL',
    'A PostgreSQL server of version 15 or newer. With it, `DOCKET_SECRET` is required.',
    postgresUrl,
  ),
  DOCKET_DATA: setting(
    '`data` in the checkout',
    'directory',
    'Where the embedded database and the secret are kept. Where the user that runs the database cannot reach it (started ' +
      'as root below a private home), a directory under `/var/lib/docket/` named by a hash is used and announced.',
    anyText,
  ),
  DOCKET_DEMO: setting(
    '1 when embedded, else 0',
    '1 or 0',
    'Loads demo data at the first start and accepts the key `docket-demo` with the token `docket-demo-token`.',
    yesOrNo,
  ),
  DOCKET_SECRET: setting(
    'a file `secret` in the data directory',
    'at least 16 characters',
    'Wraps the keys of personal data. Losing it loses all personal data; required with `DATABASE_URL`.',
    secretText,
  ),
  DOCKET_APP_KEY: setting(
    'none',
    'text',
    'Together with `DOCKET_APP_TOKEN`: a key with all permissions for the default account, made at start.',
    visibleText,
  ),
  DOCKET_APP_TOKEN: setting('none', 'text', 'The token of `DOCKET_APP_KEY`.', visibleText),
  DOCKET_ROLE: setting(
    'all',
    'all, api or worker',
    'What this process does: answer requests (`api`), follow the log and run tasks (`worker`), or both.',
    processRole,
  ),
  DOCKET_LOG_LEVEL: setting(
    'info',
    LOG_LEVELS.join(', '),
    'The least that is worth a line on stderr. `info` names requests that failed, `debug` every request.',
    logLevel,
  ),
  DOCKET_RATE_LIMIT: setting(
    '60000',
    'whole number',
    'Requests a minute that one key, person, shopper or address of strangers may send to one process; `0`: no limit. The ' +
      'default stops a program that runs wild: a connector that waits for its answers sends a few hundred a second.',
    requestsPerMinute,
  ),
  DOCKET_PUBLIC_URL: setting(
    '`http://127.0.0.1` with the port',
    'http:// or https:// URL',
    'Where people reach this server; links in mails begin with it.',
    webUrl,
  ),
  DOCKET_SMTP_URL: setting(
    'none',
    'smtp:// or smtps:// URL',
    'The mail server, with user and password where it wants them. `smtp://` insists on STARTTLS unless `?tls=off` says ' +
      'otherwise. Without it, mails are kept to be read over the API.',
    smtpUrl,
  ),
  DOCKET_MAIL_FROM: setting(
    'none',
    'mail address',
    'Sender of all mails; required with `DOCKET_SMTP_URL`.',
    senderAddress,
  ),
  DOCKET_PRIVATE_CALLS: setting(
    '0',
    '1 or 0',
    'Whether hooks may call addresses inside private networks, and addresses without TLS. Accounts then reach what this ' +
      'server reaches.',
    yesOrNo,
  ),
  DOCKET_OIDC_ISSUER: setting(
    'none',
    'https:// URL',
    'An OpenID Connect provider that people may log in with; with `DOCKET_OIDC_CLIENT_ID` and `DOCKET_OIDC_CLIENT_SECRET`.',
    issuerUrl,
  ),
  DOCKET_OIDC_CLIENT_ID: setting('none', 'text', 'What the provider calls this installation.', visibleText),
  DOCKET_OIDC_CLIENT_SECRET: setting('none', 'text', 'What this installation proves itself with.', visibleText),
  DOCKET_OIDC_NAME: setting('`OpenID Connect`', 'text', 'What people call the provider.', shortText),
  DOCKET_OIDC_DEFAULT_ROLE: setting(
    'none',
    'name of a role',
    'The role in the default account of whom the provider knows and nobody invited. Without it, they stay out.',
    roleName,
  ),
} as const;

type SettingName = keyof typeof settingsTable;

/** Secrets are named in messages, never shown; a database URL may hold a password. */
const neverShown: ReadonlySet<SettingName> = new Set([
  'DATABASE_URL',
  'DOCKET_SECRET',
  'DOCKET_APP_TOKEN',
  'DOCKET_SMTP_URL',
  'DOCKET_OIDC_CLIENT_SECRET',
]);

type ValueOf<N extends SettingName> = (typeof settingsTable)[N] extends Setting<infer T> ? T : never;

/**
 * Reads and checks the settings. An empty variable counts as absent.
 *
 * @throws StartError naming the variable and what it must be.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>> = process.env): Settings {
  function read<N extends SettingName>(name: N): ValueOf<N> | undefined {
    const text = environment[name];
    if (text === undefined || text === '') return undefined;
    const checked = settingsTable[name].check(text) as Checked<ValueOf<N>>;
    if ('value' in checked) return checked.value;
    const echo = neverShown.has(name) ? '' : ` (it is ${JSON.stringify(text)})`;
    throw new StartError(`${name} ${checked.wrong}${echo}`);
  }

  const databaseUrl = read('DATABASE_URL');
  const secret = read('DOCKET_SECRET');
  if (databaseUrl !== undefined && secret === undefined) {
    throw new StartError(
      'DOCKET_SECRET is required with DATABASE_URL: set it to a long random text and keep it, without it personal data cannot be read',
    );
  }

  const key = read('DOCKET_APP_KEY');
  const token = read('DOCKET_APP_TOKEN');
  if (key === undefined && token !== undefined) throw new StartError('DOCKET_APP_TOKEN is set without DOCKET_APP_KEY');
  if (key !== undefined && token === undefined) throw new StartError('DOCKET_APP_KEY is set without DOCKET_APP_TOKEN');

  const server = read('DOCKET_SMTP_URL');
  const from = read('DOCKET_MAIL_FROM');
  if (server !== undefined && from === undefined)
    throw new StartError('DOCKET_SMTP_URL is set without DOCKET_MAIL_FROM');

  const issuer = read('DOCKET_OIDC_ISSUER');
  const clientId = read('DOCKET_OIDC_CLIENT_ID');
  const clientSecret = read('DOCKET_OIDC_CLIENT_SECRET');
  if (issuer !== undefined && (clientId === undefined || clientSecret === undefined)) {
    throw new StartError('DOCKET_OIDC_ISSUER is set without DOCKET_OIDC_CLIENT_ID and DOCKET_OIDC_CLIENT_SECRET');
  }
  const name = read('DOCKET_OIDC_NAME') ?? 'OpenID Connect';
  const defaultRole = read('DOCKET_OIDC_DEFAULT_ROLE');

  const data = read('DOCKET_DATA');
  const port = read('PORT') ?? 4000;
  return {
    port,
    host: read('HOST') ?? '127.0.0.1',
    databaseUrl,
    dataDirectory: data === undefined ? resolve(checkoutDirectory, 'data') : resolve(data),
    demo: read('DOCKET_DEMO') ?? databaseUrl === undefined,
    secret,
    appKey: key !== undefined && token !== undefined ? { key, token } : undefined,
    role: read('DOCKET_ROLE') ?? 'all',
    logLevel: read('DOCKET_LOG_LEVEL') ?? 'info',
    rateLimit: read('DOCKET_RATE_LIMIT') ?? 60_000,
    publicUrl: read('DOCKET_PUBLIC_URL') ?? `http://127.0.0.1:${port}`,
    privateCalls: read('DOCKET_PRIVATE_CALLS') ?? false,
    mail: server !== undefined && from !== undefined ? { server, from } : undefined,
    oidc:
      issuer !== undefined && clientId !== undefined && clientSecret !== undefined
        ? { issuer, clientId, clientSecret, name, defaultRole }
        : undefined,
  };
}

/** The page `docs/reference/settings.md`. */
export function renderSettingsPage(): string {
  const rows = Object.entries(settingsTable).map(
    ([name, { fallback, accepts, meaning }]) => `| \`${name}\` | ${fallback} | ${accepts} | ${meaning} |`,
  );
  return [
    '# Settings',
    '',
    'Docket is set by environment variables. An empty variable counts as absent; a wrong one stops the start with one',
    'line that names it. This page is made from `packages/server/src/settings.ts` by `npm run docs`.',
    '',
    '| variable | default | accepts | meaning |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
