import { type Order, STATE_SCHEMA } from '@docket/core/order/order';
import type pg from 'pg';
import { query as send, withAccounts } from '../database/pool.js';
import { loadOrder, parsedState } from '../event-log/load-order.js';
import type { EventLog } from '../event-log/read-events.js';
import { mendDocuments, removeDocumentsOfNoOrder } from './mend-documents.js';
import { listRow } from './order-list.js';
import { rebuildConsignments } from './rebuild-consignments.js';
import { timerRows } from './timers.js';

export interface Rebuilt {
  readonly orders: number;
  /** Rows of orders and documents and timers that were missing, wrong or of no order. */
  readonly mended: number;
}

/** Orders a step: a few megabytes at most in memory, and a commit to one of them waits some tens of milliseconds. */
const STEP = 200;

/**
 * Makes the order list, its rollups, the list of documents and the timers of an account what the states of its orders say, and leaves alone what
 * is right already. Works in short transactions that lock their orders, so orders may be placed and changed meanwhile.
 */
export async function rebuildReadModels(
  log: EventLog,
  account: string,
  progress: (orders: number) => void = () => undefined,
): Promise<Rebuilt> {
  let orders = 0;
  let mended = 0;
  for (let after: string | null = ''; after !== null;) {
    const step: Step = await rebuildStep(log, account, after);
    orders += step.orders;
    mended += step.mended;
    after = step.last;
    progress(orders);
  }
  mended += await removeRowsOfNoOrder(log.pool, account);
  mended += await withAccounts(log.pool, [account], (client) => removeDocumentsOfNoOrder(client, account));
  mended += await rebuildConsignments(log, account);
  await rebuildRollups(log.pool, account);
  return { orders, mended };
}

export interface Step {
  readonly orders: number;
  readonly mended: number;
  /** Id of the last order of a full step. */
  readonly last: string | null;
}

interface StateRow {
  readonly order_id: string;
  readonly state_schema: number;
  readonly head: string;
  readonly lines: string;
  readonly documents: string;
  readonly carried: string;
}

/** Some orders after this one, in the order of their ids. */
export async function rebuildStep(log: EventLog, account: string, after: string): Promise<Step> {
  return inTransaction(log.pool, account, 'read committed', async (client) => {
    const { rows } = await send<StateRow & pg.QueryResultRow>(
      client,
      {
        text: `select order_id, state_schema, head, lines, documents, carried from orders
                where account = $1 and order_id > $2 order by order_id limit ${STEP} for update`,
      },
      [account, after],
    );
    const orders = await Promise.all(rows.map((row) => orderOf(log, account, row)));
    const mended =
      (await mendList(client, account, orders)) +
      (await mendTimers(client, account, orders)) +
      (await mendDocuments(client, account, orders));
    return { orders: rows.length, mended, last: rows.length < STEP ? null : (rows.at(-1)?.order_id ?? null) };
  });
}

async function orderOf(log: EventLog, account: string, row: StateRow): Promise<Order> {
  if (row.state_schema === STATE_SCHEMA) return log.workflows.attach(parsedState(row));
  const stored = await loadOrder(log, account, row.order_id);
  if (stored === null) throw new Error(`order ${row.order_id} of account ${account} is gone`);
  return stored.order;
}

async function mendList(client: pg.PoolClient, account: string, orders: readonly Order[]): Promise<number> {
  const values = [account, JSON.stringify(orders.map(listRow))];
  await send(
    client,
    {
      text: `delete from order_list l using json_populate_recordset(null::order_list, $2) e
              where l.account = $1 and l.created_at = e.created_at and l.order_id = e.order_id and l.* is distinct from e.*`,
    },
    values,
  );
  const { rowCount } = await send(
    client,
    {
      text: `insert into order_list
             select e.* from json_populate_recordset(null::order_list, $2) e
              where e.account = $1
                and not exists (select from order_list l
                                 where l.account = $1 and l.created_at = e.created_at and l.order_id = e.order_id)`,
    },
    values,
  );
  return rowCount ?? 0;
}

