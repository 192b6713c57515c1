import { describe, expect, it } from 'vitest';
import { approve, given, place } from './given.test-support.js';

describe('payments', () => {
  it('moves on when the last of several payments is approved', () => {
    const two = given(
      place({
        payments: [
          { method: 'card', amount: 10_000 },
          { method: 'voucher', amount: 2_500 },
        ],
      }),
    );
    two
      .when(approve)
      .then('payment_approved')
      .status('payment-pending')
      .history.when({ type: 'notify_payment', paymentId: '2' })
      .then('payment_approved')
      .status('ready-for-handling');
  });

  it('ends the order when a payment is denied', () => {
    const { history } = given(place())
      .when({ type: 'deny_payment', paymentId: '1' })
      .then('payment_denied', 'order_cancelled')
      .status('canceled');
    expect(history.order?.head.cancellation?.by).toBe('payment');
    expect(history.order?.lines.map(({ stock }) => stock?.held)).toEqual([0, 0]);
  });

  it('refuses what no payment can bear', () => {
    given(place()).when({ type: 'approve_payment', paymentId: '9' }).refused('payment_not_found', '/paymentId');
    given(place())
      .when({ type: 'approve_payment', paymentId: '1', amount: 12_501 })
      .refused('amount_exceeds_payment', '/amount');
    given(
      place({
        payments: [
          { method: 'a', amount: 1 },
          { method: 'b', amount: 2 },
        ],
      }),
      approve,
    )
      .when(approve)
      .refused('payment_not_pending');
  });
});
