import { describe, expect, it } from 'vitest';
import type { Command } from './commands.js';
import { approve, given, type History, place, startHandling } from './given.test-support.js';
import { amountDue } from './ledger.js';
import type { Order } from './order.js';
import { openAuthorisation, paymentStatus, refundable } from './payment.js';

const byProvider = place({
  workflow: 'simple',
  payments: [{ method: 'card', amount: 12_500, provider: 'sandbox', capture: 'by_hand' }],
});
const capture = (amount: number): Command => ({ type: 'capture_payment', paymentId: '1', amount });
const settle = (captureId: string, more: object = {}): Command => ({ type: 'settle_capture', captureId, ...more });
const taken = given(byProvider, approve, capture(10_000), settle('1'), startHandling);
const refund = (amount: number): Command => ({ type: 'refund', amount });
const settleRefund = (refundId: string, more: object = {}): Command => ({ type: 'settle_refund', refundId, ...more });

const orderOf = ({ order }: History): Order => order as Order;
const payment = (history: History) => orderOf(history).documents.payment['1']!;
const due = (history: History): number => amountDue(orderOf(history).head.ledger);

describe('what a provider answers', () => {
  it('T8: a capture that the provider refused is asked for again as the same document', () => {
    const failed = given(byProvider, approve, capture(10_000), {
      type: 'fail_capture',
      captureId: '1',
      message: 'Try again later',
    });
    expect(orderOf(failed).documents.capture['1']).toMatchObject({ state: 'failed', failure: 'Try again later' });
    expect(openAuthorisation(payment(failed))).toBe(12_500);
    const again = failed.when({ type: 'retry_capture', captureId: '1' }).then('capture_retried').history;
    expect(payment(again)).toMatchObject({ capturing: 10_000, captured: 0 });
    const { history } = again.when(settle('1', { outerId: 'ch_1' })).then('capture_settled');
    expect(Object.values(orderOf(history).documents.capture)).toMatchObject([
      { id: '1', state: 'settled', outerId: 'ch_1', attempts: 2, failure: null },
    ]);
  });

  it('twice changes nothing the second time, and other news of what has settled is not swallowed', () => {
    const settled = given(byProvider, approve, capture(10_000), settle('1', { outerId: 'ch_1' }));
    settled.when(settle('1', { outerId: 'ch_1' })).then();
    settled.when(settle('1')).then();
    settled.when(settle('1', { outerId: 'ch_2' })).refused('already_settled');
    settled.when(settle('1', { amount: 9_000 })).refused('already_settled');
  });

  it('late, after it had failed or was given up, is booked all the same', () => {
    const asked = given(byProvider, approve, capture(10_000));
    for (const end of [
      { type: 'fail_capture', captureId: '1' },
      { type: 'abandon_capture', captureId: '1' },
    ] as const) {
      const { history } = asked.when(end).history.when(settle('1', { outerId: 'ch_1' }), 'payment_provider');
      expect(payment(history)).toMatchObject({ captured: 10_000, capturing: 0 });
      expect(due(history)).toBe(2_500);
    }
  });

  it('after the order was cancelled is booked, and what is owed to the buyer shows', () => {
    const { history } = given(byProvider, approve, capture(10_000), { type: 'request_cancellation' }).when(settle('1'));
    expect(due(history)).toBe(-10_000);
    expect(due(history.when(refund(10_000)).history.when(settleRefund('1')).history)).toBe(0);
  });

  it('of more than was authorised lets the payment grow: the money was taken', () => {
    const twice = given(
      byProvider,
      approve,
      capture(10_000),
      { type: 'fail_capture', captureId: '1' },
      capture(12_500),
    );
    const { history } = twice.when(settle('2')).history.when(settle('1'));
    expect(payment(history)).toMatchObject({ captured: 22_500, authorised: 22_500, amount: 22_500 });
    expect(orderOf(history).documents.capture['1']?.beyond).toBe(10_000);
    expect(due(history)).toBe(-10_000);
  });

  it('of less than was asked for leaves the rest authorised', () => {
    const { history } = given(byProvider, approve, capture(10_000)).when(settle('1', { amount: 7_000 }));
    expect(payment(history)).toMatchObject({ captured: 7_000, capturing: 0 });
    expect(openAuthorisation(payment(history))).toBe(5_500);
  });

  it('no, after it said yes, is an old answer unless it says that it takes the yes back', () => {
    const back = given(byProvider, approve, capture(10_000), settle('1'));
    back.when({ type: 'fail_capture', captureId: '1' }).refused('already_settled');
    const { history } = back.when({ type: 'fail_capture', captureId: '1', reversed: true }).then('capture_failed');
    expect(payment(history)).toMatchObject({ captured: 0 });
    expect(due(history)).toBe(12_500);
    const givenBack = given(byProvider, approve, capture(10_000), settle('1'), startHandling, refund(1));
    givenBack.when({ type: 'fail_capture', captureId: '1', reversed: true }).refused('already_settled');
  });

  it('is about a document that is there', () => {
    taken.when(settle('9')).refused('capture_not_found', '/captureId');
    given(byProvider).when({ type: 'fail_refund', refundId: '1' }).refused('refund_not_found');
    taken.when({ type: 'retry_capture', captureId: '1' }).refused('not_failed');
    given(byProvider, approve, capture(1))
      .when(settle('1', { amount: 0 }))
      .refused('amount_invalid', '/amount');
  });

  it('is heard of a deleted order too: money has moved whatever became of it', () => {
    const { history } = given(byProvider, approve, capture(10_000), { type: 'delete_order' }).when(settle('1'));
    expect(payment(history).captured).toBe(10_000);
    history.when({ type: 'retry_capture', captureId: '1' }).refused('order_deleted');
  });

  it('to a payment of a cancelled order gives up at once what it authorised', () => {
    const { history } = given(byProvider, { type: 'request_cancellation' })
      .when(approve, 'payment_provider')
      .then('payment_approved', 'void_requested');
    expect(payment(history)).toMatchObject({ authorised: 12_500, voiding: 12_500 });
    given(place({ workflow: 'simple' }), { type: 'request_cancellation' })
      .when(approve)
      .refused('order_cancelled');
  });
});

