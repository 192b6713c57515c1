import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from './commands.js';
import { approve, given, type History, invoice, NOON, place, startHandling } from './given.test-support.js';
import type { Order } from './order.js';
import { leftUnpacked, type PackedPackage } from './packing.js';
import { MARKETPLACE, type Pair, pairOf, SELLER } from './pair.test-support.js';
import type { Shipment } from './shipment.js';

const five = place({ lines: [{ sku: 'MUG', quantity: 5 }], total: 20_500, payments: [], workflow: 'simple' });
const planned = (): History => given(five, startHandling, { type: 'plan_shipment' });
const of = (quantity: number) => [{ lineId: '1', quantity }];
const pack = (changes: object = {}): Command => ({ type: 'pack_package', shipmentId: '1', ...changes });
const move = (quantity: number, ends: object): Command => ({
  type: 'move_packed_items',
  shipmentId: '1',
  ...ends,
  items: of(quantity),
});

const orderOf = ({ order }: History): Order => order as Order;
const shipment = (history: History): Shipment => orderOf(history).documents.shipment['1'] as Shipment;
const packing = (history: History): readonly PackedPackage[] => shipment(history).packing ?? [];
const pieces = (history: History): readonly (readonly [string, number])[] =>
  packing(history).map(({ packageId, items }) => [packageId, items[0]?.quantity ?? 0]);
const unpacked = (history: History): number => leftUnpacked(shipment(history)).get('1') ?? 0;
const after = (history: History, ...commands: readonly Command[]): History =>
  commands.reduce((next, command) => next.when(command).history, history);

describe('packing a shipment', () => {
  it('puts its pieces into packages before they leave: those named, else all that are in none', () => {
    const packed = after(planned(), pack({ items: of(2), weight: 900, barcode: 'B1' }), pack());
    expect(packing(packed)).toEqual([
      { packageId: '1', items: of(2), weight: 900, barcode: 'B1' },
      { packageId: '2', items: of(3) },
    ]);
    packed.when(pack()).refused('nothing_to_ship');
    packed.when(pack({ items: of(1) })).refused('quantity_exceeds_unpacked', '/items/0/quantity');
    expect(orderOf(packed).documents.package).toEqual({});
    expect(orderOf(packed).lines[0]).toMatchObject({ shipped: 0 });
  });

  it('moves pieces between packages, and in and out of them', () => {
    const packed = after(planned(), pack({ items: of(3) }), pack({ items: [] }));
    const moved = after(packed, move(2, { from: '1', to: '2' }), move(1, { to: '2' }), move(1, { from: '1' }));
    expect(pieces(moved)).toEqual([
      ['1', 0],
      ['2', 3],
    ]);
    expect(unpacked(moved)).toBe(2);
    moved.when(move(4, { from: '2' })).refused('quantity_exceeds_package', '/items/0/quantity');
    moved.when(move(3, { to: '1' })).refused('quantity_exceeds_unpacked', '/items/0/quantity');
    moved.when(move(1, { from: '9' })).refused('package_not_found', '/from');
    moved.when(move(1, { to: '9' })).refused('package_not_found', '/to');
    moved.when(move(1, { from: '2', to: '2' })).then();
  });

  it('changes what is said of a package alone, and takes it apart', () => {
    const packed = after(planned(), pack({ items: of(2), weight: 900 }));
    const heavier = after(packed, pack({ packageId: '1', weight: 1200, barcode: 'B9' }));
    expect(packing(heavier)).toEqual([{ packageId: '1', items: of(2), weight: 1200, barcode: 'B9' }]);
    heavier.when(pack({ packageId: '1', weight: 1200 })).then();
    expect(pieces(after(heavier, pack({ packageId: '1', items: of(5) })))).toEqual([['1', 5]]);
    heavier.when(pack({ packageId: '1', items: of(6) })).refused('quantity_exceeds_unpacked');
    const apart = after(heavier, { type: 'unpack_package', shipmentId: '1', packageId: '1' });
    expect(packing(apart)).toEqual([]);
    apart.when({ type: 'unpack_package', shipmentId: '1', packageId: '1' }).refused('package_not_found', '/packageId');
  });

  it('is over where its shipment is cancelled, unknown, or waits in a consignment', () => {
    planned()
      .when({ ...pack(), shipmentId: '7' } as Command)
      .refused('shipment_not_found', '/shipmentId');
    const cancelled = after(planned(), pack(), { type: 'cancel_shipment', shipmentId: '1' });
    expect(packing(cancelled)).toEqual([]);
    cancelled.when(pack()).refused('shipment_cancelled');
  });
});

