import { expect } from 'vitest';
import type { Command } from '../order/commands.js';
import type { Accepted, Context, Facts } from '../order/decision.js';
import { evolve } from '../order/evolve.js';
import { FACTS, given, NOON, place } from '../order/given.test-support.js';
import { plusSeconds } from '../order/instant.js';
import { decideLinked } from '../order/linked.js';
import type { Order } from '../order/order.js';
import type { PlaceOrder } from '../order/placing-commands.js';
import { isRefusal, type Refusal } from '../order/refusals.js';
import type { Actor } from '../workflow/table.js';
import type { Consignment } from './consignment.js';
import type { ConsignmentCommand } from './consignment-commands.js';
import type { ConsignmentEvent } from './consignment-events.js';
import { type ConsignmentDecision, decideConsignment, followOrders } from './decide-consignment.js';
import { evolveConsignment } from './evolve-consignment.js';

/** Orders and consignments of one account in memory, changed as the write path changes them: everything of a decision, or nothing. */
export interface World {
  readonly orders: ReadonlyMap<string, Order>;
  readonly consignments: ReadonlyMap<string, Consignment>;
  readonly logs: ReadonlyMap<string, readonly ConsignmentEvent[]>;
  readonly at: string;
  readonly refusal: Refusal | null;
  /** Asks the consignment; the one under `C1` where none is named. */
  when(command: ConsignmentCommand, how?: { id?: string; by?: Actor; facts?: Facts }): World;
  /** Asks an order, with whatever consignments hear of it. */
  order(orderId: string, command: Command, by?: Actor): World;
  refused(code: Refusal['refused'], details?: object): World;
  of(orderId: string): Order;
  consignment(id?: string): Consignment;
}

const ADDRESS = { receiver: 'Ana Reis', street: 'Rua Nova', number: '7', city: 'Porto', country: 'PT' };

/** A mug and a cup for Ana in Porto, paid, in a workflow that ships without invoice. */
export const orderFor = (orderId: string, changes: Partial<PlaceOrder> = {}): readonly [string, Order] => {
  const { order } = given(
    place({
      workflow: 'simple',
      lines: [
        { sku: 'MUG', quantity: 1 },
        { sku: 'CUP', quantity: 1 },
      ],
      deliveries: [{ type: 'delivery', method: 'flat', address: ADDRESS }],
      payments: [{ method: 'card', amount: 8_500 }],
      total: 8_500,
      ...changes,
    }),
    { type: 'approve_payment', paymentId: '1' },
    { type: 'start_handling' },
  );
  if (order === null) throw new Error('nothing was placed');
  return [orderId, { ...order, head: { ...order.head, orderId } }];
};

export const worldOf = (...orders: readonly (readonly [string, Order])[]): World =>
  world({
    orders: new Map(orders),
    consignments: new Map(),
    logs: new Map(),
    at: plusSeconds(NOON, 600),
    refusal: null,
  });

function world(state: Pick<World, 'orders' | 'consignments' | 'logs' | 'at' | 'refusal'>): World {
  const contextFor = (by: Actor): Context => ({
    at: plusSeconds(state.at, 60),
    actor: { kind: by, id: `${by}:test` },
    reason: 'test',
  });
  const next = (decision: ConsignmentDecision | Refusal, context: Context): World =>
    isRefusal(decision)
      ? world({ ...state, at: context.at, refusal: decision })
      : world({
          orders: withOrders(state.orders, decision.orders, context),
          ...withConsignments(state, decision, context),
          at: context.at,
          refusal: null,
        });
  return {
    ...state,
    when(command, { id = 'C1', by = 'staff', facts = FACTS } = {}) {
      const context = contextFor(by);
      const others = new Map([...state.consignments].filter(([other]) => other !== id));
      const identity = { consignmentId: id, number: id };
      const surroundings = { orders: state.orders, others, facts, context, identity };
      return next(decideConsignment(state.consignments.get(id) ?? null, command, surroundings), context);
    },
    order(orderId, command, by = 'staff') {
      const context = contextFor(by);
      const decisions = decideLinked(state.orders, orderId, command, FACTS, context);
      if (isRefusal(decisions)) return world({ ...state, at: context.at, refusal: decisions });
      return next(followOrders(state.consignments, state.orders, decisions, FACTS, context), context);
    },
    refused(code, details) {
      expect(state.refusal).toMatchObject({ refused: code, ...(details === undefined ? {} : { details }) });
      return world({ ...state, refusal: null });
    },
    of(orderId) {
      const order = state.orders.get(orderId);
      if (order === undefined) throw new Error(`there is no order ${orderId}`);
      return order;
    },
    consignment(id = 'C1') {
      const consignment = state.consignments.get(id);
      if (consignment === undefined) throw new Error(`there is no consignment ${id}`);
      return consignment;
    },
  };
}

function withOrders(
  orders: ReadonlyMap<string, Order>,
  decisions: ReadonlyMap<string, Accepted>,
  { at, actor, reason }: Context,
): ReadonlyMap<string, Order> {
  const after = new Map(orders);
  for (const [orderId, { events }] of decisions) {
    for (const event of events) {
      const before = after.get(orderId) ?? null;
      const version = (before?.head.version ?? 0) + 1;
      after.set(orderId, evolve(before, { ...event, version, at, actor: actor.id, reason }));
    }
  }
  return after;
}

function withConsignments(
  { consignments, logs }: Pick<World, 'consignments' | 'logs'>,
  decision: ConsignmentDecision,
  { at, actor, reason }: Context,
): Pick<World, 'consignments' | 'logs'> {
  const after = new Map(consignments);
  const written = new Map(logs);
  for (const [id, { events, state }] of decision.consignments) {
    for (const event of events) {
      const before = after.get(id) ?? null;
      const version = (before?.version ?? 0) + 1;
      after.set(id, evolveConsignment(before, { ...event, version, at, actor: actor.id, reason }));
    }
    expect(after.get(id), 'what was decided is what its events fold to').toEqual(
      events.length === 0 ? consignments.get(id) : state,
    );
    written.set(id, [...(written.get(id) ?? []), ...events]);
  }
  return { consignments: after, logs: written };
}
