import { allowedNow } from '@docket/core/order/allowed';
import type { RecordedEvent } from '@docket/core/order/events';
import { amountDue, book, type LedgerBalances, postings } from '@docket/core/order/ledger';
import { travelOf, statusFacts } from '@docket/core/order/status-facts';
import { vtexStatusOf } from '@docket/core/order/status';
import { shopperTimeline } from '@docket/core/order/timeline';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { LoggedEvent } from '../../event-log/read-events.js';
import type { Caller } from '../../access/caller.js';
import { actorOf, callerOf } from '../auth.js';
import type { OrderAccess } from '../order-access.js';
import { etagOf } from '../preconditions.js';
import { sendProblem } from '../problem.js';
import { answers } from './answers.js';
import { closed, orderId } from './schemas/fields.js';

const OrderParams = closed({ orderId: orderId() });
const EventsQuery = closed({
  from: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: 'First version; 1 where absent.' }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: '100 where absent.' })),
});

/** An order gathers thousands of events at most; the ledger reads them in pages of this many. */
const LEDGER_PAGE = 500;

interface OrderRequest {
  Params: { orderId: string };
}

/** What is told about one order beside its document: its history, its book, its timeline, what it allows. */
export function addHistoryRoutes(app: FastifyInstance, orders: OrderAccess, now: () => string): void {
  app.get<OrderRequest & { Querystring: { from?: number; limit?: number } }>(
    '/orders/:orderId/events',
    {
      config: { permission: 'orders.view' },
      schema: {
        operationId: 'listOrderEvents',
        tags: ['history'],
        summary: 'The history of an order, oldest first',
        params: OrderParams,
        querystring: EventsQuery,
        response: answers(200, 'A page of events.', 'EventPage', ['404']),
      },
    },
    async (request, reply) => {
      const { from = 1, limit = 100 } = request.query;
      const events = await orders.events(callerOf(request), request.params.orderId, { from, limit: limit + 1 });
      if (events === null) return sendProblem(reply, 'order_not_found');
      const page = events.slice(0, limit);
      const next = events.length > limit ? (page.at(-1)?.recorded.version ?? 0) + 1 : null;
      return { events: page.map(eventView), next };
    },
  );

  app.get<OrderRequest>(
    '/orders/:orderId/ledger',
    {
      config: { permission: 'orders.view' },
      schema: {
        operationId: 'getOrderLedger',
        tags: ['history'],
        summary: 'The double-entry book of an order',
        params: OrderParams,
        response: answers(200, 'What each event posted, and the balances after it.', 'Ledger', ['404']),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const order = await orders.load(caller, request.params.orderId);
      if (order === null) return sendProblem(reply, 'order_not_found');
      const entries: object[] = [];
      let balances: LedgerBalances = {};
      for await (const event of eventsOf(orders, caller, order.head.orderId)) {
        const posted = postings(event);
        if (posted.length === 0) continue;
        balances = book(balances, posted);
        entries.push({ version: event.version, type: event.type, at: event.at, postings: posted, balances });
      }
      void reply.header('etag', etagOf(order.head.version));
      return { currency: order.head.currency, entries, balances, amountDue: amountDue(balances) };
    },
  );

  app.get<OrderRequest>(
    '/orders/:orderId/timeline',
    {
      config: { permission: 'orders.view' },
      schema: {
        operationId: 'getOrderTimeline',
        tags: ['history'],
        summary: 'The five stages that the shopper sees, for each part that travels on its own',
        params: OrderParams,
        response: answers(200, 'The timelines.', 'Timeline', ['404']),
      },
    },
    async (request, reply) => {
      const order = await orders.load(callerOf(request), request.params.orderId);
      if (order === null) return sendProblem(reply, 'order_not_found');
      const { channels, packages } = travelOf(order);
      return shopperTimeline(vtexStatusOf(order.head.instances, statusFacts(order)), channels, packages, now());
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
      return { version: order.head.version, commands: allowedNow(order, actorOf(request).kind) };
    },
  );
}

/** The event and what chains it to the one before: a reader who keeps the last hash notices a forged history. */
const eventView = ({ recorded, sealed, seq }: LoggedEvent): object => ({
  version: recorded.version,
  seq,
  type: recorded.type,
  schema: sealed.schema,
  at: recorded.at,
  actor: recorded.actor,
  reason: recorded.reason,
  commandId: sealed.commandId,
  data: recorded.data,
  personal: recorded.personal,
  prevHash: sealed.prevHash.toString('hex'),
  hash: sealed.hash.toString('hex'),
});

async function* eventsOf(orders: OrderAccess, caller: Caller, orderId: string): AsyncGenerator<RecordedEvent> {
  for (let from = 1; ;) {
    const page = (await orders.events(caller, orderId, { from, limit: LEDGER_PAGE })) ?? [];
    yield* page.map(({ recorded }) => recorded);
    const last = page.at(-1);
    if (last === undefined || page.length < LEDGER_PAGE) return;
    from = last.recorded.version + 1;
  }
}
