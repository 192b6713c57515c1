import type { Line, Order } from '@docket/core/order/order';
import { openAuthorisation, type Payment, paymentStatus, refundable, refundableOf } from '@docket/core/order/payment';
import { refundableOfLine, refundableShipping, refundedSoFar } from '@docket/core/order/refund-ceilings';

/** A payment with what may be asked of it at most: no screen computes a ceiling. Its token is never shown whole. */
export const paymentView = (payment: Payment): object => ({
  ...payment,
  status: paymentStatus(payment),
  token: masked(payment.token),
  mayCapture: openAuthorisation(payment),
  mayVoid: openAuthorisation(payment),
  mayRefund: Math.max(0, refundable(payment)),
});

const SHOWN = 4;

/** What tells one token from another, and can be used for nothing. */
const masked = (token: string | null): string | null =>
  token === null ? null : `…${token.length > 3 * SHOWN ? token.slice(-SHOWN) : ''}`;

/** The money that moved on the payments of an order. */
export const moneyView = (order: Order): object => ({
  captures: Object.values(order.documents.capture),
  voids: Object.values(order.documents.void),
  refunds: Object.values(order.documents.refund),
  refundableShipping: Math.min(refundableShipping(order, refundedSoFar(order)), Math.max(0, refundableOf(order))),
});

/** What may be refunded of a line at most, in minor units. */
export function refundableByLine(order: Order): (line: Line) => number {
  const taken = Math.max(0, refundableOf(order));
  if (taken === 0) return () => 0;
  const before = refundedSoFar(order);
  return (line) => Math.min(taken, refundableOfLine(line, before));
}
