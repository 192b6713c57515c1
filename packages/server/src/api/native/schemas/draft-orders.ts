import { DRAFT_ORDER_STATES } from '@docket/core/draft-order/draft-order-states';
import { LIMITS } from '@docket/core/order/placing';
import { type Static, Type } from 'typebox';
import { amount, closed, code, id, instant, oneOf, orderId, quantity, ref, sku, text, unitPrice } from './fields.js';
import { mailAddress, OWN_DRAFT_ORDER_ANSWERS, OWN_DRAFT_ORDER_INPUTS } from './own-draft-orders.js';
import { next, PageQuery } from './paging.js';
import { Address, BuyerInput, OrderDiscount, PlacedDelivery } from './place-order.js';

const STATES = DRAFT_ORDER_STATES as readonly ['open', 'sent', 'placed', 'expired', 'cancelled'];
const POLICIES = ['none', 'soft', 'firm'] as const;
const STATE =
  '`open`: staff work on it. `sent`: its buyer has a link. `placed`: an order came of it. `expired`, `cancelled`: it ended without one, and may be reopened.';
const POLICY =
  '`none`: nothing is reserved. `soft`: its pieces, until `reservedUntil`. `firm`: its pieces, until it is placed, expires or is cancelled.';

export const DraftOrderParams = closed({ draftOrderId: id('Of the draft order.') });

const DraftOrderLineInput = closed(
  {
    id: Type.Optional(id('Counted from 1 where absent.')),
    sku: sku(),
    name: Type.Optional(text(500, 'The catalogue’s where absent.')),
    quantity: quantity(),
    unitMultiplier: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: 'Thousandths, as in a placement.' }),
    ),
    priceMicros: Type.Optional(unitPrice('In the place of what the shop asks; takes a `priceReason`.')),
    priceReason: Type.Optional(text(300, 'Why it has a price of its own.')),
    deliveryId: Type.Optional(id('The first delivery where absent.')),
    place: Type.Optional(code('Stock place; the product’s own where absent.')),
  },
  { $id: 'DraftOrderLineInput', dependentRequired: { priceMicros: ['priceReason'] } },
);

const DraftOrderPaymentInput = closed(
  {
    method: text(100, 'Such as card, bank_transfer.'),
    provider: Type.Optional(code('Whose page the buyer pays on; absent: it is paid in another way.')),
    dueAt: Type.Optional(instant()),
    instructions: Type.Optional(text(2_000, 'How the buyer pays where there is no page; shown to them.')),
  },
  { $id: 'DraftOrderPaymentInput' },
);

const written = {
  buyer: Type.Optional(ref(BuyerInput)),
  billingAddress: Type.Optional(ref(Address)),
  lines: Type.Array(ref(DraftOrderLineInput), { maxItems: LIMITS.lines }),
  deliveries: Type.Optional(Type.Array(ref(PlacedDelivery), { maxItems: LIMITS.deliveries })),
  discounts: Type.Optional(
    Type.Array(ref(OrderDiscount), {
      maxItems: LIMITS.discounts,
      description: 'By hand, after those of promotions; the name says why.',
    }),
  ),
  coupons: Type.Optional(Type.Array(text(100, 'As the buyer says it.'), { maxItems: 20 })),
  payment: Type.Optional(ref(DraftOrderPaymentInput)),
  workflow: Type.Optional(text(64, 'As in a placement.')),
  tags: Type.Optional(Type.Array(text(60), { maxItems: LIMITS.tags })),
  note: Type.Optional(text(10_000, 'For the house; becomes the note of the order.')),
  message: Type.Optional(text(2_000, 'Shown to the buyer.')),
};

export const DraftOrderInput = closed(
  {
    store: Type.Optional(code('As in a placement.')),
    channel: Type.Optional(code('As in a placement.')),
    currency: text(8, 'ISO 4217, capitals.'),
    customerId: Type.Optional(id()),
    ...written,
    stockPolicy: oneOf(POLICIES, POLICY),
    reservedUntil: Type.Optional(instant('Of a soft reservation: when it is given back.')),
    expiresAt: Type.Optional(instant('From then on nobody can accept it; never where absent.')),
  },
  { $id: 'DraftOrderInput' },
);
export type DraftOrderInput = Static<typeof DraftOrderInput>;

export const SendDraftOrderBody = closed(
  {
    mail: Type.Optional(
      Type.Boolean({
        description: 'True: the link is mailed to the buyer. Without it the request asks for orders.share.',
      }),
    ),
    days: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 365, description: 'How long the link is good; 30 where absent.' }),
    ),
  },
  { $id: 'SendDraftOrder' },
);
export type SendDraftOrderBody = Static<typeof SendDraftOrderBody>;

