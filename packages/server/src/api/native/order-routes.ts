import { performance } from 'node:perf_hooks';
import type { Command } from '@docket/core/order/commands';
import type { PlaceOrder } from '@docket/core/order/placing-commands';
import type { FastifyInstance } from 'fastify';
import type { OrderHistory } from '../../event-log/order-history.js';
import { sightOf } from '../../access/sight.js';
import type { Metrics } from '../../metrics/metrics.js';
import { callerOf } from '../auth.js';
import type { OrderAccess } from '../order-access.js';
import { etagOf, isKnown, preferenceOf } from '../preconditions.js';
import { sendProblem } from '../problem.js';
import { answers, PLACEMENT_HEADERS, WRITE_HEADERS } from './answers.js';
import { describeCommand } from './command-description.js';
import type { CommandRoute } from './command-route.js';
import { COMMAND_ROUTES } from './command-routes.js';
import { orderView } from './order-view.js';
import { AS_OF, type AsOfQuery, orderThen } from './past-order.js';
import { closed, orderId, ref } from './schemas/fields.js';
import { PlaceOrderBody } from './schemas/place-order.js';
import { answerPreview, answerWrite, shown } from './write-answer.js';
import { envelopeOf } from './write-request.js';

export interface OrderRouteDependencies {
  readonly orders: OrderAccess;
  readonly history: OrderHistory;
  readonly metrics: Metrics;
}

/** An order of 5,000 lines with all its fields stays under this; the default of 1 MiB is for everything else. */
const PLACEMENT_BYTES = 4 * 1024 * 1024;

/** Placing an order, reading it, and every command that may be sent to it. */
export function addOrderRoutes(app: FastifyInstance, { orders, history, metrics }: OrderRouteDependencies): void {
  app.post<{ Body: PlaceOrderBody }>(
    '/orders',
    {
      config: { permission: 'orders.place', previews: true },
      bodyLimit: PLACEMENT_BYTES,
      schema: {
        operationId: 'place',
        tags: ['orders'],
        summary: 'Place an order',
        description: describeCommand('place'),
        headers: PLACEMENT_HEADERS,
        body: ref(PlaceOrderBody),
        response: {
          ...answers(200, 'With Prefer: preview, what would happen.', 'Preview', []),
          ...answers(201, 'The order as it was placed.', ['Order', 'OrderReceipt'], ['409', '413', '415']),
        },
      },
    },
    async (request, reply) => {
      const began = performance.now();
      // First what came: the key is compared by the body as it was sent.
      const headers = envelopeOf(request);
      const envelope = { ...headers, command: placement(request.body) };
      const preference = preferenceOf(request);
      if (preference.preview) {
        return answerPreview(request, reply, orders, envelope, preference);
      }
      const outcome = await orders.execute(callerOf(request), envelope);
      metrics.placed((performance.now() - began) / 1000);
      if (outcome.accepted) {
        void reply.code(201).header('location', `/api/v1/admin/orders/${outcome.order.head.orderId}`);
      }
      return answerWrite(request, reply, outcome, preference);
    },
  );

  app.get<{ Params: { orderId: string }; Querystring: AsOfQuery }>(
    '/orders/:orderId',
    {
      config: { permission: 'orders.view' },
      schema: {
        operationId: 'getOrder',
        tags: ['orders'],
        summary: 'Read an order, as it is or as it was',
        params: closed({ orderId: orderId() }),
        querystring: closed(AS_OF),
        response: answers(200, 'The order. ETag is its version; an order of the past has none.', 'Order', ['404']),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const present = await orders.load(caller, request.params.orderId);
      if (present === null) return sendProblem(reply, 'order_not_found');
      const { order, isPast } = await orderThen(history, present, request.query);
      const { version, updatedAt } = order.head;
      // No ETag: nothing can be asked of a version that is over, and it changes when its person is forgotten.
      if (isPast) return { asOf: { version, at: updatedAt }, ...orderView(order, null, sightOf(caller)) };
      void reply.header('etag', etagOf(version));
      if (isKnown(request, version)) return reply.code(304).send();
      return shown(request, order, false);
    },
  );

  for (const route of COMMAND_ROUTES) addCommandRoute(app, route, orders);
}

/**
 * The body was parsed for this request alone, so it becomes the command itself: a copy of it takes 4 µs.
 */
export function placement(body: PlaceOrderBody): PlaceOrder {
  return Object.assign(body, { type: 'place' as const });
}

function addCommandRoute(
  app: FastifyInstance,
  { command, method, path, permission, params, body, bodyLimit, tag, summary }: CommandRoute,
  orders: OrderAccess,
): void {
  app.route<{ Params: { orderId: string }; Body: object }>({
    method,
    url: `/orders/:orderId${path}`,
    config: { permission, previews: true },
    ...(bodyLimit === undefined ? {} : { bodyLimit }),
    schema: {
      operationId: command,
      tags: [tag],
      summary,
      description: describeCommand(command),
      params,
      headers: WRITE_HEADERS,
      body: ref(body),
      response: answers(
        200,
        'The order after it; with Prefer: preview, what would happen.',
        ['Order', 'OrderReceipt', 'Preview'],
        ['404', '409', '412', '413', '415'],
      ),
    },
    handler: async (request, reply) => {
      const { orderId: id, ...named } = request.params;
      const envelope = {
        orderId: id,
        ...envelopeOf(request),
        // The row of the table was compiled against this very command (`Fits`).
        command: { type: command, ...named, ...(request.body as object) } as Command,
      };
      const preference = preferenceOf(request);
      if (preference.preview) {
        return answerPreview(request, reply, orders, envelope, preference);
      }
      return answerWrite(request, reply, await orders.execute(callerOf(request), envelope), preference);
    },
  });
}
