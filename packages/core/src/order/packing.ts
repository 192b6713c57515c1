import { inConsignment, waitsInConsignment } from './consigned.js';
import { accepted, type Accepted } from './decision.js';
import { withDocument } from './document-kind.js';
import type { EventOf, OrderEventOf } from './events.js';
import { allItems, type LinePieces, resolveItems } from './items.js';
import type { Line, Order } from './order.js';
import { measuresOf, newPackageId } from './package.js';
import { refuse, type Refusal } from './refusals.js';
import { leftIn, type Shipment } from './shipment.js';
import type { MovePackedItems, PackPackage, ParcelMeasures, UnpackPackage } from './shipment-commands.js';
import { openShipment } from './shipment-plan.js';

/**
 * A shipment is packed before it leaves: which of its pieces lie in which package. A packed package is a plan, as its shipment
 * is: it moves no stock and no step, and becomes a document when it is sent.
 */

// Events

export type PackingEvent =
  | EventOf<'package_packed', PackedPackage & { readonly shipmentId: string }>
  | EventOf<'packed_items_moved', PackedItemsMoved>
  | EventOf<'package_unpacked', { readonly shipmentId: string; readonly packageId: string }>;

/** Null on one side: what of the shipment is in no package. */
export interface PackedItemsMoved {
  readonly shipmentId: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly items: readonly LinePieces[];
}

// State

export interface PackedPackage extends ParcelMeasures {
  readonly packageId: string;
  readonly items: readonly LinePieces[];
}

const packingOf = ({ packing = [] }: Pick<Shipment, 'packing'>): readonly PackedPackage[] => packing;

/** The packed package of this id and its shipment; null: none is packed so. */
export function packedIn(
  { documents }: Pick<Order, 'documents'>,
  packageId: string,
): { readonly shipment: Shipment; readonly packed: PackedPackage } | null {
  for (const shipment of Object.values(documents.shipment)) {
    const packed = packingOf(shipment).find((each) => each.packageId === packageId);
    if (packed !== undefined) return { shipment, packed };
  }
  return null;
}

/** Pieces of a shipment that have not left and are in no package. */
export function leftUnpacked(shipment: Shipment): ReadonlyMap<string, number> {
  const left = new Map(leftIn(shipment));
  for (const { items } of packingOf(shipment))
    for (const { lineId, quantity } of items) left.set(lineId, (left.get(lineId) ?? 0) - quantity);
  return left;
}

// Folding

export function foldPackagePacked(order: Order, { data }: OrderEventOf<'package_packed'>): Partial<Order> {
  const { shipmentId, packageId, items } = data;
  const packed: PackedPackage = { packageId, items, ...measuresOf(data) };
  return changedPacking(order, shipmentId, (packing) =>
    packing.some((each) => each.packageId === packageId)
      ? packing.map((each) => (each.packageId === packageId ? packed : each))
      : [...packing, packed],
  );
}

export function foldPackedItemsMoved(order: Order, { data }: OrderEventOf<'packed_items_moved'>): Partial<Order> {
  const { shipmentId, from, to, items } = data;
  return changedPacking(order, shipmentId, (packing) =>
    packing.map((each) => {
      if (each.packageId === from) return { ...each, items: changedBy(each.items, items, -1) };
      return each.packageId === to ? { ...each, items: changedBy(each.items, items, 1) } : each;
    }),
  );
}

export const foldPackageUnpacked = (order: Order, { data }: OrderEventOf<'package_unpacked'>): Partial<Order> =>
  changedPacking(order, data.shipmentId, (packing) => packing.filter((each) => each.packageId !== data.packageId));

function changedPacking(
  { documents }: Order,
  shipmentId: string,
  change: (packing: readonly PackedPackage[]) => readonly PackedPackage[],
): Partial<Order> {
  const shipment = documents.shipment[shipmentId];
  if (shipment === undefined) throw new Error(`the order has no shipment ${shipmentId}`);
  return {
    documents: withDocument(documents, 'shipment', shipmentId, { ...shipment, packing: change(packingOf(shipment)) }),
  };
}

function changedBy(items: readonly LinePieces[], by: readonly LinePieces[], sign: 1 | -1): readonly LinePieces[] {
  const changed = new Map(items.map(({ lineId, quantity }) => [lineId, quantity]));
  for (const { lineId, quantity } of by) changed.set(lineId, (changed.get(lineId) ?? 0) + sign * quantity);
  return [...changed].flatMap(([lineId, quantity]) => (quantity > 0 ? [{ lineId, quantity }] : []));
}

/**
 * Packages hold no more than their shipment has left: what is sent, moved or given up otherwise is taken out of them, of the
 * youngest first; one that left, or lost its last piece so, is packed no more. Asked after every event that changed a shipment or sent a package.
 */
export function withFittingPacking(before: Order, after: Order): Order {
  const isSent = before.documents.package !== after.documents.package;
  if (before.documents.shipment === after.documents.shipment && !isSent) return after;
  let { documents } = after;
  for (const shipment of Object.values(documents.shipment)) {
    if (shipment.packing === undefined || (before.documents.shipment[shipment.id] === shipment && !isSent)) continue;
    const packing = fitting(shipment, after.documents.package);
    if (packing !== null) documents = withDocument(documents, 'shipment', shipment.id, { ...shipment, packing });
  }
  return documents === after.documents ? after : { ...after, documents };
}

