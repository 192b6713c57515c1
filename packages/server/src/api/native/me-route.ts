import type { FastifyInstance } from 'fastify';
import { callerOf } from '../auth.js';
import { answers } from './answers.js';

/** Who asks, and what it may do: a screen shows by it what to offer, and a program why it is refused. */
export function addMeRoute(app: FastifyInstance): void {
  app.get(
    '/me',
    {
      config: { permission: 'authenticated' },
      schema: {
        operationId: 'getMe',
        tags: ['access'],
        summary: 'Who is asking, and what it may do',
        response: answers(200, 'The caller.', 'Me', []),
      },
    },
    (request) => {
      const { account, kind, id, permissions, scope } = callerOf(request);
      const { stores, seller, assignee } = scope;
      return {
        account,
        kind,
        id,
        permissions: [...permissions].sort(),
        scope: { stores, seller, own: assignee !== null },
      };
    },
  );
}
