import { isFieldName } from '@docket/core/custom-fields/field-schema';
import { DOCUMENT_KINDS } from '@docket/core/order/document-kinds';
import type { FastifyInstance } from 'fastify';
import { sightOf } from '../../access/sight.js';
import type { DocumentQuery } from '../../read-models/document-list-query.js';
import { callerOf } from '../auth.js';
import type { OrderAccess } from '../order-access.js';
import { RequestProblem } from '../problem.js';
import { answers } from './answers.js';
import { marks, paged } from './page-marks.js';
import { withoutNumbers } from './redacted.js';
import { DocumentQueryParameters } from './schemas/documents.js';

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

const BUILT_IN_KINDS = {
  items: Object.values(DOCUMENT_KINDS)
    .filter(({ kind }) => kind !== 'custom')
    .map(({ kind, states }) => ({ kind, states: Object.keys(states) })),
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
      const sight = sightOf(caller);
      const { kind, status, store, q, field, after = null, limit = 100, ...others } = request.query;
      const [createdAt, orderId, documentId] = marks(after, 3);
      const rows = await orders.documents(caller, {
        kind,
        ...others,
        ...(status === undefined ? {} : { statuses: status }),
        ...(store === undefined ? {} : { stores: store }),
        ...(q === undefined ? {} : { text: q }),
        ...(field === undefined ? {} : { values: field.map(valueOf) }),
        after:
          createdAt === undefined || orderId === undefined || documentId === undefined
            ? null
            : placeOf({ createdAt, orderId, documentId }),
        limit: limit + 1,
      });
      const page = paged(rows, limit, (row) => [row.createdAt, row.orderId, row.documentId]);
      return {
        ...page,
        items: page.items.map(({ documentId: id, buyerName, amount, plain, ...row }) => ({
          id,
          ...row,
          buyerName: sight.personal ? buyerName : null,
          amount: sight.prices ? amount : null,
          custom: sight.prices ? (plain ?? {}) : withoutNumbers(plain ?? {}),
        })),
      };
    },
  );
}

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
