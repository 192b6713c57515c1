import { TAX_PROVIDERS } from '@docket/core/tax/tax-provider';
import { Type } from 'typebox';
import { customFields, date, dateOrNull, int, listOf, money, orNull, refOrNull, str } from './answer-fields.js';
import { closed, freeObject, freeValue, oneOf, ref } from './fields.js';
import { HOLDS_OF_ORDER } from './holds.js';
import { DOCUMENT_SCHEMAS } from './order-documents.js';
import { MONEY_OF_ORDER } from './payments.js';
import { Problem } from './problem.js';

const Buyer = closed(
  {
    email: orNull('string'),
    firstName: orNull('string'),
    lastName: orNull('string'),
    phone: orNull('string'),
    documentType: orNull('string'),
    document: orNull('string'),
    company: orNull('string'),
    locale: orNull('string'),
  },
  { $id: 'Buyer', description: 'Personal: null once the person was forgotten, and without personal.view.' },
);

const LineMoney = closed(
  {
    gross: int('At list price.'),
    discount: int(),
    net: int('gross − discount.'),
    share: closed(
      { discount: int(), shipping: int(), tax: int() },
      { description: 'Its part of the order’s discounts, shipping and tax.' },
    ),
    payable: int('What a full refund of the line gives back.'),
  },
  { $id: 'LineMoney', description: 'Minor units.' },
);

const LineTax = closed(
  {
    provider: oneOf(TAX_PROVIDERS),
    category: str(),
    rateMillionths: int('On the goods: 19 % is 190000.'),
    goods: int('Tax on the line itself, in minor units.'),
    shipping: int('Its share of the tax on its delivery.'),
  },
  { $id: 'LineTax', description: 'How the tax of a line was counted; both amounts together are its tax.' },
);

const Line = closed(
  {
    id: str(),
    sku: str(),
    gtin: orNull('string'),
    name: str(),
    imageUrl: Type.Optional(str('The picture of the product at placement; absent where it had none.')),
    seller: orNull('string'),
    quantity: int(),
    unitMultiplier: int('Thousandths.'),
    measurementUnit: str(),
    listPriceMicros: money('Millionths of the major unit.'),
    priceMicros: money('Millionths of the major unit.'),
    discountMicros: money('Millionths of the major unit.'),
    deliveryId: orNull('string'),
    byHand: Type.Optional(
      Type.Array(oneOf(['price', 'discount', 'tax']), {
        description: 'What of it an edit set by hand; absent: nothing.',
      }),
    ),
    money: refOrNull('LineMoney'),
    taxed: Type.Optional(refOrNull('LineTax')),
    stock: Type.Unsafe<unknown>({
      anyOf: [closed({ place: str(), state: oneOf(['claimed', 'confirmed']), held: int() }), { type: 'null' }],
      description: 'Pieces that stock holds for the line; null where the product is not counted.',
    }),
    invoiced: int('Pieces.'),
    shipped: int('Pieces, in parcels.'),
    handedOver: Type.Optional(int('Pieces that reached the buyer in no parcel; absent: none.')),
    returned: int('Pieces.'),
    cancelled: int('Pieces that will not be sent.'),
    refundedOfCancelled: Type.Optional(
      money('What was given back by name for cancelled pieces, before they were; absent: nothing. Minor units.'),
    ),
    refundable: money('What may be refunded of it at most, without shipping. Minor units.'),
    custom: customFields,
    attachments: Type.Optional(freeValue('As they came.')),
  },
  { $id: 'Line' },
);

const Delivery = closed(
  {
    id: str(),
    type: oneOf(['delivery', 'pickup']),
    method: orNull('string'),
    price: money(),
    givenPrice: Type.Optional(
      money(
        'What somebody said that it costs, before promotions lowered it; absent: as its method has it. Minor units.',
      ),
    ),
    pickupPoint: orNull('string'),
    promisedAt: dateOrNull(),
    shipBy: dateOrNull(),
    address: refOrNull('Address'),
  },
  { $id: 'Delivery' },
);

const Totals = closed(
  {
    items: int('At list price.'),
    discounts: int('≤ 0.'),
    shipping: int(),
    tax: int(),
    adjustments: int(),
    total: int(),
  },
  { $id: 'Totals', description: 'Minor units; the parts add up to the total.' },
);

const CancellationRequest = closed(
  {
    id: str(),
    at: date(),
    by: str(),
    reason: orNull('string'),
    outcome: oneOf(['open', 'confirmed', 'denied', 'overtaken']),
    answeredAt: dateOrNull(),
    answer: orNull('string'),
  },
  { $id: 'CancellationRequest' },
);

const Cancellation = closed(
  { at: date(), by: str(), requestId: orNull('string'), reason: orNull('string') },
  { $id: 'Cancellation' },
);

const Note = closed({ id: str(), at: date(), by: str(), text: orNull('string') }, { $id: 'Note' });
const LogEntry = closed({ id: str(), at: date(), source: str(), message: orNull('string') }, { $id: 'LogEntry' });
const Statuses = closed({ vtex: orNull('string'), orion: str(), virto: str() }, { $id: 'Statuses' });
const LedgerBalances = Type.Unsafe<Record<string, number>>({
  $id: 'LedgerBalances',
  type: 'object',
  additionalProperties: { type: 'integer' },
  description: 'Debit balances in minor units by ledger account; they sum to zero. Accounts at zero are left out.',
});
const Instance = closed(
  { domain: str(), table: str(), version: int(), step: str(), since: date() },
  { $id: 'WorkflowInstance' },
);
const Link = closed(
  {
    role: oneOf(
      ['marketplace', 'seller', 'exchange', 'exchanged'],
      'What the other order is to this one. `exchange`: it replaces goods that came back from this one; `exchanged`: this one replaces goods of it.',
    ),
    account: str(),
    orderId: str(),
  },
  { $id: 'OrderLink' },
);

