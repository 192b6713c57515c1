import { describe, expect, it } from 'vitest';
import { approve, given, invoice, place, startHandling } from './given.test-support.js';

const handled = () => given(place(), approve, startHandling);
const invoiced = () => given(place(), approve, startHandling, invoice({ package: { trackingNumber: 'T1' } }));

describe('invoicing', () => {
  it('takes the money and the pieces, and completes the order when the value does', () => {
    const { history } = handled().when(invoice()).then('invoice_issued').status('invoiced');
    expect(history.order?.lines.map((line) => line.invoiced)).toEqual([2, 1]);
    expect(history.order?.documents.payment['1']?.captured).toBe(12_500);
    expect(history.claims.filter(({ kind }) => kind === 'consume_confirmed')).toHaveLength(2);
    expect(history.order?.documents.invoice['A-1']).toMatchObject({ inferred: true, recordedAt: history.at });
  });

  it('stays in handling after a part, with the marketplace side back at payment approved', () => {
    const part = handled()
      .when(invoice({ value: 4_000, items: [{ sku: 'MUG', quantity: 1 }] }))
      .then('invoice_issued')
      .status('handling')
      .moves('F:invoice', 'F:handling', 'M:invoice', 'M:payment-approved');
    expect(part.history.order?.lines[0]).toMatchObject({ invoiced: 1, stock: { held: 1 } });
    part.history.when(invoice({ number: 'A-2', value: 8_500 })).status('invoiced');
  });

  it('accepts the same invoice again without effect, also after the last one', () => {
    invoiced()
      .when(invoice({ package: { trackingNumber: 'T1' } }))
      .then();
    invoiced()
      .when(invoice({ value: 1 }))
      .refused('invoice_exists', '/number');
  });

  it.each([
    [{ value: 12_503 }, 'invoice_exceeds_order', '/value'],
    [{ value: 0 }, 'amount_invalid', '/value'],
    [{ value: 1.5 }, 'amount_invalid', '/value'],
    [{ value: 100, items: [{ sku: 'MUG', quantity: 3 }] }, 'quantity_exceeds_ordered', '/items/0/quantity'],
    [{ value: 100, items: [{ lineId: '9', quantity: 1 }] }, 'reference_unknown', '/items/0/lineId'],
  ] as const)('refuses %j as %s', (changes, code, pointer) => {
    handled().when(invoice(changes)).refused(code, pointer);
  });

  it('starts the handling that it proves', () => {
    given(place(), approve).when(invoice()).status('invoiced');
  });

  it('is refused before the payment is approved', () => {
    given(place()).when(invoice()).refused('not_in_this_step');
  });
});
