import { createHash } from 'node:crypto';
import { conflictsOf } from '@docket/core/order/edit-conflicts';
import type { EditOrder } from '@docket/core/order/edit-commands';
import { undoing } from '@docket/core/order/edit-undo';
import type { Order } from '@docket/core/order/order';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { permits } from '../../access/permissions.js';
import { sightOf } from '../../access/sight.js';
import type { DraftContent, DraftState, OrderDraft, OrderDrafts } from '../../edits/order-drafts.js';
import type { OrderHistory } from '../../event-log/order-history.js';
import { actorOf, callerOf } from '../auth.js';
import { objectText } from '../json-text.js';
import type { OrderAccess } from '../order-access.js';
import { preferenceOf } from '../preconditions.js';
import { describe, RequestProblem } from '../problem.js';
import { answers, KEYED_HEADERS } from './answers.js';
import { OrderParams } from './command-route.js';
import { EDIT_BYTES, EDITING } from './edit-command-routes.js';
import { marks, paged } from './page-marks.js';
import { versionOf } from './past-order.js';
import { withoutPrices } from './redacted.js';
import { Nothing } from './schemas/commands.js';
import { DraftInput, DraftParams, DraftQueryParameters } from './schemas/drafts.js';
import { ref } from './schemas/fields.js';
import { PageQuery } from './schemas/paging.js';
import { answerWrite, shownPreview } from './write-answer.js';
import { reasonOf } from '../reason.js';

export interface DraftRouteDependencies {
  readonly orders: OrderAccess;
  readonly history: OrderHistory;
  readonly drafts: OrderDrafts;
  readonly now: () => string;
}

interface PageParameters {
  after?: string;
  limit?: number;
}

interface DraftRequest {
  Params: { draftId: string };
}

const TAGS = ['edits'];

