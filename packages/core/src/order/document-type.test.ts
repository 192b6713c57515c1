import { describe, expect, it } from 'vitest';
import { type DocumentType, typeProblems } from './document-type.js';
import { WARRANTY } from './given.test-support.js';

const wrong = (changes: Partial<DocumentType>) =>
  typeProblems({ ...WARRANTY, ...changes }).map(({ pointer, problem }) => `${pointer}: ${problem}`);

describe('a type of document', () => {
  it('may be as the example is', () => expect(wrong({})).toEqual([]));

  it.each([
    [{ type: 'invoice' }, '/type: name'],
    [{ type: 'Warranty' }, '/type: name'],
    [{ labels: {} }, '/labels: label'],
    [{ numbers: 'WA-{year}' }, '/numbers: not_unique'],
    [{ numbers: '{group}-{position}' }, '/numbers: not_unique'],
    [{ numbers: '{count}' }, '/numbers: not_unique'],
    [{ parents: [] }, '/parents: empty'],
    [{ parents: ['Somewhere'] }, '/parents/0: unknown'],
    [{ statuses: [], moves: null }, '/statuses: empty'],
    [
      { statuses: [{ status: 'cancelled', labels: { en: 'No' }, locks: false }], moves: null },
      '/statuses/0/status: reserved',
    ],
    [{ moves: { open: ['gone'] } }, '/moves/open/0: unknown'],
    [{ moves: {} }, '/moves: never reached: granted'],
    [{ fields: { type: 'object', properties: { a: { type: 'text' } } } as never }, '/fields/properties/a/type: type'],
  ])('%j is none', (changes, problem) => expect(wrong(changes)).toContain(problem));
});
