import { may } from './roles.js';
import type { Route, StepRow, WorkflowTable } from './table.js';

/** Two days, the default window to change the seller (vtex-oms §0.4). */
const SELLER_CHANGE_WINDOW = 172_800;
/** A seller that does not decide a cancellation within 30 days has agreed to it (vtex-oms §0.4, §3.4). */
export const DECISION_DEADLINE = 2_592_000;

/** A partial invoice leads back to "payment approved" on the selling side (vtex-oms §10.2 row 12). */
const PARTLY_INVOICED: Route = { through: ['invoice'], to: 'payment-approved' };
const FULLY_INVOICED: Route = { through: ['invoice'], to: 'invoiced' };
/** The seller has refused: there is no order over there that would have to be cancelled. */
const REFUSED_BY_SELLER: Route = { through: ['cancel'], to: 'canceled' };
const REPLACED: Route = { to: 'replaced', raises: 'cancelled' };

const PACKAGES = [
  'send_package',
  'update_package',
  'track_package',
  'collect_package',
  'return_to_sender',
  'mark_delivered',
] as const;

/** The seller is at work; invoices arrive as a signal, or as a document when the seller has no record here. */
const SELLER_AT_WORK: NonNullable<StepRow['on']> = {
  'signal:invoiced_partly': PARTLY_INVOICED,
  'signal:invoiced_fully': FULLY_INVOICED,
  invoiced_partly: PARTLY_INVOICED,
  invoiced_fully: FULLY_INVOICED,
  'signal:cancelled': 'cancel',
};

/**
 * The selling side (vtex-oms §3.1, §3.3, §3.6). Left out are the two creation errors, since placing is one transaction,
 * and `order-completed`, the older name of `on-order-completed`.
 */
export const MARKETPLACE: WorkflowTable = {
  name: 'marketplace',
  version: 1,
  domain: 'Marketplace',
  start: 'order-created',
  stock: { confirmAt: 'payments_approved', consumeAt: 'invoice' },
  captureAt: 'invoice',
  steps: {
    'order-created': { kind: 'passes', locked: true, label: 'Order created', next: 'on-order-completed' },
    'on-order-completed': {
      kind: 'passes',
      label: 'Checkout finished',
      next: { asks: 'placement', unanswered: 'waiting-for-authorization' },
      on: {
        policy_pending: 'waiting-for-order-authorization',
        'signal:accepted': 'payment-pending',
      },
    },
    'waiting-for-order-authorization': {
      kind: 'waits',
      label: 'Waiting for order authorization',
      on: {
        // the seller is asked now, as at the end of any checkout
        policy_approved: 'on-order-completed',
        policy_denied: 'cancel',
        cancellation_asked: 'cancel',
        'signal:cancelled': 'cancel',
      },
    },
    'waiting-for-authorization': {
      kind: 'waits',
      label: 'Waiting for seller confirmation',
      on: {
        'signal:accepted': 'payment-pending',
        'signal:refused': REFUSED_BY_SELLER,
        'signal:cancelled': 'cancel',
        seller_change_offered: 'window-to-change-seller',
        cancellation_asked: 'cancel',
      },
      commands: may('accept_order', 'request_cancellation'),
    },
    'payment-pending': {
      kind: 'waits',
      label: 'Payment pending',
      on: {
        payments_approved: 'approve-payment',
        payment_denied: 'payment-denied',
        payment_change_offered: 'window-to-change-payment',
        cancellation_asked: 'cancel',
        'signal:cancelled': 'cancel',
        replaced: REPLACED,
      },
      commands: may('approve_payment', 'deny_payment', 'notify_payment', 'request_cancellation'),
    },
    'window-to-change-payment': {
      kind: 'waits',
      label: 'Window to change payment',
      on: {
        payments_approved: 'approve-payment',
        payment_denied: 'payment-denied',
        cancellation_asked: 'cancel',
        'signal:cancelled': 'cancel',
      },
    },
    'approve-payment': {
      kind: 'passes',
      label: 'Approve payment',
      next: { to: 'payment-approved', raises: 'authorise' },
    },
    'payment-denied': { kind: 'passes', label: 'Payment denied', next: 'cancel' },
    'payment-approved': {
      kind: 'waits',
      label: 'Payment approved',
      on: {
        ...SELLER_AT_WORK,
        cancellation_asked: { asks: 'request_cancel', unanswered: 'request-cancel' },
        'signal:request_cancel': 'request-cancel',
        seller_change_offered: 'window-to-change-seller',
        picking_done: 'ready-for-invoicing',
        replaced: REPLACED,
      },
      commands: may('request_cancellation', 'issue_invoice', 'refund', ...PACKAGES),
    },
    'ready-for-invoicing': {
      kind: 'waits',
      label: 'Ready for invoicing',
      on: {
        ...SELLER_AT_WORK,
        cancellation_asked: { asks: 'request_cancel', unanswered: 'request-cancel' },
        'signal:request_cancel': 'request-cancel',
      },
    },
    'window-to-change-seller': {
      kind: 'timer',
      label: 'Window to change seller',
      timer: { name: 'seller_change_window', after: SELLER_CHANGE_WINDOW, raises: 'seller_change_window_over' },
      on: {
        'signal:invoiced_partly': PARTLY_INVOICED,
        'signal:invoiced_fully': FULLY_INVOICED,
        new_seller_accepted: { to: 'payment-approved', raises: 'authorise' },
        seller_change_window_over: 'cancel',
        cancellation_asked: 'cancel',
      },
    },
    'request-cancel': { kind: 'passes', label: 'Cancellation requested', next: 'waiting-for-seller-decision' },
    'waiting-for-seller-decision': {
      kind: 'timer',
      label: 'Waiting for the seller decision',
      timer: { name: 'cancellation_deadline', after: DECISION_DEADLINE, raises: 'deadline_over' },
      on: {
        ...SELLER_AT_WORK,
        cancellation_confirmed: 'cancel',
        deadline_over: 'cancel',
        // not back to payment-pending, as one help text has it (vtex-oms §10.2 row 31)
        'signal:cancel_denied': { through: ['cancellation-request-denied'], to: 'payment-approved' },
        cancellation_denied: {
          through: ['cancellation-request-denied'],
          to: 'payment-approved',
          raises: 'cancel_denied',
        },
      },
      commands: may('confirm_cancellation', 'deny_cancellation', 'end_deadline', 'issue_invoice', ...PACKAGES),
    },
    'cancellation-request-denied': { kind: 'passes', label: 'Cancellation request denied' },
    invoice: { kind: 'passes', locked: true, label: 'Verifying invoice' },
    invoiced: {
      kind: 'final',
      label: 'Invoiced',
      commands: may('issue_return_invoice', 'refund', ...PACKAGES),
    },
    cancel: { kind: 'passes', locked: true, label: 'Canceling', next: { to: 'canceled', raises: 'cancelled' } },
    canceled: { kind: 'final', label: 'Canceled', flags: { cancelled: true }, commands: may('refund') },
    replaced: { kind: 'final', label: 'Replaced', flags: { cancelled: true } },
  },
};
