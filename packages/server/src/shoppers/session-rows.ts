import type pg from 'pg';
import { query } from '../database/pool.js';

export interface ShopperSessionRow {
  readonly sessionId: string;
  readonly recipient: string;
  /** Sealed. */
  readonly address: Buffer;
  readonly expiresAt: Date;
}

export async function addSession(
  client: pg.ClientBase,
  account: string,
  session: {
    readonly sessionId: string;
    readonly tokenSha256: Buffer;
    readonly recipient: string;
    readonly address: Buffer;
    readonly at: string;
    readonly expiresAt: string;
  },
): Promise<void> {
  const { sessionId, tokenSha256, recipient, address, at, expiresAt } = session;
  await query(
    client,
    {
      name: 'add_shopper_session',
      text: `insert into shopper_sessions (account, session_id, token_sha256, recipient, address, created_at, expires_at)
             values ($1, $2, $3, $4, $5, $6, $7)`,
    },
    [account, sessionId, tokenSha256, recipient, address, at, expiresAt],
  );
}

/** Null where there is none with this token, or it has expired. */
export async function sessionByToken(
  client: pg.ClientBase,
  account: string,
  tokenSha256: Buffer,
  at: string,
): Promise<ShopperSessionRow | null> {
  const { rows } = await query<ShopperSessionRow & Record<string, unknown>>(
    client,
    {
      name: 'shopper_session_by_token',
      text: `select session_id as "sessionId", recipient, address, expires_at as "expiresAt"
               from shopper_sessions where account = $1 and token_sha256 = $2 and expires_at > $3`,
    },
    [account, tokenSha256, at],
  );
  return rows[0] ?? null;
}

export async function endSession(client: pg.ClientBase, account: string, sessionId: string): Promise<void> {
  await query(
    client,
    { name: 'end_shopper_session', text: 'delete from shopper_sessions where account = $1 and session_id = $2' },
    [account, sessionId],
  );
}

/** Everywhere at once. */
export async function endSessionsOf(client: pg.ClientBase, account: string, recipient: string): Promise<void> {
  await query(
    client,
    { name: 'end_shopper_sessions_of', text: 'delete from shopper_sessions where account = $1 and recipient = $2' },
    [account, recipient],
  );
}
