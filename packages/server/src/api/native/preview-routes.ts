import type { CommandName } from '@docket/core/order/commands';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { type Permission, permits } from '../../access/permissions.js';
import { callerOf } from '../auth.js';
import type { OrderAccess } from '../order-access.js';
import { preferenceOf } from '../preconditions.js';
import { RequestProblem, sendProblem } from '../problem.js';
import { answers, COMMIT_HEADERS } from './answers.js';
import { COMMAND_ROUTES, permissionOf } from './command-routes.js';
import { closed, ref } from './schemas/fields.js';
import { Nothing } from './schemas/commands.js';
import { answerWrite, assertMayPreview, shownPreview } from './write-answer.js';

const TokenParams = closed({
  token: Type.String({ minLength: 43, maxLength: 43, pattern: '^[A-Za-z0-9_-]{43}$', description: 'Of the preview.' }),
});

/** What a commit asks for: whatever the command asks for that was previewed. */
const OF_COMMANDS: readonly Permission[] = [
  ...new Set<Permission>(['orders.place', ...COMMAND_ROUTES.map(({ permission }) => permission), 'orders.represent']),
];

interface TokenRequest {
  Params: { token: string };
}

/** What was previewed: to look at it again, and to carry it out. */
export function addPreviewRoutes(app: FastifyInstance, orders: OrderAccess): void {
  app.get<TokenRequest>(
    '/previews/:token',
    {
      config: { permission: 'orders.view', further: ['prices.view'] },
      schema: {
        operationId: 'getPreview',
        tags: ['previews'],
        summary: 'Look at a preview again',
        description:
          'As it was when it was made. Only the credential that made it finds it, for 15 minutes. Previews need prices.view.',
        params: TokenParams,
        response: answers(200, 'The preview.', 'Preview', ['404']),
      },
    },
    async (request, reply) => {
      assertMayPreview(request);
      const preview = await orders.findPreview(callerOf(request), request.params.token);
      if (preview === null) return sendProblem(reply, 'preview_not_found');
      return shownPreview(request, preview, false);
    },
  );

  app.post<TokenRequest>(
    '/previews/:token/commit',
    {
      config: { permission: 'orders.view', further: OF_COMMANDS },
      schema: {
        operationId: 'commitPreview',
        tags: ['previews'],
        summary: 'Carry out what was previewed',
        description:
          'Decides again, with the prices and ids of the preview and the time of now, and asks for the permission of the command. Where the effects are others than were shown, it is refused with `preview_outdated` and the difference. A token commits once: sent again, it answers what the first commit did.',
        params: TokenParams,
        headers: COMMIT_HEADERS,
        body: ref(Nothing),
        response: {
          ...answers(200, 'The order after it.', ['Order', 'OrderReceipt'], ['404', '409', '412', '413', '415', '501']),
          ...answers(201, 'The order as it was placed.', ['Order', 'OrderReceipt'], []),
        },
      },
    },
    async (request, reply) => {
      const preference = preferenceOf(request);
      const caller = callerOf(request);
      const mayAsk = (permission: Permission): void => {
        if (permits(caller.permissions, permission)) return;
        throw new RequestProblem('permission_missing', { details: { permission } });
      };
      const committed: { command?: CommandName } = {};
      const outcome = await orders.commitPreview(caller, request.params.token, (command, asked) => {
        committed.command = command;
        mayAsk(permissionOf(command));
        if (asked !== undefined && asked.actor.kind !== 'staff') mayAsk('orders.represent');
      });
      if (outcome.accepted && committed.command === 'place') {
        void reply.code(201).header('location', `/api/v1/admin/orders/${outcome.order.head.orderId}`);
      }
      return answerWrite(request, reply, outcome, preference);
    },
  );
}
