import type { DescribedCommand } from './command-catalogue.js';
import type { PaymentCommand } from './payment-commands.js';

const SETTLED = ['amount_invalid', 'already_settled'] as const;
const FAILED = ['not_failed'] as const;

/** What may be asked of payments and of the money that moves on them, in words. */
export const PAYMENT_CATALOGUE: Readonly<Record<PaymentCommand['type'], DescribedCommand>> = {
  capture_payment: {
    does: 'Takes what a payment has authorised, all of it or a part. `final`: what is left of the authorisation is given up. A provider is asked for it and the capture settles with its answer; of any other payment the money has moved.',
    refusals: [
      'payment_not_found',
      'nothing_to_capture',
      'amount_invalid',
      'capture_exceeds_authorised',
      'not_in_parts',
      'order_cancelled',
      'on_hold',
    ],
  },
  void_payment: {
    does: 'Gives up what a payment has authorised, all of it or a part. A provider is asked for it and the void settles with its answer.',
    refusals: [
      'payment_not_found',
      'nothing_to_void',
      'amount_invalid',
      'capture_exceeds_authorised',
      'not_in_parts',
      'on_hold',
    ],
  },
  begin_payment: {
    does: 'Records the session that a provider has opened: the page on which the buyer pays, what it knows the means of payment by, and its id. It may be opened again until somebody answers for the payment.',
    refusals: ['payment_not_found', 'payment_not_pending', 'card_number_refused', 'order_cancelled', 'on_hold'],
  },
  add_payment: {
    readsSettings: true,
    does: 'Adds a payment to an order that still owes: at most what is due and no other payment stands for. It may be answered in any step.',
    refusals: [
      'too_many',
      'amount_invalid',
      'date_out_of_range',
      'card_number_refused',
      'reference_unknown',
      'nothing_due',
      'amount_exceeds_due',
      'placement_not_complete',
      'order_cancelled',
      'on_hold',
    ],
  },
  cancel_payment: {
    does: 'Ends a payment that nobody has answered: its provider is told to close its page, and what is paid all the same goes back. Where those that are left are approved and cover the order, it moves on.',
    refusals: ['payment_not_found', 'payment_not_pending', 'on_hold'],
  },
  book_payment: {
    does: 'Brings an approved payment to what its provider says: answers that were lost to what was asked of it, and captures, voids and refunds that were made at the provider itself, each as a document of its own. The provider is asked what stands, in a preview too, and moves nothing for it; of a payment that has ended what was taken goes back, and what is held is given up. A refund that was made there lets the buyer off beyond what was paid too much.',
    refusals: [
      'payment_not_found',
      'provider_knows_nothing',
      'provider_unreachable',
      'nothing_to_book',
      'already_settled',
      'capture_exceeds_authorised',
      'refund_exceeds_captured',
    ],
  },
  refund: {
    does: 'Gives money back without goods: for the pieces and the shipping that it names, at exactly what they were sold at; beyond them money paid too much goes first, and the rest is credited as goodwill. Without an amount it is for what it names, or for all that can go back; over the payments in proportion, or over the one that it names. A full refund of an order that was paid and not sent ends it where its workflow says so.',
    refusals: [
      'nothing_to_refund',
      'payment_not_found',
      'amount_invalid',
      'reference_unknown',
      'refund_exceeds_sold',
      'refund_exceeds_captured',
      'not_in_parts',
      'placement_not_complete',
      'order_cancelled',
      'on_hold',
    ],
  },
  settle_capture: {
    does: 'Says that the provider has taken the money of a capture, wholly or for another amount. One that failed or was given up meanwhile is booked all the same. The same again changes nothing.',
    refusals: ['capture_not_found', ...SETTLED],
  },
  settle_void: {
    does: 'Says that the provider has given up an authorisation. The same again changes nothing.',
    refusals: ['void_not_found', ...SETTLED],
  },
  settle_refund: {
    does: 'Says that the provider has given money back, wholly or for another amount. One that failed or was given up meanwhile is booked all the same. The same again changes nothing.',
    refusals: ['refund_not_found', 'refund_goes_other_way', ...SETTLED],
  },
  fail_capture: {
    does: 'Says that a capture did not work. What was asked for is authorised again. `reversed`: it had settled, and the provider takes that back.',
    refusals: ['capture_not_found', 'already_settled'],
  },
  fail_void: {
    does: 'Says that an authorisation could not be given up: it stands. `reversed`: it had settled, and the provider takes that back.',
    refusals: ['void_not_found', 'already_settled'],
  },
  fail_refund: {
    does: 'Says that a refund did not work: it no longer counts. `reversed`: it had settled, and the money has come back.',
    refusals: ['refund_not_found', 'refund_goes_other_way', 'already_settled'],
  },
  retry_capture: {
    does: 'Asks again for a capture that failed. It stays the same document.',
    refusals: ['capture_not_found', 'capture_exceeds_authorised', 'order_cancelled', 'on_hold', ...FAILED],
  },
  retry_void: {
    does: 'Asks again for a void that failed. It stays the same document.',
    refusals: ['void_not_found', 'capture_exceeds_authorised', ...FAILED],
  },
  retry_refund: {
    does: 'Asks again for a refund that failed. It stays the same document, so nothing goes back twice.',
    refusals: [
      'refund_not_found',
      'refund_exceeds_captured',
      'refund_exceeds_sold',
      'nothing_to_refund',
      'on_hold',
      ...FAILED,
    ],
  },
  abandon_capture: {
    does: 'Gives up a capture that failed, or that no answer comes to.',
    refusals: ['capture_not_found', 'already_settled'],
  },
  abandon_void: {
    does: 'Gives up a void that failed, or that no answer comes to: the authorisation stands.',
    refusals: ['void_not_found', 'already_settled'],
  },
  abandon_refund: {
    does: 'Gives up a refund that failed, or that no answer comes to. Goodwill that was not paid out is owed again, unless the order has ended.',
    refusals: ['refund_not_found', 'refund_goes_other_way', 'already_settled'],
  },
};
