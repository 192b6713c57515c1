import { DRAFT_ORDER_STATES } from '@docket/core/draft-order/draft-order-states';
import { type Static, Type } from 'typebox';
import { ADDRESS_PATTERN, MOST_ADDRESS } from '../../../mail/address.js';
import { amount, closed, oneOf, ref, text } from './fields.js';
import { Address } from './place-order.js';

const STATES = DRAFT_ORDER_STATES as readonly ['open', 'sent', 'placed', 'expired', 'cancelled'];

export const mailAddress = () =>
  Type.String({ maxLength: MOST_ADDRESS, pattern: ADDRESS_PATTERN, description: 'One mail address, without a name.' });

/** What a buyer adds where the shop left it open. */
const buyersPart = {
  email: Type.Optional(mailAddress()),
  firstName: Type.Optional(text(200)),
  lastName: Type.Optional(text(200)),
  phone: Type.Optional(text(50)),
  address: Type.Optional(ref(Address)),
};
export const LookAtDraftOrderBody = closed(buyersPart, { $id: 'LookAtDraftOrder' });
export const AcceptDraftOrderBody = closed(
  {
    revision: Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'That the buyer saw.' }),
    total: amount('That the buyer saw, in minor units.'),
    ...buyersPart,
  },
  { $id: 'AcceptDraftOrder' },
);
export type LookAtDraftOrderBody = Static<typeof LookAtDraftOrderBody>;
export type AcceptDraftOrderBody = Static<typeof AcceptDraftOrderBody>;

const str = Type.String();
const int = (description?: string) => Type.Integer(description === undefined ? {} : { description });
const orNull = (type: string, description?: string) =>
  Type.Unsafe<unknown>({ type: [type, 'null'], ...(description === undefined ? {} : { description }) });
const dateOrNull = (description?: string) =>
  Type.Unsafe<string | null>({
    type: ['string', 'null'],
    format: 'date-time',
    ...(description === undefined ? {} : { description }),
  });
const refOrNull = (name: string, description?: string) =>
  Type.Unsafe<unknown>({
    anyOf: [{ $ref: `${name}#` }, { type: 'null' }],
    ...(description === undefined ? {} : { description }),
  });
const listOf = (name: string, description?: string) =>
  Type.Unsafe<unknown[]>({
    type: 'array',
    items: { $ref: `${name}#` },
    ...(description === undefined ? {} : { description }),
  });

const OwnDraftOrder = closed(
  {
    shop: str,
    state: oneOf(STATES),
    revision: int('To be named when it is accepted.'),
    currency: str,
    expiresAt: dateOrNull(),
    message: orNull('string'),
    lines: Type.Array(
      closed({
        id: str,
        sku: str,
        name: str,
        imageUrl: orNull('string'),
        quantity: int(),
        priceMicros: orNull('integer'),
        discountMicros: orNull('integer'),
        total: orNull('integer'),
        gift: Type.Boolean(),
      }),
    ),
    deliveries: Type.Array(
      closed({
        type: oneOf(['delivery', 'pickup']),
        method: orNull('string'),
        price: orNull('integer'),
        pickupPoint: orNull('string'),
        address: refOrNull('Address'),
      }),
    ),
    discounts: Type.Array(closed({ name: str, amount: int() })),
    totals: refOrNull('Totals', 'Null where it cannot be ordered as it stands.'),
    problems: listOf('DraftOrderProblem', 'What stands against ordering it now.'),
    missing: Type.Array(oneOf(['email', 'name', 'address']), { description: 'What is to be said on accepting it.' }),
    payment: Type.Unsafe<unknown>({
      anyOf: [
        closed({
          method: str,
          page: Type.Boolean({ description: 'A provider shows a page on which it is paid.' }),
          instructions: orNull('string'),
        }),
        { type: 'null' },
      ],
      description: 'Null: it is paid later, on account.',
    }),
    orderId: orNull('string', 'Once it is ordered; the token opens that order too (/api/v1/account/guest/{token}).'),
  },
  { $id: 'OwnDraftOrder', description: 'A draft order as its buyer sees it, always as it is now.' },
);

export const OWN_DRAFT_ORDER_INPUTS = [LookAtDraftOrderBody, AcceptDraftOrderBody];
export const OWN_DRAFT_ORDER_ANSWERS = [OwnDraftOrder];
