import { jsonataAtOnce } from './jsonata-at-once.js';
import { MAPPING_FUNCTIONS } from './mapping-functions.js';
import type { RowFormat, SourceRow } from './source-rows.js';

/** What a mapping says of its files before any is read. */
export interface MappingSettings {
  /** The name under which the external ids of its orders stand. */
  readonly source: string;
  readonly files: Readonly<Record<string, MappedFile>>;
}

export interface MappedFile {
  /** What its file is called; `*` stands for any characters. Any name where absent. */
  readonly name: string;
  readonly format: RowFormat | null;
  readonly delimiter: string;
  /** The columns that name what a row belongs to; of several the first that is not empty. */
  readonly key: readonly string[];
  /** The column that names the record inside of what shares a key; the key itself where null. */
  readonly record: string | null;
  /** True: small, kept in memory, and asked by `$find`. */
  readonly lookup: boolean;
}

/** What a mapping makes of one record. */
interface MappedRecord {
  /** An order as `import_order` takes it, unchecked. */
  readonly order?: unknown;
  /** Goods that came back to orders of the same key. */
  readonly return?: unknown;
  /** Why the record is neither. */
  readonly reject?: unknown;
  /** Of a rejected record: what of the source's sum it is. */
  readonly value?: unknown;
  /** Rows of an order that are no part of it, and why. */
  readonly rejectRows?: unknown;
}

export interface Mapping extends MappingSettings {
  /** The record as `{ key, record, <file>: rows }`. @throws what the expression throws. */
  map(record: object): Promise<MappedRecord>;
}

/** A mapping that cannot be used, told in a sentence. */
export class MappingProblem extends Error {}

type Find = (file: string, key: string) => SourceRow | undefined;

/**
 * Compiles a mapping: one JSONata expression whose value is `{ source, files, order }`, where `order` is the function that
 * is called with each record. Only ever in a process of its own: an expression may loop for ever or eat memory.
 * @throws MappingProblem
 */
export async function compileMapping(text: string, find: Find = () => undefined): Promise<Mapping> {
  const bindings = { ...MAPPING_FUNCTIONS, find };
  const head = await evaluated(text, bindings);
  if (!isObject(head)) throw new MappingProblem('a mapping is an object of source, files and order');
  const order = head['order'];
  if (!isObject(order) || order['_jsonata_lambda'] !== true) throw new MappingProblem('order is no function');
  const call = jsonataAtOnce('$order($)');
  return {
    ...settingsOf(head),
    map: async (record) => {
      const mapped: unknown = await call.evaluate(record, { order });
      if (!isObject(mapped)) throw new Error('the mapping made nothing of it');
      return mapped;
    },
  };
}

async function evaluated(text: string, bindings: object): Promise<unknown> {
  try {
    return await jsonataAtOnce(text).evaluate(undefined, bindings as Record<string, unknown>);
  } catch (error) {
    const { message = 'it is no JSONata', position } = error as { message?: string; position?: number };
    const line = position === undefined ? '' : ` in line ${text.slice(0, position).split('\n').length}`;
    throw new MappingProblem(`the mapping cannot be read${line}: ${message}`);
  }
}

const KNOWN = ['name', 'format', 'delimiter', 'key', 'record', 'lookup'];

function settingsOf(head: Record<string, unknown>): MappingSettings {
  const { source, files } = head;
  if (typeof source !== 'string' || !/^[a-z0-9][a-z0-9_.-]{0,39}$/.test(source)) {
    throw new MappingProblem('source must be a name of small letters, digits, dots and dashes');
  }
  if (!isObject(files) || Object.keys(files).length === 0) throw new MappingProblem('files names no file');
  const mapped = Object.entries(files).map(([name, file]): [string, MappedFile] => [name, fileOf(name, file)]);
  if (mapped.every(([, { lookup }]) => lookup)) throw new MappingProblem('files names nothing but lookups');
  return { source, files: Object.fromEntries(mapped) };
}

function fileOf(name: string, file: unknown): MappedFile {
  if (!isObject(file)) throw new MappingProblem(`files.${name} is no object`);
  const unknown = Object.keys(file).find((field) => !KNOWN.includes(field));
  if (unknown !== undefined) throw new MappingProblem(`files.${name}.${unknown} does not exist`);
  const { format, delimiter = ',', record, lookup } = file;
  const key = [file['key']].flat();
  if (key.length === 0 || !key.every((column) => typeof column === 'string')) {
    throw new MappingProblem(`files.${name}.key must name a column, or several`);
  }
  if (format !== undefined && format !== 'csv' && format !== 'json' && format !== 'jsonl') {
    throw new MappingProblem(`files.${name}.format must be csv, json or jsonl`);
  }
  if (typeof delimiter !== 'string' || delimiter.length !== 1) {
    throw new MappingProblem(`files.${name}.delimiter must be one character`);
  }
  return {
    name: typeof file['name'] === 'string' ? file['name'] : '*',
    format: format ?? null,
    delimiter,
    key,
    record: typeof record === 'string' ? record : null,
    lookup: lookup === true,
  };
}

/** Which of the mapping's files a file is; the first whose pattern fits. */
export function roleOf({ files }: MappingSettings, fileName: string): string | undefined {
  return Object.entries(files).find(([, { name }]) => fits(name, fileName))?.[0];
}

function fits(pattern: string, fileName: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[\\^$.|?+()[\]{}]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 'i').test(fileName);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
