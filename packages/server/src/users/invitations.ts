import type pg from 'pg';
import { tokenHash } from '../access/tokens.js';
import { normalisedAddress } from '../personal-data/keys.js';
import type { Attempts } from './attempts.js';
import { invitationByCode, removeInvitation, saveInvitation } from './code-rows.js';
import type { Origin } from './login.js';
import { recordMember } from './member-history.js';
import { acceptMembership, addMembership, type MemberScope, membership, membershipsOf } from './membership-rows.js';
import { type Passwords, passwordProblem } from './passwords.js';
import { presenting, presentUser } from './presenting.js';
import { isRefused, type UserRefusal } from './refusal.js';
import type { Sessions, StartedSession } from './sessions.js';
import { ensureUser, setPassword, setProfile, userById } from './user-rows.js';

export const INVITATION_DAYS = 7;

interface Invitation extends MemberScope {
  readonly account: string;
  readonly email: string;
  readonly roles: readonly string[];
  /** `key:…`, `user:…`, `cli`. */
  readonly invitedBy: string;
  readonly locale: string | null;
}

/** What the link of an invitation is made of. The code is told to the invited person and stored nowhere. */
export interface Invited {
  readonly userId: string;
  readonly code: string;
}

/** Told in the transaction of the invitation, so that there is no invitation without its mail, and no mail without it. */
export type Announce = (client: pg.ClientBase, invited: Invited & { readonly email: string }) => Promise<void>;

/** The same in the language of the person. */
export type AnnounceIn = (locale: string | null) => Announce;

interface Acceptance {
  readonly code: string;
  /** New where the person has none yet; else the one they log in with. */
  readonly password: string;
  readonly name?: string;
  readonly locale?: string;
}

export interface InvitationDependencies {
  readonly pool: pg.Pool;
  readonly passwords: Passwords;
  readonly attempts: Attempts;
  readonly sessions: Sessions;
  readonly now: () => string;
  readonly newId: () => string;
  readonly newToken: () => string;
}

export interface Invitations {
  /** Makes a membership that waits for its person. Refusal: user_exists. */
  invite(invitation: Invitation, announce: Announce): Promise<Invited | UserRefusal>;
  /** A new code in the place of the last one. Refusals: user_not_found, already_accepted. */
  resend(account: string, userId: string, announceIn: AnnounceIn): Promise<Invited | UserRefusal>;
  /**
   * Accepts, and begins a session. Somebody who works for another account already proves who they are by their password:
   * whoever wrote the invitation must not be able to set it, nor to give one to a person who logs in elsewhere by OpenID
   * Connect alone, and whose next login accepts it anyway. Refusals: code_invalid, password_refused, login_failed,
   * attempts_exceeded, login_busy.
   */
  accept(acceptance: Acceptance, from: Origin): Promise<StartedSession | UserRefusal>;
}

export function createInvitations(dependencies: InvitationDependencies): Invitations {
  const { pool, passwords, attempts, sessions, now, newId, newToken } = dependencies;

  async function giveCode(client: pg.ClientBase, account: string, userId: string): Promise<string> {
    const code = newToken();
    const at = now();
    const until = new Date(Date.parse(at) + INVITATION_DAYS * 86_400_000).toISOString();
    await saveInvitation(client, { account, userId, codeSha256: tokenHash(code) }, at, until);
    return code;
  }

  /** The hash of the password that the person will have, or why not. Hashes with no transaction open. */
  async function passwordFor(
    user: { readonly email: string | null; readonly passwordHash: string | null },
    password: string,
  ): Promise<string | UserRefusal> {
    const { email, passwordHash } = user;
    if (passwordHash === null) {
      const problem = passwordProblem(password, email ?? '');
      if (problem !== null) return { refused: 'password_refused', pointer: '/password', details: { problem } };
      const hash = await passwords.hash(password);
      return hash ?? { refused: 'login_busy' };
    }
    const wait = await attempts.count('login', email ?? '');
    if (wait !== null) return { refused: 'attempts_exceeded', retryAfter: wait };
    const right = await passwords.verify(passwordHash, password);
    if (right !== true) return { refused: right === null ? 'login_busy' : 'login_failed' };
    await attempts.clear('login', email ?? '');
    return passwordHash;
  }

  return {
    invite({ account, email: written, roles, invitedBy, locale, ...scope }, announce) {
      const email = normalisedAddress(written);
      return presenting(pool, { accounts: [account], email }, async (client) => {
        const at = now();
        const fresh = newId();
        await presentUser(client, fresh);
        const userId = await ensureUser(client, { userId: fresh, email, name: null, locale }, at);
        await presentUser(client, userId);
        const added = await addMembership(
          client,
          { account, userId, roles, ...scope, invitedBy, acceptedAt: null },
          at,
        );
        if (!added) return { refused: 'user_exists', pointer: '/email' };
        await recordMember(client, { account, at, actor: invitedBy }, userId, null);
        const code = await giveCode(client, account, userId);
        await announce(client, { userId, code, email });
        return { userId, code };
      });
    },

    resend: (account, userId, announceIn) =>
      presenting(pool, { accounts: [account] }, async (client) => {
        const found = await membership(client, account, userId);
        const user = found === null ? null : await userById(client, userId);
        if (found === null || user?.email == null) return { refused: 'user_not_found' };
        if (found.acceptedAt !== null) return { refused: 'already_accepted' };
        const code = await giveCode(client, account, userId);
        await announceIn(user.locale)(client, { userId, code, email: user.email });
        return { userId, code };
      }),

    async accept({ code, password, name, locale }, from) {
      const wait = await attempts.count('code_address', from.address);
      if (wait !== null) return { refused: 'attempts_exceeded', retryAfter: wait };
      const hash = tokenHash(code);
      const found = await presenting(pool, { hash }, async (client) => {
        const invitation = await invitationByCode(client, hash, now());
        if (invitation === null) return null;
        const { userId } = invitation;
        await presentUser(client, userId);
        const user = await userById(client, userId);
        const works = (await membershipsOf(client, userId)).some(({ acceptedAt }) => acceptedAt !== null);
        return user === null ? null : { ...user, works };
      });
      if (found === null || found.disabledAt !== null) return { refused: 'code_invalid', pointer: '/code' };
      if (found.passwordHash === null && found.works) return { refused: 'login_failed' };
      const wanted = await passwordFor(found, password);
      if (typeof wanted !== 'string') return wanted;
      const outcome = await presenting(pool, { hash, user: found.userId }, async (client) => {
        // Again, and locked: of two who accept at once the second one finds nothing.
        const invitation = await invitationByCode(client, hash, now());
        const user = await userById(client, found.userId);
        const same = user !== null && user.disabledAt === null && user.passwordHash === found.passwordHash;
        if (invitation === null || !same) return { refused: 'code_invalid', pointer: '/code' } as const;
        const { account, userId } = invitation;
        await acceptMembership(client, account, userId, now());
        await removeInvitation(client, account, userId);
        if (user.passwordHash === null) await setPassword(client, userId, wanted);
        await setProfile(client, userId, { name, locale });
        const accepted = await userById(client, userId);
        return sessions.start(client, accepted ?? user, from.userAgent);
      });
      if (!isRefused(outcome)) await attempts.takeBack('code_address', from.address);
      return outcome;
    },
  };
}
