import { isStorable } from '../json-body.js';
import { RequestProblem } from '../problem.js';

/** A JSON object of a sender that may hold anything. */
export type Fields = Readonly<Record<string, unknown>>;

/** The object, or one without fields: missing and odd parts of a body are no reason to refuse it (vtex-oms §10.4). */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : NOTHING;

/** One for all, of which `field` need not look for any casing. */
export const NOTHING: Fields = Object.freeze({});

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** What stands under a name, in whatever casing it was written (vtex-oms §0.2). */
export function field(fields: Fields, name: string): unknown {
  if (fields === NOTHING) return undefined;
  if (Object.hasOwn(fields, name)) return fields[name];
  // Another casing has the same length; most lines say little of what is looked for in them.
  for (const key of Object.keys(fields))
    if (key.length === name.length && key.toLowerCase() === name.toLowerCase()) return fields[key];
  return undefined;
}

const MOST_TEXT = 2_000;

const tooLong = (name: string, most: number): RequestProblem => invalid(name, `must be ${most} characters at most`);

/** Text without blank ends; null where there is none, and for the empty text, which stands for "none" (vtex-oms §8.3). */
export function textOf(fields: Fields, name: string, most = MOST_TEXT): string | null {
  const value = field(fields, name);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (text.length > most) throw tooLong(name, most);
  return text === '' ? null : text;
}

/** @throws request_invalid where the text is missing */
export function neededText(fields: Fields, name: string, most?: number): string {
  const text = textOf(fields, name, most);
  if (text === null) throw invalid(name, 'is missing');
  return text;
}

/** A whole number, sent as one or as numeric text (vtex-oms §0.2). Null where there is none. */
export function integerOf(fields: Fields, name: string): number | null {
  const value = field(fields, name);
  if (value === undefined || value === null || value === '') return null;
  const number = typeof value === 'string' ? Number(value.trim()) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw invalid(name, 'must be a whole number');
  return number;
}

/** Refuses texts of these names that are longer than the document is ready to give back; @param at where the fields are */
export function checkTexts(fields: Fields, names: readonly string[], at = ''): void {
  for (const name of names) {
    const value = field(fields, name);
    if (typeof value === 'string' && value.length > MOST_TEXT) throw tooLong(`${at}${name}`, MOST_TEXT);
  }
}

/** As `textOf`, of what lies there already: whatever it is, it can be read again, and is given back whole. */
export const storedText = (fields: Fields, name: string): string | null =>
  textOf(fields, name, Number.POSITIVE_INFINITY);

/** As `integerOf`, of what lies there already: null where it is none. */
export function storedInteger(fields: Fields, name: string): number | null {
  const number = numberOf(fields, name);
  return Number.isSafeInteger(number) ? number : null;
}

/** A number with decimals, such as a unit multiplier. Null where there is none. */
export function numberOf(fields: Fields, name: string): number | null {
  const value = field(fields, name);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

export function flagOf(fields: Fields, name: string): boolean {
  const value = field(fields, name);
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
}

export const objectOf = (fields: Fields, name: string): Fields => fieldsOf(field(fields, name));
export const objectsOf = (fields: Fields, name: string): readonly Fields[] => listOf(field(fields, name)).map(fieldsOf);

/** A query as plain text by name; of a parameter that is repeated, its values as a comma list. */
export function queryOf(query: unknown): Fields {
  return Object.fromEntries(
    Object.entries(fieldsOf(query)).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  );
}

/** An id of a path: decoded already, and looked up only where the database could hold it. */
export const isLookedUp = (id: string): boolean => id !== '' && id.length <= 100 && isStorable(id);

/** A field that cannot be read, in the words of its sender. */
export const invalid = (name: string, problem: string): RequestProblem =>
  new RequestProblem('request_invalid', { pointer: `/${name}`, detail: `${name} ${problem}.` });
