import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';

/** What a session of the database may see of people (migration 020): each part shows the rows that belong to it alone. */
export interface Presented {
  readonly accounts?: readonly string[];
  /** The id of the person whose own rows are meant. */
  readonly user?: string;
  /** A mail address, normalised. */
  readonly email?: string;
  /** What is stored of a token or code, or of who tries to log in. */
  readonly hash?: Buffer;
}

/** Runs `work` in a transaction that sees what was presented, and no more. */
export async function presenting<T>(
  pool: pg.Pool,
  { accounts = [], user = '', email = '', hash }: Presented,
  work: (client: pg.ClientBase) => Promise<T>,
): Promise<T> {
  return withAccounts(pool, accounts, (client) =>
    inTransaction(client, async () => {
      await query(
        client,
        {
          name: 'present',
          text: `select set_config('docket.user', $1, true), set_config('docket.user_email', $2, true),
                        set_config('docket.presented', $3, true)`,
        },
        [user, email, hash?.toString('hex') ?? ''],
      );
      return work(client);
    }),
  );
}

/** From here to its end the transaction sees the rows of this account, and of no other. */
export async function presentAccount(client: pg.ClientBase, account: string): Promise<void> {
  await query(client, { name: 'present_account', text: "select set_config('docket.accounts', $1, true)" }, [account]);
}

/** From here to its end the transaction sees the rows of this person too: a token or code said who it is. */
export async function presentUser(client: pg.ClientBase, user: string): Promise<void> {
  await query(client, { name: 'present_user', text: "select set_config('docket.user', $1, true)" }, [user]);
}
