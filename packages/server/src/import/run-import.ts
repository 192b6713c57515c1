import { rm } from 'node:fs/promises';
import type { ActorRef } from '@docket/core/order/decision';
import { importDirectory } from './import-directory.js';
import type { ImportBatch } from './import-record.js';
import { advanceImport, alone, endImport, type Import, type ImportSum, startImport } from './import-rows.js';
import { MappingProblem } from './mapping.js';
import type { SourceFiles, StagingProgress } from './read-records.js';
import { startReader } from './reader.js';
import { statusAndMonth, writeOrders, type WriteOrdersDependencies, type WrittenRecords } from './write-orders.js';

export interface RunImport {
  readonly account: string;
  readonly import: Import;
  readonly files: Files | BringFiles;
  /** Of runs with one queue there is one at a time, in whichever process. */
  readonly queue?: string;
  readonly actor: ActorRef;
  readonly progress?: (progress: ImportProgress) => void;
  /** Ends it between two batches; it can be gone on with. */
  readonly signal?: AbortSignal;
  /** Records of a batch; 200 where absent. */
  readonly records?: number;
  /** Milliseconds that the mapping of a batch may take; a minute where absent. */
  readonly patience?: number;
}

type Files = SourceFiles['files'];
/** Brings them into the directory of the run, once it is known that nobody else runs the import. */
export type BringFiles = (directory: string) => Promise<Files>;

export interface ImportProgress {
  /** `reading`: rows are sorted; `writing`: orders are made of them. */
  readonly phase: 'reading' | 'writing';
  readonly bytes: number;
  readonly rows: number;
  /** Null while it is not known. */
  readonly allRows: number | null;
  readonly orders: number;
}

/** `run elsewhere`: another process runs it, or one of its queue, or it was cancelled or ended since it was found. */
export type ImportEnd = 'done' | 'failed' | 'cancelled' | 'stopped' | 'run elsewhere';

/** Orders in a unit: the commit function and two flushes of the disk take some 5 ms however few they are. */
const RECORDS = 200;
/** Batches in the making at once: one is decided while one is written and the position behind a third is noted. */
const AT_ONCE = 3;

/**
 * Carries an import out, from where an earlier run was broken off. Each batch is written, and then the position behind it:
 * a batch that was written and not noted is found there again, counted and not written twice.
 */
export async function runImport(dependencies: WriteOrdersDependencies, run: RunImport): Promise<ImportEnd> {
  const { pool } = dependencies.log;
  const { import_id: importId } = run.import;
  const names = run.queue === undefined ? [importId] : [importId, run.queue];
  const ended = await alone(pool, names, async () => {
    const directory = await importDirectory();
    try {
      const files = typeof run.files === 'function' ? await run.files(directory) : run.files;
      return await read(dependencies, { ...run, files }, directory);
    } catch (error) {
      if (!(error instanceof MappingProblem)) throw error;
      await endImport(pool, run.account, importId, { state: 'failed', failure: error.message }, dependencies.clock());
      return 'failed';
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
  return ended ?? 'run elsewhere';
}

async function read(
  dependencies: WriteOrdersDependencies,
  run: RunImport & { readonly files: Files },
  directory: string,
): Promise<ImportEnd> {
  const { pool } = dependencies.log;
  const { clock } = dependencies;
  const { account, signal, records = RECORDS, progress = () => undefined } = run;
  const { import_id: importId, mapping, position: after } = run.import;
  const staging = ({ bytes, rows }: StagingProgress): void => {
    progress({ phase: 'reading', bytes, rows, allRows: null, orders: run.import.orders });
  };
  const reader = await startReader({ mapping, files: run.files, directory, after }, staging, run.patience);
  try {
    const importing = { account, source: reader.source, actor: run.actor, reason: `import ${importId}` };
    const sums = createSums(run.import.sums);
    let { done_rows: rows, orders } = run.import;
    const wish = { stop: false };

    const note = async (batch: Pick<ImportBatch, 'after' | 'rows'>, written: WrittenRecords): Promise<void> => {
      sums.add(written);
      rows += batch.rows;
      orders += written.orders.length;
      const documents = written.orders.reduce(
        (sum, order) => sum + Object.keys(order.documents.return_invoice).length,
        0,
      );
      const advance = {
        position: batch.after,
        rows: batch.rows,
        orders: written.orders.length,
        present: written.present,
        documents,
        rejected: written.rejected,
        sums: sums.all(),
      };
      wish.stop = await advanceImport(pool, account, importId, advance, clock());
      progress({ phase: 'writing', bytes: 0, rows, allRows: reader.rows, orders });
    };

    if (!(await startImport(pool, account, run.import, reader, clock()))) return 'run elsewhere';
    // rows that belong to nothing were told by the first run
    if (after === null && reader.rejected.length > 0) {
      await note({ after: null, rows: reader.rejected.length }, { orders: [], present: 0, rejected: reader.rejected });
    }
    // the reader maps the next batch while this one is written
    const ahead = (): Promise<ImportBatch> => {
      const next = reader.next(records);
      next.catch(() => undefined);
      return next;
    };
    let coming = ahead();
    // what a run before this one wrote and could not note lies in the first batches
    let unsure = run.import.staged_rows > 0 ? AT_ONCE : 0;
    const underWay: { readonly batch: ImportBatch; readonly written: Promise<WrittenRecords> }[] = [];
    for (let done = false; !done || underWay.length > 0;) {
      if (!done && underWay.length < AT_ONCE && !wish.stop && signal?.aborted !== true) {
        const batch = await coming;
        done = batch.done;
        if (!done) coming = ahead();
        const written = writeOrders(dependencies, { ...importing, again: unsure > 0 }, batch.records);
        unsure -= 1;
        // its error is met when its turn comes
        written.catch(() => undefined);
        underWay.push({ batch, written });
        continue;
      }
      const first = underWay.shift();
      if (first === undefined) break;
      await note(first.batch, await first.written);
    }
    if (wish.stop) await endImport(pool, account, importId, { state: 'cancelled', failure: null }, clock());
    else if (signal?.aborted === true) return 'stopped';
    else await endImport(pool, account, importId, { state: 'done', failure: null }, clock());
    return wish.stop ? 'cancelled' : 'done';
  } finally {
    reader.close();
  }
}

/** Statuses times months: a few hundred at most. */
function createSums(before: readonly ImportSum[]): { add(written: WrittenRecords): void; all(): readonly ImportSum[] } {
  const sums = new Map<string, ImportSum>(before.map((sum) => [nameOf(sum), sum]));
  return {
    add({ orders }) {
      for (const order of orders) {
        const one = { ...statusAndMonth(order), orders: 1 };
        const sum = sums.get(nameOf(one)) ?? { ...one, orders: 0, total: 0 };
        sums.set(nameOf(one), { ...sum, orders: sum.orders + 1, total: sum.total + one.total });
      }
    },
    all: () => [...sums.values()],
  };
}

const nameOf = ({ status, month, currency }: Pick<ImportSum, 'status' | 'month' | 'currency'>): string =>
  `${currency} ${month} ${status}`;
