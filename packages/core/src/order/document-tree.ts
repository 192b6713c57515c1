import { type DescribedDocument, describeDocuments, DOCUMENT_KINDS } from './document-kinds.js';
import type { Change } from './changes-of.js';
import { fieldValues } from './custom-field-changes.js';
import type { DocumentRef } from './document-kind.js';
import { marksOf } from './document-marks.js';
import { isFieldTarget } from './document-type.js';
import type { Order } from './order.js';

/** A document with how far it hangs below the order, which is 0 for what hangs under the order itself. */
export interface DocumentInTree {
  readonly document: DescribedDocument;
  readonly depth: number;
}

/** Every document of an order, built in or of the account's own, each right after what it hangs under. */
export function documentTree(order: Pick<Order, 'head' | 'documents' | 'carried'>): readonly DocumentInTree[] {
  const all = describeDocuments(order);
  const known = new Set(all.map(nameOf));
  const under = new Map<string | null, DescribedDocument[]>();
  for (const document of all) {
    const parent = document.parent === null ? null : nameOf(document.parent);
    // what an import names and the order does not have hangs under the order
    const place = parent !== null && known.has(parent) ? parent : null;
    const beside = under.get(place);
    if (beside === undefined) under.set(place, [document]);
    else beside.push(document);
  }
  const tree: DocumentInTree[] = [];
  const hang = (place: string | null, depth: number): void => {
    for (const document of under.get(place) ?? []) {
      tree.push({ document, depth });
      hang(nameOf(document), depth + 1);
    }
  };
  hang(null, 0);
  return tree;
}

const nameOf = ({ kind, id }: DocumentRef): string => `${kind}:${id}`;

/**
 * Whether an event changed this document, its marks or its fields. States share what stayed as it was, so nothing of them is
 * compared.
 */
export function touchesDocument(before: Order | null, after: Order, ref: DocumentRef): boolean {
  if (before === null) return partsOf(after, ref)[0] !== undefined;
  const [earlier, later] = [partsOf(before, ref), partsOf(after, ref)];
  return later.some((part, place) => part !== earlier[place]);
}

function partsOf({ documents, carried }: Order, { kind, id }: DocumentRef): readonly [unknown, unknown, unknown] {
  const all: Readonly<Record<string, unknown>> = documents[kind];
  return [
    Object.hasOwn(all, id) ? all[id] : undefined,
    kind === 'custom' ? null : marksOf(carried, kind, id),
    isFieldTarget(kind) ? fieldValues(carried, kind, id) : null,
  ];
}

/** Those of the changes of an order that are of this document. */
export function changesOfDocument(changes: readonly Change[], { kind, id }: DocumentRef): readonly Change[] {
  const { list } = DOCUMENT_KINDS[kind];
  return changes.filter((change) => {
    const [first] = change.field.split('.');
    return first === 'marks' ? change.id === nameOf({ kind, id }) : first === list && change.id === id;
  });
}
