import { expect, it } from 'vitest';
import { entryAt, loadInParts } from './load-in-parts.js';

const entries = Array.from({ length: 2_001 }, (_none, index) => index);

it('loads a thousand at a time, in their order', async () => {
  const parts: (readonly number[])[] = [];
  await loadInParts(entries, (part) => Promise.resolve(parts.push(part)));
  expect(parts.map((part) => part.length)).toEqual([1_000, 1_000, 1]);
  expect(parts.flat()).toEqual(entries);
});

it('says of a part that is refused how many were loaded before, and sends none behind it', async () => {
  const sent: (number | undefined)[] = [];
  const no = new Error('no');
  const load = ([first]: readonly number[]) => {
    sent.push(first);
    return first === 1_000 ? Promise.reject(no) : Promise.resolve();
  };
  await expect(loadInParts(entries, load)).rejects.toMatchObject({ loaded: 1_000, cause: no });
  expect(sent).toEqual([0, 1_000]);
});

it.each([
  ['/items/3/tiers/0/priceMicros', 0, 3],
  ['/items/3/tiers/0/priceMicros', 2_000, 2_003],
  ['/items/0', 1_000, 1_000],
  ['/items', 1_000, null],
  [undefined, 1_000, null],
])('finds the entry of %s behind %i loaded ones', (pointer, loaded, index) => {
  expect(entryAt(pointer, loaded)).toBe(index);
});
