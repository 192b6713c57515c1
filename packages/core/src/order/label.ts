import { advance } from '../workflow/advance.js';
import { tableOf } from '../workflow/built-in.js';
import { rowOf, type StepRow } from '../workflow/table.js';
import { cancelling } from './cancellation.js';
import type { CommandOf } from './commands.js';
import { accepted, type Accepted, type Context } from './decision.js';
import type { OrderEvent } from './events.js';
import { further, type Progress } from './further.js';
import { heldRefusal } from './held-commands.js';
import { departed, type Order, openToShip } from './order.js';
import { waits } from './payment.js';
import { decideApproval } from './payment-answer.js';
import { refuse, type Refusal } from './refusals.js';
import { decidePackage } from './package.js';
import { walking } from './walking.js';

/**
 * Moves an order by hand to a step that its workflow lets people choose: a label of the free workflow, or a step that a
 * table of the account names in `set:`. What the flags of the step mean is done with it: "paid" approves the payments that
 * wait, "sent" sends what is left, "cancelled" ends the order. Labels are free, conservation is not: what stands against
 * the meaning stands against the label.
 * Refusals: status_unknown, not_in_this_step, order_shipped, order_invoiced, on_hold, and those of the meanings.
 */
export function decideStatus(order: Order, command: CommandOf<'set_status'>, context: Context): Accepted | Refusal {
  const [instance] = order.head.instances;
  if (instance === undefined) throw new Error('a status is set in an order that no workflow runs for');
  const table = tableOf(instance, order.published);
  const row = Object.hasOwn(table.steps, command.status) ? table.steps[command.status] : undefined;
  if (row === undefined) return refuse('status_unknown', '/status', { statuses: Object.keys(table.steps) });
  const step = advance(order.head.instances, `set:${command.status}`, context.at, walking(order));
  if (step.moves.length === 0) {
    if (instance.step === command.status) return accepted([]);
    return refuse('not_in_this_step', '/status', {
      status: instance.step,
      statuses: byHand(rowOf(table, instance.step)),
    });
  }
  const labelled: OrderEvent = {
    type: 'status_set',
    data: { status: command.status, moves: step.moves },
    personal: null,
  };
  if (order.head.cancellation !== null) return accepted([labelled]);
  if (row.flags?.cancelled === true) return cancelled(order, labelled, context);

  let progress: Progress = { order, decision: accepted([labelled]) };
  const meanings = [
    ...(row.flags?.paid === true ? waitingPayments(order).map((paymentId) => approval(paymentId, context)) : []),
    ...(row.flags?.sent === true && order.lines.some((line) => openToShip(line) > 0) ? [sending(context)] : []),
  ];
  for (const meaning of meanings) {
    const decision = meaning(progress.order);
    if ('refused' in decision) return decision;
    progress = further(progress, decision, context);
  }
  return progress.decision;
}

/** What may be set by hand in a step. */
const byHand = ({ on }: StepRow): readonly string[] =>
  Object.keys(on ?? {}).flatMap((trigger) => (trigger.startsWith('set:') ? [trigger.slice('set:'.length)] : []));

function cancelled(order: Order, labelled: OrderEvent, context: Context): Accepted | Refusal {
  if (order.lines.some((line) => departed(line) > 0)) return refuse('order_shipped');
  if (Object.keys(order.documents.invoice).length > 0) return refuse('order_invoiced');
  const held = heldRefusal(order, 'request_cancellation');
  if (held !== null) return held;
  const end = cancelling(order, { by: 'staff', requestId: null, reason: context.reason, moves: [] });
  return accepted([labelled, end.event], end.claims);
}

const waitingPayments = (order: Order): readonly string[] =>
  Object.values(order.documents.payment).flatMap((payment) => (waits(payment) ? [payment.id] : []));

const approval = (paymentId: string, context: Context) => (order: Order) => {
  const approve = { type: 'approve_payment', paymentId } as const;
  return heldRefusal(order, approve.type, approve) ?? decideApproval(order, approve, context);
};

const sending = (context: Context) => (order: Order) => {
  const send = { type: 'send_package' } as const;
  return heldRefusal(order, send.type, send) ?? decidePackage(order, send, context);
};
