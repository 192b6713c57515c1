import type { FastifyReply, FastifyRequest } from 'fastify';
import { isListProblem } from '../../read-models/order-list-query.js';
import { callerOf, requirePermission } from '../auth.js';
import type { VtexDependencies, VtexRoute } from './dialect.js';
import { sendError } from './errors.js';
import { orderDocument } from './order-document.js';
import { findOrder } from './order-ids.js';
import { transactionView } from './order-payment.js';
import { isLookedUp } from './reading.js';

const DOCUMENTS = ['prices.view', 'personal.view'] as const;

/** A checkout of more orders than this has never been seen; the group is one answer. */
const MOST_IN_GROUP = 100;

/** Reading orders: rows 1, 2, 12 and 31 of the index (vtex-oms §1.1). */
export function readRoutes({ orders }: VtexDependencies): readonly VtexRoute[] {
  const one = async (request: FastifyRequest, reply: FastifyReply): Promise<object> => {
    assertSeesDocuments(request);
    const { orderId } = request.params as { orderId: string };
    const order = await findOrder(orders, callerOf(request), orderId);
    return order === null ? sendError(reply, 'order_not_found') : orderDocument(order);
  };
  return [
    {
      method: 'GET',
      path: '/api/oms/pvt/orders/:orderId',
      permission: 'orders.view',
      further: DOCUMENTS,
      handler: one,
    },
    {
      method: 'GET',
      path: '/api/orders/pvt/document/:orderId',
      permission: 'orders.view',
      further: DOCUMENTS,
      handler: one,
    },
    {
      method: 'GET',
      path: '/api/oms/pvt/orders/order-group/:orderGroup',
      permission: 'orders.view',
      further: DOCUMENTS,
      handler: async (request, reply) => {
        assertSeesDocuments(request);
        const caller = callerOf(request);
        const { orderGroup } = request.params as { orderGroup: string };
        const page = isLookedUp(orderGroup)
          ? await orders.list(caller, { group: [orderGroup], complete: 'any', limit: MOST_IN_GROUP })
          : { orders: [] };
        if (isListProblem(page) || page.orders.length === 0) return sendError(reply, 'order_not_found');
        const found = await orders.loadMany(
          caller,
          page.orders.map(({ order_id }) => order_id),
        );
        return [...found].sort((a, b) => a.head.position - b.head.position).map(orderDocument);
      },
    },
    {
      method: 'GET',
      path: '/api/oms/pvt/orders/:orderId/payment-transaction',
      permission: 'orders.view',
      further: DOCUMENTS,
      handler: async (request, reply) => {
        assertSeesDocuments(request);
        const { orderId } = request.params as { orderId: string };
        const order = await findOrder(orders, callerOf(request), orderId);
        // A seller's order has no transaction (vtex-oms §8.2).
        const transaction = order === null ? null : transactionView(order);
        return transaction ?? sendError(reply, order === null ? 'order_not_found' : 'payment_not_found');
      },
    },
  ];
}

/** A document of VTEX shows money and people, and has no form without them: it is for who may see both. */
export function assertSeesDocuments(request: FastifyRequest): void {
  for (const permission of DOCUMENTS) requirePermission(callerOf(request), permission);
}
