import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { accountNamesOf } from './account-names.js';
import { createAttempts } from './attempts.js';
import { createIdentityLogin, type IdentityLogin, type Newcomers } from './identity-login.js';
import { createInvitations, type Invitations } from './invitations.js';
import { createLogin, type Login } from './login.js';
import { createMembers, type Members } from './members.js';
import { newToken } from './one-time.js';
import { createPasswordResets, type PasswordResets } from './password-resets.js';
import { createPasswords, type Passwords } from './passwords.js';
import { createPermissionsOf, type PermissionsOf } from './roles-held.js';
import { createSessions, type Sessions } from './sessions.js';

/** Everything about the people who work here. */
export interface Staff {
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly login: Login;
  readonly identityLogin: IdentityLogin;
  readonly invitations: Invitations;
  readonly resets: PasswordResets;
  readonly members: Members;
  readonly permissionsOf: PermissionsOf;
  readonly accountNames: (accounts: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

export interface StaffDependencies {
  readonly pool: pg.Pool;
  readonly secret: string;
  /** The present instant, ISO 8601. */
  readonly now: () => string;
  /** What somebody gets who logs in elsewhere and is not known here; nothing where absent. */
  readonly newcomers?: Newcomers | undefined;
}

export function createStaff({ pool, secret, now, newcomers }: StaffDependencies): Staff {
  const made = { pool, now, newId: randomUUID, newToken };
  const passwords = createPasswords();
  const attempts = createAttempts(pool, secret, now);
  const sessions = createSessions(made);
  const invitations = createInvitations({ ...made, passwords, attempts, sessions });
  return {
    passwords,
    sessions,
    invitations,
    permissionsOf: createPermissionsOf(pool),
    login: createLogin({ pool, passwords, attempts, sessions }),
    identityLogin: createIdentityLogin({ ...made, sessions, newcomers: newcomers ?? null }),
    resets: createPasswordResets({ ...made, passwords, attempts }),
    members: createMembers({ pool, invitations, now }),
    accountNames: (accounts) => accountNamesOf(pool, accounts),
  };
}
