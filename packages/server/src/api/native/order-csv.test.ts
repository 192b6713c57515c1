import { describe, expect, it } from 'vitest';
import { csvHeader, csvLine } from './order-csv.js';

const row = {
  orderId: '1480000500001-01', createdAt: '2026-03-02T10:00:00.000Z', total: 1234, amountDue: -5, currency: 'EUR',
  statuses: { vtex: 'invoiced', orion: 'delivered', virto: 'Completed' }, tags: ['a', 'b'], complete: true, number: null,
}; // prettier-ignore
const cell = (name: string, changes: object): string => {
  const at = csvHeader().trim().replace('\ufeff', '').split(',').indexOf(name);
  return (
    csvLine({ ...row, ...changes })
      .trimEnd()
      .split(',')[at] ?? 'none'
  );
};

describe('a line of the CSV', () => {
  it('writes amounts as decimals of their currency, lists with semicolons, nothing as nothing', () => {
    expect(cell('total', {})).toBe('12.34');
    expect(cell('total', { currency: 'JPY' })).toBe('1234');
    expect(cell('total', { total: null })).toBe('');
    expect(cell('tags', {})).toBe('"a;b"');
    expect(cell('orionStatus', {})).toBe('delivered');
    expect(cell('number', {})).toBe('');
  });

  it('quotes what would end a cell', () => {
    expect(csvLine({ ...row, buyerName: 'Lima, "Ana"' })).toContain('"Lima, ""Ana"""');
    expect(csvLine({ ...row, buyerName: 'two\nlines' })).toContain('"two\nlines"');
  });

  it.each(['=1+1', '+1', '-1', '@cmd', '\tx', '\rx', '\nx'])('never gives a spreadsheet the formula %j', (name) => {
    expect(csvLine({ ...row, number: name })).toMatch(/(^|,)"?'/);
    expect(csvLine({ ...row, tags: [name] })).toMatch(/(^|,)"?'/);
  });

  it.each([';', '\t', '\n', '\r'])('guards what begins behind %j, and quotes the cell', (end) => {
    expect(csvLine({ ...row, buyerName: `Ann${end}=1+1` })).toContain(`"Ann${end}'=1+1"`);
    expect(csvLine({ ...row, tags: ['a', '=1+1'] })).toContain(`"a;'=1+1"`);
  });

  it('keeps an amount below zero a number', () => {
    expect(cell('amountDue', {})).toBe('-0.05');
  });
});
