import { describe, expect, it } from 'vitest';
import type { Command } from './commands.js';
import { approve, given, type History, invoice, place, startHandling } from './given.test-support.js';
import type { Order } from './order.js';
import { packageStatus } from './package.js';
import { MARKETPLACE, pairOf, SELLER } from './pair.test-support.js';
import { shipmentStatus } from './shipment.js';
import { shippingState } from './states.js';
import { shopperStage } from './status-facts.js';
import { stockDelta } from './stock-claim.js';

const orderOf = ({ order }: History): Order => order as Order;
const sent = (workflow = 'simple') => given(place({ workflow }), approve, startHandling, { type: 'send_package' });
const back = (changes: object = {}): Command => ({ type: 'return_to_sender', packageId: '1', ...changes });
const collect: Command = { type: 'collect_package', packageId: '1', collectedBy: 'Rui Melo' };
const mug: Command = { type: 'send_package', items: [{ sku: 'MUG', quantity: 1 }] };

/** What all claims together did to the shelf. */
const shelf = ({ claims }: History) =>
  claims.map(stockDelta).reduce((sum, delta) => ({
    onHand: sum.onHand + delta.onHand,
    claimed: sum.claimed + delta.claimed,
    confirmed: sum.confirmed + delta.confirmed,
  }));

