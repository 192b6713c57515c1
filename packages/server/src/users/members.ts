import type pg from 'pg';
import type { Caller } from '../access/caller.js';
import { createChanging } from '../access/changing.js';
import { permissionBeyond, scopeWithin } from '../access/grants.js';
import { permissionsOfRoles, unknownRole } from '../access/role-rows.js';
import { unknownStore } from '../stores/unknown-store.js';
import { removeInvitation } from './code-rows.js';
import type { Announce, AnnounceIn, Invitations, Invited } from './invitations.js';
import { recordMember } from './member-history.js';
import {
  listMembers,
  type Member,
  member,
  type MemberScope,
  membershipsOf,
  removeMembership,
  saveMembership,
  setMembershipDisabled,
} from './membership-rows.js';
import { presenting, presentUser } from './presenting.js';
import { isRefused, type UserRefusal } from './refusal.js';
import { endSessionsOf } from './session-rows.js';
import { emptyUser } from './user-rows.js';

interface RolesAndScope extends MemberScope {
  readonly roles: readonly string[];
}

export interface MemberDependencies {
  readonly pool: pg.Pool;
  readonly invitations: Invitations;
  readonly now: () => string;
}

/**
 * The people of an account, as somebody of that account manages them. Nobody gives more than they hold, and nobody touches
 * who holds more (permission_exceeded); a key or person who may do everything stays (last_administrator).
 */
export interface Members {
  list(account: string, after: string, limit: number): Promise<readonly Member[]>;
  get(account: string, userId: string): Promise<Member | null>;
  /** Refusals: role_unknown, permission_exceeded, store_unknown, user_exists. */
  invite(
    caller: Caller,
    invited: RolesAndScope & { readonly email: string; readonly locale: string | null },
    announce: Announce,
  ): Promise<Invited | UserRefusal>;
  /** Refusals: user_not_found, already_accepted, permission_exceeded. */
  resend(caller: Caller, userId: string, announceIn: AnnounceIn): Promise<Invited | UserRefusal>;
  /** What is absent stays. Refusals: user_not_found, role_unknown, permission_exceeded, store_unknown, last_administrator. */
  change(caller: Caller, userId: string, changes: Partial<RolesAndScope>): Promise<Member | UserRefusal>;
  /** Ends every session of the person. Refusals: user_not_found, permission_exceeded, last_administrator. */
  disable(caller: Caller, userId: string): Promise<Member | UserRefusal>;
  /** Refusals: user_not_found, permission_exceeded. */
  enable(caller: Caller, userId: string): Promise<Member | UserRefusal>;
  /**
   * Takes the person out of the account and ends their sessions; who then works nowhere is emptied. Refusals:
   * user_not_found, permission_exceeded, last_administrator.
   */
  remove(caller: Caller, userId: string): Promise<UserRefusal | null>;
}

export function createMembers({ pool, invitations, now }: MemberDependencies): Members {
  // Of people nothing is remembered from one request to the next.
  const changingAccess = createChanging({ pool, now, changed: () => undefined });

  /** Changes the person, if the caller may touch them. */
  async function changing(
    caller: Caller,
    userId: string,
    work: (client: pg.ClientBase, found: Member, at: string) => Promise<UserRefusal | null>,
  ): Promise<Member | UserRefusal> {
    const { account, id: actor } = caller;
    return changingAccess<Member | UserRefusal>(caller, async (client, at) => {
      const found = await member(client, account, userId);
      if (found === null) return { refused: 'user_not_found' };
      const refusal = (await beyond(client, caller, found)) ?? (await work(client, found, at));
      if (refusal !== null) return refusal;
      return (await recordMember(client, { account, at, actor }, userId, found)) ?? found;
    });
  }

  const get = (account: string, userId: string): Promise<Member | null> =>
    presenting(pool, { accounts: [account] }, (client) => member(client, account, userId));

  return {
    get,
    list: (account, after, limit) =>
      presenting(pool, { accounts: [account] }, (client) => listMembers(client, account, after, limit)),

    async invite(caller, { email, locale, roles, stores, seller, own }, announce) {
      const { account, id } = caller;
      const refusal = await presenting(pool, { accounts: [account] }, (client) =>
        giving(client, caller, { roles, stores, seller, own }, []),
      );
      if (refusal !== null) return refusal;
      return invitations.invite({ account, email, locale, roles, stores, seller, own, invitedBy: id }, announce);
    },

    async resend(caller, userId, announceIn) {
      const { account } = caller;
      const refusal = await presenting(pool, { accounts: [account] }, async (client): Promise<UserRefusal | null> => {
        const found = await member(client, account, userId);
        return found === null ? { refused: 'user_not_found' } : beyond(client, caller, found);
      });
      return refusal ?? invitations.resend(caller.account, userId, announceIn);
    },

    change: (caller, userId, changes) =>
      changing(caller, userId, async (client, found) => {
        const changed = { ...found, ...changes };
        const refusal = await giving(client, caller, changed, found.stores ?? []);
        if (refusal === null) await saveMembership(client, changed);
        return refusal;
      }),

    disable: (caller, userId) =>
      changing(caller, userId, async (client, { account }, at) => {
        await setMembershipDisabled(client, account, userId, at);
        await presentUser(client, userId);
        await endSessionsOf(client, userId);
        return null;
      }),

    enable: (caller, userId) =>
      changing(caller, userId, async (client, { account }) => {
        await setMembershipDisabled(client, account, userId, null);
        return null;
      }),

    async remove(caller, userId) {
      const outcome = await changing(caller, userId, async (client, { account }) => {
        await leaveAccount(client, account, userId);
        return null;
      });
      return isRefused(outcome) ? outcome : null;
    },
  };
}

/** Why the caller may not give this, or null. */
async function giving(
  client: pg.ClientBase,
  caller: Caller,
  given: RolesAndScope,
  storesBefore: readonly string[],
): Promise<UserRefusal | null> {
  const unknown = await unknownRole(client, caller.account, given.roles);
  if (unknown !== null) {
    const pointer = `/roles/${given.roles.indexOf(unknown)}`;
    return { refused: 'role_unknown', pointer, details: { role: unknown } };
  }
  return (await beyond(client, caller, given)) ?? unknownStore(client, caller.account, given.stores, storesBefore);
}

/** Why this is more than the caller holds, or null. Roles that are gone give nothing. */
async function beyond(client: pg.ClientBase, caller: Caller, given: RolesAndScope): Promise<UserRefusal | null> {
  const exceeded = scopeWithin(caller, given)
    ? permissionBeyond(caller, await permissionsOfRoles(client, caller.account, given.roles))
    : 'scope';
  return exceeded === null ? null : { refused: 'permission_exceeded', details: { exceeded } };
}

/** The person leaves the account; who then works nowhere is nobody any more, and the id stays for the log. */
export async function leaveAccount(client: pg.ClientBase, account: string, userId: string): Promise<void> {
  await presentUser(client, userId);
  await removeInvitation(client, account, userId);
  await removeMembership(client, account, userId);
  await endSessionsOf(client, userId);
  if ((await membershipsOf(client, userId)).length === 0) await emptyUser(client, userId);
}
