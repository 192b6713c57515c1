import { isAmount } from '../money/amount.js';
import type { Accepted, Context, Facts } from '../order/decision.js';
import { limitProblem } from '../order/document-limit.js';
import type { Instant, Order } from '../order/order.js';
import { MAX_TRACKING } from '../order/package-tracking.js';
import { isRefusal, refuse, type Refusal } from '../order/refusals.js';
import { trackingUrl } from '../order/tracking-url.js';
import { type Consignment, consignmentStatus, hasEnded, isSame, type Member } from './consignment.js';
import type {
  ChangeConsignment,
  ConsignmentCommand,
  ConsignmentDetails,
  CreateConsignment,
  HandOverConsignment,
  ReturnConsignment,
} from './consignment-commands.js';
import type { ConsignmentChanges, ConsignmentEvent, SentMember } from './consignment-events.js';
import { basisOf, costShares } from './cost-shares.js';
import { after, type Decided, following, release, withoutMember } from './following.js';
import { differences, differs, joining, termsOf } from './joining.js';
import {
  detailsOf,
  type MemberOrders,
  memberOrders,
  inform,
  ofOrder,
  orderOf,
  record,
  send,
  tell,
} from './member-orders.js';

/** What a decision is made on: the consignment, and everything of the account that it touches. */
export interface Surroundings {
  /** Its orders, those that are to join, and all linked to them. */
  readonly orders: ReadonlyMap<string, Order>;
  /** Every other consignment that one of these orders waits or travels in. */
  readonly others: ReadonlyMap<string, Consignment>;
  readonly facts: Facts;
  readonly context: Context;
  /** Of a new one: taken ahead. */
  readonly identity?: { readonly consignmentId: string; readonly number: string };
}

/** What happens, to the consignment, to its orders, and to other consignments that hear of it. One unit. */
export interface ConsignmentDecision {
  readonly consignments: ReadonlyMap<string, Decided>;
  readonly orders: ReadonlyMap<string, Accepted>;
}

/**
 * Answers a command on a consignment with what happens to it and to its orders, or with the one refusal that stands against
 * it. Hand-over, news and arrival happen to every member order by the command that it would be asked by itself.
 */
export function decideConsignment(
  consignment: Consignment | null,
  command: ConsignmentCommand,
  { orders, others, facts, context, identity }: Surroundings,
): ConsignmentDecision | Refusal {
  const working = memberOrders(orders, facts, context);
  const decided =
    command.type === 'create_consignment'
      ? create(working, command, identity)
      : consignment === null
        ? refuse('consignment_not_found')
        : change(working, { state: consignment, events: [] }, command);
  if (isRefusal(decided)) return decided;
  const beyond = beyondLimit(working, orders);
  if (beyond !== null) return beyond;
  return heard(working, new Map([[decided.state.consignmentId, decided], ...asDecided(others)]));
}

/** An order that would get more documents than its account lets it have, by its new shipment or its package. */
function beyondLimit(
  { states, decisions, facts, context }: MemberOrders,
  before: ReadonlyMap<string, Order>,
): Refusal | null {
  for (const orderId of decisions.keys()) {
    const order = states.get(orderId);
    const refusal =
      order === undefined ? null : limitProblem(before.get(orderId) ?? null, order, facts.mostDocuments, context.actor);
    if (refusal !== null) return ofOrder(refusal, orderId);
  }
  return null;
}

/**
 * What consignments hear of decisions that were made on orders as they stood: the decisions come back with what the orders
 * are told in return. An order of a cancelled checkout, a shipment given up, a parcel marked as delivered: none of it knows of consignments.
 */
export function followOrders(
  consignments: ReadonlyMap<string, Consignment>,
  orders: ReadonlyMap<string, Order>,
  decisions: ReadonlyMap<string, Accepted>,
  facts: Facts,
  context: Context,
): ConsignmentDecision {
  const working = memberOrders(orders, facts, context);
  for (const [orderId, decision] of decisions) record(working, orderId, decision);
  return heard(working, new Map(asDecided(consignments)));
}

const asDecided = (consignments: ReadonlyMap<string, Consignment>): readonly (readonly [string, Decided])[] =>
  [...consignments].map(([id, state]) => [id, { state, events: [] }] as const);

function heard(working: MemberOrders, decided: ReadonlyMap<string, Decided>): ConsignmentDecision {
  const consignments = new Map([...decided].map(([id, each]) => [id, following(working, each)]));
  return { consignments, orders: working.decisions };
}

function create(
  orders: MemberOrders,
  command: CreateConsignment,
  identity: Surroundings['identity'],
): Decided | Refusal {
  if (identity === undefined) throw new Error('a consignment needs an id and a number');
  const against = detailProblem(command);
  if (against !== null) return against;
  const members = joining(orders, identity, [], command.members);
  if (isRefusal(members)) return members;
  const [first] = members;
  if (first === undefined) return refuse('nothing_to_ship', '/members');
  const { head, documents } = orderOf(orders, first.orderId);
  const { carrier = null, trackingNumber = null, cost = null, allocation = 'value' } = command;
  const url = command.trackingUrl ?? trackingUrl(orders.facts.carriers, carrier, trackingNumber);
  const data = {
    ...identity,
    store: head.store,
    currency: head.currency,
    method: documents.shipment[first.shipmentId]?.method ?? null,
    members,
    carrier,
    trackingNumber,
    trackingUrl: url,
    cost,
    allocation,
  };
  return after(null, { type: 'consignment_created', data, personal: null }, orders);
}

