import { describe, expect, it } from 'vitest';
import { FACTS } from '../order/given.test-support.js';
import { MAX_TRACKING } from '../order/package-tracking.js';
import { consignmentStatus, MOST_MEMBERS } from './consignment.js';
import type { ConsignmentCommand } from './consignment-commands.js';
import { orderFor, type World, worldOf } from './world.test-support.js';

const two = (): World => worldOf(orderFor('A'), orderFor('B'));
const create = (changes: object = {}): ConsignmentCommand => ({
  type: 'create_consignment',
  members: [{ orderId: 'A' }, { orderId: 'B' }],
  ...changes,
});
const handOver = (changes: object = {}): ConsignmentCommand => ({ type: 'hand_over_consignment', ...changes });
const deliver: ConsignmentCommand = { type: 'deliver_consignment' };
const cancelOrder = { type: 'request_cancellation' } as const;

const together = (changes: object = {}): World => two().when(create(changes));
const sent = (changes: object = {}): World => together(changes).when(handOver());
const status = (world: World, id?: string): string => consignmentStatus(world.consignment(id));
const parcel = (world: World, orderId: string) => Object.values(world.of(orderId).documents.package).at(-1);
const planned = (world: World, orderId: string) => Object.values(world.of(orderId).documents.shipment).at(-1);
const typesOf = (world: World, id = 'C1') => (world.logs.get(id) ?? []).map(({ type }) => type);

describe('a consignment', () => {
  it('T26: consolidated over two orders, its tracking is shown by both, and the shares of its cost come to the whole', () => {
    const world = sent({ carrier: 'post', trackingNumber: 'TR1', cost: 1_001, allocation: 'equal' }).when({
      type: 'track_consignment',
      events: [{ at: '2026-03-03T08:00:00.000Z', city: 'Porto', description: 'in the depot' }],
    });
    expect(world.refusal).toBeNull();
    for (const orderId of ['A', 'B'])
      expect(parcel(world, orderId)).toMatchObject({
        consignmentId: 'C1',
        carrier: 'post',
        trackingNumber: 'TR1',
        trackingUrl: 'https://post.example/follow?n=TR1',
        tracking: [{ city: 'Porto', description: 'in the depot' }],
      });
    expect(['A', 'B'].map((orderId) => planned(world, orderId)?.consignment?.cost)).toEqual([501, 500]);
    expect(status(world)).toBe('in_transit');
    // the merchant's cost: the buyer owes what they owed before
    expect(world.of('A').head.totals).toEqual(two().of('A').head.totals);
    expect(world.of('A').head.ledger).toEqual(two().order('A', { type: 'send_package' }).of('A').head.ledger);
  });

  it('plans what of an order is in no shipment, and takes the one that is left where all is planned', () => {
    const world = two().order('A', { type: 'plan_shipment' }).when(create());
    expect(world.refusal).toBeNull();
    expect(Object.keys(world.of('A').documents.shipment)).toEqual(['1']);
    expect(planned(world, 'A')).toMatchObject({ consignment: { consignmentId: 'C1', number: 'C1' } });
    expect(planned(world, 'B')?.items.map(({ quantity }) => quantity)).toEqual([1, 1]);
    expect(status(world)).toBe('open');
  });

  it('travels as one: by hand-over, arrival and the way back, each order does what it does by itself', () => {
    const arrived = sent().when(deliver);
    expect(status(arrived)).toBe('delivered');
    for (const orderId of ['A', 'B']) expect(arrived.of(orderId).head.deliveredAt).toBe(arrived.at);
    const back = sent().when({ type: 'return_consignment', reason: 'nobody there', restock: true });
    expect(status(back)).toBe('returned_to_sender');
    expect(parcel(back, 'B')).toMatchObject({ returnReason: 'nobody there' });
    expect(back.of('A').lines.map(({ shipped, stock }) => [shipped, stock?.held])).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(JSON.stringify(back.logs.get('C1'))).not.toContain('nobody');
  });

  it('that came back leaves its shipments free for another one', () => {
    const again = sent({ cost: 100 })
      .when({ type: 'return_consignment' })
      .when(create(), { id: 'C2' })
      .when(handOver(), { id: 'C2' });
    expect(again.refusal).toBeNull();
    expect(planned(again, 'A')?.consignment).toMatchObject({ consignmentId: 'C2' });
    // the bill of the first one comes late, and stands at no shipment of the second
    const billed = again.when({ type: 'change_consignment', cost: 300 });
    expect(planned(billed, 'A')?.consignment?.cost).toBeUndefined();
  });

  it('changes while it is open, and forgets whom it lets go', () => {
    const world = worldOf(orderFor('A'), orderFor('B'), orderFor('D'))
      .when(create())
      .when({ type: 'extend_consignment', members: [{ orderId: 'D', weight: 400 }] })
      .when({ type: 'take_out_of_consignment', orderId: 'B', shipmentId: '1' });
    expect(world.consignment().members.map(({ orderId, weight }) => [orderId, weight])).toEqual([
      ['A', null],
      ['D', 400],
    ]);
    expect(planned(world, 'B')?.consignment).toBeUndefined();
    expect(planned(world, 'B')?.cancelledAt).toBeNull();
    const gone = world.when({ type: 'cancel_consignment', reason: 'The lorry broke down' });
    expect(status(gone)).toBe('cancelled');
    expect(gone.consignment().cancelReason).toBe('The lorry broke down');
    expect(planned(gone, 'A')?.consignment).toBeUndefined();
    expect(typesOf(gone.when({ type: 'cancel_consignment' }))).toEqual(typesOf(gone));
  });
});

