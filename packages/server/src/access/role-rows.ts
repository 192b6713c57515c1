import type pg from 'pg';
import { query } from '../database/pool.js';

export interface Role {
  readonly role: string;
  readonly name: string;
  readonly permissions: readonly string[];
}

const COLUMNS = 'role, name, permissions';

/** Roles of the account in the order of their names for the API, from the one after `after` on. */
export async function listRoles(client: pg.ClientBase, account: string, after: string, limit: number): Promise<Role[]> {
  const { rows } = await query<Role & Record<string, unknown>>(
    client,
    {
      name: 'list_roles',
      text: `select ${COLUMNS} from roles where account = $1 and role > $2 order by role limit $3`,
    },
    [account, after, limit],
  );
  return rows;
}

export async function findRole(client: pg.ClientBase, account: string, role: string): Promise<Role | null> {
  const { rows } = await query<Role & Record<string, unknown>>(
    client,
    { name: 'find_role', text: `select ${COLUMNS} from roles where account = $1 and role = $2` },
    [account, role],
  );
  return rows[0] ?? null;
}

/** What these roles permit together; a role that the account has not permits nothing. */
export async function permissionsOfRoles(
  client: pg.ClientBase,
  account: string,
  roles: readonly string[],
): Promise<string[]> {
  const { rows } = await query<{ permission: string }>(
    client,
    {
      name: 'permissions_of_roles',
      text: `select distinct unnest(permissions) as permission from roles
              where account = $1 and role = any ($2::text[]) order by permission`,
    },
    [account, roles],
  );
  return rows.map(({ permission }) => permission);
}

/** The first of these roles that the account has not; null where it has all. */
export async function unknownRole(
  client: pg.ClientBase,
  account: string,
  roles: readonly string[],
): Promise<string | null> {
  const { rows } = await query<{ role: string }>(
    client,
    { name: 'known_roles', text: 'select role from roles where account = $1 and role = any ($2::text[])' },
    [account, roles],
  );
  const known = new Set(rows.map(({ role }) => role));
  return roles.find((role) => !known.has(role)) ?? null;
}

/** False where the account has one of this name. */
export async function insertRole(client: pg.ClientBase, account: string, role: Role, at: string): Promise<boolean> {
  const { rowCount } = await query(
    client,
    {
      name: 'insert_role',
      text: `insert into roles (account, role, name, permissions, created_at) values ($1, $2, $3, $4, $5)
             on conflict (account, role) do nothing`,
    },
    [account, role.role, role.name, role.permissions, at],
  );
  return rowCount === 1;
}

export async function updateRole(client: pg.ClientBase, account: string, role: Role): Promise<void> {
  await query(
    client,
    { name: 'update_role', text: 'update roles set name = $3, permissions = $4 where account = $1 and role = $2' },
    [account, role.role, role.name, role.permissions],
  );
}

export async function deleteRole(client: pg.ClientBase, account: string, role: string): Promise<void> {
  await query(client, { name: 'delete_role', text: 'delete from roles where account = $1 and role = $2' }, [
    account,
    role,
  ]);
}

/** Somebody who holds the role, as an actor is named; null where nobody does. */
export async function holderOfRole(client: pg.ClientBase, account: string, role: string): Promise<string | null> {
  const { rows } = await query<{ holder: string }>(
    client,
    {
      name: 'holder_of_role',
      text: `select 'key:' || key as holder from app_keys where account = $1 and $2 = any (roles)
             union all
             select 'user:' || user_id from memberships where account = $1 and $2 = any (roles)
             order by holder limit 1`,
    },
    [account, role],
  );
  return rows[0]?.holder ?? null;
}
