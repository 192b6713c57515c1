import { createHmac } from 'node:crypto';
import type { Poster, PostOutcome } from '@docket/core/ports';
import type { HookSecrets } from './hook-seal.js';

/** A receiver answers within this time, in milliseconds (vtex-oms §5.5). */
const ANSWERS_WITHIN = 5_000;

export interface PostedMessage {
  /** The same for every try of one message. */
  readonly id: string;
  readonly at: string;
  readonly body: string;
}

/** What is sent to find out whether a receiver is there (vtex-oms §5.5). */
export const PING = '{"hookConfig":"ping"}';

/** Sends one message to a hook, with its headers, and signed where it has a secret. */
export function postToHook(
  poster: Poster,
  { url, headers, secret }: HookSecrets & { readonly url: string },
  message: PostedMessage,
): Promise<PostOutcome> {
  return poster.post({
    url,
    headers: {
      ...headers,
      'content-type': 'application/json',
      'user-agent': 'docket',
      ...(secret === null ? {} : signature(secret, message)),
    },
    body: message.body,
    millis: ANSWERS_WITHIN,
  });
}

/** What is wrong with an outcome: `status`, or why there was no answer; null where the receiver took the message. */
export function failureOf(outcome: PostOutcome): string | null {
  if (!outcome.answered) return outcome.reason;
  return outcome.status >= 200 && outcome.status <= 299 ? null : 'status';
}

/** Standard Webhooks 1.0: the receiver recomputes it over id, time and body. */
function signature(secret: string, { id, at, body }: PostedMessage): Record<string, string> {
  const seconds = String(Math.floor(Date.parse(at) / 1_000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${mac}` };
}
