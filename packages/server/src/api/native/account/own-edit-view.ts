import type { AskedEdit } from '../../../edits/draft-consents.js';
import type { AskedLook } from '../../shopper-consents.js';
import type { OWN_EDIT_STATES } from '../schemas/own-edits.js';
import { ownOrderView } from './own-order-view.js';

type State = (typeof OWN_EDIT_STATES)[number];

/** A question in the words of its buyer: what became of the draft inside the house is not theirs. */
function stateOf({ state, consent }: Pick<AskedEdit, 'state' | 'consent'>): State {
  if (state === 'awaiting_consent') return 'waiting';
  switch (consent?.answer ?? null) {
    case 'agreed':
    case 'declined':
    case 'expired':
      return consent?.answer as State;
    case 'outdated':
    case 'refused':
      return 'outdated';
    case 'withdrawn':
    case null:
      return 'withdrawn';
  }
}

export function ownEditSummary(
  asked: Pick<AskedEdit, 'draftId' | 'state' | 'kinds' | 'consent' | 'message' | 'reason'>,
): object {
  const { draftId, kinds, consent, message, reason } = asked;
  return {
    draftId,
    state: stateOf(asked),
    askedAt: consent?.askedAt,
    expiresAt: consent?.expiresAt,
    answeredAt: consent?.answeredAt ?? null,
    message,
    reason,
    kinds,
  };
}

export const ownEditView = ({ draft, order, after }: AskedLook): object => ({
  ...ownEditSummary({
    ...draft,
    message: draft.consent?.message ?? null,
    reason: draft.consent?.reason ?? null,
  }),
  before: ownOrderView(order),
  after: after === null ? null : ownOrderView(after),
});
