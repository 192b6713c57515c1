import { LIMITS } from '@docket/core/order/placing';
import { type Static, type TProperties, type TSchema, Type } from 'typebox';
import { Address, Adjustment, OrderDiscount } from './place-order.js';
import {
  amount,
  category,
  closed,
  code,
  id,
  instant,
  names,
  oneOf,
  quantity,
  ref,
  sku,
  text,
  unitPrice,
} from './fields.js';
import { next, PageQuery } from './paging.js';
import { orNull } from './setting-schemas.js';

/** A code as it is kept; buyers may type it in small letters. */
export const couponCode = (description: string) =>
  Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Z0-9][A-Z0-9._-]*$', 'x-key': true, description });

export const groupName = () => id('A group of customers.');
export const organisationId = () => id('A company that customers buy for.');

const times = (description: string) => Type.Integer({ minimum: 1, maximum: 1_000_000, description });

const paymentMethod = () => text(64, 'As payments name it: cash, bank_transfer.');

export const maxUses = () => orNull(times('Orders that may use it; null: any number.'));
export const maxUsesPerCustomer = () => orNull(times('Orders of one customer that may use it; null: any number.'));
export const priority = (description: string) => Type.Integer({ minimum: -1_000_000, maximum: 1_000_000, description });
export const validFrom = () => orNull(instant('From this instant on; null: always.'));
export const validUntil = () => orNull(instant('Before this instant; null: for good.'));

export const ItemMatch = closed(
  {
    skus: Type.Optional(names(sku(), 'These SKUs.')),
    skuPrefixes: Type.Optional(names(sku(), 'SKUs that begin so.')),
    categories: Type.Optional(names(category('A category.'), 'Products of these categories, and of those below them.')),
    except: Type.Optional(names(sku(), 'SKUs that are left out, whatever names them.')),
  },
  { $id: 'ItemMatch', description: 'Which lines are meant: those that any of it names; all where nothing is named.' },
);

export const PromotionConditions = closed(
  {
    items: Type.Optional(ref(ItemMatch)),
    minQuantity: Type.Optional(quantity('Pieces of what `items` names.')),
    maxQuantity: Type.Optional(quantity('Pieces of what `items` names.')),
    minSubtotal: Type.Optional(amount('Of what `items` names, before any promotion, in minor units.')),
    maxSubtotal: Type.Optional(amount('Of what `items` names, before any promotion, in minor units.')),
    stores: Type.Optional(names(code('A store.'), 'Orders of these stores.')),
    channels: Type.Optional(names(code('A channel.'), 'Orders of these channels.')),
    customers: Type.Optional(names(id('A customer.'), 'These customers.')),
    groups: Type.Optional(names(groupName(), 'Customers of any of these groups.')),
    organisations: Type.Optional(names(organisationId(), 'Customers of these companies.')),
    paymentMethods: Type.Optional(names(paymentMethod(), 'Orders of which every payment is made by one of these.')),
    firstOrder: Type.Optional(Type.Boolean({ description: 'True: the buyer has placed no order before.' })),
  },
  { $id: 'PromotionConditions', description: 'All must hold; what is absent says nothing.' },
);

/** Shapes that `kind` tells apart. */
const byKind = (
  description: string,
  options: object,
  ...shapes: readonly (readonly [string, TProperties])[]
): TSchema =>
  Type.Unsafe<object>({
    type: 'object',
    description,
    discriminator: { propertyName: 'kind' },
    required: ['kind'],
    oneOf: shapes.map(([kind, fields]) => closed({ kind: Type.Literal(kind), ...fields })),
    ...options,
  });

const rate = () => Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'Millionths: 10 % is 100000.' });
const anything = () => oneOf(['line', 'order', 'shipping'], 'What it is taken off.');
const target = (name: string) => Type.Literal(name);

export const PromotionReward = byKind(
  'What the buyer gets. Amounts need the currency of the promotion.',
  { $id: 'PromotionReward' },
  ['percentage', { target: anything(), rate: rate(), atMost: Type.Optional(amount('At most so much in all.', 1)) }],
  ['amount', { target: anything(), amount: amount('Once, shared out over what it is taken off.', 1) }],
  ['amount_each', { target: target('line'), amountMicros: unitPrice('Off the unit price.') }],
  ['fixed_price', { target: target('line'), priceMicros: unitPrice('The unit price, where it is dearer.') }],
  ['flat_rate', { target: target('shipping'), amount: amount('The price of every delivery that is dearer.') }],
  [
    'buy_get',
    {
      target: target('line'),
      buy: quantity('Pieces that must be bought.'),
      get: quantity('Pieces for which the rate holds then, the cheapest first.'),
      rate: rate(),
      atMostTimes: Type.Optional(times('So often at most in one basket.')),
    },
  ],
  ['gift', { target: target('order'), sku: sku(), quantity: quantity() }],
);

