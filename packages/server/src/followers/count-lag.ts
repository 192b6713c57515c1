import type pg from 'pg';
import { query } from '../database/pool.js';
import type { FollowerLag } from '../metrics/metrics.js';

/** More than this is not counted on: somebody has to look in any case. */
const MOST = 100_000;

/** How far those who follow the log are behind it, over all accounts. `follower` sees every account. */
export async function countLag(follower: pg.Pool): Promise<readonly FollowerLag[]> {
  const { rows } = await query<{ follower: string; events: number }>(
    follower,
    {
      name: 'count_lag',
      text: `select 'feeds' as follower, coalesce(sum(h.seq - p.position), 0)::float8 as events
               from feed_positions p join account_heads h on h.account = p.account
              union all
             select 'order_counts', count(*)::float8 from (select from order_rollup_deltas limit $1) as unsummed`,
    },
    [MOST],
  );
  return rows;
}
