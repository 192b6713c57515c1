import { allocate } from '../money/allocate.js';
import { type Amount, isAmount, sum } from '../money/amount.js';
import { advance } from '../workflow/advance.js';
import type { PackageDetails, TrackReturn } from './commands.js';
import type { NumberedReturnInvoice } from './paper-number.js';
import { accepted, type Accepted, type Context, raised } from './decision.js';
import { type DocumentKind, withDocument } from './document-kind.js';
import type { EventOf, MoneyMove, OrderEventOf } from './events.js';
import { invoicedValue, paperPersonal, type PaperPersonal, withPaperAttachments } from './invoice.js';
import { goodsLeaveBy } from './goods-leave.js';
import { type LinePieces, quantities, resolveItems, withCounted } from './items.js';
import { amountDue, billableSale, standingSale } from './ledger.js';
import { departed, type Documents, type Instant, type Line, openToShip, type Order } from './order.js';
import { withMoves } from './money-document.js';
import { refundableOf, refunding, refundsUnderWay } from './payment.js';
import { refundFor } from './refund-document.js';
import { refuse, type Refusal } from './refusals.js';
import { heldPieces, returnState } from './return.js';
import { type Package, redactedTracking, type TrackedPlaces, withTracked } from './package.js';
import { changedDetails } from './package-update.js';
import { MAX_TRACKING, placesOf } from './package-tracking.js';
import { restocking } from './stock-claim.js';
import { walking } from './walking.js';

// Events

export type ReturnInvoiceEvent =
  | EventOf<'return_invoice_issued', ReturnInvoiceIssued, PaperPersonal>
  | EventOf<'return_tracked', ReturnTracked, TrackedPlaces>;

export interface ReturnInvoiceIssued {
  readonly number: string;
  readonly value: Amount;
  readonly items: readonly LinePieces[];
  readonly issuedAt: Instant;
  readonly key: string | null;
  readonly url: string | null;
  readonly refunds: readonly MoneyMove[];
  readonly restocked: boolean;
  /** The return that it settles; absent: it came without one. */
  readonly returnId?: string;
}

export interface ReturnTracked extends PackageDetails {
  readonly number: string;
  /** When each thing happened; what and where is personal. */
  readonly times: readonly Instant[];
  readonly deliveredAt: Instant | null;
}

// State

/** An invoice the other way: goods or value came back. What is refunded is a fact of its own. */
export interface ReturnInvoice {
  readonly number: string;
  readonly value: Amount;
  readonly items: readonly LinePieces[];
  readonly issuedAt: Instant;
  readonly recordedAt: Instant;
  readonly key: string | null;
  readonly url: string | null;
  readonly refunds: readonly MoneyMove[];
  readonly restocked: boolean;
  /** As of the event. */
  readonly returnId?: string;
  /** Absent until somebody tells of it. */
  readonly parcel?: ReturnParcel;
}

/** The parcel that brings the goods back. It moves no step: what came back, the return invoice says. */
export type ReturnParcel = Pick<
  Package,
  'carrier' | 'trackingNumber' | 'trackingUrl' | 'dispatchedAt' | 'tracking' | 'deliveredAt'
>;

export const UNTRACKED: ReturnParcel = {
  carrier: null,
  trackingNumber: null,
  trackingUrl: null,
  dispatchedAt: null,
  tracking: [],
  deliveredAt: null,
};

export const RETURN_INVOICE_KIND: DocumentKind<ReturnInvoice> = {
  kind: 'return_invoice',
  title: 'return invoice',
  list: 'returnInvoices',
  permissions: { view: 'orders.view', edit: 'orders.refund' },
  parents: ['invoice', 'return'],
  states: { issued: [] },
  stateOf: () => 'issued',
  numberOf: ({ number }) => number,
  amountOf: ({ value }) => value,
  outerIdOf: ({ key }) => key,
  createdAt: ({ issuedAt }) => issuedAt,
  parentOf: ({ returnId }) => (returnId === undefined ? null : { kind: 'return', id: returnId }),
  searchTerms: ({ number, key, parcel }) => [number, key, parcel?.trackingNumber].filter((term) => term != null),
  redact: ({ parcel, ...invoice }) =>
    parcel === undefined ? invoice : { ...invoice, parcel: { ...parcel, tracking: redactedTracking(parcel.tracking) } },
};

export const returnedValue = (documents: Documents): Amount =>
  sum(Object.values(documents.return_invoice).map(({ value }) => value));

// Folding