describe('the orders of a consignment', () => {
  it.each([
    ['is cancelled', cancelOrder, 'order_cancelled'],
    ['gives its shipment up', { type: 'cancel_shipment', shipmentId: '1' }, 'shipment_cancelled'],
    ['sends its pieces otherwise', { type: 'send_package' }, 'shipment_cancelled'],
    [
      'moves its pieces out',
      {
        type: 'move_items',
        from: '1',
        items: [
          { sku: 'MUG', quantity: 1 },
          { sku: 'CUP', quantity: 1 },
        ],
      },
      'nothing_left',
    ],
    ['is deleted', { type: 'delete_order' }, 'order_deleted'],
  ] as const)('one that %s leaves it, and the last one ends it', (_, command, why) => {
    const left = together().order('A', command);
    expect(left.refusal).toBeNull();
    expect(left.logs.get('C1')?.at(-1)).toMatchObject({ type: 'consignment_member_left', data: { orderId: 'A', why } });
    expect(left.consignment().members.map(({ orderId }) => orderId)).toEqual(['B']);
    expect(planned(left, 'A')?.consignment).toBeUndefined();
    expect(status(left)).toBe('open');
    const empty = left.order('B', cancelOrder);
    expect(empty.refusal).toBeNull();
    expect(status(empty)).toBe('cancelled');
    expect(typesOf(empty).slice(-2)).toEqual(['consignment_member_left', 'consignment_cancelled']);
  });

  it('a shipment that waits in it cannot leave by itself', () => {
    together()
      .order('A', { type: 'send_package', shipmentId: '1' })
      .refused('shipment_in_consignment', { number: 'C1' });
    together()
      .when(create({ members: [{ orderId: 'A', shipmentId: '1' }] }), { id: 'C2' })
      .refused('shipment_in_consignment');
  });

  it('one whose parcel arrives by itself is not told again', () => {
    const one = sent().order('A', { type: 'track_package', packageId: '1', delivered: true });
    expect(status(one)).toBe('in_transit');
    expect(one.consignment().members.map(({ arrivedAt }) => arrivedAt !== null)).toEqual([true, false]);
    const both = one.when(deliver);
    expect(both.refusal).toBeNull();
    expect(both.of('A').head.deliveredAt).toBe(one.at);
    expect(status(both)).toBe('delivered');
    const other = one.order('B', { type: 'return_to_sender', packageId: '1' });
    expect(status(other)).toBe('delivered');
  });

  it('a parcel that arrived is told nothing more, though its order hears of others', () => {
    const one = two()
      .order('A', { type: 'plan_shipment', items: [{ sku: 'MUG', quantity: 1 }] })
      .when(create({ members: [{ orderId: 'A', shipmentId: '1' }, { orderId: 'B' }] })) // prettier-ignore
      .when(handOver())
      .order('A', { type: 'track_package', packageId: '1', delivered: true });
    expect(one.consignment().members.map(({ arrivedAt }) => arrivedAt !== null)).toEqual([true, false]);
    for (const told of [
      one.when(deliver),
      one.when({ type: 'track_consignment', events: [{ at: one.at, description: 'in the depot' }] }),
      one.when({ type: 'return_consignment' }),
    ]) {
      expect(told.refusal).toBeNull();
      expect(told.of('A').head.version).toBe(one.of('A').head.version);
      expect(told.of('B').head.version).toBeGreaterThan(one.of('B').head.version);
    }
  });

  it('a hold that blocks shipping keeps the whole consignment in the house, and says which order has it', () => {
    const held = together().order('B', { type: 'place_hold', holdType: 'address_check' });
    const refused = held.when(handOver());
    refused.refused('on_hold', { order: 'B' });
    expect(refused.of('A').documents.package).toEqual({});
    const released = held.order('B', { type: 'release_hold', holdId: '1' }).when(handOver());
    expect(status(released)).toBe('sent');
  });

  it('one that hears of parcels no more does not keep the others from arriving', () => {
    const world = sent().order('A', { type: 'delete_order' });
    expect(world.refusal).toBeNull();
    const arrived = world
      .when({ type: 'track_consignment', events: [{ at: world.at, description: 'on its way' }] })
      .when(deliver);
    expect(arrived.refusal).toBeNull();
    expect(status(arrived)).toBe('delivered');
    expect(arrived.of('A').head.deliveredAt).toBeNull();
    expect(arrived.of('B').head.deliveredAt).toBe(arrived.at);
  });
});

