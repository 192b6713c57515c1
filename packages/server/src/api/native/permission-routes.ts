import type { FastifyInstance } from 'fastify';
import { permissionBeyond } from '../../access/grants.js';
import { EVERY_PERMISSION, PERMISSIONS } from '../../access/permissions.js';
import { callerOf } from '../auth.js';
import { answers } from './answers.js';
import { marks, paged } from './page-marks.js';
import { PageQuery } from './schemas/paging.js';

/** What roles and keys may be given, in the order of the names. */
const MEANINGS = Object.entries({ [EVERY_PERMISSION]: 'Everything, also what later versions add.', ...PERMISSIONS })
  .map(([permission, meaning]) => ({ permission, meaning }))
  .sort((a, b) => (a.permission < b.permission ? -1 : 1));

/** Permissions with their meanings, and whether the caller may give them on. */
export function addPermissionRoutes(app: FastifyInstance): void {
  app.get<{ Querystring: { after?: string; limit?: number } }>(
    '/permissions',
    {
      config: { permission: 'access.view' },
      schema: {
        operationId: 'listPermissions',
        tags: ['access'],
        summary: 'Permissions that roles and keys may hold, and which of them the caller holds',
        querystring: PageQuery,
        response: answers(200, 'A page in the order of the names.', 'PermissionPage', []),
      },
    },
    (request) => {
      const { after = null, limit = 100 } = request.query;
      const [from = ''] = marks(after, 1);
      const caller = callerOf(request);
      const rows = MEANINGS.filter(({ permission }) => permission > from)
        .slice(0, limit + 1)
        .map((row) => ({ ...row, held: permissionBeyond(caller, [row.permission]) === null }));
      return Promise.resolve(paged(rows, limit, ({ permission }) => [permission]));
    },
  );
}
