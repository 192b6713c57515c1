import type { FastifyInstance } from 'fastify';
import { sightOf } from '../../access/sight.js';
import { isListProblem, type OrderFilters } from '../../read-models/order-list-query.js';
import { callerOf } from '../auth.js';
import type { OrderAccess } from '../order-access.js';
import { RequestProblem } from '../problem.js';
import { answers } from './answers.js';
import { listProblem } from './list-parameters.js';
import { withoutPrices } from './redacted.js';
import { OrderStatisticsParameters } from './schemas/order-statistics.js';

const DAY = 86_400_000;
const USUAL_DAYS = 30;
const MOST_DAYS = 366;

/** Orders and money by day, status and channel. */
export function addStatisticsRoute(
  app: FastifyInstance,
  { orders, now }: { readonly orders: OrderAccess; readonly now: () => string },
): void {
  app.get<{ Querystring: OrderStatisticsParameters }>(
    '/orders/statistics',
    {
      config: { permission: 'orders.view', further: ['prices.view'] },
      schema: {
        operationId: 'getOrderStatistics',
        tags: ['orders'],
        summary: 'Orders and money by day, status and channel',
        description: 'Of the orders that the caller may see. Days are those of UTC, by when the order was placed.',
        querystring: OrderStatisticsParameters,
        response: answers(200, 'What the orders of these days come to.', 'OrderStatistics', []),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { from, to } = daysOf(request.query, now());
      const breakdown = await orders.breakDown(caller, filtersOf(request.query, from, to));
      if (isListProblem(breakdown)) throw listProblem(breakdown);
      const answer = {
        from,
        to,
        days: breakdown.days.map(({ name: day, ...figures }) => ({ day, ...figures })),
        statuses: breakdown.statuses.map(({ name: status, ...figures }) => ({ status, ...figures })),
        channels: breakdown.channels.map(({ name: channel, ...figures }) => ({ channel, ...figures })),
        exact: breakdown.exact,
      };
      return sightOf(caller).prices ? answer : withoutPrices(answer);
    },
  );
}

function daysOf(asked: OrderStatisticsParameters, now: string): { from: string; to: string } {
  const last = Date.parse(asked.to ?? now.slice(0, 10));
  const first = asked.from === undefined ? last - (USUAL_DAYS - 1) * DAY : Date.parse(asked.from);
  const days = (last - first) / DAY + 1;
  // No day of the calendar is not a number, which is in no range.
  if (!(days >= 1 && days <= MOST_DAYS)) {
    const detail = `From \`from\` to \`to\` are 1 to ${MOST_DAYS} days.`;
    throw new RequestProblem('field_invalid', { in: 'query', pointer: '/from', detail });
  }
  return { from: dayOf(first), to: dayOf(last) };
}

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

function filtersOf({ store, channel, currency }: OrderStatisticsParameters, from: string, to: string): OrderFilters {
  return {
    createdFrom: `${from}T00:00:00.000Z`,
    createdTo: new Date(Date.parse(to) + DAY).toISOString(),
    ...(store === undefined ? {} : { store: [store] }),
    ...(channel === undefined ? {} : { channel: [channel] }),
    ...(currency === undefined ? {} : { currency: [currency] }),
  };
}
