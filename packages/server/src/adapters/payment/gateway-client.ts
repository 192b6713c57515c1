import type { OutgoingCaller } from '@docket/core/ports';

/** One request to a provider and what came back, for the log: secrets are masked by whoever keeps it. */
export interface GatewayExchange {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly request: string;
  readonly millis: number;
  /** Null: no answer came. */
  readonly status: number | null;
  /** Why there is no answer; null where there is one. */
  readonly error: string | null;
  readonly answer: string;
}

export interface GatewayClientDependencies {
  readonly caller: OutgoingCaller;
  /** Told of every exchange, before its answer is acted on. */
  readonly keep: (exchange: GatewayExchange) => Promise<void>;
  /** A clock in milliseconds that never goes back. */
  readonly stopwatch: () => number;
}

export interface GatewayRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type GatewayAnswer = { readonly status: number; readonly text: string } | { readonly lost: string };

/** Shorter than the lease of a task: nobody else asks while an answer is still waited for. */
const ANSWERS_WITHIN = 20_000;
const ANSWER_BYTES = 1_048_576;

/** Sends a request to a provider, under the guard of outgoing calls, and into the log. */
export async function sendToGateway(
  { caller, keep, stopwatch }: GatewayClientDependencies,
  { method, url, headers, body }: GatewayRequest,
): Promise<GatewayAnswer> {
  const began = stopwatch();
  const outcome = await caller.call({ method, url, headers, body, millis: ANSWERS_WITHIN, answerBytes: ANSWER_BYTES });
  await keep({
    method,
    url,
    request: body,
    millis: Math.round(stopwatch() - began),
    status: outcome.answered ? outcome.status : null,
    error: outcome.answered ? null : outcome.reason,
    answer: outcome.answered ? outcome.text : '',
  });
  return outcome.answered ? { status: outcome.status, text: outcome.text } : { lost: outcome.reason };
}
