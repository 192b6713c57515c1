import { LIMITS } from '@docket/core/order/placing';
import { type Static, Type } from 'typebox';
import {
  amount,
  closed,
  code,
  country,
  freeObject,
  freeValue,
  id,
  instant,
  nullableText,
  oneOf,
  groupId,
  orderId,
  quantity,
  ref,
  signedAmount,
  sku,
  text,
  unitPrice,
} from './fields.js';

export const Address = closed(
  {
    receiver: Type.Optional(text(200, undefined, 0)),
    street: Type.Optional(text(300, undefined, 0)),
    number: Type.Optional(text(50, undefined, 0)),
    complement: Type.Optional(text(300, undefined, 0)),
    neighbourhood: Type.Optional(text(200, undefined, 0)),
    city: Type.Optional(text(200, undefined, 0)),
    state: Type.Optional(text(100, undefined, 0)),
    postalCode: Type.Optional(text(30, undefined, 0)),
    country: country(),
    phone: Type.Optional(text(50, undefined, 0)),
    reference: Type.Optional(text(500, undefined, 0)),
  },
  { $id: 'Address' },
);

export const BuyerInput = closed(
  {
    email: Type.Optional(nullableText(320)),
    firstName: Type.Optional(nullableText(200)),
    lastName: Type.Optional(nullableText(200)),
    phone: Type.Optional(nullableText(50)),
    documentType: Type.Optional(nullableText(50, 'What `document` is: a tax number, an identity card.')),
    document: Type.Optional(nullableText(100)),
    company: Type.Optional(nullableText(300)),
    locale: Type.Optional(nullableText(35, 'BCP 47, such as de-AT.')),
  },
  { $id: 'BuyerInput', description: 'Who buys; every part may be left out.' },
);

export const OrderDiscount = closed(
  { id: id(), name: text(200), amount: amount('Minor units, ≥ 0; it lowers the order.') },
  { $id: 'OrderDiscount' },
);

export const Adjustment = closed(
  {
    id: id(),
    kind: text(50, 'Such as fee, rounding.'),
    name: text(200),
    amount: signedAmount('Minor units, either sign.'),
  },
  { $id: 'Adjustment' },
);

export const PlacedLine = closed(
  {
    id: Type.Optional(id('Counted from 1 where absent.')),
    sku: sku(),
    gtin: Type.Optional(text(20, 'GTIN-8, -12, -13 or -14.')),
    name: Type.Optional(text(500, 'The catalogue’s where absent.')),
    seller: Type.Optional(text(100)),
    quantity: quantity(),
    unitMultiplier: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 1_000_000_000,
        description: 'Thousandths: 500 sells half a unit of the measure per piece.',
      }),
    ),
    measurementUnit: Type.Optional(text(20, 'Such as un, kg.')),
    listPriceMicros: Type.Optional(unitPrice()),
    priceMicros: Type.Optional(unitPrice('Millionths of the major unit; the catalogue’s where absent.')),
    discountMicros: Type.Optional(unitPrice('Off each unit, in millionths of the major unit.')),
    tax: Type.Optional(amount('Of the whole line, on top of the price, in minor units.')),
    deliveryId: Type.Optional(id('The first delivery where absent.')),
    place: Type.Optional(code('Stock place; the product’s own where absent.')),
    attachments: Type.Optional(freeValue('Customisations, given back as they came.')),
  },
  { $id: 'PlacedLine' },
);

export const PlacedDelivery = closed(
  {
    id: Type.Optional(id()),
    type: oneOf(['delivery', 'pickup']),
    method: Type.Optional(code('A shipping method of the account.')),
    price: Type.Optional(amount('Minor units; the shipping method’s where absent.')),
    pickupPoint: Type.Optional(text(100)),
    promisedAt: Type.Optional(instant()),
    shipBy: Type.Optional(instant()),
    address: Type.Optional(ref(Address)),
  },
  { $id: 'PlacedDelivery' },
);

export const PlacedPayment = closed(
  {
    id: Type.Optional(id()),
    method: text(100, 'Such as card, pix, voucher.'),
    amount: amount(),
    installments: Type.Optional(Type.Integer({ minimum: 1, maximum: 999 })),
    capture: Type.Optional(
      oneOf(
        ['on_approval', 'on_invoice', 'by_hand'],
        'When the money is taken; the workflow’s rule where absent, and by hand for cash_on_delivery.',
      ),
    ),
    provider: Type.Optional(code('Who moves its money; absent: a person or another system does, and tells of it.')),
    brand: Type.Optional(text(50)),
    lastDigits: Type.Optional(Type.String({ pattern: '^[0-9]{1,4}$', description: 'Never the whole card number.' })),
    expiry: Type.Optional(Type.String({ pattern: '^(0[1-9]|1[0-2])/[0-9]{4}$', description: 'MM/YYYY.' })),
    holder: Type.Optional(text(200, 'Name on the card or of the account; personal.')),
    phone: Type.Optional(text(50, 'Personal.')),
    token: Type.Optional(text(500, 'What the provider knows the means of payment by; never answered in full.')),
    transactionId: Type.Optional(text(200)),
    dueAt: Type.Optional(instant()),
  },
  { $id: 'PlacedPayment' },
);

