import type { RefusalText } from '@docket/core/order/refusal-text';

/** What goes wrong around payment providers, gift cards and store credit before any order is asked. */
export const PAYMENT_PROBLEMS = {
  event_not_genuine: {
    status: 401,
    meaning: 'What came to the address of a payment provider was not sent by it.',
    cause: 'The signature is missing, wrong or too old, the provider does not exist, or its secret is not set here.',
    remedy: 'Give Docket the secret with which the provider signs its events.',
    retry: false,
  },
  payment_event_not_found: {
    status: 404,
    meaning: 'There is no such event that failed.',
    cause: 'It was applied meanwhile, is being tried, or never came.',
    remedy: 'Read the list of events again.',
    retry: false,
  },
  credit_not_found: {
    status: 404,
    meaning: 'There is no such gift card or store credit.',
    cause: 'The id or the code is mistyped, or it belongs to another account.',
    remedy: 'Check the id or the code.',
    retry: false,
  },
  credit_code_taken: {
    status: 409,
    meaning: 'Another gift card has this code.',
    cause: 'Codes were not made at random, or a card is issued a second time under another id.',
    remedy: 'Take another code.',
    retry: false,
  },
  credit_below_zero: {
    status: 409,
    meaning: 'There is not so much on it that is not held for a payment.',
    cause: 'More is taken off than is there.',
    remedy: 'Take off at most its available amount.',
    retry: false,
  },
} as const satisfies Readonly<Record<string, RefusalText & { readonly status: number }>>;
