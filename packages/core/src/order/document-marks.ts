import type { CommandOf } from './commands.js';
import { accepted, type Accepted } from './decision.js';
import type { EventOf, OrderEventOf } from './events.js';
import type { Carried, DocumentKindName, Order } from './order.js';
import { refuse, type Refusal } from './refusals.js';

/** Kinds of document that are built in; what an account made says the same of itself. */
export type BuiltInKind = Exclude<DocumentKindName, 'custom'>;

// Events

/** What is absent stayed as it was. */
export type DocumentMarkedEvent = EventOf<
  'document_marked',
  {
    readonly kind: BuiltInKind;
    readonly id: string;
    readonly approved?: boolean;
    readonly outerId?: string | null;
  },
  { readonly comment?: string | null }
>;

// State

/** What people say of a built-in document beside what it is. It decides nothing. */
export interface DocumentMarks {
  readonly approved: boolean;
  /** Its id in another system; stands before one that the document has of itself. */
  readonly outerId: string | null;
  /** Free text; belongs to the person of the order. */
  readonly comment: string | null;
}

const UNMARKED: DocumentMarks = { approved: false, outerId: null, comment: null };

/** Under which name `carried.marks` holds those of a document: `payment:1`. */
const nameOf = (kind: BuiltInKind, id: string): string => `${kind}:${id}`;

export function marksOf({ marks = {} }: Carried, kind: BuiltInKind, id: string): DocumentMarks {
  const name = nameOf(kind, id);
  return (Object.hasOwn(marks, name) ? marks[name] : undefined) ?? UNMARKED;
}

/** The marks of an order as a list, by document. */
export const markedDocuments = ({
  marks = {},
}: Carried): readonly (DocumentMarks & { readonly id: string; readonly kind: string; readonly documentId: string })[] =>
  Object.entries(marks).map(([id, each]) => {
    const colon = id.indexOf(':');
    return { id, kind: id.slice(0, colon), documentId: id.slice(colon + 1), ...each };
  });

export const redactedMarks = (marks: NonNullable<Carried['marks']>): NonNullable<Carried['marks']> =>
  Object.fromEntries(Object.entries(marks).map(([name, each]) => [name, { ...each, comment: null }]));

// Folding

export function foldDocumentMarked(order: Order, event: OrderEventOf<'document_marked'>): Partial<Order> {
  const { kind, id, approved, outerId } = event.data;
  const before = marksOf(order.carried, kind, id);
  const comment = event.personal === null ? null : event.personal.comment;
  const after: DocumentMarks = {
    approved: approved ?? before.approved,
    outerId: outerId === undefined ? before.outerId : outerId,
    comment: comment === undefined ? before.comment : comment,
  };
  return { carried: { ...order.carried, marks: { ...order.carried.marks, [nameOf(kind, id)]: after } } };
}

// Deciding

/**
 * Says of a built-in document that it is approved or not, its id in another system and a comment. What is absent stays,
 * null takes away, and what is so already has no effect. Refusals: document_not_found, order_forgotten (a comment).
 */
export function decideMarks(order: Order, command: CommandOf<'mark_document'>): Accepted | Refusal {
  const { kind, id } = command;
  if (!Object.hasOwn(order.documents[kind], id)) return refuse('document_not_found', '/id');
  const before = marksOf(order.carried, kind, id);
  const approved = command.approved === before.approved ? undefined : command.approved;
  const outerId = command.outerId === before.outerId ? undefined : command.outerId;
  const comment = command.comment === before.comment ? undefined : command.comment;
  if (approved === undefined && outerId === undefined && comment === undefined) return accepted([]);
  if (order.head.forgotten && comment !== undefined && comment !== null) return refuse('order_forgotten', '/comment');
  return accepted([
    {
      type: 'document_marked',
      data: {
        kind,
        id,
        ...(approved === undefined ? {} : { approved }),
        ...(outerId === undefined ? {} : { outerId }),
      },
      personal: comment === undefined ? {} : { comment },
    },
  ]);
}
