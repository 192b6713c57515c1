import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { normalisedAddress } from '../personal-data/keys.js';
import { listOrders } from '../read-models/order-list-queries.js';
import { isListProblem } from '../read-models/order-list-query.js';
import type { Identity } from './visitor.js';

/** So many customers may share an address; of more, the first ones by id count. */
const MOST_CUSTOMERS = 20;

/** Who the owner of a mail address is to the account. */
export async function identityOf(client: pg.ClientBase, account: string, email: string): Promise<Identity> {
  const address = normalisedAddress(email);
  const { rows } = await query<{ customer_id: string }>(
    client,
    {
      name: 'customers_of_address',
      text: 'select customer_id from customers where account = $1 and address = $2 order by customer_id limit $3',
    },
    [account, address, MOST_CUSTOMERS],
  );
  return { address, customerIds: rows.map(({ customer_id }) => customer_id) };
}

/** Whether a customer or an order of the account has this address. Takes longer where none has, so no request asks it. */
export async function isKnownAddress(pool: pg.Pool, account: string, email: string): Promise<boolean> {
  const identity = await withAccounts(pool, [account], (client) => identityOf(client, account, email));
  if (identity.customerIds.length > 0) return true;
  const page = await listOrders(pool, account, { buyer: identity, limit: 1 });
  return !isListProblem(page) && page.orders.length > 0;
}
