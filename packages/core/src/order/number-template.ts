import type { Instant } from './order.js';

/**
 * Displayed numbers of orders and of their documents, such as `2026-000123`, made from a template of the account or the store:
 * text with fields in braces. `{sequence:6}` is an ascending number, filled up with zeros; `{daily}`, `{weekly}`, `{monthly}` and
 * `{yearly}` are such numbers that begin anew with each day, ISO week, month and year (virto-orders §7.2 row 27). Dates are those
 * of the placement, or of the document, in UTC.
 */

/** What a number may be made from, beside its template. */
export interface NumberParts {
  readonly at: Instant;
  /** Ascending in the account and series, with gaps. */
  readonly sequence: number;
  readonly group: string;
  readonly position: number;
  readonly store: string;
  /** Of a document: the number of its order, and how many of its kind the order has with it. */
  readonly order?: string;
  readonly count?: number;
}

/** Longest displayed number of an order, and of a document. */
export const MAX_NUMBER = 40;
const MAX_DOCUMENT_NUMBER = 60;

/** Counters, and the dates that a template must show beside them so that no number comes twice. */
const COUNTERS = {
  sequence: [],
  daily: ['year', 'month', 'day'],
  weekly: ['week'],
  monthly: ['year', 'month'],
  yearly: ['year'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type Counter = keyof typeof COUNTERS;

const FIELDS = [
  ...(Object.keys(COUNTERS) as Counter[]),
  'year',
  'month',
  'day',
  'week',
  'group',
  'position',
  'store',
  'order',
  'count',
] as const;
type Field = (typeof FIELDS)[number];

/** The longest that each field becomes: a group of 13 digits or of another system, a store of any name. */
const LONGEST: Readonly<Record<Field, number>> = {
  year: 4,
  month: 2,
  day: 2,
  week: 7,
  sequence: 9,
  daily: 6,
  weekly: 7,
  monthly: 7,
  yearly: 8,
  group: 14,
  position: 2,
  store: 12,
  order: MAX_NUMBER,
  count: 4,
};

export type TemplateProblem = 'characters' | 'field_unknown' | 'counters' | 'not_unique' | 'too_long';

interface Part {
  readonly text?: string;
  readonly field?: Field;
  readonly width?: number;
}

const isField = (name: string): name is Field => FIELDS.some((field) => field === name);
const isCounter = (field: Field | undefined): field is Counter => field !== undefined && Object.hasOwn(COUNTERS, field);

/** The parts of a template, or what is wrong with it. */
function partsOf(template: string): readonly Part[] | 'characters' | 'field_unknown' {
  const parts: Part[] = [];
  for (const [whole, name, width] of template.matchAll(/\{([^{}:]*)(?::([^{}]*))?\}|[^{}]+|[{}]/g)) {
    if (!whole.startsWith('{') || !whole.endsWith('}')) {
      // what can be read out, typed into any field and written into a file name
      if (!/^[A-Za-z0-9._/#-]+$/.test(whole)) return 'characters';
      parts.push({ text: whole });
    } else if (name === undefined || !isField(name) || (width !== undefined && !widthFits(name, width))) {
      return 'field_unknown';
    } else parts.push(width === undefined ? { field: name } : { field: name, width: Number(width) });
  }
  return parts;
}

const widthFits = (field: Field, width: string): boolean => isCounter(field) && /^([1-9]|1[0-2])$/.test(width);

/**
 * What stands against a template; null: it may be used. It has one counter at most, and tells orders apart by it (with the dates
 * in which it begins anew) or by `{group}` with `{position}`; documents by a counter, or by their order with `{count}`. No number
 * may be longer than 40 characters, of a document 60. A consignment is of no single order, and has a counter.
 */
export function templateProblem(
  template: string,
  of: 'order' | 'document' | 'consignment' = 'order',
): TemplateProblem | null {
  const parts = partsOf(template);
  if (typeof parts === 'string') return parts;
  const has = (field: Field): boolean => parts.some((part) => part.field === field);
  if (of !== 'document' && (has('order') || has('count'))) return 'field_unknown';
  if (of === 'consignment' && (has('group') || has('position'))) return 'field_unknown';
  const [counter, second] = parts.flatMap(({ field }) => (isCounter(field) ? [field] : []));
  if (second !== undefined) return 'counters';
  const ofOrder = (has('group') && has('position')) || has('order');
  const byPlace = of === 'document' ? ofOrder && has('count') : ofOrder;
  const byCounter = counter !== undefined && COUNTERS[counter].every(has);
  if (!byCounter && !byPlace) return 'not_unique';
  const longest = parts.reduce(
    (sum, { text = '', field, width = 0 }) =>
      sum + (field === undefined ? text.length : Math.max(LONGEST[field], width)),
    0,
  );
  return longest > (of === 'document' ? MAX_DOCUMENT_NUMBER : MAX_NUMBER) ? 'too_long' : null;
}

/**
 * The series that a number has to be taken from for it: `` for the one without end, `2026-03-02`, `2026W10`, `2026-03` or `2026`
 * for one that begins anew; null: it shows none.
 */
export function seriesOf(template: string, at: Instant): string | null {
  const counter = (Object.keys(COUNTERS) as Counter[]).find((name) => template.includes(`{${name}`));
  switch (counter) {
    case undefined:
      return null;
    case 'sequence':
      return '';
    case 'daily':
      return at.slice(0, 10);
    case 'weekly':
      return weekOf(at);
    case 'monthly':
      return at.slice(0, 7);
    case 'yearly':
      return at.slice(0, 4);
    default: {
      const never: never = counter;
      throw new Error(`unknown counter ${String(never)}`);
    }
  }
}

const DAY = 86_400_000;

/** The ISO week with its year, `2026W01`: the first days of January may belong to the last week of the year before. */
function weekOf(at: Instant): string {
  const midnight = Date.parse(`${at.slice(0, 10)}T00:00:00.000Z`);
  const thursday = midnight + (3 - ((new Date(midnight).getUTCDay() + 6) % 7)) * DAY;
  const year = new Date(thursday).getUTCFullYear();
  let week = 0;
  for (let day = thursday; new Date(day).getUTCFullYear() === year; day -= 7 * DAY) week += 1;
  return `${year}W${String(week).padStart(2, '0')}`;
}

/** The number of an order or document. A group or store that is longer than the template allows for is cut at its beginning. */
export function numberOf(template: string, values: NumberParts): string {
  const parts = partsOf(template);
  if (typeof parts === 'string') throw new Error(`the template ${template} was never checked: ${parts}`);
  const number = parts.map(({ text, field, width }) => text ?? fieldText(field, width, values)).join('');
  return number.slice(-(values.order === undefined ? MAX_NUMBER : MAX_DOCUMENT_NUMBER));
}

function fieldText(field: Field | undefined, width: number | undefined, values: NumberParts): string {
  switch (field) {
    case 'year':
      return values.at.slice(0, 4);
    case 'month':
      return values.at.slice(5, 7);
    case 'day':
      return values.at.slice(8, 10);
    case 'week':
      return weekOf(values.at);
    case 'sequence':
    case 'daily':
    case 'weekly':
    case 'monthly':
    case 'yearly':
      return String(values.sequence).padStart(width ?? 0, '0');
    case 'order':
      return values.order ?? '';
    case 'count':
      return String(values.count ?? '');
    case 'group':
      return values.group;
    case 'position':
      return String(values.position).padStart(2, '0');
    case 'store':
      return values.store;
    case undefined:
      return '';
    default: {
      const never: never = field;
      throw new Error(`unknown field ${String(never)}`);
    }
  }
}
