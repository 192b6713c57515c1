import { type CommandRoute, commandRoute, OrderParams, PaymentParams } from './command-route.js';
import { Nothing } from './schemas/commands.js';
import { closed, id, orderId } from './schemas/fields.js';
import * as body from './schemas/payments.js';

const CaptureParams = closed({ orderId: orderId(), captureId: id() });
const VoidParams = closed({ orderId: orderId(), voidId: id() });
const RefundParams = closed({ orderId: orderId(), refundId: id() });

const ofPayment = { method: 'POST', permission: 'orders.edit', params: PaymentParams, tag: 'payments' } as const;
const ofCapture = { method: 'POST', permission: 'orders.edit', params: CaptureParams, tag: 'payments' } as const;
const ofVoid = { method: 'POST', permission: 'orders.edit', params: VoidParams, tag: 'payments' } as const;
const ofRefund = { method: 'POST', permission: 'orders.refund', params: RefundParams, tag: 'payments' } as const;

/** What may be asked of payments, and of the captures, voids and refunds under them. */
export const PAYMENT_COMMAND_ROUTES: readonly CommandRoute[] = [
  commandRoute('add_payment', {
    method: 'POST',
    path: '/payments',
    permission: 'orders.edit',
    params: OrderParams,
    body: body.AddPayment,
    tag: 'payments',
    summary: 'Add a payment to an order that still owes',
  }),
  commandRoute('begin_payment', {
    ...ofPayment,
    path: '/payments/:paymentId/begin',
    body: body.BeginPayment,
    summary: 'Record the session that a provider has opened',
  }),
  commandRoute('cancel_payment', {
    ...ofPayment,
    path: '/payments/:paymentId/cancel',
    body: Nothing,
    summary: 'Wait no longer for a payment that nobody has answered',
  }),
  commandRoute('book_payment', {
    ...ofPayment,
    path: '/payments/:paymentId/book',
    body: Nothing,
    summary: 'Book what the provider of a payment says has moved',
  }),
  commandRoute('capture_payment', {
    ...ofPayment,
    path: '/payments/:paymentId/capture',
    body: body.CapturePayment,
    summary: 'Take what is authorised, or a part of it',
  }),
  commandRoute('void_payment', {
    ...ofPayment,
    path: '/payments/:paymentId/void',
    body: body.VoidPayment,
    summary: 'Give up what is authorised, or a part of it',
  }),
  commandRoute('settle_capture', {
    ...ofCapture,
    path: '/captures/:captureId/settle',
    body: body.SettleMoney,
    summary: 'Say that the provider has taken the money',
  }),
  commandRoute('fail_capture', {
    ...ofCapture,
    path: '/captures/:captureId/fail',
    body: body.FailMoney,
    summary: 'Say that a capture did not work',
  }),
  commandRoute('retry_capture', {
    ...ofCapture,
    path: '/captures/:captureId/retry',
    body: Nothing,
    summary: 'Ask again for a capture that failed',
  }),
  commandRoute('abandon_capture', {
    ...ofCapture,
    path: '/captures/:captureId/abandon',
    body: Nothing,
    summary: 'Give up a capture that failed or is not answered',
  }),
  commandRoute('settle_void', {
    ...ofVoid,
    path: '/voids/:voidId/settle',
    body: body.SettleMoney,
    summary: 'Say that the provider has given up the authorisation',
  }),
  commandRoute('fail_void', {
    ...ofVoid,
    path: '/voids/:voidId/fail',
    body: body.FailMoney,
    summary: 'Say that an authorisation could not be given up',
  }),
  commandRoute('retry_void', {
    ...ofVoid,
    path: '/voids/:voidId/retry',
    body: Nothing,
    summary: 'Ask again for a void that failed',
  }),
  commandRoute('abandon_void', {
    ...ofVoid,
    path: '/voids/:voidId/abandon',
    body: Nothing,
    summary: 'Give up a void that failed or is not answered',
  }),
  commandRoute('refund', {
    method: 'POST',
    path: '/refund',
    permission: 'orders.refund',
    params: OrderParams,
    body: body.Refund,
    tag: 'returns',
    summary: 'Give money back without a return',
  }),
  commandRoute('settle_refund', {
    ...ofRefund,
    path: '/refunds/:refundId/settle',
    body: body.SettleMoney,
    summary: 'Say that the provider has given the money back',
  }),
  commandRoute('fail_refund', {
    ...ofRefund,
    path: '/refunds/:refundId/fail',
    body: body.FailMoney,
    summary: 'Say that a refund did not work',
  }),
  commandRoute('retry_refund', {
    ...ofRefund,
    path: '/refunds/:refundId/retry',
    body: Nothing,
    summary: 'Ask again for a refund that failed',
  }),
  commandRoute('abandon_refund', {
    ...ofRefund,
    path: '/refunds/:refundId/abandon',
    body: Nothing,
    summary: 'Give up a refund that failed or is not answered',
  }),
];
