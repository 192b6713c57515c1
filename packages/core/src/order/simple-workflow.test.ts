import { describe, expect, it } from 'vitest';
import { approve, given, place, startHandling } from './given.test-support.js';
import { amountDue } from './ledger.js';

describe('the simple workflow', () => {
  const simple = (changes: object = {}) => place({ workflow: 'simple', ...changes });

  it('ships in parts, takes pieces off the shelf when they leave, and money when it is approved', () => {
    const { history } = given(simple(), approve, startHandling)
      .when({ type: 'send_package', items: [{ sku: 'MUG', quantity: 1 }] })
      .then('package_sent')
      .status('partially_shipped')
      .history.when({ type: 'send_package' })
      .status('shipped')
      .history.when({ type: 'mark_delivered' })
      .then('order_delivered')
      .status('delivered');
    expect(history.order?.documents.payment['1']?.captured).toBe(12_500);
    expect(history.claims.map(({ kind }) => kind)).toEqual([
      'claim',
      'claim',
      'confirm',
      'confirm',
      'consume_confirmed',
      'consume_confirmed',
      'consume_confirmed',
    ]);
  });

  it('closes short: what was not sent is cancelled and paid back', () => {
    const { history } = given(simple(), approve, startHandling, {
      type: 'send_package',
      items: [{ sku: 'MUG', quantity: 2 }],
    })
      .when({ type: 'close_short' })
      .then('order_closed_short')
      .status('shipped');
    expect(history.order?.lines[1]).toMatchObject({ cancelled: 1, stock: { held: 0 } });
    const refunded = history.order?.documents.payment['1']?.refunded;
    expect(refunded).toBe(4_167);
    expect(amountDue(history.order?.head.ledger ?? {})).toBe(0);
  });

  it('does not close short what is invoiced', () => {
    given(
      simple(),
      approve,
      startHandling,
      { type: 'send_package', items: [{ sku: 'MUG', quantity: 1 }] },
      { type: 'issue_invoice', number: 'A-1', value: 12_500 },
    )
      .when({ type: 'close_short' })
      .refused('order_invoiced');
  });

  it('hands an order over the counter only by force and whole', () => {
    given(simple()).when({ type: 'send_package' }).refused('not_in_this_step', '/force');
    given(simple())
      .when({ type: 'send_package', force: true, items: [{ sku: 'CUP', quantity: 1 }] })
      .refused('not_in_this_step', '/force');
    given(simple()).when({ type: 'send_package', force: true }).then('package_sent').status('shipped');
  });

  it('turns a full refund of an unsent order into its end', () => {
    const { history } = given(simple(), approve, startHandling)
      .when({ type: 'refund' })
      .then('order_refunded')
      .status('refunded');
    expect(history.claims.slice(-2).map(({ kind }) => kind)).toEqual(['release_confirmed', 'release_confirmed']);
    expect(amountDue(history.order?.head.ledger ?? {})).toBe(0);
    given(simple(), approve, startHandling).when({ type: 'refund', amount: 500 }).status('processing');
    given(simple(), startHandling).when({ type: 'refund' }).refused('nothing_to_refund');
    given(simple(), approve, startHandling).when({ type: 'refund', amount: 12_501 }).refused('refund_exceeds_captured');
  });

  it('does not cancel what has left the house', () => {
    given(simple(), approve, startHandling, { type: 'send_package', items: [{ sku: 'MUG', quantity: 2 }] })
      .when({ type: 'request_cancellation' })
      .refused('order_shipped');
  });
});
