import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { query, type Statement } from '../database/pool.js';
import { sweepImportDirectories } from './import-directory.js';
import { chunksOf, endImport, findImport } from './import-rows.js';
import { type BringFiles, type ImportEnd, runImport } from './run-import.js';
import type { Uploads } from './uploads.js';
import type { WriteOrdersDependencies } from './write-orders.js';

export interface RunWaitingDependencies {
  /** Connections that see every account. */
  readonly follower: pg.Pool;
  readonly writing: WriteOrdersDependencies;
  readonly uploads: Uploads;
  readonly onError: (error: unknown) => void;
}

/** How long uploaded files wait to be started. */
const DAYS = 7;
/** Times in a row that an import may break off for no fault of its own, such as a database that is away, before it is failed. */
const TRIES = 10;

/** Imports that run here at once, each with a process that reads and maps. */
const AT_ONCE = 2;
/** Of an account so many are looked at: those that broke off stand aside for the ones behind them. */
const LOOKED_AT = 20;

/** What broke off here, how often in a row, and until when it is left alone: twice as long each time. */
type Broken = Map<string, { readonly times: number; readonly until: number }>;

/**
 * Runs uploaded imports until told to stop: a few at once, of each account one, in whichever process, and each account in its
 * turn. One that was broken off, with its process or because this one stops, is still `running` and is gone on with by
 * whoever looks next.
 */
export function startImports(dependencies: RunWaitingDependencies, everyMillis: number): { stop(): Promise<void> } {
  const { follower, writing, onError } = dependencies;
  const stopping = new AbortController();
  const broken: Broken = new Map();
  const running = new Map<string, Promise<void>>();
  /** When each account had its turn here. */
  const turns = new Map<string, number>();
  let turn = 0;
  let wake = (): void => undefined;

  async function look(): Promise<void> {
    await endForgotten(dependencies);
    if (running.size >= AT_ONCE) return;
    const { rows } = await query<Waiting>(follower, findWaiting, [LOOKED_AT]);
    const next = new Map<string, Waiting>();
    for (const one of rows) {
      const rests = performance.now() < (broken.get(one.import_id)?.until ?? 0);
      if (!rests && !running.has(one.account) && !next.has(one.account)) next.set(one.account, one);
    }
    const inTurn = [...next.values()].sort((a, b) => (turns.get(a.account) ?? 0) - (turns.get(b.account) ?? 0));
    for (const one of inTurn.slice(0, AT_ONCE - running.size)) {
      if (stopping.signal.aborted) return;
      turns.set(one.account, (turn += 1));
      running.set(one.account, carryOut(one));
    }
  }

  async function carryOut({ account, import_id: importId }: Waiting): Promise<void> {
    try {
      const end = await run(dependencies, account, importId, stopping.signal);
      broken.delete(importId);
      running.delete(account);
      // Of what runs elsewhere there is nothing new to be found at once.
      if (end !== 'run elsewhere') wake();
    } catch (error) {
      onError(error);
      const times = (broken.get(importId)?.times ?? 0) + 1;
      broken.set(importId, { times, until: performance.now() + everyMillis * 2 ** (times - 1) });
      if (times >= TRIES) {
        const failure = `it broke off ${TRIES} times in a row; what was written stays, and the same files go on from there`;
        await endImport(writing.log.pool, account, importId, { state: 'failed', failure }, writing.clock()).then(
          () => broken.delete(importId),
          onError,
        );
      }
      running.delete(account);
      wake();
    }
  }

  const loop = async (): Promise<void> => {
    await sweepImportDirectories().catch(onError);
    while (!stopping.signal.aborted) {
      const pausing = pause(everyMillis, (resume) => (wake = resume), stopping.signal);
      await look().catch(onError);
      await pausing;
    }
    await Promise.all(running.values());
  };
  const ended = loop();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

interface Waiting {
  readonly account: string;
  readonly import_id: string;
}

/** Of each account the oldest, then of each the second, and so on. */
const findWaiting: Statement = {
  name: 'find_waiting_imports',
  text: `select account, import_id
           from (select account, import_id, created_at,
                        row_number() over (partition by account order by created_at, import_id) as nth
                   from imports where origin = 'upload' and state in ('waiting', 'running')) as w
          where nth <= $1 order by nth, created_at limit 1000`,
};

async function endForgotten({ follower, writing }: RunWaitingDependencies): Promise<void> {
  const { rows } = await query<Waiting>(
    follower,
    {
      name: 'find_forgotten_imports',
      text: `select account, import_id from imports
              where origin = 'upload' and state = 'uploading'
                and created_at < $1::timestamptz - make_interval(days => $2)
              limit 20`,
    },
    [writing.clock(), DAYS],
  );
  const failure = `it was not started within ${DAYS} days`;
  for (const { account, import_id: importId } of rows)
    await endImport(writing.log.pool, account, importId, { state: 'failed', failure }, writing.clock());
}

async function run(
  { writing, uploads }: RunWaitingDependencies,
  account: string,
  importId: string,
  signal: AbortSignal,
): Promise<ImportEnd> {
  const found = await findImport(writing.log.pool, account, importId);
  if (found === null) return 'run elsewhere';
  const bring: BringFiles = async (directory) => {
    const files = [];
    for (const [nth, uploaded] of found.files.entries()) {
      const { name } = uploaded;
      const path = join(directory, String(nth));
      const file = chunksOf(uploaded, nth);
      await pipeline(uploads.read({ account, importId, file }), createWriteStream(path, { mode: 0o600 }));
      files.push({ name, path });
    }
    return files;
  };
  const actor = { kind: 'staff', id: found.created_by } as const;
  return runImport(writing, { account, import: found, files: bring, actor, signal, queue: `uploads of ${account}` });
}

/** So long, or until it is told to go on, or the signal comes. */
function pause(millis: number, resumed: (resume: () => void) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(go, millis);
    function go(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', go);
      resolve();
    }
    resumed(go);
    signal.addEventListener('abort', go);
    if (signal.aborted) go();
  });
}
