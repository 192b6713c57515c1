import { type Amount, formatAmount, sum } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import { SUMMARY_TEXTS, type SummaryCode } from './event-summary-texts.js';
import type { MoneyMove, OrderEvent } from './events.js';
import type { PackedItemsMoved } from './packing.js';
import type { ItemsMoved } from './shipment.js';

/** What happened, in one line. A screen translates by `code` and fills in `parameters`; `text` is the English. */
export interface EventSummary {
  readonly code: SummaryCode;
  readonly parameters: Readonly<Record<string, SummaryValue>>;
}

/** Null: not for this reader. */
export type SummaryValue = string | number | SummaryMoney | null;

/** Minor units of the currency. */
export interface SummaryMoney {
  readonly amount: Amount;
  readonly currency: Currency;
}

/** What an event says in one line. Nothing in it is personal. */
export function summaryOf(event: OrderEvent, currency: Currency): EventSummary {
  const money = (amount: Amount): SummaryMoney => ({ amount, currency });
  switch (event.type) {
    case 'order_placed': {
      const { lines, totals, placementDeadline, exchangeOf } = event.data;
      if (exchangeOf !== undefined) {
        const { orderId: order } = exchangeOf;
        return summary('order_placed_in_exchange', { order, lines: lines.length, total: money(totals.total) });
      }
      const code = placementDeadline === null ? 'order_placed' : 'order_placed_incomplete';
      return summary(code, { lines: lines.length, total: money(totals.total) });
    }
    case 'order_imported': {
      const { lines, totals, difference } = event.data;
      const parameters = { lines: lines.length, total: money(totals.total) };
      return difference === 0
        ? summary('order_imported', parameters)
        : summary('order_imported_with_difference', { ...parameters, difference: money(difference) });
    }
    case 'payment_approved': {
      const { paymentId: payment, authorised, captured } = event.data;
      return captured > 0
        ? summary('payment_captured', { payment, captured: money(captured) })
        : summary('payment_authorised', { payment, authorised: money(authorised) });
    }
    case 'payment_denied':
      return summary('payment_denied', { payment: event.data.paymentId });
    case 'cancellation_requested':
      return summary('cancellation_requested', { by: event.data.by });
    case 'cancellation_denied':
      return summary('cancellation_denied', { request: event.data.requestId });
    case 'order_cancelled': {
      const { by, refunds } = event.data;
      return refunds.length === 0
        ? summary('order_cancelled', { by })
        : summary('order_cancelled_and_refunded', { by, refunded: money(totalOf(refunds)) });
    }
    case 'order_closed_short': {
      const { pieces, value } = event.data;
      return summary('order_closed_short', { pieces: countOf(pieces), value: money(value) });
    }
    case 'order_accepted': {
      const { link } = event.data;
      return link === null ? summary('order_accepted') : summary('order_accepted_as', { order: link.orderId });
    }
    case 'status_set':
      return summary('status_set', { status: event.data.status });
    case 'invoice_issued':
    case 'return_invoice_issued':
      return summary(event.type, { number: event.data.number, value: money(event.data.value) });
    case 'package_sent':
      return summary('package_sent', { package: event.data.packageId, pieces: countOf(event.data.items) });
    case 'package_updated':
      return summary('package_updated', { package: event.data.packageId });
    case 'package_tracked': {
      const { packageId, times, deliveredAt } = event.data;
      return deliveredAt === null
        ? summary('package_tracked', { package: packageId, news: times.length })
        : summary('package_delivered', { package: packageId });
    }
    case 'package_collected':
      return summary('package_collected', { package: event.data.packageId });
    case 'package_returned':
      return summary('package_returned', { package: event.data.packageId, pieces: countOf(event.data.items) });
    case 'shipment_planned': {
      const { number, from, items } = event.data;
      return from === null
        ? summary('shipment_planned', { number, pieces: countOf(items) })
        : summary('shipment_split', { number, from, pieces: countOf(items) });
    }
    case 'shipment_items_moved':
      return movedSummary(event.data);
    case 'package_packed': {
      const { shipmentId, packageId, items } = event.data;
      return summary('package_packed', { package: packageId, shipment: shipmentId, pieces: countOf(items) });
    }
    case 'packed_items_moved':
      return packedMoveSummary(event.data);
    case 'package_unpacked':
      return summary('package_unpacked', { package: event.data.packageId, shipment: event.data.shipmentId });
    case 'shipment_changed':
    case 'shipment_cancelled':
      return summary(event.type, { shipment: event.data.shipmentId });
    case 'shipment_consigned':
      return summary('shipment_consigned', { shipment: event.data.shipmentId, number: event.data.number });
    case 'shipment_unconsigned':
      return summary('shipment_unconsigned', { shipment: event.data.shipmentId });
    case 'shipment_cost_shared': {
      const { shipmentId: shipment, cost } = event.data;
      return cost === null
        ? summary('shipment_cost_withdrawn', { shipment })
        : summary('shipment_cost_shared', { shipment, amount: money(cost) });
    }
    case 'return_tracked': {
      const { number, times, deliveredAt } = event.data;
      if (deliveredAt !== null) return summary('return_delivered', { number });
      return times.length === 0
        ? summary('return_updated', { number })
        : summary('return_tracked', { number, news: times.length });
    }
    case 'return_requested': {
      const { number, by, items } = event.data;
      return summary('return_requested', { number, by, pieces: countOf(items) });
    }
    case 'return_authorised':
    case 'return_received':
      return summary(event.type, { return: event.data.returnId, pieces: countOf(event.data.items) });
    case 'return_withdrawn':
      return summary(event.type, { return: event.data.returnId, by: event.data.by });
    case 'return_inspected': {
      const { returnId, items } = event.data;
      const [good, rejected] = [sum(items.map((item) => item.accepted)), sum(items.map((item) => item.rejected))];
      return summary('return_inspected', { return: returnId, accepted: good, rejected });
    }
    case 'return_settled': {
      const { returnId, items, value, restockingFee, storeCredit, exchange } = event.data;
      const parameters = { return: returnId, pieces: countOf(items), value: money(value - restockingFee) };
      if (exchange !== undefined) return summary('return_exchanged', { ...parameters, order: exchange.orderId });
      return storeCredit === undefined
        ? summary('return_settled', parameters)
        : summary('return_settled_as_credit', { ...parameters, credited: money(storeCredit) });
    }
    case 'return_declined':
    case 'return_closed':
      return summary(event.type, { return: event.data.returnId });
    case 'order_refunded': {
      const code = event.data.cancelled === null ? 'order_refunded' : 'order_refunded_and_ended';
      return summary(code, { refunded: money(totalOf(event.data.refunds)) });
    }
    case 'capture_requested': {
      const [move] = event.data.captures;
      return summary(move?.pending === true ? 'capture_asked' : 'captured', {
        payment: move?.paymentId ?? null,
        amount: money(totalOf(event.data.captures)),
      });
    }
    case 'void_requested': {
      const [move] = event.data.voids;
      return summary(move?.pending === true ? 'void_asked' : 'voided', {
        payment: move?.paymentId ?? null,
        amount: money(totalOf(event.data.voids)),
      });
    }
    case 'capture_settled':
    case 'void_settled':
    case 'refund_settled':
      return summary(event.type, { document: event.data.id, amount: money(event.data.amount) });
    case 'capture_failed':
    case 'void_failed':
    case 'refund_failed':
    case 'capture_retried':
    case 'void_retried':
    case 'refund_retried':
    case 'capture_abandoned':
    case 'void_abandoned':
    case 'refund_abandoned':
      return summary(event.type, { document: event.data.id });
    case 'payment_begun':
    case 'payment_cancelled':
    case 'moves_booked':
      return summary(event.type, { payment: event.data.paymentId });
    case 'payment_added': {
      const { id: payment, amount } = event.data.payment;
      return summary('payment_added', { payment, amount: money(amount) });
    }
    case 'document_added':
      return summary('document_added', { number: event.data.number, type: event.data.documentType });
    case 'document_changed': {
      const { documentId: document, status } = event.data;
      return status === undefined
        ? summary('document_changed', { document })
        : summary('document_status_set', { document, status });
    }
    case 'document_cancelled':
      return summary('document_cancelled', { document: event.data.documentId });
    case 'order_edited': {
      const { before, after } = event.data;
      return before.total === after.total
        ? summary('order_edited_for_the_same', { total: money(after.total) })
        : summary('order_edited', { amount: money(before.total), total: money(after.total) });
    }
    case 'custom_fields_set': {
      const { target, id, custom } = event.data;
      const fields = [...Object.keys(custom), ...Object.keys(event.personal?.custom ?? {})];
      return summary('custom_fields_set', {
        target: id === null ? target : `${target} ${id}`,
        fields: fields.length === 0 ? null : fields.join(', '),
      });
    }
    case 'document_marked': {
      const { kind, id, approved } = event.data;
      const named = { document: `${kind.replace('_', ' ')} ${id}` };
      if (approved === undefined) return summary('document_marked', named);
      return summary(approved ? 'document_approved' : 'document_approval_withdrawn', named);
    }
    case 'note_added':
      return summary('note_added', { note: event.data.noteId });
    case 'log_entry_added':
      return summary('log_entry_added', { entry: event.data.entryId, source: event.data.source });
    case 'tags_changed':
      return tagsSummary(event.data.added, event.data.removed);
    case 'order_assigned': {
      const { assignee } = event.data;
      return assignee === null ? summary('order_unassigned') : summary('order_assigned', { assignee });
    }
    case 'hold_placed': {
      const { holdType: type, on } = event.data;
      if (on === null) return summary('hold_placed', { type });
      return on.kind === 'line'
        ? summary('hold_placed_on_line', { line: on.id, type })
        : summary('hold_placed_on_document', { document: on.id, type });
    }
    case 'hold_released':
      return summary(event.data.how === 'by_time' ? 'hold_ended' : 'hold_released', { type: event.data.holdType });
    case 'placement_completed':
    case 'placement_expired':
    case 'cancellation_window_ended':
    case 'fulfilment_authorised':
    case 'handling_started':
    case 'order_delivered':
    case 'order_deleted':
    case 'order_restored':
    case 'person_forgotten':
      return summary(event.type);
    default: {
      const never: never = event;
      throw new Error(`no summary for ${JSON.stringify(never)}`);
    }
  }
}

