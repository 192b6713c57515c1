import { evolve } from '@docket/core/order/evolve';
import type { Order } from '@docket/core/order/order';
import type { FollowedEvent } from './feed.js';
import { type EventLog, foldEvents, type LoggedEvent, readEvents } from '../event-log/read-events.js';

/** Orders as each event left them, for a follower that meets their events one after the other. */
export interface OrderStates {
  /** The order right before and after this event, whatever has happened to it since. */
  around(account: string, event: LoggedEvent): Promise<OrderAround>;
  /** The table of the order's own side, known without opening most events; null while no workflow runs. */
  workflow(
    event: FollowedEvent & { readonly row: { readonly account: string } },
    open: () => LoggedEvent,
  ): Promise<string | null>;
}

export interface OrderAround {
  /** Null before its first event. */
  readonly before: Order | null;
  readonly order: Order;
}

/** Lines of all states that are kept; one takes some 600 bytes. */
const MOST_LINES = 20_000;
/** Orders whose workflow is kept; one takes some 100 bytes. */
const MOST_WORKFLOWS = 20_000;
/** Kept for this long, in milliseconds: states hold what is personal. */
const KEPT_FOR = 600_000;

/**
 * Keeps the last state of each order that it met, so that the next event costs one fold; else it is folded from the log. What
 * an order shares with its state before is there once.
 *
 * @param now a clock in milliseconds
 */
export function createOrderStates(log: EventLog, now: () => number): OrderStates {
  const kept = new Map<string, OrderAround & { readonly at: number }>();
  const workflows = new Map<string, string>();
  let lines = 0;

  function drop(key: string): void {
    const found = kept.get(key);
    if (found === undefined) return;
    kept.delete(key);
    lines -= found.order.lines.length + 1;
  }

  function keep(key: string, { before, order }: OrderAround): void {
    drop(key);
    kept.set(key, { before, order, at: now() });
    lines += order.lines.length + 1;
    // The oldest are first.
    for (const [oldest, { at }] of kept) {
      if (lines <= MOST_LINES && now() - at < KEPT_FOR) break;
      drop(oldest);
    }
  }

  async function around(account: string, { recorded, sealed: { streamId } }: LoggedEvent): Promise<OrderAround> {
    const known = kept.get(`${account}\n${streamId}`);
    if (known?.order.head.version === recorded.version) return known;
    const { version } = recorded;
    const before =
      version === 1
        ? null
        : known?.order.head.version === version - 1
          ? known.order
          : await foldEvents(log, await readEvents(log, account, streamId, { to: version - 1 }));
    return { before, order: await log.workflows.attach(evolve(before, recorded)) };
  }

  const aroundKept: OrderStates['around'] = async (account, event) => {
    const found = await around(account, event);
    keep(`${account}\n${event.sealed.streamId}`, found);
    return found;
  };

  return {
    around: aroundKept,
    async workflow({ row: { account }, orderId, version, moves }, open) {
      const key = `${account}\n${orderId}`;
      const known = workflows.get(key);
      if (known !== undefined) return known;
      const table =
        version === 1 ? moves[0]?.starts?.table : (await aroundKept(account, open())).order.head.instances[0]?.table;
      if (table === undefined) return null;
      if (workflows.size >= MOST_WORKFLOWS) workflows.clear();
      workflows.set(key, table);
      return table;
    },
  };
}
