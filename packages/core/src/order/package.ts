import { advance, takes } from '../workflow/advance.js';
import type { ItemQuantity, PackageDetails, SendPackage } from './commands.js';
import { accepted, type Accepted, type Context, raised, type RaisedSignal } from './decision.js';
import { inConsignment, waitsForOthers, withDeparture } from './consigned.js';
import { type DocumentKind, withDocument } from './document-kind.js';
import { countedNumber } from './document-number.js';
import type { EventOf, OrderEventOf } from './events.js';
import { goodsLeaveBy } from './goods-leave.js';
import { allItems, type LinePieces, quantities, resolveItems, withCounted } from './items.js';
import type { ParcelNews } from './linked.js';
import { type Instant, type Line, openToShip, type Order, type OrderHead } from './order.js';
import { refuse, type Refusal } from './refusals.js';
import { packedIn } from './packing.js';
import { withParcel } from './shipment.js';
import type { ParcelMeasures } from './shipment-commands.js';
import { openShipment, piecesLeft } from './shipment-plan.js';
import { statusOf } from './status.js';
import { consuming, type StockClaim, withLessHeld } from './stock-claim.js';
import { walking } from './walking.js';

// Events

export type PackageEvent =
  | EventOf<'package_sent', PackageSent>
  | EventOf<'package_updated', { readonly packageId: string } & PackageDetails & ParcelMeasures>
  | EventOf<'package_tracked', PackageTracked, TrackedPlaces>
  | EventOf<'order_delivered', OrderDelivered>;

export interface OrderDelivered {
  readonly deliveredAt: Instant;
  /** Those that were under way. */
  readonly packages: readonly string[];
  /** Pieces that left their shelf with this, because no parcel took them; absent: none. */
  readonly handedOver?: readonly LinePieces[];
}

export interface PackageSent extends ParcelMeasures {
  readonly packageId: string;
  readonly invoiceNumber: string | null;
  readonly items: readonly LinePieces[];
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly trackingUrl: string | null;
  readonly dispatchedAt: Instant | null;
  readonly consumesStock: boolean;
  /** The shipment that it is of; absent: none. */
  readonly shipmentId?: string;
  /** The consignment that it travels in; absent: it travels by itself. */
  readonly consignmentId?: string;
}

export interface PackageTracked {
  readonly packageId: string;
  /** When each thing happened; what and where is personal. */
  readonly times: readonly Instant[];
  readonly deliveredAt: Instant | null;
  /** True: with this the whole order has arrived. */
  readonly completesDelivery: boolean;
}

/** One for each time. */
export interface TrackedPlaces {
  readonly places: readonly TrackingPlace[];
}

export interface TrackingPlace {
  readonly city: string | null;
  readonly state: string | null;
  readonly description: string | null;
}

// State

/** One parcel that left the house. */
export interface Package extends ParcelMeasures {
  readonly id: string;
  readonly number: string;
  readonly invoiceNumber: string | null;
  readonly items: readonly LinePieces[];
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly trackingUrl: string | null;
  readonly sentAt: Instant;
  readonly dispatchedAt: Instant | null;
  /** Oldest first. */
  readonly tracking: readonly TrackingEvent[];
  readonly deliveredAt: Instant | null;
  /** The shipment that it is of; absent: none. */
  readonly shipmentId?: string;
  /** The consignment that it travels in; absent: it travels by itself. */
  readonly consignmentId?: string;
  /** Who took it away. Personal. Absent: nobody came for it. */
  readonly collectedBy?: string | null;
  /** When it was in the house again, because nobody took it; absent: it did not come back. */
  readonly returnedAt?: Instant;
  /** Personal. */
  readonly returnReason?: string | null;
}

export interface TrackingEvent extends TrackingPlace {
  readonly at: Instant;
  readonly recordedAt: Instant;
}

export type PackageStatus = 'sent' | 'in_transit' | 'delivered' | 'returned_to_sender';

export function packageStatus(parcel: Package): PackageStatus {
  if (parcel.returnedAt !== undefined) return 'returned_to_sender';
  if (parcel.deliveredAt !== null) return 'delivered';
  return parcel.tracking.length > 0 ? 'in_transit' : 'sent';
}

/** Parcels that are on their way or have arrived: what came back counts as never sent. */
export const standingPackages = ({ documents }: Pick<Order, 'documents'>): readonly Package[] =>
  Object.values(documents.package).filter(({ returnedAt }) => returnedAt === undefined);

