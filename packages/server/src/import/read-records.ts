import { basename } from 'node:path';
import type { ImportOrder } from '@docket/core/order/placing-commands';
import type { ImportBatch, ImportRecord, Rejection } from './import-record.js';
import { checkOrder, checkRejectedRows, checkReturn, plain } from './imported-order-schema.js';
import { compileMapping, type MappedFile, type Mapping, MappingProblem, roleOf } from './mapping.js';
import { MappingFault } from './mapping-functions.js';
import { type LooseReturn, matchReturns, type ReturnOf, type Sale } from './matched-returns.js';
import { createRowSorter, type RowGroup, type StagedRow } from './sorted-rows.js';
import { formatOf, rowsOf, type SourceRow, unpacked } from './source-rows.js';

export interface SourceFiles {
  readonly mapping: string;
  /** `name`: what the file is called, where its path is of our making. */
  readonly files: readonly { readonly path: string; readonly name: string }[];
  /** Of this import alone; sorted rows lie in it while they are read. */
  readonly directory: string;
  /** Go on behind this key. */
  readonly after: string | null;
}

export interface StagingProgress {
  readonly bytes: number;
  readonly rows: number;
}

export interface RecordReader {
  /** Rows to be dealt with: all but those of lookups. */
  readonly rows: number;
  /** Rows that belong to no record; told once. */
  readonly rejected: readonly Rejection[];
  readonly source: string;
  /** Whole groups that come to `records` records or more. */
  next(records: number): Promise<ImportBatch>;
}

/** Rows that lookups may hold together: some 200 MB. */
const MOST_LOOKUP_ROWS = 500_000;
/** Unreadable rows that are told one by one. */
const MOST_UNREADABLE = 10_000;

/**
 * Reads the files of a history whole, sorts their rows by key and gives them as mapped records, key by key.
 * Memory is bounded by the sort, the lookups and the largest group.
 * @throws MappingProblem where mapping and files do not fit each other.
 */
export async function openRecords(
  { mapping: text, files, directory, after }: SourceFiles,
  progress: (staged: StagingProgress) => void = () => undefined,
): Promise<RecordReader> {
  const lookups = new Map<string, Map<string, SourceRow>>();
  const mapping = await compileMapping(text, (file, key) => lookups.get(file)?.get(key));
  const sorter = createRowSorter(directory);
  const rejected: Rejection[] = [];
  const staged = { bytes: 0, rows: 0 };
  let looked = 0;
  const missing = new Set(Object.keys(mapping.files));
  for (const { path, name } of files) {
    const role = roleOf(mapping, name);
    const mapped = role === undefined ? undefined : mapping.files[role];
    if (role === undefined || mapped === undefined)
      throw new MappingProblem(`no file of the mapping is called ${name}`);
    missing.delete(role);
    await stage({ role, mapped, path, name });
  }
  if (missing.size > 0) throw new MappingProblem(`the mapping also wants ${[...missing].join(', ')}`);
  progress(staged);

  async function stage(file: { role: string; mapped: MappedFile; path: string; name: string }): Promise<void> {
    const { role, mapped, path, name } = file;
    const format = mapped.format ?? formatOf(name);
    if (format === null) throw new MappingProblem(`the name ${name} tells no format: say it in the mapping`);
    const stream = await unpacked(path, (bytes) => (staged.bytes += bytes));
    for await (const read of rowsOf({ path, format, delimiter: mapped.delimiter }, stream)) {
      staged.rows += 1;
      if (staged.rows % 5_000 === 0) progress(staged);
      if ('unreadable' in read) reject(name, read.line, '', read.unreadable);
      else {
        const key = keyOf(read.row, mapped.key);
        if (key === null) reject(name, read.line, '', `it has no ${mapped.key.join(' or ')}`);
        else if (mapped.lookup) look(role, key, read.row);
        else await sorter.add({ key, file: role, from: basename(name), line: read.line, row: read.row });
      }
    }
  }

  function reject(file: string, line: number, record: string, reason: string): void {
    if (rejected.length < MOST_UNREADABLE) rejected.push({ file, line, record, reason, value: null });
  }

  function look(role: string, key: string, row: SourceRow): void {
    const rows = lookups.get(role) ?? new Map<string, SourceRow>();
    lookups.set(role, rows);
    rows.set(key, row);
    looked += 1;
    if ([...lookups.values()].reduce((sum, { size }) => sum + size, 0) > MOST_LOOKUP_ROWS) {
      throw new MappingProblem(`lookups may hold ${MOST_LOOKUP_ROWS} rows: join ${role} by its key instead`);
    }
  }

  const groups = sorter.groups(after);
  let last = after;
  return {
    rows: staged.rows - looked,
    rejected,
    source: mapping.source,
    async next(wanted) {
      const records: ImportRecord[] = [];
      let rows = 0;
      while (records.length < wanted) {
        const group = await groups.next();
        if (group.done === true) return { records, after: last, rows, done: true };
        records.push(...(await mappedGroup(mapping, group.value)));
        rows += group.value.rows.length + group.value.leftOut;
        last = group.value.key;
      }
      return { records, after: last, rows, done: false };
    },
  };
}

function keyOf(row: SourceRow, columns: readonly string[]): string | null {
  for (const column of columns) {
    const value = row[column];
    if ((typeof value === 'string' || typeof value === 'number') && value !== '') return String(value);
  }
  return null;
}

