import type { Permission } from '../access/permissions.js';
import type { FastifyContextConfig, FastifyInstance } from 'fastify';

/** An address of this server as it was added: `/api/v1/admin/orders/:orderId`, with everything before it. */
export interface Route {
  readonly method: string;
  readonly url: string;
  /** Of the addresses that it answers. */
  readonly pattern: RegExp;
  /** Undefined where nobody asks who calls. */
  readonly permission: FastifyContextConfig['permission'];
  readonly further: readonly Permission[];
}

const remembered = new WeakMap<FastifyInstance, Route[]>();

/** Must be called before any route is added. */
export function rememberRoutes(app: FastifyInstance): void {
  const routes: Route[] = [];
  remembered.set(app, routes);
  app.addHook('onRoute', ({ url, method, config }) => {
    const source = url
      .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll(/:[A-Za-z]+/g, '[^/]+')
      .replaceAll('*', '.*');
    const pattern = new RegExp(`^${source}$`);
    const { permission, further = [] } = config ?? {};
    for (const each of [method].flat()) routes.push({ method: each, url, pattern, permission, further });
  });
}

/** Every route, those that the OpenAPI document leaves out as well. */
export const routesOf = (app: FastifyInstance): readonly Route[] => remembered.get(app) ?? [];
