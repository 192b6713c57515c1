import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { jsonTexts, type NumberedText } from './json-texts.js';

/** What one row of a source is: its fields by name, empty ones left out. */
export type SourceRow = Readonly<Record<string, unknown>>;

export interface NumberedRow {
  /** Where it begins in its file, from 1. */
  readonly line: number;
  readonly row: SourceRow;
}

/** A row that could not be read, and why. */
export interface UnreadableRow {
  readonly line: number;
  readonly unreadable: string;
}

export type RowFormat = 'csv' | 'json' | 'jsonl';

export interface RowFile {
  readonly path: string;
  readonly format: RowFormat;
  /** Of CSV. */
  readonly delimiter: string;
}

/** The format that a file name tells, without a `.gz` at its end; null where it tells none. */
export function formatOf(name: string): RowFormat | null {
  const ending = /\.(csv|tsv|json|jsonl|ndjson)(\.gz)?$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined) return null;
  return ending === 'tsv' ? 'csv' : ending === 'ndjson' ? 'jsonl' : (ending as RowFormat);
}

/** Rows of a file, one after the other. @throws where the file as a whole is not of its format. */
export function rowsOf(file: RowFile, stream: Readable): AsyncIterable<NumberedRow | UnreadableRow> {
  return file.format === 'csv' ? csvRows(stream, file.delimiter) : jsonRows(jsonTexts(stream, file.format));
}

/** The bytes of a file, unpacked where they are gzip, whatever its name says. */
export async function unpacked(path: string, counted: (bytes: number) => void): Promise<Readable> {
  const handle = await open(path);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
  await handle.close();
  const raw = createReadStream(path);
  raw.on('data', (chunk) => {
    counted(chunk.length);
  });
  if (bytesRead < 2 || buffer.readUInt16BE(0) !== GZIP) return raw;
  const plain = createGunzip();
  raw.on('error', (error) => plain.destroy(error));
  return raw.pipe(plain);
}

const GZIP = 0x1f8b;

/** One record may not be larger: a quote that is never closed would read the whole file into memory. */
const MAX_RECORD_BYTES = 4 * 1024 * 1024;

async function* csvRows(stream: Readable, delimiter: string): AsyncGenerator<NumberedRow | UnreadableRow> {
  const skipped: UnreadableRow[] = [];
  let line = 1;
  /** Where the records that the parser has ready begin. */
  const begun: number[] = [];
  const parser = parse({
    bom: true,
    delimiter,
    max_record_size: MAX_RECORD_BYTES,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error): undefined => {
      skipped.push({ line, unreadable: error?.message ?? 'it is no record' });
      return undefined;
    },
    on_record: (cells, { lines }) => {
      begun.push(line);
      line = lines + 1;
      return cells;
    },
  });
  stream.on('error', (error) => parser.destroy(error));
  let header: readonly string[] | undefined;
  for await (const cells of stream.pipe(parser) as AsyncIterable<string[]>) {
    const begins = begun.shift() ?? 0;
    yield* skipped.splice(0);
    if (header === undefined) {
      header = cells.map((cell) => cell.trim());
      continue;
    }
    yield { line: begins, row: rowOf(header, cells) };
  }
  yield* skipped;
}

function rowOf(header: readonly string[], cells: readonly string[]): SourceRow {
  const row: Record<string, string> = {};
  for (const [index, name] of header.entries()) {
    const cell = cells[index];
    if (cell !== undefined && cell !== '' && name !== '__proto__') row[name] = cell;
  }
  return row;
}

async function* jsonRows(texts: AsyncIterable<NumberedText>): AsyncGenerator<NumberedRow | UnreadableRow> {
  for await (const { line, text } of texts) {
    const row = parsed(text);
    yield row === null ? { line, unreadable: 'it is no JSON object' } : { line, row };
  }
}

function parsed(text: string): SourceRow | null {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as SourceRow) : null;
  } catch {
    return null;
  }
}