describe('a packed package', () => {
  it('is sent as it is packed, under its id', () => {
    const packed = after(planned(), pack({ items: of(2), weight: 900, barcode: 'B1' }), pack());
    const sent = after(packed, { type: 'send_package', packageId: '2', trackingNumber: 'T1' });
    expect(orderOf(sent).documents.package['2']).toMatchObject({ items: of(3), shipmentId: '1', trackingNumber: 'T1' });
    expect(pieces(sent)).toEqual([['1', 2]]);
    const gone = after(sent, { type: 'send_package', packageId: '1', weight: 950 });
    expect(orderOf(gone).documents.package['1']).toMatchObject({ items: of(2), weight: 950, barcode: 'B1' });
    expect(packing(gone)).toEqual([]);
    gone.when(pack({ packageId: '1', items: [] })).refused('package_exists', '/packageId');
  });

  it('is sent with nothing else, and not without anything', () => {
    const packed = after(planned(), pack({ items: of(2) }), { type: 'plan_shipment', items: [] }, pack({ items: [] }));
    packed.when({ type: 'send_package', packageId: '1', items: of(1) }).refused('package_packed', '/items');
    packed.when({ type: 'send_package', packageId: '1', shipmentId: '2' }).refused('package_packed', '/shipmentId');
    packed.when({ type: 'send_package', packageId: '2' }).refused('nothing_to_ship', '/packageId');
    packed.when(pack({ shipmentId: '2', packageId: '1', items: [] })).refused('package_exists', '/packageId');
  });

  it('gives up pieces that leave, move or are taken away otherwise, the youngest first', () => {
    const packed = after(planned(), pack({ items: of(2) }), pack({ items: of(2) }));
    const sent = after(packed, { type: 'send_package', shipmentId: '1', items: of(2) });
    expect(pieces(sent)).toEqual([
      ['1', 2],
      ['2', 1],
    ]);
    expect(pieces(after(packed, { type: 'move_items', from: '1', items: of(4) }))).toEqual([['1', 1]]);
    expect(pieces(after(packed, { type: 'send_package', items: of(5) }))).toEqual([]);
    const edited = after(packed, {
      type: 'edit_order',
      changes: [{ change: 'set_quantity', lineId: '1', quantity: 3 }],
    });
    expect(pieces(edited)).toEqual([
      ['1', 2],
      ['2', 1],
    ]);
  });

  it('has an id that no other package of the order gets', () => {
    const packed = after(planned(), pack({ items: of(1) }));
    const sent = after(packed, { type: 'send_package', items: of(1) });
    expect(Object.keys(orderOf(sent).documents.package)).toEqual(['2']);
    expect(pieces(after(sent, pack({ items: of(1) })))).toEqual([
      ['1', 1],
      ['3', 1],
    ]);
  });
});

