import { setTimeout as pause } from 'node:timers/promises';
import { StartError } from '../../start-error.js';

/** What the replay reads of an order that the API shows. Amounts are minor units. */
export interface ShownOrder {
  readonly orderId: string;
  readonly status: string;
  readonly paymentState: string;
  readonly shippingState: string;
  readonly customerId: string | null;
  readonly deliveredAt: string | null;
  readonly externalIds: Readonly<Record<string, string>>;
  readonly lines: readonly { readonly quantity: number }[];
  readonly deliveries: readonly { readonly promisedAt: string | null; readonly shipBy: string | null }[];
  readonly totals: {
    readonly items: number;
    readonly shipping: number;
    readonly adjustments: number;
    readonly total: number;
  };
  readonly amountDue: number;
  readonly payments: readonly { readonly id: string; readonly amount: number; readonly answer: string }[];
  readonly invoices: readonly { readonly number: string; readonly value: number }[];
  readonly packages: readonly {
    readonly id: string;
    readonly dispatchedAt: string | null;
    readonly deliveredAt: string | null;
  }[];
  readonly returnInvoices: readonly { readonly number: string; readonly value: number }[];
  readonly cancellation: { readonly by: string; readonly reason: string | null } | null;
  readonly cancellationRequests: readonly { readonly outcome: string }[];
  readonly custom: Readonly<Record<string, unknown>>;
}

/** What the replay reads of a row of the order list. */
export interface ListedOrder {
  readonly orderId: string;
  readonly status: string;
  readonly paymentState: string;
  readonly shippingState: string;
  readonly total: number;
  readonly amountDue: number;
  readonly externalIds: readonly string[];
}

export interface StockLevel {
  readonly sku: string;
  readonly place: string;
  readonly onHand: number;
  readonly available: number;
}

/** An answer that is not 2xx. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(request: string, status: number, problem: Readonly<Record<string, unknown>>) {
    const { code, detail, pointer, details } = problem;
    const where = pointer === undefined ? '' : ` at ${asText(pointer)}`;
    const more = details === undefined ? '' : ` ${JSON.stringify(details)}`;
    super(`${request}: ${status} ${asText(code)}${where}: ${asText(detail)}${more}`);
    this.status = status;
    this.code = asText(code);
  }
}

/** Whoever answers may be no Docket, and say anything. */
const asText = (value: unknown): string => (typeof value === 'string' ? value : 'unknown');

export interface DocketClient {
  /** GETs and parses. Throws Refused. */
  readonly get: (path: string) => Promise<unknown>;
  /** PUTs and parses; repeating it changes nothing. Throws Refused. */
  readonly put: (path: string, body: object) => Promise<unknown>;
  /** POSTs and parses. Throws Refused. With a key it is safe to repeat; without one only loads are sent. */
  readonly post: (path: string, body: object, idempotencyKey?: string) => Promise<unknown>;
}

/** A server that restarts is back within seconds; what is asked for longer is given up. Milliseconds. */
const PAUSES = [100, 400, 1_600, 3_000, 5_000, 5_000] as const;

/** Speaks to the API below `/api/v1/admin`. Repeats what may pass later: broken connections, and problems that say so. */
export function createDocketClient(url: string, credentials: { key: string; token: string }): DocketClient {
  const base = `${url.replace(/\/+$/, '')}/api/v1/admin`;
  const headers = { 'x-vtex-api-appkey': credentials.key, 'x-vtex-api-apptoken': credentials.token };

  async function once(
    request: string,
    path: string,
    init: RequestInit,
  ): Promise<{ answer: unknown } | { later: Error; millis?: number }> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(base + path, init);
      text = await response.text();
    } catch (error) {
      return { later: new StartError(`${url} does not answer: ${causeOf(error)}`) };
    }
    const parsed = parsedJson(text);
    if (response.ok) return { answer: parsed };
    const problem = typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
    const refused = new Refused(request, response.status, problem);
    // A minute at most: of what a limit of requests leaves of it.
    if (response.status === 429) return { later: refused, millis: Number(response.headers.get('retry-after')) * 1_000 };
    if (problem['retry'] === true || response.status === 503) return { later: refused };
    throw refused;
  }

  async function send(request: string, path: string, init: RequestInit): Promise<unknown> {
    for (let tries = 0; ; tries += 1) {
      const outcome = await once(request, path, init);
      if ('answer' in outcome) return outcome.answer;
      const wait = PAUSES[tries];
      if (wait === undefined) throw outcome.later;
      await pause(outcome.millis ?? wait);
    }
  }

  return {
    get: (path) => send(`GET ${path}`, path, { headers }),
    put: (path, body) =>
      send(`PUT ${path}`, path, {
        method: 'PUT',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    post: (path, body, idempotencyKey) =>
      send(`POST ${path}`, path, {
        method: 'POST',
        headers: {
          ...headers,
          'content-type': 'application/json',
          ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        },
        body: JSON.stringify(body),
      }),
  };
}

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};

function causeOf(error: unknown): string {
  const { cause } = error as { cause?: unknown };
  const reason = cause instanceof Error ? cause : error;
  return reason instanceof Error
    ? reason.message || (reason as NodeJS.ErrnoException).code || reason.name
    : String(reason);
}
