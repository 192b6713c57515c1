import { describe, expect, it } from 'vitest';
import { numberOf, takesSequence, templateProblem } from './number-template.js';

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
    expect(takesSequence('{year}-{sequence:6}')).toBe(true);
    expect(takesSequence('A-{group}-{position}')).toBe(false);
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
  ])('of %j is refused: %s', (template, problem) => {
    expect(templateProblem(template)).toBe(problem);
  });
});
