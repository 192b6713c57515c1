import { type LinePromotions, promotionsByLine } from '@docket/core/order/edit-pricing';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { permits } from '../../access/permissions.js';
import { sightOf } from '../../access/sight.js';
import { type DraftFilter, isUndecided } from '../../edits/order-draft.js';
import type { DraftChange } from '../../edits/order-drafts.js';
import { actorOf, callerOf } from '../auth.js';
import { objectText } from '../json-text.js';
import { expectedVersionOf } from '../preconditions.js';
import { describe, RequestProblem } from '../problem.js';
import { answers, DRAFT_HEADERS, KEYED_HEADERS } from './answers.js';
import { OrderParams } from './command-route.js';
import { commandOf, createDraftReach, type DraftRequest, type DraftRouteDependencies } from './draft-reach.js';
import { answeredDraft, draftSummaryView } from './draft-view.js';
import { EDIT_BYTES } from './edit-command-routes.js';
import { marks, paged } from './page-marks.js';
import { foreseenView } from './preview-view.js';
import { Nothing } from './schemas/commands.js';
import { DraftInput, DraftParams, DraftQueryParameters } from './schemas/drafts.js';
import { ref } from './schemas/fields.js';
import { PageQuery } from './schemas/paging.js';
import { shown } from './write-answer.js';

interface PageParameters {
  after?: string;
  limit?: number;
}

const TAGS = ['edits'];

