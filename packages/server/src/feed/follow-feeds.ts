import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { query } from '../database/pool.js';
import { onConnection } from '../database/transaction.js';
import type { CommitSignal } from '../followers/commit-signal.js';
import { followLog, LogGap } from '../followers/follow-log.js';
import { type FilterIndex, indexFilters } from './decide-items.js';
import { decidePage, type PageDecider } from './decide-page.js';
import type { DecidingFeed } from './feed.js';
import { decidingFeedOf, type FilterRow } from './filter-columns.js';
import { type FollowedRow, readFollowed } from './read-log.js';
import { storeItems } from './store-items.js';

export interface FeedFollower {
  /**
   * Decides what the log of an account holds beyond the account's position, page by page, until there is no more or the
   * signal aborts; with `beyond`, until the account has no feed any more. Any number of processes may do so at once.
   */
  follow(account: string, signal: AbortSignal): Promise<void>;
  /** Brings feeds on that are behind their account: new ones of an earlier position, and those that failed. */
  catchUp(account: string, signal: AbortSignal): Promise<void>;
  /** Accounts that have feeds. */
  accounts(): Promise<readonly string[]>;
}

export interface FeedFollowerDependencies extends PageDecider {
  /** Connections that see every account. */
  readonly pool: pg.Pool;
  readonly beyond: CommitSignal['beyond'];
  readonly clock: () => string;
  /** Told that feeds of the account have new items. */
  readonly stored: (account: string) => void;
}

/** Between two pages: what is committed meanwhile makes one page, so a flood of orders shares a transaction. */
const BREATH = 20;
/** An expression that ended its process so often, one time after the other, is not tried again before a person looked. */
const MOST_FAILURES = 3;

export function createFeedFollower(dependencies: FeedFollowerDependencies): FeedFollower {
  const { pool, log, beyond, clock, stored } = dependencies;
  const indexes = new Map<string, { readonly version: number; readonly index: FilterIndex }>();

  async function indexOf(client: pg.ClientBase, account: string, version: number): Promise<FilterIndex> {
    const known = indexes.get(account);
    if (known?.version === version) return known.index;
    const index = indexFilters(await feedsInStep(client, account));
    indexes.set(account, { version, index });
    return index;
  }

  /** Decides a page, unless another worker did, or nobody asks any more. */
  async function deal(account: string, page: readonly FollowedRow[]): Promise<boolean> {
    const [first, last] = [page[0]?.seq ?? 0, page.at(-1)?.seq ?? 0];
    const count = await onConnection(pool, async (client) => {
      const standing = await lockPosition(client, account);
      if (standing?.position !== first - 1) return null;
      const index = await indexOf(client, account, standing.version);
      const { items, failed } = await decidePage(dependencies, index, page);
      const count = await storeItems(client, account, items, clock());
      // The feed leaves the step of its account and is tried again by itself: others do not wait for it.
      for (const [feed, seq] of failed) await bringOn(client, account, feed, seq - 1, 1, null);
      await movePosition(client, account, last, failed.size > 0);
      return count;
    });
    if (count !== null && count > 0) stored(account);
    return count !== null;
  }

  /** One page of the feed that is furthest behind. Answers whether another one may follow at once. */
  async function catchUpPage(account: string): Promise<boolean> {
    const outcome = await onConnection(pool, async (client) => {
      const standing = await lockPosition(client, account);
      const behind = standing === null ? null : await furthestBehind(client, account);
      if (standing === null || behind === null) return null;
      const { feed, position, failures } = behind;
      const page = await readFollowed(log, account, position, standing.position);
      const { items, failed } = await decidePage(dependencies, indexFilters([feed]), page);
      const failedAt = failed.get(feed.feed);
      const reached = failedAt === undefined ? (page.at(-1)?.seq ?? standing.position) : failedAt - 1;
      const count = await storeItems(client, account, items, clock());
      const left = failedAt === undefined ? 0 : failures + 1;
      const done = reached >= standing.position;
      await bringOn(client, account, feed.feed, done ? null : reached, left, left >= MOST_FAILURES ? clock() : null);
      if (done) await movePosition(client, account, standing.position, true);
      return { count, goesOn: failedAt === undefined };
    });
    if (outcome !== null && outcome.count > 0) stored(account);
    return outcome?.goesOn === true;
  }

  return {
    accounts: () => followedAccounts(pool),
    async follow(account, signal) {
      const read = (_account: string, after: number) => readFollowed(log, account, after);
      try {
        for (let after = await positionOf(pool, account); after !== null; after = await positionOf(pool, account)) {
          if (signal.aborted) return;
          for await (const page of followLog({ account, after, read, beyond, signal })) {
            if (!(await deal(account, page))) break;
            await pause(BREATH, null, { signal }).catch(() => undefined);
          }
        }
      } catch (error) {
        if (error instanceof LogGap) await tellWhy(pool, account, error.message);
        throw error;
      } finally {
        indexes.delete(account);
      }
    },
    async catchUp(account, signal) {
      while (!signal.aborted && (await catchUpPage(account))) await pause(BREATH);
    },
  };
}

