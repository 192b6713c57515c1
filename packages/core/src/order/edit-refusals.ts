import type { RefusalText } from './refusal-text.js';

/** What may stand against an edit: a part of the catalogue of `refusals.ts`. */
export const EDIT_REFUSALS = {
  edit_not_allowed: {
    meaning: 'A change of this kind is not made at this stage of an order.',
    cause:
      'The rules of the account name the stages at which each kind of change is allowed; the details say which stage stands against it.',
    remedy:
      'What is wholly invoiced or sent is corrected by a return invoice, a refund or another order. Else have the rules of edits changed.',
    retry: false,
  },
  edit_not_permitted: {
    meaning: 'The caller may edit the order, and not make this change.',
    cause: 'Prices, discounts and taxes take orders.reprice, and giving money back takes orders.refund.',
    remedy: 'Ask somebody who holds the permission that the details name.',
    retry: false,
  },
  edit_needs_consent: {
    meaning: 'The buyer has to agree to this change first.',
    cause:
      'The rules of the account want the buyer asked for changes of this kind at this stage; the details name both, and the permission that goes without.',
    remedy:
      'Keep the edit as a draft and send it to the buyer (`POST /drafts/{draftId}/ask`). Who holds orders.overrule makes it unasked; who speaks for the buyer (orders.represent) makes it as the buyer.',
    retry: false,
  },
  edit_linked: {
    meaning: 'Of linked orders the order of the marketplace is edited, and only in what both records hold alike.',
    cause:
      'Marketplace and seller keep a record each. Quantities and removed lines go to both in one step, where both hold as many pieces of the product; the details name the order to edit, the kinds of changes that go, or the other record.',
    remedy:
      'Edit the order that the details name (`edit`). What goes not: cancel the order and place it again, or settle the difference with a refund or another order.',
    retry: false,
  },
  edit_below_papers: {
    meaning: 'The change would take away what was invoiced, sent, cancelled or credited already.',
    cause:
      'Pieces that have a paper or a parcel stay, with their price and their share of discounts and shipping; the details say how much has to stay.',
    remedy: 'Change only what is still open, or take the pieces back with a return invoice.',
    retry: false,
  },
  edit_line_settled: {
    meaning: 'Pieces of the line were invoiced, sent or cancelled: its price stays.',
    cause: 'A line has one price, and papers stand for it.',
    remedy: 'Replace the open pieces by a new line with the new price.',
    retry: false,
  },
  edit_after_sending: {
    meaning: 'Everything of the order is sent or invoiced: no pieces are added to it.',
    cause: 'No step is left in which they could be handled.',
    remedy: 'Place another order for them.',
    retry: false,
  },
  coupon_not_applied: {
    meaning: 'The coupon gives this order nothing.',
    cause: 'It is unknown, over, used up, or its promotion does not hold for this order; the details say why.',
    remedy: 'Leave it out, or change the order so that it holds.',
    retry: false,
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
