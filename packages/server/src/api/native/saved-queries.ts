import type { FastifyInstance } from 'fastify';
import type { Caller } from '../../access/caller.js';
import { permits } from '../../access/permissions.js';
import { compileFilters } from '../../read-models/order-list-filters.js';
import { isListProblem } from '../../read-models/order-list-query.js';
import type { OrderViews, Viewer } from '../../views/order-views.js';
import { describe, RequestProblem } from '../problem.js';
import { validationProblem } from '../validation.js';
import { listProblem, listQuery } from './list-parameters.js';
import { ref } from './schemas/fields.js';
import { OrderViewQuery } from './schemas/order-list.js';

export interface SavedQueries {
  /** The filters and sort of a view. Throws view_not_found, view_invalid. */
  queryOf(caller: Caller, viewId: string): Promise<OrderViewQuery>;
  /** What is wrong with a query, as a request with it would be told; null where nothing is. */
  problemOf(account: string, query: object): RequestProblem | null;
}

export const viewerOf = ({ account, id, permissions }: Caller): Viewer => ({
  account,
  id,
  mayChangeShared: permits(permissions, 'settings.edit'),
});

/**
 * Saved queries are checked like those of a request whenever they are used: what an earlier version took may be unknown
 * today.
 */
export function createSavedQueries(app: FastifyInstance, views: OrderViews, now: () => string): SavedQueries {
  const validate = app.validatorCompiler?.({
    schema: ref(OrderViewQuery),
    method: 'GET',
    url: '/orders',
    httpPart: 'body',
  });
  if (validate === undefined) throw new Error('the server has no validator');

  const problemOf: SavedQueries['problemOf'] = (account, query) => {
    // Validating writes instants anew.
    const copy = structuredClone(query);
    if (validate(copy) === false) return validationProblem(validate.errors ?? [], 'body');
    const filters = compileFilters(account, listQuery(copy, now));
    return isListProblem(filters) ? listProblem(filters) : null;
  };
  return {
    problemOf,
    async queryOf(caller, viewId) {
      const view = await views.read(viewerOf(caller), viewId);
      const at = { in: 'query', pointer: '/view' } as const;
      if (view === null) throw new RequestProblem('view_not_found', at);
      const problem = problemOf(caller.account, view.query);
      if (problem !== null) {
        const { pointer = '' } = problem.where;
        throw new RequestProblem('view_invalid', { ...at, details: { code: problem.code, pointer } });
      }
      return view.query;
    },
  };
}

/** The problem of a saved query as its view shows it. */
export function invalidity({ code, where }: RequestProblem): { code: string; pointer: string; detail: string } {
  return { code, pointer: where.pointer ?? '', detail: where.detail ?? describe(code).remedy };
}
