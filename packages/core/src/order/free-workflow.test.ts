import { describe, expect, it } from 'vitest';
import { approve, given, place } from './given.test-support.js';

describe('the free workflow', () => {
  const free = place({ workflow: 'free' });

  it('lets any label follow any other, and refuses labels it does not know', () => {
    given(free, { type: 'set_status', status: 'Completed' })
      .when({ type: 'set_status', status: 'New' })
      .then('status_set')
      .status('New');
    given(free).when({ type: 'set_status', status: 'Lost' }).refused('status_unknown', '/status');
  });

  it('pays and sends what a label says is paid and sent', () => {
    const { history } = given(free)
      .when({ type: 'set_status', status: 'Completed' })
      .then('status_set', 'payment_approved', 'package_sent')
      .status('Completed');
    expect(history.order?.documents.payment['1']?.captured).toBe(12_500);
    expect(history.order?.lines.map((line) => [line.shipped, line.stock?.held])).toEqual([
      [2, 0],
      [1, 0],
    ]);
    history.when({ type: 'set_status', status: 'Cancelled' }).refused('order_shipped');
  });

  it('frees the stock and the money when a label says cancelled', () => {
    const { history } = given(free, approve)
      .when({ type: 'set_status', status: 'Cancelled' })
      .then('status_set', 'order_cancelled');
    expect(history.order?.documents.payment['1']).toMatchObject({ captured: 12_500, refunded: 12_500 });
  });

  it('frees the stock once, whatever labels follow (T6)', () => {
    const cancelled = given(free, approve, { type: 'set_status', status: 'Cancelled' });
    const freed = cancelled.claims.filter(({ kind }) => kind.startsWith('release'));
    expect(freed.length).toBeGreaterThan(0);
    const { history } = cancelled.when({ type: 'set_status', status: 'Cancelled' });
    expect(history.claims).toEqual(cancelled.claims);
    const { history: reopened } = history.when({ type: 'set_status', status: 'New' });
    const { history: again } = reopened.when({ type: 'set_status', status: 'Cancelled' });
    expect(again.claims).toEqual(cancelled.claims);
  });

  it('still never refunds more than was taken', () => {
    given(free, approve).when({ type: 'refund', amount: 12_501 }).refused('refund_exceeds_captured');
  });
});
