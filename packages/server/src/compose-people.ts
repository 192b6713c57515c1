import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { DEFAULT_ACCOUNT } from './access/first-keys.js';
import type { ShopperServices } from './api/native/account/account-routes.js';
import type { QueueMail } from './mail/queue-mail.js';
import type { PersonalKeys } from './personal-data/keys.js';
import type { DraftOrderVisits } from './draft-orders/visit-draft-order.js';
import { DEMO_ACCOUNTS } from './demo/accounts.js';
import type { Settings } from './settings.js';
import { createGuestLinks } from './shoppers/guest-links.js';
import { createShopperSessions } from './shoppers/sessions.js';
import { createSignIn } from './shoppers/sign-in.js';
import { createShopperKeys } from './shoppers/tokens.js';
import { createAttempts } from './users/attempts.js';
import { createAnnouncements } from './users/announcements.js';
import { DEMO_LOGIN, ensureDemoUser } from './users/demo-user.js';
import { createStaff, type Staff } from './users/staff.js';
import type { SessionServices } from './api/native/session-routes.js';

/** The people who work here, with the one of the demo where there is a demo. */
export async function composeStaff({
  settings: { demo, oidc },
  pool,
  secret,
  now,
}: {
  readonly settings: Pick<Settings, 'demo'> & Partial<Pick<Settings, 'oidc'>>;
  readonly pool: pg.Pool;
  readonly secret: string;
  readonly now: () => string;
}): Promise<Staff> {
  const role = oidc?.defaultRole;
  const newcomers = role === undefined ? undefined : { account: DEFAULT_ACCOUNT, role };
  const staff = createStaff({ pool, secret, now, newcomers });
  const made = { pool, passwords: staff.passwords, newId: randomUUID };
  await ensureDemoUser(made, { demo, accounts: DEMO_ACCOUNTS, at: now() });
  return staff;
}

/** What pages of staff need beside the staff itself. */
export const composePeople = ({
  settings: { demo },
  staff,
  queueMail,
  publicUrl,
}: {
  readonly settings: Pick<Settings, 'demo'>;
  readonly staff: Staff;
  readonly queueMail: QueueMail;
  readonly publicUrl: URL;
}): SessionServices => ({
  staff,
  announcements: createAnnouncements(queueMail, publicUrl),
  publicUrl,
  demo: demo ? DEMO_LOGIN : null,
});

/** What lets people from outside see their own orders. */
export function composeShoppers({
  pool,
  keys,
  secret,
  queueMail,
  publicUrl,
  draftOrderVisits,
  clock,
}: {
  readonly pool: pg.Pool;
  readonly keys: PersonalKeys;
  readonly secret: string;
  readonly queueMail: QueueMail;
  readonly publicUrl: URL;
  readonly draftOrderVisits: DraftOrderVisits;
  readonly clock: () => string;
}): ShopperServices {
  const shopperKeys = createShopperKeys(secret);
  const attempts = createAttempts(pool, secret, clock);
  const sessions = createShopperSessions({ pool, keys, shopperKeys, clock });
  return {
    sessions,
    signIn: createSignIn({ pool, keys, shopperKeys, attempts, queueMail, sessions, clock }),
    guestLinks: createGuestLinks({ pool, queueMail, publicUrl, clock }),
    draftOrderVisits,
    publicUrl,
    defaultAccount: DEFAULT_ACCOUNT,
  };
}
