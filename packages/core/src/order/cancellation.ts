import { type Amount, sum } from '../money/amount.js';
import { advance } from '../workflow/advance.js';
import { tableOf } from '../workflow/built-in.js';
import type { Instance, StepMove } from '../workflow/instance.js';
import { rowOf, type Trigger } from '../workflow/table.js';
import { namedOfOpen, namedOfPieces, valueOfOpen } from './closing-value.js';
import type { CommandOf } from './commands.js';
import { accepted, type Accepted, type Context, raised } from './decision.js';
import type { EventOf, MoneyMove, OrderEventOf } from './events.js';
import { goodsLeaveBy } from './goods-leave.js';
import { amountDue, billableSale } from './ledger.js';
import { type Cancellation, type Instant, type Line, openToInvoice, openToShip, type Order } from './order.js';
import { withMoves } from './money-document.js';
import {
  capturesUnderWay,
  refundableOf,
  refunding,
  refundsUnderWay,
  voidingAll,
  voidingBeyond,
  withoutWaiting,
} from './payment.js';
import { type RefundAbout, refundFor } from './refund-document.js';
import { refuse, type Refusal } from './refusals.js';
import { releasing, type StockClaim, withLessHeld } from './stock-claim.js';
import { walking } from './walking.js';

// Events

export type CancellationEvent =
  | EventOf<
      'cancellation_requested',
      { readonly requestId: string; readonly by: Cancellation['by'] },
      { readonly reason: string | null }
    >
  | EventOf<'cancellation_denied', { readonly requestId: string }, { readonly reason: string | null }>
  | EventOf<'cancellation_window_ended', object>
  | EventOf<
      'order_cancelled',
      CancellationEnded & { readonly by: Cancellation['by']; readonly requestId: string | null },
      { readonly reason: string | null }
    >
  | EventOf<
      'order_closed_short',
      CancellationEnded & {
        readonly pieces: readonly { readonly lineId: string; readonly quantity: number }[];
        /** True: with this all that is left of the sale is invoiced. */
        readonly completes: boolean;
      },
      { readonly reason: string | null }
    >;

/** The money side of an order or a part of it that will not be sold. */
export interface CancellationEnded {
  /** What the buyer no longer owes, in minor units. */
  readonly value: Amount;
  readonly voids: readonly MoneyMove[];
  readonly refunds: readonly MoneyMove[];
}

// State

export interface CancellationRequest {
  readonly id: string;
  readonly at: Instant;
  readonly by: Cancellation['by'];
  /** Personal: free text. */
  readonly reason: string | null;
  readonly outcome: 'open' | 'confirmed' | 'denied' | 'overtaken';
  readonly answeredAt: Instant | null;
  /** Personal: free text of the refusal. */
  readonly answer: string | null;
}

export const openRequest = (order: Order): CancellationRequest | undefined =>
  order.head.cancellationRequests.find(({ outcome }) => outcome === 'open');

// Folding

export function foldCancellationRequested(
  order: Order,
  event: OrderEventOf<'cancellation_requested'>,
  at: Instant,
): Partial<Order> {
  const request: CancellationRequest = {
    id: event.data.requestId,
    at,
    by: event.data.by,
    reason: event.personal?.reason ?? null,
    outcome: 'open',
    answeredAt: null,
    answer: null,
  };
  return { head: { ...order.head, cancellationRequests: [...order.head.cancellationRequests, request] } };
}

export function foldCancellationDenied(
  order: Order,
  event: OrderEventOf<'cancellation_denied'>,
  at: Instant,
): Partial<Order> {
  return { head: withAnsweredRequest(order, 'denied', at, event.personal?.reason ?? null) };
}

/** The open request, if any, has been answered. An invoice overtakes it: the goods are on their way (vtex-oms §3.4). */
export function withAnsweredRequest(
  order: Order,
  outcome: 'confirmed' | 'denied' | 'overtaken',
  at: Instant,
  answer: string | null = null,
): Order['head'] {
  if (openRequest(order) === undefined) return order.head;
  return {
    ...order.head,
    cancellationRequests: order.head.cancellationRequests.map((request) =>
      request.outcome === 'open' ? { ...request, outcome, answeredAt: at, answer } : request,
    ),
  };
}