/** A timer that was tried before is due again when its next try is, so its time is left alone. */
async function mendTimers(client: pg.PoolClient, account: string, orders: readonly Order[]): Promise<number> {
  const timers = orders.flatMap(timerRows);
  const keys = timers.map(({ key }) => key);
  const removed = await send(
    client,
    {
      text: `delete from tasks t using unnest($2::text[]) as o (id)
              where t.account = $1 and t.kind = 'order_timer' and t.key >= o.id || '/' and t.key < o.id || '0'
                and t.key <> all ($3::text[])`,
    },
    [account, orders.map(({ head }) => head.orderId), keys],
  );
  const set = await send(
    client,
    {
      text: `insert into tasks (account, kind, key, due, payload)
             select $1, 'order_timer', k, d::timestamptz, p::jsonb
               from unnest($2::text[], $3::text[], $4::text[]) as u (k, d, p)
             on conflict (account, kind, key) do update set due = excluded.due, payload = excluded.payload
              where (tasks.due, tasks.payload) is distinct from (excluded.due, excluded.payload)
                and tasks.attempts = 0`,
    },
    [account, keys, timers.map(({ due }) => due), timers.map(({ payload }) => payload)],
  );
  return (removed.rowCount ?? 0) + (set.rowCount ?? 0);
}

/** Rows under a wrong key: an order that does not exist, or was created at another time. */
async function removeRowsOfNoOrder(pool: pg.Pool, account: string): Promise<number> {
  let removed = 0;
  for (let after: readonly [string, string] | null = ['-infinity', '']; after !== null;) {
    const values: readonly unknown[] = [account, ...after];
    after = await withAccounts(pool, [account], async (client) => {
      const { rows } = await send<{ created_at: string; order_id: string; listed: number; removed: number }>(
        client,
        {
          text: `with page as materialized (
                   select created_at, order_id from order_list
                    where account = $1 and (created_at, order_id) > ($2::timestamptz, $3) and created_at >= $2::timestamptz
                    order by created_at, order_id limit 1000
                 ), stray as materialized (
                   select p.created_at, p.order_id from page p
                     left join orders o on o.account = $1 and o.order_id = p.order_id
                    where o.order_id is null or (o.head::json ->> 'createdAt')::timestamptz <> p.created_at
                 ), gone as (
                   delete from order_list l using stray s
                    where l.account = $1 and l.created_at = s.created_at and l.order_id = s.order_id
                   returning 1
                 )
                 select created_at::text, order_id, (select count(*)::int from page) as listed,
                        (select count(*)::int from gone) as removed
                   from page order by page.created_at desc, page.order_id desc limit 1`,
        },
        values,
      );
      const [last] = rows;
      removed += last?.removed ?? 0;
      return last === undefined || last.listed < 1000 ? null : ([last.created_at, last.order_id] as const);
    });
  }
  return removed;
}

/** Counts the list anew, by day and by month. One snapshot sees the list and the deltas that led to it, so what comes later is added to both. */
async function rebuildRollups(pool: pg.Pool, account: string): Promise<void> {
  const serializationFailure = '40001';
  for (let tries = 1; ; tries += 1) {
    try {
      await inTransaction(pool, account, 'repeatable read', async (client) => {
        await send(client, { text: 'delete from order_rollup_deltas where account = $1' }, [account]);
        await send(client, { text: 'delete from order_rollups where account = $1' }, [account]);
        await send(client, { text: 'delete from order_rollup_months where account = $1' }, [account]);
        await send(
          client,
          {
            text: `insert into order_rollups (account, day, status, origin, channel, store, currency, orders, amount, amount_sq)
                   select account, (created_at at time zone 'UTC')::date, status, origin, channel, store, currency,
                          count(*), sum(total), sum(total::numeric * total)
                     from order_list where account = $1 and complete and not deleted
                    group by account, 2, status, origin, channel, store, currency`,
          },
          [account],
        );
        await send(
          client,
          {
            text: `insert into order_rollup_months (account, month, status, origin, channel, store, currency, orders, amount)
                   select account, date_trunc('month', day)::date, status, origin, channel, store, currency,
                          sum(orders), sum(amount)
                     from order_rollups where account = $1 group by account, 2, status, origin, channel, store, currency`,
          },
          [account],
        );
      });
      return;
    } catch (error) {
      // Somebody folded the deltas meanwhile.
      if ((error as pg.DatabaseError).code !== serializationFailure || tries === 5) throw error;
    }
  }
}

async function inTransaction<T>(
  pool: pg.Pool,
  account: string,
  isolation: 'read committed' | 'repeatable read',
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  return withAccounts(pool, [account], async (client) => {
    await client.query(`begin isolation level ${isolation}`);
    try {
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  });
}