const head = {
  orderId: str(),
  group: str('One checkout that became several orders shares it.'),
  position: int('From 1 in the group.'),
  sequence: int('Ascending in the account, with gaps.'),
  number: orNull('string'),
  version: int('Events so far; also the ETag.'),
  account: str(),
  store: str(),
  channel: str(),
  origin: str(),
  workflow: str(),
  status: str('The step in VTEX words; incomplete while payment has not begun.'),
  statusLabel: str(),
  statuses: ref(Statuses),
  stage: oneOf(
    ['placing', 'paying', 'handling', 'handing_over', 'travelling', 'received', 'ended'],
    'The shopper’s timeline in one word.',
  ),
  paymentState: str(),
  shippingState: str(),
  dueAt: dateOrNull('The earliest day that was promised.'),
  complete: Type.Boolean({ description: 'False: payment has not begun.' }),
  placementDeadline: dateOrNull(),
  instances: listOf('WorkflowInstance'),
  links: listOf('OrderLink'),
  externalIds: Type.Unsafe<Record<string, string>>({ type: 'object', additionalProperties: { type: 'string' } }),
  currency: str(),
  rounding: str(),
  createdAt: date(),
  updatedAt: date(),
  placedBy: str(),
  authorisedAt: dateOrNull(),
  invoicedAt: dateOrNull(),
  deliveredAt: dateOrNull(),
  deletedAt: dateOrNull(),
  customerId: orNull('string'),
  forgotten: Type.Boolean(),
  buyer: refOrNull('Buyer'),
  billingAddress: refOrNull('Address'),
};

const Order = closed(
  {
    asOf: Type.Optional(
      closed(
        { version: int(), at: date('When that version came about.') },
        { description: 'Only on an order of the past: as which version it is shown.' },
      ),
    ),
    ...head,
    lines: listOf('Line'),
    deliveries: listOf('Delivery'),
    discounts: Type.Array(closed({ id: str(), name: str(), amount: money() })),
    adjustments: Type.Array(closed({ id: str(), kind: str(), name: str(), amount: money('Of either sign.') })),
    promotions: Type.Array(closed({ promotion: str(), coupon: orNull('string') })),
    totals: refOrNull('Totals'),
    ledger: refOrNull('LedgerBalances'),
    amountDue: money('What the buyer still owes; below 0 what is owed to the buyer.'),
    payments: listOf('Payment'),
    invoices: listOf('Invoice'),
    shipments: listOf('Shipment'),
    unplanned: Type.Unsafe<unknown[]>({
      ...listOf('Pieces'),
      description: 'Of an order with shipments: what is neither sent nor given up nor planned in one.',
    }),
    packages: listOf('Package'),
    returnInvoices: listOf('ReturnInvoice'),
    returns: listOf('Return'),
    ...MONEY_OF_ORDER,
    documents: listOf('CustomDocument'),
    marks: Type.Unsafe<unknown[]>({
      ...listOf('DocumentMarks'),
      description: 'What people said of built-in documents.',
    }),
    cancellation: refOrNull('Cancellation'),
    cancellationRequests: listOf('CancellationRequest'),
    ...HOLDS_OF_ORDER,
    tags: Type.Array(str()),
    assignee: orNull('string'),
    notes: listOf('Note'),
    log: listOf('LogEntry'),
    custom: Type.Unsafe<Record<string, unknown>>({
      ...freeObject('What it was placed with, and fields of the account that were set since.'),
      additionalProperties: true,
    }),
    attachments: freeValue('By dialect, as they came. Null without prices.view: amounts may stand in them.'),
    allowed: Type.Unsafe<unknown[]>({
      type: 'array',
      items: { $ref: 'Allowance#' },
      description: 'Every command, whether the caller may send it now, and if not, why.',
    }),
  },
  { $id: 'Order' },
);

const OrderReceipt = closed(
  {
    orderId: str(),
    number: orNull('string'),
    version: int(),
    status: str(),
    total: money(),
    currency: str(),
    amountDue: money(),
  },
  {
    $id: 'OrderReceipt',
    description: 'The answer to a write with Prefer: return=minimal, and to any write of who lacks orders.view.',
  },
);

const AllowanceSchema = closed(
  {
    command: str(),
    allowed: Type.Boolean(),
    code: Type.Optional(str('Of the problem that the command would meet now.')),
    title: Type.Optional(str('What the code means.')),
  },
  { $id: 'Allowance' },
);
const Allowed = closed({ version: int(), commands: listOf('Allowance') }, { $id: 'Allowed' });

/** Every schema of an answer that others refer to. */
export const ANSWER_SCHEMAS = [
  Buyer,
  LineMoney,
  LineTax,
  Line,
  Delivery,
  Totals,
  ...DOCUMENT_SCHEMAS,
  CancellationRequest,
  Cancellation,
  Note,
  LogEntry,
  Statuses,
  LedgerBalances,
  Instance,
  Link,
  Order,
  OrderReceipt,
  AllowanceSchema,
  Allowed,
  Problem,
];