/** Null: it fits as it is. */
function fitting(shipment: Shipment, sent: Order['documents']['package']): readonly PackedPackage[] | null {
  const left = new Map(leftIn(shipment));
  const before = packingOf(shipment);
  const packing = before.flatMap((packed): readonly PackedPackage[] => {
    if (Object.hasOwn(sent, packed.packageId) || shipment.cancelledAt !== null) return [];
    const items = packed.items.flatMap((item) => {
      const quantity = Math.min(item.quantity, left.get(item.lineId) ?? 0);
      left.set(item.lineId, (left.get(item.lineId) ?? 0) - quantity);
      if (quantity === item.quantity) return [item];
      return quantity === 0 ? [] : [{ ...item, quantity }];
    });
    if (items.length === 0 && packed.items.length > 0) return [];
    return [isSame(items, packed.items) ? packed : { ...packed, items }];
  });
  return isSame(packing, before) ? null : packing;
}

const isSame = (one: readonly object[], other: readonly object[]): boolean =>
  one.length === other.length && one.every((each, at) => each === other[at]);

// Deciding

/** How many packages a shipment may be packed into at once. */
const MAX_PACKED = 200;

/**
 * Packs pieces of a shipment into a package: those named, else all that are in none yet; of a package that is packed already,
 * its content and measures as they shall be, and what is not said stays.
 * Refusals: shipment_not_found, shipment_cancelled, shipment_in_consignment, package_exists, too_many, reference_unknown,
 * quantity_exceeds_unpacked, nothing_to_ship.
 */
export function decidePacking(order: Order, command: PackPackage): Accepted | Refusal {
  const shipment = packable(order, command.shipmentId);
  if ('refused' in shipment) return shipment;
  const { packageId = newPackageId(order) } = command;
  const known = packedIn(order, packageId);
  if (Object.hasOwn(order.documents.package, packageId) || (known !== null && known.shipment.id !== shipment.id))
    return refuse('package_exists', '/packageId');
  if (known === null && packingOf(shipment).length >= MAX_PACKED)
    return refuse('too_many', undefined, { limit: MAX_PACKED });
  const items = contentOf(order, shipment, known?.packed ?? null, command);
  if ('refused' in items) return items;
  if (items.length === 0 && command.items === undefined && known === null) return refuse('nothing_to_ship');
  const measures = { ...measuresOf(known?.packed ?? {}), ...measuresOf(command) };
  const data = { shipmentId: shipment.id, packageId, items, ...measures };
  const { shipmentId: _, ...packed } = data;
  if (known !== null && JSON.stringify(packed) === JSON.stringify(known.packed)) return accepted([]);
  return accepted([{ type: 'package_packed', data, personal: null }]);
}

function contentOf(
  order: Order,
  shipment: Shipment,
  before: PackedPackage | null,
  { items }: PackPackage,
): readonly LinePieces[] | Refusal {
  if (items === undefined && before !== null) return before.items;
  const free = new Map(leftUnpacked(shipment));
  for (const { lineId, quantity } of before?.items ?? []) free.set(lineId, (free.get(lineId) ?? 0) + quantity);
  const left = (line: Line): number => Math.max(0, free.get(line.id) ?? 0);
  return items === undefined ? allItems(order, left) : resolveItems(order, items, left, 'quantity_exceeds_unpacked');
}

/**
 * Moves pieces between two packages of a shipment, or between one and what is in none.
 * Refusals: shipment_not_found, shipment_cancelled, shipment_in_consignment, package_not_found, reference_unknown,
 * quantity_exceeds_package, quantity_exceeds_unpacked.
 */
export function decidePackedMove(order: Order, command: MovePackedItems): Accepted | Refusal {
  const shipment = packable(order, command.shipmentId);
  if ('refused' in shipment) return shipment;
  const { from = null, to = null } = command;
  const packing = packingOf(shipment);
  for (const [id, pointer] of [
    [from, '/from'],
    [to, '/to'],
  ] as const)
    if (id !== null && !packing.some(({ packageId }) => packageId === id)) return notPacked(shipment, pointer);
  if (from === to) return accepted([]);
  const source =
    from === null
      ? leftUnpacked(shipment)
      : new Map(packing.flatMap(({ packageId, items }) => (packageId === from ? items.map(pair) : [])));
  const exceeds = from === null ? 'quantity_exceeds_unpacked' : 'quantity_exceeds_package';
  const items = resolveItems(order, command.items, (line) => Math.max(0, source.get(line.id) ?? 0), exceeds);
  if ('refused' in items) return items;
  if (items.length === 0) return accepted([]);
  return accepted([{ type: 'packed_items_moved', data: { shipmentId: shipment.id, from, to, items }, personal: null }]);
}

const pair = ({ lineId, quantity }: LinePieces): readonly [string, number] => [lineId, quantity];

/**
 * Takes a package apart; its pieces are in none. Refusals: shipment_not_found, shipment_cancelled, shipment_in_consignment,
 * package_not_found.
 */
export function decideUnpacking(order: Order, { shipmentId, packageId }: UnpackPackage): Accepted | Refusal {
  const shipment = packable(order, shipmentId);
  if ('refused' in shipment) return shipment;
  if (!packingOf(shipment).some((each) => each.packageId === packageId)) return notPacked(shipment, '/packageId');
  return accepted([{ type: 'package_unpacked', data: { shipmentId, packageId }, personal: null }]);
}

const notPacked = (shipment: Shipment, pointer: string): Refusal =>
  refuse('package_not_found', pointer, { packages: packingOf(shipment).map(({ packageId }) => packageId) });

/** A shipment that waits in a consignment leaves with it as one package. */
function packable(order: Order, shipmentId: string): Shipment | Refusal {
  const shipment = openShipment(order, shipmentId, '/shipmentId');
  return 'refused' in shipment || !waitsInConsignment(shipment) ? shipment : inConsignment(shipment);
}
