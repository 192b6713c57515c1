import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../../access/caller.js';
import { mayPlaceInto } from '../../access/order-policy.js';
import { sightOf } from '../../access/sight.js';
import type { Acting } from '../../draft-orders/draft-order-input.js';
import type { DraftOrder } from '../../draft-orders/draft-order-rows.js';
import type { DraftOrders } from '../../draft-orders/draft-orders.js';
import { callerOf, requirePermission } from '../auth.js';
import { etagOf, expectedVersionOf } from '../preconditions.js';
import { RequestProblem } from '../problem.js';
import { draftOrderView } from './draft-order-view.js';

export interface DraftOrderRequest {
  Params: { draftOrderId: string };
}

/** Who writes a draft order anew, or lets a buyer see it, must see all of it: else it would be written back with holes. */
export const WHOLE_DRAFT_ORDERS = ['prices.view', 'personal.view'] as const;

export function requireWholeDraftOrders(request: FastifyRequest): Caller {
  const caller = callerOf(request);
  for (const permission of WHOLE_DRAFT_ORDERS) requirePermission(caller, permission);
  return caller;
}

/** How the routes reach a draft order, and answer with it. */
export interface DraftOrderReach {
  /** One of a store that the caller does not have is not there. */
  readonly found: (request: FastifyRequest<DraftOrderRequest>) => Promise<DraftOrder>;
  readonly shown: (request: FastifyRequest, reply: FastifyReply, draft: DraftOrder) => Promise<object>;
}

export const draftOrderReach = (draftOrders: Pick<DraftOrders, 'find' | 'foresee'>): DraftOrderReach => ({
  async found(request) {
    const caller = callerOf(request);
    const draft = await draftOrders.find(caller.account, request.params.draftOrderId);
    if (draft === null || !mayPlaceInto(caller.scope, draft.store)) throw new RequestProblem('draft_order_not_found');
    return draft;
  },
  async shown(request, reply, draft) {
    const caller = callerOf(request);
    void reply.header('etag', etagOf(draft.version));
    return draftOrderView(draft, await draftOrders.foresee(caller.account, draft), sightOf(caller));
  },
});

export const actingOf = (request: FastifyRequest): Acting => {
  const expectedVersion = expectedVersionOf(request);
  return { actor: callerOf(request).id, ...(expectedVersion === undefined ? {} : { expectedVersion }) };
};
