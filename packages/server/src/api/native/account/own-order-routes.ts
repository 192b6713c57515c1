import { statusFacts, travelOf } from '@docket/core/order/status-facts';
import { vtexStatusOf } from '@docket/core/order/status';
import { shopperTimeline } from '@docket/core/order/timeline';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { isListProblem } from '../../../read-models/order-list-query.js';
import { idempotencyOf } from '../../idempotency.js';
import { etagOf, expectedVersionOf, isKnown } from '../../preconditions.js';
import { RequestProblem, sendProblem, sendRefusal } from '../../problem.js';
import type { ShopperAccess } from '../../shopper-access.js';
import { shopperOf, visitorOf } from '../../shopper-auth.js';
import { answers, WRITE_HEADERS } from '../answers.js';
import { ref } from '../schemas/fields.js';
import { CancelOwnOrderBody, OwnOrdersQuery } from '../schemas/shopper.js';
import { GUEST_ORDER, type OwnOrderAddress, SHOPPER_ORDER } from './own-order-address.js';
import { ownOrderRow, ownOrderView } from './own-order-view.js';

export interface OwnOrderDependencies {
  readonly orders: ShopperAccess;
  readonly now: () => string;
}

/** What a shopper sees and may ask about their orders; and the holder of a link, about the one order of it. */
export function addOwnOrderRoutes(app: FastifyInstance, dependencies: OwnOrderDependencies): void {
  app.get<{ Querystring: { limit?: number; cursor?: string } }>(
    '/orders',
    {
      config: { permission: 'shopper' },
      schema: {
        operationId: 'listOwnOrders',
        tags: ['shopper'],
        summary: 'My orders, newest first',
        querystring: OwnOrdersQuery,
        response: answers(200, 'A page of them.', 'OwnOrderPage', []),
      },
    },
    async (request) => {
      const { limit = 20, ...rest } = request.query;
      const page = await dependencies.orders.list(shopperOf(request), { limit, ...rest });
      if (isListProblem(page)) throw new RequestProblem('cursor_invalid', { in: 'query', pointer: '/cursor' });
      return { orders: page.orders.map(ownOrderRow), next: page.next };
    },
  );
  addOneOrder(app, dependencies, SHOPPER_ORDER);
  addOneOrder(app, dependencies, GUEST_ORDER);
}

function addOneOrder(
  app: FastifyInstance,
  { orders, now }: OwnOrderDependencies,
  { path, permission, who, params, orderOf }: OwnOrderAddress,
): void {
  const [config, tags] = [{ permission }, ['shopper']];

  app.get(
    path,
    {
      config,
      schema: {
        operationId: `get${who}Order`,
        tags,
        summary: 'The order as its buyer sees it',
        params,
        response: answers(200, 'The order. ETag is its version.', 'OwnOrder', ['404']),
      },
    },
    async (request, reply) => {
      const order = await orders.load(visitorOf(request), orderOf(request));
      if (order === null) return sendProblem(reply, 'order_not_found');
      const { version } = order.head;
      void reply.header('etag', etagOf(version));
      if (isKnown(request, version)) return reply.code(304).send();
      return ownOrderView(order);
    },
  );

  app.get(
    `${path}/timeline`,
    {
      config,
      schema: {
        operationId: `get${who}Timeline`,
        tags,
        summary: 'Its five stages, for each part that travels on its own',
        params,
        response: answers(200, 'The timelines.', 'Timeline', ['404']),
      },
    },
    async (request, reply) => {
      const order = await orders.load(visitorOf(request), orderOf(request));
      if (order === null) return sendProblem(reply, 'order_not_found');
      const { channels, packages } = travelOf(order);
      return shopperTimeline(vtexStatusOf(order.head.instances, statusFacts(order)), channels, packages, now());
    },
  );

  app.post<{ Body: CancelOwnOrderBody }>(
    `${path}/cancellation`,
    {
      config,
      schema: {
        operationId: `cancel${who}Order`,
        tags,
        summary: 'Ask to cancel; before handling this cancels at once',
        params,
        headers: Type.Pick(WRITE_HEADERS, ['idempotency-key', 'if-match']),
        body: ref(CancelOwnOrderBody),
        response: answers(200, 'The order after it.', 'OwnOrder', ['404', '409', '412', '413', '415']),
      },
    },
    (request, reply) => askToCancel(request, reply, orders, orderOf(request)),
  );
}

async function askToCancel(
  request: FastifyRequest<{ Body: CancelOwnOrderBody }>,
  reply: FastifyReply,
  orders: ShopperAccess,
  id: string,
): Promise<object> {
  const visitor = visitorOf(request);
  const idempotency = idempotencyOf(request, visitor.actor.id);
  const expectedVersion = expectedVersionOf(request);
  const { reason } = request.body;
  const outcome = await orders.askToCancel(visitor, id, {
    ...(reason === undefined ? {} : { reason }),
    ...(idempotency === undefined ? {} : { idempotency }),
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
  });
  if (!outcome.accepted) {
    // Its details are for the house: steps of a workflow, the seller's order behind this one.
    const { details: _details, ...refusal } = outcome.refusal;
    return sendRefusal(reply, refusal, expectedVersion !== undefined);
  }
  void reply.header('etag', etagOf(outcome.order.head.version));
  if (outcome.replayed) void reply.header('idempotency-replayed', 'true');
  return ownOrderView(outcome.order);
}
