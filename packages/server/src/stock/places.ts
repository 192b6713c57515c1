import type pg from 'pg';
import { query } from '../database/pool.js';
import type { Missing, SettingTable } from '../settings-history/setting-store.js';

/** Where pieces lie: a warehouse, a shop. */
export interface StockPlace {
  readonly place: string;
  readonly name: string;
  /** False: new orders claim nothing here. */
  readonly active: boolean;
  readonly address: object | null;
}

const columns = 'place, name, active, address';

export const STOCK_PLACES: SettingTable<StockPlace> = {
  kind: 'stock_place',
  decisionsRead: true,
  keyOf: ({ place }) => place,
  async find(client, account, keys) {
    const { rows } = await query<StockPlace>(
      client,
      {
        name: 'find_stock_places',
        text: `select ${columns} from stock_places where account = $1 and place = any ($2)`,
      },
      [account, keys],
    );
    return rows;
  },
  async page(client, account, after, limit) {
    const { rows } = await query<StockPlace>(
      client,
      {
        name: 'list_stock_places',
        text: `select ${columns} from stock_places where account = $1 and place > $2 order by place limit $3`,
      },
      [account, after, limit],
    );
    return rows;
  },
  async save(client, { account }, rows) {
    await query(
      client,
      {
        name: 'save_stock_places',
        text: `insert into stock_places (account, place, name, active, address)
               select $1, place, name, active, address
                 from json_to_recordset($2) as p (place text, name text, active boolean, address jsonb)
               on conflict (account, place) do update
                  set name = excluded.name, active = excluded.active, address = excluded.address`,
      },
      [account, JSON.stringify(rows)],
    );
  },
  async remove(client, account, key) {
    await query(
      client,
      { name: 'remove_stock_place', text: 'delete from stock_places where account = $1 and place = $2' },
      [account, key],
    );
  },
  async usedBy(client, account, key) {
    const { rows } = await query<{ by: string | null }>(
      client,
      {
        name: 'stock_place_used_by',
        text: `select case
                 when exists (select from stock where account = $1 and place = $2) then 'stock'
                 when exists (select from products where account = $1 and place = $2) then 'a product' end as by`,
      },
      [account, key],
    );
    return rows[0]?.by ?? null;
  },
};

/** The first row whose place the account does not have. The places that are named stay until the transaction ends. */
export async function missingPlace(
  client: pg.ClientBase,
  account: string,
  named: readonly { readonly place: string }[],
): Promise<Missing | null> {
  const places = [...new Set(named.map(({ place }) => place))];
  const { rows } = await query<{ place: string }>(
    client,
    {
      name: 'known_stock_places',
      text: 'select place from stock_places where account = $1 and place = any ($2) order by place for key share',
    },
    [account, places],
  );
  const known = new Set(rows.map(({ place }) => place));
  const index = named.findIndex(({ place }) => !known.has(place));
  return index < 0 ? null : { problem: 'missing', index, field: 'place', value: named[index]?.place ?? '' };
}
