import { randomBytes } from 'node:crypto';
import type { Order } from '@docket/core/order/order';
import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';
import { isAdjusted, lockCredits } from './credits.js';
import { addMovement } from './movements.js';

/**
 * Puts refunds on the store credit of the customers who are owed them. A refund is given once, whoever asks for it and
 * however often: its movement has a key, and all who give queue behind one lock. So a worker that is killed between the
 * credit and the order does it again and changes nothing.
 */
export const createCreditGiver =
  ({
    pool,
    load,
    now,
  }: {
    readonly pool: pg.Pool;
    readonly load: (account: string, orderId: string) => Promise<Order | null>;
    readonly now: () => string;
  }) =>
  async (account: string, orderId: string, refundId: string): Promise<void> => {
    const order = await load(account, orderId);
    const refund = order?.documents.refund[refundId];
    if (order === null || refund?.to !== 'store_credit') throw new Error(`order ${orderId} owes no credit ${refundId}`);
    const { customerId, currency } = order.head;
    if (customerId === null) throw new Error(`order ${orderId} has no customer to give credit to`);
    if (refund.state === 'settled') return;
    const asked = { customerId, currency, amount: refund.amount, orderId, key: keyOf(orderId, refundId) };
    await withAccounts(pool, [account], (client) =>
      inTransaction(client, () => giveOnce(client, account, asked, now())),
    );
  };

interface AskedCredit {
  readonly customerId: string;
  readonly currency: string;
  /** Minor units. */
  readonly amount: number;
  readonly orderId: string;
  readonly key: string;
}

/** No adjustment by hand has it: theirs begin with the id of a credit, which has no space. */
const keyOf = (orderId: string, refundId: string): string => `refund ${orderId}/${refundId}`;

async function giveOnce(client: pg.ClientBase, account: string, asked: AskedCredit, at: string): Promise<void> {
  await lockCredits(client, account);
  if (await isAdjusted(client, account, asked.key)) return;
  const credit = (await findOwn(client, account, asked)) ?? (await openCredit(client, account, asked, at));
  const changed = await putOn(client, account, credit, asked.amount);
  const { key, amount, orderId } = asked;
  const by = { actor: 'timer', reason: `return of order ${orderId}` };
  await addMovement(client, {
    account,
    at,
    credit,
    kind: 'adjusted',
    key,
    amount,
    ...changed,
    hold: null,
    orderId,
    ...by,
  });
}

/** One of the customer's that never expires, and that nobody can spend by its code. */
async function findOwn(
  client: pg.ClientBase,
  account: string,
  { customerId, currency }: AskedCredit,
): Promise<string | null> {
  const { rows } = await query<{ credit: string }>(
    client,
    {
      name: 'find_own_credit',
      text: `select credit from credits
              where account = $1 and customer_id = $2 and currency = $3 and kind = 'store_credit' and active
                and expires_at is null and code_hash is null
              order by credit limit 1 for update`,
    },
    [account, customerId, currency],
  );
  return rows[0]?.credit ?? null;
}

async function openCredit(
  client: pg.ClientBase,
  account: string,
  { customerId, currency }: AskedCredit,
  at: string,
): Promise<string> {
  const credit = `returns-${randomBytes(6).toString('hex')}`;
  await query(
    client,
    {
      name: 'open_credit',
      text: `insert into credits (account, credit, kind, currency, customer_id, active, balance, created_at)
             values ($1, $2, 'store_credit', $3, $4, true, 0, $5)`,
    },
    [account, credit, currency, customerId, at],
  );
  return credit;
}

async function putOn(
  client: pg.ClientBase,
  account: string,
  credit: string,
  amount: number,
): Promise<{ readonly balance: number; readonly held: number }> {
  const { rows } = await query<{ balance: number; held: number }>(
    client,
    {
      name: 'put_on_credit',
      text: `update credits set balance = balance + $3 where account = $1 and credit = $2 returning balance, held`,
    },
    [account, credit, amount],
  );
  const [changed] = rows;
  if (changed === undefined) throw new Error(`the credit ${credit} is gone`);
  return changed;
}
