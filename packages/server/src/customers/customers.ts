import type pg from 'pg';
import { query } from '../database/pool.js';
import type { Edit } from '../settings-history/record-change.js';
import { createSettingStore, type SettingTable } from '../settings-history/setting-store.js';

/** A person known to the account. All but the id is personal. */
export interface CustomerData {
  readonly customerId: string;
  readonly email: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly phone: string | null;
  readonly document: string | null;
  readonly company: string | null;
  readonly locale: string | null;
  /** Names of the groups that price lists and promotions ask for; absent: none. */
  readonly groups?: readonly string[];
  /** Id of the company that the customer buys for; absent is null. */
  readonly organisation?: string | null;
  /** Why the customer pays no tax, in a word of the tax service; absent is null: pays it. */
  readonly taxExemption?: string | null;
}

export interface Customer extends CustomerData {
  /** True: the record was emptied for good. Who comes back under the old id is a new person. */
  readonly forgotten: boolean;
}

export const CUSTOMER_COLUMNS = `customer_id as "customerId", email, first_name as "firstName", last_name as "lastName", phone, document,
                 company, locale, groups, organisation, tax_exemption as "taxExemption", forgotten_at is not null as forgotten`;

export const CUSTOMERS: SettingTable<Customer> = {
  kind: 'customer',
  decisionsRead: false,
  keyOf: ({ customerId }) => customerId,
  async find(client, account, keys) {
    const { rows } = await query<Customer>(
      client,
      {
        name: 'find_customers',
        text: `select ${CUSTOMER_COLUMNS} from customers where account = $1 and customer_id = any ($2)`,
      },
      [account, keys],
    );
    return rows;
  },
  async page(client, account, after, limit) {
    const { rows } = await query<Customer>(
      client,
      {
        name: 'list_customers',
        text: `select ${CUSTOMER_COLUMNS} from customers
                where account = $1 and customer_id > $2 order by customer_id limit $3`,
      },
      [account, after, limit],
    );
    return rows;
  },
  async save(client, { account }, rows) {
    await query(
      client,
      {
        name: 'save_customers',
        text: `with saved as (
                 insert into customers (account, customer_id, email, first_name, last_name, phone, document, company, locale,
                                        groups, organisation, tax_exemption)
                 select $1, "customerId", email, "firstName", "lastName", phone, document, company, locale,
                        coalesce(groups, '{}'), organisation, "taxExemption"
                   from json_to_recordset($2) as c ("customerId" text, email text, "firstName" text, "lastName" text,
                                                    phone text, document text, company text, locale text,
                                                    groups text[], organisation text, "taxExemption" text)
                  order by "customerId"
                 on conflict (account, customer_id) do update
                    set email = excluded.email, first_name = excluded.first_name, last_name = excluded.last_name,
                        phone = excluded.phone, document = excluded.document, company = excluded.company,
                        locale = excluded.locale, groups = excluded.groups, organisation = excluded.organisation,
                        tax_exemption = excluded.tax_exemption,
                        forgotten_at = null
                 returning customer_id, address, concat_ws(' ', first_name, last_name, company) as names
               ), words as (
                 select customer_id, word from saved, words_of(names) as word
                  union
                 select customer_id, address from saved where address <> ''
               ), outdated as (
                 -- an array, and no join: without statistics each of 1,000 customers was compared with every word there is
                 delete from customer_words w
                  where w.account = $1 and w.customer_id = any (array(select customer_id from saved))
                    and not exists (select from words n where n.customer_id = w.customer_id and n.word = w.word)
               )
               insert into customer_words (account, customer_id, word) select $1, customer_id, word from words
               on conflict do nothing`,
      },
      [account, JSON.stringify(rows)],
    );
  },
  async remove(client, account, key) {
    await query(
      client,
      {
        name: 'remove_customer',
        text: `with words as (delete from customer_words where account = $1 and customer_id = $2)
               delete from customers where account = $1 and customer_id = $2`,
      },
      [account, key],
    );
  },
};

/** Adds customers and replaces those whose id is there, all or none. */
export async function saveCustomers(
  pool: pg.Pool,
  account: string,
  customers: readonly CustomerData[],
  by: Pick<Edit, 'at' | 'actor'> = { actor: 'system' },
): Promise<void> {
  const rows = customers.map((customer) => ({ ...customer, forgotten: false }));
  await createSettingStore(pool, CUSTOMERS).load({ account, ...by }, rows);
}

/** Null where there is none. */
export const findCustomer = (pool: pg.Pool, account: string, customerId: string): Promise<Customer | null> =>
  createSettingStore(pool, CUSTOMERS).get(account, customerId);
