import { foldShipmentConsigned, foldShipmentCostShared, foldShipmentUnconsigned } from './consigned.js';
import { moved } from '../workflow/instance.js';
import {
  foldCancellationDenied,
  foldCancellationRequested,
  foldOrderCancelled,
  foldOrderClosedShort,
} from './cancellation.js';
import { foldDeletion, foldLogEntryAdded, foldNoteAdded, foldOrderAssigned, foldTagsChanged } from './changes.js';
import { foldDocumentAdded, foldDocumentCancelled, foldDocumentChanged } from './custom-document.js';
import { foldCustomFieldsSet, redactedFields } from './custom-field-changes.js';
import { foldDocumentMarked, redactedMarks } from './document-marks.js';
import { DOCUMENT_KINDS } from './document-kinds.js';
import { withGivenNumbers } from './document-number.js';
import type { OrderEventOf, RecordedEvent } from './events.js';
import { foldOrderAccepted, foldStockConfirmation } from './handling.js';
import { foldOrderEdited } from './edit.js';
import { foldHoldPlaced, foldHoldReleased, withoutReasons } from './hold.js';
import { foldOrderImported } from './importing.js';
import { foldInvoiceIssued } from './invoice.js';
import { book, postings } from './ledger.js';
import type { Carried, Documents, Instant, Order, OrderHead } from './order.js';
import { foldCaptureRequested, foldVoidRequested } from './capture.js';
import { NO_DOCUMENTS } from './imported-money.js';
import { foldPaymentAdded, foldPaymentBegun, foldPaymentCancelled } from './later-payment.js';
import { allApproved, foldPaymentApproved, foldPaymentDenied, heldPayments, withAuthorisedAt } from './payment.js';
import { foldMovesBooked } from './booked-moves.js';
import { withAddress } from './placing.js';
import { foldOrderRefunded } from './refund.js';
import {
  foldReturnAuthorised,
  foldReturnClosed,
  foldReturnDeclined,
  foldReturnInspected,
  foldReturnReceived,
  foldReturnRequested,
  foldReturnSettled,
  foldReturnWithdrawn,
} from './return.js';
import { foldReturnInvoiceIssued, foldReturnTracked } from './return-invoice.js';
import { foldOrderDelivered, foldPackageSent, foldPackageTracked, foldPackageUpdated } from './package.js';
import { foldPackageCollected, foldPackageReturned } from './package-handover.js';
import { foldPackagePacked, foldPackageUnpacked, foldPackedItemsMoved, withFittingPacking } from './packing.js';
import {
  foldItemsMoved,
  foldShipmentCancelled,
  foldShipmentChanged,
  foldShipmentPlanned,
  withFittingShipments,
} from './shipment.js';
import { foldAbandoned, foldFailed, foldRetried, foldSettled } from './settlement.js';
import { withConfirmedStock } from './stock-claim.js';

/**
 * The order after one more event of its log. Parts that the event does not touch keep their identity, which is how the
 * store knows what not to write. Folding the whole log gives the stored state; `docket verify` compares them.
 */
export function evolve(order: Order | null, event: RecordedEvent): Order {
  if (event.type === 'order_placed') {
    if (order !== null) throw new Error(`order ${order.head.orderId} was placed twice`);
    return numbered(foldOrderPlaced(event), event);
  }
  if (event.type === 'order_imported') {
    if (order !== null) throw new Error(`order ${order.head.orderId} was there before it was imported`);
    return foldOrderImported(event);
  }
  if (order === null) throw new Error(`${event.type} on an order that was never placed`);
  const next = { ...order, ...changes(order, event) };
  const planned = next.lines === order.lines ? next : withFittingShipments(next, event.at);
  return numbered(stamped(withFittingPacking(order, planned), event), event);
}

const numbered = (order: Order, { data: { numbers } }: RecordedEvent): Order =>
  numbers === undefined ? order : { ...order, documents: withGivenNumbers(order.documents, numbers) };

