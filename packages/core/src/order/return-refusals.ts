import type { RefusalText } from './refusal-text.js';

/** What may stand against goods that come back: a part of the catalogue of `refusals.ts`. */
export const RETURN_REFUSALS = {
  returns_disabled: {
    meaning: 'The store takes no returns.',
    cause: 'The return policy of the store, or of its account, is switched off.',
    remedy: 'Switch it on; staff may make an exception for one return, with a reason.',
    retry: false,
  },
  order_status_not_allowed: {
    meaning: 'Orders in this status are not returned.',
    cause: 'The return policy names the statuses from which goods come back, and this is none of them.',
    remedy: 'Wait for such a status; staff may make an exception for one return, with a reason.',
    retry: true,
  },
  line_cancelled: {
    meaning: 'The line was cancelled.',
    cause: 'No piece of it was sold, so none can come back.',
    remedy: 'Leave the line out.',
    retry: false,
  },
  not_delivered: {
    meaning: 'No piece of it has arrived.',
    cause: 'The parcel is under way, or nobody has said that it arrived.',
    remedy: 'Wait for the delivery, or record it.',
    retry: true,
  },
  outside_return_window: {
    meaning: 'The time for returns is over.',
    cause: 'More days than the return policy gives went by since the last delivery of the order.',
    remedy: 'Staff may make an exception for one return, with a reason.',
    retry: false,
  },
  nothing_left_to_return: {
    meaning: 'Every piece that arrived came back, or is in a return.',
    cause: 'Other returns or return invoices took all pieces of the line.',
    remedy: 'Look at the returns of the order; one that is withdrawn or declined gives its pieces free.',
    retry: false,
  },
  return_quantity_unavailable: {
    meaning: 'More pieces are to come back than arrived and are free.',
    cause: 'Pieces are in other returns, came back before, or have not arrived.',
    remedy: 'Ask for at most what the details say is available.',
    retry: false,
  },
  return_quantity_exceeded: {
    meaning: 'More pieces are named than the step before left.',
    cause: 'No more can be authorised than was asked for, received than authorised, inspected than received.',
    remedy: 'Name at most what the details say is left.',
    retry: false,
  },
  return_names_no_pieces: {
    meaning: 'The command names no piece.',
    cause: 'It has no items, or all of them count nothing; or nothing is left for it to be about.',
    remedy: 'Name the pieces. A return of which nothing may come back is declined.',
    retry: false,
  },
  return_reason_unknown: {
    meaning: 'The account has no active reason of this code for this use.',
    cause: 'The code is mistyped, was switched off, or is of the other use.',
    remedy: 'Use one of the codes in the details, or add the reason to the settings.',
    retry: false,
  },
  return_comment_needed: {
    meaning: 'This reason needs a comment.',
    cause: 'The settings say that nobody gives the reason without a word of their own.',
    remedy: 'Add a comment.',
    retry: false,
  },
  return_not_found: {
    meaning: 'The order has no such return, or no return invoice of this number.',
    cause: 'The id or the number is mistyped, or the number is that of a sales invoice.',
    remedy: 'Use one of those in the details.',
    retry: false,
  },
  return_in_other_state: {
    meaning: 'The return is in a state that does not allow this.',
    cause: 'It was decided, withdrawn, settled or closed before, or the goods have not come so far.',
    remedy: 'Look at its state; the details name those in which it is possible.',
    retry: false,
  },
  restocking_fee_exceeds_value: {
    meaning: 'The shop would keep all that the goods are worth, or more.',
    cause: 'The restocking fee is not below the value of the accepted pieces.',
    remedy: 'Keep less, or reject the pieces.',
    retry: false,
  },
  pieces_in_return: {
    meaning: 'Pieces of this line are in a return that is under way.',
    cause: 'The return invoice stands beside the return, and together they would take more pieces than there are.',
    remedy: 'Settle the return, which issues its own return invoice, or close or withdraw it first.',
    retry: true,
  },
  return_exchange_misplaced: {
    meaning: 'What is given in exchange was named, and exchange was not chosen.',
    cause: 'The member `exchange` goes with the resolution `exchange` and no other.',
    remedy: 'Choose the resolution `exchange`, or leave the member out.',
    retry: false,
  },
  store_credit_needs_customer: {
    meaning: 'Store credit belongs to a customer, and the order has none.',
    cause: 'The buyer was named by an address alone when the order was placed.',
    remedy: 'Choose another resolution: give the money back, or exchange the goods.',
    retry: false,
  },
  refund_goes_other_way: {
    meaning: 'This refund does not go back to its payment, so nobody answers for it.',
    cause: 'It became store credit, or paid an order in exchange; both are in our own books.',
    remedy:
      'Store credit is given within seconds. Where it is not, its task stands among those that failed, and is started again there.',
    retry: false,
  },
  exchange_linked: {
    meaning: 'An order that is linked to a seller’s or a marketplace’s is not exchanged.',
    cause: 'The replacement would need a seller who accepts it.',
    remedy: 'Give the money back or store credit, and place a new order.',
    retry: false,
  },
  exchange_not_permitted: {
    meaning: 'An exchange places an order, and who asked may place none.',
    cause: 'The permission that the details name is missing.',
    remedy: 'Ask somebody who holds it, or choose another resolution.',
    retry: false,
  },
  exchange_exceeds_worth: {
    meaning: 'What is given in exchange costs more than the goods that came back are worth.',
    cause: 'Nothing says how the buyer pays the difference; the details name it.',
    remedy: 'Name a payment for the difference, or let it be due on account.',
    retry: false,
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
