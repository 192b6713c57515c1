import { describe, expect, it } from 'vitest';
import { type ChangedBy, changeLines, changesHeader } from './changes-csv.js';

const event: ChangedBy = {
  version: 3,
  at: '2026-03-02T10:00:00.000Z',
  actor: 'staff:ana',
  reason: 'ticket 7',
  type: 'tags_changed',
  summary: { text: 'Tags changed' },
  changes: [],
};
const change = { path: '/x', field: 'x', id: null, label: 'X', format: 'plain', before: null, after: null } as const;

describe('the change log as a file', () => {
  it('has a line for every field that changed, under the names of its columns', () => {
    const text = changeLines(
      {
        ...event,
        changes: [
          { ...change, field: 'tags', label: 'Tags', before: 'a', after: 'b' },
          { ...change, field: 'payments.captured', id: '1', format: 'amount', before: 0, after: 1250 },
        ],
      },
      'EUR',
    );
    expect(text.split('\r\n')).toEqual([
      '3,2026-03-02T10:00:00.000Z,staff:ana,ticket 7,tags_changed,Tags changed,tags,,Tags,a,b',
      '3,2026-03-02T10:00:00.000Z,staff:ana,ticket 7,tags_changed,Tags changed,payments.captured,1,X,0.00,12.50',
      '',
    ]);
    expect(changesHeader().trim().split(',')).toHaveLength(11);
  });

  it('names an event that changed no field', () => {
    expect(changeLines(event, 'EUR')).toBe(
      '3,2026-03-02T10:00:00.000Z,staff:ana,ticket 7,tags_changed,Tags changed,,,,,\r\n',
    );
  });

  it('starts no formula in a spreadsheet, whatever somebody typed', () => {
    const text = changeLines({ ...event, changes: [{ ...change, before: '=1+1', after: { a: '=2' } }] }, 'EUR');
    expect(text).toContain("'=1+1");
    expect(text).toContain('"{""a"":""=2""}"');
  });
});
