import type { BasketCustomer } from '@docket/core/pricing/promotion';
import type pg from 'pg';
import { query } from '../database/pool.js';

/**
 * What prices ask about a customer. An order that was never paid, or was cancelled, was no first one; one that somebody hid was.
 * Nobody by this id: an order may name one all the same, so it is somebody new.
 */
export async function findBuyer(client: pg.ClientBase, account: string, customerId: string): Promise<BasketCustomer> {
  const { rows } = await query<{ groups: string[] | null; organisation: string | null; first: boolean }>(
    client,
    {
      name: 'find_buyer',
      text: `select c.groups, c.organisation,
                    not exists (select from order_list l
                                 where l.account = $1 and l.customer_id = $2
                                   and l.complete and l.orion_status <> 'cancelled') as first
               from (select) as one left join customers c on c.account = $1 and c.customer_id = $2`,
    },
    [account, customerId],
  );
  const [row] = rows;
  return {
    id: customerId,
    groups: row?.groups ?? [],
    organisation: row?.organisation ?? null,
    firstOrder: row?.first ?? true,
  };
}
