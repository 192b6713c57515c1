import { type ConsignmentDecision, followOrders } from '@docket/core/consignment/decide-consignment';
import type { Command } from '@docket/core/order/commands';
import { decide } from '@docket/core/order/decide';
import type { Accepted, Context, Facts, OrderIdentity } from '@docket/core/order/decision';
import { limitProblem } from '@docket/core/order/document-limit';
import { decideLinked } from '@docket/core/order/linked';
import { numberedDocuments, type TakenNumbers } from '@docket/core/order/numbered-documents';
import { editPointer } from '@docket/core/order/edit-pricing';
import { exchangePointer } from '@docket/core/order/exchange';
import type { Order } from '@docket/core/order/order';
import { isRefusal, refuse, type Refusal } from '@docket/core/order/refusals';
import { writtenConsignment } from './committer/consignment-write.js';
import { writtenOrder, type WrittenOrder } from './committer/order-write.js';
import type { ClaimFailed, ConsignmentWrite, UseFailed } from './committer/unit.js';
import type { StoredConsignment } from './event-log/load-consignment.js';
import type { StoredOrder } from './event-log/load-order.js';
import { newCommandId, type Occasion } from './event-log/seal-events.js';
import type { Envelope } from './execute.js';
import type { PersonalKeys } from './personal-data/keys.js';

/** Everything that one decision is made on. */
export interface Attempt {
  readonly orderId: string;
  /** The order itself unless it is new, and all linked to it. */
  readonly orders: ReadonlyMap<string, StoredOrder>;
  readonly facts: Facts;
  /** Of the catalogue that the facts were read from; null: they hold whatever it says by now. */
  readonly catalogueVersion: number | null;
  /** Of a placement, and of the order that an exchange places. */
  readonly identity?: OrderIdentity;
  /** Of a document that is added: its number in the series of its type, where that has one. */
  readonly documentSequence?: number;
  /** For documents that the decision brings about and the account numbers by templates. */
  readonly numbersTaken?: TakenNumbers;
  /** Consignments that these orders wait or travel in; absent: none. */
  readonly consignments?: ReadonlyMap<string, StoredConsignment>;
}

/** A command decided and folded, and nothing of it written. */
export interface DecidedUnit {
  /** The order that was asked, as it is afterwards. */
  readonly order: Order;
  /** Every order that changes, by id; empty where the command has no effect. */
  readonly written: ReadonlyMap<string, WrittenOrder>;
  /** Consignments that hear of it. */
  readonly consignments: readonly ConsignmentWrite[];
  /** Series of which numbers have to be taken for it, once for each number; of what is only shown none is. */
  readonly missing: readonly string[];
}

/** What would be committed, or the refusal that stands against it. Preview and execution ask here alike. */
export function decideUnit(
  keys: PersonalKeys,
  { account, command, actor, reason, visible }: Envelope,
  { orderId, orders, facts, identity, documentSequence, numbersTaken = new Map(), consignments = new Map() }: Attempt,
  at: string,
): DecidedUnit | Refusal {
  const context: Context = {
    at,
    actor,
    reason,
    ...(identity === undefined ? {} : { identity }),
    ...(documentSequence === undefined ? {} : { documentSequence }),
  };
  const decisions = decided(orders, orderId, command, facts, context);
  if (isRefusal(decisions)) return asTold(decisions, orders, visible);
  const occasion: Occasion = { at, actor: actor.id, reason, commandId: newCommandId() };
  const heard = heardOf(consignments, orders, decisions, facts, context);
  const { written, missing } = writtenOrders(
    keys,
    account,
    { orders, decisions: heard.orders, facts, numbersTaken },
    occasion,
  );
  const order = written.get(orderId)?.order ?? orders.get(orderId)?.order;
  if (order === undefined) throw new Error(`${command.type} decided nothing on a new order`);
  const beyond = beyondLimit(orders, written, facts, actor, command);
  return (
    beyond ?? { order, written, consignments: writtenConsignments(account, consignments, heard, occasion), missing }
  );
}

