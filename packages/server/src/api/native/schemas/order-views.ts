import { type Static, Type } from 'typebox';
import { closed, code, ref, text } from './fields.js';
import { OrderViewQuery } from './order-list.js';
import { next } from './paging.js';

export const ViewInput = closed(
  {
    name: Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\s](?:.*[^\\s])?$' }),
    shared: Type.Optional(
      Type.Boolean({
        description: 'False where absent: its owner alone sees it. True: everybody who may read orders.',
      }),
    ),
    query: ref(OrderViewQuery),
    columns: Type.Optional(
      Type.Array(code(), {
        maxItems: 50,
        uniqueItems: true,
        description: 'What a screen shows of each order, in order.',
      }),
    ),
    position: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 10_000, description: 'Where a screen shows the view; 0 where absent.' }),
    ),
  },
  { $id: 'ViewInput' },
);
export type ViewInput = Static<typeof ViewInput>;

const date = Type.String({ format: 'date-time' });

const ViewSchema = closed(
  {
    viewId: Type.String(),
    owner: Type.String({ description: 'Who saved it, such as key:erp.' }),
    mine: Type.Boolean({ description: 'Whether that is who asks.' }),
    name: Type.String(),
    shared: Type.Boolean(),
    query: Type.Unsafe<object>({
      type: 'object',
      additionalProperties: true,
      description:
        'As it was saved; of an earlier version of Docket it may no longer be valid. Without personal.view the views of others lose q and email.',
    }),
    columns: Type.Array(Type.String()),
    position: Type.Integer(),
    invalid: Type.Unsafe<object | null>({
      description: 'Why the query can no longer be asked, and the field that is to blame; null where it can.',
      anyOf: [closed({ code: text(64), pointer: Type.String(), detail: Type.String() }), { type: 'null' }],
    }),
    createdAt: date,
    updatedAt: date,
  },
  { $id: 'View' },
);

const ViewPage = closed({ items: Type.Array(Type.Unsafe<object>({ $ref: 'View#' })), next }, { $id: 'ViewPage' });

export const VIEW_INPUTS = [OrderViewQuery, ViewInput];
const RemovedView = closed({ viewId: Type.String() }, { $id: 'RemovedView' });

export const VIEW_ANSWERS = [ViewSchema, ViewPage, RemovedView];
