import type pg from 'pg';
import { query } from '../database/pool.js';

/** From now on the log of the account is followed for payments. Nothing where it is already. */
export async function beginFollowing(client: pg.ClientBase, account: string): Promise<void> {
  await query(
    client,
    {
      name: 'begin_following_payments',
      text: `insert into payment_positions (account, position)
             select $1, coalesce((select seq from account_heads where account = $1), 0)
             on conflict (account) do nothing`,
    },
    [account],
  );
}
