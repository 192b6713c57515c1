import { type Amount, isAmount } from '../money/amount.js';
import type { Command, CommandOf } from './commands.js';
import { accepted, type Accepted, type Context } from './decision.js';
import { withDocument } from './document-kind.js';
import type { EventsOf, OrderEvent, OrderEventOf } from './events.js';
import { standingSale } from './ledger.js';
import { type MoneyDocument, type MoneyKind, withCounted } from './money-document.js';
import type { Documents, Instant, Order } from './order.js';
import { hasEnded, moveOf, openAuthorisation, type Payment, paymentOf, refundable } from './payment.js';
import { firstParts, goesOtherWay, type Refund } from './refund-document.js';
import { owedToBuyer, paidSince } from './owed-refund.js';
import { leftOfParts } from './refund-ceilings.js';
import { refuse, type Refusal } from './refusals.js';
import { givenBack } from './taken-in-vain.js';

// Events

export type SettlementEvent =
  | EventsOf<'capture_settled' | 'void_settled' | 'refund_settled', MoneySettled>
  | EventsOf<'capture_failed' | 'void_failed' | 'refund_failed', MoneyFailed, { readonly message: string | null }>
  | EventsOf<'capture_retried' | 'void_retried' | 'refund_retried', MoneyRetried>
  | EventsOf<'capture_abandoned' | 'void_abandoned' | 'refund_abandoned', MoneyAbandoned>;

interface MoneySettled {
  readonly id: string;
  readonly paymentId: string;
  /** What moved, which may be other than what was asked for. */
  readonly amount: Amount;
  /** What of it the payment could not bear: a provider took more than was authorised, or gave back more than was taken. */
  readonly beyond: Amount;
  readonly outerId: string | null;
  /** Of a refund that had been given up: what the buyer is let off again; absent: nothing. */
  readonly credited?: Amount;
}

interface MoneyFailed {
  readonly id: string;
  readonly paymentId: string;
  /** What had settled and did not move after all; 0 where it had not. */
  readonly reversed: Amount;
  /** What of that had gone beyond. */
  readonly beyond: Amount;
}

interface MoneyRetried {
  readonly id: string;
  readonly paymentId: string;
  readonly amount: Amount;
  /** Absent: it moved with the event. */
  readonly pending?: true;
}

interface MoneyAbandoned {
  readonly id: string;
  readonly paymentId: string;
  /** Of a refund: what the buyer had been let off with it and owes again; absent: nothing. */
  readonly uncredited?: Amount;
}

// Folding

export function foldSettled(
  order: Order,
  event: OrderEventOf<'capture_settled' | 'void_settled' | 'refund_settled'>,
  at: Instant,
): Partial<Order> {
  const kind = kindOf(event.type);
  const { id, paymentId, amount, beyond, outerId, credited = 0 } = event.data;
  const document = documentOf(order, kind, id);
  const settled = {
    ...document,
    ...('items' in document ? firstParts(document, amount) : {}),
    ...('uncredited' in document ? { uncredited: document.uncredited - credited } : {}),
    amount,
    beyond,
    state: 'settled',
    settledAt: at,
    outerId: outerId ?? document.outerId,
    failure: null,
  } as const;
  const asked = withLessPending(order.documents, kind, document);
  const counted = withCounted(asked, kind, paymentId, 'done', kind === 'refund' ? amount - beyond : amount);
  const documents = kind === 'capture' && beyond > 0 ? withMoreAuthorised(counted, paymentId, beyond) : counted;
  return { documents: withDocument(documents, kind, id, settled) };
}

export function foldFailed(
  order: Order,
  event: OrderEventOf<'capture_failed' | 'void_failed' | 'refund_failed'>,
): Partial<Order> {
  const kind = kindOf(event.type);
  const { id, paymentId, reversed, beyond } = event.data;
  const document = documentOf(order, kind, id);
  const asked = withLessPending(order.documents, kind, document);
  const documents =
    reversed === 0
      ? asked
      : withCounted(asked, kind, paymentId, 'done', kind === 'refund' ? beyond - reversed : -reversed);
  const failed = {
    ...document,
    state: 'failed',
    settledAt: null,
    beyond: 0,
    failure: event.personal?.message ?? null,
  } as const;
  return { documents: withDocument(documents, kind, id, failed) };
}

export function foldRetried(
  order: Order,
  event: OrderEventOf<'capture_retried' | 'void_retried' | 'refund_retried'>,
  at: Instant,
): Partial<Order> {
  const kind = kindOf(event.type);
  const { id, paymentId, amount, pending } = event.data;
  const document = documentOf(order, kind, id);
  const asked = {
    ...document,
    state: pending === true ? 'requested' : 'settled',
    settledAt: pending === true ? null : at,
    failure: null,
    attempts: document.attempts + 1,
  } as const;
  const documents = withCounted(order.documents, kind, paymentId, pending === true ? 'pending' : 'done', amount);
  return { documents: withDocument(documents, kind, id, asked) };
}

