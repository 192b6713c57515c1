import type {
  BeginOutcome,
  BeginRequest,
  CloseOutcome,
  EventDelivery,
  EventReading,
  MoneyOutcome,
  PaymentProvider,
} from '@docket/core/payment-provider';
import Stripe from 'stripe';
import { type GatewayClientDependencies, sendToGateway } from './gateway-client.js';
import { fromStripe, toStripe } from './stripe-amounts.js';
import { captureMark, findByKey, type Found, readPayment, standingOf } from './stripe-standing.js';

export interface StripeSettings {
  readonly secretKey: string;
  /** Of the endpoint that Stripe sends events to (`whsec_…`). */
  readonly eventSecret: string;
  /** Absent: Stripe. */
  readonly at?: { readonly protocol: 'http' | 'https'; readonly host: string; readonly port: number };
}

/** Deliveries that are older are not believed, in seconds: what Stripe's own library takes. */
const BELIEVED_FOR = 300;

/**
 * Stripe, through its own library. A payment is a Checkout session (a page to pay on), or a payment intent where the shop
 * collected a payment method with Stripe's elements and hands its id over as the token.
 */
export function createStripeProvider(
  { secretKey, eventSecret, at }: StripeSettings,
  client: GatewayClientDependencies,
): PaymentProvider {
  const stripe = new Stripe(secretKey, {
    ...at,
    httpClient: Stripe.createFetchHttpClient(fetchThrough(client)),
    // Whoever calls us tries again by itself, and looks up first.
    maxNetworkRetries: 0,
    telemetry: false,
  });

  const capturing = async (outerId: string): Promise<Found> => readPayment(stripe, outerId);

  return {
    capabilities: {
      calls: true,
      events: true,
      captureInParts: true,
      voidInParts: false,
      refundInParts: true,
      payPage: true,
    },
    check: () =>
      stripe.balance.retrieve().then(
        () => ({ works: true as const }),
        (error: unknown) => ({ works: false as const, message: wordsOf(error) }),
      ),
    async begin(request): Promise<BeginOutcome> {
      if (toStripe(request.amount, request.currency) === null) {
        return { state: 'denied', outerId: null, message: `Stripe takes no ${request.currency} amount like this` };
      }
      try {
        return request.token === null
          ? await beginPage(stripe, request)
          : await beginIntent(stripe, request, request.token);
      } catch (error) {
        return failed(error, (message) => ({ state: 'denied', outerId: null, message }));
      }
    },
    capture: ({ outerId, key, amount, currency }) =>
      settling(async () => {
        const { intent, multicapture } = await capturing(outerId);
        if (intent === null) return { state: 'declined', message: 'nobody has paid yet' };
        await stripe.paymentIntents.capture(
          intent.id,
          {
            amount_to_capture: toStripe(amount, currency) ?? amount,
            metadata: captureMark(key, amount),
            // Where a card takes more than one capture, the rest is kept; elsewhere Stripe gives it up by itself.
            ...(multicapture ? { final_capture: false } : {}),
          },
          { idempotencyKey: key },
        );
        return { state: 'settled', outerId: intent.id };
      }),
    void: ({ outerId, key, amount, currency }) =>
      settling(async () => {
        const { session, intent, charge } = await capturing(outerId);
        if (intent === null) {
          if (session !== null) await stripe.checkout.sessions.expire(session.id, {}, { idempotencyKey: key });
          return { state: 'settled', outerId: null };
        }
        // what a card that is captured once does not take, Stripe has given up by itself
        const released = charge === null ? 0 : fromStripe(charge.amount - charge.amount_captured, currency);
        if ((intent.status === 'succeeded' || intent.status === 'canceled') && amount <= released)
          return { state: 'settled', outerId: intent.id };
        if (amount < fromStripe(intent.amount_capturable, currency)) {
          return { state: 'declined', message: 'Stripe gives up all that is left or nothing' };
        }
        await stripe.paymentIntents.cancel(intent.id, {}, { idempotencyKey: key });
        return { state: 'settled', outerId: intent.id };
      }),
    refund: ({ outerId, key, amount, currency, orderId, paymentId }) =>
      settling(async () => {
        const { intent } = await capturing(outerId);
        if (intent === null) return { state: 'declined', message: 'nobody has paid yet' };
        const refund = await stripe.refunds.create(
          {
            payment_intent: intent.id,
            amount: toStripe(amount, currency) ?? amount,
            metadata: { docket_key: key, docket_order: orderId, docket_payment: paymentId },
          },
          { idempotencyKey: key },
        );
        if (refund.status === 'failed' || refund.status === 'canceled') {
          return { state: 'declined', message: refund.failure_reason ?? refund.status };
        }
        return { state: refund.status === 'succeeded' ? 'settled' : 'waiting', outerId: refund.id };
      }),
    async close({ outerId, key }): Promise<CloseOutcome> {
      try {
        const { session, intent, charge } = await readPayment(stripe, outerId);
        if (session?.status === 'expired' || intent?.status === 'canceled') return { state: 'closed' };
        if (session?.status === 'complete' || charge?.status === 'succeeded') return { state: 'answered' };
        if (session !== null) await stripe.checkout.sessions.expire(session.id, {}, { idempotencyKey: key });
        else if (intent !== null) await stripe.paymentIntents.cancel(intent.id, {}, { idempotencyKey: key });
        return { state: 'closed' };
      } catch (error) {
        // somebody paid in between
        return failed(error, () => ({ state: 'answered' as const }));
      }
    },
    async lookup({ outerId, key }) {
      try {
        const found = outerId === null ? await findByKey(stripe, key) : await readPayment(stripe, outerId);
        return found === null ? { state: 'absent' } : { state: 'found', standing: await standingOf(stripe, found) };
      } catch (error) {
        if (error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === 404) {
          return { state: 'absent' };
        }
        return { state: 'unknown', message: wordsOf(error) };
      }
    },
    readEvent: (delivery) => readStripeEvent(stripe, eventSecret, delivery),
  };
}

