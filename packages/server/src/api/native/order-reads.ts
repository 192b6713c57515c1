import type { Carried, Order } from '@docket/core/order/order';
import type { OrderScope } from '../../access/caller.js';
import type { DocumentQuery, ListedDocument } from '../../read-models/document-list-query.js';
import type { OrderPage } from '../../read-models/order-list-queries.js';
import type { ListProblem, OrderListQuery } from '../../read-models/order-list-query.js';
import type { OrderBreakdown } from '../../read-models/order-breakdown.js';
import type { OrderStatistics } from '../../read-models/order-list-statistics.js';
import type { OrderTally } from '../../read-models/order-list-tally.js';

/** What the routes read of orders. The composition binds it to the database; no route holds SQL. */
export interface OrderReads {
  load(account: string, orderId: string): Promise<Order | null>;
  /** In the order of the ids; what the account does not have is left out. */
  loadMany(account: string, orderIds: readonly string[]): Promise<readonly Order[]>;
  /** What travels with each of the orders, by id. */
  carried(account: string, orderIds: readonly string[]): Promise<ReadonlyMap<string, Carried>>;
  list(account: string, query: OrderListQuery): Promise<OrderPage | ListProblem>;
  /** What the orders of a query come to, by origin and currency. */
  statistics(account: string, query: OrderListQuery): Promise<OrderStatistics | ListProblem>;
  /** The same by day, status and channel. */
  breakDown(account: string, query: OrderListQuery): Promise<OrderBreakdown | ListProblem>;
  /** Documents of one kind, of orders that the scope reaches. */
  documents(account: string, scope: OrderScope, asked: DocumentQuery): Promise<readonly ListedDocument[]>;
  tally(account: string, query: OrderListQuery): Promise<OrderTally | ListProblem>;
}
