import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';
import { addMovement, type HoldMovement } from './movements.js';

/** A part of somebody's credit that a payment may take. Always captured + voided ≤ authorised and refunded ≤ captured. */
export interface CreditHold {
  readonly hold: string;
  readonly credit: string;
  readonly authorised: number;
  readonly captured: number;
  readonly voided: number;
  readonly refunded: number;
}

interface AskedHold {
  readonly key: string;
  readonly orderId: string;
  readonly paymentId: string;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
  /** The id of a credit, or the hash of the code on a gift card; null: a credit of the customer that covers the amount. */
  readonly means: { readonly credit: string; readonly codeHash: Buffer } | null;
  readonly customerId: string | null;
  /** True: the amount is taken at once. */
  readonly captures: boolean;
}

export type HoldRefusal = 'credit_unknown' | 'credit_expired' | 'credit_currency' | 'credit_too_small';

interface AskedMovement {
  readonly key: string;
  readonly hold: string;
  readonly amount: number;
}

/** What payments do with credits. Every change is one transaction under the lock of its credit, and one for each key. */
export interface CreditHolds {
  /** Holds the amount: once for each key, however often and from however many processes it is asked. */
  hold(account: string, asked: AskedHold): Promise<CreditHold | HoldRefusal>;
  /** `too_much`: more than the hold has left for it. */
  move(
    account: string,
    kind: HoldMovement['kind'],
    asked: AskedMovement,
  ): Promise<'done' | 'too_much' | 'unknown_hold'>;
  find(
    account: string,
    by: { readonly hold: string | null; readonly key: string },
  ): Promise<{ readonly hold: CreditHold; readonly movements: readonly HoldMovement[] } | null>;
}

export function createCreditHolds(pool: pg.Pool, now: () => string): CreditHolds {
  return {
    hold: (account, asked) =>
      withAccounts(pool, [account], async (client) => {
        const held = await inTransaction(client, async () => {
          const hold = await holdOnce(client, account, asked, now());
          if (typeof hold === 'string') throw new Refused(hold);
          return hold;
        }).catch((error: unknown) => {
          if (error instanceof Refused) return error.refusal;
          throw error;
        });
        return held;
      }),
    move: (account, kind, asked) =>
      withAccounts(pool, [account], (client) =>
        inTransaction(client, () => moveOnce(client, account, kind, asked, now())),
      ),
    find: (account, { hold, key }) =>
      withAccounts(pool, [account], async (client) => {
        const found = await findHold(client, account, hold, key);
        if (found === null) return null;
        return { hold: found, movements: await movementsOf(client, account, found.hold) };
      }),
  };
}

