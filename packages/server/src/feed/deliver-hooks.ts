import { setTimeout as pause } from 'node:timers/promises';
import type { Poster, PostOutcome } from '@docket/core/ports';
import type pg from 'pg';
import { query } from '../database/pool.js';
import { onConnection } from '../database/transaction.js';
import type { HookSeal } from './hook-seal.js';
import { finishTakes, parseHandle, takeItems, type TakenItem } from './items.js';
import { failureOf, postToHook } from './post-to-hook.js';

/** What is sent about an item, in the shape of the dialect in which its hook was set up. */
export type Notification = (hook: { readonly account: string; readonly owner: string }, item: TakenItem) => object;

export interface HookDelivererDependencies {
  /** Connections that see every account. */
  readonly pool: pg.Pool;
  readonly poster: Poster;
  readonly seal: HookSeal;
  readonly notification: Notification;
  readonly clock: () => string;
  /** A clock in milliseconds that never goes back. */
  readonly stopwatch: () => number;
  /** 0 to 1: spreads tries, so that not all come back at once. */
  readonly random: () => number;
}

/** Items of one hook under way at once in a process, each of another order. */
const AT_ONCE = 8;
/** Longer than a delivery takes: if the process ends over it, another one tries again then. In seconds. */
const LEASE = 30;
const HOOKS_AT_ONCE = 32;

/** 30 s, 54 s, 97 s … an hour at most: the hundredth try is some four days after the first. Then a person has to look. */
const FIRST_DELAY = 30;
const GROWTH = 1.8;
const MOST_DELAY = 3_600;
const MOST_TRIES = 100;
/** Where rounds bring nothing but failures, the receiver is left alone for a while, whatever else waits for it. */
const FAILED_ROUNDS = 3;
const MOST_REST = 300;

export interface HookDeliverer {
  /** Delivers what is due, to every hook; answers how many tries there were. */
  deliver(): Promise<number>;
}

interface Hook extends Record<string, unknown> {
  readonly account: string;
  readonly feed: string;
  readonly owner: string;
  readonly url: string;
  readonly headers: Buffer | null;
  readonly secret: Buffer | null;
  readonly failedRounds: number;
}

export function createHookDeliverer(dependencies: HookDelivererDependencies): HookDeliverer {
  const { pool, poster, seal, notification, clock, stopwatch, random } = dependencies;

  async function tryItem(hook: Hook, item: TakenItem): Promise<boolean> {
    const { account, feed, url } = hook;
    const target = { url, ...seal.open(account, feed, hook.headers, hook.secret) };
    const body = JSON.stringify(notification(hook, item));
    const at = clock();
    const began = stopwatch();
    const outcome = await postToHook(poster, target, { id: `${feed}.${item.sequence}`, at, body });
    const delivery = { at, millis: Math.round(stopwatch() - began), url, request: body, outcome };
    return record(hook, item, delivery);
  }

  async function record(hook: Hook, item: TakenItem, delivery: Delivery): Promise<boolean> {
    const { account, feed } = hook;
    const { outcome } = delivery;
    const came = failureOf(outcome) === null;
    const gone = outcome.answered && outcome.status === 410;
    const take = parseHandle(item.handle);
    if (take === null) throw new Error('a handle of ours is one');
    await onConnection(pool, async (client) => {
      await insertDelivery(client, seal, hook, item, delivery);
      if (came) await finishTakes(client, account, feed, [take], clock());
      else await tryAgain(client, hook, take, secondsUntil(item.takes, random()), clock());
      if (gone) await pauseHook(client, hook, 'the receiver says that it is gone (410)', clock());
      else if (!came && item.takes >= MOST_TRIES) {
        await pauseHook(client, hook, `item ${item.sequence} did not come through in ${MOST_TRIES} tries`, clock());
      }
    });
    return came;
  }

  /** Round after round, while something comes through. */
  async function serve(hook: Hook): Promise<number> {
    let failedRounds = hook.failedRounds;
    for (let tries = 0; ;) {
      const items = await takeItems(pool, hook.account, hook.feed, { most: AT_ONCE, now: clock(), seconds: LEASE });
      if (items.length === 0) return tries;
      const came = await Promise.all(items.map((item) => tryItem(hook, item)));
      tries += items.length;
      if (came.includes(true)) {
        if (failedRounds > 0) await noteRounds(pool, hook, (failedRounds = 0), null);
        continue;
      }
      failedRounds += 1;
      const rest = failedRounds < FAILED_ROUNDS ? null : restSeconds(failedRounds - FAILED_ROUNDS);
      await noteRounds(pool, hook, failedRounds, rest === null ? null : later(clock(), rest));
      return tries;
    }
  }

  return {
    async deliver() {
      let tries = 0;
      const hooks = [...(await dueHooks(pool, clock()))];
      const lanes = Array.from({ length: Math.min(HOOKS_AT_ONCE, hooks.length) }, async () => {
        for (let hook = hooks.shift(); hook !== undefined; hook = hooks.shift()) tries += await serve(hook);
      });
      // One that fails must not leave the others running unseen.
      const settled = await Promise.allSettled(lanes);
      for (const outcome of settled) if (outcome.status === 'rejected') throw outcome.reason;
      return tries;
    },
  };
}

