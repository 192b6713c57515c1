import { type Static, Type } from 'typebox';
import { closed, code, id, instant, oneOf, queryText, signedAmount, sku } from './fields.js';

const words = (description: string) =>
  Type.Optional(
    Type.Array(queryText(64, description), {
      maxItems: 50,
      description: `${description} Repeat the parameter for more than one.`,
    }),
  );

/** The filters of the order list. All must hold; of a repeated one any. */
export const OrderListParameters = closed({
  q: Type.Optional(
    queryText(200, 'Whole words, all of which must occur; a word that ends in * is the beginning of one.'),
  ),
  status: words('VTEX words, such as ready-for-handling.'),
  store: words('Stores.'),
  channel: words('Channels.'),
  origin: words('Marketplace, Fulfillment, Chain.'),
  currency: words('ISO 4217.'),
  createdFrom: Type.Optional(instant('From this instant on.')),
  createdTo: Type.Optional(instant('Before this instant.')),
  updatedFrom: Type.Optional(instant('From this instant on.')),
  updatedTo: Type.Optional(instant('Before this instant.')),
  totalFrom: Type.Optional(signedAmount('Minor units, inclusive.')),
  totalTo: Type.Optional(signedAmount('Minor units, inclusive.')),
  customerId: Type.Optional(id()),
  email: Type.Optional(queryText(320, 'Of the buyer.')),
  sku: Type.Optional(sku()),
  gtin: Type.Optional(queryText(20, 'In any of its lengths.')),
  seller: Type.Optional(queryText(100, 'Of any line.')),
  tag: Type.Optional(queryText(60, 'One of its tags.')),
  assignee: Type.Optional(queryText(100, 'Who has the order.')),
  externalId: Type.Optional(queryText(128, 'The id that another system gave the order.')),
  externalSource: Type.Optional(code('Whose id `externalId` is; of any source where absent.')),
  hasNote: Type.Optional(Type.Boolean()),
  late: Type.Optional(Type.Boolean({ description: 'True: the earliest open deadline is over.' })),
  complete: Type.Optional(
    oneOf(['true', 'false', 'any'], 'true where absent: placements whose payment has not begun are hidden.'),
  ),
  deleted: Type.Optional(oneOf(['true', 'false', 'any'], 'false where absent.')),
  sort: Type.Optional(
    oneOf(['created', 'updated', 'total', 'due'], 'created where absent; due shows only orders with an open deadline.'),
  ),
  order: Type.Optional(oneOf(['asc', 'desc'], 'desc where absent, except for due.')),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: '50 where absent.' })),
  cursor: Type.Optional(queryText(500, 'From `next` of the page before; good for the same filters alone.')),
  offset: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 10_000, description: 'Instead of a cursor; ends at 10,000.' }),
  ),
  count: Type.Optional(
    Type.Boolean({ description: 'True: the page says how many orders there are, exactly to 10,000.' }),
  ),
});
export type OrderListParameters = Static<typeof OrderListParameters>;

const str = Type.String();
const int = Type.Integer();
const date = Type.String({ format: 'date-time' });
const strOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'] });
const dateOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' });

/** One line of the list: what a table of orders shows. */
const OrderRow = closed(
  {
    orderId: str,
    group: str,
    position: int,
    sequence: int,
    version: int,
    createdAt: date,
    updatedAt: date,
    dueAt: dateOrNull,
    status: str,
    statuses: Type.Unsafe<unknown>({ $ref: 'Statuses#' }),
    stage: str,
    paymentState: str,
    shippingState: str,
    complete: Type.Boolean(),
    deleted: Type.Boolean(),
    hasNote: Type.Boolean(),
    total: int,
    amountDue: int,
    currency: str,
    pieces: int,
    store: str,
    channel: str,
    origin: str,
    workflow: str,
    customerId: strOrNull,
    buyerName: strOrNull,
    buyerEmail: strOrNull,
    assignee: strOrNull,
    sellers: Type.Array(str, { description: 'The first ten.' }),
    tags: Type.Array(str),
    externalIds: Type.Array(str, { description: 'source:id; the first ten.' }),
  },
  { $id: 'OrderRow' },
);

const OrderPageSchema = closed(
  {
    orders: Type.Unsafe<unknown[]>({ type: 'array', items: { $ref: 'OrderRow#' } }),
    next: Type.Unsafe<string | null>({
      type: ['string', 'null'],
      description: 'The cursor of the next page; null at the end.',
    }),
    count: Type.Optional(
      closed({
        orders: int,
        exact: Type.Boolean({ description: 'False: there are more than that many.' }),
      }),
    ),
  },
  { $id: 'OrderPage' },
);

export const LIST_SCHEMAS = [OrderRow, OrderPageSchema];