describe('a refund on its way', () => {
  it('counts at once against what may be refunded, and as refunded when it has settled (pains 2.13, 2.23)', () => {
    const asked = taken.when(refund(4_000)).history;
    expect(payment(asked)).toMatchObject({ refunded: 0, refunding: 4_000 });
    expect(paymentStatus(payment(asked))).toBe('captured');
    asked.when(refund(6_001)).refused('refund_exceeds_captured', '/amount');
    const { history: second } = asked.when(refund(6_000));
    expect(Object.keys(orderOf(second).documents.refund)).toEqual(['1', '2']);
    const { history } = second.when({ type: 'fail_refund', refundId: '1' }).history.when(settleRefund('2'));
    expect(payment(history)).toMatchObject({ refunded: 6_000, refunding: 0 });
    expect(refundable(payment(history))).toBe(4_000);
  });

  it('goes back wholly where its provider gives back no parts', () => {
    const whole = given(
      byProvider,
      { type: 'begin_payment', paymentId: '1', outerId: 'x_1', whole: ['refund'] },
      approve,
      capture(10_000),
      settle('1'),
      startHandling,
    );
    whole.when(refund(4_000)).refused('not_in_parts', '/amount');
    // no amount was sent that a pointer could lead to
    const { answer } = whole.when({ type: 'refund', shipping: 500 }).refused('not_in_parts');
    expect(answer).toMatchObject({ details: { paymentId: '1', whole: 10_000 } });
    expect(answer).not.toHaveProperty('pointer');
    whole.when(refund(10_000)).then('order_refunded');
  });

  it('T9: 40 of 100 goes back and then 60: partly refunded, then refunded', () => {
    const hundred = given(
      place({ workflow: 'free', payments: [{ method: 'card', amount: 100, provider: 'sandbox', capture: 'by_hand' }] }),
      approve,
      capture(100),
      settle('1'),
    );
    const { history: part } = hundred.when(refund(40)).history.when(settleRefund('1'));
    expect(paymentStatus(payment(part))).toBe('partly_refunded');
    const { history: whole } = part.when(refund(60)).history.when(settleRefund('2'));
    expect(paymentStatus(payment(whole))).toBe('refunded');
  });

  it('of the same amount as another is another refund (pain 2.12)', () => {
    const { history } = taken.when(refund(3_000)).history.when(refund(3_000));
    const both = history.when(settleRefund('1')).history.when(settleRefund('2')).history;
    expect(payment(both)).toMatchObject({ refunded: 6_000 });
    expect(Object.values(orderOf(both).documents.refund).map(({ state }) => state)).toEqual(['settled', 'settled']);
  });

  it('that failed is asked for again while its amount is there, or given up', () => {
    const failed = taken.when(refund(8_000)).history.when({ type: 'fail_refund', refundId: '1' }).history;
    failed.when(refund(3_000)).history.when({ type: 'retry_refund', refundId: '1' }).refused('refund_exceeds_captured');
    failed.when({ type: 'retry_refund', refundId: '1' }).then('refund_retried');
    failed.when({ type: 'abandon_refund', refundId: '1' }).then('refund_abandoned');
    taken
      .when(refund(8_000))
      .history.when(settleRefund('1'))
      .history.when({ type: 'abandon_refund', refundId: '1' })
      .refused('already_settled');
  });

  it('that is given up is no goodwill any more: the buyer owes again what it was let off, and not when it comes late', () => {
    const before = due(taken);
    const asked = taken.when(refund(1_000)).history;
    expect(due(asked)).toBe(before - 1_000);
    const { history } = asked.when({ type: 'abandon_refund', refundId: '1' });
    expect(due(history)).toBe(before);
    const late = history.when(settleRefund('1')).history;
    expect(due(late)).toBe(before);
    expect(payment(late).refunded).toBe(1_000);
  });

  it('that the provider gave twice over is owed by the buyer', () => {
    const { history: failed } = taken.when(refund(10_000)).history.when({ type: 'fail_refund', refundId: '1' });
    const { history } = failed.when(refund(10_000)).history.when(settleRefund('2')).history.when(settleRefund('1'));
    expect(payment(history)).toMatchObject({ refunded: 10_000 });
    expect(orderOf(history).documents.refund['1']?.beyond).toBe(10_000);
    expect(orderOf(history).head.ledger.refunded_beyond).toBe(-10_000);
  });

  it('that a bank sent back can go out again', () => {
    const { history } = taken
      .when(refund(4_000))
      .history.when(settleRefund('1'))
      .history.when({ type: 'fail_refund', refundId: '1', reversed: true });
    expect(payment(history)).toMatchObject({ refunded: 0 });
    history.when({ type: 'retry_refund', refundId: '1' }).then('refund_retried');
  });
});
