import type { Amount } from '../money/amount.js';
import type { ProviderOperation, ProviderStanding } from '../payment-provider.js';
import type { Actor } from '../workflow/table.js';
import { refusalNow } from './allowed.js';
import { totalOf } from './booked-moves.js';
import type { Command, CommandOf } from './commands.js';
import { accepted, type Accepted, type Context, type Facts } from './decision.js';
import type { MoneyMove, OrderEvent, OrderEventOf } from './events.js';
import { further, type Progress } from './further.js';
import { amountDue, standingSale } from './ledger.js';
import type { MoneyKind } from './money-document.js';
import type { Order } from './order.js';
import {
  hasEnded,
  moveOf,
  openAuthorisation,
  type Payment,
  paymentOf,
  refundable,
  refundsUnderWay,
} from './payment.js';
import { knownPayment } from './payment-answer.js';
import { differenceTo, documentsOf, madeElsewhere, operationsOf, type WantedMove } from './provider-work.js';
import { isRefusal, refuse, type Refusal } from './refusals.js';
import { decideAnswer } from './settlement.js';
import { givenBack } from './taken-in-vain.js';

/**
 * Books what the provider says has moved: answers to what was asked of it, and what was made at the provider itself, as
 * documents of their own. Nobody is asked to move money for it, but for a payment that has ended: what was taken of it goes
 * back, and what is held of it is given up. What was asked for here and has not gone out was done there where it is for the
 * same amount, for paying twice cannot be mended and asking again can; what there is no room left for has failed. A refund
 * lets the buyer off as `refund` does.
 * Refusals: payment_not_found, provider_knows_nothing, provider_unreachable, nothing_to_book, already_settled,
 * capture_exceeds_authorised, refund_exceeds_captured.
 */
export function decideBooking(
  order: Order,
  command: CommandOf<'book_payment'>,
  { standing }: Facts,
  context: Context,
): Accepted | Refusal {
  const { paymentId } = command;
  const payment = knownPayment(order, paymentId);
  if ('refused' in payment) return payment;
  if (standing === undefined || payment.answer !== 'approved') return refuse('provider_knows_nothing', '/paymentId');
  if (isRefusal(standing)) return standing;
  let progress: Progress = { order, decision: accepted([]) };
  const { commands } = differenceTo(order, payment, standing);
  for (const answer of [...commands, ...doneThere(order, payment, standing)]) {
    const decided = decideAnswer(progress.order, answer, context);
    if ('refused' in decided) return decided;
    progress = further(progress, decided, context);
  }
  const made = madeElsewhere(progress.order, paymentOf(progress.order, paymentId), standing);
  if (MOVES.every((kind) => made[kind].length === 0))
    return progress.decision.events.length > 0 ? progress.decision : refuse('nothing_to_book', '/paymentId');
  const failed = impossible(progress.order, paymentId, standing);
  progress = further(progress, accepted(failed.map(failure)), context);
  const booked = booking(progress.order, paymentId, made);
  if ('refused' in booked) return booked;
  progress = further(progress, accepted([booked]), context);
  if (!hasEnded(order, payment)) return progress.decision;
  const after = paymentOf(progress.order, paymentId);
  return further(progress, accepted(endingRest(after, booked, failed)), context).decision;
}

/**
 * Of a payment that has ended: what was taken of it goes back, and what could not go back or be given up as it was asked for
 * is asked for again, as far as it is still there.
 */
function endingRest(
  after: Payment,
  { data }: OrderEventOf<'moves_booked'>,
  failed: readonly WantedMove[],
): readonly OrderEvent[] {
  const unpaid = failed.filter(({ kind }) => kind === 'refund').map(({ document }) => document);
  const back = totalOf(data.captures) + totalOf(unpaid);
  const open = failed.length > unpaid.length ? openAuthorisation(after) : 0;
  return [
    ...givenBack(after, Math.min(back, refundable(after))),
    ...(open <= 0
      ? []
      : [{ type: 'void_requested', data: { voids: [moveOf(after, open)] }, personal: null } satisfies OrderEvent]),
  ];
}

/**
 * The payment that a command books: its provider is asked before it is decided. Null: it books none, or is refused whatever
 * the provider says.
 */
