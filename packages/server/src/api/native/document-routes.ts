import { Readable } from 'node:stream';
import { isFieldName } from '@docket/core/custom-fields/field-schema';
import { DOCUMENT_KINDS } from '@docket/core/order/document-kinds';
import type { FastifyInstance } from 'fastify';
import { type Sight, sightOf } from '../../access/sight.js';
import type { DocumentQuery, ListedDocument } from '../../read-models/document-list-query.js';
import { callerOf, requirePermission } from '../auth.js';
import type { OrderAccess } from '../order-access.js';
import { RequestProblem } from '../problem.js';
import { answers, textAnswers } from './answers.js';
import { documentLine, documentsHeader } from './documents-csv.js';
import { partsOfDocuments } from './exported-parts.js';
import { marks, paged } from './page-marks.js';
import { withoutNumbers } from './redacted.js';
import { DocumentExportParameters, DocumentQueryParameters } from './schemas/documents.js';

interface Asked {
  readonly kind: string;
  readonly status?: readonly string[];
  readonly store?: readonly string[];
  readonly createdFrom?: string;
  readonly createdTo?: string;
  readonly amountFrom?: number;
  readonly amountTo?: number;
  readonly currency?: string;
  readonly orderId?: string;
  readonly q?: string;
  readonly field?: readonly string[];
  readonly after?: string;
  readonly limit?: number;
}

/** `{ decide: ['requested'], … }`, in the order of the life of a document. */
const statesByWork = (work: Readonly<Record<string, string>>) =>
  [...new Set(Object.values(work))].map((name) => ({
    work: name,
    states: Object.keys(work).filter((state) => work[state] === name),
  }));

const BUILT_IN_KINDS = {
  items: Object.values(DOCUMENT_KINDS)
    .filter(({ kind }) => kind !== 'custom')
    .map(({ kind, states, work = {} }) => ({ kind, states: Object.keys(states), work: statesByWork(work) })),
};

/** The documents of one kind over all orders: payments, invoices, packages, return invoices, and what the account made. */
export function addDocumentRoutes(app: FastifyInstance, orders: OrderAccess): void {
  app.get(
    '/document-kinds',
    {
      config: { permission: 'orders.view' },
      schema: {
        operationId: 'listDocumentKinds',
        tags: ['documents'],
        summary: 'The built-in kinds of document, with the states of each in the order of its life',
        response: answers(200, 'All of them; types of the account are `listDocumentType`.', 'DocumentKinds', []),
      },
    },
    () => BUILT_IN_KINDS,
  );

  app.get<{ Querystring: Asked }>(
    '/documents',
    {
      config: { permission: 'orders.view', further: ['prices.view', 'personal.view'] },
      schema: {
        operationId: 'listDocuments',
        tags: ['documents'],
        summary: 'Find documents of one kind over all orders, newest first',
        querystring: DocumentQueryParameters,
        response: answers(200, 'A page.', 'DocumentPage', []),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { limit = 100, ...asked } = request.query;
      const rows = await orders.documents(caller, queryOf(asked, limit + 1));
      const page = paged(rows, limit, (row) => [row.createdAt, row.orderId, row.documentId]);
      return { ...page, items: page.items.map((row) => rowView(row, sightOf(caller))) };
    },
  );

  app.get<{ Querystring: Omit<Asked, 'after' | 'limit'> }>(
    '/documents/export',
    {
      config: { permission: 'orders.export', further: ['orders.view', 'prices.view', 'personal.view'] },
      exposeHeadRoute: false,
      schema: {
        operationId: 'exportDocuments',
        tags: ['documents'],
        summary: 'Export documents of one kind over all orders as CSV, newest first',
        description:
          'The rows of the list, with approval, comment and why a document was cancelled, declined, withdrawn or closed; all fields of the account are JSON in the last column, those of people with personal.view. Amounts are decimals of their currency. What a key may not see is empty. Cells that a spreadsheet would take for a formula begin with an apostrophe. An export that fails on its way breaks the connection off.',
        querystring: DocumentExportParameters,
        response: textAnswers('The documents.', 'text/csv', []),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      requirePermission(caller, 'orders.view');
      const sight = sightOf(caller);
      const page = async (after: DocumentQuery['after']): Promise<readonly ListedDocument[]> =>
        orders.documents(caller, { ...queryOf(request.query, EXPORTED), after });
      // Before the first byte: a problem is still an answer of its own.
      const first = await page(null);
      void reply.header('content-type', 'text/csv; charset=utf-8; header=present');
      void reply.header('content-disposition', `attachment; filename="${encodeURIComponent(request.query.kind)}.csv"`);
      return reply.send(Readable.from(lines(), { objectMode: false, highWaterMark: 65_536 }));

      async function written(rows: readonly ListedDocument[]): Promise<string> {
        const partOf = await partsOfDocuments(orders, caller, rows);
        return rows.map((row) => documentLine({ ...rowView(row, sight), ...partOf(row) })).join('');
      }

      async function* lines(): AsyncGenerator<string> {
        yield documentsHeader();
        for (let rows = first; ;) {
          if (rows.length > 0) yield await written(rows);
          const last = rows.at(-1);
          if (last === undefined || rows.length < EXPORTED) return;
          rows = await page(last);
        }
      }
    },
  );
}

/** Rows of an export that are in memory at a time. */
const EXPORTED = 200;

function queryOf({ status, store, q, field, after, ...others }: Omit<Asked, 'limit'>, limit: number): DocumentQuery {
  const [createdAt, orderId, documentId] = marks(after ?? null, 3);
  return {
    ...others,
    ...(status === undefined ? {} : { statuses: status }),
    ...(store === undefined ? {} : { stores: store }),
    ...(q === undefined ? {} : { text: q }),
    ...(field === undefined ? {} : { values: field.map(valueOf) }),
    after:
      createdAt === undefined || orderId === undefined || documentId === undefined
        ? null
        : placeOf({ createdAt, orderId, documentId }),
    limit,
  };
}

/** A row as its reader may see it. */
const rowView = ({ documentId: id, buyerName, amount, plain, ...row }: ListedDocument, sight: Sight) => ({
  id,
  ...row,
  buyerName: sight.personal ? buyerName : null,
  amount: sight.prices ? amount : null,
  custom: (sight.prices ? plain : (withoutNumbers(plain) as typeof plain)) ?? {},
});

/** Refusal: cursor_invalid. */
function placeOf(place: NonNullable<DocumentQuery['after']>): NonNullable<DocumentQuery['after']> {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(place.createdAt) || Number.isNaN(Date.parse(place.createdAt)))
    throw new RequestProblem('cursor_invalid', { in: 'query', pointer: '/after' });
  return place;
}

/** Refusal: field_invalid. */
function valueOf(text: string): { readonly name: string; readonly value: string } {
  const [name = '', ...rest] = text.split(':');
  if (!isFieldName(name) || rest.length === 0)
    throw new RequestProblem('field_invalid', { in: 'query', pointer: '/field', detail: 'must be name:value' });
  return { name, value: rest.join(':') };
}
