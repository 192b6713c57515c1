import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IdentityProvider, IdentityRefusal, Kept } from '../../users/identity.js';
import type { IdentityLogin } from '../../users/identity-login.js';
import { isRefused } from '../../users/refusal.js';
import type { Sessions } from '../../users/sessions.js';
import type { TextSeal } from '../../users/sealed-text.js';
import { sendProblem } from '../problem.js';
import { OIDC_MINUTES, OIDC_PATH } from './oidc-path.js';
import { cameOverTls, sessionTokenOf, setSessionCookie } from '../session-cookie.js';
import { sendUserRefusal } from './session-routes.js';

export interface OidcServices {
  readonly provider: IdentityProvider;
  readonly login: IdentityLogin;
  readonly sessions: Pick<Sessions, 'endToken'>;
  readonly seal: TextSeal;
  readonly publicUrl: URL;
}

const COOKIE = 'docket_oidc';

/** Logging in elsewhere. Browsers come here by themselves, so the answers are redirections. */
export function addOidcRoutes(
  app: FastifyInstance,
  { provider, login, sessions, seal, publicUrl }: OidcServices,
): void {
  const redirectUri = (): string => `${publicUrl.href.replace(/\/$/, '')}/api/v1${OIDC_PATH}/callback`;
  const cookieOf = (request: FastifyRequest) => ({
    path: `/api/v1${OIDC_PATH}`,
    httpOnly: true,
    // The provider sends the browser back from another site.
    sameSite: 'lax' as const,
    secure: cameOverTls(request, publicUrl),
  });

  app.get(OIDC_PATH, { config: { permission: 'public' }, schema: { hide: true } }, async (request, reply) => {
    const begun = await provider.begin(redirectUri());
    if ('refused' in begun) return refuse(request, reply, begun);
    const kept = seal.seal(JSON.stringify(begun.kept));
    void reply.setCookie(COOKIE, kept, { ...cookieOf(request), maxAge: OIDC_MINUTES * 60 });
    return reply.redirect(begun.url);
  });

  app.get(
    `${OIDC_PATH}/callback`,
    { config: { permission: 'public' }, schema: { hide: true } },
    async (request, reply) => {
      const kept = keptOf(seal, request.cookies[COOKIE]);
      // Good for one return, whatever comes of it.
      void reply.clearCookie(COOKIE, cookieOf(request));
      if (kept === null) return refuse(request, reply, { refused: 'login_failed', reason: 'not_begun' });
      const callback = new URL(redirectUri());
      callback.search = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
      const identity = await provider.finish(callback, kept);
      if ('refused' in identity) return refuse(request, reply, identity);
      const started = await login.login(identity, {
        address: request.ip,
        userAgent: request.headers['user-agent'] ?? '',
      });
      if (isRefused(started)) return sendUserRefusal(reply, started);
      const before = sessionTokenOf(request);
      if (before !== null) await sessions.endToken(before);
      setSessionCookie(reply, started.token, publicUrl);
      return reply.redirect(publicUrl.href);
    },
  );
}

function refuse(request: FastifyRequest, reply: FastifyReply, { refused, reason }: IdentityRefusal): FastifyReply {
  request.log.warn({ reason }, 'a login by OpenID Connect failed');
  return sendProblem(reply, refused);
}

function keptOf(seal: TextSeal, sealed: string | undefined): Kept | null {
  const text = sealed === undefined ? null : seal.open(sealed);
  return text === null ? null : (JSON.parse(text) as Kept);
}
