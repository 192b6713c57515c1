import {
  checkedPatch,
  type FieldPatch,
  type FieldValues,
  NO_VALUES,
  patched,
  type SplitPatch,
} from '../custom-fields/field-values.js';
import { type Amount, isAmount } from '../money/amount.js';
import type { AddDocument, ChangeDocument, Command, CommandOf } from './commands.js';
import { accepted, type Accepted, type Context, type Facts } from './decision.js';
import { type DocumentKind, type DocumentRef, withDocument } from './document-kind.js';
import { countedNumber, documentNumber, seriesName } from './document-number.js';
import { type DocumentStatus, type DocumentType, TYPE_LIMITS } from './document-type.js';
import type { EventOf, OrderEventOf } from './events.js';
import { seriesOf } from './number-template.js';
import type { Instant, Order } from './order.js';
import { refuse, type Refusal } from './refusals.js';

// Events

export type CustomDocumentEvent =
  | EventOf<'document_added', DocumentAdded, DocumentPersonal>
  | EventOf<'document_changed', DocumentChanged, Partial<DocumentPersonal>>
  | EventOf<'document_cancelled', { readonly documentId: string }, { readonly reason: string | null }>;

export interface DocumentAdded {
  readonly documentId: string;
  readonly documentType: string;
  readonly number: string;
  readonly parent: DocumentRef | null;
  readonly status: string;
  readonly approved: boolean;
  readonly amount: Amount | null;
  readonly outerId: string | null;
  readonly custom: FieldPatch;
}

/** What is absent stays as it is. */
export interface DocumentChanged {
  readonly documentId: string;
  readonly status?: string;
  readonly approved?: boolean;
  readonly amount?: Amount | null;
  readonly outerId?: string | null;
  readonly custom?: FieldPatch;
}

interface DocumentPersonal {
  readonly comment: string | null;
  readonly custom: FieldPatch;
}

// State

/** A document of a type that the account made. It has no effect on stock, money or steps. */
export interface CustomDocument {
  readonly id: string;
  readonly type: string;
  readonly number: string;
  /** Null: the order itself. */
  readonly parent: DocumentRef | null;
  readonly status: string;
  readonly approved: boolean;
  /** Minor units; what it means is the account's. It stands in no ledger. */
  readonly amount: Amount | null;
  readonly outerId: string | null;
  /** Personal. */
  readonly comment: string | null;
  readonly custom: FieldValues;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly cancelledAt: Instant | null;
  /** Personal. */
  readonly cancelReason: string | null;
}

/** What all custom documents share; the rest of their descriptor is their type. */
export const CUSTOM_KIND: DocumentKind<CustomDocument> = {
  kind: 'custom',
  title: 'document',
  list: 'documents',
  permissions: { view: 'orders.view', edit: 'orders.edit' },
  parents: [
    'payment',
    'capture',
    'void',
    'refund',
    'invoice',
    'shipment',
    'package',
    'return',
    'return_invoice',
    'custom',
  ],
  states: { open: ['cancelled'], cancelled: [] },
  stateOf: (document) => (document.cancelledAt === null ? document.status : 'cancelled'),
  numberOf: ({ number }) => number,
  amountOf: ({ amount }) => amount,
  outerIdOf: ({ outerId }) => outerId,
  createdAt: ({ createdAt }) => createdAt,
  parentOf: ({ parent }) => parent,
  searchTerms: ({ number, outerId }) => (outerId === null ? [number] : [number, outerId]),
  redact: (document) => ({
    ...document,
    comment: null,
    cancelReason: null,
    custom: { ...document.custom, personal: {} },
  }),
};

// Folding

export function foldDocumentAdded(order: Order, event: OrderEventOf<'document_added'>, at: Instant): Partial<Order> {
  const { documentId, documentType, number, parent, status, approved, amount, outerId, custom } = event.data;
  const document: CustomDocument = {
    id: documentId,
    type: documentType,
    number,
    parent,
    status,
    approved,
    amount,
    outerId,
    comment: event.personal?.comment ?? null,
    custom: patched(NO_VALUES, { plain: custom, personal: event.personal?.custom ?? {} }),
    createdAt: at,
    updatedAt: at,
    cancelledAt: null,
    cancelReason: null,
  };
  return { documents: withDocument(order.documents, 'custom', documentId, document) };
}

