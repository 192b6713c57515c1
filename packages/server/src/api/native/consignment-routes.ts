import type { ConsignmentCommand, ConsignmentCommandName } from '@docket/core/consignment/consignment-commands';
import { CONSIGNMENT_CATALOGUE, CONSIGNMENT_REFUSALS_OF_ALL } from '@docket/core/consignment/consignment-catalogue';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TObject } from 'typebox';
import { sightOf } from '../../access/sight.js';
import type { ConsignmentQuery } from '../../read-models/consignment-list-query.js';
import { actorOf, callerOf, requirePermission } from '../auth.js';
import type { ConsignmentAccess } from '../consignment-access.js';
import type { OrderAccess } from '../order-access.js';
import { etagOf } from '../preconditions.js';
import { RequestProblem, sendProblem, sendRefusal } from '../problem.js';
import { reasonOf } from '../reason.js';
import { answers, CONSIGNMENT_HEADERS } from './answers.js';
import { OrderParams } from './command-route.js';
import { candidatesView, consignmentEventView, consignmentView, listedConsignmentView } from './consignment-view.js';
import { idMark, marks, paged } from './page-marks.js';
import { refusalSeen } from './redacted.js';
import { Nothing } from './schemas/commands.js';
import * as body from './schemas/consignments.js';
import { closed, ref } from './schemas/fields.js';
import { PageQuery } from './schemas/paging.js';
import { envelopeOf } from './write-request.js';

export interface ConsignmentRouteDependencies {
  readonly consignments: ConsignmentAccess;
  readonly orders: OrderAccess;
  readonly now: () => string;
}

interface ConsignmentCommandRoute {
  readonly command: ConsignmentCommandName;
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  /** Below `/api/v1/admin/consignments`. */
  readonly path: string;
  readonly params: TObject;
  readonly body: TObject;
  readonly summary: string;
}

/** A row whose parameters and body together are its command: where they are not, it does not compile. */
const row = <Name extends ConsignmentCommandName, Params extends TObject, Body extends TObject>(
  command: Name,
  route: Omit<ConsignmentCommandRoute, 'command' | 'params' | 'body'> & { params: Params; body: Body } & ({
      type: Name;
    } & Omit<Static<Params>, 'consignmentId'> &
      Static<Body> extends Extract<ConsignmentCommand, { type: Name }>
      ? unknown
      : { readonly doesNotFit: Name }),
): ConsignmentCommandRoute => ({ command, ...route });

const ONE = body.ConsignmentParams;
const to = '/:consignmentId';

/** Commands on consignments, one row each. */
export const CONSIGNMENT_COMMAND_ROUTES: readonly ConsignmentCommandRoute[] = [
  row('create_consignment', {
    method: 'POST',
    path: '',
    params: closed({}),
    body: body.CreateConsignment,
    summary: 'Put shipments of several orders together',
  }),
  row('change_consignment', {
    method: 'PATCH',
    path: to,
    params: ONE,
    body: body.ChangeConsignment,
    summary: 'Change carrier, tracking, cost or how it is shared',
  }),
  row('extend_consignment', {
    method: 'POST',
    path: `${to}/members`,
    params: ONE,
    body: body.ExtendConsignment,
    summary: 'Put further shipments into it',
  }),
  row('take_out_of_consignment', {
    method: 'DELETE',
    path: `${to}/members/:orderId/:shipmentId`,
    params: body.MemberParams,
    body: Nothing,
    summary: 'Take a shipment out of it',
  }),
  row('hand_over_consignment', {
    method: 'POST',
    path: `${to}/hand-over`,
    params: ONE,
    body: body.HandOverConsignment,
    summary: 'Hand it over to the carrier',
  }),
  row('track_consignment', {
    method: 'POST',
    path: `${to}/tracking`,
    params: ONE,
    body: body.TrackConsignment,
    summary: 'Add what the carrier saw',
  }),
  row('deliver_consignment', {
    method: 'POST',
    path: `${to}/delivered`,
    params: ONE,
    body: body.DeliverConsignment,
    summary: 'Say that it arrived',
  }),
  row('return_consignment', {
    method: 'POST',
    path: `${to}/returned-to-sender`,
    params: ONE,
    body: body.ReturnConsignment,
    summary: 'Say that it came back',
  }),
  row('cancel_consignment', {
    method: 'POST',
    path: `${to}/cancel`,
    params: ONE,
    body: body.CancelConsignment,
    summary: 'Give it up',
  }),
];

