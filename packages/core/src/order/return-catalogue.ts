import type { DescribedCommand } from './command-catalogue.js';
import type { ReturnCommand } from './return-commands.js';

const NAMED_RETURN = ['return_not_found', 'return_in_other_state'] as const;
const PIECES = ['duplicate_id', 'reference_unknown', 'return_quantity_exceeded', 'return_names_no_pieces'] as const;

/** What commands on returns do, in words: a part of `command-catalogue.ts`. */
export const RETURN_COMMANDS: Readonly<Record<ReturnCommand['type'], DescribedCommand>> = {
  request_return: {
    readsSettings: true,
    does: 'Asks to send goods back, with a reason for each line. No goods, money or stock move by it; the pieces cannot be asked for twice. Staff may make an exception from the policy of the store, never from the number of pieces.',
    refusals: [
      'too_many',
      'return_names_no_pieces',
      'duplicate_id',
      'reference_unknown',
      'return_reason_unknown',
      'return_comment_needed',
      'returns_disabled',
      'order_status_not_allowed',
      'line_cancelled',
      'not_delivered',
      'outside_return_window',
      'nothing_left_to_return',
      'return_quantity_unavailable',
    ],
  },
  authorise_return: {
    does: 'Says which of the requested pieces may come back: all of them where none is named. The others may be asked for again.',
    refusals: [...NAMED_RETURN, ...PIECES],
  },
  decline_return: { does: 'Says that nothing of the request may come back.', refusals: NAMED_RETURN },
  withdraw_return: { does: 'Takes a request back, as long as nothing came.', refusals: NAMED_RETURN },
  receive_return: {
    does: 'Counts what came at the door, wholly or parcel by parcel. What is received is not accepted yet.',
    refusals: [...NAMED_RETURN, ...PIECES, 'too_many'],
  },
  inspect_return: {
    readsSettings: true,
    does: 'Accepts or rejects received pieces, and puts accepted ones back on their shelf where that is said. This is what moves stock; the settlement does not.',
    refusals: [
      ...NAMED_RETURN,
      'reference_unknown',
      'return_quantity_exceeded',
      'return_reason_unknown',
      'return_names_no_pieces',
      'too_many',
    ],
  },
  settle_return: {
    readsSettings: true,
    does: 'Gives back what the accepted pieces were sold for, with their share of the shipping where that is said, less a restocking fee: issues the return invoice and refunds over the payments that were captured, in one step. What goes back is money, store credit of the customer, or an order that is placed in exchange for the same buyer, with what the pieces are worth as its payment.',
    refusals: [
      ...NAMED_RETURN,
      'amount_invalid',
      'restocking_fee_exceeds_value',
      'quantity_exceeds_invoiced',
      'return_before_invoice',
      'invoice_exists',
      'refund_exceeds_captured',
      'too_many',
      'placement_not_complete',
      'order_cancelled',
      'on_hold',
      'return_exchange_misplaced',
      'nothing_to_refund',
      'store_credit_needs_customer',
      'exchange_linked',
      'exchange_not_permitted',
      'exchange_exceeds_worth',
      'order_forgotten',
      'nothing_to_sell',
      'reference_unknown',
      'product_incomplete',
      'store_unknown',
      'channel_unknown',
      'workflow_unknown',
      'stock_place_unknown',
      'shipping_method_unknown',
      'amount_too_large',
      'discount_exceeds_value',
      'insufficient_stock',
      'stock_not_counted',
      'promotion_used_up',
      'tax_refused',
      'tax_unreachable',
    ],
  },
  close_return: {
    does: 'Ends a return with which nothing more will be done: goods never came, or were not accepted.',
    refusals: NAMED_RETURN,
  },
};