export const PACKAGE_KIND: DocumentKind<Package> = {
  kind: 'package',
  title: 'package',
  list: 'packages',
  permissions: { view: 'orders.view', edit: 'orders.ship' },
  parents: ['invoice', 'shipment'],
  states: {
    sent: ['in_transit', 'delivered', 'returned_to_sender'],
    in_transit: ['delivered', 'returned_to_sender'],
    delivered: [],
    returned_to_sender: [],
  },
  stateOf: packageStatus,
  numberOf: ({ number }) => number,
  amountOf: () => null,
  // it is the carrier's word for it
  outerIdOf: ({ trackingNumber }) => trackingNumber,
  createdAt: ({ sentAt }) => sentAt,
  parentOf: ({ shipmentId, invoiceNumber }) =>
    shipmentId !== undefined
      ? { kind: 'shipment', id: shipmentId }
      : invoiceNumber === null
        ? null
        : { kind: 'invoice', id: invoiceNumber },
  searchTerms: ({ trackingNumber }) => (trackingNumber === null ? [] : [trackingNumber]),
  redact: (parcel) => ({
    ...parcel,
    tracking: redactedTracking(parcel.tracking),
    ...(parcel.collectedBy === undefined ? {} : { collectedBy: null }),
    ...(parcel.returnReason === undefined ? {} : { returnReason: null }),
  }),
};

export const redactedTracking = (tracking: readonly TrackingEvent[]): readonly TrackingEvent[] =>
  tracking.map(({ at, recordedAt }) => ({ at, recordedAt, city: null, state: null, description: null }));

// Folding

export function foldPackageSent(order: Order, event: OrderEventOf<'package_sent'>, at: Instant): Partial<Order> {
  const { packageId, consumesStock, invoiceNumber, items, carrier, trackingNumber, trackingUrl, dispatchedAt } =
    event.data;
  const { shipmentId, consignmentId } = event.data;
  const parcel: Package = {
    id: packageId,
    number: packageNumber(order.head, Object.keys(order.documents.package).length),
    invoiceNumber,
    items,
    carrier,
    trackingNumber,
    trackingUrl,
    sentAt: at,
    dispatchedAt,
    tracking: [],
    deliveredAt: null,
    ...measuresOf(event.data),
    ...(shipmentId === undefined ? {} : { shipmentId }),
    ...(consignmentId === undefined ? {} : { consignmentId }),
  };
  const documents = withParcel(withDocument(order.documents, 'package', packageId, parcel), parcel, 'sent');
  return {
    documents: withDeparture(documents, parcel, at),
    lines: withCounted(order.lines, items, (line, quantity) => shippedLine(line, quantity, consumesStock)),
  };
}

/** Of the one that comes after so many others. */
export const packageNumber = (head: Pick<OrderHead, 'number' | 'orderId'>, before: number): string =>
  countedNumber(head, `PK${before + 1}`);

const shippedLine = (line: Line, quantity: number, consumes: boolean): Line =>
  consumes
    ? withLessHeld({ ...line, shipped: line.shipped + quantity }, quantity)
    : { ...line, shipped: line.shipped + quantity };

export function foldPackageUpdated(order: Order, event: OrderEventOf<'package_updated'>): Partial<Order> {
  const { packageId, carrier, trackingNumber, trackingUrl, dispatchedAt } = event.data;
  const parcel = packageOf(order, packageId);
  return {
    documents: withDocument(order.documents, 'package', packageId, {
      ...parcel,
      carrier: carrier ?? parcel.carrier,
      trackingNumber: trackingNumber ?? parcel.trackingNumber,
      trackingUrl: trackingUrl ?? parcel.trackingUrl,
      dispatchedAt: dispatchedAt ?? parcel.dispatchedAt,
      ...measuresOf(event.data),
    }),
  };
}

export function foldPackageTracked(
  order: Order,
  event: OrderEventOf<'package_tracked'>,
  recordedAt: Instant,
): Partial<Order> {
  const { packageId, times, deliveredAt, completesDelivery } = event.data;
  const parcel = packageOf(order, packageId);
  const tracked = {
    ...parcel,
    tracking: withTracked(parcel.tracking, times, event.personal, recordedAt),
    deliveredAt: deliveredAt ?? parcel.deliveredAt,
  };
  const documents = withDocument(order.documents, 'package', packageId, tracked);
  return {
    documents: deliveredAt === null ? documents : withParcel(documents, tracked, 'delivered'),
    head: completesDelivery && deliveredAt !== null ? { ...order.head, deliveredAt } : order.head,
  };
}

