import { sum } from '../money/amount.js';
import type { ProviderCapabilities, ProviderOperation, ProviderStanding } from '../payment-provider.js';
import type { Command } from './commands.js';
import type { MoneyDocument, MoneyKind } from './money-document.js';
import type { Order } from './order.js';
import { hasEnded, isPaidInVain, type Payment, waits } from './payment.js';
import { goesOtherWay } from './refund-document.js';

/**
 * What a payment wants of its provider, and what a payment has to be told of its provider. Nothing here calls anybody: both
 * are read off the order, so whoever does the work may be interrupted anywhere and begin again.
 */

/** Money that is to move: a document under the payment that nobody has answered for. */
export interface WantedMove {
  readonly kind: MoneyKind;
  readonly document: MoneyDocument;
}

/** Whether its provider has not been asked for the money, and should be. */
export const wantsToBegin = (order: Order, payment: Payment): boolean =>
  payment.provider !== null &&
  waits(payment) &&
  payment.transactionId === null &&
  payment.link === null &&
  order.head.cancellation === null &&
  order.head.deletedAt === null;

/**
 * Whether its provider must hear that nobody waits for it any more: as long as it has not, its page takes money. One that
 * said no by itself is told as well, for the order does not know who said it; that is a look and no more.
 */
export const wantsToClose = (payment: Payment): boolean => isPaidInVain(payment);

/** Captures, voids and refunds of a payment that its provider has not answered, in the order in which they were asked for. */
export function wantedMoves({ documents }: Order, payment: Payment): readonly WantedMove[] {
  if (payment.provider === null) return [];
  return KINDS.flatMap((kind) =>
    Object.values(documents[kind] as Readonly<Record<string, MoneyDocument>>)
      .filter((each) => each.paymentId === payment.id && each.state === 'requested' && !goesOtherWay(each))
      .map((document) => ({ kind, document })),
  );
}

/**
 * Payments of an order for which there is something to ask, or an answer that is still to come. A provider is told once that
 * nobody waits any more, `whenEnding`: a payment that was denied or cancelled wants that for ever.
 */
export const paymentsAtWork = (order: Order, whenEnding: boolean): readonly Payment[] =>
  Object.values(order.documents.payment).filter(
    (payment) =>
      payment.provider !== null &&
      (wantsToBegin(order, payment) ||
        (whenEnding && wantsToClose(payment)) ||
        (waits(payment) && payment.transactionId !== null) ||
        wantedMoves(order, payment).length > 0),
  );

const KINDS = ['capture', 'void', 'refund'] as const satisfies readonly MoneyKind[];

/**
 * The key of the request that begins a payment, and of each that moves its money. It names what is asked for and nothing
 * else: the same for every try, another for every other document, however equal their amounts are (known pains 2.12).
 */
export const beginKey = ({ head }: Pick<Order, 'head'>, paymentId: string): string =>
  `${head.account}/${head.orderId}/${paymentId}`;

export const closeKey = (order: Pick<Order, 'head'>, paymentId: string): string =>
  `${beginKey(order, paymentId)}/close`;

/** A person who asks again for what was declined asks anew: `~2` says that it is the second time. */
export function moveKey(order: Pick<Order, 'head'>, { kind, document }: WantedMove): string {
  const { id, paymentId, attempts } = document;
  return `${beginKey(order, paymentId)}/${kind}-${id}${attempts === 1 ? '' : `~${attempts}`}`;
}

/** What a provider does wholly or not at all, whatever the payment. */
export const wholeOf = (able: ProviderCapabilities): readonly MoneyKind[] => [
  ...(able.captureInParts ? [] : (['capture'] as const)),
  ...(able.voidInParts ? [] : (['void'] as const)),
  ...(able.refundInParts ? [] : (['refund'] as const)),
];

/** What has to be asked of an order so that it says what its provider says. */
export interface Difference {
  readonly commands: readonly Command[];
  /** What no command of ours can mend: a person has to judge. */
  readonly conflict: string | null;
}

/**
 * Compares a payment with what its provider says. Answers the next commands and no more: where one of them changes what is
 * wanted, the comparison is made again. Comparing twice gives nothing the second time, so events may come as often and in
 * whatever order they like. `whole`: what the provider does wholly or not at all, for a payment whose beginning was not heard.
 */
