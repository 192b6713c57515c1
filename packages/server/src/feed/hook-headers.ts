/** Headers that the protocol needs for itself. */
const RESERVED = new Set([
  'host',
  'content-length',
  'content-type',
  'content-encoding',
  'transfer-encoding',
  'connection',
  'upgrade',
  'expect',
  'te',
  'trailer',
  'keep-alive',
  'user-agent',
  'webhook-id',
  'webhook-timestamp',
  'webhook-signature',
]);
const MOST_HEADERS = 30;

/** Why the headers of a hook cannot be sent, or null. */
export function badHookHeader(headers: Readonly<Record<string, unknown>>): string | null {
  const entries = Object.entries(headers);
  if (entries.length > MOST_HEADERS) return `there are more than ${MOST_HEADERS}`;
  for (const [name, value] of entries) {
    if (!/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/.test(name)) return 'a name is no name of a header';
    if (RESERVED.has(name.toLowerCase())) return `${name} is set by Docket itself`;
    if (typeof value !== 'string' || !/^[\x20-\x7e]{0,2000}$/.test(value)) return `${name} is not visible ASCII`;
  }
  return null;
}
