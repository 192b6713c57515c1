import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedNow } from './allowed.js';
import type { Command } from './commands.js';
import { approve, given, type History, invoice, place, startHandling } from './given.test-support.js';
import type { Order } from './order.js';
import { isRefusal } from './refusals.js';
import { leftIn, type Shipment, shipmentStatus, unplanned } from './shipment.js';

const five = place({ lines: [{ sku: 'MUG', quantity: 5 }], total: 20_500, payments: [], workflow: 'simple' });
const both = () => given(place({ workflow: 'simple' }), approve, startHandling);
const mugs = (quantity: number, changes: object = {}): Command => ({
  type: 'plan_shipment',
  items: [{ sku: 'MUG', quantity }],
  ...changes,
});
const send = (shipmentId: string, changes: object = {}): Command => ({ type: 'send_package', shipmentId, ...changes });
const move = (quantity: number, ends: object, lineId = '1'): Command => ({
  type: 'move_items',
  ...ends,
  items: [{ lineId, quantity }],
});

const orderOf = ({ order }: History): Order => order as Order;
const shipment = (history: History, id: string): Shipment => orderOf(history).documents.shipment[id] as Shipment;
const states = (history: History): string[] => Object.values(orderOf(history).documents.shipment).map(shipmentStatus);
const free = (history: History): number[] => orderOf(history).lines.map(unplanned(orderOf(history)));