export function differenceTo(
  order: Order,
  payment: Payment,
  standing: ProviderStanding,
  whole: readonly MoneyKind[] = [],
): Difference {
  if (waits(payment) || isPaidInVain(payment)) {
    const answer = answerOf(order, payment, standing, whole);
    if (answer.length > 0) return { commands: answer, conflict: null };
  }
  if (payment.answer !== 'approved') return { commands: [], conflict: null };
  const moves = KINDS.flatMap((kind) => movesOf(order, payment, kind, standing));
  if (moves.length > 0) return { commands: moves, conflict: null };
  return foreign(order, payment, standing);
}

function answerOf(order: Order, payment: Payment, standing: ProviderStanding, whole: readonly MoneyKind[]) {
  const { state, outerId, authorised, captured, message } = standing;
  const { id: paymentId } = payment;
  if (hasEnded(order, payment)) {
    if (state !== 'approved' || authorised - standing.voided - standing.refunded <= 0) return [];
    // what was taken is told as such: there is nothing to give up of it
    const answer: Command =
      captured >= payment.amount
        ? { type: 'notify_payment', paymentId }
        : { type: 'approve_payment', paymentId, amount: Math.min(authorised, payment.amount) };
    return [answer];
  }
  // of somebody who was forgotten the order keeps no page, so it would be told of it for ever
  const link = order.head.forgotten ? null : standing.link;
  const isSameWhole = whole.length === 0 || whole.join() === (payment.whole ?? []).join();
  const isKnown = payment.transactionId === outerId && (isSameWhole || state === 'denied');
  const begin: Command = {
    type: 'begin_payment',
    paymentId,
    outerId,
    ...(link === null ? {} : { link }),
    ...(whole.length === 0 ? {} : { whole }),
  };
  if (state === 'waiting') return isKnown && (link === null || payment.link === link) ? [] : [begin];
  const known: readonly Command[] = isKnown ? [] : [begin];
  const answer: Command =
    state === 'denied'
      ? { type: 'deny_payment', paymentId, ...(message === null ? {} : { message: message.slice(0, 500) }) }
      : { type: 'approve_payment', paymentId, amount: Math.min(authorised, payment.amount) };
  return [...known, answer];
}

/** What became of the documents of one kind, by the keys under which they were asked for. */
function movesOf(order: Order, payment: Payment, kind: MoneyKind, standing: ProviderStanding): Command[] {
  const documents = documentsOf(order, payment.id, kind);
  const known = documents.flatMap((document): Command[] => {
    const own = operationsOf(order, { kind, document }, standing);
    const settled = own.filter(({ state }) => state === 'settled');
    if (settled.length > 0) return document.state === 'settled' ? [] : [settles(kind, document, settled)];
    const [declined] = own.filter(
      ({ state, key }) => state === 'declined' && key === moveKey(order, { kind, document }),
    );
    if (declined === undefined) return [];
    const { message } = declined;
    // A refund that a bank sends back weeks later.
    if (document.state === 'settled') return [fails(kind, document, message, true)];
    return document.state === 'requested' ? [fails(kind, document, message, false)] : [];
  });
  return known.length > 0 ? known : byAmount(order, payment, kind, standing);
}

/**
 * Operations that have no key because the provider knows none for them: it took the money when the buyer paid, or gave the
 * rest up by itself. They settle what was asked for, oldest first, where the amounts agree.
 */
function byAmount(order: Order, payment: Payment, kind: MoneyKind, standing: ProviderStanding): Command[] {
  if (kind === 'refund') return [];
  const keyless = kind === 'capture' ? beginKey(order, payment.id) : null;
  const free = standing.operations.filter((each) => each.kind === kind && each.key === keyless);
  const documents = documentsOf(order, payment.id, kind).filter(
    (document) => document.elsewhere === undefined && operationsOf(order, { kind, document }, standing).length === 0,
  );
  const settled = documents.filter(({ state }) => state === 'settled').map(({ amount }) => amount);
  const left = sum(free.filter(({ state }) => state === 'settled').map(({ amount }) => amount)) - sum(settled);
  const [next] = documents.filter(({ state, amount }) => state === 'requested' && amount <= left);
  return next === undefined ? [] : [settles(kind, next, [])];
}

