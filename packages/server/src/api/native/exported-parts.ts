import { fieldValues, shownValues } from '@docket/core/order/custom-field-changes';
import { DOCUMENT_KINDS } from '@docket/core/order/document-kinds';
import { marksOf } from '@docket/core/order/document-marks';
import type { Documents, Order } from '@docket/core/order/order';
import type { Caller } from '../../access/caller.js';
import { sightOf } from '../../access/sight.js';
import type { OrderAccess } from '../order-access.js';
import { withoutNumbers, withoutPersonal } from './redacted.js';

/** What a file says of a document beside its row in the list: all its fields, and what people wrote about it. */
export interface ExportedDocument {
  readonly approved: boolean;
  readonly comment: string | null;
  /** Why it was cancelled, declined, withdrawn or closed, or why money or a parcel went back. */
  readonly reason: string | null;
  readonly custom: Fields;
}

type Fields = Readonly<Record<string, unknown>>;

/** Whole orders that are read at a time: one of 5,000 lines takes some MB. */
const READ_AT_ONCE = 20;

interface Listed {
  readonly orderId: string;
  readonly kind: string;
  readonly documentId: string;
}

/** What the rows of a list leave out of their documents. Of one that went meanwhile nothing is said. */
export async function partsOfDocuments(
  orders: Pick<OrderAccess, 'loadMany'>,
  caller: Caller,
  rows: readonly Listed[],
): Promise<(row: Listed) => ExportedDocument> {
  const found = new Map<Listed, ExportedDocument>();
  const { prices } = sightOf(caller);
  const byOrder = new Map<string, readonly Listed[]>();
  for (const row of rows) byOrder.set(row.orderId, [...(byOrder.get(row.orderId) ?? []), row]);
  await eachSeen(orders, caller, [...byOrder.keys()], (order) => {
    for (const row of byOrder.get(order.head.orderId) ?? []) {
      const part = isBuiltIn(row.kind) ? builtIn(order, row.kind, row.documentId) : ofAccount(order, row.documentId);
      found.set(row, prices ? part : { ...part, custom: withoutNumbers(part.custom) as Fields });
    }
  });
  return (row) => found.get(row) ?? NOTHING;
}

const NOTHING: ExportedDocument = { approved: false, comment: null, reason: null, custom: {} };

async function eachSeen(
  orders: Pick<OrderAccess, 'loadMany'>,
  caller: Caller,
  orderIds: readonly string[],
  see: (order: Order) => void,
): Promise<void> {
  const { personal } = sightOf(caller);
  for (let from = 0; from < orderIds.length; from += READ_AT_ONCE)
    for (const order of await orders.loadMany(caller, orderIds.slice(from, from + READ_AT_ONCE)))
      see(personal ? order : withoutPersonal(order));
}

type BuiltIn = Exclude<keyof Documents, 'custom'>;

const isBuiltIn = (kind: string): kind is BuiltIn => kind !== 'custom' && Object.hasOwn(DOCUMENT_KINDS, kind);

function builtIn({ documents, carried }: Order, kind: BuiltIn, id: string): ExportedDocument {
  const { approved, comment } = marksOf(carried, kind, id);
  const custom = shownValues(fieldValues(carried, kind, id));
  return { approved, comment, reason: reasonOf(documents, kind, id), custom };
}

function ofAccount({ documents }: Order, id: string): ExportedDocument {
  const document = documents.custom[id];
  if (document === undefined) return NOTHING;
  const { approved, comment, cancelReason: reason, custom } = document;
  return { approved, comment, reason, custom: shownValues(custom) };
}

function reasonOf(documents: Documents, kind: BuiltIn, id: string): string | null {
  switch (kind) {
    case 'shipment':
      return documents.shipment[id]?.cancelReason ?? null;
    case 'package':
      return documents.package[id]?.returnReason ?? null;
    case 'refund':
      return documents.refund[id]?.reason ?? null;
    case 'return': {
      const { declineReason = null, withdrawReason = null, closeReason = null } = documents.return[id] ?? {};
      return declineReason ?? withdrawReason ?? closeReason;
    }
    case 'payment':
    case 'capture':
    case 'void':
    case 'invoice':
    case 'return_invoice':
      return null;
    default: {
      const never: never = kind;
      throw new Error(`unknown kind ${String(never)}`);
    }
  }
}
