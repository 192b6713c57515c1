import { CUSTOM_KIND } from './custom-document.js';
import { marksOf } from './document-marks.js';
import type { DocumentKind, DocumentKinds, DocumentRef } from './document-kind.js';
import { INVOICE_KIND } from './invoice.js';
import type { Amount } from '../money/amount.js';
import type { DocumentKindName, Instant, Order } from './order.js';
import { CAPTURE_KIND, VOID_KIND } from './money-document.js';
import { PAYMENT_KIND } from './payment.js';
import { REFUND_KIND } from './refund-document.js';
import { RETURN_KIND } from './return.js';
import { RETURN_INVOICE_KIND } from './return-invoice.js';
import { PACKAGE_KIND } from './package.js';
import { SHIPMENT_KIND } from './shipment.js';

/** Every kind of document that an order may hold. What is derived from kinds starts from here. */
export const DOCUMENT_KINDS: DocumentKinds = {
  payment: PAYMENT_KIND,
  invoice: INVOICE_KIND,
  shipment: SHIPMENT_KIND,
  package: PACKAGE_KIND,
  return_invoice: RETURN_INVOICE_KIND,
  return: RETURN_KIND,
  capture: CAPTURE_KIND,
  void: VOID_KIND,
  refund: REFUND_KIND,
  custom: CUSTOM_KIND,
};

/** A document as lists, search and checks see it: what its kind derives, without its content. */
export interface DescribedDocument {
  readonly kind: DocumentKindName;
  readonly id: string;
  /** Of a custom document its type. */
  readonly type: string;
  readonly state: string;
  readonly number: string | null;
  readonly amount: Amount | null;
  readonly outerId: string | null;
  readonly createdAt: Instant;
  readonly parent: DocumentRef | null;
  readonly searchTerms: readonly string[];
}

export function describeDocuments(order: Pick<Order, 'head' | 'documents' | 'carried'>): readonly DescribedDocument[] {
  const { documents } = order;
  return [
    ...described(order, PAYMENT_KIND, documents.payment),
    ...described(order, INVOICE_KIND, documents.invoice),
    ...described(order, SHIPMENT_KIND, documents.shipment),
    ...described(order, PACKAGE_KIND, documents.package),
    ...described(order, RETURN_INVOICE_KIND, documents.return_invoice),
    ...described(order, RETURN_KIND, documents.return),
    ...described(order, CAPTURE_KIND, documents.capture),
    ...described(order, VOID_KIND, documents.void),
    ...described(order, REFUND_KIND, documents.refund),
    ...described(order, CUSTOM_KIND, documents.custom, ({ type }) => type),
  ];
}

function described<Document>(
  order: Pick<Order, 'head' | 'carried'>,
  kind: DocumentKind<Document>,
  documents: Readonly<Record<string, Document>>,
  typeOf: (document: Document) => string = () => kind.kind,
): DescribedDocument[] {
  const { marks } = order.carried;
  return Object.entries(documents).map(([id, document]) => {
    const outerId =
      marks === undefined || kind.kind === 'custom' ? null : marksOf(order.carried, kind.kind, id).outerId;
    const terms = kind.searchTerms(document);
    return {
      kind: kind.kind,
      type: typeOf(document),
      id,
      state: kind.stateOf(document),
      number: kind.numberOf(document),
      amount: kind.amountOf(document),
      outerId: outerId ?? kind.outerIdOf(document),
      createdAt: kind.createdAt(document, order),
      parent: kind.parentOf(document),
      searchTerms: outerId === null ? terms : [...terms, outerId],
    };
  });
}
