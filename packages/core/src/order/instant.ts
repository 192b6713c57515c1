import type { Instant } from './order.js';

/** The instant so many seconds later. */
export const plusSeconds = (at: Instant, seconds: number): Instant =>
  new Date(Date.parse(at) + seconds * 1000).toISOString();

/** Between 1970 and 2200: anything else is a slip of the keyboard or of a time zone. */
export const inRange = (at: Instant): boolean => at >= '1970-01-01' && at < '2200-01-01';
