/** What a draft of an edit is refused with before its order is asked: a part of `request-problems.ts`. */
export const DRAFT_PROBLEMS = {
  draft_not_found: {
    status: 404,
    meaning: 'There is no draft of this id for the one who asks.',
    cause: 'The id is mistyped, or the draft is of an order that the caller does not see.',
    remedy: 'Take the id from the list of drafts.',
    retry: false,
  },
  draft_closed: {
    status: 409,
    meaning: 'The draft is not in the state that this asks for.',
    cause:
      'It was confirmed or discarded before, or, to be taken back, was never confirmed; or nobody waits for the answer of the buyer.',
    remedy: 'Make a new draft.',
    retry: false,
  },
  consent_closed: {
    status: 409,
    meaning: 'The shop does not ask this any more.',
    cause: 'It was answered, withdrawn or written anew, or the days to answer are over.',
    remedy: 'Read the order again; the shop may ask anew.',
    retry: false,
  },
  draft_without_effect: {
    status: 409,
    meaning: 'There is nothing to take back.',
    cause: 'The draft was confirmed and changed nothing, or what it changed cannot be changed any more.',
    remedy: 'Look at the order as it is, and edit that.',
    retry: false,
  },
  draft_outdated: {
    status: 409,
    meaning: 'The order changed where the draft would change it.',
    cause: 'Somebody else changed what the details name since the draft was written.',
    remedy: 'Look at its preview, then write it anew or keep it on the present version (rebase), and confirm it.',
    retry: false,
  },
} as const;
