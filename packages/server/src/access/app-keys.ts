import { createHash, timingSafeEqual } from 'node:crypto';
import type { Credentials } from '../api/auth.js';
import { type Caller, EVERY_ORDER } from './caller.js';

/** A key as it is stored: never the token, only its SHA-256 (tokens are long and random, so a slow hash adds nothing). */
export interface AppKeyRow {
  readonly account: string;
  readonly key: string;
  readonly tokenSha256: Buffer;
  readonly permissions: readonly string[];
  readonly expiresAt: Date | null;
}

export interface AppKeys {
  /** The caller if the key was read lately and the token is right; null says nothing. No I/O. */
  cached(credentials: Credentials): Caller | null;
  /** The caller, or null where key and token do not belong together. Reads the database when the cache is old. */
  authenticate(credentials: Credentials): Promise<Caller | null>;
  /** Forgets a key that was changed in this process. */
  drop(key: string): void;
}

/** A revoked key works at most this long in other processes. */
const CACHE_MILLIS = 5_000;
/** Strangers may guess keys; they must not fill the memory. */
const CACHE_KEYS = 10_000;

interface Cached {
  readonly row: AppKeyRow | null;
  readonly caller: Caller | null;
  readonly until: number;
}

export interface AppKeyDependencies {
  /** Reads a key of any account; keys are unique over all of them. */
  readonly find: (key: string) => Promise<AppKeyRow | null>;
  readonly now: () => number;
}

export function createAppKeys({ find, now }: AppKeyDependencies): AppKeys {
  const cache = new Map<string, Cached>();

  function remember(key: string, row: AppKeyRow | null): Cached {
    const oldest = cache.keys().next();
    if (cache.size >= CACHE_KEYS && oldest.done !== true) cache.delete(oldest.value);
    const caller = row === null ? null : callerOfKey(row);
    const entry = { row, caller, until: now() + CACHE_MILLIS };
    cache.delete(key);
    cache.set(key, entry);
    return entry;
  }

  function judge({ row, caller }: Cached, token: string): Caller | null {
    // An unknown key is compared too, so that the time of the answer does not tell which keys exist.
    const right = timingSafeEqual(tokenHash(token), row?.tokenSha256 ?? NO_HASH);
    if (!right || row === null) return null;
    return row.expiresAt !== null && row.expiresAt.getTime() <= now() ? null : caller;
  }

  return {
    cached({ key, token }) {
      const entry = cache.get(key);
      return entry !== undefined && entry.until > now() ? judge(entry, token) : null;
    },
    async authenticate({ key, token }) {
      const entry = cache.get(key);
      const fresh = entry !== undefined && entry.until > now() ? entry : remember(key, await find(key));
      return judge(fresh, token);
    },
    drop: (key) => void cache.delete(key),
  };
}

const callerOfKey = ({ account, key, permissions }: AppKeyRow): Caller => ({
  account,
  kind: 'key',
  id: `key:${key}`,
  permissions: new Set(permissions),
  scope: EVERY_ORDER,
});

const NO_HASH = Buffer.alloc(32);

/** What is stored of a token. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
