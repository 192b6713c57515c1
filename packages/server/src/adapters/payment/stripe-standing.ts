import { createHash } from 'node:crypto';
import type { ProviderOperation, ProviderStanding } from '@docket/core/payment-provider';
import type Stripe from 'stripe';
import { fromStripe } from './stripe-amounts.js';

/** A payment as Stripe has it: the page, and what became of it. */
export interface Found {
  /** Null where the shop collected the payment method itself. */
  readonly session: Stripe.Checkout.Session | null;
  /** Null while nobody has paid on the page. */
  readonly intent: Stripe.PaymentIntent | null;
  readonly charge: Stripe.Charge | null;
  /** The card takes more than one capture. */
  readonly multicapture: boolean;
}

export async function readPayment(stripe: Stripe, outerId: string): Promise<Found> {
  if (!outerId.startsWith('cs_')) {
    return foundOf(null, await stripe.paymentIntents.retrieve(outerId, { expand: ['latest_charge'] }));
  }
  const session = await stripe.checkout.sessions.retrieve(outerId, {
    expand: ['payment_intent', 'payment_intent.latest_charge'],
  });
  const intent = typeof session.payment_intent === 'object' ? session.payment_intent : null;
  return foundOf(session, intent);
}

/**
 * A payment whose begin was never answered. Only an intent can hold money then: nobody was sent to a page whose address
 * was lost, and the same key gives the same page for a day.
 */
export async function findByKey(stripe: Stripe, key: string): Promise<Found | null> {
  const { data } = await stripe.paymentIntents.search({
    query: `metadata["docket_key"]:"${key.replaceAll(/["\\]/g, '')}"`,
    limit: 1,
    expand: ['data.latest_charge'],
  });
  return data[0] === undefined ? null : foundOf(null, data[0]);
}

function foundOf(session: Found['session'], intent: Found['intent']): Found {
  const charge = intent !== null && typeof intent.latest_charge === 'object' ? intent.latest_charge : null;
  const multicapture = charge?.payment_method_details?.card?.multicapture?.status === 'available';
  return { session, intent, charge, multicapture };
}

/** Stripe keeps no list of captures, so each leaves a mark on its payment. Names of marks have 40 characters at most. */
export function captureMark(key: string, amount: number): Record<string, string> {
  const name = `capture_${createHash('sha256').update(key).digest('hex').slice(0, 24)}`;
  return { [name]: `${amount} ${key}` };
}

export async function standingOf(stripe: Stripe, { session, intent, charge }: Found): Promise<ProviderStanding> {
  const outerId = session?.id ?? intent?.id ?? '';
  const nothing = { authorised: 0, captured: 0, voided: 0, refunded: 0, operations: [] };
  if (intent === null) {
    const over = session?.status === 'expired';
    const message = over ? 'the page to pay on has expired' : null;
    return { outerId, state: over ? 'denied' : 'waiting', message, link: session?.url ?? null, ...nothing };
  }
  if (charge?.status !== 'succeeded') {
    const over = intent.status === 'canceled' || (session === null && intent.status === 'requires_payment_method');
    const message = intent.last_payment_error?.message ?? null;
    const link = session?.url ?? intent.next_action?.redirect_to_url?.url ?? null;
    return { outerId, state: over ? 'denied' : 'waiting', message, link, ...nothing };
  }
  const amountOf = (amount: number): number => fromStripe(amount, intent.currency.toUpperCase());
  // What was not captured when the last capture came, or when it was cancelled, Stripe gave up by itself.
  const isOver = intent.status === 'succeeded' || intent.status === 'canceled';
  const released = isOver ? charge.amount - charge.amount_captured : 0;
  const refunds = (await refundsOf(stripe, intent.id)).filter(
    // It may show that as a refund which nobody asked for.
    ({ metadata, amount }) => metadata?.['docket_key'] !== undefined || amount !== released,
  );
  const operations = [
    ...capturesOf(intent, amountOf(charge.amount_captured)),
    ...(released === 0 ? [] : [operation('void', null, intent.id, amountOf(released), 'settled')]),
    ...refunds.map(({ id, amount, status, metadata, failure_reason: reason }) => {
      const failed = status === 'failed' || status === 'canceled';
      const state = failed ? 'declined' : status === 'succeeded' ? 'settled' : 'waiting';
      return operation('refund', metadata?.['docket_key'] ?? null, id, amountOf(amount), state, reason ?? null);
    }),
  ];
  const settled = (kind: ProviderOperation['kind']): number =>
    operations
      .filter((each) => each.kind === kind && each.state === 'settled')
      .reduce((total, { amount }) => total + amount, 0);
  return {
    outerId,
    state: 'approved',
    message: null,
    link: null,
    authorised: amountOf(charge.amount),
    captured: amountOf(charge.amount_captured),
    voided: amountOf(released),
    refunded: settled('refund'),
    operations,
  };
}

/** Those that left a mark, and what somebody captured elsewhere, or Stripe when the buyer paid. */
function capturesOf(
  { id, metadata, capture_method: method }: Stripe.PaymentIntent,
  captured: number,
): readonly ProviderOperation[] {
  const marked = Object.entries(metadata)
    .filter(([name]) => name.startsWith('capture_'))
    .map(([, value]) => {
      const [amount = '', key = ''] = value.split(' ');
      return operation('capture', key, id, Number(amount), 'settled');
    });
  const rest = captured - marked.reduce((total, { amount }) => total + amount, 0);
  if (rest <= 0) return marked;
  const key = method === 'manual' ? null : (metadata['docket_key'] ?? null);
  return [...marked, operation('capture', key, id, rest, 'settled')];
}

const operation = (
  kind: ProviderOperation['kind'],
  key: string | null,
  outerId: string,
  amount: number,
  state: ProviderOperation['state'],
  message: string | null = null,
): ProviderOperation => ({ kind, key, outerId, amount, state, message });

/** More than 100 refunds of one payment are left to a person. */
async function refundsOf(stripe: Stripe, intent: string): Promise<readonly Stripe.Refund[]> {
  const { data } = await stripe.refunds.list({ payment_intent: intent, limit: 100 });
  return data;
}
