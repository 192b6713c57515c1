import type { MoneyKind } from '@docket/core/order/money-document';
import type { Documents, Line, Order } from '@docket/core/order/order';
import {
  capturable,
  openAuthorisation,
  type Payment,
  paymentStatus,
  refundable,
  refundableOf,
} from '@docket/core/order/payment';
import { mayOf } from './allowed-view.js';
import { customOf } from './custom-fields-view.js';
import { refundableOfLine, refundableShipping, refundedSoFar } from '@docket/core/order/refund-ceilings';
import { shownPayment } from './shown-parts.js';

/** What the reader may send to the order now, by name. */
type Allowed = ReadonlySet<string>;

/**
 * A payment with what may be asked of its money, and for how much at most: no screen computes a ceiling or repeats a rule.
 * Its token is never shown whole.
 */
export function paymentView(payment: Payment, allowed: Allowed): object {
  const open = openAuthorisation(payment);
  const mayRefund = Math.max(0, refundable(payment));
  return shownPayment(payment, masked(payment.token), {
    status: paymentStatus(payment),
    mayCapture: capturable(payment),
    mayVoid: open,
    mayRefund,
    may: mayOf('payment', payment, allowed),
  });
}

const SHOWN = 4;

/** What tells one token from another, and can be used for nothing. */
const masked = (token: string | null): string | null =>
  token === null ? null : `…${token.length > 3 * SHOWN ? token.slice(-SHOWN) : ''}`;

/** The money that moved on the payments of an order. */
export function moneyView(order: Order, allowed: Allowed): MoneyView {
  const taken = Math.max(0, refundableOf(order));
  return {
    captures: documentsView(order, 'capture', allowed),
    voids: documentsView(order, 'void', allowed),
    refunds: documentsView(order, 'refund', allowed),
    refundableShipping: taken === 0 ? 0 : Math.min(refundableShipping(order, refundedSoFar(order)), taken),
  };
}

interface MoneyView {
  readonly captures: readonly object[];
  readonly voids: readonly object[];
  readonly refunds: readonly object[];
  /** Minor units. */
  readonly refundableShipping: number;
}

const documentsView = (order: Order, kind: MoneyKind, allowed: Allowed): readonly object[] =>
  Object.values<Documents[MoneyKind][string]>(order.documents[kind]).map((document) => ({
    ...document,
    ...customOf(order, kind, document.id),
    may: mayOf(kind, document, allowed),
  }));

/** What may be refunded of a line at most, in minor units. */
export function refundableByLine(order: Order): (line: Line) => number {
  const taken = Math.max(0, refundableOf(order));
  if (taken === 0) return () => 0;
  const before = refundedSoFar(order);
  return (line) => Math.min(taken, refundableOfLine(line, before));
}
