import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { normalisedAddress } from '../personal-data/keys.js';

/** How many there are, and the ids of the first of them. */
export interface CustomersWithAddress {
  readonly customers: number;
  readonly customerIds: readonly string[];
}

const MOST_IDS = 20;

/**
 * Which customers have this mail address, in their record or as buyer of an order: forgetting the address itself does
 * not reach them. Reads both tables from end to end, which people who are forgotten can wait for.
 */
export async function customersWithAddress(
  pool: pg.Pool,
  account: string,
  email: string,
): Promise<CustomersWithAddress> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<{ customers: number; customerId: string }>(
      client,
      {
        name: 'customers_with_address',
        text: `select count(*) over ()::int as customers, customer_id as "customerId"
                 from (select customer_id from customers
                        where account = $1 and lower(trim(normalize(email, NFC))) = $2
                        union
                       select customer_id from order_list
                        where account = $1 and customer_id is not null
                          and lower(trim(normalize(buyer_email, NFC))) = $2) as found
                order by customer_id limit ${MOST_IDS}`,
      },
      [account, normalisedAddress(email)],
    ),
  );
  return { customers: rows[0]?.customers ?? 0, customerIds: rows.map(({ customerId }) => customerId) };
}
