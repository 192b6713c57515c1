import type { Order } from '@docket/core/order/order';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ask, orderOfPath, receiptOf, type Refused, sendNothing } from './commands.js';
import type { VtexDependencies, VtexRoute } from './dialect.js';
import { type Differently, sendError, sendRefusal } from './errors.js';
import { requestIdOf } from './order-ids.js';
import { fieldsOf, flagOf, neededText, textOf } from './reading.js';

/** A handler on the order that the path names. */
type OnOrder = (order: Order, request: FastifyRequest, reply: FastifyReply) => Promise<object>;

/** Handling, cancellation, payment and log: rows 4, 5, 7, 13, 33, 34, 36 and 37 of the index (vtex-oms §1.1). */
export function commandRoutes(dependencies: VtexDependencies): readonly VtexRoute[] {
  const on =
    (handle: OnOrder): VtexRoute['handler'] =>
    async (request, reply) => {
      const order = await orderOfPath(dependencies, request);
      return order === null ? sendError(reply, 'order_not_found') : handle(order, request, reply);
    };

  const startHandling = on(async ({ head }, request, reply) => {
    const outcome = await ask(dependencies, request, head.orderId, { type: 'start_handling' });
    return outcome.accepted ? sendNothing(reply, 204) : sendRefusal(reply, outcome.refusal, STATE_IS_CONFLICT);
  });

  const cancel = on(async (order, request, reply) => {
    const { head } = order;
    const body = fieldsOf(request.body);
    const reason = textOf(body, 'reason');
    const said = reason === null ? {} : { reason };
    const asked = await ask(dependencies, request, head.orderId, {
      type: 'request_cancellation',
      ...said,
      byBuyer: flagOf(body, 'requestedByUser'),
    });
    // The second call answers the first with yes (vtex-oms §3.6, §10.2 row 30).
    const outcome =
      !asked.accepted && asked.refusal.refused === 'cancellation_pending'
        ? await ask(dependencies, request, head.orderId, { type: 'confirm_cancellation', ...said })
        : asked;
    if (outcome.accepted || isCancelledAlready(outcome)) return receiptOf(dependencies, order);
    return sendRefusal(reply, outcome.refusal);
  });

  const deny = on(async (order, request, reply) => {
    const body = fieldsOf(request.body);
    const id = neededText(body, 'cancellationRequestId', 100);
    const known = order.head.cancellationRequests.find((each) => requestIdOf(order, each.id) === id);
    const outcome = await ask(dependencies, request, order.head.orderId, {
      type: 'deny_cancellation',
      requestId: known?.id ?? id,
      reason: neededText(body, 'denyReason'),
    });
    return outcome.accepted ? sendNothing(reply) : sendRefusal(reply, outcome.refusal);
  });

  const notifyPayment = on(async (order, request, reply) => {
    const { paymentId } = request.params as { paymentId: string };
    const payments = order.documents.payment;
    if (!Object.hasOwn(payments, paymentId)) return sendError(reply, 'payment_not_found');
    const outcome = await ask(dependencies, request, order.head.orderId, { type: 'notify_payment', paymentId });
    // Told twice, it is still paid (vtex-oms §8.1).
    if (outcome.accepted || isPaidAlready(outcome, paymentId)) return sendNothing(reply);
    return sendRefusal(reply, outcome.refusal);
  });

  const interact = on(async (order, request, reply) => {
    const body = fieldsOf(request.body);
    const outcome = await ask(dependencies, request, order.head.orderId, {
      type: 'add_log_entry',
      source: neededText(body, 'source', 100),
      message: neededText(body, 'message'),
    });
    return outcome.accepted ? sendNothing(reply) : sendRefusal(reply, outcome.refusal);
  });

  const oms = '/api/oms/pvt/orders/:orderId';
  const document = '/api/orders/pvt/document/:orderId';
  const post = (path: string, permission: VtexRoute['permission'], handler: VtexRoute['handler']): VtexRoute => ({
    method: 'POST',
    path,
    permission,
    handler,
  });
  return [
    post(`${oms}/start-handling`, 'orders.invoice', startHandling),
    post(`${document}/actions/start-handling`, 'orders.invoice', startHandling),
    post(`${oms}/cancel`, 'orders.cancel', cancel),
    post(`${document}/cancel`, 'orders.cancel', cancel),
    post(`${document}/deny-cancellation-request`, 'orders.cancel', deny),
    post(`${oms}/payments/:paymentId/payment-notification`, 'orders.edit', notifyPayment),
    post(`${document}/payment/:paymentId/notify-payment`, 'orders.edit', notifyPayment),
    post(`${oms}/interactions`, 'orders.edit', interact),
  ];
}

/** Start-handling in the wrong state is documented as 409 (vtex-oms §10.2 rows 1 and 2). */
const STATE_IS_CONFLICT: Differently = {
  not_in_this_step: { status: 409 },
  not_this_actor: { status: 409 },
  order_cancelled: { status: 409 },
  placement_not_complete: { status: 409 },
  order_deleted: { status: 409 },
};

/** Cancelling what is cancelled has no effect, and a receipt (vtex-oms §3.6). One that ended before it began was never one. */
const isCancelledAlready = ({ refusal, order }: Refused): boolean =>
  refusal.refused === 'order_cancelled' && order?.head.complete === true;

const isPaidAlready = ({ order }: Refused, paymentId: string): boolean =>
  order?.head.cancellation === null && order.documents.payment[paymentId]?.answer === 'approved';
