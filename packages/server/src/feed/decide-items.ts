import type { DecidingFeed, DocumentShape, FollowedEvent, FollowedMove, ItemContent } from './feed.js';

/** Feeds by what their filters read, so that a feed costs nothing where nothing happens that it asks for. */
export interface FilterIndex {
  /** Feeds of status by whose words they ask in. */
  readonly byWords: Readonly<Record<DocumentShape, StatusFeeds>>;
  /** Feeds by document and expression: one text is evaluated once, however many feeds have it. */
  readonly byExpression: Readonly<Record<DocumentShape, ReadonlyMap<string, readonly DecidingFeed[]>>>;
}

interface StatusFeeds {
  readonly every: readonly DecidingFeed[];
  readonly byStatus: ReadonlyMap<string, readonly DecidingFeed[]>;
}

export interface DecidedItem {
  readonly feed: string;
  readonly item: ItemContent;
  /** True: only if the order has not entered the feed before. */
  readonly once: boolean;
}

export function indexFilters(feeds: readonly DecidingFeed[]): FilterIndex {
  const statusFeeds = () => ({ every: [] as DecidingFeed[], byStatus: new Map<string, DecidingFeed[]>() });
  const byWords = { docket: statusFeeds(), vtex: statusFeeds() };
  const byExpression = { docket: new Map<string, DecidingFeed[]>(), vtex: new Map<string, DecidingFeed[]>() };
  const add = (lists: Map<string, DecidingFeed[]>, key: string, feed: DecidingFeed): void => {
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [feed]);
    else list.push(feed);
  };
  for (const feed of feeds) {
    const { filter } = feed;
    if (filter.type === 'order') add(byExpression[filter.document], filter.expression, feed);
    else if (filter.statuses.length === 0) byWords[filter.document].every.push(feed);
    else for (const status of new Set(filter.statuses)) add(byWords[filter.document].byStatus, status, feed);
  }
  return { byWords, byExpression };
}

/** Whether any filter reads the document of an order. */
export const readsOrders = ({ byExpression: { docket, vtex } }: FilterIndex): boolean => docket.size + vtex.size > 0;

/** Whether any filter asks for statuses in the words of VTEX. */
export const readsVtexWords = ({ byWords: { vtex } }: FilterIndex): boolean =>
  vtex.every.length > 0 || vtex.byStatus.size > 0;

/**
 * An item for each step that an event took, in the order of the steps, in each feed that asks for it.
 *
 * @param moves in either's words
 */
export function statusItems(
  index: FilterIndex,
  event: FollowedEvent,
  moves: Readonly<Record<DocumentShape, readonly FollowedMove[]>>,
): DecidedItem[] {
  return SHAPES.flatMap((shape) => itemsOfMoves(index.byWords[shape], event, moves[shape]));
}

const SHAPES = ['docket', 'vtex'] as const satisfies readonly DocumentShape[];

function itemsOfMoves(
  { every, byStatus }: StatusFeeds,
  event: FollowedEvent,
  moves: readonly FollowedMove[],
): DecidedItem[] {
  return moves.flatMap((move, nth) => {
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
    return [...every, ...(byStatus.get(move.to) ?? [])]
      .filter(({ since }) => event.seq > since)
      .map(({ feed }) => ({ feed, item, once: false }));
  });
}

/** An order after an event, as far as items tell of it. */
export interface ShownOrder {
  readonly domain: string;
  readonly statuses: Readonly<Record<DocumentShape, { readonly now: string; readonly before: string }>>;
}

/** One item for each feed whose expression was true of the document that the event left. */
export function orderItems(
  index: FilterIndex,
  event: FollowedEvent,
  { domain, statuses }: ShownOrder,
  isTrue: (document: DocumentShape, expression: string) => boolean,
): DecidedItem[] {
  const itemIn = (document: DocumentShape): ItemContent => ({
    seq: event.seq,
    orderId: event.orderId,
    version: event.version,
    domain,
    state: statuses[document].now,
    lastState: statuses[document].before,
    lastChange: event.before ?? event.at,
    currentChange: event.at,
  });
  return SHAPES.flatMap((document) =>
    [...index.byExpression[document]]
      .filter(([expression]) => isTrue(document, expression))
      .flatMap(([, feeds]) => feeds)
      .filter(({ since }) => event.seq > since)
      .map(({ feed, filter }) => ({
        feed,
        item: itemIn(document),
        once: filter.type === 'order' && !filter.everyMatch,
      })),
  );
}
