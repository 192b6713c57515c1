import { EDIT_KINDS } from '@docket/core/order/edit-commands';
import { type Static, Type } from 'typebox';
import { date, dateOrNull, listOf, orNull, str } from './answer-fields.js';
import { amount, closed, instant, oneOf, text } from './fields.js';

/** How far a question is, in the words of its buyer. `outdated`: the order became another; the shop has to ask anew. */
export const OWN_EDIT_STATES = ['waiting', 'agreed', 'declined', 'withdrawn', 'expired', 'outdated'] as const;

const askedAt = () =>
  instant('Which question is answered: its `askedAt`, as it was shown. One that was asked since is another one.');

export const AgreeToEditBody = closed(
  {
    askedAt: askedAt(),
    total: amount('What the order comes to then, as it was shown (`after.total`). Another one is refused.'),
  },
  { $id: 'AgreeToEdit' },
);
export type AgreeToEditBody = Static<typeof AgreeToEditBody>;

export const DeclineEditBody = closed(
  { askedAt: askedAt(), reason: Type.Optional(text(2_000, 'Why not, for the shop.')) },
  { $id: 'DeclineEdit' },
);
export type DeclineEditBody = Static<typeof DeclineEditBody>;

const asked = {
  draftId: str(),
  state: oneOf(OWN_EDIT_STATES),
  askedAt: date(),
  expiresAt: date('Until when it can be answered.'),
  answeredAt: dateOrNull(),
  message: orNull('string', 'What the shop writes.'),
  reason: orNull('string', 'What you answered.'),
  kinds: Type.Array(oneOf(EDIT_KINDS), { description: 'Kinds of the changes, each once.' }),
};

const OwnEditSummary = closed(asked, { $id: 'OwnEditSummary', description: 'A change that the shop asked you about.' });
const OwnEdits = closed({ edits: listOf('OwnEditSummary') }, { $id: 'OwnEdits' });

const OwnEdit = closed(
  {
    ...asked,
    before: Type.Unsafe<object>({ $ref: 'OwnOrder#' }),
    after: Type.Unsafe<object | null>({
      anyOf: [{ $ref: 'OwnOrder#' }, { type: 'null' }],
      description: 'The order as it would be; null where it does not wait, or cannot be made as it is any more.',
    }),
  },
  { $id: 'OwnEdit', description: 'The change, with the order before and after it.' },
);

export const OWN_EDIT_INPUTS = [AgreeToEditBody, DeclineEditBody];
export const OWN_EDIT_ANSWERS = [OwnEditSummary, OwnEdits, OwnEdit];
