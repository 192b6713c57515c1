import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum } from '../money/amount.js';
import type { Command } from '../order/commands.js';
import { waitsInConsignment } from '../order/consigned.js';
import type { Actor } from '../workflow/table.js';
import { ALLOCATION_RULES, type Consignment, consignmentStatus, hasEnded } from './consignment.js';
import type { ConsignmentCommand } from './consignment-commands.js';
import { costShares } from './cost-shares.js';
import { orderFor, type World, worldOf } from './world.test-support.js';

const IDS = ['A', 'B', 'D'];
const orderId = fc.constantFrom(...IDS);
const shipmentId = fc.constantFrom('1', '2');
const pieces = [{ sku: 'MUG', quantity: 1 }];

const askedOfOrder: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom<Command[]>(
    { type: 'request_cancellation' },
    { type: 'close_short' },
    { type: 'delete_order' },
    { type: 'restore_order' },
    { type: 'plan_shipment', items: pieces },
    { type: 'plan_shipment' },
    { type: 'send_package' },
    { type: 'send_package', items: pieces },
    { type: 'mark_delivered' },
    { type: 'place_hold', holdType: 'address_check' },
    { type: 'release_hold', holdId: '1' },
    { type: 'track_package', packageId: '1', delivered: true },
    { type: 'return_to_sender', packageId: '1', restock: true },
    { type: 'return_to_sender', packageId: '2' },
  ),
  shipmentId.map((id): Command => ({ type: 'cancel_shipment', shipmentId: id })),
  shipmentId.map((id): Command => ({ type: 'send_package', shipmentId: id })),
  shipmentId.map((id): Command => ({ type: 'split_shipment', shipmentId: id, items: pieces })),
  fc.tuple(shipmentId, shipmentId).map(([from, to]): Command => ({ type: 'move_items', from, to, items: pieces })),
);

const askedOfConsignment: fc.Arbitrary<ConsignmentCommand> = fc.oneof(
  fc.subarray(IDS, { minLength: 1 }).map((ids): ConsignmentCommand => ({
    type: 'create_consignment',
    members: ids.map((id) => ({ orderId: id, weight: 100 })),
  })),
  orderId.map((id): ConsignmentCommand => ({ type: 'extend_consignment', members: [{ orderId: id }] })),
  fc.tuple(orderId, shipmentId).map(([order, shipment]): ConsignmentCommand => ({
    type: 'take_out_of_consignment',
    orderId: order,
    shipmentId: shipment,
  })),
  fc
    .record({ cost: fc.option(fc.nat(5_000)), allocation: fc.constantFrom(...ALLOCATION_RULES) })
    .map((changes): ConsignmentCommand => ({ type: 'change_consignment', ...changes })),
  fc.constantFrom<ConsignmentCommand[]>(
    { type: 'hand_over_consignment', carrier: 'post', trackingNumber: 'T' },
    { type: 'hand_over_consignment' },
    { type: 'track_consignment', events: [{ at: '2026-03-02T13:00:00.000Z', description: 'seen' }] },
    { type: 'deliver_consignment' },
    { type: 'return_consignment' },
    { type: 'cancel_consignment' },
  ),
);

type Step =
  { readonly on: string; readonly command: Command } | { readonly id: string; readonly asked: ConsignmentCommand };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ on: orderId, command: askedOfOrder }),
  fc.record({ id: fc.constantFrom('C1', 'C2'), asked: askedOfConsignment }),
);

function lived(steps: readonly Step[], by: Actor = 'staff'): World {
  return steps.reduce<World>(
    (world, each) => {
      if ('on' in each) return world.order(each.on, each.command, by);
      // an id is given once
      if (each.asked.type === 'create_consignment' && world.consignments.has(each.id)) return world;
      return world.when(each.asked, { id: each.id, by });
    },
    worldOf(...IDS.map((id) => orderFor(id))),
  );
}

/** Who waits in a consignment, as the orders say, and as the consignments say. */
const waitingByOrders = (world: World): readonly string[] =>
  [...world.orders].flatMap(([id, { documents }]) =>
    Object.values(documents.shipment).flatMap((shipment) =>
      waitsInConsignment(shipment) ? [`${shipment.consignment?.consignmentId ?? ''} ${id} ${shipment.id}`] : [],
    ),
  );
const waitingByConsignments = (world: World): readonly string[] =>
  [...world.consignments.values()]
    .filter((consignment) => consignmentStatus(consignment) === 'open')
    .flatMap(({ consignmentId, members }) =>
      members.map((member) => `${consignmentId} ${member.orderId} ${member.shipmentId}`),
    );

describe('whatever happens to orders and consignments', () => {
  it('both say the same of what waits, none is left lying, and what left has the end of its parcels', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 25 }), (steps) => {
        const world = lived(steps);
        expect([...waitingByOrders(world)].sort()).toEqual([...waitingByConsignments(world)].sort());
        for (const consignment of world.consignments.values()) {
          expect(consignment.cancelledAt !== null || consignment.members.length > 0).toBe(true);
          if (consignment.sentAt !== null) expectParcels(world, consignment);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('the shares at the shipments come to the cost of what left', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.constantFrom(...ALLOCATION_RULES),
        fc.array(fc.record({ value: fc.nat(9_999), pieces: fc.nat(9), grams: fc.option(fc.nat(9_999)) }), {
          minLength: 1,
          maxLength: 50,
        }),
        (cost, rule, members) => {
          const shares = costShares(
            cost,
            rule,
            members.map(({ value, pieces: count, grams }) => ({ weight: grams, basis: { value, pieces: count } })),
          );
          expect(sum(shares.map((share) => share ?? NaN))).toBe(cost);
        },
      ),
    );
    const world = worldOf(orderFor('A'), orderFor('B'), orderFor('D'))
      .when({ type: 'create_consignment', members: IDS.map((id) => ({ orderId: id })), cost: 100 })
      .when({ type: 'hand_over_consignment' })
      .when({ type: 'change_consignment', cost: 1_000 });
    const shares = IDS.map((id) => world.of(id).documents.shipment['1']?.consignment?.cost);
    expect(shares).toEqual([334, 333, 333]);
  });
});

function expectParcels(world: World, consignment: Consignment): void {
  for (const member of consignment.members) {
    const order = world.of(member.orderId);
    const parcel = order.documents.package[member.packageId ?? ''];
    expect(parcel?.consignmentId).toBe(consignment.consignmentId);
    const over = parcel?.deliveredAt !== null || parcel.returnedAt !== undefined;
    // an order that hears nothing more is passed over when the consignment arrives
    if (over) expect(hasEnded(member)).toBe(true);
  }
}
