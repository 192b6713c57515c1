import { describe, expect, it } from 'vitest';
import { jsonOf, JsonText, objectText, withLast } from './json-text.js';

it.each([{}, { id: '1' }, { id: '1', left: undefined }])('%j with a written member behind the others', (members) => {
  const text = jsonOf(withLast(members, 'lines', new JsonText('[1,2]')));
  expect(text).toBe(JSON.stringify({ ...members, lines: [1, 2] }));
});

describe('an object of written members', () => {
  const line = { id: '1', quantity: 2 };
  const written = new JsonText(JSON.stringify(line));

  it.each<[string, object, object]>([
    ['a member', { first: 1, line: written, last: null }, { first: 1, line, last: null }],
    ['a list', { lines: [written, written] }, { lines: [line, line] }],
    ['a list of which some are written', { lines: [written, line] }, { lines: [line, line] }],
    ['what JSON leaves out', { a: undefined, lines: [], b: undefined }, { lines: [] }],
    ['nothing', {}, {}],
    ['a name with a quote', { 'a"b': written }, { 'a"b': line }],
  ])('%s', (_, members, plain) => {
    expect(jsonOf(objectText(members))).toBe(JSON.stringify(plain));
    expect(JSON.stringify(members)).toBe(JSON.stringify(plain));
  });
});
