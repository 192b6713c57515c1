import { describe, expect, it } from 'vitest';
import type { Command } from './commands.js';
import { approve, given, type History, invoice, place, startHandling } from './given.test-support.js';
import { amountDue } from './ledger.js';
import type { Order } from './order.js';
import { paymentState } from './states.js';
import { timersOf } from './timers.js';

/** What an accountant tries: sequences that leave money, stock or papers wrong where each step alone looks right. */

const simple = (changes: object = {}) => place({ workflow: 'simple', ...changes });
const send = (sku: string, quantity: number): Command => ({ type: 'send_package', items: [{ sku, quantity }] });
const orderOf = (history: History): Order => history.order as Order;
const due = (history: History): number => amountDue(orderOf(history).head.ledger);
const held = (history: History): number[] => orderOf(history).lines.map(({ stock }) => stock?.held ?? 0);

describe('a parcel that travels with an invoice', () => {
  it('takes its pieces off the shelf where parcels do, and moves the order on', () => {
    const { history } = given(simple(), approve, startHandling)
      .when(invoice({ package: { carrier: 'Post' } }))
      .then('invoice_issued', 'package_sent')
      .status('shipped');
    expect(held(history)).toEqual([0, 0]);
    expect(history.claims.filter(({ kind }) => kind === 'consume_confirmed')).toHaveLength(2);
  });

  it('holds only what has not left yet', () => {
    const sent = given(place(), approve, startHandling, { type: 'send_package' });
    sent.when(invoice({ package: {} })).refused('nothing_to_ship', '/package');
    const half = given(place(), approve, startHandling, send('MUG', 1)).when(invoice({ package: {} }));
    expect(orderOf(half.history).lines.map(({ shipped }) => shipped)).toEqual([2, 1]);
  });
});

describe('a cancellation', () => {
  it('is not confirmed once a parcel has left', () => {
    const requested = given(
      place(),
      approve,
      startHandling,
      { type: 'request_cancellation' },
      { type: 'send_package' },
    );
    requested.when({ type: 'confirm_cancellation' }).refused('order_shipped');
    requested.when({ type: 'end_deadline' }, 'system', 2_600_000).refused('order_shipped');
    requested.when({ type: 'deny_cancellation' }).then('cancellation_denied');
  });

  it('ends everything that takes money or goods, in every workflow', () => {
    const cancelled = given(place({ workflow: 'free' }), { type: 'request_cancellation' });
    for (const command of [
      approve,
      startHandling,
      { type: 'send_package' },
      { type: 'mark_delivered' },
      invoice(),
    ] as const) {
      cancelled.when(command).refused('order_cancelled');
    }
  });
});

describe('a refund', () => {
  it('of an invoiced order leaves the order standing: a paper is taken back by a return invoice', () => {
    const { history } = given(simple(), approve, startHandling, invoice())
      .when({ type: 'refund' })
      .status('processing');
    expect(orderOf(history).head.cancellation).toBeNull();
    history.when({ type: 'send_package' }).then('package_sent');
  });

  it('and a later return never give back more than was sold', () => {
    const goodwill = given(place(), { type: 'notify_payment', paymentId: '1' }, startHandling, invoice(), {
      type: 'refund',
      amount: 3_000,
    });
    goodwill
      .when({ type: 'issue_return_invoice', number: 'R-1', value: 12_500 })
      .refused('return_exceeds_invoices', '/value');
    const { history } = goodwill
      .when({ type: 'issue_return_invoice', number: 'R-1', value: 9_500 })
      .then('return_invoice_issued');
    expect(due(history)).toBe(0);
  });

  it('does not close an order that is still due', () => {
    const payments = [
      { method: 'voucher', amount: 5_000 },
      { method: 'cash', amount: 7_500 },
    ];
    const { history } = given(simple({ payments }), approve, startHandling, { type: 'send_package' })
      .when({ type: 'issue_return_invoice', number: 'R-1', value: 5_000 })
      .status('shipped');
    history.when({ type: 'approve_payment', paymentId: '2' }).then('payment_approved');
  });
});

