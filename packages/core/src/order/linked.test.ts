import { describe, expect, it } from 'vitest';
import { approve, invoice, place, startHandling } from './given.test-support.js';
import { MARKETPLACE, pairOf, SELLER } from './pair.test-support.js';

/** A marketplace order and the seller's order that fulfils it, in one installation: one unit, whoever is asked. */

const placed = () =>
  pairOf(new Map(), '2026-03-02T12:00:00.000Z')
    .when(MARKETPLACE, place({ workflow: 'marketplace' }))
    .when(SELLER, place({ workflow: 'fulfillment', payments: [], fulfils: MARKETPLACE }));

const handled = () => placed().when(MARKETPLACE, approve).when(SELLER, startHandling);

describe('a marketplace order and its seller order', () => {
  it('waits for its seller, and goes on when the seller order is there', () => {
    const alone = pairOf(new Map(), '2026-03-02T12:00:00.000Z').when(MARKETPLACE, place({ workflow: 'marketplace' }));
    expect(alone.statuses()).toEqual(['waiting-for-authorization', null]);
    expect(placed().statuses()).toEqual(['payment-pending', 'waiting-ffmt-authorization']);
    expect(placed().orders.get(MARKETPLACE)?.head.links).toEqual([
      { role: 'seller', account: 'default', orderId: SELLER },
    ]);
  });

  it('releases the seller by the payment of the marketplace', () => {
    const paid = placed().when(MARKETPLACE, approve);
    expect(paid.statuses()).toEqual(['payment-approved', 'ready-for-handling']);
    expect(paid.orders.get(SELLER)?.lines[0]?.stock?.state).toBe('confirmed');
    expect(paid.orders.get(MARKETPLACE)?.lines[0]?.stock).toBeNull();
  });

  it('shows the seller’s invoice on both sides', () => {
    const invoiced = handled().when(SELLER, invoice());
    expect(invoiced.statuses()).toEqual(['invoiced', 'invoiced']);
    expect(invoiced.orders.get(MARKETPLACE)?.documents.invoice['A-1']?.value).toBe(12_500);
    expect(invoiced.orders.get(MARKETPLACE)?.documents.payment['1']?.captured).toBe(12_500);
  });

  it('shows the seller’s parcels on both sides until they have arrived', () => {
    const sent = handled().when(SELLER, invoice({ package: { carrier: 'Post' } }));
    const tracked = sent.when(SELLER, { type: 'update_package', packageId: '1', trackingNumber: 'T1' }).when(SELLER, {
      type: 'track_package',
      packageId: '1',
      events: [{ at: '2026-03-04T00:00:00.000Z', description: 'left' }],
      delivered: true,
    });
    for (const id of [MARKETPLACE, SELLER]) {
      const order = tracked.orders.get(id);
      expect(order?.documents.package['1']).toMatchObject({
        carrier: 'Post',
        trackingNumber: 'T1',
        invoiceNumber: 'A-1',
      });
      expect(order?.documents.package['1']?.tracking).toHaveLength(1);
      expect(order?.head.deliveredAt).not.toBeNull();
    }
  });

  it('is not held up by a marketplace record that cannot hold the parcel', () => {
    const other = pairOf(new Map(), '2026-03-02T12:00:00.000Z')
      .when(
        MARKETPLACE,
        place({ workflow: 'marketplace', lines: [{ sku: 'CUP', quantity: 1 }], payments: [], total: 4_500 }),
      )
      .when(SELLER, place({ workflow: 'fulfillment', payments: [], fulfils: MARKETPLACE }))
      .when(SELLER, startHandling)
      .when(SELLER, { type: 'send_package', items: [{ sku: 'MUG', quantity: 2 }] });
    expect(other.refusal).toBeNull();
    expect(other.orders.get(SELLER)?.documents.package['1']?.items).toEqual([{ lineId: '1', quantity: 2 }]);
    expect(other.orders.get(MARKETPLACE)?.documents.package).toEqual({});
  });

  it('goes back to payment approved and handling after a part', () => {
    expect(
      handled()
        .when(SELLER, invoice({ value: 4_000, items: [{ sku: 'MUG', quantity: 1 }] }))
        .statuses(),
    ).toEqual(['payment-approved', 'handling']);
  });

  it('cancels both at once before handling, whichever side is asked', () => {
    expect(placed().when(MARKETPLACE, { type: 'request_cancellation' }).statuses()).toEqual(['canceled', 'canceled']);
    expect(placed().when(SELLER, { type: 'request_cancellation' }).statuses()).toEqual(['canceled', 'canceled']);
  });

  it('asks the seller once handling has begun, and both answers reach both sides', () => {
    const requested = handled().when(MARKETPLACE, { type: 'request_cancellation', reason: 'too late' });
    expect(requested.statuses()).toEqual(['waiting-for-seller-decision', 'cancellation-requested']);
    expect(requested.when(SELLER, { type: 'confirm_cancellation' }).statuses()).toEqual(['canceled', 'canceled']);
    expect(requested.when(MARKETPLACE, { type: 'confirm_cancellation' }).statuses()).toEqual(['canceled', 'canceled']);
    const denied = requested.when(SELLER, { type: 'deny_cancellation' });
    expect(denied.statuses()).toEqual(['payment-approved', 'handling']);
    expect(denied.orders.get(MARKETPLACE)?.head.cancellationRequests[0]?.outcome).toBe('denied');
  });

  it('never leaves one side cancelled and the other invoiced, in whatever order cancel and invoice come', () => {
    const asked = handled().when(MARKETPLACE, { type: 'request_cancellation' });
    expect(asked.when(SELLER, invoice()).statuses()).toEqual(['invoiced', 'invoiced']);
    const invoiced = handled().when(SELLER, invoice());
    expect(invoiced.when(MARKETPLACE, { type: 'request_cancellation' }).refusal?.refused).toBe('order_invoiced');
  });

  it('refuses a seller order for an order that is not there or waits for no seller', () => {
    const none = pairOf(new Map(), '2026-03-02T12:00:00.000Z').when(
      SELLER,
      place({ workflow: 'fulfillment', payments: [], fulfils: 'none' }),
    );
    expect(none.refusal).toMatchObject({ refused: 'reference_unknown', pointer: '/fulfils' });
    const twice = placed().when('SLR-2', place({ workflow: 'fulfillment', payments: [], fulfils: MARKETPLACE }));
    expect(twice.refusal).toMatchObject({ refused: 'not_in_this_step', pointer: '/fulfils' });
  });
});

