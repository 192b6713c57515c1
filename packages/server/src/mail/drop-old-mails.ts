import type pg from 'pg';
import { query } from '../database/pool.js';

/** Mails are kept for this long, whatever became of them. */
const KEPT_DAYS = 90;
/** Taken in one statement, so that locks are never held for long. */
const DROPPED_AT_ONCE = 5_000;

/** Drops old mails of all accounts. `follower` sees every account. */
export async function dropOldMails(follower: pg.Pool, now: string): Promise<void> {
  const before = new Date(Date.parse(now) - KEPT_DAYS * 86_400_000).toISOString();
  for (let dropped = DROPPED_AT_ONCE; dropped === DROPPED_AT_ONCE;) {
    const { rowCount } = await query(
      follower,
      {
        name: 'drop_old_mails',
        text: `delete from mails m
                using (select account, id from mails where created_at < $1 limit $2) as old
                where m.account = old.account and m.id = old.id`,
      },
      [before, DROPPED_AT_ONCE],
    );
    dropped = rowCount ?? 0;
  }
}
