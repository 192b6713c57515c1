import type { Order } from '@docket/core/order/order';
import { query, withAccounts } from '../database/pool.js';
import type { EventLog } from './read-events.js';

/** No source of another system can be called this. */
const NUMBER_SOURCE = '#';

/** Everything by which no second order of the account may be called: ids of other systems, and its displayed number. */
export function uniqueIds({
  head,
}: {
  readonly head: Pick<Order['head'], 'externalIds' | 'number'>;
}): [source: string, id: string][] {
  const ids = Object.entries(head.externalIds);
  return head.number === null ? ids : [...ids, [NUMBER_SOURCE, head.number]];
}

/** Whether another order has the displayed number of this one, which was not written for one of its unique ids. */
export async function isNumberTaken(log: EventLog, { head }: Pick<Order, 'head'>): Promise<boolean> {
  if (head.number === null) return false;
  const { rows } = await withAccounts(log.pool, [head.account], (client) =>
    query(
      client,
      {
        name: 'find_order_number',
        text: 'select from order_external_ids where account = $1 and source = $2 and external_id = $3',
      },
      [head.account, NUMBER_SOURCE, head.number],
    ),
  );
  return rows.length > 0;
}
