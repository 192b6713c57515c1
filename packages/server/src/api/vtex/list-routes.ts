import { type ListProblem, isListProblem } from '../../read-models/order-list-query.js';
import { callerOf } from '../auth.js';
import { RequestProblem } from '../problem.js';
import type { VtexDependencies, VtexRoute } from './dialect.js';
import { filtersOf, pageOf } from './list-filters.js';
import { listRow } from './list-row.js';
import { statisticsView } from './list-statistics.js';
import { queryOf } from './reading.js';
import { assertSeesDocuments, DOCUMENTS } from './read-routes.js';

/**
 * The list, row 3 of the index (vtex-oms §1.2), without the ends of VTEX: not 30 pages but 10,000 orders, no two years, no
 * delay. Rows are written from the orders as they are, so a row never says less than the order itself (§10.3).
 */
export const listRoutes = ({ orders, now }: VtexDependencies): readonly VtexRoute[] => [
  {
    method: 'GET',
    path: '/api/oms/pvt/orders',
    permission: 'orders.view',
    further: DOCUMENTS,
    handler: async (request) => {
      assertSeesDocuments(request);
      const caller = callerOf(request);
      const query = queryOf(request.query);
      const { page, perPage } = pageOf(query);
      const filters = filtersOf(query, { now: now(), account: caller.account });
      const found = await orders.list(caller, { ...filters, limit: perPage, offset: (page - 1) * perPage });
      if (isListProblem(found)) throw listProblem(found);
      const rows = await orders.loadMany(
        caller,
        found.orders.map(({ order_id }) => order_id),
      );
      const statistics = await orders.statistics(caller, filters);
      if (isListProblem(statistics)) throw listProblem(statistics);
      return {
        list: rows.map(listRow),
        facets: [],
        paging: {
          total: statistics.orders,
          pages: Math.ceil(statistics.orders / perPage),
          currentPage: page,
          perPage,
        },
        stats: statisticsView(statistics),
      };
    },
  },
];

function listProblem({ problem, field }: ListProblem): RequestProblem {
  const detail =
    problem === 'offset_too_deep'
      ? 'Pages reach 10,000 orders: ask for a shorter range of f_creationDate.'
      : `${field} cannot be searched for (${problem}).`;
  return new RequestProblem('request_invalid', { detail });
}
