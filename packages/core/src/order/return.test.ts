import { describe, expect, it } from 'vitest';
import { approve, given, invoice, place, startHandling } from './given.test-support.js';
import { amountDue } from './ledger.js';

const invoiced = () => given(place(), approve, startHandling, invoice({ package: { trackingNumber: 'T1' } }));

describe('return invoices', () => {
  const goodsBack = {
    type: 'issue_return_invoice',
    number: 'R-1',
    value: 4_000,
    items: [{ sku: 'MUG', quantity: 1 }],
  } as const;

  it('refund over the payments that were taken, and leave the order invoiced', () => {
    const { history } = invoiced()
      .when({ ...goodsBack, restock: true })
      .then('return_invoice_issued')
      .status('invoiced');
    expect(history.order?.documents.payment['1']?.refunded).toBe(4_000);
    expect(history.order?.lines[0]?.returned).toBe(1);
    expect(history.claims.at(-1)).toMatchObject({ kind: 'restock', sku: 'MUG', quantity: 1 });
    expect(amountDue(history.order?.head.ledger ?? {})).toBe(0);
  });

  it('may refund less than they are worth, and never more than was taken', () => {
    const { history } = invoiced().when({ ...goodsBack, refund: 1_000 });
    expect(amountDue(history.order?.head.ledger ?? {})).toBe(-3_000);
    invoiced()
      .when({ ...goodsBack, refund: 12_501 })
      .refused('refund_exceeds_captured', '/refund');
    invoiced()
      .when({ ...goodsBack, refund: 4_001 })
      .refused('refund_exceeds_captured', '/refund');
  });

  it.each([
    [{ value: 12_501 }, 'return_exceeds_invoices'],
    [{ value: 0 }, 'amount_invalid'],
    [{ items: [{ sku: 'MUG', quantity: 3 }] }, 'quantity_exceeds_invoiced'],
    [{ number: 'A-1' }, 'invoice_exists'],
  ] as const)('are refused: %j as %s', (changes, code) => {
    invoiced()
      .when({ ...goodsBack, ...changes })
      .refused(code);
  });

  it('need an order that is wholly invoiced', () => {
    given(place(), approve, startHandling, invoice({ value: 100 }))
      .when(goodsBack)
      .refused('return_before_invoice');
  });
});
