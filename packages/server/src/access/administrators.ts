import type pg from 'pg';
import { query } from '../database/pool.js';
import { EVERY_PERMISSION } from './permissions.js';

/**
 * Makes whoever changes keys, roles or people of this account do so one after the other, until the transaction ends: two
 * administrators who remove each other at the same moment must not both succeed.
 */
export async function lockAccess(client: pg.ClientBase, account: string): Promise<void> {
  await query(client, { name: 'lock_access', text: 'select from accounts where account = $1 for no key update' }, [
    account,
  ]);
}

export interface LastAdministrator {
  readonly refused: 'last_administrator';
}

/**
 * Does `work`, and refuses it where nothing would be left that may do everything on every order although there was
 * something before. The transaction has to be undone then. Refusal: last_administrator.
 */
export async function keepingAdministrator<T extends object>(
  client: pg.ClientBase,
  account: string,
  at: string,
  work: () => Promise<T>,
): Promise<T | LastAdministrator> {
  const before = await hasAdministrator(client, account, at);
  const outcome = await work();
  if ('refused' in outcome || !before || (await hasAdministrator(client, account, at))) return outcome;
  return { refused: 'last_administrator' };
}

async function hasAdministrator(client: pg.ClientBase, account: string, at: string): Promise<boolean> {
  const { rows } = await query<{ left: boolean }>(
    client,
    {
      name: 'administrator_left',
      text: `select exists (
               select from app_keys k
                where k.account = $1 and (k.expires_at is null or k.expires_at > $2)
                  and k.stores is null and k.seller is null and not k.own
                  and exists (select from app_key_tokens t where t.account = k.account and t.key = k.key)
                  and ($3 = any (k.permissions)
                       or exists (select from roles r where r.account = k.account and r.role = any (k.roles)
                                     and $3 = any (r.permissions))))
              or exists (
               select from memberships m join users u on u.user_id = m.user_id
                where m.account = $1 and m.accepted_at is not null and m.disabled_at is null and u.disabled_at is null
                  and m.stores is null and m.seller is null and not m.own
                  and exists (select from roles r where r.account = m.account and r.role = any (m.roles)
                                 and $3 = any (r.permissions))) as left`,
    },
    [account, at, EVERY_PERMISSION],
  );
  return rows[0]?.left === true;
}
