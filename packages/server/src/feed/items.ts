import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { query, type Queryable, withAccounts } from '../database/pool.js';
import type { FeedItem } from './feed.js';

/** An item as somebody took it: theirs alone until it is visible again. */
export interface TakenItem extends FeedItem {
  /** Opaque; commits this take of the item. Another one with every take. */
  readonly handle: string;
  /** How often it was taken, this time included. */
  readonly takes: number;
  /** What the order is called in the VTEX dialect, where a marketplace that pushed it gave it an id. */
  readonly vtexOrderId: string | null;
}

/** An item as it lies in its feed. */
interface StoredItem extends FeedItem {
  readonly createdAt: string;
  readonly takes: number;
  readonly visibleAt: string;
  /** When it was committed or delivered; null: it was not. */
  readonly doneAt: string | null;
}

export interface FeedItems {
  /**
   * Takes up to `most` items, oldest first, and hides them from others for the feed's time. Of one order the first open item
   * alone is given: the next one follows when that was committed, so nobody meets them in another order. Nothing where the
   * feed is paused.
   */
  take(account: string, feed: string, most: number): Promise<readonly TakenItem[]>;
  /** Commits takes by their handles: answers how many. Handles that are unknown, foreign or of an earlier take do nothing. */
  commit(account: string, feed: string, handles: readonly string[]): Promise<number>;
  /** Items after a sequence, whatever became of them. */
  page(
    account: string,
    feed: string,
    page: { readonly after: number; readonly limit: number; readonly openOnly: boolean },
  ): Promise<readonly StoredItem[]>;
  /**
   * Has the items from this sequence on given out once more, under the same sequence, as far as they are kept. Answers how
   * many were done before. Takes of before the replay cannot be committed any more.
   */
  replay(account: string, feed: string, from: number): Promise<number>;
}

interface ItemRow extends Record<string, unknown> {
  readonly sequence: number;
  readonly seq: number;
  readonly order_id: string;
  readonly version: number;
  readonly domain: string;
  readonly state: string;
  readonly last_state: string;
  readonly last_change: Date;
  readonly current_change: Date;
}

export function createFeedItems({ pool, now }: { readonly pool: pg.Pool; readonly now: () => string }): FeedItems {
  return {
    take: (account, feed, most) =>
      withAccounts(pool, [account], (client) => takeItems(client, account, feed, { most, now: now(), seconds: null })),
    commit: (account, feed, handles) => {
      const takes = handles.map(parseHandle).filter((take) => take !== null);
      if (takes.length === 0) return Promise.resolve(0);
      return withAccounts(pool, [account], (client) => finishTakes(client, account, feed, takes, now()));
    },
    page: (account, feed, { after, limit, openOnly }) =>
      withAccounts(pool, [account], async (client) => {
        const { rows } = await query<
          ItemRow & { created_at: Date; takes: number; visible_at: Date; done_at: Date | null }
        >(client, openOnly ? openPageStatement : pageStatement, [account, feed, after, limit]);
        return rows.map((row) => ({
          ...itemOf(row),
          createdAt: row.created_at.toISOString(),
          takes: row.takes,
          visibleAt: row.visible_at.toISOString(),
          doneAt: row.done_at?.toISOString() ?? null,
        }));
      }),
    replay: (account, feed, from) =>
      withAccounts(pool, [account], async (client) => {
        const { rows } = await query<{ replayed: number }>(client, replayStatement, [account, feed, from, now()]);
        return rows[0]?.replayed ?? 0;
      }),
  };
}

const COLUMNS = 'sequence, seq, order_id, version, domain, state, last_state, last_change, current_change';

const itemOf = (row: ItemRow): FeedItem => ({
  sequence: row.sequence,
  seq: row.seq,
  orderId: row.order_id,
  version: row.version,
  domain: row.domain,
  state: row.state,
  lastState: row.last_state,
  lastChange: row.last_change.toISOString(),
  currentChange: row.current_change.toISOString(),
});

