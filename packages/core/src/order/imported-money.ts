import { sum } from '../money/amount.js';
import type { OrderImported } from './importing.js';
import { type MoneyKind, withMoves } from './money-document.js';
import type { Documents, Instant } from './order.js';
import { heldPayments } from './payment.js';
import type { PaymentDetailsById } from './payment-details.js';
import { refundFor } from './refund-document.js';

/**
 * Payments of an imported order with what was taken, given up and given back as documents under them: one of each kind a
 * payment, and one for each refund of a return invoice. The source said no more of them.
 */
export function importedMoney(
  data: Pick<OrderImported, 'number' | 'orderId' | 'payments' | 'returnInvoices'>,
  createdAt: Instant,
  details: PaymentDetailsById | undefined,
): Pick<Documents, 'payment' | 'capture' | 'void' | 'refund'> {
  const { payments, returnInvoices } = data;
  // the documents count what happened: they begin with none of it
  const untouched = payments.map((payment) => ({ ...payment, captured: 0, voided: 0, refunded: 0 }));
  let documents: Documents = {
    ...NO_DOCUMENTS,
    payment: heldPayments(data, untouched, createdAt, details),
  };
  const move = (kind: MoneyKind, paymentId: string, amount: number, about: object, at: Instant): void => {
    if (amount !== 0)
      documents = withMoves({ head: data, documents }, kind, [{ paymentId, amount }], at, () => about as never);
  };
  for (const { id, captured, voided, answeredAt } of payments) {
    move('capture', id, captured, { invoice: null }, answeredAt ?? createdAt);
    move('void', id, voided, {}, answeredAt ?? createdAt);
  }
  for (const { number, refunds, issuedAt } of returnInvoices) {
    for (const { paymentId, amount } of refunds)
      move('refund', paymentId, amount, refundFor('return', number), issuedAt);
  }
  for (const { id, refunded, answeredAt } of payments) {
    const byReturns = returnInvoices.flatMap(({ refunds }) => refunds.filter(({ paymentId }) => paymentId === id));
    const rest = refunded - sum(byReturns.map(({ amount }) => amount));
    move('refund', id, rest, refundFor('import'), answeredAt ?? createdAt);
  }
  return documents;
}

export const NO_DOCUMENTS: Documents = {
  payment: {},
  invoice: {},
  shipment: {},
  package: {},
  return_invoice: {},
  return: {},
  capture: {},
  void: {},
  refund: {},
  custom: {},
};
