import type { Order } from '@docket/core/order/order';
import type pg from 'pg';
import { query as send } from '../database/pool.js';
import { documentRows, documentValues } from './document-list.js';

/** The kind of the task that migrations 150, 180, 245, 250, 255 and 270 leave: rows in the list of documents for orders that were there before. */
export const LIST_DOCUMENTS = 'list_documents';

/**
 * Makes the rows of these orders in the list of documents what their states say. Answers how many were wrong, missing, or
 * of no document.
 */
export async function mendDocuments(client: pg.ClientBase, account: string, orders: readonly Order[]): Promise<number> {
  const ids = orders.map(({ head }) => head.orderId);
  const rows = await mendTable(client, account, ids, 'document_list', orders.flatMap(documentRows));
  const values = await mendTable(client, account, ids, 'document_values', orders.flatMap(documentValues));
  return rows + values;
}

async function mendTable(
  client: pg.ClientBase,
  account: string,
  orderIds: readonly string[],
  table: 'document_list' | 'document_values',
  rows: readonly object[],
): Promise<number> {
  const values = [account, JSON.stringify(rows), orderIds];
  const removed = await send(
    client,
    {
      text: `delete from ${table} d
              where d.account = $1 and d.order_id = any ($3)
                and not exists (select from json_populate_recordset(null::${table}, $2) e
                                 where e.order_id = d.order_id and e.kind = d.kind and e.document_id = d.document_id
                                   and e is not distinct from d)`,
    },
    values,
  );
  const added = await send(
    client,
    {
      text: `insert into ${table} select * from json_populate_recordset(null::${table}, $2) e where e.account = $1
             on conflict do nothing`,
    },
    values.slice(0, 2),
  );
  return (removed.rowCount ?? 0) + (added.rowCount ?? 0);
}

/** Orders whose rows in the list of documents are not what their states say; none while a worker still lists those of earlier days. */
export async function ordersWithWrongDocuments(
  client: pg.ClientBase,
  account: string,
  orders: readonly Order[],
): Promise<readonly string[]> {
  if (await isListing(client, account)) return [];
  const ids = orders.map(({ head }) => head.orderId);
  const wrong = new Set<string>();
  for (const [table, rows] of [
    ['document_list', orders.flatMap(documentRows)],
    ['document_values', orders.flatMap(documentValues)],
  ] as const) {
    const { rows: found } = await send<{ order_id: string }>(
      client,
      {
        text: `with expected as (select * from json_populate_recordset(null::${table}, $2)),
                    kept as (select * from ${table} where account = $1 and order_id = any ($3))
               select order_id from (select * from expected except select * from kept) missing
                union
               select order_id from (select * from kept except select * from expected) strange`,
      },
      [account, JSON.stringify(rows), ids],
    );
    for (const { order_id } of found) wrong.add(order_id);
  }
  return [...wrong].sort();
}

async function isListing(client: pg.ClientBase, account: string): Promise<boolean> {
  const { rows } = await send(
    client,
    {
      name: 'is_listing_documents',
      text: 'select from tasks where account = $1 and kind = $2 and failed_at is null limit 1',
    },
    [account, LIST_DOCUMENTS],
  );
  return rows.length > 0;
}

/** Rows of documents whose order is not there, such as a restore by halves leaves; a value of them may be a person's. */
export async function removeDocumentsOfNoOrder(client: pg.ClientBase, account: string): Promise<number> {
  let removed = 0;
  for (const table of ['document_list', 'document_values'] as const) {
    const { rowCount } = await send(
      client,
      {
        text: `delete from ${table} d where d.account = $1
                  and not exists (select from orders o where o.account = $1 and o.order_id = d.order_id)`,
      },
      [account],
    );
    removed += rowCount ?? 0;
  }
  return removed;
}

/** How many orders the rows of documents speak of that are not there. */
export async function countDocumentsOfNoOrder(client: pg.ClientBase, account: string): Promise<number> {
  const { rows } = await send<{ orders: number }>(
    client,
    {
      name: 'count_documents_of_no_order',
      text: `select count(*)::int as orders
               from (select order_id from document_list where account = $1
                      union
                     select order_id from document_values where account = $1) d
              where not exists (select from orders o where o.account = $1 and o.order_id = d.order_id)`,
    },
    [account],
  );
  return rows[0]?.orders ?? 0;
}
