import type pg from 'pg';
import type { Caller } from '../access/caller.js';
import { EVERY_PERMISSION } from '../access/permissions.js';
import { removeInvitation } from './code-rows.js';
import type { Announce, AnnounceIn, Invitations, Invited } from './invitations.js';
import {
  activeMembers,
  listMembers,
  lockMembers,
  type Member,
  member,
  type MemberScope,
  membershipsOf,
  removeMembership,
  saveMembership,
  setMembershipDisabled,
} from './membership-rows.js';
import { presenting, presentUser } from './presenting.js';
import type { UserRefusal } from './refusal.js';
import type { RoleBook, RolesOf } from './role-book.js';
import { endSessionsOf } from './session-rows.js';
import { emptyUser } from './user-rows.js';

interface RolesAndScope extends MemberScope {
  readonly roles: readonly string[];
}

export interface MemberDependencies {
  readonly pool: pg.Pool;
  readonly invitations: Invitations;
  /** Asked with no transaction open, for it needs a connection of its own. */
  readonly rolesOf: RolesOf;
  readonly now: () => string;
}

/**
 * The people of an account, as somebody of that account manages them. Nobody gives more than they hold, and nobody touches
 * who holds more (permission_exceeded); the last one who may do everything stays (last_administrator).
 */
export interface Members {
  list(account: string, after: string, limit: number): Promise<readonly Member[]>;
  get(account: string, userId: string): Promise<Member | null>;
  /** Refusals: role_unknown, permission_exceeded, user_exists. */
  invite(
    caller: Caller,
    invited: RolesAndScope & { readonly email: string; readonly locale: string | null },
    announce: Announce,
  ): Promise<Invited | UserRefusal>;
  /** Refusals: user_not_found, already_accepted, permission_exceeded. */
  resend(caller: Caller, userId: string, announceIn: AnnounceIn): Promise<Invited | UserRefusal>;
  /** What is absent stays. Refusals: user_not_found, role_unknown, permission_exceeded, last_administrator. */
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

export function createMembers({ pool, invitations, rolesOf, now }: MemberDependencies): Members {
  /** Finds the person for a change, with the members of the account locked, if the caller may touch them. */
  async function changing<T>(
    caller: Caller,
    userId: string,
    work: (client: pg.ClientBase, found: Member, book: RoleBook) => Promise<T | UserRefusal>,
  ): Promise<T | UserRefusal> {
    const { account } = caller;
    const book = await rolesOf(account);
    return presenting(pool, { accounts: [account] }, async (client) => {
      await lockMembers(client, account);
      const found = await member(client, account, userId);
      if (found === null) return { refused: 'user_not_found' };
      return touching(caller, found, book) ?? work(client, found, book);
    });
  }

  const setDisabled = (caller: Caller, userId: string, at: string | null): Promise<Member | UserRefusal> =>
    changing<Member>(caller, userId, async (client, found, book) => {
      if (at !== null && (await isLastAdministrator(client, found, book))) {
        return { refused: 'last_administrator' };
      }
      await setMembershipDisabled(client, caller.account, userId, at);
      if (at !== null) {
        await presentUser(client, userId);
        await endSessionsOf(client, userId);
      }
      return (await member(client, caller.account, userId)) ?? found;
    });

  const get = (account: string, userId: string): Promise<Member | null> =>
    presenting(pool, { accounts: [account] }, (client) => member(client, account, userId));

  return {
    get,
    list: (account, after, limit) =>
      presenting(pool, { accounts: [account] }, (client) => listMembers(client, account, after, limit)),

    async invite(caller, { email, locale, roles, stores, seller, own }, announce) {
      const { account, id } = caller;
      const refusal = giving(caller, { roles, stores, seller, own }, await rolesOf(account));
      if (refusal !== null) return refusal;
      return invitations.invite({ account, email, locale, roles, stores, seller, own, invitedBy: id }, announce);
    },

    async resend(caller, userId, announceIn) {
      const found = await get(caller.account, userId);
      if (found === null) return { refused: 'user_not_found' };
      const refusal = touching(caller, found, await rolesOf(caller.account));
      return refusal ?? invitations.resend(caller.account, userId, announceIn);
    },

    change: (caller, userId, changes) =>
      changing<Member>(caller, userId, async (client, found, book) => {
        const changed = { ...found, ...changes };
        const refusal = giving(caller, changed, book);
        if (refusal !== null) return refusal;
        const stays = mayDoEverything(book, changed.roles);
        if (!stays && (await isLastAdministrator(client, found, book))) {
          return { refused: 'last_administrator' };
        }
        await saveMembership(client, changed);
        return changed;
      }),

    disable: (caller, userId) => setDisabled(caller, userId, now()),
    enable: (caller, userId) => setDisabled(caller, userId, null),

    remove: (caller, userId) =>
      changing<null>(caller, userId, async (client, found, book) => {
        if (await isLastAdministrator(client, found, book)) return { refused: 'last_administrator' };
        await leaveAccount(client, caller.account, userId);
        return null;
      }),
  };
}

/** Why the caller may not give this, or null. */
function giving(caller: Caller, given: RolesAndScope, book: RoleBook): UserRefusal | null {
  const unknown = book.unknown(given.roles);
  if (unknown !== null) {
    const pointer = `/roles/${given.roles.indexOf(unknown)}`;
    return { refused: 'role_unknown', pointer, details: { role: unknown } };
  }
  const over = overstep(caller, book.permissionsOf(given.roles), given);
  return over === null ? null : { refused: 'permission_exceeded', details: { exceeded: over } };
}

/** Why the caller may not touch this person, or null. Roles that are gone give nothing. */
function touching(caller: Caller, found: Member, book: RoleBook): UserRefusal | null {
  const over = overstep(caller, book.permissionsOf(found.roles), found);
  return over === null ? null : { refused: 'permission_exceeded', details: { exceeded: over } };
}

const mayDoEverything = (book: RoleBook, roles: readonly string[]): boolean =>
  book.permissionsOf(roles).has(EVERY_PERMISSION);

/** Whether the person, and nobody else who can work in the account, may do everything. Its members are locked. */
async function isLastAdministrator(
  client: pg.ClientBase,
  { account, userId }: Member,
  book: RoleBook,
): Promise<boolean> {
  const active = await activeMembers(client, account);
  const administrators = active.filter(({ roles }) => mayDoEverything(book, roles));
  return administrators.length === 1 && administrators[0]?.userId === userId;
}

/** The person leaves the account; who then works nowhere is nobody any more, and the id stays for the log. */
export async function leaveAccount(client: pg.ClientBase, account: string, userId: string): Promise<void> {
  await presentUser(client, userId);
  await removeInvitation(client, account, userId);
  await removeMembership(client, account, userId);
  await endSessionsOf(client, userId);
  if ((await membershipsOf(client, userId)).length === 0) await emptyUser(client, userId);
}

/** What of this the caller does not hold: a permission, or `scope`; null where they hold all of it. */
function overstep({ permissions, scope }: Caller, given: ReadonlySet<string>, { stores, seller, own }: MemberScope) {
  const wider =
    (scope.stores !== null && (stores === null || stores.some((store) => !scope.stores?.includes(store)))) ||
    (scope.seller !== null && seller !== scope.seller) ||
    (scope.assignee !== null && !own);
  if (wider) return 'scope';
  if (permissions.has(EVERY_PERMISSION)) return null;
  return [...given].find((permission) => !permissions.has(permission)) ?? null;
}
