import type { EditOrder } from '@docket/core/order/edit-commands';
import { PROMOTION_FATES } from '@docket/core/order/edit-pricing';
import { CONSENT_ANSWERS, DRAFT_FILTERS, DRAFT_STATES } from '../../../edits/order-draft.js';
import { type Static, Type } from 'typebox';
import { editChanges, promotionPolicy, settlement } from './edits.js';
import { EDIT_KINDS } from '@docket/core/order/edit-commands';
import { dateOrNull, orNull } from './answer-fields.js';
import { closed, id, oneOf, text } from './fields.js';
import { next, PageQuery } from './paging.js';

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
  state: Type.Optional(oneOf(DRAFT_FILTERS, 'undecided: open or awaiting_consent.')),
  ...PageQuery.properties,
});

const summary = {
  draftId: Type.String(),
  orderId: Type.String(),
  state: oneOf(DRAFT_STATES),
  baseVersion: Type.Integer({ description: 'Of the order, as the changes were written against it.' }),
  confirmedAs: orNull('integer', 'The version of the order that confirming made.'),
  createdBy: Type.String(),
  createdAt: Type.String({ format: 'date-time' }),
  updatedAt: Type.String({ format: 'date-time' }),
  changeCount: Type.Integer(),
  kinds: Type.Array(oneOf(EDIT_KINDS), { description: 'Kinds of its changes, each once.' }),
};

const question = {
  askedAt: Type.String({ format: 'date-time' }),
  askedBy: Type.String(),
  expiresAt: Type.String({ format: 'date-time' }),
  answer: Type.Unsafe<string | null>({
    type: ['string', 'null'],
    enum: [...CONSENT_ANSWERS, null],
    description:
      'Null while it waits. outdated, refused: the buyer agreed and the edit could not be made; the draft is open again.',
  }),
  answeredAt: dateOrNull(),
  answeredBy: orNull('string', 'The session or the link of the buyer.'),
  problem: orNull('string', 'The code of what stood against the edit when the buyer agreed.'),
};

const DraftQuestion = closed(question, { $id: 'DraftQuestion', description: 'The last question to the buyer.' });

const DraftConsent = closed(
  {
    ...question,
    message: orNull('string', 'What the shop wrote; null without personal.view.'),
    reason: orNull('string', 'What the buyer answered; null without personal.view.'),
  },
  { $id: 'DraftConsent', description: 'The last question to the buyer, with what people wrote.' },
);

const orNone = (schema: string, description: string) =>
  Type.Unsafe<object | null>({ anyOf: [{ $ref: `${schema}#` }, { type: 'null' }], description });

const DraftSummary = closed(
  {
    ...summary,
    number: orNull('string', 'That the order is known by.'),
    consent: orNone('DraftQuestion', 'Null where the buyer was never asked.'),
  },
  { $id: 'DraftSummary', description: 'A draft without its changes.' },
);

const draft = {
  ...summary,
  revision: Type.Integer({ description: 'Rises with every change; quoted, it is the ETag.' }),
  confirmedFrom: orNull('integer', 'The version that was edited; that of confirmedAs where nothing changed.'),
  consent: orNone('DraftConsent', 'Null where the buyer was never asked.'),
  changes: Type.Array(
    Type.Unsafe<object>({
      type: 'object',
      additionalProperties: true,
      description: 'As in EditChange; amounts null without prices.view, addresses left out without personal.view.',
    }),
  ),
  promotions: promotionPolicy(),
  settle: settlement(),
  reason: orNull('string'),
};

const Draft = closed(draft, { $id: 'Draft' });

const DraftWithPreview = closed(
  {
    ...draft,
    conflicts: Type.Array(Type.String(), {
      description: 'What the draft touches and became another since: lines/2/quantity.',
    }),
    promotionsByLine: Type.Array(
      closed({
        lineId: Type.String(),
        promotions: oneOf(
          PROMOTION_FATES,
          'What becomes of the promotions on the line. by_hand, settled: what was set by hand, and what has papers or parcels, stays.',
        ),
      }),
      { description: 'Lines of which there is something to say.' },
    ),
    consentNeeded: Type.Boolean({ description: 'The rules of the account want the buyer asked first.' }),
    preview: orNone('DraftPreview', 'Null where it would be refused, and for who does not see amounts and people.'),
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

const DraftPage = closed(
  { items: Type.Array(Type.Unsafe<object>({ $ref: 'DraftSummary#' })), next },
  { $id: 'DraftPage' },
);

export const AskBuyerBody = closed(
  {
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 60, description: 'To answer in; 7 where absent.' })),
    message: Type.Optional(text(500, 'To the buyer, in the mail and beside the question; personal.')),
    mail: Type.Optional(
      Type.Boolean({
        description:
          'False: no mail is sent; the buyer finds the question in their account, and only there. A link to the order shows no question but the one that it was mailed with.',
      }),
    ),
  },
  { $id: 'AskBuyer' },
);
export type AskBuyerBody = Static<typeof AskBuyerBody>;

export const DRAFT_INPUTS = [DraftInput, AskBuyerBody];
export const DRAFT_ANSWERS = [DraftQuestion, DraftConsent, DraftSummary, Draft, DraftWithPreview, DraftPage];
