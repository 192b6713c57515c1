import { BUILT_IN_TABLES, isBuiltIn } from '../workflow/built-in.js';
import type { Instance } from '../workflow/instance.js';
import type { WorkflowTable } from '../workflow/table.js';
import type { OrderHead } from './order.js';

/** What the documents of an order say, for the vocabularies that look beyond the step. */
export interface StatusFacts {
  readonly cancelled: boolean;
  /** Nothing of the total is left to authorise. */
  readonly paid: boolean;
  readonly sent: 'nothing' | 'partly' | 'fully';
  /** Every package has arrived and nothing is left to send. */
  readonly delivered: boolean;
  /** Money was taken, and all of it has gone back. */
  readonly refunded: boolean;
}

export type OrionStatus =
  'pending' | 'processing' | 'partially_shipped' | 'shipped' | 'delivered' | 'cancelled' | 'refunded';

/** "Not payed" in Virto's own spelling is for its dialect. */
export type VirtoStatus =
  'New' | 'Not paid' | 'Pending' | 'Processing' | 'Ready to send' | 'Cancelled' | 'Partially sent' | 'Completed';

/**
 * The one step that an order shows. With two sides, the handling side while the selling side is `payment-approved`, else
 * the selling side: before approval, from `invoice` on, and while a cancellation request is open (vtex-oms §10.2 row 11).
 * Null for an order that no workflow runs for yet.
 */
export function statusOf(instances: readonly Instance[]): string | null {
  const [selling, handling] = instances;
  if (selling === undefined) return null;
  return handling !== undefined && selling.step === 'payment-approved' ? handling.step : selling.step;
}

/** The status as Docket itself tells it: the step of the order's own workflow, or that none runs (yet, or ever). */
export const shownStatus = ({ head }: { readonly head: Pick<OrderHead, 'instances' | 'cancellation'> }): string =>
  statusOf(head.instances) ?? (head.cancellation === null ? 'incomplete' : 'cancelled');

/** Whether VTEX knows the steps of a workflow by their names: not those of simple, free, and whatever an account published. */
export const hasVtexSteps = (table: string): boolean => VTEX_TABLES.has(table);

const VTEX_TABLES: ReadonlySet<string> = new Set(['marketplace', 'fulfillment', 'chain']);

/** The status in VTEX words: the step itself, or its translation for the workflows that VTEX does not know. */
export function vtexStatusOf(instances: readonly Instance[], facts: StatusFacts): string | null {
  const table = instances[0]?.table;
  if (table === undefined || hasVtexSteps(table)) return statusOf(instances);
  return vtexOfOrion(orionStatusOf(instances, facts), facts);
}

/** The VTEX word for an order of a workflow that VTEX does not know. */
export function vtexOfOrion(status: OrionStatus, facts: Pick<StatusFacts, 'paid' | 'sent'>): string {
  switch (status) {
    case 'cancelled':
      return 'canceled';
    case 'refunded':
      return facts.sent === 'nothing' ? 'canceled' : 'invoiced';
    case 'shipped':
    case 'delivered':
      return 'invoiced';
    case 'partially_shipped':
    case 'processing':
      return 'handling';
    case 'pending':
      return facts.paid ? 'ready-for-handling' : 'payment-pending';
  }
}

/**
 * The status in Orion's words (orion-orders §2.1). An order of the simple workflow has it for a step; of every other one,
 * what was cancelled, given back, delivered or sent decides before the step does.
 */
export function orionStatusOf(instances: readonly Instance[], facts: StatusFacts): OrionStatus {
  const step = statusOf(instances);
  const ofStep =
    step === null ? 'pending' : (ORION_OF_STEP[step] ?? (atWork(instances, facts) ? 'processing' : 'pending'));
  if (instances[0]?.table === 'simple') return ofStep;
  return orionStatusOfFacts(facts) ?? ofStep;
}

function orionStatusOfFacts({ cancelled, refunded, delivered, sent }: StatusFacts): OrionStatus | null {
  if (refunded) return 'refunded';
  if (cancelled) return 'cancelled';
  if (delivered) return 'delivered';
  if (sent === 'fully') return 'shipped';
  return sent === 'partly' ? 'partially_shipped' : null;
}

/**
 * The status in Virto's words (virto-orders §2.1). A freely labelled order has it for a step. Virto knows no "sent": an
 * order of which everything is on its way is `Completed`, whatever is still delivered or comes back.
 */
