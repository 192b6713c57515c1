import type { FastifyInstance } from 'fastify';
import type { RateLimits } from '../../rate-limits.js';
import type { ShopperAccess } from '../../shopper-access.js';
import { requireVisitors, type VisitorDependencies } from '../../shopper-auth.js';
import { addOwnDraftOrderRoutes } from './own-draft-order-routes.js';
import { addOwnOrderRoutes } from './own-order-routes.js';
import type { ReturnSettings } from '../../../returns/return-settings.js';
import { addOwnReturnRoutes } from './own-return-routes.js';
import { addSignInRoutes, type SignInRouteDependencies } from './sign-in-routes.js';

export type ShopperServices = VisitorDependencies & SignInRouteDependencies;

/** Everything under /api/v1/account: for people who bought, and closed to keys and sessions of staff. */
export function addAccountRoutes(
  app: FastifyInstance,
  shoppers: ShopperServices,
  orders: ShopperAccess,
  returns: ReturnSettings,
  now: () => string,
  limits: RateLimits,
): void {
  requireVisitors(app, shoppers, limits);
  addSignInRoutes(app, shoppers);
  addOwnOrderRoutes(app, { orders, now });
  addOwnDraftOrderRoutes(app, shoppers.draftOrderVisits);
  addOwnReturnRoutes(app, { orders, returns, now });
}