export const PlaceOrderBody = closed(
  {
    store: Type.Optional(code('The selling place; where absent that of the channel, else the default of the account.')),
    channel: Type.Optional(code('Where the order came from; the default of the account where absent.')),
    workflow: Type.Optional(
      text(64, 'complete, simple, free, marketplace, fulfillment, or one of the account; its default where absent.'),
    ),
    currency: text(8, 'ISO 4217, capitals.'),
    rounding: Type.Optional(
      oneOf(['half_up', 'half_even', 'down'], 'How a line rounds; the setting of the account where absent.'),
    ),
    externalIds: Type.Optional(
      Type.Record(Type.String({ pattern: '^[a-z0-9][a-z0-9_.-]{0,39}$' }), text(128), {
        additionalProperties: false,
        maxProperties: LIMITS.externalIds,
        description: 'Ids that other systems gave this order, by source; each is unique in the account.',
      }),
    ),
    customerId: Type.Optional(id()),
    buyer: Type.Optional(ref(BuyerInput)),
    billingAddress: Type.Optional(ref(Address)),
    lines: Type.Array(ref(PlacedLine), {
      maxItems: LIMITS.lines,
      description: 'Empty only where an adjustment carries the sum.',
    }),
    deliveries: Type.Optional(Type.Array(ref(PlacedDelivery), { maxItems: LIMITS.deliveries })),
    discounts: Type.Optional(
      Type.Array(ref(OrderDiscount), { maxItems: LIMITS.discounts, description: 'On the order as a whole.' }),
    ),
    adjustments: Type.Optional(Type.Array(ref(Adjustment), { maxItems: LIMITS.adjustments })),
    payments: Type.Optional(Type.Array(ref(PlacedPayment), { maxItems: LIMITS.payments })),
    total: amount('What the sender thinks the order comes to, in minor units; refused where Docket counts otherwise.'),
    totals: Type.Optional(
      closed({
        items: Type.Optional(signedAmount('At list price.')),
        discounts: Type.Optional(signedAmount('≤ 0.')),
        shipping: Type.Optional(signedAmount('≥ 0.')),
        tax: Type.Optional(signedAmount('≥ 0.')),
        adjustments: Type.Optional(signedAmount('Either sign.')),
      }),
    ),
    incomplete: Type.Optional(
      Type.Boolean({ description: 'True: payment has not begun; the order waits outside its workflow.' }),
    ),
    cancellationWindow: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 31_536_000,
        description: 'Seconds; the setting of the account where absent.',
      }),
    ),
    custom: Type.Optional(freeObject('Data of the account’s own, given back as it came; at most 32 levels deep.')),
    attachments: Type.Optional(freeObject('Fields of an API dialect, by dialect.')),
    priced: Type.Optional(
      Type.Boolean({
        description:
          'True: unit prices, discounts, gifts and prices of deliveries are those of `POST /prices/quote` for this buyer; `total` is compared with what comes out.',
      }),
    ),
    taxed: Type.Optional(
      Type.Boolean({
        description:
          'True: the tax provider of the store counts the tax, false: the sender did. Where absent, the store says so (`taxesOrders`), unless a line names its tax.',
      }),
    ),
    coupons: Type.Optional(
      Type.Array(text(100, 'As the buyer typed it.'), { maxItems: 20, description: 'Only where it is `priced`.' }),
    ),
    tags: Type.Optional(Type.Array(text(60), { maxItems: LIMITS.tags })),
    note: Type.Optional(text(10_000)),
    group: Type.Optional(closed({ id: groupId(), position: Type.Integer({ minimum: 1, maximum: 99 }) })),
    fulfils: Type.Optional(orderId()),
  },
  {
    $id: 'PlaceOrder',
    // A coupon that nobody looks at would be one that the buyer believes to have used.
    dependentRequired: { coupons: ['priced'] },
    examples: [
      {
        currency: 'EUR',
        lines: [{ sku: 'TEA-100', name: 'Assam, 100 g', quantity: 2, priceMicros: 5_900_000 }],
        deliveries: [
          {
            type: 'delivery',
            price: 490,
            address: { city: 'Graz', postalCode: '8010', street: 'Hauptplatz', country: 'AT' },
          },
        ],
        payments: [{ method: 'card', amount: 1670 }],
        buyer: { email: 'ana@example.com', firstName: 'Ana', lastName: 'Gruber' },
        total: 1670,
      },
    ],
  },
);
export type PlaceOrderBody = Static<typeof PlaceOrderBody>;
