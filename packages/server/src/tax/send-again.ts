import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { inTransaction, onConnection } from '../database/transaction.js';
import type { TaskHandler } from '../followers/drain-tasks.js';
import { setTaxTasks } from './follow-taxes.js';

/** The kind of task that tells all orders of a store again; its key is the run. */
export const SEND_ALL_TAXES = 'tax_run';

/** All orders of a store told to its tax service again. `endedAt` null: orders are still being set to be sent. */
export interface TaxRun {
  readonly run: string;
  readonly store: string;
  readonly startedAt: string;
  readonly startedBy: string;
  readonly endedAt: string | null;
  /** Set to be sent so far. */
  readonly orders: number;
}

interface Row extends Omit<TaxRun, 'startedAt' | 'endedAt'>, pg.QueryResultRow {
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

const columns = `run, store, started_at as "startedAt", started_by as "startedBy", ended_at as "endedAt", orders`;
const runOf = (row: Row): TaxRun => ({
  run: row.run,
  store: row.store,
  startedAt: row.startedAt.toISOString(),
  startedBy: row.startedBy,
  endedAt: row.endedAt?.toISOString() ?? null,
  orders: row.orders,
});

/** Orders that are set to be sent in one transaction. */
const PAGE = 200;
/** Within the lease of a task; what is left then goes on in the next one. */
const PAGES_A_TASK = 100;

export async function startTaxRun(
  pool: pg.Pool,
  account: string,
  given: Pick<TaxRun, 'run' | 'store' | 'startedAt' | 'startedBy'>,
): Promise<TaxRun> {
  return withAccounts(pool, [account], (client) =>
    inTransaction(client, async () => {
      const { rows } = await query<Row>(
        client,
        {
          name: 'insert_tax_run',
          text: `insert into tax_runs (account, run, store, started_at, started_by) values ($1, $2, $3, $4, $5)
                 returning ${columns}`,
        },
        [account, given.run, given.store, given.startedAt, given.startedBy],
      );
      await setRunTask(client, account, given.run, given.startedAt);
      const [row] = rows;
      if (row === undefined) throw new Error('a run was not written');
      return runOf(row);
    }),
  );
}

/** The last runs of the account, newest first. */
export async function listTaxRuns(pool: pg.Pool, account: string, limit: number): Promise<readonly TaxRun[]> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<Row>(
      client,
      {
        name: 'list_tax_runs',
        text: `select ${columns} from tax_runs where account = $1 order by started_at desc, run desc limit $2`,
      },
      [account, limit],
    ),
  );
  return rows.map(runOf);
}

/**
 * Sets orders of the store to be sent, page by page from where it stands, which is kept with each page: a run that ends on its way
 * goes on there. What was filed is told again under its code, so nothing is there twice.
 */
export function sendAllHandler({
  follower,
  clock,
}: {
  /** Connections that see every account. */
  readonly follower: pg.Pool;
  readonly clock: () => string;
}): TaskHandler {
  return async ({ account, key: run }) => {
    for (let pages = 0; pages < PAGES_A_TASK; pages += 1) {
      if (!(await onConnection(follower, (client) => setPage(client, account, run, clock())))) return;
    }
    await onConnection(follower, (client) => setRunTask(client, account, run, clock()));
  };
}

/** Answers whether there may be more. */
async function setPage(client: pg.ClientBase, account: string, run: string, now: string): Promise<boolean> {
  const { rows: runs } = await query<{ store: string; after_at: Date | null; after_id: string | null }>(
    client,
    {
      name: 'lock_tax_run',
      text: `select store, after_at, after_id from tax_runs
              where account = $1 and run = $2 and ended_at is null for update`,
    },
    [account, run],
  );
  const [standing] = runs;
  if (standing === undefined) return false;
  const { rows } = await query<{ order_id: string; created_at: Date }>(
    client,
    {
      name: 'orders_of_tax_run',
      text: `select order_id, created_at from order_list
              where account = $1 and (created_at, order_id) > (coalesce($3::timestamptz, '-infinity'), coalesce($4, ''))
                and store = $2
              order by created_at, order_id limit $5`,
    },
    [account, standing.store, standing.after_at, standing.after_id, PAGE],
  );
  const orders = rows.map(({ order_id }) => order_id);
  await query(
    client,
    {
      name: 'resend_tax_documents',
      text: 'update tax_documents set resend = true where account = $1 and order_id = any ($2)',
    },
    [account, orders],
  );
  await setTaxTasks(client, account, orders, now, true);
  const last = rows.at(-1);
  const more = rows.length === PAGE;
  await query(
    client,
    {
      name: 'move_tax_run',
      text: `update tax_runs set after_at = coalesce($3, after_at), after_id = coalesce($4, after_id),
                    orders = orders + $5, ended_at = $6
              where account = $1 and run = $2`,
    },
    [account, run, last?.created_at ?? null, last?.order_id ?? null, rows.length, more ? null : now],
  );
  return more;
}

async function setRunTask(client: pg.ClientBase, account: string, run: string, now: string): Promise<void> {
  await query(
    client,
    {
      name: 'set_tax_run_task',
      text: `insert into tasks (account, kind, key, due, payload) values ($1, $2, $3, $4, '{}')
             on conflict (account, kind, key) do update
                set due = excluded.due, attempts = 0, failed_at = null, last_error = null, leased_by = null, lease_until = null`,
    },
    [account, SEND_ALL_TAXES, run, now],
  );
}

/** Has an order told again, whatever the service has of it. */
export async function sendOrderAgain(pool: pg.Pool, account: string, orderId: string, now: string): Promise<void> {
  await withAccounts(pool, [account], (client) =>
    inTransaction(client, async () => {
      await query(
        client,
        {
          name: 'resend_tax_documents_of_order',
          text: 'update tax_documents set resend = true where account = $1 and order_id = $2',
        },
        [account, orderId],
      );
      await setTaxTasks(client, account, [orderId], now, true);
    }),
  );
}
