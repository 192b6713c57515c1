import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bareError } from '../bare-error.js';
import { type ProblemCode, type ProblemError, type ProblemWhere, RequestProblem, sendProblem } from './problem.js';
import { routesOf } from './routes.js';
import { type FindErrors, validationProblem } from './validation.js';

const FASTIFY_CODES: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'content_type_unsupported',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request_invalid',
  FST_ERR_BAD_URL: 'url_invalid',
  FST_ERR_MAX_PARAM_LENGTH: 'url_invalid',
};

/** Connection lost, server stopping, too many connections: classes of SQLSTATE, and codes of sockets. */
const UNAVAILABLE = /^(?:08\w{3}|57P0[1-5]|53\w{3}|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT)$/;
const POOL_TIMEOUT = 'timeout exceeded when trying to connect';
const CONNECTION_ENDED = /^Connection terminated/;

/** Every failure becomes one problem: what the sender did wrong is named, what we did wrong is logged and kept from them. */
export function answerFailures(app: FastifyInstance, findErrors: FindErrors): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { code, where } = failureOf(error, request);
    return sendProblem(reply, code, { ...where, errors: faultsOf(error, request, findErrors) });
  });
  app.setNotFoundHandler((request, reply) => notFound(app, request, reply));
}

/** The problem that an error is for the sender. What is our fault is logged. */
export function failureOf(
  error: Pick<FastifyError, 'name' | 'message' | 'stack'> & Partial<FastifyError>,
  request: FastifyRequest,
): { code: ProblemCode; where: ProblemWhere } {
  const failure = problemFor(error, request);
  if (failure.code === 'internal_error') request.log.error({ error: bareError(error) }, 'a request failed by a bug');
  if (failure.code === 'unavailable') request.log.warn({ code: error.code }, 'the database could not be reached');
  return failure;
}

/** All faults of a body that its schema refused. */
function faultsOf(error: FastifyError, request: FastifyRequest, findErrors: FindErrors): readonly ProblemError[] {
  const schema = error.validationContext === 'body' ? request.routeOptions.schema?.body : undefined;
  if (typeof schema !== 'object' || schema === null) return [];
  return findErrors(schema, request.body, Number(request.headers['content-length'] ?? Infinity));
}

function problemFor(error: Parameters<typeof failureOf>[0], request: FastifyRequest): ReturnType<typeof failureOf> {
  if (error instanceof RequestProblem) return error;
  if (error.validation !== undefined) return validationProblem(error.validation, error.validationContext ?? 'body');
  const known = FASTIFY_CODES[error.code ?? ''];
  if (known === 'body_too_large') return { code: known, where: { details: { limit: request.routeOptions.bodyLimit } } };
  if (known !== undefined) return { code: known, where: {} };
  if (isUnavailable(error)) return { code: 'unavailable', where: {} };
  const status = error.statusCode ?? 500;
  return { code: status >= 400 && status < 500 ? 'request_invalid' : 'internal_error', where: {} };
}

function isUnavailable(error: { code?: string; message?: string }): boolean {
  return (
    UNAVAILABLE.test(error.code ?? '') || error.message === POOL_TIMEOUT || CONNECTION_ENDED.test(error.message ?? '')
  );
}

function notFound(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = request.url.split('?')[0] ?? '';
  const methods = routesOf(app)
    .filter(({ url, pattern }) => url !== '/*' && pattern.test(path))
    .map(({ method }) => method);
  const code = methods.length > 0 ? 'method_not_allowed' : 'route_not_found';
  if (methods.length > 0) void reply.header('allow', [...new Set(methods)].sort().join(', '));
  return sendProblem(reply, code);
}
