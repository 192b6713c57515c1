import { AT_ANY_TIME } from './roles.js';
import type { StepFlags, StepRow, Trigger, WorkflowTable } from './table.js';

/**
 * The order statuses of virto-orders §2.1, "Not payed" in English. A flag runs a command, so it stands only where the label
 * can mean nothing else: "Processing" or "Ready to send" say nothing about money that has come in.
 */
const DICTIONARY: Readonly<Record<string, StepFlags>> = {
  New: {},
  'Not paid': {},
  Pending: {},
  Processing: {},
  'Ready to send': {},
  Cancelled: { cancelled: true },
  'Partially sent': {},
  Completed: { paid: true, sent: true },
};

/** Every label leads to every other by hand; cancelling sets the first label that means it. Nothing else moves a label. */
function freeSteps(labels: Readonly<Record<string, StepFlags>>): Record<string, StepRow> {
  const names = Object.keys(labels);
  const cancelled = names.find((name) => labels[name]?.cancelled);
  const rows: [string, StepRow][] = Object.entries(labels).map(([name, flags]) => {
    const on: { [T in Trigger]?: string } = {};
    for (const other of names) if (other !== name) on[`set:${other}`] = other;
    if (cancelled !== undefined && flags.cancelled !== true) on.cancellation_asked = cancelled;
    const kind = flags.cancelled === true || flags.sent === true ? 'final' : 'waits';
    return [name, { kind, label: name, flags, on, commands: AT_ANY_TIME }];
  });
  return Object.fromEntries(rows);
}

/** No rules of order or role (virto-orders §2.2: a repository to store and edit). Ledger, ceilings and stock hold all the same. */
export const FREE: WorkflowTable = {
  name: 'free',
  version: 1,
  domain: 'Marketplace',
  start: 'New',
  stock: { confirmAt: 'payments_approved', consumeAt: 'package' },
  captureAt: 'approval',
  steps: freeSteps(DICTIONARY),
};
