import { expect, it } from 'vitest';
import { timeOrderedId } from './time-ordered-id.js';

it('ids ascend with time, and within a millisecond with their making', () => {
  const times = ['2026-03-02T10:00:00.000Z', '2026-03-02T10:00:00.001Z', '2031-01-01T00:00:00.000Z'];
  const ids = times.flatMap((now) => Array.from({ length: 500 }, () => timeOrderedId(now)));
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(1_500);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
