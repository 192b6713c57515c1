import { describe, expect, it } from 'vitest';
import { freeJsonProblem, unstorableText } from './json-body.js';

const check = (text: string): string | null => unstorableText(text, JSON.parse(text));

describe('text that cannot be stored', () => {
  it('is named by its pointer, escaped as RFC 6901 asks', () => {
    expect(check('{"lines":[{"name":"a"},{"na/me~":"b\\u0000"}]}')).toBe('/lines/1/na~1me~0');
    expect(check('{"note":"half a pair \\ud83d"}')).toBe('/note');
    expect(check('{"note":"the other half \\ude00"}')).toBe('/note');
  });

  it('may stand in a key', () => {
    expect(check('{"custom":{"a\\u0000":1}}')).toBe('/custom');
  });

  it('is not an escaped whole pair, an escaped backslash or another control character', () => {
    expect(check('{"note":"\\ud83d\\ude00"}')).toBeNull();
    expect(check('{"note":"\\\\u0000"}')).toBeNull();
    expect(check('{"note":"\\u0001"}')).toBeNull();
  });

  it('is found in a body that is nested a hundred thousand deep', () => {
    const depth = 100_000;
    const text = `${'['.repeat(depth)}"\\u0000"${']'.repeat(depth)}`;
    expect(check(text)?.length).toBe(depth * 2);
  });
});

describe('free JSON', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 1 : { inner: nested(depth - 1) });

  it('may be 32 levels deep and no deeper', () => {
    expect(freeJsonProblem(nested(32))).toBeNull();
    expect(freeJsonProblem(nested(33))).toContain('32');
  });

  it('holds no number that JSON could not write back', () => {
    expect(freeJsonProblem({ a: [JSON.parse('1e999')] })).toContain('too large');
  });
});
