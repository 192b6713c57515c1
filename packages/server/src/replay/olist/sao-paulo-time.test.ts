import { describe, expect, it } from 'vitest';
import { saoPauloTime } from './sao-paulo-time.js';

describe('the wall clock of São Paulo', () => {
  it.each([
    ['in winter three hours behind UTC', '2018-07-24 20:41:37', '2018-07-24T23:41:37.000Z', 'plain'],
    ['in summer two hours behind UTC', '2018-01-23 10:00:00', '2018-01-23T12:00:00.000Z', 'plain'],
    ['without summer time since 2019', '2020-01-23 10:00:00', '2020-01-23T13:00:00.000Z', 'plain'],
    ['at midnight, which is 0 and not 24', '2018-08-13 00:00:00', '2018-08-13T03:00:00.000Z', 'plain'],
    ['in an hour that came twice as the earlier', '2018-02-17 23:30:00', '2018-02-18T01:30:00.000Z', 'repeated'],
    ['an hour before the one that came twice', '2018-02-17 22:30:00', '2018-02-18T00:30:00.000Z', 'plain'],
    [
      'in an hour that never was as if the clock had gone on',
      '2017-10-15 00:10:00',
      '2017-10-15T03:10:00.000Z',
      'skipped',
    ],
  ])('is read %s', (_, text, at, clock) => {
    expect(saoPauloTime(text)).toEqual({ at, clock });
  });

  it.each([
    '',
    '2018-02-30 10:00:00',
    '2018-01-01',
    '2018-01-01T10:00:00',
    '2018-01-01 25:00:00',
    '0000-00-00 00:00:00',
  ])('does not read %j', (text) => {
    expect(saoPauloTime(text)).toBeNull();
  });
});