describe('shipments of an order', () => {
  it('T10: of five pieces two go into one, three into another, and a third is refused', () => {
    const planned = given(five, mugs(2), mugs(3));
    planned.when(mugs(1)).refused('quantity_exceeds_unplanned', '/items/0/quantity');
    planned.when({ type: 'plan_shipment' }).refused('nothing_to_ship');
    expect(states(planned)).toEqual(['planned', 'planned']);
    // not even where labels are free: pieces are conserved
    given({ ...five, workflow: 'free' }, mugs(2), mugs(3))
      .when(mugs(1))
      .refused('quantity_exceeds_unplanned');
  });

  it('take their number from the order, and the rest from the delivery of their pieces', () => {
    const placed = place({
      number: 'W-7',
      deliveries: [
        { id: 'home', type: 'delivery', method: 'flat', shipBy: '2026-03-05T00:00:00.000Z' },
        { id: 'shop', type: 'pickup', pickupPoint: 'station', promisedAt: '2026-03-09T00:00:00.000Z' },
      ],
      lines: [
        { sku: 'MUG', quantity: 2, deliveryId: 'home' },
        { sku: 'CUP', quantity: 1, deliveryId: 'shop' },
      ],
    } as object);
    const planned = given(placed, mugs(2), { type: 'plan_shipment' });
    expect(shipment(planned, '1')).toMatchObject({
      number: `${orderOf(planned).head.number ?? orderOf(planned).head.orderId}-S1`,
      deliveryId: 'home',
      method: 'flat',
      shipBy: '2026-03-05T00:00:00.000Z',
    });
    expect(shipment(planned, '2')).toMatchObject({
      deliveryId: 'shop',
      pickupPoint: 'station',
      promisedAt: '2026-03-09T00:00:00.000Z',
    });
  });

  it('know the address of a pick-up point of the account, and no other point', () => {
    const planned = given(five, mugs(2, { pickupPoint: 'station' }));
    expect(shipment(planned, '1').address).toMatchObject({ city: 'Porto', reference: 'Shop at the station' });
    given(five)
      .when(mugs(1, { pickupPoint: 'moon' }))
      .refused('pickup_point_unknown', '/pickupPoint');
    const order = given(place({ deliveries: [{ type: 'pickup', pickupPoint: 'station', price: 500 }] }));
    expect(orderOf(order).head.deliveries[0]?.address).toMatchObject({ street: 'Largo 1' });
  });

  it('name nothing that is not there', () => {
    given(five)
      .when(mugs(1, { deliveryId: 'x' }))
      .refused('reference_unknown', '/deliveryId');
    given(five)
      .when(mugs(1, { place: 'x' }))
      .refused('stock_place_unknown', '/place');
    given(five)
      .when(mugs(1, { price: -1 }))
      .refused('amount_invalid', '/price');
    given(five).when({ type: 'cancel_shipment', shipmentId: '1' }).refused('shipment_not_found');
    given(five)
      .when(move(1, { to: '3' }))
      .refused('shipment_not_found', '/to');
    given(five, startHandling, mugs(1)).when(send('2')).refused('shipment_not_found', '/shipmentId');
  });

  it('are sent in packages, until nothing is left of them', () => {
    const planned = given(place({ workflow: 'simple' }), approve, startHandling, mugs(2), { type: 'plan_shipment' });
    const part = planned
      .when(send('1', { items: [{ lineId: '1', quantity: 1 }], weight: 800 }))
      .status('partially_shipped');
    expect(states(part.history)).toEqual(['partly_sent', 'planned']);
    expect(orderOf(part.history).documents.package['1']).toMatchObject({ shipmentId: '1', weight: 800 });
    part.history.when(send('1', { items: [{ lineId: '1', quantity: 2 }] })).refused('quantity_exceeds_shipment');
    const sent = part.history.when(send('1')).history.when(send('2')).status('shipped').history;
    expect(states(sent)).toEqual(['sent', 'sent']);
    sent.when(send('1')).refused('not_in_this_step');
    const may = allowedNow(orderOf(sent), 'staff').find(({ command }) => command === 'plan_shipment');
    expect(may).toMatchObject({ allowed: false, refused: 'nothing_to_ship' });
    const first = sent.when({ type: 'track_package', packageId: '3', delivered: true }).history;
    expect(states(first)).toEqual(['sent', 'delivered']);
    const all = first.when({ type: 'mark_delivered' }).status('delivered').history;
    expect(states(all)).toEqual(['delivered', 'delivered']);
  });

  it('name their carrier for their packages, whose address is made of its template', () => {
    const planned = given(five, startHandling, mugs(2, { carrier: 'post' }));
    const parcel = (changes: object) => orderOf(planned.when(send('1', changes)).history).documents.package['1'];
    expect(parcel({ trackingNumber: 'R 1' })).toMatchObject({
      carrier: 'post',
      trackingUrl: 'https://post.example/follow?n=R%201',
    });
    expect(parcel({ carrier: 'POST', trackingNumber: 'R1' })?.trackingUrl).toBe('https://post.example/follow?n=R1');
    expect(parcel({ carrier: 'bike', trackingNumber: 'R1' })?.trackingUrl).toBeNull();
    expect(parcel({ trackingNumber: 'R1', trackingUrl: 'https://own.example/1' })?.trackingUrl).toBe(
      'https://own.example/1',
    );
    const later = planned
      .when(send('1'))
      .history.when({ type: 'update_package', packageId: '1', trackingNumber: 'R2' });
    expect(orderOf(later.history).documents.package['1']?.trackingUrl).toBe('https://post.example/follow?n=R2');
  });

  it('are split, and pieces move between them and what is not planned', () => {
    const split = given(five, mugs(5), {
      type: 'split_shipment',
      shipmentId: '1',
      items: [{ lineId: '1', quantity: 2 }],
    });
    expect([leftIn(shipment(split, '1')).get('1'), leftIn(shipment(split, '2')).get('1')]).toEqual([3, 2]);
    split.when(move(4, { from: '1', to: '2' })).refused('quantity_exceeds_shipment');
    const moved = split.when(move(3, { from: '1', to: '2' })).then('shipment_items_moved').history;
    expect(shipment(moved, '1').items).toEqual([]);
    expect(shipment(moved, '2').items).toEqual([{ lineId: '1', quantity: 5, sent: 0 }]);
    const out = moved.when(move(1, { from: '2' })).history;
    expect(free(out)).toEqual([1]);
    out.when(move(2, { to: '1' })).refused('quantity_exceeds_unplanned');
    out.when(move(1, { to: '1' })).then('shipment_items_moved');
    out.when(move(1, { from: '1', to: '1' })).then();
  });

  it('never give up what has left', () => {
    const sent = given(five, startHandling, mugs(3), send('1', { items: [{ lineId: '1', quantity: 2 }] }));
    sent.when({ type: 'cancel_shipment', shipmentId: '1' }).refused('shipment_sent');
    sent.when(move(2, { from: '1' })).refused('quantity_exceeds_shipment');
    const rest = sent.when(move(1, { from: '1' })).history;
    expect(states(rest)).toEqual(['sent']);
    expect(free(rest)).toEqual([3]);
  });

  it('are changed and cancelled as long as they stand', () => {
    const planned = given(five, mugs(2));
    const changed = planned.when({ type: 'change_shipment', shipmentId: '1', carrier: 'bike', price: 300 }).history;
    expect(shipment(changed, '1')).toMatchObject({ carrier: 'bike', price: 300 });
    changed.when({ type: 'change_shipment', shipmentId: '1', carrier: 'bike' }).then();
    const none = changed.when({ type: 'change_shipment', shipmentId: '1', carrier: null }).history;
    expect(shipment(none, '1')).toMatchObject({ carrier: null, price: 300 });
    const cancelled = changed.when({ type: 'cancel_shipment', shipmentId: '1', reason: 'twice' }).history;
    expect(states(cancelled)).toEqual(['cancelled']);
    expect(free(cancelled)).toEqual([5]);
    cancelled.when({ type: 'cancel_shipment', shipmentId: '1' }).then();
    cancelled.when({ type: 'change_shipment', shipmentId: '1', carrier: null }).refused('shipment_cancelled');
    cancelled.when(move(1, { to: '1' })).refused('shipment_cancelled', '/to');
  });

  it('stand 500 at once at most; given up ones leave room for others until there were 1,000', () => {
    const plan: Command = { type: 'plan_shipment', items: [] };
    let history = both();
    for (let count = 1; count <= 500; count += 1) history = history.when(plan).history;
    history.when(plan).refused('too_many');
    history = history.when({ type: 'cancel_shipment', shipmentId: '7' }).history;
    for (let count = 502; count <= 1_000; count += 1) {
      history = history.when(plan).then('shipment_planned').history;
      history = history.when({ type: 'cancel_shipment', shipmentId: String(count - 1) }).history;
    }
    history
      .when(plan)
      .then('shipment_planned')
      .history.when({ type: 'cancel_shipment', shipmentId: '8' })
      .history.when(plan)
      .refused('too_many');
  });

  it('stop send_package of them while a hold stands on them, and let the others go', () => {
    const hold: Command = { type: 'place_hold', holdType: 'address_check', on: { kind: 'shipment', id: '1' } };
    const held = given(five, startHandling, mugs(2), mugs(3), hold);
    held.when(send('1')).refused('on_hold');
    held.when({ type: 'send_package' }).refused('on_hold');
    held.when(send('2')).then('package_sent');
    // an address that is being checked can be mended
    held.when({ type: 'change_shipment', shipmentId: '1', address: { country: 'PT' } }).then('shipment_changed');
  });
});

