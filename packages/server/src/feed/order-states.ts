import { evolve } from '@docket/core/order/evolve';
import type { Order } from '@docket/core/order/order';
import { loadOrder } from '../event-log/load-order.js';
import { type EventLog, foldEvents, type LoggedEvent, readEvents } from '../event-log/read-events.js';

/** Orders as each event left them, for a follower that meets their events one after the other. */
export interface OrderStates {
  /** The order right after this event, whatever has happened to it since. */
  after(account: string, event: LoggedEvent): Promise<Order>;
}

/** Lines of all states that are kept; one takes some 600 bytes. */
const MOST_LINES = 20_000;
/** Kept for this long, in milliseconds: states hold what is personal. */
const KEPT_FOR = 600_000;

/**
 * Keeps the last state of each order that it met, so that the next event costs one fold; else the present state serves where
 * nothing came after the event, and the log where something did.
 *
 * @param now a clock in milliseconds
 */
export function createOrderStates(log: EventLog, now: () => number): OrderStates {
  const kept = new Map<string, { readonly order: Order; readonly at: number }>();
  let lines = 0;

  function drop(key: string): void {
    const found = kept.get(key);
    if (found === undefined) return;
    kept.delete(key);
    lines -= found.order.lines.length + 1;
  }

  function keep(key: string, order: Order): void {
    drop(key);
    kept.set(key, { order, at: now() });
    lines += order.lines.length + 1;
    // The oldest are first.
    for (const [oldest, { at }] of kept) {
      if (lines <= MOST_LINES && now() - at < KEPT_FOR) break;
      drop(oldest);
    }
  }

  async function after(account: string, { recorded, sealed: { streamId } }: LoggedEvent): Promise<Order> {
    const known = kept.get(`${account}\n${streamId}`)?.order;
    if (known?.head.version === recorded.version) return known;
    if (known?.head.version === recorded.version - 1) return log.workflows.attach(evolve(known, recorded));
    if (recorded.version === 1) return log.workflows.attach(evolve(null, recorded));
    const present = await loadOrder(log, account, streamId);
    if (present?.version === recorded.version) return present.order;
    return foldEvents(log, await readEvents(log, account, streamId, { to: recorded.version }));
  }

  return {
    async after(account, event) {
      const order = await after(account, event);
      keep(`${account}\n${event.sealed.streamId}`, order);
      return order;
    },
  };
}
