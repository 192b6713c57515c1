import type { DocumentRef } from '@docket/core/order/document-kind';
import { DOCUMENT_KINDS } from '@docket/core/order/document-kinds';
import type { DocumentKindName, Order } from '@docket/core/order/order';
import { Type } from 'typebox';
import { RequestProblem } from '../problem.js';

const KINDS = Object.keys(DOCUMENT_KINDS) as DocumentKindName[];

/** One document of an order, as a query names it. */
export const OF_DOCUMENT = Type.Optional(
  Type.String({
    pattern: `^(?:${KINDS.join('|')}):[^\\u0000-\\u001f]+$`,
    maxLength: 100,
    'x-storable': true,
    description: 'What happened to this document alone, by its kind and its id in the order: payment:1, custom:2.',
  }),
);

/** The document that is named. Throws document_not_found. */
export function documentIn({ documents }: Order, named: string): DocumentRef {
  const colon = named.indexOf(':');
  const [kind, id] = [named.slice(0, colon) as DocumentKindName, named.slice(colon + 1)];
  if (!Object.hasOwn(documents[kind], id))
    throw new RequestProblem('document_not_found', { in: 'query', pointer: '/document' });
  return { kind, id };
}
