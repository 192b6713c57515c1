import { conflictsOf } from '@docket/core/order/edit-conflicts';
import type { EditOrder } from '@docket/core/order/edit-commands';
import type { Order } from '@docket/core/order/order';
import type { FastifyRequest } from 'fastify';
import type { OrderDraft } from '../../edits/order-draft.js';
import type { OrderDrafts } from '../../edits/order-drafts.js';
import type { OrderHistory } from '../../event-log/order-history.js';
import type { Outcome } from '../../execute.js';
import type { Foreseen } from '../../previews/previews.js';
import { actorOf, callerOf } from '../auth.js';
import type { OnceOf } from '../once.js';
import type { OrderAccess } from '../order-access.js';
import { RequestProblem } from '../problem.js';
import { reasonOf } from '../reason.js';
import { EDITING } from './edit-command-routes.js';
import { versionOf } from './past-order.js';

export interface DraftRouteDependencies {
  readonly orders: OrderAccess;
  readonly history: OrderHistory;
  readonly drafts: OrderDrafts;
  readonly now: () => string;
  readonly onceOf: OnceOf;
}

export interface DraftRequest {
  Params: { draftId: string };
}

/** What confirming would do, or what it would be refused with, and whether the buyer has to agree first. */
interface Outlook {
  readonly consentNeeded: boolean;
  readonly seen: Foreseen | Extract<Outcome, { accepted: false }>;
}

export const commandOf = ({ content }: OrderDraft): EditOrder => ({ type: EDITING, ...content });

/** Drafts as their callers reach them: those of an order that a caller does not have are not there. */
export interface DraftReach {
  readonly orderOf: (request: FastifyRequest, orderId: string) => Promise<Order>;
  readonly found: (
    request: FastifyRequest,
    draftId: string,
  ) => Promise<{ readonly draft: OrderDraft; readonly order: Order }>;
  /** What it touches and became another one since it was written. */
  readonly conflicts: (draft: OrderDraft, order: Order) => Promise<readonly string[]>;
  readonly foresee: (request: FastifyRequest, draft: OrderDraft) => Promise<Outlook>;
}

export function createDraftReach({ orders, history, drafts }: DraftRouteDependencies): DraftReach {
  return {
    async orderOf(request, orderId) {
      const order = await orders.load(callerOf(request), orderId);
      if (order === null) throw new RequestProblem('order_not_found');
      return order;
    },
    async found(request, draftId) {
      const caller = callerOf(request);
      const draft = await drafts.find(caller.account, draftId);
      const order = draft === null ? null : await orders.load(caller, draft.orderId);
      if (draft === null || order === null) throw new RequestProblem('draft_not_found');
      return { draft, order };
    },
    async conflicts(draft, order) {
      if (draft.baseVersion === order.head.version) return [];
      const base = await versionOf(history, order, draft.baseVersion, '/baseVersion');
      return conflictsOf(base, order, draft.content);
    },
    async foresee(request, draft) {
      const actor = actorOf(request);
      const asked = { orderId: draft.orderId, command: commandOf(draft), reason: reasonOf(request) };
      const seen = await orders.foresee(callerOf(request), { ...asked, actor });
      if (!('accepted' in seen) || seen.refusal.refused !== 'edit_needs_consent') return { consentNeeded: false, seen };
      // Seen as the buyer would bring it about, with what the caller itself may do.
      return {
        consentNeeded: true,
        seen: await orders.foresee(callerOf(request), { ...asked, actor: { ...actor, kind: 'shopper' } }),
      };
    },
  };
}
