import { may } from './roles.js';
import type { WorkflowTable } from './table.js';

const PAYMENTS = ['approve_payment', 'deny_payment', 'notify_payment'] as const;
const PARCELS = ['update_package', 'track_package', 'collect_package', 'return_to_sender'] as const;
const SENDING = ['send_package', ...PARCELS] as const;

/**
 * One shop, one seller (orion-orders §2.1, §2.2). Payment stands beside the steps: an order may be sent before it is paid,
 * so approval moves nothing, and a denial stops only what nobody has confirmed yet.
 */
export const SIMPLE: WorkflowTable = {
  name: 'simple',
  version: 1,
  domain: 'Marketplace',
  start: 'pending',
  stock: { confirmAt: 'handling_started', consumeAt: 'package' },
  captureAt: 'approval',
  steps: {
    pending: {
      kind: 'waits',
      label: 'Pending',
      on: {
        handling_started: 'processing',
        // over the counter: everything at once, by force; a part cannot be sent from here
        packages_sent_fully: 'shipped',
        cancellation_asked: 'cancelled',
        // its claim on stock would otherwise be held for ever
        payment_denied: 'cancelled',
      },
      commands: may(...PAYMENTS, 'request_cancellation', 'start_handling', 'send_package'),
    },
    processing: {
      kind: 'waits',
      label: 'Processing',
      on: {
        packages_sent_partly: 'partially_shipped',
        packages_sent_fully: 'shipped',
        cancellation_asked: 'cancelled',
        // paid and not yet sent: a full refund is a cancellation with a refund
        refunded_fully: { through: ['cancelled'], to: 'refunded' },
      },
      commands: may(...PAYMENTS, ...SENDING, 'request_cancellation', 'issue_invoice', 'refund'),
    },
    partially_shipped: {
      kind: 'waits',
      label: 'Partially shipped',
      on: { packages_sent_fully: 'shipped', closed_short: 'shipped', packages_returned_fully: 'processing' },
      commands: may(...PAYMENTS, ...SENDING, 'close_short', 'issue_invoice', 'issue_return_invoice', 'refund'),
    },
    shipped: {
      kind: 'waits',
      label: 'Shipped',
      on: {
        all_delivered: 'delivered',
        // a parcel that nobody took is in the house again, and its pieces wait to be sent
        packages_returned_partly: 'partially_shipped',
        packages_returned_fully: 'processing',
        refunded_fully: 'refunded',
      },
      commands: may(...PAYMENTS, ...PARCELS, 'mark_delivered', 'issue_invoice', 'issue_return_invoice', 'refund'),
    },
    delivered: {
      kind: 'final',
      label: 'Delivered',
      on: { refunded_fully: 'refunded' },
      commands: may(...PAYMENTS, 'update_package', 'issue_invoice', 'issue_return_invoice', 'refund'),
    },
    cancelled: {
      kind: 'final',
      label: 'Cancelled',
      flags: { cancelled: true },
      on: { refunded_fully: 'refunded' },
      commands: may('refund'),
    },
    refunded: { kind: 'final', label: 'Refunded' },
  },
};
