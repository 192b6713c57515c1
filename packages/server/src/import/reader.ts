import { fileURLToPath } from 'node:url';
import { startAsked } from '../asked-process.js';
import type { ImportBatch, Rejection } from './import-record.js';
import { MappingProblem } from './mapping.js';
import type { SourceFiles, StagingProgress } from './read-records.js';

export type ToReader =
  { readonly ask: 'open'; readonly files: SourceFiles } | { readonly ask: 'next'; readonly records: number };

export type FromReader =
  | ({ readonly say: 'staging' } & StagingProgress)
  | { readonly say: 'open'; readonly rows: number; readonly rejected: readonly Rejection[]; readonly source: string }
  /** JSON of an `ImportBatch`: half the time of a clone of the objects. */
  | { readonly say: 'batch'; readonly text: string }
  | { readonly say: 'failed'; readonly usual: boolean; readonly message: string };

/** A reader in a process of its own. */
export interface Reader {
  readonly rows: number;
  readonly rejected: readonly Rejection[];
  readonly source: string;
  next(records: number): Promise<ImportBatch>;
  close(): void;
}

/** The same file seen from `src` and from `dist`. */
const PROGRAM = fileURLToPath(new URL('../../bin/read-records.mjs', import.meta.url));

/** The sort holds some 100 MB, lookups and the largest group as much again. */
const HEAP_MEGABYTES = 1024;
/** A reader that says nothing for so long hangs in an expression: sorting tells of itself, a batch takes milliseconds. */
const PATIENCE = 60_000;
const TOO_MUCH = 'the process that reads the files ended: the mapping, or one record, takes more memory than it may';

/**
 * Opens files and mapping in a child process.
 * @throws MappingProblem where the mapping does not fit the files, or hangs, or eats more memory than it may.
 */
export async function startReader(
  files: SourceFiles,
  progress: (staged: StagingProgress) => void,
  patience = PATIENCE,
): Promise<Reader> {
  let isClosed = false;
  const child = startAsked<ToReader, FromReader>({
    program: PROGRAM,
    // rows and what expressions make of them live for a moment: with room for new objects half of the sweeping goes
    nodeFlags: [`--max-old-space-size=${HEAP_MEGABYTES}`, '--max-semi-space-size=32'],
    isNews: (message) => {
      if (message.say === 'staging') progress(message);
      return message.say === 'staging';
    },
  });
  const ask = async (question: ToReader): Promise<Exclude<FromReader, { say: 'failed' }>> => {
    const answer = await child.ask(question, patience);
    if (answer === 'late')
      throw new MappingProblem(`the mapping took over ${patience} ms for one batch of records and was ended`);
    if (answer === 'gone') throw new MappingProblem(isClosed ? 'it was closed' : TOO_MUCH);
    if (answer.say !== 'failed') return answer;
    throw answer.usual ? new MappingProblem(answer.message) : new Error(answer.message);
  };
  const close = (): void => {
    isClosed = true;
    child.end();
  };

  try {
    const opened = await ask({ ask: 'open', files });
    if (opened.say !== 'open') throw new Error(`the reader said ${opened.say}`);
    const { rows, rejected, source } = opened;
    return {
      rows,
      rejected,
      source,
      close,
      async next(records) {
        const answer = await ask({ ask: 'next', records });
        if (answer.say !== 'batch') throw new Error(`the reader said ${answer.say}`);
        return JSON.parse(answer.text) as ImportBatch;
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}
