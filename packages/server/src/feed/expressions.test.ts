import { afterAll, expect, it } from 'vitest';
import { createExpressions } from './expressions.js';

const expressions = createExpressions();
afterAll(() => expressions.close());

/** The library looks at its clock between two steps of an expression, and this is one: only the end of its process ends it. */
const ENDLESS = `$contains("${'a'.repeat(40)}c", /^(a+)+$/)`;

it('what people try out keeps no feed waiting, however long it takes', async () => {
  expect(await expressions.evaluate({ status: 'new' }, ['status = "new"'])).toEqual(
    new Map([['status = "new"', true]]),
  );
  expect(await expressions.test({ status: 'new' }, 'status = "old"')).toBe(false);

  let tried = 0;
  const trials = Array.from({ length: 2 }, async () => {
    const answer = await expressions.test({}, ENDLESS);
    tried += 1;
    return answer;
  });
  for (let nth = 0; nth < 3; nth += 1) await expressions.evaluate({ nth }, ['nth > 1']);
  expect(tried).toBe(0);

  // It has the limits of what is live, and is answered again when the process was ended over it.
  for (const answer of await Promise.all(trials)) expect(answer).toEqual({ error: 'it takes too much time or memory' });
  expect(await expressions.check('status = ')).toMatch(/./);
  expect(await expressions.check('status = "old"')).toBeNull();
});

it('of several expressions that are asked together the one that never ends fails alone', async () => {
  const found = await expressions.evaluate({ status: 'new' }, ['status = "new"', ENDLESS, 'status = "old"']);
  expect([...found.values()]).toEqual([true, 'failed', false]);
});
