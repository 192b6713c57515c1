import type pg from 'pg';
import { normalisedAddress } from '../personal-data/keys.js';
import type { Identity } from './identity.js';
import type { Origin } from './login.js';
import { recordMember } from './member-history.js';
import { acceptMembership, addMembership, membershipsOf } from './membership-rows.js';
import { removeInvitation } from './code-rows.js';
import { presentAccount, presenting, presentUser } from './presenting.js';
import type { UserRefusal } from './refusal.js';
import { openMemberships, type Sessions, type StartedSession } from './sessions.js';
import { ensureUser, setProfile, userByEmail, userById } from './user-rows.js';

/** What somebody gets who logs in elsewhere and is not known here. */
export interface Newcomers {
  readonly account: string;
  readonly role: string;
}

export interface IdentityLoginDependencies {
  readonly pool: pg.Pool;
  readonly sessions: Sessions;
  /** Null: whoever was not invited stays out. */
  readonly newcomers: Newcomers | null;
  readonly now: () => string;
  readonly newId: () => string;
}

export interface IdentityLogin {
  /**
   * A session for whom the provider says it is. They are found by their address alone, so the provider must have verified
   * it; that they came accepts the invitations to it. Refusal: login_failed.
   */
  login(identity: Identity, from: Origin): Promise<StartedSession | UserRefusal>;
}

export function createIdentityLogin(dependencies: IdentityLoginDependencies): IdentityLogin {
  const { pool, sessions, newcomers, now, newId } = dependencies;

  async function admit(client: pg.ClientBase, email: string, identity: Identity): Promise<string | null> {
    const known = await userByEmail(client, email);
    if (known !== null) return known.userId;
    if (newcomers === null) return null;
    const userId = newId();
    const { account, role } = newcomers;
    const at = now();
    await presentUser(client, userId);
    const made = await ensureUser(client, { userId, email, name: identity.name, locale: identity.locale }, at);
    // Somebody else was faster, and decides what the person may do.
    if (made !== userId) return made;
    const everything = { stores: null, seller: null, own: false };
    await presentAccount(client, account);
    const membership = { account, userId, roles: [role], ...everything, invitedBy: 'oidc', acceptedAt: at };
    await addMembership(client, membership, at);
    await recordMember(client, { account, at, actor: membership.invitedBy }, userId, null);
    return userId;
  }

  return {
    async login(identity, from) {
      if (identity.email === null || !identity.emailVerified) return { refused: 'login_failed' };
      const email = normalisedAddress(identity.email);
      if (email === '') return { refused: 'login_failed' };
      return presenting(pool, { email }, async (client) => {
        const userId = await admit(client, email, identity);
        if (userId === null) return { refused: 'login_failed' };
        await presentUser(client, userId);
        const user = await userById(client, userId);
        if (user === null || user.disabledAt !== null) return { refused: 'login_failed' };
        for (const { account, acceptedAt } of await membershipsOf(client, userId)) {
          if (acceptedAt !== null) continue;
          await acceptMembership(client, account, userId, now());
          await removeInvitation(client, account, userId);
        }
        if ((await openMemberships(client, userId)).length === 0) return { refused: 'login_failed' };
        if (user.name === null) await setProfile(client, userId, { name: identity.name ?? undefined });
        return sessions.start(client, { ...user, name: user.name ?? identity.name }, from.userAgent);
      });
    },
  };
}
