import type { FastifyInstance } from 'fastify';
import { isMailAddress } from '../../mail/address.js';
import type { GuestLinks } from '../../shoppers/guest-links.js';
import { isShown } from '../../shoppers/visitor.js';
import { callerOf, requirePermission } from '../auth.js';
import type { OnceOf } from '../once.js';
import type { OrderAccess } from '../order-access.js';
import { RequestProblem, sendProblem } from '../problem.js';
import { answers, KEYED_HEADERS, noContent, TOLD_AGAIN } from './answers.js';
import { closed, id, orderId, ref } from './schemas/fields.js';
import { GuestLinkBody } from './schemas/shopper.js';

interface OrderRequest {
  Params: { orderId: string };
}

const OrderParams = closed({ orderId: orderId() });
const LinkParams = closed({ orderId: orderId(), linkId: id() });
const USUAL_DAYS = 30;
const SEEN_BY_GUESTS = ['prices.view', 'personal.view'] as const;

/** Links that open one order to whoever holds them. Who makes one can see what the buyer sees, so it asks for that too. */
export function addGuestLinkRoutes(app: FastifyInstance, orders: OrderAccess, links: GuestLinks, onceOf: OnceOf): void {
  app.post<OrderRequest & { Body: GuestLinkBody }>(
    '/orders/:orderId/guest-links',
    {
      config: { permission: 'orders.share', further: SEEN_BY_GUESTS },
      schema: {
        operationId: 'makeGuestLink',
        tags: ['shopper'],
        summary: 'Make a link that opens this order, and mail it on request',
        description: TOLD_AGAIN,
        headers: KEYED_HEADERS,
        params: OrderParams,
        body: ref(GuestLinkBody),
        response: answers(201, 'The link. Its token is not shown again.', 'MadeGuestLink', [
          '404',
          '409',
          '413',
          '415',
        ]),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      // Its token is answered, and whoever holds it reads the order whole.
      for (const permission of SEEN_BY_GUESTS) requirePermission(caller, permission);
      const order = await orders.load(caller, request.params.orderId);
      if (order === null || !isShown(order)) return sendProblem(reply, 'order_not_found');
      const { days = USUAL_DAYS, mail = false } = request.body;
      const { buyer, orderId: id } = order.head;
      const email = buyer?.email?.trim() ?? '';
      if (mail && !isMailAddress(email)) throw new RequestProblem('buyer_unreachable', { pointer: '/mail' });
      const mailTo = mail ? { email, locale: buyer?.locale ?? null } : null;
      const made = await links.make(
        caller.account,
        { orderId: id, by: caller.id, days, mailTo },
        onceOf(request, reply),
      );
      if (made === 'too_many') return sendProblem(reply, 'too_many');
      return reply.code(201).header('cache-control', 'no-store').send(made);
    },
  );

  app.get<OrderRequest>(
    '/orders/:orderId/guest-links',
    {
      config: { permission: 'orders.share' },
      schema: {
        operationId: 'listGuestLinks',
        tags: ['shopper'],
        summary: 'The links that open this order now, newest first',
        params: OrderParams,
        response: answers(200, 'At most 50, without their tokens.', 'GuestLinks', ['404']),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const order = await orders.load(caller, request.params.orderId);
      if (order === null) return sendProblem(reply, 'order_not_found');
      return { links: await links.list(caller.account, order.head.orderId) };
    },
  );

  app.delete<{ Params: { orderId: string; linkId: string } }>(
    '/orders/:orderId/guest-links/:linkId',
    {
      config: { permission: 'orders.share' },
      schema: {
        operationId: 'revokeGuestLink',
        tags: ['shopper'],
        summary: 'Revoke a link: from now on it opens nothing',
        params: LinkParams,
        response: noContent(['404']),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const order = await orders.load(caller, request.params.orderId);
      if (order === null) return sendProblem(reply, 'order_not_found');
      const { linkId } = request.params;
      const revoked = await links.revoke(caller.account, order.head.orderId, linkId);
      return revoked ? reply.code(204).send() : sendProblem(reply, 'guest_link_invalid');
    },
  );
}