/** Follows every account that has feeds, until told to stop; looks for new ones every `everyMillis`. */
export function startFollowingFeeds(
  follower: FeedFollower,
  everyMillis: number,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = new Map<string, Promise<void>>();

  async function run(account: string): Promise<void> {
    const caughtUp = (async () => {
      while (!signal.aborted && running.has(account)) {
        await follower.catchUp(account, signal).catch(onError);
        await pause(everyMillis, null, { signal }).catch(() => undefined);
      }
    })();
    await follower.follow(account, signal).catch(onError);
    running.delete(account);
    await caughtUp;
  }

  const looks = (async () => {
    while (!signal.aborted) {
      const accounts = await follower.accounts().catch((error: unknown) => {
        onError(error);
        return [];
      });
      for (const account of accounts) {
        if (running.has(account)) continue;
        const ended = Promise.resolve();
        running.set(account, ended);
        running.set(account, run(account));
      }
      await pause(everyMillis, null, { signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await looks;
      await Promise.all(running.values());
    },
  };
}

async function followedAccounts(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await query<{ account: string }>(pool, {
    name: 'followed_accounts',
    text: 'select account from feed_positions order by account',
  });
  return rows.map(({ account }) => account);
}

async function positionOf(pool: pg.Pool, account: string): Promise<number | null> {
  const { rows } = await query<{ position: number }>(
    pool,
    { name: 'feed_position', text: 'select position from feed_positions where account = $1' },
    [account],
  );
  return rows[0]?.position ?? null;
}

async function lockPosition(
  client: pg.ClientBase,
  account: string,
): Promise<{ readonly position: number; readonly version: number } | null> {
  const { rows } = await query<{ position: number; version: number }>(
    client,
    {
      name: 'lock_feed_position',
      text: 'select position, config_version as version from feed_positions where account = $1 for update',
    },
    [account],
  );
  return rows[0] ?? null;
}

async function movePosition(client: pg.ClientBase, account: string, to: number, changed: boolean): Promise<void> {
  await query(
    client,
    {
      name: 'move_feed_position',
      text: `update feed_positions set position = $2, config_version = config_version + $3::int, last_error = null
              where account = $1`,
    },
    [account, to, changed ? 1 : 0],
  );
}

async function tellWhy(pool: pg.Pool, account: string, why: string): Promise<void> {
  await query(pool, { text: 'update feed_positions set last_error = $2 where account = $1' }, [account, why]);
}

async function feedsInStep(client: pg.ClientBase, account: string): Promise<readonly DecidingFeed[]> {
  const { rows } = await query<FilterRow>(
    client,
    {
      name: 'feeds_in_step',
      text: `select feed, since, filter_type, statuses, expression, every_match, document from feeds
              where account = $1 and position is null order by feed`,
    },
    [account],
  );
  return rows.map(decidingFeedOf);
}

async function furthestBehind(
  client: pg.ClientBase,
  account: string,
): Promise<{ readonly feed: DecidingFeed; readonly position: number; readonly failures: number } | null> {
  const { rows } = await query<FilterRow & { position: number; failures: number }>(
    client,
    {
      name: 'furthest_behind',
      text: `select feed, since, filter_type, statuses, expression, every_match, document, position,
                    expression_failures as failures
               from feeds
              where account = $1 and position is not null and stopped_at is null order by position limit 1`,
    },
    [account],
  );
  const [row] = rows;
  return row === undefined ? null : { feed: decidingFeedOf(row), position: row.position, failures: row.failures };
}

async function bringOn(
  client: pg.ClientBase,
  account: string,
  feed: string,
  position: number | null,
  failures: number,
  stoppedAt: string | null,
): Promise<void> {
  await query(
    client,
    {
      name: 'bring_feed_on',
      text: `update feeds set position = $3, expression_failures = $4, stopped_at = $5
              where account = $1 and feed = $2`,
    },
    [account, feed, position, failures, stoppedAt],
  );
}
