import { describe, expect, it } from 'vitest';
import { numberOf, seriesOf, templateProblem } from './number-template.js';

const PARTS = {
  at: '2026-03-02T23:30:00.000Z',
  sequence: 123,
  group: '1480000500001',
  position: 2,
  store: 'graz',
};

describe('the number of an order', () => {
  it.each([
    ['{year}-{sequence:6}', '2026-000123'],
    ['A{sequence}', 'A123'],
    ['{sequence:2}', '123'],
    ['A-{group}-{position}', 'A-1480000500001-02'],
    ['{store}/{year}{month}{day}/{sequence:5}', 'graz/20260302/00123'],
  ])('by the template %s is %s', (template, number) => {
    expect(templateProblem(template)).toBeNull();
    expect(numberOf(template, PARTS)).toBe(number);
  });

  it('takes a number of the series only where the template shows it', () => {
    expect(seriesOf('{year}-{sequence:6}', PARTS.at)).toBe('');
    expect(seriesOf('A-{group}-{position}', PARTS.at)).toBeNull();
  });

  it.each([
    ['{year}{month}{day}-{daily:3}', '2026-03-02', '20260302-123'],
    ['{week}/{weekly}', '2026W10', '2026W10/123'],
    ['{year}{month}/{monthly}', '2026-03', '202603/123'],
    ['{year}/{yearly:5}', '2026', '2026/00123'],
  ])('by %s begins anew with %s', (template, series, number) => {
    expect(templateProblem(template)).toBeNull();
    expect(seriesOf(template, PARTS.at)).toBe(series);
    expect(numberOf(template, PARTS)).toBe(number);
  });

  it.each([
    ['2026-01-01T00:00:00.000Z', '2026W01'],
    ['2027-01-03T23:59:59.999Z', '2026W53'],
    ['2027-01-04T00:00:00.000Z', '2027W01'],
    ['2024-12-30T12:00:00.000Z', '2025W01'],
  ])('counts %s to the ISO week %s, which may be one of another year', (at, week) => {
    expect(seriesOf('{week}-{weekly}', at)).toBe(week);
    expect(numberOf('{week}-{weekly}', { ...PARTS, at })).toBe(`${week}-123`);
  });
});

describe('a template', () => {
  it.each([
    ['{year}-{month}', 'not_unique'],
    ['A-{group}', 'not_unique'],
    ['', 'not_unique'],
    ['{sequence}{customer}', 'field_unknown'],
    ['{sequence:0}', 'field_unknown'],
    ['{sequence:13}', 'field_unknown'],
    ['{year:4}{sequence}', 'field_unknown'],
    ['{sequence', 'characters'],
    ['{sequence}}', 'characters'],
    ['Nr. {sequence}', 'characters'],
    ['{sequence}\n', 'characters'],
    [`${'x'.repeat(32)}{sequence}`, 'too_long'],
    ['{daily}', 'not_unique'],
    ['{month}{day}-{daily}', 'not_unique'],
    ['{year}-{weekly}', 'not_unique'],
    ['{sequence}-{year}-{yearly}', 'counters'],
    ['{order}-{count}', 'field_unknown'],
  ])('of %j is refused: %s', (template, problem) => {
    expect(templateProblem(template)).toBe(problem);
  });
});

describe('a template of documents', () => {
  it.each([
    ['{order}-{count}', null],
    ['{group}-{position}-{count}', null],
    ['R{year}-{yearly:5}', null],
    ['{order}', 'not_unique'],
    ['{group}-{position}', 'not_unique'],
    [`${'x'.repeat(20)}{order}-{count}`, 'too_long'],
  ])('such as %s: %s', (template, problem) => {
    expect(templateProblem(template, 'document')).toBe(problem);
  });

  it('shows the number of the order and the count in it', () => {
    expect(numberOf('{order}/{count}', { ...PARTS, order: 'graz-00017', count: 3 })).toBe('graz-00017/3');
  });
});
