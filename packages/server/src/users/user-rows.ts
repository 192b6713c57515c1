import type pg from 'pg';
import { query } from '../database/pool.js';

/** A person who works with Docket, whatever accounts they serve. */
export interface User {
  readonly userId: string;
  /** Normalised; null when the person has left. */
  readonly email: string | null;
  readonly name: string | null;
  readonly locale: string | null;
  /** Null: invited, or logs in elsewhere. */
  readonly passwordHash: string | null;
  /** In the whole installation. */
  readonly disabledAt: Date | null;
}

const COLUMNS = `user_id as "userId", email, name, locale, password_hash as "passwordHash", disabled_at as "disabledAt"`;

/** The person of this address; the transaction must present it. */
export async function userByEmail(client: pg.ClientBase, email: string): Promise<User | null> {
  const { rows } = await query<User & Record<string, unknown>>(
    client,
    { name: 'user_by_email', text: `select ${COLUMNS} from users where email = $1` },
    [email],
  );
  return rows[0] ?? null;
}

/** The transaction must present the person. */
export async function userById(client: pg.ClientBase, userId: string): Promise<User | null> {
  const { rows } = await query<User & Record<string, unknown>>(
    client,
    { name: 'user_by_id', text: `select ${COLUMNS} from users where user_id = $1` },
    [userId],
  );
  return rows[0] ?? null;
}

/**
 * The id of the person of this address, who is made where there is none. The transaction must present the address; it
 * presents the person afterwards.
 */
export async function ensureUser(
  client: pg.ClientBase,
  user: {
    readonly userId: string;
    readonly email: string;
    readonly name: string | null;
    readonly locale: string | null;
  },
  at: string,
): Promise<string> {
  const { userId, email, name, locale } = user;
  await query(
    client,
    {
      name: 'make_user',
      text: `insert into users (user_id, email, name, locale, created_at) values ($1, $2, $3, $4, $5)
             on conflict (email) do nothing`,
    },
    [userId, email, name, locale, at],
  );
  const found = await userByEmail(client, email);
  if (found === null) throw new Error('a user who was made is not there');
  return found.userId;
}

export async function setPassword(client: pg.ClientBase, userId: string, passwordHash: string): Promise<void> {
  await query(client, { name: 'set_password', text: 'update users set password_hash = $2 where user_id = $1' }, [
    userId,
    passwordHash,
  ]);
}

/** Name and locale as the person gives them; what is absent stays. */
export async function setProfile(
  client: pg.ClientBase,
  userId: string,
  { name, locale }: { readonly name?: string | undefined; readonly locale?: string | undefined },
): Promise<void> {
  await query(
    client,
    {
      name: 'set_profile',
      text: 'update users set name = coalesce($2, name), locale = coalesce($3, locale) where user_id = $1',
    },
    [userId, name ?? null, locale ?? null],
  );
}

export async function noteLogin(client: pg.ClientBase, userId: string, at: string): Promise<void> {
  await query(client, { name: 'note_login', text: 'update users set last_login_at = $2 where user_id = $1' }, [
    userId,
    at,
  ]);
}

/** Null opens the login again. */
export async function setUserDisabled(client: pg.ClientBase, userId: string, at: string | null): Promise<void> {
  await query(client, { name: 'set_user_disabled', text: 'update users set disabled_at = $2 where user_id = $1' }, [
    userId,
    at,
  ]);
}

/** The person has left the last account: all about them goes, and the id stays, because the log names it. */
export async function emptyUser(client: pg.ClientBase, userId: string): Promise<void> {
  await query(
    client,
    {
      name: 'empty_user',
      text: `update users set email = null, name = null, password_hash = null, locale = null, last_login_at = null
              where user_id = $1`,
    },
    [userId],
  );
}
