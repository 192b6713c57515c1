import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { Caller } from '../../access/caller.js';
import type { Permission } from '../../access/permissions.js';
import { callerOf } from '../auth.js';
import { failureOf } from '../errors.js';
import { describe, type ProblemCode, RequestProblem } from '../problem.js';

/** A body of the feed and hook calls; an expression has 10,000 characters at most, a document to test it on is larger. */
const BODY_BYTES = 256 * 1024;

/**
 * Takes bodies as connectors of the VTEX dialect send them: JSON whatever the content type says, or nothing at all
 * (vtex-oms §0.1), and answers what fails in the words of that API (§0.3).
 */
export function speakFeedDialect(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_BYTES }, (_request, bytes: Buffer, done) => {
    if (bytes.length === 0) {
      done(null, {});
      return;
    }
    let body: unknown;
    try {
      body = JSON.parse(bytes.toString());
    } catch {
      done(new RequestProblem('json_invalid'));
      return;
    }
    // NUL cannot be stored.
    if (bytes.includes('\\u0000')) done(new RequestProblem('text_invalid'));
    else done(null, body);
  });
  scope.setErrorHandler((error: FastifyError, request, reply) => {
    const { code, where } = failureOf(error, request);
    return sendVtexError(reply, code, where.detail);
  });
}

/** Code `1` is what VTEX answers to credentials that are missing or wrong. */
export function sendVtexError(reply: FastifyReply, code: ProblemCode, detail?: string): FastifyReply {
  const { status, meaning } = describe(code);
  reply.problemCode = code;
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ error: { code: status === 401 ? '1' : code, message: detail ?? meaning, exception: null } });
}

/**
 * Who asks for a feed. A feed tells of every order of its account, so a caller that sees a part of them alone has none:
 * outside_scope.
 */
export function feedCaller(request: FastifyRequest): Caller {
  const caller = callerOf(request);
  const { stores, seller, assignee } = caller.scope;
  if (stores !== null || seller !== null || assignee !== null) throw new RequestProblem('outside_scope');
  return caller;
}

/** A property of a JSON object, in whatever capitals (vtex-oms §0.2). */
export function propertyOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const wanted = name.toLowerCase();
  return Object.entries(value).find(([key]) => key.toLowerCase() === wanted)?.[1];
}

/** Adds routes with a slash at the end and without one (§0.2), outside of the OpenAPI document, which is Docket's own. */
export function feedRoutes(
  scope: FastifyInstance,
): (method: 'GET' | 'POST' | 'DELETE', path: string, permission: Permission, handler: RouteHandlerMethod) => void {
  return (method, path, permission, handler) => {
    for (const url of [path, `${path}/`]) {
      scope.route({ method, url, config: { permission }, schema: { hide: true }, handler });
    }
  };
}
