import { DECISION_DEADLINE } from './marketplace.js';
import { may } from './roles.js';
import type { StepRow, WorkflowTable } from './table.js';

/** A seller's order that is not authorised within 30 days is cancelled (vtex-oms §0.4, §3.4). */
const AUTHORISATION_DEADLINE = 2_592_000;

const PACKAGES = [
  'send_package',
  'update_package',
  'track_package',
  'collect_package',
  'return_to_sender',
  'mark_delivered',
] as const;

/** Work has not begun: whoever asks for a cancellation gets it, without approval (vtex-oms §3.6). */
const CANCELLED_WHEN_ASKED: NonNullable<StepRow['on']> = {
  cancellation_asked: 'cancel',
  'signal:request_cancel': 'cancel',
  'signal:cancelled': 'cancel',
};

/** Work has begun: the seller decides. What was asked here is told to the marketplace, which then waits as well. */
const CANCELLED_ON_REQUEST: NonNullable<StepRow['on']> = {
  cancellation_asked: { to: 'cancellation-requested', raises: 'request_cancel' },
  'signal:request_cancel': 'cancellation-requested',
  'signal:cancelled': 'cancel',
};

const REFUSED: NonNullable<StepRow['next']> = { through: ['cancel'], to: 'canceled', raises: 'refused' };

/** The handling side (vtex-oms §3.1, §3.4, §3.6). `release-to-fulfillment` is a legacy name and left out. */
export const FULFILLMENT: WorkflowTable = {
  name: 'fulfillment',
  version: 1,
  domain: 'Fulfillment',
  start: 'order-accepted',
  stock: { confirmAt: 'payments_approved', consumeAt: 'invoice' },
  captureAt: 'invoice',
  steps: {
    'order-accepted': { kind: 'passes', label: 'Order accepted', next: 'on-order-completed-ffm' },
    'on-order-completed-ffm': {
      kind: 'passes',
      label: 'Checkout finished',
      next: { to: 'waiting-ffmt-authorization', raises: 'accepted' },
      on: {
        price_diverges: 'waiting-for-manual-authorization',
        warehouse_asked: { to: 'waiting-for-fulfillment', raises: 'accepted' },
      },
    },
    'waiting-for-manual-authorization': {
      kind: 'waits',
      label: 'Waiting for fulfillment authorization',
      on: {
        ...CANCELLED_WHEN_ASKED,
        manually_authorised: { to: 'waiting-ffmt-authorization', raises: 'accepted' },
        manually_refused: REFUSED,
      },
    },
    'waiting-ffmt-authorization': {
      kind: 'waits',
      label: 'Waiting for authorization',
      timer: { name: 'fulfilment_deadline', after: AUTHORISATION_DEADLINE, raises: 'deadline_over' },
      on: {
        ...CANCELLED_WHEN_ASKED,
        'signal:authorise': 'authorize-fulfillment',
        manually_released: 'authorize-fulfillment',
        deadline_over: 'cancel',
      },
      commands: may('authorise_fulfilment', 'request_cancellation', 'end_deadline'),
    },
    'waiting-for-fulfillment': {
      kind: 'waits',
      label: 'Waiting for fulfillment',
      timer: { name: 'fulfilment_deadline', after: AUTHORISATION_DEADLINE, raises: 'deadline_over' },
      on: { ...CANCELLED_WHEN_ASKED, 'signal:authorise': 'authorize-fulfillment', deadline_over: 'cancel' },
    },
    // its 30-day rule has nothing to bite on: our own reservation is confirmed in the same commit
    'authorize-fulfillment': { kind: 'passes', label: 'Authorize fulfillment', next: 'window-to-cancel' },
    'window-to-cancel': {
      kind: 'timer',
      label: 'Cancellation window',
      timer: { name: 'cancellation_window', after: 'cancellation_window', raises: 'window_over' },
      on: { ...CANCELLED_WHEN_ASKED, window_over: 'ready-for-handling' },
      commands: may('request_cancellation', 'end_cancellation_window'),
    },
    'ready-for-handling': {
      kind: 'waits',
      label: 'Ready for handling',
      on: {
        ...CANCELLED_ON_REQUEST,
        handling_started: 'start-handling',
        // an invoice starts the handling it proves (vtex-oms §10.2 row 14)
        invoiced_partly: {
          through: ['start-handling', 'handling', 'invoice'],
          to: 'handling',
          raises: 'invoiced_partly',
        },
        invoiced_fully: {
          through: ['start-handling', 'handling', 'invoice'],
          to: 'invoiced',
          raises: 'invoiced_fully',
        },
      },
      commands: may('request_cancellation', 'start_handling', 'issue_invoice'),
    },
    'start-handling': { kind: 'passes', locked: true, label: 'Start handling', next: 'handling' },
    handling: {
      kind: 'waits',
      label: 'Handling shipping',
      on: {
        ...CANCELLED_ON_REQUEST,
        invoiced_partly: { through: ['invoice'], to: 'handling', raises: 'invoiced_partly' },
        invoiced_fully: { through: ['invoice'], to: 'invoiced', raises: 'invoiced_fully' },
      },
      commands: may('request_cancellation', 'issue_invoice', 'close_short', 'refund', ...PACKAGES),
    },
    'cancellation-requested': {
      kind: 'timer',
      interrupts: true,
      label: 'Cancellation requested',
      timer: { name: 'cancellation_deadline', after: DECISION_DEADLINE, raises: 'deadline_over' },
      on: {
        cancellation_confirmed: 'cancel',
        'signal:cancelled': 'cancel',
        deadline_over: 'cancel',
        cancellation_denied: { through: ['cancellation-request-denied-ffm'], back: true, raises: 'cancel_denied' },
        'signal:cancel_denied': { through: ['cancellation-request-denied-ffm'], back: true },
        invoiced_partly: {
          through: ['invoice-after-cancellation-deny', 'invoice'],
          to: 'handling',
          raises: 'invoiced_partly',
        },
        invoiced_fully: {
          through: ['invoice-after-cancellation-deny', 'invoice'],
          to: 'invoiced',
          raises: 'invoiced_fully',
        },
      },
      commands: may('confirm_cancellation', 'deny_cancellation', 'end_deadline', 'issue_invoice', ...PACKAGES),
    },
    'cancellation-request-denied-ffm': { kind: 'passes', label: 'Cancellation request denied' },
    'invoice-after-cancellation-deny': { kind: 'passes', label: 'Invoiced after cancellation request' },
    invoice: { kind: 'passes', locked: true, label: 'Verifying invoice' },
    invoiced: { kind: 'final', label: 'Invoiced', commands: may('issue_return_invoice', 'refund', ...PACKAGES) },
    cancel: { kind: 'passes', locked: true, label: 'Canceling', next: { to: 'canceled', raises: 'cancelled' } },
    canceled: { kind: 'final', label: 'Canceled', flags: { cancelled: true }, commands: may('refund') },
  },
};