/** The records of one key: each is mapped by itself, then returns find their orders among them. */
async function mappedGroup(mapping: Mapping, group: RowGroup): Promise<ImportRecord[]> {
  const sales: (Sale & { readonly rows: readonly StagedRow[]; readonly record: string })[] = [];
  const returns: ReturnOf[] = [];
  const records: ImportRecord[] = [];
  for (const [record, rows] of recordsOf(mapping, group)) {
    const mapped = await mappedRecord(mapping, group.key, record, rows);
    const { rejected } = mapped;
    if (mapped.order !== null) sales.push({ order: mapped.order, behind: [], rows, record });
    if (mapped.return !== null) returns.push({ record, file: rows[0]?.from ?? '', loose: mapped.return });
    if (mapped.order === null) records.push({ record, rows: rows.length, order: null, behind: [], rejected });
    else records.push({ record, rows: 0, order: null, behind: [], rejected });
  }
  const unmatched = matchReturns(sales, returns);
  if (group.leftOut > 0) {
    const reason = `${group.leftOut} rows more share the key ${group.key}`;
    unmatched.push({ file: group.rows[0]?.from ?? '', line: 0, record: group.key, reason, value: null });
  }
  return [
    ...sales.map(({ order, behind, rows, record }) => {
      const own = rejectionsOf(record, rows, '', order.total ?? null);
      return { record, rows: rows.length, order, behind: [...own, ...behind], rejected: [] };
    }),
    ...records.filter(({ rows, rejected }) => rows > 0 || rejected.length > 0),
    ...(unmatched.length === 0 ? [] : [{ record: group.key, rows: 0, order: null, behind: [], rejected: unmatched }]),
  ];
}

/** Rows by the record that they name; those of files that name none go to every record of the key. */
function recordsOf(mapping: Mapping, { key, rows }: RowGroup): ReadonlyMap<string, readonly StagedRow[]> {
  const records = new Map<string, StagedRow[]>();
  for (const row of rows) {
    const column = mapping.files[row.file]?.record ?? null;
    const named = (column === null ? null : keyOf(row.row, [column])) ?? key;
    const same = records.get(named);
    if (same === undefined) records.set(named, [row]);
    else same.push(row);
  }
  return records;
}

interface Mapped {
  readonly order: ImportOrder | null;
  readonly return: LooseReturn | null;
  readonly rejected: readonly Rejection[];
}

async function mappedRecord(
  mapping: Mapping,
  key: string,
  record: string,
  rows: readonly StagedRow[],
): Promise<Mapped> {
  const rejectAll = (reason: string, value: number | null = null): Mapped => ({
    order: null,
    return: null,
    rejected: rejectionsOf(record, rows, reason, value),
  });
  let mapped;
  try {
    mapped = await mapping.map(inputOf(key, record, rows));
  } catch (error) {
    return rejectAll(`the mapping failed: ${faultOf(error)}`);
  }
  if (typeof mapped.reject === 'string') return rejectAll(mapped.reject, whole(mapped.value));
  const rejected: Rejection[] = [];
  if (mapped.rejectRows !== undefined) {
    const listed = [plain(mapped.rejectRows)].flat();
    const problem = checkRejectedRows(listed);
    if (problem !== null) return rejectAll(`rejectRows: ${problem}`);
    for (const { line, reason, value } of listed as { line: number; reason: string; value?: number }[]) {
      rejected.push({ file: rows[0]?.from ?? '', line, record, reason, value: value ?? null });
    }
  }
  if (mapped.return !== undefined) {
    const loose = plain(mapped.return);
    const problem = checkReturn(loose);
    return problem === null ? { order: null, return: loose as LooseReturn, rejected } : rejectAll(`return: ${problem}`);
  }
  if (mapped.order === undefined) {
    return rejected.length > 0 ? { order: null, return: null, rejected } : rejectAll('the mapping made nothing of it');
  }
  const order = plain(mapped.order);
  const problem = checkOrder(order);
  if (problem !== null) return rejectAll(problem, totalIn(order));
  const content = order as Omit<ImportOrder, 'type'>;
  return {
    order: {
      ...content,
      type: 'import_order',
      externalIds: { ...content.externalIds, [mapping.source]: record },
    },
    return: null,
    rejected,
  };
}

const totalIn = (order: unknown): number | null => whole((order as { total?: unknown } | null)?.total);

const whole = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : null;

/** Every row of a record; the value stands at the first, so that sums add up. */
const rejectionsOf = (
  record: string,
  rows: readonly StagedRow[],
  reason: string,
  value: number | null,
): readonly Rejection[] =>
  rows.map(({ from, line }, index) => ({ file: from, line, record, reason, value: index === 0 ? value : null }));

/** What the mapping sees: the rows of each file under its name, each with the line it begins in. */
function inputOf(key: string, record: string, rows: readonly StagedRow[]): object {
  const input: Record<string, unknown[]> = {};
  for (const { file, line, row } of rows) (input[file] ??= []).push({ ...row, _line: line });
  return { ...input, key, record };
}

/**
 * What JSONata failed at, without the values it failed with: reasons are shown to who may not see personal data.
 * `position` counts characters of the mapping, `token` is the function or operator there.
 */
function faultOf(error: unknown): string {
  const { code, position, token } = (error ?? {}) as { code?: unknown; position?: unknown; token?: unknown };
  if (error instanceof MappingFault) return error.message;
  const words = [
    typeof code === 'string' ? `JSONata says ${code}` : 'it throws',
    ...(typeof token === 'string' && /^[\w$.&|*/+<>=!~%?:^-]{1,40}$/.test(token) ? [`in ${token}`] : []),
    ...(typeof position === 'number' ? [`at character ${position}`] : []),
  ];
  return words.join(' ');
}
