import type { Random } from './random.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** How far back the demo begins. */
export const DAYS = 90;

/** How much is bought at an hour of the day (UTC): little at night, some at noon, most in the evening. */
const BY_HOUR = [2, 1, 1, 1, 1, 2, 4, 6, 8, 9, 10, 12, 12, 9, 8, 9, 11, 14, 18, 20, 18, 12, 7, 4] as const;
/** From Sunday on. */
const BY_WEEKDAY = [1.35, 0.95, 0.85, 0.9, 1, 1.15, 1.4] as const;
const BUSIEST = 20 * 1.4 * 1.3;

/** So many instants of the last ninety days, earliest first: busier in the evening and at weekends, and growing a little. */
export function busyInstants(random: Random, count: number, now: number): number[] {
  const instants: number[] = [];
  while (instants.length < count) {
    const at = now - 2 * HOUR - Math.floor(random.next() * (DAYS * DAY - 2 * HOUR));
    const date = new Date(at);
    const growth = 1.3 - 0.6 * ((now - at) / (DAYS * DAY));
    const wanted = (BY_HOUR[date.getUTCHours()] ?? 0) * (BY_WEEKDAY[date.getUTCDay()] ?? 0) * growth;
    if (random.next() * BUSIEST < wanted) instants.push(at);
  }
  return instants.sort((a, b) => a - b);
}
