import type { Command } from '@docket/core/order/commands';
import type { Order } from '@docket/core/order/order';
import { type Payment, waits } from '@docket/core/order/payment';
import {
  beginKey,
  closeKey,
  moveKey,
  operationsOf,
  wantedMoves,
  type WantedMove,
  wholeOf,
  wantsToBegin,
  wantsToClose,
} from '@docket/core/order/provider-work';
import type { BeginOutcome, MoneyOutcome, PaymentProvider, ProviderStanding } from '@docket/core/payment-provider';
import { TaskGivenUp, type TaskHandler } from '../followers/drain-tasks.js';
import { type AboutPayment, agree, type AgreeDependencies, type Agreement, ask } from './agree.js';
import type { GatewayOperation } from './gateway-log.js';
import type { OpenProvider } from './open-provider.js';

/** The kind of the task that does what a payment wants of its provider; its key is `<order id>/<payment id>`. */
export const PAYMENT_WORK = 'payment_work';

export interface PaymentWorkDependencies extends AgreeDependencies {
  readonly open: OpenProvider;
  readonly eventsUrl: (account: string, provider: string) => string;
  /** The buyer's page of an order. */
  readonly returnUrl: (orderId: string) => string;
  /** Sets the task anew: its provider has not decided yet, and is asked once more after so many seconds. */
  readonly lookAgain: (account: string, payload: WorkPayload, seconds: number) => Promise<void>;
}

export interface WorkPayload {
  readonly orderId: string;
  readonly paymentId: string;
  /** How often somebody looked and there was no answer yet. */
  readonly looks: number;
  /** A try that nobody knows the end of was made before, whatever the task counts. */
  readonly asked?: true;
}

/** A minute, two, four … a day at most: the thirtieth look is three weeks after the first. Events come long before. */
const FIRST_LOOK = 60;
const MOST_BETWEEN = 86_400;
const MOST_LOOKS = 30;

/**
 * Asks a provider for what its payment wants: the money, captures, voids, refunds. Everything is read off the order, each
 * request has its key, and where it is not sure that nothing was asked before, what stands is looked up first: so the work may
 * be interrupted anywhere, be done by two at once, and be begun again. An answer that is lost is an error: the task is tried
 * again, and in the end stands among those that failed.
 */
