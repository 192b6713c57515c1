import { describe, expect, it } from 'vitest';
import { approve, given, invoice, place, startHandling } from './given.test-support.js';
import { orderOf, send } from './returned.test-support.js';

describe('goods that were invoiced and lie on the shelf', () => {
  const half = given(
    place({ workflow: 'simple' }),
    approve,
    startHandling,
    invoice(),
    send([{ lineId: '1', quantity: 1 }]),
  );

  it('have not arrived with the parcel of the others, where parcels take goods off the shelf', () => {
    const { history } = half.when({ type: 'track_package', packageId: '1', delivered: true });
    expect(orderOf(history).head.deliveredAt).toBeNull();
    const rest = history.when(send()).status('shipped').history;
    rest.when({ type: 'track_package', packageId: '2', delivered: true }).status('delivered');
  });

  it('have arrived when somebody says so, and then lie there no more', () => {
    const free = given(place({ workflow: 'free' }), approve, invoice(), send([{ lineId: '1', quantity: 1 }]));
    const { history } = free.when({ type: 'mark_delivered' }).then('order_delivered');
    expect(orderOf(history).lines.map(({ shipped, handedOver, stock }) => [shipped, handedOver, stock?.held])).toEqual([
      [1, 1, 0],
      [0, 1, 0],
    ]);
  });

  it('leave with their invoice elsewhere, and nothing is left to take off the shelf', () => {
    const { history } = given(place(), approve, startHandling, invoice()).when({ type: 'mark_delivered' });
    expect(orderOf(history).lines.every(({ handedOver }) => handedOver === undefined)).toBe(true);
  });
});
