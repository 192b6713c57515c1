import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from './order-list-cursor.js';
import { compileFilters } from './order-list-filters.js';
import { isListProblem, type OrderListQuery } from './order-list-query.js';
import { rangesFrom } from './order-list-partitions.js';
import { textTerms } from './order-list-text.js';
import { isRollupQuery } from './rollups.js';

const terms = (text: string): unknown => textTerms('~', text);

describe('a search text', () => {
  it.each([
    ['Silva', ["('~silva=':* | '~silva')"]],
    ['João Silva', ["('~joao=':* | '~joao')", "('~silva=':* | '~silva')"]],
    ['ana.reis@x.test', ["('~ana.reis@x.test=':* | ('~ana' & '~reis' & '~test'))"]],
    ['sil*', ["'~sil':*"]],
    ['AB-123*', ["('~ab-123':* | ('~ab' & '~123':*))"]],
    ['AB-1*', ["'~ab-1':*"]],
    ['7', ["'~7=':*"]],
    ['Ana B. Reis', ["('~ana=':* | '~ana')", "('~reis=':* | '~reis')"]],
    ['+351 912 345 678', ["'~351912345678'"]],
    ["o'neil", ["('~o''neil=':* | '~neil')"]],
    ['   ', []],
  ])('%s', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it('needs three characters before *', () => {
    expect(terms('si*')).toEqual({ problem: 'prefix_too_short', field: 'text' });
    expect(terms('*')).toEqual({ problem: 'prefix_too_short', field: 'text' });
  });

  it('has at most 12 words and 200 characters', () => {
    expect(terms('ab '.repeat(13))).toEqual({ problem: 'text_too_long', field: 'text' });
    expect(terms('a'.repeat(201))).toEqual({ problem: 'text_too_long', field: 'text' });
  });
});

describe('a compiled query', () => {
  const compiled = (query: OrderListQuery): ReturnType<typeof compileFilters> => compileFilters('default', query);

  it('hides deleted and incomplete orders unless asked for', () => {
    expect(compiled({})).toMatchObject({ conditions: ['l.account = $1', 'l.complete', 'not l.deleted'], tokens: null });
    expect(compiled({ complete: 'any', deleted: 'any' })).toMatchObject({ conditions: ['l.account = $1'] });
  });

  it('lets the status index lead a list by creation that asks for nothing else that is searched', () => {
    expect(compiled({ status: ['handling', 'invoiced'] })).toMatchObject({ lead: { column: 'status' }, tokens: null });
    expect(compiled({ status: ['handling'], sku: ['a'] })).toMatchObject({ lead: null });
    expect(compiled({ status: ['handling'], sort: 'total' })).toMatchObject({ lead: null });
  });

  it('searches the tokens when rare orders are asked for', () => {
    expect(compiled({ deleted: true })).toMatchObject({ tokens: expect.stringContaining("deleted=f'") as string });
    expect(compiled({ hasNote: false })).toMatchObject({ tokens: null });
  });

  it('names the field that holds what no database stores', () => {
    expect(compiled({ text: 'a\0b' })).toEqual({ problem: 'text_invalid', field: 'text' });
    expect(compiled({ status: ['\ud800'] })).toEqual({ problem: 'text_invalid', field: 'status' });
    expect(compiled({ externalId: { ids: ['\0'] } })).toEqual({ problem: 'text_invalid', field: 'externalId' });
  });
});

describe('a cursor', () => {
  const query: OrderListQuery = { status: ['handling'], sort: 'updated' };
  const position = { value: '2026-03-02 12:00:00.123456+00', orderId: '1-01' };
  const cursor = encodeCursor(query, position);

  it('leads back to its row', () => {
    expect(decodeCursor({ ...query, cursor })).toEqual(position);
    expect(decodeCursor({ ...query, cursor, limit: 7 })).toEqual(position);
    expect(decodeCursor(query)).toBeNull();
  });

  it('is refused with other filters or another sort', () => {
    for (const other of [
      { ...query, store: ['b'] },
      { ...query, descending: false },
      { ...query, sort: 'created' as const },
    ]) {
      expect(decodeCursor({ ...other, cursor })).toEqual({ problem: 'cursor_of_other_query', field: 'cursor' });
    }
  });

  it('goes on being good while the clock moves', () => {
    const late = encodeCursor({ lateAt: '2026-01-01T00:00:00.000Z' }, position);
    expect(isListProblem(decodeCursor({ lateAt: '2026-01-02T00:00:00.000Z', cursor: late }) ?? {})).toBe(false);
  });

  it.each(['', 'x', 'bnVsbA', Buffer.from('[1,2,3]').toString('base64url'), Buffer.from('{}').toString('base64url')])(
    'that was made up is refused: %j',
    (made) => {
      expect(decodeCursor({ ...query, cursor: made })).toEqual({ problem: 'cursor_invalid', field: 'cursor' });
    },
  );

  it.each(['2026-02-31 12:00:00+00', '99999999999', "2026-01-01 00:00:00+00'; drop", 'infinity'])(
    'with the value %j is refused',
    (value) => {
      expect(decodeCursor({ ...query, cursor: encodeCursor(query, { value, orderId: '1' }) })).toMatchObject({
        problem: 'cursor_invalid',
      });
    },
  );
});

describe('the partitions of a search', () => {
  const bounds = ['2025-01-01 00:00:00+00', '2026-01-01 00:00:00+00', '2026-02-01 00:00:00+00'];

  it('come newest first from the one that holds the position', () => {
    expect(rangesFrom(bounds, '2026-01-15 00:00:00+00', true).map(({ from }) => from)).toEqual([
      bounds[1],
      bounds[0],
      '-infinity',
    ]);
  });

  it('come oldest first in an ascending list', () => {
    expect(rangesFrom(bounds, '2025-06-01 00:00:00+00', false).map(({ to }) => to)).toEqual([
      bounds[1],
      bounds[2],
      'infinity',
    ]);
  });
});

describe('the rollups can count', () => {
  it.each<[OrderListQuery, boolean]>([
    [{}, true],
    [{ status: ['handling'], store: ['a'], sort: 'total', limit: 3 }, true],
    [{ createdFrom: '2026-01-01T00:00:00.000Z', createdTo: '2026-02-01T00:00:00.000Z' }, true],
    [{ createdFrom: '2026-01-01T00:00:01.000Z' }, false],
    [{ deleted: 'any' }, false],
    [{ complete: false }, false],
    [{ text: 'x' }, false],
    [{ totalFrom: 1 }, false],
  ])('%j: %s', (query, expected) => {
    expect(isRollupQuery(query)).toBe(expected);
  });
});
