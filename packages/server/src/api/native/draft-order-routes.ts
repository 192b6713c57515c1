import type { StockPolicy } from '@docket/core/draft-order/draft-order';
import type { DraftOrderState } from '@docket/core/draft-order/draft-order-states';
import type { FastifyInstance } from 'fastify';
import type { Caller } from '../../access/caller.js';
import { mayPlaceInto } from '../../access/order-policy.js';
import { sightOf } from '../../access/sight.js';
import type { DraftOrders } from '../../draft-orders/draft-orders.js';
import type { PlaceDraftOrder } from '../../draft-orders/place-draft-order.js';
import { actorOf, callerOf, requirePermission } from '../auth.js';
import type { OnceOf } from '../once.js';
import { expectedVersionOf } from '../preconditions.js';
import { RequestProblem } from '../problem.js';
import { reasonOf } from '../reason.js';
import { answers, KEYED_HEADERS, WRITE_HEADERS } from './answers.js';
import {
  actingOf,
  draftOrderReach,
  type DraftOrderRequest,
  requireWholeDraftOrders,
  WHOLE_DRAFT_ORDERS,
} from './draft-order-reach.js';
import { inputOf, notDone } from './draft-order-request.js';
import { draftOrderRow } from './draft-order-view.js';
import { idMark, marks, paged } from './page-marks.js';
import { Nothing } from './schemas/commands.js';
import {
  DraftOrderInput,
  DraftOrderParams,
  DraftOrderQueryParameters,
  PlaceDraftOrderBody,
} from './schemas/draft-orders.js';
import { ref } from './schemas/fields.js';
import { PageQuery } from './schemas/paging.js';
import { withoutPrices } from './redacted.js';

export interface DraftOrderServices {
  readonly draftOrders: DraftOrders;
  readonly placing: PlaceDraftOrder;
}

interface ListRequest {
  Querystring: {
    state?: DraftOrderState;
    stockPolicy?: StockPolicy;
    store?: string;
    channel?: string;
    customerId?: string;
    email?: string;
    createdBy?: string;
    orderId?: string;
    after?: string;
    limit?: number;
  };
}