function changes(
  order: Order,
  event: Exclude<RecordedEvent, { type: 'order_placed' | 'order_imported' }>,
): Partial<Order> {
  switch (event.type) {
    case 'placement_completed':
      return foldPlacementCompleted(order, event, event.at);
    case 'placement_expired':
    case 'order_cancelled':
      return foldOrderCancelled(order, event, event.at);
    case 'payment_approved':
      return foldPaymentApproved(order, event, event.at);
    case 'payment_denied':
      return foldPaymentDenied(order, event, event.at);
    case 'cancellation_requested':
      return foldCancellationRequested(order, event, event.at);
    case 'cancellation_denied':
      return foldCancellationDenied(order, event, event.at);
    case 'order_closed_short':
      return foldOrderClosedShort(order, event, event.at);
    case 'order_accepted':
      return foldOrderAccepted(order, event);
    case 'handling_started':
    case 'fulfilment_authorised':
      return foldStockConfirmation(order, event, event.at);
    case 'cancellation_window_ended':
    case 'status_set':
      return {};
    case 'invoice_issued':
      return foldInvoiceIssued(order, event, event.at);
    case 'package_sent':
      return foldPackageSent(order, event, event.at);
    case 'package_updated':
      return foldPackageUpdated(order, event);
    case 'package_tracked':
      return foldPackageTracked(order, event, event.at);
    case 'order_delivered':
      return foldOrderDelivered(order, event);
    case 'package_collected':
      return foldPackageCollected(order, event);
    case 'package_returned':
      return foldPackageReturned(order, event);
    case 'shipment_planned':
      return foldShipmentPlanned(order, event, event.at);
    case 'shipment_items_moved':
      return foldItemsMoved(order, event);
    case 'shipment_changed':
      return foldShipmentChanged(order, event);
    case 'package_packed':
      return foldPackagePacked(order, event);
    case 'packed_items_moved':
      return foldPackedItemsMoved(order, event);
    case 'package_unpacked':
      return foldPackageUnpacked(order, event);
    case 'shipment_cancelled':
      return foldShipmentCancelled(order, event, event.at);
    case 'shipment_consigned':
      return foldShipmentConsigned(order, event);
    case 'shipment_unconsigned':
      return foldShipmentUnconsigned(order, event);
    case 'shipment_cost_shared':
      return foldShipmentCostShared(order, event);
    case 'return_invoice_issued':
      return foldReturnInvoiceIssued(order, event, event.at);
    case 'return_tracked':
      return foldReturnTracked(order, event, event.at);
    case 'return_requested':
      return foldReturnRequested(order, event, event.at);
    case 'return_authorised':
      return foldReturnAuthorised(order, event, event.at);
    case 'return_declined':
      return foldReturnDeclined(order, event, event.at);
    case 'return_withdrawn':
      return foldReturnWithdrawn(order, event, event.at);
    case 'return_received':
      return foldReturnReceived(order, event, event.at);
    case 'return_inspected':
      return foldReturnInspected(order, event, event.at);
    case 'return_settled':
      return foldReturnSettled(order, event, event.at);
    case 'return_closed':
      return foldReturnClosed(order, event, event.at);
    case 'order_refunded':
      return foldOrderRefunded(order, event, event.at);
    case 'capture_requested':
      return foldCaptureRequested(order, event, event.at);
    case 'void_requested':
      return foldVoidRequested(order, event, event.at);
    case 'capture_settled':
    case 'void_settled':
    case 'refund_settled':
      return foldSettled(order, event, event.at);
    case 'capture_failed':
    case 'void_failed':
    case 'refund_failed':
      return foldFailed(order, event);
    case 'capture_retried':
    case 'void_retried':
    case 'refund_retried':
      return foldRetried(order, event, event.at);
    case 'capture_abandoned':
    case 'void_abandoned':
    case 'refund_abandoned':
      return foldAbandoned(order, event);
    case 'payment_begun':
      return foldPaymentBegun(order, event);
    case 'payment_added':
      return foldPaymentAdded(order, event, event.at);
    case 'moves_booked':
      return foldMovesBooked(order, event, event.at);
    case 'payment_cancelled':
      return foldPaymentCancelled(order, event, event.at);
    case 'document_added':
      return foldDocumentAdded(order, event, event.at);
    case 'document_changed':
      return foldDocumentChanged(order, event, event.at);
    case 'document_cancelled':
      return foldDocumentCancelled(order, event, event.at);
    case 'custom_fields_set':
      return foldCustomFieldsSet(order, event);
    case 'document_marked':
      return foldDocumentMarked(order, event);
    case 'order_edited':
      return foldOrderEdited(order, event, event.at);
    case 'note_added':
      return foldNoteAdded(order, event, event.at);
    case 'log_entry_added':
      return foldLogEntryAdded(order, event, event.at);
    case 'tags_changed':
      return foldTagsChanged(order, event);
    case 'order_assigned':
      return foldOrderAssigned(order, event);
    case 'hold_placed':
      return foldHoldPlaced(order, event, event.at);
    case 'hold_released':
      return foldHoldReleased(order, event, event.at);
    case 'order_deleted':
      return foldDeletion(order, event.at);
    case 'person_forgotten':
      return redact(order);
    case 'order_restored':
      return foldDeletion(order, null);
    default: {
      const never: never = event;
      throw new Error(`cannot fold ${JSON.stringify(never)}`);
    }
  }
}

/** What every later event does to the head: version, time, steps, ledger. */
function stamped(order: Order, event: RecordedEvent): Order {
  const head: OrderHead = {
    ...order.head,
    version: event.version,
    updatedAt: event.at,
    instances: moved(order.head.instances, event.data.moves ?? [], event.at),
    ledger: book(order.head.ledger, postings(event)),
  };
  return { ...order, head };
}

