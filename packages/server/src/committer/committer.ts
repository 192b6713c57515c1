import type pg from 'pg';
import { createPool, withAccounts } from '../database/pool.js';
import { accountsKey, nextBatch, type Waiting } from './batch.js';
import { BatchRefused, commitBatch } from './commit-function.js';
import type { Unit, UnitAnswer } from './unit.js';

/** Writes units, several at a time in one transaction where they come faster than they are written. */
export interface Committer {
  /** @throws when it is not known what became of the unit: the connection broke, or a rule of the database was hurt. */
  commit(unit: Unit): Promise<UnitAnswer>;
  /** Calls back after each commit with the highest seq of the account; in this process only. Answers how to stop. */
  onCommitted(listener: CommitListener): () => void;
  /** Units that no commit has taken up yet. */
  waitingUnits(): number;
  /** Waits for what was accepted and ends the connections. */
  close(): Promise<void>;
}

/** `units`: how many the commit wrote. */
type CommitListener = (account: string, seq: number, units: number) => void;

const connections = 4;

/**
 * Batches of the same accounts that may be under way at once. They wait for each other's head row anyway: one is
 * executed while another is flushed. With four instead of two, 32 clients form batches of 3 to 8 instead of 16, and
 * PostgreSQL takes 455 µs instead of 300 for an order.
 */
const batchesAtOnce = 2;

/** Tries of a unit that met a deadlock: units lock in one order, so only maintenance by hand can cause one. */
const deadlockTries = 3;

/**
 * The committer's own connections, with plans that never depend on how small the tables were when they were made: what is
 * joined with an array is looked up by its key, row by row. A bitmap or a kept copy would be of all rows of the account.
 */
export function createCommitterPool(login: pg.PoolConfig, role: string | undefined): pg.Pool {
  const settings = [
    'plan_cache_mode=force_generic_plan',
    'enable_seqscan=off',
    'enable_hashjoin=off',
    'enable_mergejoin=off',
    'enable_bitmapscan=off',
    'enable_material=off',
    'enable_memoize=off',
    'jit=off',
  ];
  const options = [login.options ?? '', ...settings.map((setting) => `-c ${setting}`)].join(' ').trim();
  // Never too old: the first order on a new connection waits for its plans: 57 ms instead of 6.
  const lasting = { ...login, options, idleTimeoutMillis: 0 };
  return createPool({ login: lasting, role, max: connections, applicationName: 'docket committer' });
}

/** Watches the transaction that writes these units. */
type AroundBatch = <T>(units: readonly Unit[], write: () => Promise<T>) => Promise<T>;

/** @param pool connections of this committer alone, which ends them */
export function createCommitter({
  pool,
  around = (_units, write) => write(),
}: {
  readonly pool: pg.Pool;
  readonly around?: AroundBatch;
}): Committer {
  const waiting: Waiting[] = [];
  const busyOrders = new Set<string>();
  const underWay = new Map<string, number>();
  const listeners = new Set<CommitListener>();
  let running = 0;
  let whenIdle: (() => void) | undefined;

  function pump(): void {
    while (running < connections) {
      const batch = nextBatch(waiting, busyOrders, (accounts) => (underWay.get(accounts) ?? 0) < batchesAtOnce);
      if (batch.length === 0) break;
      const accounts = accountsKey(batch[0]?.unit);
      running += 1;
      underWay.set(accounts, (underWay.get(accounts) ?? 0) + 1);
      void write(batch).finally(() => {
        running -= 1;
        const others = (underWay.get(accounts) ?? 1) - 1;
        if (others === 0) underWay.delete(accounts);
        else underWay.set(accounts, others);
        for (const { orders } of batch) for (const order of orders) busyOrders.delete(order);
        pump();
        if (running === 0 && waiting.length === 0) whenIdle?.();
      });
    }
  }

  /** Never rejects: every unit of the batch gets its answer or its error. */
  async function write(batch: readonly Waiting[]): Promise<void> {
    let rest = batch;
    while (rest.length > 0) {
      try {
        await send(rest);
        for (const { resolve } of rest) resolve({ kind: 'ok' });
        return;
      } catch (error) {
        if (!(error instanceof BatchRefused)) {
          // One bad unit must not fail its neighbours. Where the connection broke, the others learn that by themselves.
          if (rest.length > 1) await writeSingly(rest);
          else rest[0]?.reject(error);
          return;
        }
        if (error.answers.size === 0) {
          await writeSingly(rest);
          return;
        }
        // Those named fail whatever the others do; the others are a smaller batch.
        for (const [index, answer] of error.answers) rest[index]?.resolve(answer);
        rest = rest.filter((_, index) => !error.answers.has(index));
      }
    }
  }

  async function writeSingly(units: readonly Waiting[]): Promise<void> {
    for (const { unit, resolve, reject } of units) {
      try {
        resolve(await writeOne(unit));
      } catch (error) {
        reject(error);
      }
    }
  }

  async function writeOne(unit: Unit): Promise<UnitAnswer> {
    for (let tries = 1; ; tries += 1) {
      try {
        await send([{ unit }]);
        return { kind: 'ok' };
      } catch (error) {
        if (!(error instanceof BatchRefused)) throw error;
        const answer = error.answers.get(0);
        if (answer !== undefined) return answer;
        if (tries === deadlockTries) throw error;
      }
    }
  }

  async function send(batch: readonly { readonly unit: Unit }[]): Promise<void> {
    const units = batch.map(({ unit }) => unit);
    const seqs = await around(units, () =>
      withAccounts(pool, units[0]?.accounts ?? [], (client) => commitBatch(client, units)),
    );
    for (const [account, seq] of seqs) for (const listener of listeners) listener(account, seq, units.length);
  }

  return {
    commit: (unit) =>
      new Promise((resolve, reject) => {
        const orders = [
          ...unit.orders.map(({ account, orderId }) => `${account}/${orderId}`),
          ...(unit.consignments ?? []).map(({ account, consignmentId }) => `${account}/consignment/${consignmentId}`),
        ];
        waiting.push({ unit, orders, resolve, reject });
        pump();
      }),
    onCommitted(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    waitingUnits: () => waiting.length,
    async close() {
      if (running > 0 || waiting.length > 0) await new Promise<void>((resolve) => (whenIdle = resolve));
      await pool.end();
    },
  };
}
