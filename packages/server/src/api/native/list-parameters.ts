import type { ListProblem, OrderListQuery } from '../../read-models/order-list-query.js';
import { type ProblemCode, RequestProblem } from '../problem.js';
import type { OrderListParameters } from './schemas/order-list.js';

/** The parameters in the words of the read model. */
export function listQuery(parameters: Omit<OrderListParameters, 'view'>, now: () => string): OrderListQuery {
  const { q, late, externalId, externalSource, complete, deleted, order, ...same } = parameters;
  // Whether to count is no part of the query: a cursor is good with and without.
  delete same.count;
  delete same.sum;
  return {
    ...same,
    ...(q === undefined ? {} : { text: q }),
    ...(late === true ? { lateAt: now() } : {}),
    ...(externalId === undefined
      ? {}
      : { externalId: { ids: externalId, ...(externalSource === undefined ? {} : { source: externalSource }) } }),
    ...(complete === undefined ? {} : { complete: complete === 'any' ? complete : complete === 'true' }),
    ...(deleted === undefined ? {} : { deleted: deleted === 'any' ? deleted : deleted === 'true' }),
    ...(order === undefined ? {} : { descending: order === 'desc' }),
  };
}

const PROBLEMS: Readonly<Record<ListProblem['problem'], ProblemCode>> = {
  cursor_invalid: 'cursor_invalid',
  cursor_of_other_query: 'cursor_invalid',
  offset_too_deep: 'page_too_deep',
  limit_invalid: 'field_invalid',
  text_invalid: 'text_invalid',
  text_too_long: 'field_invalid',
  prefix_too_short: 'field_invalid',
};
const DETAILS: Readonly<Partial<Record<ListProblem['problem'], string>>> = {
  cursor_of_other_query: 'The cursor belongs to other filters or another sort: start again without it.',
  text_too_long: 'There are too many words in it.',
  prefix_too_short: 'The beginning of a word needs at least 3 characters before the *.',
};

export function listProblem({ problem, field }: ListProblem): RequestProblem {
  const detail = DETAILS[problem];
  const pointer = `/${field === 'text' ? 'q' : field}`;
  return new RequestProblem(PROBLEMS[problem], { in: 'query', pointer, ...(detail === undefined ? {} : { detail }) });
}
