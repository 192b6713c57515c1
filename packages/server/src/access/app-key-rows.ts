import type pg from 'pg';
import { inTransaction } from '../database/transaction.js';
import { query, withAccounts } from '../database/pool.js';
import type { AppKeyRow } from './app-keys.js';
import { permissionsOfRoles } from './role-rows.js';
import { endingOf, tokenHash } from './tokens.js';

/**
 * The key of this name in any account, with what its roles permit, or null. Who presents a key does not know its account
 * yet, so the session names the key, and the policies `…_presented` show its rows alone.
 */
export async function findAppKey(pool: pg.Pool, key: string): Promise<AppKeyRow | null> {
  return withAccounts(pool, [], (client) =>
    inTransaction(client, async () => {
      await query(client, { name: 'present_app_key', text: "select set_config('docket.app_key', $1, true)" }, [key]);
      const { rows } = await query<FoundKey & Record<string, unknown>>(
        client,
        {
          name: 'find_app_key',
          text: `select k.account, k.key, k.permissions, k.roles, k.stores, k.seller, k.own, k.expires_at as "expiresAt",
                        array_agg(t.token order by t.token) filter (where t.token is not null) as tokens,
                        array_agg(t.token_sha256 order by t.token) filter (where t.token is not null) as hashes
                   from app_keys k left join app_key_tokens t on t.account = k.account and t.key = k.key
                  where k.key = $1
                  group by k.account, k.key`,
        },
        [key],
      );
      const [row] = rows;
      if (row === undefined) return null;
      const { account, roles, stores, seller, own, expiresAt } = row;
      const byRoles = roles.length === 0 ? [] : await presentedRoles(client, account, roles);
      return {
        account,
        key,
        tokens: (row.tokens ?? []).map((token, index) => ({ token, sha256: row.hashes?.[index] ?? NO_BYTES })),
        permissions: [...row.permissions, ...byRoles],
        roles,
        scope: { stores, seller, own },
        expiresAt,
      };
    }),
  );
}

interface FoundKey {
  readonly account: string;
  readonly permissions: readonly string[];
  readonly roles: readonly string[];
  readonly stores: readonly string[] | null;
  readonly seller: string | null;
  readonly own: boolean;
  readonly expiresAt: Date | null;
  readonly tokens: readonly number[] | null;
  readonly hashes: readonly Buffer[] | null;
}

const NO_BYTES = Buffer.alloc(0);

/** Now the account is known, and until the transaction ends the session sees it. */
async function presentedRoles(client: pg.ClientBase, account: string, roles: readonly string[]): Promise<string[]> {
  await query(client, { name: 'present_account', text: "select set_config('docket.accounts', $1, true)" }, [account]);
  return permissionsOfRoles(client, account, roles);
}

/** A key that the settings name: it may do everything, and has this token alone. Throws where another account has it. */
export async function ensureAppKey(pool: pg.Pool, account: string, given: GivenKey): Promise<void> {
  await withAccounts(pool, [account], (client) => inTransaction(client, () => putAppKey(client, account, given)));
}

interface GivenKey {
  readonly key: string;
  readonly token: string;
  readonly permissions: readonly string[];
}

/** As `ensureAppKey`, in the transaction of the caller. */
export async function putAppKey(
  client: pg.ClientBase,
  account: string,
  { key, token, permissions }: GivenKey,
): Promise<void> {
  await query(
    client,
    {
      text: `insert into app_keys (account, key, permissions) values ($1, $2, $3)
             on conflict (account, key) do update
               set permissions = excluded.permissions, roles = '{}', stores = null, seller = null, own = false,
                   expires_at = null`,
    },
    [account, key, permissions],
  );
  await query(client, { text: 'delete from app_key_tokens where account = $1 and key = $2 and token_sha256 <> $3' }, [
    account,
    key,
    tokenHash(token),
  ]);
  await query(
    client,
    {
      text: `insert into app_key_tokens (account, key, token, token_sha256, ending)
             select $1, $2, 1, $3, $4
              where not exists (select from app_key_tokens where account = $1 and key = $2)`,
    },
    [account, key, tokenHash(token), endingOf(token)],
  );
}

/** Takes a key away; false where the account has none of this name. */
export async function removeAppKey(pool: pg.Pool, account: string, key: string): Promise<boolean> {
  const { rowCount } = await withAccounts(pool, [account], (client) =>
    query(client, { text: 'delete from app_keys where account = $1 and key = $2' }, [account, key]),
  );
  return rowCount === 1;
}

/** Writes when a token was used last, where that is a minute old or more. */
export async function recordUse(pool: pg.Pool, account: string, key: string, token: number, at: string): Promise<void> {
  await withAccounts(pool, [account], (client) =>
    query(
      client,
      {
        name: 'record_key_use',
        text: `update app_key_tokens set last_used_at = $4
                where account = $1 and key = $2 and token = $3
                  and (last_used_at is null or last_used_at <= $4::timestamptz - interval '1 minute')`,
      },
      [account, key, token, at],
    ),
  );
}
