import { type Amount, isAmount, sum } from '../money/amount.js';
import { advance } from '../workflow/advance.js';
import type { Trigger } from '../workflow/table.js';
import { withAnsweredRequest } from './cancellation.js';
import type { IssueInvoice } from './commands.js';
import type { NumberedInvoice } from './paper-number.js';
import { accepted, type Accepted, type Context, raised } from './decision.js';
import { type DocumentKind, withDocument } from './document-kind.js';
import type { EventOf, MoneyMove, OrderEvent, OrderEventOf } from './events.js';
import { goodsLeaveBy } from './goods-leave.js';
import { allItems, type LinePieces, quantities, resolveItems, withCounted } from './items.js';
import { billableSale } from './ledger.js';
import {
  type Carried,
  type Documents,
  type Instant,
  type Line,
  openToInvoice,
  openToShip,
  type Order,
} from './order.js';
import { withMoves } from './money-document.js';
import { capturing } from './payment.js';
import { refuse, type Refusal } from './refusals.js';
import { packedIn } from './packing.js';
import { bySku, newPackageId, sending } from './package.js';
import { consuming, withLessHeld } from './stock-claim.js';
import { walking } from './walking.js';

// Events

export type InvoiceEvent = EventOf<'invoice_issued', InvoiceIssued, PaperPersonal>;

/** Of an invoice of either direction: what an API dialect says of it beside what the core knows. */
export interface PaperPersonal {
  readonly attachments: Readonly<Record<string, unknown>>;
}

export interface InvoiceIssued {
  readonly number: string;
  readonly value: Amount;
  readonly items: readonly LinePieces[];
  /** The items were not sent: they are all that was left when the value completed the order. */
  readonly inferred: boolean;
  readonly issuedAt: Instant;
  readonly key: string | null;
  readonly url: string | null;
  readonly packageId: string | null;
  /** True: with this invoice the whole value of the order is invoiced. */
  readonly completes: boolean;
  readonly consumesStock: boolean;
  readonly captures: readonly MoneyMove[];
}

// State

/** A sales invoice that somebody issued for the order or a part of it. Never edited; a return invoice reverses it. */
export interface Invoice {
  readonly number: string;
  readonly value: Amount;
  readonly items: readonly LinePieces[];
  readonly inferred: boolean;
  readonly issuedAt: Instant;
  readonly recordedAt: Instant;
  readonly key: string | null;
  readonly url: string | null;
  readonly packageId: string | null;
}

export const INVOICE_KIND: DocumentKind<Invoice> = {
  kind: 'invoice',
  title: 'invoice',
  list: 'invoices',
  permissions: { view: 'orders.view', edit: 'orders.invoice' },
  parents: [],
  states: { issued: [] },
  stateOf: () => 'issued',
  numberOf: ({ number }) => number,
  amountOf: ({ value }) => value,
  outerIdOf: ({ key }) => key,
  createdAt: ({ issuedAt }) => issuedAt,
  parentOf: () => null,
  searchTerms: (invoice) => (invoice.key === null ? [invoice.number] : [invoice.number, invoice.key]),
  redact: (invoice) => invoice,
};

/** Sum of the sales invoices; return invoices are not counted in (vtex-oms §10.3). */
export const invoicedValue = (documents: Documents): Amount =>
  sum(Object.values(documents.invoice).map(({ value }) => value));

// Folding

export function foldInvoiceIssued(order: Order, event: OrderEventOf<'invoice_issued'>, at: Instant): Partial<Order> {
  const { completes, consumesStock, captures, ...content } = event.data;
  const invoice: Invoice = {
    number: content.number,
    value: content.value,
    items: content.items,
    inferred: content.inferred,
    issuedAt: content.issuedAt,
    recordedAt: at,
    key: content.key,
    url: content.url,
    packageId: content.packageId,
  };
  const answered = withAnsweredRequest(order, 'overtaken', at);
  return {
    head: completes ? { ...answered, invoicedAt: at } : answered,
    documents: withMoves(
      { head: order.head, documents: withDocument(order.documents, 'invoice', invoice.number, invoice) },
      'capture',
      captures,
      at,
      () => ({ invoice: invoice.number }),
    ),
    lines: completes
      ? order.lines.map((line) => invoicedLine(line, openToInvoice(line), consumesStock))
      : withCounted(order.lines, content.items, (line, quantity) => invoicedLine(line, quantity, consumesStock)),
    carried: withPaperAttachments(order.carried, content.number, event.personal),
  };
}

/** Of a paper without any, and of a forgotten person, nothing is carried. */
export const withPaperAttachments = (carried: Carried, number: string, personal: PaperPersonal | null): Carried =>
  personal === null
    ? carried
    : { ...carried, invoiceAttachments: { ...carried.invoiceAttachments, [number]: personal.attachments } };

/** What of a paper is recorded under the key of its person. */
export const paperPersonal = ({ attachments }: Pick<IssueInvoice, 'attachments'>): PaperPersonal | null =>
  attachments === undefined ? null : { attachments };

const invoicedLine = (line: Line, quantity: number, consumes: boolean): Line =>
  consumes
    ? withLessHeld({ ...line, invoiced: line.invoiced + quantity }, quantity)
    : { ...line, invoiced: line.invoiced + quantity };

// Deciding

/**
 * Records a sales invoice. The invoice that brings the sum to the order's total completes it; money authorised for
 * capture on invoice is taken, and where the workflow says so the pieces leave the shelf.
 * The same number with the same content again changes nothing (vtex-oms §8.3).
 * Refusals: invoice_exists, amount_invalid, invoice_exceeds_order, quantity_exceeds_ordered, reference_unknown, package_exists, too_many.
 */