export function foldReturnInvoiceIssued(
  order: Order,
  event: OrderEventOf<'return_invoice_issued'>,
  at: Instant,
): Partial<Order> {
  const { number, value, items, issuedAt, key, url, refunds, restocked, returnId } = event.data;
  const paper: ReturnInvoice = { number, value, items, issuedAt, recordedAt: at, key, url, refunds, restocked };
  const invoice = returnId === undefined ? paper : { ...paper, returnId };
  return {
    documents: withMoves(
      { head: order.head, documents: withDocument(order.documents, 'return_invoice', number, invoice) },
      'refund',
      refunds,
      at,
      () => refundFor('return', number),
    ),
    lines: withCounted(order.lines, items, (line, quantity) => ({ ...line, returned: line.returned + quantity })),
    carried: withPaperAttachments(order.carried, number, event.personal),
  };
}

export function foldReturnTracked(
  order: Order,
  event: OrderEventOf<'return_tracked'>,
  recordedAt: Instant,
): Partial<Order> {
  const { number, times, deliveredAt, carrier, trackingNumber, trackingUrl, dispatchedAt } = event.data;
  const invoice = order.documents.return_invoice[number];
  if (invoice === undefined) throw new Error(`the order has no return invoice ${number}`);
  const known = invoice.parcel ?? UNTRACKED;
  const parcel: ReturnParcel = {
    carrier: carrier ?? known.carrier,
    trackingNumber: trackingNumber ?? known.trackingNumber,
    trackingUrl: trackingUrl ?? known.trackingUrl,
    dispatchedAt: dispatchedAt ?? known.dispatchedAt,
    tracking: withTracked(known.tracking, times, event.personal, recordedAt),
    deliveredAt: deliveredAt ?? known.deliveredAt,
  };
  return { documents: withDocument(order.documents, 'return_invoice', number, { ...invoice, parcel }) };
}

// Deciding

const MAX_RETURN_INVOICES = 1000;

/**
 * Takes goods or value back after the sale and refunds over the payments that were captured, in proportion.
 * Where the workflow invoices, the order must be wholly invoiced first (vtex-oms §10.2 row 17).
 * The same number with the same content again changes nothing.
 * Refusals: return_before_invoice, invoice_exists, amount_invalid, return_exceeds_invoices, quantity_exceeds_invoiced,
 * pieces_in_return, refund_exceeds_captured, reference_unknown, too_many.
 * @param returnId the return that it settles
 */
export function decideReturnInvoice(
  order: Order,
  command: NumberedReturnInvoice,
  context: Context,
  returnId?: string,
): Accepted | Refusal {
  const { documents, head } = order;
  const repeated = repeatedReturnInvoice(order, command);
  if (repeated !== null) return repeated;
  if (documents.invoice[command.number] !== undefined) return refuse('invoice_exists', '/number');
  const billed = billing(order);
  if ('refused' in billed) return billed;
  if (Object.keys(documents.return_invoice).length >= MAX_RETURN_INVOICES)
    return refuse('too_many', '/number', { limit: MAX_RETURN_INVOICES });
  if (!isAmount(command.value) || command.value <= 0) return refuse('amount_invalid', '/value');
  const left = leftOf(order, billed.value);
  if (command.value > left) return refuse('return_exceeds_invoices', '/value', { left });
  const items = resolveItems(order, command.items ?? [], billed.pieces, 'quantity_exceeds_invoiced');
  if ('refused' in items) return items;
  const held = returnId === undefined ? heldByReturns(order, items, billed.pieces) : null;
  if (held !== null) return held;
  const ceiling = refundableOf(order);
  const refund = command.refund ?? Math.min(command.value, ceiling);
  if (!isAmount(refund) || refund < 0) return refuse('amount_invalid', '/refund');
  if (refund > ceiling) return refuse('refund_exceeds_captured', '/refund', { left: ceiling });
  const due = amountDue(head.ledger) + refundsUnderWay(order);
  if (refund > command.value + Math.max(0, -due)) {
    return refuse('refund_exceeds_captured', '/refund', { left: command.value });
  }
  const step =
    refund > 0 && refund === ceiling && due - command.value + refund <= 0
      ? advance(head.instances, 'refunded_fully', context.at, walking(order))
      : { moves: [], signals: [] };
  const restocked = command.restock === true;
  return accepted(
    [
      {
        type: 'return_invoice_issued',
        data: {
          number: command.number,
          value: command.value,
          items,
          issuedAt: command.issuedAt ?? context.at,
          key: command.key ?? null,
          url: command.url ?? null,
          refunds: refunding(order, refund),
          restocked,
          ...(returnId === undefined ? {} : { returnId }),
          moves: step.moves,
        },
        personal: paperPersonal(command),
      },
    ],
    restocked ? restocking(order.lines, quantities(items)) : [],
    raised(step.signals),
  );
}

