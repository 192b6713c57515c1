import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Caller } from '../../access/caller.js';
import { sightOf } from '../../access/sight.js';
import type { OrderViews, StoredView, ViewContent, ViewRefusal } from '../../views/order-views.js';
import { callerOf } from '../auth.js';
import { type IdempotencyClaim, idempotencyOf } from '../idempotency.js';
import { RequestProblem } from '../problem.js';
import { answers, KEYED_HEADERS } from './answers.js';
import { marks, paged } from './page-marks.js';
import { invalidity, type SavedQueries, viewerOf } from './saved-queries.js';
import { closed, id, ref } from './schemas/fields.js';
import { ViewInput } from './schemas/order-views.js';
import { PageQuery } from './schemas/paging.js';

export interface ViewRouteDependencies {
  readonly views: OrderViews;
  readonly saved: SavedQueries;
  readonly newViewId: () => string;
}

const VIEW = closed({ viewId: id() });

/** Saved views of the order list: one's own, and those that somebody shared in the account. */
export function addViewRoutes(app: FastifyInstance, { views, saved, newViewId }: ViewRouteDependencies): void {
  const shown = (caller: Caller, { owner, ...view }: StoredView): object => {
    const problem = saved.problemOf(caller.account, view.query);
    const mine = owner === caller.id;
    const query = mine || sightOf(caller).personal ? view.query : withoutPeople(view.query);
    return { ...view, query, owner, mine, invalid: problem === null ? null : invalidity(problem) };
  };
  const contentOf = (caller: Caller, input: ViewInput): ViewContent => {
    const { name, shared = false, query, columns = [], position = 0 } = input;
    const problem = saved.problemOf(caller.account, query);
    if (problem !== null) {
      const pointer = `/query${problem.where.pointer ?? ''}`;
      throw new RequestProblem(problem.code, { ...problem.where, in: 'body', pointer });
    }
    return { name, shared, query, columns, position };
  };

  app.get<{ Querystring: { after?: string; limit?: number } }>(
    '/views',
    {
      config: { permission: 'orders.view' },
      schema: {
        operationId: 'listViews',
        tags: ['views'],
        summary: 'Saved views: own and shared ones, by position',
        querystring: PageQuery,
        response: answers(200, 'A page of views.', 'ViewPage', []),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { after = null, limit = 100 } = request.query;
      const rows = await views.page(viewerOf(caller), { after: placeOf(after), limit: limit + 1 });
      const page = paged(rows, limit, ({ position, viewId }) => [String(position), viewId]);
      return { ...page, items: page.items.map((view) => shown(caller, view)) };
    },
  );

  app.post<{ Body: ViewInput }>(
    '/views',
    {
      config: { permission: 'orders.view' },
      schema: {
        operationId: 'addView',
        tags: ['views'],
        summary: 'Save a view',
        headers: KEYED_HEADERS,
        body: ref(ViewInput),
        response: answers(201, 'The view as it was saved.', 'View', ['409', '413', '415']),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const content = contentOf(caller, request.body);
      const added = await views.add(viewerOf(caller), viewIdOf(idempotencyOf(request), newViewId), content);
      const view = accepted(added);
      void reply.code(201).header('location', `/api/v1/admin/views/${view.viewId}`);
      return shown(caller, view);
    },
  );

  app.get<{ Params: { viewId: string } }>(
    '/views/:viewId',
    {
      config: { permission: 'orders.view' },
      schema: {
        operationId: 'getView',
        tags: ['views'],
        summary: 'Read a view',
        params: VIEW,
        response: answers(200, 'The view.', 'View', ['404']),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const view = await views.read(viewerOf(caller), request.params.viewId);
      return shown(caller, accepted(view ?? 'view_not_found'));
    },
  );

  app.put<{ Params: { viewId: string }; Body: ViewInput }>(
    '/views/:viewId',
    {
      config: { permission: 'orders.view', further: ['settings.edit'] },
      schema: {
        operationId: 'changeView',
        tags: ['views'],
        summary: 'Save a view anew',
        description: 'The shared view of another needs the permission settings.edit.',
        params: VIEW,
        body: ref(ViewInput),
        response: answers(200, 'The view as it was saved.', 'View', ['404', '413', '415']),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const content = contentOf(caller, request.body);
      return shown(caller, accepted(await views.change(viewerOf(caller), request.params.viewId, content)));
    },
  );

  app.delete<{ Params: { viewId: string } }>(
    '/views/:viewId',
    {
      config: { permission: 'orders.view', further: ['settings.edit'] },
      schema: {
        operationId: 'removeView',
        tags: ['views'],
        summary: 'Remove a view',
        description: 'The shared view of another needs the permission settings.edit.',
        params: VIEW,
        response: answers(200, 'It is gone.', 'RemovedView', ['404', '413', '415']),
      },
    },
    async (request) => {
      const { viewId } = request.params;
      accepted(await views.remove(viewerOf(callerOf(request)), viewId));
      return { viewId };
    },
  );
}

/** The query without whom somebody looked for. */
function withoutPeople({ q: _words, email: _address, ...query }: StoredView['query']): object {
  return query;
}

/** Position and id after which a page begins. */
function placeOf(after: string | null): readonly [number, string] | null {
  const [position, viewId] = marks(after, 2);
  if (position === undefined || viewId === undefined) return null;
  if (!/^\d{1,5}$/.test(position)) throw new RequestProblem('cursor_invalid', { in: 'query', pointer: '/after' });
  return [Number(position), viewId];
}

/** A request under a key makes its view under an id that follows from the key: sent again, it finds it. */
function viewIdOf(claim: IdempotencyClaim | undefined, newViewId: () => string): string {
  if (claim === undefined) return newViewId();
  return createHash('sha256').update(`${claim.credential}\n${claim.key}`).digest('hex').slice(0, 20);
}

function accepted<Answer extends StoredView | 'removed'>(answer: Answer | ViewRefusal): Answer {
  if (answer === 'view_of_another') {
    throw new RequestProblem('permission_missing', { details: { permission: 'settings.edit' } });
  }
  if (typeof answer === 'string' && answer !== 'removed') throw new RequestProblem(answer);
  return answer;
}
