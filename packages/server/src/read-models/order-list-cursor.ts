import { createHash } from 'node:crypto';
import { isDescending, type ListProblem, type OrderListQuery, UNSTORABLE } from './order-list-query.js';

/** Where a page ends: the sort value of its last row, as the database writes it, and the order. */
export interface Position {
  readonly value: string;
  readonly orderId: string;
}

/** An opaque text for "go on after this row", good only for the same filters and the same sort. */
export function encodeCursor(query: OrderListQuery, { value, orderId }: Position): string {
  return Buffer.from(JSON.stringify([fingerprint(query), value, orderId])).toString('base64url');
}

/** The position in a cursor; null without one. A made-up cursor reaches nothing but another place in the same list. */
export function decodeCursor(query: OrderListQuery): Position | null | ListProblem {
  if (query.cursor === undefined) return null;
  const parts = parsed(query.cursor);
  if (parts === null) return { problem: 'cursor_invalid', field: 'cursor' };
  const [print, value, orderId] = parts;
  if (print !== fingerprint(query)) return { problem: 'cursor_of_other_query', field: 'cursor' };
  const fits = query.sort === 'total' ? /^-?\d{1,16}$/.test(value) : isTimestamp(value);
  if (!fits || UNSTORABLE.test(orderId)) return { problem: 'cursor_invalid', field: 'cursor' };
  return { value, orderId };
}

/** `2026-03-02 10:29:11.1+00`, as PostgreSQL writes it in UTC, and a day that exists. */
function isTimestamp(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/.test(text)) return false;
  const at = new Date(text.replace(' ', 'T').replace('+00', 'Z'));
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text.slice(0, 10));
}

function parsed(cursor: string): [string, string, string] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== 3) return null;
    const [print, value, orderId] = parts as unknown[];
    if (typeof print !== 'string' || typeof value !== 'string' || typeof orderId !== 'string') return null;
    return [print, value, orderId];
  } catch {
    return null;
  }
}

const PAGING = new Set(['limit', 'cursor', 'offset', 'lateAt', 'sort', 'descending']);

/** Hash of everything that decides which rows come in which order. `lateAt` moves with the clock from page to page. */
function fingerprint(query: OrderListQuery): string {
  const filters = Object.entries(query).filter(([field, value]) => value !== undefined && !PAGING.has(field));
  const sort = ['sort', query.sort ?? 'created', isDescending(query), query.lateAt !== undefined];
  const text = JSON.stringify([...filters.sort(([a], [b]) => (a < b ? -1 : 1)), sort]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}
