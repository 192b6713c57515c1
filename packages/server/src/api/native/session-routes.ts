import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Announcements } from '../../users/announcements.js';
import { isRefused, type UserRefusal } from '../../users/refusal.js';
import type { StartedSession } from '../../users/sessions.js';
import type { Staff } from '../../users/staff.js';
import { sessionOf } from '../auth.js';
import { sendProblem } from '../problem.js';
import { assertSameOrigin, clearSessionCookie, sessionTokenOf, setSessionCookie } from '../session-cookie.js';
import { answers, noContent } from './answers.js';
import { OIDC_PATH } from './oidc-path.js';
import { closed, id, ref } from './schemas/fields.js';
import {
  AcceptInvitationBody,
  ChangePasswordBody,
  ConfirmResetBody,
  LoginBody,
  RequestResetBody,
} from './schemas/session.js';
import { sessionView } from './session-view.js';

export interface SessionServices {
  readonly staff: Staff;
  readonly announcements: Announcements;
  readonly publicUrl: URL;
  /** Whom everybody may come in as; null where there is no demo. */
  readonly demo: { readonly email: string; readonly password: string } | null;
}

const tags = ['session'];
const PUBLIC = { permission: 'public' } as const;
const SESSION = { permission: 'session' } as const;

/** Logging in and out, and what people do about their own login. Nothing here tells whether a person exists. */
export function addSessionRoutes(app: FastifyInstance, services: SessionServices, oidcName: string | null): void {
  const { staff, publicUrl } = services;
  const { sessions } = staff;

  app.post<{ Body: LoginBody }>(
    '/session',
    {
      config: PUBLIC,
      schema: {
        operationId: 'logIn',
        tags,
        summary: 'Log in',
        description: 'Sets the cookie of a new session; one that came with the request ends.',
        body: ref(LoginBody),
        response: answers(200, 'The session.', 'Session', ['429']),
      },
    },
    async (request, reply) => {
      assertSameOrigin(request, publicUrl);
      const started = await staff.login.login(request.body, from(request));
      return answerStarted(reply, started, services);
    },
  );

  app.get(
    '/login-methods',
    {
      config: PUBLIC,
      schema: {
        operationId: 'getLoginMethods',
        tags,
        summary: 'How one may log in here',
        response: answers(200, 'What a page for logging in offers.', 'LoginMethods', []),
      },
    },
    () => ({
      password: true,
      oidc: oidcName === null ? null : { name: oidcName, url: `/api/v1${OIDC_PATH}` },
      demo: services.demo,
    }),
  );

  app.get(
    '/session',
    {
      config: SESSION,
      schema: {
        operationId: 'getSession',
        tags,
        summary: 'Who is logged in',
        response: answers(200, 'The session.', 'Session', []),
      },
    },
    (request) => sessionView(sessionOf(request), staff),
  );

  app.delete(
    '/session',
    { config: SESSION, schema: { operationId: 'logOut', tags, summary: 'Log out', response: noContent([]) } },
    async (request, reply) => {
      const { signedIn } = sessionOf(request);
      await sessions.end(signedIn.user.userId, signedIn.sessionId);
      clearSessionCookie(reply, publicUrl);
      return reply.code(204).send();
    },
  );

  app.get(
    '/sessions',
    {
      config: SESSION,
      schema: {
        operationId: 'listOwnSessions',
        tags,
        summary: 'Where the person is logged in',
        response: answers(200, 'All sessions, the last one used first; at most 50.', 'SessionList', []),
      },
    },
    async (request) => {
      const { signedIn } = sessionOf(request);
      const own = await sessions.list(signedIn.user.userId);
      const items = own.map(({ userId: _, ...session }) => ({
        ...session,
        current: session.sessionId === signedIn.sessionId,
      }));
      return { items };
    },
  );

  app.delete<{ Params: { sessionId: string } }>(
    '/sessions/:sessionId',
    {
      config: SESSION,
      schema: {
        operationId: 'endOwnSession',
        tags,
        summary: 'End one session of the person',
        params: closed({ sessionId: id() }),
        response: noContent(['404']),
      },
    },
    async (request, reply) => {
      const { signedIn } = sessionOf(request);
      const ended = await sessions.end(signedIn.user.userId, request.params.sessionId);
      return ended ? reply.code(204).send() : sendProblem(reply, 'session_not_found');
    },
  );

  app.post<{ Body: ChangePasswordBody }>(
    '/session/password',
    {
      config: SESSION,
      schema: {
        operationId: 'changePassword',
        tags,
        summary: 'Change the password',
        description: 'Ends every session of the person and begins a new one.',
        body: ref(ChangePasswordBody),
        response: answers(200, 'The new session.', 'Session', ['429']),
      },
    },
    async (request, reply) => {
      const { signedIn } = sessionOf(request);
      const started = await staff.login.changePassword(signedIn, request.body, from(request));
      return answerStarted(reply, started, services);
    },
  );

  addResetRoutes(app, services);

  app.post<{ Body: AcceptInvitationBody }>(
    '/invitations/accept',
    {
      config: PUBLIC,
      schema: {
        operationId: 'acceptInvitation',
        tags,
        summary: 'Accept an invitation',
        description: 'Sets the password of somebody new, checks that of somebody known, and begins a session.',
        body: ref(AcceptInvitationBody),
        response: answers(200, 'The session.', 'Session', ['429']),
      },
    },
    async (request, reply) => {
      assertSameOrigin(request, publicUrl);
      const started = await staff.invitations.accept(request.body, from(request));
      return answerStarted(reply, started, services);
    },
  );
}

