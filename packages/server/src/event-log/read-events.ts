import { evolve } from '@docket/core/order/evolve';
import type { RecordedEvent } from '@docket/core/order/events';
import type { Order } from '@docket/core/order/order';
import { upcast } from '@docket/core/order/upcast';
import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import type { PersonalKeys } from '../personal-data/keys.js';
import { createPublishedTables, type PublishedTables } from '../workflows/published-tables.js';
import { openPersonal, type SealedEvent } from './seal-events.js';

/** Where the log is read from, and what opens its personal parts. */
export interface EventLog {
  readonly pool: pg.Pool;
  readonly keys: PersonalKeys;
  /** Tables of the accounts' own workflows. */
  readonly workflows: PublishedTables;
}

export const openEventLog = (pool: pg.Pool, keys: PersonalKeys): EventLog => ({
  pool,
  keys,
  workflows: createPublishedTables(pool),
});

/** An event as it was stored, with what it says. */
export interface LoggedEvent {
  readonly recorded: RecordedEvent;
  readonly sealed: SealedEvent;
  /** Position in the account. */
  readonly seq: number;
}

/** A page of an order's log. */
export interface EventPage {
  /** First version wanted; 1 where absent. */
  readonly from?: number;
  /** Last version wanted. */
  readonly to?: number;
  readonly limit?: number;
}

/** One stored row, with the key of its stream. */
export interface EventRow {
  readonly account: string;
  readonly stream_kind: string;
  readonly stream_id: string;
  readonly version: number;
  readonly seq: number;
  readonly type: string;
  readonly schema: number;
  readonly data: string;
  readonly personal: Buffer | null;
  readonly actor: string;
  readonly at: Date;
  readonly reason: string;
  readonly command_id: string;
  readonly prev_hash: Buffer;
  readonly hash: Buffer;
  readonly wrapped_key: Buffer | null;
}

/**
 * Events of an order, oldest first. Personal parts whose key was destroyed read as null. Empty where there is no such
 * order.
 */
export async function readEvents(
  log: EventLog,
  account: string,
  orderId: string,
  page: EventPage = {},
): Promise<LoggedEvent[]> {
  return loggedEvents(log.keys, await readRows(log.pool, account, orderId, page));
}

/** The same events as they lie in the table, unopened: what was hashed, and nothing that this version need understand. */
export async function readSealedEvents(
  { pool }: Pick<EventLog, 'pool'>,
  account: string,
  orderId: string,
  page: EventPage = {},
): Promise<SealedEvent[]> {
  return (await readRows(pool, account, orderId, page)).map(sealedEvent);
}

async function readRows(pool: pg.Pool, account: string, orderId: string, page: EventPage): Promise<EventRow[]> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<EventRow>(
      client,
      {
        name: 'read_events',
        text: `select e.account, e.stream_kind, e.stream_id, e.version, e.seq, e.type, e.schema, e.data, e.personal, e.actor,
                      e.at, e.reason, e.command_id, e.prev_hash, e.hash, k.wrapped_key
                 from events e
                 left join subject_keys k
                   on k.account = e.account and k.stream_kind = e.stream_kind and k.stream_id = e.stream_id
                where e.account = $1 and e.stream_kind = 'order' and e.stream_id = $2
                  and e.version between $3 and $4
                order by e.version
                limit $5`,
      },
      [account, orderId, page.from ?? 1, page.to ?? mostVersions, page.limit ?? mostVersions],
    ),
  );
  return rows;
}

const mostVersions = 2_147_483_647;

/** Opens rows of one stream or of several; each stream's key is unwrapped once. */
export function loggedEvents(keys: PersonalKeys, rows: readonly EventRow[]): LoggedEvent[] {
  const opened = new Map<string, Buffer | null>();
  return rows.map((row) => {
    const sealed = sealedEvent(row);
    const stream = `${row.account}\n${row.stream_kind}\n${row.stream_id}`;
    let key = opened.get(stream);
    if (key === undefined) {
      key = row.wrapped_key === null ? null : keys.unwrap(row.wrapped_key, row.account, row.stream_kind, row.stream_id);
      opened.set(stream, key);
    }
    const personal = openPersonal(sealed, row.version, key, row.personal);
    const event = upcast(row.type, row.schema, JSON.parse(row.data) as unknown, personal);
    const recorded: RecordedEvent = {
      ...event,
      version: row.version,
      at: sealed.at,
      actor: row.actor,
      reason: row.reason,
    };
    return { recorded, sealed, seq: row.seq };
  });
}

/** The row in the words that were hashed. */
export function sealedEvent(row: Omit<EventRow, 'wrapped_key'>): SealedEvent {
  return {
    account: row.account,
    streamKind: row.stream_kind,
    streamId: row.stream_id,
    version: row.version,
    type: row.type,
    schema: row.schema,
    data: row.data,
    personal: row.personal,
    at: row.at.toISOString(),
    actor: row.actor,
    reason: row.reason,
    commandId: row.command_id,
    prevHash: row.prev_hash,
    hash: row.hash,
  };
}

/** The order that these events make. Throws where there are none. */
export async function foldEvents(log: EventLog, events: readonly LoggedEvent[]): Promise<Order> {
  const order = events.reduce<Order | null>((state, { recorded }) => evolve(state, recorded), null);
  if (order === null) throw new Error('there are no events to fold');
  return log.workflows.attach(order);
}