export function foldDocumentChanged(
  order: Order,
  event: OrderEventOf<'document_changed'>,
  at: Instant,
): Partial<Order> {
  const { documentId, custom, ...changed } = event.data;
  const { comment, custom: personal } = event.personal ?? {};
  const before = documentOf(order, documentId);
  const { status, approved, amount, outerId } = changed;
  const document: CustomDocument = {
    ...before,
    ...(status === undefined ? {} : { status }),
    ...(approved === undefined ? {} : { approved }),
    ...(amount === undefined ? {} : { amount }),
    ...(outerId === undefined ? {} : { outerId }),
    ...(comment === undefined ? {} : { comment }),
    custom: patched(before.custom, { plain: custom ?? {}, personal: personal ?? {} }),
    updatedAt: at,
  };
  return { documents: withDocument(order.documents, 'custom', documentId, document) };
}

export function foldDocumentCancelled(
  order: Order,
  event: OrderEventOf<'document_cancelled'>,
  at: Instant,
): Partial<Order> {
  const before = documentOf(order, event.data.documentId);
  const cancelReason = event.personal?.reason ?? null;
  const document = { ...before, cancelledAt: at, updatedAt: at, cancelReason };
  return { documents: withDocument(order.documents, 'custom', before.id, document) };
}

const documentOf = (order: Order, id: string): CustomDocument => {
  const document = order.documents.custom[id];
  if (document === undefined) throw new Error(`the order has no document ${id}`);
  return document;
};

// Deciding

/**
 * Adds a document of a type of the account. Its number comes from the series of the type unless one is given.
 * Refusals: document_type_unknown, too_many, parent_unknown, document_status_unknown, amount_invalid, document_exists,
 * custom_field_invalid, order_forgotten.
 */
export function decideDocument(order: Order, command: AddDocument, facts: Facts, context: Context): Accepted | Refusal {
  const type = facts.documentTypes.find((each) => each.type === command.documentType && each.active);
  if (type === undefined)
    return refuse('document_type_unknown', '/documentType', { types: facts.documentTypes.map((each) => each.type) });
  const all = Object.values(order.documents.custom);
  const limit = type.most ?? TYPE_LIMITS.documents;
  if (all.filter((each) => each.type === type.type).length >= limit || all.length >= TYPE_LIMITS.documents)
    return refuse('too_many', '/documentType', { limit });
  const against = parentProblem(order, type, command.parent) ?? statusProblem(type, null, command.status);
  if (against !== null) return against;
  if (!isAmountOrNone(command.amount)) return refuse('amount_invalid', '/amount');
  if (holdsPersonal(order, command)) return refuse('order_forgotten');
  const custom = fieldsOf(order, type, NO_VALUES, command.custom ?? {});
  if ('refused' in custom) return custom;
  if (order.head.forgotten && Object.keys(custom.personal).length > 0) return refuse('order_forgotten', '/custom');
  const documentId = String(all.length + 1);
  const number = command.number ?? numberFor(order, type, documentId, context);
  if (context.documentSequence !== TRIAL && all.some((each) => each.type === type.type && each.number === number))
    return refuse('document_exists', '/number', { number });
  return accepted([
    {
      type: 'document_added',
      data: {
        documentId,
        documentType: type.type,
        number,
        parent: command.parent ?? null,
        status: command.status ?? firstStatus(type).status,
        approved: command.approved ?? false,
        amount: command.amount ?? null,
        outerId: command.outerId ?? null,
        custom: custom.plain,
      },
      personal: { comment: command.comment ?? null, custom: custom.personal },
    },
  ]);
}

/**
 * Changes what is named of a document; null takes a value away. What is so already has no effect. A status that locks lets
 * nothing be changed but itself.
 * Refusals: document_not_found, document_cancelled, document_locked, document_status_unknown, document_status_forbidden,
 * amount_invalid, custom_field_invalid, order_forgotten.
 */
