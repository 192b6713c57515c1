import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import type { PersonalKeys } from '../personal-data/keys.js';
import { type AccountReport, verifyAccount } from './verify-account.js';

/** Verifies one account, or all of them one after the other, each in a snapshot of its own. */
export async function verifyAll(
  deps: { readonly serving: pg.Pool; readonly follower: pg.Pool; readonly keys: PersonalKeys },
  options: {
    readonly account?: string;
    readonly most: number;
    readonly progress?: (account: string, orders: number) => void;
  },
): Promise<readonly AccountReport[]> {
  const accounts = options.account === undefined ? await accountNames(deps.follower) : [options.account];
  const reports: AccountReport[] = [];
  for (const account of accounts) {
    reports.push(
      await withAccounts(deps.serving, [account], (client) =>
        verifyAccount(client, deps.keys, account, options.most, (orders) => options.progress?.(account, orders)),
      ),
    );
  }
  return reports;
}

/** Every account of the installation; a serving connection would see only its own. */
async function accountNames(follower: pg.Pool): Promise<readonly string[]> {
  const { rows } = await query<{ account: string }>(follower, {
    text: 'select account from accounts order by account',
  });
  return rows.map(({ account }) => account);
}
