import { advance, takes } from '../workflow/advance.js';
import { tableOf } from '../workflow/built-in.js';
import type { CommandOf, ItemQuantity, PackageDetails, SendPackage, TrackPackage, UpdatePackage } from './commands.js';
import { accepted, type Accepted, type Context, raised, type RaisedSignal } from './decision.js';
import { type DocumentKind, withDocument } from './document-kind.js';
import type { EventOf, OrderEventOf } from './events.js';
import { allItems, type LinePieces, quantities, resolveItems, withCounted } from './items.js';
import type { ParcelNews } from './linked.js';
import { type Instant, type Line, nothingLeftToSend, openToShip, type Order } from './order.js';
import { refuse, type Refusal } from './refusals.js';
import { statusOf } from './status.js';
import { consuming, type StockClaim, withLessHeld } from './stock-claim.js';
import { walking } from './walking.js';

// Events

export type PackageEvent =
  | EventOf<'package_sent', PackageSent>
  | EventOf<'package_updated', { readonly packageId: string } & PackageDetails>
  | EventOf<'package_tracked', PackageTracked, TrackedPlaces>
  | EventOf<'order_delivered', { readonly deliveredAt: Instant; readonly packages: readonly string[] }>;

export interface PackageSent {
  readonly packageId: string;
  readonly invoiceNumber: string | null;
  readonly items: readonly LinePieces[];
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly trackingUrl: string | null;
  readonly dispatchedAt: Instant | null;
  readonly consumesStock: boolean;
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
export interface Package {
  readonly id: string;
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
}

export interface TrackingEvent extends TrackingPlace {
  readonly at: Instant;
  readonly recordedAt: Instant;
}

export type PackageStatus = 'sent' | 'in_transit' | 'delivered';

export function packageStatus(parcel: Package): PackageStatus {
  if (parcel.deliveredAt !== null) return 'delivered';
  return parcel.tracking.length > 0 ? 'in_transit' : 'sent';
}

export const PACKAGE_KIND: DocumentKind<Package> = {
  kind: 'package',
  title: 'package',
  list: 'packages',
  permissions: { view: 'orders.view', edit: 'orders.ship' },
  parents: ['invoice'],
  states: { sent: ['in_transit', 'delivered'], in_transit: ['delivered'], delivered: [] },
  stateOf: packageStatus,
  numberOf: ({ trackingNumber }) => trackingNumber,
  amountOf: () => null,
  outerIdOf: () => null,
  createdAt: ({ sentAt }) => sentAt,
  parentOf: ({ invoiceNumber }) => (invoiceNumber === null ? null : { kind: 'invoice', id: invoiceNumber }),
  searchTerms: (parcel) => (parcel.trackingNumber === null ? [] : [parcel.trackingNumber]),
  redact: (parcel) => ({
    ...parcel,
    tracking: redactedTracking(parcel.tracking),
  }),
};

export const redactedTracking = (tracking: readonly TrackingEvent[]): readonly TrackingEvent[] =>
  tracking.map(({ at, recordedAt }) => ({ at, recordedAt, city: null, state: null, description: null }));

// Folding

export function foldPackageSent(order: Order, event: OrderEventOf<'package_sent'>, at: Instant): Partial<Order> {
  const { packageId, consumesStock, invoiceNumber, items, carrier, trackingNumber, trackingUrl, dispatchedAt } =
    event.data;
  const parcel: Package = {
    id: packageId,
    invoiceNumber,
    items,
    carrier,
    trackingNumber,
    trackingUrl,
    sentAt: at,
    dispatchedAt,
    tracking: [],
    deliveredAt: null,
  };
  return {
    documents: withDocument(order.documents, 'package', packageId, parcel),
    lines: withCounted(order.lines, items, (line, quantity) => shippedLine(line, quantity, consumesStock)),
  };
}

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
  return {
    documents: withDocument(order.documents, 'package', packageId, {
      ...parcel,
      tracking: withTracked(parcel.tracking, times, event.personal, recordedAt),
      deliveredAt: deliveredAt ?? parcel.deliveredAt,
    }),
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
  const { deliveredAt, packages } = event.data;
  const documents = packages.reduce(
    (next, id) => withDocument(next, 'package', id, { ...packageOf(order, id), deliveredAt }),
    order.documents,
  );
  return { documents, head: { ...order.head, deliveredAt } };
}

const packageOf = (order: Order, id: string): Package => {
  const parcel = order.documents.package[id];
  if (parcel === undefined) throw new Error(`the order has no package ${id}`);
  return parcel;
};

// Deciding

const MAX_PACKAGES = 1000;
/** A carrier's robot may post for ever; 500 events are a parcel that went around the world some ten times. */
export const MAX_TRACKING = 500;

/**
 * A parcel leaves the house with all that is left, or with the items named. In workflows that ship without invoice this
 * is what takes the pieces off the shelf. `force` hands out an order nobody has begun to handle, whole (orion §2.2).
 * Refusals: package_exists, too_many, nothing_to_ship, quantity_exceeds_ordered, reference_unknown, not_in_this_step.
 */
export function decidePackage(order: Order, command: SendPackage, context: Context): Accepted | Refusal {
  const packages = order.documents.package;
  if (command.packageId !== undefined && packages[command.packageId] !== undefined)
    return refuse('package_exists', '/packageId');
  if (Object.keys(packages).length >= MAX_PACKAGES) return refuse('too_many', undefined, { limit: MAX_PACKAGES });
  if (command.invoiceNumber !== undefined && order.documents.invoice[command.invoiceNumber] === undefined) {
    return refuse('reference_unknown', '/invoiceNumber');
  }
  const items =
    command.items === undefined || command.items.length === 0
      ? allItems(order, openToShip)
      : resolveItems(order, command.items, openToShip, 'quantity_exceeds_ordered');
  if ('refused' in items) return items;
  if (items.length === 0 && order.lines.length > 0) return refuse('nothing_to_ship');
  const all = sendsAll(order, items);
  if (takes(order.head.instances, 'handling_started', order.published) && !(command.force === true && all)) {
    return refuse('not_in_this_step', '/force', { status: statusOf(order.head.instances) });
  }
  const packageId = command.packageId ?? newPackageId(order);
  const { event, claims, signals } = sending(order, packageId, items, command, context);
  return accepted([event], claims, [...signals, ...told(order, { ...command, packageId, items: bySku(order, items) })]);
}

const sendsAll = (order: Order, items: readonly LinePieces[]): boolean => {
  const sends = quantities(items);
  return order.lines.every((line) => openToShip(line) === (sends.get(line.id) ?? 0));
};

/** A parcel leaves, by itself or with an invoice: its event, what it takes off the shelf, and what the workflow makes of it. */
export function sending(
  order: Order,
  packageId: string,
  items: readonly LinePieces[],
  details: PackageDetails & { readonly invoiceNumber?: string },
  context: Context,
): { event: OrderEventOf<'package_sent'>; claims: readonly StockClaim[]; signals: readonly RaisedSignal[] } {
  const trigger = sendsAll(order, items) ? 'packages_sent_fully' : 'packages_sent_partly';
  const step =
    items.length === 0
      ? { moves: [], signals: [] }
      : advance(order.head.instances, trigger, context.at, walking(order));
  const consumesStock = order.head.instances.some(
    (instance) => tableOf(instance, order.published).stock.consumeAt === 'package',
  );
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
const told = (order: Order, parcel: ParcelNews): readonly RaisedSignal[] =>
  order.head.links.some(({ role }) => role === 'marketplace') ? [{ signal: 'changed', payload: { parcel } }] : [];

/** The next free number, counted from 1 in the order. */
export function newPackageId(order: Order): string {
  let next = Object.keys(order.documents.package).length + 1;
  while (order.documents.package[String(next)] !== undefined) next += 1;
  return String(next);
}

const DETAILS = [
  'carrier',
  'trackingNumber',
  'trackingUrl',
  'dispatchedAt',
] as const satisfies readonly (keyof PackageDetails)[];

/** What a command says of a parcel that was not known of it. */
export const changedDetails = (
  said: PackageDetails,
  known: { readonly [Field in keyof PackageDetails]-?: string | null },
): PackageDetails =>
  Object.fromEntries(
    DETAILS.flatMap((field) =>
      said[field] === undefined || said[field] === known[field] ? [] : [[field, said[field]]],
    ),
  );

/** Fills in what the carrier said later. Refusal: package_not_found. */
export function decidePackageUpdate(order: Order, command: UpdatePackage): Accepted | Refusal {
  const { packageId } = command;
  const parcel = order.documents.package[packageId];
  if (parcel === undefined) return packageNotFound(order);
  const details = changedDetails(command, parcel);
  if (Object.keys(details).length === 0) return accepted([]);
  return accepted(
    [{ type: 'package_updated', data: { packageId, ...details }, personal: null }],
    [],
    told(order, command),
  );
}

/**
 * Adds what the carrier saw, and whether the parcel arrived. When it is the last one, the order has arrived.
 * Refusals: package_not_found, package_delivered (for a second delivery), too_many.
 */
export function decideTracking(order: Order, command: TrackPackage, context: Context): Accepted | Refusal {
  const parcel = order.documents.package[command.packageId];
  if (parcel === undefined) return packageNotFound(order);
  const arrives = command.delivered === true || command.deliveredAt !== undefined;
  if (arrives && parcel.deliveredAt !== null)
    return refuse('package_delivered', '/delivered', { deliveredAt: parcel.deliveredAt });
  const events = command.events ?? [];
  if (parcel.tracking.length + events.length > MAX_TRACKING)
    return refuse('too_many', '/events', { limit: MAX_TRACKING });
  if (events.length === 0 && !arrives) return accepted([]);
  const deliveredAt = arrives ? (command.deliveredAt ?? context.at) : null;
  const others = Object.values(order.documents.package).filter(({ id }) => id !== parcel.id);
  const completesDelivery = arrives && nothingLeftToSend(order) && others.every((other) => other.deliveredAt !== null);
  const step = completesDelivery
    ? advance(order.head.instances, 'all_delivered', context.at, walking(order))
    : { moves: [], signals: [] };
  return accepted(
    [
      {
        type: 'package_tracked',
        data: {
          packageId: parcel.id,
          times: events.map(({ at }) => at),
          deliveredAt,
          completesDelivery,
          moves: step.moves,
        },
        personal: placesOf(events),
      },
    ],
    [],
    [...raised(step.signals), ...told(order, command)],
  );
}

export const placesOf = (events: NonNullable<TrackPackage['events']>): TrackedPlaces => ({
  places: events.map(({ city, state, description }) => ({ city: city ?? null, state: state ?? null, description })),
});

/** Everything arrived, with or without word from a carrier. Whether it can have is asked before (`allowed.ts`). */
export function decideDelivery(
  order: Order,
  command: CommandOf<'mark_delivered'>,
  context: Context,
): Accepted | Refusal {
  const underway = Object.values(order.documents.package).filter((parcel) => parcel.deliveredAt === null);
  const step = advance(order.head.instances, 'all_delivered', context.at, walking(order));
  const deliveredAt = command.deliveredAt ?? context.at;
  return accepted(
    [
      {
        type: 'order_delivered',
        data: { deliveredAt, packages: underway.map(({ id }) => id), moves: step.moves },
        personal: null,
      },
    ],
    [],
    [...raised(step.signals), ...told(order, command)],
  );
}

const packageNotFound = (order: Order): Refusal =>
  refuse('package_not_found', '/packageId', { packages: Object.keys(order.documents.package).slice(0, 20) });
