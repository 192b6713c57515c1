import { type Carried, type Order, STATE_SCHEMA } from '@docket/core/order/order';
import { query, withAccounts } from '../database/pool.js';
import { type EventLog, foldEvents, readEvents } from './read-events.js';

/** An order as it stands, with what the next commit of it needs. */
export interface StoredOrder {
  readonly order: Order;
  readonly version: number;
  /** `STATE_SCHEMA` of the release that wrote the state columns; an older one means that they are not this order. */
  readonly stateSchema: number;
  /** Of its last event. */
  readonly hash: Buffer;
  /** Whose personal data it holds. */
  readonly subject: string;
  /** Null once the subject was forgotten. */
  readonly key: Buffer | null;
}

/** A request made under a key before. */
export interface IdempotencyRow {
  readonly content: string;
  readonly orderId: string;
  readonly version: number;
  /** The command, and whether it had an effect. */
  readonly outcome: string;
}

export interface StateRow {
  readonly version: number;
  readonly state_schema: number;
  readonly hash: Buffer;
  readonly head: string;
  readonly lines: string;
  readonly documents: string;
  readonly carried: string;
  readonly subject: string;
  readonly wrapped_key: Buffer | null;
}

interface KeyedRow extends StateRow {
  readonly kept_content: string | null;
  readonly kept_order_id: string;
  readonly kept_version: number;
  readonly kept_outcome: string;
}

const columns = `o.version, o.state_schema, o.hash, o.head, o.lines, o.documents, o.carried, s.subject, s.wrapped_key`;
const tables = `orders o join subject_keys s
     on s.account = o.account and s.stream_kind = 'order' and s.stream_id = o.order_id`;

const loadStatement = {
  name: 'load_order',
  text: `select ${columns} from ${tables} where o.account = $1 and o.order_id = $2`,
};

const loadManyStatement = {
  name: 'load_orders',
  text: `select o.order_id, ${columns} from ${tables} where o.account = $1 and o.order_id = any ($2::text[])`,
};

const loadCarriedStatement = {
  name: 'load_carried',
  text: `select o.order_id, o.state_schema, o.carried from orders o
          where o.account = $1 and o.order_id = any ($2::text[])`,
};

const loadKeyedStatement = {
  name: 'load_order_keyed',
  text: `select ${columns}, i.content as kept_content, i.order_id as kept_order_id, i.version as kept_version,
                i.outcome as kept_outcome
           from ${tables}
           left join idempotency i on i.account = o.account and i.credential = $3 and i.key = $4
          where o.account = $1 and o.order_id = $2`,
};

/** One read: the state row and its key. Null where the account has no such order. Deleted orders are loaded too. */
export async function loadOrder(log: EventLog, account: string, orderId: string): Promise<StoredOrder | null> {
  const { rows } = await withAccounts(log.pool, [account], (client) =>
    query<StateRow>(client, loadStatement, [account, orderId]),
  );
  return rows[0] === undefined ? null : stored(log, account, orderId, rows[0]);
}

