import type {
  BeginOutcome,
  CloseOutcome,
  EventDelivery,
  EventReading,
  LookupOutcome,
  MoneyOutcome,
  MoneyRequest,
  PaymentProvider,
  ProviderStanding,
} from '@docket/core/payment-provider';
import { isSigned } from '../../sandbox-gateway/event-signature.js';
import { type GatewayAnswer, type GatewayClientDependencies, sendToGateway } from './gateway-client.js';

export interface SandboxSettings {
  /** Where the gateway listens, without a slash at the end. */
  readonly url: string;
  readonly apiKey: string;
  /** What it shall do wrong, or late. */
  readonly behaviours: readonly string[];
}

/** Deliveries that are older are not believed, in seconds (Standard Webhooks). */
const BELIEVED_FOR = 300;

/** Docket's own gateway to try things with (`docket sandbox-gateway`). */
export function createSandboxProvider(
  { url, apiKey, behaviours }: SandboxSettings,
  client: GatewayClientDependencies,
): PaymentProvider {
  const send = (method: 'GET' | 'POST', path: string, body?: object): Promise<GatewayAnswer> =>
    sendToGateway(client, {
      method,
      url: `${url}/v1${path}`,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', accept: 'application/json' },
      body: body === undefined ? '' : JSON.stringify(body),
    });

  async function operate(kind: 'captures' | 'voids' | 'refunds', request: MoneyRequest): Promise<MoneyOutcome> {
    const { outerId, key, amount } = request;
    const answer = read<Operation>(await send('POST', `/payments/${encodeURIComponent(outerId)}/${kind}`, { key, amount })); // prettier-ignore
    if ('unknown' in answer) return { state: 'unknown', message: answer.unknown };
    if ('refused' in answer) return { state: 'declined', message: answer.refused };
    const { id, state, message } = answer.value;
    if (state === 'declined') return { state, message: message ?? 'declined' };
    return { state, outerId: id };
  }

  return {
    capabilities: {
      calls: true,
      events: true,
      captureInParts: true,
      voidInParts: true,
      refundInParts: true,
      payPage: true,
    },
    async check() {
      const answer = read(await send('GET', '/ping'));
      if ('value' in answer) return { works: true };
      return { works: false, message: 'unknown' in answer ? answer.unknown : answer.refused };
    },
    async begin({ orderNumber, token: _token, customerId: _customerId, ...asked }): Promise<BeginOutcome> {
      const answer = read<Payment>(await send('POST', '/payments', { ...asked, reference: orderNumber, behaviours }));
      if ('unknown' in answer) return { state: 'unknown', message: answer.unknown };
      if ('refused' in answer) return { state: 'denied', outerId: null, message: answer.refused };
      const { id: outerId, state, message, link } = answer.value;
      if (state === 'waiting') return { state, outerId, link, token: null };
      if (state === 'denied') return { state, outerId, message: message ?? 'denied' };
      const { authorised, captured } = standingOf(answer.value);
      return { state, outerId, authorised, captured };
    },
    capture: (request) => operate('captures', request),
    void: (request) => operate('voids', request),
    refund: (request) => operate('refunds', request),
    async close({ outerId, key }): Promise<CloseOutcome> {
      const answer = read<Payment>(await send('POST', `/payments/${encodeURIComponent(outerId)}/close`, { key }));
      if ('unknown' in answer) return { state: 'unknown', message: answer.unknown };
      return 'value' in answer && answer.value.closed ? { state: 'closed' } : { state: 'answered' };
    },
    async lookup({ outerId, key }): Promise<LookupOutcome> {
      const path = outerId === null ? `?key=${encodeURIComponent(key)}` : `/${encodeURIComponent(outerId)}`;
      const sent = await send('GET', `/payments${path}`);
      if ('status' in sent && sent.status === 404) return { state: 'absent' };
      const answer = read<Payment>(sent);
      if ('value' in answer) return { state: 'found', standing: standingOf(answer.value) };
      return { state: 'unknown', message: 'unknown' in answer ? answer.unknown : answer.refused };
    },
    readEvent: (delivery) => readSandboxEvent(apiKey, delivery),
  };
}

interface Operation {
  readonly id: string;
  readonly kind: 'capture' | 'void' | 'refund';
  readonly key: string;
  readonly amount: number;
  readonly state: 'settled' | 'declined' | 'waiting';
  readonly message: string | null;
}

interface Payment {
  readonly id: string;
  readonly state: 'waiting' | 'approved' | 'denied';
  readonly message: string | null;
  readonly link: string | null;
  /** The shop ended it before anybody answered. */
  readonly closed: boolean;
  readonly authorised: number;
  readonly operations: readonly Operation[];
}

type Read<T> = { readonly value: T } | { readonly refused: string } | { readonly unknown: string };

/** A 4xx is an answer; what is broken between us and the gateway, or within it, is none. */
function read<T>(answer: GatewayAnswer): Read<T> {
  if ('lost' in answer) return { unknown: answer.lost };
  const { status, text } = answer;
  const body = jsonOf(text);
  if (status >= 200 && status <= 299 && body !== null) return { value: body as T };
  if (status >= 400 && status <= 499 && status !== 408 && status !== 429) {
    const { error } = (body ?? {}) as { error?: unknown };
    return { refused: typeof error === 'string' ? error : `the gateway answered ${status}` };
  }
  return { unknown: `the gateway answered ${status}` };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function standingOf({ id, state, message, link, authorised, operations }: Payment): ProviderStanding {
  const settled = (kind: Operation['kind']): number =>
    operations
      .filter((each) => each.kind === kind && each.state === 'settled')
      .reduce((total, { amount }) => total + amount, 0);
  return {
    outerId: id,
    state,
    message,
    link,
    authorised,
    captured: settled('capture'),
    voided: settled('void'),
    refunded: settled('refund'),
    operations: operations.map(({ id: outerId, ...operation }) => ({ ...operation, outerId })),
  };
}

function readSandboxEvent(apiKey: string, { headers, body, now }: EventDelivery): EventReading {
  const header = (name: string): string => (typeof headers[name] === 'string' ? headers[name] : '');
  const seconds = Number(header('webhook-timestamp'));
  const id = header('webhook-id');
  if (!Number.isSafeInteger(seconds) || Math.abs(now - seconds) > BELIEVED_FOR)
    return { genuine: false, reason: 'old' };
  if (!isSigned(apiKey, id, seconds, body, header('webhook-signature'))) return { genuine: false, reason: 'signature' };
  const event = jsonOf(Buffer.from(body).toString()) as Record<string, unknown> | null;
  const text = (name: string): string | null => (typeof event?.[name] === 'string' ? event[name] : null);
  const type = text('type');
  if (type === null) return { genuine: true, events: [] };
  const told = { id, type, outerId: text('payment'), orderId: text('orderId'), paymentId: text('paymentId') };
  return { genuine: true, events: [{ ...told, paid: type === 'payment.approved' }] };
}
