import { createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What Stripe's published API says of the few calls that the adapter makes, with made-up data. It answers a key that it
 * knows as it did the first time, and keeps to its own ceilings.
 */
export interface StripeServer {
  readonly at: { readonly protocol: 'http'; readonly host: string; readonly port: number };
  readonly secretKey: string;
  readonly eventSecret: string;
  /** What it would have sent to the address of the account, in order. */
  readonly sent: { readonly body: string; readonly signature: string }[];
  /** The buyer on the page of a session. */
  pay(session: string): void;
  /** The buyer on the page of a session gives a bank account: it is paid, and takes days. */
  payByDebit(session: string): void;
  /** The bank has paid what was begun so, by the id of its session or intent. */
  debit(id: string): void;
  expire(session: string): void;
  /** The next request is carried out, and its answer lost. */
  loseNext(): void;
  /** The next request is answered so and not carried out. */
  failNext(status: number, error: object): void;
  close(): Promise<void>;
}

interface Intent {
  id: string;
  object: 'payment_intent';
  amount: number;
  amount_capturable: number;
  amount_received: number;
  currency: string;
  capture_method: string;
  status: string;
  metadata: Record<string, string>;
  latest_charge: Charge | null;
  next_action: null;
  last_payment_error: { message: string } | null;
}
interface Charge {
  id: string;
  object: 'charge';
  amount: number;
  amount_captured: number;
  status: string;
  payment_method_details: { card: { multicapture: { status: string } } };
}
interface Session {
  id: string;
  object: 'checkout.session';
  url: string | null;
  status: string;
  payment_intent: Intent | null;
  metadata: Record<string, string>;
  form: Form;
}
interface Refund {
  id: string;
  object: 'refund';
  amount: number;
  status: string;
  payment_intent: string;
  metadata: Record<string, string>;
  failure_reason: string | null;
}
type Form = Record<string, string>;

class Refused extends Error {
  readonly status: number;
  readonly error: object;
  constructor(status: number, type: string, message: string) {
    super(message);
    this.status = status;
    this.error = { type, message };
  }
}

const newId = (kind: string): string => `${kind}_${randomBytes(12).toString('hex')}`;
const metadataIn = (form: Form, prefix = 'metadata'): Record<string, string> =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => {
      const key = name.startsWith(`${prefix}[`) ? name.slice(prefix.length + 1, -1) : null;
      return key === null ? [] : [[key, value]];
    }),
  );