function addResetRoutes(app: FastifyInstance, { staff, announcements, publicUrl }: SessionServices): void {
  app.post<{ Body: RequestResetBody }>(
    '/password-reset',
    {
      config: PUBLIC,
      schema: {
        operationId: 'requestPasswordReset',
        tags,
        summary: 'Have a link mailed to set a new password',
        description: 'Answers the same whether there is such a person or not.',
        body: ref(RequestResetBody),
        response: noContent(['429'], 202, 'If there is such a person, a mail is on its way.'),
      },
    },
    async (request, reply) => {
      assertSameOrigin(request, publicUrl);
      const refusal = await staff.resets.request(request.body.email, from(request), announcements.reset);
      return refusal === null ? reply.code(202).send() : sendUserRefusal(reply, refusal);
    },
  );

  app.post<{ Body: ConfirmResetBody }>(
    '/password-reset/confirm',
    {
      config: PUBLIC,
      schema: {
        operationId: 'confirmPasswordReset',
        tags,
        summary: 'Set a new password by the code of the link',
        description: 'Ends every session of the person; log in afterwards.',
        body: ref(ConfirmResetBody),
        response: noContent(['429']),
      },
    },
    async (request, reply) => {
      assertSameOrigin(request, publicUrl);
      const refusal = await staff.resets.confirm(request.body, from(request));
      return refusal === null ? reply.code(204).send() : sendUserRefusal(reply, refusal);
    },
  );
}

const from = (request: FastifyRequest): { address: string; userAgent: string } => ({
  address: request.ip,
  userAgent: request.headers['user-agent'] ?? '',
});

async function answerStarted(
  reply: FastifyReply,
  started: StartedSession | UserRefusal,
  services: SessionServices,
): Promise<object> {
  if (isRefused(started)) return sendUserRefusal(reply, started);
  const before = sessionTokenOf(reply.request);
  if (before !== null) await services.staff.sessions.endToken(before);
  setSessionCookie(reply, started.token, services.publicUrl);
  return sessionView(started, services.staff);
}

/** What services of people refuse, as the API says it. */
export function sendUserRefusal(reply: FastifyReply, { refused, retryAfter, ...where }: UserRefusal): FastifyReply {
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
  return sendProblem(reply, refused, where);
}