export function foldOrderCancelled(
  order: Order,
  event: OrderEventOf<'order_cancelled'> | OrderEventOf<'placement_expired'>,
  at: Instant,
): Partial<Order> {
  const byTimer = event.type === 'placement_expired';
  const cancellation: Cancellation = {
    at,
    by: byTimer ? 'system' : event.data.by,
    requestId: byTimer ? null : event.data.requestId,
    reason: byTimer ? null : (event.personal?.reason ?? null),
  };
  return {
    head: { ...withAnsweredRequest(order, 'confirmed', at), cancellation, placementDeadline: null },
    lines: order.lines.map((line) => ({
      ...withLessHeld(line, line.stock?.held ?? 0),
      cancelled: line.cancelled + openToShip(line),
    })),
    documents: withEndedPayments(withEndedMoney(order, event.data, at), at),
  };
}

export function foldOrderClosedShort(
  order: Order,
  event: OrderEventOf<'order_closed_short'>,
  at: Instant,
): Partial<Order> {
  const pieces = new Map(event.data.pieces.map(({ lineId, quantity }) => [lineId, quantity]));
  const named = namedOfPieces(order, ({ id }) => pieces.get(id) ?? 0);
  const answered = withAnsweredRequest(order, 'confirmed', at);
  return {
    head: event.data.completes ? { ...answered, invoicedAt: at } : answered,
    lines: order.lines.map((line) => {
      const given = pieces.get(line.id);
      if (given === undefined) return line;
      const refundedOfCancelled = (line.refundedOfCancelled ?? 0) + named(line);
      return {
        ...withLessHeld(line, line.stock?.held ?? 0),
        cancelled: line.cancelled + given,
        ...(refundedOfCancelled === 0 ? {} : { refundedOfCancelled }),
      };
    }),
    documents: withEndedMoney(order, event.data, at),
  };
}

export function withEndedMoney(
  { head, documents }: Pick<Order, 'head' | 'documents'>,
  { voids, refunds }: CancellationEnded,
  at: Instant,
  about: RefundAbout = refundFor('cancellation'),
): Order['documents'] {
  const voided = withMoves({ head, documents }, 'void', voids, at, () => ({}));
  return withMoves({ head, documents: voided }, 'refund', refunds, at, () => about);
}

/** The documents of an order that ends: nobody waits for its payments any more. */
export function withEndedPayments(documents: Order['documents'], at: Instant): Order['documents'] {
  const payment = withoutWaiting(documents.payment, at);
  return payment === documents.payment ? documents : { ...documents, payment };
}

// Deciding

/** How many requests one order may gather; a robot in a loop must not grow it without end. */
const MAX_REQUESTS = 100;

/**
 * Asks to cancel. Before handling has begun the order is cancelled at once; later the request waits for the seller's
 * decision (vtex-oms §3.6). Refusals beside the step's: cancellation_pending, too_many.
 */
export function decideCancellationRequest(
  order: Order,
  command: CommandOf<'request_cancellation'>,
  context: Context,
  heard: { by: Cancellation['by']; trigger: Trigger } = {
    by: byWhom(context, command.byBuyer === true),
    trigger: 'cancellation_asked',
  },
): Accepted | Refusal {
  const { by } = heard;
  if (order.head.cancellationRequests.length >= MAX_REQUESTS)
    return refuse('too_many', undefined, { limit: MAX_REQUESTS });
  const requestId = String(order.head.cancellationRequests.length + 1);
  const reason = command.reason ?? null;
  const step = advance(order.head.instances, heard.trigger, context.at, walking(order));
  const requested = { type: 'cancellation_requested', data: { requestId, by }, personal: { reason } } as const;
  const signals = raised(step.signals, { reason });
  if (!endsCancelled(step.instances, order.published))
    return accepted([{ ...requested, data: { ...requested.data, moves: step.moves } }], [], signals);
  const end = cancelling(order, { by, requestId, reason, moves: step.moves });
  return accepted([requested, end.event], end.claims, signals);
}

/** Answers an open request with yes. Refusal: cancellation_not_requested comes from the step's guard. */
export function decideCancellationConfirmation(
  order: Order,
  command: CommandOf<'confirm_cancellation'>,
  context: Context,
  trigger: Trigger = 'cancellation_confirmed',
): Accepted | Refusal {
  const request = openRequest(order);
  if (request === undefined) return refuse('cancellation_not_requested');
  const step = advance(order.head.instances, trigger, context.at, walking(order));
  const reason = command.reason ?? request.reason;
  const end = cancelling(order, { by: request.by, requestId: request.id, reason, moves: step.moves });
  return accepted([end.event], end.claims, raised(step.signals, { reason }));
}

