import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { sightOf } from '../../access/sight.js';
import { callerOf } from '../auth.js';
import { sendProblem } from '../problem.js';
import { textAnswers } from './answers.js';
import { type ChangedBy, changeLines, changesHeader } from './changes-csv.js';
import { eventsView } from './event-view.js';
import type { HistoryRouteDependencies } from './history-routes.js';
import { documentIn, OF_DOCUMENT } from './of-document.js';
import { closed, orderId } from './schemas/fields.js';

/** Events of which the changes are in memory at a time. */
const PAGE = 50;

/** Every field that ever changed in an order and its documents, as a file: read page by page, as fast as it is taken. */
export function addChangeLogRoute(
  app: FastifyInstance,
  { orders, history }: Pick<HistoryRouteDependencies, 'orders' | 'history'>,
): void {
  app.get<{ Params: { orderId: string }; Querystring: { document?: string } }>(
    '/orders/:orderId/changes',
    {
      config: { permission: 'orders.view', further: ['prices.view', 'personal.view'] },
      exposeHeadRoute: false,
      schema: {
        operationId: 'exportOrderChanges',
        tags: ['history'],
        summary: 'The change log of an order as CSV: every field with its old and new value',
        description:
          'Oldest first, one line a field, of the order and all its documents; an event that changed none has one line. Amounts are decimals of the currency, unit prices millionths. What a key may not see is empty. Cells that a spreadsheet would take for a formula begin with an apostrophe.',
        params: closed({ orderId: orderId() }),
        querystring: closed({ document: OF_DOCUMENT }),
        response: textAnswers('The change log.', 'text/csv', ['404']),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const order = await orders.load(caller, request.params.orderId);
      if (order === null) return sendProblem(reply, 'order_not_found');
      const sight = sightOf(caller);
      const { document: asked } = request.query;
      const document = asked === undefined ? undefined : documentIn(order, asked);
      void reply.header('content-type', 'text/csv; charset=utf-8; header=present');
      const name = `order-${order.head.orderId.replaceAll(':', '_')}-changes.csv`;
      void reply.header('content-disposition', `attachment; filename="${name}"`);
      return reply.send(Readable.from(lines(), { objectMode: false, highWaterMark: 65_536 }));

      async function* lines(): AsyncGenerator<string> {
        yield changesHeader();
        if (order === null) return;
        for (let from: number | null = 1; from !== null;) {
          const { events, next } = await history.page(order, {
            from,
            limit: PAGE,
            ...(document === undefined ? {} : { document }),
          });
          const told = eventsView(events, sight, document) as readonly ChangedBy[];
          if (told.length > 0) yield told.map((event) => changeLines(event, order.head.currency)).join('');
          from = next;
        }
      }
    },
  );
}
