import { isAmount } from '../money/amount.js';
import { FIELD_LIMITS, type FieldSchema, type FieldsSchema } from './field-schema.js';

/** What a field can hold. */
export type FieldValue = string | number | boolean | readonly string[];

/**
 * Values of one document, apart by whom they belong to: `personal` ones are encrypted and end with their person, `plain`
 * ones stay in the books.
 */
export interface FieldValues {
  readonly plain: Readonly<Record<string, FieldValue>>;
  readonly personal: Readonly<Record<string, FieldValue>>;
}

export const NO_VALUES: FieldValues = { plain: {}, personal: {} };

/** What changes: null takes a value away. */
export type FieldPatch = Readonly<Record<string, FieldValue | null>>;

/** A patch in its two parts. */
export interface SplitPatch {
  readonly plain: FieldPatch;
  readonly personal: FieldPatch;
}

export type ValueProblem =
  'unknown' | 'required' | 'type' | 'enum' | 'too_long' | 'too_short' | 'too_small' | 'too_large' | 'format' | 'items';

/** The first value that does not fit its field. */
export interface FieldProblem {
  readonly field: string;
  readonly problem: ValueProblem;
}

/**
 * A patch as far as it changes anything, in its parts; or what is wrong with it. `whole`: everything that is required must
 * be there afterwards, which is asked of documents that have nothing but fields. Of the others, whose fields came later
 * than they did, no required value may be taken away.
 */
export function checkedPatch(
  schema: FieldsSchema,
  before: FieldValues,
  patch: FieldPatch,
  whole: boolean,
): SplitPatch | FieldProblem {
  const plain: Record<string, FieldValue | null> = {};
  const personal: Record<string, FieldValue | null> = {};
  for (const [name, value] of Object.entries(patch)) {
    const held = valueOf(before, name);
    const field = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    if (field === undefined) {
      // A field that is defined no more may be taken away, and sent again as it is.
      if (held === undefined || (value !== null && !sameValue(held, value))) return { field: name, problem: 'unknown' };
      if (value === null) (Object.hasOwn(before.plain, name) ? plain : personal)[name] = null;
      continue;
    }
    const problem = value === null ? null : valueProblem(field, value);
    if (problem !== null) return { field: name, problem };
    const isPlain = field['x-personal'] === false;
    const stood = isPlain ? before.plain : before.personal;
    if (value !== null && Object.hasOwn(stood, name) && sameValue(stood[name], value)) continue;
    if (value === null && held === undefined) continue;
    // Where the definition changed sides since, the value leaves the other one.
    const other = isPlain ? before.personal : before.plain;
    if (Object.hasOwn(other, name)) (isPlain ? personal : plain)[name] = null;
    if (value !== null || Object.hasOwn(stood, name)) (isPlain ? plain : personal)[name] = value;
  }
  const split = { plain, personal };
  const after = patched(before, split);
  const missing = (schema.required ?? []).find(
    (name) => valueOf(after, name) === undefined && (whole || valueOf(before, name) !== undefined),
  );
  return missing === undefined ? split : { field: missing, problem: 'required' };
}

/** Whether anything is in a patch. */
export const changesNothing = ({ plain, personal }: SplitPatch): boolean =>
  Object.keys(plain).length === 0 && Object.keys(personal).length === 0;

export function patched(before: FieldValues, patch: SplitPatch): FieldValues {
  return { plain: withPatch(before.plain, patch.plain), personal: withPatch(before.personal, patch.personal) };
}

function withPatch(values: FieldValues['plain'], patch: FieldPatch): FieldValues['plain'] {
  if (Object.keys(patch).length === 0) return values;
  const entries = Object.entries({ ...values, ...patch });
  return Object.fromEntries(entries.filter((entry): entry is [string, FieldValue] => entry[1] !== null));
}

/** The value of a field, on whichever side it stands. */
export const valueOf = ({ plain, personal }: FieldValues, name: string): FieldValue | undefined =>
  Object.hasOwn(plain, name) ? plain[name] : Object.hasOwn(personal, name) ? personal[name] : undefined;

/** What an order was placed with may be any JSON, and is compared by what it says. */
export const sameValue = (one: unknown, other: FieldValue): boolean =>
  one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));

/** What is wrong with a value of a field; null: nothing. */
export function valueProblem(field: FieldSchema, value: unknown): ValueProblem | null {
  switch (field.type) {
    case 'string':
      if (typeof value !== 'string') return 'type';
      if (field.enum !== undefined && !field.enum.includes(value)) return 'enum';
      if (charactersOf(value) > (field.maxLength ?? FIELD_LIMITS.usualCharacters)) return 'too_long';
      if (charactersOf(value) < (field.minLength ?? 0)) return 'too_short';
      return fitsFormat(field.format, value) ? null : 'format';
    case 'integer':
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'type';
      if (field.type === 'integer' && !Number.isSafeInteger(value)) return 'type';
      if (value < (field.minimum ?? -Infinity)) return 'too_small';
      if (value > (field.maximum ?? Infinity)) return 'too_large';
      return field.format === 'amount' && !isAmount(value) ? 'too_large' : null;
    case 'boolean':
      return typeof value === 'boolean' ? null : 'type';
    case 'array': {
      if (!Array.isArray(value)) return 'type';
      const items: readonly unknown[] = value;
      const { items: item, maxItems = FIELD_LIMITS.items, minItems = 0, uniqueItems = false } = field;
      if (items.length > maxItems || items.length < minItems) return 'items';
      if (uniqueItems && new Set(items).size < items.length) return 'items';
      for (const each of items) {
        const problem = valueProblem({ ...item }, each);
        if (problem !== null) return problem;
      }
      return null;
    }
    default: {
      const never: never = field;
      throw new Error(`unknown field ${JSON.stringify(never)}`);
    }
  }
}

/** Code points, as JSON Schema counts. */
const charactersOf = (text: string): number => Array.from(text).length;

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const INSTANT =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

function fitsFormat(format: string | undefined, text: string): boolean {
  switch (format) {
    case 'date':
      return DATE.test(text) && isDay(text);
    case 'date-time':
      return INSTANT.test(text) && isDay(text.slice(0, 10));
    case 'email':
      // Longer than any address, the pattern takes longer than its square.
      return text.length <= 320 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
    case 'uri':
      return /^https?:\/\/[^\s/]+(\/\S*)?$/.test(text);
    default:
      return true;
  }
}

/** 2026-02-30 is none. */
function isDay(day: string): boolean {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return date <= (days[month - 1] ?? 0);
}
