import { describe, expect, it } from 'vitest';
import type { Command } from './commands.js';
import { approve, given, place } from './given.test-support.js';
import type { Order } from './order.js';

/** What each part does rightly alone, and what must hold where one follows the other. */

const LINE = '2';
const byName = { type: 'refund', items: [{ lineId: LINE, quantity: 1 }] } as const satisfies Command;
const refundedOf = (order: Order | null): number => 0 - (order?.head.ledger.refunded ?? 0);

const arrived = () =>
  given(
    place({ workflow: 'simple' }),
    approve,
    { type: 'start_handling' },
    { type: 'send_package' },
    { type: 'mark_delivered' },
  );

const returned = (history: ReturnType<typeof arrived>) =>
  (
    [
      { type: 'request_return', items: [{ lineId: LINE, quantity: 1, reason: 'faulty', comment: 'torn' }] },
      { type: 'authorise_return', returnId: '1' },
      { type: 'receive_return', returnId: '1' },
      { type: 'inspect_return', returnId: '1', items: [{ lineId: LINE, accepted: 1, rejected: 0, restock: false }] },
      { type: 'settle_return', returnId: '1' },
    ] as readonly Command[]
  ).reduce((next, command) => next.when(command).history, history);

describe('goods that were refunded by name', () => {
  it('bring no money a second time when they come back', () => {
    const refunded = arrived().when(byName).history;
    const before = refundedOf(refunded.order);
    expect(before).toBeGreaterThan(0);
    const back = returned(refunded);
    expect(back.order?.documents.return['1']?.lines.reduce((sum, { settled }) => sum + settled, 0)).toBe(1);
    expect(refundedOf(back.order)).toBe(before);
  });

  it('bring what they were sold at when they were not', () => {
    expect(refundedOf(returned(arrived()).order)).toBeGreaterThan(0);
  });
});

describe('a refund by name that failed', () => {
  it('is asked for again and not beside itself, until it is given up', () => {
    const failed = arrived()
      .when(byName)
      .history.when({ type: 'fail_refund', refundId: '1', message: 'no', reversed: true }).history;
    failed.when(byName).refused('refund_exceeds_sold');
    const given = failed.when({ type: 'abandon_refund', refundId: '1' }).history;
    given.when(byName).then('order_refunded');
  });
});
