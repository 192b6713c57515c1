import { type Return, returnState } from '@docket/core/order/return';

/**
 * A return as its buyer sees it. What the house told the buyer is shown (how to send, why not); what it wrote for itself is
 * not.
 */
export const ownReturnView = (returned: Return): object => ({
  id: returned.id,
  number: returned.number,
  status: returnState(returned),
  requestedAt: returned.requestedAt,
  resolution: returned.resolution,
  lines: returned.lines,
  authorisedAt: returned.authorisedAt,
  instructions: returned.instructions,
  declinedAt: returned.declinedAt,
  declineReason: returned.declineReason,
  withdrawnAt: returned.withdrawnAt,
  receivedAt: returned.receipts.at(-1)?.at ?? null,
  settlements: returned.settlements.map(({ at, resolution, items, invoiceNumber, value, restockingFee, refunded }) => ({
    at,
    resolution,
    items,
    invoiceNumber,
    value,
    restockingFee,
    refunded,
  })),
  mayWithdraw: ['requested', 'authorised', 'partly_authorised'].includes(returnState(returned)),
});
