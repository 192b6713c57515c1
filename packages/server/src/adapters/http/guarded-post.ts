import type { Poster } from '@docket/core/ports';
import { createGuardedCaller } from './guarded-call.js';

/** Of an answer, what a person needs to see why. */
const ANSWER_BYTES = 8_192;

/** Posts to addresses that accounts name, under the guard of `guarded-call.ts`. */
export function createGuardedPoster(guard: { readonly privateToo: boolean }): Poster {
  const caller = createGuardedCaller(guard);
  return {
    refuses: (url) => caller.refuses(url),
    post: (post) => caller.call({ ...post, method: 'POST', answerBytes: ANSWER_BYTES }),
  };
}
