import type { OrderEvent, OrderEventType } from './events.js';

/** The shape number that each type of event is written with today. Raised together with a step in `upcast`. */
export const EVENT_SCHEMA: Readonly<Record<OrderEventType, number>> = {
  order_placed: 2,
  order_imported: 1,
  placement_completed: 1,
  placement_expired: 1,
  payment_approved: 1,
  payment_denied: 1,
  cancellation_requested: 1,
  cancellation_denied: 1,
  cancellation_window_ended: 1,
  order_cancelled: 1,
  order_closed_short: 1,
  order_accepted: 1,
  fulfilment_authorised: 1,
  handling_started: 1,
  status_set: 1,
  invoice_issued: 1,
  package_sent: 1,
  package_updated: 1,
  package_tracked: 1,
  order_delivered: 1,
  package_collected: 1,
  package_returned: 1,
  shipment_planned: 1,
  shipment_items_moved: 1,
  package_packed: 1,
  packed_items_moved: 1,
  package_unpacked: 1,
  shipment_changed: 1,
  shipment_cancelled: 1,
  shipment_consigned: 1,
  shipment_unconsigned: 1,
  shipment_cost_shared: 1,
  return_invoice_issued: 1,
  return_tracked: 1,
  return_requested: 1,
  return_authorised: 1,
  return_declined: 1,
  return_withdrawn: 1,
  return_received: 1,
  return_inspected: 1,
  return_settled: 1,
  return_closed: 1,
  order_refunded: 1,
  capture_requested: 1,
  void_requested: 1,
  capture_settled: 1,
  void_settled: 1,
  refund_settled: 1,
  capture_failed: 1,
  void_failed: 1,
  refund_failed: 1,
  capture_retried: 1,
  void_retried: 1,
  refund_retried: 1,
  capture_abandoned: 1,
  void_abandoned: 1,
  refund_abandoned: 1,
  payment_begun: 1,
  payment_added: 1,
  payment_cancelled: 1,
  moves_booked: 1,
  document_added: 1,
  document_changed: 1,
  document_cancelled: 1,
  custom_fields_set: 1,
  document_marked: 1,
  order_edited: 1,
  note_added: 1,
  log_entry_added: 1,
  tags_changed: 1,
  order_assigned: 1,
  hold_placed: 1,
  hold_released: 1,
  order_deleted: 1,
  order_restored: 1,
  person_forgotten: 1,
};

const isKnown = (type: string): type is OrderEventType => Object.hasOwn(EVENT_SCHEMA, type);

/**
 * Brings what was read from the log to today's shape. The stored row is never rewritten, and hashing never sees this.
 * An event of a newer shape than this code knows is a bug of the installation (old code on a newer log), not a refusal.
 */
export function upcast(type: string, schema: number, data: unknown, personal: unknown): OrderEvent {
  if (!isKnown(type)) throw new Error(`the log holds an event "${type}", which this version does not know`);
  if (schema > EVENT_SCHEMA[type]) throw new Error(`the log holds ${type} of shape ${schema}, newer than this version`);
  // 2: the displayed number
  if (type === 'order_placed' && schema < 2)
    return { type, data: { ...(data as object), number: null }, personal } as OrderEvent;
  return { type, data, personal } as OrderEvent;
}
