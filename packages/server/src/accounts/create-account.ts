import type pg from 'pg';
import { ensureAppKey } from '../access/app-key-rows.js';
import { EVERY_PERMISSION } from '../access/permissions.js';
import { newKeyName, newToken } from '../access/tokens.js';
import { query, withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';
import { type Edit, recordChange } from '../settings-history/record-change.js';

/** The key by which a new account is first reached. The token is told once and stored as a hash. */
export interface FirstKey {
  readonly account: string;
  readonly key: string;
  readonly token: string;
}

/** Makes an account with its default store, channel and stock place. Null: there is one of this name. */
export async function createAccount(
  pool: pg.Pool,
  { account, name }: { readonly account: string; readonly name: string },
  by: Pick<Edit, 'at' | 'actor'>,
): Promise<FirstKey | null> {
  const made = await withAccounts(pool, [account], (client) =>
    inTransaction(client, async () => {
      const { rows } = await query<{ made: boolean }>(client, { text: 'select ensure_account($1, $2) as made' }, [
        account,
        name,
      ]);
      if (rows[0]?.made !== true) return false;
      await recordChange(client, {
        account,
        ...by,
        kind: 'account',
        key: account,
        before: null,
        after: { account, name },
      });
      return true;
    }),
  );
  return made ? firstKey(pool, account) : null;
}

/** A new key with every permission. */
async function firstKey(pool: pg.Pool, account: string): Promise<FirstKey> {
  const key = newKeyName(account);
  const token = newToken();
  await ensureAppKey(pool, account, { key, token, permissions: [EVERY_PERMISSION] });
  return { account, key, token };
}
