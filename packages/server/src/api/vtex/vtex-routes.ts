import { commandRoutes } from './command-routes.js';
import type { VtexDependencies, VtexRoute } from './dialect.js';
import { feedRoutes, type VtexFeedServices } from './feed-routes.js';
import { fulfillmentRoutes } from './fulfillment-routes.js';
import { hookRoutes, type VtexHookServices } from './hook-routes.js';
import { invoiceRoutes } from './invoice-routes.js';
import { listRoutes } from './list-routes.js';
import { placementRoutes } from './placement-routes.js';
import { readRoutes } from './read-routes.js';

/** Where addresses of VTEX begin; each has answers of its own for addresses that are not there. */
export const VTEX_PREFIXES = ['/api/oms', '/api/orders', '/api/checkout', '/api/fulfillment', '/api/pub'] as const;

/** Every address of VTEX that Docket answers; docs/reference/vtex-compatibility.md says what differs. */
export const vtexRoutes = (
  dependencies: VtexDependencies,
  feeds: VtexFeedServices & VtexHookServices,
): readonly VtexRoute[] => [
  ...readRoutes(dependencies),
  ...commandRoutes(dependencies),
  ...invoiceRoutes(dependencies),
  ...listRoutes(dependencies),
  ...placementRoutes(dependencies),
  ...fulfillmentRoutes(dependencies),
  ...feedRoutes(feeds),
  ...hookRoutes(feeds),
];
