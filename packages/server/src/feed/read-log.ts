import { query, type Statement, withAccounts } from '../database/pool.js';
import { type EventLog, type EventRow, type LoggedEvent, loggedEvents } from '../event-log/read-events.js';
import type { FollowedEvent, FollowedMove } from './feed.js';

/** An event of the log, with what filters of status read; the rest of it is opened where a filter reads more. */
export interface FollowedRow extends FollowedEvent {
  readonly row: EventRow;
}

/** An event may carry an order of 5,000 lines (3 MB). */
const PAGE = 50;

/** The next events of an account after a position and up to another one, ascending, at most a page of them. */
export async function readFollowed(
  { pool }: Pick<EventLog, 'pool'>,
  account: string,
  after: number,
  to: number = Number.MAX_SAFE_INTEGER,
): Promise<readonly FollowedRow[]> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<EventRow & { readonly before: Date | null } & Record<string, unknown>>(client, followedStatement, [
      account,
      after,
      to,
      PAGE,
    ]),
  );
  return rows.map((row) => ({
    seq: row.seq,
    orderId: row.stream_id,
    version: row.version,
    at: row.at.toISOString(),
    before: row.before?.toISOString() ?? null,
    moves: movesOf(row),
    row,
  }));
}

const followedStatement: Statement = {
  name: 'read_followed',
  text: `select e.account, e.stream_kind, e.stream_id, e.version, e.seq, e.type, e.schema, e.data, e.personal, e.actor,
                e.at, e.reason, e.command_id, e.prev_hash, e.hash, k.wrapped_key, p.at as before
           from events e
           left join subject_keys k
             on k.account = e.account and k.stream_kind = e.stream_kind and k.stream_id = e.stream_id
           left join events p
             on p.account = e.account and p.stream_kind = e.stream_kind and p.stream_id = e.stream_id
                and p.version = e.version - 1
          where e.account = $1 and e.seq > $2 and e.seq <= $3 order by e.seq limit $4`,
};

/** Moves have kept their shape in every version of every event. */
function movesOf({ data, stream_kind }: EventRow): readonly FollowedMove[] {
  if (stream_kind !== 'order' || !data.includes('"moves"')) return [];
  return (JSON.parse(data) as { moves?: readonly FollowedMove[] }).moves ?? [];
}

/** The whole event, its personal part opened. */
export function opened({ keys }: Pick<EventLog, 'keys'>, { row }: FollowedRow): LoggedEvent {
  const [event] = loggedEvents(keys, [row]);
  if (event === undefined) throw new Error('a row makes an event');
  return event;
}
