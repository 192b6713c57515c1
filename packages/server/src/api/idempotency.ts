import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { callerOf } from './auth.js';
import { RequestProblem } from './problem.js';

export interface IdempotencyClaim {
  readonly credential: string;
  readonly key: string;
  /** SHA-256 in hex of method, address and body: the same key with other content is refused. */
  readonly content: string;
}

const KEY = /^[\x21-\x7e]{1,255}$/;

/** What the header `Idempotency-Key` of a write says, or undefined where there is none. Refusal: header_invalid. */
export function idempotencyOf(request: FastifyRequest): IdempotencyClaim | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !KEY.test(key)) {
    const detail = 'Idempotency-Key must be 1 to 255 visible ASCII characters.';
    throw new RequestProblem('header_invalid', { in: 'header', pointer: '/idempotency-key', detail });
  }
  const content = createHash('sha256').update(`${request.method} ${request.url}\n`);
  if (request.bodyBytes !== null) content.update(request.bodyBytes);
  return { credential: credentialOf(request), key, content: content.digest('hex') };
}

/** A key is written by its bare name, so that what was sent before a caller could be a user stays sent. */
const credentialOf = (request: FastifyRequest): string => callerOf(request).id.replace(/^key:/, '');
