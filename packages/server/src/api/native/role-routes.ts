import type { FastifyInstance } from 'fastify';
import type { Roles } from '../../access/roles.js';
import { callerOf } from '../auth.js';
import { sendProblem } from '../problem.js';
import { answers } from './answers.js';
import { told } from './key-routes.js';
import { marks, paged } from './page-marks.js';
import { NewRole, RoleChanges, roleName } from './schemas/access.js';
import { closed, ref } from './schemas/fields.js';
import { PageQuery } from './schemas/paging.js';
import { addChangesOfOne, type SettingsChanges } from './settings-changes-routes.js';

interface RoleRequest {
  Params: { role: string };
}

const RoleParams = closed({ role: roleName() });

/** Roles: names for permissions that keys and people hold. */
export function addRoleRoutes(app: FastifyInstance, roles: Roles, changes: SettingsChanges): void {
  app.get<{ Querystring: { after?: string; limit?: number } }>(
    '/roles',
    {
      config: { permission: 'access.view' },
      schema: {
        operationId: 'listRoles',
        tags: ['access'],
        summary: 'Roles of the account',
        querystring: PageQuery,
        response: answers(200, 'A page in the order of the names.', 'RolePage', []),
      },
    },
    async (request) => {
      const { after = null, limit = 100 } = request.query;
      const [from = ''] = marks(after, 1);
      return paged(await roles.page(callerOf(request).account, from, limit + 1), limit, ({ role }) => [role]);
    },
  );

  app.post<{ Body: NewRole }>(
    '/roles',
    {
      config: { permission: 'access.edit' },
      schema: {
        operationId: 'createRole',
        tags: ['access'],
        summary: 'Make a role',
        body: ref(NewRole),
        response: answers(201, 'The role.', 'Role', ['409', '413', '415']),
      },
    },
    async (request, reply) => told(reply.code(201), await roles.create(callerOf(request), request.body)),
  );

  app.get<RoleRequest>(
    '/roles/:role',
    {
      config: { permission: 'access.view' },
      schema: {
        operationId: 'getRole',
        tags: ['access'],
        summary: 'Read a role',
        params: RoleParams,
        response: answers(200, 'The role.', 'Role', ['404']),
      },
    },
    async (request, reply) => {
      const role = await roles.find(callerOf(request).account, request.params.role);
      return role ?? sendProblem(reply, 'role_not_found');
    },
  );

  app.patch<RoleRequest & { Body: RoleChanges }>(
    '/roles/:role',
    {
      config: { permission: 'access.edit' },
      schema: {
        operationId: 'changeRole',
        tags: ['access'],
        summary: 'Change the name or the permissions of a role, for all who hold it',
        params: RoleParams,
        body: ref(RoleChanges),
        response: answers(200, 'The role after it.', 'Role', ['404', '409', '413', '415']),
      },
    },
    async (request, reply) => told(reply, await roles.change(callerOf(request), request.params.role, request.body)),
  );

  app.delete<RoleRequest>(
    '/roles/:role',
    {
      config: { permission: 'access.edit' },
      schema: {
        operationId: 'removeRole',
        tags: ['access'],
        summary: 'Remove a role that nobody holds',
        params: RoleParams,
        response: answers(200, 'The role as it was.', 'Role', ['404', '409', '413', '415']),
      },
    },
    async (request, reply) => told(reply, await roles.remove(callerOf(request), request.params.role)),
  );

  addChangesOfOne(app, changes, {
    path: '/roles/:role',
    name: 'Role',
    kind: 'role',
    params: { role: roleName() },
    view: 'access.view',
  });
}
