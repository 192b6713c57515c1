import type pg from 'pg';
import { query } from '../database/pool.js';

/** Taken in one statement, so that locks are never held for long. */
const DROPPED_AT_ONCE = 5_000;

/**
 * Drops items that were done longer ago than their feed keeps them, with their deliveries. What nobody committed and what
 * did not come through stays, however old. `follower` sees every account.
 */
export async function dropDoneItems(follower: pg.Pool, now: string): Promise<void> {
  for (let dropped = DROPPED_AT_ONCE; dropped === DROPPED_AT_ONCE;) {
    const { rows } = await query<{ dropped: number }>(
      follower,
      {
        name: 'drop_done_items',
        text: `with old as (
                 delete from feed_items i
                  using (select d.account, d.feed, d.sequence
                           from feeds f
                           join feed_items d on d.account = f.account and d.feed = f.feed
                          where d.done_at < $1::timestamptz - make_interval(secs => f.retention_seconds) limit $2) as old
                  where i.account = old.account and i.feed = old.feed and i.sequence = old.sequence
                 returning i.account, i.feed, i.sequence),
               deliveries as (
                 delete from feed_deliveries d using old
                  where d.account = old.account and d.feed = old.feed and d.sequence = old.sequence)
               select count(*)::int as dropped from old`,
      },
      [now, DROPPED_AT_ONCE],
    );
    dropped = rows[0]?.dropped ?? 0;
  }
}
