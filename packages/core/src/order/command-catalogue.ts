import type { OUTSIDE_COMMANDS } from './allowed.js';
import type { CommandName } from './commands.js';
import { EDIT_CATALOGUE } from './edit-catalogue.js';
import { PAYMENT_CATALOGUE } from './payment-catalogue.js';
import type { RefusalCode } from './refusals.js';
import { RETURN_COMMANDS } from './return-catalogue.js';
import { SHIPMENT_CATALOGUE } from './shipment-catalogue.js';

/** What a person or a connected system may ask, in words: the description of the routes is made from it. */
export interface DescribedCommand {
  readonly does: string;
  /** What it may be refused with beside `REFUSALS_OF_ALL`; `histories.test.ts` compares with what happens. */
  readonly refusals: readonly RefusalCode[];
  /** True: it is decided on settings of the account, which its commit must find as they were read. */
  readonly readsSettings?: true;
  /**
   * True: what is so already has no effect, and what is so may be of a person. A preview would tell by it, and leave no trace,
   * so it is for who may see people.
   */
  readonly comparesPersonal?: true;
}

/** What any command on an order may be refused with. */
export const REFUSALS_OF_ALL = [
  'order_not_found',
  'order_deleted',
  'not_in_this_step',
  'not_this_actor',
  'version_conflict',
  'idempotency_key_reused',
] as const satisfies readonly RefusalCode[];

/** What stands against everything that moves an order outside its workflow. */
const OUTSIDE_WORKFLOW = ['placement_not_complete', 'order_cancelled'] as const;
/** The same of what a hold may block. */
const OUTSIDE_OR_HELD = [...OUTSIDE_WORKFLOW, 'on_hold'] as const;
const OPEN_REQUEST = ['cancellation_not_requested', 'order_shipped'] as const;
const ITEMS = ['reference_unknown', 'too_many'] as const;