export function virtoStatusOf(instances: readonly Instance[], facts: StatusFacts): VirtoStatus {
  const step = statusOf(instances);
  if (step === null) return facts.cancelled ? 'Cancelled' : 'New';
  const ofStep = VIRTO_OF_STEP[step] ?? (atWork(instances, facts) ? 'Processing' : 'Not paid');
  if (instances[0]?.table === 'free') return ofStep;
  if (facts.cancelled || ofStep === 'Cancelled') return 'Cancelled';
  if (facts.delivered || facts.sent === 'fully' || ofStep === 'Completed') return 'Completed';
  if (facts.sent === 'partly') return 'Partially sent';
  // an order that is fully refunded without having sent anything was ended by that refund
  if (facts.refunded || step === 'refunded') return 'Cancelled';
  return ofStep === 'Not paid' && facts.paid ? 'Pending' : ofStep;
}

/**
 * Whether a step that the vocabularies do not know by name is one in which somebody works on the order. In a workflow that
 * an account published it is read off the money: nobody is expected to work before that is promised.
 */
const atWork = (instances: readonly Instance[], { paid }: StatusFacts): boolean =>
  paid || isBuiltIn(instances[0]?.table ?? 'simple');

/** A step that is missing here is one in which a seller is at work (`atWork`). */
const ORION_OF_STEP: Readonly<Record<string, OrionStatus>> = {
  'order-created': 'pending',
  'on-order-completed': 'pending',
  'waiting-for-order-authorization': 'pending',
  'waiting-for-authorization': 'pending',
  'payment-pending': 'pending',
  'window-to-change-payment': 'pending',
  'approve-payment': 'pending',
  'order-accepted': 'pending',
  'on-order-completed-ffm': 'pending',
  'waiting-for-manual-authorization': 'pending',
  'waiting-ffmt-authorization': 'pending',
  'waiting-for-fulfillment': 'pending',
  'waiting-for-mkt-authorization': 'pending',
  'payment-denied': 'cancelled',
  cancel: 'cancelled',
  canceled: 'cancelled',
  replaced: 'cancelled',
  pending: 'pending',
  processing: 'processing',
  partially_shipped: 'partially_shipped',
  shipped: 'shipped',
  delivered: 'delivered',
  cancelled: 'cancelled',
  refunded: 'refunded',
  New: 'pending',
  'Not paid': 'pending',
  Pending: 'pending',
  Processing: 'processing',
  'Ready to send': 'processing',
  Cancelled: 'cancelled',
  'Partially sent': 'partially_shipped',
  Completed: 'delivered',
};

/** A step that is missing here is one in which a seller is at work (`atWork`). */
const VIRTO_OF_STEP: Readonly<Record<string, VirtoStatus>> = {
  'order-created': 'New',
  'on-order-completed': 'New',
  'order-accepted': 'New',
  'on-order-completed-ffm': 'New',
  'waiting-for-order-authorization': 'Pending',
  'waiting-for-authorization': 'Pending',
  'waiting-for-manual-authorization': 'Pending',
  'waiting-ffmt-authorization': 'Pending',
  'waiting-for-fulfillment': 'Pending',
  'waiting-for-mkt-authorization': 'Pending',
  'payment-pending': 'Not paid',
  'window-to-change-payment': 'Not paid',
  'approve-payment': 'Not paid',
  'ready-for-invoicing': 'Ready to send',
  invoice: 'Ready to send',
  invoiced: 'Ready to send',
  'payment-denied': 'Cancelled',
  cancel: 'Cancelled',
  canceled: 'Cancelled',
  replaced: 'Cancelled',
  pending: 'Not paid',
  processing: 'Processing',
  partially_shipped: 'Partially sent',
  shipped: 'Completed',
  delivered: 'Completed',
  cancelled: 'Cancelled',
  New: 'New',
  'Not paid': 'Not paid',
  Pending: 'Pending',
  Processing: 'Processing',
  'Ready to send': 'Ready to send',
  Cancelled: 'Cancelled',
  'Partially sent': 'Partially sent',
  Completed: 'Completed',
};

const LABELS: ReadonlyMap<string, string> = new Map(
  BUILT_IN_TABLES.flatMap((table) => Object.entries(table.steps).map(([step, { label }]) => [step, label] as const)),
);

/** What staff read for a step of a built-in or published table. A step that neither has any more reads as it is written. */
export function statusLabel(step: string | null, published: readonly WorkflowTable[]): string {
  if (step === null) return 'Incomplete';
  const [own] = published.flatMap(({ steps }) => (Object.hasOwn(steps, step) ? [steps[step]?.label] : []));
  return own ?? LABELS.get(step) ?? step;
}