export const PlaceDraftOrderBody = closed(
  {
    total: Type.Optional(amount('What you expect it to come to; refused where it comes to something else.')),
  },
  { $id: 'PlaceDraftOrder' },
);
export type PlaceDraftOrderBody = Static<typeof PlaceDraftOrderBody>;

export const DraftOrderQueryParameters = closed({
  state: Type.Optional(oneOf(STATES, STATE)),
  stockPolicy: Type.Optional(oneOf(POLICIES)),
  store: Type.Optional(code('Of this store.')),
  channel: Type.Optional(code('Of this channel.')),
  customerId: Type.Optional(id('Of this customer.')),
  email: Type.Optional(mailAddress()),
  createdBy: Type.Optional(id('Of this key or person.')),
  orderId: Type.Optional(orderId()),
  after: PageQuery.properties.after,
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: '50 where absent.' })),
});

export const ReservationQuery = closed({
  sku: Type.Optional(Type.Array(sku('A SKU.'), { minItems: 1, maxItems: 100, description: 'Of this SKU alone.' })),
  ...PageQuery.properties,
});

const str = Type.String();
const int = (description?: string) => Type.Integer(description === undefined ? {} : { description });
const date = Type.String({ format: 'date-time' });
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

const row = {
  draftOrderId: str,
  state: oneOf(STATES, STATE),
  version: int('Rises with whatever happens to it: its ETag.'),
  revision: int('Rises with what its buyer sees.'),
  store: str,
  channel: str,
  currency: str,
  customerId: orNull('string'),
  buyer: refOrNull('Buyer'),
  pieces: int(),
  total: orNull('integer', 'Minor units, as it came to when it was written; null: it could not be placed then.'),
  stockPolicy: oneOf(POLICIES, POLICY),
  reservedUntil: dateOrNull(),
  reserved: listOf('ReservedPieces'),
  expiresAt: dateOrNull(),
  sentAt: dateOrNull('Last.'),
  orderId: orNull('string', 'The order that came of it.'),
  createdBy: str,
  createdAt: date,
  updatedAt: date,
};

const ReservedPieces = closed({ sku: str, place: str, quantity: int() }, { $id: 'ReservedPieces' });
const DraftOrderRow = closed(row, { $id: 'DraftOrderRow' });
const DraftOrderPage = closed({ items: listOf('DraftOrderRow'), next }, { $id: 'DraftOrderPage' });

const DraftOrderLine = closed(
  {
    id: str,
    sku: str,
    name: orNull('string'),
    quantity: int(),
    unitMultiplier: int(),
    priceMicros: orNull('integer', 'Null: what the shop asks.'),
    priceReason: orNull('string'),
    deliveryId: orNull('string'),
    place: orNull('string'),
  },
  { $id: 'DraftOrderLine', description: 'As staff wrote it.' },
);

const DraftOrderProblem = closed(
  {
    code: str,
    title: str,
    pointer: Type.Optional(Type.String({ description: 'Into the draft order: /lines/0/quantity.' })),
    sku: Type.Optional(str),
    available: Type.Optional(int('Pieces.')),
  },
  { $id: 'DraftOrderProblem' },
);

const ForecastLine = closed(
  {
    id: str,
    sku: str,
    name: str,
    imageUrl: orNull('string'),
    quantity: int(),
    priceMicros: orNull('integer'),
    listPriceMicros: orNull('integer'),
    discountMicros: orNull('integer'),
    total: orNull('integer', 'Of the line after its own discount; minor units.'),
    priceFrom: oneOf(['request', 'price_list', 'catalogue'], '`request`: the draft order says it.'),
    priceList: orNull('string'),
    gift: Type.Boolean({ description: 'A promotion gives it.' }),
  },
  { $id: 'DraftOrderForecastLine' },
);

const DraftOrderForecast = closed(
  {
    lines: listOf('DraftOrderForecastLine', 'As the order would have them, gifts included.'),
    deliveries: Type.Array(closed({ id: str, method: orNull('string'), price: orNull('integer') })),
    discounts: Type.Array(closed({ name: str, amount: orNull('integer') })),
    totals: refOrNull('Totals'),
    problem: refOrNull('DraftOrderProblem', 'Why it cannot be placed as it stands.'),
    warnings: listOf('DraftOrderProblem', 'What can no longer be had.'),
    coupons: Type.Array(
      closed({ code: str, reasons: Type.Array(Type.Unsafe<unknown>({ $ref: 'PromotionReason#' })) }),
      {
        description: 'Every coupon that was given; no reason: it gave its promotion.',
      },
    ),
    missing: Type.Array(oneOf(['email', 'name', 'address']), { description: 'What its buyer is asked for.' }),
  },
  { $id: 'DraftOrderForecast', description: 'What placing it would come to now.' },
);

