import { Type } from 'typebox';
import { closed, ref } from './fields.js';
import { PlaceOrderBody } from './place-order.js';

const MOST_AT_ONCE = 100;

const BulkKey = Type.String({
  minLength: 1,
  maxLength: 255,
  pattern: '^[\\x21-\\x7e]+$',
  description: 'Idempotency key of this item: the same as the header Idempotency-Key of a request of its own.',
});

export const BulkItem = closed({ order: ref(PlaceOrderBody), idempotencyKey: Type.Optional(BulkKey) });

/** As it is described. The route validates each item by itself, so that a bad one harms no other. */
export const PlaceOrders = closed(
  { items: Type.Array(BulkItem, { minItems: 1, maxItems: MOST_AT_ONCE }) },
  { $id: 'PlaceOrders' },
);

/** What a call must be whatever its items are. */
export const BulkEnvelope = closed({ items: Type.Array(Type.Unknown(), { minItems: 1, maxItems: MOST_AT_ONCE }) });

const BulkAnswer = closed(
  {
    index: Type.Integer({ description: 'Place of the item in the request, from 0.' }),
    status: Type.Integer({ description: 'What the order alone would have been answered with.' }),
    replayed: Type.Boolean({ description: 'True: placed before, under the same key.' }),
    order: Type.Optional(Type.Unsafe<unknown>({ anyOf: [{ $ref: 'Order#' }, { $ref: 'OrderReceipt#' }] })),
    problem: Type.Optional(Type.Unsafe<unknown>({ $ref: 'Problem#' })),
  },
  { $id: 'BulkAnswer' },
);
const BulkAnswers = closed(
  {
    placed: Type.Integer({ description: 'Items that were accepted, now or before.' }),
    refused: Type.Integer(),
    items: Type.Unsafe<unknown[]>({ type: 'array', items: { $ref: 'BulkAnswer#' } }),
  },
  { $id: 'BulkAnswers', description: 'One answer an item, in the order of the request.' },
);

export const BULK_ANSWERS = [BulkAnswer, BulkAnswers];