const TAGS = ['consignments'];
const FURTHER = ['prices.view', 'personal.view'] as const;
const description = (command: ConsignmentCommandName): string => {
  const { does, refusals } = CONSIGNMENT_CATALOGUE[command];
  return `${does}\n\nRefused with: ${[...refusals, ...CONSIGNMENT_REFUSALS_OF_ALL].map((code) => `\`${code}\``).join(', ')}.`;
};

/** Consignments: one shipment of several orders, which changes together with them. */
export function addConsignmentRoutes(app: FastifyInstance, dependencies: ConsignmentRouteDependencies): void {
  const { consignments, orders, now } = dependencies;
  for (const route of CONSIGNMENT_COMMAND_ROUTES) addCommand(app, route, consignments);

  app.get<{ Querystring: body.ConsignmentListParameters }>(
    '/consignments',
    {
      config: { permission: 'orders.view', further: ['prices.view'] },
      schema: {
        operationId: 'listConsignments',
        tags: TAGS,
        summary: 'Find consignments, the newest first',
        description: 'A caller whose scope is a seller or its own desk sees none: orders of others may travel in them.',
        querystring: body.ConsignmentListParameters,
        response: answers(200, 'A page.', 'ConsignmentPage', []),
      },
    },
    async (request) => {
      const { status, store, orderId, q, limit = 100, after } = request.query;
      const rows = await consignments.list(callerOf(request), {
        ...(status === undefined ? {} : { status }),
        ...(store === undefined ? {} : { store }),
        ...(orderId === undefined ? {} : { orderId }),
        ...(q === undefined ? {} : { text: q }),
        after: placeOf(after ?? null),
        limit: limit + 1,
      });
      const page = paged(rows, limit, ({ createdAt, consignmentId }) => [createdAt, consignmentId]);
      const sight = sightOf(callerOf(request));
      return { ...page, items: page.items.map((each) => listedConsignmentView(each, sight)) };
    },
  );

  app.get<{ Params: { consignmentId: string } }>(
    '/consignments/:consignmentId',
    {
      config: { permission: 'orders.view', further: FURTHER },
      schema: {
        operationId: 'getConsignment',
        tags: TAGS,
        summary: 'A consignment, with what travels in it',
        params: ONE,
        response: answers(200, 'The consignment.', 'Consignment', ['404']),
      },
    },
    async (request, reply) => {
      const shown = await consignments.load(callerOf(request), request.params.consignmentId);
      if (shown === null) return sendProblem(reply, 'consignment_not_found');
      void reply.header('etag', etagOf(shown.consignment.version));
      return consignmentView(shown, sightOf(callerOf(request)));
    },
  );

  app.get<{ Params: { consignmentId: string }; Querystring: { after?: string; limit?: number } }>(
    '/consignments/:consignmentId/events',
    {
      config: { permission: 'orders.view', further: FURTHER },
      schema: {
        operationId: 'listConsignmentEvents',
        tags: TAGS,
        summary: 'The history of a consignment, oldest first',
        description:
          'What happened to its orders by the way stands in the histories of the orders, under the same commandId.',
        params: ONE,
        querystring: PageQuery,
        response: answers(200, 'A page of events.', 'ConsignmentEventPage', ['404']),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { after = null, limit = 100 } = request.query;
      const from = (idMark(after) ?? 0) + 1;
      const shown = await consignments.load(caller, request.params.consignmentId);
      if (shown === null) return sendProblem(reply, 'consignment_not_found');
      const page = paged(await consignments.events(caller, shown, from, limit + 1), limit, ({ recorded }) => [
        String(recorded.version),
      ]);
      const sight = sightOf(caller);
      return { ...page, items: page.items.map((event) => consignmentEventView(event, sight)) };
    },
  );

  app.get<{ Params: { orderId: string } }>(
    '/orders/:orderId/consignment-candidates',
    {
      config: { permission: 'orders.view', further: ['personal.view'] },
      schema: {
        operationId: 'listConsignmentCandidates',
        tags: TAGS,
        summary: 'Which other orders could travel with an order',
        description:
          'Orders of the same buyer and store that still have pieces to send, the newest first, 50 at most; and why one of them could not. `more` says that some were not looked at. Without personal.view a buyer without customer id is known by the checkout alone.',
        params: OrderParams,
        response: answers(200, 'The orders.', 'ConsignmentCandidates', ['404']),
      },
    },
    async (request, reply) => {
      const order = await orders.load(callerOf(request), request.params.orderId);
      if (order === null) return sendProblem(reply, 'order_not_found');
      const context = { at: now(), actor: actorOf(request), reason: reasonOf(request) };
      return candidatesView(order, await consignments.candidates(callerOf(request), order, context));
    },
  );
}

function addCommand(
  app: FastifyInstance,
  { command, method, path, params, body: schema, summary }: ConsignmentCommandRoute,
  consignments: ConsignmentAccess,
): void {
  const isNew = command === 'create_consignment';
  app.route<{ Params: { consignmentId?: string }; Body: object }>({
    method,
    url: `/consignments${path}`,
    config: { permission: 'orders.ship', further: ['orders.view', 'prices.view', 'personal.view'] },
    schema: {
      operationId: command,
      tags: TAGS,
      summary,
      description: description(command),
      ...(isNew ? {} : { params }),
      headers: CONSIGNMENT_HEADERS,
      body: ref(schema),
      response: answers(isNew ? 201 : 200, 'The consignment after it.', 'Consignment', [
        '404',
        '409',
        '412',
        '413',
        '415',
      ]),
    },
    handler: async (request, reply) => {
      const { consignmentId, ...named } = request.params;
      return answerCommand(request, reply, consignments, {
        ...(consignmentId === undefined ? {} : { consignmentId }),
        ...envelopeOf(request),
        // The row of the table was compiled against this very command.
        command: { type: command, ...named, ...(request.body as object) } as ConsignmentCommand,
      });
    },
  });
}

async function answerCommand(
  request: FastifyRequest,
  reply: FastifyReply,
  consignments: ConsignmentAccess,
  envelope: Parameters<ConsignmentAccess['execute']>[1],
): Promise<object> {
  const caller = callerOf(request);
  // it answers with the consignment and its orders
  requirePermission(caller, 'orders.view');
  const outcome = await consignments.execute(caller, envelope);
  if (!outcome.accepted) {
    const versionWasAsked = ![undefined, '*'].includes(request.headers['if-match']);
    if (versionWasAsked && outcome.consignment !== undefined)
      void reply.header('etag', etagOf(outcome.consignment.version));
    return sendRefusal(reply, refusalSeen(outcome.refusal, sightOf(caller)), versionWasAsked);
  }
  const { consignment } = outcome;
  const shown = await consignments.shown(caller, consignment);
  if (envelope.consignmentId === undefined)
    void reply.code(201).header('location', `/api/v1/admin/consignments/${consignment.consignmentId}`);
  void reply.header('etag', etagOf(consignment.version));
  if (outcome.replayed) void reply.header('idempotency-replayed', 'true');
  return consignmentView(shown, sightOf(caller));
}

/** Refusal: cursor_invalid. */
function placeOf(after: string | null): ConsignmentQuery['after'] {
  const [createdAt, consignmentId] = marks(after, 2);
  if (createdAt === undefined || consignmentId === undefined) return null;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(createdAt) || Number.isNaN(Date.parse(createdAt)))
    throw new RequestProblem('cursor_invalid', { in: 'query', pointer: '/after' });
  return { createdAt, consignmentId };
}
