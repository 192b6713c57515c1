import { setTimeout as pause } from 'node:timers/promises';
import type { OrderTimer } from '@docket/core/order/timers';
import type pg from 'pg';
import { query } from '../database/pool.js';
import type { Execute } from '../execute.js';
import type { TaskOutcome } from '../metrics/metrics.js';

/** A row of `tasks` that this worker has claimed. */
export interface Task {
  readonly account: string;
  readonly kind: string;
  readonly key: string;
  readonly payload: unknown;
  /** Tries that were begun, this one included. */
  readonly attempts: number;
}

/** Thrown by a handler that no further try can help: the task is given up at once, in sight of everybody. */
export class TaskGivenUp extends Error {}

/** Carries a task out; may be called again for the same task after a crash, so it must bear that. Throws where it failed. */
export type TaskHandler = (task: Task) => Promise<void>;

export interface TaskDrain {
  /** Claims what is due, runs it, settles it. Answers how many tasks it claimed. */
  drain(limit: number): Promise<number>;
  /** Drains until told to stop, looking again every `everyMillis` where nothing was due. */
  start(everyMillis: number): { stop(): Promise<void> };
}

export interface TaskDrainDependencies {
  /** Connections that see every account (the follower role). */
  readonly pool: pg.Pool;
  readonly handlers: Readonly<Record<string, TaskHandler>>;
  /** Claims tasks of these kinds alone, or all but those: slow work of one kind must not make another kind late. */
  readonly kinds?: { readonly only: readonly string[] } | { readonly not: readonly string[] };
  /** Tasks that run at once; 50 where absent. */
  readonly atOnce?: number;
  readonly clock: () => string;
  /** Names this process in the lease. */
  readonly worker: string;
  /** Told of every task that was run. */
  readonly onSettled?: (kind: string, outcome: TaskOutcome) => void;
  /** Told of what could not be recorded; the lease ends by itself and the task is tried again. */
  readonly onError: (error: unknown) => void;
}

/** Longer than any handler runs; after it another worker takes the task over. */
const leaseSeconds = 120;

/** Delays of 10 s, 20 s, 40 s … make the tenth try an hour and a half after the first: then a person has to look. */
export const mostAttempts = 10;
const firstDelaySeconds = 10;

export function createTaskDrain(dependencies: TaskDrainDependencies): TaskDrain {
  const { pool, handlers, kinds = { not: [] }, atOnce = batch, clock, worker, onSettled, onError } = dependencies;

  async function run(task: Task): Promise<void> {
    try {
      const handler = handlers[task.kind];
      if (handler === undefined) throw new Error(`nothing here runs tasks of the kind ${task.kind}`);
      await handler(task);
    } catch (error) {
      await fail(pool, task, worker, error, clock());
      onSettled?.(task.kind, error instanceof TaskGivenUp || task.attempts >= mostAttempts ? 'given_up' : 'failed');
      return;
    }
    await complete(pool, task, worker);
    onSettled?.(task.kind, 'done');
  }

  async function drain(limit: number): Promise<number> {
    const tasks = await claim(pool, { worker, kinds, limit, now: clock() });
    // One order has at most a few timers, and its commands take turns anyway.
    const settled = await Promise.allSettled(tasks.map(run));
    for (const outcome of settled) if (outcome.status === 'rejected') onError(outcome.reason);
    return tasks.length;
  }

  return {
    drain,
    start(everyMillis) {
      const stopping = new AbortController();
      const loop = async (): Promise<void> => {
        while (!stopping.signal.aborted) {
          const claimed = await drain(atOnce).catch((error: unknown) => {
            onError(error);
            return 0;
          });
          // Told to stop, the pause ends by a rejection that says nothing else.
          if (claimed < atOnce) await pause(everyMillis, null, { signal: stopping.signal }).catch(() => undefined);
        }
      };
      const ended = loop();
      return {
        async stop() {
          stopping.abort();
          await ended;
        },
      };
    },
  };
}

