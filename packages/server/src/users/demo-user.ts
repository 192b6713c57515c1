import type pg from 'pg';
import { query } from '../database/pool.js';
import { recordMember } from './member-history.js';
import { acceptMembership, addMembership, member } from './membership-rows.js';
import { leaveAccount } from './members.js';
import type { Passwords } from './passwords.js';
import { presenting, presentUser } from './presenting.js';
import { ensureUser, setPassword, userByEmail } from './user-rows.js';

/** Everybody knows them, so they exist in demo mode alone. */
export const DEMO_LOGIN = { email: 'demo@docket.example', password: 'docket-demo-password' } as const;

/**
 * The person of the demo, an administrator of its accounts as far as they are there. Out of demo mode they are taken away,
 * also where an earlier start made them.
 */
export async function ensureDemoUser(
  { pool, passwords, newId }: { pool: pg.Pool; passwords: Passwords; newId: () => string },
  { demo, accounts, at }: { demo: boolean; accounts: readonly string[]; at: string },
): Promise<void> {
  const actor = 'demo';
  const presented = { accounts, email: DEMO_LOGIN.email };
  const missing = await presenting(pool, presented, async (client) => {
    const there = await query<{ account: string }>(
      client,
      { name: 'demo_accounts', text: 'select account from accounts where account = any ($1) order by account' },
      [accounts],
    );
    const user = await userByEmail(client, DEMO_LOGIN.email);
    const without: string[] = [];
    for (const { account } of there.rows) {
      const before = user === null ? null : await member(client, account, user.userId);
      if (before === null) without.push(account);
      else if (!demo) {
        await leaveAccount(client, account, before.userId);
        await recordMember(client, { account, at, actor }, before.userId, before);
      }
    }
    return without;
  });
  if (!demo || missing.length === 0) return;
  const hash = await passwords.hash(DEMO_LOGIN.password);
  if (hash === null) throw new Error('somebody logs in before the server listens');
  await presenting(pool, presented, async (client) => {
    const fresh = newId();
    await presentUser(client, fresh);
    const person = { userId: fresh, email: DEMO_LOGIN.email, name: 'Demo', locale: null };
    const userId = await ensureUser(client, person, at);
    await presentUser(client, userId);
    await setPassword(client, userId, hash);
    const everything = { stores: null, seller: null, own: false };
    const roles = ['administrator'];
    for (const account of missing) {
      await addMembership(client, { account, userId, roles, ...everything, invitedBy: actor, acceptedAt: at }, at);
      await acceptMembership(client, account, userId, at);
      await recordMember(client, { account, at, actor }, userId, null);
    }
  });
}