describe('the two sides cannot disagree', () => {
  it('the marketplace does not invoice for a seller whose record lies here', () => {
    const paid = placed().when(MARKETPLACE, approve);
    expect(paid.when(MARKETPLACE, invoice()).refusal?.refused).toBe('not_this_actor');
  });

  it('nobody releases the seller before the marketplace is paid', () => {
    expect(placed().when(SELLER, { type: 'authorise_fulfilment' }).refusal?.refused).toBe('not_this_actor');
  });

  it('a second seller who completes late is refused as a whole', () => {
    const waiting = pairOf(new Map(), '2026-03-02T12:00:00.000Z')
      .when(MARKETPLACE, place({ workflow: 'marketplace' }))
      .when(SELLER, place({ workflow: 'fulfillment', payments: [], fulfils: MARKETPLACE, incomplete: true }))
      .when('SLR-2', place({ workflow: 'fulfillment', payments: [], fulfils: MARKETPLACE, incomplete: true }));
    const first = waiting.when(SELLER, { type: 'complete_placement' });
    expect(first.refusal).toBeNull();
    expect(first.when('SLR-2', { type: 'complete_placement' }).refusal?.refused).toBe('not_in_this_step');
  });

  it('only a fulfilment order fulfils', () => {
    const placedAlone = pairOf(new Map(), '2026-03-02T12:00:00.000Z').when(
      MARKETPLACE,
      place({ workflow: 'marketplace' }),
    );
    expect(placedAlone.when(SELLER, place({ workflow: 'simple', fulfils: MARKETPLACE })).refusal).toMatchObject({
      refused: 'workflow_unknown',
      pointer: '/workflow',
    });
  });

  it('pieces are told by SKU, since the other record numbers its lines itself', () => {
    const lines = [
      { sku: 'CUP', quantity: 1 },
      { sku: 'MUG', quantity: 2 },
    ];
    const crossed = pairOf(new Map(), '2026-03-02T12:00:00.000Z')
      .when(MARKETPLACE, place({ workflow: 'marketplace', lines }))
      .when(SELLER, place({ workflow: 'fulfillment', payments: [], fulfils: MARKETPLACE }))
      .when(MARKETPLACE, approve)
      .when(SELLER, startHandling)
      .when(SELLER, invoice({ value: 8_000, items: [{ lineId: '1', quantity: 2 }] }));
    expect(crossed.orders.get(MARKETPLACE)?.lines.map(({ sku, invoiced }) => [sku, invoiced])).toEqual([
      ['CUP', 0],
      ['MUG', 2],
    ]);
  });
});

describe('a hold on one of two linked orders', () => {
  const hold = { type: 'place_hold', holdType: 'fraud_review' } as const;

  it('blocks what is asked of that one, and nothing that it hears from the other', () => {
    const held = placed().when(MARKETPLACE, hold);
    expect(held.when(MARKETPLACE, approve).refusal?.refused).toBe('on_hold');
    const handledAll = handled().when(MARKETPLACE, hold);
    expect(handledAll.when(SELLER, invoice()).statuses()).toEqual(['invoiced', 'invoiced']);
    expect(handledAll.when(MARKETPLACE, { type: 'request_cancellation' }).refusal?.refused).toBe('on_hold');
  });

  it('does not keep the other from cancelling both', () => {
    const held = placed().when(SELLER, hold);
    expect(held.when(SELLER, { type: 'request_cancellation' }).refusal?.refused).toBe('on_hold');
    expect(held.when(MARKETPLACE, { type: 'request_cancellation' }).statuses()).toEqual(['canceled', 'canceled']);
  });
});
