import type pg from 'pg';
import { withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';
import { keepingAdministrator, type LastAdministrator, lockAccess } from './administrators.js';
import type { Caller } from './caller.js';

export interface ChangingDependencies {
  readonly pool: pg.Pool;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  /** Told after each change, so that what this process remembers of the account's callers is read anew. */
  readonly changed: (account: string) => void;
}

/** Changes what the callers of an account may do. Refusal beside those of the work: last_administrator. */
type Changing = <T extends object>(
  caller: Caller,
  work: (client: pg.ClientBase, at: string) => Promise<T>,
) => Promise<T | LastAdministrator>;

/** One change of an account at a time; a refusal leaves nothing behind. */
export function createChanging({ pool, now, changed }: ChangingDependencies): Changing {
  return async ({ account }, work) => {
    const outcome = await withAccounts(pool, [account], (client) =>
      inTransaction(client, async () => {
        await lockAccess(client, account);
        await client.query('savepoint change');
        const at = now();
        const done = await keepingAdministrator(client, account, at, () => work(client, at));
        if ('refused' in done) await client.query('rollback to change');
        return done;
      }),
    );
    if (!('refused' in outcome)) changed(account);
    return outcome;
  };
}
