import { type Static, Type } from 'typebox';
import { CREDIT_KINDS } from '../../../store-credit/credits.js';
import { closed, code, id, instant, oneOf, queryText, ref, signedAmount, text } from './fields.js';
import { next } from './paging.js';
import { orNull } from './setting-schemas.js';

export const CreditInput = closed(
  {
    kind: oneOf(CREDIT_KINDS, 'Cannot be changed.'),
    currency: text(8, 'ISO 4217; cannot be changed.'),
    customerId: Type.Optional(orNull(id('Whose it is; null: of whoever has the code.'))),
    active: Type.Optional(Type.Boolean({ description: 'True where absent. False: no new payment takes from it.' })),
    expiresAt: Type.Optional(orNull(instant('From then on no new payment takes from it.'))),
  },
  { $id: 'CreditInput' },
);
export type CreditInput = Static<typeof CreditInput>;

/** Blanks and hyphens are for the eye, and capitals do not matter. */
const giftCode = () =>
  Type.String({
    minLength: 8,
    maxLength: 64,
    pattern: '^[A-Za-z0-9](?:[A-Za-z0-9 -]*[A-Za-z0-9])?$',
    description: 'As it is printed on the card; blanks, hyphens and capitals do not matter. Make it at random.',
  });

export const CreditCode = closed({ code: giftCode() }, { $id: 'CreditCode' });
export const CreditCodeOrNull = closed({ code: orNull(giftCode()) }, { $id: 'CreditCodeOrNull' });

export const CreditAdjustment = closed(
  {
    key: code('Names this adjustment: sent again with it, it changes nothing.'),
    amount: signedAmount('Minor units. Positive: put on it; negative: taken off.'),
    reason: text(200, 'Why; it stands in the list of movements, in plain: nothing personal.'),
  },
  { $id: 'CreditAdjustment' },
);
export type CreditAdjustment = Static<typeof CreditAdjustment>;

export const CreditQuery = closed({
  customerId: Type.Optional(queryText(64, 'Those of this customer alone.')),
  after: Type.Optional(queryText(1_000, 'From `next` of the page before.')),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000, description: '100 where absent.' })),
});
export type CreditQuery = Static<typeof CreditQuery>;

const amount = (description: string) => Type.Integer({ description });
const nullable = (format?: string) =>
  Type.Unsafe<string | null>({ type: ['string', 'null'], ...(format === undefined ? {} : { format }) });

const Credit = closed(
  {
    credit: Type.String(),
    kind: oneOf(CREDIT_KINDS),
    currency: Type.String(),
    customerId: nullable(),
    active: Type.Boolean(),
    expiresAt: nullable('date-time'),
    hasCode: Type.Boolean({ description: 'The code itself is known by its hash alone.' }),
    balance: amount('Minor units.'),
    held: amount('Promised to payments; a part of the balance.'),
    available: amount('What a new payment may take.'),
    createdAt: Type.String({ format: 'date-time' }),
  },
  { $id: 'Credit' },
);
const CreditPage = closed({ items: Type.Array(ref(Credit)), next }, { $id: 'CreditPage' });

const CreditMovement = closed(
  {
    id: Type.String(),
    at: Type.String({ format: 'date-time' }),
    kind: oneOf(
      ['adjusted', 'held', 'captured', 'voided', 'refunded'],
      'adjusted: by hand. held: for a payment. captured: taken by it. voided: given up by it. refunded: given back.',
    ),
    amount: amount('Minor units; of adjusted with its sign.'),
    balance: amount('After it.'),
    held: amount('After it.'),
    orderId: nullable(),
    actor: Type.String(),
    reason: Type.String(),
  },
  { $id: 'CreditMovement' },
);
const CreditMovementPage = closed({ items: Type.Array(ref(CreditMovement)), next }, { $id: 'CreditMovementPage' });

export const CREDIT_INPUTS = [CreditInput, CreditCode, CreditCodeOrNull, CreditAdjustment];
export const CREDIT_ANSWERS = [Credit, CreditPage, CreditMovement, CreditMovementPage];
