import { advance } from '../workflow/advance.js';
import { FREE } from '../workflow/free.js';
import { cancelling } from './cancellation.js';
import type { CommandOf } from './commands.js';
import { accepted, type Accepted, type Context } from './decision.js';
import { evolve } from './evolve.js';
import type { OrderEvent, RecordedEvent } from './events.js';
import { type Order, openToShip } from './order.js';
import { decideApproval } from './payment.js';
import { refuse, type Refusal } from './refusals.js';
import { decidePackage } from './shipment.js';

/**
 * Gives a freely labelled order another label. What a label means is done with it: "paid" approves the payments that
 * wait, "sent" sends what is left, "cancelled" ends the order. Labels are free, conservation is not: what stands against the meaning stands against the label.
 * Refusals: status_unknown, order_shipped, order_invoiced, and those of the meanings.
 */
export function decideStatus(order: Order, command: CommandOf<'set_status'>, context: Context): Accepted | Refusal {
  const row = Object.hasOwn(FREE.steps, command.status) ? FREE.steps[command.status] : undefined;
  if (row === undefined) return refuse('status_unknown', '/status', { statuses: Object.keys(FREE.steps) });
  const step = advance(order.head.instances, `set:${command.status}`, context.at, order.head);
  if (step.moves.length === 0) return accepted([]);
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

function cancelled(order: Order, labelled: OrderEvent, context: Context): Accepted | Refusal {
  if (order.lines.some(({ shipped }) => shipped > 0)) return refuse('order_shipped');
  if (Object.keys(order.documents.invoice).length > 0) return refuse('order_invoiced');
  const end = cancelling(order, { by: 'staff', requestId: null, reason: context.reason, moves: [] });
  return accepted([labelled, end.event], end.claims);
}

interface Progress {
  readonly order: Order;
  readonly decision: Accepted;
}

const waitingPayments = (order: Order): readonly string[] =>
  Object.values(order.documents.payment).flatMap(({ id, answer, voided }) =>
    answer === 'pending' && voided === 0 ? [id] : [],
  );

const approval = (paymentId: string, context: Context) => (order: Order) =>
  decideApproval(order, { type: 'approve_payment', paymentId }, context);

const sending = (context: Context) => (order: Order) => decidePackage(order, { type: 'send_package' }, context);

/** Each meaning is decided on the order as the one before left it. */
function further({ order, decision }: Progress, next: Accepted, { at, actor, reason }: Context): Progress {
  const after = next.events.reduce<Order>((state, event) => {
    const recorded: RecordedEvent = { ...event, version: state.head.version + 1, at, actor: actor.id, reason };
    return evolve(state, recorded);
  }, order);
  return {
    order: after,
    decision: accepted([...decision.events, ...next.events], [...decision.claims, ...next.claims]),
  };
}
