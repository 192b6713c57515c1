import type { Order } from '@docket/core/order/order';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { sightOf } from '../../access/sight.js';
import { subjectOf } from '../../papers/destination.js';
import { packingSlip } from '../../papers/packing-slip.js';
import { languageOf, PAPER_LANGUAGES, type PaperLanguage } from '../../papers/paper-words.js';
import { pickList } from '../../papers/pick-list.js';
import { shippingLabel } from '../../papers/shipping-label.js';
import { callerOf, requirePermission } from '../auth.js';
import type { OrderAccess } from '../order-access.js';
import { RequestProblem, sendProblem } from '../problem.js';
import { textAnswers } from './answers.js';
import { withoutPersonal } from './redacted.js';
import { closed, id, oneOf, orderId } from './schemas/fields.js';

/** Orders of one pick list, and lines of all of them together: some hundred pages. */
const MOST_ORDERS = 100;
const MOST_LINES = 10_000;

export const language = Type.Optional(oneOf(PAPER_LANGUAGES, 'That of the buyer where absent, else English.'));
const part = {
  packageId: Type.Optional(id('Of this package alone.')),
  shipmentId: Type.Optional(id('Of this shipment alone.')),
  language,
};
const OrderParams = closed({ orderId: orderId() });
const ofParcel = 'Of a package or a shipment, or of the whole order where neither is named.';

interface PaperRequest {
  Params: { orderId: string };
  Querystring: { packageId?: string; shipmentId?: string; language?: PaperLanguage };
}

/** Papers that go with the goods, as PDF. They are drawn when asked for, and kept nowhere. */
export function addPaperRoutes(
  app: FastifyInstance,
  { orders, now }: { readonly orders: OrderAccess; readonly now: () => string },
): void {
  const options = (operationId: string, summary: string, description: string) => ({
    operationId,
    tags: ['papers'],
    summary,
    description,
    params: OrderParams,
    querystring: closed(part),
    response: textAnswers('A PDF file.', 'application/pdf', ['404']),
  });

  app.get<PaperRequest>(
    '/orders/:orderId/packing-slip.pdf',
    {
      config: { permission: 'orders.ship', further: ['personal.view'] },
      exposeHeadRoute: false,
      schema: options(
        'getPackingSlip',
        'The packing slip of a package, a shipment or an order',
        `${ofParcel} It has no prices. Without personal.view it has no address.`,
      ),
    },
    async (request, reply) =>
      paperOf(request, reply, 'packing-slip', (order, subject, how) => packingSlip(order, subject, how)),
  );

  app.get<PaperRequest>(
    '/orders/:orderId/label.pdf',
    {
      config: { permission: 'orders.ship', further: ['personal.view'] },
      exposeHeadRoute: false,
      schema: options(
        'getShippingLabel',
        'An address label with a barcode, 100 × 150 mm',
        `${ofParcel} The barcode (Code 128) is that of the package, its tracking number, else the number of shipment or order. Needs personal.view.`,
      ),
    },
    async (request, reply) => {
      requirePermission(callerOf(request), 'personal.view');
      return paperOf(request, reply, 'label', (order, subject, how) => shippingLabel(order, subject, how));
    },
  );

  app.get<{ Querystring: { orderId: string[]; shipmentId?: string; language?: PaperLanguage } }>(
    '/pick-list.pdf',
    {
      config: { permission: 'orders.ship' },
      exposeHeadRoute: false,
      schema: {
        operationId: 'getPickList',
        tags: ['papers'],
        summary: 'What is to be picked of one order or of many, by place',
        description: `Pieces that are neither sent nor given up, sorted by place and SKU. At most ${MOST_ORDERS} orders with ${MOST_LINES} lines together; orders that are not there are left out.`,
        querystring: closed({
          orderId: Type.Array(orderId(), {
            minItems: 1,
            maxItems: MOST_ORDERS,
            description: 'Repeat it for more than one.',
          }),
          shipmentId: Type.Optional(id('Of this shipment of the one order alone.')),
          language,
        }),
        response: textAnswers('A PDF file.', 'application/pdf', ['404']),
      },
    },
    async (request, reply) => {
      const { orderId: ids, shipmentId, language: asked } = request.query;
      const found = await orders.loadMany(callerOf(request), [...new Set(ids)]);
      const [first] = found;
      if (first === undefined) return sendProblem(reply, 'order_not_found');
      if (found.reduce((sum, { lines }) => sum + lines.length, 0) > MOST_LINES)
        throw new RequestProblem('too_many', { in: 'query', pointer: '/orderId' });
      const file = await pickList(found, {
        language: asked ?? 'en',
        at: now(),
        ...(shipmentId === undefined ? {} : { isMeant: (_order: Order, id: string) => id === shipmentId }),
      });
      return sendPdf(reply, 'pick-list', file);
    },
  );

  async function paperOf(
    request: FastifyRequest<PaperRequest>,
    reply: FastifyReply,
    name: string,
    draw: (
      order: Order,
      subject: NonNullable<ReturnType<typeof subjectOf>>,
      how: { readonly language: PaperLanguage; readonly at: string },
    ) => Promise<Buffer>,
  ): Promise<FastifyReply> {
    const caller = callerOf(request);
    const loaded = await orders.load(caller, request.params.orderId);
    if (loaded === null) return sendProblem(reply, 'order_not_found');
    const order = sightOf(caller).personal ? loaded : withoutPersonal(loaded);
    const subject = subjectOf(order, request.query);
    if (subject === null)
      return sendProblem(reply, request.query.packageId === undefined ? 'shipment_not_found' : 'package_not_found');
    const language = request.query.language ?? languageOf(order.head.buyer?.locale);
    return sendPdf(reply, name, await draw(order, subject, { language, at: now() }));
  }
}

export const sendPdf = (reply: FastifyReply, name: string, file: Buffer): FastifyReply =>
  reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', `inline; filename="${name}.pdf"`)
    .header('cache-control', 'no-store')
    .send(file);
