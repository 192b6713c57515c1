import { type Amount, sum } from '../money/amount.js';
import { amountDue } from './ledger.js';
import type { Order } from './order.js';
import { refundsUnderWay } from './payment.js';
import type { Refund } from './refund-document.js';

/** What the buyer is owed and nobody has been asked to pay, in minor units. */
export const owedToBuyer = (order: Order): Amount =>
  Math.max(0, 0 - amountDue(order.head.ledger) - refundsUnderWay(order));

/**
 * What of a refund that failed went back another way since: a later one that gave back money which was owed, and let nobody
 * off anything. Minor units.
 */
export function paidSince(order: Order, refund: Refund): Amount {
  const stillOwed = owedToBuyer(order) + (refund.state === 'requested' ? refund.amount : 0);
  const later = Object.values(order.documents.refund).filter(
    ({ id, cause, state }) => Number(id) > Number(refund.id) && cause === 'refund' && state !== 'abandoned',
  );
  const otherwise = sum(later.map(({ amount, credited }) => Math.max(0, amount - credited)));
  return Math.max(0, Math.min(otherwise, refund.amount - stillOwed));
}
