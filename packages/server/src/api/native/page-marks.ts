import { RequestProblem } from '../problem.js';

/** A page of a plain table in the order of its key. */
export interface KeyedPage<Row> {
  readonly items: readonly Row[];
  /** The `after` of the next page; null at the end. */
  readonly next: string | null;
}

/** The page of `limit` rows out of one row more, with an opaque mark of the last one. */
export function paged<Row extends object>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly string[],
): KeyedPage<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next =
    rows.length > limit && last !== undefined ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null;
  return { items, next };
}

/** The key after which a page begins; empty for the first page. Refusal: cursor_invalid. */
export function marks(after: string | null, parts: number): readonly string[] {
  if (after === null) return [];
  const key = parsed(after);
  if (key?.length === parts && key.every((part) => typeof part === 'string' && !part.includes('\0')))
    return key as string[];
  throw new RequestProblem('cursor_invalid', { in: 'query', pointer: '/after' });
}

/** The id before which a page begins, in lists of the newest first; null for the first page. Refusal: cursor_invalid. */
export function idMark(after: string | null): number | null {
  const [mark] = marks(after, 1);
  if (mark === undefined) return null;
  if (/^[1-9]\d{0,14}$/.test(mark)) return Number(mark);
  throw new RequestProblem('cursor_invalid', { in: 'query', pointer: '/after' });
}

function parsed(after: string): readonly unknown[] | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(after, 'base64url').toString());
    return Array.isArray(key) ? (key as unknown[]) : null;
  } catch {
    return null;
  }
}
