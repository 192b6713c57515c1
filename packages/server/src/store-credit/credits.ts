import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';
import { type Edit, recordChange } from '../settings-history/record-change.js';
import { settingLock } from '../settings-history/setting-store.js';
import { addMovement, type CreditMovement, pageOfMovements } from './movements.js';

export const CREDIT_KINDS = ['gift_card', 'store_credit'] as const;

/** What somebody has with the shop. Amounts are minor units of its currency. */
export interface Credit {
  readonly credit: string;
  readonly kind: (typeof CREDIT_KINDS)[number];
  readonly currency: string;
  /** Whose it is; null: of whoever has the code. */
  readonly customerId: string | null;
  /** False: nothing new is held. */
  readonly active: boolean;
  readonly expiresAt: string | null;
  readonly hasCode: boolean;
  readonly balance: number;
  /** Promised to payments; a part of the balance. */
  readonly held: number;
  readonly createdAt: string;
}

type CreditInput = Pick<Credit, 'kind' | 'currency' | 'customerId' | 'active' | 'expiresAt'>;

interface CreditAdjustment {
  /** Sent again with the same one, it changes nothing. */
  readonly key: string;
  /** Positive: put on it; negative: taken off. */
  readonly amount: number;
  readonly reason: string;
}

export interface Credits {
  /** In the order of their ids; of a customer, where one is named. */
  page(
    account: string,
    asked: { readonly customerId?: string; readonly after: string; readonly limit: number },
  ): Promise<readonly Credit[]>;
  find(account: string, credit: string): Promise<Credit | null>;
  findByCode(account: string, codeHash: Buffer): Promise<Credit | null>;
  /**
   * Adds it with nothing on it, or changes it. Kind and currency stay (`fixed`). `check` is told what is there, null where nothing
   * is, and throws where it shall stay.
   */
  put(
    edit: Required<Edit>,
    credit: string,
    input: CreditInput,
    check?: (before: Credit | null) => void,
  ): Promise<Credit | 'fixed'>;
  /** Null takes the code away. */
  setCode(edit: Required<Edit>, credit: string, codeHash: Buffer | null): Promise<Credit | 'unknown' | 'taken'>;
  adjust(
    edit: Required<Edit>,
    credit: string,
    adjustment: CreditAdjustment,
  ): Promise<Credit | 'unknown' | 'below_zero'>;
  movements(
    account: string,
    credit: string,
    page: { readonly before: string | null; readonly limit: number },
  ): Promise<readonly CreditMovement[]>;
}

const COLUMNS = `credit, kind, currency, customer_id as "customerId", active, expires_at as "expiresAt",
                 code_hash is not null as "hasCode", balance, held, created_at as "createdAt"`;

type Row = Omit<Credit, 'expiresAt' | 'createdAt'> & {
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
} & Record<string, unknown>;

const creditOf = ({ expiresAt, createdAt, ...row }: Row): Credit => ({
  ...(row as Omit<Credit, 'expiresAt' | 'createdAt'>),
  expiresAt: expiresAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
});

export function createCredits(pool: pg.Pool): Credits {
  const changing = <T>({ account }: Edit, work: (client: pg.ClientBase) => Promise<T>): Promise<T> =>
    withAccounts(pool, [account], (client) =>
      inTransaction(client, async () => {
        await lockCredits(client, account);
        return work(client);
      }),
    );

  return {
    page: async (account, { customerId, after, limit }) => {
      const { rows } = await withAccounts(pool, [account], (client) =>
        query<Row>(
          client,
          {
            name: 'page_of_credits',
            text: `select ${COLUMNS} from credits
                    where account = $1 and credit > $2 and ($3::text is null or customer_id = $3)
                    order by credit limit $4`,
          },
          [account, after, customerId ?? null, limit],
        ),
      );
      return rows.map(creditOf);
    },
    find: (account, credit) => withAccounts(pool, [account], (client) => findCredit(client, account, credit)),
    findByCode: async (account, codeHash) => {
      const { rows } = await withAccounts(pool, [account], (client) =>
        query<Row>(
          client,
          { name: 'find_credit_by_code', text: `select ${COLUMNS} from credits where account = $1 and code_hash = $2` },
          [account, codeHash],
        ),
      );
      return rows[0] === undefined ? null : creditOf(rows[0]);
    },
    put: (edit, credit, input, check) =>
      changing(edit, async (client) => {
        const before = await findCredit(client, edit.account, credit);
        check?.(before);
        if (before !== null && (before.kind !== input.kind || before.currency !== input.currency)) return 'fixed';
        const after = await saveCredit(client, edit, credit, input);
        await recordChange(client, {
          ...edit,
          kind: 'credit',
          key: credit,
          before: before === null ? null : termsOf(before),
          after: termsOf(after),
        });
        return after;
      }),
    setCode: (edit, credit, codeHash) =>
      changing(edit, async (client) => {
        const before = await findCredit(client, edit.account, credit);
        if (before === null) return 'unknown';
        const saved = await saveCode(client, edit.account, credit, codeHash);
        if (!saved) return 'taken';
        const after = present(await findCredit(client, edit.account, credit));
        const codes = { before: { hasCode: before.hasCode }, after: { hasCode: after.hasCode } };
        await recordChange(client, { ...edit, kind: 'credit', key: credit, ...codes });
        return after;
      }),
    adjust: (edit, credit, adjustment) =>
      withAccounts(pool, [edit.account], (client) =>
        inTransaction(client, () => adjustOnce(client, edit, credit, adjustment)),
      ),
    movements: (account, credit, page) =>
      withAccounts(pool, [account], (client) => pageOfMovements(client, account, credit, page)),
  };
}