export function decideDocumentChange(order: Order, command: ChangeDocument, facts: Facts): Accepted | Refusal {
  const document = order.documents.custom[command.documentId];
  if (document === undefined) return documentNotFound(order);
  if (document.cancelledAt !== null)
    return refuse('document_cancelled', '/documentId', { cancelledAt: document.cancelledAt });
  const type = facts.documentTypes.find((each) => each.type === document.type);
  if (type === undefined) return refuse('document_type_unknown', '/documentId', { type: document.type });
  const forbidden = statusProblem(type, document.status, command.status);
  if (forbidden !== null) return forbidden;
  if (!isAmountOrNone(command.amount)) return refuse('amount_invalid', '/amount');
  if (holdsPersonal(order, command)) return refuse('order_forgotten');
  const custom = command.custom === undefined ? NOTHING : fieldsOf(order, type, document.custom, command.custom);
  if ('refused' in custom) return custom;
  if (order.head.forgotten && Object.values(custom.personal).some((value) => value !== null))
    return refuse('order_forgotten', '/custom');
  const data = changedOf(document, command, custom);
  const comment = command.comment === undefined || command.comment === document.comment ? undefined : command.comment;
  const personal = {
    ...(comment === undefined ? {} : { comment }),
    ...(Object.keys(custom.personal).length === 0 ? {} : { custom: custom.personal }),
  };
  const { documentId: _, status, ...others } = data;
  const content = Object.keys(others).length + Object.keys(personal).length;
  if (content === 0 && status === undefined) return accepted([]);
  const locked = type.statuses.find((each) => each.status === document.status)?.locks === true;
  if (content > 0 && locked && (status === undefined || locks(type, status)))
    return refuse('document_locked', '/documentId', { status: document.status });
  return accepted([{ type: 'document_changed', data, personal: Object.keys(personal).length === 0 ? null : personal }]);
}

const NOTHING: SplitPatch = { plain: {}, personal: {} };

const locks = (type: DocumentType, status: string): boolean =>
  type.statuses.find((each) => each.status === status)?.locks === true;

/** Ends a document; it stays where it is, and nothing of it changes any more. Refusals: document_not_found, order_forgotten. */
export function decideDocumentCancellation(order: Order, command: CommandOf<'cancel_document'>): Accepted | Refusal {
  const document = order.documents.custom[command.documentId];
  if (document === undefined) return documentNotFound(order);
  if (document.cancelledAt !== null) return accepted([]);
  if (order.head.forgotten && command.reason !== undefined) return refuse('order_forgotten', '/reason');
  return accepted([
    {
      type: 'document_cancelled',
      data: { documentId: document.id },
      personal: { reason: command.reason ?? null },
    },
  ]);
}

/** The number of a decision that is only tried: a document may be called so already, and the real one will not be. */
export const TRIAL = 0;

/** The series from which a number has to be taken before a document can be decided; null: from none. */
export function documentSeries(command: Command, facts: Pick<Facts, 'documentTypes'>, at: Instant): string | null {
  if (command.type !== 'add_document') return null;
  const type = facts.documentTypes.find((each) => each.type === command.documentType && each.active);
  if (type?.numbers == null || command.number !== undefined) return null;
  const period = seriesOf(type.numbers, at);
  return period === null ? null : seriesName(type.type, period);
}

function numberFor(order: Order, type: DocumentType, documentId: string, context: Context): string {
  if (type.numbers === null) return countedNumber(order.head, documentId);
  const { documentSequence } = context;
  if (documentSequence === undefined && seriesOf(type.numbers, context.at) !== null)
    throw new Error(`no number was taken for a ${type.type}`);
  const count = Object.values(order.documents.custom).filter((each) => each.type === type.type).length + 1;
  return documentNumber(type.numbers, order.head, { at: context.at, sequence: documentSequence ?? 0, count });
}

