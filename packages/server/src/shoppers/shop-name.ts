import type pg from 'pg';
import { query } from '../database/pool.js';

/** What the account calls itself in mails; null where there is no such account. */
export async function shopName(client: pg.ClientBase, account: string): Promise<string | null> {
  const { rows } = await query<{ name: string }>(
    client,
    { name: 'shop_name', text: 'select name from accounts where account = $1' },
    [account],
  );
  return rows[0]?.name ?? null;
}