export function foldAbandoned(
  order: Order,
  event: OrderEventOf<'capture_abandoned' | 'void_abandoned' | 'refund_abandoned'>,
): Partial<Order> {
  const kind = kindOf(event.type);
  const { id, uncredited = 0 } = event.data;
  const document = documentOf(order, kind, id);
  const abandoned = {
    ...document,
    ...('uncredited' in document ? { uncredited: document.uncredited + uncredited } : {}),
    state: 'abandoned',
  } as const;
  return { documents: withDocument(withLessPending(order.documents, kind, document), kind, id, abandoned) };
}

/** What was asked of the provider is no longer under way. */
const withLessPending = (
  documents: Documents,
  kind: MoneyKind,
  { state, paymentId, amount }: MoneyDocument,
): Documents => (state === 'requested' ? withCounted(documents, kind, paymentId, 'pending', -amount) : documents);

/** What a provider took beyond the authorisation it has authorised by taking it: the payment has grown. */
function withMoreAuthorised(documents: Documents, paymentId: string, beyond: Amount): Documents {
  const payment = paymentOf({ documents }, paymentId);
  const authorised = payment.authorised + beyond;
  return withDocument(documents, 'payment', paymentId, {
    ...payment,
    authorised,
    amount: Math.max(payment.amount, authorised),
  });
}

// Deciding

type SettleCommand = CommandOf<'settle_capture' | 'settle_void' | 'settle_refund'>;
type FailCommand = CommandOf<'fail_capture' | 'fail_void' | 'fail_refund'>;
type RetryCommand = CommandOf<'retry_capture' | 'retry_void' | 'retry_refund'>;
type AbandonCommand = CommandOf<'abandon_capture' | 'abandon_void' | 'abandon_refund'>;
type Asked = SettleCommand | FailCommand | RetryCommand | AbandonCommand;

/**
 * The provider moved the money, or a person says so. What was given up or had failed meanwhile is booked all the same, and
 * so is what moved beyond the ceilings: a payment that was taken too far has grown, and a buyer who was given too much owes
 * it. The same again changes nothing.
 * Refusals: capture_not_found, void_not_found, refund_not_found, refund_goes_other_way, amount_invalid, already_settled.
 */
export function decideSettlement(order: Order, command: SettleCommand, { actor }: Context): Accepted | Refusal {
  const found = foundBy(order, command);
  if ('refused' in found) return found;
  const { kind, document, payment } = found;
  if (actor.kind !== 'system' && goesOtherWay(document)) return refuse('refund_goes_other_way');
  if (document.state === 'settled') return settledAgain(document, command);
  const asked = command.amount ?? document.amount;
  if (!isAmount(asked) || asked <= 0) return refuse('amount_invalid', '/amount');
  const underWay = document.state === 'requested' ? document.amount : 0;
  const room = Math.max(0, (kind === 'refund' ? refundable(payment) : openAuthorisation(payment)) + underWay);
  // what was taken meanwhile cannot be given up any more
  const amount = kind === 'void' ? Math.min(asked, room) : asked;
  const credited = 'uncredited' in document ? Math.min(document.uncredited, Math.max(0, standingSale(order.head))) : 0;
  // of what ended while it was under way nothing is owed
  const tookInVain = kind === 'capture' && hasEnded(order, payment) ? givenBack(payment, amount) : [];
  return accepted([
    {
      type: `${kind}_settled`,
      data: {
        id: document.id,
        paymentId: payment.id,
        amount,
        beyond: Math.max(0, amount - room),
        outerId: command.outerId ?? null,
        ...(credited === 0 ? {} : { credited }),
      },
      personal: null,
    },
    ...tookInVain,
  ]);
}

/** The same news again. Other news of what has settled is not the same, and is not swallowed. */
function settledAgain(document: MoneyDocument, { outerId, amount }: SettleCommand): Accepted | Refusal {
  const isSame =
    (outerId === undefined || document.outerId === null || outerId === document.outerId) &&
    (amount === undefined || amount === document.amount);
  return isSame
    ? accepted([])
    : refuse('already_settled', undefined, { amount: document.amount, outerId: document.outerId });
}

/**
 * The provider says no. `reversed`: it takes back that it had settled, as a bank does with a transfer to a closed account;
 * without it, a no that comes after the yes is an old one, and changes nothing of it.
 * Refusals: capture_not_found, void_not_found, refund_not_found, refund_goes_other_way, already_settled.
 */
export function decideFailure(order: Order, command: FailCommand): Accepted | Refusal {
  const found = foundBy(order, command);
  if ('refused' in found) return found;
  const { kind, document, payment } = found;
  if (goesOtherWay(document)) return refuse('refund_goes_other_way');
  const { state, amount, beyond } = document;
  if (state === 'failed' || state === 'abandoned') return accepted([]);
  const reverses = state === 'settled';
  const wasGivenBack = kind === 'capture' && amount > refundable(payment);
  if (reverses && (command.reversed !== true || wasGivenBack)) return refuse('already_settled', undefined, { amount });
  // the authorisation is open again, and an order that has ended wants none
  const givenUp: readonly OrderEvent[] =
    kind === 'capture' && state === 'requested' && hasEnded(order, payment)
      ? [{ type: 'void_requested', data: { voids: [moveOf(payment, amount)] }, personal: null }]
      : [];
  return accepted([
    {
      type: `${kind}_failed`,
      data: {
        id: document.id,
        paymentId: payment.id,
        reversed: reverses ? amount : 0,
        beyond: reverses ? beyond : 0,
      },
      personal: { message: command.message ?? null },
    },
    ...givenUp,
  ]);
}

