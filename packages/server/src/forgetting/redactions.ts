import type pg from 'pg';
import { query } from '../database/pool.js';

/**
 * Every table that may hold something about a person, and how it loses it. A test reads the tables of the schema and
 * fails for one that stands neither here nor under `NOT_PERSONAL`: whoever adds a table has to say.
 */
export interface Redaction {
  readonly table: string;
  /** Redacts what is kept under the subject itself; null: done with each order (`person_forgotten`) or with its key. */
  readonly redactSubject:
    ((client: pg.ClientBase, account: string, subject: string, at: string) => Promise<number>) | null;
  readonly how: string;
}

export const REDACTIONS: readonly Redaction[] = [
  { table: 'events', redactSubject: null, how: 'the personal part is encrypted; its key is destroyed' },
  {
    table: 'orders',
    redactSubject: null,
    how: 'the state is folded again without the personal parts (person_forgotten)',
  },
  {
    table: 'order_list',
    redactSubject: null,
    how: 'name, mail and search words are written again from the redacted state',
  },
  { table: 'subject_keys', redactSubject: null, how: 'the key becomes null' },
  { table: 'customers', redactSubject: redactCustomer, how: 'the record of the customer is emptied' },
];

/** Tables that hold nothing about a person, with the reason. */
export const NOT_PERSONAL: Readonly<Record<string, string>> = {
  accounts: 'the account itself',
  stores: 'the stores of the account',
  account_heads: 'counters',
  number_blocks: 'counters',
  app_keys: 'keys of programs',
  forgotten_subjects: 'certificates: counts and hashes',
  order_external_ids: 'numbers that other systems gave an order; books',
  idempotency: 'hashes of requests, kept for 7 days',
  tasks: 'order ids and command names',
  products: 'catalogue',
  stock: 'counters',
  stock_movements: 'counters, order and line ids',
  shipping_methods: 'catalogue',
  order_rollups: 'sums',
  order_rollup_deltas: 'sums',
  settings_changes: 'values of settings; of people and keys the names of fields alone',
  schema_migrations: 'migrations',
  installation: 'a mark of the secret, from which nothing follows',
};

async function redactCustomer(client: pg.ClientBase, account: string, subject: string, at: string): Promise<number> {
  if (!subject.startsWith('customer:')) return 0;
  const { rowCount } = await query(
    client,
    {
      name: 'forget_customer',
      text: `update customers set email = null, first_name = null, last_name = null, phone = null, document = null,
                    company = null, locale = null, forgotten_at = $3
              where account = $1 and customer_id = $2 and forgotten_at is null`,
    },
    [account, subject.slice('customer:'.length), at],
  );
  return rowCount ?? 0;
}
