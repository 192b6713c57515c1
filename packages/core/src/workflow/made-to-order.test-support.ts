import { may } from './roles.js';
import { SIMPLE } from './simple.js';
import type { StepRow, WorkflowTable } from './table.js';

const { pending: PENDING } = SIMPLE.steps as Readonly<Record<'pending', StepRow>>;

/** What an account might publish: the simple workflow, with a step in which the goods are made once they are paid. */
export const MADE_TO_ORDER: WorkflowTable = {
  ...SIMPLE,
  name: 'made-to-order',
  version: 3,
  start: 'waiting_for_payment',
  stock: { confirmAt: 'payments_approved', consumeAt: 'package' },
  steps: {
    ...SIMPLE.steps,
    waiting_for_payment: {
      kind: 'waits',
      label: 'Waiting for payment',
      on: { payments_approved: 'in_production', payment_denied: 'cancelled', cancellation_asked: 'cancelled' },
      commands: may('approve_payment', 'deny_payment', 'notify_payment', 'request_cancellation'),
    },
    in_production: {
      kind: 'waits',
      label: 'In production',
      on: {
        'set:pending': 'pending',
        cancellation_asked: 'production_stop_asked',
        refunded_fully: { through: ['cancelled'], to: 'refunded' },
      },
      commands: may('set_status', 'request_cancellation', 'refund'),
    },
    production_stop_asked: {
      kind: 'timer',
      label: 'Asked to stop production',
      interrupts: true,
      timer: { name: 'cancellation_deadline', after: 604_800, raises: 'deadline_over' },
      on: { cancellation_confirmed: 'cancelled', deadline_over: 'cancelled', cancellation_denied: { back: true } },
      commands: may('confirm_cancellation', 'deny_cancellation', 'end_deadline'),
    },
    pending: { ...PENDING, label: 'Made' },
  },
};