const TAGS = ['draft orders'];
/** 5,000 lines stay under this. */
const BYTES = 2 * 1024 * 1024;
/** Orders that staff prepare: priced, with stock held for them on request, sent to their buyer, and placed. */
export function addDraftOrderRoutes(
  app: FastifyInstance,
  { draftOrders, placing }: DraftOrderServices,
  onceOf: OnceOf,
): void {
  const { found, shown } = draftOrderReach(draftOrders);

  app.post<{ Body: DraftOrderInput }>(
    '/draft-orders',
    {
      config: { permission: 'draft_orders.edit' },
      bodyLimit: BYTES,
      schema: {
        operationId: 'addDraftOrder',
        tags: TAGS,
        summary: 'Prepare an order for a buyer',
        description:
          'Priced as the shop would price an order of this buyer, except where a line or a discount says otherwise. Nothing is ordered; stock is reserved as `stockPolicy` says, or the request is refused.',
        headers: KEYED_HEADERS,
        body: ref(DraftOrderInput),
        response: answers(201, 'The draft order. ETag is its version.', 'DraftOrder', ['409', '413', '415']),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const input = inStore(caller, inputOf(request.body));
      const made = notDone(
        request,
        await draftOrders.add(caller.account, input, actingOf(request), onceOf(request, reply)),
      );
      void reply.code(201).header('location', `/api/v1/admin/draft-orders/${made.draftOrderId}`);
      return shown(request, reply, made);
    },
  );

  app.get<ListRequest>(
    '/draft-orders',
    {
      config: { permission: 'draft_orders.view' },
      schema: {
        operationId: 'listDraftOrders',
        tags: TAGS,
        summary: 'Draft orders, the newest first',
        description: '`email` asks for personal.view.',
        querystring: DraftOrderQueryParameters,
        response: answers(200, 'A page of them.', 'DraftOrderPage', []),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { after = null, limit = 50, store, ...filters } = request.query;
      if (filters.email !== undefined) requirePermission(caller, 'personal.view');
      const [before = null] = marks(after, 1);
      const stores = storesOf(caller, store);
      const sight = sightOf(caller);
      const asked = { ...filters, ...(stores === null ? {} : { stores }), before, limit: limit + 1 };
      const rows = await draftOrders.page(caller.account, asked, sight.personal);
      const page = paged(rows, limit, ({ draftOrderId }) => [draftOrderId]);
      return { ...page, items: page.items.map((draft) => draftOrderRow(draft, sight)) };
    },
  );

  app.get<DraftOrderRequest>(
    '/draft-orders/:draftOrderId',
    {
      config: { permission: 'draft_orders.view' },
      schema: {
        operationId: 'getDraftOrder',
        tags: TAGS,
        summary: 'A draft order, with what placing it would come to now',
        params: DraftOrderParams,
        response: answers(200, 'The draft order. ETag is its version.', 'DraftOrder', ['404']),
      },
    },
    async (request, reply) => shown(request, reply, await found(request)),
  );

  app.get<DraftOrderRequest & { Querystring: { after?: string; limit?: number } }>(
    '/draft-orders/:draftOrderId/changes',
    {
      config: { permission: 'draft_orders.view' },
      schema: {
        operationId: 'listDraftOrderChanges',
        tags: TAGS,
        summary: 'What happened to a draft order, the newest first',
        params: DraftOrderParams,
        querystring: PageQuery,
        response: answers(200, 'A page of changes.', 'DraftOrderChangePage', ['404']),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { draftOrderId } = await found(request);
      const { after = null, limit = 100 } = request.query;
      const rows = await draftOrders.changes(caller.account, draftOrderId, idMark(after), limit + 1);
      const page = paged(rows, limit, ({ version }) => [String(version)]);
      return sightOf(caller).prices ? page : withoutPrices(page);
    },
  );

  app.put<DraftOrderRequest & { Body: DraftOrderInput }>(
    '/draft-orders/:draftOrderId',
    {
      config: { permission: 'draft_orders.edit', further: WHOLE_DRAFT_ORDERS },
      bodyLimit: BYTES,
      schema: {
        operationId: 'changeDraftOrder',
        tags: TAGS,
        summary: 'Write a draft order anew',
        description:
          'As a whole, so it asks for prices.view and personal.view too. Also after it was sent: its links show what it is now, and what its buyer saw before can no longer be accepted.',
        params: DraftOrderParams,
        headers: WRITE_HEADERS,
        body: ref(DraftOrderInput),
        response: answers(200, 'The draft order.', 'DraftOrder', ['404', '409', '412', '413', '415']),
      },
    },
    async (request, reply) => {
      const caller = requireWholeDraftOrders(request);
      const { draftOrderId } = await found(request);
      const input = inStore(caller, inputOf(request.body));
      const after = await draftOrders.change(caller.account, draftOrderId, input, actingOf(request));
      return shown(request, reply, notDone(request, after));
    },
  );

  const simple = (path: string, operationId: string, summary: string, description: string, status = 200) =>
    [
      `/draft-orders/:draftOrderId/${path}`,
      {
        config: { permission: 'draft_orders.edit' as const },
        schema: {
          operationId,
          tags: TAGS,
          summary,
          description,
          params: DraftOrderParams,
          headers: status === 201 ? KEYED_HEADERS : WRITE_HEADERS,
          body: ref(Nothing),
          response: answers(status, 'The draft order.', 'DraftOrder', ['404', '409', '412', '415']),
        },
      },
    ] as const;

  app.post<DraftOrderRequest>(
    ...simple(
      'cancel',
      'cancelDraftOrder',
      'Give a draft order up',
      'Its stock is free at once and its links accept nothing; it may be reopened.',
    ),
    async (request, reply) => {
      const { account } = callerOf(request);
      const { draftOrderId } = await found(request);
      const after = await draftOrders.cancel(account, draftOrderId, actingOf(request));
      return shown(request, reply, notDone(request, after));
    },
  );

  app.post<DraftOrderRequest>(
    ...simple(
      'reopen',
      'reopenDraftOrder',
      'Work on a draft order again',
      'From cancelled, expired or sent. Its stock is reserved again as its policy says, or the request is refused; an expiry that is over is taken away. Its links open it again.',
    ),
    async (request, reply) => {
      const { account } = callerOf(request);
      const { draftOrderId } = await found(request);
      const after = await draftOrders.reopen(account, draftOrderId, actingOf(request));
      return shown(request, reply, notDone(request, after));
    },
  );

  app.post<DraftOrderRequest>(
    ...simple(
      'duplicate',
      'duplicateDraftOrder',
      'Make a new draft order of it',
      'With the same content, at the prices of now. Nothing is reserved for it, and it does not expire.',
      201,
    ),
    async (request, reply) => {
      const { account } = callerOf(request);
      const { draftOrderId } = await found(request);
      const once = onceOf(request, reply);
      const made = notDone(request, await draftOrders.duplicate(account, draftOrderId, actingOf(request), once));
      void reply.code(201).header('location', `/api/v1/admin/draft-orders/${made.draftOrderId}`);
      return shown(request, reply, made);
    },
  );

  app.post<DraftOrderRequest & { Body: PlaceDraftOrderBody }>(
    '/draft-orders/:draftOrderId/place',
    {
      config: { permission: 'draft_orders.place' },
      schema: {
        operationId: 'placeDraftOrder',
        tags: TAGS,
        summary: 'Turn a draft order into an order',
        description:
          'Without its buyer: sold on account, or paid in another way. What is reserved for it goes over to the order in the same step. Asking again answers the same order.',
        params: DraftOrderParams,
        headers: WRITE_HEADERS,
        body: ref(PlaceDraftOrderBody),
        response: answers(200, 'The order.', 'PlacedDraftOrder', ['404', '409', '412', '415']),
      },
    },
    async (request) => {
      const { account } = callerOf(request);
      const { draftOrderId } = await found(request);
      const { total } = request.body;
      const expectedVersion = expectedVersionOf(request);
      const placed = await placing.place(account, draftOrderId, {
        actor: actorOf(request),
        reason: reasonOf(request),
        ...(total === undefined ? {} : { total }),
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      });
      return { draftOrderId, ...notDone(request, placed) };
    },
  );
}

/** Who has one store writes into it without saying so. Throws outside_scope. */
function inStore<Input extends { readonly store?: string }>({ scope }: Caller, input: Input): Input {
  const [own] = scope.stores ?? [];
  const within =
    input.store === undefined && own !== undefined && scope.stores?.length === 1 ? { ...input, store: own } : input;
  if (!mayPlaceInto(scope, within.store)) throw new RequestProblem('outside_scope', { pointer: '/store' });
  return within;
}

/** Stores whose draft orders are listed; null: of all. */
function storesOf({ scope }: Caller, asked: string | undefined): readonly string[] | null {
  if (scope.seller !== null || scope.assignee !== null) return [];
  if (asked === undefined) return scope.stores;
  return scope.stores === null || scope.stores.includes(asked) ? [asked] : [];
}
