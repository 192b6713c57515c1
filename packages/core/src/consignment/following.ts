import { waitsInConsignment } from '../order/consigned.js';
import type { Order } from '../order/order.js';
import { leftIn } from '../order/shipment.js';
import { type Consignment, hasEnded, type Member, type MemberRef } from './consignment.js';
import type { ConsignmentEvent, RecordedConsignmentEvent, WhyLeft } from './consignment-events.js';
import { evolveConsignment } from './evolve-consignment.js';
import { type MemberOrders, inform } from './member-orders.js';

/** A consignment in the middle of a decision: as it stands after the events that were decided so far. */
export interface Decided {
  readonly state: Consignment;
  readonly events: readonly ConsignmentEvent[];
}

/** The consignment after one more event. */
export function after(
  decided: Decided | null,
  event: ConsignmentEvent,
  { context }: Pick<MemberOrders, 'context'>,
): Decided {
  const recorded: RecordedConsignmentEvent = {
    ...event,
    version: (decided?.state.version ?? 0) + 1,
    at: context.at,
    actor: context.actor.id,
    reason: context.reason,
  };
  return { state: evolveConsignment(decided?.state ?? null, recorded), events: [...(decided?.events ?? []), event] };
}

/**
 * What a consignment hears of its orders after something was decided on them, by whatever command: a shipment that will not
 * leave any more travels in it no more, and a parcel that arrived or came back by itself has ended. Without shipments an open
 * consignment is cancelled, so none is left lying. Orders that are not at hand did not change.
 */
export function following(orders: MemberOrders, decided: Decided): Decided {
  const { consignmentId, sentAt, cancelledAt } = decided.state;
  if (cancelledAt !== null) return decided;
  let next = decided;
  const add = (event: ConsignmentEvent): void => void (next = after(next, event, orders));
  for (const member of decided.state.members) {
    const order = orders.states.get(member.orderId);
    if (order === undefined || hasEnded(member)) continue;
    if (sentAt !== null) for (const event of ending(order, member)) add(event);
    else {
      const why = whyLeft(order, member, consignmentId);
      if (why !== null) next = withoutMember(orders, next, member, why);
    }
  }
  if (sentAt === null && next.state.members.length === 0)
    add({ type: 'consignment_cancelled', data: { why: 'empty' }, personal: null });
  return next;
}

/** The consignment without a member, whose order hears that its shipment waits no more. */
export function withoutMember(
  orders: MemberOrders,
  decided: Decided,
  { orderId, shipmentId }: MemberRef,
  why: WhyLeft,
): Decided {
  release(orders, decided.state, { orderId, shipmentId });
  return after(
    decided,
    { type: 'consignment_member_left', data: { orderId, shipmentId, why }, personal: null },
    orders,
  );
}

/** The order's shipment waits in the consignment no more, where it still did. */
export function release(
  orders: MemberOrders,
  { consignmentId }: Consignment,
  { orderId, shipmentId }: MemberRef,
): void {
  const shipment = orders.states.get(orderId)?.documents.shipment[shipmentId];
  if (shipment?.consignment?.consignmentId !== consignmentId || !waitsInConsignment(shipment)) return;
  inform(orders, orderId, { type: 'shipment_unconsigned', data: { shipmentId, consignmentId }, personal: null });
}

/** Why the shipment will not leave with the consignment; null: it will. */
function whyLeft({ head, documents }: Order, { shipmentId }: Member, consignmentId: string): WhyLeft | null {
  if (head.cancellation !== null) return 'order_cancelled';
  if (head.deletedAt !== null) return 'order_deleted';
  const shipment = documents.shipment[shipmentId];
  if (shipment === undefined || shipment.cancelledAt !== null) return 'shipment_cancelled';
  if (shipment.consignment?.consignmentId !== consignmentId) return 'removed';
  return [...leftIn(shipment).values()].some((left) => left > 0) ? null : 'nothing_left';
}

function ending({ documents }: Order, { orderId, shipmentId, packageId }: Member): readonly ConsignmentEvent[] {
  const parcel = packageId === null ? undefined : documents.package[packageId];
  if (parcel === undefined) return [];
  const members = [{ orderId, shipmentId }];
  if (parcel.returnedAt !== undefined)
    return [{ type: 'consignment_returned', data: { members, at: parcel.returnedAt }, personal: null }];
  return parcel.deliveredAt === null
    ? []
    : [{ type: 'consignment_arrived', data: { members, at: parcel.deliveredAt }, personal: null }];
}
