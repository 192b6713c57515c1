import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';

/** A person known to the account. All but the id is personal. */
export interface Customer {
  readonly customerId: string;
  readonly email: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly phone: string | null;
  readonly document: string | null;
  readonly company: string | null;
  readonly locale: string | null;
}

/**
 * Adds customers and replaces those whose id is there. Of an id given twice the last one stays. One who was forgotten
 * and comes back is a new person under the old id.
 */
export async function saveCustomers(pool: pg.Pool, account: string, customers: readonly Customer[]): Promise<void> {
  const rows = [...new Map(customers.map((customer) => [customer.customerId, customer])).values()];
  await withAccounts(pool, [account], (client) =>
    query(
      client,
      {
        name: 'save_customers',
        text: `insert into customers (account, customer_id, email, first_name, last_name, phone, document, company, locale)
               select $1, "customerId", email, "firstName", "lastName", phone, document, company, locale
                 from json_to_recordset($2) as c ("customerId" text, email text, "firstName" text, "lastName" text,
                                                  phone text, document text, company text, locale text)
                order by "customerId"
               on conflict (account, customer_id) do update
                  set email = excluded.email, first_name = excluded.first_name, last_name = excluded.last_name,
                      phone = excluded.phone, document = excluded.document, company = excluded.company,
                      locale = excluded.locale, forgotten_at = null`,
      },
      [account, JSON.stringify(rows)],
    ),
  );
}

/** Null where there is none. */
export async function findCustomer(pool: pg.Pool, account: string, customerId: string): Promise<Customer | null> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<Customer>(
      client,
      {
        name: 'find_customer',
        text: `select customer_id as "customerId", email, first_name as "firstName", last_name as "lastName", phone, document,
                      company, locale
                 from customers where account = $1 and customer_id = $2`,
      },
      [account, customerId],
    ),
  );
  return rows[0] ?? null;
}

/** Customers after this id, in its order. */
export async function listCustomers(pool: pg.Pool, account: string, after: string, limit: number): Promise<Customer[]> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<Customer>(
      client,
      {
        name: 'list_customers',
        text: `select customer_id as "customerId", email, first_name as "firstName", last_name as "lastName", phone, document,
                      company, locale
                 from customers where account = $1 and customer_id > $2 order by customer_id limit $3`,
      },
      [account, after, limit],
    ),
  );
  return rows;
}
