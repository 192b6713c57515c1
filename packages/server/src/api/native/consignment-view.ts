import { type Consignment, consignmentStatus, type Member } from '@docket/core/consignment/consignment';
import { allowedOfConsignment } from '@docket/core/consignment/consignment-catalogue';
import { consignmentSummaryOf, consignmentSummaryText } from '@docket/core/consignment/consignment-summary';
import { basisOf, costShares } from '@docket/core/consignment/cost-shares';
import { waitsInConsignment } from '@docket/core/order/consigned';
import { openToShip, type Order } from '@docket/core/order/order';
import { statusOf } from '@docket/core/order/status';
import type { Sight } from '../../access/sight.js';
import type { LoggedConsignmentEvent } from '../../event-log/load-consignment.js';
import type { ListedConsignment } from '../../read-models/consignment-list-query.js';
import type { Candidates, ShownConsignment } from '../consignment-access.js';
import { mayBeTyped } from '../reason.js';

/** A consignment as its reader may see it: without amounts, without people. */
export function consignmentView({ consignment, orders }: ShownConsignment, sight: Sight): object {
  const known = new Map(orders.map((order) => [order.head.orderId, order]));
  const first = consignment.members[0];
  const to = first === undefined ? undefined : known.get(first.orderId);
  const shipment = first === undefined ? undefined : to?.documents.shipment[first.shipmentId];
  const delivery = to?.head.deliveries.find(({ id }) => id === shipment?.deliveryId);
  const { carrier, trackingNumber, trackingUrl, method, allocation, store, currency, number } = consignment;
  return {
    consignmentId: consignment.consignmentId,
    number,
    status: consignmentStatus(consignment),
    version: consignment.version,
    store,
    currency,
    method,
    carrier,
    trackingNumber,
    trackingUrl,
    cost: sight.prices ? consignment.cost : null,
    allocation,
    createdAt: consignment.createdAt,
    updatedAt: consignment.updatedAt,
    sentAt: consignment.sentAt,
    dispatchedAt: consignment.dispatchedAt,
    cancelledAt: consignment.cancelledAt,
    cancelReason: consignment.cancelReason ?? null,
    address: sight.personal ? (shipment?.address ?? delivery?.address ?? null) : null,
    pickupPoint: shipment?.pickupPoint ?? null,
    members: membersView(consignment, known, sight),
    tracking: trackingOf(consignment, known, sight),
    allowed: allowedOfConsignment(consignment),
  };
}

function membersView(
  { members, cost, allocation, sentAt }: Consignment,
  orders: ReadonlyMap<string, Order>,
  sight: Sight,
): readonly object[] {
  const known = members.map((member) => {
    const order = orders.get(member.orderId);
    if (order === undefined) throw new Error(`order ${member.orderId} was not loaded`);
    return { member, order, basis: member.basis ?? basisOf(order, member.shipmentId) };
  });
  const shares = costShares(
    cost,
    allocation,
    known.map(({ member: { weight }, basis }) => ({ weight, basis })),
  );
  return known.map(({ member, order, basis }, index) => ({
    orderId: member.orderId,
    orderNumber: order.head.number,
    buyerName: sight.personal ? nameOf(order) : null,
    shipmentId: member.shipmentId,
    shipmentNumber: order.documents.shipment[member.shipmentId]?.number ?? member.shipmentId,
    packageId: member.packageId,
    pieces: sentAt === null ? basis.pieces : piecesOf(order, member),
    weight: member.weight,
    cost: sight.prices ? (shares[index] ?? null) : null,
    arrivedAt: member.arrivedAt,
    returnedAt: member.returnedAt,
  }));
}

const piecesOf = ({ documents }: Order, { packageId }: Member): number =>
  (packageId === null ? [] : (documents.package[packageId]?.items ?? [])).reduce(
    (sum, { quantity }) => sum + quantity,
    0,
  );

function nameOf({ head: { buyer } }: Order): string | null {
  const name = [buyer?.firstName, buyer?.lastName].filter((part) => part != null).join(' ');
  return name === '' ? (buyer?.company ?? null) : name;
}

/** The consignment knows when; what and where, the first of its packages that still does. */
function trackingOf(
  { tracking, members }: Consignment,
  orders: ReadonlyMap<string, Order>,
  sight: Sight,
): readonly object[] {
  const places = members.flatMap(({ orderId, packageId }) =>
    packageId === null ? [] : (orders.get(orderId)?.documents.package[packageId]?.tracking ?? []),
  );
  return tracking.map((at) => {
    const place = sight.personal ? places.find((event) => event.at === at && event.description !== null) : undefined;
    return { at, city: place?.city ?? null, state: place?.state ?? null, description: place?.description ?? null };
  });
}

export const listedConsignmentView = (row: ListedConsignment, { prices }: Sight): object => ({
  ...row,
  cost: prices ? row.cost : null,
});

/** Costs stand in what is recorded, and a hash of one among known values tells it to who tries them all. */
export function consignmentEventView({ recorded, sealed, seq }: LoggedConsignmentEvent, sight: Sight): object {
  const summary = consignmentSummaryOf(recorded);
  return {
    version: recorded.version,
    seq,
    type: recorded.type,
    at: recorded.at,
    actor: recorded.actor,
    reason: sight.personal || !mayBeTyped(recorded.actor, recorded.reason) ? recorded.reason : null,
    summary: { text: consignmentSummaryText(summary), ...summary },
    data: sight.prices ? recorded.data : null,
    commandId: sealed.commandId,
    prevHash: sight.prices ? sealed.prevHash.toString('hex') : null,
    hash: sight.prices ? sealed.hash.toString('hex') : null,
  };
}

export const candidatesView = (order: Order, { items, more }: Candidates): object => ({
  consignmentId: waitingIn(order)?.consignmentId ?? null,
  more,
  items: items.map(({ order: { head, lines, documents }, refusal }) => {
    const { differs } = refusal?.details ?? {};
    return {
      orderId: head.orderId,
      orderNumber: head.number,
      status: statusOf(head.instances),
      createdAt: head.createdAt,
      pieces: lines.reduce((sum, line) => sum + Math.max(0, openToShip(line)), 0),
      fits: refusal === null,
      refused: refusal?.refused ?? null,
      differs: Array.isArray(differs) ? differs : [],
      consignmentNumber: waitingIn({ documents })?.number ?? null,
    };
  }),
});

const waitingIn = ({ documents }: Pick<Order, 'documents'>) =>
  Object.values(documents.shipment).find(waitsInConsignment)?.consignment;
