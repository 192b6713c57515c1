import type pg from 'pg';
import { recordMember } from '../users/member-history.js';
import { acceptMembership, addMembership } from '../users/membership-rows.js';
import { presenting, presentUser } from '../users/presenting.js';
import { ensureUser } from '../users/user-rows.js';
import type { Business } from './business.js';

/** The people of a business, whose names stand on its orders. They have no password, so that nobody logs in as them. */
export async function employ(pool: pg.Pool, { account, colleagues }: Business, at: string): Promise<void> {
  for (const { userId, name, role, stores } of colleagues) {
    const email = `${userId}@docket.example`;
    await presenting(pool, { accounts: [account], email, user: userId }, async (client) => {
      await ensureUser(client, { userId, email, name, locale: null }, at);
      const membership = { account, userId, roles: [role], stores, seller: null, own: false };
      await addMembership(client, { ...membership, invitedBy: 'demo', acceptedAt: at }, at);
      await acceptMembership(client, account, userId, at);
      await presentUser(client, userId);
      await recordMember(client, { account, at, actor: 'demo' }, userId, null);
    });
  }
}
