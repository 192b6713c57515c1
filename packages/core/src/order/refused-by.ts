import type { CommandName } from './commands.js';
import type { RefusalCode } from './refusals.js';

const ANY = 'any';
const NUMBERS = [
  'place',
  'import_order',
  'complete_placement',
  'approve_payment',
  'issue_invoice',
  'issue_return_invoice',
  'refund',
] as const;
const INVOICES = ['issue_invoice', 'issue_return_invoice'] as const;
const PACKAGES = ['update_package', 'track_package'] as const;
const PAYMENTS = ['approve_payment', 'deny_payment', 'notify_payment'] as const;
const TIMERS = ['expire_placement', 'end_cancellation_window', 'end_deadline'] as const;

/**
 * Which commands may be refused for which reason; `any`: whatever is asked of an order. For the pages that explain
 * refusals. The tests compare every refusal that they see with it.
 */
export const REFUSED_BY: Readonly<Record<RefusalCode, readonly CommandName[] | typeof ANY>> = {
  order_not_found: ANY,
  order_exists: ['place', 'import_order'],
  external_id_taken: ['place', 'import_order'],
  order_deleted: ANY,
  order_not_deleted: ['restore_order'],
  order_forgotten: ['add_note', 'add_log_entry'],
  not_in_this_step: ANY,
  not_this_actor: ANY,
  placement_not_complete: ANY,
  placement_complete: ['complete_placement', 'expire_placement'],
  number_template_invalid: ['place'],
  order_number_taken: ['place', 'import_order'],
  store_unknown: ['place', 'import_order'],
  channel_unknown: ['place', 'import_order'],
  stock_place_unknown: ['place'],
  workflow_unknown: ['place', 'import_order'],
  currency_unknown: ['place', 'import_order'],
  amount_invalid: NUMBERS,
  amount_too_large: ['place', 'import_order'],
  totals_mismatch: ['place', 'complete_placement'],
  discount_exceeds_value: ['place', 'import_order'],
  negative_total: ['place', 'import_order'],
  duplicate_id: ['place', 'import_order', 'complete_placement'],
  reference_unknown: ['place', 'import_order', 'issue_invoice', 'send_package', 'issue_return_invoice'],
  gtin_invalid: ['place', 'import_order'],
  date_out_of_range: ANY,
  product_incomplete: ['place', 'import_order'],
  shipping_method_unknown: ['place', 'import_order'],
  nothing_to_sell: ['place', 'import_order'],
  too_many: ANY,
  text_invalid: ANY,
  insufficient_stock: ['place'],
  stock_not_counted: ['place'],
  promotion_used_up: ['place'],
  coupon_used_up: ['place'],
  payment_not_found: PAYMENTS,
  payment_not_pending: PAYMENTS,
  amount_exceeds_payment: ['approve_payment', 'import_order'],
  cancellation_not_requested: ['confirm_cancellation', 'deny_cancellation'],
  cancellation_request_unknown: ['deny_cancellation'],
  cancellation_pending: ['request_cancellation'],
  order_invoiced: ['request_cancellation', 'close_short', 'set_status'],
  order_shipped: ['request_cancellation', 'confirm_cancellation', 'set_status', 'end_deadline'],
  order_cancelled: ANY,
  invoice_exists: [...INVOICES, 'import_order'],
  invoice_exceeds_order: ['issue_invoice', 'import_order'],
  quantity_exceeds_ordered: ['issue_invoice', 'send_package', 'import_order'],
  package_exists: ['send_package', 'issue_invoice', 'import_order'],
  package_not_found: PACKAGES,
  package_delivered: ['update_package', 'track_package', 'mark_delivered'],
  nothing_to_ship: ['issue_invoice', 'send_package', 'close_short'],
  return_before_invoice: ['issue_return_invoice'],
  return_exceeds_invoices: ['issue_return_invoice', 'import_order'],
  quantity_exceeds_invoiced: ['issue_return_invoice', 'import_order'],
  refund_exceeds_captured: ['refund', 'issue_return_invoice', 'import_order'],
  nothing_to_refund: ['refund'],
  status_unknown: ['set_status', 'import_order'],
  not_due_yet: TIMERS,
  version_conflict: ANY,
  idempotency_key_reused: ANY,
  preview_not_found: ANY,
  preview_outdated: ANY,
};
