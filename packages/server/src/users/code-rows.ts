import type pg from 'pg';
import { query } from '../database/pool.js';

/** Gives the invitation a new code; an earlier one is of no use from then on. */
export async function saveInvitation(
  client: pg.ClientBase,
  invitation: { readonly account: string; readonly userId: string; readonly codeSha256: Buffer },
  at: string,
  expiresAt: string,
): Promise<void> {
  await query(
    client,
    {
      name: 'save_invitation',
      text: `insert into user_invitations (account, user_id, code_sha256, created_at, expires_at)
             values ($1, $2, $3, $4, $5)
             on conflict (account, user_id) do update
                set code_sha256 = excluded.code_sha256, created_at = excluded.created_at, expires_at = excluded.expires_at`,
    },
    [invitation.account, invitation.userId, invitation.codeSha256, at, expiresAt],
  );
}

/** Whom the presented code invites, and where, if it has not expired. Locked, so that a code is used once. */
export async function invitationByCode(
  client: pg.ClientBase,
  codeSha256: Buffer,
  at: string,
): Promise<{ readonly account: string; readonly userId: string } | null> {
  const { rows } = await query<{ account: string; userId: string }>(
    client,
    {
      name: 'invitation_by_code',
      text: `select account, user_id as "userId" from user_invitations
              where code_sha256 = $1 and expires_at > $2 for update`,
    },
    [codeSha256, at],
  );
  return rows[0] ?? null;
}

export async function removeInvitation(client: pg.ClientBase, account: string, userId: string): Promise<void> {
  await query(
    client,
    { name: 'remove_invitation', text: 'delete from user_invitations where account = $1 and user_id = $2' },
    [account, userId],
  );
}

export async function addPasswordReset(
  client: pg.ClientBase,
  reset: { readonly codeSha256: Buffer; readonly userId: string },
  at: string,
  expiresAt: string,
): Promise<void> {
  await query(
    client,
    {
      name: 'add_password_reset',
      text: 'insert into password_resets (code_sha256, user_id, created_at, expires_at) values ($1, $2, $3, $4)',
    },
    [reset.codeSha256, reset.userId, at, expiresAt],
  );
}

/** Whose password the presented code sets, if it has not expired. Locked, so that a code is used once. */
export async function resetByCode(client: pg.ClientBase, codeSha256: Buffer, at: string): Promise<string | null> {
  const { rows } = await query<{ user_id: string }>(
    client,
    {
      name: 'reset_by_code',
      text: 'select user_id from password_resets where code_sha256 = $1 and expires_at > $2 for update',
    },
    [codeSha256, at],
  );
  return rows[0]?.user_id ?? null;
}

/** Every code that would set this person's password. */
export async function removeResetsOf(client: pg.ClientBase, userId: string): Promise<void> {
  await query(client, { name: 'remove_resets_of', text: 'delete from password_resets where user_id = $1' }, [userId]);
}
