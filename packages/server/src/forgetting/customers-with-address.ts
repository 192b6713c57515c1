import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { normalisedAddress } from '../personal-data/keys.js';

/**
 * How many customers have this mail address, in their record or as buyer of an order: forgetting the address itself does
 * not reach them. Reads both tables from end to end, which people who are forgotten can wait for.
 */
export async function countCustomersWithAddress(pool: pg.Pool, account: string, email: string): Promise<number> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<{ customers: number }>(
      client,
      {
        name: 'customers_with_address',
        text: `select count(*)::int as customers
                 from (select customer_id from customers
                        where account = $1 and lower(trim(normalize(email, NFC))) = $2
                        union
                       select customer_id from order_list
                        where account = $1 and customer_id is not null
                          and lower(trim(normalize(buyer_email, NFC))) = $2) as found`,
      },
      [account, normalisedAddress(email)],
    ),
  );
  return rows[0]?.customers ?? 0;
}
