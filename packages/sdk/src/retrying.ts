import type { Problem } from './problem.js';

/** How a client tries again. */
export interface Retrying {
  /** Requests sent at most for one call, the first included. 4 where absent; 1 never repeats. */
  readonly tries?: number;
  /**
   * Milliseconds that a call may wait for the order or the stock to come to a state in which it passes. 0 where absent:
   * `not_in_this_step` and its like are answers, not failures, and a person wants to see them at once. A connector that
   * sends an invoice before its payment is approved sets a minute.
   */
  readonly patience?: number;
}

/** Answers after which the work may be done all the same: as good as none. */
const UNSURE = new Set(['internal_error', 'unavailable', 'not_a_problem']);

/** Codes that say nothing about the order: the request did not get through, or somebody was faster. Nothing was done. */
const PASSING = new Set(['version_conflict', 'request_timeout', 'rate_limited']);

/** Longest wait between two tries, in milliseconds. */
const LONGEST = 10_000;

/**
 * Milliseconds until the next try, or null when this answer is the last one. The refusal catalogue decides: only what is
 * marked `retry` may pass without a change. `problem` is null where no answer came at all.
 *
 * @param repeatable false: done again where it is sent again, so it is not after a lost answer
 * @param tried requests sent so far, from 1
 * @param waited milliseconds spent waiting so far
 * @param retryAfter what the answer's Retry-After says, in seconds
 * @param chance from 0 to 1: half of the wait is left to it, so that many clients do not come back together
 */
export function nextTry(
  { tries = 4, patience = 0 }: Retrying,
  {
    problem,
    repeatable,
    tried,
    waited,
    retryAfter,
    chance,
  }: {
    problem: Problem | null;
    repeatable: boolean;
    tried: number;
    waited: number;
    retryAfter: number | null;
    chance: number;
  },
): number | null {
  if (problem !== null && !problem.retry) return null;
  const lost = problem === null || UNSURE.has(problem.code);
  if (lost && !repeatable) return null;
  const backoff = Math.min(LONGEST, 100 * 2 ** tried);
  const wait = Math.round(retryAfter === null ? backoff * (0.5 + chance / 2) : retryAfter * 1000);
  if (lost || PASSING.has(problem.code)) return tried < tries ? wait : null;
  return waited + wait <= patience ? wait : null;
}