export function paymentWorkHandler(dependencies: PaymentWorkDependencies): TaskHandler {
  const { load, execute, open, lookAgain } = dependencies;

  return async ({ account, payload, attempts }) => {
    const { orderId, paymentId, looks, asked = false } = payload as WorkPayload;
    const order = await load(account, orderId);
    const payment = order?.documents.payment[paymentId];
    if (order === null || payment?.provider == null) return;
    const onlyCloses = isAtRest(order, payment);
    if (onlyCloses && !wantsToClose(payment)) return;
    const about = { account, orderId, paymentId, provider: payment.provider, reason: 'payment provider' };
    const operation = operationFor(order, payment);
    const isFirst = attempts === 1 && looks === 0 && !asked;
    const opening = await open({ ...about, operation });
    // Nobody is left who could be told.
    if (opening.state !== 'open' && onlyCloses) return;
    if (opening.state === 'unknown') throw new Error(`the account has no payment provider ${payment.provider}`);
    if (opening.state === 'incomplete') {
      throw new Error(`${payment.provider} is not set up: ${opening.missing.join(', ')} not set`);
    }
    const { provider } = opening;
    if (!provider.capabilities.calls) return;
    // On approval the provider may have taken the money with it; of what has ended, somebody may have paid. What goes back
    // may have gone back already, in the provider's own screens.
    const goesBack = wantedMoves(order, payment).some(({ kind }) => kind === 'refund');
    const isUnknownThere = payment.transactionId === null && !wantsToBegin(order, payment);
    const needsLook =
      !isFirst || payment.capture === 'on_approval' || wantsToClose(payment) || isUnknownThere || goesBack;
    const agreed = needsLook ? await agreeOrThrow(provider, about) : null;
    const closing = await close(provider, about, agreed?.standing ?? null);
    const isUndecided = (await doWork(provider, about, agreed)) || closing;
    await rest(provider, about, { orderId, paymentId, looks }, isUndecided);
  };

  async function agreeOrThrow(
    provider: PaymentProvider,
    about: AboutPayment,
    outerId: string | null = null,
  ): Promise<Agreement> {
    const agreed = await agree(dependencies, provider, about, outerId);
    if (agreed.unknown !== null) throw new Error(`${about.provider} did not answer: ${agreed.unknown}`);
    if (agreed.conflict !== null) throw new TaskGivenUp(`${about.provider}: ${agreed.conflict}`);
    return agreed;
  }

  /**
   * Tells the provider of a payment that ended while it waited for the buyer: nobody shall pay it any more. True: somebody
   * has paid, and whether that is good is still to be seen, as for days with a direct debit.
   */
  async function close(
    provider: PaymentProvider,
    about: AboutPayment,
    standing: ProviderStanding | null,
  ): Promise<boolean> {
    if (standing?.state !== 'waiting') return false;
    const { account, orderId, paymentId } = about;
    const order = await load(account, orderId);
    const payment = order?.documents.payment[paymentId];
    if (order === null || payment === undefined || !wantsToClose(payment)) return false;
    const { outerId } = standing;
    const outcome = await provider.close({ key: closeKey(order, paymentId), outerId });
    if (outcome.state === 'unknown') throw new Error(`${about.provider} did not answer: ${outcome.message}`);
    if (outcome.state === 'closed') return false;
    const agreed = await agreeOrThrow(provider, about, outerId);
    return agreed.standing?.state === 'waiting';
  }

  /** What has not been asked for yet, one after the other. Answers as `close`. */
  async function doWork(provider: PaymentProvider, about: AboutPayment, agreed: Agreement | null): Promise<boolean> {
    const { account, orderId, paymentId } = about;
    const order = await load(account, orderId);
    const payment = order?.documents.payment[paymentId];
    if (order === null || payment === undefined) return false;
    if (wantsToBegin(order, payment)) {
      const outcome = await provider.begin(beginRequest(order, payment, about));
      const refused = await ask(execute, about, told(paymentId, outcome, provider, about.provider));
      if (refused === null) return false;
      // It may have ended meanwhile, and a page is open that the order never heard of.
      const { standing } = await agreeOrThrow(provider, about, 'outerId' in outcome ? outcome.outerId : null);
      return close(provider, about, standing);
    }
    for (const move of wantedMoves(order, payment)) {
      const asked = agreed?.standing == null ? [] : operationsOf(order, move, agreed.standing);
      if (asked.some(({ state }) => state === 'waiting')) continue;
      await moveMoney(provider, about, order, payment, move, agreed?.standing?.outerId ?? null);
    }
    return false;
  }

  async function moveMoney(
    provider: PaymentProvider,
    about: AboutPayment,
    order: Order,
    payment: Payment,
    move: WantedMove,
    found: string | null,
  ): Promise<void> {
    const { kind, document } = move;
    // One that ended before its begin was answered keeps no id.
    const outerId = payment.transactionId ?? found;
    if (outerId === null) throw new Error(`the provider's id of payment ${payment.id} is not known`);
    const outcome = await provider[kind]({
      key: moveKey(order, move),
      orderId: about.orderId,
      paymentId: payment.id,
      amount: document.amount,
      currency: order.head.currency,
      outerId,
    });
    const command = answered(move, outcome, about.provider);
    if (command === null) return;
    const refused = await ask(execute, about, [command]);
    // An event about the same may have been faster; anything else shows in the comparison.
    if (refused !== null) await agreeOrThrow(provider, about);
  }

  /** Looks again later where an answer is still to come. */
  async function rest(
    provider: PaymentProvider,
    about: AboutPayment,
    payload: WorkPayload,
    isUndecided: boolean,
  ): Promise<void> {
    const { account, orderId, paymentId } = about;
    const order = await load(account, orderId);
    const payment = order?.documents.payment[paymentId];
    if (order === null || payment === undefined || (isAtRest(order, payment) && !isUndecided)) return;
    const wanted = wantedMoves(order, payment);
    const looks = payload.looks + 1;
    if (looks > MOST_LOOKS) {
      // A buyer who never paid owes no answer; a provider that took a request does.
      if (wanted.length === 0 && !isUndecided) return;
      throw new TaskGivenUp(`${about.provider} has not answered for three weeks`);
    }
    const soon = wanted.length > 0 && !provider.capabilities.events ? 1 : 2 ** (looks - 1);
    await lookAgain(account, { ...payload, looks }, Math.min(MOST_BETWEEN, FIRST_LOOK * soon));
  }

  function beginRequest(order: Order, payment: Payment, { account, provider }: AboutPayment) {
    const { head } = order;
    return {
      key: beginKey(order, payment.id),
      orderId: head.orderId,
      paymentId: payment.id,
      orderNumber: head.number ?? head.orderId,
      amount: payment.amount,
      currency: head.currency,
      capture: payment.capture === 'on_approval' ? ('on_approval' as const) : ('on_invoice' as const),
      token: payment.token,
      customerId: head.customerId,
      returnUrl: dependencies.returnUrl(head.orderId),
      eventsUrl: dependencies.eventsUrl(account, provider),
    };
  }
}

