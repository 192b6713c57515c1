import type { RefusalText } from './refusal-text.js';

/** What may stand against moving money: a part of the catalogue of `refusals.ts`. */
export const PAYMENT_REFUSALS = {
  card_number_refused: {
    meaning: 'A field of a payment holds a whole card number.',
    cause: 'A form or a connector sends the number of the card where a token or the last digits belong.',
    remedy: 'Send the last four digits and the token of the provider; card numbers are kept nowhere.',
    retry: false,
  },
  nothing_to_capture: {
    meaning: 'Nothing of this payment is authorised and not taken.',
    cause: 'It was captured or given up before, nobody has approved it, or a provider is at it.',
    remedy: 'Look at the captures of the payment; one that failed can be asked for again.',
    retry: true,
  },
  nothing_to_void: {
    meaning: 'Nothing of this payment is authorised and not taken.',
    cause: 'It was captured or given up before, nobody has approved it, or a provider is at it.',
    remedy: 'Cancel a payment that nobody has answered; refund what was captured.',
    retry: true,
  },
  capture_exceeds_authorised: {
    meaning: 'More would be taken or given up than is authorised and not taken.',
    cause: 'A part was captured or given up before, or is asked of the provider.',
    remedy: 'Name at most what the details say is left.',
    retry: false,
  },
  refund_exceeds_sold: {
    meaning: 'More would be refunded for a line or for shipping than was charged for it and not refunded.',
    cause: 'Pieces were refunded, returned or cancelled before.',
    remedy: 'Name at most what the details say is left; what goes beyond is goodwill, asked for by amount.',
    retry: false,
  },
  not_in_parts: {
    meaning: 'The provider of the payment does this wholly or not at all.',
    cause: 'Less is asked for than there is, and its provider takes, gives up or gives back no parts.',
    remedy: 'Ask for all that the details name, of the payment that they name; of a capture, a part with `final`.',
    retry: false,
  },
  nothing_due: {
    meaning: 'The buyer owes nothing that no payment stands for.',
    cause: 'The payments of the order come to all that is due.',
    remedy: 'Cancel a payment that nobody has answered before another takes its place.',
    retry: false,
  },
  amount_exceeds_due: {
    meaning: 'The payment is for more than is due and not promised by others.',
    cause: 'Other payments stand for a part of what is due.',
    remedy: 'Add at most what the details say is left.',
    retry: false,
  },
  provider_knows_nothing: {
    meaning: 'No provider can say what stands of this payment.',
    cause: 'It names no provider or one that is not called, nobody has approved it, or its provider does not know it.',
    remedy: 'Say what became of the money by hand: settle, fail, capture or refund.',
    retry: false,
  },
  provider_unreachable: {
    meaning: 'The provider of the payment does not say what stands.',
    cause: 'It is down or too slow, or it was removed or lost its keys.',
    remedy: 'Look at the log of what was said to it, and try again.',
    retry: true,
  },
  nothing_to_book: {
    meaning: 'The payment stands as its provider says.',
    cause: 'Everything that its provider knows of is booked, or was asked for here.',
    remedy: 'Nothing has to be done; an event that failed can be retried or put aside.',
    retry: false,
  },
  capture_not_found: {
    meaning: 'The order has no capture of this id.',
    cause: 'The id is mistyped, or it is that of another order.',
    remedy: 'Use one of the ids in the details.',
    retry: false,
  },
  void_not_found: {
    meaning: 'The order has no void of this id.',
    cause: 'The id is mistyped, or it is that of another order.',
    remedy: 'Use one of the ids in the details.',
    retry: false,
  },
  refund_not_found: {
    meaning: 'The order has no refund of this id.',
    cause: 'The id is mistyped, or it is that of another order.',
    remedy: 'Use one of the ids in the details.',
    retry: false,
  },
  already_settled: {
    meaning: 'The money has moved, and other news of it came before.',
    cause: 'Another amount or id is named than the one that it settled with, or an old answer came late.',
    remedy: 'Look at what is settled; where the provider took it back, say so with `reversed`.',
    retry: false,
  },
  not_failed: {
    meaning: 'Only what failed can be asked for again.',
    cause: 'It is under way, has settled, or was given up.',
    remedy: 'Wait for the answer, or ask for a new one.',
    retry: false,
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
