import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { createImports } from '../src/import/imports.js';
import { startImports } from '../src/import/run-waiting.js';
import type { Uploads } from '../src/import/uploads.js';
import { until } from './setup/until.js';
import { openWritePath, type WritePath } from './write-path.js';

/** Two workers and the imports of three accounts, each held up where its files are read until the test lets it go on. */

const now = (): string => new Date().toISOString();
let path: WritePath;
beforeAll(async () => {
  path = await openWritePath(['big', 'small', 'tiny']);
});
afterAll(() => path.close());

interface Reading {
  readonly account: string;
  readonly worker: number;
  readonly goOn: () => void;
}
let isOver = false;
/** In the order in which they began. */
const begun: Reading[] = [];
const reading = new Set<Reading>();

/** What a worker reads, which waits for the test, and is nothing that the mapping can use: the import ends then. */
const held = (worker: number): Uploads => ({
  store: () => Promise.resolve(0),
  discard: () => Promise.resolve(),
  async *read({ account }) {
    let goOn = (): void => undefined;
    const told = new Promise<void>((resolve) => (goOn = resolve));
    const one = { account, worker, goOn };
    begun.push(one);
    reading.add(one);
    yield Buffer.from('id\n');
    if (!isOver) await told;
    reading.delete(one);
  },
});

async function waiting(account: string): Promise<void> {
  const importId = randomUUID();
  const uploads: Uploads = { ...held(0), store: () => Promise.resolve(3) };
  const pool = path.database.serving;
  const imports = createImports({ pool, uploads, now, newId: () => importId, mostBytes: 1_000 });
  await imports.create(account, { mapping: '{}', by: 'test' });
  await imports.addFile(account, importId, 'orders.csv', Readable.from(['id\n']));
  await imports.start(account, importId);
}

function startWorker(worker: number): void {
  const imports = startImports(
    {
      follower: path.database.owner,
      writing: { ...path, clock: now },
      uploads: held(worker),
      onError: (error) => failed.push(error),
    },
    20,
  );
  onTestFinished(async () => {
    isOver = true;
    for (const { goOn } of begun) goOn();
    await imports.stop();
  });
}
const failed: unknown[] = [];

const accountsAtWork = (): string[] => [...reading].map(({ account }) => account).sort();

it('each account has its turn, one import of it at a time, and a worker has two at most', async () => {
  for (const account of ['big', 'big', 'big']) await waiting(account);
  startWorker(1);
  await until(() => Promise.resolve(begun.length), (count) => count === 1); // prettier-ignore
  await pause(100);
  expect(accountsAtWork()).toEqual(['big']);

  // Those of the big account came first, and wait for the turn of the others all the same.
  await waiting('small');
  await waiting('tiny');
  await until(() => Promise.resolve(begun.length), (count) => count === 2); // prettier-ignore
  await pause(100);
  expect(accountsAtWork()).toEqual(['big', 'small']);
  begun[0]?.goOn();
  await until(() => Promise.resolve(begun.length), (count) => count === 3); // prettier-ignore
  expect(accountsAtWork()).toEqual(['small', 'tiny']);

  // Another worker takes the account that nobody is at, and no second one of those that are.
  startWorker(2);
  await until(() => Promise.resolve(begun.length), (count) => count === 4); // prettier-ignore
  await pause(100);
  expect(begun[3]).toMatchObject({ account: 'big', worker: 2 });
  expect(accountsAtWork()).toEqual(['big', 'small', 'tiny']);

  // The rest of the big account, one after the other.
  begun[3]?.goOn();
  await until(() => Promise.resolve(begun.length), (count) => count === 5); // prettier-ignore
  expect(accountsAtWork()).toEqual(['big', 'small', 'tiny']);
  expect(failed).toEqual([]);
  expect(begun.map(({ account }) => account)).toEqual(['big', 'small', 'tiny', 'big', 'big']);
});
