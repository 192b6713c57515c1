import type pg from 'pg';
import { query } from '../database/pool.js';
import type { TaskCounts } from '../metrics/metrics.js';

/**
 * What is due and what was given up, by kind, over all accounts. Reads the two partial indexes on those rows alone, so
 * that millions of timers of later days cost nothing. `follower` sees every account.
 */
export async function countTasks(follower: pg.Pool, now: string): Promise<readonly TaskCounts[]> {
  const { rows } = await query<{ kind: string; due: number; givenUp: number; oldestSeconds: number }>(
    follower,
    {
      name: 'count_tasks',
      text: `select kind, sum(due)::int as due, sum(given_up)::int as "givenUp", max(oldest)::float8 as "oldestSeconds"
               from (select kind, count(*) as due, 0 as given_up, extract(epoch from $1::timestamptz - min(due)) as oldest
                       from tasks where failed_at is null and due <= $1::timestamptz group by kind
                      union all
                     select kind, 0, count(*), 0 from tasks where failed_at is not null group by kind) as found
              group by kind order by kind`,
    },
    [now],
  );
  return rows;
}
