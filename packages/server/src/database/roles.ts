import type pg from 'pg';
import { StartError } from '../start-error.js';

/**
 * The roles Docket works as. `undefined`: the login may not make roles, so it is used as it is, and forced row-level
 * policies must bind it (`assertBound`).
 */
export interface Roles {
  readonly serving: string | undefined;
  readonly follower: string | undefined;
}

const servingRole = 'docket_serving';
const followerRole = 'docket_follower';

/**
 * Makes the serving and the follower role where the login may, and lets the login drop to them. Roles belong to the
 * whole server and several databases on it may start at once, so every step may find its work done.
 */
export async function ensureRoles(owner: pg.ClientBase): Promise<Roles> {
  return { serving: await ensureRole(owner, servingRole), follower: await ensureRole(owner, followerRole) };
}

/** The roles that the login may drop to as things stand. */
export async function presentRoles(owner: pg.Pool): Promise<Roles> {
  const client = await owner.connect();
  try {
    const present = async (role: string): Promise<string | undefined> =>
      (await mayDropTo(client, role)) ? role : undefined;
    return { serving: await present(servingRole), follower: await present(followerRole) };
  } finally {
    client.release(true);
  }
}

async function ensureRole(owner: pg.ClientBase, role: string): Promise<string | undefined> {
  await tolerate(
    owner,
    `do $$ begin
       if not exists (select from pg_roles where rolname = '${role}') then
         create role ${role} nologin nosuperuser nobypassrls nocreatedb nocreaterole;
       end if;
     exception when duplicate_object or unique_violation then null;
     end $$`,
  );
  if (await mayDropTo(owner, role)) return role;
  await tolerate(owner, `grant ${role} to current_user`);
  return (await mayDropTo(owner, role)) ? role : undefined;
}

async function mayDropTo(owner: pg.ClientBase, role: string): Promise<boolean> {
  if (!(await tolerate(owner, `set role ${role}`))) return false;
  await owner.query('reset role');
  return true;
}

/** @returns whether the statement ran; a missing right and a race with another start are expected. */
async function tolerate(owner: pg.ClientBase, text: string): Promise<boolean> {
  const insufficientPrivilege = '42501';
  const unknownRole = ['22023', '42704'];
  const concurrentUpdate = 'XX000'; // "tuple concurrently updated": the same grant in another database
  for (let tries = 0; ; tries += 1) {
    try {
      await owner.query(text);
      return true;
    } catch (error) {
      const code = (error as pg.DatabaseError).code ?? '';
      if (code === insufficientPrivilege || unknownRole.includes(code)) return false;
      if (code !== concurrentUpdate || tries === 5) throw error;
    }
  }
}

/**
 * Refuses a connection that row-level policies do not bind: a superuser, a role with BYPASSRLS, or an owner of a table
 * whose policies are not forced.
 */
export async function assertBound(serving: pg.Pool): Promise<void> {
  const { rows } = await serving.query<{ role: string; free: boolean; open_table: string | null }>(
    `select rolname as role, rolsuper or rolbypassrls as free,
            (select min(c.oid::regclass::text) from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where n.nspname = 'public' and c.relrowsecurity and not row_security_active(c.oid)) as open_table
       from pg_roles where rolname = current_user`,
  );
  const [found] = rows;
  if (found === undefined) throw new Error('the current role is not in pg_roles');
  if (found.free) {
    throw new StartError(
      `DATABASE_URL: the role ${found.role} is not bound by row-level policies (superuser or BYPASSRLS) and may not drop to ${servingRole}: use a login without these rights, or one that may create roles`,
    );
  }
  if (found.open_table !== null) {
    throw new StartError(
      `DATABASE_URL: the role ${found.role} is not bound by the policies of table ${found.open_table}`,
    );
  }
}