const batch = 50;

/** Workers pass over each other's rows, so any number of them may claim at once. */
async function claim(
  pool: pg.Pool,
  {
    worker,
    kinds,
    limit,
    now,
  }: { worker: string; kinds: NonNullable<TaskDrainDependencies['kinds']>; limit: number; now: string },
): Promise<Task[]> {
  const only = 'only' in kinds;
  const { rows } = await query<{ account: string; kind: string; key: string; payload: unknown; attempts: number }>(
    pool,
    {
      name: 'claim_tasks',
      text: `update tasks t
                set leased_by = $1, lease_until = $2::timestamptz + make_interval(secs => $3), attempts = t.attempts + 1
               from (select account, kind, key from tasks
                      where failed_at is null and due <= $2::timestamptz
                        and (lease_until is null or lease_until <= $2::timestamptz)
                        and (kind = any ($5::text[])) = $6
                      order by due limit $4
                        for update skip locked) as free
              where t.account = free.account and t.kind = free.kind and t.key = free.key
             returning t.account, t.kind, t.key, t.payload, t.attempts`,
    },
    [worker, now, leaseSeconds, limit, only ? kinds.only : kinds.not, only],
  );
  return rows;
}

/** A task that was set anew meanwhile has lost its lease, and stays. */
async function complete(pool: pg.Pool, task: Task, worker: string): Promise<void> {
  await query(
    pool,
    {
      name: 'complete_task',
      text: 'delete from tasks where account = $1 and kind = $2 and key = $3 and leased_by = $4 and attempts = $5',
    },
    [task.account, task.kind, task.key, worker, task.attempts],
  );
}

async function fail(pool: pg.Pool, task: Task, worker: string, error: unknown, now: string): Promise<void> {
  const delay = firstDelaySeconds * 2 ** (task.attempts - 1);
  // NUL cannot be stored, and a whole page of a partner's HTML helps nobody.
  const reason = (error instanceof Error ? error.message : String(error)).replaceAll('\0', ' ').slice(0, 1000);
  await query(
    pool,
    {
      name: 'fail_task',
      text: `update tasks
                set last_error = $6, leased_by = null, lease_until = null,
                    due = $7::timestamptz + make_interval(secs => $8),
                    failed_at = case when attempts >= $9 or $10 then $7::timestamptz end
              where account = $1 and kind = $2 and key = $3 and leased_by = $4 and attempts = $5`,
    },
    [
      task.account,
      task.kind,
      task.key,
      worker,
      task.attempts,
      reason,
      now,
      delay,
      mostAttempts,
      error instanceof TaskGivenUp,
    ],
  );
}

/**
 * Timers of orders: the command that the timer carries, asked by the system. A refusal is a failure that is seen.
 * @param giveCredit puts a refund on the store credit of its buyer, however often it is asked, before the order is told
 */
export function orderTimerHandler(execute: Execute, giveCredit: GiveCredit): TaskHandler {
  return async ({ account, key, payload }) => {
    const { orderId, command, refundId } = payload as TimerPayload;
    if (command === 'settle_refund') await giveCredit(account, orderId, refundId);
    const outcome = await execute({
      account,
      orderId,
      command: command === 'settle_refund' ? { type: command, refundId } : { type: command },
      actor: { kind: 'system', id: 'timer' },
      reason: `timer ${key.slice(key.indexOf('/') + 1)}`,
    });
    if (!outcome.accepted) throw new Error(`${command} was refused: ${outcome.refusal.refused}`);
  };
}

/** Once for each refund. */
export type GiveCredit = (account: string, orderId: string, refundId: string) => Promise<void>;

type TimerPayload = { readonly orderId: string } & (
  | { readonly command: Exclude<OrderTimer['command'], 'settle_refund'>; readonly refundId?: undefined }
  | { readonly command: 'settle_refund'; readonly refundId: string }
);
