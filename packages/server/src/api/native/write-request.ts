import type { FastifyRequest } from 'fastify';
import type { Envelope } from '../../execute.js';
import { actorOf } from '../auth.js';
import { idempotencyOf } from '../idempotency.js';
import { expectedVersionOf } from '../preconditions.js';
import { reasonOf } from '../reason.js';

/** What the headers of a write say beside its command. Refusals: header_invalid, permission_missing. */
export function envelopeOf(request: FastifyRequest): Omit<Envelope, 'account' | 'visible' | 'command' | 'orderId'> {
  const idempotency = idempotencyOf(request);
  const expectedVersion = expectedVersionOf(request);
  return {
    actor: actorOf(request),
    reason: reasonOf(request),
    ...(idempotency === undefined ? {} : { idempotency }),
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
  };
}