/** An order, the one that was asked or a linked one, that would get more documents than the account lets it have. */
function beyondLimit(
  orders: ReadonlyMap<string, StoredOrder>,
  written: ReadonlyMap<string, WrittenOrder>,
  { mostDocuments }: Facts,
  actor: Context['actor'],
  { type }: Command,
): Refusal | null {
  for (const [orderId, { order }] of written) {
    const refusal = limitProblem(orders.get(orderId)?.order ?? null, order, mostDocuments, actor, type);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** Orders in no consignment, the common case, are heard of by none. */
function heardOf(
  consignments: ReadonlyMap<string, StoredConsignment>,
  orders: ReadonlyMap<string, StoredOrder>,
  decisions: ReadonlyMap<string, Accepted>,
  facts: Facts,
  context: Context,
): ConsignmentDecision {
  if (consignments.size === 0) return { orders: decisions, consignments: new Map() };
  const states = new Map([...consignments].map(([id, { consignment }]) => [id, consignment]));
  return followOrders(states, statesOf(orders), decisions, facts, context);
}

/** Everything that has to be written for the orders that something was decided on, and series of which numbers are missing. */
export function writtenOrders(
  keys: PersonalKeys,
  account: string,
  {
    orders,
    decisions,
    facts,
    numbersTaken,
  }: {
    readonly orders: ReadonlyMap<string, StoredOrder>;
    readonly decisions: ReadonlyMap<string, Accepted>;
    readonly facts: Facts;
    readonly numbersTaken: TakenNumbers;
  },
  occasion: Occasion,
): { readonly written: ReadonlyMap<string, WrittenOrder>; readonly missing: readonly string[] } {
  const { workflows } = facts;
  const written = new Map<string, WrittenOrder>();
  const missing: string[] = [];
  const used = new Map<string, number>();
  for (const [id, { events: decidedEvents, claims }] of decisions) {
    if (decidedEvents.length === 0) continue;
    const before = orders.get(id) ?? null;
    const numbered = numberedDocuments(before?.order ?? null, decidedEvents, occasion, facts, numbersTaken, used);
    missing.push(...numbered.missing);
    const { events } = numbered;
    written.set(id, writtenOrder({ account, orderId: id, before, events, claims, workflows, occasion, keys }));
  }
  return { written, missing };
}

/** The same of the consignments. */
export const writtenConsignments = (
  account: string,
  stored: ReadonlyMap<string, StoredConsignment>,
  { consignments }: Pick<ConsignmentDecision, 'consignments'>,
  occasion: Occasion,
): readonly ConsignmentWrite[] =>
  [...consignments].flatMap(
    ([id, decided]) => writtenConsignment(account, stored.get(id) ?? null, decided, occasion) ?? [],
  );

export const statesOf = (orders: ReadonlyMap<string, StoredOrder>): ReadonlyMap<string, Order> =>
  new Map([...orders].map(([id, { order }]) => [id, order]));

/** A linked order tells nothing of itself to who may not see it: no id, no status, no figure, only that it stands against. */
function asTold(refusal: Refusal, orders: ReadonlyMap<string, StoredOrder>, visible: Envelope['visible']): Refusal {
  const by = refusal.linked === undefined ? undefined : orders.get(refusal.linked);
  return by === undefined || visible?.(by.order) !== false ? refusal : refuse(refusal.refused);
}

/** Orders without links, the common case, are decided alone. */
function decided(
  orders: ReadonlyMap<string, StoredOrder>,
  orderId: string,
  command: Command,
  facts: Facts,
  context: Context,
): ReadonlyMap<string, Accepted> | Refusal {
  const linked =
    orders.size > (command.type === 'place' ? 0 : 1) || (command.type === 'place' && command.fulfils !== undefined);
  if (linked) {
    return decideLinked(statesOf(orders), orderId, command, facts, context);
  }
  const decision = decide(orders.get(orderId)?.order ?? null, command, facts, context);
  if (isRefusal(decision)) return decision;
  const { placed } = decision;
  return new Map<string, Accepted>([
    [orderId, decision],
    ...(placed === undefined ? [] : [[placed.orderId, placed] as const]),
  ]);
}

/** Which of the orders of a unit asks for what could not be claimed; the one that was asked where none is found. */
export const claimant = (
  { order, written }: Pick<DecidedUnit, 'order' | 'written'>,
  { sku, place }: Pick<ClaimFailed, 'sku' | 'place'>,
): Order =>
  [...written.values()].find(({ claims }) =>
    claims.some((claim) => claim.kind === 'claim' && claim.sku === sku && claim.place === place),
  )?.order ?? order;

/** Names the coupon as the sender counts them, where one is at an end. */
export function useRefusal(command: Command, { reason, id, limit, ofCustomer }: UseFailed): Refusal {
  const coupons = command.type === 'place' ? (command.coupons ?? []) : [];
  const coupon = reason === 'coupon_used_up' ? coupons.findIndex((code) => code.trim().toUpperCase() === id) : -1;
  return refuse(reason, coupon < 0 ? undefined : `/coupons/${coupon}`, { id, limit, ofCustomer });
}

/** Names the first line that asked for the product, as the sender counts lines; of an edit the change that did. */
export function claimRefusal(
  order: Order,
  { reason, sku, place, requested, available }: ClaimFailed,
  command?: Command,
): Refusal {
  const line = order.lines.findIndex((candidate) => candidate.sku === sku && candidate.stock?.place === place);
  const change = command === undefined ? null : (editPointer(order, command, sku) ?? exchangePointer(command, sku));
  const pointer =
    change !== null
      ? change
      : line < 0
        ? undefined
        : reason === 'insufficient_stock'
          ? `/lines/${line}/quantity`
          : `/lines/${line}/sku`;
  return refuse(reason, pointer, { sku, place, requested, ...(available === null ? {} : { available }) });
}
