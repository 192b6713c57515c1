import { describe, expect, it } from 'vitest';
import { approve, given, invoice, NOON, place, startHandling } from './given.test-support.js';
import { shippingState } from './states.js';

const handled = () => given(place(), approve, startHandling);
const invoiced = () => given(place(), approve, startHandling, invoice({ package: { trackingNumber: 'T1' } }));

describe('packages', () => {
  it('travel with their invoice, and the order has arrived when all of them have', () => {
    const sent = invoiced();
    expect(shippingState(sent.order as NonNullable<typeof sent.order>)).toBe('shipped');
    const parcel = sent.order?.documents.package['1'];
    expect(parcel).toMatchObject({ invoiceNumber: 'A-1', trackingNumber: 'T1', deliveredAt: null });
    const tracked = sent
      .when(
        { type: 'track_package', packageId: '1', events: [{ at: NOON, city: 'Porto', description: 'Collected' }] },
        'carrier',
      )
      .then('package_tracked')
      .history.when({ type: 'track_package', packageId: '1', delivered: true }, 'carrier')
      .then('package_tracked')
      .status('invoiced');
    expect(tracked.history.order?.head.deliveredAt).toBe(tracked.history.at);
    tracked.history
      .when({ type: 'track_package', packageId: '1', delivered: true }, 'carrier')
      .refused('package_delivered');
  });

  it('refuse what they cannot hold', () => {
    handled().when({ type: 'track_package', packageId: '1', delivered: true }).refused('package_not_found');
    handled()
      .when({ type: 'send_package', items: [{ sku: 'CUP', quantity: 2 }] })
      .refused('quantity_exceeds_ordered');
    handled().when({ type: 'send_package', invoiceNumber: 'none' }).refused('reference_unknown', '/invoiceNumber');
    given(place(), approve, startHandling, { type: 'send_package' })
      .when({ type: 'send_package' })
      .refused('nothing_to_ship');
    given(place(), approve, startHandling, {
      type: 'send_package',
      packageId: 'P',
      items: [{ sku: 'CUP', quantity: 1 }],
    })
      .when({ type: 'send_package', packageId: 'P' })
      .refused('package_exists');
  });

  it('keep tracking events in the order in which they happened', () => {
    const events = [
      { at: '2026-03-05T00:00:00.000Z', description: 'late' },
      { at: '2026-03-04T00:00:00.000Z', description: 'early' },
    ];
    const { history } = invoiced().when({ type: 'track_package', packageId: '1', events }, 'carrier');
    expect(history.order?.documents.package['1']?.tracking.map(({ description }) => description)).toEqual([
      'early',
      'late',
    ]);
  });
});
