import type { Order } from '@docket/core/order/order';
import type { Envelope, Execute, Outcome } from '../execute.js';
import type { OrderPage } from '../read-models/order-list-queries.js';
import type { ListProblem } from '../read-models/order-list-query.js';
import type { Shopper } from '../shoppers/sessions.js';
import type { Visitor } from '../shoppers/visitor.js';
import type { OrderReads } from './native/order-reads.js';

/** Orders as people from outside reach them: what a visitor does not see does not exist for them, read or written. */
export interface ShopperAccess {
  /** The order, or null where the visitor sees none of this id. */
  load(visitor: Visitor, orderId: string): Promise<Order | null>;
  /** Orders of the shopper, newest first. */
  list(shopper: Shopper, page: { readonly limit: number; readonly cursor?: string }): Promise<OrderPage | ListProblem>;
  /** Asks to cancel, as the buyer. Whether it may be is decided on the very state that it would change. */
  askToCancel(visitor: Visitor, orderId: string, request: CancellationWish): Promise<Outcome>;
}

type CancellationWish = Pick<Envelope, 'idempotency' | 'expectedVersion'> & { readonly reason?: string };

export function createShopperAccess(orders: OrderReads, execute: Execute): ShopperAccess {
  return {
    async load({ account, sees }, orderId) {
      const order = await orders.load(account, orderId);
      return order !== null && sees(order) ? order : null;
    },
    list: ({ account, identity }, page) => orders.list(account, { ...page, buyer: identity, origin: ['Marketplace'] }),
    askToCancel: ({ account, actor, sees }, orderId, { reason, ...conditions }) =>
      execute({
        account,
        orderId,
        command: { type: 'request_cancellation', ...(reason === undefined ? {} : { reason }) },
        actor,
        reason: 'asked by the buyer',
        visible: sees,
        ...conditions,
      }),
  };
}
