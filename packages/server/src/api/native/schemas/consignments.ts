import { ALLOCATION_RULES, CONSIGNMENT_STATUSES, MOST_MEMBERS } from '@docket/core/consignment/consignment';
import { MAX_TRACKING } from '@docket/core/order/package-tracking';
import { type Static, type TSchema, Type } from 'typebox';
import { date, dateOrNull, int, listOf, money, orNull, str } from './answer-fields.js';
import { amount, closed, id, instant, oneOf, orderId, queryText, text } from './fields.js';
import { next, PageQuery } from './paging.js';
import { orNull as schemaOrNull } from './setting-schemas.js';

const grams = () => Type.Integer({ minimum: 1, maximum: 100_000_000, description: 'Grams.' });
const textOrNull = (schema: TSchema) => Type.Optional(Type.Unsafe<string | null>(schemaOrNull(schema)));

const travel = {
  carrier: textOrNull(text(100, 'A code or name; of a carrier of the account the address to follow it is made.')),
  trackingNumber: textOrNull(text(100)),
  trackingUrl: textOrNull(Type.String({ minLength: 1, maxLength: 2_000, format: 'uri', pattern: '^https?://' })),
};
const details = {
  ...travel,
  cost: Type.Optional(
    Type.Unsafe<number | null>(
      schemaOrNull(
        amount('What it costs the merchant, in minor units of the currency of its orders; no buyer pays it.'),
      ),
    ),
  ),
  allocation: Type.Optional(
    oneOf(
      ALLOCATION_RULES,
      'How the cost is shared over its shipments; `value` at first. `equal`: each bears the same.',
    ),
  ),
};

const askedMembers = () =>
  Type.Array(
    closed({
      orderId: orderId(),
      shipmentId: Type.Optional(
        id(
          'What is neither sent nor planned becomes a shipment where absent; where all is planned, the first that has pieces left.',
        ),
      ),
      weight: Type.Optional(grams()),
    }),
    { minItems: 1, maxItems: MOST_MEMBERS, description: `Shipments of orders, ${MOST_MEMBERS} at most together.` },
  );

export const ConsignmentParams = closed({ consignmentId: id('Of the consignment.') });
export const MemberParams = closed({ consignmentId: id(), orderId: orderId(), shipmentId: id() });

export const CreateConsignment = closed({ members: askedMembers(), ...details }, { $id: 'CreateConsignment' });
export const ExtendConsignment = closed({ members: askedMembers() }, { $id: 'ExtendConsignment' });
export const ChangeConsignment = closed(
  {
    ...details,
    weights: Type.Optional(
      Type.Array(
        closed({
          orderId: orderId(),
          shipmentId: id(),
          weight: Type.Unsafe<number | null>(schemaOrNull(grams())),
        }),
        { minItems: 1, maxItems: MOST_MEMBERS, description: 'Of these shipments alone.' },
      ),
    ),
  },
  { $id: 'ChangeConsignment', minProperties: 1 },
);
export const HandOverConsignment = closed(
  { ...travel, dispatchedAt: Type.Optional(instant()) },
  { $id: 'HandOverConsignment' },
);
export const TrackConsignment = closed(
  {
    events: Type.Array(
      closed({
        at: instant(),
        city: Type.Optional(text(200)),
        state: Type.Optional(text(200)),
        description: text(2_000),
      }),
      { minItems: 1, maxItems: MAX_TRACKING },
    ),
  },
  { $id: 'TrackConsignment' },
);
export const DeliverConsignment = closed(
  { deliveredAt: Type.Optional(instant('The time of the request where absent.')) },
  { $id: 'DeliverConsignment' },
);
export const ReturnConsignment = closed(
  {
    reason: Type.Optional(text(2_000, 'Free text for people; personal, and kept with the packages of its orders.')),
    at: Type.Optional(instant('The time of the request where absent.')),
    restock: Type.Optional(
      Type.Boolean({
        description: 'True: the pieces go back on the shelf, held for their orders; else they lie aside.',
      }),
    ),
  },
  { $id: 'ReturnConsignment' },
);

export const CancelConsignment = closed(
  {
    reason: Type.Optional(
      text(500, 'Why it is given up. It stands in the history of no order and is kept: name no person.'),
    ),
  },
  { $id: 'CancelConsignment' },
);

export const ConsignmentListParameters = closed({
  status: Type.Optional(
    Type.Array(oneOf(CONSIGNMENT_STATUSES), { minItems: 1, maxItems: CONSIGNMENT_STATUSES.length }),
  ),
  store: Type.Optional(Type.Array(queryText(64, 'Of these stores.'), { minItems: 1, maxItems: 50 })),
  orderId: Type.Optional(orderId()),
  q: Type.Optional(queryText(100, 'A whole number, tracking number or id.')),
  ...PageQuery.properties,
});
export type ConsignmentListParameters = Static<typeof ConsignmentListParameters>;

