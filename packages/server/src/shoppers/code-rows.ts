import type pg from 'pg';
import { query } from '../database/pool.js';

/** A mailed code may be tried so often. */
const MOST_TRIES = 5;

/** The code of this address; it takes the place of an earlier one. */
export async function keepCode(
  client: pg.ClientBase,
  account: string,
  code: { readonly recipient: string; readonly codeHash: Buffer; readonly expiresAt: string },
): Promise<void> {
  await query(
    client,
    {
      name: 'keep_shopper_code',
      text: `insert into shopper_codes (account, recipient, code_hash, expires_at) values ($1, $2, $3, $4)
             on conflict (account, recipient) do update
                set code_hash = excluded.code_hash, expires_at = excluded.expires_at, tries = 0`,
    },
    [account, code.recipient, code.codeHash, code.expiresAt],
  );
}

/** Counts a try before it is judged, so that tries at the same moment count too. Null where no code may be tried. */
export async function tryCode(
  client: pg.ClientBase,
  account: string,
  recipient: string,
  at: string,
): Promise<Buffer | null> {
  const { rows } = await query<{ code_hash: Buffer }>(
    client,
    {
      name: 'try_shopper_code',
      text: `update shopper_codes set tries = tries + 1
              where account = $1 and recipient = $2 and expires_at > $3 and tries < $4
             returning code_hash`,
    },
    [account, recipient, at, MOST_TRIES],
  );
  return rows[0]?.code_hash ?? null;
}

/** Uses the code up; false where somebody else was faster. */
export async function useCode(
  client: pg.ClientBase,
  account: string,
  recipient: string,
  codeHash: Buffer,
): Promise<boolean> {
  const { rowCount } = await query(
    client,
    {
      name: 'use_shopper_code',
      text: 'delete from shopper_codes where account = $1 and recipient = $2 and code_hash = $3',
    },
    [account, recipient, codeHash],
  );
  return rowCount === 1;
}