describe('plans follow the order', () => {
  it('a parcel of no shipment takes what is not planned first, then pieces of the youngest plan', () => {
    const planned = given(five, startHandling, mugs(2), mugs(2));
    const one = planned.when({ type: 'send_package', items: [{ sku: 'MUG', quantity: 1 }] }).history;
    expect(states(one)).toEqual(['planned', 'planned']);
    const two = one.when({ type: 'send_package', items: [{ sku: 'MUG', quantity: 1 }] }).history;
    expect([leftIn(shipment(two, '1')).get('1'), leftIn(shipment(two, '2')).get('1')]).toEqual([2, 1]);
    const all = two.when({ type: 'send_package' }).history;
    expect(states(all)).toEqual(['cancelled', 'cancelled']);
  });

  it('an invoice with its parcel takes their pieces too', () => {
    const planned = given(place(), approve, startHandling, { type: 'plan_shipment' });
    expect(states(planned.when(invoice({ package: {} })).history)).toEqual(['cancelled']);
  });

  it('closing short gives up what is planned and not sent', () => {
    const sent = given(five, startHandling, mugs(3), mugs(2), send('1', { items: [{ lineId: '1', quantity: 1 }] }));
    const short = sent.when({ type: 'close_short' }).status('shipped').history;
    expect(states(short)).toEqual(['sent', 'cancelled']);
    expect(shipment(short, '1').items).toEqual([{ lineId: '1', quantity: 1, sent: 1 }]);
  });

  it('a cancelled order has no plan, and takes none', () => {
    const planned = given(five, mugs(2), { type: 'plan_shipment', items: [] });
    const cancelled = planned.when({ type: 'request_cancellation' }).history;
    expect(states(cancelled)).toEqual(['cancelled', 'cancelled']);
    cancelled.when(mugs(1)).refused('order_cancelled');
  });

  it('an order without shipments is sent as ever', () => {
    const sent = both().when({ type: 'send_package' }).then('package_sent').status('shipped').history;
    expect(orderOf(sent).documents.shipment).toEqual({});
    expect(Object.keys(sent.log.at(-1)?.data ?? {})).not.toContain('shipmentId');
  });
});

