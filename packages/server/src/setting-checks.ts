import { isIP } from 'node:net';
import { isMailAddress } from './mail/address.js';
import type { SmtpServer } from './settings.js';

export type ProcessRole = 'all' | 'api' | 'worker';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A checked value, or in words what is wrong with the text. */
export type Checked<T> = { readonly value: T } | { readonly wrong: string };

export function anyText(text: string): Checked<string> {
  return text.includes('\0') ? { wrong: 'must not contain a NUL character' } : { value: text };
}

/** Goes into a header, where nothing else can stand. */
export function visibleText(text: string): Checked<string> {
  return /^[\x21-\x7e]{1,200}$/.test(text)
    ? { value: text }
    : { wrong: 'must be 1 to 200 visible ASCII characters without blanks' };
}

export function portNumber(text: string): Checked<number> {
  const wrong = { wrong: 'must be a whole number from 0 to 65535' };
  if (!/^\d{1,5}$/.test(text)) return wrong;
  const value = Number(text);
  return value <= 65_535 ? { value } : wrong;
}

export function requestsPerMinute(text: string): Checked<number> {
  return /^\d{1,9}$/.test(text) ? { value: Number(text) } : { wrong: 'must be a whole number, 0 for no limit' };
}

export function importMegabytes(text: string): Checked<number> {
  return /^[1-9]\d{0,5}$/.test(text) ? { value: Number(text) } : { wrong: 'must be a whole number from 1 to 999999' };
}

export function keptDays(text: string): Checked<number> {
  const days = /^[1-9]\d{1,4}$/.test(text) ? Number(text) : 0;
  return days >= 30 && days <= 36_500 ? { value: days } : { wrong: 'must be a whole number from 30 to 36500' };
}

export function proxyList(text: string): Checked<readonly string[]> {
  const networks = text.split(',').map((part) => part.trim());
  const isNetwork = (network: string): boolean => {
    const [address = '', bits, ...more] = network.split('/');
    const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
    return more.length === 0 && most > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
  };
  if (!networks.every(isNetwork))
    return { wrong: 'must be addresses or networks such as 10.0.0.0/8, with commas between' };
  return { value: networks };
}

export function hostName(text: string): Checked<string> {
  if (/[\s/]/.test(text) || text.includes('://')) return { wrong: 'must be a host name or an address, without scheme' };
  return { value: text };
}

export function postgresUrl(text: string): Checked<string> {
  const wrong = { wrong: 'must be a URL that begins with postgres:// or postgresql://' };
  if (!/^postgres(ql)?:\/\//.test(text)) return wrong;
  // `postgres://user@/name?host=/socket/directory` is usual and has no host, which URL refuses.
  return URL.canParse(text.replace('@/', '@localhost/')) ? { value: text } : wrong;
}

export function yesOrNo(text: string): Checked<boolean> {
  if (text === '1' || text === 'true') return { value: true };
  if (text === '0' || text === 'false') return { value: false };
  return { wrong: 'must be 1 or 0' };
}

export function secretText(text: string): Checked<string> {
  // 16 characters is the floor below which a guess is cheap; the generated one has 43.
  return text.length >= 16 ? { value: text } : { wrong: 'must have at least 16 characters' };
}

export function webUrl(text: string): Checked<string> {
  const wrong = { wrong: 'must be a URL such as https://orders.example.com, without query' };
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return wrong;
  const { origin, pathname, search, hash, username } = new URL(text);
  return search !== '' || hash !== '' || username !== '' ? wrong : { value: (origin + pathname).replace(/\/+$/, '') };
}

/** Port 587 is where mail is handed in by STARTTLS (RFC 6409), 465 where TLS begins at once (RFC 8314). */
export function smtpUrl(text: string): Checked<SmtpServer> {
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
export function issuerUrl(text: string): Checked<URL> {
  const wrong = { wrong: 'must be a URL such as https://login.example.com; http:// for this machine alone' };
  if (!URL.canParse(text)) return wrong;
  const url = new URL(text);
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  const fine = url.protocol === 'https:' || (url.protocol === 'http:' && loopback);
  return fine && url.search === '' && url.hash === '' && url.username === '' ? { value: url } : wrong;
}

/** `name=value,name=value`, percent-encoded, as OpenTelemetry has it. */
export function headerList(text: string): Checked<Readonly<Record<string, string>>> {
  const wrong = { wrong: 'must be headers such as authorization=Bearer%20abc,x-team=shop' };
  const headers: Record<string, string> = {};
  for (const pair of text.split(',').map((part) => part.trim())) {
    const [, name, value] = /^([A-Za-z0-9-]{1,100})=(.*)$/.exec(pair) ?? [];
    const decoded = value === undefined ? null : decodedText(value);
    if (name === undefined || decoded === null || !/^[\x20-\x7e]*$/.test(decoded)) return wrong;
    headers[name.toLowerCase()] = decoded;
  }
  return { value: headers };
}

function decodedText(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

export function shortText(text: string): Checked<string> {
  return /^[^\p{Cc}]{1,60}$/u.test(text) ? { value: text } : { wrong: 'must be 1 to 60 characters on one line' };
}

export function roleName(text: string): Checked<string> {
  return /^[a-z0-9][a-z0-9_-]{0,62}$/.test(text) ? { value: text } : { wrong: 'must be the name of a role' };
}

export function senderAddress(text: string): Checked<string> {
  const bare = /^[^<>"\p{Cc}]{0,100}<([^<>]+)>$/u.exec(text)?.[1] ?? text;
  return isMailAddress(bare)
    ? { value: text }
    : { wrong: 'must be an address such as orders@example.com, or a name with it: Shop <orders@example.com>' };
}

export function processRole(text: string): Checked<ProcessRole> {
  if (text === 'all' || text === 'api' || text === 'worker') return { value: text };
  return { wrong: 'must be all, api or worker' };
}

export function logLevel(text: string): Checked<LogLevel> {
  const value = LOG_LEVELS.find((level) => level === text);
  return value === undefined ? { wrong: `must be one of ${LOG_LEVELS.join(', ')}` } : { value };
}
