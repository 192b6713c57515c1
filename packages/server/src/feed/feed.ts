/** What enters a feed: changes of status, or changes of an order that make an expression true. */
export type FeedFilter = StatusFilter | OrderFilter;

interface StatusFilter {
  readonly type: 'status';
  /** Compared as they are written, and not checked: a status may come with a workflow of later. Empty: all of them. */
  readonly statuses: readonly string[];
  /**
   * Whose words statuses are. `vtex`: of an order whose workflow VTEX knows, the steps all the same; of every other, the word
   * that its document has for it, when that changes.
   */
  readonly document: DocumentShape;
}

interface OrderFilter {
  readonly type: 'order';
  /** JSONata over the document of the order after each of its events; true in its sense is a match. */
  readonly expression: string;
  /** False: an order enters once, the first time it matches. True: with every change while it matches. */
  readonly everyMatch: boolean;
  readonly document: DocumentShape;
}

/** What an expression reads: the order as the native API shows it, or as the VTEX dialect does. */
export type DocumentShape = 'docket' | 'vtex';

/** A feed as the follower needs it. */
export interface DecidingFeed {
  readonly feed: string;
  readonly filter: FeedFilter;
  /** Decides events after this seq alone. */
  readonly since: number;
}

/** An event as far as filters look at it. */
export interface FollowedEvent {
  readonly seq: number;
  readonly orderId: string;
  readonly version: number;
  readonly at: string;
  /** When the order changed before; null for its first event. */
  readonly before: string | null;
  readonly moves: readonly FollowedMove[];
}

export interface FollowedMove {
  readonly instance: string;
  readonly from: string | null;
  readonly to: string;
  /** Of a first move. */
  readonly starts?: { readonly table: string };
}

/** What a feed says about an order. */
export interface ItemContent {
  readonly seq: number;
  readonly orderId: string;
  readonly version: number;
  /** The part of the order that moved: Marketplace, Fulfillment or Chain. */
  readonly domain: string;
  readonly state: string;
  /** Empty for the first. */
  readonly lastState: string;
  readonly lastChange: string;
  readonly currentChange: string;
}

export interface FeedItem extends ItemContent {
  /** Gapless in the feed. */
  readonly sequence: number;
}

export const HIDDEN_SECONDS = { least: 0, most: 43_200, usual: 30 } as const;
/** VTEX takes 4 to 14 days (vtex-oms §5.3); the native API an hour to a year. */
export const RETENTION_SECONDS = { least: 3_600, most: 31_536_000, usual: 345_600 } as const;
