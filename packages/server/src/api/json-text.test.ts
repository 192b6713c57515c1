import { describe, expect, it } from 'vitest';
import { extended, extendedText, jsonOf, JsonText, objectText } from './json-text.js';

describe('an object with further members, written', () => {
  it.each([
    [{ id: '1', name: 'Tür' }, { refundable: 3 }],
    [{}, { refundable: 3 }],
    [{ id: '1' }, {}],
    [{}, {}],
    // a member that is there is replaced, never written twice
    [
      { id: '1', token: 'secret', link: null },
      { status: 'paid', token: '…cret' },
    ],
    [{ id: '1', token: 'secret' }, { token: undefined }],
    [
      { id: '1', left: undefined },
      { more: undefined, nested: { a: [1] } },
    ],
  ])('%j with %j is what a copy of it is', (base, more) => {
    expect(jsonOf(extendedText(base, more))).toBe(JSON.stringify(extended(base, more)));
  });
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