/**
 * Asks again for what failed: the same document, so nothing can move twice. Its amount must still be there.
 * Refusals: capture_not_found, void_not_found, refund_not_found, not_failed, order_cancelled, capture_exceeds_authorised,
 * refund_exceeds_captured, refund_exceeds_sold, nothing_to_refund.
 */
export function decideRetry(order: Order, command: RetryCommand): Accepted | Refusal {
  const found = foundBy(order, command);
  if ('refused' in found) return found;
  const { kind, document, payment } = found;
  if (document.state !== 'failed') return refuse('not_failed', undefined, { state: document.state });
  if (kind === 'capture' && order.head.cancellation !== null) return refuse('order_cancelled');
  const left = kind === 'refund' ? refundable(payment) : openAuthorisation(payment);
  if (document.amount > left)
    return refuse(kind === 'refund' ? 'refund_exceeds_captured' : 'capture_exceeds_authorised', undefined, { left });
  if ('items' in document && paidSince(order, document) > 0)
    return refuse('nothing_to_refund', undefined, { owed: owedToBuyer(order) });
  const beyondSale = 'items' in document ? leftOfParts(order, document) : null;
  if (beyondSale !== null) return beyondSale;
  const data = { id: document.id, paymentId: payment.id, amount: document.amount };
  return accepted([
    {
      type: `${kind}_retried`,
      data: payment.provider === null ? data : { ...data, pending: true },
      personal: null,
    },
  ]);
}

/**
 * Gives up what failed, or what no answer comes to. Goodwill that is not paid out is owed again, unless the order has ended.
 * Refusals: capture_not_found, void_not_found, refund_not_found, refund_goes_other_way, already_settled.
 */
export function decideAbandonment(order: Order, command: AbandonCommand): Accepted | Refusal {
  const found = foundBy(order, command);
  if ('refused' in found) return found;
  const { kind, document, payment } = found;
  if (goesOtherWay(document)) return refuse('refund_goes_other_way');
  if (document.state === 'settled') return refuse('already_settled', undefined, { amount: document.amount });
  if (document.state === 'abandoned') return accepted([]);
  const uncredited = 'credited' in document ? owedAgain(order, document) : 0;
  const data = { id: document.id, paymentId: payment.id };
  return accepted([
    {
      type: `${kind}_abandoned`,
      data: uncredited === 0 ? data : { ...data, uncredited },
      personal: null,
    },
  ]);
}

/**
 * What the buyer was let off with it, less what went back another way. Of an order that has ended nothing is owed: what it
 * gave back stays due to the buyer.
 */
const owedAgain = (order: Order, refund: Refund): Amount =>
  order.head.cancellation === null ? Math.max(0, refund.credited - refund.uncredited - paidSince(order, refund)) : 0;

/** What a provider says of what it was asked for; other commands say nothing of it. */
export function decideAnswer(order: Order, command: Command, context: Context): Accepted | Refusal {
  switch (command.type) {
    case 'settle_capture':
    case 'settle_void':
    case 'settle_refund':
      return decideSettlement(order, command, context);
    case 'fail_capture':
    case 'fail_void':
    case 'fail_refund':
      return decideFailure(order, command);
    default:
      return accepted([]);
  }
}

interface Found {
  readonly kind: MoneyKind;
  readonly document: Documents[MoneyKind][string];
  readonly payment: Payment;
}

function foundBy(order: Order, command: Asked): Found | Refusal {
  const kind = kindOf(command.type);
  const id = 'captureId' in command ? command.captureId : 'voidId' in command ? command.voidId : command.refundId;
  const documents: Readonly<Record<string, Documents[MoneyKind][string]>> = order.documents[kind];
  const document = Object.hasOwn(documents, id) ? documents[id] : undefined;
  if (document === undefined)
    return refuse(`${kind}_not_found`, `/${kind}Id`, { known: Object.keys(documents).slice(0, 20) });
  return { kind, document, payment: paymentOf(order, document.paymentId) };
}

function documentOf({ documents }: Order, kind: MoneyKind, id: string): Documents[MoneyKind][string] {
  const document = documents[kind][id];
  if (document === undefined) throw new Error(`the order has no ${kind} ${id}`);
  return document;
}

const KINDS = ['capture', 'void', 'refund'] as const satisfies readonly MoneyKind[];

/** What a command or an event of this chapter is about: its name says it. */
function kindOf(name: string): MoneyKind {
  const kind = KINDS.find((each) => name.split('_').includes(each));
  if (kind === undefined) throw new Error(`${name} is about no money that moves`);
  return kind;
}
