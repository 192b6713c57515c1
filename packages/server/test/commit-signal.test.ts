import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from '../src/database/pool.js';
import { type CommitSignal, createCommitSignal } from '../src/followers/commit-signal.js';
import { createTestDatabase, type TestDatabase } from './setup/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** The signals of one process; `heads` stands for the database that its followers would look into. */
function process(
  heads: Map<string, number>,
  looksEvery = 1_000_000,
): { signals: CommitSignal; looks: string[]; errors: unknown[] } {
  const looks: string[] = [];
  const errors: unknown[] = [];
  const signals = createCommitSignal({
    pool: createPool({ login: database.login, role: database.roles.serving, max: 1, applicationName: 'test signals' }),
    headOf: (account) => {
      looks.push(account);
      return Promise.resolve(heads.get(account) ?? 0);
    },
    looksEvery,
    now: performance.now.bind(performance),
    onError: (error) => errors.push(error),
  });
  return { signals, looks, errors };
}

/** Waits until so many processes listen. */
const listening = (count: number): Promise<void> =>
  expect
    .poll(
      async () => {
        const { rows } = await database.owner.query<{ count: number }>(
          `select count(*)::int as count from pg_stat_activity
            where application_name = 'test signals' and datname = current_database() and query like 'listen%'`,
        );
        return rows[0]?.count;
      },
      { timeout: 10_000 },
    )
    .toBe(count);

const never = new AbortController().signal;

describe('a follower that waits for commits', () => {
  it('is woken at once by its own process, and only for what it waits for', async () => {
    const heads = new Map([['acme', 5]]);
    const { signals } = process(heads);
    const woken: string[] = [];
    void signals.beyond('acme', 5, never).then(() => woken.push('acme'));
    void signals.beyond('other', 5, never).then(() => woken.push('other'));
    await pause(20);
    signals.committed('acme', 5);
    await pause(20);
    expect(woken).toEqual([]);
    signals.committed('acme', 6);
    await pause(0);
    expect(woken).toEqual(['acme']);
    await signals.close();
  });

  it('learns of what was committed between its read and its wait', async () => {
    const { signals } = process(new Map([['acme', 6]]));
    await signals.beyond('acme', 5, never);
    await signals.close();
  });

  it('is woken by another process, without looking by itself', async () => {
    const heads = new Map([['acme', 5]]);
    const [here, there] = [process(heads), process(heads)];
    void here.signals.beyond('acme', 99, never);
    void there.signals.beyond('acme', 99, never);
    await listening(2);
    const waiting = here.signals.beyond('acme', 5, never);
    heads.set('acme', 6);
    there.signals.committed('acme', 6);
    await waiting;
    await here.signals.close();
    await there.signals.close();
  });

  it('looks by itself where no notification comes through', async () => {
    const heads = new Map([['acme', 5]]);
    const { signals, looks } = process(heads, 50);
    const waiting = signals.beyond('acme', 5, never);
    await expect.poll(() => looks.length).toBeGreaterThan(2);
    heads.set('acme', 6);
    await waiting;
    // Nobody waits any more, so nobody looks.
    const looked = looks.length;
    await pause(200);
    expect(looks.length).toBe(looked);
    await signals.close();
  });

  it('is let go when it gives up, and when the process stops', async () => {
    const { signals } = process(new Map());
    const end = new AbortController();
    const given = signals.beyond('acme', 5, end.signal);
    end.abort();
    await given;
    const waiting = signals.beyond('acme', 5, never);
    await signals.close();
    await waiting;
  });

  it('is woken again after the connection that listens broke', async () => {
    const heads = new Map([['acme', 5]]);
    const [here, there] = [process(heads), process(heads)];
    void here.signals.beyond('acme', 99, never);
    void there.signals.beyond('acme', 99, never);
    await listening(2);
    const broken = await database.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'test signals' and datname = current_database()`,
    );
    expect(broken.rowCount).toBe(2);
    await expect.poll(() => here.errors.length + there.errors.length).toBeGreaterThanOrEqual(2);
    await listening(2);
    const waiting = here.signals.beyond('acme', 5, never);
    heads.set('acme', 6);
    there.signals.committed('acme', 6);
    await waiting;
    await here.signals.close();
    await there.signals.close();
  });
});

describe('a flood of commits', () => {
  it('is told to other processes at most 20 times a second, and no account is left out', async () => {
    const listener = new pg.Client(database.login);
    listener.on('error', () => undefined);
    await listener.connect();
    const heard: string[] = [];
    listener.on('notification', ({ payload }) => heard.push(payload ?? ''));
    await listener.query('listen docket_commits');
    const { signals } = process(new Map());
    signals.committed('first', 1);
    // Told although there was no connection yet.
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['first']);
    heard.length = 0;
    const began = performance.now();
    for (let count = 1; performance.now() - began < 1_000; count += 1) {
      signals.committed(`account-${count % 7}`, count);
      await pause(1);
    }
    await pause(200);
    const seconds = (performance.now() - began) / 1_000;
    expect(heard.length).toBeGreaterThan(2);
    expect(heard.length).toBeLessThanOrEqual(Math.ceil(seconds * 20) + 1);
    expect(new Set(heard.flatMap((payload) => payload.split(','))).size).toBe(7);
    await signals.close();
    await listener.end();
  });
});
