import type pg from 'pg';
import { normalisedAddress } from '../personal-data/keys.js';
import type { Attempts } from './attempts.js';
import { removeResetsOf } from './code-rows.js';
import { type Passwords, passwordProblem } from './passwords.js';
import { presenting, presentUser } from './presenting.js';
import type { UserRefusal } from './refusal.js';
import { endSessionsOf } from './session-rows.js';
import { openMemberships, type Sessions, type SignedIn, type StartedSession } from './sessions.js';
import { setPassword, userByEmail, userById } from './user-rows.js';

/** From where somebody asks. */
export interface Origin {
  /** IP address; counted, never kept. */
  readonly address: string;
  readonly userAgent: string;
}

export interface LoginDependencies {
  readonly pool: pg.Pool;
  readonly passwords: Passwords;
  readonly attempts: Attempts;
  readonly sessions: Sessions;
}

export interface Login {
  /**
   * A new session for who knows the password. Refused alike, and after the same time, whether the person does not exist,
   * has no password, is disabled or works nowhere: login_failed. Also: attempts_exceeded, login_busy.
   */
  login(
    asked: { readonly email: string; readonly password: string },
    from: Origin,
  ): Promise<StartedSession | UserRefusal>;
  /**
   * Sets a new password for who knows the present one, ends every session of the person and begins a new one. Refusals:
   * login_failed, password_refused, attempts_exceeded, login_busy.
   */
  changePassword(
    signedIn: SignedIn,
    asked: { readonly current: string; readonly password: string },
    from: Origin,
  ): Promise<StartedSession | UserRefusal>;
}

export function createLogin({ pool, passwords, attempts, sessions }: LoginDependencies): Login {
  /** Whether this is the person's password; a guess costs an attempt, whoever it is about. */
  async function judge(
    email: string,
    stored: string | null,
    password: string,
    { address }: Origin,
  ): Promise<UserRefusal | null> {
    // One after the other: whoever is stopped by the first must not use up the second.
    const wait = (await attempts.count('login_address', address)) ?? (await attempts.count('login', email));
    if (wait !== null) return { refused: 'attempts_exceeded', retryAfter: wait };
    const right = await passwords.verify(stored, password);
    if (right === true) {
      await attempts.takeBack('login_address', address);
      await attempts.clear('login', email);
      return null;
    }
    return { refused: right === null ? 'login_busy' : 'login_failed' };
  }

  return {
    async login({ email, password }, from) {
      const address = normalisedAddress(email);
      const user = await presenting(pool, { email: address }, (client) => userByEmail(client, address));
      const refusal = await judge(address, user?.passwordHash ?? null, password, from);
      if (refusal !== null || user === null) return refusal ?? { refused: 'login_failed' };
      return presenting(pool, { user: user.userId }, async (client) => {
        // Read again: hashing takes its time, and the person may have been disabled meanwhile.
        const present = await userById(client, user.userId);
        const open = present !== null && present.disabledAt === null && present.passwordHash === user.passwordHash;
        if (!open || (await openMemberships(client, user.userId)).length === 0) return { refused: 'login_failed' };
        return sessions.start(client, present, from.userAgent);
      });
    },
    async changePassword({ user }, { current, password }, from) {
      const problem = passwordProblem(password, user.email);
      if (problem !== null) return { refused: 'password_refused', pointer: '/password', details: { problem } };
      const refusal = await judge(user.email, user.passwordHash, current, from);
      if (refusal !== null) return refusal;
      const hash = await passwords.hash(password);
      if (hash === null) return { refused: 'login_busy' };
      return presenting(pool, { user: user.userId }, async (client) => {
        await replacePassword(client, user.userId, hash);
        return sessions.start(client, user, from.userAgent);
      });
    },
  };
}

/** Whoever has the old password, or a link to set one, is out. The transaction presents the person. */
export async function replacePassword(client: pg.ClientBase, userId: string, hash: string): Promise<void> {
  await presentUser(client, userId);
  await setPassword(client, userId, hash);
  await endSessionsOf(client, userId);
  await removeResetsOf(client, userId);
}
