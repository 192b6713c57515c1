import type { EditedLine } from './edit.js';
import type { Line } from './order.js';
import type { LineMoney } from './totals.js';

/** Whether two values are the same JSON. What is the very same object, as nearly everything is that no edit names, is not written. */
export const same = (one: unknown, other: unknown): boolean =>
  one === other || (isObject(one) && isObject(other) && JSON.stringify(one) === JSON.stringify(other));

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** What papers and parcels count of a line, and its money: they are no terms of it. */
const NO_TERMS: ReadonlySet<string> = new Set(['invoiced', 'shipped', 'returned', 'cancelled', 'money']);

/** Whether a line is what it was but for its money and what is counted of it. */
export function sameTerms(line: EditedLine, before: Line | undefined): boolean {
  if (before === undefined || line === before) return line === before;
  const fieldsOf = (each: EditedLine): [string, unknown][] =>
    Object.entries(each).filter(([field]) => !NO_TERMS.has(field));
  const was = new Map(fieldsOf(before));
  const fields = fieldsOf(line);
  return fields.length === was.size && fields.every(([field, value]) => was.has(field) && same(value, was.get(field)));
}

export const sameMoney = (money: LineMoney, before: LineMoney | undefined): boolean =>
  money === before ||
  (before !== undefined &&
    money.gross === before.gross &&
    money.discount === before.discount &&
    money.net === before.net &&
    money.payable === before.payable &&
    money.share.discount === before.share.discount &&
    money.share.shipping === before.share.shipping &&
    money.share.tax === before.share.tax);
