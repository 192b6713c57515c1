import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceRow } from './source-rows.js';

/** A row on its way to the record that it belongs to. */
export interface StagedRow {
  readonly key: string;
  /** The name that the mapping gives its file. */
  readonly file: string;
  /** The file itself, as it was named. */
  readonly from: string;
  readonly line: number;
  readonly row: SourceRow;
}

/** Rows that share a key, in the order in which they were read. */
export interface RowGroup {
  readonly key: string;
  readonly rows: readonly StagedRow[];
  /** How many were left out because the group is too large. */
  readonly leftOut: number;
}

export interface RowSorter {
  add(row: StagedRow): Promise<void>;
  /** The groups by rising key, those after `after` alone. May be read once; the temporary files go with it. */
  groups(after: string | null): AsyncGenerator<RowGroup>;
}

interface Entry {
  readonly key: string;
  readonly text: string;
}

/** Characters of rows that are sorted in memory at once: some 64 MB. */
const RUN_LENGTH = 24 * 1024 * 1024;
/** Rows of one key: more are no order, and would not fit into memory. */
const MOST_ROWS_OF_A_KEY = 50_000;

/**
 * An external sort: what does not fit into memory goes to sorted files of `directory`, which are merged when they are
 * read. Equal keys keep the order in which they came, because runs are merged in the order of their making.
 */
export function createRowSorter(directory: string, runLength = RUN_LENGTH): RowSorter {
  let entries: Entry[] = [];
  let length = 0;
  const runs: string[] = [];

  async function spill(): Promise<void> {
    const path = join(directory, `run-${runs.length}`);
    await writeRun(path, entries.sort(byKey));
    runs.push(path);
    entries = [];
    length = 0;
  }

  return {
    async add({ key, file, from, line, row }) {
      const text = JSON.stringify([key, file, from, line, row]);
      entries.push({ key, text });
      length += text.length;
      if (length >= runLength) await spill();
    },
    async *groups(after) {
      const inMemory = entries.sort(byKey);
      entries = [];
      let key: string | null = null;
      let rows: StagedRow[] = [];
      let leftOut = 0;
      for await (const entry of merged([...runs.map(readRun), inMemory])) {
        if (after !== null && entry.key <= after) continue;
        if (entry.key !== key) {
          if (key !== null) yield { key, rows, leftOut };
          key = entry.key;
          rows = [];
          leftOut = 0;
        }
        if (rows.length < MOST_ROWS_OF_A_KEY) rows.push(rowOf(entry.text));
        else leftOut += 1;
      }
      if (key !== null) yield { key, rows, leftOut };
      for (const run of runs) await rm(run, { force: true });
    },
  };
}

const byKey = (a: Entry, b: Entry): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

function rowOf(text: string): StagedRow {
  const [key, file, from, line, row] = JSON.parse(text) as [string, string, string, number, SourceRow];
  return { key, file, from, line, row };
}

/** Written in pieces of a megabyte; JSON holds no line feed, so each entry is a line. */
async function writeRun(path: string, entries: readonly Entry[]): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    let piece: string[] = [];
    let length = 0;
    for (const { text } of entries) {
      piece.push(text);
      length += text.length;
      if (length < 1024 * 1024) continue;
      await handle.write(`${piece.join('\n')}\n`);
      piece = [];
      length = 0;
    }
    if (piece.length > 0) await handle.write(`${piece.join('\n')}\n`);
  } finally {
    await handle.close();
  }
}

async function* readRun(path: string): AsyncGenerator<Entry> {
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) yield { key: keyOf(text), text };
  }
}

/** The key alone: a row is parsed when its group is wanted. */
function keyOf(text: string): string {
  let end = 2;
  while (text.charAt(end) !== '"') end += text.charAt(end) === '\\' ? 2 : 1;
  return JSON.parse(text.slice(1, end + 1)) as string;
}

/** The smallest key of all sources next; of equal ones the earliest source. There are a few runs, so all are looked at. */
async function* merged(
  sources: readonly (AsyncIterable<Entry> | Iterable<Entry>)[],
): AsyncGenerator<Entry, void, undefined> {
  if (sources.length === 1) {
    yield* sources[0] ?? [];
    return;
  }
  const readers = sources.map((source) =>
    Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator](),
  );
  const heads = await Promise.all(readers.map(async (reader) => await reader.next()));
  for (;;) {
    let least = -1;
    let leastKey = '';
    for (const [index, head] of heads.entries()) {
      if (head.done === true) continue;
      if (least < 0 || head.value.key < leastKey) {
        least = index;
        leastKey = head.value.key;
      }
    }
    const head = heads[least];
    const reader = readers[least];
    if (head === undefined || reader === undefined || head.done === true) return;
    yield head.value;
    heads[least] = await reader.next();
  }
}
