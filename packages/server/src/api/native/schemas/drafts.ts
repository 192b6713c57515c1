import type { EditOrder } from '@docket/core/order/edit-commands';
import { type Static, Type } from 'typebox';
import { editChanges, promotionPolicy, settlement } from './edits.js';
import { closed, id, oneOf, text } from './fields.js';
import { next, PageQuery } from './paging.js';

const STATES = ['open', 'confirmed', 'discarded'] as const;

export const DraftParams = closed({ draftId: id('Of the draft.') });

export const DraftInput = closed(
  {
    changes: editChanges(),
    promotions: Type.Optional(promotionPolicy()),
    settle: Type.Optional(settlement()),
    reason: Type.Optional(text(2_000, 'Free text for people; personal.')),
  },
  { $id: 'DraftInput' },
);
export type DraftInput = Static<typeof DraftInput> & Pick<EditOrder, 'changes'>;

export const DraftQueryParameters = closed({
  state: Type.Optional(oneOf(STATES)),
  ...PageQuery.properties,
});

const draft = {
  draftId: Type.String(),
  orderId: Type.String(),
  state: oneOf(STATES),
  baseVersion: Type.Integer({ description: 'Of the order, as the changes were written against it.' }),
  confirmedAs: Type.Unsafe<number | null>({
    type: ['integer', 'null'],
    description: 'The version of the order that confirming made.',
  }),
  createdBy: Type.String(),
  createdAt: Type.String({ format: 'date-time' }),
  updatedAt: Type.String({ format: 'date-time' }),
  changes: Type.Array(
    Type.Unsafe<object>({
      type: 'object',
      additionalProperties: true,
      description: 'As in EditChange; amounts null without prices.view, addresses left out without personal.view.',
    }),
  ),
  promotions: promotionPolicy(),
  settle: settlement(),
  reason: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
};

const Draft = closed(draft, { $id: 'Draft' });

const DraftWithPreview = closed(
  {
    ...draft,
    conflicts: Type.Array(Type.String(), {
      description: 'What the draft touches and became another since: lines/2/quantity.',
    }),
    preview: Type.Unsafe<object | null>({ anyOf: [{ $ref: 'Preview#' }, { type: 'null' }] }),
    problem: Type.Unsafe<object | null>({
      description: 'What confirming it would be refused with.',
      anyOf: [
        closed({ code: Type.String(), title: Type.String(), pointer: Type.Optional(Type.String()) }),
        { type: 'null' },
      ],
    }),
  },
  { $id: 'DraftWithPreview' },
);

const DraftPage = closed({ items: Type.Array(Type.Unsafe<object>({ $ref: 'Draft#' })), next }, { $id: 'DraftPage' });

export const DRAFT_INPUTS = [DraftInput];
export const DRAFT_ANSWERS = [Draft, DraftWithPreview, DraftPage];
