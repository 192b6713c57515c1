import type { Amount } from '../money/amount.js';
import { sum } from '../money/amount.js';
import { type DocumentKind, withDocument } from './document-kind.js';
import type { Consigned } from './consigned.js';
import type { PackedPackage } from './packing.js';
import type { EventOf, OrderEventOf } from './events.js';
import type { LinePieces } from './items.js';
import { type Address, type Instant, type Line, openToShip, type Order } from './order.js';

// Events

export type ShipmentEvent =
  | EventOf<'shipment_planned', ShipmentPlanned, { readonly address: Address | null }>
  | EventOf<'shipment_items_moved', ItemsMoved>
  | EventOf<
      'shipment_changed',
      { readonly shipmentId: string } & Partial<ShipmentFacts>,
      { readonly address: Address | null }
    >
  | EventOf<'shipment_cancelled', { readonly shipmentId: string }, { readonly reason: string | null }>;

/** What is known of a shipment that is of no person. */
export interface ShipmentFacts {
  readonly deliveryId: string | null;
  readonly method: string | null;
  readonly carrier: string | null;
  readonly place: string | null;
  readonly pickupPoint: string | null;
  readonly shipBy: Instant | null;
  readonly promisedAt: Instant | null;
  readonly deliverOn: Instant | null;
  /** Minor units. */
  readonly price: Amount | null;
}

export interface ShipmentPlanned extends ShipmentFacts {
  readonly shipmentId: string;
  readonly number: string;
  /** The shipment that the pieces were planned in before; null: they were in none. */
  readonly from: string | null;
  readonly items: readonly LinePieces[];
}

/** Null on one side: what is not planned. */
export interface ItemsMoved {
  readonly from: string | null;
  readonly to: string | null;
  readonly items: readonly LinePieces[];
}

// State

/** A plan of what goes together to one address by one method. Its packages are what has left. */
export interface Shipment extends ShipmentFacts {
  /** Counted from 1 in the order. */
  readonly id: string;
  readonly number: string;
  readonly items: readonly ShipmentItem[];
  /** Personal. Null: that of its delivery. */
  readonly address: Address | null;
  /** What became of its packages, by id. */
  readonly parcels: Readonly<Record<string, 'sent' | 'delivered' | 'returned'>>;
  /** Which of its pieces lie in which package before they leave, the oldest first; absent: nobody packed it. */
  readonly packing?: readonly PackedPackage[];
  readonly plannedAt: Instant;
  readonly cancelledAt: Instant | null;
  /** Personal: free text. */
  readonly cancelReason: string | null;
  /** Absent: it travels by itself. */
  readonly consignment?: Consigned;
}

/** `quantity` pieces are planned, `sent` of them are in packages that left and did not come back. */
export interface ShipmentItem extends LinePieces {
  readonly sent: number;
}

export type ShipmentStatus = 'planned' | 'partly_sent' | 'sent' | 'delivered' | 'returned_to_sender' | 'cancelled';

export function shipmentStatus({ items, parcels, cancelledAt }: Shipment): ShipmentStatus {
  if (cancelledAt !== null) return 'cancelled';
  const states = Object.values(parcels);
  const sent = sum(items.map((item) => item.sent));
  if (sent === 0) return states.includes('returned') ? 'returned_to_sender' : 'planned';
  if (items.some((item) => item.sent < item.quantity)) return 'partly_sent';
  return states.includes('sent') ? 'sent' : 'delivered';
}

export const SHIPMENT_KIND: DocumentKind<Shipment> = {
  kind: 'shipment',
  title: 'shipment',
  list: 'shipments',
  permissions: { view: 'orders.view', edit: 'orders.ship' },
  parents: [],
  states: {
    planned: ['partly_sent', 'sent', 'cancelled'],
    partly_sent: ['sent', 'returned_to_sender'],
    sent: ['delivered', 'partly_sent', 'returned_to_sender'],
    delivered: ['partly_sent'],
    returned_to_sender: ['partly_sent', 'sent', 'cancelled'],
    cancelled: [],
  },
  stateOf: shipmentStatus,
  numberOf: ({ number }) => number,
  amountOf: ({ price }) => price,
  outerIdOf: () => null,
  createdAt: ({ plannedAt }) => plannedAt,
  parentOf: () => null,
  searchTerms: ({ number }) => [number],
  redact: (shipment) => ({ ...shipment, address: null, cancelReason: null }),
};

const isOpen = ({ cancelledAt }: Shipment): boolean => cancelledAt === null;

/** What a shipment still has to send of each line. */
export const leftIn = (shipment: Shipment): ReadonlyMap<string, number> =>
  new Map(isOpen(shipment) ? shipment.items.map(({ lineId, quantity, sent }) => [lineId, quantity - sent]) : []);

/** How many pieces of a line are neither sent nor given up nor planned in a shipment. */
export function unplanned(order: Pick<Order, 'documents'>): (line: Line) => number {
  const planned = new Map<string, number>();
  for (const shipment of Object.values(order.documents.shipment)) {
    for (const [lineId, left] of leftIn(shipment)) planned.set(lineId, (planned.get(lineId) ?? 0) + left);
  }
  return (line) => Math.max(0, openToShip(line) - (planned.get(line.id) ?? 0));
}

// Folding

