import type { Command, CommandOf } from '../order/commands.js';
import { accepted, type Accepted, type Context, type Facts } from '../order/decision.js';
import { refusalNow } from '../order/allowed.js';
import type { OrderEvent } from '../order/events.js';
import { decideLinked, folded, joined } from '../order/linked.js';
import type { Order } from '../order/order.js';
import { isRefusal, type Refusal } from '../order/refusals.js';
import type { ReturnToSender } from '../order/shipment-commands.js';
import type { Consignment, Member } from './consignment.js';

/**
 * The orders of one unit while a consignment is decided: as they stand after what was decided so far, with what was. They
 * are asked what they are asked every day, so holds, steps, stock and linked orders say about a parcel of a consignment
 * what they say about any other.
 */
export interface MemberOrders {
  readonly states: Map<string, Order>;
  readonly decisions: Map<string, Accepted>;
  readonly facts: Facts;
  readonly context: Context;
}

export const memberOrders = (orders: ReadonlyMap<string, Order>, facts: Facts, context: Context): MemberOrders => ({
  states: new Map(orders),
  decisions: new Map(),
  facts,
  context,
});

/** The order of a member; one that is not there is a bug, since members are loaded with their consignment. */
export function orderOf({ states }: MemberOrders, orderId: string): Order {
  const order = states.get(orderId);
  if (order === undefined) throw new Error(`order ${orderId} was not loaded`);
  return order;
}

/** Plans what of the order is in no shipment yet. The id of the new one, or the refusal. */
export function plan(orders: MemberOrders, orderId: string): string | Refusal {
  const known = Object.keys(orderOf(orders, orderId).documents.shipment).length;
  return ask(orders, orderId, { type: 'plan_shipment' }) ?? String(known + 1);
}

/** Sends what the member's shipment has left. The id of its package, or the refusal. */
export function send(
  orders: MemberOrders,
  { orderId, shipmentId, weight }: Member,
  { consignmentId, carrier, trackingNumber, trackingUrl }: Consignment,
  dispatchedAt: string | undefined,
): string | Refusal {
  const known = new Set(Object.keys(orderOf(orders, orderId).documents.package));
  const refusal = ask(orders, orderId, {
    type: 'send_package',
    shipmentId,
    consignmentId,
    ...detailsOf({ carrier, trackingNumber, trackingUrl }),
    ...(dispatchedAt === undefined ? {} : { dispatchedAt }),
    ...(weight === null ? {} : { weight }),
  });
  if (refusal !== null) return refusal;
  const sent = Object.keys(orderOf(orders, orderId).documents.package).find((id) => !known.has(id));
  if (sent === undefined) throw new Error(`order ${orderId} sent no package`);
  return sent;
}

/**
 * Tells the order of the member's package what became known of it; nothing where it hears of parcels no more. Who may not tell
 * it is no news of the parcel but of the actor: that stands against the whole.
 */
export function tell(orders: MemberOrders, { orderId, packageId }: Member, news: PackageNews): Refusal | null {
  if (packageId === null) throw new Error(`order ${orderId} sent no package yet`);
  const command: Command = { ...news, packageId };
  const against = refusalNow(orderOf(orders, orderId), command.type, orders.context.actor.kind);
  return against === null || against.refused === 'not_this_actor' ? ask(orders, orderId, command) : null;
}

type PackageNews =
  | Omit<CommandOf<'update_package'>, 'packageId'>
  | Omit<CommandOf<'track_package'>, 'packageId'>
  | Omit<ReturnToSender, 'packageId'>;

/** What of a package is known; a package has no way to unlearn it. */
export const detailsOf = (
  known: Pick<Consignment, 'carrier' | 'trackingNumber' | 'trackingUrl'>,
): { readonly carrier?: string; readonly trackingNumber?: string; readonly trackingUrl?: string } =>
  Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null));

/** Asks an order, and all linked to it. What stands against it names the order. */
function ask(orders: MemberOrders, orderId: string, command: Command): Refusal | null {
  const decided = decideLinked(orders.states, orderId, command, orders.facts, orders.context);
  if (isRefusal(decided)) return ofOrder(decided, orderId);
  for (const [id, decision] of decided) record(orders, id, decision);
  return null;
}

/** Writes into an order what the consignment decided about it. */
export const inform = (orders: MemberOrders, orderId: string, event: OrderEvent): void =>
  record(orders, orderId, accepted([event]));

/** The order after one more decision on it. */
export function record(orders: MemberOrders, orderId: string, decision: Accepted): void {
  const after = folded(orders.states.get(orderId) ?? null, decision, orders.context);
  if (after !== null) orders.states.set(orderId, after);
  orders.decisions.set(orderId, joined(orders.decisions.get(orderId), decision));
}

/** A refusal of one order among many: it says which. Its pointer was into a command that nobody sent. */
export const ofOrder = ({ refused, details }: Refusal, orderId: string, pointer?: string): Refusal => ({
  refused,
  ...(pointer === undefined ? {} : { pointer }),
  details: { ...details, order: orderId },
});
