import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { query } from '../database/pool.js';
import { importDirectory, sweepImportDirectories } from './import-directory.js';
import { chunksOf, endImport, findImport } from './import-rows.js';
import { runImport } from './run-import.js';
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

/** What broke off here, how often in a row, and until when it is left alone: twice as long each time. */
type Broken = Map<string, { readonly times: number; readonly until: number }>;

/**
 * Runs uploaded imports one after the other until told to stop. One that was broken off, with its process or because this
 * one stops, is still `running` and is gone on with by whoever looks next; the lock of `runImport` keeps two from doing so.
 */
export function startImports(dependencies: RunWaitingDependencies, everyMillis: number): { stop(): Promise<void> } {
  const { onError } = dependencies;
  const stopping = new AbortController();
  const broken: Broken = new Map();
  const loop = async (): Promise<void> => {
    await sweepImportDirectories().catch(onError);
    while (!stopping.signal.aborted) {
      await look(dependencies, broken, everyMillis, stopping.signal).catch(onError);
      // Told to stop, the pause ends by a rejection that says nothing else.
      await pause(everyMillis, null, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const ended = loop();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

async function look(
  dependencies: RunWaitingDependencies,
  broken: Broken,
  everyMillis: number,
  signal: AbortSignal,
): Promise<void> {
  const { follower, writing, onError } = dependencies;
  const { rows } = await query<{ account: string; import_id: string; forgotten: boolean }>(
    follower,
    {
      name: 'find_waiting_imports',
      text: `select account, import_id, state = 'uploading' as forgotten from imports
              where origin = 'upload'
                and (state in ('waiting', 'running')
                     or state = 'uploading' and created_at < $1::timestamptz - make_interval(days => $2))
              order by created_at limit 20`,
    },
    [writing.clock(), DAYS],
  );
  for (const { account, import_id: importId, forgotten } of rows) {
    if (signal.aborted) return;
    if (forgotten) {
      const failure = `it was not started within ${DAYS} days`;
      await endImport(writing.log.pool, account, importId, { state: 'failed', failure }, writing.clock());
      continue;
    }
    const { times, until } = broken.get(importId) ?? { times: 0, until: 0 };
    if (performance.now() < until) continue;
    try {
      await run(dependencies, account, importId, signal);
      broken.delete(importId);
    } catch (error) {
      onError(error);
      broken.set(importId, { times: times + 1, until: performance.now() + everyMillis * 2 ** times });
      if (times + 1 < TRIES) continue;
      const failure = `it broke off ${TRIES} times in a row; what was written stays, and the same files go on from there`;
      await endImport(writing.log.pool, account, importId, { state: 'failed', failure }, writing.clock());
      broken.delete(importId);
    }
  }
}

async function run(
  { writing, uploads }: RunWaitingDependencies,
  account: string,
  importId: string,
  signal: AbortSignal,
): Promise<void> {
  const found = await findImport(writing.log.pool, account, importId);
  if (found === null) return;
  const directory = await importDirectory();
  try {
    const files = [];
    for (const [nth, uploaded] of found.files.entries()) {
      const { name } = uploaded;
      const path = join(directory, String(nth));
      const file = chunksOf(uploaded, nth);
      await pipeline(uploads.read({ account, importId, file }), createWriteStream(path, { mode: 0o600 }));
      files.push({ name, path });
    }
    const actor = { kind: 'staff', id: found.created_by } as const;
    await runImport(writing, { account, import: found, files, actor, signal });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
