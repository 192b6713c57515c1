import { documentTree } from '@docket/core/order/document-tree';
import { marksOf } from '@docket/core/order/document-marks';
import type { Order } from '@docket/core/order/order';
import type { FastifyInstance } from 'fastify';
import { type Sight, sightOf } from '../../access/sight.js';
import { callerOf } from '../auth.js';
import { sendProblem } from '../problem.js';
import { answers } from './answers.js';
import type { HistoryRouteDependencies } from './history-routes.js';
import { AS_OF, type AsOfQuery, orderThen } from './past-order.js';
import { closed, orderId } from './schemas/fields.js';

/** Every document of one order as the tree that they are, made of what each kind says of its documents. */
export function addOrderDocumentsRoute(
  app: FastifyInstance,
  { orders, history }: Pick<HistoryRouteDependencies, 'orders' | 'history'>,
): void {
  app.get<{ Params: { orderId: string }; Querystring: AsOfQuery }>(
    '/orders/:orderId/documents',
    {
      config: { permission: 'orders.view', further: ['prices.view'] },
      schema: {
        operationId: 'listOrderDocuments',
        tags: ['documents'],
        summary: 'All documents of an order, built in and of the account’s own, as a tree',
        description:
          'Each stands right after what it hangs under. As many as the order has; its limits keep them few enough for one answer.',
        params: closed({ orderId: orderId() }),
        querystring: closed(AS_OF),
        response: answers(200, 'The documents.', 'OrderDocuments', ['404']),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const present = await orders.load(caller, request.params.orderId);
      if (present === null) return sendProblem(reply, 'order_not_found');
      const { order } = await orderThen(history, present, request.query);
      return { currency: order.head.currency, items: treeView(order, sightOf(caller)) };
    },
  );
}

const treeView = (order: Order, { prices }: Sight): readonly object[] =>
  documentTree(order).map(({ document: { searchTerms: _, ...document }, depth }) => ({
    ...document,
    amount: prices ? document.amount : null,
    approved:
      document.kind === 'custom'
        ? (order.documents.custom[document.id]?.approved ?? false)
        : marksOf(order.carried, document.kind, document.id).approved,
    depth,
  }));
