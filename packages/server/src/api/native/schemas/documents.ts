import { FIELD_LIMITS } from '@docket/core/custom-fields/field-schema';
import type { BuiltInKind } from '@docket/core/order/document-marks';
import type { FieldPatch } from '@docket/core/custom-fields/field-values';
import type { DocumentType, TargetFields } from '@docket/core/order/document-type';
import { FIELD_TARGETS, TYPE_LIMITS } from '@docket/core/order/document-type';
import { type TSchema, Type } from 'typebox';
import { closed, code, freeObject, instant, named, oneOf, orderId, queryText, signedAmount, text } from './fields.js';
import { next, PageQuery } from './paging.js';
import { orNull, settingSchemas } from './setting-schemas.js';

export const languageLabels = (description: string) =>
  named('^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$', text(FIELD_LIMITS.label), FIELD_LIMITS.languages, description);

const typeName = () =>
  Type.String({
    pattern: '^[a-z][a-z0-9_]{1,39}$',
    'x-key': true,
    description: 'Such as warranty; cannot be changed.',
  });

const fieldsSchema = Type.Unsafe<Record<string, unknown>>({
  type: 'object',
  'x-free-json': true,
  description:
    'A JSON Schema of an object: properties of type string, integer, number, boolean, or array of strings, with enum, lengths, bounds and format; x-labels, x-section, x-listed and x-personal say how a form shows a field and whether it belongs to the person.',
});

export const DOCUMENT_TYPE_SCHEMAS = settingSchemas(
  'DocumentType',
  ['type', typeName()],
  {
    labels: languageLabels('What one is called, by language.'),
    numbers: orNull(
      text(
        100,
        'Template of their numbers, with {sequence}: WA-{year}-{sequence:5}. null: number of the order and a count.',
      ),
    ),
    parents: Type.Array(text(40), {
      maxItems: TYPE_LIMITS.parents,
      uniqueItems: true,
      description:
        'What they may hang under: order, payment, capture, void, refund, invoice, shipment, package, return, return_invoice, or another type.',
    }),
    statuses: Type.Array(
      closed({
        status: text(40, 'a-z, 0-9 and _.'),
        labels: languageLabels('What people read.'),
        locks: Type.Boolean({ description: 'True: nothing of the document can be changed in it but the status.' }),
      }),
      { maxItems: TYPE_LIMITS.statuses, description: 'A new document gets the first one.' },
    ),
    moves: Type.Unsafe<DocumentType['moves']>({
      type: ['object', 'null'],
      propertyNames: { pattern: '^[a-z][a-z0-9_]{0,39}$', 'x-key': true },
      additionalProperties: { type: 'array', items: { type: 'string', maxLength: 40 }, maxItems: TYPE_LIMITS.statuses },
      maxProperties: TYPE_LIMITS.statuses,
      description: 'Where each status may go; null: from any to any.',
    }),
    fields: fieldsSchema,
    most: orNull(
      Type.Integer({ minimum: 1, maximum: TYPE_LIMITS.documents, description: 'That an order may have; null: 1,000.' }),
    ),
    active: Type.Boolean({ description: 'False: no new ones are made.' }),
  },
  ['numbers', 'parents', 'statuses', 'moves', 'fields', 'most', 'active'],
);

export const DOCUMENT_TYPE_DEFAULTS: Partial<DocumentType> = {
  numbers: null,
  parents: ['order'],
  statuses: [{ status: 'open', labels: { en: 'Open' }, locks: false }],
  moves: null,
  fields: { type: 'object', properties: {} },
  most: null,
  active: true,
};

export const TARGET_FIELDS_SCHEMAS = settingSchemas(
  'CustomFields',
  ['target', oneOf(FIELD_TARGETS, 'What has the fields.')],
  { fields: fieldsSchema },
  [],
);

export const TARGET_FIELDS_DEFAULTS: Partial<TargetFields> = {};

/** Values by name; null takes one away. What they may be is data of the account, so it is looked at by the decision. */
const custom = Type.Unsafe<FieldPatch>({
  ...freeObject('Values by field name: text, number, true or false, a list of texts. Null takes one away.'),
  additionalProperties: true,
});
const nullable = (schema: TSchema) => Type.Unsafe<string | null>(orNull(schema));
const comment = nullable(text(2_000, 'Free text for people; personal.'));
const outerId = nullable(text(100, 'Its id in another system.'));
const amountOrNull = Type.Unsafe<number | null>(
  orNull(signedAmount('Minor units of the order’s currency; it stands in no ledger.')),
);
const status = text(40, 'One of its type.');
const approved = Type.Boolean();

/** What may be said of a document when it is added, and changed later. */
const content = {
  status: Type.Optional(status),
  approved: Type.Optional(approved),
  amount: Type.Optional(amountOrNull),
  outerId: Type.Optional(outerId),
  comment: Type.Optional(comment),
  custom: Type.Optional(custom),
};

/** Built-in kinds, as documents are named under which others hang. */
const BUILT_IN_KINDS = [
  'payment',
  'invoice',
  'shipment',
  'package',
  'return_invoice',
  'return',
  'capture',
  'void',
  'refund',
] as const satisfies readonly BuiltInKind[];

