import type { Instant } from './order.js';

/**
 * Displayed numbers of orders, such as `2026-000123`, made from a template of the account or the store: text with fields
 * in braces. `{sequence:6}` is the ascending number of such orders in the account, filled up with zeros; the date is that
 * of the placement in UTC.
 */

/** What a number may be made from, beside its template. */
export interface NumberParts {
  readonly at: Instant;
  /** Ascending in the account, over all templates, with gaps. */
  readonly sequence: number;
  readonly group: string;
  readonly position: number;
  readonly store: string;
}

/** Longest displayed number. */
export const MAX_NUMBER = 40;

const FIELDS = ['year', 'month', 'day', 'sequence', 'group', 'position', 'store'] as const;
type Field = (typeof FIELDS)[number];

/** The longest that each field becomes: a group of 13 digits or of another system, a store of any name. */
const LONGEST: Readonly<Record<Field, number>> = {
  year: 4,
  month: 2,
  day: 2,
  sequence: 9,
  group: 14,
  position: 2,
  store: 12,
};

export type TemplateProblem = 'characters' | 'field_unknown' | 'not_unique' | 'too_long';

interface Part {
  readonly text?: string;
  readonly field?: Field;
  readonly width?: number;
}

const isField = (name: string): name is Field => FIELDS.some((field) => field === name);

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

const widthFits = (field: Field, width: string): boolean => field === 'sequence' && /^([1-9]|1[0-2])$/.test(width);

/**
 * What stands against a template; null: it may be used. It must tell orders apart, by `{sequence}` or by `{group}` with
 * `{position}`, and no number of it may be longer than 40 characters.
 */
export function templateProblem(template: string): TemplateProblem | null {
  const parts = partsOf(template);
  if (typeof parts === 'string') return parts;
  const has = (field: Field): boolean => parts.some((part) => part.field === field);
  if (!has('sequence') && !(has('group') && has('position'))) return 'not_unique';
  const longest = parts.reduce(
    (sum, { text = '', field, width = 0 }) =>
      sum + (field === undefined ? text.length : Math.max(LONGEST[field], width)),
    0,
  );
  return longest > MAX_NUMBER ? 'too_long' : null;
}

/** Whether a number of the series has to be taken for it. */
export const takesSequence = (template: string): boolean => template.includes('{sequence');

/** The number of an order. A group or store that is longer than the template allows for is cut at its beginning. */
export function numberOf(template: string, values: NumberParts): string {
  const parts = partsOf(template);
  if (typeof parts === 'string') throw new Error(`the template ${template} was never checked: ${parts}`);
  const number = parts.map(({ text, field, width }) => text ?? fieldText(field, width, values)).join('');
  return number.slice(-MAX_NUMBER);
}

function fieldText(field: Field | undefined, width: number | undefined, values: NumberParts): string {
  switch (field) {
    case 'year':
      return values.at.slice(0, 4);
    case 'month':
      return values.at.slice(5, 7);
    case 'day':
      return values.at.slice(8, 10);
    case 'sequence':
      return String(values.sequence).padStart(width ?? 0, '0');
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