/** Rolls back what was begun for a hold that cannot be. */
class Refused extends Error {
  readonly refusal: HoldRefusal;
  constructor(refusal: HoldRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

async function holdOnce(
  client: pg.ClientBase,
  account: string,
  asked: AskedHold,
  at: string,
): Promise<CreditHold | HoldRefusal> {
  const before = await findHold(client, account, null, asked.key);
  if (before !== null) return before;
  const credit = await lockCredit(client, account, asked, at);
  if (typeof credit === 'string') return credit;
  const hold = `hold_${randomBytes(12).toString('hex')}`;
  // Whoever comes with the same key waits here for the first one, and finds what it did.
  const isNew = await insertHold(client, account, hold, credit.credit, asked, at);
  const same = isNew ? null : await findHold(client, account, null, asked.key);
  if (same !== null) return same;
  const changed = await changeCredit(client, account, credit.credit, 0, asked.amount);
  if (changed === null) return 'credit_too_small';
  const movement = { account, at, credit: credit.credit, key: asked.key, hold, orderId: asked.orderId };
  const by = { actor: 'payment', reason: `payment ${asked.paymentId}` };
  await addMovement(client, { ...movement, ...changed, kind: 'held', amount: asked.amount, ...by });
  if (asked.captures) await moveOnce(client, account, 'captured', { key: asked.key, hold, amount: asked.amount }, at);
  return findHold(client, account, hold, asked.key).then(present);
}

async function moveOnce(
  client: pg.ClientBase,
  account: string,
  kind: HoldMovement['kind'],
  { key, hold, amount }: AskedMovement,
  at: string,
): Promise<'done' | 'too_much' | 'unknown_hold'> {
  const { rows } = await query<{ credit: string; order_id: string }>(
    client,
    {
      name: 'lock_credit_of_hold',
      text: `select h.credit, h.order_id from credit_holds h
               join credits c on c.account = h.account and c.credit = h.credit
              where h.account = $1 and h.hold = $2 for update of c`,
    },
    [account, hold],
  );
  const [held] = rows;
  if (held === undefined) return 'unknown_hold';
  const done = await movementsOf(client, account, hold);
  if (done.some((each) => each.kind === kind && each.key === key)) return 'done';
  if (!(await changeHold(client, account, hold, kind, amount))) return 'too_much';
  const balance = kind === 'refunded' ? amount : kind === 'captured' ? -amount : 0;
  const changed = await changeCredit(client, account, held.credit, balance, kind === 'refunded' ? 0 : -amount);
  if (changed === null) throw new Error(`hold ${hold} is not covered by its credit`);
  await addMovement(client, {
    account,
    at,
    credit: held.credit,
    kind,
    key,
    amount,
    ...changed,
    hold,
    orderId: held.order_id,
    actor: 'payment',
    reason: `hold ${hold}`,
  });
  return 'done';
}

const present = <T>(value: T | null): T => {
  if (value === null) throw new Error('what was just written is not there');
  return value;
};

const COLUMNS = 'hold, credit, authorised, captured, voided, refunded';

async function findHold(
  client: pg.ClientBase,
  account: string,
  hold: string | null,
  key: string,
): Promise<CreditHold | null> {
  const { rows } = await query<CreditHold & Record<string, unknown>>(
    client,
    hold === null
      ? { name: 'find_hold_by_key', text: `select ${COLUMNS} from credit_holds where account = $1 and key = $2` }
      : { name: 'find_credit_hold', text: `select ${COLUMNS} from credit_holds where account = $1 and hold = $2` },
    [account, hold ?? key],
  );
  return rows[0] ?? null;
}

async function movementsOf(client: pg.ClientBase, account: string, hold: string): Promise<readonly HoldMovement[]> {
  const { rows } = await query<HoldMovement & Record<string, unknown>>(
    client,
    {
      name: 'movements_of_hold',
      text: `select kind, key, amount from credit_movements
              where account = $1 and hold = $2 and kind in ('captured', 'voided', 'refunded') order by id`,
    },
    [account, hold],
  );
  return rows;
}

/**
 * The credit that is meant, locked until the transaction ends; of several of a customer, the one that expires first. One that belongs
 * to a customer is there for their orders alone, but a gift card for whoever has its code.
 */
async function lockCredit(
  client: pg.ClientBase,
  account: string,
  { means, customerId, currency, amount }: AskedHold,
  at: string,
): Promise<{ readonly credit: string } | HoldRefusal> {
  const { rows } = await query<Candidate>(
    client,
    {
      name: 'lock_credit',
      text: `select credit, currency, active and (expires_at is null or expires_at > $5) as usable,
                    balance - held >= $6 as covers, expires_at as expires
               from credits
              where account = $1
                and case when $2::text is null then customer_id = $4
                         when code_hash = $3 and kind = 'gift_card' then true
                         else (credit = $2 or code_hash = $3) and (customer_id is null or customer_id = $4) end
              order by credit limit 100 for update`,
    },
    [account, means?.credit ?? null, means?.codeHash ?? null, customerId, at, amount],
  );
  if (rows.length === 0) return 'credit_unknown';
  const right = rows.filter((row) => row.currency === currency);
  if (right.length === 0) return 'credit_currency';
  const usable = right.filter((row) => row.usable);
  if (usable.length === 0) return 'credit_expired';
  const covering = usable.filter((row) => row.covers).sort((a, b) => endOf(a) - endOf(b));
  return covering[0] ?? 'credit_too_small';
}

interface Candidate extends Record<string, unknown> {
  readonly credit: string;
  readonly currency: string;
  readonly usable: boolean;
  readonly covers: boolean;
  readonly expires: Date | null;
}

const endOf = ({ expires }: Candidate): number => expires?.getTime() ?? Number.MAX_SAFE_INTEGER;

/** Answers whether the key was new. */
async function insertHold(
  client: pg.ClientBase,
  account: string,
  hold: string,
  credit: string,
  { key, orderId, paymentId, amount }: AskedHold,
  at: string,
): Promise<boolean> {
  const { rowCount } = await query(
    client,
    {
      name: 'insert_credit_hold',
      text: `insert into credit_holds (account, hold, credit, key, order_id, payment_id, authorised, at)
             values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (account, key) do nothing`,
    },
    [account, hold, credit, key, orderId, paymentId, amount, at],
  );
  return rowCount === 1;
}

/** Null: it would go below zero, and nothing was changed. */
async function changeCredit(
  client: pg.ClientBase,
  account: string,
  credit: string,
  balance: number,
  held: number,
): Promise<{ readonly balance: number; readonly held: number } | null> {
  const { rows } = await query<{ balance: number; held: number }>(
    client,
    {
      name: 'change_credit',
      text: `update credits set balance = balance + $3, held = held + $4
              where account = $1 and credit = $2 and held + $4 >= 0 and balance + $3 >= held + $4
             returning balance, held`,
    },
    [account, credit, balance, held],
  );
  return rows[0] ?? null;
}

/** False: the hold has not so much left for it. */
async function changeHold(
  client: pg.ClientBase,
  account: string,
  hold: string,
  kind: HoldMovement['kind'],
  amount: number,
): Promise<boolean> {
  const [captured, voided, refunded] = (['captured', 'voided', 'refunded'] as const).map((each) =>
    each === kind ? amount : 0,
  );
  const { rowCount } = await query(
    client,
    {
      name: 'change_credit_hold',
      text: `update credit_holds set captured = captured + $3, voided = voided + $4, refunded = refunded + $5
              where account = $1 and hold = $2
                and captured + voided + $3 + $4 <= authorised and refunded + $5 <= captured`,
    },
    [account, hold, captured, voided, refunded],
  );
  return rowCount === 1;
}