function change(
  orders: MemberOrders,
  decided: Decided,
  command: Exclude<ConsignmentCommand, CreateConsignment>,
): Decided | Refusal {
  const { state } = decided;
  switch (command.type) {
    case 'extend_consignment': {
      if (!isOpen(state)) return notOpen(state);
      const members = joining(orders, state, state.members, command.members);
      if (isRefusal(members)) return members;
      return members.length === 0
        ? decided
        : after(decided, { type: 'consignment_extended', data: { members }, personal: null }, orders);
    }
    case 'take_out_of_consignment': {
      if (!isOpen(state)) return notOpen(state);
      const member = state.members.find((each) => isSame(each, command));
      return member === undefined
        ? refuse('reference_unknown', '/shipmentId')
        : withoutMember(orders, decided, member, 'removed');
    }
    case 'change_consignment':
      return changeDetails(orders, decided, command);
    case 'hand_over_consignment':
      return handOver(orders, decided, command);
    case 'track_consignment': {
      const against = underWay(state);
      if (against !== null) return against;
      if (command.events.length === 0) return decided;
      if (state.tracking.length + command.events.length > MAX_TRACKING)
        return refuse('too_many', '/events', { limit: MAX_TRACKING });
      const { events } = command;
      const refusal = tellAll(orders, state, { type: 'track_package', events });
      const times = events.map(({ at }) => at);
      return refusal ?? after(decided, { type: 'consignment_tracked', data: { times }, personal: null }, orders);
    }
    case 'deliver_consignment': {
      const against = underWay(state);
      if (against !== null) return against;
      const at = command.deliveredAt ?? orders.context.at;
      const refusal = tellAll(orders, state, { type: 'track_package', delivered: true, deliveredAt: at });
      return refusal ?? after(decided, { type: 'consignment_arrived', ...those(state, at) }, orders);
    }
    case 'return_consignment':
      return comeBack(orders, decided, command);
    case 'cancel_consignment': {
      if (state.cancelledAt !== null) return decided;
      if (!isOpen(state)) return notOpen(state);
      for (const member of state.members) release(orders, state, member);
      const { reason } = command;
      const data = { why: 'asked', ...(reason === undefined ? {} : { reason }) } as const;
      return after(decided, { type: 'consignment_cancelled', data, personal: null }, orders);
    }
    default: {
      const never: never = command;
      throw new Error(`cannot decide ${JSON.stringify(never)}`);
    }
  }
}

/** Before the hand-over this is a plan; afterwards the packages of all orders are told, and what each of them bears. */
function changeDetails(orders: MemberOrders, decided: Decided, command: ChangeConsignment): Decided | Refusal {
  const { state } = decided;
  if (state.cancelledAt !== null) return notOpen(state);
  const against = detailProblem(command);
  if (against !== null) return against;
  const stranger = command.weights?.findIndex((said) => !state.members.some((member) => isSame(member, said))) ?? -1;
  if (stranger >= 0) return refuse('reference_unknown', `/weights/${stranger}`);
  const next = withDetails(orders, decided, command, command.weights);
  if (next === decided || state.sentAt === null) return next;
  const unweighed = weightMissing(next.state);
  if (unweighed !== null) return unweighed;
  const news = detailsOf(next.state);
  for (const member of next.state.members) {
    const refusal = tell(orders, member, { type: 'update_package', ...news });
    if (refusal !== null) return refusal;
  }
  shareCost(orders, next.state, state);
  return next;
}

/**
 * Everything leaves the house. What stands against one parcel stands against all, and names its order: a hold, a step, an
 * address that became another.
 */
function handOver(orders: MemberOrders, decided: Decided, command: HandOverConsignment): Decided | Refusal {
  if (!isOpen(decided.state)) return notOpen(decided.state);
  const next = withDetails(orders, decided, command);
  const { state } = next;
  const unweighed = weightMissing(state);
  if (unweighed !== null) return unweighed;
  const [first] = state.members;
  if (first === undefined) return refuse('nothing_to_ship');
  const terms = termsOf(orderOf(orders, first.orderId), first.shipmentId);
  for (const { orderId, shipmentId } of state.members.slice(1)) {
    const differing = differences(terms, termsOf(orderOf(orders, orderId), shipmentId));
    if (differing.length > 0) return differs(differing, orderId);
  }
  const members: SentMember[] = [];
  for (const member of state.members) {
    const { orderId, shipmentId } = member;
    const basis = basisOf(orderOf(orders, orderId), shipmentId);
    const packageId = send(orders, member, state, command.dispatchedAt);
    if (typeof packageId !== 'string') return packageId;
    members.push({ orderId, shipmentId, packageId, basis });
  }
  const dispatchedAt = command.dispatchedAt ?? null;
  const sent = after(next, { type: 'consignment_sent', data: { members, dispatchedAt }, personal: null }, orders);
  shareCost(orders, sent.state, null);
  return sent;
}