export function bookedPayment(order: Order, command: Command, actor: Actor): string | null {
  if (command.type !== 'book_payment') return null;
  const payment = knownPayment(order, command.paymentId);
  if ('refused' in payment || payment.answer !== 'approved') return null;
  return refusalNow(order, command.type, actor, command) === null ? payment.id : null;
}

const MOVES = ['capture', 'void', 'refund'] as const satisfies readonly MoneyKind[];

/** That what was asked for and has not gone out was done at the provider itself: for the same amount, each once. */
function doneThere(order: Order, payment: Payment, standing: ProviderStanding): readonly Command[] {
  const made = madeElsewhere(order, payment, standing);
  return MOVES.flatMap((kind) => {
    const free = [...made[kind]];
    return documentsOf(order, payment.id, kind).flatMap((document): Command[] => {
      const { id, state, amount } = document;
      if (state !== 'requested' || operationsOf(order, { kind, document }, standing).length > 0) return [];
      const place = free.findIndex((operation) => operation.amount === amount);
      const [same] = place === -1 ? [] : free.splice(place, 1);
      if (same === undefined) return [];
      const outerId = same.outerId === null ? {} : { outerId: same.outerId };
      return [{ type: `settle_${kind}`, [`${kind}Id`]: id, ...outerId } as unknown as Command];
    });
  });
}

/**
 * What is asked of the provider, and what it has left leaves no room for: somebody was there before. The oldest goes first;
 * captures and voids take of the same, and so does what the provider is at.
 */
function impossible(order: Order, paymentId: string, standing: ProviderStanding): readonly WantedMove[] {
  const asked = MOVES.flatMap((kind) =>
    documentsOf(order, paymentId, kind)
      .filter(({ state }) => state === 'requested')
      .map((document) => ({ kind, document })),
  );
  const isOut = (move: WantedMove): boolean => operationsOf(order, move, standing).length > 0;
  const left = {
    held: standing.authorised - standing.captured - standing.voided,
    taken: standing.captured - standing.refunded,
  };
  return [...asked.filter(isOut), ...asked.filter((move) => !isOut(move))].filter((move) => {
    const from = move.kind === 'refund' ? 'taken' : 'held';
    if (!isOut(move) && move.document.amount > left[from]) return true;
    left[from] -= move.document.amount;
    return false;
  });
}

const failure = ({ kind, document: { id, paymentId } }: WantedMove): OrderEvent => ({
  type: `${kind}_failed`,
  data: { id, paymentId, reversed: 0, beyond: 0 },
  personal: { message: null },
});

/** Refusals: capture_exceeds_authorised, refund_exceeds_captured. */
function booking(
  order: Order,
  paymentId: string,
  made: ReturnType<typeof madeElsewhere>,
): OrderEventOf<'moves_booked'> | Refusal {
  const payment = paymentOf(order, paymentId);
  const movesOf = (kind: MoneyKind): readonly MoneyMove[] =>
    made[kind].map(({ amount, outerId }: ProviderOperation) => ({ paymentId, amount, elsewhere: { outerId } }));
  const [captures, voids, refunds] = [movesOf('capture'), movesOf('void'), movesOf('refund')];
  const [taken, back] = [totalOf(captures), totalOf(refunds)];
  const left = openAuthorisation(payment);
  if (taken + totalOf(voids) > left) return refuse('capture_exceeds_authorised', '/paymentId', { left });
  if (back > refundable(payment) + taken)
    return refuse('refund_exceeds_captured', '/paymentId', { left: refundable(payment) + taken });
  const credited = letOff(order, payment, taken, back);
  return { type: 'moves_booked', data: { paymentId, captures, voids, refunds, credited }, personal: null };
}

/** Money paid too much goes back first, and then the buyer is let off; of what has ended nothing was owed. */
function letOff(order: Order, payment: Payment, taken: Amount, back: Amount): Amount {
  if (hasEnded(order, payment)) return 0;
  const overpaid = Math.max(0, taken - amountDue(order.head.ledger) - refundsUnderWay(order));
  return Math.min(Math.max(0, back - overpaid), Math.max(0, standingSale(order.head)));
}
