/** What is refused of a draft order before any order is asked: a part of `request-problems.ts`. */
export const DRAFT_ORDER_PROBLEMS = {
  draft_order_not_found: {
    status: 404,
    meaning: 'There is no draft order of this id for the one who asks.',
    cause: 'The id is mistyped, or the draft order is of a store that the caller does not see.',
    remedy: 'Take the id from the list of draft orders.',
    retry: false,
  },
  draft_order_closed: {
    status: 409,
    meaning: 'The draft order is not in a state in which this is done.',
    cause: 'It was placed, cancelled or has expired, as the details say; or its buyer was forgotten.',
    remedy: 'Reopen it where it was cancelled or has expired; else duplicate it as a new one.',
    retry: false,
  },
  draft_order_outdated: {
    status: 409,
    meaning: 'The draft order is not any more what was agreed to.',
    cause:
      'The shop changed it, or its prices did, after its buyer saw it: the details name what, and what it comes to now.',
    remedy: 'Show it again, and accept the revision and the total of now.',
    retry: false,
  },
  draft_order_incomplete: {
    status: 409,
    meaning: 'The draft order lacks what only its buyer can say.',
    cause: 'The shop left open who buys or where it goes: the details name what is missing.',
    remedy: 'Send it with the acceptance.',
    retry: false,
  },
} as const;
