import type pg from 'pg';
import { putAppKey } from '../access/app-key-rows.js';
import { EVERY_PERMISSION } from '../access/permissions.js';
import { newKeyName, newToken } from '../access/tokens.js';
import { query, withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';
import { EACH_TIME, type Once } from '../kept-answers.js';
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
  asked: Asked = { in: account, once: EACH_TIME },
): Promise<FirstKey | null> {
  // Two accounts at once: what was answered is kept where it was asked, in the transaction that makes the other.
  return withAccounts(pool, [asked.in, account], (client) =>
    inTransaction(client, () =>
      asked.once(
        client,
        () => make(client, { account, name }, by),
        (made) => made !== null,
      ),
    ),
  );
}

/** Who asks is at home in this account, and may have asked before. */
export interface Asked {
  readonly in: string;
  readonly once: Once;
}

async function make(
  client: pg.ClientBase,
  { account, name }: { readonly account: string; readonly name: string },
  by: Pick<Edit, 'at' | 'actor'>,
): Promise<FirstKey | null> {
  const { rows } = await query<{ made: boolean }>(client, { text: 'select ensure_account($1, $2) as made' }, [
    account,
    name,
  ]);
  if (rows[0]?.made !== true) return null;
  const key = newKeyName(account);
  const token = newToken();
  await putAppKey(client, account, { key, token, permissions: [EVERY_PERMISSION] });
  await recordChange(client, { account, ...by, kind: 'account', key: account, before: null, after: { account, name } });
  return { account, key, token };
}
