import { describe, expect, it } from 'vitest';
import type { Problem } from './problem.js';
import { nextTry } from './retrying.js';

const problem = (code: string, retry: boolean): Problem => ({
  type: '', title: '', status: 409, detail: '', code, retry, requestId: '',
}); // prettier-ignore

const first = { repeatable: true, tried: 1, waited: 0, retryAfter: null, chance: 1 };

describe('trying again', () => {
  it('follows the catalogue: what may not pass later is never sent again', () => {
    expect(nextTry({ patience: 60_000 }, { ...first, problem: problem('totals_mismatch', false) })).toBeNull();
  });

  it('repeats what did not get through, with growing waits, and ends', () => {
    const waits = [1, 2, 3, 4].map((tried) => nextTry({}, { ...first, tried, problem: null }));
    expect(waits).toEqual([200, 400, 800, null]);
    expect(nextTry({}, { ...first, problem: problem('unavailable', true) })).toBe(200);
    expect(nextTry({ tries: 1 }, { ...first, problem: null })).toBeNull();
  });

  it('does not send again what may have been done, where that would do it twice', () => {
    const once = { ...first, repeatable: false };
    expect(nextTry({}, { ...once, problem: null })).toBeNull();
    for (const code of ['internal_error', 'unavailable', 'not_a_problem']) {
      expect(nextTry({ patience: 60_000 }, { ...once, problem: problem(code, true) })).toBeNull();
    }
    expect(nextTry({}, { ...once, problem: problem('rate_limited', true) })).toBe(200);
    expect(nextTry({ patience: 1_000 }, { ...once, problem: problem('not_in_this_step', true) })).toBe(200);
  });

  it('does what Retry-After says', () => {
    expect(nextTry({}, { ...first, retryAfter: 3, problem: problem('rate_limited', true) })).toBe(3_000);
  });

  it('tells a refusal at once, and waits for another state of the order only with patience', () => {
    const early = problem('not_in_this_step', true);
    expect(nextTry({}, { ...first, problem: early })).toBeNull();
    expect(nextTry({ patience: 1_000 }, { ...first, problem: early })).toBe(200);
    expect(nextTry({ patience: 1_000 }, { ...first, tried: 3, waited: 600, problem: early })).toBeNull();
  });

  it('leaves half of the wait to chance, so that many clients do not come back together', () => {
    expect(nextTry({}, { ...first, chance: 0, problem: null })).toBe(100);
  });
});
