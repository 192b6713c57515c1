import type pg from 'pg';
import { query } from '../database/pool.js';
import { timeOrderedId } from '../time-ordered-id.js';

/** What a payment did with its hold. */
export interface HoldMovement {
  readonly kind: 'captured' | 'voided' | 'refunded';
  readonly key: string;
  readonly amount: number;
}

/** How a balance came about. Amounts are minor units of the credit's currency; of `adjusted` with their sign. */
export interface CreditMovement {
  readonly id: string;
  readonly at: string;
  readonly kind: 'adjusted' | 'held' | HoldMovement['kind'];
  readonly amount: number;
  /** After it; `held` is a part of it. */
  readonly balance: number;
  readonly held: number;
  readonly orderId: string | null;
  readonly actor: string;
  readonly reason: string;
}

interface NewMovement extends Omit<CreditMovement, 'id'> {
  readonly account: string;
  readonly credit: string;
  readonly key: string;
  readonly hold: string | null;
}

/** In the transaction that changed the balance. */
export async function addMovement(client: pg.ClientBase, movement: NewMovement): Promise<void> {
  const { account, credit, at, kind, key, amount, balance, held, hold, orderId, actor, reason } = movement;
  await query(
    client,
    {
      name: 'add_credit_movement',
      text: `insert into credit_movements
               (account, id, credit, at, kind, key, amount, balance, held, hold, order_id, actor, reason)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    },
    [account, timeOrderedId(at), credit, at, kind, key, amount, balance, held, hold, orderId, actor, reason],
  );
}

/** Newest first. */
export async function pageOfMovements(
  client: pg.ClientBase,
  account: string,
  credit: string,
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<readonly CreditMovement[]> {
  const { rows } = await query<Omit<CreditMovement, 'at'> & { at: Date } & Record<string, unknown>>(
    client,
    {
      name: 'page_of_credit_movements',
      text: `select id, at, kind, amount, balance, held, order_id as "orderId", actor, reason from credit_movements
              where account = $1 and credit = $2 and ($3::uuid is null or id < $3) order by id desc limit $4`,
    },
    [account, credit, before, limit],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