function changedOf(document: CustomDocument, command: ChangeDocument, custom: SplitPatch): DocumentChanged {
  const { status, approved, amount, outerId } = command;
  return {
    documentId: document.id,
    ...(status === undefined || status === document.status ? {} : { status }),
    ...(approved === undefined || approved === document.approved ? {} : { approved }),
    ...(amount === undefined || amount === document.amount ? {} : { amount }),
    ...(outerId === undefined || outerId === document.outerId ? {} : { outerId }),
    ...(Object.keys(custom.plain).length === 0 ? {} : { custom: custom.plain }),
  };
}

const firstStatus = ({ type, statuses }: DocumentType): DocumentStatus => {
  const [first] = statuses;
  if (first === undefined) throw new Error(`documents of the type ${type} have no status`);
  return first;
};

/** Null: this status may be set. Setting the one that stands is no move. */
function statusProblem(type: DocumentType, from: string | null, to: string | undefined): Refusal | null {
  if (to === undefined || to === from) return null;
  const statuses = type.statuses.map(({ status }) => status);
  if (!statuses.includes(to)) return refuse('document_status_unknown', '/status', { statuses });
  // A status that was taken out of the type since leads anywhere, or nobody could ever leave it.
  if (type.moves === null || from === null || !statuses.includes(from)) return null;
  const targets = type.moves[from] ?? [];
  return targets.includes(to)
    ? null
    : refuse('document_status_forbidden', '/status', { status: from, statuses: targets });
}

function parentProblem(order: Order, type: DocumentType, parent: DocumentRef | undefined): Refusal | null {
  if (parent === undefined)
    return type.parents.includes('order') ? null : refuse('parent_unknown', '/parent', { parents: type.parents });
  const documents: Readonly<Record<string, unknown>> = order.documents[parent.kind];
  if (!Object.hasOwn(documents, parent.id)) return refuse('parent_unknown', '/parent/id', { id: parent.id });
  const kind = parent.kind === 'custom' ? (order.documents.custom[parent.id]?.type ?? '') : parent.kind;
  return type.parents.includes(kind) ? null : refuse('parent_unknown', '/parent/kind', { parents: type.parents });
}

/** The patch in its parts, or the refusal that names the field. Nothing personal is required of who was forgotten. */
function fieldsOf(order: Order, type: DocumentType, before: FieldValues, patch: FieldPatch): SplitPatch | Refusal {
  const { properties, required = [] } = type.fields;
  const plain = required.filter((name) => properties[name]?.['x-personal'] === false);
  const fields = order.head.forgotten ? { ...type.fields, required: plain } : type.fields;
  return asRefusal(order, before, checkedPatch(fields, before, patch, true));
}

/** What fields may hold in all, in characters of their JSON: every change writes the documents of an order anew. */
const MOST_CHARACTERS = { values: 65_536, order: 2_000_000 } as const;

/** What does not fit a field, as a refusal that points at it; too_many where the values would weigh too much. */
export function asRefusal(
  { documents, carried }: Order,
  before: FieldValues,
  checked: ReturnType<typeof checkedPatch>,
): SplitPatch | Refusal {
  if ('problem' in checked) {
    const { field, problem } = checked;
    return refuse('custom_field_invalid', `/custom/${field}`, { field, problem });
  }
  const after = JSON.stringify(patched(before, checked)).length;
  if (after > MOST_CHARACTERS.values) return refuse('too_many', '/custom', { limit: MOST_CHARACTERS.values });
  const held = JSON.stringify(documents.custom).length + JSON.stringify(carried.fields).length;
  return held + after > MOST_CHARACTERS.order
    ? refuse('too_many', '/custom', { limit: MOST_CHARACTERS.order })
    : checked;
}

const isAmountOrNone = (amount: Amount | null | undefined): boolean =>
  amount === undefined || amount === null || isAmount(amount);

/** A comment is free text, and nothing personal can be sealed for a forgotten person. */
const holdsPersonal = (order: Order, { comment }: { readonly comment?: string | null }): boolean =>
  order.head.forgotten && comment !== undefined && comment !== null;

const documentNotFound = (order: Order): Refusal =>
  refuse('document_not_found', '/documentId', { documents: Object.keys(order.documents.custom).slice(0, 20) });
