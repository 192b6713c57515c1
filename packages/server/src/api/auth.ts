import type { IncomingHttpHeaders } from 'node:http';
import type { ActorRef } from '@docket/core/order/decision';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppKeys } from '../access/app-keys.js';
import { type Caller, powersOf } from '../access/caller.js';
import { type Permission, permits } from '../access/permissions.js';
import { RequestProblem } from './problem.js';
import type { RateLimits } from './rate-limits.js';
import { callerOfSession, type PresentSession, presentSession, type SessionCallers } from './session-caller.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * What the caller must hold; `authenticated`: an account and no more; `session`: a person logged in; `public`:
     * anybody; `shopper` and `guest`: people from outside (`shopper-auth.ts`).
     */
    permission?: Permission | 'authenticated' | 'session' | 'public' | 'shopper' | 'guest' | 'draft_guest';
    /** What it may ask for besides, by what stands in the request. A test holds routes to it. */
    further?: readonly Permission[];
  }
  interface FastifyRequest {
    /** Who asks; null only on public routes. */
    caller: Caller | null;
    /** Of a route that asks for `session`; else null. */
    session: PresentSession | null;
  }
}

export interface Credentials {
  readonly key: string;
  readonly token: string;
}

/** Keys and tokens are visible ASCII: nothing else can stand in a header, and NUL must not reach the database. */
const VISIBLE = /^[\x21-\x7e]{1,200}$/;

/**
 * Reads `X-VTEX-API-AppKey` with `X-VTEX-API-AppToken`, else HTTP Basic with key and token (RFC 7617). Null where there
 * are none; `malformed` where something is there that cannot be a key and a token.
 */
export function credentialsOf(headers: IncomingHttpHeaders): Credentials | 'malformed' | null {
  const key = headers['x-vtex-api-appkey'];
  const token = headers['x-vtex-api-apptoken'];
  if (key !== undefined || token !== undefined) return checked(key, token);
  const authorization = headers.authorization;
  if (authorization === undefined) return null;
  const encoded = /^basic +([A-Za-z0-9+/]+=*)$/i.exec(authorization)?.[1];
  if (encoded === undefined) return 'malformed';
  const decoded = Buffer.from(encoded, 'base64').toString();
  const colon = decoded.indexOf(':');
  return colon < 0 ? 'malformed' : checked(decoded.slice(0, colon), decoded.slice(colon + 1));
}

function checked(key: unknown, token: unknown): Credentials | 'malformed' {
  const fine = typeof key === 'string' && typeof token === 'string' && VISIBLE.test(key) && VISIBLE.test(token);
  return fine ? { key, token } : 'malformed';
}

export interface Callers extends SessionCallers {
  readonly appKeys: AppKeys;
}

/**
 * Lets a request pass only with a key, or a session of somebody, that holds what its route asks for. Runs before the body is read, so a stranger
 * costs no parsing. A route without a permission does not come into being.
 */
export function requirePermissions(app: FastifyInstance, callers: Callers, limits: RateLimits): void {
  app.addHook('onRoute', ({ config, method, url, schema }) => {
    const asked = config?.permission;
    if (asked === undefined || asked === 'shopper' || asked === 'guest' || asked === 'draft_guest') {
      throw new Error(`${String(method)} ${url} states no permission`);
    }
    // Shown in the OpenAPI document.
    if (schema === undefined) return;
    Object.assign(schema, { 'x-permission': asked });
    if (config?.further !== undefined) Object.assign(schema, { 'x-further-permissions': config.further });
  });
  const identify = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { permission } = request.routeOptions.config;
    if (permission === 'public' || request.is404) return;
    // What one caller may see is not for the next one. A route that knows better sets its own.
    void reply.header('cache-control', 'private, no-store');
    if (permission === 'session') {
      request.session = await presentSession(request, callers);
      if (request.session === null) throw new RequestProblem('session_ended');
      return;
    }
    const credentials = credentialsOf(request.headers);
    const caller =
      credentials === null ? await sessionCaller(request, callers) : await keyCaller(request, credentials, callers);
    request.caller = caller;
    if (permission !== 'authenticated') requirePermission(caller, permission as Permission);
  };
  app.addHook('onRequest', limits(identify));
}

/** The session of a route that asks for one. */
export function sessionOf(request: { session: PresentSession | null }): PresentSession {
  if (request.session === null) throw new Error('a route that needs a session does not ask for it');
  return request.session;
}

async function keyCaller(
  { headers }: FastifyRequest,
  credentials: Credentials | 'malformed',
  { appKeys }: Callers,
): Promise<Caller> {
  if (credentials === 'malformed') throw new RequestProblem('credentials_invalid');
  const caller = appKeys.cached(credentials) ?? (await appKeys.authenticate(credentials));
  if (caller === null) throw new RequestProblem('credentials_invalid');
  const account = headers['docket-account'];
  if (account !== undefined && account !== caller.account) throw new RequestProblem('account_not_permitted');
  return caller;
}

/** Where no key is sent, the cookie of a session may stand for a person. */
async function sessionCaller(request: FastifyRequest, callers: Callers): Promise<Caller> {
  const session = await presentSession(request, callers);
  if (session === null) throw new RequestProblem('credentials_missing');
  return callerOfSession(request, session.signedIn, callers.staff.permissionsOf);
}

/** Refuses a caller who lacks the permission: permission_missing. A route without one is a bug of ours, and refused too. */
export function requirePermission({ permissions }: Caller, permission: Permission | undefined): void {
  if (permission !== undefined && permits(permissions, permission)) return;
  throw new RequestProblem('permission_missing', { details: { permission: permission ?? 'none' } });
}

/** The caller of a route that is not public. */
export function callerOf(request: { caller: Caller | null }): Caller {
  if (request.caller === null) throw new Error('a route that needs a caller was declared public');
  return request.caller;
}

/**
 * The caller of what tells of every order of the account, as feeds and tasks do. One that sees a part of the orders alone
 * has none of it: outside_scope.
 */
export function wholeCallerOf(request: { caller: Caller | null }): Caller {
  const caller = callerOf(request);
  const { stores, seller, assignee } = caller.scope;
  if (stores !== null || seller !== null || assignee !== null) throw new RequestProblem('outside_scope');
  return caller;
}

const REPRESENTED = ['staff', 'shopper', 'marketplace', 'seller', 'payment_provider', 'carrier'] as const;

/**
 * Who acts, for the log and for what the workflow lets them do. A caller is staff; a connector with the permission for it
 * says by `Docket-Acting-As` for whom it speaks. Refusals: header_invalid, permission_missing.
 */
export function actorOf(request: FastifyRequest): ActorRef {
  const caller = callerOf(request);
  const { id } = caller;
  const header = request.headers['docket-acting-as'];
  const may = powersOf(caller);
  if (header === undefined) return { kind: 'staff', id, may };
  const kind = REPRESENTED.find((each) => each === header);
  if (kind === undefined) {
    const detail = `Docket-Acting-As must be one of ${REPRESENTED.join(', ')}.`;
    throw new RequestProblem('header_invalid', { in: 'header', pointer: '/docket-acting-as', detail });
  }
  requirePermission(caller, 'orders.represent');
  return { kind, id, may };
}