/** Takes for the reader of a feed, or for the one who delivers a hook. `seconds`: those of the feed where null. */
export async function takeItems(
  client: Queryable,
  account: string,
  feed: string,
  { most, now, seconds }: { readonly most: number; readonly now: string; readonly seconds: number | null },
): Promise<readonly TakenItem[]> {
  const { rows } = await query<ItemRow & { receipt: string; takes: number; vtex_id: string | null }>(
    client,
    takeStatement,
    [account, feed, now, most, randomUUID(), seconds],
  );
  return rows
    .map((row) => ({
      ...itemOf(row),
      handle: handleOf(row.sequence, row.receipt),
      takes: row.takes,
      vtexOrderId: row.vtex_id,
    }))
    .sort((one, other) => one.sequence - other.sequence);
}

/** Whoever takes at the same time passes over these rows, and over the later items of their orders, which stay not visible. */
const takeStatement = {
  name: 'take_feed_items',
  text: `with free as (
           select i.sequence, f.hidden_seconds
             from feeds f
             join feed_items i on i.account = f.account and i.feed = f.feed
            where f.account = $1 and f.feed = $2 and f.paused_at is null
              and i.done_at is null and i.visible_at <= $3
              and not exists (select 1 from feed_items e
                               where e.account = i.account and e.feed = i.feed and e.order_id = i.order_id
                                 and e.done_at is null and e.sequence < i.sequence)
            order by i.sequence limit $4
              for update of i skip locked)
         update feed_items i
            set takes = i.takes + 1, receipt = $5,
                visible_at = $3::timestamptz + make_interval(secs => coalesce($6::int, free.hidden_seconds))
           from free
          where i.account = $1 and i.feed = $2 and i.sequence = free.sequence
         returning ${COLUMNS.replaceAll(/\w+/g, 'i.$&')}, i.receipt, i.takes,
                   (select x.external_id from order_external_ids x
                     where x.account = i.account and x.order_id = i.order_id and x.source = 'vtex' limit 1) as vtex_id`,
};

export interface Take {
  readonly sequence: number;
  readonly receipt: string;
}

/** Marks takes as done, those that are still the latest of their item. */
export async function finishTakes(
  client: Queryable,
  account: string,
  feed: string,
  takes: readonly Take[],
  now: string,
): Promise<number> {
  const { rowCount } = await query(
    client,
    {
      name: 'finish_takes',
      text: `update feed_items i set done_at = $5, receipt = null
               from unnest($3::bigint[], $4::uuid[]) as t (sequence, receipt)
              where i.account = $1 and i.feed = $2 and i.sequence = t.sequence and i.receipt = t.receipt
                and i.done_at is null`,
    },
    [account, feed, takes.map(({ sequence }) => sequence), takes.map(({ receipt }) => receipt), now],
  );
  return rowCount ?? 0;
}

const pageStatement = {
  name: 'page_feed_items',
  text: `select ${COLUMNS}, created_at, takes, visible_at, done_at from feed_items
          where account = $1 and feed = $2 and sequence > $3 order by sequence limit $4`,
};
const openPageStatement = {
  name: 'page_open_feed_items',
  text: `select ${COLUMNS}, created_at, takes, visible_at, done_at from feed_items
          where account = $1 and feed = $2 and sequence > $3 and done_at is null order by sequence limit $4`,
};
const replayStatement = {
  name: 'replay_feed_items',
  text: `with again as (
           update feed_items set done_at = null, receipt = null, takes = 0, visible_at = $4
            where account = $1 and feed = $2 and sequence >= $3 and done_at is not null
           returning 1)
         select count(*)::int as replayed from again`,
};

const handleOf = (sequence: number, receipt: string): string =>
  Buffer.from(`${sequence}.${receipt}`).toString('base64url');

/** Null for what is no handle of ours. */
export function parseHandle(handle: string): Take | null {
  const found = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
    Buffer.from(handle, 'base64url').toString(),
  );
  return found === null ? null : { sequence: Number(found[1]), receipt: found[2] ?? '' };
}
