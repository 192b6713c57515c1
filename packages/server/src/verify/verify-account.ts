import type { Order } from '@docket/core/order/order';
import { STATE_SCHEMA } from '@docket/core/order/order';
import type pg from 'pg';
import { query } from '../database/pool.js';
import { parsedState, type StateRow } from '../event-log/load-order.js';
import { type EventRow, loggedEvents } from '../event-log/read-events.js';
import type { PersonalKeys } from '../personal-data/keys.js';
import { countDocumentsOfNoOrder, ordersWithWrongDocuments } from '../read-models/mend-documents.js';
import { listRow } from '../read-models/order-list.js';
import { timerRows } from '../read-models/timers.js';
import { uniqueIds } from '../event-log/unique-ids.js';
import { attachTables } from '../workflows/published-tables.js';
import type { Finding } from './finding.js';
import { verifyDraftOrders } from './verify-draft-orders.js';
import { verifyConsignments, type Waiting, waitingOf } from './verify-consignments.js';
import { type OrderEvidence, verifyOrder } from './verify-order.js';
import { heldBy, type Held, verifyStock } from './verify-stock.js';
import { type UsesHeld, usesHeldBy, verifyUses } from './verify-uses.js';

/** Orders looked at in one go. A batch of long orders stays within some 100 MB. */
const BATCH = 100;

export interface AccountReport {
  readonly account: string;
  readonly orders: number;
  readonly events: number;
  readonly findings: readonly Finding[];
}

/**
 * Recomputes every order of an account in one snapshot, then what stands above single orders: sequence, list, timers,
 * external ids, rollups, stock, uses of promotions, consignments and draft orders. Stops collecting after `most` findings.
 */
export async function verifyAccount(
  client: pg.ClientBase,
  keys: PersonalKeys,
  account: string,
  most: number,
  progress: (orders: number) => void = () => undefined,
): Promise<AccountReport> {
  await client.query('begin isolation level repeatable read read only');
  try {
    const findings: Finding[] = [];
    const held: Held = new Map();
    const uses: UsesHeld = new Map();
    const waiting: Waiting = new Set();
    let orders = 0;
    let events = 0;
    for (let after = ''; ;) {
      const evidence = await readBatch(client, keys, account, after);
      const last = evidence.at(-1);
      if (last === undefined || findings.length >= most) break;
      const sound: Order[] = [];
      for (const one of evidence) {
        const verdict = verifyOrder(one);
        if ('fault' in verdict) {
          const { part, check, expected, found } = verdict.fault;
          findings.push({ account, where: `order ${one.orderId}, ${part}`, check, expected, found });
        } else {
          sound.push(one.hasKey ? verdict.order : (one.state ?? verdict.order));
          heldBy(verdict.order, held);
          usesHeldBy(verdict.order, uses);
          waitingOf(verdict.order, waiting);
        }
        events += one.events.length;
      }
      findings.push(...(await verifyRows(client, account, await attachTables(client, account, sound))));
      orders += evidence.length;
      after = last.orderId;
      progress(orders);
    }
    // sums above damaged orders would only repeat what is known
    if (findings.length === 0) {
      findings.push(
        ...(await verifyCounts(client, account)),
        ...(await verifyRollups(client, account)),
        ...(await verifyStock(client, account, held)),
        ...(await verifyUses(client, account, uses)),
        ...(await verifyConsignments(client, account, waiting)),
        ...(await verifyDraftOrders(client, account)),
      );
    }
    return { account, orders, events, findings: findings.slice(0, most) };
  } finally {
    await client.query('rollback');
  }
}

interface BatchRow extends Omit<StateRow, 'subject' | 'wrapped_key'> {
  readonly order_id: string;
  readonly has_key: boolean;
}

