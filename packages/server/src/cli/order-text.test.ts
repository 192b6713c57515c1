import { describe, expect, it } from 'vitest';
import { amountText, table } from './order-text.js';

describe('orders on a terminal', () => {
  it('shows amounts with the digits of their currency', () => {
    expect([amountText(1234, 'EUR'), amountText(5, 'EUR'), amountText(-250, 'EUR')]).toEqual([
      '12.34 EUR',
      '0.05 EUR',
      '-2.50 EUR',
    ]);
    expect([amountText(1234, 'JPY'), amountText(1234, 'KWD')]).toEqual(['1234 JPY', '1.234 KWD']);
  });

  it('aligns columns under their names', () => {
    expect(table(['order', 'total'], [['1480000500001-01', '5.00 EUR']])).toEqual([
      'order             total',
      '1480000500001-01  5.00 EUR',
    ]);
  });

  it('lets no name move the cursor', () => {
    expect(table(['buyer'], [['Ana\u001b[2J']])[1]).toBe('Ana?[2J');
  });
});
