import type { Amount } from '../money/amount.js';
import { type DocumentKind, withDocument } from './document-kind.js';
import { countedNumber } from './document-number.js';
import type { MoneyMove } from './events.js';
import type { Documents, Instant, OrderHead } from './order.js';

/**
 * Money that moves on a payment is a document under it: what was taken, what was given up and what went back. Each is its
 * own, whatever its amount. Where a provider moves the money, it is asked, and its answer settles the document or fails it.
 */
export type MoneyKind = 'capture' | 'void' | 'refund';

/** `abandoned`: somebody gave up waiting for it. What the provider settles all the same is booked then. */
export type MoneyState = 'requested' | 'settled' | 'failed' | 'abandoned';

export interface MoneyDocument {
  /** Counted in the order, in the order of its log: `1`, `2`, … */
  readonly id: string;
  readonly number: string;
  readonly paymentId: string;
  /** What was asked for; once settled, what moved. Minor units. */
  readonly amount: Amount;
  readonly state: MoneyState;
  readonly createdAt: Instant;
  readonly settledAt: Instant | null;
  /** Its id at the provider. */
  readonly outerId: string | null;
  /** Personal: why it failed the last time, in the provider's words. */
  readonly failure: string | null;
  /** How often it was asked for: 1 and one more for each `retry`. */
  readonly attempts: number;
  /** What of it went beyond what the payment could bear: the provider moved it all the same. */
  readonly beyond: Amount;
  /** It was made at the provider itself, and booked here. Absent: it was asked for here. */
  readonly elsewhere?: true;
}

/** Money that was taken, or is to be. */
export interface Capture extends MoneyDocument {
  /** The invoice that took it; null: an approval did, or somebody asked for it. */
  readonly invoice: string | null;
}

/** An authorisation that was given up, or a part of one. */
export type VoidedAuthorisation = MoneyDocument;

/** Where each may go. A settled one is failed where the provider takes its word back. */
export const MONEY_STATES = {
  requested: ['settled', 'failed', 'abandoned'],
  settled: ['failed'],
  failed: ['requested', 'settled', 'abandoned'],
  abandoned: ['settled'],
} as const satisfies Readonly<Record<MoneyState, readonly MoneyState[]>>;

type Described<Document> = Omit<DocumentKind<Document>, 'kind' | 'title' | 'list' | 'permissions' | 'redact'>;

export const MONEY_DOCUMENT: Described<MoneyDocument> = {
  parents: ['payment'],
  states: MONEY_STATES,
  stateOf: ({ state }) => state,
  numberOf: ({ number }) => number,
  amountOf: ({ amount }) => amount,
  outerIdOf: ({ outerId }) => outerId,
  createdAt: ({ createdAt }) => createdAt,
  parentOf: ({ paymentId }) => ({ kind: 'payment', id: paymentId }),
  searchTerms: ({ outerId }) => (outerId === null ? [] : [outerId]),
};

export const CAPTURE_KIND: DocumentKind<Capture> = {
  ...MONEY_DOCUMENT,
  kind: 'capture',
  title: 'capture',
  list: 'captures',
  permissions: { view: 'orders.view', edit: 'orders.edit' },
  redact: (capture) => ({ ...capture, failure: null }),
};

export const VOID_KIND: DocumentKind<VoidedAuthorisation> = {
  ...MONEY_DOCUMENT,
  kind: 'void',
  title: 'void',
  list: 'voids',
  permissions: { view: 'orders.view', edit: 'orders.edit' },
  redact: (voided) => ({ ...voided, failure: null }),
};

/** What a payment has done of each kind, and what a provider was asked for and has not answered. */
export const COUNTERS = {
  capture: { done: 'captured', pending: 'capturing' },
  void: { done: 'voided', pending: 'voiding' },
  refund: { done: 'refunded', pending: 'refunding' },
} as const;

const MARKS = { capture: 'C', void: 'V', refund: 'R' } as const satisfies Readonly<Record<MoneyKind, string>>;

/**
 * Payments and documents after money moved, or was asked to. A number that an event does not record is counted, so logs
 * from before there were such documents give them too. `about` is what a kind adds to each, by position.
 */
export function withMoves<Kind extends MoneyKind>(
  { head, documents }: { readonly head: Pick<OrderHead, 'number' | 'orderId'>; readonly documents: Documents },
  kind: Kind,
  moves: readonly MoneyMove[],
  at: Instant,
  about: (position: number) => Omit<Documents[Kind][string], keyof MoneyDocument>,
): Documents {
  return moves.reduce((next, { paymentId, amount, pending, to, elsewhere }, position) => {
    const id = String(Object.keys(next[kind]).length + 1);
    const document: MoneyDocument = {
      id,
      number: countedNumber(head, `${MARKS[kind]}${id}`),
      paymentId,
      amount,
      state: pending === true ? 'requested' : 'settled',
      createdAt: at,
      settledAt: pending === true ? null : at,
      outerId: elsewhere?.outerId ?? null,
      failure: null,
      attempts: 1,
      beyond: 0,
      ...(elsewhere === undefined ? {} : { elsewhere: true }),
    };
    return withDocument(withCounted(next, kind, paymentId, pending === true ? 'pending' : 'done', amount), kind, id, {
      ...document,
      ...about(position),
      ...(to === undefined ? {} : { to }),
    } as unknown as Documents[Kind][string]);
  }, documents);
}

/** The payment with so much more done, or asked for. */
export function withCounted(
  documents: Documents,
  kind: MoneyKind,
  paymentId: string,
  how: 'done' | 'pending',
  amount: Amount,
): Documents {
  const payment = documents.payment[paymentId];
  if (payment === undefined) throw new Error(`money moves on payment ${paymentId}, which the order does not have`);
  const field = COUNTERS[kind][how];
  return withDocument(documents, 'payment', paymentId, { ...payment, [field]: payment[field] + amount });
}