const DraftOrder = closed(
  {
    ...row,
    billingAddress: refOrNull('Address'),
    lines: listOf('DraftOrderLine'),
    deliveries: Type.Array(
      Type.Unsafe<object>({ type: 'object', additionalProperties: true, description: 'As in PlacedDelivery.' }),
    ),
    discounts: Type.Array(closed({ id: str, name: str, amount: orNull('integer') })),
    coupons: Type.Array(str),
    payment: Type.Unsafe<unknown>({
      anyOf: [
        closed({
          method: str,
          provider: orNull('string'),
          dueAt: dateOrNull(),
          instructions: orNull('string'),
        }),
        { type: 'null' },
      ],
      description: 'Null: it is sold on account.',
    }),
    workflow: orNull('string'),
    tags: Type.Array(str),
    note: orNull('string'),
    message: orNull('string'),
    forgotten: Type.Boolean({ description: 'Its buyer was forgotten, and with them what was written.' }),
    moves: Type.Array(oneOf(['change', 'send', 'place', 'expire', 'cancel', 'reopen']), {
      description: 'What may be done in its state; `change` and `send` only where the caller sees all of it.',
    }),
    forecast: refOrNull('DraftOrderForecast', 'Null where nothing can be placed any more.'),
  },
  { $id: 'DraftOrder' },
);

const SentLink = closed(
  {
    linkId: str,
    token: orNull('string', 'For /api/v1/account/draft-order/{token}. It is shown once, to who has orders.share.'),
    url: orNull('string', 'The page for the buyer; the token stands behind #. Told as the token is.'),
    expiresAt: date,
    mailId: orNull('string'),
  },
  { $id: 'SentDraftOrderLink' },
);
const DraftOrderLink = closed(
  {
    linkId: str,
    createdAt: date,
    createdBy: str,
    expiresAt: Type.String({
      format: 'date-time',
      description: 'From then on it opens nothing. Once an order came of it: the end of the link to that order.',
    }),
  },
  { $id: 'DraftOrderLink' },
);
const DraftOrderLinks = closed({ links: listOf('DraftOrderLink') }, { $id: 'DraftOrderLinks' });
const SentDraftOrder = closed(
  {
    draftOrder: Type.Unsafe<unknown>({ $ref: 'DraftOrder#' }),
    link: Type.Unsafe<unknown>({ $ref: 'SentDraftOrderLink#' }),
  },
  { $id: 'SentDraftOrder' },
);
const PlacedDraftOrder = closed(
  {
    draftOrderId: str,
    orderId: str,
    again: Type.Boolean({ description: 'The order was there already: somebody placed it before.' }),
  },
  { $id: 'PlacedDraftOrder' },
);

const DraftOrderChange = closed(
  {
    version: int(),
    revision: int(),
    at: date,
    kind: oneOf([
      'created', 'changed', 'sent', 'linked', 'released', 'placed', 'expired', 'cancelled', 'reopened', 'forgotten',
    ]), // prettier-ignore
    actor: str,
    parts: Type.Array(str, { description: 'Names of the fields that changed.' }),
    total: orNull('integer', 'What it came to then.'),
  },
  { $id: 'DraftOrderChange' },
);
const DraftOrderChangePage = closed({ items: listOf('DraftOrderChange'), next }, { $id: 'DraftOrderChangePage' });

const StockReservation = closed(
  {
    sku: str,
    place: str,
    draftOrderId: str,
    quantity: int(),
    reservedAt: date,
    until: dateOrNull('When it is given back by itself; null: not before the draft order ends.'),
  },
  { $id: 'StockReservation' },
);
const StockReservationPage = closed({ items: listOf('StockReservation'), next }, { $id: 'StockReservationPage' });

export const DRAFT_ORDER_INPUTS = [
  DraftOrderLineInput,
  DraftOrderPaymentInput,
  DraftOrderInput,
  SendDraftOrderBody,
  PlaceDraftOrderBody,
  ...OWN_DRAFT_ORDER_INPUTS,
];
export const DRAFT_ORDER_ANSWERS = [
  ReservedPieces,
  DraftOrderRow,
  DraftOrderPage,
  DraftOrderLine,
  DraftOrderProblem,
  ForecastLine,
  DraftOrderForecast,
  DraftOrder,
  SentLink,
  DraftOrderLink,
  DraftOrderLinks,
  SentDraftOrder,
  PlacedDraftOrder,
  DraftOrderChange,
  DraftOrderChangePage,
  StockReservation,
  StockReservationPage,
  ...OWN_DRAFT_ORDER_ANSWERS,
];
