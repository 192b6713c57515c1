const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  let found = formatters.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(language, options);
    formatters.set(key, found);
  }
  return found;
}

/** Day and minute in the reader's own zone. Instants come as ISO 8601 in UTC. */
export const moment = (instant: string, language: string): string =>
  formatter(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));

/** Where there is little room: the minute of this year, the day of another. */
export function shortMoment(instant: string, now: number, language: string): string {
  const date = new Date(instant);
  if (date.getFullYear() !== new Date(now).getFullYear()) return day(instant, language);
  return formatter(language, { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' }).format(date);
}

export const day = (instant: string, language: string): string =>
  formatter(language, { dateStyle: 'medium' }).format(new Date(instant));

/** A day of the calendar as it is named, wherever the reader is: `2026-01-31`. */
export const calendarDay = (date: string, language: string): string =>
  formatter(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(date));

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** How long ago, or in how long: `3 hours ago`. */
export function ago(instant: string, now: number, language: string): string {
  const seconds = Math.round((Date.parse(instant) - now) / 1000);
  const [unit, size] = STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const);
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}
