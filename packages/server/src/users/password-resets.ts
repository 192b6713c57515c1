import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { tokenHash } from '../access/tokens.js';
import { normalisedAddress } from '../personal-data/keys.js';
import type { Attempts } from './attempts.js';
import { addPasswordReset, resetByCode } from './code-rows.js';
import { type Origin, replacePassword } from './login.js';
import { type Passwords, passwordProblem } from './passwords.js';
import { presenting, presentUser } from './presenting.js';
import type { UserRefusal } from './refusal.js';
import { openMemberships } from './sessions.js';
import { type User, userByEmail, userById } from './user-rows.js';

export const RESET_MINUTES = 30;
/** Writing a code and its mail takes some 10 ms that a stranger could measure; every answer takes this long at least. */
const ANSWERED_AFTER_MILLIS = 150;

/** Told in the transaction of the code. The account is one that the person works for; a mail needs one. */
export type AnnounceReset = (
  client: pg.ClientBase,
  reset: {
    readonly account: string;
    readonly email: string;
    readonly locale: string | null;
    readonly code: string;
    /** The person works for other accounts too, which the code lets in to as well. */
    readonly worksElsewhere: boolean;
  },
) => Promise<void>;

export interface PasswordResetDependencies {
  readonly pool: pg.Pool;
  readonly passwords: Passwords;
  readonly attempts: Attempts;
  readonly now: () => string;
  readonly newToken: () => string;
}

export interface PasswordResets {
  /**
   * Announces a code to the person of this address, if there is one who has a password and works somewhere, and says
   * nothing about it. Refusal: attempts_exceeded, for the address of the network alone.
   */
  request(email: string, from: Origin, announce: AnnounceReset): Promise<UserRefusal | null>;
  /** A code for who runs the installation to hand over, whoever the person is; null where there is no such person. */
  issue(email: string): Promise<string | null>;
  /** Sets a password for who runs the installation. Refusals: user_not_found, password_refused, login_busy. */
  set(email: string, password: string): Promise<UserRefusal | null>;
  /** Sets the password and ends every session. Refusals: code_invalid, password_refused, attempts_exceeded, login_busy. */
  confirm(asked: { readonly code: string; readonly password: string }, from: Origin): Promise<UserRefusal | null>;
}

export function createPasswordResets(dependencies: PasswordResetDependencies): PasswordResets {
  const { pool, passwords, attempts, now, newToken } = dependencies;

  async function giveCode(client: pg.ClientBase, userId: string): Promise<string> {
    const code = newToken();
    const at = now();
    const until = new Date(Date.parse(at) + RESET_MINUTES * 60_000).toISOString();
    await addPasswordReset(client, { codeSha256: tokenHash(code), userId }, at, until);
    return code;
  }

  async function hashOf(password: string, email: string | null): Promise<string | UserRefusal> {
    const problem = passwordProblem(password, email ?? '');
    if (problem !== null) return { refused: 'password_refused', pointer: '/password', details: { problem } };
    const hash = await passwords.hash(password);
    return hash ?? { refused: 'login_busy' };
  }

  const find = (email: string): Promise<User | null> =>
    presenting(pool, { email }, (client) => userByEmail(client, email));

  async function announceTo(email: string, announce: AnnounceReset): Promise<void> {
    // Beyond the limit nothing is sent, and nothing is said either: it would tell that mails were sent before.
    if ((await attempts.count('reset', email)) !== null) return;
    await presenting(pool, { email }, async (client) => {
      const user = await userByEmail(client, email);
      if (user === null || user.disabledAt !== null || user.passwordHash === null) return;
      await presentUser(client, user.userId);
      const [first, ...others] = await openMemberships(client, user.userId);
      if (first === undefined) return;
      const code = await giveCode(client, user.userId);
      const worksElsewhere = others.length > 0;
      await announce(client, { account: first.account, email, locale: user.locale, code, worksElsewhere });
    });
  }

  return {
    async request(email, { address }, announce) {
      const wait = await attempts.count('reset_address', address);
      if (wait !== null) return { refused: 'attempts_exceeded', retryAfter: wait };
      await Promise.all([announceTo(normalisedAddress(email), announce), sleep(ANSWERED_AFTER_MILLIS)]);
      return null;
    },

    async issue(written) {
      const user = await find(normalisedAddress(written));
      if (user === null) return null;
      return presenting(pool, { user: user.userId }, (client) => giveCode(client, user.userId));
    },

    async set(written, password) {
      const user = await find(normalisedAddress(written));
      if (user === null) return { refused: 'user_not_found' };
      const hash = await hashOf(password, user.email);
      if (typeof hash !== 'string') return hash;
      await presenting(pool, { user: user.userId }, (client) => replacePassword(client, user.userId, hash));
      await attempts.clear('login', user.email ?? '');
      return null;
    },

    async confirm({ code, password }, { address }) {
      const wait = await attempts.count('code_address', address);
      if (wait !== null) return { refused: 'attempts_exceeded', retryAfter: wait };
      const presented = tokenHash(code);
      const user = await presenting(pool, { hash: presented }, async (client) => {
        const userId = await resetByCode(client, presented, now());
        if (userId === null) return null;
        await presentUser(client, userId);
        return userById(client, userId);
      });
      if (user === null || user.disabledAt !== null) return { refused: 'code_invalid', pointer: '/code' };
      const hash = await hashOf(password, user.email);
      if (typeof hash !== 'string') return hash;
      const done = await presenting(pool, { hash: presented }, async (client) => {
        // Again, and locked: a code is good for one use, and hashing takes its time.
        if ((await resetByCode(client, presented, now())) === null) return false;
        await replacePassword(client, user.userId, hash);
        return true;
      });
      if (!done) return { refused: 'code_invalid', pointer: '/code' };
      await attempts.takeBack('code_address', address);
      await attempts.clear('login', user.email ?? '');
      return null;
    },
  };
}