/** Nothing to ask, and no answer that is still to come. */
const isAtRest = (order: Order, payment: Payment): boolean =>
  !wantsToBegin(order, payment) &&
  wantedMoves(order, payment).length === 0 &&
  !(waits(payment) && payment.transactionId !== null && order.head.cancellation === null);

function operationFor(order: Order, payment: Payment): GatewayOperation {
  if (wantsToBegin(order, payment)) return 'begin';
  if (wantsToClose(payment)) return 'close';
  return wantedMoves(order, payment)[0]?.kind ?? 'lookup';
}

/** What an order is told of how a payment began. */
function told(
  paymentId: string,
  outcome: BeginOutcome,
  { capabilities }: PaymentProvider,
  provider: string,
): readonly Command[] {
  const asWhole = wholeOf(capabilities);
  const whole = asWhole.length === 0 ? {} : { whole: asWhole };
  switch (outcome.state) {
    case 'approved': {
      const begun = { type: 'begin_payment', paymentId, outerId: outcome.outerId, ...whole } as const;
      return [begun, { type: 'approve_payment', paymentId, amount: outcome.authorised }];
    }
    case 'denied':
      return [{ type: 'deny_payment', paymentId, message: outcome.message.slice(0, 500) }];
    case 'waiting': {
      const { outerId, link, token } = outcome;
      const shown = { ...(link === null ? {} : { link }), ...(token === null ? {} : { token }) };
      return [{ type: 'begin_payment', paymentId, outerId, ...shown, ...whole }];
    }
    case 'unknown':
      throw new Error(`${provider} did not answer: ${outcome.message}`);
    default: {
      const never: never = outcome;
      throw new Error(`unknown outcome ${JSON.stringify(never)}`);
    }
  }
}

/** The same of money that was to move; null: the answer is still to come. */
function answered({ kind, document }: WantedMove, outcome: MoneyOutcome, provider: string): Command | null {
  const named = { [`${kind}Id`]: document.id };
  switch (outcome.state) {
    case 'settled':
      return {
        type: `settle_${kind}`,
        ...named,
        ...(outcome.outerId === null ? {} : { outerId: outcome.outerId }),
      } as Command;
    case 'declined':
      return { type: `fail_${kind}`, ...named, message: outcome.message.slice(0, 500) } as Command;
    case 'waiting':
      return null;
    case 'unknown':
      throw new Error(`${provider} did not answer: ${outcome.message}`);
    default: {
      const never: never = outcome;
      throw new Error(`unknown outcome ${JSON.stringify(never)}`);
    }
  }
}