describe('closing short', () => {
  it('after goodwill gives back no more than is left', () => {
    const { history } = given(simple(), approve, startHandling, send('MUG', 2), { type: 'refund' }).when({
      type: 'close_short',
    });
    expect(due(history)).toBeGreaterThanOrEqual(0);
  });

  it('shares adjustments with the pieces that went', () => {
    const adjustments = [{ id: 'a', kind: 'voucher', name: 'Loyalty', amount: -8_000 }];
    const reduced = simple({ adjustments, total: 4_500, payments: [{ method: 'card', amount: 4_500 }] });
    const { history } = given(reduced, approve, startHandling, send('MUG', 2)).when({ type: 'close_short' });
    expect(orderOf(history).documents.payment['1']?.refunded).toBe(1_500);
    expect(due(history)).toBe(0);
  });

  it('gives up what was authorised for the rest, and later invoices stop at what is left', () => {
    const later = simple({ payments: [{ method: 'card', amount: 12_500, capture: 'on_invoice' }] });
    const { history } = given(later, approve, startHandling, send('MUG', 2)).when({ type: 'close_short' });
    const left = due(history);
    expect(orderOf(history).documents.payment['1']).toMatchObject({ authorised: 12_500, voided: 12_500 - left });
    history.when(invoice({ value: 12_500 })).refused('invoice_exceeds_order', '/value');
    const invoiced = history.when(invoice({ value: left })).then('invoice_issued');
    expect(due(invoiced.history)).toBe(0);
    expect(orderOf(invoiced.history).documents.payment['1']?.captured).toBe(left);
  });

  it('ends a partly invoiced order at what is invoiced, so that it never hangs', () => {
    const part = invoice({ value: 8_000, items: [{ sku: 'MUG', quantity: 2 }] });
    const { history } = given(place(), approve, startHandling, part)
      .when({ type: 'close_short' })
      .then('order_closed_short')
      .status('invoiced');
    expect(orderOf(history).documents.payment['1']).toMatchObject({ captured: 8_000, voided: 4_500 });
    expect(due(history)).toBe(0);
    expect(held(history)).toEqual([0, 0]);
    given(place(), approve, startHandling).when({ type: 'close_short' }).refused('not_in_this_step');
  });

  it('gives up no piece that left the house before its invoice', () => {
    const part = invoice({ value: 8_000, items: [{ sku: 'MUG', quantity: 2 }] });
    const { history } = given(place(), approve, startHandling, part).when(send('CUP', 1));
    history.when({ type: 'close_short' }).refused('order_shipped');
    history.when(invoice({ number: 'F-2', value: 4_500, items: [{ sku: 'CUP', quantity: 1 }] })).status('invoiced');
  });
});

describe('invoices', () => {
  it('stop when the order is wholly invoiced, also by a rounding unit', () => {
    const lines = Array.from({ length: 50 }, () => ({ sku: 'MUG', quantity: 1, priceMicros: 10_000 }));
    const pennies = place({ lines, deliveries: [], total: 50, payments: [{ method: 'card', amount: 50 }] });
    const over = given(pennies, approve, startHandling, invoice({ value: 100 }));
    over.when(invoice({ number: 'A-2', value: 1 })).refused('not_in_this_step');
    over.when({ type: 'issue_return_invoice', number: 'R-1', value: 51 }).refused('return_exceeds_invoices');
  });

  it('take from authorisations only what was not taken before', () => {
    const payments = [
      { method: 'voucher', amount: 8_000, capture: 'on_approval' as const },
      { method: 'card', amount: 4_500 },
    ];
    const paid = given(place({ payments }), approve, { type: 'approve_payment', paymentId: '2' }, startHandling);
    const first = paid.when(invoice({ value: 4_000 }));
    expect(orderOf(first.history).documents.payment['2']?.captured).toBe(0);
    const last = first.history.when(invoice({ number: 'A-2', value: 8_500 }));
    expect(orderOf(last.history).documents.payment['2']?.captured).toBe(4_500);
    expect(paymentState(orderOf(last.history))).toBe('paid');
  });
});

describe('approvals and deletions', () => {
  it('an approval of nothing is none', () => {
    given(place()).when({ type: 'approve_payment', paymentId: '1', amount: 0 }).refused('amount_invalid', '/amount');
  });

  it('a deleted incomplete order gives its stock back when its time is over', () => {
    const deleted = given(place({ incomplete: true }), { type: 'delete_order' });
    expect(timersOf(orderOf(deleted)).map(({ command }) => command)).toEqual(['expire_placement']);
    const { history } = deleted.when({ type: 'expire_placement' }, 'system', 300).then('placement_expired');
    expect(held(history)).toEqual([0, 0]);
  });

  it('a return invoice that is sent again with other items is another one', () => {
    const back: Command = {
      type: 'issue_return_invoice',
      number: 'R-1',
      value: 4_000,
      items: [{ sku: 'MUG', quantity: 1 }],
    };
    const returned = given(place(), approve, startHandling, invoice(), back);
    returned.when(back).then();
    returned.when({ ...back, items: [{ sku: 'CUP', quantity: 1 }] }).refused('invoice_exists', '/number');
  });
});
