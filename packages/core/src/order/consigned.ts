import type { Amount } from '../money/amount.js';
import { withDocument } from './document-kind.js';
import type { EventOf, OrderEventOf } from './events.js';
import type { Instant, Order } from './order.js';
import { refuse, type Refusal } from './refusals.js';
import type { Shipment } from './shipment.js';

/**
 * What an order knows of the consignments that its shipments travel in. The consignment owns the history and decides; it
 * tells the order by these events, in the same unit (`consignment/decide.ts`).
 */

// Events

export type ConsignedEvent =
  | EventOf<
      'shipment_consigned',
      { readonly shipmentId: string; readonly consignmentId: string; readonly number: string }
    >
  | EventOf<'shipment_unconsigned', { readonly shipmentId: string; readonly consignmentId: string }>
  | EventOf<
      'shipment_cost_shared',
      { readonly shipmentId: string; readonly consignmentId: string; readonly cost: Amount | null }
    >;

// State

/** The consignment that a shipment travels in, or last travelled in. */
export interface Consigned {
  readonly consignmentId: string;
  readonly number: string;
  /** When it left the house; absent: it waits for that. */
  readonly sentAt?: Instant;
  /** Its share of what the consignment costs the merchant, in minor units of the order's currency; absent: none is known. */
  readonly cost?: Amount;
}

/** Whether it waits to leave in a consignment, so that it cannot leave by itself. */
export const waitsInConsignment = ({ consignment }: Shipment): boolean =>
  consignment !== undefined && consignment.sentAt === undefined;

/** Whether it waits in a consignment that is not the one that leaves. */
export const waitsForOthers = (shipment: Shipment, { consignmentId }: { readonly consignmentId?: string }): boolean =>
  waitsInConsignment(shipment) && shipment.consignment?.consignmentId !== consignmentId;

/** What stands against what it waits for: it leaves with its consignment, or is taken out of it first. */
export const inConsignment = ({ consignment }: Shipment): Refusal =>
  refuse('shipment_in_consignment', '/shipmentId', {
    consignment: consignment?.consignmentId ?? null,
    number: consignment?.number ?? null,
  });

/** Consignments that have to hear what becomes of the order: those that its shipments wait in, and its parcels travel in. */
export function consignmentsOf({ documents }: Pick<Order, 'documents'>): readonly string[] {
  const waiting = Object.values(documents.shipment).flatMap((shipment) =>
    waitsInConsignment(shipment) ? (shipment.consignment?.consignmentId ?? []) : [],
  );
  const underWay = Object.values(documents.package).flatMap((parcel) =>
    parcel.deliveredAt === null && parcel.returnedAt === undefined ? (parcel.consignmentId ?? []) : [],
  );
  return [...new Set([...waiting, ...underWay])];
}

// Folding

export function foldShipmentConsigned(order: Order, event: OrderEventOf<'shipment_consigned'>): Partial<Order> {
  const { shipmentId, consignmentId, number } = event.data;
  return withShipment(order, shipmentId, (shipment) => ({ ...shipment, consignment: { consignmentId, number } }));
}

export function foldShipmentUnconsigned(order: Order, event: OrderEventOf<'shipment_unconsigned'>): Partial<Order> {
  return withShipment(order, event.data.shipmentId, ({ consignment: _, ...shipment }) => shipment);
}

export function foldShipmentCostShared(order: Order, event: OrderEventOf<'shipment_cost_shared'>): Partial<Order> {
  const { shipmentId, consignmentId, cost } = event.data;
  return withShipment(order, shipmentId, (shipment) => {
    const { consignment } = shipment;
    // it came back and travels in another one by now
    if (consignment?.consignmentId !== consignmentId) return shipment;
    const { cost: _, ...others } = consignment;
    return { ...shipment, consignment: cost === null ? others : { ...others, cost } };
  });
}

/** The documents after a shipment left the house in its consignment. */
export function withDeparture(
  documents: Order['documents'],
  { shipmentId, consignmentId }: { readonly shipmentId?: string; readonly consignmentId?: string },
  at: Instant,
): Order['documents'] {
  const shipment = shipmentId === undefined ? undefined : documents.shipment[shipmentId];
  if (shipment?.consignment === undefined || shipment.consignment.consignmentId !== consignmentId) return documents;
  const consignment = { ...shipment.consignment, sentAt: at };
  return withDocument(documents, 'shipment', shipment.id, { ...shipment, consignment });
}

function withShipment(order: Order, id: string, change: (shipment: Shipment) => Shipment): Partial<Order> {
  const shipment = order.documents.shipment[id];
  if (shipment === undefined) throw new Error(`the order has no shipment ${id}`);
  return { documents: withDocument(order.documents, 'shipment', id, change(shipment)) };
}
