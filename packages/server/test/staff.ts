import { createStaff, type Staff } from '../src/users/staff.js';
import { isRefused, type UserRefusal } from '../src/users/refusal.js';
import { query, withAccounts } from '../src/database/pool.js';
import { createTestDatabase, type TestDatabase } from './setup/database.js';

/** The services of staff on a database of its own. */
export interface TestStaff extends Staff {
  readonly database: TestDatabase;
  /** Stands still unless a test moves it on. */
  readonly clock: { now: string };
  /** The same as another process has them. */
  readonly another: () => Staff;
  /** Invites and accepts; answers the id of the person. */
  readonly hire: (email: string, account?: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

export const PASSWORD = 'a teapot of clay';
/** From nowhere in particular. */
export const HERE = { address: '192.0.2.7', userAgent: 'test' };
const EVERYTHING = { stores: null, seller: null, own: false } as const;

export async function openStaff(accounts: readonly string[] = ['acme']): Promise<TestStaff> {
  const database = await createTestDatabase();
  for (const account of accounts) {
    await withAccounts(database.serving, [account], (client) =>
      query(client, { text: 'select ensure_account($1, $1)' }, [account]),
    );
  }
  const clock = { now: '2026-03-02T10:00:00.000Z' };
  const another = (): Staff =>
    createStaff({ pool: database.serving, secret: 'a secret of the tests', now: () => clock.now });
  const staff = another();
  return {
    ...staff,
    database,
    clock,
    another,
    async hire(email, account = 'acme') {
      const { code, userId } = done(await staff.invitations.invite(invitation(email, account), noMail));
      done(await staff.invitations.accept({ code, password: PASSWORD, name: 'Ana' }, HERE));
      return userId;
    },
    close: () => database.drop(),
  };
}

const noMail = (): Promise<void> => Promise.resolve();

const invitation = (email: string, account = 'acme') => ({
  account,
  email,
  roles: ['administrator'],
  invitedBy: 'cli',
  locale: null,
  ...EVERYTHING,
});

/** What was done. Throws where it was refused. */
export function done<T extends object>(outcome: T | UserRefusal): T {
  if (isRefused(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome;
}

/** `later(clock, 15)`: the clock 15 minutes on. */
export function later(clock: { now: string }, minutes: number): void {
  clock.now = new Date(Date.parse(clock.now) + minutes * 60_000).toISOString();
}
