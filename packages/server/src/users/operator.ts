import type pg from 'pg';
import { normalisedAddress } from '../personal-data/keys.js';
import { leaveAccount } from './members.js';
import { listMembers, type Member, membership } from './membership-rows.js';
import { presenting, presentUser } from './presenting.js';
import { endSessionsOf } from './session-rows.js';
import { setUserDisabled, userByEmail } from './user-rows.js';

/**
 * What whoever runs the installation does about people, on the command line. No rule of an account holds them back: they
 * could write into its tables as well.
 */
export interface Operator {
  /** Everybody of the account, a page after the other. */
  list(account: string): AsyncGenerator<Member>;
  /** Closes or opens a person's login in all accounts. False where there is no such person. */
  setClosed(email: string, at: string | null): Promise<boolean>;
  /** False where nobody of this address is in the account. */
  remove(account: string, email: string): Promise<boolean>;
}

const PAGE = 500;

export function createOperator(pool: pg.Pool): Operator {
  return {
    async *list(account) {
      for (let after = ''; ;) {
        const page = await presenting(pool, { accounts: [account] }, (client) =>
          listMembers(client, account, after, PAGE),
        );
        yield* page;
        const last = page.at(-1);
        if (last === undefined || page.length < PAGE) return;
        after = last.email;
      }
    },
    setClosed(written, at) {
      const email = normalisedAddress(written);
      return presenting(pool, { email }, async (client) => {
        const user = await userByEmail(client, email);
        if (user === null) return false;
        await presentUser(client, user.userId);
        await setUserDisabled(client, user.userId, at);
        if (at !== null) await endSessionsOf(client, user.userId);
        return true;
      });
    },
    remove(account, written) {
      const email = normalisedAddress(written);
      return presenting(pool, { accounts: [account], email }, async (client) => {
        const user = await userByEmail(client, email);
        if (user === null || (await membership(client, account, user.userId)) === null) return false;
        await leaveAccount(client, account, user.userId);
        return true;
      });
    },
  };
}
