import type pg from 'pg';
import { query } from '../database/pool.js';

/** Which orders a member sees; all parts must hold. */
export interface MemberScope {
  /** Orders of these stores; null: of all. */
  readonly stores: readonly string[] | null;
  /** Orders of which this seller has a line. */
  readonly seller: string | null;
  /** Orders on the member's own desk. */
  readonly own: boolean;
}

/** What a person may do in an account. */
export interface Membership extends MemberScope {
  readonly account: string;
  readonly userId: string;
  readonly roles: readonly string[];
  /** Null: invited, and of no effect yet. */
  readonly acceptedAt: Date | null;
  readonly disabledAt: Date | null;
}

/** A membership as the account sees it. Of somebody who has not accepted, it learns no more than the address it wrote. */
export interface Member extends Membership {
  readonly email: string;
  readonly name: string | null;
  readonly createdAt: Date;
  readonly lastLoginAt: Date | null;
  /** Closed for the whole installation by whoever runs it. */
  readonly userDisabled: boolean;
}

const COLUMNS = `account, user_id as "userId", roles, stores, seller, own, accepted_at as "acceptedAt",
                 disabled_at as "disabledAt"`;

const MEMBER = `select m.account, m.user_id as "userId", m.roles, m.stores, m.seller, m.own,
                       m.accepted_at as "acceptedAt", m.disabled_at as "disabledAt", m.created_at as "createdAt", u.email,
                       case when m.accepted_at is not null then u.name end as name,
                       case when m.accepted_at is not null then u.last_login_at end as "lastLoginAt",
                       u.disabled_at is not null as "userDisabled"
                  from memberships m join users u on u.user_id = m.user_id`;

/** All memberships of the person whom the transaction presents. */
export async function membershipsOf(client: pg.ClientBase, userId: string): Promise<readonly Membership[]> {
  const { rows } = await query<Membership & Record<string, unknown>>(
    client,
    { name: 'memberships_of', text: `select ${COLUMNS} from memberships where user_id = $1 order by account` },
    [userId],
  );
  return rows;
}

export async function membership(client: pg.ClientBase, account: string, userId: string): Promise<Membership | null> {
  const { rows } = await query<Membership & Record<string, unknown>>(
    client,
    { name: 'membership', text: `select ${COLUMNS} from memberships where account = $1 and user_id = $2` },
    [account, userId],
  );
  return rows[0] ?? null;
}

export async function member(client: pg.ClientBase, account: string, userId: string): Promise<Member | null> {
  const { rows } = await query<Member & Record<string, unknown>>(
    client,
    { name: 'member', text: `${MEMBER} where m.account = $1 and m.user_id = $2` },
    [account, userId],
  );
  return rows[0] ?? null;
}

/** Members after this address, in its order. */
export async function listMembers(
  client: pg.ClientBase,
  account: string,
  after: string,
  limit: number,
): Promise<readonly Member[]> {
  const { rows } = await query<Member & Record<string, unknown>>(
    client,
    { name: 'list_members', text: `${MEMBER} where m.account = $1 and u.email > $2 order by u.email limit $3` },
    [account, after, limit],
  );
  return rows;
}

export interface NewMembership extends MemberScope {
  readonly account: string;
  readonly userId: string;
  readonly roles: readonly string[];
  readonly invitedBy: string;
  readonly acceptedAt: string | null;
}

/** False where the person is a member, or invited, already. */
export async function addMembership(client: pg.ClientBase, added: NewMembership, at: string): Promise<boolean> {
  const { account, userId, roles, stores, seller, own, invitedBy, acceptedAt } = added;
  const { rowCount } = await query(
    client,
    {
      name: 'add_membership',
      text: `insert into memberships (account, user_id, roles, stores, seller, own, invited_by, created_at, accepted_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (account, user_id) do nothing`,
    },
    [account, userId, roles, stores, seller, own, invitedBy, at, acceptedAt],
  );
  return rowCount === 1;
}

export async function saveMembership(
  client: pg.ClientBase,
  { account, userId, roles, stores, seller, own }: Membership,
): Promise<void> {
  await query(
    client,
    {
      name: 'save_membership',
      text: `update memberships set roles = $3, stores = $4, seller = $5, own = $6
              where account = $1 and user_id = $2`,
    },
    [account, userId, roles, stores, seller, own],
  );
}

/** Null opens it again. */
export async function setMembershipDisabled(
  client: pg.ClientBase,
  account: string,
  userId: string,
  at: string | null,
): Promise<void> {
  await query(
    client,
    {
      name: 'set_membership_disabled',
      text: 'update memberships set disabled_at = $3 where account = $1 and user_id = $2',
    },
    [account, userId, at],
  );
}

export async function acceptMembership(
  client: pg.ClientBase,
  account: string,
  userId: string,
  at: string,
): Promise<void> {
  await query(
    client,
    {
      name: 'accept_membership',
      text: `update memberships set accepted_at = $3 where account = $1 and user_id = $2 and accepted_at is null`,
    },
    [account, userId, at],
  );
}

export async function removeMembership(client: pg.ClientBase, account: string, userId: string): Promise<void> {
  await query(
    client,
    { name: 'remove_membership', text: 'delete from memberships where account = $1 and user_id = $2' },
    [account, userId],
  );
}
