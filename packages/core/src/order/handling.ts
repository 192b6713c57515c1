import { advance } from '../workflow/advance.js';
import { cancelling } from './cancellation.js';
import { accepted, type Accepted, type Context, raised } from './decision.js';
import type { EventOf, OrderEventOf } from './events.js';
import type { Instant, Order, OrderLink } from './order.js';
import { allApproved, withAuthorisedAt } from './payment.js';
import { confirmsAt } from './payment-answer.js';
import { refuse, type Refusal } from './refusals.js';
import { confirming, withConfirmedStock } from './stock-claim.js';
import { timersOf } from './timers.js';
import { walking } from './walking.js';

// Events

export type HandlingEvent =
  | EventOf<'order_accepted', { readonly link: OrderLink | null }>
  | EventOf<'fulfilment_authorised', { readonly confirmsStock: boolean }>
  | EventOf<'handling_started', { readonly confirmsStock: boolean }>
  | EventOf<'status_set', { readonly status: string }>;

// Folding

/** From now on the two orders are one unit; a link that is there already stays one. */
export function foldOrderAccepted(order: Order, event: OrderEventOf<'order_accepted'>): Partial<Order> {
  const { link } = event.data;
  if (link === null || order.head.links.some(({ orderId }) => orderId === link.orderId)) return {};
  return { head: { ...order.head, links: [...order.head.links, link] } };
}

export function foldStockConfirmation(
  order: Order,
  event: OrderEventOf<'handling_started'> | OrderEventOf<'fulfilment_authorised'>,
  at: Instant,
): Partial<Order> {
  return {
    head: event.type === 'fulfilment_authorised' ? withAuthorisedAt(order.head, at) : order.head,
    lines: event.data.confirmsStock ? order.lines.map(withConfirmedStock) : order.lines,
  };
}

// Deciding

/** The seller takes the order: the marketplace side stops waiting for it, and for a payment only where one is named. */
export function decideAcceptance(order: Order, context: Context, link: OrderLink | null = null): Accepted {
  const taken = advance(order.head.instances, 'signal:accepted', context.at, walking(order));
  const waitsForPayment = !allApproved(Object.values(order.documents.payment));
  const paid = waitsForPayment ? null : advance(taken.instances, 'payments_approved', context.at, walking(order));
  return accepted(
    [{ type: 'order_accepted', data: { link, moves: [...taken.moves, ...(paid?.moves ?? [])] }, personal: null }],
    [],
    raised([...taken.signals, ...(paid?.signals ?? [])]),
  );
}

/** The marketplace releases the order to be fulfilled: it is paid there, so the seller's claimed stock is confirmed. */
export function decideFulfilmentAuthorisation(order: Order, context: Context): Accepted {
  const step = advance(order.head.instances, 'signal:authorise', context.at, walking(order));
  const confirmsStock = confirmsAt(order, 'payments_approved');
  return accepted(
    [{ type: 'fulfilment_authorised', data: { confirmsStock, moves: step.moves }, personal: null }],
    confirmsStock ? confirming(order.lines) : [],
    raised(step.signals),
  );
}

/** Somebody begins to pick and pack. */
export function decideHandlingStart(order: Order, context: Context): Accepted {
  const step = advance(order.head.instances, 'handling_started', context.at, walking(order));
  const confirmsStock = confirmsAt(order, 'handling_started');
  return accepted(
    [{ type: 'handling_started', data: { confirmsStock, moves: step.moves }, personal: null }],
    confirmsStock ? confirming(order.lines) : [],
    raised(step.signals),
  );
}

/** The buyer's time to cancel without asking is over. Refusal: not_due_yet. */
export function decideWindowEnd(order: Order, context: Context): Accepted | Refusal {
  const early = notDue(order, 'end_cancellation_window', context.at);
  if (early !== null) return early;
  const step = advance(order.head.instances, 'window_over', context.at, walking(order));
  return accepted(
    [{ type: 'cancellation_window_ended', data: { moves: step.moves }, personal: null }],
    [],
    raised(step.signals),
  );
}

/** A waiting step went on too long: the 30-day rules of vtex-oms §3.4 end in cancellation. Refusal: not_due_yet. */
export function decideDeadlineEnd(order: Order, context: Context): Accepted | Refusal {
  const early = notDue(order, 'end_deadline', context.at);
  if (early !== null) return early;
  const step = advance(order.head.instances, 'deadline_over', context.at, walking(order));
  const end = cancelling(order, { by: 'system', requestId: null, reason: null, moves: step.moves });
  return accepted([end.event], end.claims, raised(step.signals));
}

function notDue(order: Order, command: 'end_cancellation_window' | 'end_deadline', at: Instant): Refusal | null {
  const timer = timersOf(order).find((candidate) => candidate.command === command);
  if (timer === undefined) return refuse('not_in_this_step');
  return timer.due > at ? refuse('not_due_yet', undefined, { due: timer.due }) : null;
}