describe('a parcel that comes back to its sender', () => {
  it('can be sent again: the order goes back to where it was before, and money stays', () => {
    const ledger = orderOf(sent()).head.ledger;
    const returned = sent()
      .when(back({ reason: 'Nobody was in' }), 'carrier')
      .then('package_returned')
      .status('processing');
    const order = orderOf(returned.history);
    expect(order.lines.map(({ shipped }) => shipped)).toEqual([0, 0]);
    expect(order.head.ledger).toEqual(ledger);
    expect(packageStatus(order.documents.package['1'] as NonNullable<Order['documents']['package'][string]>)).toBe(
      'returned_to_sender',
    );
    expect(shippingState(order)).toBe('none');
    expect(shopperStage(order)).toBe('handling');
    returned.history.when({ type: 'send_package' }).then('package_sent').status('shipped');
    returned.history.when(back()).refused('package_returned');
    returned.history.when(collect).refused('package_returned');
    returned.history.when({ type: 'track_package', packageId: '1', delivered: true }).refused('package_returned');
  });

  it('leaves the others under way, and the order arrives when it was sent again and has arrived', () => {
    const two = given(place({ workflow: 'simple' }), approve, startHandling, mug, { type: 'send_package' });
    const returned = two.when(back()).status('partially_shipped').history;
    const arrived = returned
      .when({ type: 'track_package', packageId: '2', delivered: true })
      .status('partially_shipped');
    arrived.history.when({ type: 'mark_delivered' }).refused('not_in_this_step');
    const again = arrived.history.when({ type: 'send_package' }).status('shipped').history;
    again.when({ type: 'track_package', packageId: '3', delivered: true }).status('delivered');
  });

  it('keeps an invoiced order from having arrived until its pieces left again', () => {
    const two = given(place(), approve, startHandling, mug, { type: 'send_package' }, invoice());
    const returned = two.when(back()).then('package_returned').status('invoiced').history;
    const other = returned.when({ type: 'track_package', packageId: '2', delivered: true }).history;
    expect(orderOf(other).head.deliveredAt).toBeNull();
    const again = other.when({ type: 'send_package' }).history;
    const all = again.when({ type: 'track_package', packageId: '3', delivered: true }).history;
    expect(orderOf(all).head.deliveredAt).not.toBeNull();
  });

  it('puts its pieces on the shelf again where that is said, held for the order as before', () => {
    const before = shelf(given(place({ workflow: 'simple' }), approve, startHandling));
    const aside = sent().when(back()).history;
    expect(shelf(aside)).toEqual({ onHand: -3, claimed: 0, confirmed: 0 });
    const shelved = sent().when(back({ restock: true })).history;
    expect(shelf(shelved)).toEqual(before);
    expect(orderOf(shelved).lines.map(({ stock }) => stock?.held)).toEqual([2, 1]);
    // sent once more it leaves once more, and what lay aside does not leave twice
    expect(shelf(shelved.when({ type: 'send_package' }).history)).toEqual({ onHand: -3, claimed: 0, confirmed: 0 });
    expect(shelf(aside.when({ type: 'send_package' }).history)).toEqual({ onHand: -3, claimed: 0, confirmed: 0 });
    // and a cancellation gives it to the next buyer
    const cancelled = shelved.when({ type: 'request_cancellation' }).status('cancelled').history;
    expect(shelf(cancelled)).toEqual({ onHand: 0, claimed: 0, confirmed: 0 });
  });

  it('is put on the shelf by its return invoice where its invoice took it off', () => {
    const invoiced = given(place(), approve, startHandling, invoice({ package: {} }));
    invoiced.when(back({ restock: true })).refused('restock_by_return', '/restock');
    invoiced.when(back()).then('package_returned');
  });

  it('is no parcel that has arrived, and none whose pieces were taken back already', () => {
    sent().when(collect).history.when(back()).refused('not_in_this_step');
    const two = given(place({ workflow: 'simple' }), approve, startHandling, mug, { type: 'send_package' });
    two.when(collect).history.when(back()).refused('package_delivered');
    const taken: Command = {
      type: 'issue_return_invoice',
      number: 'R-1',
      value: 100,
      items: [{ lineId: '2', quantity: 1 }],
    };
    sent().when(taken).history.when(back()).refused('pieces_returned');
    given(place({ workflow: 'simple' }), approve, startHandling)
      .when(back())
      .refused('package_not_found');
  });

  it('gives its pieces back to its shipment', () => {
    const planned = given(
      place({ workflow: 'simple' }),
      approve,
      startHandling,
      { type: 'plan_shipment' },
      {
        type: 'send_package',
        shipmentId: '1',
      },
    );
    const returned = planned.when(back()).history;
    const state = (history: History): string =>
      shipmentStatus(orderOf(history).documents.shipment['1'] as NonNullable<Order['documents']['shipment'][string]>);
    expect(state(returned)).toBe('returned_to_sender');
    const again = returned.when({ type: 'send_package', shipmentId: '1' }).history;
    expect(state(again)).toBe('sent');
    expect(state(again.when({ type: 'track_package', packageId: '2', delivered: true }).history)).toBe('delivered');
    expect(state(returned.when({ type: 'cancel_shipment', shipmentId: '1' }).history)).toBe('cancelled');
  });

  it('lets the order be cancelled, since nothing of it is out', () => {
    sent().when({ type: 'request_cancellation' }).refused('order_shipped');
    sent().when(back()).history.when({ type: 'request_cancellation' }).status('cancelled');
  });

  it('is known on both sides of a link', () => {
    const both = pairOf(new Map(), '2026-03-02T12:00:00.000Z')
      .when(MARKETPLACE, place({ workflow: 'marketplace' }))
      .when(SELLER, place({ workflow: 'fulfillment', payments: [], fulfils: MARKETPLACE }))
      .when(MARKETPLACE, approve)
      .when(SELLER, startHandling)
      .when(SELLER, { type: 'send_package' })
      .when(SELLER, back());
    expect(both.refusal).toBeNull();
    for (const id of [MARKETPLACE, SELLER]) {
      expect(both.orders.get(id)?.documents.package['1']?.returnedAt).toBeDefined();
      expect(both.orders.get(id)?.lines.map(({ shipped }) => shipped)).toEqual([0, 0]);
    }
  });
});

describe('a parcel that somebody collects', () => {
  it('has arrived, and who took it is known as long as the person is', () => {
    const collected = sent().when(collect).then('package_collected').status('delivered').history;
    expect(orderOf(collected).documents.package['1']).toMatchObject({
      collectedBy: 'Rui Melo',
      deliveredAt: collected.at,
    });
    const forgotten = collected.when({ type: 'forget_person' }).history;
    expect(orderOf(forgotten).documents.package['1']?.collectedBy).toBeNull();
    expect(orderOf(forgotten).head.deliveredAt).toBe(collected.at);
  });

  it('is collected once', () => {
    const two = given(place({ workflow: 'simple' }), approve, startHandling, mug, { type: 'send_package' });
    two.when(collect).status('shipped').history.when(collect).refused('package_delivered');
  });
});
