import { allocateWithin } from '../money/allocate.js';
import { type Amount, sum } from '../money/amount.js';
import type { Context, Facts, PlacedBeside } from './decision.js';
import type { MoneyMove } from './events.js';
import { decideExchange } from './exchange.js';
import type { Order } from './order.js';
import { refuse, type Refusal } from './refusals.js';
import type { ReturnSettled } from './return.js';
import type { SettleReturn } from './return-commands.js';

/** How the money of a settlement goes, and what the event says of it. */
export interface Outcome extends Pick<ReturnSettled, 'storeCredit' | 'exchange'> {
  /** Come to what `refunds` came to, payment by payment. */
  readonly refunds: readonly MoneyMove[];
  readonly placed?: PlacedBeside;
}

/**
 * What the buyer gets for goods that came back, by the resolution that was chosen. Whichever it is, the money leaves the
 * payments that brought it, so no payment and no line gives more than it had, and none of it can be given again.
 * Refusals: return_exchange_misplaced, nothing_to_refund, store_credit_needs_customer, and those of an exchange.
 * @param refunds what the payments would give back
 */
export function outcomeOf(
  order: Order,
  command: SettleReturn,
  refunds: readonly MoneyMove[],
  facts: Facts,
  context: Context,
): Outcome | Refusal {
  if (command.exchange !== undefined && command.resolution !== 'exchange')
    return refuse('return_exchange_misplaced', '/exchange', { resolution: command.resolution });
  switch (command.resolution) {
    case 'refund':
      return { refunds };
    case 'store_credit':
      return refunds.length === 0 ? refuse('nothing_to_refund') : creditedTo(order, refunds, '/resolution');
    case 'exchange': {
      const { exchange } = command;
      if (exchange === undefined) return refuse('nothing_to_sell', '/exchange');
      const made = decideExchange(order, command.returnId, exchange, sumOf(refunds), facts, context);
      if ('refused' in made) return made;
      const { paying, left } = splitOff(refunds, made.paid);
      const rest =
        exchange.leftOver === 'store_credit' && left.length > 0
          ? creditedTo(order, left, '/exchange/leftOver')
          : { refunds: left };
      if ('refused' in rest) return rest;
      return {
        ...rest,
        refunds: [...paying, ...rest.refunds],
        exchange: { orderId: made.placed.orderId, amount: made.paid },
        placed: made.placed,
      };
    }
    default: {
      const never: never = command.resolution;
      throw new Error(`unknown resolution ${String(never)}`);
    }
  }
}

/** Refusal: store_credit_needs_customer. */
const creditedTo = (
  { head }: Order,
  refunds: readonly MoneyMove[],
  pointer: string,
): Pick<Outcome, 'refunds' | 'storeCredit'> | Refusal =>
  head.customerId === null
    ? refuse('store_credit_needs_customer', pointer)
    : {
        refunds: refunds.map(({ paymentId, amount }) => ({ paymentId, amount, pending: true, to: 'store_credit' })),
        storeCredit: sumOf(refunds),
      };

/** What pays the exchange, and what is left of each payment's part. */
function splitOff(
  refunds: readonly MoneyMove[],
  paid: Amount,
): { readonly paying: readonly MoneyMove[]; readonly left: readonly MoneyMove[] } {
  const parts = allocateWithin(
    paid,
    refunds.map(({ amount }) => amount),
  );
  return {
    paying: refunds.flatMap(({ paymentId }, index): MoneyMove[] => {
      const amount = parts[index] ?? 0;
      return amount === 0 ? [] : [{ paymentId, amount, to: 'exchange' }];
    }),
    left: refunds.flatMap((move, index) => {
      const amount = move.amount - (parts[index] ?? 0);
      return amount === 0 ? [] : [{ ...move, amount }];
    }),
  };
}

const sumOf = (moves: readonly MoneyMove[]): Amount => sum(moves.map(({ amount }) => amount));
