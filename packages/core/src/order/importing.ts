import { type Amount, isAmount, sum } from '../money/amount.js';
import { tablesFor } from '../workflow/built-in.js';
import type { Instance } from '../workflow/instance.js';
import { endsCancelled } from './cancellation.js';
import type { ImportOrder } from './placing-commands.js';
import { accepted, type Accepted, type Context, type Facts } from './decision.js';
import type { EventOf, OrderEvent, OrderEventOf, OrderPlaced, OrderPlacedPersonal, RecordedEvent } from './events.js';
import { documentsOf, type ImportedDocuments, type ImportedPackage } from './imported-documents.js';
import { importedMoney } from './imported-money.js';
import { inRange } from './instant.js';
import { book, postings } from './ledger.js';
import { type Cancellation, type Instant, type Line, nothingLeftToSend, openToShip, type Order } from './order.js';
import { allApproved, type Payment } from './payment.js';
import { linesOf } from './placed-lines.js';
import { personalOf } from './placed-person.js';
import { countedMoney, deliveriesOf, shapeProblem, withAddress, withoutAddress, workflowUnknown } from './placing.js';
import { refuse, type Refusal } from './refusals.js';
import { packageNumber, type TrackingPlace } from './package.js';
import { standingAt, statusesOf } from './standing.js';

// Event

export type ImportEvent = EventOf<'order_imported', OrderImported, OrderImportedPersonal>;

/** An order as another system left it: the only event that is not of the moment at which it was recorded. */
export interface OrderImported extends Omit<OrderPlaced, 'placementDeadline' | 'moves'>, ImportedDocuments {
  readonly createdAt: Instant;
  /** Where its sides stand. Not moves: nobody made them here, so nobody is told. */
  readonly instances: readonly Instance[];
  readonly authorisedAt: Instant | null;
  readonly invoicedAt: Instant | null;
  readonly deliveredAt: Instant | null;
  readonly cancellation: Omit<Cancellation, 'reason' | 'requestId'> | null;
  /** What the buyer no longer owes because it was cancelled. */
  readonly cancelled: Amount;
  /** What the buyer owes more (below zero: less) than all the rest comes to: where the source does not add up. */
  readonly difference: Amount;
}

export interface OrderImportedPersonal extends OrderPlacedPersonal {
  readonly cancellationReason: string | null;
  /** What carriers saw, by package id; when, stands in the packages. */
  readonly places: Readonly<Record<string, readonly TrackingPlace[]>>;
}

// Folding

/** Its clocks begin with the import: a deadline that ran out years ago must not end the order now. */
export function foldOrderImported(event: OrderEventOf<'order_imported'> & RecordedEvent): Order {
  const { data, personal, at } = event;
  return {
    head: {
      account: data.account,
      orderId: data.orderId,
      group: data.group,
      position: data.position,
      sequence: data.sequence,
      number: data.number,
      externalIds: data.externalIds,
      store: data.store,
      channel: data.channel,
      origin: data.origin,
      currency: data.currency,
      rounding: data.rounding,
      workflow: data.workflow,
      windowSeconds: data.windowSeconds,
      placementDeadline: null,
      links: data.links,
      customerId: data.customerId,
      discounts: data.discounts,
      adjustments: data.adjustments,
      totals: data.totals,
      tags: data.tags,
      version: event.version,
      createdAt: data.createdAt,
      updatedAt: at,
      placedBy: event.actor,
      complete: true,
      instances: data.instances,
      buyer: personal?.buyer ?? null,
      billingAddress: personal?.billingAddress ?? null,
      forgotten: personal === null,
      deliveries: data.deliveries.map((delivery) => withAddress(delivery, personal?.addresses[delivery.id] ?? null)),
      ledger: book({}, postings(event)),
      cancellationRequests: [],
      cancellation:
        data.cancellation === null
          ? null
          : { ...data.cancellation, requestId: null, reason: personal?.cancellationReason ?? null },
      holds: [],
      assignee: null,
      authorisedAt: data.authorisedAt,
      invoicedAt: data.invoicedAt,
      deliveredAt: data.deliveredAt,
      deletedAt: null,
    },
    lines: data.lines,
    documents: {
      ...importedMoney(data, data.createdAt, personal?.paymentDetails),
      invoice: Object.fromEntries(data.invoices.map((invoice) => [invoice.number, invoice])),
      shipment: {},
      package: Object.fromEntries(
        data.packages.map((parcel, index) => [
          parcel.id,
          { ...withPlaces(parcel, personal?.places[parcel.id]), number: packageNumber(data, index) },
        ]),
      ),
      return: {},
      return_invoice: Object.fromEntries(data.returnInvoices.map((invoice) => [invoice.number, invoice])),
      custom: {},
    },
    carried: {
      custom: personal?.custom ?? {},
      fields: {},
      attachments: personal?.attachments ?? {},
      lineAttachments: personal?.lineAttachments ?? {},
      invoiceAttachments: {},
      notes: data.hasNote ? [{ id: '1', at, by: event.actor, text: personal?.note ?? null }] : [],
      log: [],
    },
    published: [],
  };
}

