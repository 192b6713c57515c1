import type pg from 'pg';
import { query } from '../database/pool.js';
import { PAYMENT_WORK, type WorkPayload } from './payment-work.js';

/** From now on the log of the account is followed for payments. Nothing where it is already. */
export async function beginFollowing(client: pg.ClientBase, account: string): Promise<void> {
  await query(
    client,
    {
      name: 'begin_following_payments',
      text: `insert into payment_positions (account, position)
             select $1, coalesce((select seq from account_heads where account = $1), 0)
             on conflict (account) do nothing`,
    },
    [account],
  );
}

/** Accounts whose log is followed for payments. */
export async function followedAccounts(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await query<{ account: string }>(pool, {
    name: 'accounts_with_payments',
    text: 'select account from payment_positions order by account',
  });
  return rows.map(({ account }) => account);
}

/** How far it was followed; null: it is not. `locked`: nobody else moves it before the transaction ends. */
export async function positionOf(
  client: pg.Pool | pg.ClientBase,
  account: string,
  locked = false,
): Promise<number | null> {
  const { rows } = await query<{ position: number }>(
    client,
    locked
      ? { name: 'lock_payment_position', text: 'select position from payment_positions where account = $1 for update' }
      : { name: 'payment_position', text: 'select position from payment_positions where account = $1' },
    [account],
  );
  return rows[0]?.position ?? null;
}

export async function movePosition(client: pg.ClientBase, account: string, to: number): Promise<void> {
  await query(
    client,
    {
      name: 'move_payment_position',
      text: 'update payment_positions set position = $2, last_error = null where account = $1',
    },
    [account, to],
  );
}

export async function tellWhy(pool: pg.Pool, account: string, why: string): Promise<void> {
  await query(pool, { text: 'update payment_positions set last_error = $2 where account = $1' }, [account, why]);
}

/**
 * Sets the tasks of payments, due at once: those that are there begin anew, with all their tries. One that was tried before
 * stays `asked`, for its provider may have done what nobody here knows of.
 */
export async function setWork(
  client: pg.Pool | pg.ClientBase,
  account: string,
  payloads: readonly WorkPayload[],
  due: string,
): Promise<void> {
  if (payloads.length === 0) return;
  await query(
    client,
    {
      name: 'set_payment_work',
      text: `insert into tasks (account, kind, key, due, payload)
             select $1, $2, w ->> 'orderId' || '/' || (w ->> 'paymentId'), $3, w from json_array_elements($4) as w
             on conflict (account, kind, key) do update
                set due = excluded.due, attempts = 0,
                    payload = case when tasks.attempts > 0 or (tasks.payload ->> 'looks')::int > 0
                                     or tasks.payload ? 'asked'
                                   then excluded.payload || '{"asked":true}' else excluded.payload end, failed_at = null, last_error = null,
                    leased_by = null, lease_until = null`,
    },
    [account, PAYMENT_WORK, due, JSON.stringify(payloads)],
  );
}