async function readBatch(
  client: pg.ClientBase,
  keys: PersonalKeys,
  account: string,
  after: string,
): Promise<OrderEvidence[]> {
  const { rows } = await query<BatchRow>(
    client,
    {
      name: 'verify_orders',
      text: `select o.order_id, o.version, o.state_schema, o.hash, o.head, o.lines, o.documents, o.carried,
                    k.wrapped_key is not null as has_key
               from orders o
               left join subject_keys k on k.account = o.account and k.stream_kind = 'order' and k.stream_id = o.order_id
              where o.account = $1 and o.order_id > $2
              order by o.order_id
              limit $3`,
    },
    [account, after, BATCH],
  );
  const ids = rows.map(({ order_id }) => order_id);
  const { rows: eventRows } = await query<EventRow>(
    client,
    {
      name: 'verify_events',
      text: `select e.account, e.stream_kind, e.stream_id, e.version, e.seq, e.type, e.schema, e.data, e.personal, e.actor,
                    e.at, e.reason, e.command_id, e.prev_hash, e.hash, k.wrapped_key
               from events e
               left join subject_keys k
                 on k.account = e.account and k.stream_kind = e.stream_kind and k.stream_id = e.stream_id
              where e.account = $1 and e.stream_kind = 'order' and e.stream_id = any($2)
              order by e.stream_id, e.version`,
    },
    [account, ids],
  );
  const readable = eventRows.map((row) => readableEvent(keys, row));
  return rows.map((row): OrderEvidence => ({
    orderId: row.order_id,
    version: row.version,
    hash: row.hash,
    state: row.state_schema === STATE_SCHEMA ? parsedState(row) : null,
    events: readable.filter(({ sealed }) => sealed.streamId === row.order_id),
    hasKey: row.has_key,
  }));
}

/** Damaged ciphertext does not open and damaged data does not parse; the hash says so, so it is read as if forgotten. */
function readableEvent(keys: PersonalKeys, row: EventRow) {
  for (const attempt of [row, { ...row, wrapped_key: null }, { ...row, wrapped_key: null, data: '{}' }]) {
    try {
      const [event] = loggedEvents(keys, [attempt]);
      if (event !== undefined) return { ...event, sealed: { ...event.sealed, data: row.data } };
    } catch {
      continue;
    }
  }
  throw new Error(`event ${row.version} of order ${row.stream_id} is of a type that this version does not know`);
}

/** The rows that these orders should have, against those that are there. */
async function verifyRows(client: pg.ClientBase, account: string, orders: readonly Order[]): Promise<Finding[]> {
  if (orders.length === 0) return [];
  const ids = orders.map(({ head }) => head.orderId);
  const { rows: listed } = await query<{ order_id: string; missing: boolean; columns: string[] | null }>(
    client,
    {
      name: 'verify_list',
      text: `select e.order_id, l.order_id is null as missing,
                    array(select x.key from jsonb_each(to_jsonb(e)) x join jsonb_each(to_jsonb(l)) y using (key)
                           where x.value is distinct from y.value) as columns
               from json_populate_recordset(null::order_list, $2) e
               left join order_list l on l.account = e.account and l.created_at = e.created_at and l.order_id = e.order_id
              where e.account = $1 and (l is null or l.order_id is null or l <> e or l is distinct from e)`,
    },
    [account, JSON.stringify(orders.map(listRow))],
  );
  const { rows: timers } = await query<{ order_id: string; key: string; due: Date; payload: unknown }>(
    client,
    {
      name: 'verify_timers',
      text: `select i as order_id, t.key, t.due, t.payload
               from unnest($2::text[]) i
               join tasks t on t.account = $1 and t.kind = 'order_timer' and t.key >= i || '/' and t.key < i || '0'
              order by t.key`,
    },
    [account, ids],
  );
  const { rows: externals } = await query<{ order_id: string; source: string; external_id: string }>(
    client,
    {
      name: 'verify_external_ids',
      text: `select order_id, source, external_id from order_external_ids where account = $1 and order_id = any($2)`,
    },
    [account, ids],
  );
  const findings: Finding[] = listed.map(({ order_id, missing, columns }) => ({
    account,
    where: `order ${order_id}`,
    check: 'order list',
    expected: 'the row that its state gives',
    found: missing ? 'no row' : `another ${(columns ?? []).join(', ')}`,
  }));
  for (const orderId of await ordersWithWrongDocuments(client, account, orders)) {
    const [expected, found] = ['the rows that its state gives', 'others'];
    findings.push({ account, where: `order ${orderId}`, check: 'list of documents', expected, found });
  }
  for (const order of orders) {
    const { orderId } = order.head;
    const expected = timerRows(order)
      .map(({ key, due }) => `${key} ${due}`)
      .sort();
    const found = timers
      .filter(({ order_id }) => order_id === orderId)
      .map(({ key, due }) => `${key} ${due.toISOString()}`);
    if (expected.join() !== found.join()) {
      findings.push({
        account,
        where: `order ${orderId}`,
        check: 'timers',
        expected: expected.join() || 'none',
        found: found.join() || 'none',
      });
    }
    const ids = externals
      .filter(({ order_id }) => order_id === orderId)
      .map(({ source, external_id }) => `${source}:${external_id}`);
    const expectedIds = uniqueIds(order).map(([source, id]) => `${source}:${id}`);
    if (ids.sort().join() !== expectedIds.sort().join()) {
      findings.push({
        account,
        where: `order ${orderId}`,
        check: 'external ids',
        expected: expectedIds.join() || 'none',
        found: ids.join() || 'none',
      });
    }
  }
  return findings;
}

