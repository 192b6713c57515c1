import { createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** A token of a session or a one-time code: 256 random bits, so that a fast hash of it is enough at rest. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/**
 * The token that requests of a session must repeat in a header. It follows from the session's own token, so it is stored
 * nowhere, ends with the session, and cannot be known by a page that cannot read our answers.
 */
export const csrfToken = (sessionToken: string): string =>
  createHmac('sha256', sessionToken).update('docket csrf 1').digest('base64url');

/** Names who tries to log in without saying who: an HMAC under a key of the installation. */
export function createAttemptNames(secret: string): (kind: string, who: string) => Buffer {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'docket login attempts 1', 32));
  return (kind, who) => createHmac('sha256', key).update(`${kind}\n${who}`).digest();
}
