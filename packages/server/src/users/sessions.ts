import type pg from 'pg';
import { tokenHash } from '../access/tokens.js';
import { type Membership, membershipsOf } from './membership-rows.js';
import { presenting, presentUser } from './presenting.js';
import {
  addSession,
  endSession,
  endSessionsBeyond,
  endSessionByToken,
  sessionByToken,
  type SessionRow,
  sessionsOf,
  touchSession,
} from './session-rows.js';
import { noteLogin, type User, userById } from './user-rows.js';

const HOUR = 3_600_000;
/** A session that nobody uses ends after this long: a working day, so that a desk left open overnight is closed. */
const UNUSED_MILLIS = 12 * HOUR;
/** It ends after this long in any case. */
const LONGEST_MILLIS = 7 * 24 * HOUR;
/** That a session is used is written down at most so often. */
const NOTED_MILLIS = 5 * 60_000;
/** Of one person; nobody reads a longer list, and a script that logs in for every request would fill the table. */
const MOST_SESSIONS = 50;
const USER_AGENT = 120;

/** Who a session speaks for, read anew with every request: what was taken away is gone at once, in every process. */
export interface SignedIn {
  readonly sessionId: string;
  readonly expiresAt: Date;
  readonly user: User & { readonly email: string };
  /** Where the person may work now. */
  readonly memberships: readonly Membership[];
}

export interface StartedSession {
  /** Goes into the cookie and is stored nowhere. */
  readonly token: string;
  readonly signedIn: SignedIn;
}

export interface SessionDependencies {
  readonly pool: pg.Pool;
  /** The present instant, ISO 8601. */
  readonly now: () => string;
  readonly newId: () => string;
  readonly newToken: () => string;
}

export interface Sessions {
  /** Begins a session in the transaction of the caller, which presents the person. Notes the login. */
  start(client: pg.ClientBase, user: User, userAgent: string): Promise<StartedSession>;
  /** Null where there is none, it has ended, or the person may no longer work here. */
  find(token: string): Promise<SignedIn | null>;
  list(userId: string): Promise<readonly SessionRow[]>;
  /** False where the person has no such session. */
  end(userId: string, sessionId: string): Promise<boolean>;
  /** Ends the session of this token, whosever it is: a login takes the place of the one before. */
  endToken(token: string): Promise<void>;
}

export function createSessions({ pool, now, newId, newToken }: SessionDependencies): Sessions {
  return {
    async start(client, user, userAgent) {
      const at = now();
      const [sessionId, token] = [newId(), newToken()];
      const expiresAt = new Date(Date.parse(at) + UNUSED_MILLIS);
      const { userId } = user;
      const shown = userAgent.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, USER_AGENT);
      await addSession(client, {
        sessionId,
        tokenSha256: tokenHash(token),
        userId,
        at,
        expiresAt: expiresAt.toISOString(),
        userAgent: shown,
      });
      await endSessionsBeyond(client, userId, MOST_SESSIONS);
      await noteLogin(client, userId, at);
      const memberships = await openMemberships(client, userId);
      return { token, signedIn: { sessionId, expiresAt, user: known(user), memberships } };
    },
    find(token) {
      const at = now();
      const hash = tokenHash(token);
      return presenting(pool, { hash }, async (client) => {
        const session = await sessionByToken(client, hash, at);
        if (session === null) return null;
        const { userId, sessionId } = session;
        await presentUser(client, userId);
        const user = await userById(client, userId);
        if (user === null || user.disabledAt !== null || user.email === null) return null;
        const expiresAt = await noteUse(client, session, at);
        return { sessionId, expiresAt, user: known(user), memberships: await openMemberships(client, userId) };
      });
    },
    list: (userId) => presenting(pool, { user: userId }, (client) => sessionsOf(client, userId, now(), MOST_SESSIONS)),
    end: (userId, sessionId) => presenting(pool, { user: userId }, (client) => endSession(client, userId, sessionId)),
    async endToken(token) {
      const hash = tokenHash(token);
      await presenting(pool, { hash }, (client) => endSessionByToken(client, hash));
    },
  };
}

/** Moves the end of a session that is used, up to its longest life. Answers when it ends now. */
async function noteUse(client: pg.ClientBase, session: SessionRow, at: string): Promise<Date> {
  const { sessionId, createdAt, seenAt, expiresAt } = session;
  const millis = Date.parse(at);
  if (millis - seenAt.getTime() < NOTED_MILLIS) return expiresAt;
  const later = new Date(Math.min(millis + UNUSED_MILLIS, createdAt.getTime() + LONGEST_MILLIS));
  await touchSession(client, sessionId, at, later);
  return later;
}

/** Where the presented person may work: accepted, and not closed by the account. */
export async function openMemberships(client: pg.ClientBase, userId: string): Promise<readonly Membership[]> {
  const all = await membershipsOf(client, userId);
  return all.filter(({ acceptedAt, disabledAt }) => acceptedAt !== null && disabledAt === null);
}

function known(user: User): User & { readonly email: string } {
  const { email } = user;
  if (email === null) throw new Error('somebody who has left was let in');
  return { ...user, email };
}
