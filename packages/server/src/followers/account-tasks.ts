import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { restartTask } from './failed-tasks.js';

/** A task as people see it: without its payload, which may hold what belongs to a person. */
export interface AccountTask {
  readonly kind: string;
  readonly key: string;
  readonly due: string;
  /** Tries that were begun. */
  readonly attempts: number;
  /** Null: it waits for its time, or is tried again. */
  readonly failedAt: string | null;
  readonly lastError: string | null;
}

/** The last task of the page before; `failedAt` is null where it waits. */
interface TaskPlace {
  readonly failedAt: string | null;
  readonly kind: string;
  readonly key: string;
}

export interface AccountTasks {
  /** Failed ones by the moment they were given up, newest first; waiting ones by kind and key. */
  page(
    account: string,
    asked: { readonly failed: boolean; readonly after: TaskPlace | null; readonly limit: number },
  ): Promise<readonly AccountTask[]>;
  /** Gives a task that was given up all its tries again, now. Answers whether there was one. */
  restart(account: string, task: { readonly kind: string; readonly key: string }): Promise<boolean>;
}

interface Row extends Record<string, unknown> {
  readonly kind: string;
  readonly key: string;
  readonly due: Date;
  readonly attempts: number;
  readonly failed_at: Date | null;
  readonly last_error: string | null;
}

const taskOf = (row: Row): AccountTask => ({
  kind: row.kind,
  key: row.key,
  due: row.due.toISOString(),
  attempts: row.attempts,
  failedAt: row.failed_at?.toISOString() ?? null,
  lastError: row.last_error,
});

/** Reads the partial index on what failed; to the millisecond, for a mark of a page knows no more. */
const failedPage = {
  name: 'failed_task_page',
  text: `select kind, key, due, attempts, failed_at, last_error from tasks
          where account = $1 and failed_at is not null
            and ($2::timestamptz is null or failed_at < $2::timestamptz + interval '1 millisecond')
            and ($2::timestamptz is null
                 or (date_trunc('milliseconds', failed_at), kind, key) < ($2::timestamptz, $3::text, $4::text))
          order by date_trunc('milliseconds', failed_at) desc, kind desc, key desc limit $5`,
};

/** By the primary key: an index by due time would cost every placement a write, for a list that people seldom read. */
const waitingPage = {
  name: 'waiting_task_page',
  text: `select kind, key, due, attempts, failed_at, last_error from tasks
          where account = $1 and failed_at is null and (kind, key) > ($2::text, $3::text)
          order by kind, key limit $4`,
};

export function createAccountTasks({
  pool,
  now,
}: {
  readonly pool: pg.Pool;
  readonly now: () => string;
}): AccountTasks {
  return {
    page: (account, { failed, after, limit }) =>
      withAccounts(pool, [account], async (client) => {
        const { kind = '', key = '', failedAt = null } = after ?? {};
        const { rows } = failed
          ? await query<Row>(client, failedPage, [account, failedAt, kind, key, limit])
          : await query<Row>(client, waitingPage, [account, kind, key, limit]);
        return rows.map(taskOf);
      }),
    restart: (account, task) =>
      withAccounts(pool, [account], (client) => restartTask(client, { account, ...task }, now())),
  };
}
