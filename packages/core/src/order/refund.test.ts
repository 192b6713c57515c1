import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from './commands.js';
import { approve, given, type History, invoice, place, startHandling } from './given.test-support.js';
import { amountDue } from './ledger.js';
import type { Order } from './order.js';
import { refundableOf } from './payment.js';

const paid = given(place({ workflow: 'simple' }), approve, startHandling);
const refund = (what: object): Command => ({ type: 'refund', ...what });
const mug = (quantity: number) => ({ items: [{ sku: 'MUG', quantity }] });

const orderOf = ({ order }: History): Order => order as Order;
const refunds = (history: History) => Object.values(orderOf(history).documents.refund);
const due = (history: History): number => amountDue(orderOf(history).head.ledger);

describe('a refund by line', () => {
  it('gives back exactly what the pieces were sold at, and says so', () => {
    const { history } = paid.when(refund({ ...mug(1), reasonCode: 'damaged', reason: 'Chipped' }));
    expect(refunds(history)).toMatchObject([
      {
        amount: 4_000,
        items: [{ lineId: '1', quantity: 1, amount: 4_000 }],
        shipping: 0,
        goodwill: 0,
        cause: 'refund',
        reasonCode: 'damaged',
        reason: 'Chipped',
      },
    ]);
    expect(due(history)).toBe(0);
  });

  it('of all pieces one by one is not a cent off (pain 2.33)', () => {
    const odd = given(
      place({
        workflow: 'free',
        lines: [{ sku: 'MUG', quantity: 3, priceMicros: 3_340_000 }],
        discounts: [{ id: 'd', name: 'Two cents', amount: 2 }],
        payments: [{ method: 'card', amount: 1_500 }],
        total: 1_500,
      }),
      approve,
    );
    const one = refund({ items: [{ lineId: '1', quantity: 1 }] });
    const { history } = odd.when(one).history.when(one).history.when(one);
    expect(refunds(history).map(({ amount }) => amount)).toEqual([333, 334, 333]);
    expect(due(history)).toBe(0);
    history.when(one).refused('refund_exceeds_sold', '/items/0/quantity');
    expect(refundableOf(orderOf(history.when(refund({ shipping: 500 })).history))).toBe(0);
  });

  it('is for no piece twice, and for none that came back or was given up', () => {
    paid
      .when(refund(mug(2)))
      .history.when(refund(mug(1)))
      .refused('refund_exceeds_sold', '/items/0/quantity');
    paid.when(refund({ items: [{ sku: 'PLATE', quantity: 1 }] })).refused('reference_unknown', '/items/0/sku');
    const returned = given(place(), approve, startHandling, invoice(), {
      type: 'issue_return_invoice',
      number: 'R-1',
      value: 4_000,
      items: [{ sku: 'CUP', quantity: 1 }],
    });
    returned.when(refund({ items: [{ sku: 'CUP', quantity: 1 }] })).refused('refund_exceeds_sold');
  });

  it('may be for less than the pieces, and beyond them is goodwill (pain 2.31)', () => {
    const { history: less } = paid.when(refund({ ...mug(1), amount: 1_000 }));
    expect(refunds(less)).toMatchObject([{ items: [{ amount: 1_000 }], goodwill: 0 }]);
    const { history: more } = paid.when(refund({ ...mug(1), amount: 4_300 }));
    expect(refunds(more)).toMatchObject([{ items: [{ amount: 4_000 }], goodwill: 300, credited: 4_300 }]);
    const { history: goodwill } = paid.when(refund({ amount: 300 }));
    expect(refunds(goodwill)).toMatchObject([{ items: [], goodwill: 300, overpaid: 0 }]);
    paid.when(refund({ items: [], amount: 0 })).refused('amount_invalid', '/amount');
  });

  it('over two payments is for the lines of each what it gave', () => {
    const two = given(
      place({
        workflow: 'simple',
        payments: [
          { method: 'card', amount: 10_000 },
          { method: 'voucher', amount: 2_500 },
        ],
      }),
      approve,
      { ...approve, paymentId: '2' },
      startHandling,
    );
    const { history } = two.when(refund({ ...mug(1), shipping: 500 }));
    expect(refunds(history)).toMatchObject([
      { paymentId: '1', amount: 3_600, items: [{ quantity: 1, amount: 3_600 }], shipping: 0 },
      { paymentId: '2', amount: 900, items: [{ quantity: 0, amount: 400 }], shipping: 500 },
    ]);
    const { history: one } = two.when(refund({ amount: 2_500, paymentId: '2' }));
    expect(refunds(one)).toMatchObject([{ paymentId: '2', amount: 2_500 }]);
    two.when(refund({ amount: 2_501, paymentId: '2' })).refused('refund_exceeds_captured', '/amount');
    two.when(refund({ paymentId: '7' })).refused('payment_not_found', '/paymentId');
  });
});

