import { isDeepStrictEqual } from 'node:util';
import type { Command } from '@docket/core/order/commands';
import type { Order } from '@docket/core/order/order';
import type { Payment } from '@docket/core/order/payment';
import { beginKey, differenceTo, wholeOf } from '@docket/core/order/provider-work';
import type { PaymentProvider, ProviderStanding } from '@docket/core/payment-provider';
import type { Execute } from '../execute.js';

/** Which payment, and who says something of it. */
export interface AboutPayment {
  readonly account: string;
  readonly orderId: string;
  readonly paymentId: string;
  /** The provider's name in the account: the actor of every event that follows. */
  readonly provider: string;
  readonly reason: string;
}

export interface AgreeDependencies {
  readonly load: (account: string, orderId: string) => Promise<Order | null>;
  readonly execute: Execute;
}

/** `changed`: commands were accepted. `conflict`: what a person has to judge. `unknown`: the provider did not answer. */
export interface Agreement {
  readonly changed: boolean;
  readonly conflict: string | null;
  readonly unknown: string | null;
  /** What the provider says; null: it knows nothing of the payment. */
  readonly standing: ProviderStanding | null;
}

/** An approval asks for a capture, whose answer may be there already: three rounds end it, and no order needs ten. */
const MOST_ROUNDS = 10;

/**
 * Brings an order to what its provider says stands. Nothing is remembered in between, so it may end anywhere and begin
 * again; where somebody else was faster, the next round finds nothing left to do.
 */
export async function agree(
  { load, execute }: AgreeDependencies,
  provider: PaymentProvider,
  about: AboutPayment,
  outerId: string | null = null,
): Promise<Agreement> {
  const { account, orderId, paymentId } = about;
  const first = await load(account, orderId);
  const known = first === null ? undefined : first.documents.payment[paymentId];
  if (first === null || known === undefined) throw new Error(`order ${orderId} has no payment ${paymentId}`);
  const found = await provider.lookup({
    outerId: known.transactionId ?? outerId,
    key: beginKey(first, paymentId),
  });
  if (found.state === 'unknown') return { changed: false, conflict: null, unknown: found.message, standing: null };
  if (found.state === 'absent') return { changed: false, conflict: null, unknown: null, standing: null };
  const { standing } = found;
  let changed = false;
  let refused: string | null = null;
  let before: readonly Command[] = [];
  for (let order: Order | null = first, round = 0; order !== null; order = await load(account, orderId), round += 1) {
    const payment: Payment | undefined = order.documents.payment[paymentId];
    if (payment === undefined) throw new Error(`order ${orderId} has no payment ${paymentId}`);
    const { commands, conflict } = differenceTo(order, payment, standing, wholeOf(provider.capabilities));
    if (commands.length === 0) return { changed, conflict, unknown: null, standing };
    // What did not help once does not help again; whoever sees the failure knows more.
    if (round === MOST_ROUNDS || isDeepStrictEqual(commands, before)) {
      throw new Error(refused ?? `payment ${paymentId} does not come to rest`);
    }
    before = commands;
    refused = await ask(execute, about, commands);
    changed ||= refused === null;
  }
  throw new Error(`order ${orderId} is gone`);
}

/** Asks until one is refused; answers by what. Somebody else may have done the same: the next comparison tells. */
export async function ask(
  execute: Execute,
  { account, orderId, provider, reason }: AboutPayment,
  commands: readonly Command[],
): Promise<string | null> {
  const actor = { kind: 'payment_provider', id: `provider:${provider}` } as const;
  for (const command of commands) {
    const outcome = await execute({ account, orderId, command, actor, reason: reason.slice(0, 200) });
    if (!outcome.accepted) return `${command.type} was refused: ${outcome.refusal.refused}`;
  }
  return null;
}
