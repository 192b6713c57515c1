import type { FastifyInstance } from 'fastify';

/**
 * One line a request, and nothing personal in it: the pattern of the route and not the address (ids and queries stand in
 * it), no body, of the headers who asks and nothing else. What went well is for `debug`; a busy server would log nothing else.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { statusCode } = reply;
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      ...(request.caller === null ? {} : { account: request.caller.account, caller: request.caller.id }),
    };
    if (statusCode >= 500) request.log.warn(line, 'request');
    else if (statusCode >= 400) request.log.info(line, 'request');
    else request.log.debug(line, 'request');
    done();
  });
}
