import { CONSIGNMENT_STATE_SCHEMA, type Consignment } from '@docket/core/consignment/consignment';
import { type RecordedConsignmentEvent, upcastConsignment } from '@docket/core/consignment/consignment-events';
import { evolveConsignment } from '@docket/core/consignment/evolve-consignment';
import { query, withAccounts } from '../database/pool.js';
import { type EventLog, type EventRow, sealedEvent } from './read-events.js';
import type { SealedEvent } from './seal-events.js';

/** A consignment as it stands, with what the next commit of it needs. */
export interface StoredConsignment {
  readonly consignment: Consignment;
  readonly version: number;
  /** Of its last event. */
  readonly hash: Buffer;
}

export interface ConsignmentStateRow {
  readonly consignment_id: string;
  readonly version: number;
  readonly state_schema: number;
  readonly hash: Buffer;
  readonly state: string;
}

/** An event of a consignment as it was stored, with what it says. */
export interface LoggedConsignmentEvent {
  readonly recorded: RecordedConsignmentEvent;
  readonly sealed: SealedEvent;
  /** Position in the account. */
  readonly seq: number;
}

/** The consignments of these ids, in one read. What the account does not have is left out. */
export async function loadConsignments(
  log: Pick<EventLog, 'pool'>,
  account: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredConsignment>> {
  if (ids.length === 0) return new Map();
  const { rows } = await withAccounts(log.pool, [account], (client) =>
    query<ConsignmentStateRow>(
      client,
      {
        name: 'load_consignments',
        text: `select consignment_id, version, state_schema, hash, state from consignments
                where account = $1 and consignment_id = any ($2::text[])`,
      },
      [account, ids],
    ),
  );
  const found = new Map<string, StoredConsignment>();
  for (const row of rows) {
    const { consignment_id: id, version, hash } = row;
    found.set(id, { consignment: await stateOf(log, account, row), version, hash });
  }
  return found;
}

/** State of an older release is not this consignment: then it is folded anew. */
const stateOf = async (
  log: Pick<EventLog, 'pool'>,
  account: string,
  { consignment_id: id, version, state_schema, state }: ConsignmentStateRow,
): Promise<Consignment> =>
  state_schema === CONSIGNMENT_STATE_SCHEMA
    ? (JSON.parse(state) as Consignment)
    : foldConsignment(await readConsignmentEvents(log, account, id, { to: version }));

/** Events of a consignment, oldest first. */
export async function readConsignmentEvents(
  { pool }: Pick<EventLog, 'pool'>,
  account: string,
  consignmentId: string,
  { from = 1, to = MOST, limit = MOST }: { readonly from?: number; readonly to?: number; readonly limit?: number } = {},
): Promise<readonly LoggedConsignmentEvent[]> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<Omit<EventRow, 'wrapped_key'>>(
      client,
      {
        name: 'read_consignment_events',
        text: `select account, stream_kind, stream_id, version, seq, type, schema, data, personal, actor, at, reason,
                      command_id, prev_hash, hash
                 from events
                where account = $1 and stream_kind = 'consignment' and stream_id = $2 and version between $3 and $4
                order by version
                limit $5`,
      },
      [account, consignmentId, from, to, limit],
    ),
  );
  return rows.map(loggedConsignmentEvent);
}

const MOST = 2_147_483_647;

export function loggedConsignmentEvent(row: Omit<EventRow, 'wrapped_key'>): LoggedConsignmentEvent {
  const sealed = sealedEvent(row);
  const event = upcastConsignment(row.type, row.schema, JSON.parse(row.data) as unknown);
  const { version, actor, reason } = row;
  return { recorded: { ...event, version, at: sealed.at, actor, reason }, sealed, seq: row.seq };
}

/** The consignment that these events make. Throws where there are none. */
export function foldConsignment(events: readonly LoggedConsignmentEvent[]): Consignment {
  const folded = events.reduce<Consignment | null>((state, { recorded }) => evolveConsignment(state, recorded), null);
  if (folded === null) throw new Error('there are no events to fold');
  return folded;
}
