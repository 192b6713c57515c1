import type { Consignment } from '@docket/core/consignment/consignment';
import type { Order } from '@docket/core/order/order';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sightOf } from '../../access/sight.js';
import { consignmentLabel, consignmentPickList, consignmentSlip } from '../../papers/consignment-papers.js';
import { languageOf, type PaperLanguage } from '../../papers/paper-words.js';
import { callerOf, requirePermission } from '../auth.js';
import type { ConsignmentAccess } from '../consignment-access.js';
import { sendProblem } from '../problem.js';
import { textAnswers } from './answers.js';
import { language, sendPdf } from './paper-routes.js';
import { withoutPersonal } from './redacted.js';
import { ConsignmentParams } from './schemas/consignments.js';
import { closed } from './schemas/fields.js';

interface PaperRequest {
  Params: { consignmentId: string };
  Querystring: { language?: PaperLanguage };
}

type Draw = (
  consignment: Consignment,
  orders: readonly Order[],
  how: { readonly language: PaperLanguage; readonly at: string },
) => Promise<Buffer>;

/** Papers of everything that travels together, as PDF: one of each for all orders. */
export function addConsignmentPaperRoutes(
  app: FastifyInstance,
  { consignments, now }: { readonly consignments: ConsignmentAccess; readonly now: () => string },
): void {
  const options = (operationId: string, summary: string, description: string) => ({
    operationId,
    tags: ['papers'],
    summary,
    description,
    params: ConsignmentParams,
    querystring: closed({ language }),
    response: textAnswers('A PDF file.', 'application/pdf', ['404']),
  });

  app.get<PaperRequest>(
    '/consignments/:consignmentId/pick-list.pdf',
    {
      config: { permission: 'orders.ship' },
      exposeHeadRoute: false,
      schema: options(
        'getConsignmentPickList',
        'What is to be picked for a consignment, by place',
        'Pieces of its shipments that have not left, over all its orders.',
      ),
    },
    async (request, reply) => paperOf(request, reply, 'pick-list', consignmentPickList),
  );

  app.get<PaperRequest>(
    '/consignments/:consignmentId/packing-slip.pdf',
    {
      config: { permission: 'orders.ship', further: ['personal.view'] },
      exposeHeadRoute: false,
      schema: options(
        'getConsignmentPackingSlip',
        'One packing slip for a consignment, order by order',
        'It has no prices. Without personal.view it has no address.',
      ),
    },
    async (request, reply) => paperOf(request, reply, 'packing-slip', consignmentSlip),
  );

  app.get<PaperRequest>(
    '/consignments/:consignmentId/label.pdf',
    {
      config: { permission: 'orders.ship', further: ['personal.view'] },
      exposeHeadRoute: false,
      schema: options(
        'getConsignmentLabel',
        'One address label for a consignment, 100 × 150 mm',
        'The barcode (Code 128) is that of its tracking number, else of its own number. Needs personal.view.',
      ),
    },
    async (request, reply) => {
      requirePermission(callerOf(request), 'personal.view');
      return paperOf(request, reply, 'label', consignmentLabel);
    },
  );

  async function paperOf(
    request: FastifyRequest<PaperRequest>,
    reply: FastifyReply,
    name: string,
    draw: Draw,
  ): Promise<FastifyReply> {
    const caller = callerOf(request);
    const shown = await consignments.load(caller, request.params.consignmentId);
    if (shown === null) return sendProblem(reply, 'consignment_not_found');
    const orders = sightOf(caller).personal ? shown.orders : shown.orders.map(withoutPersonal);
    const spoken = request.query.language ?? languageOf(shown.orders[0]?.head.buyer?.locale);
    return sendPdf(reply, name, await draw(shown.consignment, orders, { language: spoken, at: now() }));
  }
}