export function foldShipmentPlanned(
  order: Order,
  event: OrderEventOf<'shipment_planned'>,
  at: Instant,
): Partial<Order> {
  const { shipmentId, number, from, items, moves: _, ...facts } = event.data;
  const shipment: Shipment = {
    ...facts,
    id: shipmentId,
    number,
    items: items.map((item) => ({ ...item, sent: 0 })),
    address: event.personal?.address ?? null,
    parcels: {},
    plannedAt: at,
    cancelledAt: null,
    cancelReason: null,
  };
  return { documents: withDocument(withPlanned(order, from, items, -1), 'shipment', shipmentId, shipment) };
}

export function foldItemsMoved(order: Order, event: OrderEventOf<'shipment_items_moved'>): Partial<Order> {
  const { from, to, items } = event.data;
  const taken = withPlanned(order, from, items, -1);
  return { documents: withPlanned({ ...order, documents: taken }, to, items, 1) };
}

export function foldShipmentChanged(order: Order, event: OrderEventOf<'shipment_changed'>): Partial<Order> {
  const { shipmentId, moves: _, ...facts } = event.data;
  const before = shipmentOf(order, shipmentId);
  const address = event.personal === null ? before.address : event.personal.address;
  return { documents: withDocument(order.documents, 'shipment', shipmentId, { ...before, ...facts, address }) };
}

export function foldShipmentCancelled(
  order: Order,
  event: OrderEventOf<'shipment_cancelled'>,
  at: Instant,
): Partial<Order> {
  const { shipmentId } = event.data;
  const cancelled = { cancelledAt: at, cancelReason: event.personal?.reason ?? null };
  return {
    documents: withDocument(order.documents, 'shipment', shipmentId, {
      ...shipmentOf(order, shipmentId),
      ...cancelled,
    }),
  };
}

/** The documents with more or fewer pieces planned in a shipment; null: in none. */
function withPlanned(order: Order, id: string | null, items: readonly LinePieces[], sign: 1 | -1): Order['documents'] {
  if (id === null || items.length === 0) return order.documents;
  const shipment = shipmentOf(order, id);
  const changes = new Map(items.map(({ lineId, quantity }) => [lineId, sign * quantity]));
  const kept = shipment.items.flatMap((item) => {
    const quantity = item.quantity + (changes.get(item.lineId) ?? 0);
    changes.delete(item.lineId);
    return quantity === 0 ? [] : [{ ...item, quantity }];
  });
  const added = [...changes].map(([lineId, quantity]) => ({ lineId, quantity, sent: 0 }));
  return withDocument(order.documents, 'shipment', id, { ...shipment, items: [...kept, ...added] });
}

/** The documents after a package of a shipment left, arrived or came back; as they were where it belongs to none. */
export function withParcel(
  documents: Order['documents'],
  {
    id,
    shipmentId,
    items,
  }: { readonly id: string; readonly shipmentId?: string; readonly items: readonly LinePieces[] },
  became: Shipment['parcels'][string],
): Order['documents'] {
  const shipment = shipmentId === undefined ? undefined : documents.shipment[shipmentId];
  if (shipment === undefined) return documents;
  const sign = became === 'sent' ? 1 : became === 'returned' ? -1 : 0;
  const moved = new Map(items.map(({ lineId, quantity }) => [lineId, sign * quantity]));
  return withDocument(documents, 'shipment', shipment.id, {
    ...shipment,
    items:
      sign === 0
        ? shipment.items
        : shipment.items.map((item) => ({ ...item, sent: item.sent + (moved.get(item.lineId) ?? 0) })),
    parcels: { ...shipment.parcels, [id]: became },
  });
}

/**
 * Plans hold no more than there is: whatever sends, gives up or takes away pieces of a line (a parcel of no shipment, an
 * invoice with one, closing short, cancelling, an edit) takes them out of the plans too, of the youngest shipment first.
 * A shipment that loses its last piece so is cancelled, and so is every unsent one of a cancelled order.
 */
export function withFittingShipments(order: Order, at: Instant): Order {
  const shipments = Object.values(order.documents.shipment).filter(isOpen);
  if (shipments.length === 0) return order;
  const open = new Map(order.lines.map((line) => [line.id, Math.max(0, openToShip(line))]));
  const ended = order.head.cancellation !== null;
  const documents = shipments.reduce((next, shipment) => {
    const fitted = fittedTo(shipment, open);
    const sent = fitted.items.some((item) => item.sent > 0);
    const cancels = !sent && (ended || (fitted !== shipment && fitted.items.length === 0));
    if (fitted === shipment && !cancels) return next;
    const change = cancels ? { ...shipment, cancelledAt: at } : fitted;
    return withDocument(next, 'shipment', shipment.id, change);
  }, order.documents);
  return documents === order.documents ? order : { ...order, documents };
}

/** The shipment with as much as is open of its lines, which is then open no more. */
function fittedTo(shipment: Shipment, open: Map<string, number>): Shipment {
  const items = shipment.items.flatMap((item) => {
    const has = open.get(item.lineId) ?? 0;
    const kept = Math.min(item.quantity - item.sent, has);
    open.set(item.lineId, has - kept);
    if (item.sent + kept === item.quantity) return [item];
    return item.sent + kept === 0 ? [] : [{ ...item, quantity: item.sent + kept }];
  });
  const isWhole =
    items.length === shipment.items.length && items.every((item, index) => item === shipment.items[index]);
  return isWhole ? shipment : { ...shipment, items };
}

function shipmentOf(order: Order, id: string): Shipment {
  const shipment = order.documents.shipment[id];
  if (shipment === undefined) throw new Error(`the order has no shipment ${id}`);
  return shipment;
}
