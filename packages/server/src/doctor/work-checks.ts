import type pg from 'pg';
import { query } from '../database/pool.js';
import { countTasks } from '../followers/count-tasks.js';
import { fail, ok, type Verdict, warn } from './verdict.js';

/** Seconds. A worker looks every second; a retry waits longer, and is not due meanwhile. */
const LATE = 60;
const VERY_LATE = 900;

/** Timers, retries and mails of all accounts. */
export async function tasks(follower: pg.Pool, now: string): Promise<readonly Verdict[]> {
  const counted = await countTasks(follower, now);
  const sum = (of: 'due' | 'givenUp'): number => counted.reduce((total, counts) => total + counts[of], 0);
  const seconds = Math.round(Math.max(0, ...counted.map(({ oldestSeconds }) => oldestSeconds)));
  const givenUp = sum('givenUp');
  return [
    givenUp === 0
      ? ok('tasks', 'none was given up')
      : fail(
          'tasks',
          `${givenUp} were given up`,
          'npx docket tasks names them with their errors; --restart tries one again.',
        ),
    lateness(seconds, sum('due')),
  ];
}

function lateness(seconds: number, due: number): Verdict {
  if (seconds <= LATE) return ok('worker', due === 0 ? 'nothing waits' : `${due} tasks are due, none for long`);
  const found = `${due} tasks are due, the oldest for ${seconds} s`;
  const next = 'Start a worker (npm start, or DOCKET_ROLE=worker), or read its log.';
  return seconds > VERY_LATE ? fail('worker', found, next) : warn('worker', found, next);
}

/** Commits leave rows that a worker sums up within the minute. */
const MANY_UNSUMMED = 200_000;

/** How far behind the commits the counts and sums of the order list are. */
export async function counts(follower: pg.Pool): Promise<Verdict> {
  const { rows } = await query<{ waiting: number }>(
    follower,
    { text: 'select count(*)::int as waiting from (select from order_rollup_deltas limit $1) as unsummed' },
    [MANY_UNSUMMED],
  );
  const waiting = rows[0]?.waiting ?? 0;
  if (waiting < MANY_UNSUMMED) return ok('counts', `${waiting} commits are not summed up yet`);
  return warn(
    'counts',
    `${waiting} commits or more are not summed up`,
    'No worker runs, or it cannot keep up: start one.',
  );
}

/** Mails of the last seven days that no server took, and who waits for longer than the retries of a short outage. */
export async function mails(follower: pg.Pool, now: string): Promise<Verdict> {
  const { rows } = await query<{ failed: number; waiting: number }>(
    follower,
    {
      text: `select count(*) filter (where state = 'failed')::int as failed,
                    count(*) filter (where state = 'queued' and created_at < $1::timestamptz - interval '15 minutes')::int as waiting
               from mails where created_at > $1::timestamptz - interval '7 days'`,
    },
    [now],
  );
  const { failed = 0, waiting = 0 } = rows[0] ?? {};
  if (failed === 0 && waiting === 0) return ok('mails', 'none failed in 7 days');
  const found = `${failed} failed in 7 days, ${waiting} wait for longer than 15 minutes`;
  return warn(
    'mails',
    found,
    'GET /api/v1/admin/mails?state=failed names them with their errors, POST …/resend sends one again.',
  );
}
