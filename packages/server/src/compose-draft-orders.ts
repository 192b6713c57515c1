import type { DraftOrderServices } from './api/native/draft-order-routes.js';
import { createDraftOrders, type DraftOrderDependencies } from './draft-orders/draft-orders.js';
import { createPlaceDraftOrder } from './draft-orders/place-draft-order.js';
import { createDraftOrderVisits, type DraftOrderVisits } from './draft-orders/visit-draft-order.js';
import type { Execute } from './execute.js';

/** Draft orders for staff, and for whoever holds a link to one. */
export function composeDraftOrders(
  dependencies: DraftOrderDependencies & { readonly execute: Execute },
): DraftOrderServices & { readonly visits: DraftOrderVisits } {
  const draftOrders = createDraftOrders(dependencies);
  const placing = createPlaceDraftOrder({ ...dependencies, drafts: draftOrders });
  return { draftOrders, placing, visits: createDraftOrderVisits({ ...dependencies, drafts: draftOrders, placing }) };
}
