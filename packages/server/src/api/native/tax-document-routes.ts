import type { FastifyInstance } from 'fastify';
import { sightOf } from '../../access/sight.js';
import type { TaxDocumentQuery, TaxDocumentRow, TaxDocumentState } from '../../tax/document-rows.js';
import type { TaxRun } from '../../tax/send-again.js';
import { actorOf, callerOf, wholeCallerOf } from '../auth.js';
import type { OrderAccess } from '../order-access.js';
import { RequestProblem } from '../problem.js';
import { answers } from './answers.js';
import { marks, paged } from './page-marks.js';
import { closed, orderId, ref } from './schemas/fields.js';
import { TaxDocumentListQuery, TaxRunBody } from './schemas/tax-documents.js';

/** What tax services were told, as the routes see it. */
export interface TaxDocuments {
  ofOrder(account: string, orderId: string): Promise<readonly TaxDocumentRow[]>;
  /** The last call and its answer, by code. */
  exchanges(
    account: string,
    orderId: string,
  ): Promise<ReadonlyMap<string, { request: string | null; answer: string | null }>>;
  list(account: string, asked: TaxDocumentQuery): Promise<readonly TaxDocumentRow[]>;
  sendAgain(account: string, orderId: string): Promise<void>;
  startRun(account: string, store: string, by: string): Promise<TaxRun | null>;
  runs(account: string): Promise<readonly TaxRun[]>;
}

const tags = ['taxes'];

/** What tax services were told of orders, and telling it again. */
export function addTaxDocumentRoutes(app: FastifyInstance, orders: OrderAccess, documents: TaxDocuments): void {
  app.get<{ Params: { orderId: string } }>(
    '/orders/:orderId/tax-documents',
    {
      config: { permission: 'orders.view', further: ['prices.view', 'personal.view'] },
      schema: {
        operationId: 'listTaxDocumentsOfOrder',
        tags,
        summary: 'What a tax service was told of an order',
        params: closed({ orderId: orderId() }),
        response: answers(200, 'All of it, with the last call and its answer.', 'TaxDocumentsOfOrder', ['404']),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { orderId: id } = request.params;
      if ((await orders.load(caller, id)) === null) throw new RequestProblem('order_not_found');
      const sight = sightOf(caller);
      // The words of a call hold amounts and addresses alike.
      const seen = sight.personal && sight.prices ? await documents.exchanges(caller.account, id) : null;
      return {
        items: (await documents.ofOrder(caller.account, id)).map((row) => ({
          ...viewOf(row, sight.prices),
          lastRequest: seen?.get(row.code)?.request ?? null,
          lastAnswer: seen?.get(row.code)?.answer ?? null,
        })),
      };
    },
  );

  app.post<{ Params: { orderId: string } }>(
    '/orders/:orderId/tax-documents/send',
    {
      config: { permission: 'orders.invoice' },
      schema: {
        operationId: 'sendTaxDocuments',
        tags,
        summary: 'Tell the tax service of an order again',
        description:
          'All its papers, under the codes that they have: what is there already is not there twice. Happens at once, behind the answer.',
        params: closed({ orderId: orderId() }),
        body: closed({}),
        response: answers(202, 'It will be told.', 'SentTaxDocuments', ['404', '413', '415']),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { orderId: id } = request.params;
      if ((await orders.load(caller, id)) === null) throw new RequestProblem('order_not_found');
      await documents.sendAgain(caller.account, id);
      return reply.code(202).send({ orderId: id });
    },
  );

  app.get<{ Querystring: { state?: TaxDocumentState[]; store?: string[]; after?: string; limit?: number } }>(
    '/tax-documents',
    {
      config: { permission: 'orders.view', further: ['prices.view'] },
      schema: {
        operationId: 'listTaxDocuments',
        tags,
        summary: 'What tax services were told of all orders, what changed last first',
        description: 'Only for who sees all orders of the account.',
        querystring: TaxDocumentListQuery,
        response: answers(200, 'A page.', 'TaxDocumentPage', []),
      },
    },
    async (request) => {
      const caller = wholeCallerOf(request);
      const { state, store, after = null, limit = 100 } = request.query;
      const rows = await documents.list(caller.account, {
        ...(state === undefined ? {} : { states: state }),
        ...(store === undefined ? {} : { stores: store }),
        after: placeOf(marks(after, 2)),
        limit: limit + 1,
      });
      const page = paged(rows, limit, ({ updatedAt, code }) => [updatedAt, code]);
      return { ...page, items: page.items.map((row) => viewOf(row, sightOf(caller).prices)) };
    },
  );

  app.post<{ Body: { store: string } }>(
    '/tax-runs',
    {
      config: { permission: 'settings.edit' },
      schema: {
        operationId: 'startTaxRun',
        tags,
        summary: 'Tell the tax service of all orders of a store again',
        description:
          'Goes through the orders of the store page by page, and goes on where it was interrupted. Papers keep their codes: what is there already is not there twice.',
        body: ref(TaxRunBody),
        response: answers(202, 'It has begun.', 'TaxRun', ['413', '415']),
      },
    },
    async (request, reply) => {
      const { store } = request.body;
      const run = await documents.startRun(wholeCallerOf(request).account, store, actorOf(request).id);
      if (run === null) throw new RequestProblem('store_unknown', { pointer: '/store', details: { store } });
      return reply.code(202).send(run);
    },
  );

  app.get(
    '/tax-runs',
    {
      config: { permission: 'settings.view' },
      schema: {
        operationId: 'listTaxRuns',
        tags,
        summary: 'How far the last runs are',
        response: answers(200, 'The last twenty, newest first.', 'TaxRuns', []),
      },
    },
    async (request) => ({ items: await documents.runs(wholeCallerOf(request).account) }),
  );
}

const viewOf = ({ charged, tax, ...row }: TaxDocumentRow, prices: boolean): object => ({
  code: row.code,
  orderId: row.orderId,
  store: row.store,
  provider: row.provider,
  service: row.service,
  kind: row.kind,
  paper: row.paper,
  state: row.state,
  currency: row.currency,
  charged: prices ? charged : null,
  tax: prices ? tax : null,
  providerId: row.providerId,
  tries: row.tries,
  error: row.error,
  filedAt: row.filedAt,
  updatedAt: row.updatedAt,
});

/** Refusal: cursor_invalid. */
function placeOf([updatedAt, code]: readonly string[]): TaxDocumentQuery['after'] {
  if (updatedAt === undefined || code === undefined) return null;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(updatedAt) || Number.isNaN(Date.parse(updatedAt)))
    throw new RequestProblem('cursor_invalid', { in: 'query', pointer: '/after' });
  return { updatedAt, code };
}
