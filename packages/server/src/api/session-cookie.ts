import { createHash, timingSafeEqual } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { csrfToken } from '../users/one-time.js';
import { RequestProblem } from './problem.js';

/** A cookie that holds a session. Scripts cannot read it, and other sites do not send it with what changes anything. */
export interface SessionCookie {
  readonly name: string;
  /** Where it is sent: to addresses that begin so. */
  readonly path: string;
}

const DESK: SessionCookie = { name: 'docket_session', path: '/' };
/** The token of a shopper begins with its account. */
const TOKEN = /^(?:[a-z0-9_-]{1,63}\.)?[A-Za-z0-9_-]{43}$/;

export async function acceptCookies(app: FastifyInstance): Promise<void> {
  await app.register(cookie);
}

/** The token in the cookie, or null where there is none that could be one. */
export function sessionTokenOf(request: FastifyRequest, { name } = DESK): string | null {
  const token = request.cookies[name];
  return token !== undefined && TOKEN.test(token) ? token : null;
}

/** Ends with the browser; how long the session itself lives, the server decides. */
export function setSessionCookie(reply: FastifyReply, token: string, publicUrl: URL, { name, path } = DESK): void {
  void reply.setCookie(name, token, attributes(reply.request, path, publicUrl));
}

export function clearSessionCookie(reply: FastifyReply, publicUrl: URL, { name, path } = DESK): void {
  void reply.clearCookie(name, attributes(reply.request, path, publicUrl));
}

const attributes = (request: FastifyRequest, path: string, publicUrl: URL) => ({
  path,
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: cameOverTls(request, publicUrl),
});

/** A proxy that ends TLS says so; a header that somebody made up can only make their own cookie stricter. */
export const cameOverTls = (request: FastifyRequest, publicUrl: URL): boolean =>
  publicUrl.protocol === 'https:' || request.headers['x-forwarded-proto'] === 'https';

/**
 * A browser sends the cookie along with whatever a page asks it to send. So a request that changes something must come
 * from a page of ours, and repeat what only such a page can read. Refusal: csrf_invalid.
 */
export function assertIntended(request: FastifyRequest, token: string, publicUrl: URL): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  assertSameOrigin(request, publicUrl);
  const sent = request.headers['docket-csrf'];
  if (typeof sent !== 'string' || !sameText(sent, csrfToken(token))) throw new RequestProblem('csrf_invalid');
}

/** Where the browser says which page asks, it must be one of ours. Refusal: csrf_invalid. */
export function assertSameOrigin({ headers }: FastifyRequest, publicUrl: URL): void {
  const { origin, host } = headers;
  if (origin === undefined || origin === publicUrl.origin) return;
  if (!URL.canParse(origin) || new URL(origin).host !== host) throw new RequestProblem('csrf_invalid');
}

/** Hashed first, so that neither length nor content shows in the time. */
function sameText(one: string, other: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