const withPlaces = (parcel: ImportedPackage, places: readonly TrackingPlace[] | undefined): ImportedPackage =>
  places === undefined || parcel.tracking.length === 0
    ? parcel
    : { ...parcel, tracking: parcel.tracking.map((seen, index) => ({ ...seen, ...places[index] })) };

// Deciding

/**
 * Takes an order over from another system, whole: its lines are counted as those of a placement, its papers, parcels and
 * money must fit them, and it stands where its workflow can have led it. What the source says the buyer owes wins over
 * what it comes to here; the rest is booked as `imported_difference`.
 * Refusals in order: those of a placement up to negative_total; status_unknown; of payments amount_invalid,
 * amount_exceeds_payment, refund_exceeds_captured; of papers and parcels reference_unknown, quantity_exceeds_ordered,
 * invoice_exceeds_order, invoice_exists, package_exists, return_exceeds_invoices, quantity_exceeds_invoiced; not_in_this_step.
 */
export function decideImport(command: ImportOrder, facts: Facts, context: Context): Accepted | Refusal {
  const { identity } = context;
  if (identity === undefined) throw new Error('an import needs the ids of its order');
  const shape = shapeProblem(command) ?? dateProblem(command);
  if (shape !== null) return shape;
  const sold = keptWhere(command, facts);
  if ('refused' in sold) return sold;
  const workflow = command.workflow ?? facts.defaults.workflow;
  const tables = workflow === 'chain' ? undefined : tablesFor(workflow, facts.workflows);
  if (tables === undefined) return workflowUnknown(facts);
  const instances = standingAt(tables, command.status, context.at);
  if (instances === undefined) return refuse('status_unknown', '/status', { statuses: statusesOf(tables) });
  const deliveries = deliveriesOf(command, facts);
  if ('refused' in deliveries) return deliveries;
  // no table: goods of old orders lie on no shelf
  const drafts = linesOf(command, deliveries, facts, []);
  if ('refused' in drafts) return drafts;
  const rounding = command.rounding ?? facts.defaults.rounding;
  const counted = countedMoney(command, rounding, drafts, deliveries);
  if ('refused' in counted) return counted;

  const ends = endsCancelled(instances, tables);
  if (command.cancellation !== undefined && !ends) {
    return refuse('not_in_this_step', '/cancellation', { status: command.status });
  }
  const papers = documentsOf(command, counted, { at: context.at, ends, tables });
  if ('refused' in papers) return papers;
  const { documents, lines, cancelled } = papers;
  const difference = differenceOf(command, counted.totals.total, cancelled, documents);
  if (typeof difference !== 'number') return difference;
  const { invoicedAt } = papers;
  const arrivedAt = deliveredAt(command, documents, lines, invoicedAt);
  const byParcel = tables.some(({ stock }) => stock.consumeAt === 'package');
  const imported: OrderEvent = {
    type: 'order_imported',
    data: {
      account: identity.account,
      orderId: identity.orderId,
      group: identity.group,
      position: identity.position,
      sequence: identity.sequence,
      number: command.number ?? null,
      externalIds: command.externalIds ?? {},
      store: sold.store,
      channel: sold.channel,
      origin: tables[0]?.domain ?? 'Marketplace',
      currency: command.currency,
      rounding,
      workflow,
      windowSeconds: facts.windowSeconds,
      links: [],
      customerId: command.customerId ?? null,
      createdAt: command.createdAt,
      instances,
      lines: arrivedAt !== null && byParcel ? lines.map(withRestHandedOver) : lines,
      deliveries: deliveries.map(withoutAddress),
      discounts: command.discounts ?? [],
      adjustments: command.adjustments ?? [],
      totals: counted.totals,
      ...documents,
      authorisedAt: authorisedAt(command, papers.payments, workflow),
      invoicedAt,
      deliveredAt: arrivedAt,
      cancellation: ends
        ? { at: command.cancellation?.at ?? command.createdAt, by: command.cancellation?.by ?? 'system' }
        : null,
      cancelled,
      difference,
      tags: [...new Set(command.tags ?? [])].sort(),
      hasNote: command.note !== undefined,
    },
    personal: {
      ...personalOf(command, deliveries, papers.payments),
      cancellationReason: command.cancellation?.reason ?? null,
      places: papers.places,
    },
  };
  return accepted([imported]);
}

