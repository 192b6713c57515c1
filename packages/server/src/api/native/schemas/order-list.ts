import type { PaymentState, ShippingState } from '@docket/core/order/states';
import type { OrionStatus, VirtoStatus } from '@docket/core/order/status';
import type { ShopperStage } from '@docket/core/order/status-facts';
import { type Static, type TSchema, Type } from 'typebox';
import { closed, code, groupId, id, instant, oneOf, queryText, signedAmount, sku } from './fields.js';

/** Any of several values: the parameter is repeated. */
const several = <S extends TSchema>(item: S, description: string) =>
  Type.Optional(
    Type.Array(item, {
      minItems: 1,
      maxItems: 50,
      description: `${description} Repeat the parameter for any of several.`,
    }),
  );
const words = (description: string, maxLength = 64) => several(queryText(maxLength, description), description);
const from = () => Type.Optional(instant('From this instant on.'));
const before = () => Type.Optional(instant('Before this instant.'));

const ORION_WORDS = [
  'pending', 'processing', 'partially_shipped', 'shipped', 'delivered', 'cancelled', 'refunded',
] as const satisfies readonly OrionStatus[]; // prettier-ignore
const VIRTO_WORDS = [
  'New', 'Not paid', 'Pending', 'Processing', 'Ready to send', 'Cancelled', 'Partially sent', 'Completed',
] as const satisfies readonly VirtoStatus[]; // prettier-ignore
const STAGES = [
  'placing', 'paying', 'handling', 'handing_over', 'travelling', 'received', 'ended',
] as const satisfies readonly ShopperStage[]; // prettier-ignore
const PAYMENT_STATES = [
  'none', 'pending', 'authorised', 'partly_paid', 'paid', 'overpaid', 'partly_refunded', 'refunded', 'denied', 'cancelled',
] as const satisfies readonly PaymentState[]; // prettier-ignore
const SHIPPING_STATES = [
  'none', 'partly_shipped', 'shipped', 'partly_delivered', 'delivered',
] as const satisfies readonly ShippingState[]; // prettier-ignore

/** What orders are found by. All filters must hold; of the values of one any. */
const FILTERS = {
  q: Type.Optional(
    queryText(
      200,
      'Whole words, all of which must occur; a word that ends in * is the beginning of one. Without personal.view: whole numbers and codes alone.',
    ),
  ),
  status: words("Steps of the orders' own workflows, such as ready-for-handling."),
  vtexStatus: words('The status in VTEX words.'),
  orionStatus: several(oneOf(ORION_WORDS), 'The status in Orion words.'),
  virtoStatus: several(oneOf(VIRTO_WORDS), 'The status in Virto words.'),
  stage: several(oneOf(STAGES), 'Where the shopper sees the order.'),
  paymentState: several(oneOf(PAYMENT_STATES), 'Where the money stands.'),
  shippingState: several(oneOf(SHIPPING_STATES), 'Where the goods are.'),
  store: words('Stores.'),
  channel: words('Channels.'),
  origin: words('Marketplace, Fulfillment, Chain.'),
  workflow: words('Workflows; compared order by order, so give a time with one that is rare.'),
  currency: words('ISO 4217.'),
  group: several(groupId(), 'Groups: orders of one checkout.'),
  createdFrom: from(),
  createdTo: before(),
  updatedFrom: from(),
  updatedTo: before(),
  dueFrom: Type.Optional(instant('Orders whose earliest open deadline is at this instant or later.')),
  dueTo: Type.Optional(instant('Orders whose earliest open deadline is before this instant.')),
  totalFrom: Type.Optional(signedAmount('Minor units, inclusive.')),
  totalTo: Type.Optional(signedAmount('Minor units, inclusive.')),
  customerId: several(id(), 'Customers.'),
  email: words('Of the buyer.', 320),
  sku: several(sku(), 'Of any line.'),
  gtin: words('Of any line, in any of its lengths.', 20),
  seller: words('Of any line.', 100),
  tag: words('One of its tags.', 60),
  assignee: words('Who has the order.', 100),
  externalId: words('The id that another system gave the order.', 128),
  externalSource: Type.Optional(
    code('Whose id `externalId` is, which is then compared exactly; of any source where absent.'),
  ),
  hasNote: Type.Optional(Type.Boolean()),
  onHold: Type.Optional(Type.Boolean({ description: 'True: a hold stands on the order or on a part of it.' })),
  late: Type.Optional(Type.Boolean({ description: 'True: the earliest open deadline is over.' })),
  complete: Type.Optional(
    oneOf(['true', 'false', 'any'], 'true where absent: placements whose payment has not begun are hidden.'),
  ),
  deleted: Type.Optional(oneOf(['true', 'false', 'any'], 'false where absent.')),
  sort: Type.Optional(
    oneOf(['created', 'updated', 'total', 'due'], 'created where absent; due shows only orders with an open deadline.'),
  ),
  order: Type.Optional(oneOf(['asc', 'desc'], 'desc where absent, except for due.')),
};

/** What a saved view holds: filters and sort, as they are asked in one request. */
export const OrderViewQuery = closed(FILTERS, {
  $id: 'OrderViewQuery',
  description: 'Filters and sort of the order list; those that may be repeated are lists.',
});
export type OrderViewQuery = Static<typeof OrderViewQuery>;

/** The filters and the sort of the order list with its pages and figures. */
export const OrderListParameters = closed({
  ...FILTERS,
  view: Type.Optional(
    id('A saved view, whose filters and sort hold beside those of the request; of the same one that of the request.'),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: '50 where absent.' })),
  cursor: Type.Optional(queryText(500, 'From `next` of the page before; good for the same filters alone.')),
  offset: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 10_000, description: 'Instead of a cursor; ends at 10,000.' }),
  ),
  count: Type.Optional(
    Type.Boolean({ description: 'True: the page says how many orders there are, exactly to 10,000.' }),
  ),
  sum: Type.Optional(
    Type.Boolean({ description: 'True: the page says what all of them come to, by currency, exactly to 10,000.' }),
  ),
});
export type OrderListParameters = Static<typeof OrderListParameters>;

const str = Type.String();
const int = Type.Integer();
const date = Type.String({ format: 'date-time' });
const strOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'] });
const dateOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' });

const intOrNull = (description: string) => Type.Unsafe<number | null>({ type: ['integer', 'null'], description });
const personal = Type.Unsafe<string | null>({ type: ['string', 'null'], description: 'Null without personal.view.' });

/** One line of the list: what a table of orders shows. */
const OrderRow = closed(
  {
    orderId: str,
    group: str,
    position: int,
    sequence: int,
    number: strOrNull,
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
    onHold: Type.Boolean(),
    total: intOrNull('Null without prices.view.'),
    amountDue: intOrNull('Null without prices.view.'),
    currency: str,
    pieces: int,
    store: str,
    channel: str,
    origin: str,
    workflow: str,
    customerId: strOrNull,
    buyerName: personal,
    buyerEmail: personal,
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
    sum: Type.Optional(
      closed({
        currencies: Type.Array(
          closed({
            currency: str,
            orders: int,
            total: Type.Unsafe<number | null>({
              type: ['integer', 'null'],
              description: 'Minor units; null where the sum is beyond what a JSON number holds exactly (9 · 10^15).',
            }),
          }),
        ),
        exact: Type.Boolean({ description: 'False: only so many orders were looked at, and there are more.' }),
      }),
    ),
  },
  { $id: 'OrderPage' },
);

export const LIST_SCHEMAS = [OrderRow, OrderPageSchema];
