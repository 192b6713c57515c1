import type { AnswerOf } from '@docket/sdk';
import { queryOptions } from '@tanstack/react-query';
import { docket } from '../docket';

export type Role = AnswerOf<'getRole'>;

/** Under `['roles']` lies all that a change of a role makes stale: this list to choose from, and the pages of the screen. */
export const everyRole = queryOptions({
  queryKey: ['roles', 'every'],
  queryFn: () => docket.call('listRoles', { query: { limit: 1_000 } }),
});
