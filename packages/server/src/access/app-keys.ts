import { timingSafeEqual } from 'node:crypto';
import type { Credentials } from '../api/auth.js';
import type { Caller } from './caller.js';
import { type GivenScope, scopeOf } from './grants.js';
import { tokenHash } from './tokens.js';

/** A key as it is stored: of its tokens the SHA-256 alone. */
export interface AppKeyRow {
  readonly account: string;
  readonly key: string;
  /** Each lets the key in: two, while one takes the place of the other. */
  readonly tokens: readonly { readonly token: number; readonly sha256: Buffer }[];
  /** Its own and those of its roles. */
  readonly permissions: readonly string[];
  readonly roles: readonly string[];
  readonly scope: GivenScope;
  readonly expiresAt: Date | null;
}

export interface AppKeys {
  /** The caller if the key was read lately and the token is right; null says nothing. No I/O. */
  cached(credentials: Credentials): Caller | null;
  /** The caller, or null where key and token do not belong together. Reads the database when the cache is old. */
  authenticate(credentials: Credentials): Promise<Caller | null>;
  /** Forgets the keys of an account whose keys or roles were changed in this process. */
  drop(account: string): void;
}

/** A revoked token, and a permission that was taken, work at most this long in other processes. */
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
  /** Told of every token that let somebody in; must return at once. */
  readonly used: (account: string, key: string, token: number) => void;
}

export function createAppKeys({ find, now, used }: AppKeyDependencies): AppKeys {
  const cache = new Map<string, Cached>();
  /** Counted, so that what was read before a change is not remembered after it. */
  let drops = 0;

  async function read(key: string): Promise<Cached> {
    const before = drops;
    const row = await find(key);
    const entry = { row, caller: row === null ? null : callerOfKey(row), until: now() + CACHE_MILLIS };
    if (drops !== before) return entry;
    const oldest = cache.keys().next();
    if (cache.size >= CACHE_KEYS && oldest.done !== true) cache.delete(oldest.value);
    cache.delete(key);
    cache.set(key, entry);
    return entry;
  }

  function judge({ row, caller }: Cached, token: string): Caller | null {
    // An unknown key is compared too, so that the time of the answer does not tell which keys exist.
    const hash = tokenHash(token);
    const tokens = row === null || row.tokens.length === 0 ? NO_TOKENS : row.tokens;
    const right = tokens.filter(({ sha256 }) => timingSafeEqual(hash, sha256)).at(0);
    if (right === undefined || row === null) return null;
    if (row.expiresAt !== null && row.expiresAt.getTime() <= now()) return null;
    used(row.account, row.key, right.token);
    return caller;
  }

  return {
    cached({ key, token }) {
      const entry = cache.get(key);
      return entry !== undefined && entry.until > now() ? judge(entry, token) : null;
    },
    async authenticate({ key, token }) {
      const entry = cache.get(key);
      const fresh = entry !== undefined && entry.until > now() ? entry : await read(key);
      return judge(fresh, token);
    },
    drop(account) {
      drops += 1;
      for (const [key, { row }] of cache) if (row?.account === account) cache.delete(key);
    },
  };
}

function callerOfKey({ account, key, permissions, roles, scope }: AppKeyRow): Caller {
  const id = `key:${key}`;
  return { account, kind: 'key', id, permissions: new Set(permissions), roles, scope: scopeOf(scope, id) };
}

const NO_TOKENS = [{ token: 0, sha256: Buffer.alloc(32) }];
