import type { ImportBatch } from './import-record.js';
import { MappingProblem } from './mapping.js';
import { openRecords, type RecordReader } from './read-records.js';
import type { FromReader, ToReader } from './reader.js';

/**
 * What runs in the process of a reader. Mappings are expressions of users: one that loops or eats memory ends this process
 * and no other.
 */
export function serveRecords(): void {
  let reader: RecordReader | undefined;
  let ahead: Promise<ImportBatch> | undefined;
  const say = (message: FromReader): void => {
    process.send?.(message);
  };
  /** Resolves when it has gone: mapping keeps the process from sending what does not fit into the pipe at once. */
  const said = (message: FromReader): Promise<void> =>
    new Promise((resolve) => {
      process.send?.(message, undefined, undefined, () => {
        resolve();
      });
    });
  const answer = async (message: ToReader): Promise<void> => {
    if (message.ask === 'open') {
      let told = 0;
      reader = await openRecords(message.files, ({ bytes, rows }) => {
        if (performance.now() - told < TELLS_EVERY) return;
        told = performance.now();
        say({ say: 'staging', bytes, rows });
      });
      say({ say: 'open', rows: reader.rows, rejected: reader.rejected, source: reader.source });
    } else {
      if (reader === undefined) throw new Error('nothing was opened');
      const batch = await (ahead ?? reader.next(message.records));
      ahead = undefined;
      await said({ say: 'batch', text: JSON.stringify(batch) });
      if (batch.done) return;
      // the one after is mapped while its parent is busy with this one
      ahead = reader.next(message.records);
      ahead.catch(() => undefined);
    }
  };
  process.on('message', (message: ToReader) => {
    answer(message).catch((error: unknown) => {
      say({ say: 'failed', usual: error instanceof MappingProblem, message: (error as Error).message });
    });
  });
  // a terminal stops all processes of a command at once: this one is ended by its parent, which has a batch to finish
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  // its parent is gone: nobody reads what it would say
  process.on('disconnect', () => process.exit());
}

/** Milliseconds. */
const TELLS_EVERY = 300;
