import { Readable } from 'node:stream';
import { orderFields } from '@docket/core/order/custom-field-changes';
import type { Carried } from '@docket/core/order/order';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { requirePermission } from '../auth.js';
import { callerOf } from '../auth.js';
import type { OrderPage } from '../../read-models/order-list-queries.js';
import { isListProblem } from '../../read-models/order-list-query.js';
import { sightOf } from '../../access/sight.js';
import type { OrderAccess } from '../order-access.js';
import { textAnswers } from './answers.js';
import { listProblem, listQuery } from './list-parameters.js';
import { rowView } from './list-route.js';
import { csvHeader, csvLine } from './order-csv.js';
import { withoutNumbers } from './redacted.js';
import type { SavedQueries } from './saved-queries.js';
import { closed, id, oneOf } from './schemas/fields.js';
import { OrderViewQuery } from './schemas/order-list.js';

const ExportParameters = closed({
  ...OrderViewQuery.properties,
  view: Type.Optional(id('A saved view, whose filters and sort hold beside those of the request.')),
  format: Type.Optional(oneOf(['csv', 'jsonl'], 'csv where absent; jsonl has an `OrderRow` a line, with `custom`.')),
});
type ExportParameters = Static<typeof ExportParameters>;

const TYPES = { csv: 'text/csv; charset=utf-8; header=present', jsonl: 'application/jsonl' } as const;

/** The most that a page of the list holds: one of them is in memory at a time. */
const PAGE = 100;

/**
 * All orders that filters find, as a file. It is read page by page as fast as it is taken, so it takes the memory of one page
 * however long it is. An order that changes its place in the sort meanwhile may stand in it twice or not at all.
 */
export function addExportRoute(
  app: FastifyInstance,
  { orders, saved, now }: { readonly orders: OrderAccess; readonly saved: SavedQueries; readonly now: () => string },
): void {
  app.get<{ Querystring: ExportParameters }>(
    '/orders/export',
    {
      config: { permission: 'orders.export', further: ['orders.view'] },
      // It would be read to its end and thrown away.
      exposeHeadRoute: false,
      schema: {
        operationId: 'exportOrders',
        tags: ['orders'],
        summary: 'Export orders as CSV or JSON Lines',
        description:
          'The rows of the list, with the fields of each order, as JSON in the last column. What a key may not see is empty. Cells that a spreadsheet would take for a formula begin with an apostrophe. An export that fails on its way breaks the connection off.',
        querystring: ExportParameters,
        response: textAnswers('The orders.', 'text/csv', ['404', '409']),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      requirePermission(caller, 'orders.view');
      const { view, format = 'csv', ...asked } = request.query;
      const query = listQuery(view === undefined ? asked : { ...(await saved.queryOf(caller, view)), ...asked }, now);
      const sight = sightOf(caller);
      const write = format === 'csv' ? csvLine : (row: object): string => `${JSON.stringify(row)}\n`;
      const page = async (cursor: string | null): Promise<OrderPage> => {
        const found = await orders.list(caller, { ...query, limit: PAGE, ...(cursor === null ? {} : { cursor }) });
        if (isListProblem(found)) throw listProblem(found);
        return found;
      };
      // Before the first byte: a problem is still an answer of its own.
      const first = await page(null);
      void reply.header('content-type', TYPES[format]);
      void reply.header('content-disposition', `attachment; filename="orders-${now().slice(0, 10)}.${format}"`);
      return reply.send(Readable.from(texts(first), { objectMode: false, highWaterMark: 65_536 }));

      async function written(found: OrderPage): Promise<string> {
        const carried = await orders.carriedOf(caller, found);
        return found.orders
          .map((row) => write({ ...rowView(row, sight), custom: fields(carried.get(row.order_id)) }))
          .join('');
      }

      function fields(carried: Carried | undefined): object {
        const all = carried === undefined ? {} : orderFields(carried);
        return sight.prices ? all : (withoutNumbers(all) as object);
      }

      async function* texts(begin: OrderPage): AsyncGenerator<string> {
        if (format === 'csv') yield csvHeader();
        for (let next: OrderPage = begin; ; next = await page(next.next)) {
          if (next.orders.length > 0) yield await written(next);
          if (next.next === null) return;
        }
      }
    },
  );
}
