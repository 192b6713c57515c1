import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';
import type { FeedFilter } from './feed.js';
import { filterOf, type FilterRow, filterValues } from './filter-columns.js';
import type { HookSeal, HookSecrets } from './hook-seal.js';

/** How a feed is set up. */
export interface FeedConfig {
  readonly name: string;
  readonly filter: FeedFilter;
  /** Seconds for which an item that was taken is hidden from others. */
  readonly hiddenSeconds: number;
  /** Seconds for which an item is kept after it was committed or delivered, to be replayed. What is neither is kept for ever. */
  readonly retentionSeconds: number;
  /** Null: a feed, from which items are taken. Else a hook, to which Docket delivers them. */
  readonly hook: HookTarget | null;
}

interface HookTarget extends HookSecrets {
  readonly url: string;
}

export interface Feed extends FeedConfig {
  readonly feed: string;
  /** The key whose own feed or hook it is in the VTEX dialect; empty: it has none. */
  readonly owner: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly state: FeedState;
}

interface FeedState {
  /** The sequence of its newest item; 0 before the first. */
  readonly lastSequence: number;
  /** Items that are neither committed nor delivered, those that are hidden included. */
  readonly open: number;
  /** Of them, those that are hidden now: taken, or waiting for their next try. */
  readonly hidden: number;
  readonly oldestOpenAt: string | null;
  /** The position of the account up to which events were decided. */
  readonly position: number;
  /** When it was paused: nothing goes out, and items gather. */
  readonly pausedAt: string | null;
  /** When its expression had failed too often: events wait to be decided. */
  readonly stoppedAt: string | null;
  readonly reason: string | null;
  /** Of a hook to which nothing comes through: when it is tried again. */
  readonly restingUntil: string | null;
}

export type FeedRefusal = 'feed_not_found' | 'feeds_too_many' | 'feed_exists' | 'position_unknown';

export interface Feeds {
  /** By id, after the given one. */
  page(account: string, page: { readonly after: string | null; readonly limit: number }): Promise<readonly Feed[]>;
  find(account: string, feed: string): Promise<Feed | null>;
  /** Whether there is one: its items are not counted for that. */
  exists(account: string, feed: string): Promise<boolean>;
  /**
   * Makes a feed. It decides what happens from now on, or what happened after the position `from`.
   * Refusals: feed_exists, feeds_too_many, position_unknown.
   */
  add(
    account: string,
    feed: { readonly feed: string; readonly owner: string; readonly from: number | null },
    config: FeedConfig,
  ): Promise<Feed | FeedRefusal>;
  /** Sets a feed up anew; items that are there stay, and events that were not decided yet meet the new filter. */
  change(account: string, feed: string, config: FeedConfig): Promise<Feed | 'feed_not_found'>;
  /** Takes a feed away, with its items and deliveries. Answers whether there was one. */
  remove(account: string, feed: string): Promise<boolean>;
  /** Nothing goes out until it is resumed; items gather. */
  pause(account: string, feed: string, reason: string): Promise<Feed | 'feed_not_found'>;
  /** Goes on: what waited for a person is tried again at once, with all its tries. */
  resume(account: string, feed: string): Promise<Feed | 'feed_not_found'>;
}

/** Each costs its part of every event's decision. */
const MOST_FEEDS = 500;

interface FeedRow extends FilterRow {
  readonly name: string;
  readonly owner: string;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly last_sequence: number;
  readonly hidden_seconds: number;
  readonly retention_seconds: number;
  readonly followed: number;
  readonly paused_at: Date | null;
  readonly stopped_at: Date | null;
  readonly pause_reason: string | null;
  readonly url: string | null;
  readonly headers: Buffer | null;
  readonly secret: Buffer | null;
  readonly resting_until: Date | null;
  readonly open: number;
  readonly hidden: number;
  readonly oldest: Date | null;
}

const SELECT = `select f.*, coalesce(f.position, p.position) as followed, i.open, i.hidden, i.oldest
   from feeds f
   join feed_positions p on p.account = f.account
  cross join lateral (
    select count(*)::int as open, count(*) filter (where visible_at > $2)::int as hidden, min(created_at) as oldest
      from feed_items i where i.account = f.account and i.feed = f.feed and i.done_at is null) i`;

const LIST = { name: 'list_feeds', text: `${SELECT} where f.account = $1 and f.feed > $3 order by f.feed limit $4` };
const EXISTS = { name: 'feed_exists', text: 'select from feeds where account = $1 and feed = $2' };
const FIND = { name: 'find_feed', text: `${SELECT} where f.account = $1 and f.feed = $3` };

