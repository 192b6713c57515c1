import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonBytes } from './json-bytes.js';

describe('an answer written in pieces', () => {
  it('is what it would be in one', () => {
    const values = fc.array(fc.jsonValue({ maxDepth: 6 }), { maxLength: 30 });
    fc.assert(
      fc.property(values, (value) => {
        expect(jsonBytes({ value }).toString()).toBe(JSON.stringify({ value }));
      }),
    );
  });

  it('leaves out what has no value, also in long lists', () => {
    const list = Array.from({ length: 20 }, (_, n) => (n === 7 ? undefined : { n, none: undefined }));
    const value = { list, none: undefined, at: new Date(0), empty: {}, deep: { a: { b: { c: { list } } } } };
    expect(jsonBytes(value).toString()).toBe(JSON.stringify(value));
  });

  it('keeps every character where it is cut', () => {
    const value = Array.from({ length: 2_000 }, (_, n) => ({ n, text: 'Tür für 東京 🚚'.repeat(3) }));
    expect(jsonBytes(value).equals(Buffer.from(JSON.stringify(value)))).toBe(true);
  });
});