/**
 * Money that moved without anybody here having asked for it, such as in the provider's own screens: somebody has to see it
 * before it is booked. Not so what the provider gave up by itself, which has no key and moves nothing, nor what came in for a
 * payment that has ended, which goes back.
 */
function foreign(order: Order, payment: Payment, standing: ProviderStanding): Difference {
  const made = madeElsewhere(order, payment, standing);
  const [first] = KINDS.filter((kind) => made[kind].length > 0);
  if (first === undefined) return NO_DIFFERENCE;
  const isGivenUp = made.capture.length + made.refund.length === 0 && made.void.every(({ key }) => key === null);
  if (isGivenUp || hasEnded(order, payment))
    return { commands: [{ type: 'book_payment', paymentId: payment.id }], conflict: null };
  const told = sum(made[first].map(({ amount }) => amount));
  return { commands: [], conflict: `the provider says ${first} ${told} that nobody here asked for` };
}

const NO_DIFFERENCE: Difference = { commands: [], conflict: null };

/**
 * What settled at the provider, and is neither asked for here nor booked: each by what is left of it. Documents without an
 * operation of their own take up what has no other, for not every provider names its operations.
 */
export function madeElsewhere(
  order: Order,
  payment: Payment,
  standing: ProviderStanding,
): Readonly<Record<MoneyKind, readonly ProviderOperation[]>> {
  const of = (kind: MoneyKind): readonly ProviderOperation[] => {
    const documents = documentsOf(order, payment.id, kind);
    const asked = new Set(documents.flatMap((document) => operationsOf(order, { kind, document }, standing)));
    const held = documents.filter(
      (document) => document.state === 'settled' && operationsOf(order, { kind, document }, standing).length === 0,
    );
    const booked = new Set(held.flatMap(({ outerId }) => outerId ?? []));
    const others = standing.operations.filter(
      (each) => each.kind === kind && each.state === 'settled' && !asked.has(each),
    );
    let left = sum(others.map(({ amount }) => amount)) - sum(held.map(({ amount }) => amount));
    // those that a document names come last, so that what is left is of the others
    const byNews = [...others].sort(
      (a, b) => Number(booked.has(a.outerId ?? '')) - Number(booked.has(b.outerId ?? '')),
    );
    return byNews.flatMap((operation) => {
      const amount = Math.min(operation.amount, Math.max(0, left));
      left -= amount;
      return amount === 0 ? [] : [{ ...operation, amount }];
    });
  };
  return { capture: of('capture'), void: of('void'), refund: of('refund') };
}

export const documentsOf = ({ documents }: Order, paymentId: string, kind: MoneyKind): readonly MoneyDocument[] =>
  Object.values(documents[kind] as Readonly<Record<string, MoneyDocument>>).filter(
    (document) => document.paymentId === paymentId && !goesOtherWay(document),
  );

/** Those that were asked for it, at whatever attempt. */
export function operationsOf(
  order: Pick<Order, 'head'>,
  { kind, document }: WantedMove,
  { operations }: ProviderStanding,
): readonly ProviderOperation[] {
  const first = moveKey(order, { kind, document: { ...document, attempts: 1 } });
  return operations.filter(
    (each) => each.kind === kind && each.key !== null && (each.key === first || each.key.startsWith(`${first}~`)),
  );
}

/** Ids of three kinds have three names. */
const named = (kind: MoneyKind, { id }: MoneyDocument): Record<string, string> => ({ [`${kind}Id`]: id });

function settles(kind: MoneyKind, document: MoneyDocument, operations: readonly ProviderOperation[]): Command {
  const outerId = operations[0]?.outerId ?? null;
  const amount = operations.length === 0 ? document.amount : sum(operations.map((each) => each.amount));
  return {
    type: `settle_${kind}`,
    ...named(kind, document),
    ...(outerId === null ? {} : { outerId }),
    ...(amount === document.amount ? {} : { amount }),
  } as Command;
}

function fails(kind: MoneyKind, document: MoneyDocument, message: string | null, reversed: boolean): Command {
  return {
    type: `fail_${kind}`,
    ...named(kind, document),
    ...(message === null ? {} : { message: message.slice(0, 500) }),
    ...(reversed ? { reversed } : {}),
  } as Command;
}