export async function startStripeServer({ multicapture = true } = {}): Promise<StripeServer> {
  const secretKey = 'sk_test_made_up_for_tests';
  const eventSecret = 'whsec_made_up_for_tests';
  const sessions = new Map<string, Session>();
  const intents = new Map<string, Intent>();
  const refunds: Refund[] = [];
  const answered = new Map<string, { status: number; body: string; request: string }>();
  const sent: StripeServer['sent'] = [];
  let losing = false;
  let failing: { status: number; error: object } | null = null;

  const tell = (type: string, object: object): void => {
    const body = JSON.stringify({ id: newId('evt'), object: 'event', type, data: { object } });
    const seconds = Math.floor(Date.now() / 1_000);
    const mac = createHmac('sha256', eventSecret).update(`${seconds}.${body}`).digest('hex');
    sent.push({ body, signature: `t=${seconds},v1=${mac}` });
  };

  const intentOf = (form: Form, metadata: Record<string, string>, amount: number): Intent => {
    const manual = (form['capture_method'] ?? form['payment_intent_data[capture_method]']) === 'manual';
    const intent: Intent = {
      id: newId('pi'),
      object: 'payment_intent',
      amount,
      amount_capturable: manual ? amount : 0,
      amount_received: manual ? 0 : amount,
      currency: form['currency'] ?? form['line_items[0][price_data][currency]'] ?? '',
      capture_method: manual ? 'manual' : 'automatic',
      status: manual ? 'requires_capture' : 'succeeded',
      metadata,
      latest_charge: {
        id: newId('ch'),
        object: 'charge',
        amount,
        amount_captured: manual ? 0 : amount,
        status: 'succeeded',
        payment_method_details: { card: { multicapture: { status: multicapture ? 'available' : 'unavailable' } } },
      },
      next_action: null,
      last_payment_error: null,
    };
    intents.set(intent.id, intent);
    tell(manual ? 'payment_intent.amount_capturable_updated' : 'payment_intent.succeeded', intent);
    return intent;
  };

  const named = <T>(map: Map<string, T>, id = ''): T => {
    const found = map.get(id);
    if (found === undefined) throw new Refused(404, 'invalid_request_error', `No such object: '${id}'`);
    return found;
  };

  function capture(intent: Intent, form: Form): Intent {
    const amount = Number(form['amount_to_capture']);
    if (intent.status !== 'requires_capture' || intent.latest_charge === null) {
      throw new Refused(400, 'invalid_request_error', 'This PaymentIntent could not be captured.');
    }
    if (amount > intent.amount_capturable) throw new Refused(400, 'invalid_request_error', 'The amount is too large.');
    if (form['final_capture'] === 'false' && !multicapture) {
      throw new Refused(400, 'invalid_request_error', 'Multicapture is not available.');
    }
    Object.assign(intent.metadata, metadataIn(form));
    intent.amount_capturable -= amount;
    intent.amount_received += amount;
    intent.latest_charge.amount_captured += amount;
    if (intent.amount_capturable === 0 || form['final_capture'] !== 'false') {
      intent.status = 'succeeded';
      intent.amount_capturable = 0;
    }
    tell('payment_intent.succeeded', intent);
    return intent;
  }

  function refund(form: Form): Refund {
    const intent = named(intents, form['payment_intent']);
    const amount = Number(form['amount']);
    const before = refunds
      .filter((each) => each.payment_intent === intent.id)
      .reduce((sum, each) => sum + each.amount, 0);
    if (amount > intent.amount_received - before) {
      throw new Refused(400, 'invalid_request_error', 'Refund amount is greater than unrefunded amount on charge.');
    }
    const made: Refund = {
      id: newId('re'),
      object: 'refund',
      amount,
      status: 'succeeded',
      payment_intent: intent.id,
      metadata: metadataIn(form),
      failure_reason: null,
    };
    refunds.push(made);
    tell('refund.created', made);
    return made;
  }

  function newSession(form: Form): Session {
    const id = newId('cs_test');
    const url = `https://checkout.stripe.example/c/pay/${id}`;
    const metadata = metadataIn(form);
    const session: Session = {
      id,
      object: 'checkout.session',
      url,
      status: 'open',
      payment_intent: null,
      metadata,
      form,
    };
    sessions.set(id, session);
    return session;
  }

  function expireOpen(session: Session): Session {
    if (session.status !== 'open') {
      throw new Refused(400, 'invalid_request_error', 'Only Checkout Sessions with a status of open can be expired.');
    }
    return Object.assign(session, { status: 'expired', url: null });
  }

  /** A debit of a bank account: nobody knows for days whether it is good. */
  function processed(intent: Intent): Intent {
    if (intent.latest_charge !== null) Object.assign(intent.latest_charge, { status: 'pending', amount_captured: 0 });
    return Object.assign(intent, { status: 'processing', amount_received: 0 });
  }

  function newIntent(form: Form): Intent {
    if (form['payment_method'] === 'pm_sepa_debit')
      return processed(intentOf(form, metadataIn(form), Number(form['amount'])));
    if (form['payment_method'] === 'pm_card_chargeDeclined') {
      throw new Refused(402, 'card_error', 'Your card was declined.');
    }
    return intentOf(form, metadataIn(form), Number(form['amount']));
  }

  function act(method: string, path: readonly string[], form: Form): object {
    const [area = '', id, verb] = path;
    if (method === 'GET') {
      if (area === 'balance') return { object: 'balance' };
      if (area === 'payment_intents' && id === 'search') {
        const key = /:"(.*)"$/.exec(form['query'] ?? '')?.[1];
        return {
          object: 'search_result',
          data: [...intents.values()].filter((each) => each.metadata['docket_key'] === key),
        };
      }
      if (area === 'payment_intents') return named(intents, id);
      if (area === 'refunds') {
        const data = refunds.filter((each) => each.payment_intent === form['payment_intent']);
        return { object: 'list', data, has_more: false };
      }
    }
    if (area === 'payment_intents' && method === 'POST') {
      if (verb === 'capture') return capture(named(intents, id), form);
      if (verb === 'cancel') {
        const intent = named(intents, id);
        if (intent.status === 'processing') throw new Refused(400, 'invalid_request_error', 'It is being processed.');
        intent.status = 'canceled';
        intent.amount_capturable = 0;
        tell('payment_intent.canceled', intent);
        return intent;
      }
      return newIntent(form);
    }
    if (area === 'refunds') return refund(form);
    throw new Refused(404, 'invalid_request_error', 'Unrecognized request URL');
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const url = new URL(request.url ?? '/', 'http://stripe.test');
    const text = Buffer.concat(chunks).toString();
    const form = Object.fromEntries(new URLSearchParams(request.method === 'GET' ? url.search : text));
    const path = url.pathname.replace('/v1/', '').replace('checkout/sessions', 'sessions').split('/');
    const send = (status: number, body: object): void => {
      const json = JSON.stringify(body);
      const key = request.headers['idempotency-key'];
      if (typeof key === 'string') answered.set(key, { status, body: json, request: `${url.pathname}\n${text}` });
      if (losing && request.method === 'POST') {
        losing = false;
        request.socket.destroy();
        return;
      }
      response.writeHead(status, { 'content-type': 'application/json', 'request-id': newId('req') }).end(json);
    };
    if (request.headers.authorization !== `Bearer ${secretKey}`) {
      send(401, { error: { type: 'invalid_request_error', message: 'Invalid API Key provided' } });
      return;
    }
    if (failing !== null) {
      const { status, error } = failing;
      failing = null;
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error }));
      return;
    }
    const same = answered.get(String(request.headers['idempotency-key'] ?? ''));
    if (same !== undefined) {
      const conflict = same.request !== `${url.pathname}\n${text}`;
      const body = { error: { type: 'idempotency_error', message: 'Keys can only be used with the same parameters.' } };
      response.writeHead(conflict ? 400 : same.status, { 'content-type': 'application/json' });
      response.end(conflict ? JSON.stringify(body) : same.body);
      return;
    }
    try {
      const isSession = path[0] === 'sessions';
      const { form: _form, ...session } = isSession
        ? request.method === 'GET'
          ? named(sessions, path[1])
          : path[2] === 'expire'
            ? expireOpen(named(sessions, path[1]))
            : newSession(form)
        : { form: null };
      send(200, isSession ? session : act(request.method ?? 'GET', path, form));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      send(error.status, { error: error.error });
    }
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  function pay(id: string): Intent {
    const session = named(sessions, id);
    if (session.status !== 'open') throw new Error('this page is not open any more');
    const amount = Number(session.form['line_items[0][price_data][unit_amount]']);
    const metadata = metadataIn(session.form, 'payment_intent_data[metadata]');
    session.payment_intent = intentOf(session.form, metadata, amount);
    session.status = 'complete';
    session.url = null;
    tell('checkout.session.completed', { id, object: session.object, metadata: session.metadata });
    return session.payment_intent;
  }

  return {
    at: { protocol: 'http', host: '127.0.0.1', port },
    secretKey,
    eventSecret,
    sent,
    pay: (id) => void pay(id),
    payByDebit: (id) => void processed(pay(id)),
    debit(id) {
      const intent = sessions.get(id)?.payment_intent ?? named(intents, id);
      Object.assign(intent, { status: 'succeeded', amount_received: intent.amount });
      if (intent.latest_charge !== null)
        Object.assign(intent.latest_charge, { status: 'succeeded', amount_captured: intent.amount });
    },
    expire(id) {
      const session = named(sessions, id);
      session.status = 'expired';
      session.url = null;
      tell('checkout.session.expired', { id, object: session.object, metadata: session.metadata });
    },
    loseNext: () => void (losing = true),
    failNext: (status, error) => void (failing = { status, error }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
