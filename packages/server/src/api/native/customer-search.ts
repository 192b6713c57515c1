import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { permits } from '../../access/permissions.js';
import type { Customer } from '../../customers/customers.js';
import type { CustomerSearch, FoundCustomer } from '../../customers/find-customers.js';
import { callerOf } from '../auth.js';
import { RequestProblem } from '../problem.js';
import { marks, paged } from './page-marks.js';
import { queryText } from './schemas/fields.js';
import type { SettingSearch } from './setting-routes.js';

/** Looks for customers; a place more than asked for tells that there is a next page. */
export type FindCustomers = (account: string, search: CustomerSearch) => Promise<readonly FoundCustomer[]>;

const parameters = {
  q: Type.Optional(
    queryText(
      100,
      'Beginnings of names, company and mail address, between blanks; all must be there. Needs personal.view.',
    ),
  ),
  email: Type.Optional(queryText(320, 'The mail address, in capitals or not. Needs personal.view.')),
};

/** How the list of customers is asked for persons. Refusals: permission_missing, cursor_invalid. */
export function customerSearch(find: FindCustomers): SettingSearch<Customer> {
  return {
    parameters,
    async page(request, { after, limit }) {
      const { q, email } = request.query as { q?: string; email?: string };
      if (q === undefined && email === undefined) return null;
      const { account } = seesPeople(request);
      const place = marks(after, email === undefined ? 2 : 1);
      const found = await find(account, {
        ...(q === undefined ? {} : { text: q }),
        ...(email === undefined ? {} : { email }),
        ...(place.length === 0 ? {} : { after: place }),
        limit: limit + 1,
      });
      const { items, next } = paged(found, limit, (one) => one.place);
      return { items: items.map(({ customer }) => customer), next };
    },
  };
}

/** Who cannot see people must not find out by looking for them. */
function seesPeople(request: FastifyRequest): ReturnType<typeof callerOf> {
  const caller = callerOf(request);
  if (permits(caller.permissions, 'personal.view')) return caller;
  throw new RequestProblem('permission_missing', { details: { permission: 'personal.view' } });
}
