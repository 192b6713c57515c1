import { createHash, randomBytes } from 'node:crypto';

/** A scanner for secrets finds what begins like this: `dkt_[A-Za-z0-9_-]{43}`. */
const PREFIX = 'dkt_';

/** A new token of a key: 256 bits. It is shown once, and never stored. */
export const newToken = (): string => PREFIX + randomBytes(32).toString('base64url');

/** What is stored of a token. Tokens are long and random, so a slow hash adds nothing. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** By which a person tells one token of a key from the other. */
export const endingOf = (token: string): string => token.slice(-4);

/** A name for a key that nobody chose: over all accounts, so that a taken name tells nothing about others. */
export const newKeyName = (account: string): string => `${account}-${randomBytes(8).toString('hex')}`;
