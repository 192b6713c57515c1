import type pg from 'pg';
import { query } from '../database/pool.js';

/** A session as its owner may see it. */
export interface SessionRow {
  readonly sessionId: string;
  readonly userId: string;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly expiresAt: Date;
  /** What the browser called itself, shortened. */
  readonly userAgent: string;
}

const COLUMNS = `session_id as "sessionId", user_id as "userId", created_at as "createdAt", seen_at as "seenAt",
                 expires_at as "expiresAt", user_agent as "userAgent"`;

export interface NewSession {
  readonly sessionId: string;
  readonly tokenSha256: Buffer;
  readonly userId: string;
  readonly at: string;
  readonly expiresAt: string;
  readonly userAgent: string;
}

export async function addSession(client: pg.ClientBase, session: NewSession): Promise<void> {
  const { sessionId, tokenSha256, userId, at, expiresAt, userAgent } = session;
  await query(
    client,
    {
      name: 'add_session',
      text: `insert into user_sessions (session_id, token_sha256, user_id, created_at, seen_at, expires_at, user_agent)
             values ($1, $2, $3, $4, $4, $5, $6)`,
    },
    [sessionId, tokenSha256, userId, at, expiresAt, userAgent],
  );
}

/** The session of this token, which the transaction must present, if it has not expired. */
export async function sessionByToken(
  client: pg.ClientBase,
  tokenSha256: Buffer,
  at: string,
): Promise<SessionRow | null> {
  const { rows } = await query<SessionRow & Record<string, unknown>>(
    client,
    {
      name: 'session_by_token',
      text: `select ${COLUMNS} from user_sessions where token_sha256 = $1 and expires_at > $2`,
    },
    [tokenSha256, at],
  );
  return rows[0] ?? null;
}

export async function touchSession(
  client: pg.ClientBase,
  sessionId: string,
  at: string,
  expiresAt: Date,
): Promise<void> {
  await query(
    client,
    {
      name: 'touch_session',
      text: 'update user_sessions set seen_at = $2, expires_at = $3 where session_id = $1 and seen_at < $2',
    },
    [sessionId, at, expiresAt],
  );
}

/** Sessions of the presented person that have not expired, the last one used first. */
export async function sessionsOf(
  client: pg.ClientBase,
  userId: string,
  at: string,
  limit: number,
): Promise<readonly SessionRow[]> {
  const { rows } = await query<SessionRow & Record<string, unknown>>(
    client,
    {
      name: 'sessions_of',
      text: `select ${COLUMNS} from user_sessions where user_id = $1 and expires_at > $2
              order by seen_at desc, session_id limit $3`,
    },
    [userId, at, limit],
  );
  return rows;
}

/** False where the person has no such session. */
export async function endSession(client: pg.ClientBase, userId: string, sessionId: string): Promise<boolean> {
  const { rowCount } = await query(
    client,
    { name: 'end_session', text: 'delete from user_sessions where user_id = $1 and session_id = $2' },
    [userId, sessionId],
  );
  return rowCount === 1;
}

/** The transaction must present the token. */
export async function endSessionByToken(client: pg.ClientBase, tokenSha256: Buffer): Promise<void> {
  await query(client, { name: 'end_session_by_token', text: 'delete from user_sessions where token_sha256 = $1' }, [
    tokenSha256,
  ]);
}

/** Everywhere at once. */
export async function endSessionsOf(client: pg.ClientBase, userId: string): Promise<void> {
  await query(client, { name: 'end_sessions_of', text: 'delete from user_sessions where user_id = $1' }, [userId]);
}

/** Beyond so many sessions of one person the ones unused for longest end. */
export async function endSessionsBeyond(client: pg.ClientBase, userId: string, kept: number): Promise<void> {
  await query(
    client,
    {
      name: 'end_sessions_beyond',
      text: `delete from user_sessions where user_id = $1 and session_id in
               (select session_id from user_sessions where user_id = $1 order by seen_at desc, session_id offset $2)`,
    },
    [userId, kept],
  );
}
