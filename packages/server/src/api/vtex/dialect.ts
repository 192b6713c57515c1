import type { FastifyInstance, RouteHandlerMethod } from 'fastify';
import type { Permission } from '../../access/permissions.js';
import type { OrderAccess } from '../order-access.js';
import { assertAccountMeant } from './tolerance.js';
import { answerInErrorBodies } from './errors.js';
import { readAnyBody } from './tolerance.js';

export interface VtexDependencies {
  readonly orders: OrderAccess;
  /** The present instant, ISO 8601 in UTC. */
  readonly now: () => string;
  /** Different each time: 32 lower hex. */
  readonly newReceipt: () => string;
}

export interface VtexRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** From the root, without a slash at its end. */
  readonly path: string;
  /** The nearest permission of Docket to the resources of the License Manager that VTEX names (vtex-oms §1.1). */
  readonly permission: Permission;
  /** What it may ask for besides. */
  readonly further?: readonly Permission[];
  /** In bytes; that of the server where absent. */
  readonly bodyLimit?: number;
  readonly handler: RouteHandlerMethod;
}

/** What every address of VTEX has in common: tolerant reading, its error bodies, and the account that is meant. */
export function speakVtex(scope: FastifyInstance): void {
  readAnyBody(scope);
  answerInErrorBodies(scope);
  // After the hook that finds the caller.
  scope.addHook('onRequest', (request, _reply, next) => {
    if (request.caller !== null) assertAccountMeant(request);
    next();
  });
}

/** With a slash at the end or without one (vtex-oms §0.2); outside of the OpenAPI document, which is Docket's own. */
export function addRoutes(scope: FastifyInstance, prefix: string, routes: readonly VtexRoute[]): void {
  for (const { method, path, permission, further = [], bodyLimit, handler } of routes) {
    if (!path.startsWith(prefix)) continue;
    const url = path.slice(prefix.length);
    for (const each of [url, `${url}/`]) {
      scope.route({
        method,
        url: each,
        config: { permission, further },
        ...(bodyLimit === undefined ? {} : { bodyLimit }),
        schema: { hide: true },
        handler,
      });
    }
  }
}
