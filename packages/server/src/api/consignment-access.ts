import { type Consignment, ordersOf } from '@docket/core/consignment/consignment';
import type { ConsignmentCommandName } from '@docket/core/consignment/consignment-commands';
import { consignmentsOf } from '@docket/core/order/consigned';
import type { Order } from '@docket/core/order/order';
import type { ShippingState } from '@docket/core/order/states';
import type { Caller, OrderScope } from '../access/caller.js';
import { orderVisible } from '../access/order-policy.js';
import { sightOf } from '../access/sight.js';
import type { Candidate, ConsignmentReads } from '../consignments/consignments.js';
import type {
  ConsignmentEnvelope,
  ConsignmentOutcome,
  ExecuteConsignment,
} from '../consignments/execute-consignment.js';
import type { Context } from '@docket/core/order/decision';
import type { LoggedConsignmentEvent } from '../event-log/load-consignment.js';
import type { ConsignmentQuery, ListedConsignment } from '../read-models/consignment-list-query.js';
import { isListProblem } from '../read-models/order-list-query.js';
import type { OrderAccess } from './order-access.js';
import { RequestProblem } from './problem.js';

/** A consignment with the orders that travel in it, in its order. */
export interface ShownConsignment {
  readonly consignment: Consignment;
  readonly orders: readonly Order[];
}

/**
 * Consignments as the routes reach them. One exists for a caller who sees all orders of its store; who sees the orders of a
 * seller or its own desk alone sees none, for orders of others may travel in it.
 */
export interface ConsignmentAccess {
  /** What a command left, with its orders. */
  shown(caller: Caller, consignment: Consignment): Promise<ShownConsignment>;
  /** Null where the caller has none of this id. */
  load(caller: Caller, consignmentId: string): Promise<ShownConsignment | null>;
  list(
    caller: Caller,
    asked: Omit<ConsignmentQuery, 'ids'> & { readonly orderId?: string },
  ): Promise<readonly ListedConsignment[]>;
  events(
    caller: Caller,
    { consignment }: ShownConsignment,
    from: number,
    limit: number,
  ): Promise<readonly LoggedConsignmentEvent[]>;
  /** Other orders of the same buyer and store that have pieces to send, newest first, and whether each could travel with this one. */
  candidates(caller: Caller, order: Order, context: Context): Promise<Candidates>;
  /** Throws `outside_scope` where the caller could not see what it makes. */
  execute(
    caller: Caller,
    envelope: Omit<ConsignmentEnvelope, 'account' | 'visible' | 'within'>,
  ): Promise<ConsignmentOutcome>;
}

export interface Candidates {
  readonly items: readonly Candidate[];
  /** The buyer has more orders than were looked at, or than are shown. */
  readonly more: boolean;
}

/** Orders with pieces to send that are shown of one buyer, and pages of as many that are looked at for them. */
const MOST_CANDIDATES = 50;
const MOST_PAGES = 10;

/** Where all pieces have left there is nothing to put together. */
const MAY_HAVE_PIECES: readonly ShippingState[] = ['none', 'partly_shipped', 'partly_delivered'];

/** Refusals of orders of which nothing is left to travel: they are no candidates. */
const NOTHING_LEFT: ReadonlySet<string> = new Set([
  'nothing_to_ship',
  'order_cancelled',
  'order_deleted',
  'placement_not_complete',
]);

export function createConsignmentAccess(
  orders: OrderAccess,
  reads: ConsignmentReads,
  execute: ExecuteConsignment,
): ConsignmentAccess {
  return {
    async load(caller, consignmentId) {
      const consignment = await reads.load(caller.account, consignmentId);
      if (consignment === null || !within(caller.scope, consignment)) return null;
      const ids = ordersOf(consignment);
      const found = await orders.loadMany(caller, ids);
      return found.length < ids.length ? null : { consignment, orders: found };
    },
    shown: async (caller, consignment) => ({
      consignment,
      orders: await orders.loadMany(caller, ordersOf(consignment)),
    }),
    async list(caller, { orderId, ...asked }) {
      const { stores, seller, assignee } = caller.scope;
      if (seller !== null || assignee !== null) return [];
      const store = stores === null ? asked.store : (asked.store ?? stores).filter((each) => stores.includes(each));
      const order = orderId === undefined ? null : await orders.load(caller, orderId);
      if (orderId !== undefined && order === null) return [];
      const ids = order === null ? {} : { ids: knownBy(order) };
      return reads.list(caller.account, { ...asked, ...ids, ...(store === undefined ? {} : { store }) });
    },
    events: (caller, { consignment }, from, limit) =>
      reads.events(caller.account, consignment.consignmentId, from, limit),
    async candidates(caller, order, context) {
      const { head } = order;
      const buyer =
        head.customerId !== null
          ? { customerId: [head.customerId] }
          : head.buyer?.email != null && sightOf(caller).personal
            ? { email: [head.buyer.email] }
            : { group: [head.group] };
      const found: Candidate[] = [];
      let next: string | null = null;
      for (let pages = 0; pages < MOST_PAGES && found.length <= MOST_CANDIDATES; pages += 1) {
        const page = await orders.list(caller, {
          ...buyer,
          store: [head.store],
          shippingState: MAY_HAVE_PIECES,
          limit: MOST_CANDIDATES,
          ...(next === null ? {} : { cursor: next }),
        });
        if (isListProblem(page)) throw new Error(`the orders of a buyer are not listed: ${page.problem}`);
        const ids = page.orders.map(({ order_id }) => order_id).filter((orderId) => orderId !== head.orderId);
        const others = await orders.loadMany(caller, ids);
        const judged = await reads.couldJoin(caller.account, order, others, context);
        found.push(...judged.filter(({ refusal }) => refusal === null || !NOTHING_LEFT.has(refusal.refused)));
        ({ next } = page);
        if (next === null) break;
      }
      return { items: found.slice(0, MOST_CANDIDATES), more: next !== null || found.length > MOST_CANDIDATES };
    },
    async execute(caller, envelope) {
      const { account, scope } = caller;
      if (makes(envelope.command.type) && (scope.seller !== null || scope.assignee !== null))
        throw new RequestProblem('outside_scope', { pointer: '/members' });
      return execute({
        ...envelope,
        account,
        visible: (order) => orderVisible(scope, order),
        within: (consignment) => within(scope, consignment),
      });
    },
  };
}

const makes = (command: ConsignmentCommandName): boolean => command === 'create_consignment';

const within = ({ stores, seller, assignee }: OrderScope, { store }: Consignment): boolean =>
  seller === null && assignee === null && (stores === null || stores.includes(store));

/** Those that it waits or travels in, and those that its shipments and parcels went with. */
const knownBy = (order: Order): readonly string[] => [
  ...new Set([
    ...consignmentsOf(order),
    ...Object.values(order.documents.shipment).flatMap(({ consignment }) => consignment?.consignmentId ?? []),
    ...Object.values(order.documents.package).flatMap(({ consignmentId }) => consignmentId ?? []),
  ]),
];
