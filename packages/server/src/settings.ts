import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Checked,
  type LogLevel,
  type ProcessRole,
  LOG_LEVELS,
  anyText,
  headerList,
  hostName,
  importMegabytes,
  issuerUrl,
  keptDays,
  logLevel,
  portNumber,
  postgresUrl,
  processRole,
  proxyList,
  requestsPerMinute,
  roleName,
  secretText,
  senderAddress,
  shortText,
  smtpUrl,
  visibleText,
  webUrl,
  yesOrNo,
} from './setting-checks.js';
import { StartError } from './start-error.js';

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
  readonly importMegabytes: number;
  /** What was said to payment providers, and what they told and was settled, is kept for so many days. */
  readonly paymentLogDays: number;
  /** Addresses and networks of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** Where people reach the screens, without a slash at the end: links in mails begin with it. */
  readonly publicUrl: string;
  /** Absent: mails are kept in their table, to be read over the API. */
  readonly mail: { readonly server: SmtpServer; readonly from: string } | undefined;
  /** Calls to addresses that accounts name may go into private networks, and without TLS. */
  readonly privateCalls: boolean;
  /** Where traces are sent; absent: there are none. */
  readonly traces: TraceSettings | undefined;
  /** Where people may log in instead; absent: with a password alone. */
  readonly oidc: OidcSettings | undefined;
}

/** A collector of OpenTelemetry. */
interface TraceSettings {
  /** Ends in `/v1/traces`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly serviceName: string;
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

/** Longer than buyers may dispute a payment. */
export const PAYMENT_LOG_DAYS = 400;

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
  DOCKET_IMPORT_MB: setting(
    '1024',
    'whole number from 1 to 999999',
    'Megabytes that the files of one import over the API may have; `docket import orders` has no limit.',
    importMegabytes,
  ),
  DOCKET_PAYMENT_LOG_DAYS: setting(
    `${PAYMENT_LOG_DAYS}`,
    'whole number from 30 to 36500',
    'Days for which the gateway log and settled events of payment providers are kept. The default is longer than buyers may ' +
      'dispute a payment; events that nobody settled stay.',
    keptDays,
  ),
  DOCKET_TRUSTED_PROXIES: setting(
    'none',
    'addresses or networks, with commas between',
    'Proxies in front of this server: where a request comes from one of them, `X-Forwarded-For` says whose it is. Without ' +
      'it all people behind a proxy count as one address, and share the limits of wrong logins and of requests.',
    proxyList,
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
  OTEL_EXPORTER_OTLP_ENDPOINT: setting(
    'none',
    'http:// or https:// URL',
    'A collector of OpenTelemetry that takes OTLP over HTTP, such as `http://127.0.0.1:4318`: traces are sent there, to ' +
      '`/v1/traces`. Without it there are none.',
    webUrl,
  ),
  OTEL_EXPORTER_OTLP_HEADERS: setting(
    'none',
    'name=value, …',
    'Headers that the collector wants, with values percent-encoded.',
    headerList,
  ),
  OTEL_SERVICE_NAME: setting('`docket`', 'text', 'What traces call this process.', shortText),
} as const;

type SettingName = keyof typeof settingsTable;

/** Secrets are named in messages, never shown; a database URL may hold a password. */
const neverShown: ReadonlySet<SettingName> = new Set([
  'DATABASE_URL',
  'DOCKET_SECRET',
  'DOCKET_APP_TOKEN',
  'DOCKET_SMTP_URL',
  'DOCKET_OIDC_CLIENT_SECRET',
  'OTEL_EXPORTER_OTLP_HEADERS',
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

  const collector = read('OTEL_EXPORTER_OTLP_ENDPOINT');
  const collectorHeaders = read('OTEL_EXPORTER_OTLP_HEADERS') ?? {};
  const serviceName = read('OTEL_SERVICE_NAME') ?? 'docket';

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
    importMegabytes: read('DOCKET_IMPORT_MB') ?? 1_024,
    paymentLogDays: read('DOCKET_PAYMENT_LOG_DAYS') ?? PAYMENT_LOG_DAYS,
    trustedProxies: read('DOCKET_TRUSTED_PROXIES') ?? [],
    publicUrl: read('DOCKET_PUBLIC_URL') ?? `http://127.0.0.1:${port}`,
    privateCalls: read('DOCKET_PRIVATE_CALLS') ?? false,
    mail: server !== undefined && from !== undefined ? { server, from } : undefined,
    traces:
      collector === undefined ? undefined : { url: `${collector}/v1/traces`, headers: collectorHeaders, serviceName },
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
