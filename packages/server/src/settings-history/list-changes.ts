import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';

/** One change of a setting. Values that are secret or personal are named in `fields` and kept nowhere. */
export interface RecordedChange {
  readonly id: number;
  readonly at: Date;
  readonly actor: string;
  readonly kind: string;
  readonly key: string;
  readonly action: 'created' | 'changed' | 'removed';
  readonly fields: readonly string[];
  readonly before: object | null;
  readonly after: object | null;
}

export interface ChangesQuery {
  readonly kind?: string;
  /** Of these kinds alone. */
  readonly kinds?: readonly string[];
  readonly key?: string;
  readonly actor?: string;
  /** Instants: not before, and before. */
  readonly from?: string;
  readonly to?: string;
  /** Older than the change of this id. */
  readonly before?: number;
  readonly limit: number;
}

/**
 * Changes of settings, newest first. Without a name of its own the statement is planned for the filters that are there.
 */
export async function listChanges(pool: pg.Pool, account: string, filter: ChangesQuery): Promise<RecordedChange[]> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<RecordedChange>(
      client,
      {
        text: `select id, at, actor, kind, key, action, fields, before, after
                 from settings_changes
                where account = $1
                  and ($2::text is null or kind = $2) and ($3::text is null or key = $3)
                  and ($4::text is null or actor = $4)
                  and ($5::timestamptz is null or at >= $5) and ($6::timestamptz is null or at < $6)
                  and ($7::bigint is null or id < $7)
                  and ($9::text[] is null or kind = any ($9))
                order by id desc limit $8`,
      },
      [
        account,
        filter.kind ?? null,
        filter.key ?? null,
        filter.actor ?? null,
        filter.from ?? null,
        filter.to ?? null,
        filter.before ?? null,
        filter.limit,
        filter.kinds ?? null,
      ],
    ),
  );
  return rows;
}
