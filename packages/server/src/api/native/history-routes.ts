import { Readable } from 'node:stream';
import type { OrderEventType } from '@docket/core/order/events';
import { amountDue, book, type LedgerBalances, postings } from '@docket/core/order/ledger';
import type { Order } from '@docket/core/order/order';
import { travelOf, statusFacts } from '@docket/core/order/status-facts';
import { vtexStatusOf } from '@docket/core/order/status';
import { shopperTimeline } from '@docket/core/order/timeline';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { sightOf } from '../../access/sight.js';
import type { OrderHistory } from '../../event-log/order-history.js';
import { callerOf, requirePermission } from '../auth.js';
import type { OrderAccess } from '../order-access.js';
import { etagOf } from '../preconditions.js';
import { sendProblem } from '../problem.js';
import { allowedView, allowings } from './allowed-view.js';
import { answers, textAnswers } from './answers.js';
import { differenceView, eventsView } from './event-view.js';
import { documentIn, OF_DOCUMENT } from './of-document.js';
import { AS_OF, type AsOfQuery, orderThen, versionNumber, versionOf } from './past-order.js';
import { withoutPrices } from './redacted.js';
import { closed, eventTypes, oneOf, orderId } from './schemas/fields.js';
import { askerOf } from './write-answer.js';

const OrderParams = closed({ orderId: orderId() });
const EventsQuery = closed({
  from: Type.Optional(versionNumber('The version to begin with; the first, or with order=desc the last where absent.')),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: '100 where absent.' })),
  order: Type.Optional(oneOf(['asc', 'desc'], 'asc where absent: oldest first.')),
  type: Type.Optional(eventTypes()),
  document: OF_DOCUMENT,
});
const LedgerQuery = closed({
  from: Type.Optional(versionNumber('The version to begin with; the first where absent.')),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'Of entries; 100 where absent.' })),
});
const DiffQuery = closed({
  from: versionNumber('The version to compare with.'),
  to: Type.Optional(versionNumber('The version that is compared; the present one where absent.')),
});

interface OrderRequest {
  Params: { orderId: string };
}
interface EventsRequest extends OrderRequest {
  Querystring: { from?: number; limit?: number; order?: 'asc' | 'desc'; type?: OrderEventType[]; document?: string };
}

interface LedgerPage {
  readonly entries: readonly object[];
  /** The version at which the next page begins; null at the end. */
  readonly next: number | null;
}

/** Entries of the book from a version on: it ends with the event that would be the first of the next page. */
async function ledgerPage(history: OrderHistory, order: Order, from: number, limit: number): Promise<LedgerPage> {
  const entries: object[] = [];
  let balances: LedgerBalances = (await history.asOf(order, from - 1))?.head.ledger ?? {};
  for await (const { recorded: event } of history.events(order, from)) {
    const posted = postings(event);
    if (posted.length === 0) continue;
    if (entries.length === limit) return { entries, next: event.version };
    balances = book(balances, posted);
    entries.push({ version: event.version, type: event.type, at: event.at, postings: posted, balances });
  }
  return { entries, next: null };
}

export interface HistoryRouteDependencies {
  readonly orders: OrderAccess;
  /** Asked about orders alone that `orders` gave out: what the caller may not see has no past for it. */
  readonly history: OrderHistory;
  readonly now: () => string;
}

