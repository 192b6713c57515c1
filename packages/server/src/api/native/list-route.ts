import { listedVtexStatus } from '@docket/core/order/status-facts';
import type { FastifyInstance } from 'fastify';
import { type Sight, sightOf } from '../../access/sight.js';
import type { ListedOrder } from '../../read-models/order-list-queries.js';
import { isListProblem } from '../../read-models/order-list-query.js';
import { callerOf, requirePermission } from '../auth.js';
import type { OrderAccess } from '../order-access.js';
import { answers } from './answers.js';
import { listProblem, listQuery } from './list-parameters.js';
import { withoutPrices } from './redacted.js';
import { OrderListParameters } from './schemas/order-list.js';
import type { SavedQueries } from './saved-queries.js';

/** Finding orders: filters, words, sort, cursor. */
export function addListRoute(
  app: FastifyInstance,
  { orders, saved, now }: { readonly orders: OrderAccess; readonly saved: SavedQueries; readonly now: () => string },
): void {
  app.get<{ Querystring: OrderListParameters }>(
    '/orders',
    {
      config: { permission: 'orders.view', further: ['prices.view', 'personal.view'] },
      schema: {
        operationId: 'listOrders',
        tags: ['orders'],
        summary: 'Find orders',
        querystring: OrderListParameters,
        response: answers(200, 'A page of the list.', 'OrderPage', ['404', '409']),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { view, ...asked } = request.query;
      // What the request says itself wins over what the view says.
      const query = listQuery(view === undefined ? asked : { ...(await saved.queryOf(caller, view)), ...asked }, now);
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

function nextAddress(url: string, cursor: string): string {
  const address = new URL(url, 'http://docket');
  address.searchParams.set('cursor', cursor);
  address.searchParams.delete('offset');
  return address.pathname + address.search;
}

/** A row of the list, as far as this sight reaches. */
export function rowView(row: ListedOrder, sight: Sight): object {
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
    onHold: row.on_hold,
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
