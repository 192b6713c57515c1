import type pg from 'pg';
import { accountNames } from '../database/follower.js';
import { withAccounts } from '../database/pool.js';
import type { PersonalKeys } from '../personal-data/keys.js';
import { StartError } from '../start-error.js';
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
  const { account: wanted } = options;
  const accounts = (await accountNames(deps.follower)).filter((account) => wanted === undefined || account === wanted);
  if (wanted !== undefined && accounts.length === 0) throw new StartError(`there is no account ${wanted}`);
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
