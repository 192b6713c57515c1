import { refusalNow } from '@docket/core/order/allowed';
import {
  DEFAULT_EDIT_RULES,
  EDIT_STAGES,
  editableNow,
  type EditRules,
  editStages,
  RULED_EDITS,
} from '@docket/core/order/edit-rules';
import type { FastifyInstance } from 'fastify';
import type { EditRule } from '../../edits/edit-rules.js';
import type { SettingStore } from '../../settings-history/setting-store.js';
import { actorOf, callerOf } from '../auth.js';
import type { OrderAccess } from '../order-access.js';
import { describe, sendProblem } from '../problem.js';
import { answers } from './answers.js';
import { OrderParams } from './command-route.js';
import { EDITING } from './edit-command-routes.js';

/** What may be edited of an order now, and why not. */
export function addEditRoutes(
  app: FastifyInstance,
  { orders, editRules }: { readonly orders: OrderAccess; readonly editRules: Pick<SettingStore<EditRule>, 'page'> },
): void {
  app.get<{ Params: { orderId: string } }>(
    '/orders/:orderId/editable',
    {
      config: { permission: 'orders.view' },
      schema: {
        operationId: 'getEditable',
        tags: ['edits'],
        summary: 'What may be edited of the order now',
        description:
          'For every kind of change whether it may be made, by the rules of the account (`/edit-rules`) and by what stands against any edit. What a change then meets (papers, stock) a preview of it says.',
        params: OrderParams,
        response: answers(200, 'Every kind of change.', 'Editable', ['404']),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const order = await orders.load(caller, request.params.orderId);
      if (order === null) return sendProblem(reply, 'order_not_found');
      const rules = await rulesOf(editRules, caller.account);
      const against = refusalNow(order, EDITING, actorOf(request).kind);
      return {
        stages: editStages(order),
        changes: editableNow(order, rules, against).map(({ change, allowed, refusal }) => {
          if (refusal === null) return { change, allowed };
          const stage = refusal.details?.['stage'];
          return {
            change,
            allowed,
            code: refusal.refused,
            title: describe(refusal.refused).meaning,
            ...(typeof stage === 'string' ? { stage } : {}),
          };
        }),
      };
    },
  );
}

/** What holds for the kinds of changes that the account has no rule for. */
export function addEditRuleDefaultRoutes(app: FastifyInstance): void {
  app.get(
    '/edit-rule-defaults',
    {
      config: { permission: 'orders.view' },
      schema: {
        operationId: 'listEditRuleDefaults',
        tags: ['edits'],
        summary: 'What holds for kinds of changes without a rule of the account',
        description: 'The same for every account. No default wants the consent of the buyer.',
        response: answers(200, 'Every kind of change, once.', 'EditRuleDefaults', []),
      },
    },
    () => ({
      stages: EDIT_STAGES,
      items: RULED_EDITS.map((change) => ({ change, stages: DEFAULT_EDIT_RULES[change] })),
    }),
  );
}

async function rulesOf(rules: Pick<SettingStore<EditRule>, 'page'>, account: string): Promise<EditRules> {
  const rows = await rules.page(account, '', 100);
  return Object.fromEntries(rows.map(({ change, stages }) => [change, stages]));
}
