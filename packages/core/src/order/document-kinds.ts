import type { DocumentKind, DocumentKinds } from './document-kind.js';
import { INVOICE_KIND } from './invoice.js';
import type { DocumentKindName, Documents } from './order.js';
import { PAYMENT_KIND } from './payment.js';
import { RETURN_INVOICE_KIND } from './return.js';
import { PACKAGE_KIND } from './shipment.js';

/** Every kind of document that an order may hold. What is derived from kinds starts from here. */
export const DOCUMENT_KINDS: DocumentKinds = {
  payment: PAYMENT_KIND,
  invoice: INVOICE_KIND,
  package: PACKAGE_KIND,
  return_invoice: RETURN_INVOICE_KIND,
};

/** A document as lists, search and checks see it: what its kind derives, without its content. */
export interface DescribedDocument {
  readonly kind: DocumentKindName;
  readonly id: string;
  readonly state: string;
  readonly searchTerms: readonly string[];
}

export function describeDocuments(documents: Documents): readonly DescribedDocument[] {
  return [
    ...described(PAYMENT_KIND, documents.payment),
    ...described(INVOICE_KIND, documents.invoice),
    ...described(PACKAGE_KIND, documents.package),
    ...described(RETURN_INVOICE_KIND, documents.return_invoice),
  ];
}

const described = <Document>(
  kind: DocumentKind<Document>,
  documents: Readonly<Record<string, Document>>,
): DescribedDocument[] =>
  Object.entries(documents).map(([id, document]) => ({
    kind: kind.kind,
    id,
    state: kind.stateOf(document),
    searchTerms: kind.searchTerms(document),
  }));
