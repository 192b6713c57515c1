import { randomUUID } from 'node:crypto';
import type { Refusal } from '@docket/core/order/refusals';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { failureOf } from '../errors.js';
import { describe, type ProblemCode, type ProblemWhere } from '../problem.js';
import { vtexRefusal } from './refusal-codes.js';

/** What a route says differently from the table, in status or code. */
export type Differently = Partial<Record<ProblemCode, { readonly status?: number; readonly code?: string }>>;

/**
 * `/api/oms` answers in its own shape, everything else in that of checkout (vtex-oms §0.3). Of feed, hook and expressions no
 * shape is published; they are answered in that of the calls that their readers make next.
 */
const isOms = (request: FastifyRequest): boolean =>
  /^\/api\/(?:oms|orders\/(?:feed|hook|expressions))/.test(request.url);

/** Answers with an error body of the family that was asked. */
export function sendError(
  reply: FastifyReply,
  problem: ProblemCode,
  { detail, pointer }: Pick<ProblemWhere, 'detail' | 'pointer'> = {},
  differently: Differently = {},
): FastifyReply {
  const { status: usual, meaning } = describe(problem);
  const known = vtexRefusal(problem, usual);
  const other = differently[problem];
  const oms = isOms(reply.request);
  reply.problemCode = problem;
  const where = pointer === undefined ? '' : ` (${pointer.slice(0, 200)})`;
  const error = {
    code: other?.code ?? (oms ? known.oms : known.checkout),
    message: `${detail ?? meaning}${where}`,
    exception: null,
  };
  if (known.status === 429 && !reply.hasHeader('retry-after')) void reply.header('retry-after', '60');
  return reply
    .code(other?.status ?? known.status)
    .send(oms ? { error } : { fields: {}, error, operationId: randomUUID() });
}

/** A refusal of a command as VTEX says it. */
export const sendRefusal = (
  reply: FastifyReply,
  { refused, pointer }: Refusal,
  differently?: Differently,
): FastifyReply => sendError(reply, refused, pointer === undefined ? {} : { pointer }, differently);

/** Everything that fails under the addresses of VTEX fails in its shape, addresses that it does not have included. */
export function answerInErrorBodies(scope: FastifyInstance): void {
  scope.setErrorHandler((error: FastifyError, request, reply) => {
    const { code, where } = failureOf(error, request);
    return sendError(reply, code, where);
  });
  scope.setNotFoundHandler((_request, reply) => sendError(reply, 'route_not_found'));
}
