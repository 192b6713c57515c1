import type pg from 'pg';
import { query } from '../database/pool.js';
import type { Task } from './drain-tasks.js';

/** A task that no worker tries any more: a person has to look. */
export interface FailedTask {
  readonly kind: string;
  readonly key: string;
  readonly attempts: number;
  readonly failedAt: string;
  readonly lastError: string | null;
}

/** The first hundred tasks of an account that were given up, oldest first. */
export async function failedTasks(client: pg.ClientBase, account: string): Promise<readonly FailedTask[]> {
  const { rows } = await query<Omit<FailedTask, 'failedAt'> & { failedAt: Date }>(
    client,
    {
      name: 'failed_tasks',
      text: `select kind, key, attempts, failed_at as "failedAt", last_error as "lastError"
               from tasks where account = $1 and failed_at is not null order by failed_at limit 100`,
    },
    [account],
  );
  return rows.map((row) => ({ ...row, failedAt: row.failedAt.toISOString() }));
}

/** Gives a task that was given up all its tries again, now; its payload says that it was `asked` before. Answers whether there was one. */
export async function restartTask(
  client: pg.ClientBase,
  { account, kind, key }: Pick<Task, 'account' | 'kind' | 'key'>,
  now: string,
): Promise<boolean> {
  const { rowCount } = await query(
    client,
    {
      name: 'restart_task',
      text: `update tasks set failed_at = null, attempts = 0, due = $4, last_error = null, payload = payload || '{"asked":true}'
              where account = $1 and kind = $2 and key = $3 and failed_at is not null`,
    },
    [account, kind, key, now],
  );
  return rowCount === 1;
}
