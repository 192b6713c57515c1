import type { AnswerOf } from '@docket/sdk';
import { queryOptions } from '@tanstack/react-query';
import { docket } from '../docket';

export type Credit = AnswerOf<'getCredit'>;

export const creditQuery = (credit: string) =>
  queryOptions({
    queryKey: ['settings', 'credits', 'one', credit],
    queryFn: () => docket.call('getCredit', { path: { credit } }),
  });
