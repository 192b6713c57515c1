import type { PriceList } from '@docket/core/pricing/price-list';
import type pg from 'pg';
import { query } from '../database/pool.js';
import type { SettingTable } from '../settings-history/setting-store.js';
import { VALIDITY } from './validity.js';

/** A price list in the words of the API: its id stands in `priceList`. */
export interface PriceListRow extends Omit<PriceList, 'id'> {
  readonly priceList: string;
}

/** Price lists that an account may have: a quote asks all of them. */
const MOST_PRICE_LISTS = 500;

const columns = `price_list as "priceList", name, active, currency, stores, channels, groups, organisations, priority, ${VALIDITY}`;

export const PRICE_LISTS: SettingTable<PriceListRow> = {
  kind: 'price_list',
  decisionsRead: false,
  most: MOST_PRICE_LISTS,
  keyOf: ({ priceList }) => priceList,
  async find(client, account, keys) {
    const { rows } = await query<PriceListRow>(
      client,
      {
        name: 'find_price_lists',
        text: `select ${columns} from price_lists where account = $1 and price_list = any ($2)`,
      },
      [account, keys],
    );
    return rows;
  },
  async page(client, account, after, limit) {
    const { rows } = await query<PriceListRow>(
      client,
      {
        name: 'list_price_lists',
        text: `select ${columns} from price_lists where account = $1 and price_list > $2 order by price_list limit $3`,
      },
      [account, after, limit],
    );
    return rows;
  },
  async save(client, { account }, rows) {
    await query(
      client,
      {
        name: 'save_price_lists',
        text: `insert into price_lists (account, price_list, name, active, currency, stores, channels, groups,
                                        organisations, priority, valid_from, valid_until)
               select $1, "priceList", name, active, currency, stores, channels, groups, organisations, priority,
                      "validFrom", "validUntil"
                 from json_to_recordset($2) as l ("priceList" text, name text, active boolean, currency text,
                                                  stores text[], channels text[], groups text[], organisations text[],
                                                  priority int, "validFrom" timestamptz, "validUntil" timestamptz)
                order by "priceList"
               on conflict (account, price_list) do update
                  set name = excluded.name, active = excluded.active, currency = excluded.currency,
                      stores = excluded.stores, channels = excluded.channels, groups = excluded.groups,
                      organisations = excluded.organisations, priority = excluded.priority,
                      valid_from = excluded.valid_from, valid_until = excluded.valid_until`,
      },
      [account, JSON.stringify(rows)],
    );
  },
  // Its entries go with it. Orders keep the prices that they were placed with.
  async remove(client, account, key) {
    await query(
      client,
      { name: 'remove_price_list', text: 'delete from price_lists where account = $1 and price_list = $2' },
      [account, key],
    );
  },
};

/** All of the account, in the words of the core. */
export async function allPriceLists(client: pg.ClientBase, account: string): Promise<readonly PriceList[]> {
  const rows = await PRICE_LISTS.page(client, account, '', MOST_PRICE_LISTS);
  return rows.map(({ priceList, ...list }) => ({ id: priceList, ...list }));
}
