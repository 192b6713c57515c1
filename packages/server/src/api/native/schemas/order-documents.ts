import { Type } from 'typebox';
import { customFields, date, dateOrNull, int, listOf, may, money, orNull, refOrNull, str } from './answer-fields.js';
import { RETURN_DOCUMENTS } from './returns.js';
import { closed, freeObject, freeValue, oneOf } from './fields.js';
import { PACKAGE_EXTRAS, SHIPMENT_SCHEMAS } from './shipment-answers.js';

const Pieces = closed({ lineId: str(), quantity: int() }, { $id: 'Pieces' });

/** Of an invoice of either direction. */
const paper = {
  number: str(),
  value: money(),
  items: listOf('Pieces'),
  issuedAt: date(),
  recordedAt: date(),
  key: orNull('string'),
  url: orNull('string'),
  attachments: Type.Optional(freeValue('What another API dialect knows of it, as it came; null without prices.view.')),
};

const Invoice = closed(
  {
    ...paper,
    inferred: Type.Boolean({ description: 'True: the items were not sent, they are all that was left.' }),
    packageId: orNull('string'),
    custom: customFields,
  },
  { $id: 'Invoice' },
);

const TrackingEvent = closed(
  { at: date(), recordedAt: date(), city: orNull('string'), state: orNull('string'), description: orNull('string') },
  { $id: 'TrackingEvent' },
);

/** Of a parcel that leaves the house, or brings goods back. */
const parcel = {
  carrier: orNull('string'),
  trackingNumber: orNull('string'),
  trackingUrl: orNull('string'),
  dispatchedAt: dateOrNull(),
  tracking: listOf('TrackingEvent'),
  deliveredAt: dateOrNull(),
};

const Package = closed(
  {
    id: str(),
    number: str(),
    status: oneOf(['sent', 'in_transit', 'delivered', 'returned_to_sender']),
    invoiceNumber: orNull('string'),
    items: listOf('Pieces'),
    sentAt: date(),
    ...parcel,
    ...PACKAGE_EXTRAS,
    custom: customFields,
    may,
  },
  { $id: 'Package' },
);

const MoneyMove = closed(
  {
    paymentId: str(),
    amount: money(),
    pending: Type.Optional(
      Type.Literal(true, { description: 'It was still to move. Absent: it moved with the paper.' }),
    ),
    to: Type.Optional(
      oneOf(['store_credit', 'exchange'], 'Where it goes instead of back to its payment; absent: back to it.'),
    ),
  },
  { $id: 'MoneyMove' },
);

const ReturnInvoice = closed(
  {
    ...paper,
    refunds: listOf('MoneyMove'),
    restocked: Type.Boolean(),
    returnId: Type.Optional(str('The return that it settles.')),
    ...parcel,
    custom: customFields,
    may,
  },
  { $id: 'ReturnInvoice' },
);

const DocumentRef = closed({ kind: str(), id: str() }, { $id: 'DocumentRef' });
const CustomDocument = closed(
  {
    id: str('In the order.'),
    type: str('A type of the account.'),
    number: str(),
    parent: refOrNull('DocumentRef'),
    status: str('One of its type.'),
    approved: Type.Boolean(),
    amount: money(),
    outerId: orNull('string'),
    comment: orNull('string'),
    custom: Type.Unsafe<Record<string, unknown>>({
      ...freeObject('Fields of its type by name.'),
      additionalProperties: true,
    }),
    createdAt: date(),
    updatedAt: date(),
    cancelledAt: dateOrNull(),
    cancelReason: orNull('string'),
    may,
  },
  { $id: 'CustomDocument' },
);
const DocumentMarks = closed(
  {
    id: str('Kind and id of the document: payment:1.'),
    kind: str(),
    documentId: str(),
    approved: Type.Boolean(),
    outerId: orNull('string', 'Its id in another system; lists show it in the place of one of its own.'),
    comment: orNull('string', 'Personal.'),
  },
  { $id: 'DocumentMarks' },
);

/** Documents of an order as answers show them. */
export const DOCUMENT_SCHEMAS = [
  Pieces,
  Invoice,
  TrackingEvent,
  Package,
  ...SHIPMENT_SCHEMAS,
  MoneyMove,
  ReturnInvoice,
  ...RETURN_DOCUMENTS,
  DocumentRef,
  CustomDocument,
  DocumentMarks,
];