/** A case that is under way has taken its pieces: a paper beside it takes none of them. Refusal: pieces_in_return. */
function heldByReturns(
  { lines, documents }: Order,
  items: readonly LinePieces[],
  left: (line: Line) => number,
): Refusal | null {
  const open = Object.values(documents.return).filter((returned) => returnState(returned) !== 'closed');
  const asked = quantities(items);
  for (const line of lines) {
    const held = sum(
      open.flatMap((each) => each.lines.map((of) => (of.lineId === line.id ? heldPieces(each, of) : 0))),
    );
    const free = Math.max(0, left(line) - held);
    if (held > 0 && (asked.get(line.id) ?? 0) > free)
      return refuse('pieces_in_return', '/items', { lineId: line.id, left: free, held });
  }
  return null;
}

/** The same number with the same content changes nothing; with another it is refused. Null: a new number. */
export function repeatedReturnInvoice(order: Order, command: NumberedReturnInvoice): Accepted | Refusal | null {
  const earlier = order.documents.return_invoice[command.number];
  if (earlier === undefined) return null;
  const items = command.items ?? [];
  const sent = resolveItems(order, items, ({ quantity }) => quantity, 'quantity_exceeds_invoiced');
  const same = earlier.value === command.value && JSON.stringify(sent) === JSON.stringify(earlier.items);
  return same ? accepted([]) : refuse('invoice_exists', '/number', { value: earlier.value });
}

/**
 * Adds what is known of the parcel that brings the goods back, and whether it arrived.
 * Refusals: return_not_found, package_delivered (for a second delivery), too_many.
 */
export function decideReturnTracking(order: Order, command: TrackReturn, context: Context): Accepted | Refusal {
  const { return_invoice } = order.documents;
  const { number, events = [] } = command;
  const invoice = Object.hasOwn(return_invoice, number) ? return_invoice[number] : undefined;
  if (invoice === undefined)
    return refuse('return_not_found', '/number', { returns: Object.keys(return_invoice).slice(0, 20) });
  const known = invoice.parcel ?? UNTRACKED;
  const arrives = command.delivered === true || command.deliveredAt !== undefined;
  if (arrives && known.deliveredAt !== null)
    return refuse('package_delivered', '/delivered', { deliveredAt: known.deliveredAt });
  if (known.tracking.length + events.length > MAX_TRACKING)
    return refuse('too_many', '/events', { limit: MAX_TRACKING });
  const details = changedDetails(command, known);
  if (events.length === 0 && !arrives && Object.keys(details).length === 0) return accepted([]);
  return accepted([
    {
      type: 'return_tracked',
      data: {
        number,
        ...details,
        times: events.map(({ at }) => at),
        deliveredAt: arrives ? (command.deliveredAt ?? context.at) : null,
      },
      personal: placesOf(events),
    },
  ]);
}

/** What return invoices may still come to; a refusal where the order may have none yet. */
export function returnableValue(order: Order): Amount | Refusal {
  const billed = billing(order);
  return 'refused' in billed ? billed : leftOf(order, billed.value);
}

const leftOf = ({ documents, head }: Order, billed: Amount): Amount =>
  Math.max(0, Math.min(billed - returnedValue(documents), standingSale(head)));

/** What may come back at most: what was invoiced, or in workflows that bill by sending, what was not cancelled. */
function billing(order: Order): { value: Amount; pieces: (line: Line) => number } | Refusal {
  if (goodsLeaveBy(order, 'invoice')) {
    if (order.head.invoicedAt === null) return refuse('return_before_invoice');
    return { value: invoicedValue(order.documents), pieces: returnable(order) };
  }
  return { value: sentValue(order), pieces: returnable(order) };
}

/** Pieces of a line that may come back. */
export const returnable = (order: Order): ((line: Line) => number) =>
  goodsLeaveBy(order, 'invoice') ? (line) => line.invoiced - line.returned : (line) => departed(line) - line.returned;

/** What the pieces that left come to; with the last of them also what belongs to no line. */
function sentValue(order: Order): Amount {
  if (order.lines.every((line) => openToShip(line) === 0)) return billableSale(order.head);
  return sum(
    order.lines.map((line) => allocate(line.money.payable, [departed(line), line.quantity - departed(line)])[0] ?? 0),
  );
}