export const COMMAND_CATALOGUE: Readonly<Record<'place' | (typeof OUTSIDE_COMMANDS)[number], DescribedCommand>> = {
  place: {
    readsSettings: true,
    does: 'Takes a new order: fills in what the catalogue knows, counts its money, starts its workflow and claims its stock. An order that names no payment is sold on account: it waits for none, and the whole total is due.',
    refusals: [
      'workflow_unknown',
      'currency_unknown',
      'too_many',
      'nothing_to_sell',
      'duplicate_id',
      'reference_unknown',
      'product_incomplete',
      'gtin_invalid',
      'shipping_method_unknown',
      'date_out_of_range',
      'amount_invalid',
      'amount_too_large',
      'discount_exceeds_value',
      'negative_total',
      'totals_mismatch',
      'order_exists',
      'external_id_taken',
      'insufficient_stock',
      'stock_not_counted',
      'promotion_used_up',
      'coupon_used_up',
      'card_number_refused',
      'tax_refused',
      'tax_unreachable',
    ],
  },
  complete_placement: {
    does: 'Payment has begun: the order enters its workflow. Payments named now take the place of those placed.',
    refusals: [
      'placement_complete',
      'order_cancelled',
      'too_many',
      'duplicate_id',
      'amount_invalid',
      'date_out_of_range',
      'card_number_refused',
    ],
  },
  approve_payment: {
    does: 'Says that a payment is good, wholly or for a smaller amount. The approval that completes the payments moves the order on and confirms its stock; money of a payment that is captured on approval counts as taken, or its provider is asked to take it. Of a payment that has ended, with its order or before it, what its provider held is given up at once, and what it took goes back.',
    refusals: [
      'payment_not_found',
      'payment_not_pending',
      'amount_invalid',
      'amount_exceeds_payment',
      ...OUTSIDE_OR_HELD,
    ],
  },
  deny_payment: {
    does: 'Says that a payment failed. Where the workflow says so, the order ends cancelled and gives back its stock.',
    refusals: ['payment_not_found', 'payment_not_pending', ...OUTSIDE_OR_HELD],
  },
  notify_payment: {
    does: 'Says that the money of a payment has come in: an approval in full, as a bank or a marketplace sends it.',
    refusals: ['payment_not_found', 'payment_not_pending', ...OUTSIDE_OR_HELD],
  },
  request_cancellation: {
    does: 'Asks to cancel. Before handling has begun the order is cancelled at once; later the request waits for the decision of the seller.',
    refusals: ['cancellation_pending', 'order_invoiced', 'order_shipped', 'too_many', ...OUTSIDE_OR_HELD],
  },
  confirm_cancellation: {
    does: 'Answers the open cancellation request with yes: nothing is owed, nothing is held, what was taken goes back.',
    refusals: [...OPEN_REQUEST, ...OUTSIDE_OR_HELD],
  },
  deny_cancellation: {
    does: 'Answers the open cancellation request with no: both sides go back to where they were.',
    refusals: ['cancellation_not_requested', 'cancellation_request_unknown', ...OUTSIDE_WORKFLOW],
  },
  accept_order: {
    does: 'The seller takes the order: the marketplace side stops waiting for it.',
    refusals: OUTSIDE_OR_HELD,
  },
  authorise_fulfilment: {
    does: 'The marketplace releases the order to be fulfilled: it is paid there, so the claimed stock of the seller is confirmed.',
    refusals: OUTSIDE_OR_HELD,
  },
  start_handling: { does: 'Somebody begins to pick and pack.', refusals: OUTSIDE_OR_HELD },
  issue_invoice: {
    does: 'Records a sales invoice. The invoice that brings the sum to the total of the order completes it; money authorised for capture on invoice is taken, and where the workflow says so the pieces leave the shelf. The same number with the same content again changes nothing.',
    refusals: [
      'invoice_exists',
      'amount_invalid',
      'invoice_exceeds_order',
      'quantity_exceeds_ordered',
      'package_exists',
      'nothing_to_ship',
      'date_out_of_range',
      ...ITEMS,
      ...OUTSIDE_OR_HELD,
    ],
  },
  send_package: {
    readsSettings: true,
    does: 'A parcel leaves the house with all that is left, with what a shipment has left, or with the items named. In workflows that ship without invoice this is what takes the pieces off the shelf.',
    refusals: [
      'package_exists',
      'nothing_to_ship',
      'quantity_exceeds_ordered',
      'shipment_not_found',
      'shipment_cancelled',
      'shipment_in_consignment',
      'quantity_exceeds_shipment',
      'date_out_of_range',
      ...ITEMS,
      ...OUTSIDE_OR_HELD,
    ],
  },
  update_package: {
    readsSettings: true,
    does: 'Fills in what the carrier said later.',
    refusals: ['package_not_found', 'date_out_of_range', ...OUTSIDE_WORKFLOW],
  },
  track_package: {
    does: 'Adds what the carrier saw, and whether the parcel arrived. When it is the last one, the order has arrived.',
    refusals: [
      'package_not_found',
      'package_delivered',
      'package_returned',
      'date_out_of_range',
      'too_many',
      ...OUTSIDE_WORKFLOW,
    ],
  },
  ...SHIPMENT_CATALOGUE,
  mark_delivered: {
    does: 'Everything arrived, with or without word from a carrier. Where parcels take goods off the shelf, invoiced pieces that went in none are counted as handed over and leave it now. An order that arrived while that was not counted yet takes it once more, for those pieces, and keeps its day.',
    refusals: ['package_delivered', 'date_out_of_range', ...OUTSIDE_WORKFLOW],
  },
  issue_return_invoice: {
    does: 'Takes goods or value back after the sale and refunds over the payments that were captured, in proportion. Where the workflow invoices, the order must be wholly invoiced first. The same number with the same content again changes nothing.',
    refusals: [
      'return_before_invoice',
      'invoice_exists',
      'amount_invalid',
      'return_exceeds_invoices',
      'quantity_exceeds_invoiced',
      'pieces_in_return',
      'refund_exceeds_captured',
      'date_out_of_range',
      ...ITEMS,
      ...OUTSIDE_OR_HELD,
    ],
  },
  track_return: {
    does: 'Adds what is known of the parcel that brings goods back: its carrier and number, what the carrier saw, and whether it arrived.',
    refusals: ['return_not_found', 'package_delivered', 'date_out_of_range', 'too_many'],
  },
  ...RETURN_COMMANDS,
  ...PAYMENT_CATALOGUE,
  close_short: {
    does: 'Sells no more of the order than was sent (or, where invoices decide, than was invoiced): the rest is cancelled with its share of discount, shipping, tax and adjustments, what was paid for it goes back, and what was authorised for it is given up.',
    refusals: ['nothing_to_ship', 'order_invoiced', 'order_shipped', ...OUTSIDE_OR_HELD],
  },
  set_status: {
    does: 'Gives a freely labelled order another label. What a label means is done with it: "paid" approves the payments that wait, "sent" sends what is left, "cancelled" ends the order. What stands against the meaning stands against the label.',
    refusals: ['status_unknown', 'order_shipped', 'order_invoiced', ...OUTSIDE_OR_HELD],
  },
  add_document: {
    readsSettings: true,
    does: 'Adds a document of a type that the account made, under the order or one of its documents. Its number comes from the series of the type unless one is sent.',
    refusals: [
      'document_type_unknown',
      'too_many',
      'parent_unknown',
      'document_status_unknown',
      'amount_invalid',
      'document_exists',
      'custom_field_invalid',
      'order_forgotten',
    ],
  },
  change_document: {
    readsSettings: true,
    comparesPersonal: true,
    does: 'Changes what is named of such a document: status, approval, amount, outer id, comment, fields. Null takes a value away; what is so already has no effect.',
    refusals: [
      'document_not_found',
      'document_cancelled',
      'document_type_unknown',
      'document_status_unknown',
      'document_status_forbidden',
      'document_locked',
      'amount_invalid',
      'custom_field_invalid',
      'too_many',
      'order_forgotten',
    ],
  },
  cancel_document: {
    does: 'Ends such a document. It stays where it is, and nothing of it changes any more.',
    refusals: ['document_not_found', 'order_forgotten'],
  },
  set_custom_fields: {
    readsSettings: true,
    comparesPersonal: true,
    does: 'Sets fields that the account defined for orders, lines or built-in documents. Null takes a value away; what is so already has no effect.',
    refusals: ['target_unknown', 'custom_field_invalid', 'too_many', 'order_forgotten'],
  },
  mark_document: {
    comparesPersonal: true,
    does: 'Says of a built-in document that it is approved or not, its id in another system, and a comment. It decides nothing; what is so already has no effect.',
    refusals: ['document_not_found', 'order_forgotten'],
  },
  ...EDIT_CATALOGUE,
  add_note: { does: 'Adds a note for people. It decides nothing.', refusals: ['order_forgotten', 'too_many'] },
  add_log_entry: {
    does: 'Adds an entry that another system makes. It decides nothing.',
    refusals: ['order_forgotten', 'too_many'],
  },
  change_tags: { does: 'Adds tags and removes others; what is so already has no effect.', refusals: ['too_many'] },
  assign: { does: 'Gives the order to somebody, or takes it from whoever has it.', refusals: [] },
  place_hold: {
    readsSettings: true,
    does: 'Makes a part of the work wait: what the hold blocks is refused until it is released or ends by itself. It stands on the order, on a line or on a document; what is left out is taken from its type.',
    refusals: ['hold_type_unknown', 'reference_unknown', 'date_out_of_range', 'hold_over_already', 'too_many'],
  },
  release_hold: {
    does: 'Lets the work go on. A timer that the hold kept waiting and that is due by now runs at once.',
    refusals: ['hold_not_found', 'release_not_permitted'],
  },
  delete_order: { does: 'Hides the order from lists; it can be restored, and nothing of it is lost.', refusals: [] },
  restore_order: { does: 'Brings a deleted order back as it was.', refusals: ['order_not_deleted'] },
};

/** What the catalogue says of a command; undefined for those that only the house sends. */
export const described = (command: CommandName): DescribedCommand | undefined =>
  Object.hasOwn(COMMAND_CATALOGUE, command) ? COMMAND_CATALOGUE[command as keyof typeof COMMAND_CATALOGUE] : undefined;
