import type pg from 'pg';
import { query } from '../database/pool.js';
import { expireQuestions } from '../edits/expire-questions.js';
import { dropDoneItems } from '../feed/keep-feeds.js';
import { dropOldMails } from '../mail/drop-old-mails.js';
import { dropOldExchanges } from '../payments/gateway-log.js';
import { dropOldEvents } from '../payments/inbox.js';
import { foldAllRollups } from '../read-models/rollups.js';
import { clearShoppers } from '../shoppers/clear-shoppers.js';

/** Requests under an idempotency key are answered again for this long. */
const KEPT_DAYS = 7;
/** Expired keys taken in one statement, so that a purge never holds locks for long. */
const PURGED_AT_ONCE = 5_000;
/** Partitions are made so far ahead; a worker that is away for two months does no harm. */
const MONTHS_AHEAD = 3;

/**
 * What has to be done now and then for all accounts: rollups folded, what has expired and old mails dropped, questions to
 * buyers ended, months of the order list made ahead. Every step may run in several workers at once and may be repeated.
 * `follower` sees every account; `paymentLogDays` is how long what was said to payment providers and by them is kept.
 */
async function keepHouse(follower: pg.Pool, paymentLogDays: number, now: string): Promise<void> {
  await foldAllRollups(follower);
  await forgetIdempotencyKeys(follower, now);
  await forgetKeptAnswers(follower, now);
  await forgetPreviews(follower, now);
  await clearExpired(follower, now);
  await clearShoppers(follower, now);
  await expireQuestions(follower, now);
  await dropOldMails(follower, now);
  await dropDoneItems(follower, now);
  const paymentsSince = daysBefore(paymentLogDays, now);
  await dropOldExchanges(follower, paymentsSince);
  await dropOldEvents(follower, paymentsSince);
  const until = new Date(Date.parse(now));
  until.setUTCDate(1);
  until.setUTCMonth(until.getUTCMonth() + MONTHS_AHEAD);
  await query(follower, { name: 'ensure_partitions', text: 'select ensure_order_list_partitions($1)' }, [
    until.toISOString().slice(0, 10),
  ]);
}

/** Few: nobody makes keys and links by the thousand. */
async function forgetKeptAnswers(follower: pg.Pool, now: string): Promise<void> {
  await query(follower, { name: 'forget_kept_answers', text: 'delete from kept_answers where at < $1' }, [
    keptSince(now),
  ]);
}

const daysBefore = (days: number, now: string): string => new Date(Date.parse(now) - days * 86_400_000).toISOString();

const keptSince = (now: string): string => daysBefore(KEPT_DAYS, now);

async function forgetIdempotencyKeys(follower: pg.Pool, now: string): Promise<void> {
  const before = keptSince(now);
  for (let purged = PURGED_AT_ONCE; purged === PURGED_AT_ONCE;) {
    const { rowCount } = await query(
      follower,
      {
        name: 'forget_idempotency_keys',
        text: `delete from idempotency i
                using (select account, credential, key from idempotency where at < $1 limit $2) as old
                where i.account = old.account and i.credential = old.credential and i.key = old.key`,
      },
      [before, PURGED_AT_ONCE],
    );
    purged = rowCount ?? 0;
  }
}

async function forgetPreviews(follower: pg.Pool, now: string): Promise<void> {
  for (let purged = PURGED_AT_ONCE; purged === PURGED_AT_ONCE;) {
    const { rowCount } = await query(
      follower,
      {
        name: 'forget_expired_previews',
        text: `delete from previews p
                using (select account, token_sha256 from previews where expires_at <= $1 limit $2) as old
                where p.account = old.account and p.token_sha256 = old.token_sha256`,
      },
      [now, PURGED_AT_ONCE],
    );
    purged = rowCount ?? 0;
  }
}

async function clearExpired(follower: pg.Pool, now: string): Promise<void> {
  for (const text of [
    'delete from user_sessions where expires_at < $1',
    'delete from password_resets where expires_at < $1',
    'delete from login_attempts where expires_at < $1',
  ]) {
    await query(follower, { text }, [now]);
  }
}

/** Keeps house every `everyMillis` until told to stop. A failure is told and tried again the next time. */
export function startHousekeeping(
  {
    follower,
    paymentLogDays,
    clock,
    onError,
  }: {
    readonly follower: pg.Pool;
    readonly paymentLogDays: number;
    readonly clock: () => string;
    readonly onError: (error: unknown) => void;
  },
  everyMillis: number,
): { stop(): Promise<void> } {
  let running = Promise.resolve();
  const run = (): void => {
    running = running.then(() => keepHouse(follower, paymentLogDays, clock())).catch(onError);
  };
  run();
  const timer = setInterval(run, everyMillis);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
