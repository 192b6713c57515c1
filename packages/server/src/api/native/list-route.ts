import { listedVtexStatus } from '@docket/core/order/status-facts';
import type { FastifyInstance } from 'fastify';
import { type Sight, sightOf } from '../../access/sight.js';
import type { ListedOrder } from '../../read-models/order-list-queries.js';
import { isListProblem, type ListProblem, type OrderListQuery } from '../../read-models/order-list-query.js';
import { callerOf, requirePermission } from '../auth.js';
import type { OrderAccess } from '../order-access.js';
import { type ProblemCode, RequestProblem } from '../problem.js';
import { answers } from './answers.js';
import { withoutPrices } from './redacted.js';
import { OrderListParameters } from './schemas/order-list.js';

/** Finding orders: filters, words, sort, cursor. */
export function addListRoute(app: FastifyInstance, orders: OrderAccess, now: () => string): void {
  app.get<{ Querystring: OrderListParameters }>(
    '/orders',
    {
      config: { permission: 'orders.view' },
      schema: {
        operationId: 'listOrders',
        tags: ['orders'],
        summary: 'Find orders',
        querystring: OrderListParameters,
        response: answers(200, 'A page of the list.', 'OrderPage', []),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const query = listQuery(request.query, now);
      if (request.query.sum === true) requirePermission(caller, 'prices.view');
      const page = await orders.list(caller, query);
      if (isListProblem(page)) throw listProblem(page);
      if (page.next !== null) void reply.header('link', `<${nextAddress(request.url, page.next)}>; rel="next"`);
      const answer = { orders: page.orders.map((row) => rowView(row, sightOf(caller))), next: page.next };
      const { count, sum } = request.query;
      if (count !== true && sum !== true) return answer;
      const tally = await orders.tally(caller, query);
      if (isListProblem(tally)) throw listProblem(tally);
      const { orders: counted, currencies, exact } = tally;
      return {
        ...answer,
        ...(count === true ? { count: { orders: counted, exact } } : {}),
        ...(sum === true ? { sum: { currencies, exact } } : {}),
      };
    },
  );
}

/** The parameters in the words of the read model. */
function listQuery(parameters: OrderListParameters, now: () => string): OrderListQuery {
  const { q, late, externalId, externalSource, complete, deleted, order, ...same } = parameters;
  // Whether to count is no part of the query: a cursor is good with and without.
  delete same.count;
  delete same.sum;
  return {
    ...same,
    ...(q === undefined ? {} : { text: q }),
    ...(late === true ? { lateAt: now() } : {}),
    ...(externalId === undefined
      ? {}
      : { externalId: { ids: externalId, ...(externalSource === undefined ? {} : { source: externalSource }) } }),
    ...(complete === undefined ? {} : { complete: complete === 'any' ? complete : complete === 'true' }),
    ...(deleted === undefined ? {} : { deleted: deleted === 'any' ? deleted : deleted === 'true' }),
    ...(order === undefined ? {} : { descending: order === 'desc' }),
  };
}

const PROBLEMS: Readonly<Record<ListProblem['problem'], ProblemCode>> = {
  cursor_invalid: 'cursor_invalid',
  cursor_of_other_query: 'cursor_invalid',
  offset_too_deep: 'page_too_deep',
  limit_invalid: 'field_invalid',
  text_invalid: 'text_invalid',
  text_too_long: 'field_invalid',
  prefix_too_short: 'field_invalid',
};
const DETAILS: Readonly<Partial<Record<ListProblem['problem'], string>>> = {
  cursor_of_other_query: 'The cursor belongs to other filters or another sort: start again without it.',
  text_too_long: 'There are too many words in it.',
  prefix_too_short: 'The beginning of a word needs at least 3 characters before the *.',
};

function listProblem({ problem, field }: ListProblem): RequestProblem {
  const detail = DETAILS[problem];
  const pointer = `/${field === 'text' ? 'q' : field}`;
  return new RequestProblem(PROBLEMS[problem], { in: 'query', pointer, ...(detail === undefined ? {} : { detail }) });
}

function nextAddress(url: string, cursor: string): string {
  const address = new URL(url, 'http://docket');
  address.searchParams.set('cursor', cursor);
  address.searchParams.delete('offset');
  return address.pathname + address.search;
}

function rowView(row: ListedOrder, sight: Sight): object {
  const view = {
    orderId: row.order_id,
    group: row.order_group,
    position: row.group_position,
    sequence: row.sequence,
    number: row.number,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    dueAt: row.due_at,
    status: row.status,
    statuses: {
      vtex: listedVtexStatus({
        complete: row.complete,
        workflow: row.workflow,
        status: row.status,
        orionStatus: row.orion_status,
        paymentState: row.payment_state,
        shippingState: row.shipping_state,
      }),
      orion: row.orion_status,
      virto: row.virto_status,
    },
    stage: row.stage,
    paymentState: row.payment_state,
    shippingState: row.shipping_state,
    complete: row.complete,
    deleted: row.deleted,
    hasNote: row.has_note,
    total: row.total,
    amountDue: row.due_amount,
    currency: row.currency,
    pieces: row.pieces,
    store: row.store,
    channel: row.channel,
    origin: row.origin,
    workflow: row.workflow,
    customerId: row.customer_id,
    buyerName: sight.personal ? row.buyer_name : null,
    buyerEmail: sight.personal ? row.buyer_email : null,
    assignee: row.assignee,
    sellers: row.sellers,
    tags: row.tags,
    externalIds: row.external_ids,
  };
  return sight.prices ? view : withoutPrices(view);
}
