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

const returned = (history: ReturnType<typeof arrived>, how: { includeShipping?: boolean } = {}) =>
  (
    [
      { type: 'request_return', items: [{ lineId: LINE, quantity: 1, reason: 'faulty', comment: 'torn' }] },
      { type: 'authorise_return', returnId: '1' },
      { type: 'receive_return', returnId: '1' },
      { type: 'inspect_return', returnId: '1', items: [{ lineId: LINE, accepted: 1, rejected: 0, restock: false }] },
      { type: 'settle_return', returnId: '1', resolution: 'refund', ...how },
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

const shippedFirst = () =>
  given(
    place({ workflow: 'simple' }),
    approve,
    { type: 'start_handling' },
    { type: 'send_package', items: [{ lineId: '1', quantity: 2 }] },
  );

describe('an order that is closed short', () => {
  it('gives back for open pieces what was not given back for them by name', () => {
    const alone = refundedOf(shippedFirst().when({ type: 'close_short' }).history.order);
    const after = shippedFirst().when(byName).history.when({ type: 'close_short' }).history;
    expect(refundedOf(after.order)).toBe(alone);
    expect(after.order?.head.ledger.receivable ?? 0).toBe(0);
  });

  it('and was invoiced does the same', () => {
    const invoiced = () =>
      given(
        place({ payments: [{ method: 'card', amount: 12_500, capture: 'on_approval' }] }),
        approve,
        { type: 'start_handling' },
        {
          type: 'issue_invoice',
          number: 'A-1',
          value: 8_333,
          items: [{ lineId: '1', quantity: 2 }],
        },
      );
    const alone = invoiced().when({ type: 'close_short' }).history.order;
    const after = invoiced().when(byName).history.when({ type: 'close_short' }).history.order;
    expect(refundedOf(after)).toBe(refundedOf(alone));
  });

  it('gives back for them no less because goods of other lines came back', () => {
    const alone = refundedOf(shippedFirst().when({ type: 'close_short' }).history.order);
    const back = shippedFirst().when({
      type: 'issue_return_invoice',
      number: 'R-1',
      value: 4_000,
      items: [{ lineId: '1', quantity: 1 }],
    }).history;
    expect(refundedOf(back.when({ type: 'close_short' }).history.order)).toBe(4_000 + alone);
  });
});

describe('shipping', () => {
  it('that a return gave back is not given back again by name', () => {
    const back = returned(arrived(), { includeShipping: true });
    const left = 500 - (back.order?.documents.return['1']?.settlements[0]?.shipping ?? 0);
    expect(left).toBeLessThan(500);
    back.when({ type: 'refund', shipping: left + 1 }).refused('refund_exceeds_sold');
    back.when({ type: 'refund', shipping: left }).then('order_refunded');
  });

  it('of pieces that were given up is not given back by name either', () => {
    const short = shippedFirst().when({ type: 'close_short' }).history;
    short.when({ type: 'refund', shipping: 500 }).refused('refund_exceeds_sold');
  });

  it('that was given back by name is not in the worth of a return', () => {
    const before = arrived().when({ type: 'refund', shipping: 500 }).history;
    const back = returned(before, { includeShipping: true });
    expect(back.order?.documents.return['1']?.settlements[0]?.shipping).toBeUndefined();
  });
});

describe('goodwill whose refund failed', () => {
  const goodwill = { type: 'refund', amount: 3_000 } as const satisfies Command;
  const failed = () =>
    arrived().when(goodwill).history.when({ type: 'fail_refund', refundId: '1', message: 'no', reversed: true })
      .history;
  const due = (order: Order | null): number => order?.head.ledger.receivable ?? 0;

  it('is asked for again while it is owed, and owed no more when it is given up', () => {
    failed().when({ type: 'retry_refund', refundId: '1' }).then('refund_retried');
    expect(due(failed().when({ type: 'abandon_refund', refundId: '1' }).history.order)).toBe(0);
  });

  it('and went back another way since goes back no second time, and is not owed again', () => {
    const paid = failed().when({ type: 'refund', amount: 3_000 }).history;
    // the second was paid out of what was owed: nobody was let off anything for it
    expect(due(paid.order)).toBe(0);
    paid.when({ type: 'retry_refund', refundId: '1' }).refused('nothing_to_refund');
    expect(due(paid.when({ type: 'abandon_refund', refundId: '1' }).history.order)).toBe(0);
  });
});

describe('money of a provider', () => {
  const byProvider = (workflow: string) =>
    place({
      workflow,
      cancellationWindow: 1800,
      payments: [{ method: 'card', amount: 12_500, provider: 'sandbox', capture: 'on_approval' }],
    });

  it('that it took for an order which had ended goes back', () => {
    const ended = given(byProvider('complete'), approve, { type: 'request_cancellation', reason: 'why not' });
    expect(ended.order?.head.cancellation).not.toBeNull();
    const { history } = ended.when({ type: 'settle_capture', captureId: '1' }, 'payment_provider');
    expect(Object.values(history.order?.documents.refund ?? {})).toMatchObject([
      { amount: 12_500, state: 'requested' },
    ]);
    const settled = history.when({ type: 'settle_refund', refundId: '1' }, 'payment_provider').history;
    expect(settled.order?.head.ledger.receivable ?? 0).toBe(0);
  });

  it('that it did not take for an order which had ended is given up', () => {
    const ended = given(byProvider('complete'), approve, { type: 'request_cancellation', reason: 'why not' });
    const { history } = ended.when({ type: 'fail_capture', captureId: '1', message: 'no' }, 'payment_provider');
    expect(Object.values(history.order?.documents.void ?? {})).toMatchObject([{ amount: 12_500, state: 'requested' }]);
  });

  it('that is owed after a full refund was given up can be given back, though the order is refunded', () => {
    const owed = given(
      byProvider('simple'),
      approve,
      { type: 'settle_capture', captureId: '1' },
      { type: 'start_handling' },
      { type: 'refund' },
      { type: 'fail_refund', refundId: '1', message: 'closed' },
      { type: 'abandon_refund', refundId: '1' },
    );
    expect(owed.order?.head.instances[0]?.step).toBe('refunded');
    const { history } = owed.when({ type: 'refund' });
    expect(Object.values(history.order?.documents.refund ?? {})).toMatchObject([
      { state: 'abandoned' },
      { state: 'requested', amount: 12_500 },
    ]);
  });

  it('is taken into handling only for what stands of an authorisation', () => {
    const placed = place({
      payments: [
        { method: 'card', amount: 8_500, capture: 'on_invoice' },
        { method: 'card', amount: 4_000, capture: 'on_invoice' },
      ],
    });
    const history = given(placed, approve).when({ type: 'void_payment', paymentId: '1' }).history;
    const cancelled = history.when({ type: 'cancel_payment', paymentId: '2' }).history;
    expect(cancelled.order?.head.authorisedAt).toBeNull();
  });
});

describe('a payment that was cancelled', () => {
  it('does not come back when the placement is completed', () => {
    const history = given(place({ incomplete: true }), { type: 'cancel_payment', paymentId: '1' });
    const completed = history.when({ type: 'complete_placement' }).history;
    expect(Object.values(completed.order?.documents.payment ?? {})).toEqual([]);
  });
});

describe('what a hold keeps in the house', () => {
  const hold = (kind: 'line' | 'shipment', id: string, blocks: 'shipping' | 'payment') =>
    ({ type: 'place_hold', holdType: 'fraud_review', on: { kind, id }, blocks: [blocks] }) as const satisfies Command;
  const handled = () => given(place({ workflow: 'simple' }), approve, { type: 'start_handling' });

  it('leaves with no other line that took the place of its own', () => {
    const sent = handled().when({ type: 'send_package', items: [{ lineId: '1', quantity: 1 }] }).history;
    sent
      .when(hold('line', '1', 'shipping'))
      .history.when({ type: 'edit_order', changes: [{ change: 'replace_line', lineId: '1', sku: 'MUG' }] })
      .refused('on_hold');
  });

  it('leaves with no other shipment than the one that is held', () => {
    const planned = handled()
      .when({ type: 'plan_shipment' })
      .history.when(hold('shipment', '1', 'shipping')).history;
    const items = [{ lineId: '1', quantity: 1 }];
    planned.when({ type: 'split_shipment', shipmentId: '1', items }).refused('on_hold');
    planned.when({ type: 'move_items', from: '1', items }).refused('on_hold');
  });
});

describe('an edit', () => {
  it('of other lines is not kept back by one that was paid for and came back', () => {
    const back = given(
      place({ workflow: 'simple' }),
      approve,
      { type: 'start_handling' },
      { type: 'send_package', items: [{ lineId: LINE, quantity: 1 }] },
      byName,
      {
        type: 'issue_return_invoice',
        number: 'R-1',
        value: 1,
        items: [{ lineId: LINE, quantity: 1 }],
      },
    );
    back
      .when({ type: 'edit_order', changes: [{ change: 'set_quantity', lineId: '1', quantity: 3 }] })
      .then('order_edited');
  });

  it('puts no other product under the id of a line that it takes away', () => {
    given(place({ workflow: 'simple' }))
      .when({
        type: 'edit_order',
        changes: [
          { change: 'remove_line', lineId: '1' },
          { change: 'add_line', id: '1', sku: 'CUP', quantity: 2 },
        ],
      })
      .refused('duplicate_id');
  });
});