describe('a packed package and what else happens to the order', () => {
  const both = (): History =>
    after(given(place({ workflow: 'simple', payments: [] }), startHandling, { type: 'plan_shipment' }), {
      type: 'pack_package',
      shipmentId: '1',
      items: [{ lineId: '1', quantity: 2 }],
    });
  const hold = (on: object): Command => ({ type: 'place_hold', holdType: 'address_check', on }) as Command;

  it('is held by what lies in it and by its own shipment, and by no other', () => {
    const held = after(both(), hold({ kind: 'line', id: '2' }));
    held.when({ type: 'send_package', packageId: '1' }).then('package_sent');
    after(both(), hold({ kind: 'line', id: '1' }))
      .when({ type: 'send_package', packageId: '1' })
      .refused('on_hold');
    const other = after(both(), { type: 'split_shipment', shipmentId: '1', items: [{ lineId: '2', quantity: 1 }] });
    after(other, hold({ kind: 'shipment', id: '2' }))
      .when({ type: 'send_package', packageId: '1' })
      .then('package_sent');
    after(other, hold({ kind: 'shipment', id: '1' }))
      .when({ type: 'send_package', packageId: '1' })
      .refused('on_hold');
  });

  it('gives its id to no parcel that an invoice sends', () => {
    const packed = after(
      given(place({ workflow: 'simple' }), approve, startHandling, { type: 'plan_shipment' }),
      pack(),
    );
    packed.when(invoice({ package: { packageId: '1' } })).refused('package_exists', '/package/packageId');
  });

  it('makes way for a parcel of its id that the seller tells of', () => {
    const placed = pairOf(new Map(), NOON)
      .when(MARKETPLACE, place({ workflow: 'marketplace' }))
      .when(SELLER, place({ workflow: 'fulfillment', fulfils: MARKETPLACE }));
    const ready = placed
      .when(MARKETPLACE, { type: 'approve_payment', paymentId: '1' })
      .when(SELLER, { type: 'authorise_fulfilment' })
      .when(SELLER, { type: 'start_handling' })
      .when(MARKETPLACE, { type: 'plan_shipment' })
      .when(MARKETPLACE, pack());
    const of = (pair: Pair): Order => pair.orders.get(MARKETPLACE) as Order;
    expect(of(ready).documents.shipment['1']?.packing).toHaveLength(1);
    const told = ready.when(SELLER, { type: 'send_package' });
    expect(Object.keys(of(told).documents.package)).toEqual(['1']);
    expect(of(told).documents.shipment['1']?.packing).toEqual([]);
  });
});

describe('whatever becomes of a shipment', () => {
  const pieceCount = fc.integer({ min: 1, max: 4 });
  const id = fc.constantFrom('1', '2', '3');
  const end = fc.option(id, { nil: undefined });
  const some = fc.record({ lineId: fc.constantFrom('1', '2'), quantity: pieceCount }).map((item) => [item]);
  const named = fc.option(some, { nil: undefined });
  const command = fc
    .oneof(
      fc.record({ type: fc.constant('pack_package'), shipmentId: id, packageId: end, items: named }),
      fc.record({ type: fc.constant('move_packed_items'), shipmentId: id, from: end, to: end, items: some }),
      fc.record({ type: fc.constant('unpack_package'), shipmentId: id, packageId: id }),
      fc.record({ type: fc.constant('move_items'), from: end, to: end, items: some }),
      fc.record({ type: fc.constant('split_shipment'), shipmentId: id, items: some }),
      fc.record({ type: fc.constant('send_package'), packageId: end, shipmentId: end, items: named }),
      fc.record({ type: fc.constant('return_to_sender'), packageId: id }),
      fc.record({ type: fc.constant('cancel_shipment'), shipmentId: id }),
      fc.record({
        type: fc.constant('edit_order'),
        changes: pieceCount.map((quantity) => [{ change: 'set_quantity', lineId: '1', quantity }]),
      }),
    )
    .map((asked) => JSON.parse(JSON.stringify(asked)) as Command);

  it('no piece is packed twice, none that is not in it, and none that left', () => {
    const seen = { packed: 0, sent: 0 };
    fc.assert(
      fc.property(fc.array(command, { minLength: 4, maxLength: 20 }), (commands) => {
        const lines = [
          { sku: 'MUG', quantity: 5 },
          { sku: 'CUP', quantity: 3 },
        ];
        let history = given(
          place({ lines, total: 32_500, payments: [], workflow: 'simple' }),
          startHandling,
          { type: 'plan_shipment', items: [{ lineId: '1', quantity: 3 }] },
          { type: 'plan_shipment' },
        );
        for (const asked of commands) {
          history = history.when(asked).history;
          const { shipment: shipments, package: sent } = orderOf(history).documents;
          const ids = Object.values(shipments).flatMap(({ packing: packed = [] }) =>
            packed.map((one) => one.packageId),
          );
          expect(new Set([...ids, ...Object.keys(sent)]).size).toBe(ids.length + Object.keys(sent).length);
          for (const each of Object.values(shipments)) {
            for (const left of leftUnpacked(each).values()) expect(left).toBeGreaterThanOrEqual(0);
            expect((each.packing ?? []).flatMap(({ items }) => items).filter(({ quantity }) => quantity <= 0)).toEqual(
              [],
            );
          }
          seen.packed += ids.length;
          seen.sent += Object.keys(sent).length;
        }
      }),
      { numRuns: 400 },
    );
    expect(seen.packed).toBeGreaterThan(0);
    expect(seen.sent).toBeGreaterThan(0);
  });
});