/** What is told about one order beside its document: its history, its book, its timeline, what it allows. */
export function addHistoryRoutes(app: FastifyInstance, { orders, history, now }: HistoryRouteDependencies): void {
  app.get<EventsRequest>(
    '/orders/:orderId/events',
    {
      config: { permission: 'orders.view' },
      schema: {
        operationId: 'listOrderEvents',
        tags: ['history'],
        summary: 'The history of an order: who did what, when and why, and what it changed',
        description:
          'With `document` it is the change log of that document: the events that changed it, its marks or its fields of the account, each with the changes of it alone. So many events of a long history are looked at for a page, so that it may hold few or none: `next` says whether more may come.',
        params: OrderParams,
        querystring: EventsQuery,
        response: answers(200, 'A page of events.', 'EventPage', ['404']),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const order = await orders.load(caller, request.params.orderId);
      if (order === null) return sendProblem(reply, 'order_not_found');
      const { from, limit = 100, order: direction, type, document: asked } = request.query;
      const document = asked === undefined ? undefined : documentIn(order, asked);
      const { events, next } = await history.page(order, {
        limit,
        descending: direction === 'desc',
        ...(from === undefined ? {} : { from }),
        ...(type === undefined ? {} : { types: type }),
        ...(document === undefined ? {} : { document }),
      });
      return { events: eventsView(events, sightOf(caller), document), next };
    },
  );

  app.get<OrderRequest & { Querystring: { from: number; to?: number } }>(
    '/orders/:orderId/diff',
    {
      config: { permission: 'orders.view' },
      schema: {
        operationId: 'compareOrderVersions',
        tags: ['history'],
        summary: 'What is different between two versions of an order',
        params: OrderParams,
        querystring: DiffQuery,
        response: answers(200, 'Every field that differs.', 'OrderDifference', ['404']),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const present = await orders.load(caller, request.params.orderId);
      if (present === null) return sendProblem(reply, 'order_not_found');
      const before = await versionOf(history, present, request.query.from, '/from');
      const after = await versionOf(history, present, request.query.to ?? present.head.version, '/to');
      return {
        orderId: present.head.orderId,
        from: { version: before.head.version, at: before.head.updatedAt },
        to: { version: after.head.version, at: after.head.updatedAt },
        changes: differenceView(before, after, sightOf(caller)),
      };
    },
  );

  app.get<OrderRequest>(
    '/orders/:orderId/log',
    {
      config: { permission: 'orders.view', further: ['prices.view', 'personal.view'] },
      exposeHeadRoute: false,
      schema: {
        operationId: 'exportOrderLog',
        tags: ['history'],
        summary: 'The log of an order with its hashes, to be proved elsewhere',
        description:
          'JSON Lines: a header, then every event with the exact text that was hashed; personal parts stay encrypted. Amounts and the reasons that people typed stand in it, so it needs prices.view and personal.view too. /docs/verify-order-log.mjs proves it without a server.',
        params: OrderParams,
        response: textAnswers('The log.', 'application/jsonl', ['404']),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      requirePermission(caller, 'prices.view');
      requirePermission(caller, 'personal.view');
      const order = await orders.load(caller, request.params.orderId);
      if (order === null) return sendProblem(reply, 'order_not_found');
      return reply
        .type('application/jsonl')
        .header('content-disposition', `attachment; filename="order-${order.head.orderId.replaceAll(':', '_')}.jsonl"`)
        .send(Readable.from(history.exported(order), { objectMode: false }));
    },
  );

  app.get<OrderRequest & { Querystring: { from?: number; limit?: number } }>(
    '/orders/:orderId/ledger',
    {
      config: { permission: 'orders.view' },
      schema: {
        operationId: 'getOrderLedger',
        tags: ['history'],
        summary: 'The double-entry book of an order',
        params: OrderParams,
        querystring: LedgerQuery,
        response: answers(200, 'A page of what events posted, with the balances after each.', 'Ledger', ['404']),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const order = await orders.load(caller, request.params.orderId);
      if (order === null) return sendProblem(reply, 'order_not_found');
      const { from = 1, limit = 100 } = request.query;
      void reply.header('etag', etagOf(order.head.version));
      const { currency, ledger } = order.head;
      const page = await ledgerPage(history, order, from, limit);
      const view = { currency, ...page, balances: ledger, amountDue: amountDue(ledger) };
      return sightOf(caller).prices ? view : withoutPrices(view);
    },
  );

  app.get<OrderRequest & { Querystring: AsOfQuery }>(
    '/orders/:orderId/timeline',
    {
      config: { permission: 'orders.view' },
      schema: {
        operationId: 'getOrderTimeline',
        tags: ['history'],
        summary: 'The five stages that the shopper sees, for each part that travels on its own',
        params: OrderParams,
        querystring: closed(AS_OF),
        response: answers(200, 'The timelines.', 'Timeline', ['404']),
      },
    },
    async (request, reply) => {
      const present = await orders.load(callerOf(request), request.params.orderId);
      if (present === null) return sendProblem(reply, 'order_not_found');
      const { order, isPast } = await orderThen(history, present, request.query);
      const { channels, packages } = travelOf(order);
      const then = request.query.at ?? (isPast ? order.head.updatedAt : now());
      return shopperTimeline(vtexStatusOf(order.head.instances, statusFacts(order)), channels, packages, then);
    },
  );

  app.get<OrderRequest>(
    '/orders/:orderId/allowed',
    {
      config: { permission: 'orders.view' },
      schema: {
        operationId: 'getAllowed',
        tags: ['orders'],
        summary: 'What may be asked of the order now, and if not, why',
        params: OrderParams,
        response: answers(200, 'Every command.', 'Allowed', ['404']),
      },
    },
    async (request, reply) => {
      const order = await orders.load(callerOf(request), request.params.orderId);
      if (order === null) return sendProblem(reply, 'order_not_found');
      void reply.header('etag', etagOf(order.head.version));
      return { version: order.head.version, commands: allowedView(allowings(order, askerOf(request))) };
    },
  );
}
