import type pg from 'pg';
import { withAccounts } from '../database/pool.js';
import { recordChange } from '../settings-history/record-change.js';
import { type AccessRefusal, isAccessRefusal } from './access-refusal.js';
import type { Caller } from './caller.js';
import { type ChangingDependencies, createChanging } from './changing.js';
import { permissionBeyond, scopeWithin, EVERYWHERE } from './grants.js';
import * as rows from './role-rows.js';
import type { Role } from './role-rows.js';

/** Stays as it was made, so that somebody always may do everything. */
const ADMINISTRATOR = 'administrator';

/**
 * Roles of an account: names for permissions, which keys and people hold. A change is for all of them at once, so only who
 * sees all orders changes roles, and only those that hold nothing beyond its own permissions, before and after.
 *
 * Refusals of every change: permission_exceeded, scope_exceeded, last_administrator.
 */
export interface Roles {
  page(account: string, after: string, limit: number): Promise<Role[]>;
  find(account: string, role: string): Promise<Role | null>;
  /** What these roles permit together. */
  permissionsOf(account: string, roles: readonly string[]): Promise<readonly string[]>;
  /** Refusal beside: role_exists. */
  create(caller: Caller, role: Role): Promise<Role | AccessRefusal>;
  /** Fields that are absent stay. Refusals beside: role_not_found, role_fixed. */
  change(caller: Caller, role: string, changes: Partial<Omit<Role, 'role'>>): Promise<Role | AccessRefusal>;
  /** Refusals beside: role_not_found, role_fixed, role_in_use. */
  remove(caller: Caller, role: string): Promise<Role | AccessRefusal>;
}

export function createRoles(dependencies: ChangingDependencies): Roles {
  const { pool } = dependencies;
  const changing = createChanging(dependencies);
  return {
    page: (account, after, limit) =>
      withAccounts(pool, [account], (client) => rows.listRoles(client, account, after, limit)),
    find: (account, role) => withAccounts(pool, [account], (client) => rows.findRole(client, account, role)),
    permissionsOf: (account, roles) =>
      withAccounts(pool, [account], (client) => rows.permissionsOfRoles(client, account, roles)),

    create: (caller, role) =>
      changing(caller, async (client, at) => {
        const { account, id: actor } = caller;
        const refusal = beyond(caller, role);
        if (refusal !== null) return refusal;
        if (!(await rows.insertRole(client, account, role, at))) return { refused: 'role_exists', pointer: '/role' };
        await recordChange(client, {
          account,
          at,
          actor,
          kind: 'role',
          key: role.role,
          before: null,
          after: told(role),
        });
        return role;
      }),

    change: (caller, name, changes) =>
      changing(caller, async (client, at) => {
        const { account, id: actor } = caller;
        const before = await changeable(client, caller, name);
        if (isAccessRefusal(before)) return before;
        const role = { ...before, ...changes };
        const exceeding = beyond(caller, role);
        if (exceeding !== null) return exceeding;
        await rows.updateRole(client, account, role);
        const change = { kind: 'role', key: name, before: told(before), after: told(role) } as const;
        await recordChange(client, { account, at, actor, ...change });
        return role;
      }),

    remove: (caller, name) =>
      changing(caller, async (client, at) => {
        const { account, id: actor } = caller;
        const before = await changeable(client, caller, name);
        if (isAccessRefusal(before)) return before;
        const holder = await rows.holderOfRole(client, account, name);
        if (holder !== null) return { refused: 'role_in_use', details: { holder } };
        await rows.deleteRole(client, account, name);
        await recordChange(client, { account, at, actor, kind: 'role', key: name, before: told(before), after: null });
        return before;
      }),
  };
}

/** A role that the caller may change. */
async function changeable(client: pg.ClientBase, caller: Caller, name: string): Promise<Role | AccessRefusal> {
  const role = await rows.findRole(client, caller.account, name);
  if (role === null) return { refused: 'role_not_found' };
  if (name === ADMINISTRATOR) return { refused: 'role_fixed' };
  return beyond(caller, role) ?? role;
}

function beyond(caller: Caller, { permissions }: Role): AccessRefusal | null {
  if (!scopeWithin(caller, EVERYWHERE)) return { refused: 'scope_exceeded' };
  const permission = permissionBeyond(caller, permissions);
  return permission === null
    ? null
    : { refused: 'permission_exceeded', pointer: '/permissions', details: { permission } };
}

const told = ({ name, permissions }: Role): object => ({ name, permissions });