describe('what travels together', () => {
  const porto = { country: 'PT', city: 'Porto' };
  const with2 = (changes: object): World => worldOf(orderFor('A'), orderFor('B', changes));
  const to = (address: object) => ({ deliveries: [{ type: 'delivery', method: 'flat', address }] });

  it.each([
    ['store', { store: 'outlet' }, 'store'],
    ['address', to({ ...porto, street: 'Rua Velha' }), 'address'],
    ['address, where nobody knows it', { deliveries: [{ type: 'delivery', method: 'flat' }] }, 'address'],
  ])('has one %s', (_, changes, name) => {
    const world = with2(changes);
    world.when(create()).refused('consignment_differs', { order: 'B', differs: [name] });
  });

  it('has one method, and the name of one receiver, however it is spelled', () => {
    const shouted = to({
      receiver: ' ANA REIS',
      street: 'rua nova',
      number: '7',
      city: 'PORTO',
      country: 'PT',
      phone: '1',
    });
    expect(with2(shouted).when(create()).refusal).toBeNull();
    two()
      .order('B', { type: 'plan_shipment', method: 'express' })
      .when(create())
      .refused('consignment_differs', { differs: ['method'] });
  });

  it('still has when it leaves', () => {
    const moved = together().order('B', { type: 'change_shipment', shipmentId: '1', address: porto });
    moved.when(handOver()).refused('consignment_differs', { order: 'B', differs: ['address'] });
  });

  it('goes to a pick-up point as well', () => {
    const station = { type: 'plan_shipment', pickupPoint: 'station', address: null } as const;
    const world = two().order('A', station).order('B', station).when(create());
    expect(world.refusal).toBeNull();
  });
});

describe('a consignment refuses', () => {
  it.each<readonly [string, (world: World) => World, Parameters<World['refused']>[0]]>([
    ['what there is not', (world) => world.when(deliver, { id: 'C9' }), 'consignment_not_found'],
    ['news before it left', (world) => world.when(deliver), 'consignment_not_sent'],
    [
      'to change what travels in it once it left',
      (world) => world.when(handOver()).when({ type: 'cancel_consignment' }),
      'consignment_not_open',
    ],
    ['to leave twice', (world) => world.when(handOver()).when(handOver()), 'consignment_not_open'],
    ['to arrive twice', (world) => world.when(handOver()).when(deliver).when(deliver), 'consignment_ended'],
    ['a cost below nothing', (world) => world.when({ type: 'change_consignment', cost: -1 }), 'amount_invalid'],
    [
      'to share by weights that nobody said',
      (world) => world.when({ type: 'change_consignment', cost: 100, allocation: 'weight' }).when(handOver()),
      'consignment_weight_missing',
    ],
    [
      'to weigh a stranger',
      (world) => world.when({ type: 'change_consignment', weights: [{ orderId: 'X', shipmentId: '1', weight: 1 }] }),
      'reference_unknown',
    ],
    [
      'to let a stranger go',
      (world) => world.when({ type: 'take_out_of_consignment', orderId: 'A', shipmentId: '9' }),
      'reference_unknown',
    ],
    [
      'an order that nobody knows',
      (world) => world.when({ type: 'extend_consignment', members: [{ orderId: 'X' }] }),
      'order_not_found',
    ],
    [
      'more news than a parcel bears',
      (world) =>
        world.when(handOver()).when({
          type: 'track_consignment',
          events: Array.from({ length: MAX_TRACKING + 1 }, () => ({ at: world.at, description: 'x' })),
        }),
      'too_many',
    ],
    ['to set off without anybody who may send', (world) => world.when(handOver(), { by: 'shopper' }), 'not_this_actor'],
    [
      'to arrive by who may not say so of its orders',
      (world) => world.when(handOver()).when(deliver, { by: 'shopper' }),
      'not_this_actor',
    ],
    [
      'to come back by who may not say so of its orders',
      (world) => world.when(handOver()).when({ type: 'return_consignment' }, { by: 'shopper' }),
      'not_this_actor',
    ],
  ])('%s', (_, life, code) => {
    life(together()).refused(code);
  });

  it('an order of which nothing is left to send', () => {
    const world = two().order('B', { type: 'send_package' });
    world.when(create()).refused('nothing_to_ship', { order: 'B' });
    two().order('B', cancelOrder).when(create()).refused('order_cancelled', { order: 'B' });
  });

  it('an order that would get more documents than the account lets it have', () => {
    const facts = { ...FACTS, mostDocuments: 3 };
    expect(two().when(create(), { facts }).refusal).toBeNull();
    together().when(handOver(), { facts }).refused('too_many_documents', { order: 'A', limit: 3 });
  });

  it(`more than ${MOST_MEMBERS} shipments`, () => {
    const ids = Array.from({ length: MOST_MEMBERS + 1 }, (_, index) => `O${index}`);
    const members = ids.map((orderId) => ({ orderId }));
    const world = worldOf(...ids.map((id) => orderFor(id)));
    world.when(create({ members })).refused('too_many', { limit: MOST_MEMBERS });
    expect(world.when(create({ members: members.slice(1) })).when(handOver()).refusal).toBeNull();
  });
});
