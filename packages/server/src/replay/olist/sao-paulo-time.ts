import type { Instant } from '@docket/core/order/order';
import { clockOf } from '../../import/zoned-time.js';

/** An instant, and what was odd about the wall clock that it was read from. */
export interface ReadTime {
  readonly at: Instant;
  /** `repeated`: the hour came twice that night, the earlier one is taken. `skipped`: the clock never showed it. */
  readonly clock: 'plain' | 'repeated' | 'skipped';
}

const DAY = 86_400_000;
const WALL_CLOCK = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/;

const zone = clockOf('America/Sao_Paulo');

/**
 * Reads `YYYY-MM-DD HH:MM:SS` without a zone as São Paulo's wall clock. The files state no zone; they behave as that one.
 * Null for what is no time of that form.
 */
export function saoPauloTime(text: string): ReadTime | null {
  const parts = WALL_CLOCK.exec(text);
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  // Date takes 30 February for 2 March and 25 o'clock for 1.
  if (new Date(wall).toISOString().slice(0, 19) !== text.replace(' ', 'T')) return null;
  const before = offsetAt(wall - DAY);
  const after = offsetAt(wall + DAY);
  // Where the two differ the clock was changed nearby, and one, both or none of them fits.
  const fitting = [before, after].filter((offset) => offsetAt(wall - offset) === offset);
  const earliest = Math.min(...(fitting.length === 0 ? [before] : fitting).map((offset) => wall - offset));
  const clock = fitting.length === 0 ? 'skipped' : fitting.length === 2 && before !== after ? 'repeated' : 'plain';
  return { at: new Date(earliest).toISOString(), clock };
}

/** Milliseconds by which the wall clock is ahead of UTC at an instant. */
function offsetAt(instant: number): number {
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of zone.formatToParts(instant)) shown[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
}
