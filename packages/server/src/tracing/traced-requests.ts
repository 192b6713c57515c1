import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parentOf } from './trace-context.js';
import { type Span, SPAN_KIND, type Tracer } from './tracer.js';

/**
 * A span for each request of the API, below the caller's where it sends `traceparent`. It names the pattern of the route
 * and never the address, in which ids and queries stand. Must be called before any route is added.
 */
export function traceRequests(app: FastifyInstance, tracer: Tracer): void {
  const spans = new WeakMap<FastifyRequest, Span>();
  app.addHook('onRequest', (request, _reply, next) => {
    const { url, config } = request.routeOptions;
    // Probes, metrics and pages state no permission, and are no work of anybody.
    if (url !== undefined && config.permission !== undefined) {
      const parent = parentOf(request.headers['traceparent']);
      spans.set(request, tracer.start(`${request.method} ${url}`, { kind: SPAN_KIND.server, parent }));
    }
    next();
  });
  // Not in the first hook: what follows the reading of the body does not run in its context any more.
  app.addHook('preValidation', (request, _reply, next) => {
    const span = spans.get(request);
    if (span === undefined) next();
    else tracer.run(span, next);
  });
  app.addHook('onResponse', (request, reply, next) => {
    const span = spans.get(request);
    span?.set({
      'http.request.method': request.method,
      'http.route': request.routeOptions.url ?? 'none',
      'http.response.status_code': reply.statusCode,
      'docket.request_id': request.id,
      ...(reply.problemCode === null ? {} : { 'docket.problem': reply.problemCode }),
    });
    if (reply.statusCode >= 500) span?.fail();
    span?.end();
    next();
  });
}
