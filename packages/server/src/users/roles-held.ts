import type pg from 'pg';
import { permissionsOfRoles } from '../access/role-rows.js';
import { withAccounts } from '../database/pool.js';

/** What these roles of an account permit together, as they are now. Those alone are read that somebody holds. */
export type PermissionsOf = (account: string, roles: readonly string[]) => Promise<readonly string[]>;

export const createPermissionsOf =
  (pool: pg.Pool): PermissionsOf =>
  (account, roles) =>
    withAccounts(pool, [account], (client) => permissionsOfRoles(client, account, roles));
