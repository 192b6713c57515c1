import type { OrderEventType } from '@docket/core/order/events';
import { paymentState, shippingState } from '@docket/core/order/states';
import { shownStatus } from '@docket/core/order/status';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { LogGap } from '../../followers/follow-log.js';
import type { OrderChange } from '../../followers/order-changes.js';
import { callerOf } from '../auth.js';
import { type OpenStreams, streamMessage, type StreamPage } from '../event-stream.js';
import type { OrderAccess } from '../order-access.js';
import { RequestProblem } from '../problem.js';
import { textAnswers } from './answers.js';
import { closed, eventTypes } from './schemas/fields.js';

const StreamQuery = closed({
  from: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: Number.MAX_SAFE_INTEGER,
      description: 'The last position that was dealt with; 0 begins with the first event. From now on where absent.',
    }),
  ),
  type: Type.Optional(eventTypes()),
});
const StreamHeaders = Type.Object({
  'last-event-id': Type.Optional(
    Type.String({ maxLength: 20, description: 'The same as `from`, as browsers send it; goes before it.' }),
  ),
});

/**
 * Order changes as they are committed, by whichever process, as server-sent events. `id` is the position in the account:
 * gapless and in the order of commits, so whoever resumes from it misses nothing and gets nothing twice.
 */
export function addStreamRoute(app: FastifyInstance, orders: OrderAccess, streams: OpenStreams): void {
  app.get<{ Querystring: { from?: number; type?: OrderEventType[] } }>(
    '/orders/stream',
    {
      config: { permission: 'orders.view' },
      // It would never end.
      exposeHeadRoute: false,
      schema: {
        operationId: 'streamOrders',
        tags: ['history'],
        summary: 'Follow order changes live',
        description:
          'Server-sent events. A stream ends after a quarter of an hour at most, and when the server stops; resume it from its last id.',
        querystring: StreamQuery,
        headers: StreamHeaders,
        response: textAnswers('The data of each message is an `OrderChange`.', 'text/event-stream', ['409', '429']),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const head = await orders.head(caller);
      const position = lastEventId(request) ?? request.query.from ?? head;
      // A database that was put back to an earlier day would give the same positions to other events.
      if (position > head) throw new RequestProblem('position_unknown', { details: { position, head } });
      const types = request.query.type === undefined ? null : new Set<string>(request.query.type);
      return streams.answer(reply, { caller: `${caller.account}/${caller.id}`, position }, (signal) =>
        pagesOf(orders.follow(caller, position, signal), types, request.log),
      );
    },
  );
}

function lastEventId({ headers }: FastifyRequest): number | undefined {
  const header = headers['last-event-id'];
  if (header === undefined || header === '') return undefined;
  if (typeof header === 'string' && /^\d{1,15}$/.test(header)) return Number(header);
  throw new RequestProblem('header_invalid', { in: 'header', pointer: '/last-event-id' });
}

async function* pagesOf(
  pages: AsyncGenerator<readonly OrderChange[], void, undefined>,
  types: ReadonlySet<string> | null,
  log: FastifyBaseLogger,
): AsyncGenerator<StreamPage, void, undefined> {
  try {
    for await (const page of pages) {
      const shown = page.filter(({ type, order }) => order !== null && (types === null || types.has(type)));
      const position = page.at(-1)?.seq ?? 0;
      yield { position, text: shown.map((change) => streamMessage(change.seq, changeView(change))).join('') };
    }
  } catch (error) {
    log.error({ error: String(error) }, 'a stream of orders ended');
    if (!(error instanceof LogGap)) return;
    const { expected, found } = error;
    yield { position: expected - 1, text: streamMessage(expected - 1, { expected, found }, 'log_gap') };
  }
}

/** What happened, and the order as it stands: one that changed twice quickly may show its later state with the earlier event. */
function changeView({ seq, version, type, at, order }: OrderChange): object {
  if (order === null) throw new Error('only changes of orders are told');
  const { head } = order;
  return {
    seq,
    orderId: head.orderId,
    version,
    type,
    at,
    order: {
      version: head.version,
      status: shownStatus(order),
      paymentState: paymentState(order),
      shippingState: shippingState(order),
      store: head.store,
      channel: head.channel,
      updatedAt: head.updatedAt,
      deleted: head.deletedAt !== null,
    },
  };
}