/** Answers an open request with no: both sides go back to where they were. Refusal: cancellation_request_unknown. */
export function decideCancellationDenial(
  order: Order,
  command: CommandOf<'deny_cancellation'>,
  context: Context,
  trigger: Trigger = 'cancellation_denied',
): Accepted | Refusal {
  const request = openRequest(order);
  if (request === undefined) return refuse('cancellation_not_requested');
  if (command.requestId !== undefined && command.requestId !== request.id) {
    return refuse('cancellation_request_unknown', '/requestId', { open: request.id });
  }
  const reason = command.reason ?? null;
  const step = advance(order.head.instances, trigger, context.at, walking(order));
  return accepted(
    [{ type: 'cancellation_denied', data: { requestId: request.id, moves: step.moves }, personal: { reason } }],
    [],
    raised(step.signals, { reason }),
  );
}

/** Whether the steps say that nothing of the order will be sold: the workflow's word, from which the effects follow. */
export const endsCancelled = (instances: readonly Instance[], published: Order['published']): boolean =>
  instances.some((instance) => rowOf(tableOf(instance, published), instance.step).flags?.cancelled === true);

/** The effects of ending the whole order: nothing is owed, nothing is held, what was taken goes back. */
export function cancelling(
  order: Order,
  how: { by: Cancellation['by']; requestId: string | null; reason: string | null; moves: readonly StepMove[] },
): { event: OrderEventOf<'order_cancelled'>; claims: StockClaim[] } {
  return {
    event: {
      type: 'order_cancelled',
      data: { ...ending(order), by: how.by, requestId: how.requestId, moves: how.moves },
      personal: { reason: how.reason },
    },
    claims: releasing(order.lines),
  };
}

/** What is still owed or was paid of the sale is reversed: the receivable is zero once all refunds went out. */
export function ending(order: Order): CancellationEnded {
  const refunds = refunding(order, refundableOf(order));
  const value = amountDue(order.head.ledger) + refundsUnderWay(order) + sum(refunds.map(({ amount }) => amount));
  return { value, voids: voidingAll(order), refunds };
}

/**
 * Sells no more of the order than was sent (or, where invoices decide, than was invoiced): the rest is cancelled with its
 * share of discount, shipping, tax and adjustments, what was paid for it goes back, what was authorised for it is given
 * up (orion §2.2). Refusals: nothing_to_ship, order_invoiced, order_shipped.
 */
export function decideClosingShort(
  order: Order,
  command: CommandOf<'close_short'>,
  context: Context,
): Accepted | Refusal {
  const byInvoice = goodsLeaveBy(order, 'invoice');
  const left = leftToClose(order);
  const open = order.lines.filter((line) => left(line) > 0);
  const invoiced = sum(Object.values(order.documents.invoice).map((invoice) => invoice.value));
  const billable = billableSale(order.head);
  const value = byInvoice ? Math.max(0, billable - invoiced - namedOfOpen(order, left)) : valueOfOpen(order, left);
  if (open.length === 0 && value <= 0) return refuse('nothing_to_ship');
  if (invoiced > billable - value) return refuse('order_invoiced');
  const due = amountDue(order.head.ledger) + refundsUnderWay(order) - value;
  const refunds = refunding(order, Math.min(Math.max(0, -due), refundableOf(order)));
  const step = advance(order.head.instances, byInvoice ? 'invoiced_fully' : 'closed_short', context.at, walking(order));
  const pieces = open.map((line) => ({ lineId: line.id, quantity: left(line) }));
  return accepted(
    [
      {
        type: 'order_closed_short',
        data: {
          pieces,
          value,
          completes: byInvoice,
          voids: voidingBeyond(order, due - capturesUnderWay(order)),
          refunds,
          moves: step.moves,
        },
        personal: { reason: command.reason ?? null },
      },
    ],
    releasing(open),
    raised(step.signals),
  );
}

/** What closing short takes of a line: what was not sent or, where invoices decide, not invoiced. */
export const leftToClose = (order: Order): ((line: Line) => number) =>
  goodsLeaveBy(order, 'invoice') ? openToInvoice : openToShip;

function byWhom(context: Context, byBuyer: boolean): Cancellation['by'] {
  if (byBuyer) return 'buyer';
  switch (context.actor.kind) {
    case 'shopper':
      return 'buyer';
    case 'marketplace':
      return 'marketplace';
    case 'seller':
      return 'seller';
    case 'payment_provider':
      return 'payment';
    case 'system':
    case 'carrier':
      return 'system';
    case 'staff':
      return 'staff';
    default: {
      const never: never = context.actor.kind;
      throw new Error(`unknown actor ${String(never)}`);
    }
  }
}
