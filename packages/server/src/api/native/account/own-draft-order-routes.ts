import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { DraftOrderVisitor } from '../../../draft-orders/draft-order-links.js';
import type { DraftOrderVisits } from '../../../draft-orders/visit-draft-order.js';
import { RequestProblem } from '../../problem.js';
import { visitorOf } from '../../shopper-auth.js';
import { answers } from '../answers.js';
import { notDone } from '../draft-order-request.js';
import { AcceptDraftOrderBody, LookAtDraftOrderBody } from '../schemas/own-draft-orders.js';
import { closed, queryText, ref } from '../schemas/fields.js';
import { ownDraftOrderView } from './own-draft-order-view.js';

const PATH = '/draft-order/:token';
const Params = closed({ token: queryText(200, 'Of the link.') });
const [config, tags] = [{ permission: 'draft_guest' as const }, ['draft orders']];

/** What the holder of a link does with a draft order: looks at it, says what is missing, accepts it. */
export function addOwnDraftOrderRoutes(app: FastifyInstance, visits: DraftOrderVisits): void {
  const look = async (request: FastifyRequest, part: LookAtDraftOrderBody): Promise<object> => {
    const seen = await visits.look(draftVisitorOf(request), part);
    if (seen === null) throw new RequestProblem('guest_link_invalid');
    return ownDraftOrderView(seen);
  };

  app.get(
    PATH,
    {
      config,
      schema: {
        operationId: 'getOwnDraftOrder',
        tags,
        summary: 'What the shop put together, as it is now',
        params: Params,
        response: answers(200, 'The draft order.', 'OwnDraftOrder', ['404']),
      },
    },
    async (request) => look(request, {}),
  );

  app.post<{ Body: LookAtDraftOrderBody }>(
    `${PATH}/look`,
    {
      config,
      schema: {
        operationId: 'lookAtDraftOrder',
        tags,
        summary: 'What it would come to with what its buyer adds; nothing is kept',
        params: Params,
        body: ref(LookAtDraftOrderBody),
        response: answers(200, 'The draft order.', 'OwnDraftOrder', ['404', '413', '415']),
      },
    },
    async (request) => look(request, request.body),
  );

  app.post<{ Body: AcceptDraftOrderBody }>(
    `${PATH}/acceptance`,
    {
      config,
      schema: {
        operationId: 'acceptDraftOrder',
        tags,
        summary: 'Accept it: from now on it is ordered',
        description:
          'Names the revision and the total that the buyer saw; refused with `draft_order_outdated` where either is another by now. Accepting again answers the same order. From then on the token opens the order (/api/v1/account/guest/{token}), and the page of the provider where there is one.',
        params: Params,
        body: ref(AcceptDraftOrderBody),
        response: answers(200, 'The order.', 'PlacedDraftOrder', ['404', '409', '413', '415']),
      },
    },
    async (request) => {
      const visitor = draftVisitorOf(request);
      const { revision, total, ...part } = request.body;
      const accepted = { revision, total, part: part as Parameters<DraftOrderVisits['look']>[1] };
      const placed = notDone(request, await visits.accept(visitor, accepted));
      return { draftOrderId: visitor.draftOrderId, ...placed };
    },
  );
}

function draftVisitorOf(request: FastifyRequest): DraftOrderVisitor {
  const visitor = visitorOf(request);
  if (!('draftOrderId' in visitor)) throw new Error('a route of draft orders was open to other visitors');
  return visitor as DraftOrderVisitor;
}
