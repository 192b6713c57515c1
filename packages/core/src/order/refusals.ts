import { CONSIGNMENT_REFUSALS } from '../consignment/consignment-refusals.js';
import { EDIT_REFUSALS } from './edit-refusals.js';
import { DOCUMENT_REFUSALS } from './document-refusals.js';
import { HOLD_REFUSALS } from './hold-refusals.js';
import { PAPER_REFUSALS } from './paper-refusals.js';
import { PAYMENT_REFUSALS } from './payment-refusals.js';
import { PRICING_REFUSALS } from './pricing-refusals.js';
import { RETURN_REFUSALS } from './return-refusals.js';
import type { RefusalText } from './refusal-text.js';
import { SHIPMENT_REFUSALS } from './shipment-refusals.js';
import { TAX_REFUSALS } from './tax-refusals.js';

/**
 * Every way in which Docket says no. The code is stable and public, and has a page of its own.
 * Order of precedence inside one decision: shape, existence, step, then money, stock.
 */
export const REFUSALS = {
  order_not_found: {
    meaning: 'No order has this id in the account.',
    cause: 'The id is mistyped, or the order lies in another account than the one of the credentials.',
    remedy: 'Check the id, and which account the key belongs to.',
    retry: false,
  },
  order_exists: {
    meaning: 'An order with this id is there already.',
    cause: 'The group and position of the placement were given out before.',
    remedy: 'Use another id, or read the order that is there.',
    retry: false,
  },
  external_id_taken: {
    meaning: 'Another order carries this external id of the same source.',
    cause: 'The same order came in twice, or two systems share the name of a source.',
    remedy: 'Read the order found under the external id.',
    retry: false,
  },
  order_deleted: {
    meaning: 'The order is deleted.',
    cause: 'Somebody deleted the order; it is kept and hidden.',
    remedy: 'Restore it first.',
    retry: false,
  },
  order_not_deleted: {
    meaning: 'The order is not deleted.',
    cause: 'The order was restored before, or was never deleted.',
    remedy: 'Nothing to do.',
    retry: false,
  },
  order_forgotten: {
    meaning: 'The person behind this order was forgotten; nothing personal can be added to it.',
    cause: 'A note, a log entry or the like holds text about a person, and this order may hold none any more.',
    remedy: 'Leave out the personal part.',
    retry: false,
  },
  not_in_this_step: {
    meaning: 'The order is in a step that does not allow this.',
    cause:
      'The workflow has moved on, or has not come so far: a timer, a person or the other side moved the order meanwhile.',
    remedy: 'Look at what is allowed now; some steps end by themselves.',
    retry: true,
  },
  not_this_actor: {
    meaning: 'The step allows this, but not to the one who asks.',
    cause: 'The credentials speak for another side than the one that the workflow waits for.',
    remedy: 'Let a person or system with that part ask.',
    retry: false,
  },
  placement_not_complete: {
    meaning: 'Payment has not begun, so the order is not in its workflow yet.',
    cause: 'The order was placed as incomplete, and its payment was not begun since.',
    remedy: 'Complete the placement first.',
    retry: true,
  },
  placement_complete: {
    meaning: 'The placement was completed before.',
    cause: 'The payment began before, often by the same request sent twice.',
    remedy: 'Nothing to do.',
    retry: false,
  },
  number_template_invalid: {
    meaning: 'Numbers cannot be made by this template.',
    cause: 'A place holder is mistyped, or the template gives two orders one number.',
    remedy:
      'Use letters, digits and - _ . / #, with {sequence} or {group} and {position}; the problem is in the details.',
    retry: false,
  },
  order_number_taken: {
    meaning: 'Another order has the displayed number that the template gives.',
    cause: 'The template was changed to one that gives earlier numbers again.',
    remedy: 'Change the template of the account or the store so that its numbers are new.',
    retry: false,
  },
  store_unknown: {
    meaning: 'The account has no such store that takes orders, or the channel belongs to another one.',
    cause: 'The name is mistyped, or the store was made inactive.',
    remedy: 'Use an active store, or add it in the settings first.',
    retry: true,
  },
  channel_unknown: {
    meaning: 'The account has no such channel that takes orders.',
    cause: 'The name is mistyped, or the channel was made inactive.',
    remedy: 'Use an active channel, or add it in the settings first.',
    retry: true,
  },
  stock_place_unknown: {
    meaning: 'The account has no such stock place that takes claims.',
    cause: 'The name is mistyped, or the place was made inactive.',
    remedy: 'Use an active place, or add it in the settings first.',
    retry: true,
  },
  workflow_unknown: {
    meaning: 'There is no workflow of this name.',
    cause: 'The name is mistyped, or is not one that this order may be placed in.',
    remedy: 'Use one of the names in the details.',
    retry: false,
  },
  currency_unknown: {
    meaning: 'The currency is not an active ISO 4217 code.',
    cause: 'The code is written in small letters, is no currency, or is one that is no longer in use.',
    remedy: 'Send a code such as EUR.',
    retry: false,
  },
  amount_invalid: {
    meaning: 'The amount is not a whole number of minor units within the limits.',
    cause: 'A decimal number or a text was sent, or a negative amount where none can be.',
    remedy: 'Send an integer; 12.34 EUR is 1234.',
    retry: false,
  },
  amount_too_large: {
    meaning: 'The line or total goes beyond what can be counted exactly.',
    cause: 'Quantity times price goes beyond 2^53 minor units.',
    remedy: 'Lower the quantity or price, or split the order.',
    retry: false,
  },
  totals_mismatch: {
    meaning: 'The sums sent do not agree with the lines, discounts, shipping, tax and adjustments.',
    cause: 'The sender rounds in another way, or leaves out a discount, a tax or the shipping.',
    remedy: 'Compare with the figures in the details.',
    retry: false,
  },
  discount_exceeds_value: {
    meaning: 'A discount is larger than what it lowers.',
    cause: 'A unit discount is above the unit price, or the discounts of the order are above its items.',
    remedy: 'Lower the discount.',
    retry: false,
  },
  negative_total: {
    meaning: 'The order would come to less than nothing.',
    cause: 'The adjustments take away more than the order comes to.',
    remedy: 'Correct the adjustments or discounts.',
    retry: false,
  },
  duplicate_id: {
    meaning: 'Two parts of the order carry the same id.',
    cause: 'Two lines, deliveries, payments or discounts were sent with one id.',
    remedy: 'Give each its own id, or leave the ids out.',
    retry: false,
  },
  reference_unknown: {
    meaning: 'A part of the command names something that the order does not have.',
    cause: 'A line, delivery or order is named by an id that was not sent or is not there.',
    remedy: 'Check the field that the pointer names.',
    retry: false,
  },
  gtin_invalid: {
    meaning: 'The GTIN has a wrong length or check digit.',
    cause: 'A digit is wrong, or leading zeros were lost on the way, as spreadsheets lose them.',
    remedy: 'Correct it or leave it out.',
    retry: false,
  },
  date_out_of_range: {
    meaning: 'The date lies before 1970 or after 2200.',
    cause: 'The date was counted in another unit, or its year is mistyped.',
    remedy: 'Correct the date.',
    retry: false,
  },
  product_incomplete: {
    meaning: 'Neither the line nor the catalogue gives a name or a price.',
    cause: 'The product is not in the catalogue, or has no price in the currency of the order.',
    remedy: 'Send it with the line, or load the product first.',
    retry: false,
  },
  shipping_method_unknown: {
    meaning: 'The account has no shipping method of this code.',
    cause: 'The code is mistyped, or the method was not loaded into this account.',
    remedy: 'Load the method first, or send the price with the delivery.',
    retry: false,
  },
  nothing_to_sell: {
    meaning: 'The order has neither lines nor adjustments.',
    cause: 'The list of lines came empty.',
    remedy: 'Send at least one of them.',
    retry: false,
  },
  too_many: {
    meaning: 'There is more of this than one order may hold.',
    cause: 'The list in the request, with what the order has already, is longer than the limit.',
    remedy: 'Look at the limit in the details.',
    retry: false,
  },
  text_invalid: {
    meaning: 'A text holds characters that cannot be stored, such as NUL or half a surrogate pair.',
    cause: 'The text was cut in the middle of a character, or binary data was sent as text.',
    remedy: 'Remove them.',
    retry: false,
  },
  insufficient_stock: {
    meaning: 'There are not enough pieces left at the place.',
    cause: 'Other orders hold the pieces, or fewer were counted than are asked for.',
    remedy: 'Lower the quantity or wait for supply.',
    retry: true,
  },
  stock_not_counted: {
    meaning: 'The product is counted, but not at this place.',
    cause: 'The product was never counted at this place, or the place is mistyped.',
    remedy: 'Load its stock for the place, or name another.',
    retry: false,
  },
  payment_not_found: {
    meaning: 'The order has no payment of this id.',
    cause: 'The id is mistyped, or is that of another order.',
    remedy: 'Use one of the ids in the details.',
    retry: false,
  },
  payment_not_pending: {
    meaning: 'The payment was settled, denied or cancelled before.',
    cause: 'The provider or a person answered before; often the same message came twice.',
    remedy: 'Read the order; the payment shows what became of it.',
    retry: false,
  },
  amount_exceeds_payment: {
    meaning: 'More would be approved than the payment is for.',
    cause: 'The provider authorised more than the payment asked for.',
    remedy: 'Approve at most its amount.',
    retry: false,
  },
  cancellation_not_requested: {
    meaning: 'No cancellation request is open.',
    cause: 'Nobody asked for a cancellation, or the request was answered before.',
    remedy: 'Request the cancellation first.',
    retry: true,
  },
  cancellation_request_unknown: {
    meaning: 'The open cancellation request has another id.',
    cause: 'The request was answered and another one was opened since.',
    remedy: 'Use the id in the details.',
    retry: false,
  },
  cancellation_pending: {
    meaning: 'A cancellation request is open already.',
    cause: 'Somebody asked before, and the seller has not answered yet.',
    remedy: 'Confirm or deny it.',
    retry: true,
  },
  order_invoiced: {
    meaning: 'At least part of the order is invoiced.',
    cause: 'The goods are on an invoice, and what is invoiced is not cancelled.',
    remedy: 'Issue a return invoice instead.',
    retry: false,
  },
  order_shipped: {
    meaning: 'At least part of the order has left the house.',
    cause: 'A package has left, and what is under way is not cancelled.',
    remedy: 'Take it back as a return, or close the rest short; where invoices decide, invoice first what was sent.',
    retry: false,
  },
  order_cancelled: {
    meaning: 'The order is cancelled.',
    cause: 'The buyer, a person, the payment or a timer cancelled it.',
    remedy: 'Nothing to do.',
    retry: false,
  },
  ...PAPER_REFUSALS,
  ...RETURN_REFUSALS,
  ...SHIPMENT_REFUSALS,
  ...CONSIGNMENT_REFUSALS,
  ...PAYMENT_REFUSALS,
  nothing_to_refund: {
    meaning: 'No money was taken, or all that is owed went back.',
    cause: 'The payment was only authorised, or everything was refunded before.',
    remedy: 'Nothing to do.',
    retry: false,
  },
  ...HOLD_REFUSALS,
  status_unknown: {
    meaning: 'The status is not in the dictionary of the workflow.',
    cause: 'The label is mistyped, or belongs to another workflow.',
    remedy: 'Use one of the names in the details.',
    retry: false,
  },
  ...DOCUMENT_REFUSALS,
  not_due_yet: {
    meaning: 'The window or deadline is not over.',
    cause: 'A timer was asked to end early.',
    remedy: 'Wait until the time in the details.',
    retry: true,
  },
  version_conflict: {
    meaning: 'The order was changed by others again and again while this was tried.',
    cause: 'Many writers work on this one order at the same time.',
    remedy: 'Try again.',
    retry: true,
  },
  idempotency_key_reused: {
    meaning: 'The key was used for another request.',
    cause: 'The key is made of something that is not unique, or the body changed between two tries.',
    remedy: 'Use a new key for a new request.',
    retry: false,
  },
  preview_not_found: {
    meaning: 'No preview of this token is open for the one who asks.',
    cause: 'The token is mistyped, was committed before, or is older than 15 minutes.',
    remedy: 'Make it again: a preview ends after 15 minutes, and only who made it may commit it.',
    retry: false,
  },
  preview_outdated: {
    meaning: 'The command would do something else by now than the preview showed.',
    cause: 'The order, its stock or a price changed between the two.',
    remedy: 'Look at the difference, and preview it again.',
    retry: false,
  },
  ...PRICING_REFUSALS,
  ...EDIT_REFUSALS,
  ...TAX_REFUSALS,
} as const satisfies Readonly<Record<string, RefusalText>>;

export type RefusalCode = keyof typeof REFUSALS;

export interface Refusal {
  readonly refused: RefusalCode;
  /** JSON pointer into the command: `/lines/3/quantity`. */
  readonly pointer?: string;
  readonly details?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
  /** The linked order that refused, where it was not the one that was asked. */
  readonly linked?: string;
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
