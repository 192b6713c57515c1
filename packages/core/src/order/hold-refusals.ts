import type { RefusalText } from './refusal-text.js';

/** The part of the catalogue (`refusals.ts`) that is about holds. */
export const HOLD_REFUSALS = {
  on_hold: {
    meaning: 'A hold stands against this.',
    cause: 'Somebody put the order, a line or a document on hold, and the hold blocks commands of this kind.',
    remedy: 'Release the holds that the details name, wait until they end, or leave out what is held.',
    retry: true,
  },
  hold_not_found: {
    meaning: 'No hold of this id stands on the order.',
    cause: 'The id is mistyped, or the hold was released or ended before.',
    remedy: 'Read the order; its holds show what became of them.',
    retry: false,
  },
  hold_type_unknown: {
    meaning: 'The account has no such type of hold that may be placed.',
    cause: 'The name is mistyped, or the type was made inactive.',
    remedy: 'Use one of the types in the details, or add it in the settings first.',
    retry: true,
  },
  hold_over_already: {
    meaning: 'The hold would have ended before it began.',
    cause: 'The time at which it ends by itself is past, often by a slip of the time zone.',
    remedy: 'Name a later time, or none.',
    retry: false,
  },
  release_not_permitted: {
    meaning: 'The hold may be released only by those whom it names.',
    cause: 'The hold asks for a permission or a role that the caller does not have.',
    remedy: 'Let somebody who has it release the hold.',
    retry: false,
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
