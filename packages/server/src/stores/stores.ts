import type { StoreNumberTemplates } from '@docket/core/order/document-number';
import type pg from 'pg';
import { query } from '../database/pool.js';
import type { Missing, SettingTable } from '../settings-history/setting-store.js';

/** A selling place inside an account. */
export interface Store {
  readonly store: string;
  readonly name: string;
  /** Null: none of its own. */
  readonly currency: string | null;
  /** BCP 47; empty: those of the account. */
  readonly languages: readonly string[];
  /** IANA; null: that of the account. */
  readonly timeZone: string | null;
  /** False: takes no new orders. */
  readonly active: boolean;
  /** Template of displayed numbers; null: that of the account. */
  readonly orderNumbers: string | null;
  /** Templates of the numbers of its documents, by kind; a kind that is absent: as the account does. */
  readonly documentNumbers: StoreNumberTemplates;
}

const columns = `store, name, currency, languages, time_zone as "timeZone", active, order_numbers as "orderNumbers",
                 document_numbers as "documentNumbers"`;

export const STORES: SettingTable<Store> = {
  kind: 'store',
  decisionsRead: true,
  keyOf: ({ store }) => store,
  async find(client, account, keys) {
    const { rows } = await query<Store>(
      client,
      { name: 'find_stores', text: `select ${columns} from stores where account = $1 and store = any ($2)` },
      [account, keys],
    );
    return rows;
  },
  async page(client, account, after, limit) {
    const { rows } = await query<Store>(
      client,
      {
        name: 'list_stores',
        text: `select ${columns} from stores where account = $1 and store > $2 order by store limit $3`,
      },
      [account, after, limit],
    );
    return rows;
  },
  async save(client, { account }, rows) {
    await query(
      client,
      {
        name: 'save_stores',
        text: `insert into stores (account, store, name, currency, languages, time_zone, active, order_numbers,
                                   document_numbers)
               select $1, store, name, currency, languages, "timeZone", active, "orderNumbers", "documentNumbers"
                 from json_to_recordset($2) as s (store text, name text, currency text, languages text[],
                                                  "timeZone" text, active boolean, "orderNumbers" text,
                                                  "documentNumbers" jsonb)
               on conflict (account, store) do update
                  set name = excluded.name, currency = excluded.currency, languages = excluded.languages,
                      time_zone = excluded.time_zone, active = excluded.active,
                      order_numbers = excluded.order_numbers, document_numbers = excluded.document_numbers`,
      },
      [account, JSON.stringify(rows)],
    );
  },
  async remove(client, account, key) {
    await query(client, { name: 'remove_store', text: 'delete from stores where account = $1 and store = $2' }, [
      account,
      key,
    ]);
  },
  async usedBy(client, account, key) {
    const { rows } = await query<{ by: string | null }>(
      client,
      {
        name: 'store_used_by',
        text: `select case
                 when exists (select from accounts where account = $1 and default_store = $2) then 'the account'
                 when exists (select from channels where account = $1 and store = $2) then 'a channel'
                 when exists (select from order_list where account = $1 and store = $2) then 'an order' end as by`,
      },
      [account, key],
    );
    return rows[0]?.by ?? null;
  },
};

/** The first row whose store the account does not have. The stores that are named stay until the transaction ends. */
export async function missingStore(
  client: pg.ClientBase,
  account: string,
  named: readonly { readonly store: string | null }[],
): Promise<Missing | null> {
  const { rows } = await query<{ store: string }>(
    client,
    { name: 'known_stores', text: 'select store from stores where account = $1 and store = any ($2) for key share' },
    [account, named.map(({ store }) => store)],
  );
  const index = named.findIndex(({ store }) => store !== null && !rows.some((row) => row.store === store));
  return index < 0 ? null : { problem: 'missing', index, field: 'store', value: named[index]?.store ?? '' };
}
