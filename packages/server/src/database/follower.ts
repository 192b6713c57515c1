import type pg from 'pg';
import { createPool, query } from './pool.js';
import type { Roles } from './roles.js';

/**
 * Connections that see every account: for workers, verify and rebuild. They drop to the follower role, whose policies let
 * it; where the login may make no roles, each connection names all accounts in its session instead, and is renewed
 * every minute, so that an account that is new is followed soon.
 */
export function createFollowerPool(
  { login, roles }: { readonly login: pg.PoolConfig; readonly roles: Roles },
  { max, applicationName }: { readonly max: number; readonly applicationName: string },
): pg.Pool {
  if (roles.follower !== undefined) return createPool({ login, role: roles.follower, max, applicationName });
  return createPool({
    login: { ...login, maxLifetimeSeconds: 60 },
    role: undefined,
    max,
    applicationName,
    seesAll: true,
  });
}

/** Every account of the installation, by name. */
export async function accountNames(follower: pg.Pool): Promise<readonly string[]> {
  const { rows } = await query<{ account: string }>(follower, {
    text: 'select account from accounts order by account',
  });
  return rows.map(({ account }) => account);
}
