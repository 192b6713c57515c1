import { sum } from '../money/amount.js';
import { amountDue } from './ledger.js';
import { openToShip, type Order } from './order.js';
import { standingPackages } from './package.js';
import { allApproved, stands } from './payment.js';

export type PaymentState =
  | 'none'
  | 'pending'
  | 'authorised'
  | 'partly_paid'
  | 'paid'
  | 'overpaid'
  | 'partly_refunded'
  | 'refunded'
  | 'denied'
  | 'cancelled';

/**
 * Where the money of an order stands, told from its payments and its ledger. The first row that holds wins:
 * money went back · a payment was denied and none taken · everything was given up · more or all or part of it was
 * taken · all of it is promised · nothing has happened yet.
 */
export function paymentState(order: Pick<Order, 'head' | 'documents'>): PaymentState {
  const all = Object.values(order.documents.payment);
  const standing = all.filter(stands);
  // what was paid in vain says nothing of an order that goes on
  const payments = order.head.cancellation === null ? standing : all;
  const captured = sum(payments.map((payment) => payment.captured));
  const refunded = sum(payments.map((payment) => payment.refunded));
  if (refunded > 0) return refunded === captured ? 'refunded' : 'partly_refunded';
  const due = amountDue(order.head.ledger);
  if (captured > 0) return due === 0 ? 'paid' : due < 0 ? 'overpaid' : 'partly_paid';
  if (payments.some(({ answer }) => answer === 'denied')) return 'denied';
  if (order.head.cancellation !== null) return 'cancelled';
  if (order.head.totals.total === 0) return 'paid';
  if (all.length === 0) return 'none';
  return standing.length > 0 && allApproved(standing) ? 'authorised' : 'pending';
}

export type ShippingState = 'none' | 'partly_shipped' | 'shipped' | 'partly_delivered' | 'delivered';

/** Where the goods are, told from pieces and packages. */
export function shippingState(order: Pick<Order, 'head' | 'lines' | 'documents'>): ShippingState {
  if (order.head.deliveredAt !== null) return 'delivered';
  const packages = standingPackages(order);
  if (packages.length === 0) return 'none';
  if (packages.some(({ deliveredAt }) => deliveredAt !== null)) return 'partly_delivered';
  return order.lines.every((line) => openToShip(line) === 0) ? 'shipped' : 'partly_shipped';
}

/** The earliest day somebody promised: hand over to the carrier, else arrival. Null once it is over or given up. */
export function dueAt(order: Pick<Order, 'head' | 'lines' | 'documents'>): string | null {
  if (order.head.cancellation !== null || order.head.deliveredAt !== null) return null;
  const sent = shippingState(order) !== 'none' && shippingState(order) !== 'partly_shipped';
  const days = order.head.deliveries.flatMap(({ shipBy, promisedAt }) =>
    sent ? (promisedAt ?? []) : (shipBy ?? promisedAt ?? []),
  );
  return days.length === 0 ? null : days.reduce((earliest, day) => (day < earliest ? day : earliest));
}
