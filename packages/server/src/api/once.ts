import type { FastifyReply, FastifyRequest } from 'fastify';
import { EACH_TIME, type KeptAnswers, type Once } from '../kept-answers.js';
import { callerOf } from './auth.js';
import { idempotencyOf } from './idempotency.js';
import { RequestProblem } from './problem.js';

/** How often a request may do its work: once for its Idempotency-Key, each time where it has none. Refusal: header_invalid. */
export type OnceOf = (request: FastifyRequest, reply: FastifyReply) => Once;

/** The work refuses idempotency_key_reused; an answer of before is marked. */
export const createOnceOf =
  (kept: KeptAnswers): OnceOf =>
  (request, reply) => {
    const claim = idempotencyOf(request);
    if (claim === undefined) return EACH_TIME;
    return async (client, work, isDone) => {
      const done = await kept.once(client, { account: callerOf(request).account, ...claim }, work, isDone);
      if (done === 'reused') throw new RequestProblem('idempotency_key_reused');
      if (done.replayed) void reply.header('idempotency-replayed', 'true');
      return done.outcome;
    };
  };