export function decideInvoice(
  order: Order,
  command: NumberedInvoice,
  context: Context,
  heard: 'command' | 'signal' = 'command',
): Accepted | Refusal {
  const repeated = repeatedInvoice(order, command);
  if (repeated !== null) return repeated;
  if (Object.keys(order.documents.invoice).length >= MAX_INVOICES)
    return refuse('too_many', '/number', { limit: MAX_INVOICES });
  if (!isAmount(command.value) || command.value < 0 || (command.value === 0 && order.head.totals.total > 0)) {
    return refuse('amount_invalid', '/value');
  }
  const billable = billableSale(order.head);
  const before = invoicedValue(order.documents);
  const invoiced = before + command.value;
  const tolerance = Math.max(order.lines.length, 1);
  if (order.head.invoicedAt !== null || invoiced > billable + tolerance) {
    return refuse('invoice_exceeds_order', '/value', { left: Math.max(0, billable - before) });
  }
  const completes = invoiced >= billable;
  const items = itemsOf(order, command, completes);
  if ('refused' in items) return items;
  const step = advance(order.head.instances, triggerOf(order, completes, heard), context.at, walking(order));
  const consumesStock = goodsLeaveBy(order, 'invoice');
  const parcel = parcelOf(order, command, items.pieces, context, heard);
  if (parcel !== null && 'refused' in parcel) return parcel;
  const packageId = parcel?.event.data.packageId ?? null;
  const issued: OrderEvent = {
    type: 'invoice_issued',
    data: {
      number: command.number,
      value: command.value,
      items: items.pieces,
      inferred: items.inferred,
      issuedAt: command.issuedAt ?? context.at,
      key: command.key ?? null,
      url: command.url ?? null,
      packageId,
      completes,
      consumesStock,
      captures: capturing(order, invoiced, completes),
      moves: step.moves,
    },
    personal: paperPersonal(command),
  };
  const consumed = completes ? allItems(order, openToInvoice) : items.pieces;
  return accepted(
    parcel === null ? [issued] : [issued, parcel.event],
    [...(consumesStock ? consuming(order.lines, quantities(consumed)) : []), ...(parcel?.claims ?? [])],
    [
      ...raised(step.signals, { invoice: forTheOtherSide(order, command, items.pieces, packageId) }),
      ...(parcel?.signals ?? []),
    ],
  );
}

/** The parcel that travels with an invoice holds what it names and what has not left yet. Refusals: package_exists, nothing_to_ship. */
function parcelOf(
  order: Order,
  { number, package: details }: NumberedInvoice,
  pieces: readonly LinePieces[],
  context: Context,
  heard: 'command' | 'signal',
): ReturnType<typeof sending> | Refusal | null {
  if (details === undefined) return null;
  const packageId = details.packageId ?? newPackageId(order);
  const isPacked = heard === 'command' && packedIn(order, packageId) !== null;
  if (Object.hasOwn(order.documents.package, packageId) || isPacked)
    return refuse('package_exists', '/package/packageId');
  const open = new Map(order.lines.map((line) => [line.id, openToShip(line)]));
  const items = pieces.flatMap(({ lineId, quantity }) => {
    const sent = Math.min(quantity, open.get(lineId) ?? 0);
    return sent > 0 ? [{ lineId, quantity: sent }] : [];
  });
  if (items.length === 0 && pieces.length > 0) return refuse('nothing_to_ship', '/package');
  return sending(order, packageId, items, { ...details, invoiceNumber: number }, context);
}

/** The invoice as the other record hears it: pieces by SKU, the parcel under the same id. */
function forTheOtherSide(
  order: Order,
  command: NumberedInvoice,
  pieces: readonly LinePieces[],
  packageId: string | null,
): NumberedInvoice {
  return {
    ...command,
    items: bySku(order, pieces),
    ...(packageId === null ? {} : { package: { ...command.package, packageId } }),
  };
}

const MAX_INVOICES = 1000;

function itemsOf(
  order: Order,
  command: Pick<IssueInvoice, 'items'>,
  completes: boolean,
): { pieces: readonly LinePieces[]; inferred: boolean } | Refusal {
  if (command.items === undefined || command.items.length === 0) {
    return { pieces: completes ? allItems(order, openToInvoice) : [], inferred: completes };
  }
  const pieces = resolveItems(order, command.items, openToInvoice, 'quantity_exceeds_ordered');
  return 'refused' in pieces ? pieces : { pieces, inferred: false };
}

/** The same number with the same content changes nothing; with other content it is refused. Null: a new number. */
export function repeatedInvoice(order: Order, command: NumberedInvoice): Accepted | Refusal | null {
  const earlier = order.documents.invoice[command.number];
  if (earlier === undefined) return null;
  const items = command.items ?? [];
  const sent =
    items.length === 0
      ? earlier.items
      : resolveItems(order, items, ({ quantity }) => quantity, 'quantity_exceeds_ordered');
  const same = earlier.value === command.value && JSON.stringify(sent) === JSON.stringify(earlier.items);
  return same ? accepted([]) : refuse('invoice_exists', '/number', { value: earlier.value });
}

/** What its steps hear. A marketplace order whose seller has no record here hears the invoice as if the seller had signalled it. */
export function triggerOf(order: Order, completes: boolean, heard: 'command' | 'signal'): Trigger {
  const fact = completes ? 'invoiced_fully' : 'invoiced_partly';
  const sellsOnly = order.head.instances.every(({ table }) => table === 'marketplace' || table === 'chain');
  return heard === 'signal' || sellsOnly ? `signal:${fact}` : fact;
}
