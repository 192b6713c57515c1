/**
 * Every way in which Docket says no. The code is stable and public; `meaning` and `remedy` are what a person reads.
 * `retry` says whether the very same command may pass later without anything in it being changed.
 * Order of precedence inside one decision: shape, existence, step, then money, stock.
 */
export const REFUSALS = {
  order_not_found: {
    meaning: 'No order has this id in the account.',
    remedy: 'Check the id, and which account the key belongs to.',
    retry: false,
  },
  order_exists: {
    meaning: 'An order with this id is there already.',
    remedy: 'Use another id, or read the order that is there.',
    retry: false,
  },
  external_id_taken: {
    meaning: 'Another order carries this external id of the same source.',
    remedy: 'Read the order found under the external id.',
    retry: false,
  },
  order_deleted: { meaning: 'The order is deleted.', remedy: 'Restore it first.', retry: false },
  order_not_deleted: { meaning: 'The order is not deleted.', remedy: 'Nothing to do.', retry: false },
  order_forgotten: {
    meaning: 'The person behind this order was forgotten; nothing personal can be added to it.',
    remedy: 'Leave out the personal part.',
    retry: false,
  },
  not_in_this_step: {
    meaning: 'The order is in a step that does not allow this.',
    remedy: 'Look at what is allowed now; some steps end by themselves.',
    retry: true,
  },
  not_this_actor: {
    meaning: 'The step allows this, but not to the one who asks.',
    remedy: 'Let a person or system with that part ask.',
    retry: false,
  },
  placement_not_complete: {
    meaning: 'Payment has not begun, so the order is not in its workflow yet.',
    remedy: 'Complete the placement first.',
    retry: true,
  },
  placement_complete: { meaning: 'The placement was completed before.', remedy: 'Nothing to do.', retry: false },
  number_template_invalid: {
    meaning: 'Numbers cannot be made by this template.',
    remedy:
      'Use letters, digits and - _ . / #, with {sequence} or {group} and {position}; the problem is in the details.',
    retry: false,
  },
  order_number_taken: {
    meaning: 'Another order has the displayed number that the template gives.',
    remedy: 'Change the template of the account or the store so that its numbers are new.',
    retry: false,
  },
  store_unknown: {
    meaning: 'The account has no such store that takes orders, or the channel belongs to another one.',
    remedy: 'Use an active store, or add it in the settings first.',
    retry: true,
  },
  channel_unknown: {
    meaning: 'The account has no such channel that takes orders.',
    remedy: 'Use an active channel, or add it in the settings first.',
    retry: true,
  },
  stock_place_unknown: {
    meaning: 'The account has no such stock place that takes claims.',
    remedy: 'Use an active place, or add it in the settings first.',
    retry: true,
  },
  workflow_unknown: {
    meaning: 'There is no workflow of this name.',
    remedy: 'Use one of the names in the details.',
    retry: false,
  },
  currency_unknown: {
    meaning: 'The currency is not an active ISO 4217 code.',
    remedy: 'Send a code such as EUR.',
    retry: false,
  },
  amount_invalid: {
    meaning: 'The amount is not a whole number of minor units within the limits.',
    remedy: 'Send an integer; 12.34 EUR is 1234.',
    retry: false,
  },
  amount_too_large: {
    meaning: 'The line or total goes beyond what can be counted exactly.',
    remedy: 'Lower the quantity or price, or split the order.',
    retry: false,
  },
  totals_mismatch: {
    meaning: 'The sums sent do not agree with the lines, discounts, shipping, tax and adjustments.',
    remedy: 'Compare with the figures in the details.',
    retry: false,
  },
  discount_exceeds_value: {
    meaning: 'A discount is larger than what it lowers.',
    remedy: 'Lower the discount.',
    retry: false,
  },
  negative_total: {
    meaning: 'The order would come to less than nothing.',
    remedy: 'Correct the adjustments or discounts.',
    retry: false,
  },
  duplicate_id: {
    meaning: 'Two parts of the order carry the same id.',
    remedy: 'Give each its own id, or leave the ids out.',
    retry: false,
  },
  reference_unknown: {
    meaning: 'A part of the command names something that the order does not have.',
    remedy: 'Check the field that the pointer names.',
    retry: false,
  },
  gtin_invalid: {
    meaning: 'The GTIN has a wrong length or check digit.',
    remedy: 'Correct it or leave it out.',
    retry: false,
  },
  date_out_of_range: { meaning: 'The date lies before 1970 or after 2200.', remedy: 'Correct the date.', retry: false },
  product_incomplete: {
    meaning: 'Neither the line nor the catalogue gives a name or a price.',
    remedy: 'Send it with the line, or load the product first.',
    retry: false,
  },
  shipping_method_unknown: {
    meaning: 'The account has no shipping method of this code.',
    remedy: 'Load the method first, or send the price with the delivery.',
    retry: false,
  },
  nothing_to_sell: {
    meaning: 'The order has neither lines nor adjustments.',
    remedy: 'Send at least one of them.',
    retry: false,
  },
  too_many: {
    meaning: 'There is more of this than one order may hold.',
    remedy: 'Look at the limit in the details.',
    retry: false,
  },
  text_invalid: {
    meaning: 'A text holds characters that cannot be stored, such as NUL or half a surrogate pair.',
    remedy: 'Remove them.',
    retry: false,
  },
  insufficient_stock: {
    meaning: 'There are not enough pieces left at the place.',
    remedy: 'Lower the quantity or wait for supply.',
    retry: true,
  },
  stock_not_counted: {
    meaning: 'The product is counted, but not at this place.',
    remedy: 'Load its stock for the place, or name another.',
    retry: false,
  },
  payment_not_found: {
    meaning: 'The order has no payment of this id.',
    remedy: 'Use one of the ids in the details.',
    retry: false,
  },
  payment_not_pending: {
    meaning: 'The payment was settled, denied or cancelled before.',
    remedy: 'Read the order; the payment shows what became of it.',
    retry: false,
  },
  amount_exceeds_payment: {
    meaning: 'More would be approved than the payment is for.',
    remedy: 'Approve at most its amount.',
    retry: false,
  },
  cancellation_not_requested: {
    meaning: 'No cancellation request is open.',
    remedy: 'Request the cancellation first.',
    retry: true,
  },
  cancellation_request_unknown: {
    meaning: 'The open cancellation request has another id.',
    remedy: 'Use the id in the details.',
    retry: false,
  },
  cancellation_pending: {
    meaning: 'A cancellation request is open already.',
    remedy: 'Confirm or deny it.',
    retry: true,
  },
  order_invoiced: {
    meaning: 'At least part of the order is invoiced.',
    remedy: 'Issue a return invoice instead.',
    retry: false,
  },
  order_shipped: {
    meaning: 'At least part of the order has left the house.',
    remedy: 'Take it back as a return, or close the rest short.',
    retry: false,
  },
  order_cancelled: { meaning: 'The order is cancelled.', remedy: 'Nothing to do.', retry: false },
  invoice_exists: {
    meaning: 'Another invoice of this order carries the number.',
    remedy: 'Use another number; the same invoice again is accepted without effect.',
    retry: false,
  },
  invoice_exceeds_order: {
    meaning: 'The invoices would come to more than the order.',
    remedy: 'Invoice at most what the details say is left.',
    retry: false,
  },
  quantity_exceeds_ordered: {
    meaning: 'More pieces are named than the line has left.',
    remedy: 'Name at most what the details say is left.',
    retry: false,
  },
  package_exists: {
    meaning: 'Another package of this order carries the id.',
    remedy: 'Use another id, or leave it out.',
    retry: false,
  },
  package_not_found: {
    meaning: 'The order has no package of this id.',
    remedy: 'Use one of the ids in the details.',
    retry: false,
  },
  package_delivered: { meaning: 'The package was delivered.', remedy: 'Nothing to do.', retry: false },
  nothing_to_ship: { meaning: 'Every piece was sent or given up.', remedy: 'Nothing to do.', retry: false },
  return_before_invoice: {
    meaning: 'The order is not wholly invoiced.',
    remedy: 'Cancel what is not invoiced, or invoice the rest first.',
    retry: true,
  },
  return_exceeds_invoices: {
    meaning: 'The return invoices would come to more than the invoices.',
    remedy: 'Return at most what the details say is left.',
    retry: false,
  },
  quantity_exceeds_invoiced: {
    meaning: 'More pieces come back than were invoiced and not returned.',
    remedy: 'Name at most what the details say is left.',
    retry: false,
  },
  refund_exceeds_captured: {
    meaning: 'More would be refunded than was captured and not refunded.',
    remedy: 'Refund at most what the details say is left.',
    retry: false,
  },
  nothing_to_refund: { meaning: 'No money was taken, or all of it went back.', remedy: 'Nothing to do.', retry: false },
  status_unknown: {
    meaning: 'The status is not in the dictionary of the workflow.',
    remedy: 'Use one of the names in the details.',
    retry: false,
  },
  not_due_yet: {
    meaning: 'The window or deadline is not over.',
    remedy: 'Wait until the time in the details.',
    retry: true,
  },
  version_conflict: {
    meaning: 'The order was changed by others again and again while this was tried.',
    remedy: 'Try again.',
    retry: true,
  },
  idempotency_key_reused: {
    meaning: 'The key was used for another request.',
    remedy: 'Use a new key for a new request.',
    retry: false,
  },
  preview_not_found: {
    meaning: 'No preview of this token is open for the one who asks.',
    remedy: 'Make it again: a preview ends after 15 minutes, and only who made it may commit it.',
    retry: false,
  },
  preview_outdated: {
    meaning: 'The command would do something else by now than the preview showed.',
    remedy: 'Look at the difference, and preview it again.',
    retry: false,
  },
} as const;

export type RefusalCode = keyof typeof REFUSALS;

export interface Refusal {
  readonly refused: RefusalCode;
  /** JSON pointer into the command: `/lines/3/quantity`. */
  readonly pointer?: string;
  readonly details?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
  /** Of preview_outdated: pointers into the effects of the preview. */
  readonly difference?: readonly Difference[];
}

/** One place where two JSON values differ; a side that has nothing there is absent. */
export interface Difference {
  readonly pointer: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** A refusal of the catalogue, with the field it is about and the figures that explain it. */
export function refuse(refused: RefusalCode, pointer?: string, details?: Refusal['details']): Refusal {
  return { refused, ...(pointer === undefined ? {} : { pointer }), ...(details === undefined ? {} : { details }) };
}

export const isRefusal = (answer: object): answer is Refusal => 'refused' in answer;
