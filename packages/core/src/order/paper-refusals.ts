import type { RefusalText } from './refusal-text.js';

/** What may stand against invoices, packages and returns: a part of the catalogue of `refusals.ts`. */
export const PAPER_REFUSALS = {
  invoice_exists: {
    meaning: 'Another invoice of this order carries the number.',
    cause: 'The number was used for other values or other pieces.',
    remedy: 'Use another number; the same invoice again is accepted without effect.',
    retry: false,
  },
  invoice_exceeds_order: {
    meaning: 'The invoices would come to more than the order.',
    cause: 'Earlier invoices or cancellations left less than this invoice is for.',
    remedy: 'Invoice at most what the details say is left.',
    retry: false,
  },
  quantity_exceeds_ordered: {
    meaning: 'More pieces are named than the line has left.',
    cause: 'Pieces were invoiced, sent or cancelled before.',
    remedy: 'Name at most what the details say is left.',
    retry: false,
  },
  package_exists: {
    meaning: 'Another package of this order carries the id.',
    cause: 'The id was given to a package before.',
    remedy: 'Use another id, or leave it out.',
    retry: false,
  },
  package_not_found: {
    meaning: 'The order has no package of this id.',
    cause: 'The id is mistyped, or the package belongs to the other side of a link.',
    remedy: 'Use one of the ids in the details.',
    retry: false,
  },
  package_delivered: {
    meaning: 'The package was delivered.',
    cause: 'The carrier or a person reported the delivery before.',
    remedy: 'Nothing to do.',
    retry: false,
  },
  nothing_to_ship: {
    meaning: 'Every piece was sent or given up.',
    cause: 'All pieces left before, or were cancelled.',
    remedy: 'Nothing to do.',
    retry: false,
  },
  return_before_invoice: {
    meaning: 'The order is not wholly invoiced.',
    cause: 'Pieces of the order are neither invoiced nor cancelled yet.',
    remedy: 'Cancel what is not invoiced, or invoice the rest first.',
    retry: true,
  },
  return_exceeds_invoices: {
    meaning: 'The return invoices would come to more than the invoices.',
    cause: 'Earlier return invoices took back a part already.',
    remedy: 'Return at most what the details say is left.',
    retry: false,
  },
  quantity_exceeds_invoiced: {
    meaning: 'More pieces come back than were invoiced and not returned.',
    cause: 'The pieces were returned before, or never left.',
    remedy: 'Name at most what the details say is left.',
    retry: false,
  },
  refund_exceeds_captured: {
    meaning: 'More would be refunded than was captured and not refunded.',
    cause: 'A part went back before, or was never captured.',
    remedy: 'Refund at most what the details say is left.',
    retry: false,
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
