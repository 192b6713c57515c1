import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type TObject, Type } from 'typebox';
import { idempotencyOf } from '../../idempotency.js';
import { etagOf } from '../../preconditions.js';
import { sendRefusal } from '../../problem.js';
import type { ShopperConsents } from '../../shopper-consents.js';
import { visitorOf } from '../../shopper-auth.js';
import { answers, KEYED_HEADERS } from '../answers.js';
import { closed, id, ref } from '../schemas/fields.js';
import { AgreeToEditBody, DeclineEditBody } from '../schemas/own-edits.js';
import { ownEditSummary, ownEditView } from './own-edit-view.js';
import { GUEST_ORDER, type OwnOrderAddress, SHOPPER_ORDER } from './own-order-address.js';
import { ownOrderView } from './own-order-view.js';

/** Changes that the shop asks a buyer about: what would change, and their answer. */
export function addOwnEditRoutes(app: FastifyInstance, consents: ShopperConsents): void {
  for (const address of [SHOPPER_ORDER, GUEST_ORDER]) {
    addReads(app, consents, address);
    addAnswers(app, consents, address);
  }
}

const oneEdit = ({ properties }: TObject): TObject => closed({ ...properties, draftId: id() });
const draftIdOf = ({ params }: FastifyRequest): string => (params as { draftId: string }).draftId;
const tags = ['shopper'];

function addReads(
  app: FastifyInstance,
  consents: ShopperConsents,
  { path, permission, who, params, orderOf }: OwnOrderAddress,
): void {
  app.get(
    `${path}/edits`,
    {
      config: { permission },
      schema: {
        operationId: `list${who}Edits`,
        tags,
        summary: 'Changes of the order that the shop asked about, the newest first',
        params,
        response: answers(200, 'At most 20.', 'OwnEdits', ['404']),
      },
    },
    async (request) => ({
      edits: (await consents.list(visitorOf(request), orderOf(request))).map(ownEditSummary),
    }),
  );

  app.get(
    `${path}/edits/:draftId`,
    {
      config: { permission },
      schema: {
        operationId: `get${who}Edit`,
        tags,
        summary: 'One of them, with the order before and after it',
        params: oneEdit(params),
        response: answers(200, 'The change.', 'OwnEdit', ['404']),
      },
    },
    async (request) => ownEditView(await consents.look(visitorOf(request), orderOf(request), draftIdOf(request))),
  );
}

function addAnswers(
  app: FastifyInstance,
  consents: ShopperConsents,
  { path, permission, who, params, orderOf }: OwnOrderAddress,
): void {
  app.post<{ Body: AgreeToEditBody }>(
    `${path}/edits/:draftId/agree`,
    {
      config: { permission },
      schema: {
        operationId: `agreeTo${who}Edit`,
        tags,
        summary: 'Agree: the order is changed',
        description: 'Agreeing again answers the same.',
        params: oneEdit(params),
        headers: KEYED_HEADERS,
        body: ref(AgreeToEditBody),
        response: answers(200, 'The order after it.', 'OwnOrder', ['404', '409', '413', '415']),
      },
    },
    async (request, reply) => {
      const visitor = visitorOf(request);
      const idempotency = idempotencyOf(request, visitor.actor.id);
      const outcome = await consents.agree(visitor, orderOf(request), draftIdOf(request), {
        ...request.body,
        ...(idempotency === undefined ? {} : { idempotency }),
      });
      if (!outcome.accepted) {
        // Its details are for the house.
        const { details: _details, pointer: _pointer, ...refusal } = outcome.refusal;
        return sendRefusal(reply, refusal, false);
      }
      void reply.header('etag', etagOf(outcome.order.head.version));
      if (outcome.replayed) void reply.header('idempotency-replayed', 'true');
      return ownOrderView(outcome.order);
    },
  );

  app.post<{ Body: DeclineEditBody }>(
    `${path}/edits/:draftId/decline`,
    {
      config: { permission },
      schema: {
        operationId: `decline${who}Edit`,
        tags,
        summary: 'Decline: nothing changes',
        description: 'Declining again answers the same.',
        params: oneEdit(params),
        headers: Type.Pick(KEYED_HEADERS, ['idempotency-key']),
        body: ref(DeclineEditBody),
        response: answers(200, 'The change.', 'OwnEdit', ['404', '409', '413', '415']),
      },
    },
    async (request) => {
      return ownEditView(
        await consents.decline(visitorOf(request), orderOf(request), draftIdOf(request), request.body),
      );
    },
  );
}