const summary = {
  consignmentId: str(),
  number: str('By the template of the account, else the id.'),
  status: oneOf(CONSIGNMENT_STATUSES),
  store: str(),
  currency: str(),
  carrier: orNull('string'),
  trackingNumber: orNull('string'),
  cost: money('Minor units.'),
  createdAt: date(),
  updatedAt: date(),
  sentAt: dateOrNull('When it left the house.'),
};

const ConsignmentListItem = closed(
  { ...summary, orders: int('How many orders travel in it.') },
  { $id: 'ConsignmentListItem' },
);
const ConsignmentPage = closed({ items: listOf('ConsignmentListItem'), next }, { $id: 'ConsignmentPage' });

const ConsignmentMember = closed(
  {
    orderId: str(),
    orderNumber: orNull('string'),
    buyerName: orNull('string', 'Null without personal.view.'),
    shipmentId: str(),
    shipmentNumber: str(),
    packageId: orNull('string', 'The package of the order that left with it.'),
    pieces: int('Of which it consists.'),
    weight: orNull('integer', 'Grams.'),
    cost: money('Minor units. Its share of the cost; before the hand-over, what it would be.'),
    arrivedAt: dateOrNull(),
    returnedAt: dateOrNull('When it was in the house again.'),
  },
  { $id: 'ConsignmentMember' },
);

const Consignment = closed(
  {
    ...summary,
    version: int(),
    method: orNull('string'),
    trackingUrl: orNull('string'),
    allocation: oneOf(ALLOCATION_RULES),
    dispatchedAt: dateOrNull(),
    cancelledAt: dateOrNull(),
    cancelReason: orNull('string', 'Why it was given up; null: nobody said.'),
    address: Type.Unsafe<unknown>({
      type: ['object', 'null'],
      additionalProperties: true,
      description: 'Where it goes, as its orders know it. Null without personal.view, and when they are forgotten.',
    }),
    pickupPoint: orNull('string'),
    members: listOf('ConsignmentMember'),
    tracking: Type.Array(
      closed({
        at: date(),
        city: orNull('string'),
        state: orNull('string'),
        description: orNull('string', 'Null without personal.view, and when its orders are forgotten.'),
      }),
    ),
    allowed: Type.Array(Type.String(), { description: 'Commands that its status permits now.' }),
  },
  { $id: 'Consignment' },
);

const ConsignmentEvent = closed(
  {
    version: int(),
    seq: int('Its position in the account.'),
    type: str(),
    at: date(),
    actor: str(),
    reason: orNull('string'),
    summary: closed({
      text: str('English.'),
      code: str(),
      parameters: Type.Unsafe<object>({ type: 'object', additionalProperties: true }),
    }),
    data: Type.Unsafe<unknown>({
      type: ['object', 'null'],
      additionalProperties: true,
      description: 'What was recorded. Null without prices.view.',
    }),
    commandId: str(),
    prevHash: orNull('string', 'Null without prices.view.'),
    hash: orNull('string', 'Null without prices.view.'),
  },
  { $id: 'ConsignmentEvent' },
);
const ConsignmentEventPage = closed({ items: listOf('ConsignmentEvent'), next }, { $id: 'ConsignmentEventPage' });

const ConsignmentCandidate = closed(
  {
    orderId: str(),
    orderNumber: orNull('string'),
    status: orNull('string'),
    createdAt: date(),
    pieces: int('That are still to be sent.'),
    fits: Type.Boolean({ description: 'Whether it could travel with the order now.' }),
    refused: orNull('string', 'Why not: what putting them together would be refused with.'),
    differs: Type.Array(Type.String(), { description: 'Of consignment_differs: store, currency, method, address.' }),
    consignmentNumber: orNull('string', 'The consignment that it waits in already.'),
  },
  { $id: 'ConsignmentCandidate' },
);
const ConsignmentCandidates = closed(
  {
    consignmentId: orNull('string', 'The open consignment that the order waits in: the others would join it.'),
    items: listOf('ConsignmentCandidate'),
    more: Type.Boolean({
      description: 'The buyer has more orders than were looked at: ask for the candidates of one of those.',
    }),
  },
  { $id: 'ConsignmentCandidates' },
);

export const CONSIGNMENT_INPUTS = [
  CreateConsignment,
  ExtendConsignment,
  ChangeConsignment,
  HandOverConsignment,
  TrackConsignment,
  DeliverConsignment,
  ReturnConsignment,
  CancelConsignment,
];
export const CONSIGNMENT_ANSWERS = [
  ConsignmentListItem,
  ConsignmentPage,
  ConsignmentMember,
  Consignment,
  ConsignmentEvent,
  ConsignmentEventPage,
  ConsignmentCandidate,
  ConsignmentCandidates,
];
