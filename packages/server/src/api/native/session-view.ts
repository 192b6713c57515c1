import { csrfToken } from '../../users/one-time.js';
import type { PresentSession } from '../session-caller.js';
import type { Staff } from '../../users/staff.js';

/** A session as the API shows it: who, where, with which permissions, and what requests must repeat. */
export async function sessionView(
  { token, signedIn }: PresentSession,
  { permissionsOf, accountNames }: Pick<Staff, 'permissionsOf' | 'accountNames'>,
): Promise<object> {
  const { sessionId, user, memberships, expiresAt } = signedIn;
  const names = await accountNames(memberships.map(({ account }) => account));
  const accounts = [];
  for (const { account, roles, stores, seller, own } of memberships) {
    const permissions = [...(await permissionsOf(account, roles))].sort();
    accounts.push({ account, name: names.get(account) ?? account, roles, permissions, scope: { stores, seller, own } });
  }
  const { userId, email, name, locale } = user;
  return { sessionId, user: { userId, email, name, locale }, accounts, csrfToken: csrfToken(token), expiresAt };
}
