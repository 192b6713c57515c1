import type { DocumentRef } from '@docket/core/order/document-kind';
import { touchesDocument } from '@docket/core/order/document-tree';
import { evolve } from '@docket/core/order/evolve';
import type { OrderEventType, RecordedEvent } from '@docket/core/order/events';
import type { Order } from '@docket/core/order/order';
import { query, withAccounts } from '../database/pool.js';
import { type FoldedStates, STATE_EVERY } from './folded-states.js';
import { orderLog } from './order-log.js';
import { type EventLog, type LoggedEvent, readEvents } from './read-events.js';

/** An event with the order as it was before and after it; before its placement there was none. */
export interface ToldEvent {
  readonly event: LoggedEvent;
  readonly before: Order | null;
  readonly after: Order;
}

/** A page of an order's history. */
interface HistoryPage {
  /** The version it begins with; the first or, where it runs backwards, the last of the order where absent. */
  readonly from?: number;
  readonly descending?: boolean;
  /** Only events of these types. */
  readonly types?: readonly OrderEventType[];
  /** Only events that changed this document. */
  readonly document?: DocumentRef;
  readonly limit: number;
}

/** The past of an order that was loaded for whoever asks: what it looked like, and what each event made of it. */
export interface OrderHistory {
  /** The order after its first `version` events; null where it has no such version. */
  asOf(present: Order, version: number): Promise<Order | null>;
  /** The last version that was recorded at or before the instant; 0 where the order was not there yet. */
  versionAt(present: Order, at: string): Promise<number>;
  /**
   * Events in the order asked for, each with what it changed, and the version at which the next page begins. Of one document
   * a page may hold fewer than its limit, and none, and not be the last: so many events are looked at, and no more.
   */
  page(
    present: Order,
    page: HistoryPage,
  ): Promise<{ readonly events: readonly ToldEvent[]; readonly next: number | null }>;
  /** The log from a version on, oldest first. */
  events(present: Order, from: number): AsyncGenerator<LoggedEvent>;
  /** The whole log as lines that prove themselves, see `orderLog`. */
  exported(present: Order): AsyncGenerator<string>;
}

/** Events are folded in runs of this many, so that a long log is never in memory as a whole. */
const RUN = 100;

/** Events that are looked at for a page of those of one document. */
const LOOKED_AT = 1_000;

/** One event further. An order stays with its tables from the first, so those of its present are those of its past. */
function folded(present: Order, before: Order | null, event: RecordedEvent): Order {
  const after = evolve(before, event);
  return after.published === present.published ? after : { ...after, published: present.published };
}

/**
 * Folds from the nearest remembered state, so the pages of a history of thousands of events cost what they hold and at
 * most STATE_EVERY events before them, from either end.
 */
export function createOrderHistory(log: EventLog, states: FoldedStates): OrderHistory {
  async function asOf(present: Order, version: number): Promise<Order | null> {
    if (version < 1 || version > present.head.version) return null;
    if (version === present.head.version) return present;
    const known = states.nearest(present, version);
    let order = known;
    for await (const { recorded } of eventsBetween(log, present, (known?.head.version ?? 0) + 1, version)) {
      order = folded(present, order, recorded);
      if (recorded.version % STATE_EVERY === 0) states.remember(present, order);
    }
    return order;
  }

  return {
    asOf,
    versionAt: (present, at) => versionAt(log, present, at),
    events: (present, from) => eventsBetween(log, present, from, present.head.version),
    exported: (present) => orderLog(log, present),
    async page(present, { limit, document, ...wanted }) {
      const most = document === undefined ? limit : LOOKED_AT;
      const versions = await versionsOf(log, present, { ...wanted, limit: most + 1 });
      const shown = new Set(versions.slice(0, most));
      if (shown.size === 0) return { events: [], next: null };
      const [first, last] = [Math.min(...shown), Math.max(...shown)];
      const events: ToldEvent[] = [];
      let before = await asOf(present, first - 1);
      for await (const event of eventsBetween(log, present, first, last)) {
        const after = folded(present, before, event.recorded);
        if (shown.has(event.recorded.version) && (document === undefined || touchesDocument(before, after, document)))
          events.push({ event, before, after });
        if (event.recorded.version % STATE_EVERY === 0) states.remember(present, after);
        before = after;
      }
      if (wanted.descending === true) events.reverse();
      return { events: events.slice(0, limit), next: events[limit]?.event.recorded.version ?? versions[most] ?? null };
    },
  };
}

/** The log of an order from one version to another, both included, oldest first, read in runs. */
async function* eventsBetween(
  log: EventLog,
  { head: { account, orderId } }: Order,
  first: number,
  last: number,
): AsyncGenerator<LoggedEvent> {
  for (let from = first; from <= last; from += RUN) {
    yield* await readEvents(log, account, orderId, { from, to: Math.min(last, from + RUN - 1) });
  }
}

async function versionAt({ pool }: EventLog, { head: { account, orderId } }: Order, at: string): Promise<number> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<{ version: number | null }>(
      client,
      {
        name: 'order_version_at',
        text: `select max(version) as version from events
                where account = $1 and stream_kind = 'order' and stream_id = $2 and at <= $3`,
      },
      [account, orderId, at],
    ),
  );
  return rows[0]?.version ?? 0;
}

async function versionsOf(
  { pool }: EventLog,
  { head: { account, orderId, version } }: Order,
  { from, descending = false, types, limit }: HistoryPage,
): Promise<readonly number[]> {
  const [lowest, highest] = descending ? [1, Math.min(from ?? version, version)] : [from ?? 1, version];
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<{ version: number }>(client, descending ? versionsDown : versionsUp, [
      account,
      orderId,
      lowest,
      highest,
      types ?? null,
      limit,
    ]),
  );
  return rows.map((row) => row.version);
}

const versionsUp = {
  name: 'order_versions_up',
  text: `select version from events
          where account = $1 and stream_kind = 'order' and stream_id = $2 and version between $3 and $4
            and ($5::text[] is null or type = any ($5::text[]))
          order by version limit $6`,
};
const versionsDown = {
  name: 'order_versions_down',
  text: `select version from events
          where account = $1 and stream_kind = 'order' and stream_id = $2 and version between $3 and $4
            and ($5::text[] is null or type = any ($5::text[]))
          order by version desc limit $6`,
};