/** Rows without their order, and holes in the sequence of the account. */
async function verifyCounts(client: pg.ClientBase, account: string): Promise<Finding[]> {
  const { rows } = await query<Record<'events' | 'head' | 'last' | 'orders' | 'listed' | 'keys' | 'streams', number>>(
    client,
    {
      name: 'verify_counts',
      text: `select (select count(*) from events where account = $1) as events,
                    (select coalesce(max(seq), 0) from events where account = $1) as last,
                    (select coalesce(max(seq), 0) from account_heads where account = $1) as head,
                    (select count(distinct stream_id) from events where account = $1 and stream_kind = 'order') as streams,
                    (select count(*) from orders where account = $1) as orders,
                    (select count(*) from order_list where account = $1) as listed,
                    (select count(*) from subject_keys where account = $1 and stream_kind = 'order') as keys`,
    },
    [account],
  );
  const counts = rows[0];
  if (counts === undefined) throw new Error('counting gave no row');
  const { events, last, head, streams, orders, listed, keys } = counts;
  const wrong = (where: string, check: string, expected: number, found: number): Finding[] =>
    expected === found ? [] : [{ account, where, check, expected: String(expected), found: String(found) }];
  return [
    ...wrong('account head', 'sequence', last, head),
    ...wrong('events', 'sequence', last, events),
    ...wrong('orders', 'log', streams, orders),
    ...wrong('order list', 'order list', orders, listed),
    ...wrong('keys of personal data', 'keys', orders, keys),
    ...wrong('list of documents', 'list of documents', 0, await countDocumentsOfNoOrder(client, account)),
  ];
}

/** Counts and sums above the list against the list itself, and those of months against their days. */
async function verifyRollups(client: pg.ClientBase, account: string): Promise<Finding[]> {
  const { rows } = await query<{ bucket: string; expected: string; found: string }>(
    client,
    {
      name: 'verify_rollups',
      text: `with kept as (
               select day, status, origin, channel, store, currency, sum(orders) as orders, sum(amount) as total
                 from (select day, status, origin, channel, store, currency, orders::numeric, amount
                         from order_rollups where account = $1
                       union all
                       select day, status, origin, channel, store, currency, orders::numeric, amount
                         from order_rollup_deltas where account = $1) r
                group by 1, 2, 3, 4, 5, 6),
             counted as (
               select (created_at at time zone 'UTC')::date as day, status, origin, channel, store, currency,
                      count(*)::numeric as orders, sum(total)::numeric as total
                 from order_list where account = $1 and complete and not deleted group by 1, 2, 3, 4, 5, 6)
             select concat_ws(' ', day, status, origin, channel, store, currency) as bucket,
                    concat(coalesce(c.orders, 0), ' orders, ', coalesce(c.total, 0)) as expected,
                    concat(coalesce(k.orders, 0), ' orders, ', coalesce(k.total, 0)) as found
               from counted c full join kept k using (day, status, origin, channel, store, currency)
              where (coalesce(c.orders, 0), coalesce(c.total, 0)) <> (coalesce(k.orders, 0), coalesce(k.total, 0))
             union all
             select concat_ws(' ', 'of the month', month, status, origin, channel, store, currency),
                    concat(coalesce(d.orders, 0), ' orders, ', coalesce(d.total, 0)),
                    concat(coalesce(m.orders, 0), ' orders, ', coalesce(m.amount, 0))
               from (select date_trunc('month', day)::date as month, status, origin, channel, store, currency,
                            sum(orders) as orders, sum(amount) as total
                       from order_rollups where account = $1 group by 1, 2, 3, 4, 5, 6) d
               full join (select * from order_rollup_months where account = $1) m
                 using (month, status, origin, channel, store, currency)
              where (coalesce(d.orders, 0), coalesce(d.total, 0)) <> (coalesce(m.orders, 0), coalesce(m.amount, 0))
              limit 20`,
    },
    [account],
  );
  return rows.map(({ bucket, expected, found }) => ({
    account,
    where: `rollup ${bucket}`,
    check: 'rollups',
    expected,
    found,
  }));
}
