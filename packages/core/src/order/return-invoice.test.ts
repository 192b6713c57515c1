import { describe, expect, it } from 'vitest';
import { describeDocuments } from './document-kinds.js';
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

describe('the parcel that brings goods back', () => {
  const back = { type: 'issue_return_invoice', number: 'R-1', value: 4_000 } as const;
  const returned = () => invoiced().when(back).history;
  const seen = { at: '2026-03-09T15:40:00.000Z', city: 'Porto', description: 'Handed in by Rui' };

  it('is known by what is told of it, in one word or in several, and moves no step', () => {
    const { history } = returned()
      .when({ type: 'track_return', number: 'R-1', carrier: 'Post', trackingNumber: 'T9' }, 'carrier')
      .then('return_tracked')
      .history.when({ type: 'track_return', number: 'R-1', trackingNumber: 'T10', events: [seen], delivered: true })
      .then('return_tracked')
      .status('invoiced');
    expect(history.order?.documents.return_invoice['R-1']?.parcel).toEqual({
      carrier: 'Post',
      trackingNumber: 'T10',
      trackingUrl: null,
      dispatchedAt: null,
      tracking: [{ ...seen, state: null, recordedAt: history.at }],
      deliveredAt: history.at,
    });
  });

  it('is not told of twice in the same words', () => {
    returned()
      .when({ type: 'track_return', number: 'R-1', trackingNumber: 'T9' })
      .history.when({ type: 'track_return', number: 'R-1', trackingNumber: 'T9' })
      .then();
  });

  it('arrives once', () => {
    returned()
      .when({ type: 'track_return', number: 'R-1', delivered: true })
      .history.when({ type: 'track_return', number: 'R-1', delivered: true })
      .refused('package_delivered', '/delivered');
  });

  it('belongs to a return invoice, not to one of the sale', () => {
    returned().when({ type: 'track_return', number: 'A-1', delivered: true }).refused('return_not_found', '/number');
    returned().when({ type: 'track_return', number: 'constructor' }).refused('return_not_found', '/number');
    invoiced().when({ type: 'track_return', number: 'R-1', delivered: true }).refused('return_not_found');
  });

  it('goes round the world at most', () => {
    const events = Array.from({ length: 200 }, () => seen);
    const often = [1, 2].reduce(
      (history) => history.when({ type: 'track_return', number: 'R-1', events }).history,
      returned(),
    );
    often.when({ type: 'track_return', number: 'R-1', events }).refused('too_many', '/events');
  });

  it('is redacted: when it was seen stays, what and where goes', () => {
    const { history } = returned().when({ type: 'track_return', number: 'R-1', trackingNumber: 'T9', events: [seen] });
    const forgotten = history.when({ type: 'forget_person' }).history.order?.documents.return_invoice['R-1']?.parcel;
    expect(forgotten).toMatchObject({
      trackingNumber: 'T9',
      tracking: [{ at: seen.at, city: null, description: null }],
    });
    expect(JSON.stringify(forgotten)).not.toContain('Rui');
  });

  it('is what the order is found by', () => {
    const { history } = returned().when({ type: 'track_return', number: 'R-1', trackingNumber: 'T9' });
    const found = describeDocuments(history.order!).find(({ kind }) => kind === 'return_invoice');
    expect(found?.searchTerms).toEqual(['R-1', 'T9']);
  });
});
