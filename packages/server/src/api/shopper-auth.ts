import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DraftOrderVisitor } from '../draft-orders/draft-order-links.js';
import type { DraftOrderVisits } from '../draft-orders/visit-draft-order.js';
import type { Guest, GuestLinks } from '../shoppers/guest-links.js';
import type { Shopper, ShopperSessions } from '../shoppers/sessions.js';
import type { Visitor } from '../shoppers/visitor.js';
import { RequestProblem } from './problem.js';
import type { Identify, RateLimits } from './rate-limits.js';
import { assertIntended, type SessionCookie, sessionTokenOf } from './session-cookie.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks from outside; null on public routes, and wherever staff ask. */
    visitor: Shopper | Guest | DraftOrderVisitor | null;
  }
}

/** Sent to the addresses of shoppers alone: the desk never sees it. */
export const SHOPPER_COOKIE: SessionCookie = { name: 'docket_shopper', path: '/api/v1/account' };

export interface VisitorDependencies {
  readonly sessions: ShopperSessions;
  readonly guestLinks: GuestLinks;
  readonly draftOrderVisits: DraftOrderVisits;
  readonly publicUrl: URL;
}

/** Whom the routes of this scope may be open to. */
const OPEN_TO: ReadonlySet<unknown> = new Set(['shopper', 'guest', 'draft_guest', 'public']);

/**
 * Lets a request pass only with the session of a shopper, or the token of a link in its path. Keys and sessions of staff are
 * not looked at here, nor are shoppers anywhere else. A route that says nobody does not come into being.
 */
export function requireVisitors(app: FastifyInstance, dependencies: VisitorDependencies, limits: RateLimits): void {
  app.addHook('onRoute', ({ config, method, url, schema }) => {
    if (!OPEN_TO.has(config?.permission)) throw new Error(`${String(method)} ${url} does not say to whom it is open`);
    if (schema !== undefined) Object.assign(schema, { 'x-permission': config?.permission });
  });
  const identify: Identify = async (request, reply) => {
    keepPrivate(reply);
    const { permission } = request.routeOptions.config;
    if (request.is404 || permission === 'public') return;
    request.visitor =
      permission === 'guest'
        ? await guestOf(request, dependencies.guestLinks)
        : permission === 'draft_guest'
          ? await draftVisitor(request, dependencies.draftOrderVisits)
          : await signedIn(request, dependencies);
  };
  app.addHook('onRequest', limits(identify));
}

/** What a shopper reads belongs into no cache, and the address of a guest into no other site's log. */
function keepPrivate(reply: FastifyReply): void {
  void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
}

async function guestOf(request: FastifyRequest, guestLinks: GuestLinks): Promise<Guest> {
  const { token } = request.params as { token: string };
  const guest = await guestLinks.open(token);
  if (guest === null) throw new RequestProblem('guest_link_invalid');
  return guest;
}

async function draftVisitor(request: FastifyRequest, visits: DraftOrderVisits): Promise<DraftOrderVisitor> {
  const { token } = request.params as { token: string };
  const visitor = await visits.open(token);
  if (visitor === null) throw new RequestProblem('guest_link_invalid');
  return visitor;
}

/** A bearer token is a program's, which nobody can make send it; the cookie of a browser needs the page's consent as well. */
async function signedIn(request: FastifyRequest, { sessions, publicUrl }: VisitorDependencies): Promise<Shopper> {
  const bearer = bearerOf(request);
  const token = bearer ?? sessionTokenOf(request, SHOPPER_COOKIE);
  const shopper = token === null ? null : await sessions.find(token);
  if (token === null || shopper === null) throw new RequestProblem('session_ended');
  if (bearer === null) assertIntended(request, token, publicUrl);
  const asked = request.headers['docket-account'];
  if (asked !== undefined && asked !== shopper.account) throw new RequestProblem('account_not_permitted');
  return shopper;
}

/** The token behind `Bearer`; null where there is no Authorization. Anything else there is no session. */
export function bearerOf({ headers: { authorization } }: FastifyRequest): string | null {
  if (authorization === undefined) return null;
  const token = /^bearer +([A-Za-z0-9._-]{1,200})$/i.exec(authorization)?.[1];
  if (token === undefined) throw new RequestProblem('session_ended');
  return token;
}

/** The visitor of a route for shoppers and guests. */
export function visitorOf({ visitor }: FastifyRequest): Visitor {
  if (visitor === null) throw new Error('a route that needs a visitor was declared public');
  return visitor;
}

export function shopperOf({ visitor }: FastifyRequest): Shopper {
  if (visitor === null || !('sessionId' in visitor)) throw new Error('a route that needs a shopper was open to others');
  return visitor;
}
