import type { Difference } from '@docket/core/order/refusals';

/** More than these nobody reads; the preview is made again. */
const MOST = 50;
/** Characters of JSON; a whole event of 5,000 lines is told by its size. */
const LONGEST = 1_000;

/** Where two JSON values differ, deepest first met, at most 50 places. */
export function differences(before: unknown, after: unknown): readonly Difference[] {
  const found: Difference[] = [];
  compare(before, after, '', found);
  return found;
}

function compare(before: unknown, after: unknown, pointer: string, found: Difference[]): void {
  if (found.length === MOST || before === after) return;
  if (!isHolder(before) || !isHolder(after) || Array.isArray(before) !== Array.isArray(after)) {
    found.push({
      pointer,
      ...(before === undefined ? {} : { before: shortened(before) }),
      ...(after === undefined ? {} : { after: shortened(after) }),
    });
    return;
  }
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const escaped = key.replaceAll('~', '~0').replaceAll('/', '~1');
    compare(own(before, key), own(after, key), `${pointer}/${escaped}`, found);
  }
}

const isHolder = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const own = (holder: Record<string, unknown>, key: string): unknown =>
  Object.hasOwn(holder, key) ? holder[key] : undefined;

function shortened(value: unknown): unknown {
  const length = JSON.stringify(value).length;
  return length > LONGEST ? `${length} characters of JSON` : value;
}
