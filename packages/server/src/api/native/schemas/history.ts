import { SUMMARY_TEXTS } from '@docket/core/order/event-summary-texts';
import { Type } from 'typebox';
import { closed, oneOf } from './fields.js';

const str = (description?: string) => Type.String(description === undefined ? {} : { description });
const int = (description?: string) => Type.Integer(description === undefined ? {} : { description });
const date = () => Type.String({ format: 'date-time' });
const orNull = (type: 'string' | 'integer', description?: string) =>
  Type.Unsafe<string | number | null>({ type: [type, 'null'], ...(description === undefined ? {} : { description }) });
const listOf = (name: string) => Type.Unsafe<unknown[]>({ type: 'array', items: { $ref: `${name}#` } });
const json = (description: string) => Type.Unsafe<unknown>({ description });

const Change = closed(
  {
    path: str('JSON pointer into the later order; into the earlier one where `after` is null.'),
    field: str('Stable name without positions: lines.shipped, payments.captured, tags.'),
    id: orNull('string', 'Which line, payment, invoice, …; null outside of lists.'),
    label: str('English, made of field and id.'),
    format: oneOf(
      ['amount', 'unit_price', 'instant', 'plain'],
      'What the values are: amounts in minor units, unit prices in millionths of the major unit.',
    ),
    before: json('Null where it was not there.'),
    after: json('Null where it is gone.'),
  },
  { $id: 'Change', description: 'One field of an order that is different in a later version.' },
);

const EventSummary = closed(
  {
    text: str('One line of English.'),
    code: oneOf(Object.keys(SUMMARY_TEXTS), 'What a translation goes by.'),
    parameters: Type.Unsafe<Record<string, unknown>>({
      type: 'object',
      description: 'What the line is filled in with; money as amount and currency.',
    }),
  },
  { $id: 'EventSummary' },
);

const RecordedEvent = closed(
  {
    version: int(),
    seq: int('Position in the log of the account: ascending by one, in the order of commits.'),
    type: str(),
    schema: int('Shape number of `data` and `personal`.'),
    at: date(),
    actor: str('As it was hashed.'),
    by: closed(
      { kind: str('key, staff, user, timer, …'), id: orNull('string') },
      { description: 'The actor, taken apart.' },
    ),
    reason: orNull('string', 'Why. What somebody typed is null without personal.view.'),
    summary: Type.Unsafe<unknown>({ $ref: 'EventSummary#' }),
    changes: Type.Unsafe<unknown[]>({
      type: 'array',
      items: { $ref: 'Change#' },
      description: 'What the event changed in the order. Empty for the placement: everything in the order is new.',
    }),
    commandId: str(),
    data: json('What happened; `moves` are the steps that the workflow took. Null without prices.view.'),
    personal: json('Null where there is none, where the person was forgotten, and without personal.view.'),
    prevHash: orNull('string', 'Null without prices.view: an amount can be found by its hash.'),
    hash: orNull('string', 'Null without prices.view.'),
  },
  { $id: 'RecordedEvent' },
);
const EventPage = closed(
  { events: listOf('RecordedEvent'), next: orNull('integer', 'The `from` of the next page; null at the end.') },
  { $id: 'EventPage' },
);

const OrderVersion = closed({ version: int(), at: date() }, { $id: 'OrderVersion' });
const OrderDifference = closed(
  {
    orderId: str(),
    from: Type.Unsafe<unknown>({ $ref: 'OrderVersion#' }),
    to: Type.Unsafe<unknown>({ $ref: 'OrderVersion#' }),
    changes: listOf('Change'),
  },
  { $id: 'OrderDifference' },
);

/** Stands in the document for readers of the stream; no answer in JSON has it. */
const OrderChange = closed(
  {
    seq: int('Position in the account; also the id of the message.'),
    orderId: str(),
    version: int('That the event made.'),
    type: str(),
    at: date(),
    order: closed(
      {
        version: int(),
        status: str(),
        paymentState: str(),
        shippingState: str(),
        store: str(),
        channel: str(),
        updatedAt: date(),
        deleted: Type.Boolean(),
      },
      { description: 'The order as it stands when the message is sent, perhaps some events later.' },
    ),
  },
  { $id: 'OrderChange' },
);

export const HISTORY_SCHEMAS = [
  Change,
  EventSummary,
  RecordedEvent,
  EventPage,
  OrderVersion,
  OrderDifference,
  OrderChange,
];
