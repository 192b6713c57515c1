import type { FastifyInstance } from 'fastify';
import type { Announcements } from '../../users/announcements.js';
import type { Member, MemberScope } from '../../users/membership-rows.js';
import type { Members } from '../../users/members.js';
import type { Staff } from '../../users/staff.js';
import { isRefused, type UserRefusal } from '../../users/refusal.js';
import { callerOf } from '../auth.js';
import { sendProblem } from '../problem.js';
import { answers, noContent } from './answers.js';
import { marks, paged } from './page-marks.js';
import { closed, id, ref } from './schemas/fields.js';
import { PageQuery } from './schemas/paging.js';
import { ChangeUserBody, InviteUserBody, type ScopeInput } from './schemas/users.js';
import { sendUserRefusal } from './session-routes.js';
import { addChangesOfOne, type SettingsChanges } from './settings-changes-routes.js';

export interface UserServices {
  readonly staff: Pick<Staff, 'members'>;
  readonly announcements: Announcements;
}

interface UserRequest {
  Params: { userId: string };
}

const tags = ['users'];
const UserParams = closed({ userId: id() });
const view = { permission: 'users.view' } as const;
const edit = { permission: 'users.edit' } as const;

/** The people who work in the account. */
export function addUserRoutes(
  app: FastifyInstance,
  { staff: { members }, announcements }: UserServices,
  changes: SettingsChanges,
): void {
  app.get<{ Querystring: { after?: string; limit?: number } }>(
    '/users',
    {
      config: view,
      schema: {
        operationId: 'listUsers',
        tags,
        summary: 'Who works in the account, or is invited',
        querystring: PageQuery,
        response: answers(200, 'A page in the order of the mail addresses.', 'UserPage', []),
      },
    },
    async (request) => {
      const { after = null, limit = 100 } = request.query;
      const [email = ''] = marks(after, 1);
      const rows = await members.list(callerOf(request).account, email, limit + 1);
      const page = paged(rows, limit, (row) => [row.email]);
      return { ...page, items: page.items.map(userView) };
    },
  );

  app.post<{ Body: InviteUserBody }>(
    '/users',
    {
      config: edit,
      schema: {
        operationId: 'inviteUser',
        tags,
        summary: 'Invite somebody',
        description: 'Mails a link that is good for 7 days. Nobody gives roles or a scope beyond their own.',
        body: ref(InviteUserBody),
        response: answers(201, 'The person, invited.', 'User', ['409']),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { email, roles, scope, locale = null } = request.body;
      const announce = announcements.invitation(caller.account, locale);
      const invited = await members.invite(caller, { email, roles, ...scopeOf(scope), locale }, announce);
      if (isRefused(invited)) return sendUserRefusal(reply, invited);
      return reply.code(201).send(await viewOf(members, caller.account, invited.userId));
    },
  );

  app.get<UserRequest>(
    '/users/:userId',
    {
      config: view,
      schema: {
        operationId: 'getUser',
        tags,
        summary: 'One person',
        params: UserParams,
        response: answers(200, 'The person.', 'User', ['404']),
      },
    },
    async (request, reply) => {
      const found = await members.get(callerOf(request).account, request.params.userId);
      return found === null ? sendProblem(reply, 'user_not_found') : userView(found);
    },
  );

  app.patch<UserRequest & { Body: ChangeUserBody }>(
    '/users/:userId',
    {
      config: edit,
      schema: {
        operationId: 'changeUser',
        tags,
        summary: 'Change roles or scope',
        description:
          'What is absent stays; a scope is replaced whole. It holds from the next request of the person on.',
        params: UserParams,
        body: ref(ChangeUserBody),
        response: answers(200, 'The person.', 'User', ['404', '409']),
      },
    },
    async (request, reply) => {
      const { roles, scope } = request.body;
      const changes = { ...(roles === undefined ? {} : { roles }), ...(scope === undefined ? {} : scopeOf(scope)) };
      const changed = await members.change(callerOf(request), request.params.userId, changes);
      return isRefused(changed) ? sendUserRefusal(reply, changed) : userView(changed);
    },
  );

  for (const [action, summary] of [
    ['disable', 'Close the login of a person, and end their sessions'],
    ['enable', 'Open the login of a person again'],
  ] as const) {
    app.post<UserRequest>(
      `/users/:userId/${action}`,
      {
        config: edit,
        schema: {
          operationId: `${action}User`,
          tags,
          summary,
          params: UserParams,
          response: answers(200, 'The person.', 'User', ['404', '409']),
        },
      },
      async (request, reply) => {
        const outcome = await members[action](callerOf(request), request.params.userId);
        return isRefused(outcome) ? sendUserRefusal(reply, outcome) : userView(outcome);
      },
    );
  }

  app.post<UserRequest>(
    '/users/:userId/resend',
    {
      config: edit,
      schema: {
        operationId: 'resendInvitation',
        tags,
        summary: 'Mail the invitation once more, with a new link',
        description: 'The link before is of no use any more.',
        params: UserParams,
        response: answers(200, 'The person, invited.', 'User', ['404', '409']),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { userId } = request.params;
      const resent = await members.resend(caller, userId, (locale) => announcements.invitation(caller.account, locale));
      return isRefused(resent) ? sendUserRefusal(reply, resent) : viewOf(members, caller.account, userId);
    },
  );

  app.delete<UserRequest>(
    '/users/:userId',
    {
      config: edit,
      schema: {
        operationId: 'removeUser',
        tags,
        summary: 'Take a person out of the account',
        description: 'Ends their sessions. Of who works nowhere else nothing is kept but the id, which the log names.',
        params: UserParams,
        response: noContent(['404', '409']),
      },
    },
    async (request, reply) => {
      const refusal: UserRefusal | null = await members.remove(callerOf(request), request.params.userId);
      return refusal === null ? reply.code(204).send() : sendUserRefusal(reply, refusal);
    },
  );

  addChangesOfOne(app, changes, {
    path: '/users/:userId',
    name: 'User',
    kind: 'user',
    params: { userId: id() },
    view: view.permission,
  });
}

async function viewOf(members: Members, account: string, userId: string): Promise<object> {
  const found = await members.get(account, userId);
  if (found === null) throw new Error('a user who was changed is not there');
  return userView(found);
}

const scopeOf = ({ stores = null, seller = null, own = false }: ScopeInput = {}): MemberScope => ({
  stores,
  seller,
  own,
});

function userView(found: Member): object {
  const { userId, email, name, roles, stores, seller, own, acceptedAt, createdAt, lastLoginAt } = found;
  const scope = { stores, seller, own };
  return { userId, email, name, roles, scope, status: statusOf(found), createdAt, acceptedAt, lastLoginAt };
}

function statusOf({ acceptedAt, disabledAt, userDisabled }: Member): 'invited' | 'active' | 'disabled' {
  if (disabledAt !== null || userDisabled) return 'disabled';
  return acceptedAt === null ? 'invited' : 'active';
}
