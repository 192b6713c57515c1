import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf, readJson } from './pointer-lines.js';

describe('a text of JSON', () => {
  it('is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(4), (value, indent) => {
        const read = readJson(JSON.stringify(value, null, indent));
        expect('value' in read ? read.value : null).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('tells the line of everything by its pointer, and of what is absent the line of what it would stand in', () => {
    const read = readJson('{\n  "start": "a",\n  "steps": {\n    "a/b": { "on": [1,\n 2] }\n  }\n}');
    if (!('lines' in read)) throw new Error('not read');
    const lines = ['', '/start', '/steps', '/steps/a~1b/on/1', '/steps/a~1b/commands', '/nowhere'];
    expect(lines.map((pointer) => lineOf(read.lines, pointer))).toEqual([1, 2, 3, 5, 4, 1]);
  });

  it.each([
    ['{\n "a": 1,\n}', 3],
    ['{\n "a" 1\n}', 2],
    ['{\n "a": nought\n}', 2],
    ['{}\n{}', 1],
    ['', 1],
    ['[1,\n2', 2],
  ])('that is none tells the line of its fault: %j', (text, line) => {
    expect(readJson(text)).toEqual({ faultLine: line });
  });
});
