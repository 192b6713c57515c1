import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import type { AppKeyRow } from './app-keys.js';

interface Row {
  readonly account: string;
  readonly key: string;
  readonly token_sha256: Buffer;
  readonly permissions: readonly string[];
  readonly expires_at: Date | null;
}

/**
 * The key of this name in any account, or null. Who presents a key does not know its account yet, so the session names
 * the key, and the policy `app_keys_presented` shows that row alone.
 */
export async function findAppKey(pool: pg.Pool, key: string): Promise<AppKeyRow | null> {
  return withAccounts(pool, [], async (client) => {
    await client.query('begin');
    await query(client, { name: 'present_app_key', text: "select set_config('docket.app_key', $1, true)" }, [key]);
    const { rows } = await query<Row & Record<string, unknown>>(
      client,
      {
        name: 'find_app_key',
        text: 'select account, key, token_sha256, permissions, expires_at from app_keys where key = $1',
      },
      [key],
    );
    await client.query('commit');
    const [row] = rows;
    if (row === undefined) return null;
    return {
      account: row.account,
      key: row.key,
      tokenSha256: row.token_sha256,
      permissions: row.permissions,
      expiresAt: row.expires_at,
    };
  });
}

export interface NewAppKey {
  readonly key: string;
  readonly tokenSha256: Buffer;
  readonly permissions: readonly string[];
}

/** Makes the key, or gives the one of this account new token and permissions. Throws where another account has it. */
export async function saveAppKey(pool: pg.Pool, account: string, key: NewAppKey): Promise<void> {
  await withAccounts(pool, [account], (client) =>
    query(
      client,
      {
        text: `insert into app_keys (account, key, token_sha256, permissions) values ($1, $2, $3, $4)
               on conflict (account, key) do update
                 set token_sha256 = excluded.token_sha256, permissions = excluded.permissions, expires_at = null
               where (app_keys.token_sha256, app_keys.permissions) is distinct from (excluded.token_sha256, excluded.permissions)`,
      },
      [account, key.key, key.tokenSha256, key.permissions],
    ),
  );
}

/** Takes a key away; false where the account has none of this name. */
export async function removeAppKey(pool: pg.Pool, account: string, key: string): Promise<boolean> {
  const { rowCount } = await withAccounts(pool, [account], (client) =>
    query(client, { text: 'delete from app_keys where account = $1 and key = $2' }, [account, key]),
  );
  return rowCount === 1;
}