function comeBack(orders: MemberOrders, decided: Decided, command: ReturnConsignment): Decided | Refusal {
  const against = underWay(decided.state);
  if (against !== null) return against;
  const { at = orders.context.at, reason, restock } = command;
  const refusal = tellAll(orders, decided.state, {
    type: 'return_to_sender',
    at,
    ...(reason === undefined ? {} : { reason }),
    ...(restock === undefined ? {} : { restock }),
  });
  return refusal ?? after(decided, { type: 'consignment_returned', ...those(decided.state, at) }, orders);
}

const those = ({ members }: Consignment, at: Instant) => ({
  data: {
    members: members.filter((member) => !hasEnded(member)).map(({ orderId, shipmentId }) => ({ orderId, shipmentId })),
    at,
  },
  personal: null,
});

function tellAll(orders: MemberOrders, { members }: Consignment, news: Parameters<typeof tell>[2]): Refusal | null {
  for (const member of members) {
    const refusal = hasEnded(member) ? null : tell(orders, member, news);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** What is said of the consignment that was not so already. A new carrier or number has a new address to follow it at. */
function withDetails(
  orders: MemberOrders,
  decided: Decided,
  said: ConsignmentDetails,
  weights: ConsignmentChanges['weights'] = [],
): Decided {
  const { state } = decided;
  const changes = Object.fromEntries(
    DETAILS.flatMap((name) => (said[name] === undefined || said[name] === state[name] ? [] : [[name, said[name]]])),
  ) as ConsignmentDetails;
  const moves = changes.carrier !== undefined || changes.trackingNumber !== undefined;
  const { carrier = state.carrier, trackingNumber = state.trackingNumber } = changes;
  const url =
    moves && said.trackingUrl === undefined ? trackingUrl(orders.facts.carriers, carrier, trackingNumber) : undefined;
  const followed = url === undefined || url === state.trackingUrl ? {} : { trackingUrl: url };
  const weighed = weights.filter(
    (each) => state.members.find((member) => isSame(member, each))?.weight !== each.weight,
  );
  const data: ConsignmentChanges = {
    ...changes,
    ...followed,
    ...(weighed.length === 0
      ? {}
      : { weights: weighed.map(({ orderId, shipmentId, weight }) => ({ orderId, shipmentId, weight })) }),
  };
  if (Object.keys(data).length === 0) return decided;
  const event: ConsignmentEvent = { type: 'consignment_changed', data, personal: null };
  return after(decided, event, orders);
}

const DETAILS = [
  'carrier',
  'trackingNumber',
  'trackingUrl',
  'cost',
  'allocation',
] as const satisfies readonly (keyof ConsignmentDetails)[];

/** Tells each order what its shipment bears of the cost, where that became another. */
function shareCost(orders: MemberOrders, state: Consignment, before: Consignment | null): void {
  const shares = sharesOf(state);
  const known = before === null ? state.members.map(() => null) : sharesOf(before);
  for (const [index, { orderId, shipmentId }] of state.members.entries()) {
    const cost = shares[index] ?? null;
    if (cost === (known[index] ?? null)) continue;
    const { consignmentId } = state;
    inform(orders, orderId, {
      type: 'shipment_cost_shared',
      data: { shipmentId, consignmentId, cost },
      personal: null,
    });
  }
}

/** What the members of a consignment that left bear of its cost, in their order. */
const sharesOf = ({ cost, allocation, members }: Consignment) =>
  costShares(
    cost,
    allocation,
    members.map(({ weight, basis }) => ({ weight, basis: basis ?? { value: 0, pieces: 0 } })),
  );

function weightMissing({ cost, allocation, members }: Consignment): Refusal | null {
  const unweighed = (member: Member): boolean => member.weight === null;
  const missing = cost !== null && allocation === 'weight' ? members.find(unweighed) : undefined;
  return missing === undefined
    ? null
    : refuse('consignment_weight_missing', undefined, { order: missing.orderId, shipment: missing.shipmentId });
}

const isOpen = (state: Consignment): boolean => consignmentStatus(state) === 'open';

const notOpen = (state: Consignment): Refusal =>
  refuse('consignment_not_open', undefined, { status: consignmentStatus(state) });

/** What stands against news of it: it is still in the house, or has ended. */
function underWay(state: Consignment): Refusal | null {
  const status = consignmentStatus(state);
  if (status === 'cancelled') return notOpen(state);
  if (status === 'open') return refuse('consignment_not_sent');
  return state.members.every(hasEnded) ? refuse('consignment_ended', undefined, { status }) : null;
}

const detailProblem = ({ cost = null }: ConsignmentDetails): Refusal | null =>
  cost !== null && (!isAmount(cost) || cost < 0) ? refuse('amount_invalid', '/cost') : null;
