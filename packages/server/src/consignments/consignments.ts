import type { Consignment } from '@docket/core/consignment/consignment';
import { decideConsignment } from '@docket/core/consignment/decide-consignment';
import { waitsInConsignment } from '@docket/core/order/consigned';
import type { Context } from '@docket/core/order/decision';
import type { Order } from '@docket/core/order/order';
import { isRefusal, type Refusal } from '@docket/core/order/refusals';
import { loadConsignments, type LoggedConsignmentEvent, readConsignmentEvents } from '../event-log/load-consignment.js';
import { loadOrder } from '../event-log/load-order.js';
import type { EventLog } from '../event-log/read-events.js';
import type { FactsCache } from '../facts.js';
import {
  type ConsignmentQuery,
  listConsignments,
  type ListedConsignment,
} from '../read-models/consignment-list-query.js';

/** What is read of consignments. */
export interface ConsignmentReads {
  load(account: string, consignmentId: string): Promise<Consignment | null>;
  list(account: string, asked: ConsignmentQuery): Promise<readonly ListedConsignment[]>;
  /** Its history from a version on, oldest first. */
  events(
    account: string,
    consignmentId: string,
    from: number,
    limit: number,
  ): Promise<readonly LoggedConsignmentEvent[]>;
  /** Whether each of the orders could travel with this one, and why not: what putting them together would meet now. */
  couldJoin(account: string, order: Order, others: readonly Order[], context: Context): Promise<readonly Candidate[]>;
}

export interface Candidate {
  readonly order: Order;
  /** Null: it could. */
  readonly refusal: Refusal | null;
}

export function createConsignments(log: EventLog, facts: FactsCache): ConsignmentReads {
  const load = async (account: string, id: string): Promise<Consignment | null> =>
    (await loadConsignments(log, account, [id])).get(id)?.consignment ?? null;
  return {
    load,
    list: (account, asked) => listConsignments(log.pool, account, asked),
    events: (account, id, from, limit) => readConsignmentEvents(log, account, id, { from, limit }),
    async couldJoin(account, order, others, context) {
      const known = await facts.of(account, []);
      const waiting = Object.values(order.documents.shipment).find(waitsInConsignment)?.consignment;
      const consignment = waiting === undefined ? null : await load(account, waiting.consignmentId);
      const members = consignment === null ? [] : await membersOf(log, account, consignment);
      const { orderId } = order.head;
      return others.map((other): Candidate => {
        const joins = [{ orderId: other.head.orderId }];
        const decision = decideConsignment(
          consignment,
          consignment === null
            ? { type: 'create_consignment', members: [{ orderId }, ...joins] }
            : { type: 'extend_consignment', members: joins },
          {
            orders: new Map([...members, order, other].map((each) => [each.head.orderId, each])),
            others: new Map(),
            facts: known.facts,
            context,
            identity: { consignmentId: 'C', number: 'C' },
          },
        );
        return { order: other, refusal: isRefusal(decision) ? decision : null };
      });
    },
  };
}

/** The first member is what the others are compared with. */
async function membersOf(log: EventLog, account: string, { members }: Consignment): Promise<readonly Order[]> {
  const [first] = members;
  const found = first === undefined ? null : await loadOrder(log, account, first.orderId);
  return found === null ? [] : [found.order];
}
