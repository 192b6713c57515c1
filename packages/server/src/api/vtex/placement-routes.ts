import type { PlaceOrder } from '@docket/core/order/placing-commands';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GroupOutcome } from '../../place-group.js';
import { actorOf, callerOf } from '../auth.js';
import { type IdempotencyClaim, idempotencyOf } from '../idempotency.js';
import { reasonOf } from '../reason.js';
import { carriedBy } from './carried.js';
import { ask, sendNothing } from './commands.js';
import type { VtexDependencies, VtexRoute } from './dialect.js';
import { sendError, sendRefusal } from './errors.js';
import { orderDocument } from './order-document.js';
import { groupOf } from './order-ids.js';
import { merchantNameOf, transactionIdOf } from './order-payment.js';
import { basketOf } from './placed-basket.js';
import { fieldsOf, integerOf, listOf, objectOf, objectsOf, queryOf, textOf } from './reading.js';

/**
 * Placing from a store front: row 39 of the index, the payments of vtex-oms §7.6 step 2, and row 41. All three ask for a key:
 * anonymous placing would let anybody place.
 */
export function placementRoutes(dependencies: VtexDependencies): readonly VtexRoute[] {
  const newId = (): string => dependencies.newReceipt().toUpperCase();

  const place = async (request: FastifyRequest, reply: FastifyReply): Promise<object> => {
    const salesChannel = textOf(queryOf(request.query), 'sc', 64);
    const { commands } = basketOf(fieldsOf(request.body), salesChannel, newId);
    const outcome = await placeAll(dependencies, request, commands, idempotencyOf(request));
    if (!outcome.accepted) return sendRefusal(reply, outcome.refusal);
    const placed = await groupOf(dependencies.orders, callerOf(request), outcome.group);
    const [first] = placed;
    if (first === undefined) throw new Error('a group that was placed is not there');
    const transactionId = transactionIdOf(first);
    const base = `${request.protocol}://${request.host}`;
    return {
      orderForm: null,
      transactionData: {
        merchantTransactions: [
          {
            id: merchantNameOf(first),
            transactionId,
            merchantName: merchantNameOf(first),
            payments: objectsOf(objectOf(carriedBy(first), 'paymentData'), 'payments'),
          },
        ],
        receiverUri: `${base}/api/pub/transactions/${transactionId}/payments?orderId=${first.head.group}`,
        gatewayCallbackTemplatePath: `/api/checkout/pub/gatewayCallback/${first.head.group}`,
      },
      orders: placed.map((order) => orderDocument(order)),
    };
  };

  /** The card is for a gateway, and Docket keeps nothing of it: what is checked is that it is paid what was placed. */
  const pay = async (request: FastifyRequest, reply: FastifyReply): Promise<object> => {
    const { transactionId } = request.params as { transactionId: string };
    const group = textOf(queryOf(request.query), 'orderId', 100) ?? '';
    const [first] = await groupOf(dependencies.orders, callerOf(request), group);
    if (first === undefined || transactionIdOf(first) !== transactionId) return sendError(reply, 'payment_not_found');
    const placed = objectsOf(objectOf(carriedBy(first), 'paymentData'), 'payments');
    const sum = (payments: readonly object[]): number =>
      payments.reduce((all: number, payment) => all + (integerOf(fieldsOf(payment), 'value') ?? 0), 0);
    if (sum(listOf(request.body).map(fieldsOf)) !== sum(placed)) return sendError(reply, 'totals_mismatch');
    return sendNothing(reply, 201);
  };

  const callBack = async (request: FastifyRequest, reply: FastifyReply): Promise<object> => {
    const { orderGroup } = request.params as { orderGroup: string };
    const placed = await groupOf(dependencies.orders, callerOf(request), orderGroup);
    if (placed.length === 0) return sendError(reply, 'order_not_found', {}, { order_not_found: { code: 'ORD064' } });
    for (const { head } of placed) {
      const outcome = await ask(dependencies, request, head.orderId, { type: 'complete_placement' });
      if (outcome.accepted) continue;
      // Called again, it is finished already.
      const finished = outcome.refusal.refused === 'placement_complete' && outcome.order?.head.complete === true;
      if (!finished) return sendRefusal(reply, outcome.refusal);
    }
    return sendNothing(reply, 204);
  };

  return [
    { method: 'PUT', path: '/api/checkout/pub/orders', permission: 'orders.place', handler: place },
    { method: 'POST', path: '/api/pub/transactions/:transactionId/payments', permission: 'orders.place', handler: pay },
    {
      method: 'POST',
      path: '/api/checkout/pub/gatewayCallback/:orderGroup',
      permission: 'orders.place',
      handler: callBack,
    },
  ];
}

/**
 * Places all orders or none. A SKU that the catalogue does not know is sold under its number, since a basket of VTEX names no
 * products: its catalogue stands elsewhere.
 */
export async function placeAll(
  { orders }: VtexDependencies,
  request: FastifyRequest,
  commands: readonly PlaceOrder[],
  idempotency: IdempotencyClaim | undefined,
): Promise<GroupOutcome> {
  const send = (each: readonly PlaceOrder[]): Promise<GroupOutcome> =>
    orders.placeGroup(callerOf(request), {
      commands: each,
      actor: actorOf(request),
      reason: reasonOf(request),
      ...(idempotency === undefined ? {} : { idempotency }),
    });
  const outcome = await send(commands);
  const nameless =
    !outcome.accepted && outcome.refusal.refused === 'product_incomplete' && outcome.refusal.pointer?.endsWith('/name');
  if (nameless !== true) return outcome;
  return send(
    commands.map((command) => ({ ...command, lines: command.lines.map((line) => ({ name: line.sku, ...line })) })),
  );
}