export function createFeeds({
  pool,
  seal,
  now,
}: {
  readonly pool: pg.Pool;
  readonly seal: HookSeal;
  readonly now: () => string;
}): Feeds {
  const feedOf = (account: string, row: FeedRow): Feed => ({
    feed: row.feed,
    owner: row.owner,
    name: row.name,
    filter: filterOf(row),
    hiddenSeconds: row.hidden_seconds,
    retentionSeconds: row.retention_seconds,
    hook: row.url === null ? null : { url: row.url, ...seal.open(account, row.feed, row.headers, row.secret) },
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    state: {
      lastSequence: row.last_sequence,
      open: row.open,
      hidden: row.hidden,
      oldestOpenAt: row.oldest?.toISOString() ?? null,
      position: row.followed,
      pausedAt: row.paused_at?.toISOString() ?? null,
      stoppedAt: row.stopped_at?.toISOString() ?? null,
      reason: row.pause_reason,
      restingUntil: row.resting_until?.toISOString() ?? null,
    },
  });

  const read = async (client: pg.ClientBase, account: string, feed: string): Promise<Feed | null> => {
    const { rows } = await query<FeedRow>(client, FIND, [account, now(), feed]);
    return rows[0] === undefined ? null : feedOf(account, rows[0]);
  };

  /** Changes hold the account's position, as whoever decides does. */
  const changing = <T>(account: string, work: (client: pg.ClientBase, position: number) => Promise<T>): Promise<T> =>
    withAccounts(pool, [account], (client) =>
      inTransaction(client, async () => work(client, await lockForChange(client, account))),
    );

  const changed = (
    account: string,
    feed: string,
    change: (client: pg.ClientBase) => Promise<void>,
  ): Promise<Feed | 'feed_not_found'> =>
    changing(account, async (client) => {
      await change(client);
      return (await read(client, account, feed)) ?? (await nothing(client, account));
    });

  return {
    page: (account, { after, limit }) =>
      withAccounts(pool, [account], async (client) => {
        const { rows } = await query<FeedRow>(client, LIST, [account, now(), after ?? '', limit]);
        return rows.map((row) => feedOf(account, row));
      }),
    find: (account, feed) => withAccounts(pool, [account], (client) => read(client, account, feed)),
    exists: (account, feed) =>
      withAccounts(pool, [account], async (client) => {
        const { rowCount } = await query(client, EXISTS, [account, feed]);
        return rowCount === 1;
      }),
    add: (account, { feed, owner, from }, config) =>
      changing(account, async (client, position) => {
        const refusal = await refusalToAdd(client, account, feed);
        const head = await headOf(client, account);
        if (refusal === null && (from ?? 0) > head) return 'position_unknown';
        if (refusal !== null) return refusal;
        const since = from ?? head;
        const { url, headers, secret } = hookColumns(seal, account, feed, config.hook);
        await query(client, insertStatement, [
          account,
          feed,
          config.name,
          owner,
          now(),
          ...filterValues(config.filter),
          since,
          // What the account has already decided, it decides for this feed alone.
          since < position ? since : null,
          config.hiddenSeconds,
          config.retentionSeconds,
          url,
          headers,
          secret,
        ]);
        return (await read(client, account, feed)) ?? 'feed_not_found';
      }),
    change: (account, feed, config) =>
      changed(account, feed, async (client) => {
        const { url, headers, secret } = hookColumns(seal, account, feed, config.hook);
        const values = filterValues(config.filter);
        await leaveForNewFilter(client, account, feed, values);
        await query(client, updateStatement, [
          account,
          feed,
          config.name,
          now(),
          ...values,
          config.hiddenSeconds,
          config.retentionSeconds,
          url,
          headers,
          secret,
        ]);
      }),
    remove: (account, feed) =>
      changing(account, async (client) => {
        for (const text of REMOVALS) await query(client, { text }, [account, feed]);
        const { rowCount } = await query(client, { text: 'delete from feeds where account = $1 and feed = $2' }, [
          account,
          feed,
        ]);
        await nothing(client, account);
        return rowCount === 1;
      }),
    pause: (account, feed, reason) =>
      changed(account, feed, async (client) => {
        await query(client, pauseStatement, [account, feed, now(), reason]);
      }),
    resume: (account, feed) =>
      changed(account, feed, async (client) => {
        await query(client, resumeStatement, [account, feed]);
        await query(client, againStatement, [account, feed, now()]);
      }),
  };
}