/** The English line; `…` stands for what the reader may not see. */
export function summaryText({ code, parameters }: EventSummary): string {
  return SUMMARY_TEXTS[code].replaceAll(
    /\{(\w+)(?:#([^}|]+)(?:\|([^}]+))?)?\}/g,
    (_, name: string, one?: string, many?: string) => {
      const value = shown(parameters[name] ?? null);
      if (one === undefined) return value;
      return `${value} ${value === '1' ? one : (many ?? `${one}s`)}`;
    },
  );
}

function shown(value: SummaryValue): string {
  if (value === null) return '…';
  return typeof value === 'object' ? `${formatAmount(value.amount, value.currency)} ${value.currency}` : String(value);
}

const summary = (code: SummaryCode, parameters: EventSummary['parameters'] = {}): EventSummary => ({
  code,
  parameters,
});

function tagsSummary(added: readonly string[], removed: readonly string[]): EventSummary {
  if (removed.length === 0) return summary('tags_added', { added: added.join(', ') });
  if (added.length === 0) return summary('tags_removed', { removed: removed.join(', ') });
  return summary('tags_changed', { added: added.join(', '), removed: removed.join(', ') });
}

function movedSummary({ from, to, items }: ItemsMoved): EventSummary {
  const pieces = countOf(items);
  if (from === null) return summary('shipment_items_planned', { to, pieces });
  return to === null
    ? summary('shipment_items_unplanned', { from, pieces })
    : summary('shipment_items_moved', { from, to, pieces });
}

function packedMoveSummary({ from, to, items }: PackedItemsMoved): EventSummary {
  const pieces = countOf(items);
  if (from === null) return summary('packed_items_packed', { to, pieces });
  return to === null
    ? summary('packed_items_unpacked', { from, pieces })
    : summary('packed_items_moved', { from, to, pieces });
}

const totalOf = (moves: readonly MoneyMove[]): Amount => sum(moves.map(({ amount }) => amount));
const countOf = (pieces: readonly { readonly quantity: number }[]): number =>
  sum(pieces.map(({ quantity }) => quantity));
