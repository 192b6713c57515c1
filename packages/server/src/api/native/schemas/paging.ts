import { Type } from 'typebox';
import { closed, queryText } from './fields.js';

const after = Type.Optional(queryText(500, 'From `next` of the page before.'));

/** A page of a plain table, in the order of its key. */
export const PageQuery = closed({
  after,
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000, description: '100 where absent.' })),
});

/** `next` of a page. */
export const next = Type.Unsafe<string | null>({
  type: ['string', 'null'],
  description: 'The `after` of the next page; null at the end.',
});
