import { type Return, type ReturnSettlement, returnState } from '@docket/core/order/return';

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
  settlements: returned.settlements.map(settlementView),
  mayWithdraw: ['requested', 'authorised', 'partly_authorised'].includes(returnState(returned)),
});

/** What came of it: money, store credit, an order in exchange. */
const settlementView = ({
  at,
  resolution,
  items,
  invoiceNumber,
  value,
  restockingFee,
  refunded,
  storeCredit,
  exchange,
}: ReturnSettlement): object => ({
  ...{ at, resolution, items, invoiceNumber, value, restockingFee, refunded },
  ...(storeCredit === undefined ? {} : { storeCredit }),
  ...(exchange === undefined ? {} : { exchange }),
});
