import type { DecidingFeed, DocumentShape, FollowedEvent, ItemContent } from './feed.js';

/** Feeds by what their filters read, so that a feed costs nothing where nothing happens that it asks for. */
export interface FilterIndex {
  readonly everyStatus: readonly DecidingFeed[];
  readonly byStatus: ReadonlyMap<string, readonly DecidingFeed[]>;
  /** Feeds by document and expression: one text is evaluated once, however many feeds have it. */
  readonly byExpression: Readonly<Record<DocumentShape, ReadonlyMap<string, readonly DecidingFeed[]>>>;
}

export interface DecidedItem {
  readonly feed: string;
  readonly item: ItemContent;
  /** True: only if the order has not entered the feed before. */
  readonly once: boolean;
}

export function indexFilters(feeds: readonly DecidingFeed[]): FilterIndex {
  const everyStatus: DecidingFeed[] = [];
  const byStatus = new Map<string, DecidingFeed[]>();
  const byExpression = { docket: new Map<string, DecidingFeed[]>(), vtex: new Map<string, DecidingFeed[]>() };
  const add = (lists: Map<string, DecidingFeed[]>, key: string, feed: DecidingFeed): void => {
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [feed]);
    else list.push(feed);
  };
  for (const feed of feeds) {
    const { filter } = feed;
    if (filter.type === 'order') add(byExpression[filter.document], filter.expression, feed);
    else if (filter.statuses.length === 0) everyStatus.push(feed);
    else for (const status of new Set(filter.statuses)) add(byStatus, status, feed);
  }
  return { everyStatus, byStatus, byExpression };
}

/** Whether any filter reads the document of an order. */
export const readsOrders = ({ byExpression: { docket, vtex } }: FilterIndex): boolean => docket.size + vtex.size > 0;

/** An item for each step that an event took, in the order of the steps, in each feed that asks for it. */
export function statusItems(index: FilterIndex, event: FollowedEvent): DecidedItem[] {
  return event.moves.flatMap((move, nth) => {
    const item: ItemContent = {
      seq: event.seq,
      orderId: event.orderId,
      version: event.version,
      domain: move.instance,
      state: move.to,
      lastState: move.from ?? '',
      // Steps that are taken in one go follow each other at the same instant.
      lastChange: nth === 0 ? (event.before ?? event.at) : event.at,
      currentChange: event.at,
    };
    return [...index.everyStatus, ...(index.byStatus.get(move.to) ?? [])]
      .filter(({ since }) => event.seq > since)
      .map(({ feed }) => ({ feed, item, once: false }));
  });
}

/** An order after an event, as far as items tell of it. */
export interface ShownOrder {
  readonly domain: string;
  readonly status: string;
  readonly lastStatus: string;
}

/** One item for each feed whose expression was true of the document that the event left. */
export function orderItems(
  index: FilterIndex,
  event: FollowedEvent,
  { domain, status, lastStatus }: ShownOrder,
  isTrue: (document: DocumentShape, expression: string) => boolean,
): DecidedItem[] {
  const item: ItemContent = {
    seq: event.seq,
    orderId: event.orderId,
    version: event.version,
    domain,
    state: status,
    lastState: lastStatus,
    lastChange: event.before ?? event.at,
    currentChange: event.at,
  };
  return (['docket', 'vtex'] as const).flatMap((document) =>
    [...index.byExpression[document]]
      .filter(([expression]) => isTrue(document, expression))
      .flatMap(([, feeds]) => feeds)
      .filter(({ since }) => event.seq > since)
      .map(({ feed, filter }) => ({ feed, item, once: filter.type === 'order' && !filter.everyMatch })),
  );
}