/** Refusal: date_out_of_range. Dates of deliveries and payments are looked at where those are. */
function dateProblem({ createdAt, deliveredAt, cancellation }: ImportOrder): Refusal | null {
  const dates = { '/createdAt': createdAt, '/deliveredAt': deliveredAt, '/cancellation/at': cancellation?.at };
  for (const [pointer, at] of Object.entries(dates)) {
    if (at !== undefined && !inRange(at)) return refuse('date_out_of_range', pointer);
  }
  return null;
}

/** Unlike a placement, history may belong to a channel or store that sells no more. */
function keptWhere(command: ImportOrder, facts: Facts): { store: string; channel: string } | Refusal {
  const channel = command.channel ?? facts.defaults.channel;
  const from = facts.channels.find((candidate) => candidate.channel === channel);
  if (from === undefined) return refuse('channel_unknown', '/channel', { channel });
  const store = command.store ?? from.store ?? facts.defaults.store;
  return facts.stores.some((candidate) => candidate.store === store)
    ? { store, channel }
    : refuse('store_unknown', '/store', { store });
}

/** Refusal: amount_invalid, where the source would owe back more than it took. */
function differenceOf(
  command: ImportOrder,
  total: Amount,
  cancelled: Amount,
  { payments, returnInvoices }: ImportedDocuments,
): Amount | Refusal {
  const kept = sum(payments.map(({ captured, refunded }) => captured - refunded));
  const due = total - cancelled - sum(returnInvoices.map(({ value }) => value)) - kept;
  const [pointer, said] =
    command.due === undefined ? ['/total', due + (command.total ?? total) - total] : ['/due', command.due];
  if (!isAmount(said) || said < -kept) return refuse('amount_invalid', pointer, { least: -kept });
  return said - due;
}

/** When the last payment was promised. An order that names none is sold on account from the outset. */
function authorisedAt(command: ImportOrder, payments: readonly Payment[], workflow: string): Instant | null {
  if (!allApproved(payments) || workflow === 'fulfillment') return null;
  return latest(payments.map(({ answeredAt }) => answeredAt)) ?? command.createdAt;
}

function deliveredAt(
  command: ImportOrder,
  { packages }: ImportedDocuments,
  lines: readonly Line[],
  invoicedAt: Instant | null,
): Instant | null {
  if (command.deliveredAt !== undefined) return command.deliveredAt;
  const arrived = packages.map((parcel) => parcel.deliveredAt);
  return nothingLeftToSend({ head: { invoicedAt }, lines }) && !arrived.includes(null) ? latest(arrived) : null;
}

/** What arrived and left in no parcel left all the same; else nothing of it could come back. */
const withRestHandedOver = (line: Line): Line =>
  openToShip(line) > 0 ? { ...line, handedOver: openToShip(line) } : line;

const latest = (instants: readonly (Instant | null)[]): Instant | null =>
  instants.reduce<Instant | null>((last, at) => (at !== null && (last === null || at > last) ? at : last), null);