export const PromotionCombination = byKind(
  'How it goes with others: with all that are not exclusive, with none, or as the best one of its group.',
  { $id: 'PromotionCombination' },
  ['stackable', {}],
  ['exclusive', {}],
  ['group', { group: code('Promotions of one group never apply together.') }],
);

const PriceTier = closed(
  {
    minQuantity: quantity('Pieces from which on the price holds.'),
    priceMicros: unitPrice(),
    listPriceMicros: orNull(unitPrice('What it is compared with; null: the price of the catalogue.')),
  },
  { $id: 'PriceTier' },
);

export const PriceEntryInput = closed(
  {
    sku: sku(),
    tiers: Type.Array(
      closed({ ...PriceTier.properties, listPriceMicros: Type.Optional(PriceTier.properties.listPriceMicros) }),
      { minItems: 1, maxItems: 50, description: 'Prices by quantity, each quantity once.' },
    ),
  },
  { $id: 'PriceEntryInput' },
);
export type PriceEntryInput = Static<typeof PriceEntryInput>;

const PriceEntry = closed(
  { priceList: Type.String(), sku: Type.String(), tiers: Type.Array(ref(PriceTier)) },
  { $id: 'PriceEntry' },
);
const PriceEntryPage = closed({ items: Type.Array(ref(PriceEntry)), next }, { $id: 'PriceEntryPage' });

export const EntriesQuery = closed({
  ...PageQuery.properties,
  sku: Type.Optional(sku('SKUs that begin so.')),
});

export const PriceQuoteInput = closed(
  {
    currency: text(8, 'ISO 4217, capitals.'),
    store: Type.Optional(code('As in a placement.')),
    channel: Type.Optional(code('As in a placement.')),
    rounding: Type.Optional(oneOf(['half_up', 'half_even', 'down'], 'The setting of the account where absent.')),
    customerId: Type.Optional(id('Who buys; needs customers.view.')),
    groups: Type.Optional(names(groupName(), 'In the place of those of the customer: what if they were of these?')),
    organisation: Type.Optional(organisationId()),
    lines: Type.Array(
      closed({
        id: Type.Optional(id('Counted from 1 where absent.')),
        sku: sku(),
        quantity: quantity(),
        unitMultiplier: Type.Optional(
          Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: 'Thousandths.' }),
        ),
        priceMicros: Type.Optional(unitPrice('In the place of what price lists and catalogue say.')),
        deliveryId: Type.Optional(id('The first delivery where absent.')),
      }),
      { minItems: 1, maxItems: LIMITS.lines },
    ),
    deliveries: Type.Optional(
      Type.Array(
        closed({
          id: Type.Optional(id()),
          method: Type.Optional(code('A shipping method of the account.')),
          price: Type.Optional(amount('Minor units; the shipping method’s where absent.')),
          type: Type.Optional(oneOf(['delivery', 'pickup'], 'What is picked up is taxed where the goods leave from.')),
          address: Type.Optional(ref(Address)),
        }),
        { maxItems: LIMITS.deliveries },
      ),
    ),
    paymentMethods: Type.Optional(
      names(paymentMethod(), 'By which it will be paid: promotions and the rounding to coins may depend on it.'),
    ),
    coupons: Type.Optional(Type.Array(text(100, 'As the buyer typed it.'), { maxItems: 20 })),
    taxed: Type.Optional(
      Type.Boolean({
        description: 'True: with its tax, false: without; where absent, with it if the store taxes orders.',
      }),
    ),
    at: Type.Optional(instant('At another instant than now.')),
  },
  { $id: 'PriceQuoteInput' },
);
export type PriceQuoteInput = Static<typeof PriceQuoteInput>;

const shown = (description: string) => Type.Optional(Type.Integer({ description }));
const nullableText = Type.Unsafe<string | null>({ type: ['string', 'null'] });
const part = closed({ id: Type.String(), amount: Type.Integer() });

const PriceReason = closed(
  {
    list: Type.String(),
    why: oneOf([
      'inactive', 'not_started', 'ended', 'other_currency', 'other_store', 'other_channel', 'other_group', 'other_organisation', 'sku_missing', 'quantity_too_small', 'less_specific', 'lower_priority', 'dearer', 'later_id',
    ]), // prettier-ignore
    from: Type.Optional(Type.String({ format: 'date-time' })),
    until: Type.Optional(Type.String({ format: 'date-time' })),
    currency: Type.Optional(Type.String()),
    minQuantity: shown('The smallest quantity that it has a price for.'),
    priceMicros: shown('What it would have asked.'),
  },
  { $id: 'PriceReason', description: 'Why a price list gave no price, or not the one that was taken.' },
);