/** The present states of many orders in one read, by id. What the account does not have is left out. */
export async function loadOrders(
  log: EventLog,
  account: string,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, Order>> {
  const orders = new Map<string, Order>();
  for (const row of await stateRows(log, account, orderIds))
    orders.set(row.order_id, await stateOf(log, account, row.order_id, row));
  return orders;
}

/** The same with what the next commit of each needs. */
export async function loadStoredOrders(
  log: EventLog,
  account: string,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, StoredOrder>> {
  const orders = new Map<string, StoredOrder>();
  for (const row of await stateRows(log, account, orderIds))
    orders.set(row.order_id, await stored(log, account, row.order_id, row));
  return orders;
}

const stateRows = async (log: EventLog, account: string, orderIds: readonly string[]) =>
  (
    await withAccounts(log.pool, [account], (client) =>
      query<StateRow & { readonly order_id: string }>(client, loadManyStatement, [account, orderIds]),
    )
  ).rows;

/** The same as a list, in the order of the ids. */
export async function loadOrdersOf(
  log: EventLog,
  account: string,
  orderIds: readonly string[],
): Promise<readonly Order[]> {
  const found = await loadOrders(log, account, orderIds);
  return orderIds.flatMap((orderId) => found.get(orderId) ?? []);
}

/** What travels with many orders, without the orders: an export that read them whole took nine times as long. */
export async function loadCarried(
  log: EventLog,
  account: string,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, Carried>> {
  const { rows } = await withAccounts(log.pool, [account], (client) =>
    query<Pick<StateRow, 'state_schema' | 'carried'> & { readonly order_id: string }>(client, loadCarriedStatement, [
      account,
      orderIds,
    ]),
  );
  const older = rows.flatMap((row) => (row.state_schema === STATE_SCHEMA ? [] : [row.order_id]));
  const folded = older.length === 0 ? null : await loadOrders(log, account, older);
  return new Map(
    rows.map((row) => [row.order_id, folded?.get(row.order_id)?.carried ?? (JSON.parse(row.carried) as Carried)]),
  );
}

/** The same read, which also tells whether a request was accepted under this key before. */
export async function loadOrderKeyed(
  log: EventLog,
  account: string,
  orderId: string,
  idempotency: { readonly credential: string; readonly key: string },
): Promise<{ readonly found: StoredOrder; readonly earlier: IdempotencyRow | null } | null> {
  const { rows } = await withAccounts(log.pool, [account], (client) =>
    query<KeyedRow>(client, loadKeyedStatement, [account, orderId, idempotency.credential, idempotency.key]),
  );
  const [row] = rows;
  if (row === undefined) return null;
  const { kept_content: content, kept_order_id, kept_version, kept_outcome } = row;
  return {
    found: await stored(log, account, orderId, row),
    earlier:
      content === null ? null : { content, orderId: kept_order_id, version: kept_version, outcome: kept_outcome },
  };
}

/** What was accepted under a key, wherever it went. */
export async function findIdempotency(
  log: EventLog,
  account: string,
  idempotency: { readonly credential: string; readonly key: string },
): Promise<IdempotencyRow | null> {
  const { rows } = await withAccounts(log.pool, [account], (client) =>
    query<{ content: string; order_id: string; version: number; outcome: string }>(
      client,
      {
        name: 'find_idempotency',
        text: `select content, order_id, version, outcome from idempotency
                where account = $1 and credential = $2 and key = $3`,
      },
      [account, idempotency.credential, idempotency.key],
    ),
  );
  const [row] = rows;
  if (row === undefined) return null;
  return { content: row.content, orderId: row.order_id, version: row.version, outcome: row.outcome };
}

async function stored(log: EventLog, account: string, orderId: string, row: StateRow): Promise<StoredOrder> {
  return {
    order: await stateOf(log, account, orderId, row),
    version: row.version,
    stateSchema: row.state_schema,
    hash: row.hash,
    subject: row.subject,
    key: row.wrapped_key === null ? null : log.keys.unwrap(row.wrapped_key, account, 'order', orderId),
  };
}

/** State columns of an older release are not this order: then it is folded anew. */
const stateOf = async (log: EventLog, account: string, orderId: string, row: StateRow): Promise<Order> =>
  row.state_schema === STATE_SCHEMA
    ? await log.workflows.attach(parsedState(row))
    : await foldEvents(log, await readEvents(log, account, orderId, { to: row.version }));

/** The four columns as they were written, without the tables of a workflow of the account (`PublishedTables`). */
export function parsedState(row: Pick<StateRow, 'head' | 'lines' | 'documents' | 'carried'>): Order {
  return {
    head: JSON.parse(row.head) as Order['head'],
    lines: JSON.parse(row.lines) as Order['lines'],
    documents: JSON.parse(row.documents) as Order['documents'],
    carried: JSON.parse(row.carried) as Order['carried'],
    published: [],
  };
}
