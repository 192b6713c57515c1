import { Type } from 'typebox';
import { closed, oneOf } from './fields.js';

const str = (description?: string) => Type.String(description === undefined ? {} : { description });

/** The answer to every request that failed. */
export const Problem = closed(
  {
    type: str('A page that explains the code.'),
    title: str(),
    status: Type.Integer(),
    detail: str(),
    code: str('Stable; see /docs/refusals.'),
    pointer: Type.Optional(str('JSON pointer into the part that `in` names.')),
    in: Type.Optional(oneOf(['body', 'query', 'path', 'header'])),
    details: Type.Optional(Type.Unsafe<Record<string, unknown>>({ type: 'object' })),
    difference: Type.Optional(
      Type.Array(
        closed({
          pointer: str('JSON pointer into the effects of the preview.'),
          before: Type.Optional(Type.Unknown({ description: 'As it was shown; absent where it was not there.' })),
          after: Type.Optional(Type.Unknown({ description: 'As it would be now; absent where it is not there.' })),
        }),
        { description: 'Of preview_outdated: at most 50 places.' },
      ),
    ),
    errors: Type.Optional(
      Type.Array(closed({ pointer: str(), detail: str() }), {
        maxItems: 20,
        description: 'Where a body has several faults: all of them, the first included.',
      }),
    ),
    retry: Type.Boolean({ description: 'True: the very same request may pass later.' }),
    requestId: str(),
  },
  { $id: 'Problem', description: 'Problem details, RFC 9457.' },
);
