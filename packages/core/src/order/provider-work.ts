import { type Amount, sum } from '../money/amount.js';
import type { ProviderOperation, ProviderStanding } from '../payment-provider.js';
import type { Command } from './commands.js';
import type { MoneyDocument, MoneyKind } from './money-document.js';
import type { Order } from './order.js';
import { type Payment, waits } from './payment.js';
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

/** Captures, voids and refunds of a payment that its provider has not answered, in the order in which they were asked for. */
export function wantedMoves({ documents }: Order, payment: Payment): readonly WantedMove[] {
  if (payment.provider === null) return [];
  return KINDS.flatMap((kind) =>
    Object.values(documents[kind] as Readonly<Record<string, MoneyDocument>>)
      .filter((each) => each.paymentId === payment.id && each.state === 'requested' && !goesOtherWay(each))
      .map((document) => ({ kind, document })),
  );
}

/** Payments of an order for which there is something to ask, or an answer that is still to come. */
export const paymentsAtWork = (order: Order): readonly Payment[] =>
  Object.values(order.documents.payment).filter(
    (payment) =>
      payment.provider !== null &&
      (wantsToBegin(order, payment) ||
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

/** A person who asks again for what was declined asks anew: `~2` says that it is the second time. */
export function moveKey(order: Pick<Order, 'head'>, { kind, document }: WantedMove): string {
  const { id, paymentId, attempts } = document;
  return `${beginKey(order, paymentId)}/${kind}-${id}${attempts === 1 ? '' : `~${attempts}`}`;
}

/** What has to be asked of an order so that it says what its provider says. */
export interface Difference {
  readonly commands: readonly Command[];
  /** What no command of ours can mend: a person has to judge. */
  readonly conflict: string | null;
}

/**
 * Compares a payment with what its provider says. Answers the next commands and no more: where one of them changes what is
 * wanted, the comparison is made again. Comparing twice gives nothing the second time, so events may come as often and in
 * whatever order they like.
 */
export function differenceTo(order: Order, payment: Payment, standing: ProviderStanding): Difference {
  if (waits(payment)) {
    const answer = answerOf(order, payment, standing);
    if (answer.length > 0) return { commands: answer, conflict: null };
  }
  if (payment.answer !== 'approved') return { commands: [], conflict: unwanted(payment, standing) };
  const moves = KINDS.flatMap((kind) => movesOf(order, payment, kind, standing));
  if (moves.length > 0) return { commands: moves, conflict: null };
  return { commands: [], conflict: foreign(order, payment, standing) };
}

function answerOf(order: Order, payment: Payment, standing: ProviderStanding) {
  const { state, outerId, authorised, message } = standing;
  const { id: paymentId } = payment;
  // of somebody who was forgotten the order keeps no page, so it would be told of it for ever
  const link = order.head.forgotten ? null : standing.link;
  const begun: readonly Command[] =
    payment.transactionId === outerId && (link === null || payment.link === link)
      ? []
      : [{ type: 'begin_payment', paymentId, outerId, ...(link === null ? {} : { link }) }];
  const isOpen = order.head.cancellation === null;
  if (state === 'waiting') return isOpen ? begun : [];
  const known: readonly Command[] = isOpen && payment.transactionId !== outerId ? begun : [];
  const answer: Command =
    state === 'denied'
      ? { type: 'deny_payment', paymentId, ...(message === null ? {} : { message: message.slice(0, 500) }) }
      : { type: 'approve_payment', paymentId, amount: Math.min(authorised, payment.amount) };
  return [...known, answer];
}

/** Money that a provider holds for a payment that was denied, or that nobody waits for any more. */
function unwanted({ answer, cancelledAt }: Payment, { state, authorised, voided, refunded }: ProviderStanding) {
  const held = authorised - voided - refunded;
  if (state !== 'approved' || held <= 0) return null;
  const why = cancelledAt !== null ? 'was cancelled' : answer === 'denied' ? 'was denied' : 'was given up';
  return `the provider holds ${held} for a payment that ${why}`;
}

/** What became of the documents of one kind, by the keys under which they were asked for. */
function movesOf(order: Order, payment: Payment, kind: MoneyKind, standing: ProviderStanding): Command[] {
  const documents = documentsOf(order, payment, kind);
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
  const documents = documentsOf(order, payment, kind).filter(
    (document) => operationsOf(order, { kind, document }, standing).length === 0,
  );
  const settled = documents.filter(({ state }) => state === 'settled').map(({ amount }) => amount);
  const left = sum(free.filter(({ state }) => state === 'settled').map(({ amount }) => amount)) - sum(settled);
  const [next] = documents.filter(({ state, amount }) => state === 'requested' && amount <= left);
  return next === undefined ? [] : [settles(kind, next, [])];
}

/** Money that moved without anybody here having asked for it, such as in the provider's own screens. */
function foreign(order: Order, payment: Payment, standing: ProviderStanding): string | null {
  for (const kind of KINDS) {
    const told = sum(
      standing.operations.filter((each) => each.kind === kind && each.state === 'settled').map(({ amount }) => amount),
    );
    const known: Amount = sum(
      documentsOf(order, payment, kind)
        .filter(({ state }) => state === 'settled')
        .map(({ amount }) => amount),
    );
    // What is asked for and already done will be told by its key; what the provider has less of is under way.
    if (told > known) return `the provider says ${kind} ${told} in all, and the order knows of ${known}`;
  }
  return null;
}

const documentsOf = ({ documents }: Order, payment: Payment, kind: MoneyKind): readonly MoneyDocument[] =>
  Object.values(documents[kind] as Readonly<Record<string, MoneyDocument>>).filter(
    (document) => document.paymentId === payment.id && !goesOtherWay(document),
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