/** The head is written out field by field, once: as a spread that is stamped afterwards it took a tenth of a placement. */
function foldOrderPlaced(event: OrderEventOf<'order_placed'> & RecordedEvent): Order {
  const { data, personal, at } = event;
  const { lines } = data;
  const payment = heldPayments(data, data.payments, at, personal?.paymentDetails);
  const complete = data.placementDeadline === null;
  const head: OrderHead = {
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
    placementDeadline: data.placementDeadline,
    links: data.links,
    customerId: data.customerId,
    discounts: data.discounts,
    adjustments: data.adjustments,
    totals: data.totals,
    tags: data.tags,
    version: event.version,
    createdAt: at,
    updatedAt: at,
    placedBy: event.actor,
    complete,
    instances: moved([], data.moves ?? [], at),
    buyer: personal?.buyer ?? null,
    billingAddress: personal?.billingAddress ?? null,
    forgotten: personal === null,
    deliveries: data.deliveries.map((delivery) => withAddress(delivery, personal?.addresses[delivery.id] ?? null)),
    ledger: book({}, postings(event)),
    cancellationRequests: [],
    cancellation: null,
    holds: [],
    assignee: null,
    authorisedAt: complete && allApproved(Object.values(payment)) && data.workflow !== 'fulfillment' ? at : null,
    invoicedAt: null,
    deliveredAt: null,
    deletedAt: null,
  };
  const priced = data.promotions === undefined ? head : { ...head, promotions: data.promotions };
  return {
    head: data.exchangeOf === undefined ? priced : { ...priced, exchangeOf: data.exchangeOf },
    lines,
    documents: { ...NO_DOCUMENTS, payment },
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

function foldPlacementCompleted(order: Order, event: OrderEventOf<'placement_completed'>, at: Instant): Partial<Order> {
  const { confirmsStock } = event.data;
  const payment = heldPayments(order.head, event.data.payments, order.head.createdAt, event.personal?.paymentDetails);
  // Fields of payments that were placed belong to none of those that took their place.
  const fields = Object.entries(order.carried.fields).filter(([name]) => !name.startsWith('payment:'));
  const head: OrderHead = { ...order.head, complete: true, placementDeadline: null };
  return {
    head:
      allApproved(Object.values(payment)) && order.head.workflow !== 'fulfillment' ? withAuthorisedAt(head, at) : head,
    documents: { ...order.documents, payment },
    lines: confirmsStock ? order.lines.map(withConfirmedStock) : order.lines,
    carried:
      fields.length === Object.keys(order.carried.fields).length
        ? order.carried
        : { ...order.carried, fields: Object.fromEntries(fields) },
  };
}

/**
 * The order without anything that belongs to its person: what folding its log without the key of that person gives.
 * Books, pieces, steps and dates stay.
 */
export function redact(order: Order): Order {
  const { head, documents, carried } = order;
  return {
    head: {
      ...head,
      buyer: null,
      billingAddress: null,
      forgotten: true,
      deliveries: head.deliveries.map((delivery) => ({ ...delivery, address: null })),
      cancellationRequests: head.cancellationRequests.map((request) => ({ ...request, reason: null, answer: null })),
      cancellation: head.cancellation === null ? null : { ...head.cancellation, reason: null },
      holds: withoutReasons(head.holds),
    },
    lines: order.lines,
    documents: redactedDocuments(documents),
    carried: redactedCarried(carried),
    published: order.published,
  };
}

export const redactedCarried = (carried: Carried): Carried => ({
  custom: {},
  fields: redactedFields(carried.fields),
  ...(carried.marks === undefined ? {} : { marks: redactedMarks(carried.marks) }),
  attachments: {},
  lineAttachments: {},
  invoiceAttachments: {},
  notes: carried.notes.map((note) => ({ ...note, text: null })),
  log: carried.log.map((entry) => ({ ...entry, message: null })),
});

function redactedDocuments(documents: Documents): Documents {
  return {
    payment: mapped(documents.payment, DOCUMENT_KINDS.payment.redact),
    invoice: mapped(documents.invoice, DOCUMENT_KINDS.invoice.redact),
    shipment: mapped(documents.shipment, DOCUMENT_KINDS.shipment.redact),
    package: mapped(documents.package, DOCUMENT_KINDS.package.redact),
    return_invoice: mapped(documents.return_invoice, DOCUMENT_KINDS.return_invoice.redact),
    return: mapped(documents.return, DOCUMENT_KINDS.return.redact),
    capture: mapped(documents.capture, DOCUMENT_KINDS.capture.redact),
    void: mapped(documents.void, DOCUMENT_KINDS.void.redact),
    refund: mapped(documents.refund, DOCUMENT_KINDS.refund.redact),
    custom: mapped(documents.custom, DOCUMENT_KINDS.custom.redact),
  };
}

const mapped = <Document>(
  documents: Readonly<Record<string, Document>>,
  change: (document: Document) => Document,
): Readonly<Record<string, Document>> =>
  Object.fromEntries(Object.entries(documents).map(([id, document]) => [id, change(document)]));
