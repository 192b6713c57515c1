import type pg from 'pg';
import { listRoles } from '../access/role-rows.js';
import { withAccounts } from '../database/pool.js';

/** The roles of an account as they are now. */
export interface RoleBook {
  /** What these give together; one that the account has not gives nothing. */
  permissionsOf(roles: readonly string[]): ReadonlySet<string>;
  /** The first of these that the account has not; null where it has all. */
  unknown(roles: readonly string[]): string | null;
}

export type RolesOf = (account: string) => Promise<RoleBook>;

function roleBook(roles: readonly { readonly role: string; readonly permissions: readonly string[] }[]): RoleBook {
  const known = new Map(roles.map(({ role, permissions }) => [role, permissions]));
  return {
    permissionsOf: (names) => new Set(names.flatMap((name) => known.get(name) ?? [])),
    unknown: (names) => names.find((name) => !known.has(name)) ?? null,
  };
}

/** An account has a dozen. */
const MOST_ROLES = 1_000;

/** The roles of the account. */
export async function readRoles(pool: pg.Pool, account: string): Promise<RoleBook> {
  return roleBook(await withAccounts(pool, [account], (client) => listRoles(client, account, '', MOST_ROLES)));
}
