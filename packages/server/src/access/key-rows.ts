import type pg from 'pg';
import { query } from '../database/pool.js';
import type { GivenScope } from './grants.js';

/** What a key is, without what it proves itself with. */
export interface KeySettings {
  readonly label: string;
  /** Its own, beside those of its roles. */
  readonly permissions: readonly string[];
  readonly roles: readonly string[];
  readonly scope: GivenScope;
  /** ISO 8601; null: never. */
  readonly expiresAt: string | null;
}

interface KeyToken {
  readonly token: number;
  /** Its last four characters; empty where they are not known. */
  readonly ending: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

export interface Key extends KeySettings {
  readonly key: string;
  readonly createdAt: string;
  readonly createdBy: string;
  /** Of any of its tokens. */
  readonly lastUsedAt: string | null;
  readonly tokens: readonly KeyToken[];
}

interface Row {
  readonly key: string;
  readonly label: string;
  readonly permissions: readonly string[];
  readonly roles: readonly string[];
  readonly stores: readonly string[] | null;
  readonly seller: string | null;
  readonly own: boolean;
  readonly created_at: Date;
  readonly created_by: string;
  readonly expires_at: Date | null;
  readonly tokens: readonly KeyToken[] | null;
}

const SELECT = `select k.key, k.label, k.permissions, k.roles, k.stores, k.seller, k.own, k.created_at, k.created_by,
                       k.expires_at,
                       (select json_agg(json_build_object('token', t.token, 'ending', t.ending,
                                                          'createdAt', t.created_at, 'lastUsedAt', t.last_used_at)
                                        order by t.token)
                          from app_key_tokens t where t.account = k.account and t.key = k.key) as tokens
                  from app_keys k`;

/** Keys of the account in the order of their names, from the one after `after` on. */
export async function listKeys(client: pg.ClientBase, account: string, after: string, limit: number): Promise<Key[]> {
  const { rows } = await query<Row & Record<string, unknown>>(
    client,
    { name: 'list_keys', text: `${SELECT} where k.account = $1 and k.key > $2 order by k.key limit $3` },
    [account, after, limit],
  );
  return rows.map(keyOf);
}

export async function findKey(client: pg.ClientBase, account: string, key: string): Promise<Key | null> {
  const { rows } = await query<Row & Record<string, unknown>>(
    client,
    { name: 'find_key', text: `${SELECT} where k.account = $1 and k.key = $2` },
    [account, key],
  );
  return rows[0] === undefined ? null : keyOf(rows[0]);
}

function keyOf(row: Row): Key {
  const tokens = (row.tokens ?? []).map((token) => ({
    ...token,
    createdAt: new Date(token.createdAt).toISOString(),
    lastUsedAt: token.lastUsedAt === null ? null : new Date(token.lastUsedAt).toISOString(),
  }));
  const uses = tokens.flatMap(({ lastUsedAt }) => (lastUsedAt === null ? [] : [lastUsedAt])).sort();
  return {
    key: row.key,
    label: row.label,
    permissions: row.permissions,
    roles: row.roles,
    scope: { stores: row.stores, seller: row.seller, own: row.own },
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    expiresAt: row.expires_at?.toISOString() ?? null,
    lastUsedAt: uses.at(-1) ?? null,
    tokens,
  };
}

export async function insertKey(
  client: pg.ClientBase,
  account: string,
  { key, settings, by, at }: { key: string; settings: KeySettings; by: string; at: string },
): Promise<void> {
  const { label, permissions, roles, scope, expiresAt } = settings;
  await query(
    client,
    {
      name: 'insert_key',
      text: `insert into app_keys (account, key, label, permissions, roles, stores, seller, own, expires_at, created_by,
                                   created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    },
    [account, key, label, permissions, roles, scope.stores, scope.seller, scope.own, expiresAt, by, at],
  );
}

export async function updateKey(
  client: pg.ClientBase,
  account: string,
  key: string,
  { label, permissions, roles, scope, expiresAt }: KeySettings,
): Promise<void> {
  await query(
    client,
    {
      name: 'update_key',
      text: `update app_keys set label = $3, permissions = $4, roles = $5, stores = $6, seller = $7, own = $8, expires_at = $9
              where account = $1 and key = $2`,
    },
    [account, key, label, permissions, roles, scope.stores, scope.seller, scope.own, expiresAt],
  );
}

/** Its tokens go with it; its own feed and hook are paused, so that nothing goes out for a key that is no more. */
export async function deleteKey(client: pg.ClientBase, account: string, key: string, at: string): Promise<void> {
  await query(
    client,
    {
      name: 'pause_feeds_of_key',
      text: `update feeds set paused_at = coalesce(paused_at, $3), pause_reason = $4 where account = $1 and owner = $2`,
    },
    [account, `key:${key}`, at, `the key ${key}, to which it belongs, was removed`],
  );
  await query(client, { name: 'delete_key', text: 'delete from app_keys where account = $1 and key = $2' }, [
    account,
    key,
  ]);
}

export async function insertToken(
  client: pg.ClientBase,
  account: string,
  key: string,
  { token, sha256, ending, at }: { token: number; sha256: Buffer; ending: string; at: string },
): Promise<void> {
  await query(
    client,
    {
      name: 'insert_key_token',
      text: `insert into app_key_tokens (account, key, token, token_sha256, ending, created_at)
             values ($1, $2, $3, $4, $5, $6)`,
    },
    [account, key, token, sha256, ending, at],
  );
}

/** False where the key has no such token. */
export async function deleteToken(
  client: pg.ClientBase,
  account: string,
  key: string,
  token: number,
): Promise<boolean> {
  const { rowCount } = await query(
    client,
    { name: 'delete_key_token', text: 'delete from app_key_tokens where account = $1 and key = $2 and token = $3' },
    [account, key, token],
  );
  return rowCount === 1;
}
