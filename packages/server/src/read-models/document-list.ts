import { type DescribedDocument, describeDocuments, DOCUMENT_KINDS } from '@docket/core/order/document-kinds';
import type { FieldValues } from '@docket/core/custom-fields/field-values';
import { isFieldTarget } from '@docket/core/order/document-type';
import { fieldValues, shownValues } from '@docket/core/order/custom-field-changes';
import type { Order } from '@docket/core/order/order';
import { fold, identifierOf } from './tokenise.js';

/** One document in the list of all documents, under the column names of table `document_list`. */
export interface DocumentRow {
  readonly account: string;
  /** Of a document of the account's own its type. */
  readonly kind: string;
  readonly order_id: string;
  readonly document_id: string;
  readonly created_at: string;
  readonly order_created_at: string;
  readonly status: string;
  /** Minor units of `currency`. */
  readonly amount: number | null;
  readonly currency: string;
  readonly store: string;
  readonly number: string | null;
  readonly outer_id: string | null;
  /** `invoice:A-17`; null: the order. */
  readonly parent: string | null;
  /** Fields of the account that are of no person and short enough for a list; null: none. */
  readonly plain: FieldValues['plain'] | null;
  /** The number and the id in another system as they are searched: in lower case, without accents. */
  readonly number_key: string | null;
  readonly outer_key: string | null;
}

/** A value of a field of the account on a document, in the form in which values are compared. */
export interface DocumentValue {
  readonly account: string;
  readonly kind: string;
  readonly name: string;
  readonly value: string;
  readonly order_id: string;
  readonly document_id: string;
}

/** Longer values are no column of a list. */
const LONGEST_SHOWN = 200;

/** Of a longer value these characters are compared. */
const LONGEST_VALUE = 60;

/** The documents of an order as rows: a pure function of it, so that rebuilding gives what was written. */
export function documentRows(order: Order): DocumentRow[] {
  const { account, orderId, createdAt, currency, store } = order.head;
  return describeDocuments(order).map((document) => ({
    account,
    kind: document.type,
    order_id: orderId,
    document_id: document.id,
    created_at: document.createdAt,
    order_created_at: createdAt,
    status: document.state,
    amount: document.amount,
    currency,
    store,
    number: document.number,
    outer_id: document.outerId,
    parent: document.parent === null ? null : `${document.parent.kind}:${document.parent.id}`,
    plain: plainOf(order, document),
    number_key: document.number === null ? null : fold(document.number),
    outer_key: document.outerId === null ? null : fold(document.outerId),
  }));
}

function plainOf({ documents, carried }: Order, { kind, id }: DescribedDocument): DocumentRow['plain'] {
  const values =
    kind === 'custom' ? documents.custom[id]?.custom : isFieldTarget(kind) ? fieldValues(carried, kind, id) : undefined;
  const shown = Object.entries(values?.plain ?? {}).filter(
    ([, value]) => JSON.stringify(value).length <= LONGEST_SHOWN,
  );
  return shown.length === 0 ? null : Object.fromEntries(shown);
}

/** The values that documents are found by: those of the account's own, and fields that it added to built-in kinds. */
export function documentValues(order: Order): DocumentValue[] {
  const { account, orderId } = order.head;
  return valuesByDocument(order).flatMap(({ kind, id, values }) =>
    Object.entries(shownValues(values)).flatMap(([name, held]) =>
      [held].flat().map((value) => ({
        account,
        kind,
        name,
        value: comparedValue(value),
        order_id: orderId,
        document_id: id,
      })),
    ),
  );
}

function valuesByDocument({ documents, carried }: Order) {
  const own = Object.values(documents.custom).map(({ id, type, custom }) => ({ kind: type, id, values: custom }));
  const built = Object.keys(carried.fields).length === 0 ? [] : BUILT_IN;
  return [
    ...own,
    ...built.flatMap((kind) =>
      Object.keys(documents[kind]).map((id) => ({ kind, id, values: fieldValues(carried, kind, id) })),
    ),
  ];
}

const BUILT_IN = Object.values(DOCUMENT_KINDS).flatMap(({ kind }) => (kind === 'custom' ? [] : [kind]));

/** The form in which a value of a field is compared: without case and accents, and of longer ones the first 60 characters. */
export const comparedValue = (value: string | number | boolean): string =>
  identifierOf(String(value).slice(0, LONGEST_VALUE));

/** What has to be written of the documents of an order; each as JSON objects, ready to stand in an array. */
export interface DocumentDifference {
  readonly set: readonly string[];
  readonly gone: readonly string[];
  readonly values: readonly string[];
  readonly valuesGone: readonly string[];
}

const NO_DIFFERENCE: DocumentDifference = { set: [], gone: [], values: [], valuesGone: [] };

/** Nothing is compared where no document changed, which is most commands on orders with many of them. */
export function documentDifference(before: Order | null, after: Order): DocumentDifference {
  if (
    before?.documents === after.documents &&
    before.carried.fields === after.carried.fields &&
    before.carried.marks === after.carried.marks &&
    before.head.store === after.head.store
  ) {
    return NO_DIFFERENCE;
  }
  const rows = difference(before === null ? [] : documentRows(before), documentRows(after), (row) => keyOf(row));
  if (before?.carried.fields === after.carried.fields && before.documents.custom === after.documents.custom)
    return { ...NO_DIFFERENCE, ...rows };
  const values = difference(before === null ? [] : documentValues(before), documentValues(after), (row) =>
    JSON.stringify(row),
  );
  return { ...rows, values: values.set, valuesGone: values.gone };
}

const keyOf = ({ kind, document_id }: DocumentRow): string => `${kind}\n${document_id}`;

function difference<Row>(
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => string,
): { readonly set: readonly string[]; readonly gone: readonly string[] } {
  const stood = new Map(before.map((row) => [keyOf(row), JSON.stringify(row)]));
  const set: string[] = [];
  for (const row of after) {
    const key = keyOf(row);
    const text = JSON.stringify(row);
    if (stood.get(key) !== text) set.push(text);
    stood.delete(key);
  }
  return { set, gone: [...stood.values()] };
}
