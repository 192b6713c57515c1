import type { FastifyInstance } from 'fastify';
import type { ReturnSettings } from '../../returns/return-settings.js';
import { callerOf } from '../auth.js';
import type { OrderAccess } from '../order-access.js';
import { etagOf } from '../preconditions.js';
import { sendProblem } from '../problem.js';
import { answers } from './answers.js';
import { returnableView } from './return-view.js';
import { closed, orderId } from './schemas/fields.js';

interface ReturnDependencies {
  readonly orders: OrderAccess;
  readonly returns: ReturnSettings;
  readonly now: () => string;
}

/** What staff ask before they record a return. The commands are rows of `return-command-routes.ts`. */
export function addReturnRoutes(app: FastifyInstance, { orders, returns, now }: ReturnDependencies): void {
  app.get<{ Params: { orderId: string } }>(
    '/orders/:orderId/returnable',
    {
      config: { permission: 'orders.view' },
      schema: {
        operationId: 'getReturnable',
        tags: ['returns'],
        summary: 'What of the order may come back, until when, and if not, why',
        params: closed({ orderId: orderId() }),
        response: answers(200, 'Line by line, with the reasons to choose from.', 'Returnable', ['404']),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const order = await orders.load(caller, request.params.orderId);
      if (order === null) return sendProblem(reply, 'order_not_found');
      void reply.header('etag', etagOf(order.head.version));
      return returnableView(order, await returns.of(caller.account), now());
    },
  );
}
