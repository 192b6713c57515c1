import { refusalNow } from '../order/allowed.js';
import { inConsignment, waitsForOthers, waitsInConsignment } from '../order/consigned.js';
import type { Address, Order } from '../order/order.js';
import { isRefusal, refuse, type Refusal } from '../order/refusals.js';
import { leftIn, type Shipment, unplanned } from '../order/shipment.js';
import { openShipment } from '../order/shipment-plan.js';
import { type MemberRef, MOST_MEMBERS } from './consignment.js';
import type { AskedMember } from './consignment-commands.js';
import type { NewMember } from './consignment-events.js';
import { type MemberOrders, inform, ofOrder, orderOf, plan } from './member-orders.js';

/** What everything that travels together has in common (virto-orders §7.2 row Q2). */
export interface Terms {
  readonly store: string;
  readonly currency: string;
  readonly method: string | null;
  /** Compared and never kept; null: it is not known where this goes, so nothing goes with it. */
  readonly destination: string | null;
}

export function termsOf(order: Order, shipmentId: string): Terms {
  const shipment = order.documents.shipment[shipmentId];
  return {
    store: order.head.store,
    currency: order.head.currency,
    method: shipment?.method ?? null,
    destination: shipment === undefined ? null : destinationOf(order, shipment),
  };
}

/** A pick-up point, or the address with the name of who receives it there, however it is spelled. */
function destinationOf({ head }: Order, { pickupPoint, address, deliveryId }: Shipment): string | null {
  if (pickupPoint !== null) return `@${pickupPoint}`;
  const to = address ?? head.deliveries.find(({ id }) => id === deliveryId)?.address ?? null;
  return to === null ? null : ADDRESS_PARTS.map((part) => (to[part] ?? '').trim().toLowerCase()).join('\n');
}

/** Not the telephone and not the hint for the driver: they may differ at one door. */
const ADDRESS_PARTS = [
  'receiver',
  'street',
  'number',
  'complement',
  'neighbourhood',
  'city',
  'state',
  'postalCode',
  'country',
] as const satisfies readonly (keyof Address)[];

/** In what the terms differ; empty: the two may travel together. */
export const differences = (one: Terms, other: Terms): readonly string[] => [
  ...(['store', 'currency', 'method'] as const).filter((name) => one[name] !== other[name]),
  ...(one.destination === null || one.destination !== other.destination ? ['address'] : []),
];

/** Refusal of a member that may not travel with the others. */
export const differs = (names: readonly string[], orderId: string, pointer?: string): Refusal =>
  ofOrder(refuse('consignment_differs', undefined, { differs: names }), orderId, pointer);

/**
 * Puts shipments into a consignment. One that is in it already is passed over.
 * Refusals: too_many, order_not_found, what planning a shipment meets, shipment_not_found, shipment_cancelled,
 * nothing_to_ship, shipment_in_consignment, consignment_differs. All but the first name the order.
 */
export function joining(
  orders: MemberOrders,
  { consignmentId, number }: { readonly consignmentId: string; readonly number: string },
  members: readonly MemberRef[],
  asked: readonly AskedMember[],
): readonly NewMember[] | Refusal {
  const joined: NewMember[] = [];
  const [first] = members;
  let terms = first === undefined ? null : termsOf(orderOf(orders, first.orderId), first.shipmentId);
  for (const [index, { orderId, weight = null, ...named }] of asked.entries()) {
    const pointer = `/members/${index}`;
    const against = (refusal: Refusal): Refusal => ofOrder(refusal, orderId, pointer);
    const before = orders.states.get(orderId);
    if (before === undefined) return against(refuse('order_not_found'));
    const stands = refusalNow(before, 'plan_shipment', orders.context.actor.kind);
    if (stands !== null) return against(stands);
    const shipmentId = named.shipmentId ?? shipmentToJoin(orders, before, consignmentId);
    if (typeof shipmentId !== 'string') return against(shipmentId);
    const shipment = openShipment(orderOf(orders, orderId), shipmentId, pointer);
    if (isRefusal(shipment)) return against(shipment);
    if (waitsInConsignment(shipment)) {
      if (shipment.consignment?.consignmentId === consignmentId) continue;
      return against(inConsignment(shipment));
    }
    if (![...leftIn(shipment).values()].some((left) => left > 0)) return against(refuse('nothing_to_ship'));
    const own = termsOf(orderOf(orders, orderId), shipmentId);
    const differing = terms === null ? [] : differences(terms, own);
    if (differing.length > 0) return differs(differing, orderId, pointer);
    terms ??= own;
    inform(orders, orderId, {
      type: 'shipment_consigned',
      data: { shipmentId, consignmentId, number },
      personal: null,
    });
    joined.push({ orderId, shipmentId, weight });
  }
  return members.length + joined.length > MOST_MEMBERS
    ? refuse('too_many', '/members', { limit: MOST_MEMBERS })
    : joined;
}

/** A new shipment of what is in none; where all is planned, the first that has pieces left and is free. */
function shipmentToJoin(orders: MemberOrders, order: Order, consignmentId: string): string | Refusal {
  const rest = unplanned(order);
  if (order.lines.some((line) => rest(line) > 0)) return plan(orders, order.head.orderId);
  const open = Object.values(order.documents.shipment).filter((shipment) =>
    [...leftIn(shipment).values()].some((left) => left > 0),
  );
  const free = open.find((shipment) => !waitsForOthers(shipment, { consignmentId })) ?? open[0];
  return free?.id ?? refuse('nothing_to_ship');
}
