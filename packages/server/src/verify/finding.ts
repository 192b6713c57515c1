/** The first thing that is wrong in one place, in words that say where to look. */
export interface Finding {
  readonly account: string;
  /** `order 1480000500001-01, event 3`, `stock MUG at main`, … */
  readonly where: string;
  /** What was recomputed: `hash chain`, `state`, `totals`, `ledger`, `order list`, … */
  readonly check: string;
  readonly found: string;
  readonly expected: string;
}

/** Where two JSON values first differ, as a path and both values in short. Null: nowhere. */
export function firstDifference(
  expected: unknown,
  found: unknown,
  path = '',
): { path: string; expected: string; found: string } | null {
  if (Object.is(expected, found)) return null;
  if (isObject(expected) && isObject(found)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
      const difference = firstDifference(expected[key], found[key], `${path}/${key}`);
      if (difference !== null) return difference;
    }
    return null;
  }
  return { path: path === '' ? '/' : path, expected: short(expected), found: short(found) };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Personal data may stand in what differs, so texts are not shown. */
function short(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return `a text of ${value.length} characters`;
  if (isObject(value)) return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
  return JSON.stringify(value);
}