/** Asked again with its key, all of it has to be as it was: nothing in it may come from the clock. */
async function beginPage(stripe: Stripe, request: BeginRequest): Promise<BeginOutcome> {
  const { key, orderNumber, amount, currency, returnUrl } = request;
  const metadata = metadataOf(request);
  const session = await stripe.checkout.sessions.create(
    {
      mode: 'payment',
      client_reference_id: orderNumber,
      line_items: [
        {
          quantity: 1,
          price_data: {
            currency: currency.toLowerCase(),
            unit_amount: toStripe(amount, currency) ?? amount,
            product_data: { name: orderNumber },
          },
        },
      ],
      payment_intent_data: {
        capture_method: request.capture === 'on_approval' ? 'automatic' : 'manual',
        description: orderNumber,
        metadata,
      },
      ...(request.capture === 'on_invoice'
        ? { payment_method_options: { card: { request_multicapture: 'if_available' as const } } }
        : {}),
      metadata,
      success_url: returnUrl,
      cancel_url: returnUrl,
    },
    { idempotencyKey: key },
  );
  return { state: 'waiting', outerId: session.id, link: session.url, token: null };
}

async function beginIntent(stripe: Stripe, request: BeginRequest, token: string): Promise<BeginOutcome> {
  const { key, orderNumber, amount, currency, returnUrl } = request;
  const intent = await stripe.paymentIntents.create(
    {
      amount: toStripe(amount, currency) ?? amount,
      currency: currency.toLowerCase(),
      payment_method: token,
      confirm: true,
      capture_method: request.capture === 'on_approval' ? 'automatic' : 'manual',
      description: orderNumber,
      metadata: metadataOf(request),
      return_url: returnUrl,
      ...(request.capture === 'on_invoice'
        ? { payment_method_options: { card: { request_multicapture: 'if_available' as const } } }
        : {}),
    },
    { idempotencyKey: key },
  );
  const outerId = intent.id;
  if (intent.status === 'requires_capture') return { state: 'approved', outerId, authorised: amount, captured: 0 };
  if (intent.status === 'succeeded') return { state: 'approved', outerId, authorised: amount, captured: amount };
  if (intent.status === 'requires_action' || intent.status === 'processing') {
    return { state: 'waiting', outerId, link: intent.next_action?.redirect_to_url?.url ?? null, token: null };
  }
  return { state: 'denied', outerId, message: intent.last_payment_error?.message ?? intent.status };
}

const metadataOf = ({ key, orderId, paymentId }: BeginRequest): Record<string, string> => ({
  docket_key: key,
  docket_order: orderId,
  docket_payment: paymentId,
});

async function settling(work: () => Promise<MoneyOutcome>): Promise<MoneyOutcome> {
  try {
    return await work();
  } catch (error) {
    return failed(error, (message) => ({ state: 'declined', message }));
  }
}

/** A card or a request that Stripe refuses is final. Keys that do not work, floods and broken connections say nothing. */
function failed<T>(error: unknown, final: (message: string) => T): T | { state: 'unknown'; message: string } {
  const { StripeCardError, StripeInvalidRequestError } = Stripe.errors;
  const isFinal =
    error instanceof StripeCardError || (error instanceof StripeInvalidRequestError && error.statusCode !== 409);
  return isFinal ? final(error.message) : { state: 'unknown', message: wordsOf(error) };
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Stripe.errors.StripeError)) throw error;
  return `${error.type}: ${error.message}`.slice(0, 500);
}

function readStripeEvent(stripe: Stripe, secret: string, { headers, body, now }: EventDelivery): EventReading {
  const signature = headers['stripe-signature'];
  if (typeof signature !== 'string') return { genuine: false, reason: 'signature' };
  let event: Stripe.Event;
  try {
    event = stripe.webhooks.constructEvent(body, signature, secret, BELIEVED_FOR, undefined, now * 1_000);
  } catch {
    return { genuine: false, reason: 'signature' };
  }
  const told = event.data.object as { object?: string; id?: string; metadata?: Record<string, string> | null };
  const metadata = told.metadata ?? {};
  const outerId = told.object === 'checkout.session' ? (told.id ?? null) : null;
  const orderId = metadata['docket_order'] ?? null;
  if (outerId === null && orderId === null) return { genuine: true, events: [] };
  return {
    genuine: true,
    events: [
      {
        id: event.id,
        type: event.type,
        outerId,
        orderId,
        paymentId: metadata['docket_payment'] ?? null,
        paid: PAID.has(event.type),
      },
    ],
  };
}

const PAID: ReadonlySet<string> = new Set([
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'payment_intent.amount_capturable_updated',
  'payment_intent.succeeded',
]);

/** The library builds and reads requests; they leave through our guard and into our log. */
function fetchThrough(client: GatewayClientDependencies): typeof fetch {
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const method = init?.method ?? 'GET';
    if (method !== 'GET' && method !== 'POST') throw new Error(`${method} is not asked of Stripe`);
    const headers = Object.fromEntries(new Headers(init?.headers));
    const body = typeof init?.body === 'string' ? init.body : '';
    const answer = await sendToGateway(client, { method, url, headers, body });
    if ('lost' in answer) throw new Error(answer.lost);
    return new Response(answer.text, { status: answer.status, headers: { 'content-type': 'application/json' } });
  };
}
