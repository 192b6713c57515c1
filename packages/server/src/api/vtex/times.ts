import { toInstant } from '../instant.js';

/** As the order document writes an instant: seven digits and a numeric offset (vtex-oms §0.2). */
export const documentTime = (instant: string): string => `${instant.slice(0, 23)}0000+00:00`;

/** As the list writes it: whole seconds (vtex-oms §0.2). */
export const listTime = (instant: string): string => `${instant.slice(0, 19)}+00:00`;

/** As cancellation dates are written: `Z` (vtex-oms §0.2). */
export const zuluTime = (instant: string): string => `${instant.slice(0, 23)}0000Z`;

/** The same of what may not be there. */
export const orNull = <Value, Shown>(value: Value | null, show: (value: Value) => Shown): Shown | null =>
  value === null ? null : show(value);

const DAY = /^\d{4}-\d\d-\d\d$/;
const DAY_AND_TIME = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?\s*([Zz]|[+-]\d\d:?\d\d)?$/;

/**
 * The instant that a sender means, or null: ISO 8601 with `Z`, `+hh:mm`, `+hhmm` or no zone, which is UTC; without
 * seconds or with a blank between day and time; or a bare day (vtex-oms §0.2, §8.6).
 */
export function readTime(text: string): string | null {
  if (DAY.test(text)) return toInstant(`${text}T00:00:00Z`);
  const parts = DAY_AND_TIME.exec(text.trim());
  if (parts === null) return null;
  const [, day, minutes, seconds = ':00', zone = 'Z'] = parts;
  // What is finer than a millisecond is cut off; the reader of instants takes nine digits at most.
  return toInstant(`${day}T${minutes}${seconds.slice(0, 10)}${zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2')}`);
}