describe('whatever is split and moved', () => {
  const ends = fc.constantFrom(undefined, '1', '2', '3');
  const steps = fc.array(
    fc.record({ from: ends, to: ends, lineId: fc.constantFrom('1', '2'), quantity: fc.integer({ min: 1, max: 3 }) }),
    { minLength: 1, maxLength: 12 },
  );

  it('no piece is lost and none is planned twice', () => {
    fc.assert(
      fc.property(steps, (moves) => {
        let history = given(place({ workflow: 'simple' }), { type: 'plan_shipment' });
        for (const { from, to, lineId, quantity } of moves) {
          const items = [{ lineId, quantity }];
          const command: Command =
            to === undefined && from !== undefined
              ? { type: 'split_shipment', shipmentId: from, items }
              : {
                  type: 'move_items',
                  ...(from === undefined ? {} : { from }),
                  ...(to === undefined ? {} : { to }),
                  items,
                };
          history = history.when(command).history;
          const order = orderOf(history);
          const left = Object.values(order.documents.shipment).map(leftIn);
          for (const line of order.lines) {
            const planned = left.reduce((all, each) => all + (each.get(line.id) ?? 0), 0);
            expect(planned + unplanned(order)(line)).toBe(line.quantity);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('an order of 5,000 lines is split in bounded time', () => {
    const lines = Array.from({ length: 5_000 }, (_, index) => ({
      id: `l${index}`,
      sku: `S${index}`,
      name: 'Thing',
      priceMicros: 1_000_000,
      quantity: 2,
    }));
    const placed = given(
      place({ lines, deliveries: [], payments: [], total: 1_000_000, workflow: 'simple' }),
      startHandling,
      { type: 'plan_shipment' },
    );
    const items = lines.map(({ id }) => ({ lineId: id, quantity: 1 }));
    const began = performance.now();
    const split = placed.when({ type: 'split_shipment', shipmentId: '1', items });
    expect(isRefusal(split.answer)).toBe(false);
    const sent = split.history.when(send('2'));
    expect(isRefusal(sent.answer)).toBe(false);
    expect(states(sent.history)).toEqual(['planned', 'sent']);
    // some 30 ms; a search of lines in lines would take minutes
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
