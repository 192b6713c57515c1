import type pg from 'pg';

/**
 * Tells followers that an account has new events: at once where this process wrote them, by NOTIFY where another one did,
 * and by looking now and then where neither came through. A hint alone: what is there, the log says.
 */
export interface CommitSignal {
  /** A commit of this process reached `seq`. Wakes its own followers and, at most 20 times a second, other processes. */
  committed(account: string, seq: number): void;
  /** Resolves once the account is known to have events after `seq`, or when the signal aborts. */
  beyond(account: string, seq: number, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export interface CommitSignalDependencies {
  /** One connection of it is kept, to listen and to notify. Ended by `close`. */
  readonly pool: pg.Pool;
  /** The position that an account has reached. */
  readonly headOf: (account: string) => Promise<number>;
  /** How often followers look where no notification comes through, in milliseconds. */
  readonly looksEvery: number;
  /** A clock in milliseconds that never goes back. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

const CHANNEL = 'docket_commits';
/** NOTIFY takes a lock of the whole server when it commits, so it is not for every commit. In milliseconds. */
const NOTIFIES_EVERY = 50;
const CONNECTS_AGAIN_AFTER = 1_000;
/** PostgreSQL takes 8,000 bytes; where the names of accounts need more, every follower looks. */
const MOST_BYTES = 7_900;
const EVERY_ACCOUNT = '*';

interface Waiter {
  readonly seq: number;
  readonly wake: () => void;
}

export function createCommitSignal({ pool, headOf, looksEvery, now, onError }: CommitSignalDependencies): CommitSignal {
  const waiters = new Map<string, Set<Waiter>>();
  const looking = new Set<string>();
  const lookAgain = new Set<string>();
  const unannounced = new Set<string>();
  let client: pg.PoolClient | undefined;
  let connecting: Promise<void> | undefined;
  let lastNotified = Number.NEGATIVE_INFINITY;
  let notifying: NodeJS.Timeout | undefined;
  let isNotifying = false;
  let reconnecting: NodeJS.Timeout | undefined;
  let looks: NodeJS.Timeout | undefined;
  let closed = false;

  function reached(account: string, seq: number): void {
    for (const waiter of waiters.get(account) ?? []) if (waiter.seq < seq) waiter.wake();
  }

  /** Asks the database, for each account once at a time; whoever asks meanwhile may know of a commit that came since. */
  async function look(account: string): Promise<void> {
    lookAgain.add(account);
    if (looking.has(account)) return;
    looking.add(account);
    try {
      while (!closed && waiters.has(account) && lookAgain.delete(account)) reached(account, await headOf(account));
    } catch (error) {
      onError(error);
    } finally {
      looking.delete(account);
      lookAgain.delete(account);
    }
  }

  const lookForAll = (): void => {
    for (const account of waiters.keys()) void look(account);
  };

  function hear({ processId, payload = EVERY_ACCOUNT }: pg.Notification): void {
    // This process woke its own followers before it told the others.
    if (client !== undefined && processId === backendOf(client)) return;
    if (payload === EVERY_ACCOUNT) lookForAll();
    else for (const account of payload.split(',')) void look(account);
  }

  /** The connection is made when it is first of use, and anew after it broke. Meanwhile the looks of each second do. */
  async function connect(): Promise<void> {
    let made: pg.PoolClient | undefined;
    try {
      const listening = (made = await pool.connect());
      listening.on('notification', hear);
      listening.on('error', (error) => {
        onError(error);
        lose(listening);
      });
      listening.on('end', () => lose(listening));
      await listening.query(`listen ${CHANNEL}`);
      client = listening;
      if (unannounced.size > 0) notifySoon();
    } catch (error) {
      made?.release(true);
      onError(error);
      connectLater();
    }
  }

  function lose(lost: pg.PoolClient): void {
    if (client !== lost) return;
    client = undefined;
    lost.release(true);
    connectLater();
  }

  function connectLater(): void {
    connecting = undefined;
    if (closed) return;
    reconnecting ??= setTimeout(() => {
      reconnecting = undefined;
      ensureConnected();
    }, CONNECTS_AGAIN_AFTER).unref();
  }

  function ensureConnected(): void {
    if (closed || reconnecting !== undefined) return;
    connecting ??= connect();
  }

  function notifySoon(): void {
    notifying ??= setTimeout(() => void notify(), Math.max(0, lastNotified + NOTIFIES_EVERY - now())).unref();
  }

  async function notify(): Promise<void> {
    notifying = undefined;
    // Without a connection they are told when there is one again, and have looked by themselves before.
    if (client === undefined || closed || isNotifying) return;
    isNotifying = true;
    lastNotified = now();
    const names = [...unannounced].join(',');
    unannounced.clear();
    try {
      const payload = names.length > MOST_BYTES ? EVERY_ACCOUNT : names;
      await client.query({ text: 'select pg_notify($1, $2)', values: [CHANNEL, payload] });
    } catch (error) {
      onError(error);
    } finally {
      isNotifying = false;
      if (unannounced.size > 0) notifySoon();
    }
  }

  return {
    committed(account, seq) {
      if (closed) return;
      reached(account, seq);
      ensureConnected();
      unannounced.add(account);
      notifySoon();
    },
    beyond(account, seq, signal) {
      if (closed || signal.aborted) return Promise.resolve();
      ensureConnected();
      looks ??= setInterval(lookForAll, looksEvery).unref();
      return new Promise((resolve) => {
        const waiting = waiters.get(account) ?? new Set();
        waiters.set(account, waiting);
        const waiter: Waiter = {
          seq,
          wake() {
            waiting.delete(waiter);
            if (waiting.size === 0) waiters.delete(account);
            signal.removeEventListener('abort', waiter.wake);
            resolve();
          },
        };
        waiting.add(waiter);
        signal.addEventListener('abort', waiter.wake);
        // What was committed after the follower read and before it waits here woke nobody.
        void look(account);
      });
    },
    async close() {
      closed = true;
      for (const timer of [notifying, reconnecting, looks]) clearTimeout(timer);
      for (const waiting of waiters.values()) for (const { wake } of waiting) wake();
      await connecting;
      client?.release(true);
      client = undefined;
      await pool.end();
    },
  };
}

/** The driver knows the process behind a connection, and its types do not. */
const backendOf = (client: pg.PoolClient): number | undefined =>
  (client as unknown as { processID?: number }).processID;
