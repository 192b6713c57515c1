import type { FastifyRequest } from 'fastify';
import type { Caller } from '../access/caller.js';
import type { Membership } from '../users/membership-rows.js';
import type { PermissionsOf } from '../users/roles-held.js';
import type { SignedIn } from '../users/sessions.js';
import type { Staff } from '../users/staff.js';
import { RequestProblem } from './problem.js';
import { assertIntended, sessionTokenOf } from './session-cookie.js';

export interface SessionCallers {
  readonly staff: Pick<Staff, 'sessions' | 'permissionsOf'>;
  readonly publicUrl: URL;
}

/** A session with the token of its cookie. */
export interface PresentSession {
  readonly token: string;
  readonly signedIn: SignedIn;
}

/**
 * The session of the request's cookie; null where it has none. Refusals: session_ended; csrf_invalid for what changes
 * something and may come from a page of somebody else.
 */
export async function presentSession(
  request: FastifyRequest,
  { staff, publicUrl }: SessionCallers,
): Promise<PresentSession | null> {
  const token = sessionTokenOf(request);
  if (token === null) return null;
  assertIntended(request, token, publicUrl);
  const signedIn = await staff.sessions.find(token);
  if (signedIn === null) throw new RequestProblem('session_ended');
  return { token, signedIn };
}

/** Who asks by this session, in the account of the header `Docket-Account`. Refusals: account_needed, account_not_permitted. */
export async function callerOfSession(
  { headers }: FastifyRequest,
  { memberships }: SignedIn,
  permissionsOf: PermissionsOf,
): Promise<Caller> {
  const { account, userId, roles, stores, seller, own } = chosen(memberships, headers['docket-account']);
  const permissions = new Set(await permissionsOf(account, roles));
  const id = `user:${userId}`;
  const scope = { stores, seller, assignee: own ? id : null };
  return { account, kind: 'user', id, permissions, roles, scope };
}

function chosen(memberships: readonly Membership[], asked: string | string[] | undefined): Membership {
  if (asked === undefined) {
    const [only, other] = memberships;
    if (only === undefined) throw new RequestProblem('account_not_permitted');
    if (other === undefined) return only;
    const accounts = memberships.map(({ account }) => account).join(', ');
    throw new RequestProblem('account_needed', { in: 'header', pointer: '/docket-account', details: { accounts } });
  }
  const found = memberships.find(({ account }) => account === asked);
  if (found === undefined) throw new RequestProblem('account_not_permitted');
  return found;
}
