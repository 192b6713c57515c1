import type { StepRow, WorkflowTable } from './table.js';

/** Cancelling is settled between the two ends; the middle passes the news on and follows the result. */
const PASSED_ON: NonNullable<StepRow['on']> = {
  'signal:request_cancel': { relays: 'request_cancel' },
  'signal:cancel_denied': { relays: 'cancel_denied' },
  'signal:cancelled': 'cancel',
};

const INVOICES_FROM_BELOW: NonNullable<StepRow['on']> = {
  'signal:invoiced_partly': { through: ['invoice'], to: 'payment-approved', raises: 'invoiced_partly' },
  'signal:invoiced_fully': { through: ['invoice'], to: 'invoiced', raises: 'invoiced_fully' },
};

/**
 * The account between a marketplace and the seller that ships (vtex-oms §3.5, §7.2): authorisation is passed down,
 * invoices and cancellations up. It has no payment of its own and, so far, no commands.
 */
export const CHAIN: WorkflowTable = {
  name: 'chain',
  version: 1,
  domain: 'Chain',
  start: 'order-created',
  stock: { confirmAt: 'payments_approved', consumeAt: 'invoice' },
  captureAt: 'invoice',
  steps: {
    'order-created': { kind: 'passes', locked: true, label: 'Order created', next: 'on-order-completed' },
    'on-order-completed': {
      kind: 'passes',
      label: 'Checkout finished',
      next: { asks: 'placement', unanswered: 'waiting-for-authorization' },
    },
    'waiting-for-authorization': {
      kind: 'waits',
      label: 'Waiting for seller confirmation',
      on: {
        'signal:accepted': { through: ['payment-pending'], to: 'waiting-for-mkt-authorization', raises: 'accepted' },
        'signal:refused': { through: ['cancel'], to: 'canceled', raises: 'refused' },
        'signal:request_cancel': { relays: 'request_cancel' },
        'signal:cancelled': 'cancel',
      },
    },
    'payment-pending': { kind: 'passes', label: 'Payment pending' },
    'waiting-for-mkt-authorization': {
      kind: 'waits',
      label: 'Waiting for marketplace authorization',
      on: {
        ...PASSED_ON,
        'signal:authorise': { through: ['payment-approved'], to: 'waiting-seller-handling', raises: 'authorise' },
        payment_denied: 'payment-denied',
      },
    },
    'payment-denied': { kind: 'passes', label: 'Payment denied', next: 'cancel' },
    'waiting-seller-handling': {
      kind: 'waits',
      label: 'Waiting for seller handling',
      on: { ...PASSED_ON, ...INVOICES_FROM_BELOW, seller_started_handling: 'payment-approved' },
    },
    'payment-approved': { kind: 'waits', label: 'Payment approved', on: { ...PASSED_ON, ...INVOICES_FROM_BELOW } },
    invoice: { kind: 'passes', locked: true, label: 'Verifying invoice' },
    invoiced: { kind: 'final', label: 'Invoiced' },
    cancel: { kind: 'passes', locked: true, label: 'Canceling', next: { to: 'canceled', raises: 'cancelled' } },
    canceled: { kind: 'final', label: 'Canceled', flags: { cancelled: true } },
  },
};
