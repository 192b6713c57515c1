import type { PaymentCommand } from '@docket/core/order/payment-commands';
import type { CommandExample } from './command-examples.js';

const PAYMENT = { paymentId: '1' };
const CAPTURE = { captureId: '1' };
const VOID = { voidId: '1' };
const REFUND = { refundId: '1' };

/** A card that a provider moves the money of, when somebody asks for it. */
const BY_PROVIDER = {
  payments: [{ method: 'card', amount: 1670, provider: 'sandbox', capture: 'by_hand' }],
} as const;
const AUTHORISED = ['approve_payment'] as const;
const TO_CAPTURE = [...AUTHORISED, 'capture_payment'] as const;
const TO_VOID = [...AUTHORISED, 'void_payment'] as const;
const TO_REFUND = [...TO_CAPTURE, 'settle_capture', 'start_handling', 'refund'] as const;

export const PAYMENT_EXAMPLES: Readonly<Record<PaymentCommand['type'], CommandExample>> = {
  add_payment: {
    placed: { payments: [{ method: 'voucher', amount: 1000 }] },
    body: { method: 'cash_on_delivery', amount: 670 },
    receipt: { version: 2, status: 'pending', amountDue: 1670 },
  },
  begin_payment: {
    placed: BY_PROVIDER,
    params: PAYMENT,
    body: { link: 'https://pay.example/s/4f2a', token: 'tok_4f2a91', outerId: 'session_4f2a' },
    receipt: { version: 2, status: 'pending', amountDue: 1670 },
  },
  cancel_payment: {
    params: PAYMENT,
    body: {},
    receipt: { version: 2, status: 'pending', amountDue: 1670 },
  },
  book_payment: {
    placed: BY_PROVIDER,
    after: AUTHORISED,
    params: PAYMENT,
    body: {},
    receipt: { version: 3, status: 'pending', amountDue: 670 },
  },
  capture_payment: {
    placed: BY_PROVIDER,
    after: AUTHORISED,
    params: PAYMENT,
    body: { amount: 1000 },
    receipt: { version: 3, status: 'pending', amountDue: 1670 },
  },
  void_payment: {
    placed: BY_PROVIDER,
    after: AUTHORISED,
    params: PAYMENT,
    body: { amount: 670 },
    receipt: { version: 3, status: 'pending', amountDue: 1670 },
  },
  settle_capture: {
    placed: BY_PROVIDER,
    after: TO_CAPTURE,
    params: CAPTURE,
    body: { outerId: 'ch_881' },
    receipt: { version: 4, status: 'pending', amountDue: 670 },
  },
  fail_capture: {
    placed: BY_PROVIDER,
    after: TO_CAPTURE,
    params: CAPTURE,
    body: { message: 'The card has expired.' },
    receipt: { version: 4, status: 'pending', amountDue: 1670 },
  },
  retry_capture: {
    placed: BY_PROVIDER,
    after: [...TO_CAPTURE, 'fail_capture'],
    params: CAPTURE,
    body: {},
    receipt: { version: 5, status: 'pending', amountDue: 1670 },
  },
  abandon_capture: {
    placed: BY_PROVIDER,
    after: TO_CAPTURE,
    params: CAPTURE,
    body: {},
    receipt: { version: 4, status: 'pending', amountDue: 1670 },
  },
  settle_void: {
    placed: BY_PROVIDER,
    after: TO_VOID,
    params: VOID,
    body: { outerId: 'vo_17' },
    receipt: { version: 4, status: 'pending', amountDue: 1670 },
  },
  fail_void: {
    placed: BY_PROVIDER,
    after: TO_VOID,
    params: VOID,
    body: { message: 'Try again later.' },
    receipt: { version: 4, status: 'pending', amountDue: 1670 },
  },
  retry_void: {
    placed: BY_PROVIDER,
    after: [...TO_VOID, 'fail_void'],
    params: VOID,
    body: {},
    receipt: { version: 5, status: 'pending', amountDue: 1670 },
  },
  abandon_void: {
    placed: BY_PROVIDER,
    after: TO_VOID,
    params: VOID,
    body: {},
    receipt: { version: 4, status: 'pending', amountDue: 1670 },
  },
  refund: {
    after: ['approve_payment', 'start_handling'],
    body: { amount: 300, reasonCode: 'damaged', reason: 'One box is dented.' },
    receipt: { version: 4, status: 'processing', amountDue: 0 },
  },
  settle_refund: {
    placed: BY_PROVIDER,
    after: TO_REFUND,
    params: REFUND,
    body: { outerId: 're_5' },
    receipt: { version: 7, status: 'processing', amountDue: 670 },
  },
  fail_refund: {
    placed: BY_PROVIDER,
    after: TO_REFUND,
    params: REFUND,
    body: { message: 'The account is closed.' },
    receipt: { version: 7, status: 'processing', amountDue: 370 },
  },
  retry_refund: {
    placed: BY_PROVIDER,
    after: [...TO_REFUND, 'fail_refund'],
    params: REFUND,
    body: {},
    receipt: { version: 8, status: 'processing', amountDue: 370 },
  },
  abandon_refund: {
    placed: BY_PROVIDER,
    after: TO_REFUND,
    params: REFUND,
    body: {},
    receipt: { version: 7, status: 'processing', amountDue: 670 },
  },
};