export function withTracked(
  tracking: readonly TrackingEvent[],
  times: readonly Instant[],
  personal: TrackedPlaces | null,
  recordedAt: Instant,
): readonly TrackingEvent[] {
  const added = times.map((at, index): TrackingEvent => {
    const place = personal?.places[index];
    return {
      at,
      recordedAt,
      city: place?.city ?? null,
      state: place?.state ?? null,
      description: place?.description ?? null,
    };
  });
  return [...tracking, ...added].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

export function foldOrderDelivered(order: Order, event: OrderEventOf<'order_delivered'>): Partial<Order> {
  const { deliveredAt, packages, handedOver = [] } = event.data;
  const documents = packages.reduce(
    (next, id) =>
      withParcel(
        withDocument(next, 'package', id, { ...packageOf(order, id), deliveredAt }),
        packageOf(order, id),
        'delivered',
      ),
    order.documents,
  );
  return {
    documents,
    head: { ...order.head, deliveredAt },
    lines: handedOver.length === 0 ? order.lines : withCounted(order.lines, handedOver, withHandedOver),
  };
}

const withHandedOver = (line: Line, quantity: number): Line =>
  withLessHeld({ ...line, handedOver: (line.handedOver ?? 0) + quantity }, quantity);

export const packageOf = (order: Order, id: string): Package => {
  const parcel = order.documents.package[id];
  if (parcel === undefined) throw new Error(`the order has no package ${id}`);
  return parcel;
};

/** What is known of what a parcel is like; nothing is written where nothing is known. */
export const measuresOf = ({ weight, dimensions, barcode }: ParcelMeasures): ParcelMeasures => ({
  ...(weight === undefined ? {} : { weight }),
  ...(dimensions === undefined ? {} : { dimensions }),
  ...(barcode === undefined ? {} : { barcode }),
});

// Deciding

const MAX_PACKAGES = 1000;

/**
 * A parcel leaves the house with all that is left, or with the items named. In workflows that ship without invoice this
 * is what takes the pieces off the shelf. Of a shipment it holds what that has left, or a part of it. `force` hands out an order nobody has begun to handle, whole (orion §2.2).
 * Refusals: package_exists, too_many, nothing_to_ship, quantity_exceeds_ordered, reference_unknown, not_in_this_step,
 * shipment_not_found, shipment_cancelled, shipment_in_consignment, quantity_exceeds_shipment.
 */
export function decidePackage(order: Order, command: SendPackage, context: Context): Accepted | Refusal {
  const packages = order.documents.package;
  if (command.packageId !== undefined && Object.hasOwn(packages, command.packageId))
    return refuse('package_exists', '/packageId');
  if (Object.keys(packages).length >= MAX_PACKAGES) return refuse('too_many', undefined, { limit: MAX_PACKAGES });
  if (command.invoiceNumber !== undefined && order.documents.invoice[command.invoiceNumber] === undefined) {
    return refuse('reference_unknown', '/invoiceNumber');
  }
  const shipment = command.shipmentId === undefined ? null : openShipment(order, command.shipmentId, '/shipmentId');
  if (shipment !== null && 'refused' in shipment) return shipment;
  const items = shipment === null ? itemsOf(order, command) : piecesLeft(order, shipment, command.items);
  if ('refused' in items) return items;
  if (shipment !== null && waitsForOthers(shipment, command)) return inConsignment(shipment);
  if (shipment !== null && items.length === 0) return refuse('nothing_to_ship', '/shipmentId');
  if (items.length === 0 && order.lines.length > 0) return refuse('nothing_to_ship');
  const all = sendsAll(order, items);
  if (takes(order.head.instances, 'handling_started', order.published) && !(command.force === true && all)) {
    return refuse('not_in_this_step', '/force', { status: statusOf(order.head.instances) });
  }
  const packageId = command.packageId ?? newPackageId(order);
  const details = shipment?.carrier == null ? command : { ...command, carrier: command.carrier ?? shipment.carrier };
  const { event, claims, signals } = sending(order, packageId, items, details, context);
  // the other side has plans of its own, if any
  const { shipmentId: _, consignmentId: __, ...parcel } = { ...details, packageId, items: bySku(order, items) };
  return accepted([event], claims, [...signals, ...told(order, parcel)]);
}

/**
 * A package that is packed leaves as it is packed: what the command sends then. Asked of who names it alone; what another record
 * tells of a parcel of that id is news, and not this plan. Refusals: package_packed, nothing_to_ship, shipment_in_consignment.
 */
export function asPacked(order: Order, command: SendPackage): SendPackage | Refusal {
  const found = command.packageId === undefined ? null : packedIn(order, command.packageId);
  if (found === null) return command;
  const { shipment, packed } = found;
  if (command.items !== undefined) return refuse('package_packed', '/items');
  if (command.shipmentId !== undefined && command.shipmentId !== shipment.id)
    return refuse('package_packed', '/shipmentId', { shipmentId: shipment.id });
  if (packed.items.length === 0) return refuse('nothing_to_ship', '/packageId');
  if (waitsForOthers(shipment, command)) return { ...inConsignment(shipment), pointer: '/packageId' };
  return { ...measuresOf(packed), ...command, shipmentId: shipment.id, items: packed.items };
}

const itemsOf = (order: Order, { items }: SendPackage): readonly LinePieces[] | Refusal =>
  items === undefined || items.length === 0
    ? allItems(order, openToShip)
    : resolveItems(order, items, openToShip, 'quantity_exceeds_ordered');

const sendsAll = (order: Order, items: readonly LinePieces[]): boolean => {
  const sends = quantities(items);
  return order.lines.every((line) => openToShip(line) === (sends.get(line.id) ?? 0));
};

/** A parcel leaves, by itself or with an invoice: its event, what it takes off the shelf, and what the workflow makes of it. */
export function sending(
  order: Order,
  packageId: string,
  items: readonly LinePieces[],
  details: PackageDetails &
    ParcelMeasures & { readonly invoiceNumber?: string; readonly shipmentId?: string; readonly consignmentId?: string },
  context: Context,
): { event: OrderEventOf<'package_sent'>; claims: readonly StockClaim[]; signals: readonly RaisedSignal[] } {
  const trigger = sendsAll(order, items) ? 'packages_sent_fully' : 'packages_sent_partly';
  const step =
    items.length === 0
      ? { moves: [], signals: [] }
      : advance(order.head.instances, trigger, context.at, walking(order));
  const consumesStock = goodsLeaveBy(order, 'package');
  return {
    event: {
      type: 'package_sent',
      data: {
        packageId,
        invoiceNumber: details.invoiceNumber ?? null,
        items,
        carrier: details.carrier ?? null,
        trackingNumber: details.trackingNumber ?? null,
        trackingUrl: details.trackingUrl ?? null,
        dispatchedAt: details.dispatchedAt ?? null,
        consumesStock,
        ...measuresOf(details),
        ...(details.shipmentId === undefined ? {} : { shipmentId: details.shipmentId }),
        ...(details.consignmentId === undefined ? {} : { consignmentId: details.consignmentId }),
        moves: step.moves,
      },
      personal: null,
    },
    claims: consumesStock ? consuming(order.lines, quantities(items)) : [],
    signals: raised(step.signals),
  };
}

/** Pieces in the words of another record, whose lines may be numbered otherwise. */
export function bySku(order: Order, items: readonly LinePieces[]): readonly ItemQuantity[] {
  const skus = new Map(order.lines.map(({ id, sku }) => [id, sku]));
  return items.map(({ lineId, quantity }) => ({ sku: skus.get(lineId) ?? '', quantity }));
}

/** News of a parcel go up to the marketplace that sold it, never down again. */
export const told = (order: Order, parcel: ParcelNews): readonly RaisedSignal[] =>
  order.head.links.some(({ role }) => role === 'marketplace') ? [{ signal: 'changed', payload: { parcel } }] : [];

/** The next free number, counted from 1 in the order. */
export function newPackageId(order: Order): string {
  let next = Object.keys(order.documents.package).length + 1;
  while (Object.hasOwn(order.documents.package, String(next)) || packedIn(order, String(next)) !== null) next += 1;
  return String(next);
}

export const packageNotFound = (order: Order): Refusal =>
  refuse('package_not_found', '/packageId', { packages: Object.keys(order.documents.package).slice(0, 20) });
