import type { Order } from '@docket/core/order/order';
import type { Caller } from '../access/caller.js';
import { mayPlaceInto, narrowed, orderVisible } from '../access/order-policy.js';
import type { Envelope, Execute, Outcome } from '../execute.js';
import type { OrderChange, OrderChanges } from '../followers/order-changes.js';
import type { OrderPage } from '../read-models/order-list-queries.js';
import type { ListProblem, OrderListQuery } from '../read-models/order-list-query.js';
import type { OrderTally } from '../read-models/order-list-tally.js';
import type { OrderReads } from './native/order-reads.js';
import { RequestProblem } from './problem.js';

/**
 * Orders as the routes reach them: everything that is read or sent goes through the policy of the caller. An order
 * outside its scope does not exist for it. A test keeps the routes from `OrderReads` and `Execute` themselves.
 */
export interface OrderAccess {
  /** The order, or null where the caller has none of this id. */
  load(caller: Caller, orderId: string): Promise<Order | null>;
  list(caller: Caller, query: OrderListQuery): Promise<OrderPage | ListProblem>;
  tally(caller: Caller, query: OrderListQuery): Promise<OrderTally | ListProblem>;
  /** The position that the caller's account has reached. */
  head(caller: Caller): Promise<number>;
  /** Changes of the account after a position, page by page; those of orders that the caller may not see have no order. */
  follow(caller: Caller, after: number, signal: AbortSignal): AsyncGenerator<readonly OrderChange[], void, undefined>;
  /**
   * Sends a command in the caller's account. Where it may not see the order, the outcome is `order_not_found`, decided in
   * the write path on the very state that the command would change. Throws `outside_scope` for a placement beyond it.
   */
  execute(caller: Caller, envelope: Omit<Envelope, 'account' | 'visible'>): Promise<Outcome>;
}

export function createOrderAccess(orders: OrderReads, changes: OrderChanges, execute: Execute): OrderAccess {
  const load: OrderAccess['load'] = async ({ account, scope }, orderId) => {
    const order = await orders.load(account, orderId);
    return order !== null && orderVisible(scope, order) ? order : null;
  };
  return {
    load,
    list: ({ account, scope }, query) => orders.list(account, narrowed(scope, query)),
    tally: ({ account, scope }, query) => orders.tally(account, narrowed(scope, query)),
    head: ({ account }) => changes.head(account),
    async *follow({ account, scope }, after, signal) {
      for await (const page of changes.follow(account, after, signal)) {
        yield page.map((change) =>
          change.order === null || orderVisible(scope, change.order) ? change : { ...change, order: null },
        );
      }
    },
    async execute({ account, scope }, envelope) {
      const { command } = envelope;
      if (command.type === 'place' && !mayPlaceInto(scope, command.store)) {
        throw new RequestProblem('outside_scope', { pointer: '/store' });
      }
      return execute({ ...envelope, account, visible: (order) => orderVisible(scope, order) });
    },
  };
}
