import type { Order } from '@docket/core/order/order';
import { query, type Statement, withAccounts } from '../database/pool.js';
import { loadOrders } from '../event-log/load-order.js';
import type { EventLog } from '../event-log/read-events.js';
import type { CommitSignal } from './commit-signal.js';
import { followLog } from './follow-log.js';

/** One event of an account, with the order that it happened to. */
export interface OrderChange {
  /** Position in the account. */
  readonly seq: number;
  readonly version: number;
  readonly type: string;
  readonly at: string;
  /** As it stands when it is read, perhaps some events later. Null for what is no order's event. */
  readonly order: Order | null;
}

/** The changes of one account's orders as they are committed, by whichever process. */
export interface OrderChanges {
  /** The position that the account has reached. */
  head(account: string): Promise<number>;
  /** Pages of changes after a position: each once, in the order of commits. Throws LogGap. */
  follow(account: string, after: number, signal: AbortSignal): AsyncGenerator<readonly OrderChange[], void, undefined>;
}

/** Each page carries the states of its orders; a state of 5,000 lines is 3 MB. */
const PAGE = 100;

export function createOrderChanges({
  log,
  signals,
}: {
  readonly log: EventLog;
  readonly signals: Pick<CommitSignal, 'beyond'>;
}): OrderChanges {
  /** Followers that wait at the head are woken together and ask for the same page: it is read once. */
  const reading = new Map<string, Promise<readonly OrderChange[]>>();

  function read(account: string, after: number): Promise<readonly OrderChange[]> {
    const key = `${account}\n${after}`;
    const underWay = reading.get(key);
    if (underWay !== undefined) return underWay;
    const page = readChanges(log, account, after).finally(() => reading.delete(key));
    reading.set(key, page);
    return page;
  }

  return {
    head: (account) => headOf(log, account),
    follow: (account, after, signal) => followLog({ account, after, read, beyond: signals.beyond, signal }),
  };
}

/** The position that an account has reached; 0 before its first event. */
export async function headOf({ pool }: Pick<EventLog, 'pool'>, account: string): Promise<number> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<{ seq: number }>(client, headStatement, [account]),
  );
  return rows[0]?.seq ?? 0;
}

const headStatement: Statement = { name: 'account_head', text: 'select seq from account_heads where account = $1' };

interface Row {
  readonly seq: number;
  readonly stream_kind: string;
  readonly stream_id: string;
  readonly version: number;
  readonly type: string;
  readonly at: Date;
}

async function readChanges(log: EventLog, account: string, after: number): Promise<readonly OrderChange[]> {
  const { rows } = await withAccounts(log.pool, [account], (client) =>
    query<Row>(client, afterStatement, [account, after, PAGE]),
  );
  if (rows.length === 0) return [];
  const orders = await loadOrders(log, account, [...new Set(rows.flatMap(orderIdOf))]);
  return rows.map((row) => ({
    seq: row.seq,
    version: row.version,
    type: row.type,
    at: row.at.toISOString(),
    order: orders.get(orderIdOf(row)[0] ?? '') ?? null,
  }));
}

const afterStatement: Statement = {
  name: 'events_after',
  text: `select seq, stream_kind, stream_id, version, type, at from events
          where account = $1 and seq > $2 order by seq limit $3`,
};

const orderIdOf = ({ stream_kind, stream_id }: Row): readonly string[] => (stream_kind === 'order' ? [stream_id] : []);
