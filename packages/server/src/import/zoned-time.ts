import type { Instant } from '@docket/core/order/order';

const WALL_CLOCK = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?$/;
const DAY = 86_400_000;

const clocks = new Map<string, Intl.DateTimeFormat>();
/** Offsets by zone and day: asking Intl takes 2 µs, and a history has many times of one day. */
const offsets = new Map<string, Map<number, number>>();
const MOST_OFFSETS = 100_000;

/**
 * A wall clock without a zone (`2017-05-04 10:00:00`, or the day alone) as the instant that it was in `zone`. Of an hour
 * that came twice the earlier one; an hour that was skipped by the clock is counted from before it.
 * Null for what is no such time. @throws RangeError where there is no such zone.
 */
export function zonedInstant(text: string, zone: string): Instant | null {
  const parts = WALL_CLOCK.exec(text);
  if (parts === null) return null;
  const [year, month, day, hour, minute, second] = [
    Number(parts[1]),
    Number(parts[2]),
    Number(parts[3]),
    Number(parts[4] ?? 0),
    Number(parts[5] ?? 0),
    Number(parts[6] ?? 0),
  ];
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const read = new Date(wall);
  // Date takes 30 February for 2 March and 25 o'clock for 1.
  if (read.getUTCMonth() !== month - 1 || read.getUTCDate() !== day || read.getUTCHours() !== hour) return null;
  if (minute > 59 || second > 59) return null;
  const noon = Math.floor(wall / DAY) * DAY + DAY / 2;
  const before = offsetAtNoon(noon - DAY, zone);
  const after = offsetAtNoon(noon + DAY, zone);
  if (before === after) return new Date(wall - before).toISOString();
  const fitting = [before, after].filter((offset) => offsetAt(wall - offset, zone) === offset);
  return new Date(
    Math.min(...(fitting.length === 0 ? [before] : fitting).map((offset) => wall - offset)),
  ).toISOString();
}

function offsetAtNoon(noon: number, zone: string): number {
  let known = offsets.get(zone);
  if (known === undefined) {
    known = new Map();
    offsets.set(zone, known);
  }
  const found = known.get(noon);
  if (found !== undefined) return found;
  if (known.size >= MOST_OFFSETS) known.clear();
  const offset = offsetAt(noon, zone);
  known.set(noon, offset);
  return offset;
}

/** Milliseconds by which the wall clock of the zone is ahead of UTC. */
function offsetAt(instant: number, zone: string): number {
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of clockOf(zone).formatToParts(instant)) shown[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

/** Tells date and time of the zone in numbers, the hour from 0 to 23. */
export function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(zone, clock);
  }
  return clock;
}
