import type pg from 'pg';
import { normalisedAddress } from '../personal-data/keys.js';
import { recordMember } from './member-history.js';
import { leaveAccount } from './members.js';
import { listMembers, type Member, member, membershipsOf } from './membership-rows.js';
import { presentAccount, presenting, presentUser } from './presenting.js';
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
/** As the history of settings names it. */
const ACTOR = 'cli';

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
        const { userId } = user;
        await presentUser(client, userId);
        const found: Member[] = [];
        for (const { account } of await membershipsOf(client, userId)) {
          const before = await member(client, account, userId);
          if (before !== null) found.push(before);
        }
        await setUserDisabled(client, userId, at);
        for (const before of found) {
          await presentAccount(client, before.account);
          await recordMember(client, { account: before.account, actor: ACTOR }, userId, before);
        }
        if (at !== null) await endSessionsOf(client, userId);
        return true;
      });
    },
    remove(account, written) {
      const email = normalisedAddress(written);
      return presenting(pool, { accounts: [account], email }, async (client) => {
        const user = await userByEmail(client, email);
        const before = user === null ? null : await member(client, account, user.userId);
        if (before === null) return false;
        await leaveAccount(client, account, before.userId);
        await recordMember(client, { account, actor: ACTOR }, before.userId, before);
        return true;
      });
    },
  };
}