/** Delivers until told to stop: at once when told that there is something new, and looks every `everyMillis`. */
export function startDelivering(
  deliverer: HookDeliverer,
  everyMillis: number,
  onError: (error: unknown) => void,
): { wake(): void; stop(): Promise<void> } {
  const stopping = new AbortController();
  let woken = new AbortController();
  const ended = (async () => {
    while (!stopping.signal.aborted) {
      woken = new AbortController();
      await deliverer.deliver().catch(onError);
      const signal = AbortSignal.any([stopping.signal, woken.signal]);
      await pause(everyMillis, null, { signal }).catch(() => undefined);
    }
  })();
  return {
    wake: () => woken.abort(),
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

interface Delivery {
  readonly at: string;
  readonly millis: number;
  readonly url: string;
  readonly request: string;
  readonly outcome: PostOutcome;
}

const later = (now: string, seconds: number): string => new Date(Date.parse(now) + seconds * 1_000).toISOString();

/** Until the next try after so many, give or take a fifth. */
const secondsUntil = (tries: number, random: number): number =>
  Math.min(MOST_DELAY, FIRST_DELAY * GROWTH ** (tries - 1)) * (0.8 + 0.4 * random);

const restSeconds = (rounds: number): number => Math.min(MOST_REST, FIRST_DELAY * GROWTH ** rounds);

/** Hooks with an item that may be tried now. */
async function dueHooks(pool: pg.Pool, now: string): Promise<readonly Hook[]> {
  const { rows } = await query<Hook>(
    pool,
    {
      name: 'due_hooks',
      text: `select account, feed, owner, url, headers, secret, failed_rounds as "failedRounds"
               from feeds f
              where url is not null and paused_at is null and (resting_until is null or resting_until <= $1)
                and exists (select 1 from feed_items i
                             where i.account = f.account and i.feed = f.feed and i.done_at is null
                               and i.visible_at <= $1)`,
    },
    [now],
  );
  return rows;
}

async function insertDelivery(
  client: pg.ClientBase,
  seal: HookSeal,
  { account, feed }: Hook,
  { sequence, orderId }: TakenItem,
  { at, millis, url, request, outcome }: Delivery,
): Promise<void> {
  await query(
    client,
    {
      name: 'insert_feed_delivery',
      text: `insert into feed_deliveries (account, feed, sequence, attempt, order_id, at, millis, url, request, status,
                                          error, answer)
             select $1, $2, $3, coalesce(max(attempt), 0) + 1, $4, $5, $6, $7, $8, $9, $10, $11
               from feed_deliveries where account = $1 and feed = $2 and sequence = $3`,
    },
    [
      account,
      feed,
      sequence,
      orderId,
      at,
      millis,
      url,
      request,
      outcome.answered ? outcome.status : null,
      failureOf(outcome),
      outcome.answered && outcome.text !== '' ? seal.sealAnswer(account, feed, sequence, outcome.text) : null,
    ],
  );
}

async function tryAgain(
  client: pg.ClientBase,
  { account, feed }: Hook,
  { sequence, receipt }: { readonly sequence: number; readonly receipt: string },
  seconds: number,
  now: string,
): Promise<void> {
  await query(
    client,
    {
      name: 'try_delivery_again',
      text: `update feed_items set visible_at = $5, receipt = null
              where account = $1 and feed = $2 and sequence = $3 and receipt = $4 and done_at is null`,
    },
    [account, feed, sequence, receipt, later(now, seconds)],
  );
}

async function pauseHook(client: pg.ClientBase, { account, feed }: Hook, reason: string, now: string): Promise<void> {
  await query(
    client,
    {
      name: 'pause_hook',
      text: `update feeds set paused_at = $3, pause_reason = $4 where account = $1 and feed = $2 and paused_at is null`,
    },
    [account, feed, now, reason],
  );
}

async function noteRounds(
  pool: pg.Pool,
  { account, feed }: Hook,
  failedRounds: number,
  restingUntil: string | null,
): Promise<void> {
  await query(
    pool,
    {
      name: 'note_hook_rounds',
      text: 'update feeds set failed_rounds = $3, resting_until = $4 where account = $1 and feed = $2',
    },
    [account, feed, failedRounds, restingUntil],
  );
}
