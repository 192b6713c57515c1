import { describe, expect, it } from 'vitest';
import { allMoves, bodyOf, draftOf, exampleNumber } from './type-draft.js';

const TYPE = {
  labels: { en: 'Warranty' },
  numbers: 'WA-{sequence:5}',
  parents: ['order'],
  statuses: [
    { status: 'open', labels: { en: 'Open' }, locks: false },
    { status: 'granted', labels: { en: 'Granted' }, locks: true },
  ],
  moves: { open: ['granted'] },
  fields: { type: 'object', properties: {} } as never,
  most: 3,
  active: true,
};

describe('a type of document while it is written', () => {
  it('is the same type again', () => expect(bodyOf(draftOf(TYPE, ['de']))).toEqual(TYPE));

  it('keeps its moves when a status is called something else, and loses those of one that is gone', () => {
    const draft = draftOf(TYPE, []);
    const [open, granted] = draft.statuses;
    const renamed = draft.statuses.map((one) => (one === granted ? { ...one, status: 'given' } : one));
    expect(bodyOf({ ...draft, statuses: renamed }).moves).toEqual({ open: ['given'] });
    expect(bodyOf({ ...draft, statuses: draft.statuses.filter((one) => one !== granted) }).moves).toEqual({});
    expect(allMoves(draft.statuses)).toEqual({
      [open?.key ?? '']: [granted?.key],
      [granted?.key ?? '']: [open?.key],
    });
  });

  it('speaks the languages of its texts, else those of the account', () => {
    expect(draftOf(TYPE, ['de', 'fr']).languages).toEqual(['en']);
    const silent = { ...TYPE, labels: {}, statuses: [] };
    expect(draftOf(silent, ['de', 'fr']).languages).toEqual(['de', 'fr']);
  });
});

describe('the example of a number', () => {
  it.each([
    ['WA-{year}-{sequence:5}', 'WA-2026-00042'],
    ['{store}/{month}{day}/{sequence}', 'main/0302/42'],
    ['{yaer}-{sequence', '{yaer}-{sequence'],
  ])('of %s is %s', (template, number) => expect(exampleNumber(template, '2026-03-02T00:00:00Z')).toBe(number));
});
