import type { Amount } from '../money/amount.js';
import type { DocumentKindName, Documents, Instant, Order } from './order.js';

/** A document under an order. */
export interface DocumentRef {
  readonly kind: DocumentKindName;
  readonly id: string;
}

/**
 * What the house needs to know about a kind of document that hangs under an order. Search tokens, redaction, the
 * document list of the API and `docket verify` are derived from it; a kind adds only its decisions.
 */
export interface DocumentKind<Document> {
  readonly kind: DocumentKindName;
  /** Glossary name, singular and plural, as the API spells the list. */
  readonly title: string;
  readonly list: string;
  readonly permissions: { readonly view: string; readonly edit: string };
  /** Kinds that a document of this kind may hang under, beside the order itself. */
  readonly parents: readonly DocumentKindName[];
  /** States in the order of life, with where each may go. The state is computed from facts, never stored. */
  readonly states: Readonly<Record<string, readonly string[]>>;
  readonly stateOf: (document: Document) => string;
  /** What people have to do with one in each state; absent: nothing waits for them. */
  readonly work?: Readonly<Record<string, string>>;
  /** What people call it; null: it has no number of its own. */
  readonly numberOf: (document: Document) => string | null;
  /** Minor units; null: it is not about money. */
  readonly amountOf: (document: Document) => Amount | null;
  /** Its id in another system. */
  readonly outerIdOf: (document: Document) => string | null;
  readonly createdAt: (document: Document, order: Pick<Order, 'head'>) => Instant;
  /** What it hangs under; null: the order itself. */
  readonly parentOf: (document: Document) => DocumentRef | null;
  /** Numbers that a person types into the search field to find the order. */
  readonly searchTerms: (document: Document) => readonly string[];
  /** The document without what belongs to the person. */
  readonly redact: (document: Document) => Document;
}

type Kinds = { readonly [Kind in DocumentKindName]: DocumentKind<Documents[Kind][string]> };

/** Adds a document, or puts a changed one in the place of the old. */
export function withDocument<Kind extends DocumentKindName>(
  documents: Documents,
  kind: Kind,
  id: string,
  document: Documents[Kind][string],
): Documents {
  return { ...documents, [kind]: { ...documents[kind], [id]: document } };
}

export type { Kinds as DocumentKinds };