const PromotionReason = closed(
  {
    why: oneOf([
      'inactive', 'not_started', 'ended', 'other_currency', 'other_store', 'other_channel', 'other_customer', 'other_group', 'other_organisation', 'other_payment_method', 'not_first_order', 'customer_unknown', 'items_missing', 'coupon_missing', 'quantity_too_small', 'quantity_too_large', 'subtotal_too_small', 'subtotal_too_large', 'used_up', 'used_up_by_customer', 'nothing_to_discount', 'nothing_left', 'better_in_group', 'excluded_by', 'coupon_unknown', 'promotion_not_applied', 'not_needed',
    ]), // prettier-ignore
    from: Type.Optional(Type.String({ format: 'date-time' })),
    until: Type.Optional(Type.String({ format: 'date-time' })),
    currency: Type.Optional(Type.String()),
    bound: shown('What was asked for: pieces, or minor units.'),
    counted: shown('What the basket has of it.'),
    limit: shown('Orders that may use it.'),
    promotion: Type.Optional(Type.String()),
    promotions: Type.Optional(Type.Array(Type.String())),
  },
  { $id: 'PromotionReason', description: 'Why a promotion or a coupon did not apply.' },
);

const QuotedLine = closed(
  {
    id: Type.String(),
    sku: Type.String(),
    name: Type.String(),
    quantity: Type.Integer(),
    unitMultiplier: Type.Integer(),
    deliveryId: nullableText,
    priceMicros: Type.Integer(),
    listPriceMicros: Type.Unsafe<number | null>({ type: ['integer', 'null'] }),
    discountMicros: Type.Integer(),
    priceFrom: oneOf(['request', 'price_list', 'catalogue']),
    priceList: nullableText,
    minQuantity: Type.Integer({ description: 'Of the tier that won; 1 where no list has a price.' }),
    notTaken: Type.Array(ref(PriceReason)),
    gift: orNull(Type.String({ description: 'The promotion that gives it for nothing; null: it was asked for.' })),
    gross: Type.Integer(),
    discount: Type.Integer({ description: 'Of the unit discounts, in minor units.' }),
    net: Type.Integer(),
    tax: Type.Integer({ description: 'Of the line and its share of the shipping; 0 where nobody was asked.' }),
    taxed: Type.Unsafe<unknown>({
      anyOf: [{ $ref: 'LineTax#' }, { type: 'null' }],
      description: 'How the tax was counted; null: nobody was asked.',
    }),
    payable: Type.Integer({ description: 'With its shares of order discounts, shipping and tax.' }),
  },
  { $id: 'QuotedLine' },
);

const AppliedPromotion = closed(
  {
    promotion: Type.String(),
    name: Type.String(),
    coupon: nullableText,
    saved: Type.Integer({ description: 'All that it took off, in minor units.' }),
    lines: Type.Array(part),
    order: Type.Integer(),
    deliveries: Type.Array(part),
    gift: Type.Unsafe<object | null>({
      type: ['object', 'null'],
      properties: { sku: { type: 'string' }, quantity: { type: 'integer' } },
    }),
  },
  { $id: 'AppliedPromotion' },
);

const PriceQuote = closed(
  {
    currency: Type.String(),
    rounding: Type.String(),
    lines: Type.Array(ref(QuotedLine)),
    discounts: Type.Array(ref(OrderDiscount)),
    deliveries: Type.Array(
      closed({ id: Type.String(), method: nullableText, price: Type.Integer(), discount: Type.Integer() }),
    ),
    adjustments: Type.Array(ref(Adjustment), { description: 'What rounds it to coins, where that is the rule.' }),
    totals: closed({
      items: Type.Integer(),
      discounts: Type.Integer(),
      shipping: Type.Integer(),
      tax: Type.Integer(),
      adjustments: Type.Integer(),
      total: Type.Integer(),
    }),
    applied: Type.Array(ref(AppliedPromotion), { description: 'In the order in which they were taken off.' }),
    notApplied: Type.Array(closed({ promotion: Type.String(), reasons: Type.Array(ref(PromotionReason)) }), {
      description: 'Every other promotion of the account, with all that stands against it.',
    }),
    coupons: Type.Array(closed({ code: Type.String(), reasons: Type.Array(ref(PromotionReason)) }), {
      description: 'Every coupon that was given; no reason: it gave its promotion.',
    }),
  },
  { $id: 'PriceQuote' },
);

export const PRICING_INPUTS = [
  ItemMatch,
  PromotionConditions,
  PromotionReward,
  PromotionCombination,
  PriceEntryInput,
  PriceQuoteInput,
];
export const PRICING_ANSWERS = [
  PriceTier,
  PriceEntry,
  PriceEntryPage,
  PriceReason,
  PromotionReason,
  QuotedLine,
  AppliedPromotion,
  PriceQuote,
];
