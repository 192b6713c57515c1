import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';

/** A preview as it is stored. */
export interface PreviewRow {
  readonly account: string;
  readonly tokenHash: Buffer;
  readonly credential: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  readonly subjects: readonly string[];
  readonly content: Buffer;
}

export async function insertPreview(pool: pg.Pool, row: PreviewRow): Promise<void> {
  const { account, tokenHash, credential, expiresAt, subjects, content } = row;
  await withAccounts(pool, [account], (client) =>
    query(
      client,
      {
        name: 'insert_preview',
        text: `insert into previews (account, token_sha256, credential, expires_at, subjects, content)
               values ($1, $2, $3, $4, $5, $6)`,
      },
      [account, tokenHash, credential, expiresAt, subjects, content],
    ),
  );
}

/** What this credential previewed and may still commit at this time, or null. */
export async function findPreview(
  pool: pg.Pool,
  account: string,
  asked: { readonly tokenHash: Buffer; readonly credential: string; readonly at: string },
): Promise<{ readonly content: Buffer; readonly expiresAt: string } | null> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<{ content: Buffer; expires_at: Date }>(
      client,
      {
        name: 'find_preview',
        text: `select content, expires_at from previews
                where account = $1 and token_sha256 = $2 and credential = $3 and expires_at > $4`,
      },
      [account, asked.tokenHash, asked.credential, asked.at],
    ),
  );
  const [row] = rows;
  return row === undefined ? null : { content: row.content, expiresAt: row.expires_at.toISOString() };
}
