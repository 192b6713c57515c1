import type { Order } from '@docket/core/order/order';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf, requirePermission } from '../auth.js';
import { jsonBytes } from '../json-bytes.js';
import type { VtexDependencies, VtexRoute } from './dialect.js';
import { AS_JSON } from './document-form.js';
import { sendError } from './errors.js';
import { orderDocument } from './order-document.js';
import { findOrder, groupOf } from './order-ids.js';
import { transactionView } from './order-payment.js';

/** What a document shows beside the order (`assertSeesDocuments`). */
export const DOCUMENTS = ['prices.view', 'personal.view'] as const;

/** Reading orders: rows 1, 2, 12 and 31 of the index (vtex-oms §1.1). */
export function readRoutes({ orders }: VtexDependencies): readonly VtexRoute[] {
  const one = async (request: FastifyRequest, reply: FastifyReply): Promise<object> => {
    assertSeesDocuments(request);
    const { orderId } = request.params as { orderId: string };
    const order = await findOrder(orders, callerOf(request), orderId);
    return order === null ? sendError(reply, 'order_not_found') : sendDocument(reply, documentOf(order));
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
        const { orderGroup } = request.params as { orderGroup: string };
        const found = await groupOf(orders, callerOf(request), orderGroup);
        return found.length === 0 ? sendError(reply, 'order_not_found') : sendDocument(reply, found.map(documentOf));
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

const documentOf = (order: Order): object => orderDocument(order, AS_JSON);

/** A document has some 2 KB a line: one of many lines is written in pieces. */
const sendDocument = (reply: FastifyReply, document: object): FastifyReply =>
  reply.type('application/json; charset=utf-8').send(jsonBytes(document));

/** A document of VTEX shows money and people, and has no form without them: it is for who may see both. */
export function assertSeesDocuments(request: FastifyRequest): void {
  for (const permission of DOCUMENTS) requirePermission(callerOf(request), permission);
}
