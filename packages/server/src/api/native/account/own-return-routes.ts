import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type TObject, Type } from 'typebox';
import type { Outcome } from '../../../execute.js';
import type { ReturnSettings } from '../../../returns/return-settings.js';
import { idempotencyOf } from '../../idempotency.js';
import { etagOf, expectedVersionOf } from '../../preconditions.js';
import { sendProblem, sendRefusal } from '../../problem.js';
import type { ReturnWish, ShopperAccess } from '../../shopper-access.js';
import { visitorOf } from '../../shopper-auth.js';
import { answers, WRITE_HEADERS } from '../answers.js';
import { returnableView } from '../return-view.js';
import { closed, id, ref } from '../schemas/fields.js';
import { AskForReturnBody } from '../schemas/own-returns.js';
import { GUEST_ORDER, type OwnOrderAddress, SHOPPER_ORDER } from './own-order-address.js';
import { ownReturnView } from './own-return-view.js';

export interface OwnReturnDependencies {
  readonly orders: ShopperAccess;
  readonly returns: ReturnSettings;
  readonly now: () => string;
}

/** What a shopper, or the holder of a link to one order, may return of it, and what became of it. */
export function addOwnReturnRoutes(app: FastifyInstance, dependencies: OwnReturnDependencies): void {
  for (const address of [SHOPPER_ORDER, GUEST_ORDER]) {
    addReads(app, dependencies, address);
    addWrites(app, dependencies, address);
  }
}

const oneReturn = ({ properties }: TObject): TObject => closed({ ...properties, returnId: id() });
const returnIdOf = ({ params }: FastifyRequest): string => (params as { returnId: string }).returnId;

function addReads(
  app: FastifyInstance,
  { orders, returns, now }: OwnReturnDependencies,
  { path, permission, who, params, orderOf }: OwnOrderAddress,
): void {
  const [config, tags] = [{ permission }, ['shopper']];
  const load = (request: FastifyRequest) => orders.load(visitorOf(request), orderOf(request));

  app.get(
    `${path}/returnable`,
    {
      config,
      schema: {
        operationId: `get${who}Returnable`,
        tags,
        summary: 'What of the order may come back, until when, and if not, why',
        params,
        response: answers(200, 'Line by line, with the reasons to choose from.', 'Returnable', ['404']),
      },
    },
    async (request, reply) => {
      const order = await load(request);
      if (order === null) return sendProblem(reply, 'order_not_found');
      const settings = await returns.of(visitorOf(request).account);
      const reasons = settings.reasons.filter(({ use }) => use === 'request');
      return returnableView(order, { ...settings, reasons }, now());
    },
  );

  app.get(
    `${path}/returns`,
    {
      config,
      schema: {
        operationId: `list${who}Returns`,
        tags,
        summary: 'The returns of the order, in the order in which they were asked for',
        params,
        response: answers(200, 'At most 200.', 'OwnReturns', ['404']),
      },
    },
    async (request, reply) => {
      const order = await load(request);
      if (order === null) return sendProblem(reply, 'order_not_found');
      return { returns: Object.values(order.documents.return).map(ownReturnView) };
    },
  );

  app.get(
    `${path}/returns/:returnId`,
    {
      config,
      schema: {
        operationId: `get${who}Return`,
        tags,
        summary: 'One of them',
        params: oneReturn(params),
        response: answers(200, 'The return.', 'OwnReturn', ['404']),
      },
    },
    async (request, reply) => {
      const order = await load(request);
      if (order === null) return sendProblem(reply, 'order_not_found');
      const returnId = returnIdOf(request);
      const { return: all } = order.documents;
      const returned = Object.hasOwn(all, returnId) ? all[returnId] : undefined;
      return returned === undefined ? sendProblem(reply, 'return_not_found') : ownReturnView(returned);
    },
  );
}

function addWrites(
  app: FastifyInstance,
  { orders }: OwnReturnDependencies,
  { path, permission, who, params, orderOf }: OwnOrderAddress,
): void {
  const [config, tags] = [{ permission }, ['shopper']];
  const headers = Type.Pick(WRITE_HEADERS, ['idempotency-key', 'if-match']);
  const response = answers(200, 'The return after it.', 'OwnReturn', ['404', '409', '412', '413', '415']);

  app.post<{ Body: ReturnWish }>(
    `${path}/returns`,
    {
      config,
      schema: {
        operationId: `request${who}Return`,
        tags,
        summary: 'Ask to send something back',
        params,
        headers,
        body: ref(AskForReturnBody),
        response,
      },
    },
    async (request, reply) => {
      const outcome = await orders.requestReturn(
        visitorOf(request),
        orderOf(request),
        request.body,
        conditionsOf(request),
      );
      return answered(request, reply, outcome, null);
    },
  );

  app.post(
    `${path}/returns/:returnId/withdraw`,
    {
      config,
      schema: {
        operationId: `withdraw${who}Return`,
        tags,
        summary: 'Take the request back, as long as nothing came',
        params: oneReturn(params),
        headers,
        response,
      },
    },
    async (request, reply) => {
      const returnId = returnIdOf(request);
      const outcome = await orders.withdrawReturn(
        visitorOf(request),
        orderOf(request),
        returnId,
        conditionsOf(request),
      );
      return answered(request, reply, outcome, returnId);
    },
  );
}

function conditionsOf(request: FastifyRequest): Parameters<ShopperAccess['withdrawReturn']>[3] {
  const idempotency = idempotencyOf(request, visitorOf(request).actor.id);
  const expectedVersion = expectedVersionOf(request);
  return {
    ...(idempotency === undefined ? {} : { idempotency }),
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
  };
}

/** Refusals whose details a buyer may read: how many pieces, and until when. The others are for the house. */
const TOLD: ReadonlySet<string> = new Set(['return_quantity_unavailable', 'outside_return_window']);

/** @param returnId null: the one that the command made */
function answered(
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: Outcome,
  returnId: string | null,
): object | FastifyReply {
  if (!outcome.accepted) {
    const { details, ...refusal } = outcome.refusal;
    const told = details !== undefined && TOLD.has(refusal.refused) ? { ...refusal, details } : refusal;
    return sendRefusal(reply, told, expectedVersionOf(request) !== undefined);
  }
  void reply.header('etag', etagOf(outcome.order.head.version));
  if (outcome.replayed) void reply.header('idempotency-replayed', 'true');
  const { return: all } = outcome.order.documents;
  const made = outcome.events.flatMap(({ type, data }) => (type === 'return_requested' ? [data.returnId] : []));
  const returned = all[returnId ?? made[0] ?? ''];
  if (returned === undefined) throw new Error('a return was changed that the order does not have');
  return ownReturnView(returned);
}
