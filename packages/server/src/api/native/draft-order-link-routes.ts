import type { FastifyInstance } from 'fastify';
import { permits } from '../../access/permissions.js';
import type { DraftOrders } from '../../draft-orders/draft-orders.js';
import { callerOf, requirePermission } from '../auth.js';
import type { OnceOf } from '../once.js';
import { sendProblem } from '../problem.js';
import { answers, LINK_HEADERS, noContent, TOLD_AGAIN } from './answers.js';
import {
  actingOf,
  draftOrderReach,
  type DraftOrderRequest,
  requireWholeDraftOrders,
  WHOLE_DRAFT_ORDERS,
} from './draft-order-reach.js';
import { notDone } from './draft-order-request.js';
import { DraftOrderParams, SendDraftOrderBody } from './schemas/draft-orders.js';
import { closed, id, ref } from './schemas/fields.js';

const TAGS = ['draft orders'];
const USUAL_DAYS = 30;
const LinkParams = closed({ draftOrderId: id('Of the draft order.'), linkId: id() });

/** Links by which buyers see a draft order, accept and pay it. Who holds one can order: only who may share orders is told it. */
export function addDraftOrderLinkRoutes(app: FastifyInstance, draftOrders: DraftOrders, onceOf: OnceOf): void {
  const { found, shown } = draftOrderReach(draftOrders);

  app.post<DraftOrderRequest & { Body: SendDraftOrderBody }>(
    '/draft-orders/:draftOrderId/send',
    {
      config: { permission: 'draft_orders.edit', further: [...WHOLE_DRAFT_ORDERS, 'orders.share'] },
      schema: {
        operationId: 'sendDraftOrder',
        tags: TAGS,
        summary: 'Make a link by which its buyer accepts and pays it, and mail it on request',
        description: `Its token and address are told to who has orders.share; without that it can be mailed alone. ${TOLD_AGAIN}`,
        params: DraftOrderParams,
        headers: LINK_HEADERS,
        body: ref(SendDraftOrderBody),
        response: answers(201, 'The link. Its token is not shown again.', 'SentDraftOrder', [
          '404',
          '409',
          '412',
          '415',
        ]),
      },
    },
    async (request, reply) => {
      const caller = requireWholeDraftOrders(request);
      const { mail = false, days = USUAL_DAYS } = request.body;
      if (!mail) requirePermission(caller, 'orders.share');
      const { draftOrderId } = await found(request);
      const once = onceOf(request, reply);
      const sent = notDone(
        request,
        await draftOrders.send(caller.account, draftOrderId, { mail, days }, actingOf(request), once),
      );
      void reply.code(201).header('cache-control', 'no-store');
      const { linkId, mailId, expiresAt, token, url } = sent.link;
      const told = permits(caller.permissions, 'orders.share') ? { token, url } : { token: null, url: null };
      return { draftOrder: await shown(request, reply, sent.draft), link: { linkId, mailId, expiresAt, ...told } };
    },
  );

  app.get<DraftOrderRequest>(
    '/draft-orders/:draftOrderId/links',
    {
      config: { permission: 'orders.share' },
      schema: {
        operationId: 'listDraftOrderLinks',
        tags: TAGS,
        summary: 'The links that open this draft order now, or the order that came of it; newest first',
        params: DraftOrderParams,
        response: answers(200, 'At most 50, without their tokens.', 'DraftOrderLinks', ['404']),
      },
    },
    async (request) => {
      const { account } = callerOf(request);
      const { draftOrderId } = await found(request);
      return { links: await draftOrders.links(account, draftOrderId) };
    },
  );

  app.delete<{ Params: { draftOrderId: string; linkId: string } }>(
    '/draft-orders/:draftOrderId/links/:linkId',
    {
      config: { permission: 'orders.share' },
      schema: {
        operationId: 'revokeDraftOrderLink',
        tags: TAGS,
        summary: 'Revoke a link: from now on it opens nothing, and nothing brings it back',
        params: LinkParams,
        response: noContent(['404']),
      },
    },
    async (request, reply) => {
      const { account } = callerOf(request);
      const { draftOrderId } = await found(request);
      const revoked = await draftOrders.revokeLink(account, draftOrderId, request.params.linkId);
      return revoked ? reply.code(204).send() : sendProblem(reply, 'guest_link_invalid');
    },
  );
}