function hookColumns(
  seal: HookSeal,
  account: string,
  feed: string,
  hook: HookTarget | null,
): { readonly url: string | null; readonly headers: Buffer | null; readonly secret: Buffer | null } {
  return hook === null
    ? { url: null, headers: null, secret: null }
    : { url: hook.url, ...seal.seal(account, feed, hook) };
}

/** The position of the account, which begins with its first feed at the head of its log. */
async function lockForChange(client: pg.ClientBase, account: string): Promise<number> {
  const { rows } = await query<{ position: number }>(
    client,
    {
      text: `insert into feed_positions (account, position) select account, seq from account_heads where account = $1
             on conflict (account) do update set config_version = feed_positions.config_version + 1
             returning position`,
    },
    [account],
  );
  return rows[0]?.position ?? 0;
}

/** An account without a feed is not followed. */
async function nothing(client: pg.ClientBase, account: string): Promise<'feed_not_found'> {
  await query(
    client,
    { text: 'delete from feed_positions where account = $1 and not exists (select 1 from feeds where account = $1)' },
    [account],
  );
  return 'feed_not_found';
}

async function headOf(client: pg.ClientBase, account: string): Promise<number> {
  const { rows } = await query<{ seq: number }>(client, { text: 'select seq from account_heads where account = $1' }, [
    account,
  ]);
  return rows[0]?.seq ?? 0;
}

async function refusalToAdd(client: pg.ClientBase, account: string, feed: string): Promise<FeedRefusal | null> {
  const { rows } = await query<{ feeds: number; there: boolean }>(
    client,
    {
      text: 'select count(*)::int as feeds, coalesce(bool_or(feed = $2), false) as there from feeds where account = $1',
    },
    [account, feed],
  );
  if (rows[0]?.there === true) return 'feed_exists';
  return (rows[0]?.feeds ?? 0) >= MOST_FEEDS ? 'feeds_too_many' : null;
}

/** With another filter, orders that have entered may enter again, and what failed of the old one counts no more. */
async function leaveForNewFilter(
  client: pg.ClientBase,
  account: string,
  feed: string,
  values: readonly unknown[],
): Promise<void> {
  const { rowCount } = await query(
    client,
    {
      text: `update feeds set expression_failures = 0, stopped_at = null,
                    pause_reason = case when paused_at is null then null else pause_reason end
              where account = $1 and feed = $2
                and (filter_type, statuses, coalesce(expression, ''), every_match, document)
                    is distinct from ($3::text, $4::text[], coalesce($5::text, ''), $6::boolean, $7::text)`,
    },
    [account, feed, ...values],
  );
  if (rowCount === 0) return;
  await query(client, { text: 'delete from feed_orders where account = $1 and feed = $2' }, [account, feed]);
}

const insertStatement = {
  text: `insert into feeds (account, feed, name, owner, created_at, updated_at, filter_type, statuses, expression,
                            every_match, document, since, position, hidden_seconds, retention_seconds, url, headers,
                            secret)
         values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
};
const updateStatement = {
  text: `update feeds set name = $3, updated_at = $4, filter_type = $5, statuses = $6, expression = $7, every_match = $8,
                document = $9, hidden_seconds = $10, retention_seconds = $11, url = $12, headers = $13, secret = $14,
                failed_rounds = 0, resting_until = null
          where account = $1 and feed = $2`,
};
const pauseStatement = {
  text: `update feeds set paused_at = coalesce(paused_at, $3), pause_reason = $4 where account = $1 and feed = $2`,
};
const resumeStatement = {
  text: `update feeds set paused_at = null, stopped_at = null, pause_reason = null, expression_failures = 0,
                failed_rounds = 0, resting_until = null
          where account = $1 and feed = $2`,
};
/** Of a hook: what waits for its next try. What a reader of a feed holds stays hidden from others. */
const againStatement = {
  text: `update feed_items i set takes = 0, visible_at = $3
           from feeds f
          where f.account = $1 and f.feed = $2 and f.url is not null
            and i.account = f.account and i.feed = f.feed and i.done_at is null and i.takes > 0`,
};
const REMOVALS = [
  'delete from feed_deliveries where account = $1 and feed = $2',
  'delete from feed_items where account = $1 and feed = $2',
  'delete from feed_orders where account = $1 and feed = $2',
];