export const AddDocument = closed(
  {
    documentType: typeName(),
    parent: Type.Optional(
      closed(
        {
          kind: oneOf([...BUILT_IN_KINDS, 'custom']),
          id: text(64),
        },
        { description: 'What it hangs under; the order itself where absent.' },
      ),
    ),
    number: Type.Optional(text(40, 'The next one of its series where absent.')),
    ...content,
  },
  { $id: 'AddDocument' },
);
export const ChangeDocument = closed(content, { $id: 'ChangeDocument', minProperties: 1 });
export const CancelDocument = closed(
  { reason: Type.Optional(text(2_000, 'Free text for people; personal.')) },
  { $id: 'CancelDocument' },
);
export const SetCustomFields = closed(
  {
    target: oneOf(FIELD_TARGETS),
    id: Type.Optional(text(64, 'Of the line or the document; the number of an invoice. None of the order.')),
    custom,
  },
  { $id: 'SetCustomFields' },
);

export const MarkDocument = closed(
  {
    kind: oneOf(BUILT_IN_KINDS),
    id: text(64, 'Of the document in its order; the number of an invoice.'),
    approved: Type.Optional(approved),
    outerId: Type.Optional(outerId),
    comment: Type.Optional(comment),
  },
  { $id: 'MarkDocument', minProperties: 3 },
);

export const DOCUMENT_INPUTS = [AddDocument, ChangeDocument, CancelDocument, SetCustomFields, MarkDocument];

const textOrNull = () => Type.Unsafe<string | null>({ type: ['string', 'null'] });

const documentFilters = {
  kind: queryText(
    40,
    'payment, invoice, shipment, package, return_invoice, return, capture, void, refund, or a type of the account.',
  ),
  status: Type.Optional(
    Type.Array(queryText(40, 'One state or status.'), { maxItems: 50, description: 'Repeat it for more than one.' }),
  ),
  store: Type.Optional(Type.Array(code(), { maxItems: 100 })),
  createdFrom: Type.Optional(instant()),
  createdTo: Type.Optional(instant('Excluded.')),
  amountFrom: Type.Optional(signedAmount('Minor units; needs prices.view.')),
  amountTo: Type.Optional(signedAmount('Minor units; needs prices.view.')),
  currency: Type.Optional(queryText(8, 'ISO 4217.')),
  orderId: Type.Optional(orderId()),
  q: Type.Optional(queryText(64, 'How a number, or an id in another system, begins.')),
  field: Type.Optional(
    Type.Array(queryText(200, 'A field and its value: serial:AB-1.'), {
      maxItems: 5,
      description:
        'A field of the account on documents of this kind; needs personal.view. Repeat it for more than one.',
    }),
  ),
};

export const DocumentExportParameters = closed(documentFilters);
export const DocumentQueryParameters = closed({
  ...documentFilters,
  ...PageQuery.properties,
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: '100 where absent.' })),
});

const DocumentRow = closed(
  {
    kind: Type.String({ description: 'Of a document of the account’s own its type.' }),
    id: Type.String({ description: 'In its order.' }),
    orderId: Type.String(),
    orderNumber: textOrNull(),
    buyerName: textOrNull(),
    number: textOrNull(),
    status: Type.String(),
    amount: orNull(signedAmount('Minor units; null without prices.view.')),
    currency: Type.String(),
    store: Type.String(),
    outerId: textOrNull(),
    parent: Type.Unsafe<string | null>({
      type: ['string', 'null'],
      description: 'Such as invoice:A-17; null: the order.',
    }),
    custom: Type.Unsafe<Record<string, unknown>>({
      type: 'object',
      additionalProperties: true,
      description: 'Fields of the account by name, those that are of no person.',
    }),
    createdAt: Type.String({ format: 'date-time' }),
  },
  { $id: 'DocumentRow' },
);
const DocumentPage = closed(
  { items: Type.Array(Type.Unsafe<object>({ $ref: 'DocumentRow#' })), next },
  { $id: 'DocumentPage' },
);

const DocumentKinds = closed(
  {
    items: Type.Array(
      closed({
        kind: Type.String(),
        states: Type.Array(Type.String()),
        work: Type.Array(closed({ work: Type.String(), states: Type.Array(Type.String()) }), {
          description: 'What people have to do with documents in which states; empty: nothing waits for them.',
        }),
      }),
    ),
  },
  { $id: 'DocumentKinds' },
);

const OrderDocument = closed(
  {
    kind: oneOf([...BUILT_IN_KINDS, 'custom']),
    type: Type.String({ description: 'Of a document of the account’s own its type, else the kind.' }),
    id: Type.String({ description: 'In its order.' }),
    state: Type.String(),
    number: textOrNull(),
    amount: orNull(signedAmount('Minor units; null where it is about none, and without prices.view.')),
    outerId: textOrNull(),
    approved: Type.Boolean(),
    createdAt: Type.String({ format: 'date-time' }),
    parent: Type.Unsafe<unknown>({
      anyOf: [{ $ref: 'DocumentRef#' }, { type: 'null' }],
      description: 'Null: the order itself.',
    }),
    depth: Type.Integer({ description: '0: it hangs under the order.' }),
  },
  { $id: 'OrderDocument' },
);
const OrderDocuments = closed(
  {
    currency: Type.String(),
    items: Type.Array(Type.Unsafe<object>({ $ref: 'OrderDocument#' })),
  },
  { $id: 'OrderDocuments' },
);

export const DOCUMENT_ANSWERS = [DocumentRow, DocumentPage, DocumentKinds, OrderDocument, OrderDocuments];