/** Drafts of edits: several beside an order, each with its preview, until one is confirmed or discarded. */
export function addDraftRoutes(app: FastifyInstance, dependencies: DraftRouteDependencies): void {
  const { orders, drafts, now, onceOf } = dependencies;
  const { orderOf, found, conflicts, foresee } = createDraftReach(dependencies);

  app.post<{ Params: { orderId: string }; Body: DraftInput }>(
    '/orders/:orderId/drafts',
    {
      config: { permission: 'orders.edit' },
      bodyLimit: EDIT_BYTES,
      schema: {
        operationId: 'addDraft',
        tags: TAGS,
        summary: 'Prepare an edit',
        description:
          'Keeps the changes beside the order. Nothing happens to it, and several drafts may stand side by side.',
        params: OrderParams,
        headers: KEYED_HEADERS,
        body: ref(DraftInput),
        response: answers(201, 'The draft.', 'Draft', ['404', '409', '413', '415']),
      },
    },
    async (request, reply) => {
      const order = await orderOf(request, request.params.orderId);
      const { account } = callerOf(request);
      const draftId = await drafts.add(
        account,
        {
          orderId: order.head.orderId,
          baseVersion: order.head.version,
          createdBy: actorOf(request).id,
          createdAt: now(),
          content: request.body,
        },
        onceOf(request, reply),
      );
      const { draft } = await found(request, draftId);
      void reply.code(201).header('location', `/api/v1/admin/drafts/${draftId}`);
      return answeredDraft(request, reply, draft);
    },
  );

  app.get<{ Params: { orderId: string }; Querystring: PageParameters }>(
    '/orders/:orderId/drafts',
    {
      config: { permission: 'orders.view' },
      schema: {
        operationId: 'listDraftsOfOrder',
        tags: TAGS,
        summary: 'Drafts of an order, the newest first',
        description: 'How many changes each has and of which kinds; the changes themselves one draft tells.',
        params: OrderParams,
        querystring: PageQuery,
        response: answers(200, 'A page of drafts.', 'DraftPage', ['404']),
      },
    },
    async (request) => {
      const order = await orderOf(request, request.params.orderId);
      return pageOf(request, { orderId: order.head.orderId });
    },
  );

  app.get<{ Querystring: PageParameters & { state?: DraftFilter } }>(
    '/drafts',
    {
      config: { permission: 'orders.view' },
      schema: {
        operationId: 'listDrafts',
        tags: TAGS,
        summary: 'Drafts of all orders, the newest first',
        description:
          'Those of orders that the caller does not see are left out, so a page may be shorter than asked for.',
        querystring: DraftQueryParameters,
        response: answers(200, 'A page of drafts.', 'DraftPage', []),
      },
    },
    async (request) => pageOf(request, request.query.state === undefined ? {} : { state: request.query.state }),
  );

  async function pageOf(
    request: FastifyRequest<{ Querystring: PageParameters }>,
    asked: { readonly orderId?: string; readonly state?: DraftFilter },
  ): Promise<object> {
    const { after = null, limit = 100 } = request.query;
    const caller = callerOf(request);
    const [before = null] = marks(after, 1);
    const rows = await drafts.page(caller.account, { ...asked, before, limit: limit + 1 });
    const page = paged(rows, limit, ({ draftId }) => [draftId]);
    const seen = await orders.loadMany(caller, [...new Set(page.items.map(({ orderId }) => orderId))]);
    const numbers = new Map(seen.map(({ head }) => [head.orderId, head.number]));
    return {
      ...page,
      items: page.items.flatMap((draft) => {
        const number = numbers.get(draft.orderId);
        return number === undefined ? [] : [draftSummaryView(draft, number)];
      }),
    };
  }

  app.get<DraftRequest>(
    '/drafts/:draftId',
    {
      config: { permission: 'orders.view', further: ['prices.view', 'personal.view'] },
      schema: {
        operationId: 'getDraft',
        tags: TAGS,
        summary: 'A draft, with what confirming it would do now',
        description:
          'The preview is that of the edit: lines, stock, money and papers. Where it would be refused, `problem` says why; what changed since it was written and is touched by it stands in `conflicts`; `consentNeeded` says that the rules of the account want the buyer asked. The preview is for who sees amounts and people.',
        params: DraftParams,
        response: answers(200, 'The draft.', 'DraftWithPreview', ['404']),
      },
    },
    async (request, reply) => {
      const { draft, order } = await found(request, request.params.draftId);
      const { permissions } = callerOf(request);
      const view = {
        ...answeredDraft(request, reply, draft),
        conflicts: [] as readonly string[],
        promotionsByLine: [] as readonly LinePromotions[],
        consentNeeded: false,
        preview: null,
        problem: null,
      };
      if (!isUndecided(draft)) return view;
      const told = {
        ...view,
        conflicts: await conflicts(draft, order),
        promotionsByLine: promotionsByLine(order, commandOf(draft)),
      };
      if (!permits(permissions, 'prices.view') || !permits(permissions, 'personal.view')) return told;
      const { consentNeeded, seen } = await foresee(request, draft);
      if (!('accepted' in seen)) {
        const after = shown(request, seen.order, false);
        const preview = objectText(foreseenView(seen, after, sightOf(callerOf(request))));
        return objectText({ ...told, consentNeeded, preview });
      }
      const { refused, pointer } = seen.refusal;
      return {
        ...told,
        consentNeeded,
        problem: { code: refused, title: describe(refused).meaning, ...(pointer === undefined ? {} : { pointer }) },
      };
    },
  );

  app.put<DraftRequest & { Body: DraftInput }>(
    '/drafts/:draftId',
    {
      config: { permission: 'orders.edit' },
      bodyLimit: EDIT_BYTES,
      schema: {
        operationId: 'changeDraft',
        tags: TAGS,
        summary: 'Write a draft anew, against the order as it is now',
        description:
          'A question to the buyer that waits is withdrawn by it. With `If-Match` what somebody else wrote meanwhile is not written over.',
        params: DraftParams,
        headers: DRAFT_HEADERS,
        body: ref(DraftInput),
        response: answers(200, 'The draft.', 'Draft', ['404', '409', '412', '413', '415']),
      },
    },
    async (request, reply) => {
      const { order } = await found(request, request.params.draftId);
      return changed(request, reply, { content: request.body, baseVersion: order.head.version, at: now() });
    },
  );

  const simple = (path: string, operationId: string, summary: string, description: string) =>
    [
      `/drafts/:draftId/${path}`,
      {
        config: { permission: 'orders.edit' as const },
        schema: {
          operationId,
          tags: TAGS,
          summary,
          description,
          params: DraftParams,
          headers: DRAFT_HEADERS,
          body: ref(Nothing),
          response: answers(200, 'The draft.', 'Draft', ['404', '409', '412', '415']),
        },
      },
    ] as const;

  app.post<DraftRequest>(
    ...simple(
      'rebase',
      'rebaseDraft',
      'Keep a draft as it is, on the present version',
      'The same changes, meant on the order as it is now: what conflicted does so no more. A question to the buyer that waits is withdrawn by it.',
    ),
    async (request, reply) => {
      const { order } = await found(request, request.params.draftId);
      return changed(request, reply, { baseVersion: order.head.version, at: now() });
    },
  );

  app.post<DraftRequest>(
    ...simple(
      'discard',
      'discardDraft',
      'Discard a draft',
      'Always possible while it is not confirmed, also while the buyer is asked. The order knows nothing of it.',
    ),
    async (request, reply) => {
      await found(request, request.params.draftId);
      return changed(request, reply, { state: 'discarded', at: now() });
    },
  );

  async function changed(
    request: FastifyRequest<DraftRequest>,
    reply: FastifyReply,
    next: DraftChange,
  ): Promise<object> {
    const { draftId } = request.params;
    const expected = expectedVersionOf(request);
    const change = expected === undefined ? next : { ...next, expected };
    const done = await drafts.change(callerOf(request).account, draftId, change, onceOf(request, reply));
    const { draft } = await found(request, draftId);
    const isSo = next.state !== undefined && draft.state === next.state;
    if (!done && isUndecided(draft)) throw new RequestProblem('version_mismatch');
    if (!done && !isSo) throw new RequestProblem('draft_closed', { details: { state: draft.state } });
    return answeredDraft(request, reply, draft);
  }
}
