import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';

/** What these accounts call themselves. */
export async function accountNamesOf(pool: pg.Pool, accounts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (accounts.length === 0) return new Map();
  const { rows } = await withAccounts(pool, accounts, (client) =>
    query<{ account: string; name: string }>(
      client,
      { name: 'account_names', text: 'select account, name from accounts where account = any ($1)' },
      [accounts],
    ),
  );
  return new Map(rows.map(({ account, name }) => [account, name]));
}