/** Changes of credits that are made under it follow each other, until the transaction ends. */
export const lockCredits = (client: pg.ClientBase, account: string): Promise<unknown> =>
  query(client, { name: 'lock_credits', text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))' }, [
    settingLock(account, 'credit'),
  ]);

const termsOf = ({ kind, currency, customerId, active, expiresAt }: Credit): CreditInput => ({
  kind,
  currency,
  customerId,
  active,
  expiresAt,
});

const present = <T>(value: T | null): T => {
  if (value === null) throw new Error('what was just written is not there');
  return value;
};

async function findCredit(client: pg.ClientBase, account: string, credit: string): Promise<Credit | null> {
  const { rows } = await query<Row>(
    client,
    { name: 'find_credit', text: `select ${COLUMNS} from credits where account = $1 and credit = $2` },
    [account, credit],
  );
  return rows[0] === undefined ? null : creditOf(rows[0]);
}

async function saveCredit(
  client: pg.ClientBase,
  { account, at }: Required<Edit>,
  credit: string,
  { kind, currency, customerId, active, expiresAt }: CreditInput,
): Promise<Credit> {
  const { rows } = await query<Row>(
    client,
    {
      name: 'save_credit',
      text: `insert into credits (account, credit, kind, currency, customer_id, active, expires_at, balance, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, 0, $8)
             on conflict (account, credit) do update
                set customer_id = excluded.customer_id, active = excluded.active, expires_at = excluded.expires_at
             returning ${COLUMNS}`,
    },
    [account, credit, kind, currency, customerId, active, expiresAt, at],
  );
  return creditOf(rows[0] as Row);
}

/** False: another one has this code. Changes of credits follow each other, so nobody takes it meanwhile. */
async function saveCode(
  client: pg.ClientBase,
  account: string,
  credit: string,
  codeHash: Buffer | null,
): Promise<boolean> {
  const { rowCount } = await query(
    client,
    {
      name: 'save_credit_code',
      text: `update credits c set code_hash = $3
              where account = $1 and credit = $2
                and not exists (select from credits o
                                 where o.account = $1 and o.code_hash = $3 and o.credit <> $2)`,
    },
    [account, credit, codeHash],
  );
  return rowCount === 1;
}

async function adjustOnce(
  client: pg.ClientBase,
  { account, at, actor }: Required<Edit>,
  credit: string,
  { key, amount, reason }: CreditAdjustment,
): Promise<Credit | 'unknown' | 'below_zero'> {
  const { rows: locked } = await query(
    client,
    {
      name: 'lock_credit_row',
      text: 'select from credits where account = $1 and credit = $2 for update',
    },
    [account, credit],
  );
  if (locked.length === 0) return 'unknown';
  const named = `${credit}/${key}`;
  if (!(await isAdjusted(client, account, named))) {
    const { rows } = await query<{ balance: number; held: number }>(
      client,
      {
        name: 'adjust_credit',
        text: `update credits set balance = balance + $3
                where account = $1 and credit = $2 and balance + $3 >= held returning balance, held`,
      },
      [account, credit, amount],
    );
    const [changed] = rows;
    if (changed === undefined) return 'below_zero';
    const movement = { account, at, credit, kind: 'adjusted', key: named, amount, hold: null, orderId: null } as const;
    await addMovement(client, { ...movement, ...changed, actor, reason });
  }
  return present(await findCredit(client, account, credit));
}

/** Whether there is a movement of this key: then it was put on before. */
export async function isAdjusted(client: pg.ClientBase, account: string, key: string): Promise<boolean> {
  const { rows } = await query(
    client,
    {
      name: 'find_credit_adjustment',
      text: `select from credit_movements where account = $1 and kind = 'adjusted' and key = $2`,
    },
    [account, key],
  );
  return rows.length > 0;
}
