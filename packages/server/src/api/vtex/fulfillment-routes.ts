import type { PlaceOrder } from '@docket/core/order/placing-commands';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GroupOutcome } from '../../place-group.js';
import { callerOf } from '../auth.js';
import { contentOf, credentialOf } from '../idempotency.js';
import { VTEX } from './carried.js';
import { ask, orderOfPath, receiptOf } from './commands.js';
import type { VtexDependencies, VtexRoute } from './dialect.js';
import { type Differently, sendError, sendRefusal } from './errors.js';
import { orderDocument } from './order-document.js';
import { groupOf } from './order-ids.js';
import { placedOrder } from './placed-order.js';
import { placeAll } from './placement-routes.js';
import { type Fields, field, fieldsOf, integerOf, invalid, objectOf, objectsOf, queryOf, textOf } from './reading.js';

/** Orders of an external marketplace, whose seller this account is: rows 46 and 47 of the index (vtex-oms §7.5). */
export function fulfillmentRoutes(dependencies: VtexDependencies): readonly VtexRoute[] {
  const place = async (request: FastifyRequest, reply: FastifyReply): Promise<object> => {
    const query = queryOf(request.query);
    // The guide sends an array with one order, the reference the order itself (vtex-oms §10.2 row 32).
    const [body, ...others] = [request.body].flat().map(fieldsOf);
    if (body === undefined || others.length > 0) throw invalid('body', 'must be one order');
    const affiliateId = textOf(query, 'affiliateId', 20) ?? textOf(body, 'affiliateId', 20);
    const marketplaceOrderId = textOf(body, 'marketplaceOrderId', 60);
    if (marketplaceOrderId === null) return sendMissing(reply, 'marketplaceOrderId', 'FMT015');
    if (affiliateId === null) return sendMissing(reply, 'affiliateId', 'FMT0021');
    const id = `${affiliateId}-${marketplaceOrderId}`;
    const command = marketplaceOrder(body, id, affiliateId, textOf(query, 'sc', 64));
    const outcome = await placeAll(dependencies, request, [command], {
      credential: credentialOf(request),
      // A marketplace that hears nothing sends again: the same order is the same order (vtex-oms §7.4).
      key: `vtex-order/${stableKey(id)}`,
      content: contentOf('POST', '/api/fulfillment/pvt/orders', body),
    });
    if (!outcome.accepted) return sendRefusal(reply, outcome.refusal, FULFILLMENT_CODES);
    const answer = await placedAnswer(dependencies, request, outcome, body);
    return Array.isArray(request.body) ? [answer] : answer;
  };

  const fulfill = async (request: FastifyRequest, reply: FastifyReply): Promise<object> => {
    const order = await orderOfPath(dependencies, request);
    if (order === null) return sendError(reply, 'order_not_found');
    const outcome = await ask(dependencies, request, order.head.orderId, { type: 'authorise_fulfilment' });
    // Told twice, it is authorised (vtex-oms §7.4).
    const authorised =
      !outcome.accepted && outcome.order?.head.authorisedAt != null && outcome.order.head.cancellation === null;
    if (!outcome.accepted && !authorised) return sendRefusal(reply, outcome.refusal);
    const marketplaceOrderId = textOf(fieldsOf(request.body), 'marketplaceOrderId');
    return reply.code(201).send({ ...receiptOf(dependencies, order), marketplaceOrderId });
  };

  return [
    { method: 'POST', path: '/api/fulfillment/pvt/orders', permission: 'orders.place', handler: place },
    {
      method: 'POST',
      path: '/api/fulfillment/pvt/orders/:orderId/fulfill',
      permission: 'orders.place',
      handler: fulfill,
    },
  ];
}

/** An idempotency key is visible ASCII of at most 255 characters. */
const stableKey = (id: string): string => encodeURIComponent(id).slice(0, 240);

/** Without these an order has no number here (vtex-oms §7.5). */
const sendMissing = (reply: FastifyReply, name: string, code: string): FastifyReply =>
  sendError(
    reply,
    'request_invalid',
    { pointer: `/${name}`, detail: `${name} is missing.` },
    { request_invalid: { code } },
  );

/** The order as the affiliate knows it: its letters, then the marketplace's number (vtex-oms §2.1). Its payment stays there. */
function marketplaceOrder(body: Fields, id: string, affiliateId: string, salesChannel: string | null): PlaceOrder {
  const paid = integerOf(body, 'marketplacePaymentValue');
  const { command, comesTo } = placedOrder(body, {
    items: objectsOf(body, 'items'),
    infos: objectsOf(objectOf(body, 'shippingData'), 'logisticsInfo'),
    carried: { affiliateId, ...(salesChannel === null ? {} : { salesChannel }) },
  });
  return { ...command, workflow: 'fulfillment', externalIds: { [VTEX]: id }, total: paid ?? comesTo ?? 0 };
}

/** What was sent, with the id that it got here, and the keys of the published schema (vtex-oms §7.5). */
async function placedAnswer(
  { orders }: VtexDependencies,
  request: FastifyRequest,
  outcome: Extract<GroupOutcome, { accepted: true }>,
  body: Fields,
): Promise<object> {
  const [order] = await groupOf(orders, callerOf(request), outcome.group);
  if (order === undefined) throw new Error('an order that was placed is not there');
  return {
    ...body,
    orderId: order.head.externalIds[VTEX],
    followUpEmail: field(body, 'followUpEmail') ?? null,
    status: 'success',
    message: null,
    orderData: orderDocument(order),
  };
}

/** The codes of this family (vtex-oms §7.5). */
const FULFILLMENT_CODES: Differently = {
  nothing_to_sell: { code: 'FMT0026' },
  insufficient_stock: { code: 'FMT002' },
  stock_not_counted: { code: 'FMT002' },
  product_incomplete: { code: 'FMT005' },
  totals_mismatch: { code: 'FMT007' },
  amount_invalid: { code: 'FMT0042' },
};
