import type { Command } from '@docket/core/order/commands';
import type { Order } from '@docket/core/order/order';
import type { RequestReturn } from '@docket/core/order/return-commands';
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
  /** Asks to send goods back, as the buyer. */
  requestReturn(visitor: Visitor, orderId: string, wish: ReturnWish, conditions: Conditions): Promise<Outcome>;
  withdrawReturn(visitor: Visitor, orderId: string, returnId: string, conditions: Conditions): Promise<Outcome>;
}

/** What a buyer says of what they send back. */
export type ReturnWish = Pick<RequestReturn, 'items' | 'resolution'>;

type Conditions = Pick<Envelope, 'idempotency' | 'expectedVersion'>;
type CancellationWish = Conditions & { readonly reason?: string };

export function createShopperAccess(orders: OrderReads, execute: Execute): ShopperAccess {
  const asBuyer = (
    { account, actor, sees }: Visitor,
    orderId: string,
    command: Command,
    conditions: Conditions,
  ): Promise<Outcome> =>
    execute({ account, orderId, command, actor, reason: 'asked by the buyer', visible: sees, ...conditions });
  return {
    async load({ account, sees }, orderId) {
      const order = await orders.load(account, orderId);
      return order !== null && sees(order) ? order : null;
    },
    list: ({ account, identity }, page) => orders.list(account, { ...page, buyer: identity, origin: ['Marketplace'] }),
    askToCancel: (visitor, orderId, { reason, ...conditions }) =>
      asBuyer(
        visitor,
        orderId,
        { type: 'request_cancellation', ...(reason === undefined ? {} : { reason }) },
        conditions,
      ),
    requestReturn: (visitor, orderId, wish, conditions) =>
      asBuyer(visitor, orderId, { type: 'request_return', ...wish }, conditions),
    withdrawReturn: (visitor, orderId, returnId, conditions) =>
      asBuyer(visitor, orderId, { type: 'withdraw_return', returnId }, conditions),
  };
}