describe('a refund over three payments, one of them a gift card', () => {
  it('takes from each between nothing and what it gave, whatever is asked for and how often (pain 2.36)', () => {
    const cents = fc.integer({ min: 1, max: 6_000 });
    fc.assert(
      fc.property(cents, cents, fc.array(cents, { minLength: 1, maxLength: 8 }), (card, transfer, asked) => {
        const payments = [
          { id: 'gift', method: 'gift_card', amount: 12_500 - card - transfer },
          { id: 'card', method: 'card', amount: card },
          { id: 'transfer', method: 'bank_transfer', amount: transfer },
        ];
        const answered = payments.map(({ id }): Command => ({ type: 'approve_payment', paymentId: id }));
        let history = given(place({ workflow: 'simple', payments }), ...answered, startHandling);
        let back = 0;
        for (const amount of [...asked, 12_500]) {
          const left = 12_500 - back;
          const wanted = Math.min(amount, left);
          if (wanted === 0) break;
          history = history.when(refund({ amount: wanted })).history;
          back += wanted;
          const taken = Object.values(orderOf(history).documents.payment);
          for (const { captured, refunded } of taken) {
            expect(refunded).toBeGreaterThanOrEqual(0);
            expect(refunded).toBeLessThanOrEqual(captured);
          }
          expect(taken.reduce((all, { refunded }) => all + refunded, 0)).toBe(back);
        }
        expect(
          Object.values(orderOf(history).documents.payment).map(({ captured, refunded }) => captured - refunded),
        ).toEqual([0, 0, 0]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a refund of shipping', () => {
  it('gives back at most what was charged for it', () => {
    const { history } = paid.when(refund({ shipping: 300 }));
    expect(refunds(history)).toMatchObject([{ amount: 300, shipping: 300 }]);
    history.when(refund({ shipping: 201 })).refused('refund_exceeds_sold', '/shipping');
    history.when(refund({ shipping: 200 })).then('order_refunded');
    paid.when(refund({ shipping: -1 })).refused('amount_invalid', '/shipping');
    paid.when(refund({ shipping: 0 })).refused('amount_invalid', '/amount');
  });

  it('of lines that failed keeps them for itself until it is given up', () => {
    const byProvider = place({ workflow: 'free', payments: [{ method: 'card', amount: 12_500, provider: 'sandbox' }] });
    const failed = given(byProvider, { type: 'notify_payment', paymentId: '1' }, refund(mug(2)), {
      type: 'fail_refund',
      refundId: '1',
    });
    failed.when(refund(mug(1))).refused('refund_exceeds_sold');
    failed.when({ type: 'retry_refund', refundId: '1' }).then('refund_retried');
    const { history } = failed.when({ type: 'abandon_refund', refundId: '1' });
    history.when(refund(mug(1))).then('order_refunded');
  });
});

describe('a refund that a paper brings', () => {
  it('says which return invoice it is for', () => {
    const { history } = given(place(), approve, startHandling, invoice()).when({
      type: 'issue_return_invoice',
      number: 'R-1',
      value: 4_000,
    });
    expect(refunds(history)).toMatchObject([{ cause: 'return', returnInvoice: 'R-1', amount: 4_000 }]);
  });

  it('is none where nothing was taken: the return lowers what is due (pain 2.21)', () => {
    const sent = given(place({ workflow: 'free' }), { type: 'send_package' });
    const { history } = sent.when({ type: 'issue_return_invoice', number: 'R-1', value: 4_000 });
    expect(refunds(history)).toEqual([]);
    expect(due(history)).toBe(8_500);
    sent.when(refund({})).refused('nothing_to_refund');
  });
});