/** Drafts of edits: several beside an order, each with its preview, until one is confirmed or discarded. */
export function addDraftRoutes(app: FastifyInstance, dependencies: DraftRouteDependencies): void {
  const { orders, history, drafts, now } = dependencies;

  const orderOf = async (request: FastifyRequest, orderId: string): Promise<Order> => {
    const order = await orders.load(callerOf(request), orderId);
    if (order === null) throw new RequestProblem('order_not_found');
    return order;
  };
  /** The draft with its order; one of an order that the caller does not have is not there. */
  const found = async (request: FastifyRequest, draftId: string): Promise<{ draft: OrderDraft; order: Order }> => {
    const caller = callerOf(request);
    const draft = await drafts.find(caller.account, draftId);
    const order = draft === null ? null : await orders.load(caller, draft.orderId);
    if (draft === null || order === null) throw new RequestProblem('draft_not_found');
    return { draft, order };
  };
  const conflicts = async (draft: OrderDraft, order: Order): Promise<readonly string[]> => {
    if (draft.baseVersion === order.head.version) return [];
    const base = await versionOf(history, order, draft.baseVersion, '/baseVersion');
    return conflictsOf(base, order, draft.content.changes);
  };
  const add = async (request: FastifyRequest, order: Order, content: DraftContent): Promise<OrderDraft> =>
    drafts.add(callerOf(request).account, {
      orderId: order.head.orderId,
      baseVersion: order.head.version,
      createdBy: actorOf(request).id,
      createdAt: now(),
      content,
    });

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
        response: answers(201, 'The draft.', 'Draft', ['404', '413', '415']),
      },
    },
    async (request, reply) => {
      const order = await orderOf(request, request.params.orderId);
      const draft = await add(request, order, request.body);
      void reply.code(201).header('location', `/api/v1/admin/drafts/${draft.draftId}`);
      return draftView(request, draft);
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

  app.get<{ Querystring: PageParameters & { state?: DraftState } }>(
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
    asked: { readonly orderId?: string; readonly state?: DraftState },
  ): Promise<object> {
    const { after = null, limit = 100 } = request.query;
    const caller = callerOf(request);
    const [before = null] = marks(after, 1);
    const rows = await drafts.page(caller.account, { ...asked, before, limit: limit + 1 });
    const page = paged(rows, limit, ({ draftId }) => [draftId]);
    const seen = await orders.loadMany(caller, [...new Set(page.items.map(({ orderId }) => orderId))]);
    const ids = new Set(seen.map(({ head }) => head.orderId));
    return {
      ...page,
      items: page.items.filter(({ orderId }) => ids.has(orderId)).map((each) => draftView(request, each)),
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
          'The preview is that of the edit: lines, stock, money and papers. Where it would be refused, `problem` says why; what changed since it was written and is touched by it stands in `conflicts`. The preview is for who sees amounts and people.',
        params: DraftParams,
        response: answers(200, 'The draft.', 'DraftWithPreview', ['404']),
      },
    },
    async (request) => {
      const { draft, order } = await found(request, request.params.draftId);
      const { permissions } = callerOf(request);
      const view = { ...draftView(request, draft), conflicts: [] as readonly string[], preview: null, problem: null };
      if (draft.state !== 'open') return view;
      const standing = { ...view, conflicts: await conflicts(draft, order) };
      if (!permits(permissions, 'prices.view') || !permits(permissions, 'personal.view')) return standing;
      const made = await orders.preview(callerOf(request), {
        orderId: draft.orderId,
        command: commandOf(draft),
        actor: actorOf(request),
        reason: reasonOf(request),
      });
      if (!('accepted' in made)) return objectText({ ...standing, preview: shownPreview(request, made, false) });
      const { refused, pointer } = made.refusal;
      const problem = { code: refused, title: describe(refused).meaning };
      return { ...standing, problem: pointer === undefined ? problem : { ...problem, pointer } };
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
        params: DraftParams,
        headers: KEYED_HEADERS,
        body: ref(DraftInput),
        response: answers(200, 'The draft.', 'Draft', ['404', '409', '413', '415']),
      },
    },
    async (request) => {
      const { draft, order } = await found(request, request.params.draftId);
      return changed(request, draft, { content: request.body, baseVersion: order.head.version });
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
          headers: KEYED_HEADERS,
          body: ref(Nothing),
          response: answers(200, 'The draft.', 'Draft', ['404', '409', '415']),
        },
      },
    ] as const;

  app.post<DraftRequest>(
    ...simple(
      'rebase',
      'rebaseDraft',
      'Keep a draft as it is, on the present version',
      'The same changes, meant on the order as it is now: what conflicted does so no more.',
    ),
    async (request) => {
      const { draft, order } = await found(request, request.params.draftId);
      return changed(request, draft, { baseVersion: order.head.version });
    },
  );

  app.post<DraftRequest>(
    ...simple(
      'discard',
      'discardDraft',
      'Discard a draft',
      'Always possible while it is open. The order knows nothing of it.',
    ),
    async (request) => {
      const { draft } = await found(request, request.params.draftId);
      return draft.state === 'discarded' ? draftView(request, draft) : changed(request, draft, { state: 'discarded' });
    },
  );

  app.post<DraftRequest>(
    '/drafts/:draftId/confirm',
    {
      config: { permission: 'orders.edit' },
      schema: {
        operationId: 'confirmDraft',
        tags: TAGS,
        summary: 'Make the edit',
        description:
          'Edits the order in one step. Where the order moved on and nothing that the draft touches became another, it is made on the present version; else it is refused with `draft_outdated`, which names what did. Confirming again answers what the first did.',
        params: DraftParams,
        headers: KEYED_HEADERS,
        body: ref(Nothing),
        response: answers(200, 'The order after it.', ['Order', 'OrderReceipt'], ['404', '409', '415']),
      },
    },
    async (request, reply) => {
      const { draft, order } = await found(request, request.params.draftId);
      if (draft.state === 'discarded') throw new RequestProblem('draft_closed', { details: { state: draft.state } });
      const caller = callerOf(request);
      const against = draft.state === 'open' ? await conflicts(draft, order) : [];
      const content = createHash('sha256').update(JSON.stringify(draft.content)).digest('hex');
      const outcome = await orders.execute(caller, {
        orderId: draft.orderId,
        command: commandOf(draft),
        actor: actorOf(request),
        reason: reasonOf(request),
        idempotency: { credential: 'draft', key: draft.draftId, content },
        // What it was judged on; what it would touch may become another meanwhile.
        ...(against.length > 0 ? { expectedVersion: draft.baseVersion } : { expectedVersion: order.head.version }),
      });
      if (!outcome.accepted && outcome.refusal.refused === 'version_conflict' && against.length > 0) {
        throw new RequestProblem('draft_outdated', { details: { fields: against, version: order.head.version } });
      }
      if (outcome.accepted && draft.state === 'open') {
        await drafts.change(caller.account, draft.draftId, {
          state: 'confirmed',
          confirmedAs: outcome.order.head.version,
          at: now(),
        });
      }
      return answerWrite(request, reply, outcome, preferenceOf(request));
    },
  );

  app.post<DraftRequest>(
    '/drafts/:draftId/undo',
    {
      config: { permission: 'orders.edit' },
      schema: {
        operationId: 'undoDraft',
        tags: TAGS,
        summary: 'Prepare the edit that takes a confirmed one back',
        description: 'A new draft with the changes the other way round: to be looked at, and confirmed like any other.',
        params: DraftParams,
        headers: KEYED_HEADERS,
        body: ref(Nothing),
        response: answers(201, 'The new draft.', 'Draft', ['404', '409', '415']),
      },
    },
    async (request, reply) => {
      const { draft, order } = await found(request, request.params.draftId);
      if (draft.confirmedAs === null) throw new RequestProblem('draft_closed', { details: { state: draft.state } });
      const after = await versionOf(history, order, draft.confirmedAs, '/confirmedAs');
      const before = await versionOf(history, order, draft.confirmedAs - 1, '/confirmedAs');
      const changes = undoing(before, after);
      if (changes.length === 0) throw new RequestProblem('draft_closed', { details: { state: draft.state } });
      const undo = await add(request, order, { changes });
      void reply.code(201).header('location', `/api/v1/admin/drafts/${undo.draftId}`);
      return draftView(request, undo);
    },
  );

  async function changed(
    request: FastifyRequest,
    draft: OrderDraft,
    next: { content?: DraftContent; baseVersion?: number; state?: DraftState },
  ): Promise<object> {
    const row = await drafts.change(callerOf(request).account, draft.draftId, { ...next, at: now() });
    if (row === null) throw new RequestProblem('draft_closed', { details: { state: draft.state } });
    return draftView(request, row);
  }
}

const commandOf = ({ content }: OrderDraft): EditOrder => ({ type: EDITING, ...content });

/** Changes may hold addresses and amounts: who sees either not, sees only what kinds of changes there are. */
function draftView(request: FastifyRequest, { content, ...draft }: OrderDraft): object {
  const { prices, personal } = sightOf(callerOf(request));
  const { changes, promotions = 'keep', settle = 'none', reason = null } = content;
  const whole = { changes, promotions, settle, reason: personal ? reason : null };
  const shown = personal
    ? whole
    : {
        ...whole,
        changes: changes.map((change) => (change.change === 'set_address' ? { change: change.change } : change)),
      };
  return { ...draft, ...(prices ? shown : withoutTaxes(withoutPrices(shown))) };
}

/** Taxes of lines that a change says are amounts too. */
const withoutTaxes = <Shown extends { readonly changes: readonly object[] }>(shown: Shown): Shown => ({
  ...shown,
  changes: shown.changes.map((change) => ('tax' in change ? { ...change, tax: null } : change)),
});
