import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ShopperSessions } from '../../../shoppers/sessions.js';
import { isSignInRefusal, type SignIn, type SignInRefusal } from '../../../shoppers/sign-in.js';
import { csrfToken } from '../../../users/one-time.js';
import { RequestProblem, sendProblem } from '../../problem.js';
import { assertSameOrigin, clearSessionCookie, sessionTokenOf, setSessionCookie } from '../../session-cookie.js';
import { bearerOf, SHOPPER_COOKIE, shopperOf } from '../../shopper-auth.js';
import { answers, noContent } from '../answers.js';
import { ref } from '../schemas/fields.js';
import { AccountQuery, AskForCodeBody, ConfirmSignInBody } from '../schemas/shopper.js';

export interface SignInRouteDependencies {
  readonly signIn: SignIn;
  readonly sessions: ShopperSessions;
  readonly publicUrl: URL;
  /** Where a request names no shop. */
  readonly defaultAccount: string;
}

interface InAccount {
  Querystring: { account?: string };
}

const tags = ['shopper'];

/** Signing in by a mailed code, and out. Nothing here tells whether anybody knows an address. */
export function addSignInRoutes(app: FastifyInstance, dependencies: SignInRouteDependencies): void {
  const { signIn, sessions, publicUrl, defaultAccount } = dependencies;
  const accountOf = (request: FastifyRequest<InAccount & { Body: { account?: string } }>): string =>
    request.body.account ?? request.query.account ?? accountHeader(request) ?? defaultAccount;

  app.post<InAccount & { Body: AskForCodeBody }>(
    '/sign-in',
    {
      config: { permission: 'public' },
      schema: {
        operationId: 'askForCode',
        tags,
        summary: 'Have a code mailed',
        description: 'Answers the same, after the same work, whether the address is known or not.',
        querystring: AccountQuery,
        body: ref(AskForCodeBody),
        response: noContent(['404', '413', '415', '429'], 202, 'A code is on its way, if the address is known.'),
      },
    },
    async (request, reply) => {
      const { email, locale = null } = request.body;
      const refusal = await signIn.ask({ account: accountOf(request), email, locale, from: request.ip });
      return refusal === null ? reply.code(202).send() : refuseSignIn(reply, refusal);
    },
  );

  app.post<InAccount & { Body: ConfirmSignInBody }>(
    '/sign-in/confirm',
    {
      config: { permission: 'public' },
      schema: {
        operationId: 'confirmSignIn',
        tags,
        summary: 'Sign in with the mailed code',
        querystring: AccountQuery,
        body: ref(ConfirmSignInBody),
        response: answers(201, 'The session, which is always a new one.', 'ShopperSession', [
          '404',
          '413',
          '415',
          '429',
        ]),
      },
    },
    async (request, reply) => {
      const { email, code, cookie = false } = request.body;
      // A page of somebody else must not sign a browser in: what is done there would be theirs to read.
      if (cookie) assertSameOrigin(request, publicUrl);
      const started = await signIn.confirm({ account: accountOf(request), email, code, from: request.ip });
      if (isSignInRefusal(started)) return refuseSignIn(reply, started);
      const { token, expiresAt } = started;
      void reply.code(201);
      if (!cookie) return { token, email, expiresAt, csrf: null };
      await endEarlier(request, sessions);
      setSessionCookie(reply, token, publicUrl, SHOPPER_COOKIE);
      return { token: null, email, expiresAt, csrf: csrfToken(token) };
    },
  );

  app.get(
    '/session',
    {
      config: { permission: 'shopper' },
      schema: {
        operationId: 'getShopperSession',
        tags,
        summary: 'Who is signed in',
        response: answers(200, 'The session.', 'ShopperSession', []),
      },
    },
    (request) => {
      const { identity, expiresAt } = shopperOf(request);
      const cookie = bearerOf(request) === null ? sessionTokenOf(request, SHOPPER_COOKIE) : null;
      const csrf = cookie === null ? null : csrfToken(cookie);
      return { token: null, email: identity.address, expiresAt: expiresAt.toISOString(), csrf };
    },
  );

  app.delete(
    '/session',
    {
      config: { permission: 'shopper' },
      schema: { operationId: 'signOut', tags, summary: 'Sign out', response: noContent([]) },
    },
    async (request, reply) => {
      await sessions.end(shopperOf(request));
      clearSessionCookie(reply, publicUrl, SHOPPER_COOKIE);
      return reply.code(204).send();
    },
  );

  app.delete(
    '/sessions',
    {
      config: { permission: 'shopper' },
      schema: { operationId: 'signOutEverywhere', tags, summary: 'Sign out everywhere', response: noContent([]) },
    },
    async (request, reply) => {
      await sessions.endAll(shopperOf(request));
      clearSessionCookie(reply, publicUrl, SHOPPER_COOKIE);
      return reply.code(204).send();
    },
  );
}

function accountHeader({ headers }: FastifyRequest): string | undefined {
  const account = headers['docket-account'];
  if (account === undefined) return undefined;
  if (typeof account === 'string' && /^[a-z0-9][a-z0-9_-]{0,62}$/.test(account)) return account;
  const detail = 'Docket-Account names an account: small letters, digits, - and _.';
  throw new RequestProblem('header_invalid', { in: 'header', pointer: '/docket-account', detail });
}

function refuseSignIn(reply: FastifyReply, refusal: SignInRefusal): FastifyReply {
  if (refusal.refused !== 'attempts_exceeded') return sendProblem(reply, refusal.refused);
  const { retryAfter } = refusal;
  void reply.header('retry-after', String(retryAfter));
  return sendProblem(reply, refusal.refused, { details: { seconds: retryAfter } });
}

/** Whoever knew the cookie of before must not come along into the new session. */
async function endEarlier(request: FastifyRequest, sessions: ShopperSessions): Promise<void> {
  const token = sessionTokenOf(request, SHOPPER_COOKIE);
  const earlier = token === null ? null : await sessions.find(token);
  if (earlier !== null) await sessions.end(earlier);
}
